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
