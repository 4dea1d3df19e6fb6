"""Which spacewalks and which people count for a record or a question."""

from collections.abc import Iterable

from bot.corpus.models import Person, Spacewalk, Spacewalker
from bot.corpus.record_models import PersonFilter, WalkFilter
from bot.corpus.snapshot import Corpus, suits_worn


def walks_that_count(corpus: Corpus, where: WalkFilter) -> tuple[Spacewalk, ...]:
    """Return the spacewalks that meet every condition given, in order of start."""
    return tuple(walk for walk in corpus.spacewalks if _walk_counts(corpus, walk, where))


def _walk_counts(corpus: Corpus, walk: Spacewalk, where: WalkFilter) -> bool:
    return (
        _any_of(where.kind, [walk.kind])
        and _any_of(where.operator, [walk.operator])
        and _any_of(where.station, [corpus.station_name(walk)])
        and _any_of(where.programme, [corpus.programmes[corpus.programme_of(walk)].name])
        and _any_of(where.vehicle, [walk.vehicle])
        and _any_of(where.mission, walk.missions)
        and _any_of(where.airlock, [walk.airlock])
        and _any_of(where.suit, suits_worn(walk).values())
        and _any_of(where.tag, walk.tags)
        and not set(where.without_tag) & set(walk.tags)
        and (where.since is None or walk.date >= where.since)
        and (where.until is None or walk.date <= where.until)
        and (where.crew_size is None or len(walk.crew) == where.crew_size)
    )


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
    return not wanted or any(item in wanted for item in present)
