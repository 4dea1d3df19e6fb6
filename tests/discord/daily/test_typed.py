"""Whatever is typed is read, or answered with a sentence that helps; nothing else comes of it."""

import re
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering import Wording
from bot.discord_app.daily import texts
from bot.discord_app.daily.typed import TypedError, read_time, read_weekdays, read_zone, suggest_zones

WORDS = Wording()
SHORT = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
LONG = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
#: Text of any sort, and text that looks as if it could be meant.
ANY = st.text(max_size=60)
ALMOST = st.text("0123456789:.hamp -,;/_&mondatuewhfris", max_size=20)


def said(error: TypedError) -> str:
    """What the person is told: a whole sentence with an example."""
    sentence = error.said(WORDS)
    assert re.fullmatch(r"I .+\.", sentence)
    return sentence


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("09:00", 540),
        ("9", 540),
        ("9:30", 570),
        ("9.30", 570),
        ("9h30", 570),
        (" 21:30 ", 1290),
        ("9pm", 1260),
        ("9 PM", 1260),
        ("9:15 p.m.", 1275),
        ("12am", 0),
        ("12pm", 720),
        ("12:30am", 30),
        ("noon", 720),
        ("Midnight", 0),
        ("00:00", 0),
        ("23:59", 1439),
    ],
)
def test_times_are_read_as_people_write_them(typed: str, minutes: int) -> None:
    assert read_time(typed) == minutes


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        (None, range(7)),
        ("", range(7)),
        ("every day", range(7)),
        ("everyday", range(7)),
        ("daily", range(7)),
        ("mon-fri", range(5)),
        ("Mon – Fri", range(5)),
        ("monday to friday", range(5)),
        ("weekdays", range(5)),
        ("every weekday", range(5)),
        ("weekends", {5, 6}),
        ("sat, sun", {5, 6}),
        ("sat and sun", {5, 6}),
        ("fri-mon", {4, 5, 6, 0}),
        ("Mo, We; Fr", {0, 2, 4}),
        ("Mondays", {0}),
        ("every Tuesday", {1}),
        ("tues & thurs", {1, 3}),
        ("weds", {2}),
        ("mon-wed sat", {0, 1, 2, 5}),
    ],
)
def test_weekdays_are_read_as_people_write_them(typed: str | None, days: set[int]) -> None:
    assert read_weekdays(typed) == set(days)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Europe/London", "Europe/London"),
        ("europe/london", "Europe/London"),
        (" America/New York ", "America/New_York"),
        ("utc", "UTC"),
        ("GMT", "UTC"),
    ],
)
def test_zones_are_read_however_they_are_spelt(typed: str, zone: str) -> None:
    assert read_zone(typed) == zone


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("lond", "Europe/London"),
        ("new york", "America/New_York"),
        ("america", "America/Chicago"),
        ("Lisboa", "Europe/Lisbon"),
        ("germany", "Europe/Berlin"),
        ("India", "Asia/Kolkata"),
        ("united states", "America/Chicago"),
        ("gmt", "UTC"),
        ("", "UTC"),
    ],
)
def test_a_zone_is_found_by_city_country_or_name(typed: str, first: str) -> None:
    assert suggest_zones(typed)[0] == first


@given(st.one_of(ANY, ALMOST))
def test_any_text_is_a_time_of_day_or_told_how_to_write_one(typed: str) -> None:
    try:
        assert read_time(typed) in range(1440)
    except TypedError as error:
        examples = re.findall(r"[0-9]+(?::[0-9]+|[ap]m)", said(error))
        assert [read_time(example) for example in examples] == [540, 1290, 1260]


@given(st.one_of(ANY, ALMOST))
def test_any_text_names_weekdays_or_is_told_how_to_write_them(typed: str) -> None:
    try:
        days = read_weekdays(typed)
    except TypedError as error:
        examples = said(error).partition("like ")[2].partition(";")[0].split(" or ")
        days = frozenset().union(*map(read_weekdays, examples))
    assert days
    assert days <= set(range(7))


@given(st.one_of(ANY, st.text("abcdefghiklmnoprstuyzEULN/_ -", max_size=20)))
def test_any_text_is_a_zone_or_is_told_one(typed: str) -> None:
    try:
        zone = read_zone(typed)
    except TypedError as error:
        zone = read_zone(said(error).partition("for example ")[2].removesuffix("."))
    assert ZoneInfo(zone).key == zone


@given(st.one_of(ANY, st.sampled_from(["a", "e", "us", "america/", "_", "/", "united s"])))
def test_whatever_is_typed_the_zones_offered_can_be_picked(typed: str) -> None:
    offered = suggest_zones(typed)
    assert len(set(offered)) == len(offered)
    for zone in offered:
        assert read_zone(zone) == zone
        label = texts.unreadable.zone_offer(WORDS, zone, "23:59")
        assert len(label) <= 100
        assert read_zone(label.partition(":")[0]) == zone  # whoever types the label gets it too


@given(st.integers(0, 1439))
def test_every_time_of_day_can_be_written(minutes: int) -> None:
    hour, minute = divmod(minutes, 60)
    assert read_time(f"{hour:02}:{minute:02}") == minutes
    assert read_time(f"{hour}.{minute:02}") == minutes
    assert read_time(f"{hour % 12 or 12}:{minute:02}{'ap'[hour // 12]}m") == minutes


@given(
    st.sets(st.integers(0, 6), min_size=1), st.sampled_from([SHORT, LONG]), st.sampled_from([", ", " ", ",", " and "])
)
def test_every_set_of_weekdays_can_be_written(days: set[int], names: tuple[str, ...], between: str) -> None:
    assert read_weekdays(between.join(names[day] for day in sorted(days))) == days


@given(st.integers(0, 6), st.integers(0, 6))
def test_a_span_of_weekdays_goes_on_over_the_weekend(first: int, last: int) -> None:
    days = read_weekdays(f"{SHORT[first]}-{SHORT[last]}")
    assert {first, last} <= days
    assert len(days) == (last - first) % 7 + 1


def test_every_zone_can_be_written_in_any_case_and_with_spaces() -> None:
    zones = {zone for letter in "abcdefghijklmnopqrstuvwxyz" for zone in suggest_zones(letter)}
    assert len(zones) > 400
    for zone in zones:
        assert read_zone(zone) == read_zone(zone.upper()) == read_zone(texts.unreadable.zone_name(zone)) == zone
