"""Answers that set two or more things against each other: the greater first, with both figures."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from bot.answering import sentences
from bot.answering.answer import Answer, Fact, Outcome
from bot.answering.desk import Desk, entry_name
from bot.answering.people import not_a_spacewalker
from bot.corpus import Sort
from bot.corpus.models import Spacewalk
from bot.understanding.links import selected
from bot.understanding.reading import Compared, CompareQuery, Side

_DAYS_IN_YEAR: Final = 365.2425


@dataclass(frozen=True)
class _Result:
    """One side with its figure: as a number to compare by and in words; None where there is nothing to count.

    `beside` is another figure to show with it, "" for none.
    """

    side: Side
    name: str
    value: float | None
    said: str
    beside: str = ""


def answer_comparison(desk: Desk, query: CompareQuery) -> Answer:
    """Answer which is the greater (or smaller), with the figures of all."""
    results = [_result(desk, side, query.by) for side in query.sides]
    known = sorted(
        (result for result in results if result.value is not None),
        key=lambda result: result.value or 0.0,
        reverse=not query.least,
    )
    without = [result for result in results if result.value is None]
    ids = [result.side.about.id for result in (*known, *without) if result.side.about]
    return Answer(
        outcome=Outcome.ANSWER if known else Outcome.NOT_FOUND,
        lead=_lead(desk, known, without),
        title=sentences.standings.versus(desk.words, [result.name for result in results]),
        text=" ".join(_never_out(desk, result) for result in without if _is_other(result)),
        facts=tuple(Fact(result.name, _line(desk, result)) for result in (*known, *without)),
        sources=desk.sources(),
        ids=tuple(dict.fromkeys(ids)),
        confidence=query.confidence,
    )


def _lead(desk: Desk, known: list[_Result], without: list[_Result]) -> str:
    if not known:
        return sentences.standings.none_of_these(desk.words, [result.name for result in without])
    best = [result for result in known if result.value == known[0].value]
    rest = [*known[len(best) :], *without]
    first = sentences.conditions.heading(desk.words.listing(result.name for result in best))
    others = "; ".join(f"{result.name}: {result.said}" for result in rest)
    if not rest:
        return sentences.standings.both_alike(desk.words, first, best[0].said)
    return sentences.standings.comparison(desk.words, first, best[0].said, others)


def _line(desk: Desk, result: _Result) -> str:
    return sentences.people.with_figure(desk.words, result.said, result.beside) if result.beside else result.said


def _is_other(result: _Result) -> bool:
    return result.side.about is not None and result.side.about.sort is Sort.OTHER_PERSON


def _never_out(desk: Desk, result: _Result) -> str:
    about = result.side.about
    return "" if about is None else not_a_spacewalker(desk, desk.corpus.others[about.id])


def _result(desk: Desk, side: Side, by: Compared) -> _Result:
    name = side.label or _name(desk, side)
    if side.about is not None and side.about.sort is Sort.OTHER_PERSON:
        return _Result(side, name, None, sentences.standings.no_spacewalk(desk.words))
    found = selected(desk.corpus, side.selection)
    if not found:
        return _Result(side, name, None, sentences.standings.no_spacewalk(desk.words))
    value, said = _FIGURES[by](desk, side, found)
    return _Result(side, name, value, said, _beside(desk, side, by, found))


def _beside(desk: Desk, side: Side, by: Compared, found: "_Found") -> str:
    """Return how many spacewalks a figure rests on; with their number, how long they were together."""
    if by is not Compared.SPACEWALKS:
        return sentences.people.count_of(desk.words, len(found))
    is_nation = side.about is not None and side.about.sort in {Sort.COUNTRY, Sort.AGENCY}
    return "" if is_nation else _time(desk, side, found)[1]  # theirs is each person's time added up


def _name(desk: Desk, side: Side) -> str:
    if side.about is None:
        return ""
    return entry_name(desk.corpus.by_sort[side.about.sort][side.about.id])


_Found = tuple[tuple[Spacewalk, tuple[str, ...]], ...]


def _spacewalks(desk: Desk, _: Side, found: _Found) -> tuple[float, str]:
    return len(found), sentences.people.count_of(desk.words, len(found))


def _people(desk: Desk, _: Side, found: _Found) -> tuple[float, str]:
    count = len({person for _, people in found for person in people})
    return count, sentences.people.people_count(desk.words, count)


def _time(desk: Desk, side: Side, found: _Found) -> tuple[float, str]:
    restricted = bool(side.selection.who.model_fields_set)
    minutes = sum((walk.duration or 0) * (len(people) if restricted else 1) for walk, people in found)
    person = desk.corpus.spacewalkers.get(side.about.id) if side.about else None
    published = person.published if person and len(found) == desk.corpus.careers[person.id].count else None
    if published and published.standing == "leads" and published.time:  # of the whole career, and of no part of it
        return published.time, desk.words.duration(published.time)
    said = desk.words.duration(minutes)
    lacks = any(walk.duration is None for walk, _ in found)
    return minutes, sentences.people.at_least(desk.words, said) if lacks else said


def _longest(desk: Desk, _: Side, found: _Found) -> tuple[float, str]:
    longest = max(walk.duration or 0 for walk, _ in found)
    return longest, desk.words.duration(longest)


def _age(desk: Desk, side: Side, found: _Found) -> tuple[float, str]:
    """Return the age at the last spacewalk of somebody (or the oldest of several)."""
    people = (side.about.id,) if side.about and side.about.sort is Sort.SPACEWALKER else found[-1][1]
    ages = []
    for person in people:
        born = desk.corpus.spacewalkers[person].born
        if born:
            ages.append(((found[-1][0].date - born.earliest()).days, born))
    if not ages:
        return 0.0, sentences.names.unknown(desk.words)
    days, born = max(ages, key=lambda age: age[0])
    if born.is_exact:
        return days, desk.words.age(born.earliest(), found[-1][0].date)
    return days, sentences.standings.about_years(desk.words, round(days / _DAYS_IN_YEAR))


def _first(desk: Desk, _: Side, found: _Found) -> tuple[float, str]:
    walk = found[0][0]
    return desk.corpus.number_of[walk.id], desk.words.date(walk.date)


_FIGURES: Final[dict[Compared, Callable[[Desk, Side, _Found], tuple[float, str]]]] = {
    Compared.SPACEWALKS: _spacewalks,
    Compared.PEOPLE: _people,
    Compared.TIME: _time,
    Compared.LONGEST: _longest,
    Compared.AGE: _age,
    Compared.FIRST: _first,
}
