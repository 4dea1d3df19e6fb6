"""Which spacewalks and people an entry has to do with."""

import datetime as dt

from bot.corpus import Corpus, Ref, Sort
from bot.corpus.filters import people_who_count
from bot.corpus.models import Spacewalk, Story, Topic
from bot.corpus.record_models import PersonFilter
from bot.corpus.standings import CountedWalks, counting_crews, nations_at
from bot.understanding.dates import Named
from bot.understanding.reading import Selection


def walks_of(corpus: Corpus, ref: Ref) -> tuple[Spacewalk, ...]:
    """Return the spacewalks that an entry has to do with, in order of start; none for a record."""
    entry = corpus.by_sort[ref.sort][ref.id]
    if isinstance(entry, Story | Topic):
        return tuple(corpus.spacewalk_by_id[walk] for walk in entry.spacewalks)
    match ref.sort:
        case Sort.SPACEWALK:
            return (corpus.spacewalk_by_id[ref.id],)
        case Sort.SPACEWALKER:
            return corpus.careers[ref.id].spacewalks
        case Sort.MISSION:
            return corpus.walks_of_mission.get(ref.id, ())
        case Sort.STATION:
            return corpus.walks_at_station.get(ref.id, ())
        case Sort.VEHICLE:
            return corpus.walks_from.get(corpus.vehicles[ref.id].name, ())
        case Sort.PROGRAMME:
            return tuple(walk for walk in corpus.spacewalks if corpus.programme_of(walk) == ref.id)
        case Sort.AIRLOCK:
            return corpus.walks_through.get(corpus.airlocks[ref.id].name, ())
        case Sort.COUNTRY | Sort.AGENCY:
            theirs = {person.id for person in people_who_count(corpus, _flown_for(corpus, ref))}
            walks = (walk for walk in corpus.spacewalks if not theirs.isdisjoint(walk.crew))
            return tuple(walk for walk in walks if any(_flew_for(corpus, p, walk, ref) for p in walk.crew))
        case _:
            return ()


def selected(corpus: Corpus, selection: Selection) -> CountedWalks:
    """Return the spacewalks of a selection in order of start, each with those of the crew who count."""
    found = counting_crews(corpus, selection.where, selection.who, everyone=selection.everyone)
    if selection.month is None:
        return found
    return tuple(pair for pair in found if any(_is_of(day, selection) for day in pair[0].days))


def walks_on(corpus: Corpus, named: Named) -> tuple[Spacewalk, ...]:
    """Return the spacewalks of a day, in UTC or where people were, in order of start.

    Of a day without its year they are those of every year.
    """
    if named.year and named.month and named.day:
        return corpus.walks_on.get(dt.date(named.year, named.month, named.day), ())
    day = named.month, named.day
    return tuple(walk for walk in corpus.spacewalks if any((each.month, each.day) == day for each in walk.days))


def _is_of(day: dt.date, selection: Selection) -> bool:
    """Tell whether a day is of the month that is asked for, and the very day of it where one is."""
    return day.month == selection.month and selection.day in {None, day.day}


def people_of(corpus: Corpus, ref: Ref) -> tuple[str, ...]:
    """Return the spacewalkers of a country or agency by id, in the order of their first spacewalk for it."""
    walks = walks_of(corpus, ref)
    return tuple(dict.fromkeys(p for walk in walks for p in walk.crew if _flew_for(corpus, p, walk, ref)))


def _flown_for(corpus: Corpus, ref: Ref) -> PersonFilter:
    """Return the condition that somebody flew for a country or agency, whenever."""
    if ref.sort is Sort.COUNTRY:
        return PersonFilter(nation=(corpus.countries[ref.id].name,))
    return PersonFilter(agency=(corpus.agencies[ref.id].name,))


def _flew_for(corpus: Corpus, person: str, walk: Spacewalk, ref: Ref) -> bool:
    if ref.sort is Sort.COUNTRY:
        return corpus.countries[ref.id].name in nations_at(corpus, person, walk)
    return corpus.agencies[ref.id].name in corpus.spacewalkers[person].agency


def event_told(corpus: Corpus, ref: Ref) -> Ref:
    """Return the spacewalk that a story of a single one tells of, whose card holds the story; else the same entry."""
    walks = corpus.stories[ref.id].spacewalks if ref.sort is Sort.STORY else ()
    return Ref(Sort.SPACEWALK, walks[0]) if len(walks) == 1 else ref
