"""A conversation in the terminal, typed as a pipe types it."""

import io
from pathlib import Path

import pytest
from rich.console import Console

from bot.answering import Librarian
from bot.terminal.chat import chat


class Said:
    """What is answered to lines."""

    def __init__(self, librarian: Librarian, monkeypatch: pytest.MonkeyPatch, history: Path) -> None:
        self._librarian = librarian
        self._monkeypatch = monkeypatch
        self._history = history

    def to(self, *lines: str) -> str:
        """Return everything that is answered."""
        out = io.StringIO()
        self._monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))
        chat(self._librarian, Console(file=out, width=100), self._history)
        return out.getvalue()


@pytest.fixture
def said(librarian: Librarian, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Said:
    return Said(librarian, monkeypatch, tmp_path / "history")


def test_a_number_picks_a_choice(said: Said) -> None:
    assert "Dafydd Williams" in said.to("Williams", "2").split("Sources:")[1]


@pytest.mark.parametrize("number", ["0", "99"])
def test_a_number_that_picks_nothing_leaves_the_choices_open(said: Said, number: str) -> None:
    told = said.to("Williams", number, "2")
    assert "Type a number from 1 to" in told
    assert "Dafydd Williams" in told.split("Type a number")[1]


def test_a_question_may_leave_out_what_was_told_of(said: Said) -> None:
    assert "Christopher Cassidy went out with" in said.to("us eva-23", "who was with him?")
    assert "Peggy Whitson made 10 spacewalks" in said.to("Whitson", "thanks", "how many?").split("welcome")[1]
    assert "495 spacewalks" in said.to("Whitson", "how many spacewalks have there been?")


def test_help_says_what_can_be_typed(said: Said) -> None:
    assert "“quit” leaves" in " ".join(said.to("help").split())


@pytest.mark.parametrize("number", ["1984", "9" * 5000, "²"])
def test_a_number_that_picks_nothing_is_a_question_like_any_other(said: Said, number: str) -> None:
    assert said.to("Williams", number).count("Sources:") == 2


@pytest.mark.parametrize("word", ["quit", "EXIT", ":q", "bye", "/quit"])
def test_a_word_leaves(said: Said, word: str) -> None:
    assert said.to(word, "leonov") == ""


def test_empty_lines_are_passed_over(said: Said) -> None:
    assert said.to("", "  ", "leonov").count("Sources:") == 1
