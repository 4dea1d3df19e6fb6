"""Days, months, years and decades in a question, in any usual form and order, in all languages of the vocabulary."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from bot.corpus.vocabulary import Particle

_FIRST_YEAR: Final = 1900
_LAST_YEAR: Final = 2199
_SPACE_AGE: Final = 57
_CENTURY: Final = 100
_DECADE: Final = 10
#: The digits of a year. One letter of some scripts is a figure of ten digits, and Python reads none of thousands.
_LONGEST_FIGURE: Final = 4
#: Those with spacewalks in them.
_CENTURIES: Final = (20, 21)
#: So many words after a number its century may be said along with the next: "the 20th or the 21st century".
_JOINED: Final = 5
_CENTURIES_IN_ROMAN: Final = {"xx": 20, "xxe": 20, "xxi": 21, "xxie": 21}


class Named(NamedTuple):
    """A date as far as it was said; a part that was not is None. A decade or century is the year it begins with."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    decade: int | None = None
    century: int | None = None


@dataclass(frozen=True, slots=True)
class SpokenDate:
    """A date in a question: the words it covers and what it can mean, likeliest first ("06/03/1965" means two days)."""

    start: int
    end: int
    means: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Calendar:
    """What words say about dates: the month a word names, and the number it stands for (18, "eighteenth").

    `particles` stand between the parts of a date ("18th of March", "12 de septiembre de 2024"), before a lone month,
    which else may be another word ("may", "mars"), and before or after a year that is a decade ("les années 1970").
    """

    month_of: Callable[[str], int | None]
    number_of: Callable[[str], int | None]
    particles: Mapping[Particle, frozenset[str]]

    def dates(self, words: Sequence[str]) -> Iterator[SpokenDate]:
        """Yield the dates in folded words, from left to right; the longest form at each place."""
        place = 0
        while place < len(words):
            found = self._at(words, place) if self._may_begin(words[place]) else None
            if found is None:
                place += 1
            else:
                yield found
                place = found.end

    def named_day(self, words: Sequence[str], start: int, end: int, day: tuple[int, int]) -> SpokenDate:
        """Return the date that a day with a name is, with the year after it if there is one: "Christmas Day 1973"."""
        found = self._with_year(words, start, end, *day)
        return found or SpokenDate(start, end, (Named(None, *day),))

    def _may_begin(self, word: str) -> bool:
        """Tell whether a date can begin with a word: most words are neither figures nor months."""
        if word in self.particles[Particle.CENTURY] or word in _CENTURIES_IN_ROMAN:
            return True
        return word.isdecimal() or self.number_of(word) is not None or self.month_of(word) is not None

    def _at(self, words: Sequence[str], start: int) -> SpokenDate | None:
        forms = (self._century, self._numeric, self._day_month, self._month_day, self._month, self._decade, self._year)
        return next((found for form in forms if (found := form(words, start))), None)

    def _century(self, words: Sequence[str], start: int) -> SpokenDate | None:
        """Read the century of spaceflight or this one: "the 20th century", "le XXe siècle", "siglo XXI"."""
        said = self.particles[Particle.CENTURY]
        if words[start] in said:  # the number comes after it
            count, end = self._count_of_century(words, start + 1)
        else:
            count, end = self._count_of_century(words, start)
            follows = end < len(words) and words[end] in said
            joined = end > start + 1 and not said.isdisjoint(
                words[end : end + _JOINED]
            )  # "the 20th or the 21st century"
            end = end + 1 if follows else end if joined else 0
        return (
            SpokenDate(start, end, (Named(century=(count - 1) * _CENTURY + 1),))
            if count in _CENTURIES and end
            else None
        )

    def _count_of_century(self, words: Sequence[str], start: int) -> tuple[int, int]:
        """Return the number that stands at a place, and where the words after it go on."""
        if start >= len(words):
            return 0, start
        count = _CENTURIES_IN_ROMAN.get(words[start]) or self.number_of(words[start]) or 0
        ones = self.number_of(words[start + 1]) if count == min(_CENTURIES) and start + 1 < len(words) else None
        if ones == 1:  # "twenty first"
            return count + ones, start + 2
        after = start + 1
        endings = self.particles[Particle.AFTER_AN_ORDINAL]
        ended = after < len(words) and (words[after] in endings or len(words[after]) == 1)  # "21-м"
        return count, after + ended

    def _numeric(self, words: Sequence[str], start: int) -> SpokenDate | None:
        """Read three figures: year first, else day and month in either order; two that are all that is said."""
        figures = [int(word) for word in words[start : start + 3] if word.isdecimal() and len(word) in {1, 2, 4}]
        if len(figures) == len(words) == 2:  # noqa: PLR2004 - "18.3.", "12/25"; "2+2" is a sum
            one, two = figures
            means = tuple(
                dict.fromkeys(Named(None, *order) for order in ((two, one), (one, two)) if _exists(None, *order))
            )
            return SpokenDate(0, 2, means) if means and one != two else None
        if len(figures) < 3:  # noqa: PLR2004 - a date has three parts
            return None
        one, two, three = figures
        year = three if _is_year(three) else _full_year(three)
        orders = [(one, two, three)] if _is_year(one) else [(year, two, one), (year, one, two)]
        means = tuple(dict.fromkeys(Named(*order) for order in orders if _exists(*order)))
        return SpokenDate(start, start + 3, means) if means else None

    def _day_month(self, words: Sequence[str], start: int) -> SpokenDate | None:
        day = self.number_of(words[start])
        place = self._past_glue(words, start + 1)
        month = self.month_of(words[place]) if place < len(words) else None
        if day is None or month is None:
            return None
        return self._with_year(words, start, place + 1, month, day)

    def _month_day(self, words: Sequence[str], start: int) -> SpokenDate | None:
        month = self.month_of(words[start])
        place = self._past_glue(words, start + 1)
        day = self.number_of(words[place]) if place < len(words) else None
        if month is None or day is None or _year_in(words[place]):
            return None
        ended = place + 1 < len(words) and words[place + 1] in self.particles[Particle.AFTER_AN_ORDINAL]
        return self._with_year(words, start, place + 1 + ended, month, day)

    def _month(self, words: Sequence[str], start: int) -> SpokenDate | None:
        month = self.month_of(words[start])
        if month is None:
            return None
        place = self._past_glue(words, start + 1)
        if place < len(words) and (year := _year_in(words[place])):
            return SpokenDate(start, place + 1, (Named(year, month),))
        if start and words[start - 1] in self.particles[Particle.BEFORE_A_MONTH]:
            return SpokenDate(start, start + 1, (Named(month=month),))
        return None

    def _decade(self, words: Sequence[str], start: int) -> SpokenDate | None:
        word = words[start]
        marked = start + 1 < len(words) and words[start + 1] in self.particles[Particle.AFTER_A_DECADE]
        introduced = start > 0 and words[start - 1] in self.particles[Particle.BEFORE_A_DECADE]
        if not (marked or introduced) or not word.isdecimal() or len(word) > _LONGEST_FIGURE:
            return None
        figure = int(word)
        decade = figure if _is_year(figure) else _full_year(figure) if len(word) == 2 else 0  # noqa: PLR2004 - "60s"
        if not decade or decade % _DECADE:
            return None
        return SpokenDate(start, start + 1 + marked, (Named(decade=decade),))

    def _year(self, words: Sequence[str], start: int) -> SpokenDate | None:
        year = _year_in(words[start]) or self._short_year(words, start)
        return SpokenDate(start, start + 1, (Named(year),)) if year else None

    def _short_year(self, words: Sequence[str], start: int) -> int | None:
        """Return the year of two digits that ends a question: "how many spacewalks in 09"."""
        word, ends = words[start], 0 < start == len(words) - 1
        introduced = ends and words[start - 1] in self.particles[Particle.BEFORE_A_MONTH]
        return _full_year(int(word)) if introduced and word.isdecimal() and len(word) == 2 else None  # noqa: PLR2004 - digits

    def _with_year(self, words: Sequence[str], start: int, place: int, month: int, day: int) -> SpokenDate | None:
        after = self._past_glue(words, place)
        year = _year_in(words[after]) if after < len(words) else None
        if not _exists(year, month, day):
            return None
        return SpokenDate(start, after + 1 if year else place, (Named(year, month, day),))

    def _past_glue(self, words: Sequence[str], place: int) -> int:
        while place < len(words) and words[place] in self.particles[Particle.IN_A_DATE]:
            place += 1
        return place


def _year_in(word: str) -> int | None:
    return int(word) if word.isdecimal() and len(word) == 4 and _is_year(int(word)) else None  # noqa: PLR2004 - digits


def _is_year(figure: int) -> bool:
    return _FIRST_YEAR <= figure <= _LAST_YEAR


def _full_year(figure: int) -> int:
    """Complete a year of two digits: 69 is 1969, 24 is 2024."""
    return figure + (_FIRST_YEAR if figure >= _SPACE_AGE else _FIRST_YEAR + _CENTURY) if figure < _CENTURY else 0


def _exists(year: int | None, month: int, day: int) -> bool:
    """Tell whether there is such a day; one without a year may be 29 February."""
    try:
        dt.date(2000 if year is None else year, month, day)
    except ValueError:
        return False
    return True
