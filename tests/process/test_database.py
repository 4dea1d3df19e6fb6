"""The database as its operator meets it: made, copied, named, and refused."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.faults.loopback import Loopback
from tests.faults.process import BotProcess
from tests.process.command import spacewalk_bot


def test_the_database_is_made_copied_and_not_overwritten(tmp_path: Path) -> None:
    early = spacewalk_bot(tmp_path, "db", "backup", "copy.sqlite")
    assert (early.returncode, early.stdout) == (1, "")
    assert "spacewalk-bot run" in early.stderr
    made, kept = (spacewalk_bot(tmp_path, "db", "upgrade") for _ in range(2))
    [file] = tmp_path.rglob("bot.sqlite")
    assert (made.stdout, made.stderr) == (f"{file}: the tables are made.\n", "")
    assert (kept.stdout, kept.stderr) == (f"{file}: the database is up to date.\n", "")
    copied = spacewalk_bot(tmp_path, "db", "backup", "copy.sqlite")
    assert copied.returncode == 0
    assert copied.stdout.startswith(f"{file}: copied to copy.sqlite, ")
    assert (tmp_path / "copy.sqlite").read_bytes().startswith(b"SQLite format 3")
    again = spacewalk_bot(tmp_path, "db", "backup", "copy.sqlite")
    assert again.returncode == 1
    assert "not overwritten" in again.stderr


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("mysql://me:secret@host/bot", "'mysql' is not supported"),
        ("nonsense secret", "cannot be read"),
        ("postgresql://me:very@secret@host/bot", "more than one @"),
    ],
)
def test_an_address_of_no_database_is_refused_without_being_shown(tmp_path: Path, address: str, said: str) -> None:
    for command in (["run"], ["db", "upgrade"]):
        settings = {"DATABASE_URL": address, "DISCORD_TOKEN": "a.token.of.none"}
        done = spacewalk_bot(tmp_path, *command, **settings)
        assert done.returncode == 2
        assert "DATABASE_URL" in done.stderr
        assert said in done.stderr
        assert "postgresql://user:password@host/name" in done.stderr
        assert "secret" not in done.stderr + done.stdout


def test_a_backup_of_postgresql_is_left_to_its_own_tool(tmp_path: Path) -> None:
    done = spacewalk_bot(tmp_path, "db", "backup", "copy.sql", DATABASE_URL="postgresql://me:secret@127.0.0.1:9/bot")
    assert done.returncode == 1
    assert "pg_dump" in done.stderr
    assert "secret" not in done.stderr


@pytest.mark.parametrize("command", ["upgrade", "backup"])
def test_the_database_is_called_by_its_setting_and_shown_without_user_and_password(
    tmp_path: Path, command: str
) -> None:
    address = "sqlite:///here.sqlite"
    done = spacewalk_bot(tmp_path, "db", "upgrade", DATABASE_URL=address)
    if command == "backup":
        done = spacewalk_bot(tmp_path, "db", "backup", "copy.sqlite", DATABASE_URL=address)
    assert done.stdout.startswith(f"DATABASE_URL ({tmp_path / 'here.sqlite'}): ")
    gone = spacewalk_bot(tmp_path, "db", "upgrade", DATABASE_URL="postgresql://me:secret@127.0.0.1:9/bot")
    assert gone.returncode == 1
    assert gone.stderr == (
        "DATABASE_URL (postgresql://127.0.0.1:9/bot): the database cannot be used: "
        "nothing answers at that host and port; is PostgreSQL running?\n"
    )


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda file: file.write_bytes(b"this is no database, whatever its name says " * 40), "file is not a database"),
        (lambda file: file.mkdir(), "unable to open database file"),
    ],
    ids=["no database", "a folder"],
)
def test_a_file_that_cannot_be_used_is_named_not_the_setting_that_was_not_made(
    tmp_path: Path, make: Callable[[Path], object], said: str
) -> None:
    kept = str(tmp_path / "kept")
    settings = {"XDG_CONFIG_HOME": kept, "APPDATA": kept}
    file = tmp_path / "kept" / "spacewalk-bot" / "bot.sqlite"
    file.parent.mkdir(parents=True)
    make(file)
    with Loopback() as discord:
        bot = BotProcess(discord, tmp_path, **settings)
        bot.start()
        assert bot.ended() == 1
    assert bot.log.read_text(encoding="utf-8").splitlines()[-1] == f"{file}: the database cannot be used: {said}"
    upgraded = spacewalk_bot(tmp_path, "db", "upgrade", **settings)
    assert (upgraded.returncode, upgraded.stderr) == (1, f"{file}: the database cannot be used: {said}\n")


@pytest.mark.parametrize("command", [["run"], ["db", "upgrade"], ["db", "backup", "copy.sqlite"]])
def test_a_folder_that_was_set_and_is_not_there_is_named_and_not_made(tmp_path: Path, command: list[str]) -> None:
    settings = {"DATABASE_URL": f"sqlite:///{tmp_path}/no/folder/bot.sqlite", "DISCORD_TOKEN": "a.token.of.none"}
    done = spacewalk_bot(tmp_path, *command, **settings)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"DATABASE_URL: there is no folder {tmp_path / 'no' / 'folder'} for the database; ")
    assert not (tmp_path / "no").exists()


def test_a_folder_to_copy_to_that_is_not_there_is_named_and_not_made(tmp_path: Path) -> None:
    spacewalk_bot(tmp_path, "db", "upgrade")
    done = spacewalk_bot(tmp_path, "db", "backup", "no/copy.sqlite")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"There is no folder {tmp_path / 'no'} to copy to; ")
    assert not (tmp_path / "no").exists()


def test_the_database_is_looked_at_before_discord(tmp_path: Path) -> None:
    settings = {"DATABASE_URL": "postgresql://me:secret@127.0.0.1:9/bot", "DISCORD_TOKEN": "a.token.of.none"}
    done = spacewalk_bot(tmp_path, "run", **settings)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("DATABASE_URL (postgresql://127.0.0.1:9/bot): the database cannot be used: ")
    assert "Discord" not in done.stderr


def test_a_folder_that_is_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    done = spacewalk_bot(tmp_path, "db", "upgrade", DATABASE_URL="sqlite:///file/bot.sqlite")
    assert done.returncode == 1
    assert "cannot be used: file: " in done.stderr
    spacewalk_bot(tmp_path, "db", "upgrade")
    copied = spacewalk_bot(tmp_path, "db", "backup", "file/copy.sqlite")
    assert copied.returncode == 1
    assert copied.stderr.startswith(f"{Path('file/copy.sqlite')} could not be written: ")
    assert "Traceback" not in copied.stderr
