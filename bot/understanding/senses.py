"""What a word or phrase of a question can mean, and the trie that longest phrases are found in."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
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
    """Everything that one phrase can mean, in all languages at once; what does not apply is empty.

    `day` is a month and a day of it.
    """

    concepts: frozenset[Concept] = frozenset()
    names: tuple[Meaning, ...] = ()
    nations: tuple[str, ...] = ()
    number: int | None = None
    ordinal: int | None = None
    month: int | None = None
    decade: int | None = None
    day: tuple[int, int] | None = None
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
            or any(value is not None for value in (self.number, self.ordinal, self.month, self.decade, self.day))
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
        one.day or other.day,
        tuple(dict.fromkeys(one.english + other.english)),
        one.small or other.small,
        one.elsewhere or other.elsewhere,
    )


def _given(one: int | None, other: int | None) -> int | None:
    return other if one is None else one


class Trie:
    """All phrases by their words. What follows on a word is put in order only when somebody says that word.

    `after` gives where a first word leads: itself, then the stems it begins with, longest first.
    """

    def __init__(self, senses: Mapping[str, Sense], stems: Container[str]) -> None:
        """Take every phrase of folded words with what it means; one of `stems`, with a star, may have any ending."""
        self._senses = senses
        self._longer = sorted(phrase for phrase in senses if " " in phrase)
        self._stems = stems
        self._nodes: dict[str, Node] = {}
        self.after = lru_cache(maxsize=4096)(lambda word: tuple(self._after(word)))

    def sense_of(self, phrase: str) -> Sense | None:
        """Return what a whole phrase means, without regard to stems."""
        return self._senses.get(phrase)

    def _after(self, word: str) -> Iterator["Node"]:
        if exact := self._node(word):
            yield exact
        for stem in stems_of(word, self._stems):
            if node := self._node(f"{stem}*"):
                yield node

    def _node(self, first: str) -> "Node | None":
        node = self._nodes.get(first)
        if node is None:
            start = bisect_left(self._longer, f"{first} ")
            longer = self._longer[start : bisect_left(self._longer, f"{first}!", lo=start)]  # "!" comes after " "
            if longer or first in self._senses:
                node = self._nodes[first] = Node(self._senses, first, longer)
        return node


class Node:
    """A place in the trie: what the phrase up to here means, and where each next word leads."""

    __slots__ = ("_longer", "_phrase", "_senses", "_stems", "_words", "sense")

    def __init__(self, senses: Mapping[str, Sense], phrase: str, longer: Collection[str]) -> None:
        """Take all phrases with their senses, the one that leads here, and the longer ones that begin with it."""
        self.sense = senses.get(phrase)
        self._senses = senses
        self._phrase = phrase
        self._longer = longer
        self._words: dict[str, Node] | None = None
        self._stems: dict[str, Node] = {}

    @property
    def goes_on(self) -> bool:
        """Whether there are longer phrases that begin like this."""
        return bool(self._longer)

    def after(self, word: str) -> Iterator["Node"]:
        """Yield where a word leads: itself first, then the stems it begins with, longest first."""
        if self._words is None:
            self._words = self._put_in_order()
        if exact := self._words.get(word):
            yield exact
        if self._stems:
            for stem in stems_of(word, self._stems):
                yield self._stems[stem]

    def _put_in_order(self) -> dict[str, "Node"]:
        """Part the longer phrases by their next word, and keep those apart that may have any ending."""
        start = len(self._phrase) + 1
        going_on: defaultdict[str, list[str]] = defaultdict(list)
        for phrase in self._longer:
            word, _, more = phrase[start:].partition(" ")
            going_on[word] += (phrase,) if more else ()
        nodes = {word: Node(self._senses, f"{self._phrase} {word}", longer) for word, longer in going_on.items()}
        self._stems = {word[:-1]: node for word, node in nodes.items() if word.endswith("*")}
        return {word: node for word, node in nodes.items() if not word.endswith("*")}
