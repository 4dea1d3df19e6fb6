"""`ask` and `chat` as they are typed, and as other programs use them."""

import json
from pathlib import Path

import pytest

from tests.process.command import spacewalk_bot, spacewalk_bot_reading


def test_a_question_may_be_typed_without_quotes(tmp_path: Path) -> None:
    done = spacewalk_bot(tmp_path, "ask", "--json", "how", "long", "was", "leonov", "outside")
    assert (done.returncode, done.stderr) == (0, "")
    answer = json.loads(done.stdout)
    assert answer["question"] == "how long was leonov outside"
    assert answer["lead"].startswith("12 minutes")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["ask"], 'give one question, e.g. ask "sts-61"'),
        (["ask", "--jsonl", "sts-61"], 'give one question, e.g. ask "sts-61"'),
        (["ask", "--json", "--explain", "sts-61"], 'ask without --json, e.g. ask --explain "lost glove"'),
        (["ask", "--jsonl", "--explain"], 'ask without --json, e.g. ask --explain "lost glove"'),
        (["aks", "sts-61"], "Did you mean 'ask'?"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_what_can(tmp_path: Path, arguments: list[str], said: str) -> None:
    done = spacewalk_bot(tmp_path, *arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


def test_bytes_that_are_no_text_are_asked_as_question_marks(tmp_path: Path) -> None:
    done = spacewalk_bot(tmp_path, "ask", "--json", b"leonov \xff \xc3\xa9", PYTHONUTF8="1")
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["question"] == "leonov ? é"


def test_lines_are_read_as_windows_writes_them(tmp_path: Path) -> None:
    typed = b'\xef\xbb\xbf{"question": "sts-61"}\r\n\r\n{"question": "leonov"}\r\n'
    done = spacewalk_bot_reading(typed, tmp_path, "ask", "--jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    assert [json.loads(line)["question"] for line in done.stdout.splitlines()] == ["sts-61", "leonov"]


def test_lines_in_another_encoding_are_named(tmp_path: Path) -> None:
    done = spacewalk_bot_reading('{"question": "прва"}\n'.encode("cp1251"), tmp_path, "ask", "--jsonl")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("line 1: not UTF-8 text; write it like {")


@pytest.mark.parametrize("line", ["not json", '{"question": "sts-61"', "{'question': 'sts-61'}"])
def test_lines_that_are_no_json_are_told_what_is(tmp_path: Path, line: str) -> None:
    done = spacewalk_bot_reading(line.encode(), tmp_path, "ask", "--jsonl")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == ('line 1: not JSON; write it like {"id": "1", "question": "how long was Leonov outside?"}\n')


@pytest.mark.parametrize("word", [b"quit", b"exit", b":q", b" Quit "])
def test_chat_is_left_by_a_word_from_a_pipe_too(tmp_path: Path, word: bytes) -> None:
    done = spacewalk_bot_reading(b"\xef\xbb\xbfleonov\r\n" + word + b"\r\nsts-61\r\n", tmp_path, "chat")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("18 March 1965")
    assert done.stdout.count("Sources:") == 1
    assert "STS-61" not in done.stdout
