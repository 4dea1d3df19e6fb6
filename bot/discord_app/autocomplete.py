"""What is suggested while somebody types: pure, fast, and never failing. A suggestion's value is the id of an entry."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.answering.desk import Desk
from bot.corpus import Corpus, Ref, Sort
from bot.corpus.folding import fold
from bot.corpus.models import Named, Person, Spacewalk, Story
from bot.discord_app import limits


class Kind(StrEnum):
    """What an option of a command is about."""

    ANYTHING = "anything"
    RECORD = "record"
    PERSON = "person"
    COMPARED = "compared"


class Suggestion(NamedTuple):
    """One line offered: what people read, and the id that travels."""

    name: str
    value: str


#: The sorts each option takes, those that win an id shared by several sorts first.
SORTS: Final[dict[Kind, tuple[Sort, ...]]] = {
    Kind.ANYTHING: (
        Sort.SPACEWALK,
        Sort.SPACEWALKER,
        Sort.OTHER_PERSON,
        Sort.STATION,
        Sort.MISSION,
        Sort.AIRLOCK,
        Sort.TOPIC,
        Sort.VEHICLE,
        Sort.STORY,
        Sort.PROGRAMME,
        Sort.AGENCY,
        Sort.COUNTRY,
        Sort.RECORD,
    ),
    Kind.RECORD: (Sort.RECORD,),
    Kind.PERSON: (Sort.SPACEWALKER, Sort.OTHER_PERSON),
    Kind.COMPARED: (Sort.SPACEWALKER, Sort.STATION, Sort.MISSION, Sort.PROGRAMME, Sort.AGENCY, Sort.COUNTRY),
}

#: What is offered before anything is typed; ids that a corpus does not have are passed over.
CURATED: Final[dict[Kind, tuple[str, ...]]] = {
    Kind.ANYTHING: (
        "voskhod-2",
        "gemini-4",
        "us-eva-23",
        "mccandless-1984",
        "savitskaya-1984",
        "apollo11-moonwalk-1969",
        "intelsat-1992",
        "hubble-sm1-1993",
        "parazynski-2007",
        "all-female-2019",
        "polaris-dawn",
        "peggy-whitson",
        "anatoly-solovyev",
        "iss",
        "tiangong",
    ),
    Kind.RECORD: (
        "longest-spacewalk",
        "most-spacewalks",
        "most-time",
        "first-spacewalk",
        "first-woman-spacewalker",
        "longest-moonwalk",
        "first-untethered-spacewalk",
        "shortest-spacewalk",
        "oldest-spacewalker",
        "youngest-spacewalker",
    ),
    Kind.PERSON: (
        "alexei-leonov",
        "ed-white",
        "svetlana-savitskaya",
        "bruce-mccandless",
        "anatoly-solovyev",
        "peggy-whitson",
        "sunita-williams",
        "luca-parmitano",
        "buzz-aldrin",
        "jared-isaacman",
    ),
    Kind.COMPARED: ("peggy-whitson", "sunita-williams", "anatoly-solovyev", "usa", "russia", "mir", "iss"),
}

_MOST_WORDS: Final = 6
#: Edits forgiven in a word of so many letters: one from three, two from five, three from eight.
_EDITS: Final = ((8, 3), (5, 2), (3, 1))
_FUZZY_WORDS: Final = 8


@dataclass(frozen=True, slots=True)
class _Offer:
    """One entry that can be offered, with the folded names it is found by, and the words of them and of its people."""

    suggestion: Suggestion
    names: frozenset[str]
    words: frozenset[str]


class Suggester:
    """Suggests entries of one corpus. All indexes are built here, before the first question."""

    def __init__(self, desk: Desk) -> None:
        """Index every sort of option."""
        fame = _fame(desk.corpus)
        self._indexes = {kind: _Index(_offers(desk, kind, fame), CURATED[kind]) for kind in Kind}

    def suggest(self, kind: Kind, typed: str) -> Sequence[Suggestion]:
        """Return at most as many suggestions as Discord shows, best first. Never raises."""
        folded = fold(typed[: limits.CHOICE_NAME])
        return self._indexes[kind].look_up(tuple(folded.split()[:_MOST_WORDS]))


class _Index:
    """Finds offers by the beginnings of their words. Offers stand in order of fame, so lower places are shown first."""

    def __init__(self, offers: Sequence[_Offer], curated: Sequence[str]) -> None:
        self._offers = offers
        places: defaultdict[str, list[int]] = defaultdict(list)
        self._named: defaultdict[str, set[int]] = defaultdict(set)
        for place, offer in enumerate(offers):
            for word in offer.words:
                places[word].append(place)
            for name in offer.names:
                self._named[name].add(place)
        self._words = sorted(places)
        self._places = [frozenset(places[word]) for word in self._words]
        self._curated = tuple(self._first(curated))
        self.look_up = lru_cache(maxsize=4096)(self._look_up)

    def _first(self, curated: Sequence[str]) -> Iterator[Suggestion]:
        by_value = {offer.suggestion.value: offer.suggestion for offer in self._offers}
        chosen = [by_value.pop(value) for value in curated if value in by_value]
        yield from [*chosen, *by_value.values()][: limits.CHOICES]

    def _look_up(self, typed: tuple[str, ...]) -> Sequence[Suggestion]:
        if not typed:
            return self._curated
        hits = [self._beginning_with(word) for word in typed]
        named = self._named.get(" ".join(typed), set())
        begun = frozenset.intersection(*hits) if all(hits) else frozenset()
        found = sorted(begun, key=lambda place: (place not in named, place))
        if len(found) < limits.CHOICES:
            near = [hit or self._near(word) for hit, word in zip(hits, typed, strict=True)]
            found += self._best_of(near, begun)
        return tuple(self._offers[place].suggestion for place in found[: limits.CHOICES])

    def _beginning_with(self, word: str) -> frozenset[int]:
        start = bisect_left(self._words, word)
        end = bisect_left(self._words, word + "\uffff", lo=start)
        return frozenset().union(*self._places[start:end])

    def _near(self, word: str) -> frozenset[int]:
        """Return the places of offers with a word that is misspelt as this one."""
        edits = next((edits for length, edits in _EDITS if len(word) >= length), 0)
        if not edits or word.isdecimal():
            return frozenset()
        similar = process.extract(
            word, self._words, scorer=OSA.distance, score_cutoff=edits, limit=_FUZZY_WORDS, processor=None
        )
        return frozenset().union(*(self._places[index] for _, _, index in similar))

    def _best_of(self, near: Sequence[frozenset[int]], found: frozenset[int]) -> list[int]:
        """Return offers that have the most of the words, more famous ones first."""
        counted: defaultdict[int, int] = defaultdict(int)
        for places in near:
            for place in places - found:
                counted[place] += 1
        best = max(counted.values(), default=0)
        return sorted(place for place, count in counted.items() if count == best)[: limits.CHOICES]


def _offers(desk: Desk, kind: Kind, fame: dict[Ref, float]) -> list[_Offer]:
    """Return one offer for each id: those of the curated list first, then the most famous."""
    refs: dict[str, Ref] = {}
    for sort in SORTS[kind]:
        for key in desk.corpus.by_sort[sort]:
            if sort is not Sort.SPACEWALK or desk.corpus.spacewalk_by_id[key].id == key:
                refs.setdefault(key, Ref(sort, key))
    curated = {value: place for place, value in enumerate(CURATED[kind])}
    order = sorted(refs.values(), key=lambda ref: (curated.get(ref.id, len(curated)), -fame.get(ref, 0.0)))
    return [_offer(desk, ref) for ref in order]


def _offer(desk: Desk, ref: Ref) -> _Offer:
    names = [fold(name) for name in _names(desk.corpus, ref)]
    told = [fold(text) for text in _told_with(desk.corpus, ref)]
    suggestion = Suggestion(limits.clip(desk.label(ref), limits.CHOICE_NAME), ref.id)
    return _Offer(suggestion, frozenset(names), frozenset(word for text in (*names, *told) for word in text.split()))


def _names(corpus: Corpus, ref: Ref) -> Iterator[str]:
    """Yield what an entry is called."""
    entry = corpus.by_sort[ref.sort][ref.id]
    yield ref.id
    if isinstance(entry, Named | Story):
        yield from (entry.name, *entry.aliases)
    if isinstance(entry, Person):
        yield from (entry.native_name or "", *entry.nicknames)


def _told_with(corpus: Corpus, ref: Ref) -> Iterator[str]:
    """Yield what else an entry may be looked for by: its people, mission, year, story."""
    entry = corpus.by_sort[ref.sort][ref.id]
    if isinstance(entry, Story):
        yield from _people(corpus, entry.people)
    if isinstance(entry, Spacewalk):
        yield from (*entry.missions, entry.vehicle, str(entry.date.year), *_people(corpus, entry.crew))
        yield from (story.title for story in corpus.stories_of.get(entry.id, ())[:1])


def _people(corpus: Corpus, people: Iterable[str]) -> list[str]:
    return [corpus.person(person).name for person in people]


def _fame(corpus: Corpus) -> dict[Ref, float]:
    """Return how much is told of an entry: stories and quotes count most, then spacewalks."""
    fame: defaultdict[Ref, float] = defaultdict(float)
    for quote in corpus.quotes.values():
        for walk in corpus.stories[quote.story].spacewalks:
            fame[Ref(Sort.SPACEWALK, corpus.spacewalk_by_id[walk].id)] += 1
        fame[Ref(Sort.STORY, quote.story)] += 1
        if quote.person:
            fame[Ref(Sort.SPACEWALKER, quote.person)] += 1
    for story in corpus.stories.values():
        for walk in story.spacewalks:
            fame[Ref(Sort.SPACEWALK, corpus.spacewalk_by_id[walk].id)] += 2
        for person in story.people:
            fame[Ref(Sort.SPACEWALKER, person)] += 2
    for person, career in corpus.careers.items():
        fame[Ref(Sort.SPACEWALKER, person)] += career.count / 4
    for sort in (Sort.STATION, Sort.PROGRAMME, Sort.MISSION, Sort.COUNTRY, Sort.AGENCY):
        for key in corpus.by_sort[sort]:
            fame[Ref(sort, key)] += _walks(corpus, sort, key) / 10
    return dict(fame)


def _walks(corpus: Corpus, sort: Sort, key: str) -> int:
    if sort is Sort.MISSION:
        return len(corpus.walks_of_mission.get(key, ()))
    if sort is Sort.STATION:
        return len(corpus.walks_at_station.get(key, ()))
    if sort is Sort.PROGRAMME:
        return sum(corpus.programme_of(walk) == key for walk in corpus.spacewalks)
    return 0
