"""One stem for all words that say the same, in whatever language: "raumanzug", "spacesuit" and "suit" are one."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.corpus.vocabulary import Concept
from bot.understanding.senses import Sense
from bot.understanding.texts import stems_of

#: Begins the stem that stands for a concept or a nation, by what either is called in the corpus.
SAID_ALIKE: Final = "#"
#: What is asked, and what all questions are about; these have words of their own in every language.
_CONCEPTS: Final = (
    *(Concept.SPACEWALK, Concept.SPACEWALKER, Concept.PERSON, Concept.HOW_MANY, Concept.HOW_LONG, Concept.HOW),
    *(Concept.WHO, Concept.WHEN, Concept.WHERE, Concept.WHY, Concept.AIRLOCK, Concept.MOON, Concept.OUTSIDE),
    *(Concept.FIRST, Concept.LAST, Concept.WOMAN, Concept.UNTETHERED),
)


@dataclass(frozen=True)
class Sayings:
    """The stems of words by what they say; `sense_of` tells what a word means by itself."""

    sense_of: Callable[[str], Sense | None]

    def stems_of(self, words: Sequence[str]) -> list[str]:
        """Return for each folded word the stem that stands for all that say the same."""
        return [self._alike(word) or stem for word, stem in zip(words, stems_of(words), strict=True)]

    def _alike(self, word: str) -> str | None:
        sense = self.sense_of(word)
        if sense is None or sense.names:
            return None
        if sense.nations:  # a taikonaut is not any astronaut
            return f"{SAID_ALIKE}{sense.nations[0]}"
        for concept in _CONCEPTS:
            if concept in sense.concepts:
                return f"{SAID_ALIKE}{concept}"
        translated = next((text for text in sense.english if " " not in text), None)
        return stems_of((translated,))[0] if translated else None
