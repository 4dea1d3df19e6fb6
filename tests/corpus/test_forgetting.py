"""What a corpus keeps once the indexes are made from it."""

from pathlib import Path

from bot.answering import Librarian, Outcome, Wording
from bot.corpus import load_corpus

_KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


def test_questions_are_understood_when_what_is_indexed_is_forgotten() -> None:
    librarian = Librarian(load_corpus(_KNOWLEDGE), Wording())
    questions = (
        "how long is a tether",
        "length of the tethers",
        "wie lange war Leonow draußen?",
        "who joked about washing the windows?",
        "toilette",
        "EVA 4 of STS-61",
    )
    librarian.warm()
    before = [librarian.ask(question).lead for question in questions]
    particles = librarian.corpus.particles
    librarian.corpus.forget_what_is_indexed()
    assert librarian.corpus.vocabularies == ()
    assert librarian.corpus.particles == particles
    assert [librarian.ask(question).lead for question in questions] == before
    assert {librarian.ask(question).outcome for question in questions} == {Outcome.ANSWER}
