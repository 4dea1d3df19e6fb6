"""Questions that suppose a death are set right, and only those."""

import pytest

from bot.answering import Librarian

_TRUTH = "Nobody has died on a spacewalk."


@pytest.mark.parametrize(
    "question",
    [
        "which astronaut died on that spacewalk in 2013",
        "who was killed on us eva-23",
        "did leonov die during his spacewalk",
        "did they die on 16 July 2013",
        "the dead astronaut of us eva-23",
        "how did the astronaut die on that spacewalk in 2013",
        "which cosmonaut died during spacewalk at mir",
        "wer starb beim weltraumspaziergang 2013",
        "quel astronaute est mort pendant la sortie 2013",
        "кто погиб в космосе в 2013 при выходе",
        "ko je poginuo tokom svemirske šetnje 2013",
    ],
)
def test_a_death_that_never_was_is_denied_before_anything_else(librarian: Librarian, question: str) -> None:
    assert librarian.ask(question).lead.startswith(_TRUTH)


@pytest.mark.parametrize(
    "question",
    [
        "astronaut nearly died spacewalk 2013",
        "moscow yelling at him to drop everything because his battery was dying",
        "War Sawizkaja die erste Frau?",
        "die längste Außenbordarbeit",
        "they hit a lever on a dead satellite with homemade paddles",
    ],
)
def test_nothing_is_denied_that_nobody_supposed(librarian: Librarian, question: str) -> None:
    assert _TRUTH not in librarian.ask(question).lead


def test_who_asks_whether_anybody_died_is_told_so_once(librarian: Librarian) -> None:
    assert librarian.ask("who died during a spacewalk").lead == "Nobody has ever died on a spacewalk."
