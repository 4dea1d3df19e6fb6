"""Dates, clocks and crews of the spacewalks agree with each other."""

import datetime as dt
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from bot.corpus.draft import Draft, Placed
from bot.corpus.models import Operator, Spacewalk
from bot.corpus.problems import Problem
from bot.corpus.snapshot import Corpus
from bot.corpus.standings import clock_span

FIRST_DAY: Final = dt.date(1965, 3, 18)
_LONGEST: Final = 12 * 60
_ROUNDING: Final = 1
_FIRST_OF: Final = {Operator.CHINA: dt.date(2008, 9, 27), Operator.RUSSIA: dt.date(1991, 12, 26)}


def check_spacewalks(draft: Draft) -> Iterator[Problem]:
    """Yield what cannot be right within one spacewalk."""
    for placed in draft.placed("spacewalks"):
        yield from _check_dates(placed, draft)
        yield from _check_clock(placed)
        yield from _check_crew(placed)
        yield from _check_also_reported(placed)


def _check_dates(placed: Placed[Spacewalk], draft: Draft) -> Iterator[Problem]:
    walk = placed.entry
    last = draft.about.entry.updated if draft.about else dt.date.max
    if not FIRST_DAY <= walk.date <= last:
        yield placed.problem(
            f"date: {walk.date} is not between the first spacewalk ({FIRST_DAY}) and the update of {last}", "date"
        )
    if walk.local_date and abs(walk.local_date - walk.date) != dt.timedelta(days=1):
        yield placed.problem(
            "local_date: must be the day before or after `date`; leave it out where it is the same", "local_date"
        )
    if walk.date < _FIRST_OF.get(walk.operator, walk.date):
        yield placed.problem(
            f"operator: {walk.operator} made no spacewalk before {_FIRST_OF[walk.operator]}", "operator"
        )
    if walk.operator is Operator.USSR and walk.date >= _FIRST_OF[Operator.RUSSIA]:
        yield placed.problem("operator: the USSR ended on 26 December 1991; use Russia", "operator")


def _check_clock(placed: Placed[Spacewalk]) -> Iterator[Problem]:
    walk = placed.entry
    if walk.duration is not None and not 0 < walk.duration <= _LONGEST:
        yield placed.problem("duration: must be more than nothing and at most 12 hours", "duration")
    span = clock_span(walk)
    if span is None or walk.duration is None or walk.clock_note:
        return
    minutes = int((span[1] - span[0]).total_seconds()) // 60
    if abs(minutes - walk.duration) > _ROUNDING:
        text = f"duration: start to end is {minutes // 60}:{minutes % 60:02}; say why in `clock_note` if that is right"
        yield placed.problem(text, "duration")


def _check_crew(placed: Placed[Spacewalk]) -> Iterator[Problem]:
    walk = placed.entry
    if len(set(walk.crew)) < len(walk.crew):
        yield placed.problem("crew: somebody is named twice", "crew")
    for field in ("at_hatch", "suit_of"):
        strangers = set(getattr(walk, field)) - set(walk.crew)
        if strangers:
            yield placed.problem(f"{field}: {', '.join(sorted(strangers))} is not in the crew", field)


def _check_also_reported(placed: Placed[Spacewalk]) -> Iterator[Problem]:
    walk = placed.entry
    taken = None if walk.duration is None else f"{walk.duration // 60}:{walk.duration % 60:02}"
    for other in walk.also_reported:
        if other.field == "duration" and other.value == taken:
            yield placed.problem(f"also_reported: {other.value} is the length taken, not another one", "also_reported")


def check_no_overlap(corpus: Corpus, draft: Draft) -> Iterator[Problem]:
    """Yield walks that put somebody in two places: at one time, or on one day without times that tell them apart."""
    places = {placed.entry.id: placed for placed in draft.placed("spacewalks")}
    for person, career in corpus.careers.items():
        for before, after in pairwise(career.spacewalks):
            if _collide(before, after):
                yield places[after.id].problem(f"crew: {person} was on {before.id} at that time", "crew")


def _collide(before: Spacewalk, after: Spacewalk) -> bool:
    first, second = clock_span(before), clock_span(after)
    if first is None or second is None:
        return before.date == after.date
    return second[0] < first[1]
