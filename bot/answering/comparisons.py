"""Answers that set two or more things against each other: the greater first, with both figures."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from bot.answering import sentences
from bot.answering.answer import Answer, Fact, Outcome, Row
from bot.answering.desk import Desk, entry_name, is_person
from bot.answering.people import not_a_spacewalker
from bot.answering.sentences.comparing import Told
from bot.corpus import Ref, Sort
from bot.corpus.models import Operator, Spacewalk
from bot.understanding.links import selected
from bot.understanding.reading import Compared, CompareQuery, Side

_DAYS_IN_YEAR: Final = 365.2425
_NATIONS: Final = frozenset({Sort.COUNTRY, Sort.AGENCY})
#: What the first figure of a lead gives the unit of.
_COUNTED: Final = frozenset({Compared.SPACEWALKS, Compared.PEOPLE})
_RUSSIA: Final = Ref(Sort.COUNTRY, "russia")
_USSR: Final = Ref(Sort.COUNTRY, "ussr")
_SOVIET: Final = "USSR"


@dataclass(frozen=True)
class _Result:
    """One side with its figure: as a number to compare by and in words; None where there is nothing to count.

    `short` is the figure without its unit, `beside` another one to show with it, "" for none; `spacewalks` are those it
    rests on.
    """

    side: Side
    name: str
    value: float | None
    said: str
    short: str = ""
    beside: str = ""
    spacewalks: tuple[Spacewalk, ...] = ()


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
    never_out = [result.side.about.id for result in without if result.side.about and _is_other(result)]
    told = [not_a_spacewalker(desk, desk.corpus.others[person]) for person in never_out]
    return Answer(
        outcome=Outcome.ANSWER if known else Outcome.NOT_FOUND,
        lead=_lead(desk, query.by, known, without),
        title=sentences.standings.versus(desk.words, [result.name for result in results]),
        text=" ".join((*told, *_left_out(desk, query))),
        facts=tuple(Fact(result.name, _line(desk, result), Row.SIDE) for result in (*known, *without)),
        sources=desk.sources(
            (walk for result in known for walk in result.spacewalks),
            more=[desk.corpus.others[person].source for person in never_out],
        ),
        ids=tuple(dict.fromkeys(ids)),
        confidence=query.confidence,
    )


def _lead(desk: Desk, by: Compared, known: list[_Result], without: list[_Result]) -> str:
    words = desk.words
    if not known:
        return sentences.standings.none_of_these(words, [_called(desk, result.side) for result in without])
    best = [result for result in known if result.value == known[0].value]
    rest = known[len(best) :]
    first = words.listing(_called(desk, result.side) for result in best)
    if not rest and not without:
        return sentences.conditions.heading(sentences.standings.both_alike(words, first, best[0].said))
    return sentences.comparing.comparison(
        words,
        by,
        _told(best[0].side),
        (first, sentences.records.each(words, best[0].said) if len(best) > 1 else best[0].said),
        [(_called(desk, result.side), result.short or result.said) for result in rest],
        [_called(desk, result.side) for result in without],
    )


def _told(side: Side) -> Told:
    """Tell how one of the sides, and so all, are spoken of."""
    if side.about is None:
        return Told.SEXES if side.selection.who.sex else Told.TIMES
    if is_person(side.about):
        return Told.PEOPLE
    if side.about.sort not in _NATIONS:
        return Told.PLACES
    return Told.NATIONS if side.selection.where.operator else Told.CREWS


def _called(desk: Desk, side: Side) -> str:
    """Return what a side is called in a sentence: the Soviet Union beside Russia where it counts in."""
    if side.about is None:
        return side.label
    if side.about == _RUSSIA and _SOVIET in _nations_of(side):
        return desk.words.listing(_short(desk, nation) for nation in (_RUSSIA, _USSR))
    return _short(desk, side.about)


def _short(desk: Desk, ref: Ref) -> str:
    entry = desk.corpus.by_sort[ref.sort][ref.id]
    return sentences.names.with_article(str(getattr(entry, "name", "")) or entry_name(entry))


def _left_out(desk: Desk, query: CompareQuery) -> Iterator[str]:
    """Yield what is told of the Soviet Union where Russia is compared with something else."""
    russia = next((side for side in query.sides if side.about == _RUSSIA), None)
    if russia is None or any(side.about == _USSR for side in query.sides):
        return
    if _SOVIET in _nations_of(russia):
        yield sentences.comparing.counted_in(desk.words, _short(desk, _RUSSIA), _short(desk, _USSR))
        return
    where, who = russia.selection.where, russia.selection.who
    soviet = replace(
        russia.selection,
        where=where.model_copy(update={"operator": (Operator.USSR,)}) if where.operator else where,
        who=who.model_copy(update={"nation": (_SOVIET,)}) if who.nation else who,
    )
    result = _result(desk, Side(soviet, _USSR), query.by)
    if result.value is not None:
        yield sentences.comparing.counted_apart(desk.words, _called(desk, result.side), result.said)


def _nations_of(side: Side) -> tuple[str, ...]:
    return (*side.selection.where.operator, *side.selection.who.nation)


def _line(desk: Desk, result: _Result) -> str:
    return sentences.people.with_figure(desk.words, result.said, result.beside) if result.beside else result.said


def _is_other(result: _Result) -> bool:
    return result.side.about is not None and result.side.about.sort is Sort.OTHER_PERSON


def _result(desk: Desk, side: Side, by: Compared) -> _Result:
    name = side.label or _name(desk, side)
    if side.about is not None and side.about.sort is Sort.OTHER_PERSON:
        return _Result(side, name, None, sentences.standings.no_spacewalk(desk.words))
    found = selected(desk.corpus, side.selection)
    if not found:
        return _Result(side, name, None, sentences.standings.no_spacewalk(desk.words))
    value, said = _FIGURES[by](desk, side, found)
    short = desk.words.number(int(value)) if by in _COUNTED else ""
    walks = tuple(walk for walk, _ in found)
    return _Result(side, name, value, said, short, _beside(desk, side, by, found), walks)


def _beside(desk: Desk, side: Side, by: Compared, found: "_Found") -> str:
    """Return on how many spacewalks a figure rests or, with their number, how long they were, and from when to when."""
    is_nation = side.about is not None and side.about.sort in _NATIONS
    figures = [] if by is Compared.SPACEWALKS else [sentences.people.count_of(desk.words, len(found))]
    if by is Compared.SPACEWALKS and not is_nation:  # theirs is each person's time added up
        figures.append(_time(desk, side, found)[1])
    if by is Compared.FIRST:
        return figures[0]
    span = sentences.comparing.span(desk.words, found[0][0].date, found[-1][0].date)
    return ", ".join((*figures, span))


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
