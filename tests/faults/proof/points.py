"""The moments between claim, send and record at which something may happen, by name.

`claim:before`, `claim:uncommitted` (all is written, nothing is committed), `claim:after`; the same for whatever else
the courier asks of the ledger, of the steps and of Discord. The production code knows nothing of it.
"""

import functools
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import ExitStack, asynccontextmanager, contextmanager
from contextvars import ContextVar
from typing import Any, Final
from unittest import mock

from bot.discord_app.daily.posts import DiscordPosts
from bot.store.awaiting import Connection
from bot.store.database import Database
from bot.store.ledger import Ledger
from bot.store.steps import Steps

Reached = Callable[[str], Awaitable[None]]

_METHODS: Final = [
    *((Ledger, name, name) for name in ("plan", "claim", "sending", "posted", "again", "ended", "refused")),
    *((DiscordPosts, name, name) for name in ("post", "find", "take", "tell")),
    *((Steps, name, f"step-{name}") for name in ("claim", "settle", "again")),
]
_inside: ContextVar[str] = ContextVar("inside", default="else")


@contextmanager
def watched(reached: Reached) -> Iterator[None]:
    """Call `reached` with the name of each point that is come to. What it raises is raised there."""
    with ExitStack() as stack:
        for owner, name, called in _METHODS:
            method = _watched(getattr(owner, name), called, reached)
            stack.enter_context(mock.patch.object(owner, name, method))
        stack.enter_context(mock.patch.object(Database, "writing", _writing(reached)))
        yield


def _watched(method: Callable[..., Awaitable[Any]], called: str, reached: Reached) -> Callable[..., Awaitable[Any]]:
    @functools.wraps(method)
    async def wrapper(*args: object, **named: object) -> object:
        await reached(f"{called}:before")
        token = _inside.set(called)
        try:
            result = await method(*args, **named)
        finally:
            _inside.reset(token)
        await reached(f"{called}:after")
        return result

    return wrapper


def _writing(reached: Reached) -> Callable[[Database], Any]:
    original = Database.writing

    @asynccontextmanager
    async def writing(self: Database) -> AsyncIterator[Connection]:
        async with original(self) as connection:
            yield connection
            await reached(f"{_inside.get()}:uncommitted")

    return writing
