"""Counts, sums, averages and shares over a selection of spacewalks."""

from itertools import pairwise

from bot.corpus import Sort
from bot.corpus.record_models import WalkFilter
from bot.corpus.vocabulary import Concept, Particle
from bot.understanding.conditions import at_place
from bot.understanding.frame import Frame
from bot.understanding.mentions import Mention
from bot.understanding.reading import Counted, CountQuery

_NO_LIMIT = 100_000
#: In hours: what lasts longer is no single spacewalk.
_LONGEST_WALK = 10
_HOURS = frozenset({Concept.HOUR, Concept.TIME})
_BOTH = 2
_UNCOUNTED = frozenset({Concept.YEAR, Concept.MISSION, Concept.STATION, Concept.SUIT, Concept.AIRLOCK})
_COUNTABLE = (
    *(Concept.SPACEWALK, Concept.OUTSIDE, Concept.WALK, Concept.SPACEWALKER, Concept.PERSON, Concept.WOMAN),
    *(Concept.MAN, Concept.COUNTRY, Concept.TIME, Concept.HOUR, Concept.MINUTE, Concept.MOON, Concept.HUBBLE),
)
_JOINED = frozenset({Sort.STATION, Sort.MISSION, Sort.PROGRAMME, Sort.VEHICLE})
_OF_PEOPLE = frozenset({Counted.PEOPLE, Counted.SHARE_OF_PEOPLE, Counted.COUNTRIES, Counted.AVERAGE_AGE})
_ORIGINS = frozenset({Concept.EUROPEAN, Concept.ARAB, Concept.AFRICAN_AMERICAN, Concept.NATIVE_AMERICAN})
_PEOPLE = frozenset({Concept.SPACEWALKER, Concept.PERSON, Concept.WOMAN, Concept.MAN})


def count(frame: Frame) -> CountQuery | None:
    """Return what a question wants counted, None where it asks for no figure over many spacewalks."""
    if frame.has_more_than_conditions or frame.has_day_of_any_year:
        return None
    found = debuts(frame) or _people_by_amount(frame) or _counted(frame)
    return None if found is None or _is_lost(frame, found) else found


def _counted(frame: Frame) -> CountQuery | None:
    if frame.has(Concept.AVERAGE) and frame.has(Concept.YEAR) and frame.has(Concept.HOW_MANY):
        return None  # "how many a year on average"
    if frame.has(Concept.AVERAGE) or _asks_how_long_any_is(frame):
        return _query(frame, Counted.AVERAGE_AGE if frame.has(Concept.AGE) else Counted.AVERAGE)
    if frame.has(Concept.WHICH_COUNTRY) and frame.has(Concept.SPACEWALK, Concept.SPACEWALKER):
        return _query(frame, Counted.COUNTRIES)
    if frame.has(Concept.SHARE):
        of_people = frame.has(Concept.SPACEWALKER, Concept.PERSON)
        return _query(frame, Counted.SHARE_OF_PEOPLE if of_people else Counted.SHARE)
    if frame.has(Concept.TOTAL) and frame.has(Concept.HOW_LONG):
        return _query(frame, Counted.TIME)
    if frame.has(Concept.HOW_MANY):
        return None if _is_of_something_else(frame) else _query(frame, counted(frame))
    if frame.has(Concept.TOTAL) and frame.has(Concept.TIME, Concept.HOUR, Concept.MINUTE, Concept.HOW_LONG):
        return _query(frame, Counted.TIME)
    if frame.has(Concept.TOTAL) and frame.has(Concept.SPACEWALK):
        return _query(frame, Counted.SPACEWALKS)
    return None


def _asks_how_long_any_is(frame: Frame) -> bool:
    """Tell whether a question asks how long a spacewalk is, and of none in particular."""
    said = frame.concepts & {Concept.HOW_LONG, Concept.SPACEWALK}
    words = frame.parsed.words
    figures = any(map(str.isdecimal, words))  # "one spacewalk" is any, "EVA 1" is not
    otherwise = not frame.corpus.particles[Particle.NOT_A_LENGTH].isdisjoint(words)
    return len(said) == len(frame.concepts) == _BOTH and not (figures or otherwise) and frame.selection().is_open


def _query(frame: Frame, wanted: Counted) -> CountQuery:
    people = wanted in _OF_PEOPLE
    each_time = _each_time(frame) if people else None
    of_each = _of_each(frame) if people else ()
    selection = frame.selection(by_nation=people, lengths=each_time is None, places=not of_each)
    return CountQuery(wanted, selection, each=_each(frame) if people else None, each_time=each_time, of_each=of_each)


def debuts(frame: Frame) -> CountQuery | None:
    """Read "how many people made their first spacewalk in 2020"."""
    people = frame.has(Concept.PERSON, Concept.SPACEWALKER, Concept.WOMAN, Concept.MAN)
    first = frame.has(Concept.FIRST) and frame.has(Concept.SPACEWALK)
    if not (people and first and frame.has(Concept.HOW_MANY)) or counted(frame) is not Counted.PEOPLE:
        return None
    return CountQuery(Counted.PEOPLE, frame.selection(by_nation=True), debut=True)


def _people_by_amount(frame: Frame) -> CountQuery | None:
    """Read "who made more than eight spacewalks", "who spent 50 hours outside" and "who walked at both stations"."""
    if not frame.has(Concept.WHO, Concept.SPACEWALKER, Concept.PERSON) or frame.has(Concept.SHARE, Concept.AVERAGE):
        return None
    if frame.has(Concept.HOW_MANY):
        return _query(frame, Counted.PEOPLE) if counted(frame) is Counted.PEOPLE and _of_each(frame) else None
    found = _query(frame, Counted.PEOPLE)
    return found if found.each or found.each_time or found.of_each else None


def _is_lost(frame: Frame, query: CountQuery) -> bool:
    """Tell whether a condition is said that the query does not hold: an age, the share of what, "in year 0"."""
    where = query.selection.where
    bounded = query.each or query.each_time or where.longer_than is not None or where.shorter_than is not None
    bound_lost = bool(frame.numbers) and frame.has(Concept.MORE, Concept.FEWER) and not bounded
    share_lost = query.counted in {Counted.SHARE, Counted.SHARE_OF_PEOPLE} and query.selection.is_open
    figures = any(m.words.isdecimal() and not m.date for m in frame.parsed.mentions)
    figure_lost = figures and not bounded and query.selection.is_open
    return bound_lost or share_lost or figure_lost


def _each_time(frame: Frame) -> tuple[int, int] | None:
    """Return how many minutes each has to have been outside in all, where so long no single spacewalk lasts."""
    for before, after in pairwise(frame.parsed.mentions):
        hours = before.sense.number
        if hours is None or hours <= _LONGEST_WALK or before.date or not after.sense.concepts & _HOURS:
            continue
        if frame.has(Concept.MORE):
            return hours * 60 + _is_left_out(frame, before), _NO_LIMIT
        if frame.has(Concept.FEWER):
            return 0, hours * 60 - _is_left_out(frame, before)
    return None


def _of_each(frame: Frame) -> tuple[WalkFilter, ...]:
    """Return the places, as conditions, at each of which somebody must have been outside: "both at Mir and the ISS"."""
    named = [(mention, refs) for mention, refs in frame.named if refs[0].sort in _JOINED]
    if len(named) != _BOTH or frame.has(Concept.OR, Concept.VERSUS):
        return ()
    (one, _), (other, _) = named
    between = frame.parsed.words[one.end : other.start]
    joined = frame.has(Concept.TOGETHER) or not frame.corpus.particles[Particle.AND].isdisjoint(between)
    return tuple(WalkFilter.model_validate(at_place(frame.corpus, refs)) for _, refs in named) if joined else ()


def _each(frame: Frame) -> tuple[int, int] | None:
    """Return how many spacewalks each has to have made: "just one spacewalk", "ten or more", "fewer than five"."""
    said = (m for m in frame.parsed.mentions if not m.sense.small or m.sense.number is not None)
    mentions = [mention for mention in said if Concept.OR not in mention.sense.concepts]  # "five or more"
    for before, after in pairwise(mentions):
        number = before.sense.number
        if number is None or before.date or not after.sense.concepts & {Concept.SPACEWALK, Concept.MORE, Concept.FEWER}:
            continue
        between = [m for m in frame.parsed.mentions if before.end <= m.start < after.start]
        if any(not mention.sense.concepts for mention in between) or frame.is_done(after):
            continue  # "anybody over 60 done a spacewalk" is about an age
        beyond = _is_left_out(frame, before)
        if frame.has(Concept.MORE):
            return number + beyond, _NO_LIMIT
        if frame.has(Concept.FEWER):
            return 1, number - beyond
        return number, number
    return None


def _is_of_something_else(frame: Frame) -> bool:
    """Tell whether what is counted is a word that nobody knows here: "how many windows has the ISS"."""
    mentions = frame.parsed.mentions
    noun = next((after for one, after in pairwise(mentions) if Concept.HOW_MANY in one.sense.concepts), None)
    if noun is not None and noun.sense.concepts & _UNCOUNTED and not noun.sense.concepts & frozenset(_COUNTABLE):
        return True
    thing = bool(frame.parsed.loose) or frame.has(Concept.SPACEFLIGHT)  # "how much does a spacesuit hold"
    return thing and not (frame.has(*_COUNTABLE) or frame.nations or frame.agencies)


def counts_something_unknown(frame: Frame) -> bool:
    """Tell whether a word that nobody knows stands right after "how many": "how many medals"."""
    behind = {m.end for m in frame.parsed.mentions if Concept.HOW_MANY in m.sense.concepts}
    return any(loose.place in behind for loose in frame.parsed.loose)


def _is_left_out(frame: Frame, number: Mention) -> bool:
    """Tell whether a bound is not counted itself: "more than five", but not "at least five" or "five or more"."""
    bounds = [m for m in frame.parsed.mentions if m.sense.concepts & {Concept.MORE, Concept.FEWER}]
    counts_itself = any(Concept.AT_LEAST_OR_MOST in mention.sense.concepts for mention in bounds)
    return not counts_itself and any(mention.start < number.start for mention in bounds)


def counted(frame: Frame) -> Counted:
    """Return what stands first after "how many": spacewalks, people or hours; an origin alone means its people."""
    mentions = frame.parsed.mentions
    start = next(place for place, m in enumerate(mentions) if Concept.HOW_MANY in m.sense.concepts)
    origin: int | None = None
    for mention in (*mentions[start:], *mentions[:start]):
        concepts = mention.sense.concepts
        if Concept.HOW_MANY in concepts and Concept.SPACEWALK not in concepts:
            continue
        if Concept.COUNTRY in concepts:
            return Counted.COUNTRIES
        if concepts & _PEOPLE:
            return Counted.PEOPLE
        if concepts & {Concept.SPACEWALK, Concept.OUTSIDE} and origin is None:
            return Counted.SPACEWALKS
        if Concept.SPACEWALK in concepts:
            of_those = origin == mention.start and not frame.is_done(mention)  # "Americans walked in space"
            return Counted.SPACEWALKS if of_those else Counted.PEOPLE
        if concepts & {Concept.TIME, Concept.HOUR, Concept.MINUTE}:
            return Counted.TIME
        if frame.nations_of(mention) or frame.agencies or concepts & _ORIGINS:
            origin = mention.end
    return Counted.PEOPLE if origin is not None else Counted.SPACEWALKS
