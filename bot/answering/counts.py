"""Answers with a figure over many spacewalks: how many, how long in all, on average, what share."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from bot.answering import sentences
from bot.answering.answer import Answer, Fact, Outcome
from bot.answering.describing import conditions, people_among, people_of_kind, who_then
from bot.answering.desk import Desk
from bot.answering.figures import values_of, whole_total_of
from bot.answering.later import later_of_kind
from bot.answering.published import otherwise_published
from bot.answering.spacewalks import answer_spacewalk
from bot.answering.tallying import Tally, parted_by_time, tally_of
from bot.corpus.models import Spacewalk
from bot.corpus.record_models import PersonFilter
from bot.corpus.snapshot import suits_worn
from bot.corpus.standings import nations_at
from bot.understanding.links import selected
from bot.understanding.reading import Asks, Counted, CountQuery, Selection

_MOST_LISTED = 12
_MOST_NAMES = 40
_FEW = 16
_DAYS_IN_YEAR = 365.2425


_LISTS = frozenset({Counted.LIST, Counted.LIST_OF_PEOPLE})
_PEOPLE = frozenset({Counted.PEOPLE, Counted.LIST_OF_PEOPLE})


def answer_count(desk: Desk, query: CountQuery) -> Answer:
    """Answer how many, how long in all, on average or which share; nothing at all is told as such."""
    tally = tally_of(desk, query)
    if not tally.walks:
        return _none(desk, query)
    of_nobody_in_particular = query.counted is Counted.LIST_OF_PEOPLE and query.selection.who == PersonFilter()
    if len(tally.walks) == 1 and (query.counted is Counted.LIST or of_nobody_in_particular):
        return answer_spacewalk(desk, tally.walks[0], query.asks, query.confidence)
    listed = tally.walks if len(tally.walks) <= _MOST_LISTED else ()
    named = tally.people if query.counted in _PEOPLE and len(tally.people) <= _MOST_NAMES else ()
    return Answer(
        outcome=Outcome.ANSWER,
        lead=_lead(desk, query, tally),
        title=sentences.conditions.heading(
            sentences.conditions.spacewalks_that(desk.words, conditions(desk, query.selection))
        ),
        text=later_of_kind(desk, tally.walks, query.selection.where.operator),
        facts=(*_facts(desk, tally, ends=not listed), *desk.walk_lines(listed)),
        sources=desk.sources(tally.walks),
        ids=(*_worn(desk, tally.walks, query.asks), *(walk.id for walk in listed), *named),
        confidence=query.confidence,
    )


def _worn(desk: Desk, walks: tuple[Spacewalk, ...], asks: Asks) -> tuple[str, ...]:
    """Return the ids of the suits that were worn, where the question asks for them."""
    if asks is not Asks.SUIT:
        return ()
    worn = {suit for walk in walks for suit in suits_worn(walk).values()}
    return tuple(topic.id for topic in desk.corpus.topics.values() if topic.name in worn)


def _lead(desk: Desk, query: CountQuery, tally: Tally) -> str:
    tail = conditions(desk, query.selection)
    if values := values_of(desk, tally.walks, query.asks):
        return sentences.counts.values_lead(desk.words, values, len(tally.walks), tail)
    if query.each or query.each_time or query.of_each or query.debut:
        return _each(desk, query, tally.people)
    where = query.selection.where
    bounded = where.longer_than is not None or where.shorter_than is not None  # there the hours are a condition
    if query.asks is Asks.HOW_LONG and query.counted in _LISTS and not bounded:
        return _time(desk, query, tally, tail)
    return _LEADS[query.counted](desk, query, tally, tail)


def _each(desk: Desk, query: CountQuery, people: Sequence[str]) -> str:
    """Tell how many people made so many spacewalks, and who where they are few."""
    noun, tail = _who(desk, query.selection, len(people))
    if query.debut:
        lead = sentences.counts.debut_lead(desk.words, noun, len(people), tail)
    elif query.each:
        least, most = query.each
        bounded = least, most if most <= len(desk.corpus.spacewalks) else None
        lead = sentences.counts.each_lead(desk.words, noun, len(people), bounded, tail)
    elif query.each_time:
        lead = " ".join(filter(None, (_each_time(desk, noun, query.each_time, tail), otherwise_published(desk, query))))
    else:
        places = [conditions(desk, Selection(where)) for where in query.of_each]
        lead = sentences.counts.at_each_lead(desk.words, noun, places, tail)
    return _with_names(desk, query, people, lead)


def _with_names(desk: Desk, query: CountQuery, people: Sequence[str], lead: str) -> str:
    """Add who they are where they are few and not only their number is asked for."""
    if query.asks is Asks.HOW_MANY or not 0 < len(people) <= _FEW:
        return lead
    return sentences.counts.with_names(desk.words, lead, desk.names(people))


def _each_time(desk: Desk, people: str, each_time: tuple[int, int], tail: str) -> str:
    """Tell who was outside so long in all. Bounds are asked for in whole hours: a minute beside one leaves it out."""
    least, most = each_time
    if least:
        hours, beyond = divmod(least, 60)
        length = desk.words.duration(hours * 60)
        return sentences.counts.each_longer_lead(desk.words, people, length, tail, or_just=not beyond)
    length = desk.words.duration(-(-most // 60) * 60)
    return sentences.counts.each_shorter_lead(desk.words, people, length, tail, or_just=most % 60 == 0)


def _who(desk: Desk, selection: Selection, count: int) -> tuple[str, str]:
    """Return people as a subject, "4 women from Germany", and the conditions that are left to say."""
    who = who_then(selection)
    noun = sentences.counts.counted_people(desk.words, count, who.sex)
    noun = noun if count else sentences.counts.nobody(desk.words, who.sex)
    return people_of_kind(desk, who, noun), _without_people(desk, selection)


def _spacewalks(desk: Desk, query: CountQuery, tally: Tally, tail: str) -> str:
    if query.selection.is_open:
        return sentences.counts.all_spacewalks(desk.words, len(tally.walks), desk.known_to())
    lead = sentences.counts.count_lead(desk.words, len(tally.walks), tail, *_split(desk, query.selection))
    who = query.selection.who
    of_people = query.counted is Counted.LIST and bool(who.nation or who.tag)
    return _with_names(desk, query, tally.people, lead) if of_people else lead


def _people(desk: Desk, query: CountQuery, tally: Tally, _: str) -> str:
    noun, tail = _who(desk, query.selection, len(tally.people))
    lead = sentences.counts.people_lead(desk.words, noun, tail, len(tally.walks))
    return _with_names(desk, query, tally.people, lead)


def _countries(desk: Desk, _: CountQuery, tally: Tally, tail: str) -> str:
    nations = _nations(desk, tally)
    return sentences.counts.countries_lead(desk.words, len(nations), nations, tail)


def _average(desk: Desk, _: CountQuery, tally: Tally, tail: str) -> str:
    known = len(tally.walks) - tally.unknown
    if not known:
        return sentences.counts.no_length_known(desk.words, tail)
    return sentences.counts.average_lead(desk.words, desk.words.duration(round(tally.minutes / known)), known, tail)


def _share(desk: Desk, query: CountQuery, tally: Tally, _: str) -> str:
    whole, part = parted_by_time(query.selection)
    count, total = len(tally.walks), len(selected(desk.corpus, whole))
    share = desk.words.percent(count / total)
    return sentences.counts.share_lead(desk.words, share, count, total, conditions(desk, part), conditions(desk, whole))


def _share_of_people(desk: Desk, query: CountQuery, tally: Tally, _: str) -> str:
    people, everybody = len(tally.people), len(desk.corpus.spacewalkers)
    noun, tail = _who(desk, query.selection, people)
    return sentences.counts.share_of_people(desk.words, desk.words.percent(people / everybody), noun, everybody, tail)


def _nations(desk: Desk, tally: Tally) -> list[str]:
    """Return the countries that somebody went out for, those with the most spacewalks first."""
    counts = Counter(
        nation
        for walk in tally.walks
        for nation in {
            n for person in walk.crew if person in tally.people for n in nations_at(desk.corpus, person, walk)
        }
    )
    return [nation for nation, _ in counts.most_common()]


def _average_age(desk: Desk, query: CountQuery, tally: Tally, _: str) -> str:
    """Write how old people were on average, each time they went out."""
    people, tail = people_among(desk, query.selection.who), _without_people(desk, query.selection)
    ages = [
        (walk.date - born.earliest()).days / _DAYS_IN_YEAR
        for walk in tally.walks
        for person in walk.crew
        if person in tally.people and (born := desk.corpus.spacewalkers[person].born) and born.is_exact
    ]
    if not ages:
        return sentences.counts.no_age_known(desk.words, people, tail)
    return sentences.counts.average_age_lead(desk.words, people, round(sum(ages) / len(ages)), len(ages), tail)


def _without_people(desk: Desk, selection: Selection) -> str:
    """Return the conditions as they follow "24 women": without saying again who they are."""
    return conditions(desk, replace(selection, who=PersonFilter()))


def _time(desk: Desk, query: CountQuery, tally: Tally, tail: str) -> str:
    restricted = bool(query.selection.who.model_fields_set)
    minutes = tally.person_minutes if restricted else tally.minutes
    total = desk.words.duration(minutes)
    total = sentences.people.at_least(desk.words, total) if tally.unknown else total
    if restricted:
        heads = len(tally.people)
        noun, tail = _who(desk, query.selection, heads)
        return sentences.counts.person_time_lead(desk.words, total, noun, heads, len(tally.walks), tail)
    return sentences.counts.time_lead(desk.words, total, len(tally.walks), tail)


_LEADS: Final[dict[Counted, Callable[[Desk, CountQuery, Tally, str], str]]] = {
    Counted.LIST: _spacewalks,
    Counted.SPACEWALKS: _spacewalks,
    Counted.LIST_OF_PEOPLE: _people,
    Counted.PEOPLE: _people,
    Counted.COUNTRIES: _countries,
    Counted.TIME: _time,
    Counted.AVERAGE: _average,
    Counted.AVERAGE_AGE: _average_age,
    Counted.SHARE: _share,
    Counted.SHARE_OF_PEOPLE: _share_of_people,
}


def _split(desk: Desk, selection: Selection) -> tuple[str, ...]:
    """Return what the Soviet Union and Russia each did, where both are counted as one."""
    operators = selection.where.operator
    if set(operators) != {"USSR", "Russia"}:
        return ()
    parts = []
    for operator in operators:
        where = selection.where.model_copy(update={"operator": (operator,)})
        count = len(selected(desk.corpus, replace(selection, where=where)))
        if not count:
            return ()
        parts.append(f"{operator} {desk.words.number(count)}")
    return (desk.words.listing(parts),)


def _facts(desk: Desk, tally: Tally, *, ends: bool) -> Iterator[Fact]:
    """Yield figures of what was counted; with `ends` the first and the last, which a list shows by itself."""
    names = sentences.cards.fact_names(desk.words)
    yield Fact(names["spacewalks"], desk.words.number(len(tally.walks)))
    yield Fact(names["total"], whole_total_of(desk, tally.walks))
    if len(tally.people) <= _MOST_NAMES:
        yield Fact(names["people"], f"{desk.words.number(len(tally.people))}: {desk.names(tally.people)}")
    else:
        yield Fact(names["people"], desk.words.number(len(tally.people)))
    if ends:
        yield Fact(names["first"], desk.short(tally.walks[0]))
        yield Fact(names["last"], desk.short(tally.walks[-1]))


def _none(desk: Desk, query: CountQuery) -> Answer:
    if query.each or query.each_time or query.of_each or query.debut:
        return _nobody(desk, _each(desk, query, ()), query)
    tail = conditions(desk, query.selection)
    where = query.selection.where
    sure = where.longer_than is None and where.shorter_than is None  # some lengths are not known
    if where.until is not None and where.until <= desk.known_whole_to() and sure:
        return _nobody(desk, sentences.counts.none_was_made(desk.words, tail), query)
    people = query.counted in _PEOPLE or bool(query.selection.who.model_fields_set)
    lead = sentences.counts.nobody_that if people else sentences.counts.no_spacewalk_that
    return _nobody(desk, lead(desk.words, tail, desk.known_to()), query)


def _nobody(desk: Desk, lead: str, query: CountQuery) -> Answer:
    return Answer(outcome=Outcome.NOT_FOUND, lead=lead, sources=desk.sources(), confidence=query.confidence)
