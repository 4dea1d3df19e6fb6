"""Sentences about several spacewalks: of a mission, a station, a country."""

import datetime as dt
from collections.abc import Sequence

from bot.answering.wording import Wording


def group_lead(words: Wording, name: str, count: int, total: str, people: int) -> str:
    """Answer how many spacewalks a mission, station or country had."""
    text = words.ngettext(
        "{name} had {count} spacewalk, {total}, by {people}.",
        "{name} had {count} spacewalks, {total} in all, by {people}.",
        count,
    )
    crew = words.ngettext("one person", "{people} people", people).format(people=words.number(people))
    return text.format(name=name, count=words.number(count), total=total, people=crew)


def country_lead(words: Wording, name: str, count: int, people: int) -> str:
    """Answer how many people from a country went outside."""
    text = words.ngettext(
        "{people} from {name} went outside, on one spacewalk.",
        "{people} from {name} went outside, on {count} spacewalks.",
        count,
    )
    return text.format(name=name, count=words.number(count), people=_spacewalkers(words, people))


def agency_lead(words: Wording, name: str, count: int, people: int) -> str:
    """Answer how many people of an agency went outside."""
    text = words.ngettext(
        "{people} went outside for {name}, on one spacewalk.",
        "{people} went outside for {name}, on {count} spacewalks.",
        count,
    )
    return text.format(name=name, count=words.number(count), people=_spacewalkers(words, people))


def _spacewalkers(words: Wording, count: int) -> str:
    return words.ngettext("One spacewalker", "{people} spacewalkers", count).format(people=words.number(count))


def common_of_people(
    words: Wording, people: Sequence[str], where: str, count: int, days: tuple[dt.date, dt.date]
) -> str:
    """Answer which spacewalks people made (together), and where. `days`: first and last."""
    text = words.ngettext(
        "{people} made one such spacewalk, on {first}.",
        "{people} made {count} such spacewalks, between {first} and {last}.",
        count,
    )
    if where:
        text = words.ngettext(
            "{people} made one spacewalk {conditions}, on {first}.",
            "{people} made {count} spacewalks {conditions}, between {first} and {last}.",
            count,
        )
    if len(people) > 1:
        text = words.ngettext(
            "{people} made one spacewalk together, on {first}.",
            "{people} made {count} spacewalks together, between {first} and {last}.",
            count,
        )
    if len(people) > 1 and where:
        text = words.ngettext(
            "{people} made one spacewalk together {conditions}, on {first}.",
            "{people} made {count} spacewalks together {conditions}, between {first} and {last}.",
            count,
        )
    first, last = map(words.date, days)
    return text.format(
        people=words.listing(people), count=words.number(count), conditions=where, first=first, last=last
    )


def common_lead(words: Wording, where: str, count: int, days: tuple[dt.date, dt.date]) -> str:
    """Answer which spacewalks several places have in common. `days`: first and last."""
    text = words.gettext("There were {count} spacewalks {conditions}, between {first} and {last}.")
    first, last = map(words.date, days)
    return text.format(count=words.number(count), conditions=where, first=first, last=last)


def several_walks(words: Wording, walks: Sequence[tuple[str, str]]) -> str:
    """Answer what several spacewalks were that are named: each in a few words, and how long."""
    said = (words.gettext("{walk} ({length})").format(walk=walk, length=length) for walk, length in walks)
    return words.gettext("{walks}.").format(walks="; ".join(said))


def of_names(words: Wording, names: str) -> str:
    """Say what several spacewalks have in common."""
    return words.gettext("of {names}").format(names=names)


def common_who(words: Wording, people: Sequence[str], where: str, count: int) -> str:
    """Answer who made the spacewalks that several places have in common."""
    text = words.gettext("{people} made the {count} spacewalks {conditions}.")
    return text.format(people=words.listing(people), conditions=where, count=words.number(count))


def common_with(words: Wording, named: Sequence[str], others: Sequence[str], count: int, where: str) -> str:
    """Answer with whom those who are named made several spacewalks, and where or when."""
    text = words.gettext("{named} went out with {others} on these {count} spacewalks.")
    if where:
        text = words.gettext("{named} went out with {others} on {count} spacewalks {conditions}.")
    return text.format(
        named=words.listing(named), others=words.listing(others), count=words.number(count), conditions=where
    )


def known_in_part(words: Wording, name: str, count: int) -> str:
    """Tell that the only spacewalks of a flight came after the tables end."""
    text = words.ngettext(
        "One spacewalk was made on {name}; it is known in part, and counted nowhere here.",
        "{count} spacewalks were made on {name}; they are known in part, and counted nowhere here.",
        count,
    )
    return text.format(name=name, count=words.number(count))


def no_walks_of(words: Wording, name: str) -> str:
    """Tell that a known flight or place had no spacewalk."""
    if name.endswith(" programme"):
        return words.gettext("No spacewalk was made in {name}.").format(name=name)
    return words.gettext("No spacewalk was made on {name}.").format(name=name)


def no_walks_for(words: Wording, name: str, known_to: dt.date) -> str:
    """Tell that nobody went out for a country or agency."""
    text = words.gettext("Nobody who flew for {name} is among the spacewalkers known to {date}.")
    return text.format(name=name, date=words.date(known_to))
