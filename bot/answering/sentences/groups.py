"""Sentences about several spacewalks: of a mission, a station, a country."""

import datetime as dt

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
        "{people} from {name} went outside, on {count} spacewalk.",
        "{people} from {name} went outside, on {count} spacewalks.",
        count,
    )
    return text.format(name=name, count=words.number(count), people=_spacewalkers(words, people))


def agency_lead(words: Wording, name: str, count: int, people: int) -> str:
    """Answer how many people of an agency went outside."""
    text = words.ngettext(
        "{people} went outside for {name}, on {count} spacewalk.",
        "{people} went outside for {name}, on {count} spacewalks.",
        count,
    )
    return text.format(name=name, count=words.number(count), people=_spacewalkers(words, people))


def _spacewalkers(words: Wording, count: int) -> str:
    return words.ngettext("One spacewalker", "{people} spacewalkers", count).format(people=words.number(count))


def common_lead(words: Wording, names: str, count: int, first: dt.date, last: dt.date) -> str:
    """Answer which spacewalks several things have in common."""
    text = words.ngettext(
        "{names}: {count} spacewalk, on {first}.",
        "{names}: {count} spacewalks, between {first} and {last}.",
        count,
    )
    return text.format(names=names, count=words.number(count), first=words.date(first), last=words.date(last))


def of_names(words: Wording, names: str) -> str:
    """Say what several spacewalks have in common."""
    return words.gettext("of {names}").format(names=names)


def common_who(words: Wording, people: str, names: str, count: int) -> str:
    """Answer who made the spacewalks that several things have in common."""
    text = words.ngettext("{people}: {count} spacewalk, {names}.", "{people}: {count} spacewalks, {names}.", count)
    return text.format(people=people, names=names, count=words.number(count))


def no_walks_of(words: Wording, name: str) -> str:
    """Tell that a known flight or place had no spacewalk."""
    return words.gettext("No spacewalk was made on {name}.").format(name=name)


def no_walks_for(words: Wording, name: str, known_to: dt.date) -> str:
    """Tell that nobody went out for a country or agency."""
    text = words.gettext("Nobody who flew for {name} is among the spacewalkers known to {date}.")
    return text.format(name=name, date=words.date(known_to))
