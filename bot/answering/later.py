"""Spacewalks after the tables end: whether they may matter to an answer, and the sentence that tells of them."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final

from bot.answering import sentences
from bot.answering.desk import Desk
from bot.corpus.models import Pending, Spacewalk
from bot.corpus.record_models import Ranking
from bot.corpus.standings import Standing, anybody_counts, on_place

#: In days: what had a spacewalk so shortly before the tables end may have had another since.
_LATELY: Final = 366
#: In minutes: no spacewalk has lasted much longer.
_LONG_WALK: Final = 9 * 60
_IN_MINUTES: Final = frozenset({"time", "time_in_a_mission"})
#: Measures that no later spacewalk changes: crews are no larger than they were, and pauses are over.
_SETTLED: Final = frozenset({"crew_size", "days"})
#: Measures by which whoever goes out may come to stand first, however few spacewalks they made.
_OF_ANYBODY: Final = frozenset({"age", "career"})


def later_walks(desk: Desk, operators: Iterable[str] = ()) -> str:
    """Return a sentence on later spacewalks, "" where none is reported for these operators, or for any."""
    wanted = set(operators)
    later = _reported(desk, wanted)
    if not later:
        return ""
    known = [walk for walk in desk.corpus.spacewalks if not wanted or walk.operator in wanted]
    return sentences.standings.later_walks(desk.words, known[-1].date, len(later))


def later_ones(desk: Desk) -> str:
    """Return how many later spacewalks are reported, where the latest is named already; "" for none."""
    later = _reported(desk, set())
    return sentences.standings.later_ones(desk.words, len(later)) if later else ""


def later_of_kind(desk: Desk, walks: Sequence[Spacewalk], operators: Iterable[str] = ()) -> str:
    """Return that sentence where the latest of these spacewalks is so late that there may be more, else ""."""
    return later_walks(desk, operators) if goes_on(desk, walks) else ""


def later_in_ranking(desk: Desk, ranking: Ranking, everybody: Sequence[Standing], top: int = 1) -> str:
    """Return that sentence where a later spacewalk may change who stands on the places asked for, else ""."""
    may_change = _may_change(desk, ranking, everybody, top, len(_reported(desk, set(ranking.where.operator))))
    return later_walks(desk, ranking.where.operator) if may_change else ""


def has_ended(desk: Desk, ranking: Ranking) -> bool:
    """Tell whether no later spacewalk can belong to a ranking: its time is over, or it is of a flight that is."""
    until = ranking.where.until
    return (until is not None and until <= desk.known_whole_to()) or bool(ranking.where.mission)


def goes_on(desk: Desk, walks: Sequence[Spacewalk]) -> bool:
    """Tell whether later spacewalks may belong to these: the last of them is within a year of the end of the tables."""
    return (desk.known_to() - walks[-1].date).days < _LATELY


def _reported(desk: Desk, operators: set[str]) -> list[Pending]:
    took_place = (pending for pending in desk.corpus.pending if pending.status == "took-place")
    return [pending for pending in took_place if not operators or pending.operator in operators]


def _went_on(desk: Desk, ranking: Ranking) -> bool:
    """Tell whether a spacewalk that counts was made within a year of the end of the tables."""
    since = desk.known_to() - dt.timedelta(days=_LATELY - 1)
    lately = ranking.where.model_copy(update={"since": max(since, ranking.where.since or since)})
    return anybody_counts(desk.corpus, lately, ranking.who, everyone=ranking.everyone)


def _may_change(desk: Desk, ranking: Ranking, everybody: Sequence[Standing], top: int, later: int) -> bool:
    """Tell whether so many later spacewalks may change who stands on the places asked for, or with what."""
    of_the_first = ranking.measure in {"start", "first_day"} and ranking.order == "least"
    if ranking.measure in _SETTLED or ranking.of == "moment" or of_the_first:
        return False
    if ranking.where.until is not None and ranking.where.until <= desk.known_to():
        return False
    if not _went_on(desk, ranking):
        return False
    if ranking.of == "spacewalk" or ranking.order == "least" or ranking.measure in _OF_ANYBODY:
        return True
    reach = later * (_LONG_WALK if ranking.measure in _IN_MINUTES else 1)
    asked_for = (*everybody[:top], *on_place(everybody, ranking.rank))
    near = (one for one in everybody if one.value + reach >= min(asked.value for asked in asked_for))
    return any(goes_on(desk, one.spacewalks) for one in near)
