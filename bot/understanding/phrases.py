"""Which phrases may begin at a place of a question, and what it costs to take its words for one of them."""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache, reduce
from typing import Final, NamedTuple

from bot.corpus.vocabulary import Concept
from bot.understanding.near import Guess
from bot.understanding.senses import Node, Sense, Trie, merged

#: What a word costs that nothing explains; the rest is to be had for less.
LOOSE: Final = 1.0
MENTION: Final = 0.12
DATE: Final = 0.05
_TRANSLATED: Final = 0.9
#: A phrase that a vocabulary has whole is hardly meant otherwise: "un petit pas" is no surname.
_RENDERED: Final = 0.3
_CLOSER: Final = 0.01
_ABOUT: Final = 0.3
_PER_EDIT: Final = 0.16
_LONG: Final = 9
_SOMEBODY: Final = frozenset({Concept.WOMAN, Concept.MAN, Concept.SPACEWALKER})
#: For so many words it is remembered what each is by itself: most words of a question have been in others.
_REMEMBERED: Final = 2048


class Phrase(NamedTuple):
    """Words taken for a phrase: where they end, what is meant by them, with how many edits, at what cost."""

    end: int
    said: str
    sense: Sense
    distance: float
    cost: float


class _Alone(NamedTuple):
    """What a word can be whatever stands beside it, and where it may lead.

    `best` is the cheapest phrase that it makes by itself, `onward` are the beginnings of longer ones, each with the
    edits and the word that is meant.
    """

    best: Phrase | None
    onward: tuple[tuple[Node, float, str], ...]


class Phrases:
    """The phrases of one trie. `options` returns what a typed word may stand for."""

    def __init__(self, root: Trie, options: Callable[[str], tuple[Guess, ...]]) -> None:
        """Start with nothing remembered."""
        self._root = root
        self._options = options
        self._alone = lru_cache(_REMEMBERED)(self._alone_as)

    def beginning_at(self, start: int, words: Sequence[str]) -> Iterator[Phrase]:
        """Yield the phrases that begin at a place: the cheapest of that word alone, then all longer ones."""
        best, onward = self._alone(words[start])
        if best is not None:
            yield best._replace(end=start + 1)
        if onward and start + 1 < len(words):
            for node, distance, said in onward:
                yield from self._longer(node, start + 1, words, distance, said)

    def _longer(self, node: Node, place: int, words: Sequence[str], distance: float, said: str) -> Iterator[Phrase]:
        """Yield the phrases that go on with the word at a place."""
        for guess in self._options(words[place]):
            for after in node.after(guess.word):
                edits, meant = distance + guess.distance, f"{said} {guess.word}"
                sense = after.sense
                if sense is not None and (not edits or _may_be_meant(sense, edits, meant)):
                    yield Phrase(place + 1, meant, sense, edits, _cost(sense, edits, several=True))
                if after.goes_on and place + 1 < len(words):
                    yield from self._longer(after, place + 1, words, edits, meant)

    def _alone_as(self, word: str) -> _Alone:
        reached = [(node, guess) for guess in self._options(word) for node in self._root.after(guess.word)]
        meant = [
            (node.sense, guess)
            for node, guess in reached
            if node.sense is not None and (not guess.distance or _may_be_meant(node.sense, guess.distance, guess.word))
        ]
        phrases = [
            Phrase(1, guess.word, sense, guess.distance, _cost(sense, guess.distance, several=False))
            for sense, guess in meant
        ]
        exact = [sense for sense, guess in meant if not guess.distance]
        if len(exact) > 1 and (whole := _of_a_nation(exact)):
            phrases.append(Phrase(1, word, whole, 0.0, MENTION - _CLOSER))
        guessed = [(guess.distance, sense) for sense, guess in meant if guess.distance and sense.names]
        if namesakes := _as_near(guessed):
            distance = guessed[0][0]
            phrases.append(Phrase(1, word, namesakes, distance, MENTION + _PER_EDIT * distance - _CLOSER))
        return _Alone(
            min(phrases, key=lambda phrase: phrase.cost, default=None),
            tuple((node, guess.distance, guess.word) for node, guess in reached if node.goes_on),
        )


def _cost(sense: Sense, distance: float, *, several: bool) -> float:
    cost = MENTION if sense.explains else _RENDERED if several else _TRANSLATED
    return cost + _PER_EDIT * distance


def _may_be_meant(sense: Sense, distance: float, said: str) -> bool:
    """Tell whether a phrase may be meant by words that are not quite its own: two slips make another short word."""
    return sense.may_be_mistyped and (distance <= 1 or bool(sense.names) or len(said) >= _LONG)


def _as_near(guessed: Sequence[tuple[float, Sense]]) -> Sense | None:
    """Join the names that a mistyped word is about as near to: which one is meant is for the rest to say."""
    near = [sense for distance, sense in guessed if distance <= guessed[0][0] + _ABOUT]
    return Sense(names=tuple(m for sense in near for m in sense.names)) if len(near) > 1 else None


def _of_a_nation(senses: Sequence[Sense]) -> Sense | None:
    """Join what a word and its stem say of a nation: "Chinesin" is a woman, and Chinese; "Russian" may be Soviet."""
    more = any(sense.concepts & _SOMEBODY or sense.names for sense in senses)
    return reduce(merged, senses) if more and any(sense.nations for sense in senses) else None
