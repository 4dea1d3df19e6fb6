"""Who shares a place of a ranking, and the words that tell of it: names, figure, superlative, conditions."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.answering import sentences
from bot.answering.describing import conditions, people_among, people_of_kind
from bot.answering.desk import Desk
from bot.answering.later import has_ended
from bot.corpus.models import Spacewalk
from bot.corpus.record_models import PersonFilter, Ranking, RecordDefinition
from bot.corpus.standings import Standing, on_place
from bot.understanding.reading import Selection

#: What is ranked that is no single spacewalk and nobody.
GROUPS: Final = frozenset({"year", "station", "mission", "country"})
IN_MINUTES: Final = frozenset({"duration", "time", "time_in_a_mission"})
#: More holders than these are not all named.
MOST_NAMED: Final = 8
_FEW: Final = 3
#: In days: longer times are told in years, too.
_A_YEAR: Final = 366
_FIRSTS: Final = frozenset({"start", "first_day"})
#: A length as records give what is published.
_LENGTH: Final = re.compile(r"\b([0-9]+) h ([0-9]{1,2}) min\b")


@dataclass(frozen=True, slots=True)
class Holders:
    """Who shares the place that is asked for, and the words that every lead is made of."""

    desk: Desk
    ranking: Ranking
    best: tuple[Standing, ...]
    everybody: tuple[Standing, ...]

    @property
    def first(self) -> Standing:
        """The earliest of them."""
        return self.best[0]

    @property
    def walk(self) -> Spacewalk:
        """The last spacewalk of the earliest."""
        return self.first.spacewalks[-1]

    @property
    def superlative(self) -> str:
        """What they are: "longest", "joint 2nd most"."""
        ranking = self.ranking
        measure = ranking.measure if ranking.of not in GROUPS else "amount"
        place = place_of(self.desk, ranking, self.everybody, self.first) if ranking.rank > 1 else ""
        ended = has_ended(self.desk, ranking)
        return sentences.records.superlative(self.desk.words, measure, ranking.order, place, ended=ended)

    def called(self, otherwise: str) -> str:
        """Return the name of a record as it stands in a sentence, another word where it is no record."""
        if not isinstance(self.ranking, RecordDefinition):
            return otherwise
        return self.ranking.name[:1].lower() + self.ranking.name[1:]

    @property
    def tail(self) -> str:
        """The conditions on the spacewalks, and on the people too where these are what is ranked."""
        of_people = self.ranking.of in {"person", "country", "crew"}
        of_people = of_people or (self.ranking.measure == "people" and self.ranking.of != "moment")
        who = PersonFilter() if of_people else self.ranking.who
        where, company = self.ranking.where, ""
        if self.ranking.of == "person" and where.crew_size:
            company = sentences.conditions.in_company(self.desk.words, where.crew_size - 1)
            where = where.model_copy(update={"crew_size": None})
        if self.ranking.of == "mission":  # these are named with the missions
            where = where.model_copy(update={"programme": ()})
        everyone = self.ranking.everyone and self.ranking.of != "crew"
        return f"{company} {conditions(self.desk, Selection(where, who, everyone))}".strip()

    @property
    def among(self) -> str:
        """Of whom they are that: "of all women"."""
        return sentences.records.of_all(self.desk.words, people_among(self.desk, self.ranking.who))

    @property
    def place(self) -> str:
        """Both together: "the most of all women"."""
        return sentences.records.the_best(self.desk.words, self.superlative, self.among)

    @property
    def people(self) -> str:
        """Who they are, each named once, with the years or missions they stand there for."""
        labels: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for standing in self.best:
            labels[standing.people] += [standing.label] if standing.label else []
        return self.listing([with_labels(self.desk, people, theirs) for people, theirs in labels.items()])

    @property
    def heads(self) -> int:
        """How many people they are."""
        return len({person for standing in self.best for person in standing.people})

    @property
    def value(self) -> str:
        """What they stand there with; of each, where they are several."""
        value = value_of(self.desk, self.ranking, self.first)
        if published := getattr(self.ranking, "published", None):
            value = sentences.records.published(self.desk.words, value, _in_words(self.desk, published))
        return sentences.records.each(self.desk.words, value) if len(self.best) > 1 else value

    def listing(self, names: list[str]) -> str:
        """Write names as a list, a long one cut short."""
        names = list(dict.fromkeys(names))
        if len(names) > MOST_NAMED:
            names = [*names[:_FEW], sentences.records.others(self.desk.words, len(names) - _FEW)]
        return self.desk.words.listing(names)

    def when(self, walk: Spacewalk) -> str:
        """Say on which day, on which spacewalk."""
        return sentences.records.on_walk(self.desk.words, walk.name, walk.date)


def place_of(desk: Desk, ranking: Ranking, everybody: Sequence[Standing], standing: Standing) -> str:
    """Return the place of a standing among `everybody` in words: "3rd", "joint 2nd"."""
    if ranking.ties == "earliest":
        return sentences.standings.place(desk.words, everybody.index(standing) + 1, shared=False)
    shared = len(on_place(everybody, standing.rank)) > 1
    return sentences.standings.place(desk.words, standing.rank, shared=shared)


def _in_words(desk: Desk, published: str) -> str:
    """Write a published value as the computed one is written: lengths in words."""
    return _LENGTH.sub(lambda found: desk.words.duration(int(found[1]) * 60 + int(found[2])), published)


def named(desk: Desk, standing: Standing) -> str:
    """Return who stands there, with the year or mission that it was in."""
    return with_labels(desk, standing.people, [standing.label] if standing.label else [])


def with_labels(desk: Desk, people: Sequence[str], labels: Sequence[str]) -> str:
    """Return people with the years or missions that they stand there for."""
    names = desk.names(people)
    return sentences.records.with_value(desk.words, names, desk.words.listing(labels)) if labels else names


def value_of(desk: Desk, ranking: Ranking, standing: Standing) -> str:
    """Write what somebody stands in a ranking with: a length, an age, a count, a day."""
    words = desk.words
    if ranking.measure in IN_MINUTES:
        text = words.duration(standing.value)
        return sentences.people.at_least(words, text) if standing.at_least else text
    if ranking.measure == "age":
        born = desk.corpus.spacewalkers[standing.people[0]].born
        return words.age(born.earliest(), standing.spacewalks[0].date) if born else words.days(standing.value)
    if ranking.measure in {"career", "days"}:
        days, first, last = words.days(standing.value), standing.spacewalks[0].date, standing.spacewalks[-1].date
        return days if standing.value < _A_YEAR else sentences.people.with_figure(words, days, words.age(first, last))
    if ranking.measure == "people":
        return people_of_kind(
            desk, ranking.who, sentences.counts.counted_people(words, standing.value, ranking.who.sex)
        )
    if ranking.measure == "crew_size":
        return sentences.people.people_count(words, standing.value)
    if ranking.measure in _FIRSTS:
        return words.date(standing.spacewalks[0].date)
    return sentences.people.count_of(words, standing.value)
