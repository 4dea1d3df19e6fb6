"""Addresses of databases as people have them, from hosts of databases too."""

from pathlib import Path

import pytest

from bot.store.backing_up import BackupError, back_up
from bot.store.addresses import DatabaseAddressError, read_address, shown
from bot.store.database import Database, file_address


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("postgres://me:pw@host:5433/bot?sslmode=require", "postgresql+asyncpg://me:pw@host:5433/bot?ssl=require"),
        ("postgresql://me@/bot?host=/run/pg", "postgresql+asyncpg://me@/bot?host=%2Frun%2Fpg"),
        ("sqlite:////srv/bot.sqlite", "sqlite+aiosqlite:////srv/bot.sqlite"),
    ],
)
async def test_an_address_is_read_as_it_was_copied(typed: str, read: str) -> None:
    url = read_address(typed)
    assert url.render_as_string(hide_password=False) == read
    await Database(url).close()


@pytest.mark.parametrize(
    "typed",
    ["", "bot.sqlite", "sqlite://", "sqlite:///:memory:", "mysql://h/b", "postgresql://h/b?x=y", "sqlite:///f?x=1"],
)
def test_what_is_no_address_is_refused_with_one_that_works(typed: str) -> None:
    with pytest.raises(DatabaseAddressError, match=r"write it like sqlite\+aiosqlite:////"):
        read_address(typed)


def test_a_backup_says_which_of_both_files_is_wrong_and_leaves_nothing(tmp_path: Path) -> None:
    source, target = tmp_path / "bot.sqlite", tmp_path / "copy.sqlite"
    source.write_bytes(b"no database at all, however long it is " * 50)
    with pytest.raises(BackupError, match=r"bot\.sqlite is no database that can be read"):
        back_up(file_address(source), target)
    assert not target.exists()
