"""What moderators type: times, weekdays, time zones. What cannot be read comes back as a sentence with an example."""

import re
from collections.abc import Callable, Sequence
from functools import cache
from typing import Final
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global
from rapidfuzz import fuzz, process, utils

from bot.answering import Wording
from bot.discord_app.daily import texts

_TIME: Final = re.compile(r"([0-9]{1,2})(?:[:.h]([0-9]{2}))?\s*(am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE)
_NAMED_TIMES: Final = {"noon": 720, "midday": 720, "midnight": 0}
_HOURS: Final = 24
_NOON: Final = 12
_MINUTES: Final = 60
_DAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_NAMED_DAYS: Final = {
    "weekday": frozenset(range(5)),
    "weekend": frozenset({5, 6}),
    "daily": frozenset(range(7)),
    "day": frozenset(range(7)),
    "all": frozenset(range(7)),
}
_SHORTEST_DAY: Final = 2
_ENGLISH: Final = Locale("en")
#: Zones offered before anything is typed: one for about every hour in which many people live.
_OFTEN: Final = (
    "UTC",
    "Europe/London",
    "Europe/Berlin",
    "Europe/Belgrade",
    "Europe/Moscow",
    "Asia/Dubai",
    "Asia/Kolkata",
    "Asia/Shanghai",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Pacific/Auckland",
    "America/Sao_Paulo",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
)
_ALIKE: Final = 75


class TypedError(ValueError):
    """What was typed cannot be read. `said` tells what was wrong, with an example that works."""

    def __init__(self, said: Callable[[Wording], str]) -> None:
        """Say it in the language of whoever typed."""
        super().__init__("not to be read")
        self.said = said


def read_time(typed: str) -> int:
    """Return a time of day in minutes from midnight: "9", "09:00", "9.30", "9pm", "noon". Raises TypedError."""
    text = typed.strip().lower()
    if text in _NAMED_TIMES:
        return _NAMED_TIMES[text]
    match = _TIME.fullmatch(text)
    if match is None:
        raise TypedError(texts.unreadable.not_a_time)
    hour, minute, half = int(match[1]), int(match[2] or 0), (match[3] or "").replace(".", "")
    if half and 1 <= hour <= _NOON:
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    elif half:
        hour = _HOURS
    if hour >= _HOURS or minute >= _MINUTES:
        raise TypedError(texts.unreadable.not_a_time)
    return hour * _MINUTES + minute


def read_weekdays(typed: str | None) -> frozenset[int]:
    """Return weekdays, 0 for Monday: "mon-fri", "sat, sun", "weekends"; all for nothing typed. Raises TypedError."""
    text = re.sub(r"^every\s*", "", (typed or "").strip().lower()) or "daily"
    if (named := text.removesuffix("s")) in _NAMED_DAYS:
        return _NAMED_DAYS[named]
    found: set[int] = set()
    for part in re.split(r"[,;/&\s]+|\band\b", re.sub(r"\s*(?:-|–|\bto\b)\s*", "-", text)):
        ends = [_day(end) for end in part.split("-")] if part else []
        if None in ends or len(ends) > 2:  # noqa: PLR2004 - a span has two ends
            raise TypedError(texts.unreadable.not_weekdays)
        if ends:
            first, last = ends[0] or 0, ends[-1] or 0
            found |= {(first + step) % 7 for step in range((last - first) % 7 + 1)}
    if not found:
        raise TypedError(texts.unreadable.not_weekdays)
    return frozenset(found)


def _day(word: str) -> int | None:
    stem = word.removesuffix("s")  # Mondays, tues, weds
    names = [number for number, day in enumerate(_DAYS) if len(stem) >= _SHORTEST_DAY and day.startswith(stem)]
    return names[0] if len(names) == 1 else None


def read_zone(typed: str) -> str:
    """Return the name of a time zone, however it is capitalised. Raises TypedError."""
    zone = _by_key().get(_key(typed))
    if zone is None:
        near = suggest_zones(typed)[:1]
        raise TypedError(lambda words: texts.unreadable.not_a_zone(words, near[0] if near else "Europe/London"))
    return zone


def suggest_zones(typed: str) -> Sequence[str]:
    """Return time zones to offer for what was typed so far.

    First those that begin so, or whose country does, then those that hold it, then those that are like it.
    """
    key = _key(typed)
    if not key:
        return _OFTEN
    zones = _by_key()
    begins = sorted(
        (
            zone
            for known, zone in zones.items()
            if known.startswith(key) or known.rpartition("/")[2].startswith(key) or _country(zone).startswith(key)
        ),
        key=lambda zone: zone not in _OFTEN,
    )
    holds = [zone for known, zone in zones.items() if key in known]
    alike = process.extract(
        key, _cities(), scorer=fuzz.ratio, processor=utils.default_process, score_cutoff=_ALIKE, limit=5
    )
    return list(dict.fromkeys([*begins, *holds, *(zone for _, _, zone in alike)]))


def _key(typed: str) -> str:
    return re.sub(r"[\s_]+", "_", typed.strip().lower())


@cache
def _by_key() -> dict[str, str]:
    """Return the zones by their names in small letters. Without copies that the tz database keeps for old programs."""
    zones = sorted(
        zone for zone in available_timezones() if not zone.startswith(("Etc/", "SystemV/", "posix/", "right/"))
    )
    return {zone.lower(): zone for zone in zones if "/" in zone or zone == "UTC"} | {"gmt": "UTC"}


@cache
def _country(zone: str) -> str:
    """Return the key of the country that a zone is in, "" for none."""
    return _key(_ENGLISH.territories.get(get_global("zone_territories").get(zone, ""), ""))


@cache
def _cities() -> dict[str, str]:
    return {zone: zone.rpartition("/")[2] for zone in _by_key().values()}
