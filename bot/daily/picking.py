"""Which fact comes next in a channel. Pure: what was told there decides, and dice seeded by channel and day.

A notable anniversary comes first, but anniversaries must not drown the rest: one comes only when none came in the two
days before, or when it is a landmark (a round year of a walk with a story). Else comes a curated fact, and none comes
twice before all of them came: those told since the last repetition are out of the draw, and when that leaves none, the
older half of them is drawn from again.
"""

import datetime as dt
import random
from collections.abc import Iterable, Sequence
from typing import Final

from bot.daily.pool import Pool, is_anniversary

#: What was told in a channel: local days and ids of facts, oldest first.
Told = Sequence[tuple[dt.date, str]]

_DAYS_WITHOUT: Final = 2
#: A walk's anniversary is told again only after so many years, unless as a landmark.
_YEARS_WITHOUT: Final = 3


def pick(pool: Pool, channel: int, day: dt.date, told: Told) -> str:
    """Return the id of the fact for a local day. The same day picked again gives the same."""
    before = [(when, key) for when, key in told if when < day]
    for candidate in pool.anniversaries(day):
        if pool.is_landmark(candidate, day) or not _too_much(candidate, day, before):
            return candidate
    dice = random.Random(f"{channel}:{day:%Y%m%d}")  # noqa: S311 - chooses a fact, guards no secret
    return dice.choice(fresh(pool.curated, [key for _, key in before]))


def history_needed(pool: Pool) -> int:
    """Return of how many of the latest facts of a channel `pick` needs to know."""
    return 2 * len(pool.curated) + 366 * _YEARS_WITHOUT


def fresh(curated: Sequence[str], told: Iterable[str]) -> Sequence[str]:
    """Return which curated facts may come next, in the order of the pool."""
    there = set(curated)
    latest: dict[str, None] = {}
    for key in reversed([key for key in told if key in there]):
        if key in latest:
            break
        latest[key] = None
    left = [key for key in curated if key not in latest]
    if left:
        return left
    older = set(list(latest)[len(latest) // 2 :])
    return [key for key in curated if key in older]


def _too_much(candidate: str, day: dt.date, before: Told) -> bool:
    """Tell whether an anniversary came lately, or this one in one of the last years."""
    lately = any(is_anniversary(key) and (day - when).days <= _DAYS_WITHOUT for when, key in before)
    again = any(key == candidate and day.year - when.year < _YEARS_WITHOUT for when, key in before)
    return lately or again
