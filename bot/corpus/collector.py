"""Keeps the garbage collector out of the way while things are built that stay."""

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def collector_paused() -> Iterator[None]:
    """Collect nothing meanwhile, and leave what there is then out of later collections.

    What a corpus and its indexes are made of lives as long as the process: looking through it again and again would
    take a quarter of the start, and later, on a large corpus, longer than an answer may.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()


def collect_rarely() -> None:
    """Let a long-running process collect less often: an answer leaves next to nothing behind that refers to itself.

    A collection holds everybody's answer up, and Python's usual thresholds, made for small programs, start one several
    times in the course of a single ranking. Rarer still would not be better: what has been made since the last one is
    looked through, and a few thousand things take a millisecond.
    """
    gc.set_threshold(20_000, 250, 100)
