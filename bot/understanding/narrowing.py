"""Words that narrow a superlative or a count in a way nobody knows here: "the first left-handed spacewalker"."""

from collections.abc import Iterator
from typing import Final

from bot.corpus import Corpus, Ref, Sort
from bot.corpus.vocabulary import Concept
from bot.understanding.frame import Frame
from bot.understanding.mentions import Mention
from bot.understanding.reading import Counted, CountQuery, RankingQuery, Reading, Selection

_MARKS: Final = frozenset(
    {
        *(Concept.FIRST, Concept.LAST, Concept.LONGEST, Concept.SHORTEST, Concept.OLDEST, Concept.YOUNGEST),
        *(Concept.MOST, Concept.FEWEST, Concept.HOW_MANY),
    }
)
_PEOPLE: Final = frozenset({Concept.SPACEWALKER, Concept.WOMAN, Concept.MAN, Concept.PERSON})
_NOUNS: Final = frozenset({Concept.SPACEWALK, Concept.CREW, *_PEOPLE})
#: Words up to this length outside of what is ranked say nothing: "lol", "bro".
_SHORT: Final = 3


def is_narrowed_further(frame: Frame, ruled: Reading | None) -> bool:
    """Tell whether a word leaves fewer to rank or to count than the conditions that were understood.

    Such a word stands before the noun, "the first gay astronaut", or before people who are said to have done it, "by a
    gay astronaut"; or anywhere, where there is no other condition.
    """
    if isinstance(ruled, RankingQuery | CountQuery) and frame.leaves_out:
        return True
    if isinstance(ruled, RankingQuery):
        is_open = Selection(ruled.ranking.where, ruled.ranking.who).is_open
    elif isinstance(ruled, CountQuery) and ruled.counted not in {Counted.LIST, Counted.LIST_OF_PEOPLE}:
        is_open = ruled.selection.is_open
    else:
        return False
    if any(Concept.DEATH in m.sense.concepts and not m.sense.small for m in frame.parsed.mentions):
        return True  # nothing is ranked by who has died
    return any(_before_the_noun(frame)) or (is_open and any(len(loose.word) > _SHORT for loose in frame.parsed.loose))


def _before_the_noun(frame: Frame) -> Iterator[str]:
    """Yield the words that nobody knows between a superlative and its noun, and before people."""
    for mark in frame.parsed.mentions:
        if mark.sense.concepts & _MARKS or mark.sense.ordinal:
            words, noun = _up_to_the_noun(frame, mark.end)
            yield from words if noun & _NOUNS else ()
    for loose in frame.parsed.loose:
        words, noun = _up_to_the_noun(frame, loose.place)
        yield from words if noun & _PEOPLE else ()


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
