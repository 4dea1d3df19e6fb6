"""When a fact is due, over every time zone: one moment for each day that exists, however clocks are changed."""

import datetime as dt
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.daily.schedule import LONGEST_WAIT, Due, Schedule, dues, local_day, moment_of, next_due

DAY = dt.timedelta(days=1)
ZONES = sorted(available_timezones())
#: Minutes around which clocks are changed somewhere, and some that are left alone.
MINUTES = (0, 30, 59, 90, 120, 150, 179, 180, 540, 1380, 1410, 1439)


def shown(moment: int, zone: str) -> dt.datetime:
    return dt.datetime.fromtimestamp(moment, ZoneInfo(zone))


def days(first: dt.date, last: dt.date) -> list[dt.date]:
    return [first + DAY * number for number in range((last - first).days + 1)]


def test_each_day_of_three_years_has_one_moment_in_every_zone() -> None:
    three_years = days(dt.date(2026, 1, 1), dt.date(2028, 12, 31))
    for number, zone in enumerate(ZONES):
        last = 0
        for day in three_years:
            schedule = Schedule(MINUTES[(number + day.toordinal()) % len(MINUTES)], zone)
            last = check_day(schedule, day, later_than=last)


def test_days_on_which_clocks_are_changed_have_one_moment_for_any_time() -> None:
    three_years = days(dt.date(2026, 1, 1), dt.date(2028, 12, 31))
    for zone in ZONES:
        noons = [dt.datetime.combine(day, dt.time(12), ZoneInfo(zone)).utcoffset() for day in three_years]
        changed = [day for day, one, other in zip(three_years, noons, noons[1:], strict=False) if one != other]
        for day in (near for there in changed for near in (there, there + DAY)):
            for minute in MINUTES:
                check_day(Schedule(minute, zone), day)


def check_day(schedule: Schedule, day: dt.date, later_than: int = 0) -> int:
    """Return the moment of a day, which is on time, or just after the gap that swallowed that time."""
    moment = moment_of(schedule, day)
    assert moment is not None, (schedule, day)
    assert moment > later_than, (schedule, day)
    there = shown(moment, schedule.zone)
    on_time = (there.date(), there.time()) == (day, schedule.time)
    assert on_time or _is_after_a_gap(moment, schedule, day), (schedule, day)
    assert there.fold == 0, (schedule, day)
    return moment


def _is_after_a_gap(moment: int, schedule: Schedule, day: dt.date) -> bool:
    """Tell whether clocks jumped over the time at this very moment."""
    wanted = dt.datetime.combine(day, schedule.time)
    before, after = (shown(second, schedule.zone).replace(tzinfo=None) for second in (moment - 1, moment))
    return before < wanted < after


@pytest.mark.parametrize("minute", [0, 540, 1439])
def test_planning_three_years_moment_by_moment_brings_each_day_once(minute: int) -> None:
    first, last = dt.date(2026, 1, 1), dt.date(2028, 12, 31)
    for zone in ZONES[:: len(ZONES) // 20]:
        schedule = Schedule(minute, zone)
        start = moment_of(schedule, first)
        end = moment_of(schedule, last)
        assert start is not None
        assert end is not None
        moment, seen = start - 1, []
        while moment < end:
            due = next_due(schedule, moment)
            seen.append(due.day)
            moment = due.moment
        assert seen == days(first, last), zone


@pytest.mark.parametrize(
    ("zone", "day", "minute", "expected"),
    [
        # Apia went from 29 to 31 December 2011.
        ("Pacific/Apia", "2011-12-30", 540, None),
        ("Pacific/Apia", "2011-12-31", 540, "2011-12-31 09:00+14:00"),
        # Kwajalein left out 21 August 1993.
        ("Pacific/Kwajalein", "1993-08-21", 0, None),
        # A gap: the first moment after it.
        ("Europe/Belgrade", "2026-03-29", 150, "2026-03-29 03:00+02:00"),
        ("America/New_York", "2026-03-08", 135, "2026-03-08 03:00-04:00"),
        # A gap at midnight, and one that takes the last hour of a day.
        ("Africa/Cairo", "2026-04-24", 30, "2026-04-24 01:00+03:00"),
        ("America/Nuuk", "2026-03-28", 1410, "2026-03-29 00:00-01:00"),
        # A gap of half an hour.
        ("Australia/Lord_Howe", "2026-10-04", 135, "2026-10-04 02:30+11:00"),
        # A fold: the first of both.
        ("Europe/Belgrade", "2026-10-25", 150, "2026-10-25 02:30+02:00"),
        ("Australia/Lord_Howe", "2026-04-05", 105, "2026-04-05 01:45+11:00"),
        # The leap day, and a zone off the quarter of an hour.
        ("Europe/London", "2028-02-29", 540, "2028-02-29 09:00+00:00"),
        ("Asia/Kathmandu", "2026-01-01", 0, "2026-01-01 00:00+05:45"),
    ],
)
def test_days_on_which_clocks_are_changed(zone: str, day: str, minute: int, expected: str | None) -> None:
    moment = moment_of(Schedule(minute, zone), dt.date.fromisoformat(day))
    assert (None if moment is None else shown(moment, zone).isoformat(" ", "minutes")) == expected


schedules = st.builds(
    Schedule,
    st.integers(0, 1439),
    st.sampled_from(ZONES),
    st.frozensets(st.integers(0, 6), min_size=1),
)
moments = st.integers(1_700_000_000, 2_000_000_000)


@given(schedules, moments)
def test_what_is_next_is_later_soon_and_on_a_wanted_day(schedule: Schedule, moment: int) -> None:
    due = next_due(schedule, moment)
    assert moment < due.moment <= moment + LONGEST_WAIT
    assert due.day.weekday() in schedule.weekdays
    assert due.moment == moment_of(schedule, due.day)


@given(schedules, moments)
def test_nothing_lies_between_a_moment_and_what_is_next(schedule: Schedule, moment: int) -> None:
    due = next_due(schedule, moment)
    first = local_day(schedule, moment) - DAY
    assert [other for other in dues(schedule, first, due.moment) if other.moment > moment] == [due]


def test_after_a_sleep_every_day_of_it_is_due() -> None:
    schedule = Schedule(540, "Europe/Berlin", frozenset({0, 2, 4}))
    start = moment_of(schedule, dt.date(2026, 6, 1))
    assert start is not None
    found = list(dues(schedule, dt.date(2026, 6, 1), start + 7 * 86_400))
    assert found == [
        Due(day, start + (day - dt.date(2026, 6, 1)).days * 86_400)
        for day in (dt.date(2026, 6, 1), dt.date(2026, 6, 3), dt.date(2026, 6, 5), dt.date(2026, 6, 8))
    ]
