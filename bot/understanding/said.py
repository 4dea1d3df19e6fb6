"""What a parsed question names and says: who and what, nations, dates, numbers."""

from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import Final

from bot.corpus import Corpus, Ref, Sort
from bot.corpus.naming import Strength
from bot.corpus.vocabulary import Concept, Particle
from bot.understanding.dates import Named
from bot.understanding.links import walks_on
from bot.understanding.mentions import Mention, Parsed

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

#: Where people are from, other than a country.
_ORIGINS: Final = frozenset(
    {*(Concept.EUROPEAN, Concept.ARAB, Concept.AFRICAN_AMERICAN, Concept.NATIVE_AMERICAN), Concept.WOMAN, Concept.MAN}
)
_JOINING: Final = frozenset({Concept.OR, Concept.VERSUS, Concept.THAN})
_BOUNDING: Final = (Concept.BEFORE, Concept.AFTER)  # "since" is "from" in some languages: "depuis Mir"
_FLOWN: Final = frozenset({Sort.STATION, Sort.MISSION, Sort.VEHICLE, Sort.PROGRAMME})
#: What ranks or counts.
_FIGURES: Final = (
    *(Concept.LONGEST, Concept.SHORTEST, Concept.MOST, Concept.FEWEST, Concept.OLDEST, Concept.YOUNGEST),
    *(Concept.FIRST, Concept.LAST, Concept.HOW_MANY, Concept.AVERAGE, Concept.TOTAL),
)


@dataclass(frozen=True)
class Said:
    """What a parsed question names and says."""

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
            mentions[place].words in self.corpus.particles[Particle.LASTS]
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
        """For each mention of a spacewalk, station, mission, craft, airlock, suit or programme, what it can mean.

        One that only bounds the time is left out: "after Apollo".
        """
        bounds = {refs for _, refs in self.bounds}
        found = (refs for _, refs in self.named if refs[0].sort not in PEOPLE | NATIONS and refs not in bounds)
        return tuple(dict.fromkeys(found))

    @cached_property
    def bounds(self) -> tuple[tuple[Concept, tuple[Ref, ...]], ...]:
        """What bounds the time of what is ranked or counted: before or after a flight or a station."""
        if not (self.has(*_FIGURES) or self.ordinals):
            return ()
        found: list[tuple[Concept, tuple[Ref, ...]]] = []
        word: Concept | None = None
        for mention in self.parsed.mentions:
            refs = self.refs(mention) if mention.sense.names else ()
            if word and refs and refs[0].sort in _FLOWN:
                found.append((word, refs))
            said = next((concept for concept in _BOUNDING if concept in mention.sense.concepts), None)
            word = said or (word if mention.sense.small else None)
        return tuple(found)

    @cached_property
    def dates(self) -> tuple[tuple[Named, ...], ...]:
        """For each date that is said, what it can mean; one that "not" stands before is left out."""
        said = [mention for mention in self.parsed.mentions if mention.date or mention.sense.decade]
        wanted = [mention for mention in said if mention not in self.denied]
        dated = [mention.date for mention in wanted if mention.date]
        decades = [mention.sense.decade for mention in wanted if mention.sense.decade and not mention.date]
        return (*(self._likeliest_first(date.means) for date in dated), *((Named(decade=each),) for each in decades))

    def _likeliest_first(self, means: tuple[Named, ...]) -> tuple[Named, ...]:
        """Put the days with spacewalks first, of figures that may be day and month in either order."""
        return tuple(sorted(means, key=lambda named: not walks_on(self.corpus, named))) if len(means) > 1 else means

    @cached_property
    def denied(self) -> tuple[Mention, ...]:
        """What "not" or "without" stands before, with at most small words between.

        In a question for a gap nothing is: a time without Chinese spacewalks is one between them.
        """
        found: list[Mention] = []
        behind = False
        for mention in () if self.is_of_a_gap else self.parsed.mentions:
            if behind and not mention.sense.small:
                found.append(mention)
            behind = Concept.NOT in mention.sense.concepts or (behind and mention.sense.small)
        return tuple(found)

    @cached_property
    def is_of_a_gap(self) -> bool:
        """Whether it is asked for the time between two spacewalks: a pause, "the longest time without a moonwalk"."""
        if not self.has(Concept.LONGEST, Concept.MOST, Concept.RECORD):
            return False
        if self.has(Concept.GAP):
            return True
        if not self.has(Concept.NOT):
            return False
        mentions = self.parsed.mentions
        place = next(place for place, m in enumerate(mentions) if Concept.NOT in m.sense.concepts)
        behind = mentions[place + 1 :]
        noun = next((m for m in behind if not (m.sense.small or self._is_said_of_people(m))), None)
        timed = any(Concept.TIME in mention.sense.concepts for mention in mentions[:place])
        return timed and noun is not None and Concept.SPACEWALK in noun.sense.concepts

    def _is_said_of_people(self, mention: Mention) -> bool:
        """Tell whether a mention only says whose spacewalk it is: a Chinese or a European one."""
        if Concept.SPACEWALK in mention.sense.concepts:
            return False
        return bool(self.nations_of(mention)) or not mention.sense.concepts.isdisjoint(_ORIGINS)

    @cached_property
    def nations(self) -> tuple[str, ...]:
        """Names of the countries that are said; one that "not" stands before is left out."""
        refused = {nation for mention in self.denied for nation in self.nations_of(mention)}
        said = dict.fromkeys(nation for mention in self._of_nations for nation in self.nations_of(mention))
        return tuple(nation for nation in said if nation not in refused)

    @cached_property
    def nations_apart(self) -> bool:
        """Whether two countries are said of different things: "the first American on a Russian station"."""
        joining = self.corpus.particles[Particle.AND]
        for one, other in pairwise(mention for mention in self._of_nations if mention not in self.denied):
            between = [m for m in self.parsed.mentions if one.end <= m.start < other.start]
            joined = any(m.sense.concepts & _JOINING or m.words in joining for m in between)
            if other.start > one.end and not joined and set(self.nations_of(one)).isdisjoint(self.nations_of(other)):
                return True
        return False

    @cached_property
    def nations_refused(self) -> tuple[tuple[str, ...], ...]:
        """The countries that "not" stands before, by mention."""
        refused = (self.nations_of(mention) for mention in self._of_nations if mention in self.denied)
        return tuple(dict.fromkeys(filter(None, refused)))

    @cached_property
    def _of_nations(self) -> tuple[Mention, ...]:
        """The mentions of countries; those that are only said along with the trade count where there are no others."""
        said = [mention for mention in self.parsed.mentions if self.nations_of(mention)]
        return tuple([mention for mention in said if not _is_trade(mention)] or said)

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

    def denies(self, *concepts: Concept) -> bool:
        """Tell whether "not" or "without" stands before one of these concepts."""
        return any(not mention.sense.concepts.isdisjoint(concepts) for mention in self.denied)


def _is_person(ref: Ref) -> bool:
    return ref.sort in PEOPLE


def _is_trade(mention: Mention) -> bool:
    """Tell whether a nation is only said along with the trade: a cosmonaut, who may be said to be Soviet as well."""
    return Concept.SPACEWALKER in mention.sense.concepts
