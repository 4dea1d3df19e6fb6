"""What a selection holds that is counted: its spacewalks, who of the crews counts, and how long they were outside."""

from collections import Counter
from dataclasses import dataclass

from bot.answering.desk import Desk
from bot.corpus.filters import walks_that_count
from bot.corpus.models import Spacewalk
from bot.corpus.record_models import WalkFilter
from bot.corpus.standings import CountedWalks
from bot.understanding.links import selected
from bot.understanding.reading import CountQuery, Selection


@dataclass(frozen=True)
class Tally:
    """What a selection holds: spacewalks, who counts, and the lengths that are known."""

    walks: tuple[Spacewalk, ...]
    people: tuple[str, ...]
    minutes: int
    person_minutes: int
    unknown: int


def tally_of(desk: Desk, query: CountQuery) -> Tally:
    """Return what is counted; without any spacewalk where nothing meets the conditions."""
    return _summed(_with_people(desk, selected(desk.corpus, query.selection), query))


def parted_by_time(selection: Selection) -> tuple[Selection, Selection]:
    """Return what a share is of, and what part of it: of the spacewalks in 2019 those by women.

    A time that is all that is said is the part, of all spacewalks.
    """
    where = selection.where
    times = WalkFilter().model_copy(update={"since": where.since, "until": where.until})
    whole = Selection(times, month=selection.month, day=selection.day)
    timeless = where.model_copy(update={"since": None, "until": None})
    part = Selection(timeless, selection.who, selection.everyone)
    return (Selection(), selection) if part.is_open else (whole, part)


def _with_people(desk: Desk, found: CountedWalks, query: CountQuery) -> CountedWalks:
    """Keep those who made so many of these spacewalks, so long, or some at each place, and the ones they were on."""
    if query.of_each:
        places = [{walk.id for walk in walks_that_count(desk.corpus, where)} for where in query.of_each]
        found = tuple(pair for pair in found if any(pair[0].id in walks for walks in places))
        found = _kept(found, *({p for walk, people in found if walk.id in walks for p in people} for walks in places))
    if query.debut:
        first = {person: career.first.id for person, career in desk.corpus.careers.items()}
        pairs = ((walk, tuple(p for p in people if first[p] == walk.id)) for walk, people in found)
        found = tuple(pair for pair in pairs if pair[1])
    if query.each:
        found = _kept(found, _within(query.each, Counter(person for _, people in found for person in people)))
    if query.each_time:
        minutes: Counter[str] = Counter()
        for walk, people in found:
            minutes.update(dict.fromkeys(people, walk.duration or 0))
        found = _kept(found, _within(query.each_time, minutes))
    return found


def _within(bounds: tuple[int, int], amounts: Counter[str]) -> set[str]:
    return {person for person, amount in amounts.items() if bounds[0] <= amount <= bounds[1]}


def _kept(found: CountedWalks, *groups: set[str]) -> CountedWalks:
    """Keep the people who are in every group, and their spacewalks."""
    wanted = set.intersection(*groups)
    pairs = ((walk, tuple(person for person in people if person in wanted)) for walk, people in found)
    return tuple((walk, people) for walk, people in pairs if people)


def _summed(found: CountedWalks) -> Tally:
    walks = tuple(walk for walk, _ in found)
    return Tally(
        walks,
        tuple(dict.fromkeys(person for _, people in found for person in people)),
        sum(walk.duration or 0 for walk in walks),
        sum((walk.duration or 0) * len(people) for walk, people in found),
        sum(walk.duration is None for walk in walks),
    )
