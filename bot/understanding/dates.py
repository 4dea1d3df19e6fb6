"""Calendar days in a question: "18 March 1965", "March 18, 1965", "1965-03-18", "18.3.1965", "18 March"."""

import re
from typing import Final, NamedTuple

_MONTHS: Final = (
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
)
_NUMBER_OF: Final = {name: number for number, month in enumerate(_MONTHS, 1) for name in {month, month[:3]}} | {
    "sept": 9
}
_NAME: Final = "|".join(sorted(_NUMBER_OF, key=len, reverse=True))
_DAY: Final = r"(?P<day>[0-9]{1,2}) ?(?:st|nd|rd|th)?"
_FORMS: Final = tuple(
    re.compile(form)
    for form in (
        r"\b(?P<year>[0-9]{4}) (?P<number>[0-9]{1,2}) (?P<day>[0-9]{1,2})\b",
        rf"\b{_DAY} (?:of )?(?P<name>{_NAME})(?: (?P<year>[0-9]{{4}}))?\b",
        rf"\b(?P<name>{_NAME}) {_DAY}(?: (?P<year>[0-9]{{4}}))?\b",
        r"\b(?P<day>[0-9]{1,2}) (?P<number>[0-9]{1,2}) (?P<year>[0-9]{4})\b",
    )
)
_DAYS_IN: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class SpokenDay(NamedTuple):
    """A day as it was said, and the folded text without it."""

    day: int
    month: int
    year: int | None
    rest: str


def find_day(folded: str) -> SpokenDay | None:
    """Return the first calendar day named in folded text, None where there is none or it does not exist.

    Numbers alone are read as day, month, year; with the year first as year, month, day.
    """
    for form in _FORMS:
        if match := form.search(folded):
            parts = match.groupdict()
            month = int(parts["number"]) if parts.get("number") else _NUMBER_OF[parts["name"]]
            year = int(parts["year"]) if parts.get("year") else None
            rest = f"{folded[: match.start()]} {folded[match.end() :]}".strip()
            if _exists(int(parts["day"]), month, year):
                return SpokenDay(int(parts["day"]), month, year, " ".join(rest.split()))
    return None


def _exists(day: int, month: int, year: int | None) -> bool:
    if not (1 <= month <= len(_DAYS_IN) and 1 <= day <= _DAYS_IN[month - 1]):
        return False
    leap = year is None or (year % 4 == 0 and (year % 100 != 0 or year % 400 == 0))
    return leap or (month, day) != (2, 29)
