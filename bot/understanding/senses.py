"""What a word or phrase of a question can mean, and the trie that longest phrases are found in."""

from collections import defaultdict
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from bot.corpus.naming import Meaning
from bot.corpus.vocabulary import Concept

#: How many letters an ending may have, by the length of the stem: a short stem with a long ending is another word.
_LONGEST_ENDING: Final = {3: 3, 4: 5}
_LONGER_STEMS: Final = 8


def stems_of(word: str, among: Container[str]) -> Iterator[str]:
    """Yield the stems among those given that a word is a form of, longest first."""
    for length in range(len(word), 2, -1):
        if len(word) - length > _LONGEST_ENDING.get(length, _LONGER_STEMS):
            return
        if word[:length] in among:
            yield word[:length]


@dataclass(slots=True)
class Sense:
    """Everything that one phrase can mean, in all languages at once; what does not apply is empty."""

    concepts: frozenset[Concept] = frozenset()
    names: tuple[Meaning, ...] = ()
    nations: tuple[str, ...] = ()
    number: int | None = None
    ordinal: int | None = None
    month: int | None = None
    decade: int | None = None
    english: tuple[str, ...] = ()
    small: bool = False
    elsewhere: bool = False

    @property
    def explains(self) -> bool:
        """Whether the phrase says something of its own; a word that is only translated is looked for in texts."""
        return bool(
            self.concepts
            or self.names
            or self.nations
            or self.small
            or self.elsewhere
            or any(value is not None for value in (self.number, self.ordinal, self.month, self.decade))
        )

    @property
    def may_be_mistyped(self) -> bool:
        """Whether a word that is only near may stand for it; words that say nothing, or another subject, may not."""
        return bool(self.concepts or self.names or self.nations or self.number is not None or self.ordinal is not None)


def merged(one: Sense, other: Sense) -> Sense:
    """Return what a phrase means when two entries of the lexicon say something about it."""
    return Sense(
        one.concepts | other.concepts,
        one.names or other.names,
        tuple(dict.fromkeys(one.nations + other.nations)),
        _given(one.number, other.number),
        _given(one.ordinal, other.ordinal),
        _given(one.month, other.month),
        _given(one.decade, other.decade),
        tuple(dict.fromkeys(one.english + other.english)),
        one.small or other.small,
        one.elsewhere or other.elsewhere,
    )


def _given(one: int | None, other: int | None) -> int | None:
    return other if one is None else one


@dataclass(slots=True)
class Node:
    """A place in the trie of phrases: where each next word leads, and what ends here."""

    words: dict[str, "Node"] = field(default_factory=dict)
    stems: dict[str, "Node"] = field(default_factory=dict)
    sense: Sense | None = None

    def enter(self, phrase: str, sense: Sense) -> None:
        """Put a phrase of folded words in its place; one that ends in a star stands for every word that begins so."""
        node = self
        for word in phrase.split():
            branch, key = (node.stems, word[:-1]) if word.endswith("*") else (node.words, word)
            node = branch.setdefault(key, Node())
        node.sense = sense

    def after(self, word: str) -> Iterator["Node"]:
        """Yield where a word leads: itself first, then the stems it begins with, longest first."""
        if exact := self.words.get(word):
            yield exact
        if self.stems:
            for stem in stems_of(word, self.stems):
                yield self.stems[stem]


class Trie(Node):
    """The root of all phrases. What begins with a word is put in order only when somebody says that word."""

    __slots__ = ("_first_stems", "_longer", "_senses")

    def __init__(self, senses: Mapping[str, Sense]) -> None:
        """Take every phrase of folded words with what it means."""
        super().__init__()
        self._senses = senses
        self._longer: defaultdict[str, list[str]] = defaultdict(list)
        self._first_stems: set[str] = set()
        for phrase in senses:
            first, _, more = phrase.partition(" ")
            if more:
                self._longer[first].append(phrase)
            if first.endswith("*"):
                self._first_stems.add(first[:-1])

    def after(self, word: str) -> Iterator[Node]:
        """Yield where a first word leads: itself, then the stems it begins with, longest first."""
        if word not in self.words:
            self._put_in_order(word)
        for stem in stems_of(word, self._first_stems):
            if stem not in self.stems:
                self._put_in_order(f"{stem}*")
        yield from super().after(word)

    def sense_of(self, phrase: str) -> Sense | None:
        """Return what a whole phrase means, without regard to stems."""
        return self._senses.get(phrase)

    def _put_in_order(self, first: str) -> None:
        for phrase in (first, *self._longer.get(first, ())):
            if sense := self._senses.get(phrase):
                self.enter(phrase, sense)
