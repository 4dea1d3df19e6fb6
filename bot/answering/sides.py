"""One side of a comparison with its figure: a person, a nation, a place or a time, by spacewalks, time, age or day."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from bot.answering import sentences
from bot.answering.describing import people_of_kind
from bot.answering.desk import Desk, entry_name
from bot.answering.figures import born_when
from bot.corpus import Ref, Sort
from bot.corpus.models import Spacewalk
from bot.corpus.standings import CountedWalks, nations_at
from bot.understanding.links import selected
from bot.understanding.reading import Compared, Side

NATIONS: Final = frozenset({Sort.COUNTRY, Sort.AGENCY})
RUSSIA: Final = Ref(Sort.COUNTRY, "russia")
USSR: Final = Ref(Sort.COUNTRY, "ussr")
SOVIET: Final = "USSR"
_DAYS_IN_YEAR: Final = 365.2425
#: What the first figure of a lead gives the unit of.
_COUNTED: Final = frozenset({Compared.SPACEWALKS, Compared.PEOPLE})


@dataclass(frozen=True)
class Result:
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

    @property
    def figure(self) -> str:
        """The figure beside others of the kind."""
        return self.short or self.said


def nations_of(side: Side) -> tuple[str, ...]:
    """Return the nations that count for a side: those who ran the spacewalks, or whom people flew for."""
    return (*side.selection.where.operator, *side.selection.who.nation)


def is_russia_with_the_ussr(side: Side) -> bool:
    """Tell whether the Soviet Union counts in for Russia."""
    return side.about == RUSSIA and SOVIET in nations_of(side)


def called(desk: Desk, side: Side) -> str:
    """Return what a side is called in a sentence: the Soviet Union beside Russia where it counts in."""
    if side.about is None:
        return sentences.names.with_article(side.label)
    if side.selection.who.sex and side.about.sort in NATIONS:
        return people_of_kind(desk, side.selection.who)
    if is_russia_with_the_ussr(side):
        return desk.words.listing(_short(desk, nation) for nation in (RUSSIA, USSR))
    return _short(desk, side.about)


def _short(desk: Desk, ref: Ref) -> str:
    entry = desk.corpus.by_sort[ref.sort][ref.id]
    return sentences.names.with_article(str(getattr(entry, "name", "")) or entry_name(entry))


def full_name(desk: Desk, side: Side) -> str:
    """Return what a side is called in a title, whatever counts in."""
    return side.label if side.about is None else entry_name(desk.corpus.by_sort[side.about.sort][side.about.id])


def _at_head(desk: Desk, side: Side) -> str:
    """Return what a side is called at the head of a line."""
    if not is_russia_with_the_ussr(side):
        return full_name(desk, side)
    return desk.words.listing(entry_name(desk.corpus.countries[nation.id]) for nation in (RUSSIA, USSR))


def result_of(desk: Desk, side: Side, by: Compared) -> Result:
    """Return a side with the figure that is compared."""
    name = _at_head(desk, side)
    if side.about is not None and side.about.sort is Sort.OTHER_PERSON:
        return Result(side, name, None, sentences.standings.no_spacewalk(desk.words))
    found = _flown_for(desk, side, selected(desk.corpus, side.selection))
    if not found:
        return Result(side, name, None, sentences.standings.no_spacewalk(desk.words))
    value, said = _FIGURES[by](desk, side, found)
    short = desk.words.number(int(value)) if by in _COUNTED else ""
    walks = tuple(walk for walk, _ in found)
    return Result(side, name, value, said, short, _beside(desk, side, by, found), walks)


def _flown_for(desk: Desk, side: Side, found: CountedWalks) -> CountedWalks:
    """Keep, where people of nations are meant, those who flew for one of these on that day: not Russia before 1992."""
    nations = set(side.selection.who.nation)
    if not nations:
        return found
    flew = (
        (walk, tuple(p for p in people if not nations.isdisjoint(nations_at(desk.corpus, p, walk))))
        for walk, people in found
    )
    return tuple(pair for pair in flew if pair[1])


def _beside(desk: Desk, side: Side, by: Compared, found: CountedWalks) -> str:
    """Return on how many spacewalks a figure rests or, with their number, how long they were, and from when to when."""
    if side.about is not None and side.about.sort is Sort.SPACEWALK:
        walk = found[0][0]
        return f"{desk.names(walk.crew)}, {desk.words.date(walk.date)}"
    is_nation = side.about is not None and side.about.sort in NATIONS
    figures = [] if by is Compared.SPACEWALKS else [sentences.people.count_of(desk.words, len(found))]
    if by is Compared.SPACEWALKS and not is_nation:  # theirs is each person's time added up
        figures.append(_time(desk, side, found)[1])
    if by is Compared.FIRST:
        return figures[0]
    span = sentences.comparing.span(desk.words, found[0][0].date, found[-1][0].date)
    return ", ".join((*figures, span))


def _spacewalks(desk: Desk, _: Side, found: CountedWalks) -> tuple[float, str]:
    return len(found), sentences.people.count_of(desk.words, len(found))


def _people(desk: Desk, _: Side, found: CountedWalks) -> tuple[float, str]:
    count = len({person for _, people in found for person in people})
    return count, sentences.people.people_count(desk.words, count)


def _time(desk: Desk, side: Side, found: CountedWalks) -> tuple[float, str]:
    restricted = bool(side.selection.who.model_fields_set)
    minutes = sum((walk.duration or 0) * (len(people) if restricted else 1) for walk, people in found)
    said = desk.words.duration(minutes)
    lacks = any(walk.duration is None for walk, _ in found)
    return minutes, sentences.people.at_least(desk.words, said) if lacks else said


def _longest(desk: Desk, _: Side, found: CountedWalks) -> tuple[float, str]:
    longest = max(walk.duration or 0 for walk, _ in found)
    return longest, desk.words.duration(longest)


def _age(desk: Desk, side: Side, found: CountedWalks) -> tuple[float, str]:
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


def _birth(desk: Desk, side: Side, _: CountedWalks) -> tuple[float, str]:
    person = desk.corpus.spacewalkers[side.about.id if side.about else ""]
    return person.born.earliest().toordinal() if person.born else 0.0, born_when(desk, person)


def _first(desk: Desk, _: Side, found: CountedWalks) -> tuple[float, str]:
    walk = found[0][0]
    return desk.corpus.number_of[walk.id], desk.words.date(walk.date)


_FIGURES: Final[dict[Compared, Callable[[Desk, Side, CountedWalks], tuple[float, str]]]] = {
    Compared.SPACEWALKS: _spacewalks,
    Compared.PEOPLE: _people,
    Compared.TIME: _time,
    Compared.LONGEST: _longest,
    Compared.AGE: _age,
    Compared.BIRTH: _birth,
    Compared.FIRST: _first,
}
