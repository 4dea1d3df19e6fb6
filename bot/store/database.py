"""The database: a SQLite file without any set-up, or PostgreSQL by its address."""

import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Engine, Table, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.util import greenlet_spawn

from bot.store.awaiting import Connection, transaction

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite

_BUSY_SECONDS: Final = 15
#: A statement that PostgreSQL does not answer is given up after so many seconds, lest a broken line hold up everything.
_ANSWER_SECONDS: Final = 30
_CONNECTIONS: Final = 4
_TRIES: Final = 20


def file_address(path: Path) -> URL:
    """Return the address of a database file."""
    return URL.create("sqlite+aiosqlite", database=str(path))


class Database:
    """Connections to one database. A transaction either only reads, or holds the right to write from its start.

    So on SQLite no transaction fails half-way because another one wrote meanwhile: writers queue up instead.
    """

    def __init__(self, url: URL) -> None:
        """Connect lazily."""
        self.url = url
        self.is_sqlite = url.get_backend_name() == "sqlite"
        self._engine = _sqlite_engine(url) if self.is_sqlite else _postgres_engine(url)
        self._reading = self._engine.execution_options(reading=True)

    @property
    def file(self) -> Path | None:
        """The file, None for PostgreSQL."""
        return Path(self.url.database) if self.is_sqlite and self.url.database else None

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[Connection]:
        """Give a connection to read with; nothing is held up by it."""
        async with transaction(self._reading) as connection:
            yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[Connection]:
        """Give a connection whose changes all come about at the end, or none of them."""
        async with transaction(self._engine) as connection:
            yield connection

    def insert(self, table: Table) -> "sqlite.Insert | postgresql.Insert":
        """Return an INSERT that can say what to do about rows that are there already."""
        if self.is_sqlite:
            from sqlalchemy.dialects import sqlite  # noqa: PLC0415 - each dialect takes memory, and only one is used

            return sqlite.insert(table)
        from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - the same

        return postgresql.insert(table)

    async def close(self) -> None:
        """Close every connection."""
        await greenlet_spawn(self._engine.dispose)


def _postgres_engine(url: URL) -> Engine:
    limits = {"timeout": _ANSWER_SECONDS, "command_timeout": _ANSWER_SECONDS}
    return create_engine(url, pool_size=_CONNECTIONS, max_overflow=0, pool_pre_ping=True, connect_args=limits)


def _sqlite_engine(url: URL) -> Engine:
    engine = create_engine(
        url, pool_size=_CONNECTIONS, max_overflow=0, connect_args={"timeout": _BUSY_SECONDS, "isolation_level": None}
    )
    event.listen(engine, "connect", _set_up)
    event.listen(engine, "begin", _begin)
    return engine


def _set_up(connection: Any, _record: object) -> None:  # noqa: ANN401 - aiosqlite's connection as SQLAlchemy adapts it
    cursor = connection.cursor()
    _write_ahead(cursor)
    # FULL: what was told to be posted is on the disk, even when the power fails.
    for pragma in ("synchronous=FULL", "foreign_keys=ON"):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _write_ahead(cursor: Any) -> None:  # noqa: ANN401 - the same
    """Let the file have a write-ahead log, once and for all.

    That change alone does not wait for others who open the same new file: queue up behind them, and try again.
    """
    for _ in range(_TRIES):
        try:
            cursor.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError:
            cursor.execute("BEGIN EXCLUSIVE")
            cursor.execute("ROLLBACK")
        else:
            return
    cursor.execute("PRAGMA journal_mode=WAL")


def _begin(connection: Any) -> None:  # noqa: ANN401 - SQLAlchemy's connection, inside a greenlet
    """Begin as the transaction needs it: the driver would begin only with the first change, and too late to wait."""
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


def open_once(file: Path) -> None:
    """Open a database file and close it again; it and its folder are made where they are missing.

    What is wrong with it comes to light here, in the caller's own thread. Raises sqlite3.Error and OSError.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(file, timeout=_BUSY_SECONDS)) as connection:
        connection.execute("PRAGMA schema_version")


class UnreadableFileError(Exception):
    """The file to copy is no database."""


def copy_file(source: Path, target: Path) -> None:
    """Copy a database file while it is in use, as one consistent whole.

    Raises UnreadableFileError for the source, sqlite3.Error and OSError for the target.
    """
    target.parent.mkdir(parents=True, exist_ok=True)
    with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=ro", uri=True)) as reading:
        try:
            reading.execute("PRAGMA schema_version")
        except sqlite3.Error as error:
            raise UnreadableFileError(str(error)) from error
        with closing(sqlite3.connect(target)) as writing:
            reading.backup(writing)
