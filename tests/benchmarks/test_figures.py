"""What is measured is held against its target, whichever way the target points."""

import pytest

from benchmarks.figures import Figure, Row, Section, Unit
from benchmarks.report import as_table


@pytest.mark.parametrize(
    ("figure", "target", "met"),
    [
        (Figure("time", 4.0, Unit.MILLISECONDS, limit=5.0), "≤ 5.00 ms", True),
        (Figure("time", 6.0, Unit.MILLISECONDS, limit=5.0), "≤ 5.00 ms", False),
        (Figure("share", 71.0, Unit.PERCENT, least=70.0), "≥ 70.0%", True),
        (Figure("share", 69.0, Unit.PERCENT, least=70.0), "≥ 70.0%", False),
        (Figure("rate", 2000.0, Unit.PER_SECOND), "", None),
    ],
)
def test_targets(figure: Figure, target: str, met: bool | None) -> None:
    assert figure.target == target
    assert figure.met is met


def test_a_comparison_shows_the_spread_and_the_target() -> None:
    share = Figure("share", 69.0, Unit.PERCENT, least=70.0, spread=(60.0, 80.0))
    table = as_table(Section("Shares", (), (Row("picked", (share,)),)), plain=True)
    [cell] = table.columns[1].cells
    assert str(cell) == "69.0%\n(60.0%–80.0%)\n≥ 70.0% MISSED"
