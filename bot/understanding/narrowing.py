"""Words that narrow a superlative or a count in a way nobody knows here: "the first left-handed spacewalker"."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from bot.corpus import Corpus, Ref, Sort
from bot.corpus.record_models import Ranking
from bot.corpus.vocabulary import Concept, Particle
from bot.understanding.frame import Frame
from bot.understanding.mentions import Mention
from bot.understanding.periods import says_a_length
from bot.understanding.reading import Counted, CountQuery, RankingQuery, Reading, Selection

_MARKS: Final = frozenset(
    {
        *(Concept.FIRST, Concept.LAST, Concept.LONGEST, Concept.SHORTEST, Concept.OLDEST, Concept.YOUNGEST),
        *(Concept.MOST, Concept.FEWEST, Concept.HOW_MANY),
    }
)
_PEOPLE: Final = frozenset({Concept.SPACEWALKER, Concept.WOMAN, Concept.MAN, Concept.PERSON})
_NOUNS: Final = frozenset({Concept.SPACEWALK, Concept.CREW, *_PEOPLE})
_SUPERLATIVES: Final = (
    *(Concept.LONGEST, Concept.SHORTEST, Concept.MOST, Concept.FEWEST, Concept.OLDEST, Concept.YOUNGEST),
)
_LISTS: Final = frozenset({Counted.LIST, Counted.LIST_OF_PEOPLE})
#: Words shorter than this say nothing of what is ranked: "u", "gg".
_SHORT: Final = 3


def is_narrowed_further(frame: Frame, ruled: Reading | None) -> bool:
    """Tell whether a word leaves fewer to rank, count or list than the conditions that were understood.

    Such a word stands before the noun, "the first gay astronaut", or says who has done it, where or when, "by a
    redhead", "in winter"; or anywhere, where there is no other condition. So does what is ruled out and cannot be.
    """
    if not isinstance(ruled, RankingQuery | CountQuery):
        return False
    if frame.leaves_out or (_says_how_many_went(frame) and not _has_crew_size(ruled)):
        return True
    if isinstance(ruled, CountQuery) and _is_bounded_otherwise(frame, ruled):
        return True
    if isinstance(ruled, CountQuery) and ruled.counted in _LISTS:
        alone = any(_before_people(frame)) and not ruled.selection.where.model_fields_set
        return alone or (any(_said_of_all(frame)) and not ruled.selection.where.mission)
    if any(Concept.DEATH in m.sense.concepts and not m.sense.small for m in frame.parsed.mentions):
        return True  # nothing is ranked by who has died
    is_open = ruled.selection.is_open if isinstance(ruled, CountQuery) else _is_open(ruled.ranking)
    unknown = is_open and any(len(loose.word) >= _SHORT for loose in frame.parsed.loose)
    return unknown or any(_before_the_noun(frame)) or any(_before_people(frame)) or any(_said_of_all(frame))


def _is_bounded_otherwise(frame: Frame, count: CountQuery) -> bool:
    """Tell whether a superlative, a length or flights bound what is counted, and the count does not heed it.

    "The spacewalk with the most women" is no list of those of women, "exactly 7 hours" not every spacewalk.
    """
    is_unheeded = says_a_length(frame) and not _is_bounded(count)
    return is_unheeded or frame.has(*_SUPERLATIVES) or _is_between_flights(frame)


def _is_between_flights(frame: Frame) -> bool:
    """Tell whether flights bound a time from both sides: "how many spacewalks between Apollo 11 and Apollo 17"."""
    return frame.has(Concept.BETWEEN) and len(frame.places) > 1 and not (frame.dates or frame.numbers)


def _says_how_many_went(frame: Frame) -> bool:
    """Tell whether a number of people stands behind the spacewalks: "the longest spacewalk by 4 people"."""
    mentions = frame.parsed.mentions
    walks = [mention.end for mention in mentions if Concept.SPACEWALK in mention.sense.concepts]
    return any(
        one.sense.number is not None and Concept.PERSON in people.sense.concepts and one.start >= min(walks, default=0)
        for one, people in pairwise(mentions)
    )


def _has_crew_size(ruled: RankingQuery | CountQuery) -> bool:
    if isinstance(ruled, CountQuery):
        counts_walks = ruled.counted in {Counted.SPACEWALKS, Counted.LIST}
        return not counts_walks or ruled.selection.where.crew_size is not None
    return ruled.ranking.of != "spacewalk" or ruled.ranking.where.crew_size is not None


def _is_bounded(query: CountQuery) -> bool:
    where = query.selection.where
    return query.each_time is not None or where.longer_than is not None or where.shorter_than is not None


def _is_open(ranking: Ranking) -> bool:
    return Selection(ranking.where, ranking.who).is_open


def _before_the_noun(frame: Frame) -> Iterator[str]:
    """Yield the words that nobody knows between a superlative and its noun."""
    for mark in frame.parsed.mentions:
        if mark.sense.concepts & _MARKS or mark.sense.ordinal:
            words, noun = _up_to_the_noun(frame, mark.end)
            yield from words if noun & _NOUNS else ()


def _before_people(frame: Frame) -> Iterator[str]:
    """Yield the words that nobody knows before people: "by a gay astronaut"."""
    for loose in frame.parsed.loose:
        words, noun = _up_to_the_noun(frame, loose.place)
        yield from words if noun & _PEOPLE else ()


def _said_of_all(frame: Frame) -> Iterator[str]:
    """Yield the words that nobody knows by which it is said who has done it, where or when: "by a redhead"."""
    particles, words = frame.corpus.particles, frame.parsed.words
    by = particles[Particle.BY] | particles[Particle.BEFORE_A_MONTH]
    little = {m.start for m in frame.parsed.mentions if m.sense.small and m.end == m.start + 1}
    longer = (loose for loose in frame.parsed.loose if len(loose.word) > _SHORT and not loose.english)
    for loose in longer:
        place = loose.place - 1
        while place in little and words[place] not in by:
            place -= 1
        if place >= 0 and words[place] in by:
            yield loose.word


def _up_to_the_noun(frame: Frame, place: int) -> tuple[list[str], frozenset[Concept]]:
    """Return the words from a place on that nobody knows, and what stands behind them and other attributes."""
    loose = {word.place: word.word for word in frame.parsed.loose}
    mentions = {mention.start: mention for mention in frame.parsed.mentions}
    words = list[str]()
    while place in loose or (place in mentions and _is_attribute(frame, mentions[place])):
        words += [loose[place]] if place in loose else []
        place = place + 1 if place in loose else mentions[place].end
    return words, mentions[place].sense.concepts if place in mentions else frozenset()


def _is_attribute(frame: Frame, mention: Mention) -> bool:
    """Tell whether a mention may stand before a noun: "ever", "American", "second"."""
    if mention.sense.concepts & _NOUNS:
        return False
    return mention.sense.small or mention.sense.number is not None or bool(frame.nations_of(mention))


def plain_record(corpus: Corpus, ruled: Reading | None) -> tuple[Ref, ...]:
    """Return the record that a superlative is without the words nobody knows; none where it has no name."""
    if not isinstance(ruled, RankingQuery):
        return ()
    return tuple(Ref(Sort.RECORD, record.id) for record in corpus.records.values() if record.ranking == ruled.ranking)
