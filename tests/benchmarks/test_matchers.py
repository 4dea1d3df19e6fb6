"""The matchers to compare with find a name, take any input, and are judged by what they find."""

from collections.abc import Callable

import pytest

from benchmarks.comparing import _judging
from benchmarks.golden import Golden, Verdict
from benchmarks.matchers import MATCHERS, Difflib, Finder
from bot.answering import Outcome
from bot.corpus import Corpus, Ref, Sort

ODD = ['"', "AND OR", "", "   ", "\N{ROCKET}", "\N{ROCKET}" * 50, "NEAR(a b)", "text:*", "\x00", "\ud800", "a " * 3000]
LEONOV = Ref(Sort.SPACEWALKER, "alexei-leonov")


@pytest.fixture(scope="module", params=MATCHERS, ids=lambda make: make.__name__)
def finder(request: pytest.FixtureRequest, corpus: Corpus) -> Finder:
    made: Finder = request.param(corpus)
    return made


def test_a_full_name_is_found(finder: Finder) -> None:
    assert finder.find("Alexei Leonov") == LEONOV


@pytest.mark.parametrize("make", [make for make in MATCHERS if make is not Difflib])  # it takes Leonid Popov for him
def test_a_surname_is_found(make: Callable[[Corpus], Finder], corpus: Corpus) -> None:
    found = make(corpus).find("Leonov")
    assert found is not None
    assert "leonov" in corpus.by_sort[found.sort][found.id].model_dump_json().lower()


@pytest.mark.parametrize("question", ODD, ids=ascii)
def test_nothing_is_raised_on_odd_input(finder: Finder, corpus: Corpus, question: str) -> None:
    found = finder.find(question)
    assert found is None or found.id in corpus.by_sort[found.sort]


def _golden(*outcomes: Outcome, ids: frozenset[str] = frozenset()) -> Golden:
    return Golden("x-1", "?", "en", "event", frozenset(outcomes), ids=ids)


WALK = frozenset({"voskhod-2"})
MANY = Ref(Sort.STATION, "iss")


@pytest.mark.parametrize(
    ("golden", "found", "verdict"),
    [
        (_golden(Outcome.ANSWER, ids=frozenset({"alexei-leonov"})), LEONOV, Verdict.RIGHT),
        (_golden(Outcome.ANSWER, ids=WALK), LEONOV, Verdict.RIGHT),
        (_golden(Outcome.ANSWER, ids=WALK), Ref(Sort.SPACEWALKER, "ed-white"), Verdict.WRONG),
        (_golden(Outcome.ANSWER, ids=frozenset({"us-eva-23"})), MANY, Verdict.WRONG),
        (_golden(Outcome.ANSWER, ids=WALK), None, Verdict.MISSED),
        (_golden(Outcome.ANSWER), LEONOV, Verdict.WRONG),
        (_golden(Outcome.NOT_FOUND, ids=frozenset({"alexei-leonov"})), LEONOV, Verdict.WRONG),
        (_golden(Outcome.NOT_FOUND), None, Verdict.RIGHT),
        (_golden(Outcome.OUT_OF_SCOPE), LEONOV, Verdict.FALSE),
        (_golden(Outcome.OUT_OF_SCOPE), None, Verdict.RIGHT),
    ],
)
def test_what_is_found_is_judged(corpus: Corpus, golden: Golden, found: Ref | None, verdict: Verdict) -> None:
    assert _judging(corpus)(golden, found) is verdict
