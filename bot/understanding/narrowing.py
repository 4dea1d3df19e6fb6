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
_NOUNS: Final = frozenset(
    {Concept.SPACEWALK, Concept.SPACEWALKER, Concept.WOMAN, Concept.MAN, Concept.PERSON, Concept.CREW}
)
#: Words up to this length outside of what is ranked say nothing: "lol", "bro".
_SHORT: Final = 3


def is_narrowed_further(frame: Frame, ruled: Reading | None) -> bool:
    """Tell whether a word leaves fewer to rank or to count than the conditions that were understood.

    Such a word stands before the noun, "the first gay astronaut"; or anywhere, where there is no other condition.
    """
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
    """Yield the words that nobody knows between a superlative and its noun."""
    loose = {word.place: word.word for word in frame.parsed.loose}
    mentions = {mention.start: mention for mention in frame.parsed.mentions}
    for mark in frame.parsed.mentions:
        if not (mark.sense.concepts & _MARKS or mark.sense.ordinal):
            continue
        place, words = mark.end, list[str]()
        while place in loose or (place in mentions and _is_attribute(frame, mentions[place])):
            words += [loose[place]] if place in loose else []
            place = place + 1 if place in loose else mentions[place].end
        if place in mentions and mentions[place].sense.concepts & _NOUNS:
            yield from words


def _is_attribute(frame: Frame, mention: Mention) -> bool:
    """Tell whether a mention may stand between a superlative and its noun: "ever", "American", "second"."""
    if mention.sense.concepts & _NOUNS:
        return False
    return mention.sense.small or mention.sense.number is not None or bool(frame.nations_of(mention))


def plain_record(corpus: Corpus, ruled: Reading | None) -> tuple[Ref, ...]:
    """Return the record that a superlative is without the words nobody knows; none where it has no name."""
    if not isinstance(ruled, RankingQuery):
        return ()
    return tuple(Ref(Sort.RECORD, record.id) for record in corpus.records.values() if record.ranking == ruled.ranking)
