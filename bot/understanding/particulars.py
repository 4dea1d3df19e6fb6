"""Questions that editors have written down with their answers, found by what a question has in common with them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final, NamedTuple

from bot.corpus import Corpus, Ref, Sort
from bot.corpus.models import Story, Topic
from bot.corpus.vocabulary import Concept
from bot.understanding.frame import Frame
from bot.understanding.links import event_told
from bot.understanding.reading import Asks, Query
from bot.understanding.recall import Recall

#: How much of both questions together has to be the same, by what their words are worth.
_ALIKE: Final = 0.72
#: From this worth on a word tells something. A single one in common is enough only where nothing else is said.
_TELLING: Final = 1.0
#: What two questions have in common has to be worth so much: more than a common word.
_LEAST: Final = 3.0
#: So many bearers of a name are known by all parts of theirs.
_MOST_NAMES: Final = 6
#: By which factor one answer must stand above the next.
_CLEARLY: Final = 1.03


class _Asked(NamedTuple):
    """A question as written down: its stems with what each is worth, what it is about and the answer."""

    worth: Mapping[str, float]
    ref: Ref
    says: str


class _Word(NamedTuple):
    """A word of a question: the stems it may be written down with, and what it is worth."""

    ways: frozenset[str]
    worth: float


@dataclass(frozen=True)
class Particulars:
    """The particulars of one corpus, to be found by questions that are put alike."""

    corpus: Corpus
    recall: Recall

    def read(self, frame: Frame) -> Query | None:
        """Return the answer to the question that this one is, but for a few words; None where there is none."""
        words = list(self._words(frame))
        near = {id(asked): asked for word in words for stem in word.ways for asked in self._by_rarest.get(stem, ())}
        found = sorted(((_alike(words, asked), asked) for asked in near.values()), key=lambda one: -one[0])
        if not found or found[0][0] < _ALIKE:
            return None
        score, best = found[0]
        others = (other for other, asked in found if asked.says != best.says)
        if next(others, 0.0) * _CLEARLY > score:
            return None
        return Query(event_told(self.corpus, best.ref), Asks.WHAT, round(min(0.99, score), 3), told=best.says)

    @cached_property
    def _by_rarest(self) -> Mapping[str, Sequence[_Asked]]:
        found: defaultdict[str, list[_Asked]] = defaultdict(list)
        for asked in self._asked():
            found[max(asked.worth, key=asked.worth.__getitem__)].append(asked)
        return dict(found)

    def _asked(self) -> Iterator[_Asked]:
        entries: tuple[tuple[Sort, Sequence[Story | Topic]], ...] = (
            (Sort.STORY, tuple(self.corpus.stories.values())),
            (Sort.TOPIC, tuple(self.corpus.topics.values())),
        )
        for sort, entry in ((sort, entry) for sort, several in entries for entry in several):
            for particular in entry.particulars:
                for question in particular.asked:
                    stems = self.recall.stems(question)
                    worth = {stem: self._worth(stem) for stem in stems}
                    yield _Asked(worth, Ref(sort, entry.id), particular.says)

    def _words(self, frame: Frame) -> Iterator[_Word]:
        """Yield what a question says, mistyped words put right and what is named by all parts of its name."""
        for mention in frame.parsed.mentions:
            refs = frame.refs(mention)[:_MOST_NAMES] if mention.sense.names else ()
            names = (str(getattr(self.corpus.by_sort[ref.sort][ref.id], "name", "")) for ref in refs)
            called = frozenset(chain.from_iterable(map(self.recall.stems, names)))
            stems = self.recall.stems(mention.words)
            if Concept.WHAT_HAPPENED in mention.sense.concepts:
                yield _Word(self.recall.happened, max(map(self._worth, self.recall.happened)))
            elif called:
                yield _Word(called.union(stems), max(map(self.recall.rarity, called)))
            else:
                yield from (_Word(frozenset({stem}), self._worth(stem)) for stem in stems)
        for loose in frame.parsed.loose:
            typed = self.recall.stems(loose.word)
            guessed = chain.from_iterable(self.recall.stems(guess.word) for guess in loose.guesses)
            yield _Word(frozenset((*typed, *guessed)), max(map(self.recall.rarity, typed), default=0.0))

    def _worth(self, stem: str) -> float:
        return self.recall.light.get(stem) or self.recall.rarity(stem)


def _alike(words: Sequence[_Word], asked: _Asked) -> float:
    """Return which part of two questions together is the same; none where a figure differs."""
    said = frozenset(chain.from_iterable(word.ways for word in words))
    shared = [worth for stem, worth in asked.worth.items() if stem in said]
    missing = [stem for stem in asked.worth if stem not in said]
    further = [word for word in words if word.ways.isdisjoint(asked.worth)]
    figures = any(stem.isdecimal() for stem in chain(missing, *(word.ways for word in further)))
    apart = sum(asked.worth[stem] for stem in missing) + sum(word.worth for word in further)
    telling = sum(worth >= _TELLING for worth in shared)
    if figures or sum(shared) < _LEAST or not (telling > 1 or apart < _TELLING):
        return 0.0
    return sum(shared) / (sum(shared) + apart)
