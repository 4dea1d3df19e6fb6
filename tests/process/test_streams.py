"""Standard input and output that are closed, full, or read only in part."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.process.command import environment

_FULL = Path("/dev/full")
_COMMANDS = (["export"], ["ask", "sts-61"], ["ask", "--json", "sts-61"], ["--help"])


@pytest.mark.skipif(not _FULL.exists(), reason="no device that is always full")
@pytest.mark.parametrize("arguments", _COMMANDS)
def test_a_disk_that_is_full_is_told_of(tmp_path: Path, arguments: list[str]) -> None:
    with _FULL.open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            env=environment(tmp_path),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
            check=False,
        )
    assert done.returncode == 1
    [line] = done.stderr.splitlines()
    assert line.startswith("standard output cannot be written: ")


@pytest.mark.parametrize("arguments", _COMMANDS)
def test_a_reader_that_has_gone_ends_it_without_a_word(tmp_path: Path, arguments: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        done = subprocess.run(
            [sys.executable, "-m", "bot", *arguments],
            env=environment(tmp_path),
            stdout=writing,
            stderr=subprocess.PIPE,
            timeout=60,
            check=False,
        )
    finally:
        os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


def test_ctrl_c_ends_it_without_a_word_while_it_is_still_starting(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "class Pressed:\n"
        "    def find_spec(self, name, *_):\n"
        "        if name == 'bot.answering': raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Pressed())\n"
        "from bot.__main__ import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        env=environment(tmp_path),
        cwd=tmp_path,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.skipif(sys.platform == "win32", reason="streams are closed with a shell's means")
@pytest.mark.parametrize("arguments", ["chat <&-", "ask --jsonl <&-", "ask sts-61 >&-", "export >&-", "chat <&- >&-"])
def test_streams_that_are_closed_read_as_empty_and_take_anything(tmp_path: Path, arguments: str) -> None:
    done = subprocess.run(  # noqa: S602 - a fixed line
        f'"{sys.executable}" -m bot {arguments}',
        shell=True,
        env=environment(tmp_path),
        stderr=subprocess.PIPE,
        timeout=60,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
