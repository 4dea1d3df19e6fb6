"""Sentences about one spacewalk."""

import datetime as dt
from collections.abc import Sequence

from bot.answering.wording import Wording
from bot.corpus.models import Kind, Quote


def walk_title(words: Wording, name: str, ordinal: str) -> str:
    """Head the card of a spacewalk."""
    return words.gettext("{name}: the {ordinal} spacewalk").format(name=name, ordinal=ordinal)


def walk_label(words: Wording, name: str, people: str, date: dt.date) -> str:
    """Offer a spacewalk as a choice."""
    return words.gettext("{name}: {people}, {date}").format(name=name, people=people, date=words.date(date))


def walk_line(words: Wording, day: str, people: str, length: str | None, summary: str) -> str:
    """Tell a spacewalk in one line of a list; `people` is empty where the summary names them."""
    told = length or words.gettext("length not known")
    if not people:
        return words.gettext("{date}, {length}. {summary}").format(date=day, length=told, summary=summary)
    text = words.gettext("{date}, {people}, {length}. {summary}")
    return text.format(date=day, people=people, length=told, summary=summary)


def walk_lead(words: Wording, date: dt.date, duration: str | None, summary: str) -> str:
    """Answer what a spacewalk was."""
    if duration is None:
        return words.gettext("{date}: {summary}").format(date=words.date(date), summary=summary)
    text = words.gettext("{date}, {duration}: {summary}")
    return text.format(date=words.date(date), duration=duration, summary=summary)


def walk_how_long(words: Wording, kind: Kind, duration: str, people: Sequence[str], place: str, date: dt.date) -> str:
    """Answer how long a spacewalk was."""
    count = len(people)
    texts = {
        Kind.ORBITAL: words.ngettext(
            "{duration}: {people} was outside {place} on {date}.",
            "{duration}: {people} were outside {place} on {date}.",
            count,
        ),
        Kind.STANDUP: words.gettext(
            "{duration}: so long was the stand-up spacewalk of {people} in the open hatch of {place} on {date}."
        ),
        Kind.LUNAR_SURFACE: words.gettext("{duration}: {people} walked on the Moon outside {place} on {date}."),
        Kind.DEEP_SPACE: words.ngettext(
            "{duration}: {people} was outside {place} on the way back from the Moon, on {date}.",
            "{duration}: {people} were outside {place} on the way back from the Moon, on {date}.",
            count,
        ),
        Kind.INTERNAL: words.gettext("{duration}: {people} worked in vacuum inside {place} on {date}."),
    }
    return texts[kind].format(duration=duration, people=words.listing(people), place=place, date=words.date(date))


def length_unknown(words: Wording, name: str, people: str, date: dt.date, reported: tuple[str, str] | None) -> str:
    """Answer how long a spacewalk was when nobody has published it; `reported` is a value and who gives it."""
    values = {"name": name, "people": people, "date": words.date(date)}
    if reported is None:
        return words.gettext("The length of {name} ({people}, {date}) has not been published.").format(**values)
    text = words.gettext("No exact length is known for {name} ({people}, {date}); reported: {value} ({by}).")
    return text.format(**values, value=reported[0], by=reported[1])


def walk_when(words: Wording, date: dt.date, times: tuple[dt.time, dt.time] | None, summary: str) -> str:
    """Answer when a spacewalk was; an end before the start is on the next day."""
    if times is None:
        return words.gettext("On {date}: {summary}").format(date=words.date(date), summary=summary)
    text = words.gettext("On {date}, from {start} to {end} UTC: {summary}")
    if times[1] < times[0]:
        text = words.gettext("On {date}, from {start} to {end} UTC the next day: {summary}")
    start, end = (words.time(moment) for moment in times)
    return text.format(date=words.date(date), start=start, end=end, summary=summary)


def walk_who(words: Wording, people: str, date: dt.date, summary: str) -> str:
    """Answer who made a spacewalk."""
    return words.gettext("{people}, on {date}: {summary}").format(people=people, date=words.date(date), summary=summary)


def walk_who_with(words: Wording, people: str, date: dt.date, others: str, summary: str) -> str:
    """Answer who did something on a spacewalk that others were on as well."""
    text = words.gettext("{people}, on {date} (with {others}): {summary}")
    return text.format(people=people, date=words.date(date), others=others, summary=summary)


def walk_with(words: Wording, others: str, people: str, date: dt.date, summary: str) -> str:
    """Answer with whom somebody went out."""
    text = words.gettext("{others} went out with {people}, on {date}: {summary}")
    return text.format(others=others, people=people, date=words.date(date), summary=summary)


def walk_alone(words: Wording, person: str, name: str, date: dt.date) -> str:
    """Answer with whom somebody went out who was alone outside."""
    text = words.gettext("Nobody: {person} went out alone ({name}, {date}).")
    return text.format(person=person, name=name, date=words.date(date))


def told_of(words: Wording, head: str, text: str) -> str:
    """Tell what does not say itself whom or what it is about, or when it was."""
    return words.gettext("{head}: {text}").format(head=head, text=text)


def in_years(words: Wording, first: int, last: int) -> str:
    """Write from which year to which something went on."""
    return words.gettext("{first} to {last}").format(first=first, last=last)


def walk_where(words: Wording, kind: Kind, place: str, airlock: str, summary: str) -> str:
    """Answer where a spacewalk was made."""
    texts = {
        Kind.STANDUP: words.gettext("In the open hatch of {place}: {summary}"),
        Kind.LUNAR_SURFACE: words.gettext("On the Moon, outside {place}: {summary}"),
        Kind.DEEP_SPACE: words.gettext("Outside {place} on the way back from the Moon: {summary}"),
        Kind.INTERNAL: words.gettext("Inside {place}, in a part without air: {summary}"),
    }
    text = texts.get(kind, words.gettext("Outside {place}, by way of {airlock}: {summary}"))
    return text.format(place=place, airlock=airlock, summary=summary)


def walk_which(words: Wording, value: str, people: str, name: str, date: dt.date) -> str:
    """Answer which craft, suit, airlock or mission it was."""
    text = words.gettext("{value}: {people}, {name}, {date}.")
    return text.format(value=value, people=people, name=name, date=words.date(date))


def walk_airlock(words: Wording, airlock: str, people: str, name: str, date: dt.date) -> str:
    """Answer by which way somebody went out."""
    text = words.gettext("By way of {airlock}: {people}, {name}, {date}.")
    return text.format(airlock=airlock, people=people, name=name, date=words.date(date))


def walk_inside(words: Wording, people: str, name: str, date: dt.date) -> str:
    """Answer who stayed inside."""
    text = words.gettext("{people} stayed inside during {name}, {date}.")
    return text.format(people=people, name=name, date=words.date(date))


def inside_unknown(words: Wording, name: str, people: str) -> str:
    """Say that nobody is on record as having stayed inside."""
    text = words.gettext("Who stayed inside during {name} is not on record here; {people} went out.")
    return text.format(name=name, people=people)


def walk_how_many(words: Wording, count: int, people: str, name: str, date: dt.date) -> str:
    """Answer how many went out."""
    text = words.ngettext(
        "{count} person went out on {name}, {date}: {people}.",
        "{count} people went out on {name}, {date}: {people}.",
        count,
    )
    return text.format(count=words.number(count), people=people, name=name, date=words.date(date))


def walk_ages(words: Wording, ages: Sequence[str], name: str, date: dt.date) -> str:
    """Answer how old those were who went out."""
    text = words.gettext("{ages} on {date} ({name}).")
    return text.format(ages=words.listing(ages), name=name, date=words.date(date))


def aged(words: Wording, person: str, age: str | None) -> str:
    """Give somebody's age, None where it is not known."""
    if age is None:
        return words.gettext("the age of {person} is not on record here").format(person=person)
    return words.gettext("{person} was {age} old").format(person=person, age=age)


def quoted(words: Wording, text: str, speaker: str, when: str) -> str:
    """Answer what somebody said."""
    return words.gettext("“{text}” – {speaker}, {when}.").format(text=text, speaker=speaker, when=when)


def no_quote(words: Wording, subject: str) -> str:
    """Say that no attested words are on record."""
    return words.gettext("No word-for-word quote is on record here for {subject}.").format(subject=subject)


def occasion(words: Wording, quote: Quote) -> str:
    """Tell when words were said, and that they are translated."""
    said = {
        "before": words.gettext("before the spacewalk"),
        "during": words.gettext("on the spacewalk"),
        "after": words.gettext("afterwards"),
        "interview": words.gettext("in an interview"),
        "book": words.gettext("in a book"),
        "blog": words.gettext("in a blog"),
        "essay": words.gettext("in an essay"),
    }
    parts = [said[quote.said]]
    if quote.date:
        parts.append(words.partial_date(quote.date))
    if quote.translated:
        parts.append(words.gettext("translated"))
    return ", ".join(parts)


def at_hatch(words: Wording, people: str) -> str:
    """Tell who of the crew stayed at the hatch."""
    return words.gettext("{people} (stayed at the hatch)").format(people=people)


def time_span(words: Wording, start: dt.time | None, end: dt.time | None) -> str:
    """Write the clock times as far as they are attested; an end before the start is on the next day."""
    if start and end:
        text = words.gettext("{start} to {end} UTC")
        if end < start:
            text = words.gettext("{start} to {end} UTC the next day")
        return text.format(start=words.time(start), end=words.time(end))
    if start:
        return words.gettext("from {start} UTC, end unknown").format(start=words.time(start))
    if end:
        return words.gettext("until {end} UTC, start unknown").format(end=words.time(end))
    return words.gettext("unknown")


def local_day(words: Wording, date: dt.date, local: dt.date | None, operator: str) -> str:
    """Write the day, and the one people know it by where the calendar of those who ran it said another."""
    if local is None:
        return words.date(date)
    texts = {
        "USA": words.gettext("{date} UTC ({local} in the United States)"),
        "USSR": words.gettext("{date} UTC ({local} in Moscow)"),
        "Russia": words.gettext("{date} UTC ({local} in Moscow)"),
        "China": words.gettext("{date} UTC ({local} in Beijing)"),
    }
    text = texts.get(operator, words.gettext("{date} UTC ({local} by local time)"))
    said = words.date(local) if local.year != date.year else words.day_of_year(local.month, local.day)
    return text.format(date=words.date(date), local=said)


def also_reported(words: Wording, what: str, value: str, by: str, why: str | None) -> str:
    """Tell what another source says, and why it differs."""
    if why:
        text = words.gettext("{what} {value} ({by}): {why}")
        return text.format(what=what, value=value, by=by, why=why)
    return words.gettext("{what} {value} ({by})").format(what=what, value=value, by=by)
