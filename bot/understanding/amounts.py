"""How much is ranked: the most spacewalks, the most time, the most people, and of what."""

from itertools import pairwise
from typing import Final, Literal

from bot.corpus import Sort
from bot.corpus.record_models import Measure, Subject
from bot.corpus.vocabulary import Concept, Particle
from bot.understanding.frame import Frame

#: Words that ask for the most or the fewest of something.
MOST: Final = (Concept.MOST, Concept.FEWEST, Concept.TOP, Concept.RECORD)
#: What is ranked when the question names a group rather than a person.
_GROUPS: Final[tuple[tuple[Concept, Subject], ...]] = (
    (Concept.WHICH_YEAR, "year"),
    (Concept.WHICH_COUNTRY, "country"),
    (Concept.WHICH_STATION, "station"),
    (Concept.WHICH_MISSION, "mission"),
    (Concept.COUNTRY, "country"),
    (Concept.YEAR, "year"),
    (Concept.STATION, "station"),
    (Concept.MISSION, "mission"),
)

Order = Literal["most", "least"]
#: What is ranked, by which measure, from which end.
Ranked = tuple[Subject, Measure, Order]


def rank_of(frame: Frame) -> int:
    """Return the place that is asked for: 2 for "second", 1 where none is said."""
    if _is_before_the_last(frame):
        return 2
    return next((ordinal for ordinal in frame.ordinals if ordinal > 1), 1)


def _is_before_the_last(frame: Frame) -> bool:
    """Tell whether a question ends in "before the last": "the spacewalk before the last"."""
    concepts = [mention.sense.concepts for mention in frame.parsed.mentions if mention.sense.concepts][-2:]
    return len(concepts) > 1 and Concept.BEFORE in concepts[0] and Concept.LAST in concepts[1]


def group_of(frame: Frame) -> Subject | None:
    """Return what is ranked where that is no person and no spacewalk: years, countries, stations, missions."""
    grouped = frame.concepts - ({Concept.YEAR} if frame.has(Concept.IN_ONE_YEAR) else set())
    grouped -= {Concept.MISSION} if frame.has(Concept.IN_ONE_MISSION) else set()
    stations = {ref.sort for refs in frame.places for ref in refs}
    for concept, subject in _GROUPS:
        lone = concept in {Concept.COUNTRY, Concept.YEAR, Concept.STATION, Concept.MISSION}
        if concept not in grouped or (lone and frame.has(Concept.WHO)):
            continue
        if subject == "station" and Sort.STATION in stations:
            continue
        return subject
    return None


def says_how_much(frame: Frame) -> bool:
    """Tell whether a superlative is meant that no word says outright.

    "Who is third by total time", "how many were outside at once"; and in most languages "the most" is said with the
    word for "more".
    """
    if frame.has(Concept.AT_ONCE) and frame.has(Concept.HOW_MANY) and not frame.numbers:
        return True
    whose = frame.has(Concept.WHO, Concept.SPACEWALKER, Concept.WOMAN, Concept.MAN, Concept.WHICH_COUNTRY)
    amount = frame.has(Concept.TIME, Concept.HOUR, Concept.TOTAL, Concept.RANK)
    if rank_of(frame) > 1 and whose and (amount or frame.has(Concept.HOW_MANY)):
        return True
    more = frame.has(Concept.MORE, Concept.LONGER) and not frame.has(Concept.THAN, Concept.OR, Concept.VERSUS)
    return more and whose and (amount or frame.has(Concept.SPACEWALK, Concept.OUTSIDE)) and not frame.numbers


def is_a_matter_of_taste(frame: Frame) -> bool:
    """Tell whether a spacewalk is called the best, and nothing says by what measure."""
    if frame.has(Concept.MOST, Concept.FEWEST, Concept.RECORD, Concept.TIME, Concept.TOTAL) or frame.numbers:
        return False
    return any(
        Concept.TOP in mark.sense.concepts and Concept.SPACEWALK in noun.sense.concepts and mark.end == noun.start
        for mark, noun in pairwise(frame.parsed.mentions)
    )


def ranks_what_no_table_does(frame: Frame) -> bool:
    """Tell whether crafts, suits or airlocks are ranked, or spacewalks by how many women were on them."""
    if not frame.has(*MOST) or frame.has(Concept.AT_ONCE):
        return False
    things = frame.has(Concept.VEHICLE, Concept.SUIT, Concept.AIRLOCK) and not frame.about_people
    telling = [mention for mention in frame.parsed.mentions if not mention.sense.small]
    of_one = group_of(frame) is None and any(
        Concept.SPACEWALK in walk.sense.concepts
        and mark.sense.concepts & {Concept.MOST, Concept.FEWEST}
        and noun.sense.concepts & {Concept.WOMAN, Concept.MAN}
        for walk, mark, noun in zip(telling, telling[1:], telling[2:], strict=False)
    )
    return things or of_one


def by_amount(frame: Frame) -> Ranked:
    """Return what is ranked by how much of it there is."""
    order: Order = "least" if frame.has(Concept.FEWEST) else "most"
    if frame.has(Concept.TOP) and frame.has(Concept.HOW_LONG) and frame.has(Concept.SPACEWALK):
        return "spacewalk", "duration", order
    timed = frame.has(Concept.TIME, Concept.HOUR, Concept.LONGER)
    if frame.has(Concept.AT_ONCE):
        return "moment", "people", order
    if group := group_of(frame):
        if group == "mission" and frame.has(Concept.PERSON) and not frame.has(Concept.WHICH_MISSION):
            return "person", "time_in_a_mission" if timed else "spacewalks_in_a_mission", order
        if frame.has(Concept.PERSON, Concept.SPACEWALKER) and not timed and group != "mission":
            return group, "people", order
        return group, "time" if timed else "spacewalks", order
    if frame.has(Concept.PERSON, Concept.CREW) and not frame.has(Concept.WHO) and _most_people(frame):
        return "spacewalk", "crew_size", order
    if frame.has(Concept.TOGETHER, Concept.CREW, Concept.TWO_PERSON, Concept.THREE_PERSON):
        return "crew", "time" if timed else "spacewalks", order
    if frame.has(Concept.IN_ONE_YEAR):
        return "person", "spacewalks_in_a_year", order
    if frame.has(Concept.IN_ONE_MISSION):
        return "person", "time_in_a_mission" if timed else "spacewalks_in_a_mission", order
    return "person", "time" if timed else "spacewalks", order


def _most_people(frame: Frame) -> bool:
    mentions = [m for m in frame.parsed.mentions if Concept.HOW_MANY not in m.sense.concepts]  # "number of"
    sizes = frame.corpus.particles[Particle.LARGE]  # said of a crew, they mean how many people it had
    return any(
        before.sense.concepts & {Concept.MOST, Concept.FEWEST}
        and (Concept.PERSON in after.sense.concepts or (before.words in sizes and Concept.CREW in after.sense.concepts))
        for before, after in pairwise(mentions)
    )
