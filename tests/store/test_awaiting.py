"""Transactions are whole, whatever ends them, and their connections go back to where others can have them."""

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import AsyncExitStack, contextmanager
from pathlib import Path
from typing import Any, cast

import pytest
from sqlalchemy import Engine, insert, select, text, update
from sqlalchemy.exc import IntegrityError, OperationalError
from sqlalchemy.util import await_only

from bot.store.awaiting import transaction
from bot.store.database import Database
from bot.store.tables import muted_channels

_ROOT = Path(__file__).parents[2]
#: More than the database has connections, at the same time.
_MANY = 9


async def _channels(database: Database) -> list[int]:
    async with database.reading() as connection:
        return sorted((await connection.execute(select(muted_channels.c.channel_id))).scalars())


async def _mute(database: Database, *channels: int) -> None:
    async with database.writing() as connection:
        for channel in channels:
            await connection.execute(insert(muted_channels).values(channel_id=channel, guild_id=1))


async def test_rows_can_be_read_when_the_transaction_is_over(database: Database) -> None:
    await _mute(database, 1, 2)
    async with database.reading() as connection:
        rows = await connection.execute(select(muted_channels).order_by(muted_channels.c.channel_id))
    assert [(row.channel_id, row.guild_id) for row in rows] == [(1, 1), (2, 1)]


async def test_a_statement_is_run_for_each_of_several_values(database: Database) -> None:
    async with database.writing() as connection:
        await connection.execute(insert(muted_channels), [{"channel_id": n, "guild_id": n} for n in range(3)])
        assert await connection.change(update(muted_channels).values(guild_id=5)) == 3
        assert await connection.change(update(muted_channels).where(text("1 = 0")).values(guild_id=6)) == 0
    assert await _channels(database) == [0, 1, 2]


async def test_a_transaction_that_fails_changes_nothing(database: Database) -> None:
    for _ in range(_MANY):
        with pytest.raises(IntegrityError):
            await _mute(database, 1, 2, 1)
    assert await _channels(database) == []


@pytest.mark.parametrize("times", [1, 2])
async def test_a_transaction_that_is_cancelled_anywhere_happens_whole_or_not_at_all(
    database: Database, times: int
) -> None:
    for turns in range(0, 400, 10):
        task = asyncio.create_task(_mute(database, 2 * turns, 2 * turns + 1))
        for _ in range(turns):
            await asyncio.sleep(0)
        for _ in range(times):
            task.cancel()
            await asyncio.sleep(0)
        [ended] = await asyncio.gather(task, return_exceptions=True)
        assert ended is None or isinstance(ended, asyncio.CancelledError)
        assert await _channels(database) in ([], [2 * turns, 2 * turns + 1])
        async with database.writing() as connection:
            await connection.execute(text("DELETE FROM muted_channels"))


async def test_cancelled_transactions_give_their_connections_back(database: Database) -> None:
    async def wait(entered: asyncio.Event) -> None:
        async with database.reading() as connection:
            await connection.execute(select(muted_channels))
            entered.set()
            await asyncio.Event().wait()

    for _ in range(_MANY):
        entered = asyncio.Event()
        task = asyncio.create_task(wait(entered))
        await entered.wait()
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
    async with AsyncExitStack() as stack:
        for _ in range(4):
            await stack.enter_async_context(database.reading())


class _BrokenEngine:
    """Stands for a database whose connection breaks when a transaction is committed."""

    def __init__(self) -> None:
        self.committing, self.broken = asyncio.Event(), asyncio.Event()

    @contextmanager
    def begin(self) -> Iterator[Any]:
        yield None
        self.committing.set()
        await_only(self.broken.wait())
        raise OperationalError("COMMIT", {}, Exception("the line is broken"))


async def test_a_cancellation_is_not_lost_where_committing_fails() -> None:
    engine = _BrokenEngine()

    async def write() -> None:
        async with transaction(cast("Engine", engine)):
            pass

    task = asyncio.create_task(write())
    await engine.committing.wait()
    task.cancel()
    await asyncio.sleep(0)
    engine.broken.set()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_many_wait_for_the_few_connections_there_are(database: Database) -> None:
    await asyncio.gather(*(_mute(database, number) for number in range(_MANY)))
    assert await _channels(database) == list(range(_MANY))


@pytest.mark.parametrize("dialect", ["sqlite.aiosqlite", "postgresql.asyncpg"])
def test_no_orm_is_loaded(dialect: str) -> None:
    script = (
        f"import sys, bot.store.upgrading, bot.store.ledger, bot.store.steps, sqlalchemy.dialects.{dialect}; "
        "print([name for name in sys.modules if name.startswith('sqlalchemy.orm')])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=_ROOT, capture_output=True, text=True, timeout=60, check=True
    )
    assert done.stdout == "[]\n"
