"""A selection of spacewalks in words: "spacewalks by women at the ISS from 2010 to 2019"."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from bot.answering import sentences
from bot.answering.desk import Desk
from bot.corpus.models import Kind, Operator
from bot.corpus.record_models import PersonFilter, Ranking
from bot.understanding.reading import Selection

_LAST_DAY_OF_DECADE: Final = 9
_EUROPE: Final = frozenset({"France", "Germany", "Italy", "Sweden", "Switzerland", "UK"})
_ARABS: Final = frozenset({"UAE", "Saudi Arabia", "Egypt", "Syria"})


def conditions(desk: Desk, selection: Selection) -> str:
    """Return the conditions of a selection as one phrase that follows a noun; "" where there are none."""
    return " ".join(_phrases(desk, selection))


def _phrases(desk: Desk, selection: Selection) -> Iterator[str]:
    yield from _by_whom(desk, selection)
    yield from _kinds(desk, selection)
    yield from _where(desk, selection)
    yield from _when(desk, selection)


def _by_whom(desk: Desk, selection: Selection) -> Iterator[str]:
    words, who = desk.words, selection.who
    if selection.where.crew:
        yield sentences.conditions.by_people(words, desk.names(selection.where.crew))
    people = (
        sentences.conditions.all_women(words)
        if selection.everyone
        else sentences.conditions.noun_of_people(words, who.sex)
    )
    countries = {country.name: country.full_name or country.name for country in desk.corpus.countries.values()}
    if nations := nations_of(desk, selection):
        yield sentences.conditions.people_from(words, people, nations)
    elif who.agency:
        yield sentences.conditions.people_of_agency(words, people, words.either(who.agency))
    elif who.not_nation:
        yield sentences.conditions.people_from_elsewhere(
            words, people, words.either(sentences.names.with_article(countries[name]) for name in who.not_nation)
        )
    elif who.sex or selection.everyone:
        yield sentences.conditions.by_people(words, people)
    if who.tag:
        yield sentences.conditions.of_heritage(words, who.tag)
    if selection.where.operator:
        private = {str(Operator.PRIVATE): sentences.conditions.private_companies(words)}
        run = [(private | countries).get(str(operator), str(operator)) for operator in selection.where.operator]
        yield sentences.conditions.run_by(words, words.either(map(sentences.names.with_article, run)))


def people_among(desk: Desk, who: PersonFilter) -> str:
    """Return the people that a condition leaves, "women from France"; "" where there is none."""
    words = desk.words
    people = sentences.conditions.noun_of_people(words, who.sex)
    if nations := nations_of(desk, Selection(who=who)):
        people = sentences.conditions.those_from(words, people, nations)
    elif who.agency:
        people = sentences.records.people_working_for(words, people, words.either(who.agency))
    elif who.not_nation:
        people = sentences.records.people_from_neither(words, people, words.either(who.not_nation))
    if who.tag:
        people = f"{people} {sentences.conditions.of_heritage(words, who.tag)}"
    return people if who != PersonFilter() else ""


def nations_of(desk: Desk, selection: Selection) -> str:
    """Return the countries that people have to be from, "" where that is no condition."""
    wanted = set(selection.who.nation)
    if wanted == _EUROPE:
        return sentences.conditions.western_europe(desk.words)
    if wanted == _ARABS:
        return sentences.conditions.arab_world(desk.words)
    named = {country.name: country.full_name or country.name for country in desk.corpus.countries.values()}
    return desk.words.either(sentences.names.with_article(named[name]) for name in selection.who.nation)


def _kinds(desk: Desk, selection: Selection) -> Iterator[str]:
    where = selection.where
    others = [kind for kind in Kind if kind not in where.kind]
    if len(where.kind) > len(others):  # who says "not on the Moon" names what is left out
        yield sentences.conditions.other_than(
            desk.words, desk.words.either(sentences.conditions.of_kind(desk.words, kind) for kind in others)
        )
    elif kinds := [kind for kind in where.kind if kind is not Kind.ORBITAL]:
        yield desk.words.either(sentences.conditions.of_kind(desk.words, kind) for kind in kinds)
    for tag in where.tag:
        yield sentences.conditions.tag_phrase(desk.words, tag)
    if where.crew_size:
        yield sentences.conditions.of_crew_size(desk.words, where.crew_size)
    if where.longer_than is not None:
        yield sentences.conditions.longer_than(desk.words, desk.words.duration(where.longer_than))
    if where.shorter_than is not None:
        yield sentences.conditions.shorter_than(desk.words, desk.words.duration(where.shorter_than))


def _where(desk: Desk, selection: Selection) -> Iterator[str]:
    words, where = desk.words, selection.where
    if where.programme:
        yield sentences.conditions.of_programme(words, words.either(where.programme))
    for names in (where.station, where.vehicle):
        if names:
            yield sentences.conditions.at_place(
                words, words.either(sentences.names.with_article(name) for name in names)
            )
    if where.mission:
        yield sentences.conditions.on_mission(words, words.either(where.mission))
    if where.airlock:
        yield sentences.conditions.through_airlock(
            words, words.either(sentences.names.airlock_with_article(name) for name in where.airlock)
        )
    if where.suit:
        yield sentences.conditions.in_suit(words, words.either(_suits(where.suit)))


def _suits(models: Sequence[str]) -> Sequence[str]:
    """Return the name that all models of a suit share, else each of them."""
    families = {model.partition("-")[0] for model in models}
    return sorted(families) if len(families) == 1 else models


def _when(desk: Desk, selection: Selection) -> Iterator[str]:
    if selection.month and selection.day:
        yield sentences.conditions.on_day_of_any_year(
            desk.words, desk.words.day_of_year(selection.month, selection.day)
        )
    elif selection.month:
        yield sentences.conditions.in_month_of_any_year(desk.words, dt.date(2000, selection.month, 1))
    since, until = selection.where.since, selection.where.until
    if since and until:
        yield period(desk, since, until)
    elif since:
        yield sentences.conditions.since_day(desk.words, since)
    elif until:
        yield sentences.conditions.until_day(desk.words, until)


def period(desk: Desk, since: dt.date, until: dt.date) -> str:
    """Return a span of days as people say it: a day, a month, a year, a decade, a span of years."""
    whole_years = (since.month, since.day, until.month, until.day) == (1, 1, 12, 31)
    if since == until:
        return sentences.conditions.on_day(desk.words, since)
    if whole_years and since.year == until.year:
        return sentences.conditions.in_year(desk.words, since.year)
    if whole_years and since.year % 10 == 0 and until.year - since.year == _LAST_DAY_OF_DECADE:
        return sentences.conditions.in_decade(desk.words, since.year)
    if whole_years:
        return sentences.conditions.between_years(desk.words, since.year, until.year)
    if (since.year, since.month, since.day) == (until.year, until.month, 1):
        return sentences.conditions.in_month(desk.words, since)
    return sentences.conditions.between_days(desk.words, since, until)


def ranking_title(desk: Desk, ranking: Ranking) -> str:
    """Return what a ranking is called that has no name of its own."""
    head = sentences.standings.ranking_name(desk.words, ranking.of, ranking.measure, ranking.order)
    tail = conditions(desk, Selection(ranking.where, ranking.who, ranking.everyone))
    return f"{head} {tail}".strip()
