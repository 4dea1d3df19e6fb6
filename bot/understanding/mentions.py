"""What a question is made of: phrases that mean something, and words that are left over."""

from dataclasses import dataclass

from bot.corpus.vocabulary import Concept
from bot.understanding.dates import SpokenDate
from bot.understanding.near import Guess
from bot.understanding.senses import Sense


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a question (from `start` up to `end`) that were understood, and what they can mean.

    `distance` counts the edits that were forgiven; `date` is set where they name one.
    """

    start: int
    end: int
    words: str
    sense: Sense
    distance: float = 0.0
    date: SpokenDate | None = None


@dataclass(frozen=True, slots=True)
class Loose:
    """A word that no phrase explains: what it was, and the known words of texts it may stand for."""

    place: int
    word: str
    guesses: tuple[Guess, ...]
    english: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parsed:
    """A question in words, mentions in their order, and loose words in theirs."""

    words: tuple[str, ...]
    mentions: tuple[Mention, ...]
    loose: tuple[Loose, ...]

    def concepts(self) -> frozenset[Concept]:
        """Return every concept that is said."""
        return frozenset(concept for mention in self.mentions for concept in mention.sense.concepts)
