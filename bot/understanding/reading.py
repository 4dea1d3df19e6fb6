"""What a question was understood to mean: one of four outcomes, never a near miss dressed as an answer."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from bot.corpus import Ref


class Asks(StrEnum):
    """Which attribute of its subject a question asks for."""

    WHAT = "what"
    HOW_LONG = "how-long"
    WHEN = "when"
    WHO = "who"
    WHERE = "where"
    HOW_MANY = "how-many"
    QUOTE = "quote"


@dataclass(frozen=True, slots=True)
class Query:
    """A question with one subject that is known. `confidence` is between 0 and 1."""

    about: Ref
    asks: Asks = Asks.WHAT
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class WalksQuery:
    """A question that several mentions narrow down: the spacewalks they have in common, in order of start."""

    about: tuple[Ref, ...]
    spacewalks: tuple[str, ...]
    asks: Asks = Asks.WHAT
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class DayQuery:
    """A question about a calendar day; without a year, about that day in every year."""

    month: int
    day: int
    year: int | None = None
    asks: Asks = Asks.WHAT
    confidence: float = 1.0

    def date(self) -> dt.date | None:
        """The very day, where the year is given."""
        return None if self.year is None else dt.date(self.year, self.month, self.day)


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


class Why(StrEnum):
    """Why a question is declined."""

    EMPTY = "empty"
    TOO_LONG = "too-long"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class OutOfScope:
    """A question that is not about spacewalks, or not understood. `nearest` are at most three worth offering."""

    why: Why = Why.UNKNOWN
    nearest: tuple[Ref, ...] = ()
    confidence: float = 0.0


NotFound = NoSuchSpacewalk | NothingInCommon
Reading = Query | WalksQuery | DayQuery | Choices | NotFound | OutOfScope
