"""Designators: names of spacewalks by the rules of the trade, so that one that cannot exist is known not to."""

import re
from itertools import pairwise
from typing import Final

from bot.corpus import Corpus, Ref, Sort
from bot.corpus.folding import fold
from bot.corpus.vocabulary import Concept, Particle
from bot.understanding.frame import Frame
from bot.understanding.mentions import Mention
from bot.understanding.reading import NoSuchSpacewalk, Query

_SERIES: Final = re.compile(r"\b(?P<series>us eva|eva|vkd) (?P<number>[0-9]{1,3})(?: (?P<letter>[a-z])\b)?")
_UNFLOWN: Final = re.compile(
    r"\b(?P<name>(?:sts|apollo|gemini|shenzhou|voskhod|skylab|expedition) [0-9]{1,3}(?: [a-z](?= |$))?)\b"
)
_SUPERLATIVES: Final = (Concept.LONGEST, Concept.SHORTEST, Concept.MOST, Concept.OLDEST, Concept.YOUNGEST)


def designated(frame: Frame) -> Query | NoSuchSpacewalk | None:
    """Return the spacewalk that a question designates, that there is none, or None where it designates nothing."""
    return _beyond_the_only_one(frame) or _of_mission(frame) or _unflown(frame) or _of_series(frame)


def _beyond_the_only_one(frame: Frame) -> NoSuchSpacewalk | None:
    """Read "STS-135 EVA 2", where there was a single one, called STS-135 EVA."""
    for before, after in pairwise(frame.parsed.mentions):
        refs = frame.refs(before) if before.sense.names else ()
        lone = bool(refs) and refs[0].sort is Sort.SPACEWALK and before.words.endswith(" eva")
        if lone and after.start == before.end and after.words.isdecimal() and after.sense.number != 1:
            walk = frame.corpus.spacewalk_by_id[refs[0].id]
            mission = next(m for m in frame.corpus.missions.values() if m.name == walk.mission)
            return NoSuchSpacewalk(f"{walk.name} {after.words}", Ref(Sort.MISSION, mission.id), (walk.id,))
    return None


def _of_mission(frame: Frame) -> Query | NoSuchSpacewalk | None:
    """Read "STS-61 EVA 4" and "the second spacewalk of STS-109": by the designator, else by the place in the order."""
    missions = [ref for refs in frame.places for ref in refs if ref.sort is Sort.MISSION]
    number = _number_of_spacewalk(frame)
    if len(missions) != 1 or number is None:
        return None
    mission = frame.corpus.missions[missions[0].id]
    walks = frame.corpus.walks_of_mission.get(mission.id, ())
    if frame.has(Concept.MOON):
        walks = tuple(walk for walk in walks if walk.kind == "lunar-surface")
    named = [walk for walk in walks if fold(walk.name).endswith(f"eva {number}")]
    if found := named or list(walks[number - 1 : number] if number else ()):
        return Query(Ref(Sort.SPACEWALK, found[0].id))
    return NoSuchSpacewalk(f"{mission.name} EVA {number}", missions[0], tuple(walk.id for walk in walks))


def _number_of_spacewalk(frame: Frame) -> int | None:
    """Return which spacewalk of several is meant: an ordinal, or a number right after "EVA" or "spacewalk"."""
    if (number := _number_after_spacewalk(frame)) is not None:
        return number
    mentions = frame.parsed.mentions
    if numbered := next((match for m in mentions if (match := _SERIES.fullmatch(m.words))), None):
        return int(numbered["number"])
    ordinals = frame.ordinals
    if len(ordinals) == 1 and frame.has(Concept.SPACEWALK) and not frame.has(*_SUPERLATIVES):
        return ordinals[0]
    return None


def _number_after_spacewalk(frame: Frame) -> int | None:
    """Return the figure of "EVA 4" or "spacewalk number 4"."""
    fillers = frame.corpus.particles[Particle.BEFORE_A_NUMBER]
    mentions = [m for m in frame.parsed.mentions if m.words not in fillers]
    words = frame.parsed.words
    for before, after in pairwise(mentions):
        between = words[before.end : after.start]
        if _is_spacewalk(before) and after.words.isdecimal() and not after.date and set(between) <= fillers:
            return after.sense.number
    return None


def _ordinal_before_spacewalk(frame: Frame) -> int | None:
    """Return the place of "the 100th spacewalk"; of "the second woman" none."""
    for before, after in pairwise(frame.parsed.mentions):
        if before.sense.ordinal is not None and _is_spacewalk(after) and not before.sense.concepts:
            return before.sense.ordinal
    return None


def _is_spacewalk(mention: Mention) -> bool:
    return Concept.SPACEWALK in mention.sense.concepts


def nth_of_all(frame: Frame) -> Query | NoSuchSpacewalk | None:
    """Read "spacewalk number 300": the place in the order of all spacewalks."""
    if frame.named or frame.nations or frame.has(Concept.HOUR, Concept.MINUTE, Concept.TOP, *_SUPERLATIVES):
        return None
    number = _number_after_spacewalk(frame)
    if number is None:
        number = _ordinal_before_spacewalk(frame)
    return nth(frame.corpus, number) if number is not None and frame.chosen.is_open else None


def nth(corpus: Corpus, number: int) -> Query | NoSuchSpacewalk:
    """Return the spacewalk of this running number, or that there is none."""
    if 1 <= number <= len(corpus.spacewalks):
        return Query(Ref(Sort.SPACEWALK, corpus.spacewalks[number - 1].id))
    return NoSuchSpacewalk(f"number {number}")


def _of_series(frame: Frame) -> NoSuchSpacewalk | None:
    """Read a number that the series of American or Russian walks at the ISS does not have."""
    if any(ref.sort is Sort.SPACEWALK for refs in frame.places for ref in refs):
        return None
    if any(ref.sort in {Sort.MISSION, Sort.STATION, Sort.VEHICLE} for refs in frame.places for ref in refs):
        return None
    match = _SERIES.search(" ".join(frame.parsed.words))
    if match is None:
        return None
    series = "VKD" if match["series"] == "vkd" else "US EVA"
    name = f"{series}-{match['number']}{(match['letter'] or '').upper()}"
    return NoSuchSpacewalk(name)


def _unflown(frame: Frame) -> NoSuchSpacewalk | None:
    """Read a mission that follows the rules of its series and never flew, such as STS-200."""
    for mention, refs in frame.named:
        if refs[0].sort in {Sort.MISSION, Sort.VEHICLE, Sort.TOPIC} or (
            refs[0].sort is Sort.SPACEWALK and not _SERIES.fullmatch(mention.words)
        ):
            return None
    said = " ".join(_words_as_read(frame))
    match = _UNFLOWN.search(said)
    if match is None:
        return None
    name = match["name"]
    return NoSuchSpacewalk(name.upper().replace(" ", "-") if name.startswith("sts") else name.title())


def _words_as_read(frame: Frame) -> list[str]:
    """Return the words with mistyped ones put right."""
    words = list(frame.parsed.words)
    for mention in frame.parsed.mentions:
        corrected = mention.words.split()
        if len(corrected) == mention.end - mention.start:
            words[mention.start : mention.end] = corrected
    return words
