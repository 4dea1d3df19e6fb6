"""Questions as editors have written them down, to be found by their words; packed, as thousands take megabytes.

Each stem has a number: the more it is worth, the lower. Stems and questions themselves are kept as hashes, which mean
something in this process alone: nothing here outlives it.
"""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import Final

from bot.corpus.folding import fold_all

_NO_FIGURES: Final = frozenset[str]()
#: So many questions are folded at once.
_AT_ONCE: Final = 512


class Written:
    """Questions, each with the number of its answer, in order of the stem that is worth most."""

    def __init__(
        self,
        asked: Iterable[tuple[str, int]],
        stems_of: Callable[[Sequence[str]], Sequence[str]],
        worth: Callable[[str], float],
    ) -> None:
        """Take questions, the stems of words, and what these are worth; figures nothing: they are compared apart."""
        read = _Read(asked)
        stem_of = stems_of(tuple(read.words))
        worth_of = {stem: 0.0 if stem.isdecimal() else worth(stem) for stem in stem_of}
        stems = sorted(worth_of, key=worth_of.__getitem__, reverse=True)
        number_of = {stem: number for number, stem in enumerate(stems)}
        self._worth = array("f", map(worth_of.__getitem__, stems))
        self._figures = {number: stem for stem, number in number_of.items() if stem.isdecimal()}
        known = sorted((hash(stem), number) for stem, number in number_of.items())
        self._stems = array("q", (stem for stem, _ in known))
        self._stem_numbers = array("I", (number for _, number in known))
        of_word = array("I", map(number_of.__getitem__, stem_of))
        del stem_of, worth_of, stems, number_of, known
        rarest = array("I", (min(map(of_word.__getitem__, read.row(row))) for row in range(len(read.answers))))
        order = sorted(range(len(rarest)), key=rarest.__getitem__)
        self._rarest = array("I", map(rarest.__getitem__, order))
        self._answers = array("I", map(read.answers.__getitem__, order))
        self._words, self._starts = array("I"), array("I", [0])
        for row in order:
            self._words.extend({of_word[word] for word in read.row(row)})
            self._starts.append(len(self._words))
        by_text = sorted(range(len(rarest)), key=read.whole.__getitem__)
        self._whole = array("q", map(read.whole.__getitem__, by_text))
        self._whole_answers = array("I", map(read.answers.__getitem__, by_text))

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


class _Read:
    """Questions as they come: the words by their numbers, and each question's words, answer and hash.

    Packed at once, as what thousands of them take meanwhile is not all given back.
    """

    def __init__(self, asked: Iterable[tuple[str, int]]) -> None:
        self.words: dict[str, int] = {}
        self.answers, self.whole = array("I"), array("q")
        self._said, self._starts = array("I"), array("I", [0])
        rest = iter(asked)
        while some := tuple(islice(rest, _AT_ONCE)):
            self.answers.extend(answer for _, answer in some)
            for folded in fold_all([text for text, _ in some]):
                self.whole.append(hash(folded))
                self._said.extend([self.words.setdefault(word, len(self.words)) for word in folded.split()])
                self._starts.append(len(self._said))

    def row(self, row: int) -> Sequence[int]:
        """Return the words of a question."""
        return self._said[self._starts[row] : self._starts[row + 1]]
