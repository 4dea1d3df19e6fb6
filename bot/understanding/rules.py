"""What the rules make of a question: each is for one kind of question, and the first that applies counts."""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from bot.corpus.record_models import Ranking
from bot.corpus.vocabulary import Concept
from bot.understanding.comparisons import comparison
from bot.understanding.counts import count, counted
from bot.understanding.designators import designated, nth_of_all
from bot.understanding.frame import Frame
from bot.understanding.reading import Asks, Counted, CountQuery, DayQuery, Query, RankingQuery, Reading, WalksQuery
from bot.understanding.subjects import neighbour, subject
from bot.understanding.superlatives import superlative

_GEAR: Final = frozenset({Asks.SUIT, Asks.AIRLOCK})


def by_rule(frame: Frame, asks: Asks) -> Reading | None:
    """Return what names and conditions of a question mean, None where no rule applies."""
    rules: tuple[Callable[[Frame], Reading | None], ...] = (
        designated,
        comparison,
        neighbour,
        nth_of_all,
        superlative,
        _counting,
        subject,
    )
    found = next((reading for rule in rules if (reading := rule(frame)) is not None), None)
    if isinstance(found, WalksQuery) and asks is Asks.HOW_MANY and frame.people and counted(frame) is Counted.PEOPLE:
        asks = Asks.WHO  # "how many people were out with Aldrin on Apollo 11" is not how often he was
    if isinstance(found, CountQuery) and asks in _GEAR and frame.has(Concept.PRESENT):
        found = _latest(found)
    if isinstance(found, Query | WalksQuery | DayQuery | RankingQuery | CountQuery):
        found = replace(found, asks=asks)
    return found


def _latest(query: CountQuery) -> RankingQuery:
    """Read what is used now as what was used last: "which airlock do the Russians use these days"."""
    chosen = query.selection
    return RankingQuery(
        Ranking(
            of="spacewalk", measure="start", order="most", where=chosen.where, who=chosen.who, everyone=chosen.everyone
        )
    )


def _counting(frame: Frame) -> Reading | None:
    """Read a count; of one person's spacewalks it is that person's career."""
    found = count(frame)
    if found is None or not frame.people:
        return found
    return None
