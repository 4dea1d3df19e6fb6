"""The installed command as a process of its own: what an operator sees who has not set it up right."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


def spacewalk_bot(folder: Path, *arguments: str, **settings: str) -> subprocess.CompletedProcess[str]:
    """Run the command in an empty folder, with nothing set but what is given."""
    environment = {name: value for name, value in os.environ.items() if name in {"PATH", "SYSTEMROOT", "LANG"}}
    return subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env={**environment, "HOME": str(folder), "PYTHONPATH": str(Path(__file__).parents[2]), **settings},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_without_a_token_run_says_so_and_exits_with_2(tmp_path: Path) -> None:
    done = spacewalk_bot(tmp_path, "run")
    assert done.returncode == 2
    assert done.stdout == ""
    [line] = done.stderr.splitlines()
    assert "DISCORD_TOKEN" in line


@pytest.mark.parametrize(
    ("name", "value"), [("LOG_LEVEL", "loud"), ("SHARD_COUNT", "many"), ("REPORT_CHANNEL_ID", "general")]
)
def test_a_setting_that_cannot_be_read_is_named_and_the_token_is_not_shown(
    tmp_path: Path, name: str, value: str
) -> None:
    done = spacewalk_bot(tmp_path, "run", **{"DISCORD_TOKEN": "very.secret.token", name: value})
    assert done.returncode == 2
    assert name in done.stderr
    assert "Traceback" not in done.stderr
    assert "secret" not in done.stderr + done.stdout


def test_asking_needs_no_discord(tmp_path: Path) -> None:
    script = (
        "import sys; sys.argv = ['spacewalk-bot', 'ask', 'leonov']; sys.modules['discord'] = None; "
        "import bot.cli; bot.cli.main()"
    )
    done = subprocess.run([sys.executable, "-c", script], cwd=tmp_path, capture_output=True, timeout=60, check=False)
    assert done.returncode == 0
    assert b"1965" in done.stdout


def test_without_the_extra_the_demo_says_how_to_get_it(tmp_path: Path) -> None:
    script = (
        "import importlib.util as u, sys; real = u.find_spec; "
        "u.find_spec = lambda name, package=None: None if name == 'simcord' else real(name, package); "
        "sys.argv = ['spacewalk-bot', 'demo']; import bot.cli; bot.cli.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 2
    [line] = done.stderr.splitlines()
    assert "spacewalk-bot[demo]" in line


def test_the_database_is_made_copied_and_not_overwritten(tmp_path: Path) -> None:
    early = spacewalk_bot(tmp_path, "db", "backup", "copy.sqlite")
    assert (early.returncode, early.stdout) == (1, "")
    assert "spacewalk-bot run" in early.stderr
    assert spacewalk_bot(tmp_path, "db", "upgrade").stdout == "The tables are made.\n"
    assert spacewalk_bot(tmp_path, "db", "upgrade").stdout == "The database is up to date.\n"
    copied = spacewalk_bot(tmp_path, "db", "backup", "copy.sqlite")
    assert copied.returncode == 0
    assert (tmp_path / "copy.sqlite").read_bytes().startswith(b"SQLite format 3")
    again = spacewalk_bot(tmp_path, "db", "backup", "copy.sqlite")
    assert again.returncode == 1
    assert "not overwritten" in again.stderr


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("mysql://me:secret@host/bot", "'mysql' is not supported"),
        ("sqlite://", "names no file"),
        ("sqlite+aiosqlite:///:memory:", "names no file"),
        ("postgresql://me:secret@host/bot?colour=blue", "takes no option 'colour'"),
        ("nonsense secret", "cannot be read"),
    ],
)
def test_an_address_of_no_database_is_refused_without_being_shown(tmp_path: Path, address: str, said: str) -> None:
    for command in (["run"], ["db", "upgrade"]):
        settings = {"DATABASE_URL": address, "DISCORD_TOKEN": "a.token.of.none"}
        done = spacewalk_bot(tmp_path, *command, **settings)
        assert done.returncode == 2
        assert "DATABASE_URL" in done.stderr
        assert said in done.stderr
        assert "postgresql+asyncpg://user:password@host/name" in done.stderr
        assert "secret" not in done.stderr + done.stdout


def test_a_backup_of_postgresql_is_left_to_its_own_tool(tmp_path: Path) -> None:
    done = spacewalk_bot(tmp_path, "db", "backup", "copy.sql", DATABASE_URL="postgresql://me:secret@127.0.0.1:9/bot")
    assert done.returncode == 1
    assert "pg_dump" in done.stderr
    assert "secret" not in done.stderr
