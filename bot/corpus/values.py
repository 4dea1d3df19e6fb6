"""The small values of the corpus: lengths, days, clock times and half-known dates, with their spelling in YAML."""

import datetime as dt
import re
from calendar import monthrange
from typing import Annotated, NamedTuple

from pydantic import BeforeValidator, StringConstraints, WithJsonSchema

_DURATION = re.compile(r"([0-9]{1,3}):([0-5][0-9])")
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_CLOCK = re.compile(r"([01][0-9]|2[0-3]):([0-5][0-9])")
_PARTIAL = re.compile(r"([0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-9]{2}))?)?")


class PartialDate(NamedTuple):
    """A date known to the day, to the month or only to the year."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def is_exact(self) -> bool:
        """Whether the very day is known."""
        return self.day is not None

    def earliest(self) -> dt.date:
        """Return the first day this date can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    def latest(self) -> dt.date:
        """Return the last day this date can mean."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or monthrange(self.year, month)[1])

    def __str__(self) -> str:
        """Return the ISO form, as long as it is known: 1976-05."""
        return "-".join([f"{self.year:04}", *(f"{part:02}" for part in (self.month, self.day) if part)])


def _parse_duration(value: object) -> int:
    match = _DURATION.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise ValueError('expected a length as hours:minutes in quotes, e.g. "8:56"')
    return int(match[1]) * 60 + int(match[2])


def _parse_day(value: object) -> dt.date:
    if isinstance(value, str) and _DAY.fullmatch(value):
        try:
            return dt.date.fromisoformat(value)
        except ValueError:
            pass
    raise ValueError("expected a day that exists as year-month-day, e.g. 1965-03-18")


def _parse_clock(value: object) -> dt.time:
    match = _CLOCK.fullmatch(value) if isinstance(value, str) else None
    if match is None:
        raise ValueError('expected a UTC time of day in quotes, e.g. "08:34"')
    return dt.time(int(match[1]), int(match[2]))


def _parse_partial(value: object) -> PartialDate:
    match = _PARTIAL.fullmatch(str(value)) if isinstance(value, str | int) else None
    if match is None:
        raise ValueError("expected a date as far as it is known, e.g. 1934-05-30, 1976-05 or 1983")
    date = PartialDate(*(int(part) if part else None for part in match.groups()))  # type: ignore[arg-type]  # the pattern always has a year
    try:
        date.earliest()
    except ValueError:
        raise ValueError(f"there is no day {value}") from None
    return date


def _text_schema(pattern: re.Pattern[str], example: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": f"^(?:{pattern.pattern})$", "examples": [example]})


#: Minutes, written "hours:minutes".
Minutes = Annotated[int, BeforeValidator(_parse_duration), _text_schema(_DURATION, "8:56")]


def as_list(value: object) -> object:
    """Tell a lone word where a list belongs apart from a list, which pydantic would not."""
    if isinstance(value, str):
        raise ValueError(f"expected a list, e.g. [{value}]")  # noqa: TRY004 - pydantic reports ValueError only
    return value


#: A calendar day, written 1965-03-18.
Day = Annotated[dt.date, BeforeValidator(_parse_day), _text_schema(_DAY, "1965-03-18")]
#: A UTC time of day to the minute, written "08:34".
Clock = Annotated[dt.time, BeforeValidator(_parse_clock), _text_schema(_CLOCK, "08:34")]
#: A date as far as it is known, written 1934-05-30, 1976-05 or 1983.
Partial = Annotated[
    PartialDate,
    BeforeValidator(_parse_partial),
    WithJsonSchema({"anyOf": [{"type": "string", "pattern": f"^(?:{_PARTIAL.pattern})$"}, {"type": "integer"}]}),
]
#: An id: lower-case words parted by hyphens. Sixty characters leave room for more in a custom_id of 100.
Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(?:-[a-z0-9]+)*$", max_length=60)]
#: One line of text that people read.
Line = Annotated[
    str, StringConstraints(min_length=1, max_length=400, pattern=r"^[^\x00-\x1f\x7f]+$", strip_whitespace=True)
]
#: Several such lines.
Lines = Annotated[tuple[Line, ...], BeforeValidator(as_list)]
#: A paragraph that people read; line breaks are folded by YAML, so none is left.
Prose = Annotated[
    str, StringConstraints(min_length=1, max_length=2000, pattern=r"^[^\x00-\x1f\x7f]+$", strip_whitespace=True)
]
