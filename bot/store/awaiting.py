"""Connections of SQLAlchemy, awaited: statements run in greenlets that hand each wait for the driver over to the loop.

SQLAlchemy's own module for that takes its ORM along, 6 MiB that nothing here uses.
"""

import asyncio
import sys
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import AbstractContextManager, asynccontextmanager
from functools import partial
from typing import Any, Concatenate, ParamSpec, TypeVar

import sqlalchemy
from sqlalchemy import Engine, Executable, Result
from sqlalchemy.util import greenlet_spawn

_Given = ParamSpec("_Given")
_T = TypeVar("_T")


class Connection:
    """A connection within a transaction."""

    def __init__(self, within: sqlalchemy.Connection) -> None:
        """Take a connection of an engine whose driver is to be awaited."""
        self._within = within

    async def execute(
        self, statement: Executable, values: Mapping[str, Any] | Sequence[Mapping[str, Any]] | None = None
    ) -> Result[*tuple[Any, ...]]:
        """Run a statement, once for each of several mappings; return its rows, which are all read already."""

        def read(connection: sqlalchemy.Connection) -> Result[*tuple[Any, ...]]:
            result = connection.execute(statement, values)
            return result.freeze()() if result.returns_rows else result

        return await self.run_sync(read)

    async def change(self, statement: Executable) -> int:
        """Run a statement that returns no rows; return how many it has changed."""

        def count(connection: sqlalchemy.Connection) -> int:
            return connection.execute(statement).rowcount

        return await self.run_sync(count)

    async def run_sync(
        self,
        work: Callable[Concatenate[sqlalchemy.Connection, _Given], _T],
        *given: _Given.args,
        **named: _Given.kwargs,
    ) -> _T:
        """Run what is written as if there was nothing to await."""
        return await greenlet_spawn(partial(work, self._within, *given, **named))


@asynccontextmanager
async def transaction(engine: Engine) -> AsyncIterator[Connection]:
    """Give a connection of a pool whose changes all come about at the end, or none of them after an exception."""
    manager = engine.begin()
    connection = await greenlet_spawn(manager.__enter__)
    try:
        yield Connection(connection)
    except BaseException:
        await _leave(manager, *sys.exc_info())
        raise
    await _leave(manager, None, None, None)


async def _leave(manager: AbstractContextManager[object], *error: Any) -> None:  # noqa: ANN401 - what __exit__ takes
    """Leave a transaction. A cancellation waits for that to be done: nothing may go on with a connection after it.

    It comes through also where leaving fails: whoever catches errors of the database would swallow it with them.
    """
    leaving = asyncio.create_task(greenlet_spawn(manager.__exit__, *error))
    cancelled = None
    while not leaving.done():
        try:
            await asyncio.wait([leaving])
        except asyncio.CancelledError as cancellation:
            cancelled = cancellation
    if cancelled is not None:
        raise cancelled from leaving.exception()
    leaving.result()
