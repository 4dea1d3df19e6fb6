"""How much of a question was understood: what its mentions weigh against the words that say nothing to us."""

from typing import Final

from bot.corpus import Sort
from bot.corpus.naming import Strength
from bot.corpus.vocabulary import Concept, Particle
from bot.understanding.frame import Frame
from bot.understanding.mentions import Loose, Mention
from bot.understanding.said import PEOPLE

_SUBJECT: Final = 2.0
_PERSON: Final = 1.8
_SURNAME: Final = 1.1
_THING: Final = 1.5
_WORD: Final = 0.8
_NATION: Final = 0.6
_DATE: Final = 0.7
_CONCEPT: Final = 0.25
_QUIET: Final = 0.05
_STRONG_CONCEPTS: Final = {
    Concept.SPACEWALK: _SUBJECT,
    Concept.SPACEWALKER: 1.3,
    Concept.OUTSIDE: 0.9,
    Concept.WALK: 0.7,
    Concept.MOON: 0.6,
    Concept.HUBBLE: 1.0,
    Concept.UNTETHERED: 0.8,
    Concept.ALL_FEMALE: 0.8,
}
#: Concepts that are ordinary words first of all.
_QUIET_CONCEPTS: Final = frozenset(
    {
        *(Concept.AT_LEAST_OR_MOST, Concept.DEATH, Concept.PRESENT, Concept.MINE),
        *(Concept.NOT, Concept.MORE, Concept.FEWER, Concept.PERSON, Concept.TOGETHER, Concept.OR, Concept.BETWEEN),
        *(Concept.DURING, Concept.WHAT, Concept.HOW, Concept.BEFORE, Concept.AFTER, Concept.THAN, Concept.NEXT),
        *(Concept.YEAR, Concept.COUNTRY, Concept.TIME, Concept.HOUR, Concept.MINUTE, Concept.AGE, Concept.BORN),
        *(Concept.GREETING, Concept.THANKS, Concept.HELP, Concept.RELATIVE_TIME),
        *(Concept.ON_THIS_DAY, Concept.SPACEFLIGHT, Concept.WHAT_IS, Concept.WHY, Concept.MAN, Concept.VERSUS),
    }
)
#: What says that a question is about this subject at all.
_ANCHORS: Final = frozenset({Concept.SPACEWALK, Concept.SPACEWALKER, Concept.HUBBLE})
_NEAR_ANCHORS: Final = frozenset(
    {Concept.OUTSIDE, Concept.SPACEFLIGHT, Concept.SUIT, Concept.AIRLOCK, Concept.MOON, Concept.UNTETHERED}
)
_PERSON_OR_THING: Final = 1.2
_FIRM: Final = 1.6
_COMMON_SORTS: Final = frozenset({Sort.PROGRAMME, Sort.VEHICLE, Sort.AGENCY})
_DESIGNATED: Final = frozenset({Sort.MISSION, Sort.SPACEWALK})
_PER_EDIT: Final = 0.25
_LEAST_SHARE: Final = 0.3
_UNKNOWN: Final = 1.2
_KNOWN: Final = 0.9
_ELSEWHERE: Final = 2.2
_SHORT: Final = 3
_SHORT_WORD: Final = 0.4


def weight(frame: Frame, mention: Mention) -> float:
    """Return what a mention adds to the certainty that the question was understood."""
    if mention.sense.elsewhere:
        return 0.0
    weights = [0.0]
    if mention.date:
        weights.append(_DATE)
    if mention.sense.names:
        weights.append(_weight_of_name(frame, mention))
    if mention.sense.nations:
        weights.append(_NATION)
    weights += [_weight_of_concept(concept) for concept in mention.sense.concepts]
    return max(weights) * max(_LEAST_SHARE, 1 - _PER_EDIT * mention.distance)


def _weight_of_concept(concept: Concept) -> float:
    return _QUIET if concept in _QUIET_CONCEPTS else _STRONG_CONCEPTS.get(concept, _CONCEPT)


def _weight_of_name(frame: Frame, mention: Mention) -> float:
    best = min(mention.sense.names)
    sort = frame.refs(mention)[0].sort
    if sort in PEOPLE:
        return _PERSON if best.strength < Strength.SURNAME or len(frame.people) > 1 else _SURNAME
    if sort in _DESIGNATED:
        return _SUBJECT
    if sort is Sort.COUNTRY:
        return _NATION
    return _WORD if _is_common(sort, mention) else _THING


def _is_common(sort: Sort, mention: Mention) -> bool:
    """Tell whether a name is a word of other subjects too: Mercury, Columbia, Apollo."""
    return sort in _COMMON_SORTS and " " not in mention.words


def unexplained(loose: Loose) -> float:
    """Return what a word that no phrase explains takes from that certainty."""
    if len(loose.word) <= _SHORT:
        return _SHORT_WORD
    return _KNOWN if loose.guesses or loose.english else _UNKNOWN


def certainty(frame: Frame) -> float:
    """Return the share of a question that was understood, between 0 and 1; 0 where nothing says what it is about."""
    explained = sum(weight(frame, mention) for mention in frame.parsed.mentions)
    against = sum(unexplained(loose) for loose in frame.parsed.loose)
    against += sum(_ELSEWHERE for mention in frame.parsed.mentions if mention.sense.elsewhere)
    return explained / (explained + against) if explained else 0.0


def is_about_space(frame: Frame) -> bool:
    """Tell whether something at least says that the question is about spaceflight."""
    if frame.has(*_NEAR_ANCHORS) or (frame.dates and frame.has(Concept.WALK)):
        return True
    return not frame.corpus.particles[Particle.GEAR].isdisjoint(frame.parsed.words)


def is_anchored(frame: Frame) -> bool:
    """Tell whether something says that the question is about spacewalks, or names somebody or something of theirs.

    A lone surname and names that are words of other subjects too do not.
    """
    return is_firmly_anchored(frame) or any(weight(frame, mention) >= _PERSON_OR_THING for mention, _ in frame.named)


def is_firmly_anchored(frame: Frame) -> bool:
    """Tell whether that is said outright: a spacewalk, a spacewalker's whole name, a mission; not just an airlock."""
    return frame.has(*_ANCHORS) or any(weight(frame, mention) >= _FIRM for mention, _ in frame.named)
