"""Everything there is to tell: the curated facts, and the anniversaries of a day."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.answering import Librarian
from bot.answering.desk import entry_name
from bot.corpus import Ref, Sort
from bot.corpus.models import Spacewalk
from bot.daily import sentences
from bot.daily.figures import Figures, whole_years

_ANNIVERSARY: Final = "anniversary:"
#: Years that are round enough to be kept for their own sake.
_ROUND: Final = 10
_ALSO_ROUND: Final = frozenset({25, 75})
_FEBRUARY: Final = 2
_LEAP_DAY: Final = 29


@dataclass(frozen=True, slots=True)
class DailyFact:
    """A fact to tell. `heading` says what sort it is, `about` is the card it leads to, named `title`."""

    id: str
    heading: str
    title: str
    text: str
    about: Ref
    sources: tuple[str, ...]

    @property
    def is_anniversary(self) -> bool:
        """Whether it belongs to this day rather than to any."""
        return is_anniversary(self.id)


class Pool:
    """The facts of one corpus in one language. A fact has an id that stays, and a text as of a day."""

    def __init__(self, librarian: Librarian) -> None:
        """Take the corpus of a librarian, who is also asked where a fact is a question."""
        self._librarian = librarian
        self._desk = librarian.desk
        self._figures = Figures(self._desk)
        #: The ids of the curated facts.
        self.curated: Sequence[str] = tuple(librarian.corpus.daily)

    def tell(self, fact_id: str, day: dt.date) -> DailyFact | None:
        """Return a fact as of a day, None where the corpus has it no more."""
        if is_anniversary(fact_id):
            walk = self._desk.corpus.spacewalk_by_id.get(fact_id.removeprefix(_ANNIVERSARY))
            return None if walk is None else self._anniversary(walk, day)
        curated = self._desk.corpus.daily.get(fact_id)
        if curated is None:
            return None
        text = (
            self._librarian.ask(curated.question).lead
            if curated.question
            else self._figures.filled_in(curated.text or "", day)
        )
        heading = sentences.fact_of_the_day(self._desk.words)
        return DailyFact(fact_id, heading, self._title(curated.ref), text, curated.ref, self._sources(curated.ref))

    def anniversaries(self, day: dt.date) -> Sequence[str]:
        """Return the ids of the day's notable anniversaries, the most notable first.

        Notable is a walk that has a story, and any walk in a round year: multiples of ten, 25 and 75. A walk of
        29 February is kept on 28 February in years without that day.
        """
        notable = []
        for walk in self._walks_of(day):
            years = whole_years(_day_of(walk), day) + _is_kept_early(walk, day)
            rank = bool(self._desk.corpus.stories_of.get(walk.id)) + 2 * is_round(years)
            if rank and years > 0:
                notable.append((-rank, -years, walk.id))
        return [f"{_ANNIVERSARY}{key}" for _, _, key in sorted(notable)]

    def is_landmark(self, fact_id: str, day: dt.date) -> bool:
        """Tell whether an anniversary is kept whatever came the days before: a round year of a walk with a story."""
        walk = self._desk.corpus.spacewalk_by_id[fact_id.removeprefix(_ANNIVERSARY)]
        years = whole_years(_day_of(walk), day) + _is_kept_early(walk, day)
        return is_round(years) and bool(self._desk.corpus.stories_of.get(walk.id))

    def _walks_of(self, day: dt.date) -> list[Spacewalk]:
        return [
            walk
            for walk in self._desk.corpus.spacewalks
            if (_day_of(walk).month, _day_of(walk).day) == (day.month, day.day) or _is_kept_early(walk, day)
        ]

    def _anniversary(self, walk: Spacewalk, day: dt.date) -> DailyFact:
        desk, words = self._desk, self._desk.words
        early = _is_kept_early(walk, day)
        years = whole_years(_day_of(walk), day) + early
        ago = sentences.years_ago if early else sentences.years_ago_today
        when, names = ago(words, years, words.date(_day_of(walk))), desk.names(walk.crew)
        lead = (
            sentences.anniversary_of_unknown_length(words, when, names, desk.place(walk))
            if walk.duration is None
            else sentences.anniversary(words, when, walk.kind, names, desk.place(walk), words.duration(walk.duration))
        )
        stories = desk.corpus.stories_of.get(walk.id, ())
        told = stories[0].summary if stories else walk.summary
        about = Ref(Sort.STORY, stories[0].id) if stories else Ref(Sort.SPACEWALK, walk.id)
        heading = sentences.on_this_day(words, words.day_of_year(_day_of(walk).month, _day_of(walk).day))
        return DailyFact(
            id=f"{_ANNIVERSARY}{walk.id}",
            heading=heading,
            title=self._title(about),
            text=f"{lead} {told}",
            about=about,
            sources=self._sources(about),
        )

    def _title(self, ref: Ref) -> str:
        return entry_name(self._desk.corpus.by_sort[ref.sort][ref.id])

    def _sources(self, ref: Ref) -> tuple[str, ...]:
        corpus = self._desk.corpus
        if ref.sort is Sort.STORY:
            story = corpus.stories[ref.id]
            return self._desk.sources([corpus.spacewalk_by_id[key] for key in story.spacewalks], [story])
        if ref.sort is Sort.SPACEWALK:
            return self._desk.sources([corpus.spacewalk_by_id[ref.id]])
        return self._desk.sources(more=getattr(corpus.by_sort[ref.sort][ref.id], "sources", ()))


def is_anniversary(fact_id: str) -> bool:
    """Tell whether an id is that of an anniversary."""
    return fact_id.startswith(_ANNIVERSARY)


def is_round(years: int) -> bool:
    """Tell whether so many years are worth a word of their own."""
    return years % _ROUND == 0 or years in _ALSO_ROUND


def _day_of(walk: Spacewalk) -> dt.date:
    """Return the day people know a spacewalk by."""
    return walk.local_date or walk.date


def _is_kept_early(walk: Spacewalk, day: dt.date) -> bool:
    """Tell whether a walk of 29 February is kept on this 28 February, since the year has no 29th."""
    there = _day_of(walk)
    leap = day.year % 4 == 0 and (day.year % 100 != 0 or day.year % 400 == 0)
    is_eve = (day.month, day.day) == (_FEBRUARY, _LEAP_DAY - 1)
    return (there.month, there.day) == (_FEBRUARY, _LEAP_DAY) and is_eve and not leap
