"""Questions that editors have answered, found word for word or by what a question has in common with them."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from typing import Final, NamedTuple

from bot.corpus import Corpus, Ref, Sort
from bot.corpus.models import Particular, Story, Topic
from bot.corpus.vocabulary import Concept
from bot.understanding.frame import Frame
from bot.understanding.links import event_told
from bot.understanding.mentions import Loose
from bot.understanding.reading import Asks, Query
from bot.understanding.recall import Recall
from bot.understanding.sayings import SAID_ALIKE, Sayings
from bot.understanding.texts import ASKED, SUBJECTS, stems_of
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
#: For so many words and names it is remembered how they may be written down.
_REMEMBERED: Final = 1024
#: By which factor one answer must stand above the next.
_CLEARLY: Final = 1.03
#: In place of the number of a particular.
_NOBODY: Final = -1
_FIGURE: Final = re.compile(r"[0-9]+")
#: What is asked is worth more than what all questions are about.
_WORTH: Final = {
    str(concept): worth
    for worth, concepts in ((1.6, ASKED), (0.5, (*SUBJECTS, Concept.OUTSIDE)))
    for concept in concepts
}


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
    sayings: Sayings

    def read_whole(self, folded: str) -> Query | None:
        """Return the answer to a question that is written down word for word; None for any other."""
        number = self._written.whole(folded)
        return None if number is None else self._query(number, 1.0)

    def read(self, frame: Frame) -> Query | None:
        """Return the answer to the question that this one is, but for a few words; None where there is none."""
        every = list(self._words(frame))
        # What is written down counts once, however often it is said; what is not is apart each time.
        words = [word for place, word in enumerate(every) if not word.ways or word not in every[:place]]
        if len(frame.parsed.words) < _FEW and sum(word.worth >= _ASKS_SOMETHING for word in words) <= 1:
            return None  # a single word asks for nothing in particular
        asked = _Asked(words, frozenset(filter(str.isdecimal, frame.parsed.words)))
        best = {_NOBODY: 0.0, _NOBODY - 1: 0.0}
        for row in {row for stem in asked.said for row in self._written.with_rarest(stem)}:
            stems, number = self._written.row(row)
            best[number] = max(best.get(number, 0.0), self._alike(asked, stems, number))
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
        return Written(self._asked(), self.sayings.stems_of, self._worth)

    def _asked(self) -> Iterator[tuple[str, int]]:
        for number, (_, particular) in enumerate(self._told):
            yield from ((text, number) for text in (*particular.asked, *particular.asked_elsewhere))

    def _worth(self, stem: str) -> float:
        if stem.startswith(SAID_ALIKE):
            called = stem.removeprefix(SAID_ALIKE)
            return _WORTH.get(called) or self.recall.rarity(stems_of((called.lower(),))[0])
        return self.recall.light.get(stem) or self.recall.rarity(stem)

    def _words(self, frame: Frame) -> Iterator[_Word]:
        """Yield what a question says, mistyped words put right; what is named as one word."""
        for mention in frame.parsed.mentions:
            if Concept.WHAT_HAPPENED in mention.sense.concepts:
                yield self._that_happened
            elif mention.sense.names:
                yield self._of_name(mention.words, frame.refs(mention)[:_MOST_NAMES])
            else:
                yield from self._of_text(mention.words)
        yield from map(self._of_loose, frame.parsed.loose)

    @cached_property
    def _of_text(self) -> Callable[[str], tuple[_Word, ...]]:
        """Returns the words of a text."""
        return lru_cache(_REMEMBERED)(lambda text: tuple(map(self._of_word, self.sayings.stems_of(text.split()))))

    def _of_word(self, stem: str) -> _Word:
        return _Word(self._written.ways((stem,)), 0.0 if stem.isdecimal() else self._worth(stem))

    @cached_property
    def _of_name(self) -> Callable[[str, tuple[Ref, ...]], _Word]:
        """Returns a name as one word, which may be said by any part of it."""
        return lru_cache(_REMEMBERED)(self._named)

    def _named(self, said: str, refs: tuple[Ref, ...]) -> _Word:
        names = (str(getattr(self.corpus.by_sort[ref.sort][ref.id], "name", "")) for ref in refs)
        called = tuple(chain.from_iterable(map(self.recall.stems, names)))
        worth = min(_NAMED, max(map(self.recall.rarity, called), default=0.0))
        return _Word(self._written.ways((*called, *self.recall.stems(said))), worth, named=True)

    def _of_loose(self, loose: Loose) -> _Word:
        """Return a word that no phrase explains: it tells what it is rare, and may be a slip for others."""
        typed = self._of_text(loose.word)
        guessed = (word for guess in loose.guesses for word in self._of_text(guess.word))
        ways = frozenset[int]().union(*(word.ways for word in (*typed, *guessed)))
        rare = max(map(self.recall.rarity, self.recall.stems(loose.word)), default=0.0)
        return _Word(ways, 0.0 if loose.word.isdecimal() else rare)

    @cached_property
    def _that_happened(self) -> _Word:
        """The words that ask what happened, as one."""
        happened = self.recall.happened
        return _Word(self._written.ways(happened), max(map(self._worth, happened), default=0.0))

    def _alike(self, asked: "_Asked", stems: Sequence[int], number: int) -> float:
        """Return which part of two questions together is the same; none where they have too little in common.

        A figure has to be in both, or else in the answer.
        """
        figures = self._written.figures(stems)
        untold = asked.figures - figures
        if not figures <= asked.figures or (untold and not untold <= _figures_in(self._told[number].particular.says)):
            return 0.0
        written = frozenset(stems)
        common = [word for word in asked.words if not word.ways.isdisjoint(written)]
        shared = sum([word.worth for word in common])
        missing = sum(map(self._written.worth, written - asked.said))
        apart = missing + asked.worth - shared + _PER_FIGURE * len(untold)
        if shared < _LEAST or shared < _ALIKE * (shared + apart):
            return 0.0
        telling = sum([word.worth >= _TELLING for word in common])
        more_than_names = any(not word.named and word.worth >= _ASKS_SOMETHING for word in common)
        enough = apart < _NEXT_TO_NOTHING or (telling > 1 and more_than_names)
        return shared / (shared + apart) if enough else 0.0


class _Asked:
    """A question by its words: all stems that are said, what they are worth in all, and the figures."""

    __slots__ = ("figures", "said", "words", "worth")

    def __init__(self, words: Sequence[_Word], figures: frozenset[str]) -> None:
        self.words = words
        self.figures = figures
        self.said = frozenset(chain.from_iterable([word.ways for word in words]))
        self.worth = sum([word.worth for word in words])


def _figures_in(text: str) -> set[str]:
    return set(_FIGURE.findall(text))
