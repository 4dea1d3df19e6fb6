"""Finds the story, spacewalk or topic that tells of what a question describes: words weighed by how rare they are."""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from bot.corpus import Corpus, Ref, Sort
from bot.corpus.folding import fold
from bot.corpus.models import Quote, Spacewalk, Story, Topic
from bot.corpus.prose import sentences_of
from bot.understanding.texts import Texts, index_texts, stems_of, with_joined, written

#: What a text keeps of its score that does not know somebody or something the question names.
_STRANGER: Final = 0.55
#: What a text gains that is called by its name, and by its name but for little words.
_CALLED: Final = 1.2
_CALLED_LOOSELY: Final = 1.1
#: What a name of several words adds: who says "lost tool bag" means no "lost tools".
_CALLED_AT_LENGTH: Final = 1.1
_SEVERAL: Final = 3
#: What a mistyped or foreign word counts like, of the rarest one.
_GUESSED: Final = 0.6
#: From this weight on a word that a text has tells something.
_TELLING: Final = 1.6
#: How much a sentence with a figure gains where one is asked for, and by how much a later sentence must be better.
_FIGURE: Final = 1.5
_CLEARLY: Final = 1.1
_DIGIT: Final = re.compile(r"[0-9]")
_FEW: Final = 2
_SURE: Final = 0.85
_MOST_HITS: Final = 40
#: So many words, names and sentences are kept with their stems.
_REMEMBERED: Final = 1024


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
    words it has, `words` how many of these nothing else explains, `exact` how many of its words stand there as typed,
    `named` whether one of its names was wholly said, `known` whether it knows everybody and everything that is named.
    """

    ref: Ref
    score: float
    coverage: float
    matched: int = 1
    words: int = 1
    exact: int = 1
    named: bool = False
    known: bool = True


@dataclass(frozen=True)
class Recall:
    """Looks for what a question describes in the texts of one corpus."""

    corpus: Corpus

    @cached_property
    def _texts(self) -> Texts:
        return index_texts(self.corpus)

    @cached_property
    def _places(self) -> Mapping[Ref, int]:
        return {ref: place for place, ref in enumerate(self._texts.refs)}

    @property
    def words(self) -> Collection[str]:
        """Every word of the texts as it stands there, for the speller."""
        return self._texts.words

    @property
    def light(self) -> Mapping[str, float]:
        """What the stems of words of any language count in a question that say little."""
        return self._texts.light

    @property
    def happened(self) -> frozenset[str]:
        """The stems of words that ask what happened."""
        return self._texts.happened

    @cached_property
    def stems(self) -> Callable[[str], tuple[str, ...]]:
        """Returns the stems of a text's words; a letter and the number after it (S6) are one more."""
        return lru_cache(_REMEMBERED)(lambda text: tuple(stems_of(with_joined(fold(text)))))

    def knows(self, word: str) -> bool:
        """Tell whether some text has a word, in whatever form."""
        return any(stem in self._texts.worth for stem in stems_of((word,)))

    @cached_property
    def rarest(self) -> float:
        """What a word is worth that stands in a single text."""
        return math.log(1 + len(self._texts.refs))

    def rarity(self, stem: str) -> float:
        """Return what a stem is worth: the rarer the more; one that no text has counts like the rarest."""
        return self._texts.rarity.get(stem, self.rarest)

    def search(
        self,
        terms: Sequence[Term],
        said: frozenset[str],
        among: frozenset[Ref] | None = None,
        *,
        loosely: bool = False,
    ) -> tuple[Hit, ...]:
        """Return the texts that tell of these terms, best first; of all texts, or of those in `among`.

        `said` are the stems of all words of the question: a text one of whose names is wholly said comes forward; with
        `loosely`, one whose name is said but for little words.
        """
        if not terms:
            return ()
        found = [self._term(term) for term in terms]
        if among is not None:
            kept = {self._places[ref] for ref in among if ref in self._places}
            found = [{place: value[place] for place in value.keys() & kept} for value in found]
        needed = [values.keys() for term, values in zip(terms, found, strict=True) if term.needed]
        places = set().union(*found)
        strangers = frozenset(place for known in needed for place in places - known)
        scores = _scores(terms, found, strangers)
        named = self._bring_forward(scores, said, loosely=loosely)
        best = sorted(sorted(scores), key=scores.__getitem__, reverse=True)[:_MOST_HITS]
        return tuple(self._hits(terms, found, best, scores, strangers, named))

    def _bring_forward(self, scores: dict[int, float], said: frozenset[str], *, loosely: bool) -> frozenset[int]:
        """Raise the scores of the texts one of whose names is said; return where they stand."""
        wholly = self.named(said) & scores.keys()
        for place in wholly:
            scores[place] *= _CALLED
        for place in self.named(said, words=_SEVERAL) & scores.keys():
            scores[place] *= _CALLED_AT_LENGTH
        nearly = (self.named(said, loosely=True) & scores.keys()) - wholly if loosely else frozenset()
        for place in nearly:
            scores[place] *= _CALLED_LOOSELY
        return wholly | nearly

    def _hits(
        self,
        terms: Sequence[Term],
        found: Sequence[Mapping[int, float]],
        best: Sequence[int],
        scores: Mapping[int, float],
        strangers: Collection[int],
        named: Collection[int],
    ) -> Iterator[Hit]:
        """Yield the best texts with how much of the question each tells."""
        asked = sum(term.weight * self._asked(term) for term in terms)
        matched, words, exact = Counter[int](), Counter[int](), Counter[int]()
        for term, values in zip(terms, found, strict=True):
            telling = [place for place in best if values.get(place, 0.0) >= _TELLING]
            matched.update(telling)
            words.update(telling if term.weight == 1.0 else ())
            exact.update(self._typed(term).intersection(best))
        for place in best:
            yield Hit(
                self._texts.refs[place],
                scores[place],
                min(1.0, scores[place] / asked),
                matched[place],
                words[place],
                exact[place],
                place in named,
                place not in strangers,
            )

    def _typed(self, term: Term) -> set[int]:
        """Return the texts that say a term as it was typed, or in plain translation: not by a guess."""
        surely = [stem for sure, stems in term.ways if sure >= _SURE for stem in stems]
        return set().union(*(self._with(stem) for stem in surely))

    @cached_property
    def _with(self) -> Callable[[str], Mapping[int, float]]:
        """Returns the texts that have a stem, with what it counts there."""
        return lru_cache(_REMEMBERED)(self._weighed)

    def _weighed(self, stem: str) -> Mapping[int, float]:
        rarity = self.rarity(stem)
        return {place: share * rarity for place, share in self._texts.worth.of(stem)}

    def _asked(self, term: Term) -> float:
        """Return what a term is worth where a text says it: the rarer the word that was typed, the more."""
        typed = max((self.rarity(stem) for stem in term.ways[0][1]), default=0.0)
        if term.foreign:  # what is rare in another language may be common in that of the texts
            return min(typed, max(self.rarity(stem) for stems in term.foreign for stem in stems))
        if term.ways[0][1][0] in self._texts.worth or len(term.ways) == 1:
            return typed
        others = max(self.rarity(stem) for _, stems in term.ways[1:] for stem in stems)
        return max(others, _GUESSED * self.rarest)

    def _term(self, term: Term) -> Mapping[int, float]:
        """Return how well each text says a term: what the way counts there in which it says it best."""
        first, *others = (self._way(sure, stems) for sure, stems in term.ways)
        if not others:
            return first
        best = dict(first)
        for said in others:
            for place, value in said.items():
                if value > best.get(place, 0.0):
                    best[place] = value
        return best

    def _way(self, sure: float, stems: tuple[str, ...]) -> Mapping[int, float]:
        """Return what one way to say a term counts in each text that has some of its stems."""
        if len(stems) == 1:
            worth = self._with(stems[0])
            return worth if sure == 1 else {place: sure * value for place, value in worth.items()}
        said: defaultdict[int, float] = defaultdict(float)
        for stem in stems:
            for place, value in self._with(stem).items():
                said[place] += sure * value / len(stems)
        return said

    def share(self, ref: Ref, terms: Sequence[Term]) -> float:
        """Return how much of these terms a text says, between 0 and 1; of fewer than two nothing can be told."""
        if len(terms) < _FEW:
            return 0.0
        place = self._places[ref]
        asked = sum(self._asked(term) for term in terms)
        said = sum(any(self._says(place, way) for _, way in term.ways) * self._asked(term) for term in terms)
        return said / asked if asked else 0.0

    def has(self, ref: Ref, stems: Iterable[str]) -> bool:
        """Tell whether a text has all of these stems."""
        return self._says(self._places[ref], stems)

    def _says(self, place: int, stems: Iterable[str]) -> bool:
        return all(place in self._with(stem) for stem in stems)

    def named(self, said: frozenset[str], *, loosely: bool = False, words: int = 1) -> frozenset[int]:
        """Return where stories and topics stand one of whose names is said, and such stories' spacewalks.

        With `words`, only where that name has so many.
        """
        known = self._texts.names
        named = {
            name.ref
            for stem in said
            for name in known.get(stem, ())
            if len(name.core) >= words and said.issuperset(name.core) and (loosely or said.issuperset(name.little))
        }
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

    def writes(self, ref: Ref, name: str) -> bool:
        """Tell whether an entry writes a name with its capital; also where it knows somebody by another name."""
        text = written(self.corpus, ref)
        return name in text or fold(name) not in fold(text).split()

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
            yield from sentences_of(text)

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


def _scores(
    terms: Sequence[Term], found: Sequence[Mapping[int, float]], strangers: Collection[int]
) -> dict[int, float]:
    """Return what each text tells of all terms: less where it is a stranger to a name."""
    scores: defaultdict[int, float] = defaultdict(float)
    for term, values in zip(terms, found, strict=True):
        for place, value in values.items():
            scores[place] += term.weight * value
    for place in strangers:
        scores[place] *= _STRANGER
    return scores
