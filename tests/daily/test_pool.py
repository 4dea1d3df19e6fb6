"""Every fact can be told on any day, with every figure computed, and leads to a card."""

import datetime as dt

import pytest

from bot.answering import Librarian, Outcome, Wording
from bot.corpus import Corpus
from bot.corpus.draft import read_draft
from bot.daily.checking import check_facts
from bot.daily.figures import Figures, UnknownFigureError, whole_years
from bot.daily.pool import Pool, is_round
from tests.conftest import CorpusFolder


@pytest.fixture(scope="module")
def pool(librarian: Librarian) -> Pool:
    return Pool(librarian)


@pytest.fixture(scope="module")
def figures(pool: Pool) -> Figures:
    return pool._figures  # noqa: SLF001 - what is filled in where


def test_there_are_at_least_250_curated_facts(pool: Pool) -> None:
    assert len(pool.curated) >= 250


def test_every_curated_fact_is_a_whole_sentence_about_an_entry(pool: Pool, corpus: Corpus) -> None:
    for key in pool.curated:
        fact = pool.tell(key, dt.date(2026, 11, 27))
        assert fact is not None, key
        assert fact.about.id in corpus.by_sort[fact.about.sort], key
        assert not set(fact.text) & set("{}"), key
        assert 30 <= len(fact.text) <= 700, key
        assert fact.text.rstrip("”\"')")[-1] in ".!?", key
        assert fact.sources, key


def test_every_question_among_them_is_answered(librarian: Librarian, corpus: Corpus) -> None:
    for fact in corpus.daily.values():
        if fact.question:
            assert librarian.ask(fact.question).outcome is Outcome.ANSWER, fact.id


def test_every_spacewalk_has_an_anniversary_to_tell(pool: Pool, corpus: Corpus) -> None:
    for walk in corpus.spacewalks:
        fact = pool.tell(f"anniversary:{walk.id}", dt.date(walk.date.year + 10, 3, 1))
        assert fact is not None
        assert str(walk.date.year) in fact.text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{spacewalks} by {spacewalkers}", "495 by 278"),
        ("{walks anatoly-solovyev}, {total anatoly-solovyev}", "16, 78 hours 48 minutes"),
        ("{duration voskhod-2}, {number voskhod-2}", "12 minutes, 1st"),
        ("{date us-eva-23} {day us-eva-23} {year us-eva-23}", "16 July 2013 16 July 2013"),
        ("{age alexei-leonov voskhod-2}", "30"),
        ("{years voskhod-2}", "61"),
        ("{since voskhod-2 gemini-4}", "0"),
        ("{figure longest-spacewalk} {holder longest-spacewalk}", "9 hours 6 minutes Cai Xuzhe and Song Lingdong"),
    ],
)
def test_figures_are_computed(figures: Figures, text: str, expected: str) -> None:
    assert figures.filled_in(text, dt.date(2026, 11, 27)) == expected


def test_a_walk_people_know_by_another_day_is_dated_by_that(figures: Figures) -> None:
    assert figures.filled_in("{date apollo-11}", dt.date(2026, 11, 27)) == "20 July 1969"


def test_an_unknown_figure_is_never_made_up(figures: Figures, corpus: Corpus) -> None:
    unknown = next(walk for walk in corpus.spacewalks if walk.duration is None)
    with pytest.raises(UnknownFigureError):
        figures.filled_in(f"{{duration {unknown.id}}}", dt.date(2026, 11, 27))


def test_whole_years_and_round_ones() -> None:
    assert whole_years(dt.date(1965, 3, 18), dt.date(2026, 3, 17)) == 60
    assert whole_years(dt.date(1965, 3, 18), dt.date(2026, 3, 18)) == 61
    assert [years for years in range(1, 80) if is_round(years)] == [10, 20, 25, 30, 40, 50, 60, 70, 75]


def test_what_cannot_be_told_is_named_with_file_and_line(small_corpus: CorpusFolder) -> None:
    lines = [
        small_corpus.append("daily.yaml", f"\n  - id: {key}\n    {said}\n    about: spacewalk:voskhod-2\n")
        for key, said in (
            ("asked", 'question: "bananas"'),
            ("fine", 'text: "He was {age alexei-leonov voskhod-2} then."'),
        )
    ]
    librarian = Librarian(small_corpus.load(), Wording())
    problems = [str(p) for p in check_facts(librarian, read_draft(small_corpus.root), dt.date(2026, 11, 27))]
    assert any(f"daily.yaml:{lines[0] + 2}: asked: question: is not answered" in problem for problem in problems)
    assert not any("fine" in problem for problem in problems)
