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
from bot.understanding.reading import Choices, OutOfScope, Query
from bot.understanding.recall import Hit, Recall
from bot.understanding.texts import LANGUAGE

_MOST_CHOICES: Final = 6
#: An alias of more words is a description, whose words mean nothing by themselves.
_LONGEST_ALIAS: Final = 2
#: A shorter word is none, and in a longer question it is not all that is asked.
_SHORTEST: Final = 3
_MOST_WORDS: Final = 3

#: What says of a word no more than that it is a thing of spaceflight.
_THINGS: Final = frozenset({Concept.SPACEFLIGHT, Concept.SUIT, Concept.AIRLOCK})

_ByStem = Mapping[str, tuple[Ref, ...]]


@dataclass(frozen=True)
class SingleWords:
    """The words of the names of topics, to be looked up one by one."""

    recall: Recall

    def read(self, frame: Frame, hits: Sequence[Hit]) -> Query | Choices | OutOfScope | None:
        """Return the topic, or the choice of topics, that a word is part of the name of; None for more than a word.

        Where it is one of which another text tells more (`hits`, best first), or that is only an alias, it is a hint.
        """
        for stem in self._said(frame):
            called, known = self._called.get(stem, ()), self._known_as.get(stem, ())
            if len(found := tuple(dict.fromkeys((*called, *known)))) > 1:
                return Choices(found[:_MOST_CHOICES])
            if found:
                told = any(hit.ref == found[0] for hit in hits[:1])
                return Query(found[0]) if called and told else not_recorded(found)
        return None

    def _said(self, frame: Frame) -> Iterator[str]:
        """Yield the stems of the only word that says something, those of its English first."""
        loose, words = frame.parsed.loose, frame.parsed.words
        mentions = [mention for mention in frame.parsed.mentions if not mention.sense.small]
        if len(loose) + len(mentions) != 1 or len(words) > _MOST_WORDS:
            return
        if mentions and not (mentions[0].sense.concepts and mentions[0].sense.concepts <= _THINGS):
            return
        said = loose[0].word if loose else mentions[0].words
        english = loose[0].english if loose else mentions[0].sense.english
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
        return frozenset(fold_all(list(chain.from_iterable(vocabulary.small_words for vocabulary in spoken))))

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
