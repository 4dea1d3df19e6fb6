"""A single word that topics are called by, or all of a kind are: "toilet", "jetpack", "Handschuhe"."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final

from bot.corpus import Ref, Sort
from bot.corpus.folding import fold, fold_all
from bot.corpus.models import Topic
from bot.corpus.vocabulary import Concept
from bot.understanding.conditions import values_of
from bot.understanding.declining import not_recorded
from bot.understanding.frame import Frame
from bot.understanding.mentions import Loose, Mention
from bot.understanding.reading import Choices, OutOfScope, Query
from bot.understanding.recall import Hit, Recall
from bot.understanding.texts import LANGUAGE

_MOST_CHOICES: Final = 6
#: An alias of more words is a description, whose words mean nothing by themselves.
_LONGEST_ALIAS: Final = 2
#: A shorter word is none, and in a longer question it is not all that is asked.
_SHORTEST: Final = 3
_MOST_WORDS: Final = 3

_ABOUT_AS_MUCH: Final = 0.97
#: What says of a word no more than that it is a thing of spaceflight.
_THINGS: Final = frozenset({Concept.SPACEFLIGHT, Concept.SUIT, Concept.AIRLOCK})

#: What a question about a thing in general says besides.
_IN_GENERAL: Final = frozenset(
    {
        *(Concept.WHAT, Concept.WHAT_IS, Concept.HOW, Concept.WHY, Concept.OUTSIDE, Concept.SPACEFLIGHT),
        *(Concept.SPACEWALK, Concept.SPACEWALKER, Concept.DURING, Concept.HOW_MANY, Concept.WALK),
    }
)

_ByStem = Mapping[str, tuple[Ref, ...]]


@dataclass(frozen=True)
class SingleWords:
    """The words of the names of topics, to be looked up one by one."""

    recall: Recall

    def read(self, frame: Frame, hits: Sequence[Hit]) -> Query | Choices | OutOfScope | None:
        """Return the topic, or the choice of topics, that a word is part of the name of; None for more than a word.

        Where it is one of which another text tells more (`hits`, best first), or that is only an alias, it is a hint.
        """
        parsed = frame.parsed
        said: list[Loose | Mention] = [*parsed.loose]
        said += [mention for mention in parsed.mentions if not mention.sense.small]
        if len(said) != 1 or len(parsed.words) > _MOST_WORDS or not _is_a_thing(said[0]):
            return None
        for stem in self._stems(said[0]):
            called, known = self._called.get(stem, ()), self._known_as.get(stem, ())
            if len(found := tuple(dict.fromkeys((*called, *known)))) > 1:
                return Choices(found[:_MOST_CHOICES])
            if found:
                return Query(found[0]) if called and _is_told(found[0], hits) else not_recorded(found)
        return None

    def read_in_general(self, frame: Frame, hits: Sequence[Hit]) -> Query | None:
        """Return the topic that a question with a single word of its own asks of: "how cold is it out there"."""
        loose, mentions = frame.parsed.loose, frame.parsed.mentions
        if len(loose) != 1 or not all(m.sense.small or m.sense.concepts <= _IN_GENERAL for m in mentions):
            return None
        if not frame.has(*_IN_GENERAL) or any(m.sense.elsewhere or m.date or m.sense.names for m in mentions):
            return None
        called = (self._called.get(stem, ()) for stem in self._stems(loose[0]))
        return next((Query(refs[0]) for refs in called if len(refs) == 1 and _is_told(refs[0], hits)), None)

    def _stems(self, word: Loose | Mention) -> Iterator[str]:
        """Yield the stems of a word, those of its English first."""
        said, english = (word.word, word.english) if isinstance(word, Loose) else (word.words, word.sense.english)
        for way in (*english, said):
            stems = self.recall.stems(way) if len(way) >= _SHORTEST else ()
            yield from stems if len(stems) == 1 else ()

    @cached_property
    def _called(self) -> _ByStem:
        """Topics by the stems of what their names are about and of the kind they are of."""
        return self._by_stem((topic, " ".join((topic.category, *self._heads(topic.name)))) for topic in self._topics)

    @cached_property
    def _known_as(self) -> _ByStem:
        """Topics by the stem of the word that their shorter aliases end with, which is what is meant by them."""
        aliases = ((topic, alias.split()) for topic in self._topics for alias in topic.aliases)
        return self._by_stem((topic, words[-1]) for topic, words in aliases if len(words) <= _LONGEST_ALIAS)

    def _heads(self, name: str) -> Iterator[str]:
        """Yield the words of a name that are no attributes: "toilet" of "Food, drink and toilet", no "lunar" rover."""
        words = name.replace(",", " ,").split()
        for word, after in zip(words, [*words[1:], ""], strict=True):
            if not fold(after) or fold(after) in self._little:
                yield word

    @cached_property
    def _little(self) -> frozenset[str]:
        spoken = (vocabulary for vocabulary in self.recall.corpus.vocabularies if vocabulary.language == LANGUAGE)
        small = ((*each.small_words, *each.concepts[Concept.OUTSIDE]) for each in spoken)
        return frozenset(fold_all(list(chain.from_iterable(small))))

    def _by_stem(self, named: Iterable[tuple[Topic, str]]) -> _ByStem:
        found: defaultdict[str, dict[Ref, None]] = defaultdict(dict)
        for topic, text in named:
            for stem in self.recall.stems(text):
                found[stem][Ref(Sort.TOPIC, topic.id)] = None
        return {stem: tuple(refs) for stem, refs in found.items()}

    @cached_property
    def _topics(self) -> tuple[Topic, ...]:
        """All topics, those most used first; of suits the family and not its models."""
        topics = self.recall.corpus.topics.values()
        families = {f"{topic.name}-" for topic in topics}
        kept = [topic for topic in topics if not any(topic.name.startswith(family) for family in families)]
        return tuple(sorted(kept, key=lambda topic: -self._used(topic)))

    def _used(self, topic: Topic) -> int:
        corpus = self.recall.corpus
        worn = sum(len(corpus.walks_in[suit]) for suit in values_of(corpus, Ref(Sort.TOPIC, topic.id)))
        return worn or len(corpus.walks_through.get(topic.name, topic.spacewalks))


def _is_a_thing(said: Loose | Mention) -> bool:
    """Tell whether a word is one of texts, or says no more than that it is a thing of spaceflight."""
    return isinstance(said, Loose) or (bool(said.sense.concepts) and said.sense.concepts <= _THINGS)


def _is_told(ref: Ref, hits: Sequence[Hit]) -> bool:
    return any(hit.ref == ref and hit.score >= hits[0].score * _ABOUT_AS_MUCH for hit in hits)
