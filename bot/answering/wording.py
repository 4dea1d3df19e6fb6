"""The reader's language: how lengths, dates, numbers and lists are written, and where translations come from."""

import datetime as dt
import gettext
import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from pathlib import Path

import babel.core
from babel import Locale
from babel.dates import format_date, format_time
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

from bot.corpus.values import PartialDate

_MINUTES_IN_HOUR = 60
#: So many days, numbers and lists are kept as written: those of a corpus come up again and again.
_REMEMBERED = 4096
_FOLDERS = (Path(__file__).parents[1] / "locale", Path(__file__).parents[2] / "locale")

_TABLE_DAY = re.compile(r"\b[0-9]{4}-[0-9]{2}-[0-9]{2}\b")
_TABLE_MONTH = re.compile(r"\b([0-9]{4})-([0-9]{2})\b")
#: From this share down a percentage needs a decimal.
_SMALL = 0.01


def catalogue(locale: str) -> gettext.NullTranslations:
    """Return the translations into a locale, e.g. "en_GB", else into its language; without any, texts stay English."""
    folder = next((folder for folder in _FOLDERS if folder.is_dir()), _FOLDERS[0])
    return gettext.translation("spacewalk_bot", folder, [locale, locale.partition("_")[0]], fallback=True)


@lru_cache
def _loaded(locale: str) -> Locale:
    """Return a locale with its data. Raises babel.UnknownLocaleError.

    Babel's tables of all locales and time zones, which only finding it takes, are let go: 2 MiB that a process would
    keep. Babel reads them again where it needs them.
    """
    found = Locale.parse(locale)
    _ = found.date_formats
    babel.core._global_data = None  # noqa: SLF001 - it offers no other way
    return found


class Wording:
    """Writes figures and sentences for one locale, e.g. "en_GB". The locale is given, never taken from the machine."""

    def __init__(self, locale: str = "en_GB") -> None:
        """Open the catalogue of this locale; sentences without a translation stay English."""
        self.locale = _loaded(locale)
        self._day = lru_cache(_REMEMBERED)(lambda day: format_date(day, "long", locale=self.locale))
        self._number = lru_cache(_REMEMBERED)(lambda value: format_decimal(value, locale=self.locale))
        self._ordinal = lru_cache(_REMEMBERED)(self._written_ordinal)
        self._list = lru_cache(_REMEMBERED)(lambda items: format_list(items, locale=self.locale))
        self._either = lru_cache(_REMEMBERED)(lambda items: format_list(items, style="or", locale=self.locale))
        self._unit = lru_cache(_REMEMBERED)(lambda value, unit: format_unit(value, unit, "long", locale=self.locale))
        self._catalogue = catalogue(locale)

    def gettext(self, message: str) -> str:
        """Return the sentence in the reader's language."""
        return self._catalogue.gettext(message)

    def ngettext(self, one: str, many: str, count: int) -> str:
        """Return the sentence in the form that fits a count."""
        return self._catalogue.ngettext(one, many, count)

    def duration(self, minutes: int) -> str:
        """Write a length: "8 hours 56 minutes", "12 minutes"."""
        hours, rest = divmod(minutes, _MINUTES_IN_HOUR)
        parts = [(hours, "duration-hour")] if hours else []
        parts += [(rest, "duration-minute")] if rest or not hours else []
        return " ".join([self._unit(value, unit) for value, unit in parts])

    def clock(self, minutes: int) -> str:
        """Write a length shortly, for lists and tables: "8:56"."""
        return f"{minutes // _MINUTES_IN_HOUR}:{minutes % _MINUTES_IN_HOUR:02}"

    def date(self, day: dt.date) -> str:
        """Write a calendar day: "18 March 1965"."""
        return self._day(day)

    def day_as_given(self, text: str) -> str:
        """Write a day that a table gives as "1995-06-16", or a month; what is said of them besides stays as it is."""
        text = _TABLE_DAY.sub(lambda found: self.date(dt.date.fromisoformat(found[0])), text)
        return _TABLE_MONTH.sub(lambda found: self.partial_date(PartialDate(int(found[1]), int(found[2]))), text)

    def day_of_year(self, month: int, day: int) -> str:
        """Write a day without its year: "18 March"."""
        pattern = self.locale.datetime_skeletons["MMMMd"]
        return format_date(dt.date(2000, month, day), pattern.pattern, locale=self.locale)

    def partial_date(self, date: PartialDate) -> str:
        """Write a date as far as it is known: "30 May 1934", "May 1976", "1983"."""
        if date.is_exact:
            return self.date(date.earliest())
        return format_date(date.earliest(), "MMMM y", locale=self.locale) if date.month else str(date.year)

    def time(self, moment: dt.time) -> str:
        """Write a time of day: "08:34"."""
        return format_time(moment, "HH:mm", locale=self.locale)

    def number(self, value: int) -> str:
        """Write a number with the separators of the language."""
        return self._number(value)

    def ordinal(self, value: int) -> str:
        """Write a place in an order: "1st"."""
        return self._ordinal(value)

    def _written_ordinal(self, value: int) -> str:
        return self._ordinals.get(self.locale.ordinal_form(value), "{}.").format(self.number(value))

    @cached_property
    def _ordinals(self) -> dict[str, str]:
        english = {"one": "{}st", "two": "{}nd", "few": "{}rd", "other": "{}th"}
        return english if self.locale.language == "en" else {}

    def listing(self, items: Iterable[str]) -> str:
        """Write a list as in a sentence: "Conrad, Kerwin and Weitz"."""
        return self._list(tuple(items))

    def either(self, items: Iterable[str]) -> str:
        """Write a list of alternatives: "Mir or Skylab"."""
        return self._either(tuple(items))

    def percent(self, share: float) -> str:
        """Write a share between 0 and 1: "26%"."""
        return format_percent(share, "#,##0.#%" if 0 < share < _SMALL else None, locale=self.locale)

    def month(self, day: dt.date) -> str:
        """Write a month without its year: "March"."""
        return format_date(day, "LLLL", locale=self.locale)

    def month_of_year(self, day: dt.date) -> str:
        """Write a month with its year: "March 2001"."""
        return format_date(day, "MMMM y", locale=self.locale)

    def age(self, born: dt.date, day: dt.date) -> str:
        """Write an age: "30 years 255 days"."""
        birthday = _birthday(born, day.year)
        if birthday > day:
            birthday = _birthday(born, day.year - 1)
        parts = ((birthday.year - born.year, "duration-year"), ((day - birthday).days, "duration-day"))
        return " ".join([self._unit(value, unit) for value, unit in parts])

    def days(self, count: int) -> str:
        """Write a span of days: "1,234 days"."""
        return self._unit(count, "duration-day")


def _birthday(born: dt.date, year: int) -> dt.date:
    """Return the birthday in a year; one born on 29 February has it on 1 March in other years."""
    try:
        return born.replace(year=year)
    except ValueError:
        return dt.date(year, 3, 1)
