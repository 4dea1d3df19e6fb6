"""Questions that editors have written down with their answers, found by what a question has in common with them."""

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final, NamedTuple

from bot.corpus import Corpus, Ref, Sort
from bot.corpus.folding import fold_all
from bot.corpus.models import Particular, Story, Topic
from bot.corpus.vocabulary import Concept
from bot.understanding.frame import Frame
from bot.understanding.links import event_told
from bot.understanding.mentions import Mention
from bot.understanding.reading import Asks, Query
from bot.understanding.recall import Recall

#: How much of both questions together has to be the same, by what their words are worth.
_ALIKE: Final = 0.8
#: What two questions have in common has to be worth so much: more than a common word.
_LEAST: Final = 2.0
#: From this worth on a word tells something. A single one in common is enough only where next to nothing else is said.
_TELLING: Final = 1.7
_NEXT_TO_NOTHING: Final = 0.7
_ASKS_SOMETHING: Final = 1.0
_FEW: Final = 3
#: What a figure takes that only the answer tells.
_PER_FIGURE: Final = 1.0
#: A name is worth no more, as what is asked of it matters most.
_NAMED: Final = 3.0
#: So many bearers of a name are known by all parts of theirs.
_MOST_NAMES: Final = 6
#: By which factor one answer must stand above the next.
_CLEARLY: Final = 1.03
#: In place of the number of a particular: a topic is asked for in general, by a name of so many words and one.
_IN_GENERAL: Final = -1
_LONG_NAME: Final = 2
_FIGURE: Final = re.compile(r"[0-9]+")


class _Told(NamedTuple):
    """What is asked about an entry in particular, and the entry."""

    ref: Ref
    particular: Particular


class _Word(NamedTuple):
    """A word of a question: the stems it may be written down with, by their numbers, and what it is worth.

    `named` tells that it is somebody's or something's name.
    """

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
        keys, numbers = self._whole
        place = bisect_left(keys, hash(folded))
        if place == len(keys) or keys[place] != hash(folded):
            return None
        ref, particular = self._told[numbers[place]]
        return Query(event_told(self.corpus, ref), Asks.WHAT, told=particular.says)

    @cached_property
    def _whole(self) -> tuple[Sequence[int], Sequence[int]]:
        """The hashes of all questions, in order, and which particular answers each: the texts would take a megabyte."""
        asked = [(text, number) for text, number in self._asked() if number != _IN_GENERAL]
        folded = zip(fold_all([text for text, _ in asked]), (number for _, number in asked), strict=True)
        rows = sorted((hash(text), number) for text, number in folded)
        return array("q", (key for key, _ in rows)), array("I", (number for _, number in rows))

    def read(self, frame: Frame) -> Query | None:
        """Return the answer to the question that this one is, but for a few words; None where there is none."""
        words = list(self._words(frame))
        if len(frame.parsed.words) < _FEW and sum(word.worth >= _ASKS_SOMETHING for word in words) <= 1:
            return None  # a single word asks for nothing in particular
        figures = frozenset(filter(str.isdecimal, frame.parsed.words))
        best = dict.fromkeys((_IN_GENERAL, -2, -3), 0.0)
        for row in {row for word in words for stem in word.ways for row in self._written.with_rarest(stem)}:
            stems, number = self._written.row(row)
            if self._figures_are_told(figures, stems, number):
                best[number] = max(best.get(number, 0.0), self._alike(words, stems, figures))
        in_general = best.pop(_IN_GENERAL)
        number, other = sorted(best, key=best.__getitem__, reverse=True)[:2]
        if best[number] < _ALIKE or max(best[other] * _CLEARLY, in_general / _CLEARLY) > best[number]:
            return None
        ref, particular = self._told[number]
        return Query(event_told(self.corpus, ref), Asks.WHAT, round(min(0.99, best[number]), 3), told=particular.says)

    @cached_property
    def _told(self) -> Sequence[_Told]:
        entries: tuple[tuple[Sort, Mapping[str, Story | Topic]], ...] = (
            (Sort.STORY, self.corpus.stories),
            (Sort.TOPIC, self.corpus.topics),
        )
        every = ((Ref(sort, key), entry) for sort, several in entries for key, entry in several.items())
        return [_Told(ref, particular) for ref, entry in every for particular in entry.particulars]

    @cached_property
    def _written(self) -> "_Written":
        return _Written(
            [(self._numbers(self.recall.stems(text)), number) for text, number in self._asked()], self._worth
        )

    def _asked(self) -> Iterator[tuple[str, int]]:
        for number, (_, particular) in enumerate(self._told):
            yield from ((text, number) for text in (*particular.asked, *particular.asked_elsewhere))
        names = chain.from_iterable(topic.aliases for topic in self.corpus.topics.values())
        yield from ((name, _IN_GENERAL) for name in names if name.count(" ") >= _LONG_NAME)

    @cached_property
    def _further(self) -> Mapping[str, int]:
        """The numbers of stems that are asked and in no text, after those of the texts."""
        asked = dict.fromkeys(stem for text, _ in self._asked() for stem in self.recall.stems(text))
        first = sum(1 for _ in self.recall.every_stem)
        further = (stem for stem in asked if self.recall.number_of(stem) is None)
        return {stem: number for number, stem in enumerate(further, start=first)}

    @cached_property
    def _worth(self) -> Sequence[float]:
        """What each stem is worth, by its number; figures are compared apart."""
        light, rarity = self.recall.light, self.recall.rarity
        every = chain(self.recall.every_stem, self._further)
        return array("f", (0.0 if stem.isdecimal() else light.get(stem) or rarity(stem) for stem in every))

    @cached_property
    def _figures(self) -> Mapping[int, str]:
        every = chain(self.recall.every_stem, self._further)
        return {number: stem for number, stem in enumerate(every) if stem.isdecimal()}

    def _numbers(self, stems: Sequence[str]) -> tuple[int, ...]:
        numbers = (self.recall.number_of(stem) for stem in stems)
        found = ((self._further.get(stem) if n is None else n) for stem, n in zip(stems, numbers, strict=True))
        return tuple([number for number in found if number is not None])

    def _words(self, frame: Frame) -> Iterator[_Word]:
        """Yield what a question says, mistyped words put right."""
        for mention in frame.parsed.mentions:
            yield from self._of_mention(frame, mention)
        for loose in frame.parsed.loose:
            typed = self.recall.stems(loose.word)
            guessed = chain.from_iterable(self.recall.stems(guess.word) for guess in loose.guesses)
            worth = max(map(self.recall.rarity, typed), default=0.0)
            yield _Word(self._ways((*typed, *guessed)), 0.0 if loose.word.isdecimal() else worth)

    def _of_mention(self, frame: Frame, mention: Mention) -> Iterator[_Word]:
        """Yield the words of a mention; what is named is known by all parts of its name, as one word."""
        stems = self.recall.stems(mention.words)
        refs = frame.refs(mention)[:_MOST_NAMES] if mention.sense.names else ()
        names = (str(getattr(self.corpus.by_sort[ref.sort][ref.id], "name", "")) for ref in refs)
        called = tuple(chain.from_iterable(map(self.recall.stems, names)))
        if Concept.WHAT_HAPPENED in mention.sense.concepts:
            ways = self._ways((*self.recall.happened, *stems))
            yield _Word(ways, max(self._worth[number] for number in self._ways(self.recall.happened)))
        elif called:
            yield _Word(self._ways((*called, *stems)), min(_NAMED, max(map(self.recall.rarity, called))), named=True)
        else:
            for stem in stems:
                ways = self._ways((stem,))
                yield _Word(ways, sum(map(self._worth.__getitem__, ways)) if ways else self._of_a_stranger(stem))

    def _of_a_stranger(self, stem: str) -> float:
        return 0.0 if stem.isdecimal() else self.recall.light.get(stem) or self.recall.rarest

    def _ways(self, stems: Iterable[str]) -> frozenset[int]:
        return frozenset(self._numbers([stem for stem in stems if not stem.isdecimal()]))

    def _figures_are_told(self, figures: frozenset[str], stems: Sequence[int], number: int) -> bool:
        """Tell whether a question has the figures of one written down, and otherwise only such as its answer tells."""
        written = frozenset(self._figures[stem] for stem in stems if stem in self._figures)
        if number == _IN_GENERAL:
            return written == figures
        return written <= figures and (figures - written).issubset(_FIGURE.findall(self._told[number].particular.says))

    def _alike(self, words: Sequence[_Word], stems: Sequence[int], figures: frozenset[str]) -> float:
        """Return which part of two questions together is the same; none where they have too little in common."""
        said = frozenset(chain.from_iterable(word.ways for word in words))
        common = [word.worth for word in words if _in(word, stems)]
        shared = sum(common)
        missing = sum(self._worth[stem] for stem in stems if stem not in said)
        unwritten = figures.difference(self._figures.get(stem, "") for stem in stems)
        apart = missing + sum(word.worth for word in words) - shared + _PER_FIGURE * len(unwritten)
        telling = sum(worth >= _TELLING for worth in common)
        more_than_names = sum(not word.named and word.worth >= _ASKS_SOMETHING for word in words if _in(word, stems))
        if shared < _LEAST or not (apart < _NEXT_TO_NOTHING or (telling > 1 and more_than_names)):
            return 0.0
        return shared / (shared + apart)


def _in(word: _Word, stems: Sequence[int]) -> bool:
    return not word.ways.isdisjoint(stems)


class _Written:
    """Questions as written down, in order of the stem that is worth most; packed, as thousands take megabytes."""

    def __init__(self, asked: Iterable[tuple[tuple[int, ...], int]], worth: Sequence[float]) -> None:
        """Take the stems of each question, by their numbers, with which particular answers it."""
        rows = sorted((max(stems, key=worth.__getitem__), stems, number) for stems, number in asked)
        self._rarest = array("I", (rarest for rarest, _, _ in rows))
        self._stems = array("I", chain.from_iterable(stems for _, stems, _ in rows))
        self._starts = array("I", [0])
        for _, stems, _ in rows:
            self._starts.append(self._starts[-1] + len(stems))
        self._numbers = array("i", (number for _, _, number in rows))

    def with_rarest(self, stem: int) -> range:
        """Return the rows in which a stem is worth most."""
        return range(bisect_left(self._rarest, stem), bisect_right(self._rarest, stem))

    def row(self, row: int) -> tuple[Sequence[int], int]:
        """Return the stems of a question, and which particular answers it."""
        return self._stems[self._starts[row] : self._starts[row + 1]], self._numbers[row]
