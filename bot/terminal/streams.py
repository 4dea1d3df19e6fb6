"""Standard input and output: UTF-8 whatever the machine's locale, and a sentence where nothing can be written."""

import contextlib
import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

#: What writing to standard output can fail with, through no fault of the program.
_UNWRITABLE: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO, errno.EBADF})


@contextlib.contextmanager
def streams_in_order() -> Iterator[None]:
    """Write all output meanwhile as UTF-8, and end the process with 1 where standard output takes it no more.

    A stream that was closed before the start reads as empty and takes anything.
    """
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            nothing = Path(os.devnull).open(mode, encoding="utf-8")  # noqa: SIM115 - stays open as long as the process
            setattr(sys, name, nothing)
    for stream, encoding in ((sys.stdout, "utf-8"), (sys.stderr, "utf-8"), (sys.stdin, "utf-8-sig")):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=encoding, errors="replace")
    try:
        try:
            yield
        finally:
            sys.stdout.flush()  # what is still in its buffer fails here or never
    except BrokenPipeError:  # `| head` has read enough
        _write_nowhere()
        raise SystemExit(1) from None
    except OSError as error:
        if error.filename is not None or error.errno not in _UNWRITABLE:
            raise
        _write_nowhere()
        sys.stderr.write(f"standard output cannot be written: {error.strerror}\n")
        raise SystemExit(1) from None


def legible(typed: str) -> str:
    """Return a text from the command line with a question mark for each part that is no text at all."""
    return typed.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\ufffd", "?")


def _write_nowhere() -> None:
    """Give up what was not written, lest the interpreter try again when it ends, and complain."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
