"""What is asked about a story or a topic in particular: found by its words, and only where it is asked."""

import pytest

from bot.answering import Librarian, Outcome
from bot.corpus import Corpus

#: Questions that are put otherwise than they are written down, with how the answer begins.
PUT_OTHERWISE = [
    ("how long are the tethers", "The safety tether of an American suit at the ISS is about 26"),
    ("voskod 2 problem", "On the first spacewalk, on 18 March 1965, Alexei Leonov's suit swelled"),
    ("what happened to alexei leonov on his spacewalk", "On the first spacewalk, on 18 March 1965, Alexei Leonov's"),
    ("how did mccandles steer his jetpack", "With the gas jets of his jetpack"),
    ("hubble glases", "Hubble's sight needed correcting"),
    ("intelsat catch hands", "With their hands"),
    ("what went wrong on gemini 11", "On Gemini 11 in September 1966 Richard Gordon tied a tether"),
    ("how much water was in luca's helmet in 2013", "1 to 1.5 litres"),
    ("difference between emu and orlan", "An American EMU is put together from parts"),
]
#: Questions with the words of others, which ask for something else.
ASKED_OTHERWISE = [
    ("what did armstrong say when he stepped on the moon", "“That's one small step"),
    ("Gene Cernan number of spacewalks", "Eugene Cernan made 4 spacewalks"),
    ("How long were Voss and Helms outside?", "8 hours 56 minutes"),
    ("which suit did Wang Yaping wear outside", "Feitian"),
    ("Americans or Russians: more spacewalks?", "The USA made 296 spacewalks"),
    ("who was with parmitano in 2013", "Luca Parmitano went out with Christopher Cassidy on 2 spacewalks in 2013."),
    ("what went wrong on gemini 12", "On Gemini 12 in November 1966 Buzz Aldrin worked"),
    ("How many American spacewalks have there been?", "There were 296 spacewalks"),
]


def test_every_question_that_is_written_down_gets_its_answer(librarian: Librarian, corpus: Corpus) -> None:
    told = corpus.particulars
    written = [(question, one.says) for one in told for question in (*one.asked, *one.asked_elsewhere)]
    assert len(written) > 5000
    assert [question for question, says in written if librarian.ask(question).lead != says] == []


@pytest.mark.parametrize(("question", "begins"), PUT_OTHERWISE)
def test_a_question_may_be_put_otherwise(librarian: Librarian, question: str, begins: str) -> None:
    assert librarian.ask(question).lead.startswith(begins)


@pytest.mark.parametrize(("question", "begins"), ASKED_OTHERWISE)
def test_what_is_asked_otherwise_is_answered_otherwise(librarian: Librarian, question: str, begins: str) -> None:
    assert librarian.ask(question).lead.startswith(begins)


@pytest.mark.parametrize("question", ["jetpack", "der Raumanzug", "good night all", "did they eat breakfast at home"])
def test_a_word_asks_for_nothing_in_particular(librarian: Librarian, question: str) -> None:
    assert librarian.ask(question).outcome is not Outcome.ANSWER


def test_the_card_tells_the_rest_of_the_entry(librarian: Librarian) -> None:
    answer = librarian.ask("how long is a tether")
    assert answer.ids[0] == "tether"
    assert answer.title == "Safety tether"
    assert "Parmitano" in answer.text
