"""Who and what a question names: one entry, or the spacewalks that several have in common."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice, product

from bot.corpus import Corpus, Ref, Sort
from bot.corpus.models import Spacewalk
from bot.corpus.record_models import PersonFilter
from bot.corpus.vocabulary import Concept
from bot.understanding.frame import Frame
from bot.understanding.links import selected, walks_of, walks_on
from bot.understanding.reading import (
    Choices,
    ContrastQuery,
    Counted,
    CountQuery,
    DayQuery,
    NoneLater,
    NothingInCommon,
    Query,
    Reading,
    Selection,
    WalksQuery,
)
from bot.understanding.said import PEOPLE

_MOST_CHOICES = 10
_MOST_COMBINATIONS = 64
#: Tags of stories.
_EMERGENCY = "emergency"
_FIGURES = "statistics"
_DEEDS = (Concept.SPACEWALK, Concept.OUTSIDE, Concept.WALK, Concept.SPACEWALKER)
#: Conditions on the spacewalks of a day.
_OF_A_WALK = {"kind", "tag", "crew_size"}
_THINGS = (*_DEEDS, Concept.MOON, Concept.HUBBLE, Concept.UNTETHERED)


def subject(frame: Frame) -> Reading | None:
    """Return what a question is about by what it names, None where it names nothing."""
    if day := _day_alone(frame):
        return day
    if frame.people:
        return _about_people(frame)
    if frame.places:
        return _about_places(frame)
    if frame.nations or frame.agencies:
        return _about_nation(frame)
    selection = frame.chosen
    if frame.has(Concept.VERSUS):
        return None
    of_a_time = bool(frame.dates) and frame.has(Concept.WHO, Concept.WHAT_HAPPENED)
    of_things = frame.has(Concept.WHO, Concept.WHAT_HAPPENED, Concept.MISSION, Concept.WHICH_MISSION)
    things = _THINGS if of_things or _is_brief(frame) else _DEEDS
    if of_a_time or _is_a_time_alone(frame, selection) or (not selection.is_open and frame.has(*things)):
        return _listing(frame, selection)
    return None


def _is_a_time_alone(frame: Frame, selection: Selection) -> bool:
    """Tell whether nothing is said but a time that had spacewalks: "March 1965"."""
    if frame.has_day_of_any_year or frame.has(Concept.WHEN):
        return False
    alone = not frame.parsed.loose and all(mention.date or mention.sense.small for mention in frame.parsed.mentions)
    return bool(frame.dates) and alone and not selection.is_open and bool(selected(frame.corpus, selection))


def _is_brief(frame: Frame) -> bool:
    """Tell whether hardly more is said than the thing itself: "hubble", "on the Moon"."""
    return not frame.parsed.loose and sum(bool(m.sense.concepts) for m in frame.parsed.mentions) == 1


def _day_alone(frame: Frame) -> Reading | None:
    """Read a calendar day that nothing else narrows down."""
    if len(frame.dates) != 1 or frame.people or frame.places or frame.nations:
        return None
    if frame.selection().where.model_fields_set & _OF_A_WALK:
        return None
    if frame.has(Concept.WHEN) and not frame.has(*_DEEDS):
        return None  # "when is Christmas"
    days = [named for named in frame.dates[0] if named.day and named.month]
    if not days or frame.has(Concept.BEFORE, Concept.AFTER, Concept.SINCE):
        return None
    with_walks = [named for named in days if walks_on(frame.corpus, named)]
    if not with_walks and all(map(str.isdecimal, frame.parsed.words)) and not days[0].year:
        return None  # two figures may be any
    if len(with_walks) > 1:
        return Choices(tuple(Ref(Sort.SPACEWALK, w.id) for n in with_walks for w in walks_on(frame.corpus, n)))
    named = (with_walks or days)[0]
    instead = next(((other.month or 1, other.day or 1) for other in days if other != named), None)
    return DayQuery(named.month or 1, named.day or 1, named.year, instead)


def _listing(frame: Frame, selection: Selection) -> Reading:
    of_people = frame.has(Concept.SPACEWALKER, Concept.WHO)
    counted = Counted.LIST_OF_PEOPLE if of_people else Counted.LIST
    return CountQuery(counted, selection)


def _about_people(frame: Frame) -> Reading:
    """Read one person, or what several people and conditions have in common."""
    mentions = tuple(refs[:_MOST_CHOICES] for refs in frame.people)
    chosen = _without_own_nation(frame, frame.selection(by_nation=False))
    alone = len(mentions) == 1 and not frame.places and not _narrows(chosen)
    if alone and len(mentions[0]) == 1 and frame.has(Concept.BEFELL) and (story := _story_of(frame, mentions[0][0])):
        return story
    if alone:
        return Query(mentions[0][0]) if len(mentions[0]) == 1 else Choices(mentions[0])
    possible = {walk.id for walk, _ in selected(frame.corpus, _without_nation(chosen))}
    fits = []
    for refs in islice(product(*mentions), _MOST_COMBINATIONS):  # of twenty surnames there are millions
        walks = _common(frame.corpus, refs, possible, _walk_places(frame))
        if walks:
            fits.append((refs, walks))
    places = tuple(refs[0] for refs in frame.places)
    if not fits:
        return _none_in_common(frame.corpus, mentions, places)
    if len({refs for refs, _ in fits}) > 1:
        return Choices(tuple(dict.fromkeys(ref for refs, _ in fits for ref in refs))[:_MOST_CHOICES])
    refs, walks = fits[0]
    return WalksQuery((*refs, *places), tuple(walk.id for walk in walks))


def _story_of(frame: Frame, person: Ref) -> Query | None:
    """Return what befell somebody: the one emergency that is told of them, or the one story."""
    told = [story for story in frame.corpus.stories.values() if person.id in story.people and story.spacewalks]
    told = [story for story in told if _FIGURES not in story.tags]
    dangers = [story for story in told if _EMERGENCY in story.tags]
    for stories in (dangers, told):
        if len(stories) == 1:
            (story,) = stories
            alone = len(story.spacewalks) == 1
            return Query(Ref(Sort.SPACEWALK, story.spacewalks[0]) if alone else Ref(Sort.STORY, story.id))
    return None


def _walk_places(frame: Frame) -> tuple[tuple[Ref, ...], ...]:
    """Return the places that are spacewalks themselves; the others are conditions of the selection."""
    return tuple(refs for refs in frame.places if refs[0].sort is Sort.SPACEWALK)


def _without_own_nation(frame: Frame, selection: Selection) -> Selection:
    """Leave out who ran the spacewalks where it only says where somebody is from: "US astronaut Peggy Whitson"."""
    said = set(frame.nations)
    from_there = all(
        any(said & set(frame.corpus.person(ref.id).nations) for ref in refs if ref.sort in PEOPLE)
        for refs in frame.people
    )
    if not from_there:
        return selection
    return replace(selection, where=selection.where.model_copy(update={"operator": ()}))


def _without_nation(selection: Selection) -> Selection:
    """Leave out whom the nation restricts: the people are named already."""
    return replace(selection, who=PersonFilter())


def _narrows(selection: Selection) -> bool:
    return not _without_nation(selection).is_open


def _common(
    corpus: Corpus, people: tuple[Ref, ...], possible: set[str], places: tuple[tuple[Ref, ...], ...]
) -> list[Spacewalk]:
    if any(ref.sort is Sort.OTHER_PERSON for ref in people):
        return []
    crew = {ref.id for ref in people}
    named = {ref.id for refs in places for ref in refs}
    return [
        walk
        for walk in corpus.careers[people[0].id].spacewalks
        if walk.id in possible and crew <= set(walk.crew) and (not named or walk.id in named)
    ]


def _none_in_common(corpus: Corpus, people: tuple[tuple[Ref, ...], ...], places: tuple[Ref, ...]) -> Reading:
    """Tell that nothing fits; of people with one surname, the one who flew there and never went out is meant."""
    firsts = [refs[0] for refs in people]
    if len(people) == 1 and places:
        others = tuple(ref for ref in people[0] if ref.sort is Sort.OTHER_PERSON)
        there = tuple(ref for ref in others if _first_flew(corpus, ref, places))
        if len(people[0]) > 1 and others and len(there) != 1:
            return Choices(people[0][:_MOST_CHOICES])
        firsts = list((there or people[0])[:1])
    lone = firsts[0]
    if len(firsts) == 1 and lone.sort is Sort.OTHER_PERSON:
        return Query(lone)
    return NothingInCommon((*firsts, *places))


def _first_flew(corpus: Corpus, person: Ref, places: tuple[Ref, ...]) -> bool:
    """Tell whether the first flight of somebody who never went out is one of these."""
    named = {getattr(corpus.by_sort[place.sort][place.id], "name", "") for place in places}
    return corpus.others[person.id].first_mission in named


def _about_places(frame: Frame) -> Reading:
    selection = frame.chosen
    things = [refs[0] for refs in frame.places if refs[0].sort is Sort.TOPIC]
    if len(things) > 1 and len(things) == len(frame.places) and not frame.has(Concept.SPACEWALK):
        against = frame.has(Concept.VERSUS, Concept.OR, Concept.THAN)
        return ContrastQuery(tuple(things)) if against else Choices(tuple(things))
    walks = [ref for refs in frame.places for ref in refs[:1] if ref.sort is Sort.SPACEWALK]
    if walks:
        return Query(walks[0]) if len(walks) == 1 else WalksQuery(tuple(walks), tuple(ref.id for ref in walks))
    topics = [refs[0] for refs in frame.places if refs[0].sort is Sort.TOPIC]
    if len(frame.places) == 1 and topics and (event := event_of(frame, topics[0])):
        return event
    if len(frame.places) == 1 and (topics or not _more_than_place(frame)):
        return Query(frame.places[0][0])
    found = selected(frame.corpus, selection)
    places = tuple(refs[0] for refs in frame.places)
    if not found and len(places) > 1:
        return NothingInCommon(places)
    return _listing(frame, selection) if _more_than_place(frame) else WalksQuery(places, tuple(w.id for w, _ in found))


def event_of(frame: Frame, topic: Ref) -> Query | None:
    """Read what happened to a thing that was out only once: the suit of the first spacewalk."""
    walks = frame.corpus.topics[topic.id].spacewalks
    happened = frame.has(Concept.WHAT_HAPPENED) and len(walks) == 1
    return Query(Ref(Sort.SPACEWALK, walks[0])) if happened else None


def _more_than_place(frame: Frame) -> bool:
    """Tell whether there are conditions besides the places: a period, a nation, women."""
    selection = frame.chosen
    fields = selection.where.model_fields_set - {"station", "mission", "airlock", "suit", "vehicle", "programme"}
    return bool(fields or selection.who.model_fields_set or selection.everyone or selection.month)


def _about_nation(frame: Frame) -> Reading | None:
    selection = frame.chosen
    if frame.has(*_THINGS, Concept.SUIT, Concept.AIRLOCK) or frame.dates:
        return _listing(frame, selection)
    refs = tuple(
        refs[0] for _, refs in frame.named if refs[0].sort in {Sort.COUNTRY, Sort.AGENCY} and refs[0].sort not in PEOPLE
    )
    return Query(refs[0]) if len(refs) == 1 else None


def neighbour(frame: Frame) -> Reading | None:
    """Read "the last spacewalk before Apollo 11" and "the next one after 1 January 1990"."""
    back = frame.has(Concept.BEFORE, Concept.PREVIOUS) and frame.has(Concept.LAST, Concept.PREVIOUS)
    on = frame.has(Concept.AFTER, Concept.NEXT) and frame.has(Concept.FIRST, Concept.NEXT)
    if back == on:
        return None
    corpus = frame.corpus
    span = _anchor(frame)
    if span is None:
        yet_to_come = frame.has(Concept.NEXT) and frame.has(Concept.SPACEWALK) and not (frame.people or frame.dates)
        return _none_later(frame) if yet_to_come else None
    before, after = span
    if back:
        found = [walk for walk in corpus.spacewalks if corpus.number_of[walk.id] < before][-1:]
    else:
        found = [walk for walk in corpus.spacewalks if corpus.number_of[walk.id] > after][:1]
    if found:
        return Query(Ref(Sort.SPACEWALK, found[0].id))
    return _none_later(frame) if on else None


def _none_later(frame: Frame) -> NoneLater:
    """Name the latest spacewalk of those that the question is about."""
    found = [walk for walk, _ in selected(frame.corpus, frame.chosen)]
    return NoneLater((found or list(frame.corpus.spacewalks))[-1].id)


def _anchor(frame: Frame) -> tuple[int, int] | None:
    """Return the running numbers of the first and last spacewalk of what the question starts from."""
    numbers = [frame.corpus.number_of[walk.id] for walk in _anchor_walks(frame)]
    if numbers:
        return min(numbers), max(numbers)
    days = [named for dates in frame.dates for named in dates[:1]]
    if len(days) != 1 or not days[0].year:
        return None
    named = days[0]
    key = (named.year or 0, named.month or 1, named.day or 1)
    earlier = sum((w.date.year, w.date.month, w.date.day) < key for w in frame.corpus.spacewalks)
    last = (named.year or 0, named.month or 12, named.day or 31)
    until = sum((w.date.year, w.date.month, w.date.day) <= last for w in frame.corpus.spacewalks)
    return earlier + 1, until


def _anchor_walks(frame: Frame) -> Iterator[Spacewalk]:
    for refs in (*(refs for _, refs in frame.bounds), *frame.places, *frame.people):
        if refs[0].sort in {Sort.SPACEWALK, Sort.MISSION, Sort.SPACEWALKER, Sort.VEHICLE}:
            yield from walks_of(frame.corpus, refs[0])
            return
