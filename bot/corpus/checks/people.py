"""People and their careers fit the spacewalks."""

from collections.abc import Iterator
from typing import Final

from bot.corpus.draft import Draft, Placed
from bot.corpus.folding import fold
from bot.corpus.models import Spacewalker
from bot.corpus.problems import Problem
from bot.corpus.snapshot import Career, Corpus

_GROWN_UP: Final = 21


def check_people(corpus: Corpus, draft: Draft) -> Iterator[Problem]:
    """Yield spacewalkers without a walk, impossible ages, idle published totals, and names that stand twice."""
    for placed in draft.placed("spacewalkers"):
        career = corpus.careers.get(placed.entry.id)
        if career is None:
            yield placed.problem("no spacewalk names this person in its crew: move the entry to people/others.yaml")
        else:
            yield from _check_age(placed, career)
            yield from _check_published(placed, career)
    seen: dict[str, str] = {}
    for section in ("spacewalkers", "others"):
        for placed in draft.placed(section):
            first = seen.setdefault(fold(placed.entry.name), placed.entry.id)
            if first != placed.entry.id:
                yield placed.problem(f"the name '{placed.entry.name}' is also that of {first}", "name")


def _check_age(placed: Placed[Spacewalker], career: Career) -> Iterator[Problem]:
    born = placed.entry.born
    if born and career.first.date.year - born.year < _GROWN_UP:
        yield placed.problem(f"born: {born} would make this person under {_GROWN_UP} on {career.first.date}", "born")
    if placed.entry.born_source and not (born and born.is_exact):
        yield placed.problem("born_source: only for a birth date known to the day", "born_source")


def _check_published(placed: Placed[Spacewalker], career: Career) -> Iterator[Problem]:
    published = placed.entry.published
    if published is None:
        return
    if published.time is None and published.spacewalks is None:
        yield placed.problem("published: give `spacewalks`, `time` or both", "published")
    if published.time == career.minutes and not career.unknown_lengths:
        yield placed.problem("published: its time is the sum of the listed lengths; leave it out", "published")
    if published.spacewalks == career.count:
        yield placed.problem("published: its count is that of the listed walks; leave it out", "published")
