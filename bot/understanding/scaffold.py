"""The words around the subject of a question: what they ask for, and which of them say nothing about the subject."""

import re
from typing import Final, NamedTuple

from bot.understanding.reading import Asks

_ASKS: Final = (
    (Asks.HOW_LONG, re.compile(r"\bhow (?:long|much time)\b|\bduration\b|\blength\b")),
    (Asks.HOW_MANY, re.compile(r"\bhow (?:many|often)\b|\bnumber of\b")),
    (Asks.WHEN, re.compile(r"\bwhen\b|\b(?:what|which) (?:date|day|year)\b")),
    (Asks.QUOTE, re.compile(r"\bwhat did .* say\b|\bquotes?\b|\bsaid\b")),
    (Asks.WHERE, re.compile(r"\bwhere\b")),
    (Asks.WHO, re.compile(r"\bwho\b|\bwhose\b|\bwhom\b|\bwhos\b")),
)
# fmt: off
_QUIET: Final = frozenset({
    "a", "about", "all", "an", "and", "at", "be", "been", "by", "come", "date", "day", "did", "do", "does",
    "dont", "duration", "during", "eva", "evas", "ever", "for", "from", "give", "go", "going", "gone", "had",
    "happen", "happened", "has", "have", "he", "her", "him", "his", "how", "i", "in", "into", "is", "it", "its",
    "last", "lasted", "length", "long", "made", "make", "many", "me", "much", "my", "number", "of", "often", "on",
    "one", "out", "outer", "outside", "please", "said", "say", "see", "she", "show", "space", "spacewalk",
    "spacewalked", "spacewalker", "spacewalkers", "spacewalking", "spacewalks", "spend", "spent", "take", "tell",
    "that", "the", "their", "there", "they", "this", "time", "to", "took", "us", "walk", "walked", "walks", "was",
    "we", "went", "were", "what", "whats", "when", "where", "which", "who", "whom", "whos", "whose", "why",
    "with", "would", "year", "you",
})
# fmt: on


class Stripped(NamedTuple):
    """A question taken apart: what it asks for and the words that are left to name the subject."""

    asks: Asks
    subject: str


def strip_scaffold(folded: str) -> Stripped:
    """Part a folded question into the attribute asked for and the words that name its subject, in their order."""
    asks = next((asks for asks, form in _ASKS if form.search(folded)), Asks.WHAT)
    words = [word for word in folded.split() if word not in _QUIET and word != "s"]
    return Stripped(asks, " ".join(words))
