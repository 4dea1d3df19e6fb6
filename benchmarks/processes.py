"""Runs Python in processes of their own, so that nothing is loaded or warm when the clock starts."""

import subprocess
import sys
from collections.abc import Sequence
from time import perf_counter
from typing import NamedTuple

_TIMEOUT = 120


class Run(NamedTuple):
    """One finished process: seconds from its start to its end, and what it wrote."""

    seconds: float
    output: str


def run_module(module: str, arguments: Sequence[str] = ()) -> Run:
    """Run `python -m module` with this interpreter. Raises RuntimeError with what it said where it failed."""
    command = [sys.executable, "-m", module, *arguments]
    start = perf_counter()
    done = subprocess.run(  # noqa: S603 - this interpreter with our own modules, no shell
        command, capture_output=True, encoding="utf-8", timeout=_TIMEOUT, check=False
    )
    seconds = perf_counter() - start
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed with {done.returncode}:\n{done.stderr.strip()[-2000:]}")
    return Run(seconds, done.stdout)
