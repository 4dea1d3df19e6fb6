"""How much there is to load: files, entries, and the JSON Schemas made from the models."""

from pathlib import Path
from time import perf_counter

import orjson

from benchmarks.figures import Figure, Section, Unit
from benchmarks.setting import Setting
from bot.corpus.schema import schemas

_KIBIBYTE = 1024


def measure(setting: Setting) -> Section:
    """Count files and entries, and make the schemas once."""
    corpus = setting.corpus
    files = sorted(setting.corpus_folder.rglob("*.yaml"))
    figures = [
        Figure("YAML files", len(files), Unit.COUNT),
        Figure("YAML text", _kibibytes(files), Unit.KIBIBYTES),
        *(Figure(f"entries: {sort.value}", len(entries), Unit.COUNT) for sort, entries in corpus.by_sort.items()),
        Figure("entries: quote", len(corpus.quotes), Unit.COUNT),
        Figure("entries: publication", len(corpus.publications), Unit.COUNT),
        *_schema_figures(),
    ]
    return Section("Size of the corpus", tuple(figures))


def _kibibytes(files: list[Path]) -> float:
    return sum(path.stat().st_size for path in files) / _KIBIBYTE


def _schema_figures() -> tuple[Figure, ...]:
    start = perf_counter()
    made = [orjson.dumps(content) for _, content in schemas()]
    seconds = perf_counter() - start
    return (
        Figure("JSON Schemas", len(made), Unit.COUNT),
        Figure("JSON Schema text, compact", sum(map(len, made)) / _KIBIBYTE, Unit.KIBIBYTES),
        Figure("JSON Schemas, making them", seconds, Unit.SECONDS),
    )
