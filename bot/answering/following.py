"""Questions that follow up an answer and may leave out what they are about: "how many?", "who was with him?"."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final, get_args

from bot.answering.answer import Answer, Outcome
from bot.answering.desk import Desk, entry_name
from bot.corpus import Corpus, Ref, Sort
from bot.corpus.standings import holders
from bot.corpus.vocabulary import Concept, Particle
from bot.understanding.matcher import Trace
from bot.understanding.mentions import Parsed
from bot.understanding.reading import Answerable, Counted, CountQuery, OutOfScope, Reading, Why
from bot.understanding.said import PRECEDENCE

#: What no subject makes a question of.
_SAID_FOR_ITSELF: Final = frozenset({Why.EMPTY, Why.TOO_LONG, Why.GREETING, Why.THANKS, Why.HELP})
#: What is asked of whoever or whatever holds a record, and what is asked of the ranking.
_OF_A_HOLDER: Final = frozenset(
    {
        *(Concept.HOW_LONG, Concept.WHEN, Concept.AGE, Concept.BORN, Concept.WITH_WHOM, Concept.HOW_MANY, Concept.SUIT),
        *(Concept.AIRLOCK, Concept.VEHICLE, Concept.INSIDE, Concept.SAID, Concept.WHY, Concept.WHAT_HAPPENED),
    }
)
_RANKED: Final = frozenset(
    {
        *(Concept.FIRST, Concept.LAST, Concept.LONGEST, Concept.SHORTEST, Concept.MOST, Concept.FEWEST, Concept.TOP),
        *(Concept.OLDEST, Concept.YOUNGEST, Concept.NEXT, Concept.PREVIOUS, Concept.RECORD, Concept.RANK),
    }
)


def subject_of(desk: Desk, answer: Answer) -> Ref | None:
    """Return the one entry that an answer is about, None where it is about several or none."""
    if not answer.ids or answer.outcome in {Outcome.CHOICES, Outcome.OUT_OF_SCOPE}:
        return None
    first, corpus = answer.ids[0], desk.corpus
    walks = corpus.spacewalk_by_id
    named = [Ref(sort, first) for sort in PRECEDENCE if first in corpus.by_sort[sort]]
    if len(named) > 1:  # a station and its programme, a ship and its mission: the card says how many it tells of
        told = {fact.value for fact in answer.facts}
        counts = {ref: len(desk.walks_of(ref)) for ref in named}
        named.sort(key=lambda ref: (desk.words.number(counts[ref]) not in told, -counts[ref]))
    for ref in named:
        if ref.sort is not Sort.SPACEWALK and entry_name(corpus.by_sort[ref.sort][ref.id]) == answer.title:
            return ref
    alone = first in walks and sum(key in walks for key in answer.ids) == 1
    return Ref(Sort.SPACEWALK, walks[first].id) if alone else None


def follow(corpus: Corpus, trace: Callable[[str], Trace], question: str, about: Ref) -> Reading:
    """Return what a question means that follows up an answer about an entry of the corpus."""
    alone = trace(question)
    if _stands_alone(corpus, alone):
        return alone.reading
    if Concept.DEATH in alone.parsed.concepts():  # no name makes it known
        return OutOfScope(Why.UNKNOWN)
    about = _holder(corpus, about, alone.parsed) or about
    name = entry_name(corpus.by_sort[about.sort][about.id])
    told = trace(f"{name}: {question}").reading
    if not isinstance(told, get_args(Answerable)):
        return alone.reading
    understood = alone.parsed.concepts() and not alone.parsed.loose
    adds_nothing = not understood or any(mention.sense.elsewhere for mention in alone.parsed.mentions)
    return alone.reading if adds_nothing and _alike(told, trace(name).reading) else told


def _holder(corpus: Corpus, record: Ref, asked: Parsed) -> Ref | None:
    """Return who or what holds a record alone, where the question is about that: "how old was she?"."""
    if record.sort is not Sort.RECORD:
        return None
    concepts, words = asked.concepts(), corpus.particles[Particle.PRONOUN]
    ranked = concepts & _RANKED or any(mention.sense.ordinal is not None for mention in asked.mentions)
    if ranked or _names_something(asked) or not (concepts & _OF_A_HOLDER or not words.isdisjoint(asked.words)):
        return None
    best = holders(corpus, corpus.records[record.id])
    if len(best) != 1:
        return None
    if corpus.records[record.id].of == "person":
        return Ref(Sort.SPACEWALKER, best[0].people[0])
    return Ref(Sort.SPACEWALK, best[0].spacewalks[-1].id) if corpus.records[record.id].of == "spacewalk" else None


def _stands_alone(corpus: Corpus, alone: Trace) -> bool:
    """Tell whether a question says itself what it is about, or is small talk."""
    if isinstance(alone.reading, OutOfScope):
        return alone.reading.why in _SAID_FOR_ITSELF
    return isinstance(alone.reading, get_args(Answerable)) and not _counts_what_was_told_of(corpus, alone)


def _counts_what_was_told_of(corpus: Corpus, alone: Trace) -> bool:
    """Tell whether a count of all there are is one of what was told of: "how many?", "how many did she make?"."""
    if not isinstance(alone.reading, CountQuery) or _names_something(alone.parsed):
        return False
    told_of = corpus.particles[Particle.PRONOUN]  # "how many spacewalks did she make" is not how many there are
    concepts = alone.parsed.concepts()
    averaged = alone.reading.counted is Counted.AVERAGE and Concept.AVERAGE not in concepts  # "how long was the walk?"
    return averaged or Concept.SPACEWALK not in concepts or not told_of.isdisjoint(alone.parsed.words)


def _names_something(parsed: Parsed) -> bool:
    return any(m.sense.names or m.sense.nations or m.sense.decade or m.date for m in parsed.mentions)


def _alike(one: Reading, other: Reading) -> bool:
    """Tell whether two readings are the same, however sure."""
    return replace(one, confidence=1.0) == replace(other, confidence=1.0)
