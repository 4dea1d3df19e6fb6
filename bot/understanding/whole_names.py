"""Questions that are nothing but a name, alias or title, and the words that only ask for it."""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

from bot.corpus import Corpus, Ref, Sort
from bot.corpus.naming import Names, Strength
from bot.corpus.vocabulary import Concept
from bot.understanding.frame import Frame
from bot.understanding.links import event_told
from bot.understanding.reading import Asks, Choices, Query, Reading
from bot.understanding.said import PEOPLE, PRECEDENCE
from bot.understanding.subjects import event_of

_MOST_CHOICES: Final = 10
#: What a question may ask of a name without saying more.
_ASKING: Final = frozenset(
    {Concept.WHAT_IS, Concept.WHAT, Concept.WHO, Concept.HOW, Concept.WHAT_HAPPENED, Concept.WHY}
)
#: What counts though the word for it is a little one: the last spacewalk is not any, nor is one without women.
_TELLING: Final = frozenset({Concept.FIRST, Concept.LAST, Concept.ON_THIS_DAY, Concept.NOT})
#: Sorts whose names may stand among words that only ask.
_TOLD: Final = frozenset({Sort.TOPIC, Sort.STORY, Sort.RECORD, Sort.SPACEWALK})


@dataclass(frozen=True)
class WholeNames:
    """The names of one corpus, to be looked up by all that a question says."""

    corpus: Corpus
    names: Names

    def read(self, words: str, asks: Asks = Asks.WHAT) -> Reading | None:
        """Read a question that is nothing but a name, alias or title."""
        meanings = self.names.get(words)
        if meanings is None:
            return None
        outright = [meaning.ref for meaning in meanings if meaning.strength < Strength.SURNAME]
        kept = self._distinct(outright or [meaning.ref for meaning in meanings])
        return Query(event_told(self.corpus, kept[0]), asks) if len(kept) == 1 else Choices(kept[:_MOST_CHOICES])

    def _distinct(self, refs: list[Ref]) -> tuple[Ref, ...]:
        """Keep what a name can mean; related things, such as a station and its programme, count as one."""
        kept: list[Ref] = []
        for ref in sorted(refs, key=lambda ref: (PRECEDENCE.index(ref.sort), ref.id)):
            distinct = ref.sort in PEOPLE and all(other.sort in PEOPLE for other in kept)
            if not kept or distinct or {ref.id, kept[0].id} <= self._declared:
                kept.append(ref)
        return tuple(kept)

    @cached_property
    def _declared(self) -> frozenset[str]:
        return frozenset(ref_id for entry in self.corpus.ambiguous for ref_id in entry.means)

    def read_core(self, frame: Frame, asks: Asks) -> Reading | None:
        """Read a question whose words, less those that only ask, are a name: "what is the MMU?"."""
        core = " ".join(filter(None, core_words(frame)))
        found = self.read(core, asks) if core else None
        if not isinstance(found, Query) or found.about.sort not in _TOLD:
            return None
        happened = event_of(frame, found.about) if found.about.sort is Sort.TOPIC else None
        return happened or found


def core_words(frame: Frame) -> list[str]:
    """Return the words of a question, mistyped ones put right; those that say nothing or only ask are empty."""
    words = list(frame.parsed.words)
    for mention in frame.parsed.mentions:
        concepts, places = mention.sense.concepts, mention.end - mention.start
        little = mention.sense.small and mention.sense.number is None and not concepts & frame.concepts & _TELLING
        silent = (little or (concepts and concepts <= _ASKING)) and not mention.sense.nations  # "quel Français"
        words[mention.start : mention.end] = [""] * places if silent else _spread(mention.words, places)
    return words


def _spread(words: str, places: int) -> list[str]:
    """Return corrected words on the places of those that were typed."""
    parts = words.split()
    return parts if len(parts) == places else [words, *[""] * (places - 1)]
