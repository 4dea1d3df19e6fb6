"""How memory is looked after in a bot that answers interactions."""

import ctypes
import gc
import sys


def collect_in_small_parts() -> None:
    """Let the collector run before much has gathered.

    The library's interactions and responses refer to each other, so only the collector frees them. It holds everybody's
    answer up meanwhile: for tens of milliseconds when thousands of them have gathered, for two when hundreds have.
    """
    gc.set_threshold(5_000, 50, 100)


def give_back_what_is_free() -> None:
    """Return to the system what building the indexes has left free: two MiB with glibc; nothing is done elsewhere."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
