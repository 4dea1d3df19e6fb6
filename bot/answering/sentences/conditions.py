"""Conditions as they follow a noun: "spacewalks in 1984", "of more than 8 hours"."""

import datetime as dt
from collections.abc import Sequence

from bot.answering.wording import Wording
from bot.corpus.models import Kind


def spacewalks_that(words: Wording, tail: str) -> str:
    """Name the spacewalks that meet conditions."""
    if not tail:
        return words.gettext("all spacewalks")
    return words.gettext("spacewalks {conditions}").format(conditions=tail)


def some_spacewalks_that(words: Wording, tail: str) -> str:
    """Name some of the spacewalks that meet conditions."""
    return words.gettext("some spacewalks {conditions}").format(conditions=tail)


def heading(text: str) -> str:
    """Begin a title with a capital."""
    return text[:1].upper() + text[1:]


def noun_of_people(words: Wording, sex: str | None) -> str:
    """Name people by their sex, where it is a condition."""
    names = {"F": words.gettext("women"), "M": words.gettext("men")}
    return names.get(sex or "", words.gettext("people"))


def noun_of_person(words: Wording, sex: str | None) -> str:
    """Name one of these people."""
    names = {"F": words.gettext("woman"), "M": words.gettext("man")}
    return names.get(sex or "", words.gettext("person"))


def spacewalkers(words: Wording) -> str:
    """Name all who went out, where nothing says which of them."""
    return words.gettext("spacewalkers")


def all_women(words: Wording) -> str:
    """Name crews that only women belong to."""
    return words.gettext("women alone")


def by_people(words: Wording, people: str) -> str:
    """Say who made them."""
    return words.gettext("by {people}").format(people=people)


def people_from(words: Wording, people: str, nations: str) -> str:
    """Name people by the countries they flew for."""
    return words.gettext("{people} from {nations}").format(people=people, nations=nations)


def people_from_elsewhere(words: Wording, people: str, nations: str) -> str:
    """Name people by the countries they did not fly for."""
    return words.gettext("{people} from countries other than {nations}").format(people=people, nations=nations)


def people_working_for(words: Wording, people: str, agencies: str) -> str:
    """Name people by whom they worked for."""
    return words.gettext("{people} of {agencies}").format(people=people, agencies=agencies)


def western_europe(words: Wording) -> str:
    """Name the countries of Europe, the USSR and Russia apart."""
    return words.gettext("Europe (without the USSR and Russia)")


def arab_world(words: Wording) -> str:
    """Name the Arab countries."""
    return words.gettext("the Arab world")


def people_of_heritage(words: Wording, people: str, tags: Sequence[str]) -> str:
    """Name people by the heritage that records ask for."""
    names = {
        "african-american": words.gettext("African American"),
        "native-american": words.gettext("Native American"),
    }
    heritage = words.listing(names.get(tag, tag) for tag in tags)
    return words.gettext("{people} of {heritage} heritage").format(people=people, heritage=heritage)


def run_by(words: Wording, operators: str) -> str:
    """Say who ran them."""
    return words.gettext("run by {operators}").format(operators=operators)


def private_companies(words: Wording) -> str:
    """Name those who run spacewalks and are no country."""
    return words.gettext("private companies")


def of_kind(words: Wording, kind: Kind) -> str:
    """Say of which kind they were, after the noun."""
    texts = {
        Kind.ORBITAL: words.gettext("in orbit"),
        Kind.STANDUP: words.gettext("standing in the open hatch"),
        Kind.LUNAR_SURFACE: words.gettext("on the Moon"),
        Kind.DEEP_SPACE: words.gettext("in deep space"),
        Kind.INTERNAL: words.gettext("inside a module without air"),
    }
    return texts[kind]


def tag_phrase(words: Wording, tag: str) -> str:
    """Say what marks them."""
    names = {
        "untethered": words.gettext("without a tether"),
        "crew-transfer": words.gettext("from one spacecraft to another"),
        "hubble": words.gettext("at the Hubble Space Telescope"),
    }
    return names.get(tag, tag)


def other_than(words: Wording, left_out: str) -> str:
    """Say which kinds they are not of."""
    return words.gettext("other than {left_out}").format(left_out=left_out)


def of_crew_size(words: Wording, size: int) -> str:
    """Say how many went out together."""
    return words.ngettext("by one person alone", "by {count} people together", size).format(count=words.number(size))


def in_company(words: Wording, others: int) -> str:
    """Say of the spacewalks of one person how many others were outside."""
    if not others:
        return words.gettext("alone")
    return words.ngettext("with {count} other", "with {count} others", others).format(count=words.number(others))


def longer_than(words: Wording, length: str) -> str:
    """Say what they lasted longer than."""
    return words.gettext("of more than {length}").format(length=length)


def shorter_than(words: Wording, length: str) -> str:
    """Say what they did not last."""
    return words.gettext("of less than {length}").format(length=length)


def between_lengths(words: Wording, longer: str, shorter: str) -> str:
    """Say between which lengths they lasted."""
    return words.gettext("of between {longer} and {shorter}").format(longer=longer, shorter=shorter)


def at_place(words: Wording, place: str) -> str:
    """Say at which station."""
    return words.gettext("at {place}").format(place=place)


def of_programme(words: Wording, programme: str) -> str:
    """Say of which programme."""
    return words.gettext("of the {programme} programme").format(programme=programme)


def on_mission(words: Wording, mission: str) -> str:
    """Say on which mission."""
    return words.gettext("on {mission}").format(mission=mission)


def from_place(words: Wording, place: str) -> str:
    """Say from which craft, or by which way out."""
    return words.gettext("from {place}").format(place=place)


def in_suit(words: Wording, suit: str) -> str:
    """Say in which suit."""
    return words.gettext("in the {suit} suit").format(suit=suit)


def in_month_of_any_year(words: Wording, month: dt.date) -> str:
    """Say in which month, whatever the year."""
    return words.gettext("in any {month}").format(month=words.month(month))


def on_day_of_any_year(words: Wording, day: str) -> str:
    """Say on which day of the calendar, whatever the year."""
    return words.gettext("on {day} of any year").format(day=day)


def in_month(words: Wording, month: dt.date) -> str:
    """Say in which month."""
    return words.gettext("in {month}").format(month=words.month_of_year(month))


def in_year(words: Wording, year: int) -> str:
    """Say in which year."""
    return words.gettext("in {year}").format(year=year)


def in_century(words: Wording, count: int) -> str:
    """Say in which century, by its number."""
    return words.gettext("in the {ordinal} century").format(ordinal=words.ordinal(count))


def in_decade(words: Wording, year: int) -> str:
    """Say in which decade."""
    return words.gettext("in the {year}s").format(year=year)


def between_years(words: Wording, first: int, last: int) -> str:
    """Say in which span of years."""
    return words.gettext("from {first} to {last}").format(first=first, last=last)


def on_day(words: Wording, day: dt.date) -> str:
    """Say on which day."""
    return words.gettext("on {day}").format(day=words.date(day))


def between_days(words: Wording, first: dt.date, last: dt.date) -> str:
    """Say in which span of days."""
    return words.gettext("from {first} to {last}").format(first=words.date(first), last=words.date(last))


def since_day(words: Wording, day: str) -> str:
    """Say from which day or year on."""
    return words.gettext("since {day}").format(day=day)


def until_day(words: Wording, day: str) -> str:
    """Say up to which day, or to the end of which year."""
    return words.gettext("up to {day}").format(day=day)
