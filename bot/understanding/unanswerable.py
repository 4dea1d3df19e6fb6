"""Questions that no table and no text here answers, whatever they name: deaths, other worlds, how things are now."""

from typing import Final

from bot.corpus import Sort
from bot.corpus.vocabulary import Concept, Particle
from bot.understanding.frame import Frame
from bot.understanding.reading import Counted, CountQuery, Query, RankingQuery, Reading

#: What of the present state can be told from the tables: records as they stand, who has been out by now.
_STANDING: Final = (
    *(Concept.SPACEWALK, Concept.OUTSIDE, Concept.WALK, Concept.SUIT, Concept.AIRLOCK, Concept.RECORD, Concept.RANK),
    *(Concept.LONGEST, Concept.SHORTEST, Concept.OLDEST, Concept.YOUNGEST, Concept.MOST, Concept.FEWEST, Concept.TOP),
    *(Concept.FIRST, Concept.LAST, Concept.AVERAGE, Concept.TOTAL, Concept.TIME, Concept.NEXT),
    *(Concept.HOUR, Concept.HOW_LONG),
)
#: What tells a spacewalk from a flight into space.
OUT_THERE: Final = (
    *(Concept.SPACEWALK, Concept.OUTSIDE, Concept.WALK, Concept.MOON, Concept.HUBBLE, Concept.UNTETHERED),
    *(Concept.STANDUP, Concept.DEEP_SPACE, Concept.SUIT, Concept.AIRLOCK, Concept.CREW_TRANSFER),
)


def asks_of_a_death(frame: Frame) -> bool:
    """Tell whether it is asked when or how somebody named died, which is known of nobody here.

    Only as the last word: "die" is also the German article, and no article ends a question. "Did he die" is no article.
    """
    asked = [m for m in frame.parsed.mentions[-1:] if Concept.DEATH in m.sense.concepts]
    ends = [m for m in asked if m.end == len(frame.parsed.words)]
    said_outright = any(m.end - m.start > 1 for m in ends)
    return bool(ends and frame.people) and (said_outright or not frame.parsed.loose)


def asks_of_another_world(frame: Frame) -> bool:
    """Tell whether somebody is said to have walked, or a spacewalk to have been made, on Mars or the like."""
    return frame.has(Concept.OTHER_WORLD) and (frame.has(Concept.SPACEWALK) or bool(frame.people))


def asks_of_the_present(frame: Frame, ruled: Reading | None) -> bool:
    """Tell whether it is asked how things are now, such as who is on a station: only an event can be told then."""
    if not frame.has(Concept.PRESENT) or frame.has(*_STANDING):
        return False
    return not (isinstance(ruled, Query) and ruled.about.sort in {Sort.TOPIC, Sort.SPACEWALK})


def asks_of_spaceflight(frame: Frame, ruled: Reading | None) -> bool:
    """Tell whether people are ranked or counted for being in space, "the first woman in space": not for going out."""
    flown = [m.words.split()[-1] for m in frame.parsed.mentions if Concept.SPACEFLIGHT in m.sense.concepts]
    said = not frame.corpus.particles[Particle.SPACE].isdisjoint(flown)
    if not said or frame.has(*OUT_THERE) or frame.places or frame.parsed.loose:
        return False
    ranked = isinstance(ruled, RankingQuery) and ruled.ranking.of in {"person", "country"}
    return ranked or (isinstance(ruled, CountQuery) and ruled.counted not in {Counted.SPACEWALKS, Counted.LIST})
