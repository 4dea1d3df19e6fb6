"""Lengths, dates, ages, ordinals and lists as people read them."""

import datetime as dt

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.answering import Wording
from bot.corpus.values import PartialDate


@pytest.fixture(scope="module")
def words() -> Wording:
    return Wording()


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        *((0, "0 minutes"), (1, "1 minute"), (12, "12 minutes"), (60, "1 hour"), (61, "1 hour 1 minute")),
        *(
            (120, "2 hours"),
            (536, "8 hours 56 minutes"),
            (4942, "82 hours 22 minutes"),
            (336_070, "5,601 hours 10 minutes"),
        ),
    ],
)
def test_lengths(words: Wording, minutes: int, text: str) -> None:
    assert words.duration(minutes) == text


@given(minutes=st.integers(0, 10**6))
def test_short_lengths_come_back(words: Wording, minutes: int) -> None:
    hours, rest = words.clock(minutes).split(":")
    assert int(hours) * 60 + int(rest) == minutes
    assert len(rest) == 2


@pytest.mark.parametrize(
    ("value", "text"),
    [
        *((1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (10, "10th"), (11, "11th"), (12, "12th"), (13, "13th")),
        *((21, "21st"), (22, "22nd"), (23, "23rd"), (100, "100th"), (101, "101st"), (111, "111th"), (112, "112th")),
        *((113, "113th"), (121, "121st"), (495, "495th"), (1001, "1,001st"), (1011, "1,011th")),
    ],
)
def test_ordinals(words: Wording, value: int, text: str) -> None:
    assert words.ordinal(value) == text


@pytest.mark.parametrize(
    ("born", "day", "text"),
    [
        ("1934-05-30", "1965-03-18", "30 years 292 days"),
        ("1934-05-30", "1965-05-30", "31 years 0 days"),
        ("1934-05-30", "1965-05-29", "30 years 364 days"),
        ("1934-05-30", "1965-05-31", "31 years 1 day"),
        # Born on 29 February: the birthday is 1 March in a year without one.
        ("1960-02-29", "1991-02-28", "30 years 364 days"),
        ("1960-02-29", "1991-03-01", "31 years 0 days"),
        ("1960-02-29", "1992-02-28", "31 years 364 days"),
        ("1960-02-29", "1992-02-29", "32 years 0 days"),
        ("1960-02-29", "1992-03-01", "32 years 1 day"),
        ("1990-01-01", "1990-01-01", "0 years 0 days"),
        ("1989-01-01", "1990-01-01", "1 year 0 days"),
    ],
)
def test_ages(words: Wording, born: str, day: str, text: str) -> None:
    assert words.age(dt.date.fromisoformat(born), dt.date.fromisoformat(day)) == text


@given(born=st.dates(dt.date(1900, 1, 1), dt.date(2020, 1, 1)), lived=st.integers(0, 40_000))
def test_an_age_grows_with_every_day(words: Wording, born: dt.date, lived: int) -> None:
    day = born + dt.timedelta(days=lived)
    assume(day.year < 2100)

    def age(on: dt.date) -> tuple[int, int]:
        years, _, days, _ = words.age(born, on).split()
        return int(years), int(days)

    years, days = age(day)
    assert 0 <= days < 366
    assert age(day + dt.timedelta(days=1)) in {(years, days + 1), (years + 1, 0)}


@pytest.mark.parametrize(
    ("items", "text"),
    [
        *(([], ""), (["Leonov"], "Leonov"), (["Conrad", "Kerwin"], "Conrad and Kerwin")),
        (["Conrad", "Kerwin", "Weitz"], "Conrad, Kerwin and Weitz"),
    ],
)
def test_lists(words: Wording, items: list[str], text: str) -> None:
    assert words.listing(items) == text


def test_dates(words: Wording) -> None:
    assert words.date(dt.date(1965, 3, 18)) == "18 March 1965"
    assert words.day_of_year(3, 18) == "18 March"
    assert words.day_of_year(2, 29) == "29 February"
    assert words.time(dt.time(8, 4)) == "08:04"


@pytest.mark.parametrize(
    ("date", "text"),
    [(PartialDate(1934, 5, 30), "30 May 1934"), (PartialDate(1976, 5), "May 1976"), (PartialDate(1983), "1983")],
)
def test_dates_as_far_as_they_are_known(words: Wording, date: PartialDate, text: str) -> None:
    assert words.partial_date(date) == text


@pytest.mark.parametrize(("count", "text"), [(0, "0 days"), (1, "1 day"), (7817, "7,817 days")])
def test_spans_of_days(words: Wording, count: int, text: str) -> None:
    assert words.days(count) == text


def test_numbers(words: Wording) -> None:
    assert words.number(495) == "495"
    assert words.number(336_070) == "336,070"


def test_another_language_has_its_own_dates_and_lists() -> None:
    german = Wording("de")
    assert german.date(dt.date(1965, 3, 18)) == "18. März 1965"
    assert german.duration(61) == "1 Stunde 1 Minute"
    assert german.listing(["Conrad", "Kerwin", "Weitz"]) == "Conrad, Kerwin und Weitz"
    assert german.ordinal(3) == "3."
