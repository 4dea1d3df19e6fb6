"""From text to a `Reading`: exact names, designators, days, then single mistyped names by a margin.

A simple and honest matcher: what it cannot explain whole it declines, because a false answer costs more than a click.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.corpus import Corpus, Ref, Sort
from bot.corpus.folding import fold
from bot.corpus.naming import Meaning, Names, Strength, index_names
from bot.understanding.dates import SpokenDay, find_day
from bot.understanding.designators import Designators, spell_numbers
from bot.understanding.links import walks_of
from bot.understanding.reading import (
    Asks,
    Choices,
    DayQuery,
    NothingInCommon,
    OutOfScope,
    Query,
    Reading,
    WalksQuery,
    Why,
)
from bot.understanding.scaffold import strip_scaffold

#: Longer questions are declined unread: nobody needs more characters to ask about a spacewalk.
MAX_CHARACTERS: Final = 2000
_LONGEST_NAME: Final = 8
_FUZZY_FROM: Final = 5
_MARGIN: Final = 1
_MOST_CHOICES: Final = 10
#: Which sort a name means first when it means several that are about one thing.
_PRECEDENCE: Final = (
    Sort.RECORD,
    Sort.SPACEWALK,
    Sort.SPACEWALKER,
    Sort.OTHER_PERSON,
    Sort.STATION,
    Sort.MISSION,
    Sort.TOPIC,
    Sort.AIRLOCK,
    Sort.VEHICLE,
    Sort.STORY,
    Sort.PROGRAMME,
    Sort.AGENCY,
    Sort.COUNTRY,
)
_PEOPLE: Final = frozenset({Sort.SPACEWALKER, Sort.OTHER_PERSON})


@dataclass(frozen=True, slots=True)
class _Mention:
    """Words of a question that name something, and what they can mean."""

    words: str
    refs: tuple[Ref, ...]


@dataclass(frozen=True)
class Matcher:
    """Reads questions about one corpus. Building the index takes milliseconds; reading keeps no state."""

    corpus: Corpus

    def read(self, question: str) -> Reading:
        """Return what a question means. Never raises, whatever the text."""
        if len(question) > MAX_CHARACTERS:
            return OutOfScope(Why.TOO_LONG)
        if (ref := self._ids.get(question.strip())) is not None:
            return Query(ref)
        folded = spell_numbers(fold(question))
        if not folded:
            return OutOfScope(Why.EMPTY)
        asks, subject = strip_scaffold(folded)
        return (
            self._whole_name(folded, asks)
            or self._designators.read(folded)
            or self._day(folded, asks)
            or self._whole_name(subject, asks)
            or self._mentions(subject, asks)
            or self._mistyped(subject, asks)
        )

    @cached_property
    def names(self) -> Names:
        """Every folded name with its meanings."""
        return index_names(self.corpus)

    @cached_property
    def _ids(self) -> Mapping[str, Ref]:
        """Entries by id, since ids travel in choices and links; an id of several sorts means the first of them."""
        entries = ((sort, key) for sort in reversed(_PRECEDENCE) for key in self.corpus.by_sort[sort])
        return {key: Ref(sort, key) for sort, key in entries}

    @cached_property
    def _designators(self) -> Designators:
        return Designators(self.corpus)

    @cached_property
    def _by_length(self) -> Mapping[int, tuple[str, ...]]:
        """Names that may be mistyped, by length: those without digits, since another digit is another thing."""
        groups: dict[int, list[str]] = {}
        for name in sorted(self.names):
            if len(name) >= _FUZZY_FROM and not any(character.isdigit() for character in name):
                groups.setdefault(len(name), []).append(name)
        return {length: tuple(names) for length, names in groups.items()}

    def _whole_name(self, words: str, asks: Asks) -> Reading | None:
        meanings = self.names.get(words)
        return None if meanings is None else _settle(self._firmest(meanings), asks, 1.0)

    def _firmest(self, meanings: tuple[Meaning, ...]) -> tuple[Ref, ...]:
        """Return what a name means: outright meanings hide surnames, and related things count as one."""
        outright = [meaning.ref for meaning in meanings if meaning.strength < Strength.SURNAME]
        refs = outright or [meaning.ref for meaning in meanings]
        declared = {ref_id for entry in self.corpus.ambiguous for ref_id in entry.means}
        kept: list[Ref] = []
        for ref in sorted(refs, key=lambda ref: (_PRECEDENCE.index(ref.sort), ref.id)):
            distinct = ref.sort in _PEOPLE and all(other.sort in _PEOPLE for other in kept)
            if not kept or distinct or {ref.id, kept[0].id} <= declared:
                kept.append(ref)
        return tuple(kept)

    def _day(self, folded: str, asks: Asks) -> Reading | None:
        spoken = find_day(folded)
        if spoken is None:
            return None
        subject = strip_scaffold(spoken.rest).subject
        query = DayQuery(spoken.month, spoken.day, spoken.year, asks)
        if not subject:
            return query
        return self._on_that_day(subject, spoken, asks)

    def _on_that_day(self, subject: str, spoken: SpokenDay, asks: Asks) -> Reading | None:
        """Read a day with something else: the walks of that day that the rest names as well."""
        mentions, unexplained = self._link(subject)
        if unexplained or any(len(mention.refs) > 1 for mention in mentions):
            return None
        refs = tuple(mention.refs[0] for mention in mentions)
        common = [walk for walk in self._common(refs) if any(_falls_on(day, spoken) for day in self._days_of(walk))]
        return WalksQuery(refs, tuple(common), asks, 0.95) if common else None

    def _days_of(self, walk_id: str) -> tuple[tuple[int, int, int], ...]:
        return tuple((day.year, day.month, day.day) for day in self.corpus.spacewalk_by_id[walk_id].days)

    def _mentions(self, subject: str, asks: Asks) -> Reading | None:
        """Read several names: what they have in common, or that they have nothing in common."""
        mentions, unexplained = self._link(subject)
        if not mentions or unexplained:
            return None
        if len(mentions) == 1:
            return _settle(mentions[0].refs, asks, 0.95)
        combinations = tuple(_combinations(mentions))
        if any(ref.sort is Sort.RECORD for ref in combinations[0]):
            return None  # a record with a condition it does not have is another record
        for refs in combinations:
            if common := self._common(refs):
                return WalksQuery(refs, common, asks, 0.95)
        return NothingInCommon(combinations[0])

    def _link(self, subject: str) -> tuple[list[_Mention], list[str]]:
        """Part words into the longest names they contain, left to right, and those that name nothing."""
        words = subject.split()
        mentions: list[_Mention] = []
        unexplained: list[str] = []
        place = 0
        while place < len(words):
            length = next(
                (
                    n
                    for n in range(min(_LONGEST_NAME, len(words) - place), 0, -1)
                    if " ".join(words[place : place + n]) in self.names
                ),
                0,
            )
            if length:
                name = " ".join(words[place : place + length])
                mentions.append(_Mention(name, self._firmest(self.names[name])))
            else:
                unexplained.append(words[place])
            place += length or 1
        return mentions, unexplained

    def _common(self, refs: tuple[Ref, ...]) -> tuple[str, ...]:
        """Return the spacewalks that all of these entries have to do with, in order of start."""
        sets = [self._walks_of(ref) for ref in refs]
        return tuple(walk.id for walk in self.corpus.spacewalks if all(walk.id in one for one in sets)) if sets else ()

    def _walks_of(self, ref: Ref) -> frozenset[str]:
        return frozenset(walk.id for walk in walks_of(self.corpus, ref))

    def _mistyped(self, subject: str, asks: Asks) -> Reading:
        """Read one mistyped name: within two edits, clearly nearer than any other, and explaining the whole subject."""
        ranked = sorted(self._near(subject))
        if not ranked:
            return OutOfScope()
        best, name = ranked[0]
        refs = self._firmest(self.names[name])
        rivals = {
            ref for distance, other in ranked if distance <= best + _MARGIN for ref in self._firmest(self.names[other])
        }
        if len(rivals - set(refs)) == 0:
            return _settle(refs, asks, max(0.6, 0.9 - 0.1 * best))
        return Choices(tuple(dict.fromkeys([*refs, *sorted(rivals)]))[:_MOST_CHOICES])

    def _near(self, subject: str) -> Iterator[tuple[int, str]]:
        allowed = 2 if len(subject) >= _FUZZY_FROM + 3 else 1
        if len(subject) < _FUZZY_FROM:
            return
        for length in range(len(subject) - allowed, len(subject) + allowed + 1):
            pool = self._by_length.get(length, ())
            for name, distance, _ in process.extract(subject, pool, scorer=OSA.distance, score_cutoff=allowed, limit=5):
                yield int(distance), name


def _settle(refs: tuple[Ref, ...], asks: Asks, confidence: float) -> Reading:
    return Query(refs[0], asks, confidence) if len(refs) == 1 else Choices(refs[:_MOST_CHOICES])


def _combinations(mentions: list[_Mention]) -> Iterator[tuple[Ref, ...]]:
    """Yield ways to take the mentions: each for its first meaning, and the people of a shared name in turn."""
    first = tuple(mention.refs[0] for mention in mentions)
    yield first
    for place, mention in enumerate(mentions):
        for ref in mention.refs[1:]:
            yield (*first[:place], ref, *first[place + 1 :])


def _falls_on(day: tuple[int, int, int], spoken: SpokenDay) -> bool:
    return day[1:] == (spoken.month, spoken.day) and spoken.year in {None, day[0]}
