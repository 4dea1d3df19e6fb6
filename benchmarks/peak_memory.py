"""Run in a process of its own: runs the command line of the bot, then writes the most memory it held, in MiB.

Arguments: those of `spacewalk-bot`. The last line of the output is the figure, or "unknown" where the platform does not
tell (Windows).
"""

import sys
from contextlib import suppress
from pathlib import Path

_KIBIBYTE = 1024
_MEBIBYTE = 1024 * 1024


def peak_mebibytes() -> float | None:
    """Return the most resident memory this process has held since its program started; None if it is not told.

    Linux hands ru_maxrss on from the process that started this one, so the kernel's own mark for this program (VmHWM,
    KiB) is read first. Elsewhere ru_maxrss counts KiB, on macOS bytes (getrusage(2) of either system).
    """
    with suppress(OSError):
        for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
            if line.startswith("VmHWM:"):
                return int(line.split()[1]) * _KIBIBYTE / _MEBIBYTE
    try:
        import resource  # noqa: PLC0415 - does not exist on Windows
    except ImportError:
        return None
    unit = 1 if sys.platform == "darwin" else _KIBIBYTE
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / _MEBIBYTE


def main() -> None:
    """Run the command and write the figure; an exit code other than 0 is kept."""
    from bot.cli import main as command  # noqa: PLC0415 - belongs to what is measured

    try:
        command()
    except SystemExit as end:
        if end.code:
            raise
    print()
    print(peak_mebibytes() or "unknown")


if __name__ == "__main__":
    main()
