"""What a benchmark brings home: figures with their unit and, where there is one, the target they are held against."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from statistics import median


class Unit(StrEnum):
    """What a figure counts."""

    SECONDS = "s"
    MILLISECONDS = "ms"
    MEBIBYTES = "MiB"
    KIBIBYTES = "KiB"
    PERCENT = "%"
    PER_SECOND = "/s"
    COUNT = ""


#: How many digits are shown behind the point: as many as differ from noise.
_DIGITS = {
    Unit.SECONDS: 3,
    Unit.MILLISECONDS: 2,
    Unit.MEBIBYTES: 1,
    Unit.KIBIBYTES: 0,
    Unit.PERCENT: 1,
    Unit.PER_SECOND: 0,
    Unit.COUNT: 0,
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure. `limit` is the most it should be, `least` the least, in the same unit.

    Both are None where nothing was promised. `spread` is the lowest and highest measurement where this is the median.
    """

    name: str
    value: float
    unit: Unit
    limit: float | None = None
    least: float | None = None
    spread: tuple[float, float] | None = None

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None without one."""
        if self.least is not None:
            return self.value >= self.least
        return None if self.limit is None else self.value <= self.limit

    @property
    def target(self) -> str:
        """The target in words: "≤ 5.00 ms"; "" without one."""
        if self.least is not None:
            return f"≥ {self.shown(self.least)}"
        return "" if self.limit is None else f"≤ {self.shown(self.limit)}"

    def shown(self, value: float) -> str:
        """Write a value in the figure's unit: "0.412 s", "95.9%"."""
        gap = "" if self.unit in {Unit.PERCENT, Unit.PER_SECOND} else " "
        return f"{value:,.{_DIGITS[self.unit]}f}{gap}{self.unit.value}".rstrip()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a comparison: what is compared, and its figures, named alike in every line."""

    name: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """The figures of one benchmark under a title that says what was measured, and how.

    A comparison has `rows` instead of figures.
    """

    title: str
    figures: tuple[Figure, ...]
    rows: tuple[Row, ...] = ()


def percentile(samples: Sequence[float], share: float) -> float:
    """Return the smallest sample that at least this share (0 to 1) of all samples do not exceed (nearest rank)."""
    ordered = sorted(samples)
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def best_and_median(name: str, seconds: Sequence[float], limit: float | None = None) -> tuple[Figure, Figure]:
    """Return the best and the median of times in seconds; the target is held against the median."""
    return (
        Figure(f"{name}, best", min(seconds), Unit.SECONDS),
        Figure(f"{name}, median", median(seconds), Unit.SECONDS, limit),
    )
