"""Addresses of databases: as people have them, and as they may be shown."""

from pathlib import Path
from typing import Final

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

_DRIVERS: Final = {
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
    "postgres": "postgresql+asyncpg",
    "postgresql": "postgresql+asyncpg",
    "postgresql+asyncpg": "postgresql+asyncpg",
}
#: What may stand behind the question mark of a PostgreSQL address, and how hosts of databases spell it.
_OPTIONS: Final = frozenset(
    {"host", "port", "ssl", "passfile", "target_session_attrs", "prepared_statement_cache_size"}
)
_SPELLINGS: Final = {"sslmode": "ssl"}
_HIGHEST_PORT: Final = 65_535
_EXAMPLES: Final = "sqlite:////var/lib/spacewalk-bot/bot.sqlite or postgresql://user:password@host/name"


class DatabaseAddressError(ValueError):
    """An address that names no database. The message never shows the address, which may hold a password."""

    def __init__(self, why: str) -> None:
        """Say why, and show addresses that work."""
        super().__init__(f"{why}; write it like {_EXAMPLES}")


def read_address(address: str) -> URL:
    """Return where a database is. Raises DatabaseAddressError."""
    try:
        url = make_url(address.strip())
    except (ArgumentError, ValueError):  # the latter for a port that is no number
        raise DatabaseAddressError("cannot be read") from None
    driver = _DRIVERS.get(url.drivername)
    if driver is None:
        raise DatabaseAddressError(f"'{url.drivername}' is not supported")
    return _file(url) if driver.startswith("sqlite") else _server(url)


def shown(url: URL) -> str:
    """Return what may be shown of an address: a file's path, or a server and a name there; no user and no password."""
    if url.get_backend_name() == "sqlite":
        return str(Path(url.database or "").absolute())
    where = {name: value for name, value in url.query.items() if name in {"host", "port"}}
    plain = URL.create("postgresql", host=url.host, port=url.port, database=url.database, query=where)
    return plain.render_as_string()


def missing_folder(url: URL) -> Path | None:
    """Return the folder that a database file is to lie in where there is none; a mistyped one is not to be made."""
    if url.get_backend_name() != "sqlite":
        return None
    folder = Path(url.database or "").absolute().parent
    try:
        return None if folder.exists() else folder
    except OSError:  # may not be looked into, or has no possible name: opening the file tells why
        return None


def _file(url: URL) -> URL:
    if url.host:  # "sqlite://var/lib/bot.sqlite" would be read as a path below the folder of the start
        raise DatabaseAddressError("names a host, which a file has none of: its path follows three slashes")
    if url.database in {None, "", ":memory:"}:
        raise DatabaseAddressError("names no file")
    _refuse_options(set(url.query))
    try:
        path = Path(url.database or "").expanduser()
    except RuntimeError:
        raise DatabaseAddressError("begins with ~ and there is no such home folder") from None
    return url.set(drivername="sqlite+aiosqlite", database=str(path))


def _server(url: URL) -> URL:
    if "@" in (url.host or ""):
        raise DatabaseAddressError("has more than one @; one in the password is written %40")
    query = {_SPELLINGS.get(name, name): value for name, value in url.query.items()}
    _refuse_options(set(query) - _OPTIONS)
    ports = query.get("port", ())
    for port in (1 if url.port is None else url.port, *([ports] if isinstance(ports, str) else ports)):
        if not (str(port).isdecimal() and 1 <= int(port) <= _HIGHEST_PORT):
            raise DatabaseAddressError(f"needs a port from 1 to {_HIGHEST_PORT}")
    return url.set(drivername="postgresql+asyncpg", query=query)


def _refuse_options(strange: set[str]) -> None:
    if strange:
        raise DatabaseAddressError(f"takes no option '{min(strange)}'")
