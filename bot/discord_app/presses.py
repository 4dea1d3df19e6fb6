"""What a button or a menu stands for, as it travels in its custom_id: a verb and ids, so that it outlives restarts."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from bot.corpus import Ref, Sort
from bot.discord_app import limits

#: Goes up when a custom_id is read in another way; buttons of older versions are answered with a friendly text.
_VERSION: Final = "sw1"
#: Stands in for an id too long to travel; no entry has it. The tests prove that no id of the corpus is.
_TOO_LONG: Final = "-"


class Verb(StrEnum):
    """What a press asks for."""

    OPEN = "open"
    READ = "read"
    PAGE = "page"
    MORE = "more"
    FACT = "fact"
    CHOOSE = "choose"
    REPORT = "report"
    REMOVE = "remove"


@dataclass(frozen=True, slots=True)
class Press:
    """One press of a button: what is asked for, of which entry.

    `number` is a page, the id of the asker, or the delivery that a post of a daily fact belongs to.
    """

    verb: Verb
    ref: Ref | None = None
    number: int = 0

    @property
    def custom_id(self) -> str:
        """The press as it travels. `place` apart, two buttons of one message never have the same."""
        sort, key = (self.ref.sort, self.ref.id) if self.ref else ("", "")
        written = f"{_VERSION}:{self.verb}:{sort}:{key}:{self.number}"
        if limits.size(written) <= limits.CUSTOM_ID:
            return written
        return f"{_VERSION}:{self.verb}:{sort}:{_TOO_LONG}:{self.number}"


_REST: Final = r"(?P<sort>[a-z-]*):(?P<key>[a-z0-9-]*):(?P<number>[0-9]{1,20})"
#: Custom ids of this version. What does not match is from another one.
BUTTON_ID: Final = re.compile(rf"{_VERSION}:(?P<verb>open|read|page|more|fact|report|remove):{_REST}")
MENU_ID: Final = re.compile(rf"{_VERSION}:(?P<verb>choose):{_REST}")
REPORT_FORM_ID: Final = re.compile(rf"{_VERSION}:form:(?P<verb>report):{_REST}")


def read(match: re.Match[str]) -> Press:
    """Return the press that a custom_id stands for; one that names no sort of entry has no `ref`."""
    sort, key = match["sort"], match["key"]
    ref = Ref(Sort(sort), key) if key and sort in set(Sort) else None
    return Press(Verb(match["verb"]), ref, int(match["number"]))


def form_id(press: Press) -> str:
    """Return the custom_id of the form that a press on "report an error" opens."""
    return press.custom_id.replace(f"{_VERSION}:", f"{_VERSION}:form:", 1)[: limits.CUSTOM_ID]


def option_value(ref: Ref) -> str:
    """Return what a line of a menu stands for."""
    return f"{ref.sort}:{ref.id}"


def read_option(value: str) -> Ref | None:
    """Return the entry that a line of a menu stands for, None where it is none."""
    sort, _, key = value.partition(":")
    return Ref(Sort(sort), key) if sort in set(Sort) else None
