"""Sentences that tell who or what stands first, or on another place, of a record or another superlative."""

import datetime as dt
from collections.abc import Sequence

from bot.answering.wording import Wording


def superlative(words: Wording, measure: str, order: str, place: str, *, ended: bool = False) -> str:
    """Write the superlative of a measure, with the place where not the first is asked for: "longest", "2nd longest".

    The latest of what has `ended` is the last.
    """
    most = order == "most"
    if measure in {"start", "first_day"} and not most and place:
        return place
    longest = words.gettext("longest") if most else words.gettext("shortest")
    latest = words.gettext("last") if ended else words.gettext("latest")
    texts = {
        "start": latest if most else words.gettext("first"),
        "first_day": latest if most else words.gettext("first"),
        "age": words.gettext("oldest") if most else words.gettext("youngest"),
    }
    texts |= dict.fromkeys(("duration", "time", "time_in_a_mission", "career", "days"), longest)
    text = texts.get(measure, words.gettext("most") if most else words.gettext("fewest"))
    if not place:
        return text
    return words.gettext("{place} {superlative}").format(place=place, superlative=text)


def of_all(words: Wording, people: str) -> str:
    """Say among whom somebody stands first."""
    return words.gettext("of all {people}").format(people=people)


def the_best(words: Wording, best: str, among: str) -> str:
    """Write on which place somebody stands, and among whom: "the longest of all women"."""
    return words.gettext("the {best} {among}").format(best=best, among=among)


def each(words: Wording, value: str) -> str:
    """Mark a figure as that of each of several."""
    return words.gettext("{value} each").format(value=value)


def others(words: Wording, count: int) -> str:
    """Stand at the end of a list for those who are not named."""
    return words.ngettext("{count} other", "{count} others", count).format(count=words.number(count))


def best_walk(words: Wording, best: str, tail: str) -> str:
    """Write what the longest spacewalk or the like is called that has no name of its own."""
    return words.gettext("{best} spacewalk {conditions}").format(best=best, conditions=tail).strip()


def longest_walk(words: Wording, people: str, record: str, value: str, when: str) -> str:
    """Answer who made the longest spacewalk, or the shortest."""
    text = words.gettext("{people} made the {record}, {value}, {when}.")
    return text.format(people=people, record=record, value=value, when=when)


def longest_walks(words: Wording, best: str, value: str, walks: Sequence[str], tail: str) -> str:
    """Answer which spacewalks were equally the longest, or the shortest."""
    text = words.gettext("The {best} spacewalks {conditions} lasted {value}: {walks}.")
    return _tidy(text.format(best=best, value=value, walks="; ".join(walks), conditions=tail))


def on_walk(words: Wording, walk: str, date: dt.date) -> str:
    """Say on which day, on which spacewalk."""
    return words.gettext("on {date} ({walk})").format(walk=walk, date=words.date(date))


def first_walk(words: Wording, people: str, record: str, when: str) -> str:
    """Answer who made the first spacewalk of a kind, or the last."""
    text = words.gettext("{people} made the {record}, {when}.")
    return text.format(people=people, record=record, when=when)


def one_after_another(words: Wording, people: Sequence[str]) -> str:
    """Name those who left one after the other."""
    first, *others = people
    text = words.gettext("{first} and then {others}") if others else "{first}"
    return text.format(first=first, others=words.listing(others))


def first_to_go(words: Wording, best: str, person: str, tail: str) -> str:
    """Write what the first outside is called, or the nth, that has no name of its own."""
    text = words.gettext("{best} {person} to make a spacewalk {conditions}")
    return text.format(best=best, person=person, conditions=tail).strip()


def first_of_all(words: Wording, best: str, people: str, tail: str) -> str:
    """Write what those are called who shared a place by going out together."""
    text = words.gettext("{best} of all {people} to make a spacewalk {conditions}")
    return text.format(best=best, people=people, conditions=tail).strip()


def latest_walk(words: Wording, people: str, record: str, when: str) -> str:
    """Answer who made the latest spacewalk of a kind, where later ones are known in part."""
    text = words.gettext("{people} made the {record} that is known in full, {when}.")
    return text.format(people=people, record=record, when=when)


def first_person(words: Wording, people: str, count: int, record: str, when: str) -> str:
    """Answer who was first outside."""
    text = words.ngettext("{people} was the {record}, {when}.", "{people} were the {record}, {when}.", count)
    return text.format(people=people, record=record, when=when)


def largest_crew(words: Wording, value: str, best: str, people: str, when: str, tail: str) -> str:
    """Answer how many went out together at most, and who they were."""
    text = words.gettext("{value} went out together, the {best} on one spacewalk {conditions}: {people}, {when}.")
    return _tidy(text.format(value=value, best=best, people=people, when=when, conditions=tail))


def most_walks(words: Wording, people: str, value: str, place: str, tail: str) -> str:
    """Answer who made the most spacewalks."""
    text = words.gettext("{people} made {value} {conditions}, {place}.")
    return _tidy(text.format(people=people, value=value, place=place, conditions=tail))


def most_time(words: Wording, people: str, count: int, value: str, place: str, tail: str) -> str:
    """Answer who was outside longest in all."""
    text = words.ngettext(
        "{people} was outside for {value}, {place}.",
        "{people} were outside for {value}, {place}.",
        count,
    )
    if tail:
        text = words.ngettext(
            "{people} was outside for {value} on spacewalks {conditions}, {place}.",
            "{people} were outside for {value} on spacewalks {conditions}, {place}.",
            count,
        )
    return text.format(people=people, value=value, place=place, conditions=tail)


def longest_career(words: Wording, people: str, value: str, place: str, tail: str) -> str:
    """Answer between whose first and last spacewalk the most time passed."""
    text = words.gettext("{people} went out over a span of {value} {conditions}, {place}.")
    return _tidy(text.format(people=people, value=value, place=place, conditions=tail))


def best_of(words: Wording, best: str, among: str, tail: str) -> str:
    """Write what the oldest or the like is called that has no name of its own."""
    return words.gettext("{best} {among} {conditions}").format(best=best, among=among, conditions=tail).strip()


def oldest(words: Wording, people: str, count: int, record: str, value: str, when: str) -> str:
    """Answer who was the oldest, or the youngest, outside."""
    text = words.ngettext(
        "{people} was the {record}, at {value}, {when}.", "{people} were the {record}, at {value}, {when}.", count
    )
    return text.format(people=people, record=record, value=value, when=when)


def in_one(words: Wording, measure: str, value: str) -> str:
    """Say that a figure is that of a single year or mission."""
    if measure == "spacewalks_in_a_year":
        return words.gettext("{value} in one year").format(value=value)
    return words.gettext("{value} in one mission").format(value=value)


def together(words: Wording, value: str) -> str:
    """Say that a figure is that of people who went out together."""
    return words.gettext("{value} together").format(value=value)


def of_any(words: Wording, of: str) -> str:
    """Say among what a year, a mission, a station, a country or a crew stands first."""
    texts = {
        "crew": words.gettext("of any crew"),
        "year": words.gettext("of any year"),
        "mission": words.gettext("of any mission"),
        "station": words.gettext("of any station"),
        "country": words.gettext("of any country"),
    }
    return texts[of]


def with_last(words: Wording, lead: str, date: dt.date, *, of_times: bool) -> str:
    """Add the day of the last spacewalk that counts; `of_times` where the lead counts no spacewalks."""
    text = (
        words.gettext("{lead}, the last time on {date}.") if of_times else words.gettext("{lead}, the last on {date}.")
    )
    return text.format(lead=lead.removesuffix("."), date=words.date(date))


def group_amount(words: Wording, measure: str, value: str) -> str:
    """Write what a year or the like had."""
    if measure == "time":
        return words.gettext("{value} of spacewalks").format(value=value)
    if measure == "people":
        return words.gettext("{value} outside").format(value=value)
    return value


def of_any_crew(words: Wording, people: str, *, alone: bool) -> str:
    """Say among which crews one stands first: those of certain people (`alone`), or that some of them belong to."""
    text = words.gettext("of any crew of {people}") if alone else words.gettext("of any crew with {people}")
    return text.format(people=people)


def of_any_mission(words: Wording, programme: str) -> str:
    """Say among the missions of which programme one stands first."""
    return words.gettext("of any mission {conditions}").format(conditions=programme)


def best_group(words: Wording, groups: str, value: str, best: str, tail: str, among: str) -> str:
    """Answer which year, mission, station or country had the most."""
    text = words.gettext("{groups} had {value} {conditions}, the {best} {among}.")
    lead = _tidy(text.format(groups=groups, value=value, best=best, among=among, conditions=tail))
    return lead[:1].upper() + lead[1:]


def fullest_moment(words: Wording, count: int, people: str, date: dt.date, best: str, tail: str) -> str:
    """Answer how many were outside at once, and who."""
    text = words.ngettext(
        "{count} person was outside on {date}, the {best} at once ever: {people}.",
        "{count} people were outside at once on {date}, the {best} ever: {people}.",
        count,
    )
    if tail:
        text = words.ngettext(
            "{count} person was outside on {date}, the {best} at once on spacewalks {conditions}: {people}.",
            "{count} people were outside at once on {date}, the {best} on spacewalks {conditions}: {people}.",
            count,
        )
    return text.format(count=words.number(count), date=words.date(date), best=best, conditions=tail, people=people)


def at_once(words: Wording, lead: str, walks: Sequence[str], alone: int) -> str:
    """Add which spacewalks went on at once, and how many were outside at most on a single one; 0 is on none."""
    text = words.gettext("{lead}, while {walks} overlapped; on a single spacewalk there were at most {alone}.")
    if not alone:
        text = words.gettext("{lead}, while {walks} overlapped.")
    return text.format(lead=lead.removesuffix("."), walks=words.listing(walks), alone=words.number(alone))


def such_time(words: Wording, best: str, when: str) -> str:
    """Write which of the times without a spacewalk one was."""
    return words.gettext("{best} such time {conditions}").format(best=best, conditions=when).strip()


def longest_gap(words: Wording, value: str, best: str, days: tuple[dt.date, dt.date], people: str, tail: str) -> str:
    """Answer how long nobody went out."""
    text = words.gettext(
        "{value} passed without a spacewalk {conditions}, the {best}: from {before} to {after}, when {people} went out."
    )
    before, after = map(words.date, days)
    return _tidy(text.format(value=value, best=best, before=before, after=after, people=people, conditions=tail))


def top(words: Wording, measure: str, order: str, lines: Sequence[str], level: int) -> str:
    """Answer who stands on the first few places; `level` are further ones on the last of them."""
    text = words.gettext("The top {count}: {lines}.")
    if measure in {"start", "first_day"}:
        text = (
            words.gettext("The latest {count}: {lines}.")
            if order == "most"
            else words.gettext("The first {count}: {lines}.")
        )
    said = text.format(count=words.number(len(lines)), lines="; ".join(lines))
    if not level:
        return said
    text = words.ngettext(
        "{lead} {count} more is level with the last.", "{lead} {count} more are level with the last.", level
    )
    return text.format(lead=said, count=words.number(level))


def with_value(words: Wording, who: str, value: str) -> str:
    """Name somebody on one of the first places, with what they stand there."""
    return words.gettext("{who} ({value})").format(who=who, value=value)


def published(words: Wording, value: str, published: str) -> str:
    """Give the published value of a record beside the computed one."""
    return words.gettext("{value} (published as {published})").format(value=value, published=published)


def _tidy(text: str) -> str:
    """Close the gap that conditions leave where there are none."""
    return text.replace("  ", " ").replace(" ,", ",").replace(" :", ":").replace(" .", ".")
