"""Words that somebody said, found by what a question repeats of them: "who joked about washing the windows?"."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final

from bot.corpus import Corpus, Ref, Sort
from bot.corpus.models import Quote
from bot.corpus.vocabulary import Concept
from bot.understanding.frame import Frame
from bot.understanding.reading import Asks, Query
from bot.understanding.recall import Recall, Term
from bot.understanding.terms import loose_terms

#: So many of the words have to be somebody's: one may be anybody's.
_FEWEST: Final = 2
#: How much of a question has to be somebody's words: less where it says that something was said.
_ENOUGH: Final = 0.72
_ENOUGH_SAID: Final = 0.6
#: By which factor the best quote must stand above the next.
_CLEARLY: Final = 1.1


@dataclass(frozen=True)
class Quotes:
    """The quotes of one corpus, to be found by their words."""

    corpus: Corpus
    recall: Recall

    @cached_property
    def _stems(self) -> Mapping[str, frozenset[str]]:
        told = {key: f"{quote.text} {quote.speaker} {quote.note or ''}" for key, quote in self.corpus.quotes.items()}
        return {key: frozenset(self.recall.stems(text)) for key, text in told.items()}

    @cached_property
    def ever_said(self) -> frozenset[str]:
        """The stems of all quotes: other words need not be looked for in each of them."""
        return frozenset(chain.from_iterable(self._stems.values()))

    def find(self, frame: Frame) -> Query | None:
        """Return the quote that a question repeats, None where it asks for no words or none is clearly meant."""
        said = frame.has(Concept.SAID)
        terms = loose_terms(frame, self.recall)
        if not (said or frame.has(Concept.WHO)) or len(terms) < _FEWEST:
            return None
        asked = sum(map(self._worth, terms))
        found = sorted(self._scored(terms), reverse=True)[:2]
        if not found or found[0][0] < asked * (_ENOUGH_SAID if said else _ENOUGH):
            return None
        (score, key), *others = found
        if others and others[0][0] * _CLEARLY > score:
            return None
        return Query(self._about(self.corpus.quotes[key]), Asks.QUOTE, round(min(0.95, score / asked), 3), key)

    def _scored(self, terms: list[Term]) -> Iterator[tuple[float, str]]:
        """Yield what each quote repeats of these terms, where that is more than one of them."""
        sayable = [term for term in terms if _says(self.ever_said, term)]
        for key, stems in self._stems.items():
            repeated = [sure * self._worth(term) for term in sayable if (sure := _says(stems, term))]
            if len(repeated) >= _FEWEST:
                yield sum(repeated), key

    def _worth(self, term: Term) -> float:
        return max(self.recall.rarity(stem) for stem in term.ways[0][1])

    def _about(self, quote: Quote) -> Ref:
        """Return the spacewalk that words belong to; a story of several as a whole, where they belong to none."""
        walks = quote.spacewalks or self.corpus.stories[quote.story].spacewalks
        return Ref(Sort.SPACEWALK, walks[0]) if len(walks) == 1 else Ref(Sort.STORY, quote.story)


def _says(stems: frozenset[str], term: Term) -> float:
    return max((sure for sure, way in term.ways if stems.issuperset(way)), default=0.0)
