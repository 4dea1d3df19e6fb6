"""Sentences about comparisons, days and records."""

import datetime as dt
from collections.abc import Iterable, Sequence

from bot.answering.wording import Wording
from bot.corpus.models import Pending


def versus(words: Wording, names: Sequence[str]) -> str:
    """Head a comparison."""
    return words.gettext(" or ").join(names)


def comparison(words: Wording, best: str, value: str, others: str) -> str:
    """Answer which is the greater, with the figures of the others behind."""
    return words.gettext("{best}: {value}; {others}.").format(best=best, value=value, others=others)


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


def day_lead(words: Wording, day: str, count: int) -> str:
    """Answer what happened on a day."""
    text = words.ngettext("{day}: {count} spacewalk.", "{day}: {count} spacewalks.", count)
    return text.format(day=day, count=words.number(count))


def no_walk_on(words: Wording, day: str, nearest: Sequence[str]) -> str:
    """Tell that nobody was outside on a day, with the nearest spacewalks."""
    text = words.gettext("No spacewalk is known on {day}; the nearest were {nearest}.")
    return text.format(day=day, nearest=words.listing(nearest))


# Records


def record_lead(words: Wording, value: str, holders: str, when: str) -> str:
    """Answer who holds a record."""
    return words.gettext("{value}: {holders}, {when}.").format(value=value, holders=holders, when=when)


def record_first_lead(words: Wording, holders: str, name: str, when: str) -> str:
    """Answer who was first (or last) at something."""
    return words.gettext("{holders}, on {when} ({name}).").format(holders=holders, name=name, when=when)


def top_lead(words: Wording, count: int, lines: Sequence[str]) -> str:
    """Answer who stands on the first few places."""
    text = words.gettext("The first {count}: {lines}.")
    return text.format(count=words.number(len(lines) or count), lines="; ".join(lines))


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


def ranking_name(words: Wording, of: str, measure: str, order: str) -> str:
    """Name a ranking by what is ranked, by which measure and from which end."""
    most = order == "most"
    names = {
        ("spacewalk", "duration"): words.gettext("Longest spacewalks")
        if most
        else words.gettext("Shortest spacewalks"),
        ("spacewalk", "start"): words.gettext("Latest spacewalks") if most else words.gettext("First spacewalks"),
        ("spacewalk", "crew_size"): words.gettext("Spacewalks by crew size"),
        ("person", "spacewalks"): words.gettext("Most spacewalks") if most else words.gettext("Fewest spacewalks"),
        ("person", "time"): words.gettext("Most time outside") if most else words.gettext("Least time outside"),
        ("person", "first_day"): words.gettext("Newest spacewalkers") if most else words.gettext("First spacewalkers"),
        ("person", "age"): words.gettext("Oldest spacewalkers") if most else words.gettext("Youngest spacewalkers"),
        ("person", "career"): words.gettext("Longest careers outside"),
        ("person", "spacewalks_in_a_year"): words.gettext("Most spacewalks in one year"),
        ("person", "spacewalks_in_a_mission"): words.gettext("Most spacewalks in one mission"),
        ("person", "time_in_a_mission"): words.gettext("Most time outside in one mission"),
        ("gap", "days"): words.gettext("Longest times without spacewalks"),
        ("moment", "people"): words.gettext("Most people outside at once, on spacewalks"),
    }
    of_groups = {
        "crew": words.gettext("Crews"),
        "year": words.gettext("Years"),
        "mission": words.gettext("Missions"),
        "station": words.gettext("Stations"),
        "country": words.gettext("Countries"),
    }
    by = {
        "spacewalks": words.gettext("{group} by number of spacewalks"),
        "time": words.gettext("{group} by time outside on spacewalks"),
        "people": words.gettext("{group} by number of spacewalkers on spacewalks"),
    }
    if (of, measure) in names:
        return names[of, measure]
    return by.get(measure, "{group}").format(group=of_groups.get(of, of))


def ranking_is_empty(words: Wording, title: str, known_to: dt.date) -> str:
    """Tell that nobody meets the conditions of a superlative."""
    return words.gettext("{title}: not one is known to {date}.").format(title=title, date=words.date(known_to))


def ranking_is_shorter(words: Wording, title: str, count: int) -> str:
    """Tell that a ranking has fewer places than were asked for."""
    text = words.ngettext("{title}: there is only {count}.", "{title}: there are only {count}.", count)
    return text.format(title=title, count=words.number(count))


def published_record(words: Wording, published: str) -> str:
    """Give the published value of a record that is not the computed one."""
    return words.gettext("published as {published}").format(published=published)


def later_walks(words: Wording, pending: Iterable[Pending]) -> str:
    """Tell of walks after the tables end."""
    walks = words.listing(f"{walk.event} ({walk.date})" for walk in pending)
    return words.gettext("Later walks are known in part and counted nowhere here: {walks}.").format(walks=walks)
