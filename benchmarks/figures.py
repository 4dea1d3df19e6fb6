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
    COUNT = ""


#: How many digits are shown behind the point: as many as differ from noise.
_DIGITS = {
    Unit.SECONDS: 3,
    Unit.MILLISECONDS: 2,
    Unit.MEBIBYTES: 1,
    Unit.KIBIBYTES: 0,
    Unit.PERCENT: 1,
    Unit.COUNT: 0,
}


@dataclass(frozen=True, slots=True)
class Figure:
    """One measured figure. `limit` is the most it should be, in the same unit; None where nothing was promised."""

    name: str
    value: float
    unit: Unit
    limit: float | None = None

    @property
    def met(self) -> bool | None:
        """Whether the target is met; None without one."""
        return None if self.limit is None else self.value <= self.limit

    def shown(self, value: float) -> str:
        """Write a value in the figure's unit: "0.412 s", "95.9%"."""
        gap = "" if self.unit is Unit.PERCENT else " "
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
