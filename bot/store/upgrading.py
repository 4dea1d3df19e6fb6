"""Brings the tables of a database up to what this version of the program needs."""

import asyncio
import re
import socket
import sqlite3
from pathlib import Path
from typing import Final

import structlog
from sqlalchemy import Connection, inspect, select, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError

from bot.store.database import Database, UnreadableFileError, copy_file, open_once
from bot.store.tables import HEAD, metadata, revisions

_log: Final = structlog.stdlib.get_logger(__name__)

_MIGRATIONS: Final = Path(__file__).parent / "migrations"
#: Held on PostgreSQL while migrating, so that of several processes that start at once one does it.
_LOCK: Final = 1965_03_18


class UnusableDatabaseError(Exception):
    """The database cannot be used. The message says why, without its address, which may hold a password."""


async def upgrade(database: Database) -> str | None:
    """Migrate the database if it needs it; return the revision it had before, "" for an empty one, None if up to date.

    All migrations happen or none; an empty database gets the tables as they are now. A SQLite file is locked meanwhile,
    and copied before; a copy of PostgreSQL is the business of whoever runs it. Raises UnusableDatabaseError, also for a
    database that a newer version of the program has used and this one would damage.
    """
    try:
        return await _upgrade(database)
    except (SQLAlchemyError, sqlite3.Error, UnreadableFileError, OSError, UnicodeError) as error:
        raise UnusableDatabaseError(f"the database cannot be used: {_cause(error)}") from error


def upgrade_now(url: URL) -> str | None:
    """Do the same from outside an event loop. Raises UnusableDatabaseError."""

    async def connected() -> str | None:
        database = Database(url)
        try:
            return await upgrade(database)
        finally:
            await database.close()

    return asyncio.run(connected())


def copied_to(file: Path) -> Path:
    """Return where a database file is copied to before it is migrated."""
    return file.with_name(f"{file.name}.before-{HEAD}")


async def _upgrade(database: Database) -> str | None:
    if database.file:
        open_once(database.file)
    async with database.reading() as reading:
        revision = await reading.run_sync(_revision)
    if revision == HEAD:
        return None
    _refuse_newer(revision)
    if revision and database.file:
        backup = copied_to(database.file)
        copy_file(database.file, backup)
        _log.info("database copied before it is migrated", file=str(backup))
    async with database.writing() as writing:
        if not database.is_sqlite:
            await writing.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        revision = await writing.run_sync(_revision)  # another process may have been faster
        if revision == HEAD:
            return None
        _refuse_newer(revision)
        await writing.run_sync(migrate if revision else make_tables)
    _log.info("database migrated", before=revision or "empty", now=HEAD)
    return revision


def known_revisions() -> frozenset[str]:
    """Return the revisions that this version of the program knows."""
    return frozenset(path.stem.split("_")[0] for path in (_MIGRATIONS / "versions").glob("[0-9]*.py"))


def _refuse_newer(revision: str) -> None:
    if revision and revision not in known_revisions():
        raise UnusableDatabaseError(
            f"the database is of a newer version of spacewalk-bot (its revision is {revision}, this version knows up "
            f"to {HEAD}). Install that version again, or go back to a backup from before the update."
        )


def _cause(error: Exception) -> str:
    """Return in a line why a database cannot be used; the libraries below say so in several ways, or not at all."""
    cause = getattr(error, "orig", None) or error
    match cause:
        case ConnectionRefusedError():
            return "nothing answers at that host and port; is PostgreSQL running?"
        case socket.gaierror() | UnicodeError():  # the latter for what cannot be a name of a host
            return "there is no host of that name"
        case TimeoutError():
            return "it does not answer"
        case OSError(strerror=str() as why, filename=str() as file):
            return f"{file}: {why}"
        case OSError(strerror=str() as why):
            return why
        case _:
            pass
    # What a driver raised is told with its class in front.
    said = re.sub(r"^<class '[^']+'>: ", "", str(cause).strip()) or type(cause).__name__
    return said.splitlines()[0]


def _revision(connection: Connection) -> str:
    if not inspect(connection).has_table(revisions.name):
        return ""
    return str(connection.execute(select(revisions.c.version_num)).scalar() or "")


def make_tables(connection: Connection) -> None:
    """Make in an empty database what all the migrations would, and note that they need not run."""
    metadata.create_all(connection, checkfirst=False)
    revisions.create(connection, checkfirst=True)  # it stays, empty, where every migration was taken back
    connection.execute(revisions.insert().values(version_num=HEAD))


def migrate(connection: Connection) -> None:
    """Run the migrations that a database lacks."""
    from alembic import command  # noqa: PLC0415 - 10 MiB that a process in its everyday life does without
    from alembic.config import Config  # noqa: PLC0415 - the same

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(_MIGRATIONS))
    command.upgrade(config, "head")
