"""A question with the words that a vocabulary translates put into English, which texts are written in."""

from collections.abc import Iterator
from itertools import islice, product
from typing import Final

from bot.corpus.folding import fold
from bot.corpus.vocabulary import Concept
from bot.understanding.mentions import Parsed

#: So many ways to put a question into English are tried; the first is the likeliest.
_MOST_WAYS: Final = 4
_ASKING: Final = frozenset(
    {
        *(Concept.WHO, Concept.WHEN, Concept.WHERE, Concept.WHY, Concept.WHAT, Concept.WHAT_IS, Concept.HOW),
        *(Concept.HOW_LONG, Concept.HOW_MANY, Concept.WHAT_HAPPENED, Concept.SAID),
    }
)


def in_english(parsed: Parsed) -> Iterator[str]:
    """Yield a folded question in English, once for each way to say it; nothing where words have no translation.

    Words that ask or mean something else are the same to a reader in all languages and stay as they are; so does one
    without a translation beside a phrase that has one.
    """
    unknown = sum(not loose.english for loose in parsed.loose)
    phrases = any(" " in way for loose in parsed.loose for way in loose.english)
    if not parsed.loose or unknown > (1 if phrases else 0) or not _may_be_a_question(parsed):
        return
    for ways in islice(product(*(loose.english or (loose.word,) for loose in parsed.loose)), _MOST_WAYS):
        said = {loose.place: way for loose, way in zip(parsed.loose, ways, strict=True)}
        said |= {mention.start: mention.words for mention in parsed.mentions}
        yield fold(" ".join(said[place] for place in sorted(said)))


def _may_be_a_question(parsed: Parsed) -> bool:
    """Tell whether something is asked or named rather than told: "on va à la piscine", "I lost my bag" tell."""
    if Concept.MINE in parsed.concepts():
        return False
    little = sum(mention.sense.small for mention in parsed.mentions)
    return little <= 1 or not parsed.concepts().isdisjoint(_ASKING) or any(not m.sense.small for m in parsed.mentions)
