"""Texts that people read are whole sentences without the broken names of machine translation."""

import re
from collections.abc import Iterator
from typing import Any, Final

from bot.corpus.draft import Draft, Placed
from bot.corpus.problems import Problem

#: Spellings that only a machine translation produced: fine as aliases, since people have read them, never in print.
GARBLED: Final = (
    "Voshkod",
    "Dzeminaj",
    "Baz Aldrin",
    "Vestar",
    "Juniti",
    "Enedvor",
    "Manned Management",
    "decompression chamber",
    "Gilis",
    "Garnder",
    "Spike-X",
    "Dawn of Polaris",
)
_GARBLED = re.compile("|".join(map(re.escape, GARBLED)), re.IGNORECASE)
_READ: Final = {
    "spacewalks": ("name", "summary", "note", "clock_note"),
    "spacewalkers": ("name", "known_for"),
    "others": ("name",),
    "stories": ("title", "summary", "why_it_matters", "note"),
    "quotes": ("text", "speaker", "note"),
    "topics": ("name", "summary", "text"),
    "records": ("name", "caveat"),
    "facts": ("text",),
}
_SENTENCES: Final = ("summary", "why_it_matters", "caveat", "text", "says", "known_for")
_END = re.compile(r"[.!?…][\"'”’)]*$")


def check_texts(draft: Draft) -> Iterator[Problem]:
    """Yield garbled names in printed text and texts that stop in mid-sentence."""
    for section, fields in _READ.items():
        for placed in draft.placed(section):
            for field in fields:
                text = getattr(placed.entry, field)
                if text:
                    yield from check_text(placed, section, field, text)


def check_text(placed: Placed[Any], section: str, field: str, text: str) -> Iterator[Problem]:
    """Yield what is wrong with one printed text."""
    if garbled := _GARBLED.search(text):
        yield placed.problem(f"{field}: '{garbled[0]}' is a garbled name; it may only be an alias", field)
    if field in _SENTENCES and section != "quotes" and not _END.search(text):
        yield placed.problem(f"{field}: must end like a sentence", field)
