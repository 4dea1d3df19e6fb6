"""The colour of a card, and the words that say what the colour means: its programme, or what became of a question."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from bot.answering import Answer, Outcome, Wording
from bot.corpus import Corpus
from bot.discord_app import texts
from bot.understanding.reading import Why


class Theme(NamedTuple):
    """A colour as 0xRRGGBB, with its meaning in words; colour alone says nothing to many people."""

    colour: int
    said: str


_GENERAL: Final = 0x4F6D8F
_SEVERAL: Final = 0x6C5B9E
_OUTCOMES: Final = {
    Outcome.CHOICES: 0xC78A00,
    Outcome.NOT_FOUND: 0xB3541E,
    Outcome.OUT_OF_SCOPE: 0x7A7A7A,
}
#: Who greets has asked nothing that could be left without an answer.
_SMALL_TALK: Final = frozenset({Why.GREETING, Why.THANKS, Why.HELP})
_PROGRAMMES: Final = {
    "voskhod": 0xB22234,
    "gemini": 0x1F6FB2,
    "soyuz": 0xC0392B,
    "apollo": 0x8C9AA8,
    "skylab": 0xD4A017,
    "salyut": 0xA63D40,
    "shuttle": 0x2E86C1,
    "mir": 0x8E3B46,
    "shuttle-mir": 0x5B4B8A,
    "iss": 0x148F77,
    "shenzhou": 0xE74C3C,
    "tiangong": 0xD35400,
    "polaris": 0x1C1C3C,
}


def theme_of(corpus: Corpus, words: Wording, answer: Answer) -> Theme:
    """Return the colour of an answer and what it means."""
    if answer.why in _SMALL_TALK:
        return Theme(_GENERAL, texts.cards.no_programme(words))
    if answer.outcome is not Outcome.ANSWER:
        return Theme(_OUTCOMES[answer.outcome], texts.cards.outcome_said(words, answer.outcome))
    programmes = list(dict.fromkeys(_programmes(corpus, answer)))
    names = [corpus.programmes[key].name for key in programmes]
    if not names:
        return Theme(_GENERAL, texts.cards.no_programme(words))
    if len(names) == 1:
        return Theme(_PROGRAMMES.get(programmes[0], _GENERAL), texts.cards.programme(words, names[0]))
    return Theme(_SEVERAL, texts.cards.several_programmes(words, names))


def _programmes(corpus: Corpus, answer: Answer) -> Iterator[str]:
    """Yield the programmes of the spacewalks of an answer, or else that of the place it is about."""
    walks = [corpus.spacewalk_by_id[key] for key in answer.ids if key in corpus.spacewalk_by_id]
    yield from (corpus.programme_of(walk) for walk in walks)
    if not walks and answer.ids:
        key = answer.ids[0]
        place = corpus.stations.get(key) or corpus.vehicles.get(key) or corpus.missions.get(key)
        if place is not None:
            yield place.programme
        elif key in corpus.programmes:
            yield key
