"""Which spacewalks and which people count for a record or a question."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from bot.corpus.models import Person, Spacewalk, Spacewalker
from bot.corpus.record_models import PersonFilter, WalkFilter
from bot.corpus.snapshot import Corpus, suits_worn

_Test = Callable[[Spacewalk], bool]


def walks_that_count(
    corpus: Corpus, where: WalkFilter, among: tuple[Spacewalk, ...] | None = None
) -> tuple[Spacewalk, ...]:
    """Return the spacewalks that meet every condition given, in order of start; of all, or of those in `among`."""
    walks: Sequence[Spacewalk] = corpus.spacewalks if among is None else among
    for test in _tests(corpus, where):
        walks = [walk for walk in walks if test(walk)]
    return tuple(walks)


def walks_one_by_one(corpus: Corpus, where: WalkFilter) -> Iterator[Spacewalk]:
    """Yield the spacewalks that meet every condition one by one, for those who want to know of few."""
    tests = tuple(_tests(corpus, where))
    return (walk for walk in corpus.spacewalks if all(test(walk) for test in tests))


def _tests(corpus: Corpus, where: WalkFilter) -> Iterator[_Test]:
    """Yield one test for each condition that is given, so that the others cost nothing."""
    single: tuple[tuple[tuple[str, ...], Callable[[Spacewalk], str | None]], ...] = (
        (where.kind, lambda walk: walk.kind),
        (where.operator, lambda walk: walk.operator),
        (where.station, corpus.station_name),
        (where.programme, lambda walk: corpus.programmes[corpus.programme_of(walk)].name),
        (where.vehicle, lambda walk: walk.vehicle),
        (where.airlock, lambda walk: walk.airlock),
    )
    for wanted, value in single:
        if wanted:
            yield _one_of(wanted, value)
    several: tuple[tuple[tuple[str, ...], Callable[[Spacewalk], Iterable[str | None]]], ...] = (
        (where.mission, lambda walk: walk.missions),
        (where.suit, lambda walk: suits_worn(walk).values()),
        (where.tag, lambda walk: walk.tags),
    )
    for wanted, values in several:
        if wanted:
            yield _some_of(wanted, values)
    yield from _plain_tests(where)


def _plain_tests(where: WalkFilter) -> Iterator[_Test]:
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


def _one_of(wanted: tuple[str, ...], value: Callable[[Spacewalk], str | None]) -> _Test:
    accepted = frozenset(wanted)
    return lambda walk: value(walk) in accepted


def _some_of(wanted: tuple[str, ...], values: Callable[[Spacewalk], Iterable[str | None]]) -> _Test:
    accepted = frozenset(wanted)
    return lambda walk: not accepted.isdisjoint(values(walk))


def person_counts(person: Person, who: PersonFilter) -> bool:
    """Tell whether somebody meets every condition given."""
    agencies = person.agency if isinstance(person, Spacewalker) else ()
    tags = person.tags if isinstance(person, Spacewalker) else ()
    return (
        (who.sex is None or person.sex == who.sex)
        and _any_of(who.nation, person.nations)
        and not set(who.not_nation) & set(person.nations)
        and _any_of(who.agency, agencies)
        and _any_of(who.tag, tags)
    )


def _any_of(wanted: tuple[str, ...], present: Iterable[str | None]) -> bool:
    return not wanted or not set(wanted).isdisjoint(present)
