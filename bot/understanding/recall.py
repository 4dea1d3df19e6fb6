"""Finds the story, spacewalk or topic that tells of what a question describes: words weighed by how rare they are."""

import math
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, KeysView, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final, NamedTuple

import Stemmer  # type: ignore[import-not-found]  # PyStemmer has no types

from bot.corpus import Corpus, Ref, Sort
from bot.corpus.folding import fold, fold_all
from bot.corpus.models import Quote, Spacewalk, Story, Topic

#: How much a word counts by where it stands.
_TITLE: Final = 1.25
_ALIAS: Final = 1.15
_TEXT: Final = 1.0
_WHY: Final = 0.85
_NAME: Final = 0.9
_QUOTE: Final = 0.8
_TOPIC_TITLE: Final = 1.35
_TOPIC_ALIAS: Final = 1.3
_TOPIC_TEXT: Final = 0.65
#: What a text keeps of its score that does not know somebody or something the question names.
_STRANGER: Final = 0.55
#: A story that is about many spacewalks says less about each.
_SHARED: Final = 0.85
_ALIAS_BONUS: Final = 1.2
#: What a mistyped or foreign word counts like, of the rarest one.
_GUESSED: Final = 0.6
#: From this weight on a word that a text has tells something.
_TELLING: Final = 1.6
#: How much a sentence with a figure gains where one is asked for, and by how much a later sentence must be better.
_FIGURE: Final = 1.5
_CLEARLY: Final = 1.1
_DIGIT: Final = re.compile(r"[0-9]")
_SENTENCE_END: Final = re.compile(r"(?<=[.!?]) (?=[A-Z“])")
_LONE_ALIAS: Final = 3.0
_FEW: Final = 2
_SURE: Final = 0.85
_MOST_HITS: Final = 40


def with_joined(words: list[str]) -> list[str]:
    """Add parts of a station as one word to what folding has parted: "s 6" is also "s6"."""
    joined = [a + b for a, b in pairwise(words) if len(a) == 1 and a.isalpha() and b.isdecimal()]
    return words + joined


class Term(NamedTuple):
    """One thing a question says: ways to say it, each of one or more stems, with how sure each way is (0 to 1).

    `needed` marks a name that a text has to know; `foreign` says which ways are translations of what was typed.
    """

    ways: tuple[tuple[float, tuple[str, ...]], ...]
    weight: float = 1.0
    needed: bool = False
    foreign: tuple[tuple[str, ...], ...] = ()


class Hit(NamedTuple):
    """A text that tells of the question.

    `score` is the weight it explains, `coverage` its share of all that was asked (0 to 1), `matched` how many telling
    words it has, `exact` how many of its words stand there as typed, `named` whether one of its names was wholly said.
    """

    ref: Ref
    score: float
    coverage: float
    matched: int = 1
    exact: int = 1
    named: bool = False


class _Stemmed(NamedTuple):
    """The entries that tell something, the stems of each with what they are worth, and the stem of every word."""

    refs: tuple[Ref, ...]
    texts: Sequence[Mapping[str, float]]
    stem_of: Mapping[str, str]


@dataclass(frozen=True)
class Recall:
    """The texts of one corpus, by the stems of their words."""

    corpus: Corpus

    @cached_property
    def _stem(self) -> Callable[[Sequence[str]], list[str]]:
        stem: Callable[[Sequence[str]], list[str]] = Stemmer.Stemmer("english").stemWords
        return stem

    def stems(self, text: str) -> tuple[str, ...]:
        """Return the stems of a text's words; a letter and the number after it (S6) are one more."""
        return tuple(self._stem(with_joined(fold(text).split())))

    @cached_property
    def _places(self) -> Mapping[Ref, int]:
        """Where each entry stands among the texts: numbers are quicker to add up by than entries."""
        return {ref: place for place, ref in enumerate(self._refs)}

    @cached_property
    def _stemmed(self) -> _Stemmed:
        folded = self._folded()
        words = tuple({word for parts in folded.values() for _, words in parts for word in words})
        stem_of = dict(zip(words, self._stem(words), strict=True))
        texts = []
        for parts in folded.values():
            worth: dict[str, float] = {}
            for value, said in sorted(parts, key=lambda part: part[0]):
                worth.update(dict.fromkeys((stem_of[word] for word in said), value))
            texts.append(worth)
        return _Stemmed(tuple(folded), texts, stem_of)

    @property
    def _texts(self) -> Sequence[Mapping[str, float]]:
        return self._stemmed.texts

    @property
    def _refs(self) -> Sequence[Ref]:
        return self._stemmed.refs

    def _folded(self) -> Mapping[Ref, tuple[tuple[float, list[str]], ...]]:
        """The folded words of every entry's parts, with what each part is worth."""
        told: dict[str, tuple[tuple[float, str], ...]] = {}
        parts: dict[Ref, tuple[tuple[float, str], ...]] = {}
        for story in self.corpus.stories.values():
            parts[Ref(Sort.STORY, story.id)] = told[story.id] = tuple(self._parts_of_story(story))
        for topic in self.corpus.topics.values():
            parts[Ref(Sort.TOPIC, topic.id)] = tuple(self._parts_of_topic(topic))
        for walk in self.corpus.spacewalks:
            own = tuple(self._parts_of_walk(walk))
            for story in self.corpus.stories_of.get(walk.id, ()):
                share = 1.0 if len(story.spacewalks) == 1 else _SHARED
                own += tuple((value * share, text) for value, text in told[story.id])
            parts[Ref(Sort.SPACEWALK, walk.id)] = own
        texts = list({text for own in parts.values() for _, text in own})
        words = {text: with_joined(words.split()) for text, words in zip(texts, fold_all(texts), strict=True)}
        return {ref: tuple((value, words[text]) for value, text in own) for ref, own in parts.items()}

    def _parts_of_walk(self, walk: Spacewalk) -> Iterator[tuple[float, str]]:
        people = " ".join(self.corpus.spacewalkers[person].name for person in walk.crew)
        yield _NAME, f"{people} {walk.name} {walk.mission} {walk.vehicle} {walk.docked_at or ''} {walk.airlock}"
        yield _NAME, f"{walk.date:%B} {walk.date.year} {walk.suit or ''}"
        yield _TEXT, f"{walk.summary} {walk.note or ''} {' '.join(walk.aliases)}"

    def _parts_of_story(self, story: Story) -> Iterator[tuple[float, str]]:
        yield _TITLE, story.title
        yield _ALIAS, " ".join(story.aliases)
        yield _TEXT, story.summary
        yield _WHY, f"{story.why_it_matters} {story.note or ''}"
        yield _NAME, f"{story.date.year} {story.date:%B}"
        yield _NAME, " ".join(self.corpus.person(person).name for person in (*story.people, *story.inside))
        for quote in self.corpus.quotes_of.get(story.id, ()):
            yield _QUOTE, f"{quote.text} {quote.note or ''} {quote.speaker}"

    @staticmethod
    def _parts_of_topic(topic: Topic) -> Iterator[tuple[float, str]]:
        yield _TOPIC_TITLE, topic.name
        yield _TOPIC_ALIAS, " ".join(topic.aliases)
        yield _NAME, topic.summary
        yield _TOPIC_TEXT, topic.text

    @cached_property
    def _postings(self) -> Mapping[str, Sequence[tuple[int, float]]]:
        """For each stem, the texts that have it, with what it is worth there."""
        postings: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, worth in enumerate(self._texts):
            for stem, value in worth.items():
                postings[stem].append((place, value))
        return postings

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

    @property
    def words(self) -> AbstractSet[str]:
        """Every word of the texts as it stands there, for the speller."""
        return self._stemmed.stem_of.keys()

    @cached_property
    def _aliases(self) -> Mapping[str, tuple[tuple[Ref, frozenset[str]], ...]]:
        """Titles and aliases of stories and topics as sets of stems, by their rarest stem."""
        told: Iterable[Story | Topic] = (*self.corpus.stories.values(), *self.corpus.topics.values())
        refs = [Ref(Sort.STORY if isinstance(entry, Story) else Sort.TOPIC, entry.id) for entry in told]
        named = [(ref, text) for ref, entry in zip(refs, told, strict=True) for text in (entry.name, *entry.aliases)]
        stem_of = self._stemmed.stem_of
        found: defaultdict[str, list[tuple[Ref, frozenset[str]]]] = defaultdict(list)
        for (ref, _), folded in zip(named, fold_all([text for _, text in named]), strict=True):
            words = with_joined(folded.split())
            stems = frozenset(stem for word in words if self.rarity(stem := stem_of[word]) > 1)
            if len(stems) > 1 or any(self.rarity(stem) >= _LONE_ALIAS for stem in stems):
                found[max(stems, key=self.rarity)].append((ref, stems))
        return {stem: tuple(them) for stem, them in found.items()}

    def search(
        self, terms: Sequence[Term], said: frozenset[str], among: frozenset[Ref] | None = None
    ) -> tuple[Hit, ...]:
        """Return the texts that tell of these terms, best first; of all texts, or of those in `among`.

        `said` are the stems of all words of the question: a text one of whose names is wholly said comes forward.
        """
        if not terms:
            return ()
        kept = None if among is None else {self._places[ref] for ref in among if ref in self._places}
        scores: defaultdict[int, float] = defaultdict(float)
        matched: defaultdict[int, int] = defaultdict(int)
        needed: list[KeysView[int]] = []
        for term in terms:
            found = self._term(term)
            needed += [found.keys()] if term.needed else []
            for place, value in found.items():
                if kept is None or place in kept:
                    scores[place] += term.weight * value
                    matched[place] += value >= _TELLING
        named = self.named(said)
        for place in scores:
            if any(place not in known for known in needed):
                scores[place] *= _STRANGER
            if place in named:
                scores[place] *= _ALIAS_BONUS
        asked = sum(term.weight * self._asked(term) for term in terms)
        best = sorted(scores.items(), key=lambda scored: (-scored[1], scored[0]))[:_MOST_HITS]
        return tuple(
            Hit(
                self._refs[place],
                score,
                min(1.0, score / asked),
                matched[place],
                self._exact(place, terms),
                place in named,
            )
            for place, score in best
        )

    def _exact(self, place: int, terms: Sequence[Term]) -> int:
        """Count the terms that a text has as they were typed, or in plain translation: not by a guess."""
        stems = self._texts[place].keys()
        return sum(any(sure >= _SURE and not stems.isdisjoint(way) for sure, way in term.ways) for term in terms)

    def _asked(self, term: Term) -> float:
        """Return what a term is worth where a text says it: the rarer the word that was typed, the more."""
        typed = max((self.rarity(stem) for stem in term.ways[0][1]), default=0.0)
        if term.foreign:  # what is rare in another language may be common in that of the texts
            return min(typed, max(self.rarity(stem) for stems in term.foreign for stem in stems))
        if term.ways[0][1][0] in self._postings or len(term.ways) == 1:
            return typed
        others = max(self.rarity(stem) for _, stems in term.ways[1:] for stem in stems)
        return max(others, _GUESSED * self.rarest)

    def _term(self, term: Term) -> dict[int, float]:
        """Return how well each text says a term: the rarity of the way it says it, by where and how surely."""
        found: dict[int, float] = {}
        for sure, stems in term.ways:
            per_text: defaultdict[int, float] = defaultdict(float)
            for stem in stems:
                worth = sure * self.rarity(stem) / len(stems)
                for place, value in self._postings.get(stem, ()):
                    per_text[place] += worth * value
            for place, value in per_text.items():
                found[place] = max(found.get(place, 0.0), value)
        return found

    def share(self, ref: Ref, terms: Sequence[Term]) -> float:
        """Return how much of these terms a text says, between 0 and 1; of fewer than two nothing can be told."""
        if len(terms) < _FEW:
            return 0.0
        stems = self._texts[self._places[ref]].keys()
        asked = sum(self._asked(term) for term in terms)
        said = sum(any(stems >= set(way) for _, way in term.ways) * self._asked(term) for term in terms)
        return said / asked if asked else 0.0

    def has(self, ref: Ref, stems: Iterable[str]) -> bool:
        """Tell whether a text has all of these stems."""
        return self._texts[self._places[ref]].keys() >= set(stems)

    def named(self, said: frozenset[str]) -> frozenset[int]:
        """Return where stories and topics stand one of whose names is wholly said, and such stories' spacewalks."""
        named = {ref for stem in said for ref, stems in self._aliases.get(stem, ()) if stems <= said}
        walks = {
            Ref(Sort.SPACEWALK, walk)
            for ref in named
            if ref.sort is Sort.STORY
            for walk in self.corpus.stories[ref.id].spacewalks
        }
        return frozenset(self._places[ref] for ref in named | walks)

    def sentence_for(self, ref: Ref, terms: Sequence[Term], *, figure: bool) -> str | None:
        """Return the sentence of an entry that says most of these terms; with `figure` rather one with a number.

        None where no sentence says more than half of what the best could.
        """
        best: tuple[float, str | None] = (0.0, None)
        for sentence in self._sentences(ref):
            stems = frozenset(self.stems(sentence))
            score = sum(self._said_in(term, stems) for term in terms)
            score *= _FIGURE if figure and _DIGIT.search(sentence) else 1.0
            if score > best[0] * _CLEARLY:
                best = (score, sentence)
        return best[1]

    def _said_in(self, term: Term, stems: frozenset[str]) -> float:
        ways = (sure * max(map(self.rarity, way)) for sure, way in term.ways if way and stems.issuperset(way))
        return term.weight * max(ways, default=0.0)

    def _sentences(self, ref: Ref) -> Iterator[str]:
        entry = self.corpus.by_sort[ref.sort][ref.id]
        texts: tuple[str, ...] = ()
        if isinstance(entry, Spacewalk):
            stories = self.corpus.stories_of.get(entry.id, ())[:1]
            texts = (entry.summary, *(text for story in stories for text in (story.summary, story.why_it_matters)))
        elif isinstance(entry, Story):
            texts = (entry.summary, entry.why_it_matters)
        elif isinstance(entry, Topic):
            texts = (entry.summary, entry.text)
        for text in texts:
            yield from _SENTENCE_END.split(text)

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
