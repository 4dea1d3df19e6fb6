"""Tables are made at the first start, kept at the next, and left alone by a program that is older than they are."""

import asyncio
import contextlib
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlalchemy.engine import URL

from bot.store import database as database_module
from bot.store import upgrading
from bot.store.database import Database, copy_file, file_address
from bot.store.tables import HEAD, metadata
from bot.store.upgrading import UnusableDatabaseError, known_revisions, migrate, upgrade

_ROOT = Path(__file__).parents[2]


class _UndoneError(Exception):
    """Ends a transaction whose changes are not to stay."""


def _differences(connection: Connection) -> object:
    return compare_metadata(MigrationContext.configure(connection), metadata)


def _schema(connection: Connection) -> list[str]:
    """Return all that the database itself tells of its tables, that of Alembic among them."""
    looking = inspect(connection)
    told: list[str] = []
    for name in looking.get_table_names():
        told += (f"{name}: {part}" for part in (looking.get_columns(name), looking.get_pk_constraint(name)))
        told += (f"{name}: {key}" for key in looking.get_foreign_keys(name))
        told += (f"{name}: {unique}" for unique in looking.get_unique_constraints(name))
        told += (f"{name}: {index}" for index in looking.get_indexes(name))
        told += (f"{name}: {check}" for check in looking.get_check_constraints(name))
    if connection.dialect.name == "sqlite":  # it tells of AUTOINCREMENT only in words
        told += connection.exec_driver_sql("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL").scalars()
    return sorted(told)


async def test_the_migrations_make_the_tables_that_the_program_expects(address: URL) -> None:
    database = Database(address)
    async with database.writing() as connection:
        await connection.run_sync(migrate)
        assert await connection.run_sync(_differences) == []
    assert await upgrade(database) is None
    await database.close()


async def test_an_empty_database_gets_at_once_what_the_migrations_make(address: URL) -> None:
    database = Database(address)
    with contextlib.suppress(_UndoneError):
        async with database.writing() as connection:
            await connection.run_sync(migrate)
            migrated = await connection.run_sync(_schema)
            raise _UndoneError
    assert await upgrade(database) == ""
    async with database.reading() as connection:
        assert await connection.run_sync(_schema) == migrated
        assert (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalars().all() == [HEAD]
    await database.close()


def test_an_empty_database_needs_no_alembic(tmp_path: Path) -> None:
    script = (
        "import sys; sys.modules['alembic'] = None; from sqlalchemy.engine import make_url; "
        "from bot.store.upgrading import upgrade_now; print([upgrade_now(make_url(sys.argv[1]))])"
    )
    for said in ("['']", "[None]"):
        done = subprocess.run(
            [sys.executable, "-c", script, f"sqlite+aiosqlite:///{tmp_path}/bot.sqlite"],
            cwd=_ROOT,
            capture_output=True,
            text=True,
            timeout=60,
            check=True,
        )
        assert done.stdout.splitlines()[-1] == said


def test_the_newest_migration_is_the_one_the_program_asks_for() -> None:
    folder = Path(upgrading.__file__).parent / "migrations"
    assert ScriptDirectory(str(folder)).get_current_head() == HEAD
    assert {revision.revision for revision in ScriptDirectory(str(folder)).walk_revisions()} == known_revisions()


async def test_a_second_start_changes_nothing(database: Database) -> None:
    assert await upgrade(database) is None


async def test_several_processes_may_start_at_once(address: URL) -> None:
    databases = [Database(address) for _ in range(4)]
    before = await asyncio.gather(*(upgrade(database) for database in databases))
    assert sorted(before, key=str) == ["", None, None, None]
    for database in databases:
        await database.close()


async def test_a_database_of_a_newer_version_is_refused_and_left_alone(database: Database) -> None:
    async with database.writing() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(UnusableDatabaseError, match=r"newer version.*9999.*backup"):
        await upgrade(database)
    async with database.reading() as connection:
        assert (await connection.execute(text("SELECT version_num FROM alembic_version"))).scalar() == "9999"


@pytest.mark.parametrize(("before", "step"), [("", "make_tables"), ("0000", "migrate")])
async def test_what_fails_half_way_leaves_nothing_half_done(
    address: URL, monkeypatch: pytest.MonkeyPatch, before: str, step: str
) -> None:
    def half_way(connection: Connection) -> None:
        connection.execute(text("CREATE TABLE half (id INTEGER)"))
        raise OSError("the disk is full")

    database = Database(address)
    if before:
        await upgrade(database)
        async with database.writing() as connection:
            await connection.execute(text("UPDATE alembic_version SET version_num = :before"), {"before": before})
    known = known_revisions() | {"0000"}
    monkeypatch.setattr(upgrading, "known_revisions", lambda: known)
    with monkeypatch.context() as patch:
        patch.setattr(upgrading, step, half_way)
        with pytest.raises(UnusableDatabaseError, match="the disk is full"):
            await upgrade(database)
    monkeypatch.setattr(upgrading, "migrate", lambda _connection: None)
    assert await upgrade(database) == before
    async with database.reading() as connection:
        tables = await connection.run_sync(lambda sync: sync.dialect.get_table_names(sync))
    assert "half" not in tables
    await database.close()


async def test_before_a_migration_a_copy_is_made(tmp_path: Path) -> None:
    file = tmp_path / "bot.sqlite"
    database = Database(file_address(file))
    await upgrade(database)
    async with database.writing() as connection:
        await connection.execute(text("INSERT INTO muted_channels VALUES (1, 2)"))
        await connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    known = known_revisions() | {"0000"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(upgrading, "known_revisions", lambda: known)
        patch.setattr(upgrading, "migrate", lambda _connection: None)
        assert await upgrade(database) == "0000"
    await database.close()
    copy = sqlite3.connect(tmp_path / f"bot.sqlite.before-{HEAD}")
    assert copy.execute("SELECT * FROM muted_channels").fetchall() == [(1, 2)]
    copy.close()


async def test_a_copy_made_while_the_file_is_in_use_can_be_gone_back_to(tmp_path: Path) -> None:
    database = Database(file_address(tmp_path / "bot.sqlite"))
    await upgrade(database)
    async with database.writing() as connection:
        await connection.execute(text("INSERT INTO muted_channels VALUES (1, 2)"))
        copy_file(tmp_path / "bot.sqlite", tmp_path / "copies" / "early.sqlite")
    copy_file(tmp_path / "bot.sqlite", tmp_path / "copies" / "late.sqlite")
    await database.close()
    for name, kept in (("early", []), ("late", [(1, 2)])):
        restored = Database(file_address(tmp_path / "copies" / f"{name}.sqlite"))
        assert await upgrade(restored) is None
        async with restored.reading() as connection:
            assert [tuple(row) for row in await connection.execute(text("SELECT * FROM muted_channels"))] == kept
        await restored.close()


@pytest.mark.parametrize("content", [b"this is no database, whatever its name says " * 40])
async def test_a_file_that_is_no_database_is_refused_with_a_sentence(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "bot.sqlite"
    file.write_bytes(content)
    database = Database(file_address(file))
    with pytest.raises(UnusableDatabaseError, match="cannot be used: file is not a database"):
        await upgrade(database)
    await database.close()
    assert file.read_bytes() == content


async def test_a_file_that_another_program_holds_is_told_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_module, "_BUSY_SECONDS", 0)
    file = tmp_path / "bot.sqlite"
    database = Database(file_address(file))
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(UnusableDatabaseError, match="cannot be used: database is locked"):
            await upgrade(database)
    await database.close()


@pytest.mark.parametrize(
    ("host", "said"),
    [
        ("127.0.0.1", "nothing answers at that host and port; is PostgreSQL running"),
        ("a..b", "there is no host of that name"),
    ],
)
async def test_why_a_server_cannot_be_reached_is_said_in_words(host: str, said: str) -> None:
    database = Database(URL.create("postgresql+asyncpg", "me", "very-secret", host, 9, "bot"))
    with pytest.raises(UnusableDatabaseError, match=said):
        await upgrade(database)
    await database.close()


async def test_a_server_that_is_not_there_is_told_of_without_its_password() -> None:
    database = Database(URL.create("postgresql+asyncpg", "me", "very-secret", "127.0.0.1", 9, "bot"))
    with pytest.raises(UnusableDatabaseError, match="cannot be used") as told:
        await upgrade(database)
    assert "very-secret" not in str(told.value)
    await database.close()
