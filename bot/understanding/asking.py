"""Which attribute a question asks for."""

from typing import Final

from bot.corpus.vocabulary import Concept
from bot.understanding.frame import Frame
from bot.understanding.reading import Asks

#: The more particular first: "who was inside" is not answered with who was out.
_ASKS: Final = (
    (Concept.INSIDE, Asks.INSIDE),
    (Concept.WITH_WHOM, Asks.WITH_WHOM),
    (Concept.SUIT, Asks.SUIT),
    (Concept.AIRLOCK, Asks.AIRLOCK),
    (Concept.SAID, Asks.QUOTE),
    (Concept.BORN, Asks.BORN),
    (Concept.AGE, Asks.AGE),
    (Concept.RANK, Asks.RANK),
    (Concept.VEHICLE, Asks.VEHICLE),
    (Concept.HOW_LONG, Asks.HOW_LONG),
    (Concept.WHICH_YEAR, Asks.WHEN),
    (Concept.WHEN, Asks.WHEN),
    (Concept.HOW_MANY, Asks.HOW_MANY),
    (Concept.WHICH_COUNTRY, Asks.COUNTRY),
    (Concept.WHICH_STATION, Asks.WHERE),
    (Concept.WHICH_MISSION, Asks.MISSION),
    (Concept.WHERE, Asks.WHERE),
    (Concept.WHY, Asks.WHY),
    (Concept.WHO, Asks.WHO),
    (Concept.TOTAL, Asks.HOW_LONG),
    (Concept.TIME, Asks.HOW_LONG),
)


def asked(frame: Frame) -> Asks:
    """Return the attribute that a question asks for; `Asks.WHAT` where it asks for none in particular."""
    words = frame.parsed.words
    if frame.has(Concept.WHO) and words and words[-1] == "with":
        return Asks.WITH_WHOM
    return next((asks for concept, asks in _ASKS if frame.has(concept)), Asks.WHAT)
