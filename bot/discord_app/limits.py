"""Every limit of Discord, and how texts are kept within it. No other module knows a figure of these."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

MESSAGE: Final = 2000
TITLE: Final = 256
AUTHOR: Final = 256
DESCRIPTION: Final = 4096
FIELD_NAME: Final = 256
FIELD_VALUE: Final = 1024
FIELDS: Final = 25
FOOTER: Final = 2048
EMBED: Final = 6000

CHOICES: Final = 25
CHOICE_NAME: Final = 100

ROWS: Final = 5
BUTTONS_IN_ROW: Final = 5
BUTTON_LABEL: Final = 80
CUSTOM_ID: Final = 100
MENU_OPTIONS: Final = 25
MENU_LABEL: Final = 100
MENU_PLACEHOLDER: Final = 150

INPUT_LABEL: Final = 45
INPUT_PLACEHOLDER: Final = 100

COMMANDS: Final = 100
COMMAND_DESCRIPTION: Final = 100

PRESENCE: Final = 128
THREAD_NAME: Final = 100

_ELLIPSIS: Final = "…"
#: The end of a sentence: a full stop and its like, a closing quote or bracket, then a gap.
_SENTENCE_END: Final = re.compile(r"[.!?…][”’\"')\]]*(?=\s)")
#: A cut keeps at least this share of the room, or else it is made at a word instead of a sentence.
_LEAST_KEPT: Final = 0.4


@dataclass(frozen=True, slots=True)
class Field:
    """A part of a card under a heading of its own."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Card:
    """What an embed shows, as Discord markup, still of any length. `colour` is 0xRRGGBB."""

    colour: int
    author: str = ""
    title: str = ""
    description: str = ""
    fields: tuple[Field, ...] = ()
    footer: str = ""


def size(text: str) -> int:
    """Count a text as the strictest of Discord's clients does: in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def clip(text: str, limit: int) -> str:
    """Return at most `limit` of a text: whole sentences where they fill the room, else whole words and an ellipsis."""
    text = text.strip()
    if len(text) * 2 <= limit or size(text) <= limit:  # no character has more than two units
        return text
    if limit < len(_ELLIPSIS):
        return ""
    room = _first_units(text, limit - len(_ELLIPSIS))
    ends = [match.end() for match in _SENTENCE_END.finditer(room + " ")]
    ends += [place for place in (room.rfind("\n"),) if place > 0]
    if ends and max(ends) >= limit * _LEAST_KEPT:
        return room[: max(ends)].rstrip()
    word = room.rfind(" ")
    cut = room[:word] if word >= limit * _LEAST_KEPT else room
    return cut.rstrip(" ,;:–-\\*_`~") + _ELLIPSIS


def _first_units(text: str, units: int) -> str:
    """Return as many whole characters as fit into so many UTF-16 units."""
    if text.isascii():
        return text[:units]
    return text.encode("utf-16-le")[: units * 2].decode("utf-16-le", errors="ignore")


def fields(name: str, lines: Iterable[str], continued: str) -> Iterator[Field]:
    """Yield lines as fields that each hold as many whole lines as fit; from the second on they are `continued`."""
    held: list[str] = []
    filled = 0
    heading = name
    for line in lines:
        line_kept = clip(line, FIELD_VALUE)
        more = size(line_kept) + 1
        if held and filled + more - 1 > FIELD_VALUE:
            yield Field(heading, "\n".join(held))
            held, filled, heading = [], 0, continued
        held.append(line_kept)
        filled += more
    if held:
        yield Field(heading, "\n".join(held))


def within_limits(card: Card) -> Card:
    """Return the card cut to Discord's limits: each part by itself, then all together.

    The source line is never given up: what does not fit goes from the end of the fields.
    """
    author, title, footer = clip(card.author, AUTHOR), clip(card.title, TITLE), clip(card.footer, FOOTER)
    left = EMBED - sum(map(size, (author, title, footer)))
    description = clip(clip(card.description, DESCRIPTION), min(DESCRIPTION, left))
    fields = tuple(_fitting(card.fields, left - size(description)))
    return Card(card.colour, author, title, description, fields, footer)


def _fitting(candidates: Iterable[Field], left: int) -> Iterator[Field]:
    for field in islice(candidates, FIELDS):
        name = clip(field.name, FIELD_NAME)
        value = clip(field.value, min(FIELD_VALUE, left - size(name)))
        if not value or not name:
            return
        yield Field(name, value)
        left -= size(name) + size(value)


def total(card: Card) -> int:
    """Count everything that Discord adds up for an embed."""
    texts = [card.author, card.title, card.description, card.footer]
    texts += [text for field in card.fields for text in (field.name, field.value)]
    return sum(map(size, texts))
