"""What anniversaries say, as whole sentences."""

from bot.answering.wording import Wording
from bot.corpus.models import Kind


def years_ago_today(words: Wording, years: int, date: str) -> str:
    """Say how long ago this day was."""
    text = words.ngettext("{years} year ago today, on {date}", "{years} years ago today, on {date}", years)
    return text.format(years=words.number(years), date=date)


def years_ago(words: Wording, years: int, date: str) -> str:
    """Say how long ago a day was that this year does not have: 29 February."""
    text = words.ngettext("{years} year ago, on {date}", "{years} years ago, on {date}", years)
    return text.format(years=words.number(years), date=date)


def anniversary(words: Wording, when: str, kind: Kind, people: str, place: str, length: str) -> str:
    """Tell who was outside where, and for how long."""
    texts = {
        Kind.ORBITAL: words.gettext("{when}, {people} spent {length} outside {place}."),
        Kind.STANDUP: words.gettext("{when}, {people} stood for {length} in the open hatch of {place}."),
        Kind.LUNAR_SURFACE: words.gettext("{when}, {people} walked on the Moon for {length} outside {place}."),
        Kind.DEEP_SPACE: words.gettext(
            "{when}, {people} spent {length} outside {place} on the way back from the Moon."
        ),
        Kind.INTERNAL: words.gettext("{when}, {people} worked for {length} in vacuum inside {place}."),
    }
    return texts[kind].format(when=when, people=people, place=place, length=length)


def anniversary_of_unknown_length(words: Wording, when: str, people: str, place: str) -> str:
    """Tell who was outside where, when nobody has published for how long."""
    return words.gettext("{when}, {people} went outside {place}.").format(when=when, people=people, place=place)


def on_this_day(words: Wording, day: str) -> str:
    """Head the fact of an anniversary."""
    return words.gettext("On this day, {day}").format(day=day)


def fact_of_the_day(words: Wording) -> str:
    """Head any other fact."""
    return words.gettext("Spacewalk fact of the day")
