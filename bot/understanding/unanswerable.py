"""Questions that no table and no text here answers, whatever they name: deaths, other worlds, how things are now."""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.corpus import Sort
from bot.corpus.vocabulary import Concept, Particle
from bot.understanding.frame import Frame
from bot.understanding.mentions import Mention
from bot.understanding.reading import Counted, CountQuery, NoneLater, Query, RankingQuery, Reading

#: What of the present state can be told from the tables: records as they stand, who has been out by now.
_STANDING: Final = (
    *(Concept.SPACEWALK, Concept.OUTSIDE, Concept.WALK, Concept.SUIT, Concept.AIRLOCK, Concept.RECORD, Concept.RANK),
    *(Concept.LONGEST, Concept.SHORTEST, Concept.OLDEST, Concept.YOUNGEST, Concept.MOST, Concept.FEWEST, Concept.TOP),
    *(Concept.FIRST, Concept.LAST, Concept.AVERAGE, Concept.TOTAL, Concept.TIME, Concept.NEXT),
    *(Concept.HOUR, Concept.HOW_LONG),
)
#: What "today" is said along with where it means by now.
_BY_NOW: Final = (
    *(Concept.SUIT, Concept.AIRLOCK, Concept.RECORD, Concept.RANK, Concept.TOTAL, Concept.MOST, Concept.FEWEST),
    *(Concept.LONGEST, Concept.SHORTEST, Concept.OLDEST, Concept.YOUNGEST, Concept.TOP),
)
_OF_AN_EVENT: Final = (
    *(Concept.WHO, Concept.WHAT_HAPPENED, Concept.HOW_MANY, Concept.WHEN, Concept.WHERE, Concept.SPACEWALK),
    *(Concept.OUTSIDE, Concept.WALK, Concept.FIRST, Concept.LAST),
)
#: What tells a spacewalk from a flight into space.
OUT_THERE: Final = (
    *(Concept.SPACEWALK, Concept.OUTSIDE, Concept.WALK, Concept.MOON, Concept.HUBBLE, Concept.UNTETHERED),
    *(Concept.STANDUP, Concept.DEEP_SPACE, Concept.SUIT, Concept.AIRLOCK, Concept.CREW_TRANSFER),
)


def asks_of_a_death(frame: Frame) -> bool:
    """Tell whether it is asked when or how somebody named died, which is known of nobody here.

    Only as the last word: "die" is also the German article, and no article ends a question. "Did he die" is no article.
    Whether somebody lives is asked so too: "is Leonov still alive".
    """
    words, loose = frame.parsed.words, frame.parsed.loose
    lives = bool(words) and words[-1] in frame.corpus.particles[Particle.LIVING]
    if lives and frame.people and all(word.place == len(words) - 1 for word in loose):
        return True
    asked = [m for m in frame.parsed.mentions[-1:] if Concept.DEATH in m.sense.concepts]
    ends = [m for m in asked if m.end == len(frame.parsed.words)]
    said_outright = any(m.end - m.start > 1 for m in ends)
    return bool(ends and frame.people) and (said_outright or not frame.parsed.loose)


def asks_of_a_birthplace(frame: Frame) -> bool:
    """Tell whether it is asked where somebody was born, of whom only the day is known."""
    if not (frame.people and frame.has(Concept.BORN) and frame.has(Concept.WHERE)) or frame.has(Concept.WHEN):
        return False
    people = (frame.corpus.spacewalkers.get(ref.id) for refs in frame.people for ref in refs)
    return not any(person is not None and person.born_in for person in people)


def asks_of_a_flight(frame: Frame) -> bool:
    """Tell whether something of somebody's flight is counted, which is not known: "how many orbits did Glenn do"."""
    mentions = frame.parsed.mentions
    behind = {mention.end for mention in mentions if Concept.HOW_MANY in mention.sense.concepts}
    flown = any(m.start in behind and m.sense.concepts == {Concept.SPACEFLIGHT} for m in mentions)
    return flown and bool(frame.people) and not frame.has(*OUT_THERE)


def asks_of_the_time_between(frame: Frame) -> bool:
    """Tell whether it is asked how long it was from one spacewalk to another: "how long after Leonov did White go"."""
    named = frame.people or frame.places or frame.ordinals or frame.has(Concept.FIRST)
    asked = [m.end for m in frame.parsed.mentions if m.sense.concepts & {Concept.HOW_LONG, Concept.HOW_MANY}]
    turns = [m.start for m in frame.parsed.mentions if m.sense.concepts & {Concept.AFTER, Concept.BETWEEN}]
    walks = {m.start for m in frame.parsed.mentions if m.sense.concepts & {Concept.SPACEWALK, Concept.PERSON}}
    beside = any(0 <= turn - end <= 1 and walks.isdisjoint(range(end, turn)) for end in asked for turn in turns)
    return bool(named) and beside and not frame.dates and not frame.has(Concept.HOUR, Concept.MINUTE, Concept.GAP)


def asks_of_another_world(frame: Frame) -> bool:
    """Tell whether somebody is said to have walked, or a spacewalk to have been made, on Mars or the like."""
    return frame.has(Concept.OTHER_WORLD) and (frame.has(Concept.SPACEWALK) or bool(frame.people))


def asks_of_the_present(frame: Frame, ruled: Reading | None) -> bool:
    """Tell whether it is asked how things are now, such as who is on a station: only an event can be told then.

    Or how they were last year: no clock is asked here, so that nobody knows which year that was.
    """
    if counts_from_today(frame):
        return not (isinstance(ruled, NoneLater) or (isinstance(ruled, Query) and ruled.about.sort is Sort.TOPIC))
    if frame.has(Concept.PRESENT) and isinstance(ruled, CountQuery) and _is_out_there(frame, ruled):
        return True
    if not frame.has(Concept.PRESENT) or frame.has(*_STANDING):
        return False
    return not (isinstance(ruled, Query) and ruled.about.sort in {Sort.TOPIC, Sort.SPACEWALK})


def _is_out_there(frame: Frame, ruled: CountQuery) -> bool:
    """Tell whether it is only said where somebody is, not what anybody did: "outside", but not "been outside"."""
    if not ruled.selection.is_open or frame.has(Concept.SPACEWALK):
        return False
    said = [mention for mention in frame.parsed.mentions if Concept.OUTSIDE in mention.sense.concepts]
    return bool(said) and all(mention.end == mention.start + 1 for mention in said)


def asks_of_spaceflight(frame: Frame, ruled: Reading | None) -> bool:
    """Tell whether people are ranked or counted for being in space, "the first woman in space": not for going out."""
    flown = [m.words.split()[-1] for m in frame.parsed.mentions if Concept.SPACEFLIGHT in m.sense.concepts]
    said = not frame.corpus.particles[Particle.SPACE].isdisjoint(flown)
    if not said or frame.has(*OUT_THERE) or frame.places or frame.parsed.loose:
        return False
    ranked = isinstance(ruled, RankingQuery) and ruled.ranking.of in {"person", "country"}
    return ranked or (isinstance(ruled, CountQuery) and ruled.counted not in {Counted.SPACEWALKS, Counted.LIST})


def counts_from_today(frame: Frame) -> bool:
    """Tell whether a time is said that counts from today, and no date with it: "last year", "the last ten years".

    "Today" may only mean by now, where no event is asked for: "who holds the record today".
    """
    if frame.dates:
        return False
    said = [m.sense.concepts for m in frame.parsed.mentions if Concept.RELATIVE_TIME in m.sense.concepts]
    if not said:
        return any(
            Concept.LAST in last.sense.concepts and count.sense.number and Concept.YEAR in years.sense.concepts
            for last, count, years in _in_threes(frame.parsed.mentions)
        )
    by_now = frame.has(*_BY_NOW) or not frame.has(*_OF_AN_EVENT)
    return not (by_now and all(Concept.ON_THIS_DAY in concepts for concepts in said))


def _in_threes(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention, Mention]]:
    return zip(mentions, mentions[1:], mentions[2:], strict=False)
