"""Which fact comes: none twice before all came, anniversaries first but not too many, the same whoever looks."""

import datetime as dt
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.answering import Librarian
from bot.corpus import Corpus
from bot.daily.picking import fresh, pick
from bot.daily.pool import Pool, is_anniversary

DAY = dt.timedelta(days=1)


@pytest.fixture(scope="module")
def pool(librarian: Librarian) -> Pool:
    return Pool(librarian)


def lived_through(pool: Pool, channel: int, first: dt.date, count: int) -> list[tuple[dt.date, str]]:
    told: list[tuple[dt.date, str]] = []
    for number in range(count):
        day = first + DAY * number
        told.append((day, pick(pool, channel, day, told)))
    return told


@pytest.mark.parametrize("channel", [1, 7, 123456])
def test_no_curated_fact_comes_twice_before_all_came(pool: Pool, channel: int) -> None:
    curated = [key for _, key in lived_through(pool, channel, dt.date(2026, 11, 27), 1000) if not is_anniversary(key)]
    everything = len(pool.curated)
    assert sorted(curated[:everything]) == sorted(pool.curated)
    last: dict[str, int] = {}
    for place, key in enumerate(curated):
        assert place - last.get(key, -everything) >= everything // 2, key
        last[key] = place


def test_anniversaries_do_not_drown_the_rest(pool: Pool) -> None:
    told = lived_through(pool, 1, dt.date(2026, 1, 1), 3 * 365)
    share = sum(is_anniversary(key) for _, key in told) / len(told)
    assert 0.1 < share < 1 / 3
    commonest = Counter(key for _, key in told if is_anniversary(key)).most_common(1)
    assert commonest[0][1] <= 2


def test_the_day_of_the_first_spacewalk_is_kept(pool: Pool) -> None:
    assert pick(pool, 5, dt.date(2026, 3, 18), []) == "anniversary:voskhod-2"
    fact = pool.tell("anniversary:voskhod-2", dt.date(2026, 3, 18))
    assert fact is not None
    assert fact.heading == "On this day, 18 March"
    assert fact.text.startswith(
        "61 years ago today, on 18 March 1965, Alexei Leonov spent 12 minutes outside Voskhod 2."
    )


def test_another_anniversary_comes_only_after_two_other_days_unless_it_is_a_landmark(pool: Pool) -> None:
    there = [
        day
        for day in (dt.date(2027, 1, 1) + DAY * number for number in range(366))
        if pool.anniversaries(day) and not any(pool.is_landmark(key, day) for key in pool.anniversaries(day))
    ]
    for day in there:
        before = [(day - DAY, "anniversary:sts-61-eva-1")]
        assert not is_anniversary(pick(pool, 1, day, before))
        long_before = [(day - 3 * DAY, "anniversary:sts-61-eva-1")]
        assert is_anniversary(pick(pool, 1, day, long_before)) or "anniversary:sts-61-eva-1" in pool.anniversaries(day)


def test_a_walk_of_29_february_is_kept_a_day_early_in_other_years(corpus: Corpus, pool: Pool) -> None:
    leap = [walk for walk in corpus.spacewalks if (walk.date.month, walk.date.day) == (2, 29)]
    early = {f"anniversary:{walk.id}" for walk in leap}
    for year in range(2026, 2040):
        leap_year = year % 4 == 0
        kept = set(pool.anniversaries(dt.date(year, 2, 28))) & early
        assert not (leap_year and kept)
        for key in kept:
            fact = pool.tell(key, dt.date(year, 2, 28))
            assert fact is not None
            assert "today" not in fact.text.split(",")[0]
            assert "29 February" in fact.text


def test_the_same_day_gives_the_same_and_channels_differ(pool: Pool) -> None:
    day = next(
        dt.date(2027, 1, 1) + DAY * n for n in range(366) if not pool.anniversaries(dt.date(2027, 1, 1) + DAY * n)
    )
    assert len({pick(pool, 1, day, []) for _ in range(5)}) == 1
    assert len({pick(pool, channel, day, []) for channel in range(40)}) > 20


@settings(max_examples=60)
@given(st.lists(st.sampled_from("abcdefgh"), max_size=40))
def test_what_is_fresh_was_not_told_since_the_last_repetition(told: list[str]) -> None:
    curated = list("abcdefgh")
    left = fresh(curated, told)
    assert left
    assert set(left) <= set(curated)
    assert not told or told[-1] not in left
    missing = set(curated) - set(told)
    if missing:
        assert missing <= set(left)


def test_a_fact_that_was_removed_from_the_corpus_is_passed_over(pool: Pool) -> None:
    told = [(dt.date(2026, 5, 1), "no-longer-there"), (dt.date(2026, 5, 2), pool.curated[0])]
    assert pick(pool, 1, dt.date(2026, 5, 3), told)
    assert pool.tell("no-longer-there", dt.date(2026, 5, 3)) is None
    assert pool.tell("anniversary:no-such-walk", dt.date(2026, 5, 3)) is None
