"""Sentences about comparisons, days and records."""

import datetime as dt
from collections.abc import Sequence

from bot.answering.wording import Wording


def versus(words: Wording, names: Sequence[str]) -> str:
    """Head a comparison."""
    return words.gettext("{names} compared").format(names=words.listing(names))


def both_alike(words: Wording, names: str, value: str) -> str:
    """Answer that neither is the greater."""
    return words.gettext("{names} are level: {value} each.").format(names=names, value=value)


def none_of_these(words: Wording, names: Sequence[str]) -> str:
    """Answer that none of the things compared had a spacewalk."""
    return words.gettext("No spacewalk is known of {names}.").format(names=words.listing(names))


def no_spacewalk(words: Wording) -> str:
    """Say that somebody or something had none."""
    return words.gettext("no spacewalk")


def about_years(words: Wording, years: int) -> str:
    """Write an age that is only known roughly."""
    return words.gettext("about {years} years").format(years=words.number(years))


# Days


def day_lead(words: Wording, day: str, count: int, *, of_any_year: bool) -> str:
    """Answer what happened on a day, or on that day of the calendar."""
    text = words.ngettext("There was {count} spacewalk on {day}.", "There were {count} spacewalks on {day}.", count)
    if of_any_year:
        text = words.ngettext(
            "There was {count} spacewalk on {day}, whatever the year.",
            "There were {count} spacewalks on {day}, whatever the year.",
            count,
        )
    return text.format(day=day, count=words.number(count))


def read_as(words: Wording, day: str, other: str) -> str:
    """Tell which day figures were read as that may be either, and that nobody was outside on the other."""
    return words.gettext("Read as {day}: no spacewalk is known on {other}.").format(day=day, other=other)


def day_crews(words: Wording, day: str, people: str, count: int) -> str:
    """Answer who was outside on a day of several spacewalks."""
    text = words.gettext("{people} were outside on {day}, on {count} spacewalks.")
    return text.format(people=people, day=day, count=words.number(count))


def no_walk_on(words: Wording, day: str, nearest: Sequence[str]) -> str:
    """Tell that nobody was outside on a day, with the nearest spacewalks."""
    text = words.ngettext(
        "No spacewalk is known on {day}; the nearest was {nearest}.",
        "No spacewalk is known on {day}; the nearest were {nearest}.",
        len(nearest),
    )
    return text.format(day=day, nearest=words.listing(nearest))


# Records


def place(words: Wording, rank: int, *, shared: bool) -> str:
    """Write a place in a ranking, and that others are there, too."""
    text = words.gettext("joint {ordinal}") if shared else words.gettext("{ordinal}")
    return text.format(ordinal=words.ordinal(rank))


def claim_holds(words: Wording, said: str) -> str:
    """Answer that somebody does hold a record."""
    return words.gettext("Yes. {record}").format(record=said)


def claim_passed(words: Wording, said: str, person: str, place: str, value: str) -> str:
    """Answer that somebody no longer holds a record, and where they stand."""
    text = words.gettext("No longer. {record} {person} is {place} with {value}.")
    return text.format(record=said, person=person, place=place, value=value)


def claim_never_held(words: Wording, said: str, person: str, place: str, value: str) -> str:
    """Answer that a record is somebody else's, and where the one who was asked about stands."""
    text = words.gettext("No. {record} {person} is {place} with {value}.")
    return text.format(record=said, person=person, place=place, value=value)


def claim_fails(words: Wording, said: str, person: str) -> str:
    """Answer that somebody does not count for a record."""
    return words.gettext("No: {person} does not stand in that ranking. {record}").format(person=person, record=said)


def ranking_is_empty(words: Wording, title: str, known_to: dt.date) -> str:
    """Tell that nobody meets the conditions of a superlative."""
    return words.gettext("{title}: not one is known to {date}.").format(title=title, date=words.date(known_to))


def ranking_is_shorter(words: Wording, title: str, count: int) -> str:
    """Tell that a ranking has fewer places than were asked for."""
    text = words.ngettext("{title}: there is only {count}.", "{title}: there are only {count}.", count)
    return text.format(title=title, count=words.number(count))


def later_walks(words: Wording, known_to: dt.date, count: int) -> str:
    """Tell of spacewalks after the tables end; `known_to` is the day of the last one in them."""
    text = words.ngettext(
        "The latest spacewalk known in full was on {date}; {count} later one is known in part and not counted.",
        "The latest spacewalk known in full was on {date}; {count} later ones are known in part and not counted.",
        count,
    )
    return text.format(date=words.date(known_to), count=words.number(count))


def later_ones(words: Wording, count: int) -> str:
    """Tell of spacewalks after the one that was just named as the latest."""
    text = words.ngettext(
        "{count} later one is known in part and not counted.",
        "{count} later ones are known in part and not counted.",
        count,
    )
    return text.format(count=words.number(count))
