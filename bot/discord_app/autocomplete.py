"""What is suggested while somebody types: pure, fast, and never failing. A suggestion's value is the id of an entry."""

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Final, NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.answering.desk import Desk
from bot.corpus import Corpus, Ref, Sort
from bot.corpus.folding import fold, fold_all
from bot.corpus.models import Spacewalk, Story
from bot.corpus.naming import Names
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
#: So many texts are folded together: all in one go would take a megabyte for a moment, which the process keeps.
_AT_ONCE: Final = 200
#: Sorts behind every folded word that begins alike.
_LAST: Final = "\uffff"


class Suggester:
    """Suggests entries of one corpus, found by the beginnings of their words. All indexes are built here."""

    def __init__(self, desk: Desk, names: Names) -> None:
        """Index every entry that some option takes, the most famous first; `names` are what entries are called."""
        fame = _fame(desk.corpus)
        refs = {Ref(sort, key) for sorts in SORTS.values() for sort in sorts for key in _current(desk.corpus, sort)}
        self._refs = sorted(refs, key=lambda ref: (-fame.get(ref, 0.0), ref))
        self._suggestions = [Suggestion(limits.clip(desk.label(ref), limits.CHOICE_NAME), ref.id) for ref in self._refs]
        self._names = names
        told = _told(desk.corpus, self._refs, names)
        self._words = sorted(told)
        # One array for all words, since thousands of small lists would take megabytes.
        self._places, self._starts = array("I"), array("I", [0])
        for word in self._words:
            self._places.extend(set(told.pop(word)))
            self._starts.append(len(self._places))
        self._of_length: defaultdict[int, list[str]] = defaultdict(list)
        for word in self._words:
            self._of_length[len(word)].append(word)
        self._orders = {kind: self._order(kind) for kind in Kind}
        self._look_up = lru_cache(maxsize=1024)(self._looked_up)

    def suggest(self, kind: Kind, typed: str) -> Sequence[Suggestion]:
        """Return at most as many suggestions as Discord shows, best first. Never raises."""
        folded = fold(typed[: limits.CHOICE_NAME])
        return self._look_up(kind, tuple(folded.split()[:_MOST_WORDS]))

    def _order(self, kind: Kind) -> dict[int, int]:
        """Return the places that an option takes, one for each id, with their rank: curated first, then by fame."""
        curated = {value: rank for rank, value in enumerate(CURATED[kind])}
        chosen: dict[str, int] = {}
        precedence = SORTS[kind]
        places = [place for place, ref in enumerate(self._refs) if ref.sort in precedence]
        for place in sorted(places, key=lambda place: precedence.index(self._refs[place].sort)):
            chosen.setdefault(self._refs[place].id, place)
        ranked = sorted(chosen.values(), key=lambda place: (curated.get(self._refs[place].id, len(curated)), place))
        return {place: rank for rank, place in enumerate(ranked)}

    def _looked_up(self, kind: Kind, typed: tuple[str, ...]) -> Sequence[Suggestion]:
        order = self._orders[kind]
        if not typed:
            return self._shown(list(order))
        hits = [self._beginning_with(word) & order.keys() for word in typed]
        named = {meaning.ref for meaning in self._names.get(" ".join(typed), ())}
        begun = set.intersection(*hits) if all(hits) else set()
        found = sorted(begun, key=lambda place: (self._refs[place] not in named, order[place]))
        if len(found) < limits.CHOICES:
            near = [hit or self._near(word) & order.keys() for hit, word in zip(hits, typed, strict=True)]
            found += sorted(_in_most(near, begun), key=order.__getitem__)
        return self._shown(found)

    def _shown(self, places: Sequence[int]) -> Sequence[Suggestion]:
        return tuple(self._suggestions[place] for place in places[: limits.CHOICES])

    def _beginning_with(self, word: str) -> set[int]:
        start = bisect_left(self._words, word)
        end = bisect_left(self._words, word + _LAST, lo=start)
        return set(self._places[self._starts[start] : self._starts[end]])

    def _near(self, word: str) -> set[int]:
        """Return the places of entries with a word that is misspelt as this one."""
        edits = next((edits for length, edits in _EDITS if len(word) >= length), 0)
        if not edits or word.isdecimal():
            return set()
        similar: list[tuple[float, str]] = []
        for length in range(len(word) - edits, len(word) + edits + 1):
            words = self._of_length.get(length, ())
            found = process.extract(word, words, scorer=OSA.distance, score_cutoff=edits, limit=_FUZZY_WORDS)
            similar += [(distance, near) for near, distance, _ in found]
        return set().union(*(self._with(near) for _, near in sorted(similar)[:_FUZZY_WORDS]))

    def _with(self, word: str) -> Sequence[int]:
        """Return the places of the entries that have a word."""
        index = bisect_left(self._words, word)
        return self._places[self._starts[index] : self._starts[index + 1]]


def _in_most(near: Sequence[set[int]], found: set[int]) -> Iterator[int]:
    """Yield the places, of those not found yet, that the most words lead to."""
    counted = Counter(place for places in near for place in places - found)
    best = max(counted.values(), default=0)
    yield from (place for place, count in counted.items() if count == best)


def _current(corpus: Corpus, sort: Sort) -> Iterator[str]:
    """Yield the ids of a sort without those that entries had before a correction."""
    for key in corpus.by_sort[sort]:
        if sort is not Sort.SPACEWALK or corpus.spacewalk_by_id[key].id == key:
            yield key


def _told(corpus: Corpus, refs: Sequence[Ref], names: Names) -> dict[str, list[int]]:
    """Return the words that an entry may be looked for by, each with the places of those entries, some repeatedly."""
    told: defaultdict[str, list[int]] = defaultdict(list)
    place_of = {ref: place for place, ref in enumerate(refs)}
    for name, meanings in names.items():
        places = {place_of[meaning.ref] for meaning in meanings if meaning.ref in place_of}
        for word in name.split() if places else ():
            told[word] += places
    for start in range(0, len(refs), _AT_ONCE):
        texts = [" ".join((ref.id, *_told_with(corpus, ref))) for ref in refs[start : start + _AT_ONCE]]
        for place, text in enumerate(fold_all(texts), start=start):
            for word in set(text.split()):
                told[word].append(place)
    return dict(told)


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
