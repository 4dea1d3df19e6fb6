"""The command as a process of its own, in an empty folder that is also its home, with nothing set but what is given."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final

_ROOT: Final = Path(__file__).parents[2]
_PASSED_ON: Final = frozenset({"PATH", "SYSTEMROOT", "LANG"})


def environment(folder: Path, **settings: str) -> dict[str, str]:
    """What the command finds set."""
    passed_on = {name: value for name, value in os.environ.items() if name in _PASSED_ON}
    return {**passed_on, "HOME": str(folder), "PYTHONPATH": str(_ROOT), **settings}


def spacewalk_bot(folder: Path, *arguments: str | bytes, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the command, with nothing to read."""
    return spacewalk_bot_reading(b"", folder, *arguments, **settings)


def spacewalk_bot_reading(
    typed: bytes, folder: Path, *arguments: str | bytes, **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run the command, with something to read."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env=environment(folder, **settings),
        input=typed,
        capture_output=True,
        timeout=60,
        check=False,
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )
