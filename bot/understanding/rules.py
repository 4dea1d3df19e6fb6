"""What the rules make of a question: each is for one kind of question, and the first that applies counts."""

from collections.abc import Callable
from dataclasses import replace

from bot.understanding.comparisons import comparison
from bot.understanding.counts import count, counted
from bot.understanding.designators import designated, nth_of_all
from bot.understanding.frame import Frame
from bot.understanding.reading import Asks, Counted, CountQuery, DayQuery, Query, RankingQuery, Reading, WalksQuery
from bot.understanding.subjects import neighbour, subject
from bot.understanding.superlatives import superlative


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
    if isinstance(found, Query | WalksQuery | DayQuery | RankingQuery | CountQuery):
        found = replace(found, asks=asks)
    return found


def _counting(frame: Frame) -> Reading | None:
    """Read a count; of one person's spacewalks it is that person's career."""
    found = count(frame)
    if found is None or not frame.people:
        return found
    return None
