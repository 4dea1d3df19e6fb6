"""Which spacewalks and which people count for a record or a question."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import Any, Final, TypeVar

from bot.corpus.models import Person, Spacewalk, Spacewalker
from bot.corpus.record_models import PersonFilter, WalkFilter
from bot.corpus.snapshot import Corpus, suits_of

T = TypeVar("T")

_Test = Callable[[T], bool]
_DATE: Final = attrgetter("date")


def walks_that_count(corpus: Corpus, where: WalkFilter) -> Iterator[Spacewalk]:
    """Yield the spacewalks that meet every condition given, in order of start."""
    return _passing(_narrowed(corpus, where), _tests_of_walks(corpus, where))


def people_who_count(corpus: Corpus, who: PersonFilter) -> Iterator[Spacewalker]:
    """Yield the spacewalkers who meet every condition given, in order of their ids."""
    return _passing(corpus.spacewalkers.values(), _tests_of_people(who))


def person_counts(person: Person, who: PersonFilter) -> bool:
    """Tell whether somebody meets every condition given."""
    return all(test(person) for test in _tests_of_people(who))


def _passing(entries: Iterable[T], tests: Iterable[_Test[T]]) -> Iterator[T]:
    """Yield what passes all tests. There is one for each condition that is given, so that the others cost nothing."""
    found = iter(entries)
    for test in tests:
        found = filter(test, found)
    return found


def _narrowed(corpus: Corpus, where: WalkFilter) -> Sequence[Spacewalk]:
    """Return the spacewalks that are left by what can be looked up: a day, a period, who was out."""
    if where.since is not None and where.since == where.until:
        return corpus.walks_on.get(where.since, ())  # a single day is meant as people know it
    walks = corpus.spacewalks
    if where.crew:
        walks = corpus.careers[where.crew[0]].spacewalks if where.crew[0] in corpus.careers else ()
    first = 0 if where.since is None else bisect_left(walks, where.since, key=_DATE)
    return walks[first : None if where.until is None else bisect_right(walks, where.until, key=_DATE)]


def _tests_of_walks(corpus: Corpus, where: WalkFilter) -> Iterator[_Test[Spacewalk]]:
    for field in ("kind", "operator", "vehicle", "airlock"):
        if wanted := getattr(where, field):
            yield _one_of(wanted, attrgetter(field))
    if where.station:
        yield _one_of(where.station, corpus.station_name)
    if where.programme:
        programmes = {programme.id for programme in corpus.programmes.values() if programme.name in where.programme}
        missions = corpus.programme_of_mission.items()
        yield _one_of((name for name, programme in missions if programme in programmes), attrgetter("mission"))
    if where.mission:
        yield _one_or_more_of(where.mission)
    if where.suit:
        yield _some_of(where.suit, suits_of)
    if where.tag:
        yield _some_of(where.tag, attrgetter("tags"))
    yield from _plain_tests(where)


def _plain_tests(where: WalkFilter) -> Iterator[_Test[Spacewalk]]:
    size = where.crew_size
    if where.crew:
        crew = frozenset(where.crew)
        yield lambda walk: crew.issubset(walk.crew)
    if where.without_tag:
        refused = frozenset(where.without_tag)
        yield lambda walk: refused.isdisjoint(walk.tags)
    if size is not None:
        yield lambda walk: len(walk.crew) == size
    least, most = where.longer_than, where.shorter_than
    if least is not None:
        yield lambda walk: walk.duration is not None and walk.duration > least
    if most is not None:
        yield lambda walk: walk.duration is not None and walk.duration < most


def _one_or_more_of(missions: tuple[str, ...]) -> _Test[Spacewalk]:
    accepted = frozenset(missions)
    return lambda walk: walk.mission in accepted or not accepted.isdisjoint(walk.also_missions)


def _tests_of_people(who: PersonFilter) -> Iterator[_Test[Person]]:
    if who.sex is not None:
        yield lambda person: person.sex == who.sex
    if who.nation:
        yield _some_of(who.nation, attrgetter("nations"))
    if who.not_nation:
        refused = frozenset(who.not_nation)
        yield lambda person: refused.isdisjoint(person.nations)
    if who.agency:
        yield _some_of(who.agency, lambda person: person.agency if isinstance(person, Spacewalker) else ())
    if who.tag:
        yield _some_of(who.tag, lambda person: person.tags if isinstance(person, Spacewalker) else ())


def _one_of(wanted: Iterable[str], value: Callable[[Any], str | None]) -> _Test[Any]:
    accepted = frozenset(wanted)
    return lambda entry: value(entry) in accepted


def _some_of(wanted: Iterable[str], values: Callable[[Any], Iterable[str | None]]) -> _Test[Any]:
    accepted = frozenset(wanted)
    return lambda entry: not accepted.isdisjoint(values(entry))
