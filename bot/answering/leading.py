"""The lead of a record or another superlative: who or what stands there, with what, since when, as a person says it."""

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from bot.answering import sentences
from bot.answering.describing import conditions, people_among, people_of_kind
from bot.answering.desk import Desk
from bot.answering.later import has_ended, later_in_ranking
from bot.corpus.models import Spacewalk
from bot.corpus.record_models import PersonFilter, Ranking, RecordDefinition, WalkFilter
from bot.corpus.standings import Standing, on_place
from bot.understanding.reading import Selection

#: More holders than these are not all named.
_MOST_NAMED: Final = 8
_FEW: Final = 3
#: In days: longer times are told in years, too.
_A_YEAR: Final = 366
_MINUTES: Final = frozenset({"duration", "time", "time_in_a_mission"})
_FIRSTS: Final = frozenset({"start", "first_day"})
#: A record of people may be called by what they did.
_SPACEWALK: Final = "spacewalk"
_GROUPS: Final = frozenset({"year", "station", "mission", "country"})
#: A length as records give what is published.
_LENGTH: Final = re.compile(r"\b([0-9]+) h ([0-9]{1,2}) min\b")


@dataclass(frozen=True, slots=True)
class _Holders:
    """Who shares the place that is asked for, and the words that every lead is made of."""

    desk: Desk
    ranking: Ranking
    best: tuple[Standing, ...]

    @property
    def first(self) -> Standing:
        return self.best[0]

    @property
    def walk(self) -> Spacewalk:
        return self.first.spacewalks[-1]

    @property
    def superlative(self) -> str:
        ranking = self.ranking
        measure = ranking.measure if ranking.of not in _GROUPS else "amount"
        place = place_of(self.desk, ranking, self.first) if ranking.rank > 1 else ""
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
        of_people = self.ranking.of in {"person", "country", "crew"} or self.ranking.measure == "people"
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
        return sentences.records.of_all(self.desk.words, people_among(self.desk, self.ranking.who))

    @property
    def place(self) -> str:
        return sentences.records.the_best(self.desk.words, self.superlative, self.among)

    @property
    def people(self) -> str:
        labels: defaultdict[tuple[str, ...], list[str]] = defaultdict(list)
        for standing in self.best:
            labels[standing.people] += [standing.label] if standing.label else []
        return self.listing([with_labels(self.desk, people, theirs) for people, theirs in labels.items()])

    @property
    def heads(self) -> int:
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
        if len(names) > _MOST_NAMED:
            names = [*names[:_FEW], sentences.records.others(self.desk.words, len(names) - _FEW)]
        return self.desk.words.listing(names)

    def when(self, walk: Spacewalk) -> str:
        return sentences.records.on_walk(self.desk.words, walk.name, walk.date)


def place_of(desk: Desk, ranking: Ranking, standing: Standing) -> str:
    """Return the place of a standing in words: "3rd", "joint 2nd"."""
    everybody = desk.standings(ranking)
    if ranking.ties == "earliest":
        return sentences.standings.place(desk.words, everybody.index(standing) + 1, shared=False)
    shared = len(on_place(everybody, standing.rank)) > 1
    return sentences.standings.place(desk.words, standing.rank, shared=shared)


def _in_words(desk: Desk, published: str) -> str:
    """Write a published value as the computed one is written: lengths in words."""
    return _LENGTH.sub(lambda found: desk.words.duration(int(found[1]) * 60 + int(found[2])), published)


def lead_of(desk: Desk, ranking: Ranking, best: tuple[Standing, ...]) -> str:
    """Return the sentence that tells who stands on the place that is asked for; `best` share it."""
    return _LEADS[ranking.of](_Holders(desk, ranking, best))


def top_lead(desk: Desk, ranking: Ranking, best: tuple[Standing, ...]) -> str:
    """Return the sentence that tells who stands on the first few places."""
    lines = []
    for standing in best:
        who = standing.label if ranking.of in _GROUPS else named(desk, standing)
        value = value_of(desk, ranking, standing)
        lines.append(sentences.records.with_value(desk.words, who, value))
    level = sum(standing.rank == best[-1].rank for standing in desk.standings(ranking)[len(best) :])
    return sentences.records.top(desk.words, ranking.measure, ranking.order, lines, level)


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
    if ranking.measure in _MINUTES:
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


def _spacewalk(held: _Holders) -> str:
    words, ranking = held.desk.words, held.ranking
    when, tail = held.when(held.walk), held.tail
    people = held.desk.names(held.first.people)
    record = held.called(sentences.records.best_walk(words, held.superlative, tail))
    if ranking.measure == "start":
        later = later_in_ranking(held.desk, ranking, held.best)
        lead = sentences.records.latest_walk if later else sentences.records.first_walk
        return lead(words, people, record, when)
    if ranking.measure == "crew_size":
        value = value_of(held.desk, ranking, held.first)
        return sentences.records.largest_crew(words, value, held.superlative, people, when, tail)
    if len(held.best) == 1:
        return sentences.records.longest_walk(words, people, record, held.value, when)
    walks = [f"{held.desk.names(one.people)} {held.when(one.spacewalks[-1])}" for one in held.best[:_MOST_NAMED]]
    value = value_of(held.desk, ranking, held.first)
    return sentences.records.longest_walks(words, held.superlative, value, walks, tail)


def _person(held: _Holders) -> str:
    words, measure = held.desk.words, held.ranking.measure
    if measure == "first_day":
        people = held.desk.names(dict.fromkeys(person for one in held.best for person in one.people))
        record = held.called("")
        # The first spacewalk is somebody's, as he may have had a companion in the hatch.
        if _SPACEWALK in record.split():
            return sentences.records.first_walk(words, people, record, held.when(held.walk))
        record = record or _first_to_go(held)
        return sentences.records.first_person(words, people, held.heads, record, held.when(held.walk))
    if measure == "age":
        record = held.called(sentences.records.best_of(words, held.superlative, held.among, held.tail))
        return sentences.records.oldest(words, held.people, held.heads, record, held.value, held.when(held.walk))
    if measure == "career":
        lead = sentences.records.longest_career(words, held.people, held.value, held.place, held.tail)
        return _with_last(held, lead)
    value = sentences.records.in_one(words, measure, held.value) if "_in_a_" in measure else held.value
    if measure in _MINUTES:
        lead = sentences.records.most_time(words, held.people, held.heads, value, held.place, held.tail)
    else:
        lead = sentences.records.most_walks(words, held.people, value, held.place, held.tail)
    return lead if "_in_a_" in measure else _with_last(held, lead)


def _first_to_go(held: _Holders) -> str:
    words, who = held.desk.words, held.ranking.who
    if held.heads > 1:
        return sentences.records.first_of_all(words, held.superlative, people_of_kind(held.desk, who), held.tail)
    person = people_of_kind(held.desk, who, sentences.conditions.noun_of_person(words, who.sex))
    return sentences.records.first_to_go(words, held.superlative, person, held.tail)


def _crew(held: _Holders) -> str:
    words = held.desk.words
    value = sentences.records.together(words, held.value)
    among = sentences.records.of_any(words, held.ranking.of)
    if held.ranking.who != PersonFilter():
        people = people_of_kind(held.desk, held.ranking.who)
        among = sentences.records.of_any_crew(words, people, alone=held.ranking.everyone)
    place = sentences.records.the_best(words, held.superlative, among)
    if held.ranking.measure == "time":
        lead = sentences.records.most_time(words, held.people, held.heads, value, place, held.tail)
    else:
        lead = sentences.records.most_walks(words, held.people, value, place, held.tail)
    return _with_last(held, lead)


def _with_last(held: _Holders, lead: str) -> str:
    """Add when the last of the spacewalks was, where a single holder has several."""
    several = len(held.best) == 1 and len(held.first.spacewalks) > 1
    of_times = held.ranking.measure in {"time", "career"}
    return sentences.records.with_last(held.desk.words, lead, held.walk.date, of_times=of_times) if several else lead


def _group(held: _Holders) -> str:
    words, ranking = held.desk.words, held.ranking
    groups = held.listing([sentences.names.with_article(standing.label) for standing in held.best])
    value = sentences.records.group_amount(words, ranking.measure, held.value)
    among = sentences.records.of_any(words, ranking.of)
    if ranking.of == "mission" and ranking.where.programme:
        programme = sentences.conditions.of_programme(words, words.either(ranking.where.programme))
        among = sentences.records.of_any_mission(words, programme)
    return sentences.records.best_group(words, groups, value, held.superlative, held.tail, among)


def _moment(held: _Holders) -> str:
    words, first = held.desk.words, held.first
    names = held.desk.names(first.people)
    walks = sum(not set(walk.crew).isdisjoint(first.people) for walk in first.spacewalks)
    lead = sentences.records.fullest_moment(words, first.value, names, held.walk.date, held.superlative, held.tail)
    return sentences.records.at_once(words, lead, walks) if walks > 1 else lead


def _gap(held: _Holders) -> str:
    before, after = held.first.spacewalks
    days, names = (before.date, after.date), held.desk.names(held.first.people)
    where, who, everyone = held.ranking.where, held.ranking.who, held.ranking.everyone
    timeless = where.model_copy(update={"since": None, "until": None})
    tail = conditions(held.desk, Selection(timeless, who, everyone))
    period = WalkFilter().model_copy(update={"since": where.since, "until": where.until})
    best = sentences.records.such_time(held.desk.words, held.superlative, conditions(held.desk, Selection(period)))
    value = value_of(held.desk, held.ranking, held.first)
    return sentences.records.longest_gap(held.desk.words, value, best, days, names, tail)


_LEADS: Final[dict[str, Callable[[_Holders], str]]] = {
    "spacewalk": _spacewalk,
    "person": _person,
    "crew": _crew,
    **dict.fromkeys(_GROUPS, _group),
    "moment": _moment,
    "gap": _gap,
}
