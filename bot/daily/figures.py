"""The figures in facts of the day, computed from the corpus so that none is ever typed."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from bot.answering.desk import Desk
from bot.answering.figures import total_of
from bot.answering.holders import value_of
from bot.corpus.daily_models import read_placeholder
from bot.corpus.models import Spacewalk
from bot.corpus.standings import holders

#: Records of other subjects would name everybody who was outside then.
_HELD_BY_PEOPLE: Final = frozenset({"spacewalk", "person", "crew"})
_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")


class UnknownFigureError(ValueError):
    """A figure that the corpus cannot give, such as the age of somebody whose birthday is not known."""


@dataclass(frozen=True)
class Figures:
    """Computes the placeholders of `bot.corpus.daily_models`."""

    desk: Desk

    def filled_in(self, text: str, day: dt.date) -> str:
        """Return a text with its figures as of a day. Raises UnknownFigureError."""
        return _PLACEHOLDER.sub(lambda match: self._figure(match[1], day), text)

    def _figure(self, inside: str, day: dt.date) -> str:
        figure, keys = read_placeholder(inside)
        if figure == "years":
            return self.desk.words.number(whole_years(self._walk(keys[0]).date, day))
        return self._computed[figure](*keys)

    @cached_property
    def _computed(self) -> Mapping[str, Callable[..., str]]:
        corpus, words = self.desk.corpus, self.desk.words
        return {
            "spacewalks": lambda: words.number(len(corpus.spacewalks)),
            "spacewalkers": lambda: words.number(len(corpus.spacewalkers)),
            "walks": lambda person: words.number(corpus.careers[person].count),
            "total": self._total,
            "duration": self._duration,
            "number": lambda walk: words.ordinal(corpus.number_of[self._walk(walk).id]),
            "date": lambda walk: words.date(_known_day(self._walk(walk))),
            "day": lambda walk: words.day_of_year(_known_day(self._walk(walk)).month, _known_day(self._walk(walk)).day),
            "year": lambda walk: str(_known_day(self._walk(walk)).year),
            "age": self._age,
            "since": lambda one, other: words.number(whole_years(self._walk(one).date, self._walk(other).date)),
            "figure": self._record_figure,
            "holder": self._record_holder,
        }

    def _walk(self, key: str) -> Spacewalk:
        return self.desk.corpus.spacewalk_by_id[key]

    def _total(self, person: str) -> str:
        return total_of(self.desk, self.desk.corpus.careers[person].spacewalks)

    def _duration(self, walk: str) -> str:
        minutes = self._walk(walk).duration
        if minutes is None:
            raise UnknownFigureError(f"the length of {walk} is not known")
        return self.desk.words.duration(minutes)

    def _age(self, person: str, walk: str) -> str:
        born, day = self.desk.corpus.spacewalkers[person].born, self._walk(walk).date
        ages = set() if born is None else {whole_years(day_, day) for day_ in (born.earliest(), born.latest())}
        if len(ages) != 1:
            raise UnknownFigureError(f"the age of {person} at {walk} is not known to the year")
        return self.desk.words.number(ages.pop())

    def _record_figure(self, record: str) -> str:
        definition = self.desk.corpus.records[record]
        return value_of(self.desk, definition, holders(self.desk.corpus, definition)[0])

    def _record_holder(self, record: str) -> str:
        definition = self.desk.corpus.records[record]
        if definition.of not in _HELD_BY_PEOPLE:
            raise UnknownFigureError(f"{record} is held by a {definition.of} and not by people")
        held = holders(self.desk.corpus, definition)
        return self.desk.names(dict.fromkeys(person for standing in held for person in standing.people))


def whole_years(since: dt.date, until: dt.date) -> int:
    """Return how many years have passed: one more from the same day of the year on."""
    return until.year - since.year - ((until.month, until.day) < (since.month, since.day))


def _known_day(walk: Spacewalk) -> dt.date:
    """Return the day people know a spacewalk by."""
    return walk.local_date or walk.date
