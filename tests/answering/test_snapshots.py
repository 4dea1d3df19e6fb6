"""Whole answers as they were when somebody last read them.

After a wanted change: make test ARGS=--snapshot-update, and read what changed.
"""

import pytest
from syrupy.assertion import SnapshotAssertion

from bot.answering import Librarian

QUESTIONS = [
    "Leonov",
    "sts-61",
    "Anatoly Solovyev",
    "longest",
    "oldest",
    "4 July 2021",
    "Helen Sharman",
    "williams",
    "apollo 13",
    "EMU",
    "us eva-23",
    "sts 61 eva 9",
    "white wine",
    "",
]


@pytest.mark.parametrize("question", QUESTIONS)
def test_whole_answers(librarian: Librarian, snapshot: SnapshotAssertion, question: str) -> None:
    assert librarian.ask(question) == snapshot
