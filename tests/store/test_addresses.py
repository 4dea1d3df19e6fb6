"""Addresses of databases as people have them, from hosts of databases too."""

from pathlib import Path

import pytest

from bot.store.addresses import DatabaseAddressError, read_address, shown
from bot.store.backing_up import BackupError, back_up
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
    [
        "",
        "bot.sqlite",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite://var/lib/bot.sqlite",
        "sqlite:///f?x=1",
        "sqlite:///~nobody-of-that-name/f",
        "mysql://h/b",
        "postgresql://h/b?x=y",
        "postgresql://h:port/b",
        "postgresql://h:70000/b",
        "postgresql://h:0/b",
        "postgresql://h/b?port=x",
        "postgresql://me:p@ss@h/b",
    ],
)
def test_what_is_no_address_is_refused_with_one_that_works(typed: str) -> None:
    with pytest.raises(DatabaseAddressError, match=r"write it like sqlite:////"):
        read_address(typed)


@pytest.mark.parametrize(
    ("typed", "seen"),
    [
        ("postgres://me:pw@host:5433/bot?sslmode=require", "postgresql://host:5433/bot"),
        ("postgresql://me:pw@/bot?host=h1&host=h2", "postgresql:///bot?host=h1&host=h2"),
        ("sqlite:////srv/bot.sqlite", "/srv/bot.sqlite"),
    ],
)
def test_what_is_shown_of_an_address_gives_nothing_away(typed: str, seen: str) -> None:
    assert shown(read_address(typed)) == seen


def test_a_file_may_be_given_from_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert shown(read_address("sqlite:///~/bot.sqlite")) == str(tmp_path / "bot.sqlite")


def test_a_backup_says_which_of_both_files_is_wrong_and_leaves_nothing(tmp_path: Path) -> None:
    source, target = tmp_path / "bot.sqlite", tmp_path / "copy.sqlite"
    source.write_bytes(b"no database at all, however long it is " * 50)
    with pytest.raises(BackupError, match=r"bot\.sqlite is no database that can be read"):
        back_up(file_address(source), target)
    assert not target.exists()
