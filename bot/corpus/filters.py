"""Which spacewalks and which people count for a record or a question."""

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any, TypeVar

from bot.corpus.models import Person, Spacewalk, Spacewalker
from bot.corpus.record_models import PersonFilter, WalkFilter
from bot.corpus.snapshot import Corpus, suits_of

T = TypeVar("T")

_Test = Callable[[T], bool]


def walks_that_count(corpus: Corpus, where: WalkFilter) -> Iterator[Spacewalk]:
    """Yield the spacewalks that meet every condition given, in order of start."""
    return _passing(corpus.spacewalks, _tests_of_walks(corpus, where))


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


def _tests_of_walks(corpus: Corpus, where: WalkFilter) -> Iterator[_Test[Spacewalk]]:
    for field in ("kind", "operator", "vehicle", "airlock"):
        if wanted := getattr(where, field):
            yield _one_of(wanted, attrgetter(field))
    if where.station:
        yield _one_of(where.station, corpus.station_name)
    if where.programme:
        programmes = [programme.id for programme in corpus.programmes.values() if programme.name in where.programme]
        yield _one_of(programmes, corpus.programme_of)
    for field in ("mission", "tag"):
        if wanted := getattr(where, field):
            yield _some_of(wanted, attrgetter(f"{field}s"))
    if where.suit:
        yield _some_of(where.suit, suits_of)
    yield from _plain_tests(where)


def _plain_tests(where: WalkFilter) -> Iterator[_Test[Spacewalk]]:
    since, until, size = where.since, where.until, where.crew_size
    if where.crew:
        crew = frozenset(where.crew)
        yield lambda walk: crew.issubset(walk.crew)
    if where.without_tag:
        refused = frozenset(where.without_tag)
        yield lambda walk: refused.isdisjoint(walk.tags)
    if since is not None and since == until:
        yield lambda walk: since in walk.days  # a single day is meant as people know it
    else:
        if since is not None:
            yield lambda walk: walk.date >= since
        if until is not None:
            yield lambda walk: walk.date <= until
    if size is not None:
        yield lambda walk: len(walk.crew) == size
    least, most = where.longer_than, where.shorter_than
    if least is not None:
        yield lambda walk: walk.duration is not None and walk.duration > least
    if most is not None:
        yield lambda walk: walk.duration is not None and walk.duration < most


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
