"""The entries of the corpus as editors write them. Every field is explained in knowledge/README.md."""

import datetime as dt
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints
from pydantic.dataclasses import dataclass

from bot.corpus.values import Clock, Day, Line, Lines, Minutes, Partial, Prose, Slug, as_list

Slugs = Annotated[tuple[Slug, ...], BeforeValidator(as_list)]


def _long_enough(least: int) -> AfterValidator:
    """Refuse a shorter list: of itself, pydantic would write the bound into the JSON Schema as that of a text."""

    def check(value: tuple[str, ...]) -> tuple[str, ...]:
        if len(value) < least:
            raise ValueError(f"expected {least} or more items")
        return value

    return AfterValidator(check)


SomeSlugs = Annotated[Slugs, _long_enough(1), Field(json_schema_extra={"minItems": 1})]
SomeLines = Annotated[Lines, _long_enough(1), Field(json_schema_extra={"minItems": 1})]
SeveralLines = Annotated[Lines, _long_enough(2), Field(json_schema_extra={"minItems": 2})]


class Model(BaseModel):
    """What all parts of the corpus share: unknown fields are refused, nothing changes after loading."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Entry(Model):
    """Something with an id of its own."""

    id: Slug


class Named(Entry):
    """Something people call by name. `aliases` are other words they type for it, misspellings included."""

    name: Line
    aliases: Lines = ()


class Kind(StrEnum):
    """What sort of spacewalk: where the person was."""

    __hash__ = str.__hash__  # that of Enum is written in Python, and spacewalks are filtered by it

    ORBITAL = "orbital"
    STANDUP = "standup"
    LUNAR_SURFACE = "lunar-surface"
    DEEP_SPACE = "deep-space"
    INTERNAL = "internal"


class Operator(StrEnum):
    """Who ran the spacewalk, whatever the nationality of the crew."""

    __hash__ = str.__hash__  # that of Enum is written in Python, and spacewalks are filtered by it

    USSR = "USSR"
    USA = "USA"
    RUSSIA = "Russia"
    CHINA = "China"
    PRIVATE = "private"


class AlsoReported(Model):
    """A figure or name that a source gives differently from the one taken, with who says so and why it differs."""

    field: Literal["date", "start", "duration", "crew", "suit"]
    value: Line
    by: Lines
    why: Line | None = None


class Spacewalk(Named):
    """One sortie: from leaving the pressurised cabin to being back, by one crew, counted once.

    `name` is the designator. Times are UTC and official (US: suits to battery power, then repressurisation; Russia and
    China: hatch open, hatch closed). `local_date` is the day people know it by where that is another one. Those of
    the crew are `in_order` where it is attested that they left one after the other as they are listed.
    """

    date: Day
    local_date: Day | None = None
    start: Clock | None = None
    end: Clock | None = None
    duration: Minutes | None
    crew: SomeSlugs
    in_order: bool = Field(default=False, strict=True)
    at_hatch: Slugs = ()
    kind: Kind
    operator: Operator
    vehicle: Line
    docked_at: Line | None = None
    mission: Line
    also_missions: Lines = ()
    airlock: Line
    suit: Line | None
    suit_of: dict[Slug, Line] = {}
    summary: Line
    tags: Slugs = ()
    sources: SomeLines
    also_reported: tuple[AlsoReported, ...] = ()
    clock_note: Line | None = None
    note: Line | None = None
    former_ids: Slugs = ()

    def turn_of(self, person: str) -> int:
        """Return how many of the crew left before somebody, as far as is known; who stayed in the hatch is last."""
        before = self.crew.index(person) if self.in_order else 0
        return before + len(self.crew) * (person in self.at_hatch)

    @property
    def missions(self) -> tuple[str, ...]:
        """All missions it belongs to: the one it is counted under first."""
        return (self.mission, *self.also_missions)

    @property
    def days(self) -> tuple[dt.date, ...]:
        """The calendar days people may know it by: UTC first, then the local one."""
        return (self.date,) if self.local_date is None else (self.date, self.local_date)


class Published(Model):
    """A total somebody else has published that is not the sum of the lengths listed here.

    `standing` says what to do with it: named in `leads` after the sum, `beside` it on the card, or itself `doubted`.
    """

    spacewalks: int | None = Field(default=None, ge=1, strict=True)
    time: Minutes | None = None
    by: Line
    why: Line
    standing: Literal["leads", "beside", "doubted"]


class Person(Named):
    """Anybody who flew, or is famous for space. `nicknames` only count together with the surname."""

    native_name: Line | None = None
    nicknames: Lines = ()
    sex: Literal["F", "M"] | None
    born: Partial | None
    nations: SomeLines


class Spacewalker(Person):
    """Somebody who made at least one of the spacewalks. A birth day is certain only where `born_source` is given.

    `known_for` says in a sentence that begins with the name what somebody who made several is known for.
    """

    known_for: Line | None = None
    born_source: Line | None = None
    born_in: Line | None = None
    agency: Lines
    published: Published | None = None
    tags: Slugs = ()


class OtherPerson(Person):
    """Somebody who is not among the known spacewalkers, kept so that the bot can say so."""

    first_mission: Line | None
    first_flight: int | None = Field(default=None, ge=1957, strict=True)
    source: Line


@dataclass(frozen=True, slots=True, config=ConfigDict(extra="forbid"))
class Particular:
    """Something that is asked about an entry in particular. `says` answers it by itself, in one or two sentences.

    `asked` are questions in English, `asked_elsewhere` those in other languages.
    """

    says: Line
    asked: Lines = ()
    asked_elsewhere: Lines = ()

    def __post_init__(self) -> None:
        """Refuse what nobody asks."""
        if not (self.asked or self.asked_elsewhere):
            raise ValueError("expected a question in `asked` or `asked_elsewhere`")


Particulars = Annotated[tuple[Particular, ...], BeforeValidator(as_list)]


class Story(Entry):
    """What happened and why it matters. `inside` are those of the crew who stayed in; figures of walks are computed."""

    title: Line
    aliases: Lines = ()
    date: Day
    spacewalks: Slugs = ()
    people: Slugs = ()
    inside: Slugs = ()
    summary: Prose
    why_it_matters: Prose
    tags: Lines = ()
    sources: SomeLines
    confidence: Literal["high", "medium"]
    note: Line | None = None
    particulars: Particulars = ()

    @property
    def name(self) -> str:
        """The title, so that every entry can be named alike."""
        return self.title


class Quote(Entry):
    """Words that were said, as attested by the source. `pieces` are parted where a reporter's words were taken out."""

    pieces: SomeLines
    speaker: Line
    person: Slug | None = None
    said: Literal["before", "during", "after", "interview", "book", "blog", "essay"]
    date: Partial | None = None
    story: Slug
    spacewalks: Slugs = ()
    translated: bool = Field(default=False, strict=True)
    note: Line | None = None
    source: Line
    url: Annotated[str, StringConstraints(pattern=r"^https?://\S+$")] | None = None
    attestation: Literal["verbatim"]

    @property
    def text(self) -> str:
        """The quote as shown: an ellipsis stands where words of the reporter were."""
        return " … ".join(self.pieces)


class Topic(Named):
    """A thing or an idea: a suit, an airlock, a danger, a word."""

    category: Literal["suit", "jetpack", "airlock", "tool", "training", "danger", "word"]
    summary: Line
    text: Prose
    people: Slugs = ()
    spacewalks: Slugs = ()
    stories: Slugs = ()
    see_also: Slugs = ()
    sources: SomeLines
    particulars: Particulars = ()


class Place(Named):
    """What stations, vehicles, programmes, missions, countries, agencies and airlocks have in common."""

    full_name: Line | None = None


class Programme(Place):
    """A line of flights: Gemini, the Shuttle, the ISS."""

    nation: Line | None = None


class Station(Place):
    """A space station."""

    programme: Slug


class Vehicle(Place):
    """A craft that is no station and from which somebody went out."""

    programme: Slug


class Mission(Place):
    """A flight or a resident crew. `year` is that of the launch or of the start of the stay."""

    programme: Slug
    vehicle: Line | None = None
    year: int | None = Field(default=None, ge=1961, strict=True)
    note: Line | None = None


class Country(Place):
    """A country somebody flew for. `adjective` as in "the first American"."""

    adjective: Line


class Agency(Place):
    """An agency or company people flew for."""

    country: Line | None = None


class Airlock(Place):
    """The way out: an airlock proper, a plain hatch, or an inner hatch of a station."""

    kind: Literal["airlock", "hatch", "inner-hatch"]
    of: Line


class Ambiguous(Model):
    """A word that means several things at once, declared so that nobody takes it for an oversight."""

    alias: Line
    means: SeveralLines


class Pending(Model):
    """A walk (or a claim of one) after the tables end: mentioned, counted nowhere."""

    date: Line
    operator: Operator | Literal["all"]
    mission: Line | None = None
    event: Line
    crew: Lines = ()
    evidence: Line
    status: Literal["took-place", "cancelled", "unconfirmed"]


class CompleteThrough(Model):
    """Up to which day a part of the table is complete."""

    scope: Line
    date: Day


class SourceTable(Model):
    """A table that the spacewalks were merged from."""

    id: Line
    name: Line
    reaches: Line
    licence: Line
    used_for: Line


class Tag(Model):
    """A mark that records filter by, with what it means."""

    id: Slug
    means: Line


class About(Model):
    """What the corpus says of itself: version, reach, sources, tags, credits."""

    version: Line
    updated: Day
    complete_through: Annotated[tuple[CompleteThrough, ...], Field(min_length=1)]
    licence: Line
    credits: Lines
    sources: tuple[SourceTable, ...]
    tags: tuple[Tag, ...]


class Publication(Named):
    """Where stories, quotes and topics were read. `kind` says what it is; `unrelated` marks pages that are none."""

    kind: Literal[
        "agency",
        "transcript",
        "table",
        "book",
        "museum",
        "press",
        "broadcaster",
        "specialist",
        "reference",
        "company",
        "copy",
        "unrelated",
    ]
    note: Line | None = None
