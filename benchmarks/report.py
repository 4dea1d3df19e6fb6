"""Shows figures: as a table, coloured in a terminal and plain in a pipe, or as JSON."""

from collections.abc import Iterable
from typing import Any

import orjson
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from benchmarks.figures import Figure, Section

_OK = Text("ok", style="green")
_MISSED = Text("MISSED", style="bold red")


def as_table(section: Section, *, plain: bool) -> Table:
    """Return the table of one benchmark; without lines and padding where it is `plain`."""
    table = Table(title=section.title, title_justify="left", box=None if plain else SIMPLE_HEAD, pad_edge=not plain)
    if section.rows:
        return _filled(table, section)
    table.add_column("figure", min_width=42)
    table.add_column("measured", justify="right", min_width=12)
    table.add_column("target", justify="right", min_width=12)
    table.add_column("", min_width=6)
    for figure in section.figures:
        table.add_row(figure.name, figure.shown(figure.value), figure.target, _mark(figure))
    return table


def _filled(table: Table, section: Section) -> Table:
    table.add_column("")
    for figure in section.rows[0].figures:
        table.add_column(figure.name, justify="right", min_width=8)
    for row in section.rows:
        table.add_row(row.name, *map(_cell, row.figures))
    return table


def _cell(figure: Figure) -> Text:
    parts = [figure.shown(figure.value)]
    if figure.spread:
        lowest, highest = map(figure.shown, figure.spread)
        parts.append(f"({lowest}–{highest})")
    cell = Text("\n".join(parts))
    if mark := _mark(figure):
        cell.append(f"\n{figure.target} ").append_text(mark)
    return cell


def _mark(figure: Figure) -> Text | None:
    return None if figure.met is None else _OK if figure.met else _MISSED


def print_tables(console: Console, sections: Iterable[Section]) -> None:
    """Print one table a section, with an empty line between them."""
    for section in sections:
        console.print(as_table(section, plain=not console.is_terminal))
        console.print()


def as_json(sections: Iterable[Section], circumstances: dict[str, str]) -> str:
    """Return all figures as one JSON object, to compare runs by machine."""
    benchmarks = [
        {
            "title": section.title,
            "figures": _plain(section.figures),
            "rows": [{"name": row.name, "figures": _plain(row.figures)} for row in section.rows],
        }
        for section in sections
    ]
    return orjson.dumps({**circumstances, "benchmarks": benchmarks}, option=orjson.OPT_INDENT_2).decode()


def _plain(figures: Iterable[Figure]) -> list[dict[str, Any]]:
    return [
        {
            "name": figure.name,
            "value": figure.value,
            "unit": figure.unit.value,
            "limit": figure.limit,
            "least": figure.least,
            "spread": figure.spread,
            "met": figure.met,
        }
        for figure in figures
    ]
