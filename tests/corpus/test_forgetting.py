"""What a corpus keeps of the vocabularies once the indexes are made from them."""

from pathlib import Path

from bot.answering import Librarian, Outcome, Wording
from bot.corpus import load_corpus

_KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


def test_questions_are_understood_when_the_vocabularies_are_forgotten() -> None:
    librarian = Librarian(load_corpus(_KNOWLEDGE), Wording())
    questions = ("wie lange war Leonow draußen?", "who joked about washing the windows?", "toilette", "EVA 4 of STS-61")
    librarian.warm()
    particles = librarian.corpus.particles
    librarian.corpus.forget_vocabularies()
    assert librarian.corpus.vocabularies == ()
    assert librarian.corpus.particles == particles
    assert {librarian.ask(question).outcome for question in questions} == {Outcome.ANSWER}
