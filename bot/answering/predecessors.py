"""What the figures of Russia leave out or take in: those of the Soviet Union, which many call Russia."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.answering import sentences
from bot.answering.desk import Desk
from bot.answering.sides import RUSSIA, USSR, Result, called, is_russia_with_the_ussr, result_of
from bot.corpus.models import Operator
from bot.understanding.reading import CompareQuery, Side


@dataclass(frozen=True)
class Forerunner:
    """The figure of Russia with those that belong beside it: of the Soviet Union, and of both together."""

    russia: Result
    soviet: Result
    together: Result

    @property
    def all(self) -> tuple[Result, ...]:
        """The three in the order they are read; without what both make together where nothing adds up."""
        adds_up = self.together.value not in {self.russia.value, self.soviet.value}
        return (self.russia, self.soviet, self.together) if adds_up else (self.russia, self.soviet)

    def is_left_out(self, results: Sequence[Result]) -> bool:
        """Tell whether the Soviet Union does not count in for Russia among these."""
        return not any(is_russia_with_the_ussr(result.side) for result in results)

    def told(self, desk: Desk, lead: str) -> str:
        """Return the sentence of a comparison with what the Soviet Union adds to Russia."""
        if self.together in self.all:
            both = called(desk, self.together.side)
            return sentences.comparing.with_forerunner(desk.words, lead, both, self.together.figure)
        soviet = called(desk, self.soviet.side)
        return sentences.comparing.counted_apart(desk.words, lead, soviet, self.soviet.said)


def forerunner(desk: Desk, query: CompareQuery, results: Sequence[Result]) -> Forerunner | None:
    """Return what the Soviet Union adds to Russia, None where it is compared itself, or Russia is not, or has nothing.

    Where it counts in already, the figures are told apart all the same.
    """
    russia = next((result for result in results if result.side.about == RUSSIA), None)
    if russia is None or any(side.about == USSR for side in query.sides):
        return None
    alone = result_of(desk, _of(russia.side, Operator.RUSSIA), query.by)
    soviet = result_of(desk, replace(_of(russia.side, Operator.USSR), about=USSR), query.by)
    together = result_of(desk, _of(russia.side, Operator.RUSSIA, Operator.USSR), query.by)
    return None if alone.value is None or soviet.value is None else Forerunner(alone, soviet, together)


def _of(side: Side, *nations: Operator) -> Side:
    """Return the side of Russia as if these nations were meant."""
    where, who = side.selection.where, side.selection.who
    selection = replace(
        side.selection,
        where=where.model_copy(update={"operator": nations}) if where.operator else where,
        who=who.model_copy(update={"nation": tuple(map(str, nations))}) if who.nation else who,
    )
    return replace(side, selection=selection)
