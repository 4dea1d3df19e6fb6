"""Which days and lengths a question bounds its spacewalks by."""

import calendar
import datetime as dt
from itertools import pairwise
from typing import Final

from bot.corpus.vocabulary import Concept
from bot.understanding.dates import Named
from bot.understanding.lengths import minutes_said
from bot.understanding.links import walks_of
from bot.understanding.mentions import Mention
from bot.understanding.said import Said

_BOTH: Final = 2
_DAY: Final = dt.timedelta(days=1)
#: In minutes: what a length has room for, which is written with three figures for the hours.
_LONGEST_LENGTH: Final = 1000 * 60 - 1


def period(said: Said) -> dict[str, str]:
    """Return the days that bound the spacewalks meant: "in 1984", "since 1 May 2001", "after Apollo"."""
    bounds = _bounds(said)
    spans = [span for named in said.dates if (span := span_of(named[0]))]
    if not spans:
        return bounds
    first, last = min(span[0] for span in spans), max(span[1] for span in spans)
    if said.has(Concept.SINCE):
        return bounds | {"since": first.isoformat()}
    if len(spans) < _BOTH and said.has(Concept.BEFORE) and not bounds:
        return {"until": (first - _DAY).isoformat()}
    if len(spans) < _BOTH and said.has(Concept.AFTER) and not bounds:
        return {"since": (last + _DAY).isoformat()}
    return bounds | {"since": first.isoformat(), "until": last.isoformat()}


def _bounds(said: Said) -> dict[str, str]:
    """Return the days before or after the spacewalks of a flight or a station; what had none bounds nothing."""
    found: dict[str, str] = {}
    for word, refs in said.bounds:
        days = [walk.date for walk in walks_of(said.corpus, refs[0])]
        if days and word is Concept.BEFORE:
            found["until"] = (min(days) - _DAY).isoformat()
        elif days:
            found["since"] = (max(days) + _DAY).isoformat()
    return found


def names_no_day(said: Said) -> bool:
    """Tell whether a day is said that no month has: "31 April", "31/2/1999"."""
    mentions = said.parsed.mentions
    beside = [(one, other) for one, other in pairwise(mentions) if one.end == other.start]
    by_month = any(
        (_is_figure(one) and _is_month(other)) or (_is_month(one) and _is_figure(other)) for one, other in beside
    )
    return by_month or any(
        _is_figure(one) and _is_figure(two) and year.date is not None and one.end == two.start and two.end == year.start
        for one, two, year in zip(mentions, mentions[1:], mentions[2:], strict=False)
    )


def _is_figure(mention: Mention) -> bool:
    return mention.words.isdecimal() and mention.date is None


def _is_month(mention: Mention) -> bool:
    return mention.date is not None and bool(mention.date.means[0].month) and not mention.date.means[0].day


def says_a_length(said: Said) -> bool:
    """Tell whether a length is said in figures: "7 hours"."""
    times = {Concept.HOUR, Concept.MINUTE}
    return any(_is_figure(one) and after.sense.concepts & times for one, after in pairwise(said.parsed.mentions))


def lengths(said: Said) -> dict[str, str]:
    """Return the bounds on the length: "more than 8 hours", "under an hour", "between 5 and 6 hours"."""
    numbers = said.numbers
    if len(numbers) == _BOTH and said.has(Concept.BETWEEN) and said.has(Concept.HOUR, Concept.MINUTE):
        unit = 60 if said.has(Concept.HOUR) and not said.has(Concept.MINUTE) else 1
        return {"longer_than": _length(min(numbers) * unit), "shorter_than": _length(max(numbers) * unit)}
    found = minutes_said(said)
    if not found or not said.has(Concept.MORE, Concept.FEWER, Concept.LONGER, Concept.SHORTER):
        return {}
    bound = "longer_than" if said.has(Concept.MORE, Concept.LONGER) else "shorter_than"
    return {bound: _length(found[-1])}


def _length(minutes: int) -> str:
    minutes = min(minutes, _LONGEST_LENGTH)
    return f"{minutes // 60}:{minutes % 60:02}"


def span_of(named: Named) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day of a date that has a year or is a decade or century; None for one without."""
    if named.century:
        return dt.date(named.century, 1, 1), dt.date(named.century + 99, 12, 31)
    if named.decade:
        return dt.date(named.decade, 1, 1), dt.date(named.decade + 9, 12, 31)
    if not named.year:
        return None
    if not named.month:
        return dt.date(named.year, 1, 1), dt.date(named.year, 12, 31)
    last = calendar.monthrange(named.year, named.month)[1]
    return dt.date(named.year, named.month, named.day or 1), dt.date(named.year, named.month, named.day or last)
