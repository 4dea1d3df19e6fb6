"""The corpus in memory: every entry, and the indexes to look things up in.

Nothing changes after loading; a process that stays may let go of the vocabularies, which no index made so far needs.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from bot.corpus.daily_models import DailyFact
from bot.corpus.folding import fold_all
from bot.corpus.models import (
    About,
    Agency,
    Airlock,
    Ambiguous,
    Country,
    Entry,
    Mission,
    OtherPerson,
    Particular,
    Pending,
    Person,
    Programme,
    Publication,
    Quote,
    Spacewalk,
    Spacewalker,
    Station,
    Story,
    Topic,
    Vehicle,
)
from bot.corpus.record_models import RecordDefinition
from bot.corpus.refs import Sort
from bot.corpus.vocabulary import Particle, Vocabulary

E = TypeVar("E", bound=Entry)
K = TypeVar("K")
V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Career:
    """What one person did outside. `minutes` adds up the known lengths; `unknown_lengths` walks are not in it."""

    spacewalks: tuple[Spacewalk, ...]
    minutes: int
    unknown_lengths: int

    @property
    def count(self) -> int:
        """How many spacewalks."""
        return len(self.spacewalks)

    @property
    def first(self) -> Spacewalk:
        """The first spacewalk."""
        return self.spacewalks[0]

    @property
    def last(self) -> Spacewalk:
        """The last known spacewalk."""
        return self.spacewalks[-1]


@dataclass(frozen=True, repr=False)
class Corpus:
    """All entries. `spacewalks` stand in order of start, quotes as in their file, the other collections by id."""

    about: About
    spacewalks: tuple[Spacewalk, ...]
    spacewalkers: Mapping[str, Spacewalker]
    others: Mapping[str, OtherPerson]
    stories: Mapping[str, Story]
    quotes: Mapping[str, Quote]
    topics: Mapping[str, Topic]
    records: Mapping[str, RecordDefinition]
    daily: Mapping[str, DailyFact]
    programmes: Mapping[str, Programme]
    stations: Mapping[str, Station]
    vehicles: Mapping[str, Vehicle]
    missions: Mapping[str, Mission]
    countries: Mapping[str, Country]
    agencies: Mapping[str, Agency]
    airlocks: Mapping[str, Airlock]
    publications: Mapping[str, Publication]
    pending: tuple[Pending, ...]
    ambiguous: tuple[Ambiguous, ...]
    vocabularies: tuple[Vocabulary, ...]
    number_of: Mapping[str, int] = field(init=False)

    def __post_init__(self) -> None:
        """Number the spacewalks in order of start: computed, since the number moves when one is inserted."""
        numbers = {walk.id: number for number, walk in enumerate(self.spacewalks, start=1)}
        object.__setattr__(self, "number_of", MappingProxyType(numbers))

    def __repr__(self) -> str:
        """Name it; all that is in it would fill a book wherever it is shown."""
        return f"<Corpus {self.about.version}: {len(self.spacewalks)} spacewalks>"

    @cached_property
    def by_sort(self) -> Mapping[Sort, Mapping[str, Entry]]:
        """Every collection that a `Ref` can point into."""
        return MappingProxyType(
            {
                Sort.SPACEWALK: self.spacewalk_by_id,
                Sort.SPACEWALKER: self.spacewalkers,
                Sort.OTHER_PERSON: self.others,
                Sort.STORY: self.stories,
                Sort.TOPIC: self.topics,
                Sort.RECORD: self.records,
                Sort.PROGRAMME: self.programmes,
                Sort.STATION: self.stations,
                Sort.VEHICLE: self.vehicles,
                Sort.MISSION: self.missions,
                Sort.COUNTRY: self.countries,
                Sort.AGENCY: self.agencies,
                Sort.AIRLOCK: self.airlocks,
            }
        )

    def forget_what_is_indexed(self) -> None:
        """Let go of the vocabularies and of written questions: 3 MiB that nothing needs once the indexes are made.

        Every index of phrases has to be there by then: one made later would know no words.
        """
        _ = self.particles
        object.__setattr__(self, "vocabularies", ())
        for particular in self.particulars:
            object.__setattr__(particular, "asked", ())
            object.__setattr__(particular, "asked_elsewhere", ())

    @property
    def particulars(self) -> Iterator[Particular]:
        """What is asked about stories and topics in particular."""
        for story in self.stories.values():
            yield from story.particulars
        for topic in self.topics.values():
            yield from topic.particulars

    @cached_property
    def particles(self) -> Mapping[Particle, frozenset[str]]:
        """The little words of all vocabularies, folded, by what they do."""
        said = [(kind, word) for each in self.vocabularies for kind, words in each.particles.items() for word in words]
        found: defaultdict[Particle, set[str]] = defaultdict(set)
        for (kind, _), word in zip(said, fold_all([word for _, word in said]), strict=True):
            found[kind].add(word)
        return MappingProxyType({kind: frozenset(found[kind]) for kind in Particle})

    @cached_property
    def spacewalk_by_id(self) -> Mapping[str, Spacewalk]:
        """Spacewalks by id, and by the ids they had before a correction."""
        current = {walk.id: walk for walk in self.spacewalks}
        former = {old: walk for walk in self.spacewalks for old in walk.former_ids}
        return MappingProxyType(former | current)

    @cached_property
    def careers(self) -> Mapping[str, Career]:
        """What each spacewalker did, by person id."""
        walks = _grouped((person, walk) for walk in self.spacewalks for person in walk.crew)
        return MappingProxyType({person: _career(theirs) for person, theirs in walks.items()})

    @cached_property
    def walks_on(self) -> Mapping[dt.date, tuple[Spacewalk, ...]]:
        """Spacewalks by calendar day: that of UTC and, where it is another, the one people know it by."""
        return _grouped((day, walk) for walk in self.spacewalks for day in walk.days)

    @cached_property
    def walks_of_mission(self) -> Mapping[str, tuple[Spacewalk, ...]]:
        """Spacewalks by mission id."""
        ids = {mission.name: mission.id for mission in self.missions.values()}
        return _grouped((ids[name], walk) for walk in self.spacewalks for name in walk.missions)

    @cached_property
    def walks_at_station(self) -> Mapping[str, tuple[Spacewalk, ...]]:
        """Spacewalks by station id: those from it and those from a craft docked to it."""
        ids = {station.name: station.id for station in self.stations.values()}
        return _grouped((ids[name], walk) for walk in self.spacewalks if (name := self.station_name(walk)))

    @cached_property
    def walks_from(self) -> Mapping[str, tuple[Spacewalk, ...]]:
        """Spacewalks by the name of the vehicle or station they started from."""
        return _grouped((walk.vehicle, walk) for walk in self.spacewalks)

    @cached_property
    def stories_of(self) -> Mapping[str, tuple[Story, ...]]:
        """Stories by spacewalk id, most particular (fewest walks) first."""
        told = _grouped((walk, story) for story in self.stories.values() for walk in story.spacewalks)
        return MappingProxyType(
            {walk: tuple(sorted(them, key=lambda s: (len(s.spacewalks), s.id))) for walk, them in told.items()}
        )

    @cached_property
    def stories_about(self) -> Mapping[str, tuple[Story, ...]]:
        """Stories by the id of a person in them, in order of date."""
        told = sorted(self.stories.values(), key=lambda story: story.date)
        return _grouped((person, story) for story in told for person in story.people)

    @cached_property
    def walks_in(self) -> Mapping[str, tuple[Spacewalk, ...]]:
        """Spacewalks by the name of a suit worn on them."""
        return _grouped((suit, walk) for walk in self.spacewalks for suit in suits_of(walk) if suit)

    @cached_property
    def walks_through(self) -> Mapping[str, tuple[Spacewalk, ...]]:
        """Spacewalks by the name of the airlock or hatch they went out by."""
        return _grouped((walk.airlock, walk) for walk in self.spacewalks)

    @cached_property
    def quotes_of(self) -> Mapping[str, tuple[Quote, ...]]:
        """Quotes by story id."""
        return _grouped((quote.story, quote) for quote in self.quotes.values())

    def quotes_about(self, walk: Spacewalk) -> tuple[Quote, ...]:
        """Return the quotes of a spacewalk's stories: the crew's words first, those said outside before later ones."""
        said = self._quotes_about(walk)
        return tuple(sorted(said, key=lambda quote: (quote.person not in walk.crew, quote.said != "during")))

    def _quotes_about(self, walk: Spacewalk) -> Iterable[Quote]:
        for story in self.stories_of.get(walk.id, ()):
            for quote in self.quotes_of.get(story.id, ()):
                if not quote.spacewalks or walk.id in quote.spacewalks:
                    yield quote

    def station_name(self, walk: Spacewalk) -> str | None:
        """Return the name of the station a spacewalk was made at, None for free flight."""
        if walk.docked_at is not None:
            return walk.docked_at
        return walk.vehicle if walk.vehicle in self._station_names else None

    @cached_property
    def _station_names(self) -> frozenset[str]:
        return frozenset(station.name for station in self.stations.values())

    def programme_of(self, walk: Spacewalk) -> str:
        """Return the id of the programme that a spacewalk's mission belongs to."""
        return self.programme_of_mission[walk.mission]

    @cached_property
    def programme_of_mission(self) -> Mapping[str, str]:
        """Ids of programmes by the names of their missions."""
        return {mission.name: mission.programme for mission in self.missions.values()}

    def person(self, person_id: str) -> Person:
        """Return a spacewalker or other person by id. Raises KeyError for neither."""
        return self.spacewalkers.get(person_id) or self.others[person_id]


def suits_worn(walk: Spacewalk) -> dict[str, str | None]:
    """Return the suit of each of the crew, by person id; None where the tables do not settle it."""
    return {person: walk.suit_of.get(person, walk.suit) for person in walk.crew}


def suits_of(walk: Spacewalk) -> Collection[str | None]:
    """Return each suit that was worn on a spacewalk once."""
    return set(suits_worn(walk).values()) if walk.suit_of else (walk.suit,)


def _career(walks: tuple[Spacewalk, ...]) -> Career:
    known = [walk.duration for walk in walks if walk.duration is not None]
    return Career(walks, sum(known), len(walks) - len(known))


def _grouped(pairs: Iterable[tuple[K, V]]) -> Mapping[K, tuple[V, ...]]:
    groups: defaultdict[K, list[V]] = defaultdict(list)
    for key, value in pairs:
        groups[key].append(value)
    return MappingProxyType({key: tuple(values) for key, values in groups.items()})
