"""Copies of the database, made while it is in use."""

import contextlib
import sqlite3
from pathlib import Path

from sqlalchemy.engine import URL

from bot.store.addresses import missing_folder
from bot.store.database import UnreadableFileError, copy_file, file_address


class BackupError(Exception):
    """No copy could be made. The message says why, and what to do."""


def back_up(url: URL, target: Path) -> int:
    """Copy a database file into a new one; return its size in bytes. Raises BackupError."""
    if url.get_backend_name() != "sqlite":
        raise BackupError("This is for database files. For PostgreSQL use its own tool: pg_dump --file=bot.sql NAME.")
    source = Path(url.database or "")
    if not source.is_file():
        raise BackupError(f"There is no database yet at {source}; `spacewalk-bot run` makes it.")
    try:
        if target.exists():
            raise BackupError(f"{target} is there already and is not overwritten; name another file.")
        if folder := missing_folder(file_address(target)):
            raise BackupError(f"There is no folder {folder} to copy to; make it, or name another.")
        copy_file(source, target)
        return target.stat().st_size
    except UnreadableFileError as error:
        _discard(target)
        raise BackupError(f"{source} is no database that can be read: {error}") from error
    except (sqlite3.Error, OSError) as error:
        _discard(target)
        why = getattr(error, "strerror", None) or error
        raise BackupError(f"{target} could not be written: {why}") from error


def _discard(target: Path) -> None:
    """Remove what there is of a copy that failed."""
    with contextlib.suppress(OSError):
        target.unlink(missing_ok=True)
