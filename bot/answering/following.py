"""Questions that follow up an answer and may leave out what they are about: "how many?", "who was with him?"."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final, get_args

from bot.answering.desk import entry_name
from bot.corpus import Corpus, Ref
from bot.corpus.vocabulary import Concept
from bot.understanding.matcher import Trace
from bot.understanding.mentions import Parsed
from bot.understanding.reading import Answerable, CountQuery, OutOfScope, Reading, Why

#: What no subject makes a question of.
_SAID_FOR_ITSELF: Final = frozenset({Why.EMPTY, Why.TOO_LONG, Why.GREETING, Why.THANKS})


def follow(corpus: Corpus, trace: Callable[[str], Trace], question: str, about: Ref) -> Reading:
    """Return what a question means that follows up an answer about an entry of the corpus."""
    alone = trace(question)
    if _stands_alone(alone):
        return alone.reading
    if Concept.DEATH in alone.parsed.concepts():  # no name makes it known
        return OutOfScope(Why.UNKNOWN)
    name = entry_name(corpus.by_sort[about.sort][about.id])
    told = trace(f"{name}: {question}").reading
    if not isinstance(told, get_args(Answerable)):
        return alone.reading
    understood = alone.parsed.concepts() and not alone.parsed.loose
    adds_nothing = not understood or any(mention.sense.elsewhere for mention in alone.parsed.mentions)
    return alone.reading if adds_nothing and _alike(told, trace(name).reading) else told


def _stands_alone(alone: Trace) -> bool:
    """Tell whether a question says itself what it is about, or is small talk."""
    if isinstance(alone.reading, OutOfScope):
        return alone.reading.why in _SAID_FOR_ITSELF
    counts = isinstance(alone.reading, CountQuery)  # "how many?" counts all there are where nothing is named
    return isinstance(alone.reading, get_args(Answerable)) and not (counts and not _names_something(alone.parsed))


def _names_something(parsed: Parsed) -> bool:
    return any(m.sense.names or m.sense.nations or m.sense.decade or m.date for m in parsed.mentions)


def _alike(one: Reading, other: Reading) -> bool:
    """Tell whether two readings are the same, however sure."""
    return replace(one, confidence=1.0) == replace(other, confidence=1.0)
