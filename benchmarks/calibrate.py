"""The command `python -m benchmarks.calibrate`: finds the thresholds of the matcher on half of the golden questions.

It moves one threshold at a time over a grid, keeps what scores best, and goes round until nothing gets better. It
prints what it found beside what stands in bot/understanding/bands.py; writing it there is for whoever has looked at
both halves.
"""

from collections.abc import Iterable
from dataclasses import fields, replace
from typing import Final

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from benchmarks.golden import Golden, Half, Score, judge_all, read_golden, score
from bot.answering import Librarian, Wording
from bot.corpus import load_corpus
from bot.settings import Settings
from bot.understanding.bands import BANDS, Bands

_STEPS: Final = (-0.08, -0.04, 0.0, 0.04, 0.08)
#: A wrong answer costs more than a missed one, and so does an answer where a decline was due.
_COST_OF_WRONG: Final = 2.0
_COST_OF_FALSE: Final = 2.0
_ROUNDS: Final = 3

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)


@app.command()
def main() -> None:
    """Find the best thresholds on one half, and show how they do on the other."""
    librarian = Librarian(load_corpus(Settings().corpus_folder), Wording())
    librarian.warm()
    tuning, checking = read_golden(half=Half.TUNING), read_golden(half=Half.CHECKING)
    found = _best(librarian, tuning)
    console = Console(highlight=False, emoji=False, markup=False)
    table = Table(box=None, padding=(0, 2))
    for name in ("threshold", "now", "found"):
        table.add_column(name)
    for part in fields(Bands):
        table.add_row(part.name, f"{getattr(BANDS, part.name):.2f}", f"{getattr(found, part.name):.2f}")
    console.print(table)
    for name, questions in (("tuning", tuning), ("checking", checking)):
        for when, bands in (("now", BANDS), ("found", found)):
            console.print(f"{name} half, {when}: {_said(_scored(librarian, bands, questions))}")


def _said(one: Score) -> str:
    return f"{one.right:.1%} right, {one.wrong:.1%} wrong, {one.declined:.1%} of declines declined"


def _best(librarian: Librarian, questions: Iterable[Golden]) -> Bands:
    """Return the thresholds that cost least, moving one at a time."""
    best, cost = BANDS, _cost(_scored(librarian, BANDS, questions))
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        for _ in progress.track(range(_ROUNDS), description="calibrating"):
            before = cost
            for part in fields(Bands):
                for step in _STEPS:
                    tried = replace(best, **{part.name: round(getattr(best, part.name) + step, 2)})
                    if (costs := _cost(_scored(librarian, tried, questions))) < cost:
                        best, cost = tried, costs
            if cost == before:
                break
    return best


def _scored(librarian: Librarian, bands: Bands, questions: Iterable[Golden]) -> Score:
    return score(judge_all(librarian.with_bands(bands), questions))


def _cost(one: Score) -> float:
    missed = 1 - one.right - one.wrong
    return missed + _COST_OF_WRONG * one.wrong + _COST_OF_FALSE * (1 - one.declined) * 0.3


if __name__ == "__main__":
    app(prog_name="python -m benchmarks.calibrate")
