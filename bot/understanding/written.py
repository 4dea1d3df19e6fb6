"""Questions as editors have written them down, to be found by their words; packed, as thousands take megabytes.

Each stem has a number: the more it is worth, the lower. Stems and questions themselves are kept as hashes, which mean
something in this process alone: nothing here outlives it.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import accumulate, chain
from typing import Final

from bot.corpus.folding import fold_all
from bot.understanding.texts import stems_of

_NO_FIGURES: Final = frozenset[str]()


class Written:
    """Questions, each with the number of its answer, in order of the stem that is worth most."""

    def __init__(self, asked: Sequence[tuple[str, int]], worth: Callable[[str], float]) -> None:
        """Take questions, and what a stem is worth; figures are worth nothing, since they are compared apart."""
        folded = fold_all([text for text, _ in asked])
        words = tuple({word for text in folded for word in text.split()})
        stem_of = dict(zip(words, stems_of(words), strict=True))
        worth_of = {stem: 0.0 if stem.isdecimal() else worth(stem) for stem in stem_of.values()}
        stems = sorted(worth_of, key=worth_of.__getitem__, reverse=True)
        number_of = {stem: number for number, stem in enumerate(stems)}
        self._worth = array("f", map(worth_of.__getitem__, stems))
        self._figures = {number: stem for stem, number in number_of.items() if stem.isdecimal()}
        known = sorted((hash(stem), number) for stem, number in number_of.items())
        self._stems = array("q", (stem for stem, _ in known))
        self._stem_numbers = array("I", (number for _, number in known))
        of_word = {word: number_of[stem] for word, stem in stem_of.items()}
        rows = [tuple(set(map(of_word.__getitem__, text.split()))) for text in folded]
        order = sorted(range(len(rows)), key=[*map(min, rows)].__getitem__)
        rows = [rows[place] for place in order]
        self._rarest = array("I", map(min, rows))
        self._words = array("I", chain.from_iterable(rows))
        self._starts = array("I", accumulate(map(len, rows), initial=0))
        self._answers = array("I", (asked[place][1] for place in order))
        whole = sorted(zip(map(hash, folded), (answer for _, answer in asked), strict=True))
        self._whole = array("q", (text for text, _ in whole))
        self._whole_answers = array("I", (answer for _, answer in whole))

    def whole(self, folded: str) -> int | None:
        """Return the number of the answer to a folded question, None for one that is not written down."""
        place = bisect_left(self._whole, hash(folded))
        return self._whole_answers[place] if hash(folded) in self._whole[place : place + 1] else None

    def ways(self, stems: Iterable[str]) -> frozenset[int]:
        """Return the numbers of stems; those that no question has, and figures, are left out."""
        places = ((key, bisect_left(self._stems, key)) for key in map(hash, stems))
        found = (self._stem_numbers[place] for key, place in places if key in self._stems[place : place + 1])
        return frozenset(number for number in found if number not in self._figures)

    def worth(self, stem: int) -> float:
        """Return what a stem is worth."""
        return self._worth[stem]

    def figures(self, stems: Sequence[int]) -> frozenset[str]:
        """Return the figures among the words of a question."""
        found = self._figures.keys() & stems
        return frozenset(map(self._figures.__getitem__, found)) if found else _NO_FIGURES

    def with_rarest(self, stem: int) -> range:
        """Return the rows of the questions in which a stem is worth most."""
        return range(bisect_left(self._rarest, stem), bisect_right(self._rarest, stem))

    def row(self, row: int) -> tuple[Sequence[int], int]:
        """Return the stems of a question, and the number of its answer."""
        return self._words[self._starts[row] : self._starts[row + 1]], self._answers[row]
