"""What every answer is written with: the corpus, the reader's language, and the parts that all cards share."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain
from operator import attrgetter
from typing import Final

from bot.answering import sentences
from bot.answering.answer import Fact, Quotation, Row
from bot.answering.wording import Wording
from bot.corpus import Corpus, Ref, Sort
from bot.corpus.models import AlsoReported, Entry, Named, Pending, Quote, Spacewalk, Story
from bot.corpus.naming import family_and_given
from bot.corpus.record_models import Ranking, RecordDefinition
from bot.corpus.standings import Standing, standings
from bot.understanding.links import people_of, walks_of

_REMEMBERED: Final = 512
_SOURCES: Final = attrgetter("sources")
#: Fewer than of anything else, since each has a place for everybody.
_RANKINGS: Final = 16


@dataclass(frozen=True)
class Desk:
    """The librarian's desk: `corpus` to look things up in, `words` to write them down with."""

    corpus: Corpus
    words: Wording

    @cached_property
    def standings(self) -> "StandingsOf":
        """Gives the whole ranking for a definition; those asked for lately are remembered."""
        return StandingsOf(self.corpus)

    def walks_of(self, ref: Ref) -> tuple[Spacewalk, ...]:
        """Return the spacewalks that an entry has to do with, in order of start."""
        return self._walks_of(ref)

    @cached_property
    def _walks_of(self) -> Callable[[Ref], tuple[Spacewalk, ...]]:
        return lru_cache(maxsize=_REMEMBERED)(lambda ref: walks_of(self.corpus, ref))

    def people_of(self, ref: Ref) -> tuple[str, ...]:
        """Return the spacewalkers of a country or agency by id, in the order of their first spacewalk for it."""
        return self._people_of(ref)

    @cached_property
    def _people_of(self) -> Callable[[Ref], tuple[str, ...]]:
        return lru_cache(maxsize=_REMEMBERED)(lambda ref: people_of(self.corpus, ref))

    @cached_property
    def counts(self) -> Sequence[int]:
        """How many spacewalks each spacewalker made, the most first."""
        return sorted((career.count for career in self.corpus.careers.values()), reverse=True)

    @cached_property
    def minutes(self) -> Sequence[int]:
        """How long each spacewalker was outside in all, in minutes, the longest first."""
        return sorted((career.minutes for career in self.corpus.careers.values()), reverse=True)

    def record_of(self, ranking: Ranking) -> RecordDefinition | None:
        """Return the record that ranks the same, None where it has no name."""
        return self._records.get(ranking)

    @cached_property
    def _records(self) -> Mapping[Ranking, RecordDefinition]:
        return {record.ranking: record for record in self.corpus.records.values()}

    def name(self, person_id: str) -> str:
        """Return the name of a person."""
        return self.corpus.person(person_id).name

    def names(self, people: Iterable[str]) -> str:
        """Return the names of people as a list in a sentence."""
        return self.words.listing(self.name(person) for person in people)

    def label(self, ref: Ref) -> str:
        """Return what to call an entry where it is offered as a choice."""
        entry = self.corpus.by_sort[ref.sort][ref.id]
        if isinstance(entry, Spacewalk):
            return self.short(entry)
        return f"{entry_name(entry)} ({sentences.names.sort_name(self.words, ref.sort)})"

    def short(self, walk: Spacewalk) -> str:
        """Return a spacewalk in a few words: designator, crew, day."""
        return sentences.walks.walk_label(self.words, walk.name, self.names(walk.crew), walk.date)

    def length(self, walk: Spacewalk) -> str:
        """Return the length of a spacewalk in words, or that it is unknown."""
        return sentences.names.unknown(self.words) if walk.duration is None else self.words.duration(walk.duration)

    def place(self, walk: Spacewalk) -> str:
        """Return where a spacewalk was made: the vehicle, and the station it was docked to."""
        vehicle = sentences.names.with_article(walk.vehicle)
        if walk.docked_at is None:
            return vehicle
        return sentences.names.docked(self.words, vehicle, sentences.names.with_article(walk.docked_at))

    def reporters(self, other: AlsoReported) -> str:
        """Return who gives a figure differently; tables by their names."""
        named = (self._tables.get(by, by) for by in other.by)
        return self.words.listing(sentences.names.within_brackets(name) for name in named)

    def quotation(self, quote: Quote) -> Quotation:
        """Return a quote as a card shows it."""
        when = sentences.walks.occasion(self.words, quote)
        return Quotation(quote.text, quote.speaker, when, quote.source)

    def line(self, walk: Spacewalk, *, who: bool = True, local: bool = False) -> str:
        """Return one line of a list of spacewalks, with its crew unless what it tells names them.

        With `who` they are named in full: the list answers who was outside. With `local` the day people know it by
        stands beside that of UTC, where it is another one.
        """
        people = [self.corpus.person(person) for person in walk.crew]
        told = all((person.name if who else family_and_given(person)[0]) in walk.summary for person in people)
        length = None if walk.duration is None else self.words.duration(walk.duration)
        crew = "" if told else self.names(walk.crew)
        day = sentences.walks.local_day(self.words, walk.date, walk.local_date if local else None, walk.operator)
        return sentences.walks.walk_line(self.words, day, crew, length, walk.summary)

    def walk_lines(self, walks: Iterable[Spacewalk], *, who: bool = True, local: bool = False) -> tuple[Fact, ...]:
        """Return a list of spacewalks as facts, by designator; what `who` and `local` mean is said of a line."""
        return tuple(Fact(walk.name, self.line(walk, who=who, local=local), Row.SPACEWALK) for walk in walks)

    def sources(
        self, walks: Iterable[Spacewalk] = (), stories: Iterable[Story] = (), more: Iterable[str] = ()
    ) -> tuple[str, ...]:
        """Return the source line of an answer: tables, publications, the reach of the corpus. Made nowhere else."""
        listed = [self._tables[source] for source in dict.fromkeys(chain.from_iterable(map(_SOURCES, walks)))]
        listed += [source for story in stories for source in story.sources]
        return (*dict.fromkeys([*listed, *more]), self.reach())

    @cached_property
    def _tables(self) -> Mapping[str, str]:
        return {table.id: table.name for table in self.corpus.about.sources}

    def reach(self) -> str:
        """Return up to when the corpus is complete, for whom."""
        return self._reach

    @cached_property
    def _reach(self) -> str:
        return sentences.cards.reach(self.words, self.corpus.about)

    def known_to(self) -> dt.date:
        """Return the last day the tables reach for anybody."""
        return max(part.date for part in self.corpus.about.complete_through)

    def known_whole_to(self) -> dt.date:
        """Return the last day the tables reach for everybody."""
        return min(part.date for part in self.corpus.about.complete_through)

    def pending_of(self, name: str) -> tuple[Pending, ...]:
        """Return walks after the tables end that somebody is reported on."""
        return tuple(pending for pending in self.corpus.pending if name in pending.crew)


class StandingsOf:
    """Whole rankings of one corpus, computed once while they are asked for again and again."""

    def __init__(self, corpus: Corpus) -> None:
        """Start with nothing remembered."""
        self._compute = lru_cache(maxsize=_RANKINGS)(lambda ranking: standings(corpus, ranking))
        self._records = corpus.records
        self._of_record = {key: record.ranking for key, record in corpus.records.items()}

    def __call__(self, ranking: Ranking) -> tuple[Standing, ...]:
        """Return the ranking, best first."""
        if not isinstance(ranking, RecordDefinition):
            return self._compute(ranking)
        itself = self._records.get(ranking.id) is ranking  # and no copy that was narrowed down
        return self._compute(self._of_record[ranking.id] if itself else ranking.ranking)


def entry_name(entry: Entry) -> str:
    """Return what an entry is called: its full name where it has one."""
    full = getattr(entry, "full_name", None)
    if full:
        return str(full)
    return entry.name if isinstance(entry, Named | Story) else entry.id


def is_person(ref: Ref) -> bool:
    """Tell whether an entry is somebody."""
    return ref.sort in {Sort.SPACEWALKER, Sort.OTHER_PERSON}
