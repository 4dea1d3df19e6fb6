"""When a fact is due. Pure: instants are seconds since 1970 in UTC, days are those of the subscription's time zone.

Two rules where clocks are changed. A time that is skipped (02:30 when 02:00 is followed by 03:00) stands for the first
moment after the gap; a time that comes twice stands for its first. So every day that exists in a zone has one moment.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

#: A schedule has a weekday at least, so what is due next lies within this of any moment, however clocks are changed.
LONGEST_WAIT: Final = 9 * 86_400
_DAY: Final = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Schedule:
    """When a channel gets its fact. `minute` counts from local midnight, `weekdays` from 0 for Monday."""

    minute: int
    zone: str
    weekdays: frozenset[int] = frozenset(range(7))

    @property
    def time(self) -> dt.time:
        """The local time of day."""
        return dt.time(*divmod(self.minute, 60))


@dataclass(frozen=True, slots=True)
class Due:
    """One fact to bring: for which local day, from which moment on."""

    day: dt.date
    moment: int


def moment_of(schedule: Schedule, day: dt.date) -> int | None:
    """Return when a day's fact is due; None where the zone has no such day (Apia went without 30 December 2011)."""
    zone = ZoneInfo(schedule.zone)
    midnight = _first_moment(dt.datetime.combine(day, dt.time()), zone)
    if dt.datetime.fromtimestamp(midnight, zone).date() != day:
        return None
    return _first_moment(dt.datetime.combine(day, schedule.time), zone)


def next_due(schedule: Schedule, after: int) -> Due:
    """Return what is due next later than a moment."""
    first = local_day(schedule, after) - _DAY  # a time in a gap over midnight is due on the next day's clock
    return next(due for due in _dues(schedule, first) if due.moment > after)


def dues(schedule: Schedule, first: dt.date, until: int) -> Iterator[Due]:
    """Yield what is due from a day on, up to and including a moment."""
    for due in _dues(schedule, first):
        if due.moment > until:
            return
        yield due


def local_day(schedule: Schedule, moment: int) -> dt.date:
    """Return which day it is where the schedule is kept."""
    return dt.datetime.fromtimestamp(moment, ZoneInfo(schedule.zone)).date()


def _dues(schedule: Schedule, first: dt.date) -> Iterator[Due]:
    day = first
    while True:
        moment = moment_of(schedule, day) if day.weekday() in schedule.weekdays else None
        if moment is not None:
            yield Due(day, moment)
        day += _DAY


def _first_moment(local: dt.datetime, zone: ZoneInfo) -> int:
    """Return the first moment at which clocks in a zone show a time, or where they skip it, a later one."""
    earlier = local.replace(tzinfo=zone, fold=0)
    moment = int(earlier.timestamp())
    if dt.datetime.fromtimestamp(moment, zone).replace(tzinfo=None) == local:
        return moment
    # In a gap, fold=0 counts by the clock before it, which leads past its end, and fold=1 to before its beginning.
    before, after = int(local.replace(tzinfo=zone, fold=1).timestamp()), moment
    offset = _offset(before, zone)
    while after - before > 1:
        middle = (before + after) // 2
        if _offset(middle, zone) == offset:
            before = middle
        else:
            after = middle
    return after


def _offset(moment: int, zone: ZoneInfo) -> dt.timedelta | None:
    return dt.datetime.fromtimestamp(moment, zone).utcoffset()
