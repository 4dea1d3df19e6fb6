"""Figures of spacewalks and of the people on them: how long in all, which suits how often, how old."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from bot.answering import sentences
from bot.answering.desk import Desk
from bot.corpus.models import Spacewalk, Spacewalker
from bot.understanding.reading import Asks

_MOST_VALUES: Final = 6
_MOST_MISSIONS: Final = 12


def values_of(desk: Desk, walks: Sequence[Spacewalk], asks: Asks) -> str:
    """Return which suits, airlocks, craft or missions spacewalks had, with how often; "" where none is asked for.

    Missions stand in their order, and are not listed where they are many.
    """
    of_walk: dict[Asks, Callable[[Spacewalk], str]] = {
        Asks.VEHICLE: desk.place,
        Asks.AIRLOCK: lambda walk: walk.airlock,
        Asks.MISSION: lambda walk: walk.mission,
        Asks.SUIT: lambda walk: walk.suit or sentences.names.unknown(desk.words),
    }
    value = of_walk.get(asks)
    if value is None:
        return ""
    found = Counter(value(walk) for walk in walks)
    counted = list(found.items()) if asks is Asks.MISSION else found.most_common(_MOST_VALUES)
    if len(counted) > _MOST_MISSIONS:
        return ""
    if len(counted) == 1:
        return sentences.conditions.heading(counted[0][0])
    return sentences.conditions.heading(
        desk.words.listing(sentences.people.times(desk.words, key, count) for key, count in counted)
    )


def total_of(desk: Desk, walks: Sequence[Spacewalk]) -> str:
    """Write the sum of the known lengths, as "at least" where some are unknown."""
    known = [walk.duration for walk in walks if walk.duration is not None]
    total = desk.words.duration(sum(known))
    return total if len(known) == len(walks) else sentences.people.at_least(desk.words, total)


def age_on(desk: Desk, person: str, day: dt.date) -> str | None:
    """Write how old somebody was on a day, as exactly as the birth date is known; None where it is not."""
    born = desk.corpus.spacewalkers[person].born
    if born is None:
        return None
    if born.is_exact:
        return desk.words.age(born.earliest(), day)
    return sentences.standings.about_years(desk.words, day.year - born.year)


def born_when(desk: Desk, person: Spacewalker) -> str:
    """Write when somebody was born, with its preposition and as exactly as that is sure; "" where it is unknown."""
    born = person.born
    if born is None:
        return ""
    sure = person.born_source is not None or not born.is_exact
    if not sure or not born.month:
        return sentences.conditions.in_year(desk.words, born.year)
    if born.is_exact:
        return sentences.conditions.on_day(desk.words, born.earliest())
    return sentences.conditions.in_month(desk.words, born.earliest())


def whole_total_of(desk: Desk, walks: Sequence[Spacewalk]) -> str:
    """Write that sum for a card: with how many lengths it lacks."""
    unknown = sum(walk.duration is None for walk in walks)
    total = total_of(desk, walks)
    if not unknown:
        return total
    return sentences.people.with_figure(desk.words, total, sentences.counts.lengths_unknown(desk.words, unknown))
