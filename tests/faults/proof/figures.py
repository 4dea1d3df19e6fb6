"""The figures of the proof: added up by kinds of fault, shown as a table, judged."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from rich.table import Table

from tests.faults.proof.counting import Count

_ENOUGH_FAULTS: Final = 500
_ENOUGH_KILLS: Final = 60
_COLUMNS: Final = ("faults", "kill -9", "posts", "missed", "unknown", "duplicates", "silent losses", "untrue")


@dataclass
class Line:
    """One kind of fault."""

    faults: int = 0
    kills: int = 0
    count: Count = field(default_factory=Count)

    @property
    def cells(self) -> tuple[int, ...]:
        """The figures in the order of the columns."""
        found = self.count
        outcomes = (found.posts, found.missed, found.unknown, found.duplicates, found.lost, found.untrue)
        return self.faults, self.kills, *outcomes


class Figures:
    """What was found so far. Any thread may add to it."""

    def __init__(self) -> None:
        self._lines: dict[str, Line] = {}
        self._lock = threading.Lock()

    def add(self, kind: str, faults: int, kills: int, found: Count) -> None:
        """Add what came of some faults."""
        with self._lock:
            line = self._lines.setdefault(kind, Line())
            line.faults += faults
            line.kills += kills
            line.count.add(found)

    @property
    def total(self) -> Line:
        """All kinds together."""
        total = Line()
        for line in self._lines.values():
            total.faults += line.faults
            total.kills += line.kills
            total.count.add(line.count)
        return total

    def table(self) -> Table:
        """Return the figures as a table."""
        table = Table(title="What was injected, and what became of the facts that were due")
        table.add_column("kind of fault")
        for name in _COLUMNS:
            table.add_column(name, justify="right")
        for kind, line in self._lines.items():
            table.add_row(kind, *map(str, line.cells))
        table.add_section()
        table.add_row("total", *map(str, self.total.cells))
        return table

    def failures(self) -> list[str]:
        """Return what is wrong; nothing when the guarantee holds and was tried hard enough."""
        total = self.total
        said = [f"{kind}: {what}" for kind, line in self._lines.items() for what in line.count.wrong]
        least: Mapping[str, tuple[int, int]] = {
            "faults were injected": (total.faults, _ENOUGH_FAULTS),
            "processes were killed": (total.kills, _ENOUGH_KILLS),
        }
        return said + [f"only {n} {what}, not {enough}" for what, (n, enough) in least.items() if n < enough]
