"""A single word is the topic that it names, or the choice of those of a kind, in every language."""

import pytest

from bot.answering import Librarian, Outcome

TOPICS = [
    *(("toilet", "food-drink-toilet"), ("camera", "helmet-camera"), ("rover", "lunar-rover"), ("rope", "tether")),
    *(("шлюз", "airlock"), ("Luftschleuse", "airlock"), ("esclusa", "airlock"), ("Strahlung", "radiation")),
]
KINDS = [
    *(("suit", "emu"), ("traje", "emu"), ("tuta", "emu"), ("der Raumanzug", "emu"), ("скафандр", "orlan")),
    *(("jetpack", "safer"), ("mochila cohete", "manned-maneuvering-unit"), ("jetpacks", "spk")),
    *(("training", "neutral-buoyancy"), ("addestramento", "neutral-buoyancy"), ("danger", "overheating")),
]
#: Of one topic only a word of an alias; of none; and small talk.
NO_TOPIC = ["repair", "window", "game", "pizza", "test", "safety", "x", "F", "do you have feelings"]


@pytest.mark.parametrize(("word", "topic"), TOPICS)
def test_a_word_that_a_topic_is_called_by_is_answered(librarian: Librarian, word: str, topic: str) -> None:
    answer = librarian.ask(word)
    assert (answer.outcome, answer.ids[0]) == (Outcome.ANSWER, topic)


@pytest.mark.parametrize(("word", "one"), KINDS)
def test_a_word_for_a_kind_of_things_offers_them(librarian: Librarian, word: str, one: str) -> None:
    answer = librarian.ask(word)
    assert answer.outcome is Outcome.CHOICES
    assert one in answer.ids


@pytest.mark.parametrize("word", NO_TOPIC)
def test_a_word_that_may_be_any_is_declined(librarian: Librarian, word: str) -> None:
    assert librarian.ask(word).outcome is Outcome.OUT_OF_SCOPE
