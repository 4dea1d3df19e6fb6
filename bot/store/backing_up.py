"""Copies of the database, made while it is in use."""

import sqlite3
from pathlib import Path

from sqlalchemy.engine import URL

from bot.store.database import UnreadableFileError, copy_file


class BackupError(Exception):
    """No copy could be made. The message says why, and what to do."""


def back_up(url: URL, target: Path) -> int:
    """Copy a database file into a new one; return its size in bytes. Raises BackupError."""
    if url.get_backend_name() != "sqlite":
        raise BackupError("This is for database files. For PostgreSQL use its own tool: pg_dump --file=bot.sql NAME.")
    source = Path(url.database or "")
    if not source.is_file():
        raise BackupError(f"There is no database yet at {source}; `spacewalk-bot run` makes it.")
    if target.exists():
        raise BackupError(f"{target} is there already and is not overwritten; name another file.")
    try:
        copy_file(source, target)
    except UnreadableFileError as error:
        target.unlink(missing_ok=True)
        raise BackupError(f"{source} is no database that can be read: {error}") from error
    except (sqlite3.Error, OSError) as error:
        target.unlink(missing_ok=True)
        raise BackupError(f"{target} could not be written: {error}") from error
    return target.stat().st_size
