"""The help of every command: whole sentences, and examples that can be copied."""

from pathlib import Path

import pytest

from tests.process.command import spacewalk_bot

COMMANDS: tuple[list[str], ...] = (
    [],
    ["run"],
    ["ask"],
    ["chat"],
    ["demo"],
    ["check"],
    ["export"],
    ["schema"],
    ["db"],
    ["db", "upgrade"],
    ["db", "backup"],
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_line_of_the_help_is_cut(tmp_path: Path, command: list[str]) -> None:
    done = spacewalk_bot(tmp_path, *command, "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert not [line for line in done.stdout.splitlines()[1:] if line.endswith("...")]


@pytest.mark.parametrize(
    ("command", "example"),
    [
        ("ask", """echo '{"id": "1", "question": "longest"}' | spacewalk-bot ask --jsonl"""),
        ("chat", 'echo "sts-61" | spacewalk-bot chat'),
        ("export", "spacewalk-bot export --format csv > spacewalks.csv"),
    ],
)
def test_an_example_stands_on_one_line_however_narrow_the_terminal(tmp_path: Path, command: str, example: str) -> None:
    done = spacewalk_bot(tmp_path, command, "-h", COLUMNS="50")
    assert f"    {example}" in done.stdout.splitlines()
