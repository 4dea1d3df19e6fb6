"""Waiting for something to have happened, from a thread or from an event loop, without asking again and again."""

import asyncio
import threading
from collections.abc import Callable
from types import TracebackType

Predicate = Callable[[], object]


class Changes:
    """The lock around a state: `with changes:` changes it, and whoever waits looks again when that is done."""

    def __init__(self) -> None:
        self._condition = threading.Condition()
        self._futures: list[asyncio.Future[None]] = []

    def __enter__(self) -> None:
        self._condition.acquire()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._condition.notify_all()
        waiting, self._futures = self._futures, []
        for future in waiting:
            future.get_loop().call_soon_threadsafe(_wake, future)
        self._condition.release()

    def wait(self, predicate: Predicate, seconds: float) -> None:
        """Block until a predicate holds. Raises TimeoutError; never call it on the loop that serves."""
        with self._condition:
            if not self._condition.wait_for(lambda: bool(predicate()), seconds):
                raise TimeoutError

    async def until(self, predicate: Predicate, seconds: float) -> None:
        """Wait until a predicate holds. Raises TimeoutError."""
        loop = asyncio.get_running_loop()
        async with asyncio.timeout(seconds):
            while True:
                with self._condition:
                    if predicate():
                        return
                    future = loop.create_future()
                    self._futures.append(future)
                await future


def _wake(future: "asyncio.Future[None]") -> None:
    if not future.done():
        future.set_result(None)
