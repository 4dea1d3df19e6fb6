"""Two or more things by their whole names, set against each other: "tether vs SAFER"."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from bot.corpus import Ref, Sort
from bot.corpus.vocabulary import Concept, Particle
from bot.understanding.declining import not_recorded
from bot.understanding.frame import Frame
from bot.understanding.reading import Choices, ContrastQuery, OutOfScope, Query
from bot.understanding.recall import Recall
from bot.understanding.whole_names import WholeNames, core_words

_PARTING: Final = (Concept.VERSUS, Concept.OR, Concept.THAN)
_TWO: Final = 2


def contrast(frame: Frame, whole: WholeNames, recall: Recall) -> ContrastQuery | Choices | OutOfScope | None:
    """Return the things that a question sets against each other; the choice of them where not all are topics.

    A topic that is set against something nobody knows is offered only. None where nothing stands on either side of the
    word that parts them but names.
    """
    if not frame.has(Concept.VERSUS, Concept.OR) and not _between_names(frame):
        return None
    sides = [" ".join(side) for side in _sides(frame)]
    found = [whole.read(side) for side in sides]
    refs = tuple(dict.fromkeys(reading.about for reading in found if isinstance(reading, Query)))
    if len(refs) == len(found) >= _TWO:
        return side_by_side(refs)
    one_of_two = frame.has(Concept.VERSUS) and len(found) == _TWO and [ref.sort for ref in refs] == [Sort.TOPIC]
    if one_of_two and not all(recall.has(refs[0], recall.stems(side)) for side in sides):  # EV1 and EV2 are one topic
        return not_recorded(refs)
    return None


def side_by_side(refs: tuple[Ref, ...]) -> ContrastQuery | Choices:
    """Return how things are told apart: topics by what they are; of others it is asked which one is meant."""
    return ContrastQuery(refs) if all(ref.sort is Sort.TOPIC for ref in refs) else Choices(refs)


def _between_names(frame: Frame) -> bool:
    return not frame.corpus.particles[Particle.OR_BETWEEN_NAMES].isdisjoint(frame.parsed.words)


def _sides(frame: Frame) -> Iterator[list[str]]:
    """Yield the words on each side of those that part them, less those that say nothing or only ask."""
    parting = {place for m in frame.parsed.mentions if _parts(m.sense.concepts) for place in range(m.start, m.end)}
    particles = frame.corpus.particles
    joining = particles[Particle.AND] if frame.has(Concept.VERSUS) else frozenset[str]()
    words = core_words(frame)
    for place, word in enumerate(frame.parsed.words):
        if word in joining or word in particles[Particle.OR_BETWEEN_NAMES]:
            parting.add(place)
    for apart, places in groupby(range(len(words)), key=parting.__contains__):
        side = [words[place] for place in places if words[place]]
        if side and not apart:
            yield side


def _parts(concepts: frozenset[Concept]) -> bool:
    return not concepts.isdisjoint(_PARTING)
