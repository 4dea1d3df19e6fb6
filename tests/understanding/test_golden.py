"""The golden questions: what the half that nobody tunes on has to reach.

The figures are those promised for the product; `make golden ARGS="--half checking"` prints what is reached.
"""

import pytest

from benchmarks.golden import Golden, Half, Judged, Score, judge_all, read_golden, score, score_by
from bot.answering import Librarian
from bot.corpus import Corpus


@pytest.fixture(scope="module")
def judged(librarian: Librarian) -> tuple[Judged, ...]:
    return judge_all(librarian, read_golden())


@pytest.fixture(scope="module")
def checking(judged: tuple[Judged, ...]) -> Score:
    return score(one for one in judged if one[0].half is Half.CHECKING)


def test_what_is_due_is_answered_rightly(checking: Score) -> None:
    assert checking.right >= 0.95


def test_answers_are_hardly_ever_wrong(checking: Score) -> None:
    assert checking.wrong <= 0.02


def test_what_is_not_about_spacewalks_is_declined(checking: Score) -> None:
    assert checking.declined >= 0.98


def test_every_language_is_understood(judged: tuple[Judged, ...]) -> None:
    scores = score_by(judged, lambda golden: golden.lang)
    assert set(scores) == {"en", "sr-Latn", "sr-Cyrl", "ru", "de", "fr", "es"}
    assert {language: one.overall for language, one in scores.items() if one.overall < 0.90} == {}


def test_the_questions_are_many_and_of_every_kind() -> None:
    questions = read_golden()
    assert len(questions) >= 600
    assert len({golden.id for golden in questions}) == len(questions)
    halves = [sum(golden.half is half for golden in questions) for half in (Half.TUNING, Half.CHECKING)]
    assert min(halves) > 0.45 * len(questions)


def test_the_ids_that_are_expected_exist(corpus: Corpus) -> None:
    known = {key for entries in corpus.by_sort.values() for key in entries}
    lost: list[tuple[Golden, set[str]]] = [
        (golden, set(missing)) for golden in read_golden() if (missing := (golden.ids | golden.any_of) - known)
    ]
    assert lost == []
