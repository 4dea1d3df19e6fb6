"""The lead of a record or another superlative: who or what stands there, with what, since when, as a person says it."""

from collections.abc import Callable
from typing import Final

from bot.answering import sentences
from bot.answering.describing import conditions, people_of_kind
from bot.answering.holders import GROUPS, IN_MINUTES, MOST_NAMED, Holders, named, value_of
from bot.answering.later import later_in_ranking
from bot.corpus.record_models import PersonFilter, WalkFilter
from bot.understanding.reading import Selection

#: A record of people may be called by what they did.
_SPACEWALK: Final = "spacewalk"


def lead_of(held: Holders) -> str:
    """Return the sentence that tells who stands on the place that is asked for."""
    return _LEADS[held.ranking.of](held)


def top_lead(held: Holders) -> str:
    """Return the sentence that tells who stands on the first few places."""
    desk, ranking, lines = held.desk, held.ranking, []
    for standing in held.best:
        who = standing.label if ranking.of in GROUPS else named(desk, standing)
        lines.append(sentences.records.with_value(desk.words, who, value_of(desk, ranking, standing)))
    level = sum(standing.rank == held.best[-1].rank for standing in held.everybody[len(held.best) :])
    return sentences.records.top(desk.words, ranking.measure, ranking.order, lines, level)


def _spacewalk(held: Holders) -> str:
    words, ranking = held.desk.words, held.ranking
    when, tail = held.when(held.walk), held.tail
    people = held.desk.names(held.first.people)
    if held.walk.in_order and held.first.people == held.walk.crew:
        people = sentences.records.one_after_another(words, [held.desk.name(person) for person in held.walk.crew])
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
    walks = [f"{held.desk.names(one.people)} {held.when(one.spacewalks[-1])}" for one in held.best[:MOST_NAMED]]
    value = value_of(held.desk, ranking, held.first)
    return sentences.records.longest_walks(words, held.superlative, value, walks, tail)


def _person(held: Holders) -> str:
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
    if measure in IN_MINUTES:
        lead = sentences.records.most_time(words, held.people, held.heads, value, held.place, held.tail)
    else:
        lead = sentences.records.most_walks(words, held.people, value, held.place, held.tail)
    return lead if "_in_a_" in measure else _with_last(held, lead)


def _first_to_go(held: Holders) -> str:
    words, who = held.desk.words, held.ranking.who
    if held.heads > 1:
        return sentences.records.first_of_all(words, held.superlative, people_of_kind(held.desk, who), held.tail)
    person = people_of_kind(held.desk, who, sentences.conditions.noun_of_person(words, who.sex))
    return sentences.records.first_to_go(words, held.superlative, person, held.tail)


def _crew(held: Holders) -> str:
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


def _with_last(held: Holders, lead: str) -> str:
    """Add when the last of the spacewalks was, where a single holder has several."""
    several = len(held.best) == 1 and len(held.first.spacewalks) > 1
    of_times = held.ranking.measure in {"time", "career"}
    return sentences.records.with_last(held.desk.words, lead, held.walk.date, of_times=of_times) if several else lead


def _group(held: Holders) -> str:
    words, ranking = held.desk.words, held.ranking
    groups = held.listing([sentences.names.with_article(standing.label) for standing in held.best])
    value = sentences.records.group_amount(words, ranking.measure, held.value)
    among = sentences.records.of_any(words, ranking.of)
    if ranking.of == "mission" and ranking.where.programme:
        programme = sentences.conditions.of_programme(words, words.either(ranking.where.programme))
        among = sentences.records.of_any_mission(words, programme)
    return sentences.records.best_group(words, groups, value, held.superlative, held.tail, among)


def _moment(held: Holders) -> str:
    words, first = held.desk.words, held.first
    names = held.desk.names(first.people)
    walks = [walk.name for walk in first.spacewalks if not set(walk.crew).isdisjoint(first.people)]
    lead = sentences.records.fullest_moment(words, first.value, names, held.walk.date, held.superlative, held.tail)
    if len(walks) == 1:
        return lead
    alone = max((s.value for s in held.desk.standings(held.ranking) if len(s.spacewalks) == 1), default=0)
    return sentences.records.at_once(words, lead, walks, int(alone))


def _gap(held: Holders) -> str:
    before, after = held.first.spacewalks
    days, names = (before.date, after.date), held.desk.names(held.first.people)
    where, who, everyone = held.ranking.where, held.ranking.who, held.ranking.everyone
    timeless = where.model_copy(update={"since": None, "until": None})
    tail = conditions(held.desk, Selection(timeless, who, everyone))
    period = WalkFilter().model_copy(update={"since": where.since, "until": where.until})
    best = sentences.records.such_time(held.desk.words, held.superlative, conditions(held.desk, Selection(period)))
    value = value_of(held.desk, held.ranking, held.first)
    return sentences.records.longest_gap(held.desk.words, value, best, days, names, tail)


_LEADS: Final[dict[str, Callable[[Holders], str]]] = {
    "spacewalk": _spacewalk,
    "person": _person,
    "crew": _crew,
    **dict.fromkeys(GROUPS, _group),
    "moment": _moment,
    "gap": _gap,
}
