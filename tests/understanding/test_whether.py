"""Whether somebody was outside, how long any spacewalk is, and words that mean something else in another language."""

import pytest

from bot.answering import Librarian, Outcome
from bot.corpus import Ref, Sort


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("did tim peake go outside", "Yes. Timothy Peake made one spacewalk: 4 hours 43 minutes outside the ISS"),
        ("has Chris Hadfield walked in space", "Yes. Chris Hadfield made 2 spacewalks"),
        ("Hat Alexander Gerst einen Weltraumspaziergang gemacht?", "Yes. Alexander Gerst made one spacewalk"),
        ("Samantha Cristoforetti ha fatto una passeggiata spaziale?", "Yes. Samantha Cristoforetti made one"),
        ("Thomas Pesquet a-t-il fait une sortie dans l'espace ?", "Yes. Thomas Pesquet made 6 spacewalks"),
        ("Выходил ли Сергей Крикалёв в открытый космос?", "Yes. Sergei Krikalev made 8 spacewalks"),
        ("Da li je Leonov šetao svemirom?", "Yes. Alexei Leonov made one spacewalk: 12 minutes"),
        ("did neil armstrong do a spacewalk", "Yes. Neil Armstrong made one spacewalk"),
    ],
)
def test_whether_somebody_was_outside_is_told_first(librarian: Librarian, question: str, lead: str) -> None:
    answer = librarian.ask(question)
    assert (answer.outcome, answer.lead[: len(lead)]) == (Outcome.ANSWER, lead)


@pytest.mark.parametrize(
    "question",
    [
        "tim peake spacewalk",
        "what did Tim Peake do outside",
        "a leonov spacewalk",
        "the spacewalk gerst did",
        "is neil armstrong still outside",
        "was whitson the only spacewalker",
        "did gerst do another spacewalk",
        "tim peake hasn't done a spacewalk",
        "did tim peake never go outside",
        "did williams do a spacewalk",
    ],
)
def test_what_is_not_asked_for_a_yes_gets_none(librarian: Librarian, question: str) -> None:
    assert not librarian.ask(question).lead.startswith("Yes")


@pytest.mark.parametrize(
    "question",
    [
        "how long is a spacewalk",
        "wie lange dauert ein Weltraumspaziergang",
        "¿Cuánto dura una caminata espacial?",
        "Сколько длится выход в открытый космос?",
        "koliko traje šetnja svemirom",
    ],
)
def test_how_long_any_spacewalk_is_is_an_average(librarian: Librarian, question: str) -> None:
    assert "on average" in librarian.ask(question).lead


@pytest.mark.parametrize("question", ["how long ago was a spacewalk", "how long can a spacewalk be"])
def test_how_long_may_ask_for_something_else(librarian: Librarian, question: str) -> None:
    assert "on average" not in librarian.ask(question).lead


@pytest.mark.parametrize("question", ["wer ist Parmitano", "qui est Parmitano", "who is Parmitano"])
def test_who_somebody_is_is_no_particular(librarian: Librarian, question: str) -> None:
    assert librarian.ask(question).lead.startswith("Luca Parmitano was Italy's first spacewalker")


def test_how_long_the_spacewalk_was_that_was_told_of_is_its_length(librarian: Librarian) -> None:
    reading = librarian.read_following("how long was the spacewalk?", Ref(Sort.SPACEWALK, "voskhod-2"))
    assert librarian.answer(reading).lead.startswith("12 minutes")


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("wozu macht man Weltraumspaziergänge", "Spacewalks are made for building"),
        ("which man spent the most time outside", "Anatoly Solovyev"),
        ("oldest man to walk in space", "Michael Barratt was the oldest man"),
        ("Может ли космонавт улететь от станции?", "No: coming loose and drifting away has never happened"),
        ("Марк Ли", "Mark Lee flew"),
    ],
)
def test_a_word_is_what_it_is_in_its_language(librarian: Librarian, question: str, lead: str) -> None:
    assert librarian.ask(question).lead.startswith(lead)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("what is the MMU", "The MMU (Manned Maneuvering Unit) was the nitrogen jetpack"),
        ("what is a tether", "A safety tether is the line"),
        ("c'est quoi un MMU", "The MMU (Manned Maneuvering Unit) was the nitrogen jetpack"),
    ],
)
def test_what_something_is_is_no_particular(librarian: Librarian, question: str, lead: str) -> None:
    assert librarian.ask(question).lead.startswith(lead)


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("Che pressione c'è dentro la tuta?", "An American EMU holds oxygen at 4.3 psi"),
        ("how many layers does the suit have", "An American spacesuit can have up to sixteen layers."),
    ],
)
def test_other_words_for_one_thing_find_what_is_asked_of_it(librarian: Librarian, question: str, lead: str) -> None:
    assert librarian.ask(question).lead.startswith(lead)
