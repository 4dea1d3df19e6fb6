"""Answers about what many spacewalks belong to: missions, stations, spacecraft, airlocks, countries, agencies."""

from collections.abc import Iterator, Sequence

from bot.answering import sentences
from bot.answering.answer import Answer, Fact, Outcome
from bot.answering.desk import Desk, entry_name
from bot.answering.figures import total_of, values_of, whole_total_of
from bot.answering.later import later_of_kind
from bot.answering.spacewalks import answer_spacewalk
from bot.corpus import Ref, Sort
from bot.corpus.models import Mission, Place, Spacewalk
from bot.understanding.reading import Asks

_MOST_LISTED = 12
_MOST_NAMED = 12
#: What is asked for of all spacewalks of a group, and told by how many had it.
_VALUES = frozenset({Asks.SUIT, Asks.AIRLOCK})


def answer_group(desk: Desk, ref: Ref, asks: Asks, confidence: float) -> Answer:
    """Answer about the spacewalks of a mission, station, craft or airlock. A single one gets its own card."""
    walks = desk.walks_of(ref)
    entry = desk.corpus.by_sort[ref.sort][ref.id]
    if not walks:
        return _none(desk, ref, asks, confidence)
    if len(walks) == 1:
        return answer_spacewalk(desk, walks[0], asks, confidence)
    name = _with_article(ref, entry.name if isinstance(entry, Place) else ref.id)
    people = tuple(dict.fromkeys(person for walk in walks for person in walk.crew))
    lead = sentences.groups.group_lead(desk.words, _capital(name), len(walks), total_of(desk, walks), len(people))
    if values := values_of(desk, walks, asks) if asks in _VALUES else "":
        place = sentences.conditions.on_mission if isinstance(entry, Mission) else sentences.conditions.at_place
        lead = sentences.counts.values_lead(desk.words, values, len(walks), place(desk.words, name))
    if asks is Asks.WHO and len(people) <= _MOST_NAMED:
        lead = sentences.counts.with_names(desk.words, lead, desk.names(people))
    return _card(desk, ref, walks, people, lead, confidence)


def answer_nation(desk: Desk, ref: Ref, confidence: float) -> Answer:
    """Answer about the people of a country or agency who went outside."""
    walks = desk.walks_of(ref)
    name = entry_name(desk.corpus.by_sort[ref.sort][ref.id])
    if not walks:
        lead = sentences.groups.no_walks_for(desk.words, name, desk.known_to())
        return Answer(Outcome.NOT_FOUND, lead, title=name, sources=desk.sources(), ids=(ref.id,), confidence=confidence)
    people = desk.people_of(ref)
    if ref.sort is Sort.AGENCY:
        short = desk.corpus.agencies[ref.id].name
        lead = sentences.groups.agency_lead(desk.words, short, len(walks), len(people))
    else:
        from_there = sentences.names.with_article(desk.corpus.countries[ref.id].name)
        lead = sentences.groups.country_lead(desk.words, from_there, len(walks), len(people))
    return _card(desk, ref, walks, people, lead, confidence)


def _card(
    desk: Desk, ref: Ref, walks: Sequence[Spacewalk], people: Sequence[str], lead: str, confidence: float
) -> Answer:
    listed = walks if len(walks) <= _MOST_LISTED else ()
    return Answer(
        outcome=Outcome.ANSWER,
        lead=lead,
        title=entry_name(desk.corpus.by_sort[ref.sort][ref.id]),
        text=later_of_kind(desk, walks, {walk.operator for walk in walks}),
        facts=(*_facts(desk, walks, people, ends=not listed), *desk.walk_lines(listed, who=False)),
        sources=desk.sources(walks),
        ids=(ref.id, *(walk.id for walk in listed)),
        confidence=confidence,
    )


def _facts(desk: Desk, walks: Sequence[Spacewalk], people: Sequence[str], *, ends: bool) -> Iterator[Fact]:
    """Yield figures of spacewalks; with `ends` the first and the last, which a list shows by itself."""
    names = sentences.cards.fact_names(desk.words)
    count = desk.words.number(len(people))
    yield Fact(names["spacewalks"], desk.words.number(len(walks)))
    yield Fact(names["total"], whole_total_of(desk, walks))
    yield Fact(names["people"], f"{count}: {desk.names(people)}" if len(people) <= _MOST_NAMED else count)
    if ends:
        yield Fact(names["first"], desk.short(walks[0]))
        yield Fact(names["last"], desk.short(walks[-1]))
    longest = max((walk for walk in walks if walk.duration is not None), key=lambda w: w.duration or 0, default=None)
    if longest:
        yield Fact(names["longest"], f"{desk.length(longest)}, {desk.short(longest)}")


def _none(desk: Desk, ref: Ref, asks: Asks, confidence: float) -> Answer:
    entry = desk.corpus.by_sort[ref.sort][ref.id]
    note = entry.note if isinstance(entry, Mission) and entry.note else ""
    named = entry_name(entry) if ref.sort is Sort.PROGRAMME else getattr(entry, "name", ref.id)
    name = named if isinstance(entry, Place) else ref.id
    reported = sum(one.mission == name and one.status == "took-place" for one in desk.corpus.pending)
    called = sentences.names.with_article(name)
    lead = (
        sentences.groups.known_in_part(desk.words, called, reported)
        if reported
        else sentences.groups.no_walks_of(desk.words, called)
    )
    return Answer(
        outcome=Outcome.NOT_FOUND,
        lead=f"{lead} {note}" if note and asks is Asks.WHY else lead,
        title=entry_name(entry),
        text="" if asks is Asks.WHY else note,
        sources=desk.sources(),
        ids=(ref.id,),
        confidence=confidence,
    )


def _with_article(ref: Ref, name: str) -> str:
    named = sentences.names.airlock_with_article if ref.sort is Sort.AIRLOCK else sentences.names.with_article
    return named(name)


def _capital(name: str) -> str:
    return name[:1].upper() + name[1:]
