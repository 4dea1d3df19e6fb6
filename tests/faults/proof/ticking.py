"""An event loop in a thread of its own that comes round by itself."""

import asyncio
from collections.abc import Coroutine
from typing import Any, Final, TypeVar

T = TypeVar("T")

_TICK: Final = 1.0


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run a coroutine to its end, as `asyncio.run` does.

    A loop that waited for the database's thread alone was seen to wait for ever while processes were killed beside it:
    the thread was done, and nothing woke the loop. One that ticks, as a bot's does, looks again.
    """
    return asyncio.run(_ticking(coroutine))


async def _ticking(coroutine: Coroutine[Any, Any, T]) -> T:
    task = asyncio.ensure_future(coroutine)
    while not task.done():
        await asyncio.wait({task}, timeout=_TICK)
    return task.result()
