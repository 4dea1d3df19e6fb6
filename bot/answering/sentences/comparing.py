"""Sentences that set things against each other: the first with its verb, the others with their figures alone."""

import datetime as dt
from collections.abc import Sequence
from enum import StrEnum
from typing import assert_never

from bot.answering.sentences.conditions import heading
from bot.answering.wording import Wording
from bot.understanding.reading import Compared


class Told(StrEnum):
    """How things that are compared are spoken of."""

    PEOPLE = "people"
    SEXES = "sexes"
    CREWS = "crews"
    COMPATRIOTS = "compatriots"
    NATIONS = "nations"
    PLACES = "places"
    SUITS = "suits"
    WALKS = "walks"
    TIMES = "times"


#: By these the figure of what has none is "none".
_NONE_SAID = frozenset({Compared.SPACEWALKS})
#: What is compared and its figure in words.
_Rated = tuple[str, str]


def comparison(
    words: Wording, by: Compared, told: Told, best: _Rated, others: Sequence[_Rated], without: Sequence[str]
) -> str:
    """Answer which is the greater, with the figures of the others behind, and those that have none.

    Only the first figure has its unit.
    """
    first, further = _patterns(words, by, told)
    none = _without(words, by, told)
    rest = [
        (_with_verb(words) if further == _plain(words) and name[-1].isdigit() else further).format(
            name=name, value=value
        )
        for name, value in others
    ]
    rest += [none.format(name=name) for name in without]
    text = words.gettext("{first}, {rest}.") if others or by in _NONE_SAID else words.gettext("{first}; {rest}.")
    said = text.format(first=first.format(name=best[0], value=best[1]), rest=words.listing(rest))
    return heading(said)


def _plain(words: Wording) -> str:
    return words.gettext("{name} {value}")


def _with_verb(words: Wording) -> str:
    """Part a figure from a name that ends with one: "Salyut 7 had 13"."""
    return words.gettext("{name} had {value}")


def counted_apart(words: Wording, lead: str, name: str, figure: str) -> str:
    """Add the figure of what people may take another one to take in."""
    text = words.gettext("{lead}; {name}, counted apart: {figure}.")
    return text.format(lead=lead.removesuffix("."), name=name, figure=figure)


def with_forerunner(words: Wording, lead: str, both: str, figure: str) -> str:
    """Add what something has together with what was before it."""
    text = words.gettext("{lead}; {both} together have {figure}.")
    return text.format(lead=lead.removesuffix("."), both=both, figure=figure)


def span(words: Wording, first: dt.date, last: dt.date) -> str:
    """Write from when to when, or on which day alone."""
    if first == last:
        return words.gettext("on {day}").format(day=words.date(first))
    return words.gettext("from {first} to {last}").format(first=words.date(first), last=words.date(last))


def _without(words: Wording, by: Compared, told: Told) -> str:
    if by in _NONE_SAID:
        return words.gettext("none in {name}") if told is Told.TIMES else words.gettext("{name} none")
    if told is Told.PEOPLE:
        return words.gettext("{name} made no spacewalk")
    return words.gettext("there was no spacewalk of {name}")


def _patterns(words: Wording, by: Compared, told: Told) -> tuple[str, str]:
    """Return how the first and how every other thing is told with its figure."""
    plain = _plain(words)
    match by:
        case Compared.SPACEWALKS:
            return _by_spacewalks(words, plain).get(told, (words.gettext("{name} had {value}"), plain))
        case Compared.PEOPLE:
            return _by_people(words, told)
        case Compared.TIME:
            return _by_time(words).get(told, (words.gettext("{name} had {value} of spacewalks"), plain))
        case Compared.LONGEST:
            longest = words.gettext("the longest spacewalk of {name} lasted {value}")
            return longest, words.gettext("that of {name} {value}")
        case Compared.AGE if told is Told.PEOPLE:
            return words.gettext("{name} was {value} old on the last spacewalk"), plain
        case Compared.AGE:
            age = words.gettext("the last spacewalk of {name} was made at the age of {value}")
            return age, words.gettext("that of {name} at {value}")
        case Compared.BIRTH:
            return words.gettext("{name} was born {value}"), words.gettext("{name} {value}")
        case Compared.FIRST if told is Told.PEOPLE:
            return words.gettext("{name} first went out on {value}"), words.gettext("{name} on {value}")
        case Compared.FIRST:
            first = words.gettext("the first spacewalk of {name} was on {value}")
            return first, words.gettext("that of {name} on {value}")
    assert_never(by)


def _by_spacewalks(words: Wording, plain: str) -> dict[Told, tuple[str, str]]:
    made = words.gettext("{name} made {value}"), plain
    return {
        Told.PEOPLE: made,
        Told.NATIONS: made,
        Told.SEXES: (words.gettext("{name} took part in {value}"), words.gettext("{name} in {value}")),
        Told.CREWS: (
            words.gettext("people of {name} took part in {value}"),
            words.gettext("those of {name} in {value}"),
        ),
        Told.COMPATRIOTS: (
            words.gettext("people from {name} took part in {value}"),
            words.gettext("those from {name} in {value}"),
        ),
        Told.SUITS: (words.gettext("{value} were made in the {name}"), words.gettext("{value} in the {name}")),
        Told.TIMES: (words.gettext("there were {value} in {name}"), words.gettext("{value} in {name}")),
    }


def _by_people(words: Wording, told: Told) -> tuple[str, str]:
    if told is Told.SEXES:
        return words.gettext("{value} were {name}"), words.gettext("{value} {name}")
    if told is Told.TIMES:
        return words.gettext("{value} went out in {name}"), words.gettext("{value} in {name}")
    if told in {Told.CREWS, Told.COMPATRIOTS, Told.NATIONS}:
        return words.gettext("{value} went out for {name}"), words.gettext("{value} for {name}")
    return words.gettext("{value} went out at {name}"), words.gettext("{value} at {name}")


def _by_time(words: Wording) -> dict[Told, tuple[str, str]]:
    return {
        Told.PEOPLE: (words.gettext("{name} was outside for {value}"), words.gettext("{name} for {value}")),
        Told.WALKS: (words.gettext("{name} lasted {value}"),) * 2,
        Told.TIMES: (
            words.gettext("there were {value} of spacewalks in {name}"),
            words.gettext("{value} in {name}"),
        ),
    }
