"""Time that passes only when it is told to, for a Discord, for a bot whose clock is wrong, and for those who wait."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from dataclasses import dataclass, field
from types import ModuleType
from typing import Final
from unittest import mock

import discord.http

from bot.daily import courier
from tests.faults import rest

#: Whoever was waiting for less than a server does gets its turn while the server goes on waiting.
_TURNS: Final = 40
_MOMENT: Final = 0.05


@dataclass
class Clock:
    """The right time, in seconds since 1970. Sleeping moves it on; limits of time that it passes run out."""

    moment: float
    _limits: list[tuple[float, asyncio.Timeout]] = field(default_factory=list)

    def __call__(self) -> float:
        return self.moment

    def advance(self, seconds: float) -> None:
        """Let time pass."""
        self.moment += seconds
        for end, limit in self._limits:
            if end <= self.moment and not limit.expired():
                limit.reschedule(asyncio.get_running_loop().time())

    async def sleep(self, seconds: float) -> None:
        """Sleep without waiting."""
        self.advance(seconds)
        await asyncio.sleep(0)

    async def wait(
        self,
        futures: Iterable["asyncio.Future[object]"],
        timeout: float | None = None,  # noqa: ASYNC109 - as asyncio's
    ) -> tuple[set["asyncio.Future[object]"], set["asyncio.Future[object]"]]:
        """Do as `asyncio.wait`, but wait only for a moment for what does not come."""
        done, pending = await asyncio.wait(futures, timeout=_MOMENT)
        if not done:
            self.advance(timeout or 0)
        return done, pending

    async def stall(self, seconds: float) -> None:
        """Sleep as a server does that others wait for, and may stop to wait for."""
        self.advance(seconds)
        for _ in range(_TURNS):
            await asyncio.sleep(0)

    @asynccontextmanager
    async def timeout(self, seconds: float) -> AsyncIterator[asyncio.Timeout]:
        """Do as `asyncio.timeout`, by this clock."""
        async with asyncio.timeout(None) as limit:
            mine = (self.moment + seconds, limit)
            self._limits.append(mine)
            try:
                yield limit
            finally:
                self._limits.remove(mine)


@dataclass
class Watch:
    """What the clock of the bot's machine shows: the right time, or so many seconds more."""

    clock: Clock
    ahead: float = 0.0

    def __call__(self) -> float:
        return self.clock() + self.ahead


class _Asyncio(ModuleType):
    """The module asyncio with another way to wait."""

    def __init__(self, **replaced: object) -> None:
        super().__init__("asyncio")
        self.__dict__.update(replaced)

    def __getattr__(self, name: str) -> object:
        return getattr(asyncio, name)


@contextmanager
def everybody_waits_by(clock: Clock) -> Iterator[None]:
    """Let discord.py between its tries, the courier for its sends, and a slow server wait by a clock."""
    with ExitStack() as stack:
        for module, other in (
            (discord.http, _Asyncio(sleep=clock.sleep, wait=clock.wait)),
            (courier, _Asyncio(timeout=clock.timeout)),
            (rest, _Asyncio(sleep=clock.stall)),
        ):
            stack.enter_context(mock.patch.object(module, "asyncio", other))
        yield


@dataclass(frozen=True)
class Beat:
    """A clock for processes: real time since `base`, so many times as fast, and so many seconds ahead."""

    base: float
    rate: float = 1.0
    ahead: float = 0.0

    def at(self, real: float) -> float:
        """Return what it shows at a real moment."""
        return self.base + (real - self.base) * self.rate + self.ahead
