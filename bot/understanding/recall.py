"""Finds the story, spacewalk or topic that tells of what a question describes: words weighed by how rare they are."""

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

import Stemmer  # type: ignore[import-not-found]  # PyStemmer has no types

from bot.corpus import Corpus, Ref, Sort
from bot.corpus.folding import fold
from bot.corpus.models import Quote, Spacewalk, Story, Topic

#: How much a word counts by where it stands.
_TITLE: Final = 1.25
_ALIAS: Final = 1.15
_TEXT: Final = 1.0
_NAME: Final = 0.9
_QUOTE: Final = 0.8
#: A story that is about many spacewalks says less about each.
_SHARED: Final = 0.85
_ALIAS_BONUS: Final = 1.1
_SHORTEST_ALIAS: Final = 2


class Term(NamedTuple):
    """One thing a question says: ways to say it, each of one or more stems, with how sure each way is (0 to 1)."""

    ways: tuple[tuple[float, tuple[str, ...]], ...]
    weight: float = 1.0


class Hit(NamedTuple):
    """A text that tells of the question: the entry, the weight it explains, and its share of all that was asked."""

    ref: Ref
    score: float
    coverage: float


@dataclass(frozen=True)
class Recall:
    """The texts of one corpus, by the stems of their words."""

    corpus: Corpus

    @cached_property
    def _stem(self) -> Callable[[Sequence[str]], list[str]]:
        stem: Callable[[Sequence[str]], list[str]] = Stemmer.Stemmer("english").stemWords
        return stem

    def stems(self, text: str) -> tuple[str, ...]:
        """Return the stems of a text's words."""
        return tuple(self._stem(fold(text).split()))

    @cached_property
    def _texts(self) -> Mapping[Ref, Mapping[str, float]]:
        """Every entry that tells something, with its stems and what each is worth."""
        stem_of = dict(zip(self.words, self._stem(tuple(self.words)), strict=True))
        texts: dict[Ref, dict[str, float]] = {}
        for ref, parts in self._folded.items():
            worth: dict[str, float] = {}
            for value, words in sorted(parts, key=lambda part: part[0]):
                worth.update(dict.fromkeys((stem_of[word] for word in words), value))
            texts[ref] = worth
        return texts

    @cached_property
    def _folded(self) -> Mapping[Ref, tuple[tuple[float, list[str]], ...]]:
        """The folded words of every entry's parts, with what each part is worth."""
        told = {story.id: self._fold_parts(self._parts_of_story(story)) for story in self.corpus.stories.values()}
        folded = {Ref(Sort.STORY, key): parts for key, parts in told.items()}
        for topic in self.corpus.topics.values():
            folded[Ref(Sort.TOPIC, topic.id)] = self._fold_parts(self._parts_of_topic(topic))
        for walk in self.corpus.spacewalks:
            parts = self._fold_parts(self._parts_of_walk(walk))
            for story in self.corpus.stories_of.get(walk.id, ()):
                share = 1.0 if len(story.spacewalks) == 1 else _SHARED
                parts += tuple((value * share, words) for value, words in told[story.id])
            folded[Ref(Sort.SPACEWALK, walk.id)] = parts
        return folded

    @staticmethod
    def _fold_parts(parts: Iterator[tuple[float, str]]) -> tuple[tuple[float, list[str]], ...]:
        return tuple((value, fold(text).split()) for value, text in parts)

    def _parts_of_walk(self, walk: Spacewalk) -> Iterator[tuple[float, str]]:
        people = " ".join(self.corpus.spacewalkers[person].name for person in walk.crew)
        yield _NAME, f"{people} {walk.name} {walk.mission} {walk.vehicle} {walk.docked_at or ''} {walk.airlock}"
        yield _NAME, f"{walk.date:%B} {walk.date.year} {walk.suit or ''}"
        yield _TEXT, f"{walk.summary} {walk.note or ''} {' '.join(walk.aliases)}"

    def _parts_of_story(self, story: Story) -> Iterator[tuple[float, str]]:
        yield _TITLE, story.title
        yield _ALIAS, " ".join(story.aliases)
        yield _TEXT, f"{story.summary} {story.why_it_matters} {story.note or ''}"
        yield _NAME, f"{story.date.year} {story.date:%B} {' '.join(story.tags)}"
        yield _NAME, " ".join(self.corpus.person(person).name for person in (*story.people, *story.inside))
        for quote in self.corpus.quotes_of.get(story.id, ()):
            yield _QUOTE, f"{quote.text} {quote.note or ''} {quote.speaker}"

    @staticmethod
    def _parts_of_topic(topic: Topic) -> Iterator[tuple[float, str]]:
        yield _TITLE, topic.name
        yield _ALIAS, " ".join(topic.aliases)
        yield _TEXT, topic.summary
        yield _QUOTE, topic.text

    @cached_property
    def _postings(self) -> Mapping[str, tuple[tuple[Ref, float], ...]]:
        postings: defaultdict[str, list[tuple[Ref, float]]] = defaultdict(list)
        for ref, worth in self._texts.items():
            for stem, value in worth.items():
                postings[stem].append((ref, value))
        return {stem: tuple(found) for stem, found in postings.items()}

    @cached_property
    def rarest(self) -> float:
        """What a word is worth that stands in a single text."""
        return math.log(1 + len(self._texts))

    def rarity(self, stem: str) -> float:
        """Return what a stem is worth: the rarer the more; one that no text has counts like the rarest."""
        return self._rarities.get(stem, self.rarest)

    @cached_property
    def _rarities(self) -> Mapping[str, float]:
        total = len(self._texts)
        return {stem: math.log(1 + total / (len(found) + 0.5)) for stem, found in self._postings.items()}

    @cached_property
    def words(self) -> frozenset[str]:
        """Every word of the texts as it stands there, for the speller."""
        return frozenset(word for parts in self._folded.values() for _, words in parts for word in words)

    @cached_property
    def _aliases(self) -> Mapping[str, tuple[tuple[Ref, frozenset[str]], ...]]:
        """Titles and aliases of stories and topics as sets of stems, by their rarest stem."""
        found: defaultdict[str, list[tuple[Ref, frozenset[str]]]] = defaultdict(list)
        for sort in (Sort.STORY, Sort.TOPIC):
            for key, entry in self.corpus.by_sort[sort].items():
                if isinstance(entry, Story | Topic):
                    for text in (entry.name, *entry.aliases):
                        stems = frozenset(stem for stem in self.stems(text) if self.rarity(stem) > 1)
                        if len(stems) >= _SHORTEST_ALIAS:
                            found[max(stems, key=self.rarity)].append((Ref(sort, key), stems))
        return {stem: tuple(them) for stem, them in found.items()}

    def search(self, terms: Sequence[Term], among: frozenset[Ref] | None = None) -> tuple[Hit, ...]:
        """Return the texts that tell of these terms, best first; of all texts, or of those in `among`."""
        scores: defaultdict[Ref, float] = defaultdict(float)
        asked = 0.0
        for term in terms:
            worth, found = self._term(term)
            asked += worth
            for ref, value in found.items():
                if among is None or ref in among:
                    scores[ref] += worth * value
        if not asked:
            return ()
        for ref in self._named(terms):
            if ref in scores:
                scores[ref] *= _ALIAS_BONUS
        hits = (Hit(ref, score, min(1.0, score / asked)) for ref, score in scores.items())
        return tuple(sorted(hits, key=lambda hit: (-hit.score, hit.ref)))

    def _term(self, term: Term) -> tuple[float, Mapping[Ref, float]]:
        """Return what a term is worth, and how well each text says it (0 to the worth of a title)."""
        found: dict[Ref, float] = {}
        worth = 0.0
        for sure, stems in term.ways:
            rarity = max((self.rarity(stem) for stem in stems), default=0.0)
            per_text: defaultdict[Ref, float] = defaultdict(float)
            for stem in stems:
                for ref, value in self._postings.get(stem, ()):
                    per_text[ref] += sure * value / len(stems)
            if per_text or not worth:
                worth = max(worth, rarity)
            for ref, value in per_text.items():
                found[ref] = max(found.get(ref, 0.0), value)
        return worth * term.weight, found

    def _named(self, terms: Sequence[Term]) -> set[Ref]:
        """Return stories and topics one of whose names is wholly said, and the spacewalks of such stories."""
        said = {stem for term in terms for _, stems in term.ways for stem in stems}
        named = {ref for stem in said for ref, stems in self._aliases.get(stem, ()) if stems <= said}
        walks = {
            Ref(Sort.SPACEWALK, walk)
            for ref in named
            if ref.sort is Sort.STORY
            for walk in self.corpus.stories[ref.id].spacewalks
        }
        return named | walks

    def quote_for(self, quotes: Iterable[Quote], terms: Sequence[Term]) -> Quote | None:
        """Return the quote that says most of these terms, None where none says any."""
        best: tuple[float, Quote | None] = (0.0, None)
        for quote in quotes:
            stems = set(self.stems(f"{quote.text} {quote.note or ''}"))
            score = sum(
                max((self.rarity(way[0]) for _, way in term.ways if way and set(way) <= stems), default=0.0)
                for term in terms
            )
            if score > best[0]:
                best = (score, quote)
        return best[1]
