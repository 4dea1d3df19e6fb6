"""Which attribute a question asks for."""

from itertools import pairwise
from typing import Final

from bot.corpus.vocabulary import Concept, Particle
from bot.understanding.counts import counted
from bot.understanding.frame import Frame
from bot.understanding.mentions import Mention
from bot.understanding.reading import Asks, Counted
from bot.understanding.said import PEOPLE

#: The more particular first: "who was inside" is not answered with who was out.
_PARTICULAR: Final = (
    (Concept.INSIDE, Asks.INSIDE),
    (Concept.WITH_WHOM, Asks.WITH_WHOM),
    (Concept.SUIT, Asks.SUIT),
    (Concept.AIRLOCK, Asks.AIRLOCK),
    (Concept.SAID, Asks.QUOTE),
    (Concept.BORN, Asks.BORN),
    (Concept.AGE, Asks.AGE),
    (Concept.RANK, Asks.RANK),
    (Concept.VEHICLE, Asks.VEHICLE),
)
#: Of these the first that is said counts: in "who held his legs when he leaned out", "when" asks for nothing.
_GENERAL: Final = {
    Concept.HOW_LONG: Asks.HOW_LONG,
    Concept.WHICH_YEAR: Asks.WHEN,
    Concept.WHEN: Asks.WHEN,
    Concept.HOW_MANY: Asks.HOW_MANY,
    Concept.WHICH_COUNTRY: Asks.COUNTRY,
    Concept.WHICH_STATION: Asks.WHERE,
    Concept.WHICH_MISSION: Asks.MISSION,
    Concept.WHERE: Asks.WHERE,
    Concept.WHY: Asks.WHY,
    Concept.WHO: Asks.WHO,
}
#: What asks for something itself, so that a "when" after it does not.
_OPENERS: Final = frozenset({Concept.HOW, Concept.WHAT, Concept.WHAT_IS, Concept.WHAT_HAPPENED})
_OCCASIONS: Final = frozenset({Concept.FIRST, Concept.LAST})
_DEEDS: Final = (Concept.SPACEWALK, Concept.OUTSIDE, Concept.WALK, Concept.FIRST, Concept.LAST, Concept.VERSUS)
_IN_ALL: Final = (Concept.TOTAL, Concept.TIME)


def asked(frame: Frame) -> Asks:
    """Return the attribute that a question asks for; `Asks.WHAT` where it asks for none in particular."""
    words = frame.parsed.words
    if frame.has(Concept.WHO) and words and words[-1] in frame.corpus.particles[Particle.WITH]:
        return Asks.WITH_WHOM
    if _asks_where_from(frame):
        return Asks.COUNTRY
    if particular := next((asks for concept, asks in _PARTICULAR if frame.has(concept)), None):
        return particular
    if _which_of_one_name(frame):
        return Asks.WHO
    for mention in frame.parsed.mentions:
        said = [asks for concept, asks in _GENERAL.items() if concept in mention.sense.concepts]
        if said == [Asks.WHEN] and _joins_clauses(frame, mention):
            continue
        if said == [Asks.HOW_MANY] and counted(frame) is Counted.TIME:
            return Asks.HOW_LONG
        if said:
            return said[0]
    return Asks.HOW_LONG if frame.has(*_IN_ALL) and not _is_no_length(frame) else Asks.WHAT


def _asks_where_from(frame: Frame) -> bool:
    """Tell whether it is asked where somebody is from, or whether from a country: "is Luca Parmitano Italian"."""
    if not frame.people or frame.has(*_DEEDS) or frame.parsed.loose:
        return False
    last = frame.parsed.mentions[-1]
    if frame.has(Concept.WHERE) and Concept.BETWEEN in last.sense.concepts and last.end == len(frame.parsed.words):
        return True
    named = [mention.end for mention, refs in frame.named if refs[0].sort in PEOPLE]
    return len(named) == 1 and last.start >= named[0] and bool(frame.nations_of(last))


def _is_no_length(frame: Frame) -> bool:
    """Tell whether "time" is no length that is asked for: "the first time", "between 5 and 6 hours"."""
    if {"longer_than", "shorter_than"} & frame.chosen.where.model_fields_set:
        return True
    return any(
        Concept.TIME in time.sense.concepts and (one.sense.concepts & _OCCASIONS or one.sense.ordinal)
        for one, time in pairwise(frame.parsed.mentions)
    )


def _joins_clauses(frame: Frame, when: Mention) -> bool:
    """Tell whether a "when" only begins a clause: "how fast are they when they go out", "can you hear when outside"."""
    parsed = frame.parsed
    if when.end - when.start > 1 or not 0 < when.start < len(parsed.words) - 1:
        return False
    earlier = [mention for mention in parsed.mentions if mention.start < when.start]
    asks_already = any(_OPENERS.intersection(mention.sense.concepts) for mention in earlier)
    begins_small = bool(earlier) and earlier[0].start == 0 and earlier[0].sense.small
    return asks_already or (begins_small and any(loose.place < when.start for loose in parsed.loose))


def _which_of_one_name(frame: Frame) -> bool:
    """Tell whether a question begins "which Fisher": it asks for the whole name."""
    mentions = frame.parsed.mentions[:2]
    return (
        len(mentions) > 1
        and Concept.WHAT in mentions[0].sense.concepts
        and bool(frame.people)
        and (mentions[1].sense.names != ())
    )
