"""A parsed question in terms of the subject: who, where, when, and under which conditions."""

import calendar
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from bot.corpus import Corpus, Ref, Sort
from bot.corpus.models import Kind, Operator
from bot.corpus.naming import Strength
from bot.corpus.record_models import PersonFilter, WalkFilter
from bot.corpus.standings import anybody_counts
from bot.corpus.vocabulary import Concept, Particle
from bot.understanding.dates import Named
from bot.understanding.mentions import Mention, Parsed
from bot.understanding.reading import Selection

PEOPLE: Final = frozenset({Sort.SPACEWALKER, Sort.OTHER_PERSON})
NATIONS: Final = frozenset({Sort.COUNTRY, Sort.AGENCY})
#: Which sort a name means first when it means several that are about one thing.
PRECEDENCE: Final = (
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
_OPERATORS: Final = {"USA": Operator.USA, "USSR": Operator.USSR, "Russia": Operator.RUSSIA, "China": Operator.CHINA}
_KINDS: Final = {
    Concept.MOON: Kind.LUNAR_SURFACE,
    Concept.STANDUP: Kind.STANDUP,
    Concept.DEEP_SPACE: Kind.DEEP_SPACE,
    Concept.INTERNAL: Kind.INTERNAL,
}
_TAGS: Final = {
    Concept.HUBBLE: "hubble",
    Concept.UNTETHERED: "untethered",
    Concept.CREW_TRANSFER: "crew-transfer",
}
_PERSON_TAGS: Final = {Concept.AFRICAN_AMERICAN: "african-american", Concept.NATIVE_AMERICAN: "native-american"}
_SIZES: Final = {Concept.SOLO: 1, Concept.TWO_PERSON: 2, Concept.THREE_PERSON: 3}
_SUPERPOWERS: Final = ("USA", "USSR", "Russia")
_EUROPEANS: Final = ("France", "Germany", "Italy", "Sweden", "Switzerland", "UK")
_ARABS: Final = ("UAE", "Saudi Arabia", "Egypt", "Syria")
_BOTH: Final = 2
#: In minutes: what a length has room for, which is written with three figures for the hours.
_LONGEST_LENGTH: Final = 1000 * 60 - 1
_RUSSIA: Final = ("Russia",)
_USSR_AND_RUSSIA: Final = ("USSR", "Russia")


@dataclass(frozen=True)
class Frame:
    """What a parsed question names and says, ready to be asked about."""

    corpus: Corpus
    parsed: Parsed

    @cached_property
    def concepts(self) -> frozenset[Concept]:
        """Every concept that is said, "1st" among them.

        "Last" is none where it is what a spacewalk does: "how long did it last".
        """
        said = self.parsed.concepts()
        if any(mention.sense.ordinal == 1 for mention in self.parsed.mentions):
            said |= {Concept.FIRST}
        return said - {Concept.LAST} if Concept.HOW_LONG in said and self._last_is_a_verb else said

    @cached_property
    def _last_is_a_verb(self) -> bool:
        mentions = self.parsed.mentions
        lasting = [place for place, m in enumerate(mentions) if Concept.LAST in m.sense.concepts]
        things = (Concept.SPACEWALK, Concept.OUTSIDE, Concept.SPACEWALKER)
        return all(
            mentions[place].words == "last"
            and not any(
                concept in after.sense.concepts for after in mentions[place + 1 : place + 2] for concept in things
            )
            for place in lasting
        )

    def has(self, *concepts: Concept) -> bool:
        """Tell whether any of these concepts is said."""
        return not self.concepts.isdisjoint(concepts)

    def refs(self, mention: Mention) -> tuple[Ref, ...]:
        """Return the entries a mention can mean, likeliest first; surnames only where nothing is so called outright."""
        meanings = mention.sense.names
        outright = [m.ref for m in meanings if m.strength < Strength.SURNAME]
        refs = set(outright or [m.ref for m in meanings])
        return tuple(sorted(refs, key=lambda ref: (PRECEDENCE.index(ref.sort), ref.id)))

    @cached_property
    def named(self) -> tuple[tuple[Mention, tuple[Ref, ...]], ...]:
        """Every mention that names entries, with those it can mean."""
        return tuple((mention, self.refs(mention)) for mention in self.parsed.mentions if mention.sense.names)

    @cached_property
    def people(self) -> tuple[tuple[Ref, ...], ...]:
        """For each mention of somebody, whom it can mean."""
        found = (tuple(sorted(filter(_is_person, refs), key=self._fame)) for _, refs in self.named)
        return tuple(dict.fromkeys(refs for refs in found if refs))

    def _fame(self, ref: Ref) -> tuple[int, str]:
        """Order people of one name by how often they were outside."""
        career = self.corpus.careers.get(ref.id)
        return -(career.count if career else 0), ref.id

    @cached_property
    def places(self) -> tuple[tuple[Ref, ...], ...]:
        """For each mention of a spacewalk, station, mission, craft, airlock, suit or programme, what it can mean."""
        found = (refs for _, refs in self.named if refs[0].sort not in PEOPLE | NATIONS)
        return tuple(dict.fromkeys(found))

    @cached_property
    def dates(self) -> tuple[tuple[Named, ...], ...]:
        """For each date that is said, what it can mean."""
        return tuple(m.date.means for m in self.parsed.mentions if m.date) + tuple(
            (Named(decade=m.sense.decade),) for m in self.parsed.mentions if m.sense.decade and not m.date
        )

    @cached_property
    def nations(self) -> tuple[str, ...]:
        """Names of the countries that are said; one that "not" stands before is left out."""
        return self._nations_said[0]

    @cached_property
    def _nations_said(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The countries that are said, and those that are ruled out."""
        wanted: list[str] = []
        refused: set[str] = set()
        denied = False
        plain = any(self.nations_of(m) and not _is_trade(m) for m in self.parsed.mentions)
        for mention in self.parsed.mentions:
            said = () if plain and _is_trade(mention) else self.nations_of(mention)
            if said and denied:
                refused.update(said)
            elif said:
                wanted += said
            denied = Concept.NOT in mention.sense.concepts or (denied and mention.sense.small)
        return tuple(dict.fromkeys(nation for nation in wanted if nation not in refused)), tuple(sorted(refused))

    def nations_of(self, mention: Mention) -> tuple[str, ...]:
        """Return the countries a mention means."""
        if mention.sense.nations:
            return mention.sense.nations
        refs = self.refs(mention) if mention.sense.names else ()
        if not refs or refs[0].sort is not Sort.COUNTRY:
            return ()
        return tuple(self.corpus.countries[ref.id].name for ref in refs if ref.sort is Sort.COUNTRY)

    @cached_property
    def agencies(self) -> tuple[str, ...]:
        """Names of the agencies that are said."""
        found = (refs[0] for _, refs in self.named if refs[0].sort is Sort.AGENCY)
        return tuple(self.corpus.agencies[ref.id].name for ref in found)

    @cached_property
    def ordinals(self) -> tuple[int, ...]:
        """The ordinal numbers that are said, such as 2 for "second"."""
        return tuple(m.sense.ordinal for m in self.parsed.mentions if m.sense.ordinal is not None and not m.date)

    @cached_property
    def numbers(self) -> tuple[int, ...]:
        """The plain numbers that are said."""
        return tuple(m.sense.number for m in self.parsed.mentions if m.sense.number is not None and not m.date)

    @cached_property
    def has_day_of_any_year(self) -> bool:
        """Whether a calendar day is said without its year, which no selection can express."""
        return any(named[0].day and not named[0].year for named in self.dates)

    @cached_property
    def has_more_than_conditions(self) -> bool:
        """Whether something is named that no selection of spacewalks can express: a jetpack, a spacewalk itself."""
        fields = {"station", "mission", "airlock", "suit", "vehicle", "programme"}
        named = [refs for refs in self.places if refs[0].sort is not Sort.SPACEWALK]
        filters = self._where(())
        return len(named) < len(self.places) or (bool(named) and not fields & filters.keys())

    def is_done(self, mention: Mention) -> bool:
        """Tell whether a spacewalk is said as what somebody did, "walked in space": then it is not what is counted."""
        return mention.words.split()[0] in self.corpus.particles[Particle.DID]

    @cached_property
    def about_people(self) -> bool:
        """Whether the question is about people rather than spacewalks: a woman, an astronaut, Germans."""
        return self.has(Concept.SPACEWALKER, Concept.WOMAN, Concept.MAN, Concept.PERSON, Concept.WHO)

    @cached_property
    def all_female(self) -> bool:
        """Whether every one of the crew has to be a woman."""
        return self.has(Concept.ALL_FEMALE)

    @cached_property
    def chosen(self) -> Selection:
        """The spacewalks and people that all conditions of the question leave."""
        return self.selection()

    def selection(
        self, *, by_nation: bool | None = None, crew: Iterable[str] = (), lengths: bool = True, places: bool = True
    ) -> Selection:
        """Return the spacewalks and people that all conditions of the question leave.

        `by_nation` says whether a country stands for the people who flew for it or for who ran the spacewalk; left
        out, that follows from what the question is about. Without `lengths` or `places` these are no conditions.
        """
        where = self._where(tuple(crew), lengths=lengths, places=places)
        who = self._who()
        nations = self.nations
        run = [_OPERATORS[nation] for nation in nations if nation in _OPERATORS]
        as_people = self.about_people if by_nation is None else by_nation
        if nations and (as_people or len(run) < len(nations) or self.has(Concept.WOMAN, Concept.MAN)):
            who["nation"] = nations
        elif nations:
            where["operator"] = tuple(run)
        of_any_year = next((named[0] for named in self.dates if named[0].month and not named[0].year), Named())
        walks = WalkFilter.model_validate(where)
        return Selection(
            walks,
            self._with_forerunner(walks, PersonFilter.model_validate(who)),
            self.all_female,
            of_any_year.month,
            of_any_year.day,
        )

    def _with_forerunner(self, where: WalkFilter, who: PersonFilter) -> PersonFilter:
        """Let Russia mean the USSR too, as people say, where nobody of today's Russia can be meant."""
        if who.nation != _RUSSIA or anybody_counts(self.corpus, where, who, everyone=self.all_female):
            return who
        wider = who.model_copy(update={"nation": _USSR_AND_RUSSIA})
        return wider if anybody_counts(self.corpus, where, wider, everyone=self.all_female) else who

    def place_filter(self, refs: tuple[Ref, ...]) -> WalkFilter:
        """Return the condition that a place alone makes."""
        where: dict[str, Any] = {}
        self._place(where, refs)
        return WalkFilter.model_validate(where)

    def _where(self, crew: tuple[str, ...], *, lengths: bool = True, places: bool = True) -> dict[str, Any]:
        where: dict[str, Any] = {"crew": crew} if crew else {}
        for refs in self.places if places else ():
            self._place(where, refs)
        return where | self._kind_of_walk | self._period | (self._lengths if lengths else {})

    @cached_property
    def _kind_of_walk(self) -> dict[str, Any]:
        where: dict[str, Any] = {}
        kinds = tuple(kind for concept, kind in _KINDS.items() if self.has(concept))
        if kinds and self._denies(*(concept for concept in _KINDS if self.has(concept))):
            kinds = tuple(kind for kind in Kind if kind not in kinds)
        tags = tuple(tag for concept, tag in _TAGS.items() if self.has(concept))
        sizes = [size for concept, size in _SIZES.items() if self.has(concept)]
        where |= {"kind": kinds} if kinds else {}
        where |= {"tag": tags} if tags else {}
        where |= {"crew_size": sizes[0]} if sizes else {}
        where |= {"operator": (Operator.PRIVATE,)} if self.has(Concept.PRIVATE) else {}
        return where

    def _denies(self, *concepts: Concept) -> bool:
        """Tell whether "not" or "without" stands before one of these concepts, with at most small words between."""
        denied = False
        for mention in self.parsed.mentions:
            if denied and not mention.sense.concepts.isdisjoint(concepts):
                return True
            denied = Concept.NOT in mention.sense.concepts or (denied and mention.sense.small)
        return False

    def _place(self, where: dict[str, Any], refs: tuple[Ref, ...]) -> None:
        ref = next((ref for sort in FIELD_OF for ref in refs if ref.sort is sort), None)
        if ref is None:
            return
        field = FIELD_OF[ref.sort]
        if named := self.values_of(ref):
            where[field] = (*where.get(field, ()), *named)

    def values_of(self, ref: Ref) -> tuple[str, ...]:
        """Return what spacewalks have in the field that a thing is a value of; of a suit, all its models."""
        name = str(getattr(self.corpus.by_sort[ref.sort][ref.id], "name", ""))
        if ref.sort is not Sort.TOPIC:
            return (name,)
        return tuple(suit for suit in self.corpus.walks_in if suit == name or suit.startswith(f"{name}-"))

    def _who(self) -> dict[str, Any]:
        who: dict[str, Any] = {}
        if self.has(Concept.WOMAN, Concept.ALL_FEMALE):
            who["sex"] = "F"
        elif self.has(Concept.MAN):
            who["sex"] = "M"
        tags = tuple(tag for concept, tag in _PERSON_TAGS.items() if self.has(concept))
        who |= {"tag": tags} if tags else {}
        refused = self._nations_said[1]
        if self.has(Concept.NEITHER_SUPERPOWER) or len(refused) > 1:
            who["not_nation"] = tuple(dict.fromkeys((*_SUPERPOWERS, *refused)))
        elif self.has(Concept.EUROPEAN):
            who["nation"] = _EUROPEANS
        elif self.has(Concept.ARAB):
            who["nation"] = _ARABS
        return who | ({"agency": self.agencies} if self.agencies else {})

    @cached_property
    def _period(self) -> dict[str, str]:
        spans = [span for named in self.dates if (span := span_of(named[0]))]
        if not spans:
            return {}
        first, last = min(span[0] for span in spans), max(span[1] for span in spans)
        if self.has(Concept.SINCE):
            return {"since": first.isoformat()}
        if len(spans) < _BOTH and self.has(Concept.BEFORE):
            return {"until": (first - dt.timedelta(days=1)).isoformat()}
        if len(spans) < _BOTH and self.has(Concept.AFTER):
            return {"since": (last + dt.timedelta(days=1)).isoformat()}
        return {"since": first.isoformat(), "until": last.isoformat()}

    @cached_property
    def _lengths(self) -> dict[str, str]:
        """Return the bounds on the length: "more than 8 hours", "under an hour"."""
        an_hour = () if self.corpus.particles[Particle.AN_HOUR].isdisjoint(self.parsed.words) else (1,)
        numbers = self.numbers or an_hour
        if not (self.has(Concept.MORE, Concept.FEWER, Concept.LONGER, Concept.SHORTER) and numbers):
            return {}
        if not self.has(Concept.HOUR, Concept.MINUTE):
            return {}
        figure = numbers[-1]
        minutes = figure * 60 if self.has(Concept.HOUR) and not self.has(Concept.MINUTE) else figure
        minutes = min(minutes, _LONGEST_LENGTH)
        bound = "longer_than" if self.has(Concept.MORE, Concept.LONGER) else "shorter_than"
        return {bound: f"{minutes // 60}:{minutes % 60:02}"}


#: The field of a spacewalk that a thing is a value of; a topic is one where it is a suit.
FIELD_OF: Final = {
    Sort.STATION: "station",
    Sort.MISSION: "mission",
    Sort.AIRLOCK: "airlock",
    Sort.TOPIC: "suit",
    Sort.VEHICLE: "vehicle",
    Sort.PROGRAMME: "programme",
}


def _is_person(ref: Ref) -> bool:
    return ref.sort in PEOPLE


def _is_trade(mention: Mention) -> bool:
    """Tell whether a nation is only said along with the trade: a cosmonaut, who may be said to be Soviet as well."""
    return Concept.SPACEWALKER in mention.sense.concepts


def span_of(named: Named) -> tuple[dt.date, dt.date] | None:
    """Return the first and last day of a date that has a year or is a decade or century; None for one without."""
    if named.century:
        return dt.date(named.century, 1, 1), dt.date(named.century + 99, 12, 31)
    if named.decade:
        return dt.date(named.decade, 1, 1), dt.date(named.decade + 9, 12, 31)
    if not named.year:
        return None
    if not named.month:
        return dt.date(named.year, 1, 1), dt.date(named.year, 12, 31)
    last = calendar.monthrange(named.year, named.month)[1]
    return dt.date(named.year, named.month, named.day or 1), dt.date(named.year, named.month, named.day or last)
