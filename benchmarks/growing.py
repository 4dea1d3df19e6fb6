"""What a larger corpus costs: the same questions to copies of the corpus with ten and thirty times the entries."""

from collections.abc import Mapping
from dataclasses import replace
from time import perf_counter
from types import MappingProxyType
from typing import Any, Final

from benchmarks.figures import Figure, Section, Unit, percentile
from benchmarks.golden import read_golden
from benchmarks.setting import Setting
from bot.answering import Librarian, Wording
from bot.corpus import Corpus
from bot.corpus.collector import collect_rarely
from bot.corpus.models import Entry

_MILLISECONDS: Final = 1000
#: How many times the corpus, with the 99th percentile and the time to build the indexes that are promised for it.
_SIZES: Final[tuple[tuple[int, float | None, float | None], ...]] = ((1, 5.0, 0.2), (10, 15.0, None), (100, None, None))
_QUESTIONS: Final = 400
_SYLLABLES: Final = ("ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu")
#: Fields that hold ids of entries which are copied along.
_IDS: Final = ("crew", "at_hatch", "people", "inside", "spacewalks", "former_ids")
_COPIED: Final = ("spacewalkers", "others", "stories")


def measure(setting: Setting) -> Section:
    """Build each corpus in memory and ask the golden questions of it, no question twice."""
    collect_rarely()
    questions = [golden.question for golden in read_golden()][:_QUESTIONS]
    figures: list[Figure] = []
    for times, p99, build in _SIZES:
        corpus = grown(setting.corpus, times)
        start = perf_counter()
        librarian = Librarian(corpus, Wording())
        librarian.warm()
        seconds = perf_counter() - start
        spent = [_ask(librarian, question) for question in questions]
        figures += [
            Figure(f"{times}×: indexes", seconds, Unit.SECONDS, build),
            Figure(
                f"{times}×: a question, median", percentile(spent, 0.5), Unit.MILLISECONDS, 1.0 if times == 1 else None
            ),
            Figure(f"{times}×: a question, 99th percentile", percentile(spent, 0.99), Unit.MILLISECONDS, p99),
        ]
        setting.advance()
    return Section(f"Growth of the corpus ({len(questions)} golden questions, each asked once)", tuple(figures))


def _ask(librarian: Librarian, question: str) -> float:
    start = perf_counter()
    librarian.ask(question)
    return (perf_counter() - start) * _MILLISECONDS


def grown(corpus: Corpus, times: int) -> Corpus:
    """Return a corpus with every spacewalk, person and story `times` times, each copy under names of its own."""
    if times == 1:
        return corpus
    walks = list(corpus.spacewalks)
    collections: dict[str, dict[str, Any]] = {name: dict(getattr(corpus, name)) for name in _COPIED}
    for number in range(1, times):
        ending = "".join(_SYLLABLES[int(digit)] for digit in f"{number:02}")
        walks += [_copy(walk, ending) for walk in corpus.spacewalks]
        for name in _COPIED:
            collections[name] |= {f"{key}-{ending}": _copy(e, ending) for key, e in _items(corpus, name)}
    return replace(
        corpus,
        spacewalks=tuple(sorted(walks, key=lambda walk: (walk.date, walk.id))),
        spacewalkers=MappingProxyType(collections["spacewalkers"]),
        others=MappingProxyType(collections["others"]),
        stories=MappingProxyType(collections["stories"]),
    )


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
    if suits := getattr(entry, "suit_of", None):
        changed["suit_of"] = {f"{person}-{ending}": suit for person, suit in suits.items()}
    return entry.model_copy(update=changed)
