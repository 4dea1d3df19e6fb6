"""What a word or phrase of a question can mean, and the trie that longest phrases are found in."""

from bisect import bisect_left
from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from bot.corpus.naming import Meaning
from bot.corpus.vocabulary import Concept

#: How many letters an ending may have, by the length of the stem: a short stem with a long ending is another word.
_LONGEST_ENDING: Final = {3: 3, 4: 5}
_LONGER_STEMS: Final = 8
#: For so many words it is remembered where they lead as the first of a phrase, and which stems they begin with.
_REMEMBERED: Final = 2048


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
    """A trie of all phrases by their words, kept as a sorted list: those that begin alike stand side by side in it.

    `after` gives where a first word leads: itself, then the stems it begins with, longest first.
    """

    def __init__(self, senses: Mapping[str, Sense], stems: Container[str]) -> None:
        """Take every phrase of folded words with what it means; one of `stems`, with a star, may have any ending."""
        self._words = {phrase: sense for phrase, sense in senses.items() if " " not in phrase}
        self._longer = sorted(phrase for phrase in senses if " " in phrase)
        self._meant = [senses[phrase] for phrase in self._longer]
        self.after = lru_cache(_REMEMBERED)(lambda word: tuple(self.reached("", word, 0, len(self._longer))))
        self._stems_of = lru_cache(_REMEMBERED)(lambda word: tuple(f"{stem}*" for stem in stems_of(word, stems)))

    def sense_of(self, phrase: str) -> Sense | None:
        """Return what a whole phrase means, without regard to stems."""
        if " " not in phrase:
            return self._words.get(phrase)
        place = bisect_left(self._longer, phrase)
        return self._meant[place] if phrase in self._longer[place : place + 1] else None

    def reached(self, before: str, word: str, start: int, end: int) -> Iterator["Node"]:
        """Yield where a word leads after other words; what they lead to stands from `start` to `end` in the list."""
        for said in (word, *self._stems_of(word)):
            phrase = f"{before}{said}"
            first = bisect_left(self._longer, phrase, start, end)
            sense = None if before else self._words.get(phrase)
            if before and first < end and self._longer[first] == phrase:
                sense = self._meant[first]
                first += 1
            last = bisect_left(self._longer, f"{phrase}!", first, end)  # "!" comes next after a space
            if sense is not None or first < last:
                yield Node(self, phrase, sense, first, last)


class Node:
    """A place in the trie: what the phrase up to here means, and where each next word leads."""

    __slots__ = ("_end", "_phrase", "_start", "_trie", "sense")

    def __init__(self, trie: Trie, phrase: str, sense: Sense | None, start: int, end: int) -> None:
        """Take the phrase that leads here, and where the longer ones stand that begin with it."""
        self.sense = sense
        self._trie = trie
        self._phrase = phrase
        self._start = start
        self._end = end

    @property
    def goes_on(self) -> bool:
        """Whether there are longer phrases that begin like this."""
        return self._start < self._end

    def after(self, word: str) -> Iterator["Node"]:
        """Yield where a word leads: itself first, then the stems it begins with, longest first."""
        return self._trie.reached(f"{self._phrase} ", word, self._start, self._end)
