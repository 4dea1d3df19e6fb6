"""What a larger corpus costs: the same questions to copies of the corpus with ten and a hundred times the entries."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from time import perf_counter
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from benchmarks.figures import Figure, Section, Unit, percentile
from benchmarks.fresh_load import index
from benchmarks.golden import read_golden
from benchmarks.setting import Setting
from bot.answering import Librarian, Wording
from bot.corpus import Corpus
from bot.corpus.collector import collect_rarely
from bot.corpus.models import Entry

_MILLISECONDS: Final = 1000


class _Size(NamedTuple):
    """How many times the corpus, and what is promised for it: seconds of building indexes, milliseconds of asking."""

    times: int
    indexes: float | None = None
    median: float | None = None
    p99: float | None = None


_SIZES: Final = (_Size(1, 0.2, 1.0, 5.0), _Size(10, p99=15.0), _Size(100))
_QUESTIONS: Final = 200
_SYLLABLES: Final = ("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu")
_COPIED: Final = ("spacewalkers", "others", "stories", "topics", "missions")
#: Fields that hold ids of entries which are copied along.
_IDS: Final = ("crew", "at_hatch", "people", "inside", "spacewalks", "former_ids", "stories", "see_also")


def measure(setting: Setting) -> Section:
    """Build each corpus in memory and ask a sample of the golden questions of it, no question twice."""
    collect_rarely()
    questions = _sample([golden.question for golden in read_golden()])
    figures = tuple(figure for size in _SIZES for figure in _figures(setting.corpus, size, questions))
    shown = ", ".join(f"{size.times}×" for size in _SIZES)
    return Section(f"Growth of the corpus to {shown} ({len(questions)} golden questions, each asked once)", figures)


def _sample(questions: list[str]) -> list[str]:
    """Return so many questions from all over the list, the same ones each time."""
    return [questions[number * len(questions) // _QUESTIONS] for number in range(_QUESTIONS)]


def _figures(corpus: Corpus, size: _Size, questions: list[str]) -> Iterator[Figure]:
    librarian = Librarian(grown(corpus, size.times), Wording())
    start = perf_counter()
    index(librarian)
    yield Figure(f"{size.times}×: indexes", perf_counter() - start, Unit.SECONDS, size.indexes)
    spent = [_ask(librarian, question) for question in questions]
    for name, share, limit in (("median", 0.5, size.median), ("99th percentile", 0.99, size.p99)):
        yield Figure(f"{size.times}×: a question, {name}", percentile(spent, share), Unit.MILLISECONDS, limit)


def _ask(librarian: Librarian, question: str) -> float:
    start = perf_counter()
    librarian.ask(question)
    return (perf_counter() - start) * _MILLISECONDS


def grown(corpus: Corpus, times: int) -> Corpus:
    """Return a corpus with its walks, people, stories, topics and missions `times` times, each copy under its own name.

    It is another one even for once, so that no index is there already.
    """
    walks = list(corpus.spacewalks)
    collections: dict[str, dict[str, Any]] = {name: dict(getattr(corpus, name)) for name in _COPIED}
    for number in range(1, times):
        ending = "".join(_SYLLABLES[int(digit)] for digit in f"{number:02}")
        walks += [_copy(walk, ending) for walk in corpus.spacewalks]
        for name, entries in collections.items():
            entries |= {f"{key}-{ending}": _copy(entry, ending) for key, entry in _items(corpus, name)}
    changed: dict[str, Any] = {name: MappingProxyType(entries) for name, entries in collections.items()}
    changed["spacewalks"] = tuple(sorted(walks, key=lambda walk: (walk.date, walk.id)))
    return replace(corpus, **changed)


def _items(corpus: Corpus, name: str) -> list[tuple[str, Entry]]:
    entries: Mapping[str, Entry] = getattr(corpus, name)
    return list(entries.items())


def _copy(entry: Entry, ending: str) -> Any:  # noqa: ANN401 - whatever sort of entry was given
    """Return an entry under another id and name, leading to copies of what it led to."""
    changed: dict[str, Any] = {"id": f"{entry.id}-{ending}"}
    for field in _IDS:
        if ids := getattr(entry, field, ()):
            changed[field] = tuple(f"{key}-{ending}" for key in ids)
    title = "title" if hasattr(entry, "title") else "name"
    changed[title] = f"{getattr(entry, title)}{ending}"
    changed["aliases"] = tuple(f"{alias}{ending}" for alias in getattr(entry, "aliases", ()))
    if getattr(entry, "native_name", None):
        changed["native_name"] = None
    if mission := getattr(entry, "mission", None):
        changed["mission"] = f"{mission}{ending}"
        changed["also_missions"] = tuple(f"{other}{ending}" for other in getattr(entry, "also_missions", ()))
    if suits := getattr(entry, "suit_of", None):
        changed["suit_of"] = {f"{person}-{ending}": suit for person, suit in suits.items()}
    return entry.model_copy(update=changed)
