"""What a question was understood to mean: one of four outcomes, never a near miss dressed as an answer."""

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from bot.corpus import Ref
from bot.corpus.record_models import PersonFilter, Ranking, WalkFilter


class Asks(StrEnum):
    """Which attribute of its subject a question asks for."""

    WHAT = "what"
    HOW_LONG = "how-long"
    WHEN = "when"
    WHO = "who"
    WHERE = "where"
    HOW_MANY = "how-many"
    QUOTE = "quote"
    VEHICLE = "vehicle"
    SUIT = "suit"
    AIRLOCK = "airlock"
    INSIDE = "inside"
    WITH_WHOM = "with-whom"
    RANK = "rank"
    AGE = "age"
    BORN = "born"
    MISSION = "mission"
    COUNTRY = "country"
    WHY = "why"
    WHETHER = "whether"


@dataclass(frozen=True, slots=True)
class Query:
    """A question with one subject that is known.

    `quote` is the id of the words asked for, `told` the sentence of its texts that says what is asked. `of_death`
    supposes, here and below, that somebody died on a spacewalk.
    """

    about: Ref
    asks: Asks = Asks.WHAT
    confidence: float = 1.0
    quote: str | None = None
    told: str | None = None
    of_death: bool = False


@dataclass(frozen=True, slots=True)
class WalksQuery:
    """A question that several mentions narrow down: the spacewalks they have in common, in order of start."""

    about: tuple[Ref, ...]
    spacewalks: tuple[str, ...]
    asks: Asks = Asks.WHAT
    confidence: float = 1.0
    of_death: bool = False


@dataclass(frozen=True, slots=True)
class DayQuery:
    """A question about a calendar day; without a year, about that day in every year.

    `instead` is the month and day that the same figures say in the other order, where these are a day, too.
    """

    month: int
    day: int
    year: int | None = None
    instead: tuple[int, int] | None = None
    asks: Asks = Asks.WHAT
    confidence: float = 1.0
    of_death: bool = False

    def date(self) -> dt.date | None:
        """The very day, where the year is given."""
        return None if self.year is None else dt.date(self.year, self.month, self.day)

    def other(self) -> "DayQuery | None":
        """The day that may have been meant instead, None where the figures say one only."""
        return None if self.instead is None else replace(self, month=self.instead[0], day=self.instead[1], instead=None)


_ANY_WALK: Final = WalkFilter()
_ANYBODY: Final = PersonFilter()


@dataclass(frozen=True, slots=True)
class Selection:
    """Which spacewalks are meant, and which of the people on them; `everyone` of the crew must fit, or one.

    `month`, and `day` of it, are those of any year.
    """

    where: WalkFilter = _ANY_WALK
    who: PersonFilter = _ANYBODY
    everyone: bool = False
    month: int | None = None
    day: int | None = None

    @property
    def is_open(self) -> bool:
        """Whether there is no condition at all."""
        return self == Selection()


@dataclass(frozen=True, slots=True)
class RankingQuery:
    """A question for a superlative: who stands first (or nth, or the `top` few), computed from the tables.

    `claimed` is somebody the question takes for the holder.
    """

    ranking: Ranking
    top: int = 1
    claimed: Ref | None = None
    asks: Asks = Asks.WHAT
    confidence: float = 1.0


class Counted(StrEnum):
    """What a question counts over a selection of spacewalks; a list counts them too, unless it is of one."""

    LIST = "list"
    LIST_OF_PEOPLE = "list-of-people"
    SPACEWALKS = "spacewalks"
    PEOPLE = "people"
    TIME = "time"
    AVERAGE = "average"
    AVERAGE_AGE = "average-age"
    COUNTRIES = "countries"
    SHARE = "share"
    SHARE_OF_PEOPLE = "share-of-people"


@dataclass(frozen=True, slots=True)
class CountQuery:
    """A question for a count, a sum, an average or a share.

    `each` bounds how many spacewalks of the selection those made who count: (1, 1) are people with a single one;
    `each_time` how many minutes they were outside on them. Who counts made at least one spacewalk of every filter in
    `of_each`; with `debut` the first spacewalk of all.
    """

    counted: Counted
    selection: Selection
    asks: Asks = Asks.WHAT
    confidence: float = 1.0
    each: tuple[int, int] | None = None
    each_time: tuple[int, int] | None = None
    of_each: tuple[WalkFilter, ...] = ()
    debut: bool = False
    of_death: bool = False


class Compared(StrEnum):
    """By what two or more things are compared."""

    SPACEWALKS = "spacewalks"
    PEOPLE = "people"
    TIME = "time"
    LONGEST = "longest"
    AGE = "age"
    BIRTH = "birth"
    FIRST = "first"


@dataclass(frozen=True, slots=True)
class Side:
    """One thing of a comparison: an entry, or else a period that `label` names."""

    selection: Selection
    about: Ref | None = None
    label: str = ""


@dataclass(frozen=True, slots=True)
class CompareQuery:
    """A question for the greater of two or more things; `least` asks for the smaller."""

    sides: tuple[Side, ...]
    by: Compared
    least: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class ContrastQuery:
    """A question how two or more topics differ that no figure tells apart: two jetpacks, a tool and another."""

    about: tuple[Ref, ...]
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Choices:
    """A question that may mean any of a few entries, best first."""

    refs: tuple[Ref, ...]
    confidence: float = 0.5


@dataclass(frozen=True, slots=True)
class NoSuchSpacewalk:
    """A designator that is well formed and names no spacewalk. `kin` is the mission or series it would belong to."""

    designator: str
    kin: Ref | None = None
    spacewalks: tuple[str, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class NothingInCommon:
    """Mentions that are all known but share no spacewalk: somebody who was not on that mission."""

    about: tuple[Ref, ...]
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class NoSuchPlace:
    """A world that nobody has walked on, such as Mars. `about` are the people who are said to have been there."""

    about: tuple[Ref, ...] = ()
    confidence: float = 0.9


@dataclass(frozen=True, slots=True)
class NoneLater:
    """A question for a spacewalk later than the latest known of its kind: one that is yet to come."""

    latest: str
    confidence: float = 1.0


class Why(StrEnum):
    """Why a question is declined: `UNKNOWN` is about spaceflight, `ELSEWHERE` is not, as far as can be told.

    `HELP` asks what can be asked; `UNDATED` is of a time that counts from today, which is not known here.
    """

    EMPTY = "empty"
    TOO_LONG = "too-long"
    GREETING = "greeting"
    THANKS = "thanks"
    HELP = "help"
    UNDATED = "undated"
    UNKNOWN = "unknown"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class OutOfScope:
    """A question that is not about spacewalks, or not understood. `nearest` are at most three worth offering."""

    why: Why = Why.UNKNOWN
    nearest: tuple[Ref, ...] = ()
    confidence: float = 0.0


NotFound = NoSuchSpacewalk | NoSuchPlace | NothingInCommon | NoneLater
Answerable = Query | WalksQuery | DayQuery | RankingQuery | CountQuery | CompareQuery | ContrastQuery
Reading = Answerable | Choices | NotFound | OutOfScope
