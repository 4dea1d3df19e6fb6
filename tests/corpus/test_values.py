"""Lengths, days, clock times, half-known dates, ids and texts as they are written in YAML."""

import calendar
import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from bot.corpus.values import Clock, Day, Line, Minutes, Partial, PartialDate, Prose, Slug

MINUTES: TypeAdapter[int] = TypeAdapter(Minutes)
DAY: TypeAdapter[dt.date] = TypeAdapter(Day)
CLOCK: TypeAdapter[dt.time] = TypeAdapter(Clock)
PARTIAL: TypeAdapter[PartialDate] = TypeAdapter(Partial)
SLUG: TypeAdapter[str] = TypeAdapter(Slug)
LINE: TypeAdapter[str] = TypeAdapter(Line)
PROSE: TypeAdapter[str] = TypeAdapter(Prose)


def refusal(adapter: TypeAdapter[Any], value: object) -> str:
    with pytest.raises(ValidationError) as caught:
        adapter.validate_python(value)
    return caught.value.errors()[0]["msg"]


# Lengths


@pytest.mark.parametrize(
    ("text", "minutes"), [("8:56", 536), ("0:12", 12), ("08:56", 536), ("82:22", 4942), ("0:00", 0)]
)
def test_a_length_is_minutes(text: str, minutes: int) -> None:
    assert MINUTES.validate_python(text) == minutes


@pytest.mark.parametrize(
    "value",
    [
        536,
        "536",
        "8:60",
        "8:5",
        "8.56",
        "8:56:00",
        " 8:56",
        "8:56\n",
        "-1:00",
        "1000:00",
        "",
        None,
        True,
        ["8:56"],
        "٨:٥٦",
    ],
)
def test_anything_else_is_no_length(value: object) -> None:
    assert 'expected a length as hours:minutes in quotes, e.g. "8:56"' in refusal(MINUTES, value)


@given(minutes=st.integers(0, 1000 * 60 - 1))
def test_every_length_comes_back(minutes: int) -> None:
    assert MINUTES.validate_python(f"{minutes // 60}:{minutes % 60:02}") == minutes


# Days


def test_a_day_is_read() -> None:
    assert DAY.validate_python("1965-03-18") == dt.date(1965, 3, 18)
    assert DAY.validate_python("2000-02-29") == dt.date(2000, 2, 29)


@pytest.mark.parametrize(
    "value",
    [
        "1965-3-18",
        "18.3.1965",
        "1965-02-29",
        "1900-02-29",
        "1965-13-01",
        "1965-00-10",
        "1965-03",
        "19650318",
        "1965-W12-4",
        *("1965-03-18T08:34", "", 1965, None, dt.date(1965, 3, 18)),
    ],
)
def test_a_day_that_does_not_exist_or_is_written_otherwise_is_refused(value: object) -> None:
    assert "expected a day that exists as year-month-day, e.g. 1965-03-18" in refusal(DAY, value)


@given(day=st.dates())
def test_every_day_comes_back(day: dt.date) -> None:
    assert DAY.validate_python(day.isoformat()) == day


# Clock times


def test_a_time_of_day_is_read() -> None:
    assert CLOCK.validate_python("08:34") == dt.time(8, 34)
    assert CLOCK.validate_python("00:00") == dt.time(0, 0)
    assert CLOCK.validate_python("23:59") == dt.time(23, 59)


@pytest.mark.parametrize("value", ["8:34", "24:00", "08:60", "08:34:00", "08:34Z", "0834", 834, None, ""])
def test_a_time_written_otherwise_is_refused(value: object) -> None:
    assert 'expected a UTC time of day in quotes, e.g. "08:34"' in refusal(CLOCK, value)


@given(moment=st.times())
def test_every_minute_of_the_day_comes_back(moment: dt.time) -> None:
    assert CLOCK.validate_python(f"{moment:%H:%M}") == moment.replace(second=0, microsecond=0)


# Dates as far as they are known


@pytest.mark.parametrize(
    ("written", "date", "exact", "earliest", "latest"),
    [
        ("1934-05-30", PartialDate(1934, 5, 30), True, dt.date(1934, 5, 30), dt.date(1934, 5, 30)),
        ("1976-05", PartialDate(1976, 5), False, dt.date(1976, 5, 1), dt.date(1976, 5, 31)),
        (1983, PartialDate(1983), False, dt.date(1983, 1, 1), dt.date(1983, 12, 31)),
        ("1983", PartialDate(1983), False, dt.date(1983, 1, 1), dt.date(1983, 12, 31)),
        ("1984-02", PartialDate(1984, 2), False, dt.date(1984, 2, 1), dt.date(1984, 2, 29)),
        ("1900-02", PartialDate(1900, 2), False, dt.date(1900, 2, 1), dt.date(1900, 2, 28)),
        ("1960-02-29", PartialDate(1960, 2, 29), True, dt.date(1960, 2, 29), dt.date(1960, 2, 29)),
    ],
)
def test_a_date_is_read_as_far_as_it_is_known(
    written: str | int, date: PartialDate, exact: bool, earliest: dt.date, latest: dt.date
) -> None:
    read = PARTIAL.validate_python(written)
    assert read == date
    assert (read.is_exact, read.earliest(), read.latest()) == (exact, earliest, latest)
    assert str(read) == str(written)


@pytest.mark.parametrize("value", ["1961-02-29", "1934-04-31", "0000"])
def test_a_date_that_does_not_exist_is_named(value: str) -> None:
    assert f"there is no day {value}" in refusal(PARTIAL, value)


@pytest.mark.parametrize("value", ["1934-13", "1934-00", "1934-5-30", "30 May 1934", 34, True, None, 1983.0, ["1983"]])
def test_a_half_known_date_written_otherwise_is_refused(value: object) -> None:
    assert "expected a date as far as it is known" in refusal(PARTIAL, value)


@given(day=st.dates(), length=st.sampled_from([4, 7, 10]))
def test_every_half_known_date_comes_back_and_holds_its_day(day: dt.date, length: int) -> None:
    written = day.isoformat()[:length]
    read = PARTIAL.validate_python(written)
    assert str(read) == written
    assert read.earliest() <= day <= read.latest()


@given(year=st.integers(1, 9999), month=st.integers(1, 12))
def test_a_month_ends_with_its_last_day(year: int, month: int) -> None:
    assert PartialDate(year, month).latest().day == calendar.monthrange(year, month)[1]


# Ids


@pytest.mark.parametrize("slug", ["a", "7", "alexei-leonov", "us-eva-23", "x" * 60])
def test_an_id_is_words_and_hyphens(slug: str) -> None:
    assert SLUG.validate_python(slug) == slug


@pytest.mark.parametrize(
    "value", ["", "Leonov", "a--b", "-a", "a-", "a_b", "a b", "a.b", "é", "a\n", "x" * 61, 7, None, "а"]
)
def test_anything_else_is_no_id(value: object) -> None:
    assert refusal(SLUG, value)


@given(words=st.lists(st.from_regex(r"[a-z0-9]{1,6}", fullmatch=True), min_size=1, max_size=8))
def test_words_joined_by_hyphens_are_an_id(words: list[str]) -> None:
    slug = "-".join(words)
    assert SLUG.validate_python(slug) == slug


# Texts


@pytest.mark.parametrize(("adapter", "most"), [(LINE, 400), (PROSE, 2000)])
def test_texts_have_a_limit(adapter: TypeAdapter[str], most: int) -> None:
    assert adapter.validate_python("x" * most) == "x" * most
    assert refusal(adapter, "x" * (most + 1)) == f"String should have at most {most} characters"


@pytest.mark.parametrize("adapter", [LINE, PROSE])
@pytest.mark.parametrize("value", ["", "   ", "a\x00b", "a\nb", "a\tb", "a\x1bb", "a\x7fb", 5, True, None])
def test_texts_have_no_control_characters_and_something_in_them(adapter: TypeAdapter[str], value: object) -> None:
    assert refusal(adapter, value)


def test_white_space_around_a_text_is_dropped() -> None:
    assert LINE.validate_python("  Алексей Леонов \n") == "Алексей Леонов"
