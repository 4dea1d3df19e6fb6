"""The whole catalogue as CSV or JSON, with the columns that are computed."""

import csv
from collections.abc import Iterator
from enum import StrEnum
from typing import Final, TextIO

import orjson

from bot.corpus import Corpus
from bot.corpus.models import Spacewalk

COLUMNS: Final = (
    "number",
    "date",
    "start",
    "end",
    "duration_min",
    "crew",
    "kind",
    "operator",
    "vehicle",
    "mission",
    "name",
    "sources",
)


class Format(StrEnum):
    """How the catalogue is written."""

    CSV = "csv"
    JSON = "json"


def write_catalogue(corpus: Corpus, form: Format, out: TextIO) -> None:
    """Write every spacewalk in order of start. Unknown figures are empty in CSV and null in JSON."""
    rows = _rows(corpus)
    if form is Format.JSON:
        out.write(orjson.dumps(list(rows), option=orjson.OPT_INDENT_2).decode() + "\n")
        return
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(
        {key: ";".join(value) if isinstance(value, list) else value for key, value in row.items()} for row in rows
    )


def _rows(corpus: Corpus) -> Iterator[dict[str, object]]:
    for walk in corpus.spacewalks:
        yield {
            "number": corpus.number_of[walk.id],
            "date": walk.date.isoformat(),
            "start": walk.start and f"{walk.start:%H:%M}",
            "end": walk.end and f"{walk.end:%H:%M}",
            "duration_min": walk.duration,
            "crew": [corpus.spacewalkers[person].name for person in walk.crew],
            "kind": walk.kind.value,
            "operator": walk.operator.value,
            "vehicle": _vehicle(walk),
            "mission": "/".join(walk.missions),
            "name": walk.name,
            "sources": list(walk.sources),
        }


def _vehicle(walk: Spacewalk) -> str:
    return walk.vehicle if walk.docked_at is None else f"{walk.vehicle} at {walk.docked_at}"
