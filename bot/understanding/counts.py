"""Counts, sums, averages and shares over a selection of spacewalks."""

from itertools import pairwise

from bot.corpus.vocabulary import Concept
from bot.understanding.frame import Frame
from bot.understanding.mentions import Mention
from bot.understanding.reading import Counted, CountQuery

_NO_LIMIT = 10_000
_OF_PEOPLE = frozenset({Counted.PEOPLE, Counted.SHARE_OF_PEOPLE, Counted.COUNTRIES, Counted.AVERAGE_AGE})
_PEOPLE = frozenset({Concept.SPACEWALKER, Concept.PERSON, Concept.WOMAN, Concept.MAN})


def count(frame: Frame) -> CountQuery | None:
    """Return what a question wants counted, None where it asks for no figure over many spacewalks."""
    if frame.has_more_than_conditions:
        return None
    if frame.has(Concept.AVERAGE):
        return _query(frame, Counted.AVERAGE_AGE if frame.has(Concept.AGE) else Counted.AVERAGE)
    if frame.has(Concept.WHICH_COUNTRY) and frame.has(Concept.SPACEWALK, Concept.SPACEWALKER):
        return _query(frame, Counted.COUNTRIES)
    if frame.has(Concept.SHARE):
        of_people = frame.has(Concept.SPACEWALKER, Concept.PERSON)
        return _query(frame, Counted.SHARE_OF_PEOPLE if of_people else Counted.SHARE)
    if frame.has(Concept.TOTAL) and frame.has(Concept.HOW_LONG):
        return _query(frame, Counted.TIME)
    if frame.has(Concept.HOW_MANY):
        return _query(frame, counted(frame))
    if frame.has(Concept.TOTAL) and frame.has(Concept.TIME, Concept.HOUR, Concept.MINUTE, Concept.HOW_LONG):
        return _query(frame, Counted.TIME)
    if frame.has(Concept.TOTAL) and frame.has(Concept.SPACEWALK):
        return _query(frame, Counted.SPACEWALKS)
    return None


def _query(frame: Frame, wanted: Counted) -> CountQuery:
    people = wanted in _OF_PEOPLE
    return CountQuery(wanted, frame.selection(by_nation=people), each=_each(frame) if people else None)


def _each(frame: Frame) -> tuple[int, int] | None:
    """Return how many spacewalks each has to have made: "just one spacewalk", "ten or more", "fewer than five"."""
    said = (m for m in frame.parsed.mentions if not m.sense.small or m.sense.number is not None)
    mentions = [mention for mention in said if Concept.OR not in mention.sense.concepts]  # "five or more"
    for before, after in pairwise(mentions):
        number = before.sense.number
        if number is None or before.date or not after.sense.concepts & {Concept.SPACEWALK, Concept.MORE, Concept.FEWER}:
            continue
        beyond = _is_left_out(frame, before)
        if frame.has(Concept.MORE):
            return number + beyond, _NO_LIMIT
        if frame.has(Concept.FEWER):
            return 1, number - beyond
        return number, number
    return None


def _is_left_out(frame: Frame, number: Mention) -> bool:
    """Tell whether a bound is not counted itself: "more than five", but not "at least five" or "five or more"."""
    bounds = [m for m in frame.parsed.mentions if m.sense.concepts & {Concept.MORE, Concept.FEWER}]
    counts_itself = any(Concept.AT_LEAST_OR_MOST in mention.sense.concepts for mention in bounds)
    return not counts_itself and any(mention.start < number.start for mention in bounds)


def counted(frame: Frame) -> Counted:
    """Return what stands first after "how many": spacewalks, people or hours; a nation alone means its people."""
    mentions = frame.parsed.mentions
    start = next(place for place, m in enumerate(mentions) if Concept.HOW_MANY in m.sense.concepts)
    nation: int | None = None
    for mention in (*mentions[start:], *mentions[:start]):
        concepts = mention.sense.concepts
        if Concept.HOW_MANY in concepts and Concept.SPACEWALK not in concepts:
            continue
        if Concept.COUNTRY in concepts:
            return Counted.COUNTRIES
        if concepts & _PEOPLE:
            return Counted.PEOPLE
        if concepts & {Concept.SPACEWALK, Concept.OUTSIDE} and nation is None:
            return Counted.SPACEWALKS
        if Concept.SPACEWALK in concepts:
            return Counted.SPACEWALKS if nation == mention.start else Counted.PEOPLE
        if concepts & {Concept.TIME, Concept.HOUR, Concept.MINUTE}:
            return Counted.TIME
        if frame.nations_of(mention) or frame.agencies:
            nation = mention.end
    return Counted.PEOPLE if nation is not None else Counted.SPACEWALKS
