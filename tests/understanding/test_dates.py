"""A day is found in whatever form it is written, by the UTC calendar and by the one people know it by."""

import datetime as dt
from collections.abc import Callable

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from bot.answering import Answer, Librarian, Outcome
from bot.corpus import Corpus


def written(day: dt.date) -> str:
    return format_date(day, "d MMMM y", locale="en_GB")


@pytest.mark.parametrize(
    "question",
    [
        *("18 March 1965", "18 march 1965", "18th March 1965", "18th of March 1965", "18 Mar 1965", "18 mar. 1965"),
        *("1965-03-18", "1965/03/18", "1965 3 18", "18/03/1965", "18-03-1965", "18 3 1965"),
        *("on 18 March 1965", "what happened on 18 March 1965?", "was there a spacewalk on 18 March 1965"),
    ],
)
def test_the_forms_of_a_day(librarian: Librarian, question: str) -> None:
    answer = librarian.ask(question)
    assert answer.outcome is Outcome.ANSWER
    assert answer.ids[0] == "voskhod-2"


@pytest.mark.parametrize("form", [written, dt.date.isoformat], ids=["words", "iso"])
def test_every_day_finds_its_spacewalks(corpus: Corpus, librarian: Librarian, form: Callable[[dt.date], str]) -> None:
    lost = [
        (day, walk.id)
        for day, walks in corpus.walks_on.items()
        for walk in walks
        if walk.id not in (answer := librarian.ask(form(day))).ids or answer.outcome is not Outcome.ANSWER
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("question", "says"),
    [
        ("6/3/1965", "Read as 3 June 1965: no spacewalk is known on 6 March 1965."),
        ("how long was the spacewalk on 3/6/1965", "Read as 3 June 1965: no spacewalk is known on 6 March 1965."),
        ("7/8/2005", "No spacewalk is known on 7 August 2005 or 8 July 2005;"),
    ],
)
def test_figures_that_are_either_day_say_which_was_taken(librarian: Librarian, question: str, says: str) -> None:
    assert says in librarian.ask(question).lead


@pytest.mark.parametrize("question", ["3/18/1965", "18/3/1965", "3 June 1965"])
def test_figures_that_are_one_day_say_no_other(librarian: Librarian, question: str) -> None:
    assert "Read as" not in librarian.ask(question).lead


@pytest.mark.parametrize("question", ["white 6/3/1965", "ed white 3/6/1965"])
def test_figures_beside_a_name_are_the_day_that_had_a_spacewalk(librarian: Librarian, question: str) -> None:
    assert librarian.ask(question).ids[0] == "gemini-4"


@pytest.mark.parametrize("form", ["%d/%m/%Y", "%m/%d/%Y"])
def test_figures_alone_mean_both_orders_of_day_and_month(corpus: Corpus, librarian: Librarian, form: str) -> None:
    """Where both are days with spacewalks, both are offered."""
    for day, walks in corpus.walks_on.items():
        answer = librarian.ask(day.strftime(form))
        assert {walk.id for walk in walks} <= {*answer.ids, *(choice.id for choice in answer.choices)}, day


@pytest.mark.parametrize(
    ("question", "walk"),
    [
        *(("20 July 1969", "apollo-11"), ("21 July 1969", "apollo-11")),
        *(("10 March 2001", "sts-102-eva-1"), ("11 March 2001", "sts-102-eva-1")),
    ],
)
def test_both_calendar_days_of_a_spacewalk_find_it(librarian: Librarian, question: str, walk: str) -> None:
    answer = librarian.ask(question)
    assert (answer.outcome, answer.ids[0]) == (Outcome.ANSWER, walk)


def test_what_is_asked_of_a_day_is_answered(librarian: Librarian) -> None:
    assert librarian.ask("who was outside on 20 July 1969").lead.startswith(
        "Neil Armstrong and Buzz Aldrin, on 21 July 1969: "
    )


def test_several_spacewalks_of_a_day_are_all_told(corpus: Corpus, librarian: Librarian) -> None:
    day, walks = max(corpus.walks_on.items(), key=lambda item: len(item[1]))
    assert len(walks) > 1
    answer = librarian.ask(written(day))
    assert answer.lead == f"There were {len(walks)} spacewalks on {written(day)}."
    assert answer.ids == tuple(walk.id for walk in walks)


def test_a_day_without_its_year_finds_the_spacewalks_of_every_year(corpus: Corpus, librarian: Librarian) -> None:
    answer = librarian.ask("18 March")
    of_the_day = [w.id for w in corpus.spacewalks if any((day.month, day.day) == (3, 18) for day in w.days)]
    assert answer.ids == tuple(of_the_day)
    assert "voskhod-2" in answer.ids


@pytest.mark.parametrize(("question", "nearest"), [("29 February", "29 February"), ("1 January", "1 January")])
def test_a_day_of_the_year_without_a_spacewalk(librarian: Librarian, question: str, nearest: str) -> None:
    answer = librarian.ask(question)
    assert answer.outcome is Outcome.NOT_FOUND
    assert answer.lead.startswith(f"No spacewalk is known on {nearest}; the nearest were ")
    assert len(answer.ids) == 2


def neighbours(corpus: Corpus, day: dt.date) -> set[str]:
    before = [walk.id for walk in corpus.spacewalks if walk.date < day][-1:]
    after = [walk.id for walk in corpus.spacewalks if walk.date > day][:1]
    return {*before, *after}


@given(day=st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31)))
def test_any_day_is_answered_by_its_spacewalks_or_the_nearest_ones(
    corpus: Corpus, librarian: Librarian, day: dt.date
) -> None:
    answer = librarian.ask(day.isoformat())
    if walks := corpus.walks_on.get(day):
        assert answer.outcome is Outcome.ANSWER
        assert {walk.id for walk in walks} <= set(answer.ids)
    else:
        assert answer.outcome is Outcome.NOT_FOUND
        assert answer.lead.startswith(f"No spacewalk is known on {written(day)}; ")
        assert set(answer.ids) == neighbours(corpus, day)


def tells_of_no_day(answer: Answer) -> bool:
    return answer.outcome in {Outcome.NOT_FOUND, Outcome.OUT_OF_SCOPE}


@pytest.mark.parametrize(
    "question", ["31 February 2001", "29 February 2001", "30 February", "31 April 1999", "2001-02-29", "2001-13-01"]
)
def test_a_day_that_does_not_exist_is_never_taken_for_another(librarian: Librarian, question: str) -> None:
    assert tells_of_no_day(librarian.ask(question))
