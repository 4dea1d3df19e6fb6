"""The answer to a question, the same for every front end: plain text and data, nothing escaped or coloured."""

from dataclasses import dataclass
from enum import StrEnum

from bot.understanding.reading import Why


class Outcome(StrEnum):
    """What became of a question."""

    ANSWER = "answer"
    CHOICES = "choices"
    NOT_FOUND = "not_found"
    OUT_OF_SCOPE = "out_of_scope"


class Row(StrEnum):
    """What a line of a card is: an attribute of what the card is about, or a line of a list."""

    ATTRIBUTE = "attribute"
    SPACEWALK = "spacewalk"
    PLACE = "place"
    SIDE = "side"


@dataclass(frozen=True, slots=True)
class Fact:
    """One line of a card."""

    name: str
    value: str
    row: Row = Row.ATTRIBUTE


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words somebody said. `when` tells the occasion, and that they are translated where they are."""

    text: str
    speaker: str
    when: str
    source: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing that may have been meant: the id to ask for and the words to show."""

    id: str
    label: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What to tell the person who asked.

    `lead` answers exactly what was asked, in one sentence or two. `title`, `text`, `facts` and `quotes` are the card
    that supports it; `sources` end it. `ids` name the entries it rests on, the most particular first. `confidence`
    is between 0 and 1. `why` tells why a question is declined, where it is.
    """

    outcome: Outcome
    lead: str
    title: str = ""
    text: str = ""
    facts: tuple[Fact, ...] = ()
    quotes: tuple[Quotation, ...] = ()
    sources: tuple[str, ...] = ()
    ids: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    confidence: float = 0.0
    why: Why | None = None
