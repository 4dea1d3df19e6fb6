"""Questions that follow up an answer and leave out what they are about."""

import pytest

from bot.answering import Librarian, Outcome
from bot.corpus import Ref, Sort

WHITSON = Ref(Sort.SPACEWALKER, "peggy-whitson")
FIRST_WOMAN = Ref(Sort.RECORD, "first-woman-spacewalker")
LONGEST = Ref(Sort.RECORD, "longest-spacewalk")
PARMITANO = Ref(Sort.SPACEWALK, "us-eva-23")


def lead(librarian: Librarian, question: str, about: Ref | None) -> str:
    return librarian.answer(librarian.read_following(question, about)).lead


@pytest.mark.parametrize(
    ("about", "question", "begins"),
    [
        (WHITSON, "how many?", "Peggy Whitson made 10 spacewalks"),
        (WHITSON, "how many spacewalks did she make?", "Peggy Whitson made 10 spacewalks"),
        (WHITSON, "when?", "Between 16 August 2002"),
        (PARMITANO, "how long did it take?", "1 hour 32 minutes"),
        (PARMITANO, "who was with him?", "Christopher Cassidy went out with Luca Parmitano"),
        (Ref(Sort.STATION, "mir"), "how many?", "There were 80 spacewalks at Mir"),
        (FIRST_WOMAN, "how old was she", "Svetlana Savitskaya was 35 years 352 days old"),
        (FIRST_WOMAN, "who was with her", "Vladimir Dzhanibekov went out with Svetlana Savitskaya"),
        (FIRST_WOMAN, "wie lange war sie draußen", "3 hours 35 minutes"),
        (LONGEST, "and the second longest?", "James Voss and Susan Helms made the second longest spacewalk"),
        (LONGEST, "when was it", "On 17 December 2024"),
    ],
)
def test_what_is_left_out_is_what_was_told_of(librarian: Librarian, about: Ref, question: str, begins: str) -> None:
    assert lead(librarian, question, about).startswith(begins)


@pytest.mark.parametrize(
    "question",
    [
        "thanks",
        "hello",
        "how many spacewalks in 1984?",
        "how many spacewalks have there been?",
        "help",
        "who was the first woman?",
        "lol",
        "and Leonov?",
    ],
)
def test_what_says_itself_what_it_is_about_is_answered_alone(librarian: Librarian, question: str) -> None:
    assert librarian.read_following(question, WHITSON) == librarian.read(question)


def test_an_entry_that_is_gone_is_not_followed_up(librarian: Librarian) -> None:
    gone = Ref(Sort.SPACEWALKER, "nobody")
    assert librarian.read_following("how many?", gone) == librarian.read("how many?")


@pytest.mark.parametrize("question", ["did he die?", "what is the weather", "ok cool"])
def test_what_no_entry_tells_is_declined_and_not_answered_with_its_card(librarian: Librarian, question: str) -> None:
    reading = librarian.read_following(question, PARMITANO)
    assert librarian.answer(reading).outcome is Outcome.OUT_OF_SCOPE
