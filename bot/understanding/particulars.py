"""Questions that editors have answered, found word for word or by what a question has in common with them."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final, NamedTuple

from bot.corpus import Corpus, Ref, Sort
from bot.corpus.models import Particular, Story, Topic
from bot.corpus.vocabulary import Concept
from bot.understanding.frame import Frame
from bot.understanding.links import event_told
from bot.understanding.mentions import Mention
from bot.understanding.reading import Asks, Query
from bot.understanding.recall import Recall
from bot.understanding.written import Written

#: How much of both questions together has to be the same, by what their words are worth.
_ALIKE: Final = 0.8
#: What two questions have in common has to be worth so much: more than a common word.
_LEAST: Final = 2.0
#: From this worth on a word tells something. A single one in common is enough only where next to nothing else is said.
_TELLING: Final = 1.7
_NEXT_TO_NOTHING: Final = 0.7
#: From here on a word may ask something. In fewer words than so many there have to be two such.
_ASKS_SOMETHING: Final = 1.0
_FEW: Final = 3
#: What a figure takes that only the answer tells.
_PER_FIGURE: Final = 1.0
#: A name is worth no more, as what is asked of it matters most; so many bearers of it are known by all parts of theirs.
_NAMED: Final = 3.0
_MOST_NAMES: Final = 6
#: By which factor one answer must stand above the next.
_CLEARLY: Final = 1.03
#: In place of the number of a particular.
_NOBODY: Final = -1
_FIGURE: Final = re.compile(r"[0-9]+")


class _Told(NamedTuple):
    """What is asked about an entry in particular, and the entry."""

    ref: Ref
    particular: Particular


class _Word(NamedTuple):
    """A word of a question: the stems it may be written down with, what it is worth, and whether it is a name."""

    ways: frozenset[int]
    worth: float
    named: bool = False


@dataclass(frozen=True)
class Particulars:
    """The particulars of one corpus, to be found by questions that are put alike."""

    corpus: Corpus
    recall: Recall

    def read_whole(self, folded: str) -> Query | None:
        """Return the answer to a question that is written down word for word; None for any other."""
        number = self._written.whole(folded)
        return None if number is None else self._query(number, 1.0)

    def read(self, frame: Frame) -> Query | None:
        """Return the answer to the question that this one is, but for a few words; None where there is none."""
        words = list(self._words(frame))
        if len(frame.parsed.words) < _FEW and sum(word.worth >= _ASKS_SOMETHING for word in words) <= 1:
            return None  # a single word asks for nothing in particular
        figures = frozenset(filter(str.isdecimal, frame.parsed.words))
        best = {_NOBODY: 0.0, _NOBODY - 1: 0.0}
        for row in {row for word in words for stem in word.ways for row in self._written.with_rarest(stem)}:
            stems, number = self._written.row(row)
            if self._figures_are_told(figures, stems, number):
                best[number] = max(best.get(number, 0.0), self._alike(words, stems, figures))
        number, other = sorted(best, key=best.__getitem__, reverse=True)[:2]
        if best[number] < _ALIKE or best[other] * _CLEARLY > best[number]:
            return None
        return self._query(number, round(min(0.99, best[number]), 3))

    def _query(self, number: int, confidence: float) -> Query:
        ref, particular = self._told[number]
        return Query(event_told(self.corpus, ref), Asks.WHAT, confidence, told=particular.says)

    @cached_property
    def _told(self) -> Sequence[_Told]:
        entries: tuple[tuple[Sort, Mapping[str, Story | Topic]], ...] = (
            (Sort.STORY, self.corpus.stories),
            (Sort.TOPIC, self.corpus.topics),
        )
        every = ((Ref(sort, key), entry) for sort, several in entries for key, entry in several.items())
        return [_Told(ref, particular) for ref, entry in every for particular in entry.particulars]

    @cached_property
    def _written(self) -> Written:
        return Written(list(self._asked()), self._worth)

    def _asked(self) -> Iterator[tuple[str, int]]:
        for number, (_, particular) in enumerate(self._told):
            yield from ((text, number) for text in (*particular.asked, *particular.asked_elsewhere))

    def _worth(self, stem: str) -> float:
        return self.recall.light.get(stem) or self.recall.rarity(stem)

    def _words(self, frame: Frame) -> Iterator[_Word]:
        """Yield what a question says, mistyped words put right."""
        for mention in frame.parsed.mentions:
            yield from self._of_mention(frame, mention)
        for loose in frame.parsed.loose:
            typed = self.recall.stems(loose.word)
            guessed = chain.from_iterable(self.recall.stems(guess.word) for guess in loose.guesses)
            worth = max(map(self.recall.rarity, typed), default=0.0)
            yield _Word(self._written.ways((*typed, *guessed)), 0.0 if loose.word.isdecimal() else worth)

    def _of_mention(self, frame: Frame, mention: Mention) -> Iterator[_Word]:
        """Yield the words of a mention; what is named is known by all parts of its name, as one word."""
        stems = self.recall.stems(mention.words)
        refs = frame.refs(mention)[:_MOST_NAMES] if mention.sense.names else ()
        names = (str(getattr(self.corpus.by_sort[ref.sort][ref.id], "name", "")) for ref in refs)
        called = tuple(chain.from_iterable(map(self.recall.stems, names)))
        if Concept.WHAT_HAPPENED in mention.sense.concepts:
            yield _Word(self._that_happened.ways | self._written.ways(stems), self._that_happened.worth)
        elif called:
            worth = min(_NAMED, max(map(self.recall.rarity, called)))
            yield _Word(self._written.ways((*called, *stems)), worth, named=True)
        else:
            worths = ((stem, 0.0 if stem.isdecimal() else self._worth(stem)) for stem in stems)
            yield from (_Word(self._written.ways((stem,)), worth) for stem, worth in worths)

    @cached_property
    def _that_happened(self) -> _Word:
        """The words that ask what happened, as one."""
        happened = self.recall.happened
        return _Word(self._written.ways(tuple(happened)), max(map(self._worth, happened), default=0.0))

    def _figures_are_told(self, figures: frozenset[str], stems: Sequence[int], number: int) -> bool:
        """Tell whether a question has the figures of one written down, and otherwise only such as its answer tells."""
        written = self._written.figures(stems)
        return written <= figures and (figures - written).issubset(_FIGURE.findall(self._told[number].particular.says))

    def _alike(self, words: Sequence[_Word], stems: Sequence[int], figures: frozenset[str]) -> float:
        """Return which part of two questions together is the same; none where they have too little in common."""
        said = frozenset(chain.from_iterable(word.ways for word in words))
        common = [word for word in words if not word.ways.isdisjoint(stems)]
        shared = sum(word.worth for word in common)
        missing = sum(self._written.worth(stem) for stem in stems if stem not in said)
        unwritten = figures - self._written.figures(stems)
        apart = missing + sum(word.worth for word in words) - shared + _PER_FIGURE * len(unwritten)
        telling = sum(word.worth >= _TELLING for word in common)
        more_than_names = any(not word.named and word.worth >= _ASKS_SOMETHING for word in common)
        if shared < _LEAST or not (apart < _NEXT_TO_NOTHING or (telling > 1 and more_than_names)):
            return 0.0
        return shared / (shared + apart)
