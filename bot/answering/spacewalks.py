"""The answer about one spacewalk: what is asked in the lead, everything else on the card."""

from collections.abc import Sequence
from typing import Final

from bot.answering import sentences
from bot.answering.answer import Answer, Outcome
from bot.answering.desk import Desk
from bot.answering.retelling import as_told, others_than
from bot.answering.stories import answers_by_itself, not_told, text_of
from bot.answering.walk_facts import walk_facts
from bot.answering.walk_leads import lead_of_walk
from bot.corpus.models import Spacewalk
from bot.understanding.reading import Asks

_MOST_QUOTES: Final = 2
#: What a sentence of a text answers as well as the tables do.
_TOLD: Final = frozenset({Asks.WHAT, Asks.WHO})
#: What asks for the others where somebody of the crew is named.
_OTHERS: Final = frozenset({Asks.WHO, Asks.WITH_WHOM})


def answer_spacewalk(  # noqa: PLR0913 - what is asked, and what of it is known
    desk: Desk,
    walk: Spacewalk,
    asks: Asks,
    confidence: float,
    *,
    quote: str | None = None,
    told: str | None = None,
    named: Sequence[str] = (),
) -> Answer:
    """Answer about one spacewalk: what is asked in the lead, everything else on the card.

    `quote` is the id of the quote to show first, `told` a sentence of the texts that answers best, `named` are those of
    its crew whom the question names.
    """
    stories = desk.corpus.stories_of.get(walk.id, ())
    quotes = sorted(desk.corpus.quotes_about(walk), key=lambda told: told.id != quote)
    ordinal = desk.words.ordinal(desk.corpus.number_of[walk.id])
    if asks in _TOLD and answers_by_itself(told, stories):
        lead = told
    elif named and asks in _OTHERS:
        lead = others_than(desk, walk, named)
    else:
        lead = as_told(desk, walk, told, asks) if told and asks in _TOLD else lead_of_walk(desk, walk, asks, quotes)
    return Answer(
        outcome=Outcome.ANSWER,
        lead=lead,
        title=sentences.walks.walk_title(desk.words, walk.name, ordinal),
        text="\n\n".join(not_told(text_of(story), lead) for story in stories[:1]),
        facts=tuple(walk_facts(desk, walk)),
        quotes=tuple(desk.quotation(quote) for quote in quotes[:_MOST_QUOTES]),
        sources=desk.sources([walk], stories[:1]),
        ids=(walk.id, *(story.id for story in stories[:1]), *walk.crew),
        confidence=confidence,
    )
