"""Who stands where in a record: computed from the tables each time, so that no figure is typed twice."""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from operator import attrgetter, itemgetter
from typing import Final, NamedTuple

from bot.corpus.filters import people_who_count, walks_that_count
from bot.corpus.models import Spacewalk
from bot.corpus.record_models import PersonFilter, Ranking, WalkFilter
from bot.corpus.snapshot import Corpus


class Standing(NamedTuple):
    """One place in a ranking.

    `value` is in the unit of the measure: minutes (duration, time), days (age, career, gap), a count, or for firsts
    and lasts the running number of the spacewalk. `label` names the year, mission, station or country that is ranked.
    `at_least` marks a sum that lacks walks of unknown length. `rank` is one more than how many are better, as in
    sport: 1, 2, 2, 4.
    """

    value: int
    people: tuple[str, ...]
    spacewalks: tuple[Spacewalk, ...]
    label: str
    at_least: bool
    rank: int


#: Spacewalks in order of start, each with those of the crew who count.
CountedWalks = tuple[tuple[Spacewalk, tuple[str, ...]], ...]
#: A standing that has no rank yet. A plain tuple, since a ranking makes thousands and each only to be put in order.
_Unranked = tuple[int, tuple[str, ...], tuple[Spacewalk, ...], str, bool]


@dataclass(frozen=True, slots=True)
class _Field:
    """What a record is drawn from: the walks that count, each with those of the crew who count."""

    corpus: Corpus
    definition: Ranking
    walks: CountedWalks

    def by_person(self) -> dict[str, list[Spacewalk]]:
        """Return the walks of each person who counts."""
        walks: defaultdict[str, list[Spacewalk]] = defaultdict(list)
        for walk, people in self.walks:
            for person in people:
                walks[person].append(walk)
        return walks


def standings(corpus: Corpus, definition: Ranking) -> tuple[Standing, ...]:
    """Return the whole ranking, best first; those who share a rank stand in order of their first spacewalk."""
    candidates: Iterable[_Unranked] = _SOURCES[definition.of](_field(corpus, definition))
    if definition.order == "least":  # a sum that lacks a length may not be the least
        candidates = (candidate for candidate in candidates if not candidate[_AT_LEAST])
    if not _come_in_order(definition):
        candidates = sorted(candidates, key=lambda candidate: _place_in_time(corpus, candidate))
    ordered = sorted(candidates, key=_VALUE, reverse=definition.order == "most")  # equals keep their order
    if definition.measure == "first_day" and definition.order == "least":
        return tuple(_ranked(sorted(ordered, key=_turn), _turn))
    return tuple(_ranked(ordered, _VALUE))


def _turn(candidate: _Unranked) -> tuple[int, int]:
    """Return what orders those who were first on some day: the spacewalk, and who left before whom on it."""
    number, (person, *_), (walk, *_), _, _ = candidate
    return number, walk.turn_of(person)


def _ranked(ordered: Iterable[_Unranked], alike: Callable[[_Unranked], object]) -> Iterator[Standing]:
    """Yield standings, those of one rank that are `alike`."""
    rank = 1
    for _, equals in groupby(ordered, key=alike):
        tied = [Standing(*candidate, rank) for candidate in equals]
        yield from tied
        rank += len(tied)


def _come_in_order(definition: Ranking) -> bool:
    """Tell whether what is ranked is met in order of the spacewalk it stands for, as most is."""
    last_first = definition.measure == "age" and definition.order == "most"
    return not (last_first or definition.of in {"country", "moment"} or "_in_a_" in definition.measure)


def _place_in_time(corpus: Corpus, candidate: _Unranked) -> tuple[int, tuple[int, ...], str]:
    """Return what orders equals: the first walk, then the place in its crew, then the label."""
    _, people, (walk, *_), label, _ = candidate
    counting = () if people == walk.crew else people
    return corpus.number_of[walk.id], tuple([walk.crew.index(p) for p in counting if p in walk.crew]), label


def holders(corpus: Corpus, definition: Ranking) -> tuple[Standing, ...]:
    """Return who holds the record: everyone on its rank, or only the earliest where ties go to the earliest."""
    tied = on_place(standings(corpus, definition), definition.rank)
    return tied[:1] if definition.ties == "earliest" else tied


def on_place(ranking: Sequence[Standing], place: int) -> tuple[Standing, ...]:
    """Return all who share a place of a whole ranking, counted by heads: of 1, 2, 2, 4 the third is one of the second.

    Nobody where the ranking is shorter.
    """
    if place > len(ranking):
        return ()
    rank = ranking[place - 1].rank
    return tuple(ranking[bisect_left(ranking, rank, key=_RANK) : bisect_right(ranking, rank, key=_RANK)])


def _field(corpus: Corpus, definition: Ranking) -> _Field:
    walks = counting_crews(corpus, definition.where, definition.who, everyone=definition.everyone)
    if definition.outside_fully:
        left = ((walk, tuple(p for p in people if p not in walk.at_hatch)) for walk, people in walks)
        walks = tuple((walk, people) for walk, people in left if people)
    return _Field(corpus, definition, walks)


def counting_crews(corpus: Corpus, where: WalkFilter, who: PersonFilter, *, everyone: bool = False) -> CountedWalks:
    """Return the spacewalks that meet all conditions, each with those of the crew who do; `everyone` of it must."""
    return tuple(_crews_that_count(corpus, walks_that_count(corpus, where), who, everyone=everyone))


def anybody_counts(corpus: Corpus, where: WalkFilter, who: PersonFilter, *, everyone: bool = False) -> bool:
    """Tell whether a ranking has anybody in it, without making it."""
    walks = walks_that_count(corpus, where)
    return next(_crews_that_count(corpus, walks, who, everyone=everyone), None) is not None


def _crews_that_count(
    corpus: Corpus, walks: Iterable[Spacewalk], who: PersonFilter, *, everyone: bool
) -> Iterator[tuple[Spacewalk, tuple[str, ...]]]:
    if who == PersonFilter():
        yield from ((walk, walk.crew) for walk in walks)
        return
    count = {person.id for person in people_who_count(corpus, who)}
    for walk in walks:
        if count.issuperset(walk.crew):
            yield walk, walk.crew
        elif not everyone and not count.isdisjoint(walk.crew):
            yield walk, tuple([person for person in walk.crew if person in count])


def _spacewalks(field: _Field) -> Iterator[_Unranked]:
    measure = field.definition.measure
    for walk, people in field.walks:
        if measure == "start":
            yield field.corpus.number_of[walk.id], people, (walk,), "", False
        elif measure == "crew_size":
            yield len(walk.crew), people, (walk,), "", False
        elif walk.duration is not None:
            yield walk.duration, people, (walk,), "", False


def _people(field: _Field) -> Iterator[_Unranked]:
    measure = field.definition.measure
    for person, walks in field.by_person().items():
        if measure == "age":
            yield from _ages(field, person, walks)
        elif measure == "first_day":
            yield field.corpus.number_of[walks[0].id], (person,), (walks[0],), "", False
        elif measure == "career":
            yield (walks[-1].date - walks[0].date).days, (person,), (walks[0], walks[-1]), "", False
        elif measure == "spacewalks_in_a_year":
            yield from _groups(walks, lambda walk: str(walk.date.year), "spacewalks", (person,))
        elif measure in {"spacewalks_in_a_mission", "time_in_a_mission"}:
            yield from _groups(walks, lambda walk: walk.mission, measure.removesuffix("_in_a_mission"), (person,))
        else:
            yield _sum(walks, measure, (person,))


def _ages(field: _Field, person: str, walks: list[Spacewalk]) -> Iterator[_Unranked]:
    """Yield the age in days at the walk that counts; nothing where the birth day is unknown."""
    born = field.corpus.spacewalkers[person].born
    if born is not None and born.is_exact:
        walk = walks[-1] if field.definition.order == "most" else walks[0]
        yield (walk.date - born.earliest()).days, (person,), (walk,), "", False


def _crews(field: _Field) -> Iterator[_Unranked]:
    together: defaultdict[tuple[str, ...], list[Spacewalk]] = defaultdict(list)
    for walk, _ in field.walks:
        if len(walk.crew) > 1:
            together[tuple(sorted(walk.crew))].append(walk)
    for crew, walks in together.items():
        yield _sum(walks, field.definition.measure, crew)


def _years(field: _Field) -> Iterator[_Unranked]:
    return _groups((walk for walk, _ in field.walks), lambda walk: str(walk.date.year), field.definition.measure)


def _missions(field: _Field) -> Iterator[_Unranked]:
    return _groups((walk for walk, _ in field.walks), lambda walk: walk.mission, field.definition.measure)


def _stations(field: _Field) -> Iterator[_Unranked]:
    at_stations = [walk for walk, _ in field.walks if field.corpus.station_name(walk)]
    return _groups(at_stations, lambda walk: field.corpus.station_name(walk) or "", field.definition.measure)


def _countries(field: _Field) -> Iterator[_Unranked]:
    """Yield each country that somebody went out for; person-time, since two people of one country share a walk."""
    walks: defaultdict[str, list[Spacewalk]] = defaultdict(list)
    people: defaultdict[str, list[str]] = defaultdict(list)
    minutes: defaultdict[str, int] = defaultdict(int)
    for walk, counting in field.walks:
        flown_for = [(person, nations_at(field.corpus, person, walk)) for person in counting]
        for nation in dict.fromkeys(nation for _, nations in flown_for for nation in nations):
            theirs = [person for person, nations in flown_for if nation in nations]
            walks[nation].append(walk)
            people[nation] += theirs
            minutes[nation] += (walk.duration or 0) * len(theirs)
    for nation, out in walks.items():
        crew = tuple(dict.fromkeys(people[nation]))
        value = {"spacewalks": len(out), "people": len(crew), "time": minutes[nation]}[field.definition.measure]
        yield value, crew, tuple(out), nation, _lacks_lengths(out, field.definition.measure)


def nations_at(corpus: Corpus, person: str, walk: Spacewalk) -> tuple[str, ...]:
    """Return the nations somebody flew for on that day: who served the USSR changed to Russia on 26 December 1991."""
    nations = corpus.spacewalkers[person].nations
    if len(nations) > 1 and set(nations) == {"USSR", "Russia"}:
        return ("USSR",) if walk.date < _END_OF_USSR else ("Russia",)
    return nations


def _moments(field: _Field) -> Iterator[_Unranked]:
    """Yield how many were outside when each walk began; walks without both clock times cannot be placed."""
    timed = [(walk, *span) for walk, _ in field.walks if (span := clock_span(walk))]
    counting = {walk.id: people for walk, people in field.walks}
    begun: defaultdict[dt.date, list[tuple[Spacewalk, dt.datetime, dt.datetime]]] = defaultdict(list)
    for walk, start, end in timed:
        begun[walk.date].append((walk, start, end))
    for walk, start, _ in timed:
        lately = begun.get(walk.date - _DAY, []) + begun[walk.date]  # none lasts longer than a day
        out = tuple(other for other, begin, end in lately if begin <= start < end or other is walk)
        people = tuple(dict.fromkeys(person for other in out for person in counting[other.id]))
        yield len(people), people, out, "", False


def clock_span(walk: Spacewalk) -> tuple[dt.datetime, dt.datetime] | None:
    """Return start and end in UTC, None where either is not attested. An end before the start is on the next day."""
    if walk.start is None or walk.end is None:
        return None
    start = dt.datetime.combine(walk.date, walk.start, dt.UTC)
    end = dt.datetime.combine(walk.date, walk.end, dt.UTC)
    return start, end if end > start else end + _DAY


def _gaps(field: _Field) -> Iterator[_Unranked]:
    for (before, _), (after, people) in pairwise(field.walks):
        yield (after.date - before.date).days, people, (before, after), "", False


def _groups(
    walks: Iterable[Spacewalk], label: Callable[[Spacewalk], str], measure: str, people: tuple[str, ...] | None = None
) -> Iterator[_Unranked]:
    groups: defaultdict[str, list[Spacewalk]] = defaultdict(list)
    for walk in walks:
        groups[label(walk)].append(walk)
    for name, members in groups.items():
        crew = people or tuple(dict.fromkeys(person for walk in members for person in walk.crew))
        yield _sum(members, measure, crew, name)


def _sum(walks: list[Spacewalk], measure: str, people: tuple[str, ...], label: str = "") -> _Unranked:
    if measure == "time":
        lengths = [walk.duration for walk in walks]
        return sum(filter(None, lengths)), people, tuple(walks), label, None in lengths
    return len(walks if measure == "spacewalks" else people), people, tuple(walks), label, False


def _lacks_lengths(walks: Iterable[Spacewalk], measure: str) -> bool:
    return measure == "time" and any(walk.duration is None for walk in walks)


_DAY: Final = dt.timedelta(days=1)
_VALUE: Final = itemgetter(0)
_AT_LEAST: Final = 4
_RANK: Final = attrgetter("rank")
_END_OF_USSR: Final = dt.date(1991, 12, 26)
_SOURCES: Final[dict[str, Callable[[_Field], Iterator[_Unranked]]]] = {
    "spacewalk": _spacewalks,
    "person": _people,
    "crew": _crews,
    "year": _years,
    "mission": _missions,
    "station": _stations,
    "country": _countries,
    "moment": _moments,
    "gap": _gaps,
}
