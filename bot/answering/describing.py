"""A selection of spacewalks in words: "spacewalks by women at the ISS from 2010 to 2019"."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from bot.answering import sentences
from bot.answering.desk import Desk, entry_name, is_person
from bot.answering.later import has_ended
from bot.corpus import Ref, Sort
from bot.corpus.models import Kind, Operator
from bot.corpus.record_models import PersonFilter, Ranking, WalkFilter
from bot.understanding.reading import Selection

_LAST_DAY_OF_DECADE: Final = 9
_LAST_YEAR_OF_CENTURY: Final = 99
_USSR: Final = Operator.USSR
_RUSSIA: Final = Operator.RUSSIA
_END_OF_USSR: Final = dt.date(1991, 12, 26)
_EUROPE: Final = frozenset({"France", "Germany", "Italy", "Sweden", "Switzerland", "UK"})
_ARABS: Final = frozenset({"UAE", "Saudi Arabia", "Egypt", "Syria"})


def conditions(desk: Desk, selection: Selection) -> str:
    """Return the conditions of a selection as one phrase that follows a noun; "" where there are none."""
    return " ".join(_phrases(desk, selection))


def _phrases(desk: Desk, selection: Selection) -> Iterator[str]:
    yield from _lengths(desk, selection.where)
    yield from _by_whom(desk, selection)
    yield from _kinds(desk, selection)
    yield from _where(desk, selection)
    yield from _when(desk, selection)


def _by_whom(desk: Desk, selection: Selection) -> Iterator[str]:
    words, who = desk.words, who_then(selection)
    if selection.where.crew:
        yield sentences.conditions.by_people(words, desk.names(selection.where.crew))
    if who != PersonFilter() or selection.everyone:
        people = sentences.conditions.all_women(words) if selection.everyone else None
        yield sentences.conditions.by_people(words, people_of_kind(desk, who, people))
    if selection.where.operator:
        private = {str(Operator.PRIVATE): sentences.conditions.private_companies(words)}
        run = [private.get(name, name) for name in _there_then(selection.where.operator, selection.where)]
        yield sentences.conditions.run_by(words, words.either(map(sentences.names.with_article, run)))


def _there_then(nations: Sequence[str], where: WalkFilter) -> list[str]:
    """Return nations without the one of the USSR and Russia that there was not in the time that is asked for."""
    gone = {_USSR} if where.since is not None and where.since > _END_OF_USSR else set()
    gone |= {_RUSSIA} if where.until is not None and where.until < _END_OF_USSR else set()
    left = [str(nation) for nation in nations if nation not in gone]
    return left or list(map(str, nations))


def who_then(selection: Selection) -> PersonFilter:
    """Return who counts, by the nations there were in the time that is asked for."""
    if not selection.who.nation:
        return selection.who
    return selection.who.model_copy(update={"nation": tuple(_there_then(selection.who.nation, selection.where))})


def of_mentions(desk: Desk, refs: Sequence[Ref]) -> str:
    """Return what mentions say of spacewalks as a phrase that follows a noun: "by Robert Curbeam on STS-116"."""
    people = [desk.name(ref.id) for ref in refs if is_person(ref)]
    by = [sentences.conditions.by_people(desk.words, desk.words.listing(people))] if people else []
    places = [ref for ref in refs if not is_person(ref)]
    return " ".join((*by, *(_at(desk, ref) for ref in places if not _goes_without_saying(desk, ref, places))))


def _goes_without_saying(desk: Desk, programme: Ref, places: Sequence[Ref]) -> bool:
    """Tell whether a programme is named beside a craft or mission of it."""
    if programme.sort is not Sort.PROGRAMME:
        return False
    walks = {walk.id for walk in desk.walks_of(programme)}
    others = (desk.walks_of(place) for place in places if place != programme)
    return any(walks.issuperset(walk.id for walk in theirs) for theirs in others)


def _at(desk: Desk, ref: Ref) -> str:
    words, entry = desk.words, desk.corpus.by_sort[ref.sort][ref.id]
    name = str(getattr(entry, "name", ref.id))
    match ref.sort:
        case Sort.STATION:
            return sentences.conditions.at_place(words, sentences.names.with_article(name))
        case Sort.VEHICLE:
            return sentences.conditions.from_place(words, sentences.names.with_article(name))
        case Sort.AIRLOCK:
            return sentences.conditions.from_place(words, sentences.names.airlock_with_article(name))
        case Sort.MISSION:
            return sentences.conditions.on_mission(words, name)
        case Sort.PROGRAMME:
            return sentences.conditions.of_programme(words, name)
        case _:
            return sentences.groups.of_names(words, sentences.names.with_article(entry_name(entry)))


def people_of_kind(desk: Desk, who: PersonFilter, noun: str | None = None) -> str:
    """Return people with what a condition says of them, "women from France"; `noun` stands for the people."""
    words = desk.words
    people = noun or sentences.conditions.noun_of_people(words, who.sex)
    if nations := _nations_of(desk, who):
        people = sentences.conditions.people_from(words, people, nations)
    elif who.agency:
        people = sentences.conditions.people_working_for(words, people, words.either(who.agency))
    elif who.not_nation:
        others = words.listing(map(sentences.names.with_article, who.not_nation))
        people = sentences.conditions.people_from_elsewhere(words, people, others)
    return sentences.conditions.people_of_heritage(words, people, who.tag) if who.tag else people


def people_among(desk: Desk, who: PersonFilter) -> str:
    """Return the people that a condition leaves; all spacewalkers where there is none."""
    anybody = sentences.conditions.spacewalkers(desk.words)
    return anybody if who == PersonFilter() else people_of_kind(desk, who)


def _nations_of(desk: Desk, who: PersonFilter) -> str:
    """Return the countries that people have to be from, "" where that is no condition."""
    wanted = set(who.nation)
    if wanted == _EUROPE:
        return sentences.conditions.western_europe(desk.words)
    if wanted == _ARABS:
        return sentences.conditions.arab_world(desk.words)
    return desk.words.either(map(sentences.names.with_article, who.nation))


def _lengths(desk: Desk, where: WalkFilter) -> Iterator[str]:
    if where.longer_than is not None and where.shorter_than is not None:
        bounds = (desk.words.duration(minutes) for minutes in (where.longer_than, where.shorter_than))
        yield sentences.conditions.between_lengths(desk.words, *bounds)
    elif where.longer_than is not None:
        yield sentences.conditions.longer_than(desk.words, desk.words.duration(where.longer_than))
    elif where.shorter_than is not None:
        yield sentences.conditions.shorter_than(desk.words, desk.words.duration(where.shorter_than))


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


def _where(desk: Desk, selection: Selection) -> Iterator[str]:
    words, where = desk.words, selection.where
    if where.programme:
        yield sentences.conditions.of_programme(words, words.either(where.programme))
    places = ((where.station, sentences.conditions.at_place), (where.vehicle, sentences.conditions.from_place))
    for names, write in places:
        if names:
            yield write(words, words.either(sentences.names.with_article(name) for name in names))
    if where.mission:
        yield sentences.conditions.on_mission(words, words.either(where.mission))
    if where.airlock:
        yield sentences.conditions.from_place(
            words, words.either(sentences.names.airlock_with_article(name) for name in where.airlock)
        )
    if where.suit:
        yield sentences.conditions.in_suit(words, words.either(_suits(where.suit)))


def _suits(models: Sequence[str]) -> Sequence[str]:
    """Return the name that several models of a suit share, else each of them."""
    families = {model.partition("-")[0] for model in models}
    return sorted(families) if len(families) == 1 < len(models) else models


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
        whole_year = (since.month, since.day) == (1, 1)
        said = str(since.year) if whole_year else desk.words.date(since)
        yield sentences.conditions.since_day(desk.words, said)
    elif until:
        whole_year = (until.month, until.day) == (12, 31)
        said = str(until.year) if whole_year else desk.words.date(until)
        yield sentences.conditions.until_day(desk.words, said)


def period(desk: Desk, since: dt.date, until: dt.date) -> str:
    """Return a span of days as people say it: a day, a month, a year, a decade, a span of years."""
    whole_years = (since.month, since.day, until.month, until.day) == (1, 1, 12, 31)
    if since == until:
        return sentences.conditions.on_day(desk.words, since)
    if whole_years and since.year == until.year:
        return sentences.conditions.in_year(desk.words, since.year)
    if whole_years and since.year % 10 == 0 and until.year - since.year == _LAST_DAY_OF_DECADE:
        return sentences.conditions.in_decade(desk.words, since.year)
    if whole_years and since.year % 100 == 1 and until.year - since.year == _LAST_YEAR_OF_CENTURY:
        return sentences.conditions.in_century(desk.words, until.year // 100)
    if whole_years:
        return sentences.conditions.between_years(desk.words, since.year, until.year)
    if (since.year, since.month, since.day) == (until.year, until.month, 1):
        return sentences.conditions.in_month(desk.words, since)
    return sentences.conditions.between_days(desk.words, since, until)


def ranking_title(desk: Desk, ranking: Ranking) -> str:
    """Return what a ranking is called that has no name of its own."""
    words, of = desk.words, ranking.of
    if of == "person" or ranking.measure == "people":
        tail = conditions(desk, Selection(ranking.where, everyone=ranking.everyone))
        everybody = ranking.who == PersonFilter()
        people = "" if everybody else people_of_kind(desk, ranking.who)
    else:
        tail, people = conditions(desk, Selection(ranking.where, ranking.who, ranking.everyone)), ""
    if of == "person":
        return sentences.titles.of_people(words, ranking.measure, ranking.order, people, tail)
    if of in {"spacewalk", "gap", "moment"}:
        return sentences.titles.of_spacewalks(
            words, ranking.measure, ranking.order, people, tail, ended=has_ended(desk, ranking)
        )
    return sentences.titles.of_groups(words, of, ranking.measure, ranking.order, people, tail)
