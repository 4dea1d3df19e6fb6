"""The installed command as a process of its own: what an operator sees who has not set it up right."""

import socket
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from bot.corpus import Corpus
from tests.process.command import environment, spacewalk_bot


def test_without_a_token_run_says_so_and_exits_with_2(tmp_path: Path) -> None:
    done = spacewalk_bot(tmp_path, "run")
    assert done.returncode == 2
    assert done.stdout == ""
    [line] = done.stderr.splitlines()
    assert "DISCORD_TOKEN is not set" in line
    assert f"{tmp_path / '.env'} (there is no such file)" in line


def test_a_folder_in_place_of_the_env_file_is_told_of(tmp_path: Path) -> None:
    (tmp_path / ".env").mkdir()
    done = spacewalk_bot(tmp_path, "run")
    assert done.returncode == 2
    hint, refusal = done.stderr.splitlines()
    assert hint.startswith(f"{tmp_path / '.env'} is a folder, not a file")
    assert "no such file" not in refusal


def test_a_mistyped_name_in_the_env_file_is_pointed_at(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"DISCORD_TOKN=very.secret.token\r\n")
    done = spacewalk_bot(tmp_path, "run")
    assert done.returncode == 2
    hint, refusal = done.stderr.splitlines()
    assert hint.endswith(".env:1: DISCORD_TOKN is no setting and changes nothing; did you mean DISCORD_TOKEN?")
    assert "no such file" not in refusal
    assert "secret" not in done.stderr


@pytest.mark.parametrize(
    "command", [["run"], ["ask", "sts-61"], ["check"], ["schema"], ["db", "upgrade"], ["--version"]]
)
def test_a_file_saved_in_another_encoding_is_named_by_every_command(tmp_path: Path, command: list[str]) -> None:
    (tmp_path / ".env").write_bytes("DISCORD_TOKEN=very.secret.token\r\n".encode("utf-16"))
    done = spacewalk_bot(tmp_path, *command)
    assert done.returncode == 2
    [line] = done.stderr.splitlines()
    assert line.startswith(f"{tmp_path / '.env'}: is saved as UTF-16; save it as UTF-8")


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
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env=environment(tmp_path),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0
    assert b"1965" in done.stdout


def test_without_the_extra_the_demo_says_how_to_get_it(tmp_path: Path) -> None:
    script = (
        "import importlib.util as u, sys; real = u.find_spec; "
        "u.find_spec = lambda name, package=None: None if name == 'simcord' else real(name, package); "
        "sys.argv = ['spacewalk-bot', 'demo']; import bot.cli; bot.cli.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env=environment(tmp_path),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    [line] = done.stderr.splitlines()
    assert "`make demo`" in line
    assert f"{sys.executable} -m pip install '.[demo]'" in line


def test_the_versions_of_program_and_corpus_are_told(tmp_path: Path, knowledge: Path, corpus: Corpus) -> None:
    done = spacewalk_bot(tmp_path, "--version", KNOWLEDGE_DIR=str(knowledge))
    assert (done.returncode, done.stderr) == (0, "")
    program, told = done.stdout.splitlines()
    assert program == f"spacewalk-bot {version('spacewalk-bot')}"
    assert told == f"corpus {corpus.about.version} in {knowledge}"


@pytest.mark.parametrize("port", ["70000", "0", "-1", "http", ""])
def test_a_port_that_is_none_is_refused(tmp_path: Path, port: str) -> None:
    done = spacewalk_bot(tmp_path, "demo", "--port", port)
    assert done.returncode == 2
    assert f"--port: expected a whole number from 1 to 65535, e.g. --port 8765; got '{port}'" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        done = spacewalk_bot(tmp_path, "demo", "--no-browser", "--port", str(port))
    assert (done.returncode, done.stdout) == (2, "")
    [line] = done.stderr.splitlines()
    assert line.startswith(f"--port: {port} is taken by another program. Name another")


def test_without_a_home_folder_none_is_made_up(tmp_path: Path) -> None:
    settings = {"DISCORD_TOKEN": "a.token.of.none", "XDG_CONFIG_HOME": "here", "APPDATA": "here"}
    for command in (["run"], ["db", "upgrade"]):
        done = spacewalk_bot(tmp_path, *command, **settings)
        assert done.returncode == 2
        assert "Set HOME or DATABASE_URL" in done.stderr
        assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("arguments", [["-h"], ["ask", "-h"], ["db", "backup", "--help"]])
def test_help_is_there_by_both_names(tmp_path: Path, arguments: list[str]) -> None:
    done = spacewalk_bot(tmp_path, *arguments)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Usage:" in done.stdout
