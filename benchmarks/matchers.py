"""The matchers that look-up bots usually have, over the same names and texts, to compare this one with."""

import difflib
import sqlite3
import weakref
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final, Protocol

from rapidfuzz import fuzz
from rapidfuzz import process as rapid
from rapidfuzz.utils import default_process
from thefuzz import process as the  # type: ignore[import-untyped]  # thefuzz has no types

from bot.corpus import Corpus, Ref
from bot.corpus.folding import fold
from bot.corpus.models import Entry, Named, Story, Topic

_FUZZ_CUTOFF: Final = 60
_CLOSE_CUTOFF: Final = 0.6
_RATIO_CUTOFF: Final = 80


class Finder(Protocol):
    """Something that finds the entry a question is about."""

    name: str

    def find(self, question: str) -> Ref | None:
        """Return the entry, None where nothing is near enough."""


def titles(corpus: Corpus, *, aliases: bool) -> dict[str, Ref]:
    """Return every title (and alias) in lower case with the first entry that has it."""
    found: dict[str, Ref] = {}
    for sort, entries in corpus.by_sort.items():
        for key, entry in entries.items():
            for text in _names(entry, aliases=aliases):
                found.setdefault(text.lower(), Ref(sort, key))
    return found


def _names(entry: Entry, *, aliases: bool) -> Iterator[str]:
    if isinstance(entry, Named | Story):
        yield entry.name
        yield from entry.aliases if aliases else ()


class Difflib:
    """`difflib.get_close_matches` over titles."""

    name = "difflib get_close_matches"

    def __init__(self, corpus: Corpus) -> None:
        """Take the titles of a corpus."""
        self._titles = titles(corpus, aliases=False)

    def find(self, question: str) -> Ref | None:
        """Return the entry with the nearest title."""
        close = difflib.get_close_matches(question.lower(), self._titles, n=1, cutoff=_CLOSE_CUTOFF)
        return self._titles[close[0]] if close else None


class TheFuzz:
    """`thefuzz.process.extractOne` over titles."""

    name = "thefuzz extractOne"

    def __init__(self, corpus: Corpus) -> None:
        """Take the titles of a corpus."""
        self._titles = titles(corpus, aliases=False)

    def find(self, question: str) -> Ref | None:
        """Return the entry with the nearest title."""
        if not fold(question):
            return None  # thefuzz only warns about a question without a letter
        best = the.extractOne(question, list(self._titles), score_cutoff=_FUZZ_CUTOFF)
        return self._titles[best[0]] if best else None


class RapidRatio:
    """rapidfuzz WRatio over titles and aliases."""

    name = "rapidfuzz WRatio"

    def __init__(self, corpus: Corpus) -> None:
        """Take the titles and aliases of a corpus."""
        self._titles = titles(corpus, aliases=True)

    @cached_property
    def _processed(self) -> Mapping[str, str]:
        return {title: default_process(title) for title in self._titles}

    def find(self, question: str) -> Ref | None:
        """Return the entry with the nearest title or alias."""
        best = rapid.extractOne(
            default_process(question), self._processed, scorer=fuzz.WRatio, score_cutoff=_RATIO_CUTOFF
        )
        return self._titles[best[2]] if best else None


class FullText:
    """SQLite FTS5 over titles, aliases and texts, any word of the question, best first by bm25."""

    name = "SQLite FTS5"

    def __init__(self, corpus: Corpus) -> None:
        """Index the texts of a corpus in memory."""
        self._base = sqlite3.connect(":memory:")
        weakref.finalize(self, self._base.close)
        self._base.execute("CREATE VIRTUAL TABLE texts USING fts5(sort UNINDEXED, id UNINDEXED, text)")
        rows = (
            (sort.value, key, _text(entry))
            for sort, entries in corpus.by_sort.items()
            for key, entry in entries.items()
        )
        self._base.executemany("INSERT INTO texts VALUES (?, ?, ?)", rows)
        self._refs = {(sort.value, key): Ref(sort, key) for sort, entries in corpus.by_sort.items() for key in entries}

    def find(self, question: str) -> Ref | None:
        """Return the entry whose text is nearest."""
        words = fold(question).split()
        if not words:
            return None
        query = " OR ".join(f'"{word}"' for word in words[:200])
        row = self._base.execute(
            "SELECT sort, id FROM texts WHERE texts MATCH ? ORDER BY bm25(texts) LIMIT 1", (query,)
        ).fetchone()
        return self._refs[row[0], row[1]] if row else None


def _text(entry: Entry) -> str:
    texts = [*_names(entry, aliases=True), getattr(entry, "summary", "")]
    if isinstance(entry, Story):
        texts.append(entry.why_it_matters)
    elif isinstance(entry, Topic):
        texts.append(entry.text)
    return fold(" ".join(texts))


#: The matchers to compare with, each made from a corpus.
MATCHERS: Final = (TheFuzz, Difflib, FullText, RapidRatio)
