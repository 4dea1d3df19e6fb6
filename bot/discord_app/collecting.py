"""How the garbage collector is set for a bot that answers interactions."""

import gc


def collect_in_small_parts() -> None:
    """Let the collector run before much has gathered.

    The library's interactions and responses refer to each other, so only the collector frees them. It holds everybody's
    answer up meanwhile: for tens of milliseconds when thousands of them have gathered, for two when hundreds have.
    """
    gc.set_threshold(5_000, 50, 100)
