"""Words that a mistyped one may stand for: by how they sound, by edit distance, or run together."""

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from functools import cached_property, lru_cache
from itertools import chain
from string import ascii_lowercase
from typing import Final, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.understanding.lexicon import sound_of, sounds_of

_MOST: Final = 4
#: Words of this rank and above are known but no typed word is taken for them: they say nothing.
UNGUESSED: Final = 3
#: Edits forgiven by the length of the word that was typed; shorter words are taken as they are.
_EDITS: Final = ((4, 1), (7, 2), (11, 3))
#: The shortest word that a typed one is taken for.
_SHORTEST: Final = _EDITS[0][0] - 1
#: In a word this short a wrong letter is not forgiven, only one left out, or two swapped.
_SHORT: Final = 4
_SAME_SOUND: Final = 0.5
_NEAR_SOUND: Final = 0.9
#: Words of a rank below this are also found by how they sound: those of names and phrases, not of texts.
_HEARD: Final = 2
_POSSESSIVE: Final = re.compile(r"(.{4,}?)(?:ljev|ov|ev|in)(?:[aeiou]|om|oj|og|im|ih)?")
#: What another first letter adds to the edits.
_OTHER_START: Final = 0.25
_SHORTEST_RUN: Final = 7
_SHORTEST_PART: Final = 4
_MOST_PARTS: Final = 4


class Guess(NamedTuple):
    """A known word and how far it is from the one typed: edits, half of one where both sound the same."""

    distance: float
    word: str


class Speller:
    """Finds known words near an unknown one. `rank` orders equals: the more telling words first."""

    def __init__(self, ranks: Mapping[str, int], short_parts: Container[str]) -> None:
        """Take the known words, each with its rank: 0 for those of names, then of phrases, then of texts.

        `short_parts` are the short words that may be run together with others.
        """
        self._ranks = ranks
        self._short_parts = short_parts
        self.guesses = lru_cache(maxsize=2048)(self._guesses)
        self.parts = lru_cache(maxsize=2048)(self._parts)

    def knows(self, word: str) -> bool:
        """Tell whether a word needs no guess."""
        return word in self._ranks

    @cached_property
    def _by_start(self) -> Mapping[tuple[str, int], list[str]]:
        """Words by their first letter and length."""
        groups: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
        for word in self._below(UNGUESSED):
            if len(word) >= _SHORTEST:
                groups[word[0], len(word)].append(word)
        return dict(groups)

    @cached_property
    def _by_sound(self) -> Mapping[str, str]:
        """Words by how they sound; the few that sound alike are parted by spaces."""
        heard = self._below(_HEARD)
        groups: dict[str, str] = {}
        for sound, word in zip(sounds_of(heard), heard, strict=True):
            groups[sound] = f"{groups[sound]} {word}" if sound in groups else word
        return groups

    def _below(self, limit: int) -> list[str]:
        return sorted(word for word, rank in self._ranks.items() if rank < limit and word.isalpha())

    def _guesses(self, word: str) -> tuple[Guess, ...]:
        """Return the known words nearest to an unknown one, best first; none for short words and figures."""
        edits = max((allowed for length, allowed in _EDITS if len(word) >= length), default=0)
        if not edits or not word.isalpha():
            return ()
        alike = self._by_sound.get(sound_of(word), "").split()
        found = {near: _SAME_SOUND if OSA.distance(word, near) == 1 else _NEAR_SOUND for near in alike}
        for near, distance in chain(self._beginning_alike(word, edits), self._beginning_otherwise(word)):
            found.setdefault(near, distance)
        if (owner := self._owner(word)) is not None:
            found[owner] = _SAME_SOUND
        if len(word) <= _SHORT:
            found = {n: edits for n, edits in found.items() if len(n) > len(word) or sorted(n) == sorted(word)}
        guesses = (
            Guess(distance + (_OTHER_START if near[0] != word[0] else 0), near) for near, distance in found.items()
        )
        return tuple(sorted(guesses, key=lambda guess: (guess.distance, self._ranks[guess.word], guess.word))[:_MOST])

    def _beginning_alike(self, word: str, edits: int) -> Iterator[tuple[str, float]]:
        """Yield the words with the same first letter that are at most so many edits away."""
        for length in range(len(word) - edits, len(word) + edits + 1):
            pool = self._by_start.get((word[0], length), ())
            for near, distance, _ in process.extract(word, pool, scorer=OSA.distance, score_cutoff=edits, limit=8):
                yield near, float(distance)

    def _beginning_otherwise(self, word: str) -> Iterator[tuple[str, float]]:
        """Yield the words that are one edit at their first letter away: another slip would make another word."""
        swapped = f"{word[1]}{word[0]}{word[2:]}"
        added = (f"{letter}{word}" for letter in ascii_lowercase)
        changed = (f"{letter}{word[1:]}" for letter in ascii_lowercase if letter != word[0])
        for near in (word[1:], swapped, *changed, *added):
            if near[0] != word[0] and len(near) >= _SHORTEST and self._ranks.get(near, UNGUESSED) < UNGUESSED:
                yield near, 1.0

    def _owner(self, word: str) -> str | None:
        """Return the name that a Slavic word is the possessive of: "leonovljeva", "vajtova"."""
        matched = _POSSESSIVE.fullmatch(word)
        return matched[1] if matched and self._ranks.get(matched[1]) == 0 else None

    def names_near(self, word: str) -> tuple[Guess, ...]:
        """Return the names that a word is one slip away from."""
        return tuple(guess for guess in self.guesses(word) if guess.distance <= 1 and not self._ranks[guess.word])

    def _parts(self, word: str) -> tuple[str, ...]:
        """Part words that were run together ("firstspacewalkever"); empty where that cannot be done."""
        if len(word) < _SHORTEST_RUN - 2 or not word.isalpha():
            return ()
        best: list[tuple[str, ...] | None] = [()] + [None] * len(word)
        for end in range(1, len(word) + 1):
            options = (
                (*before, word[start:end])
                for start in range(end)
                if (before := best[start]) is not None and self._is_part(word[start:end])
            )
            best[end] = min(options, key=len, default=None)
        found = best[-1]
        return found if found and 1 < len(found) <= _MOST_PARTS else ()

    def _is_part(self, word: str) -> bool:
        return word in self._short_parts or (len(word) >= _SHORTEST_PART and self.knows(word))


def ranked(groups: Iterable[Iterable[str]]) -> dict[str, int]:
    """Return words with the number of the first group they stand in."""
    ranks: dict[str, int] = {}
    for rank, group in enumerate(groups):
        for word in group:
            ranks.setdefault(word, rank)
    return ranks
