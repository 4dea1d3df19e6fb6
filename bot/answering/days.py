"""Answers about a calendar day: who was outside, or who was nearest."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from bot.answering import sentences
from bot.answering.answer import Answer, Outcome
from bot.answering.desk import Desk
from bot.answering.spacewalks import answer_spacewalk
from bot.corpus.models import Spacewalk
from bot.understanding.reading import Asks, DayQuery


def answer_day(desk: Desk, query: DayQuery) -> Answer:
    """Answer about a day; without a year, about that day in every year. A single spacewalk gets its own card."""
    walks = _walks(desk, query)
    said, other = _said(desk, query), query.other()
    if not walks:
        return _none(desk, query, said if other is None else desk.words.either((said, _said(desk, other))))
    read_as = "" if other is None else sentences.standings.read_as(desk.words, said, _said(desk, other))
    if len(walks) == 1:
        answer = answer_spacewalk(desk, walks[0], query.asks, query.confidence)
        return replace(answer, lead=f"{answer.lead} {read_as}".rstrip())
    return Answer(
        outcome=Outcome.ANSWER,
        lead=f"{_lead(desk, query, walks, said)} {read_as}".rstrip(),
        title=said,
        facts=desk.walk_lines(walks, local=True),
        sources=desk.sources(walks),
        ids=tuple(walk.id for walk in walks),
        confidence=query.confidence,
    )


def _lead(desk: Desk, query: DayQuery, walks: Sequence[Spacewalk], said: str) -> str:
    people = dict.fromkeys(person for walk in walks for person in walk.crew)
    if query.asks is Asks.WHO and query.year is not None:
        return sentences.standings.day_crews(desk.words, said, desk.names(people), len(walks))
    return sentences.standings.day_lead(desk.words, said, len(walks), of_any_year=query.year is None)


def _said(desk: Desk, query: DayQuery) -> str:
    day = query.date()
    return desk.words.date(day) if day else desk.words.day_of_year(query.month, query.day)


def _walks(desk: Desk, query: DayQuery) -> list[Spacewalk]:
    day = query.date()
    if day is not None:
        return list(desk.corpus.walks_on.get(day, ()))
    wanted = (query.month, query.day)
    return [walk for walk in desk.corpus.spacewalks if any((d.month, d.day) == wanted for d in walk.days)]


def _none(desk: Desk, query: DayQuery, said: str) -> Answer:
    nearest = _nearest(desk, query)
    labels = [desk.short(walk) for walk in nearest]
    return Answer(
        outcome=Outcome.NOT_FOUND,
        lead=sentences.standings.no_walk_on(desk.words, said, labels),
        title=said,
        facts=desk.walk_lines(nearest, local=True),
        sources=desk.sources(nearest),
        ids=tuple(walk.id for walk in nearest),
        confidence=query.confidence,
    )


def _nearest(desk: Desk, query: DayQuery) -> list[Spacewalk]:
    """Return the last spacewalk before and the first after; without a year, the nearest ones in the calendar."""
    day = query.date()
    if day is not None:
        before = [walk for walk in desk.corpus.spacewalks if walk.date < day][-1:]
        return before + [walk for walk in desk.corpus.spacewalks if walk.date > day][:1]
    wanted = dt.date(2000, query.month, query.day)
    distances = {walk.id: _calendar_distance(wanted, walk.date) for walk in desk.corpus.spacewalks}
    return sorted(desk.corpus.spacewalks, key=lambda walk: (distances[walk.id], walk.date))[:2]


def _calendar_distance(wanted: dt.date, day: dt.date) -> int:
    apart = abs((wanted - dt.date(2000, day.month, day.day)).days)
    return min(apart, 366 - apart)
