"""Every sentence that people read, whole, in one place, for translators. No figure is computed here."""

import datetime as dt
from collections.abc import Iterable, Sequence

from bot.answering.wording import Wording
from bot.corpus import Sort
from bot.corpus.models import About, AlsoReported, Kind, Pending, Quote


def unknown(words: Wording) -> str:
    """Say that a figure is not known."""
    return words.gettext("unknown")


def with_article(name: str) -> str:
    """Put "the" before names that English gives it: the ISS, the Apollo 11 lunar module."""
    needs = name == "ISS" or name.endswith(" module") or name.startswith("Space Shuttle")
    return f"the {name}" if needs else name


def docked(words: Wording, vehicle: str, station: str) -> str:
    """Say what a craft was docked to."""
    return words.gettext("{vehicle}, docked to {station}").format(vehicle=vehicle, station=station)


def sort_name(words: Wording, sort: Sort) -> str:
    """Name the sort of an entry, for choices."""
    names = {
        Sort.SPACEWALK: words.gettext("spacewalk"),
        Sort.SPACEWALKER: words.gettext("spacewalker"),
        Sort.OTHER_PERSON: words.gettext("no known spacewalk"),
        Sort.STORY: words.gettext("story"),
        Sort.TOPIC: words.gettext("topic"),
        Sort.RECORD: words.gettext("record"),
        Sort.PROGRAMME: words.gettext("programme"),
        Sort.STATION: words.gettext("station"),
        Sort.VEHICLE: words.gettext("spacecraft"),
        Sort.MISSION: words.gettext("mission"),
        Sort.COUNTRY: words.gettext("country"),
        Sort.AGENCY: words.gettext("agency"),
        Sort.AIRLOCK: words.gettext("airlock"),
    }
    return names[sort]


def kind_name(words: Wording, kind: Kind) -> str:
    """Name the kind of a spacewalk."""
    names = {
        Kind.ORBITAL: words.gettext("in orbit"),
        Kind.STANDUP: words.gettext("stand-up, in the open hatch"),
        Kind.LUNAR_SURFACE: words.gettext("on the Moon"),
        Kind.DEEP_SPACE: words.gettext("in deep space"),
        Kind.INTERNAL: words.gettext("internal, in a module without air"),
    }
    return names[kind]


# One spacewalk


def walk_title(words: Wording, name: str, ordinal: str) -> str:
    """Head the card of a spacewalk."""
    return words.gettext("{name}: the {ordinal} spacewalk").format(name=name, ordinal=ordinal)


def walk_label(words: Wording, name: str, people: str, date: dt.date) -> str:
    """Offer a spacewalk as a choice."""
    return words.gettext("{name}: {people}, {date}").format(name=name, people=people, date=words.date(date))


def walk_line(words: Wording, date: dt.date, people: str, length: str, summary: str) -> str:
    """Tell a spacewalk in one line of a list."""
    text = words.gettext("{date}, {people}, {length}. {summary}")
    return text.format(date=words.date(date), people=people, length=length, summary=summary)


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
        Kind.STANDUP: words.gettext("{duration}: {people} stood in the open hatch of {place} on {date}."),
        Kind.LUNAR_SURFACE: words.gettext("{duration}: {people} walked on the Moon outside {place} on {date}."),
        Kind.DEEP_SPACE: words.ngettext(
            "{duration}: {people} was outside {place} on the way back from the Moon, on {date}.",
            "{duration}: {people} were outside {place} on the way back from the Moon, on {date}.",
            count,
        ),
        Kind.INTERNAL: words.gettext("{duration}: {people} worked in vacuum inside {place} on {date}."),
    }
    return texts[kind].format(duration=duration, people=words.listing(people), place=place, date=words.date(date))


def length_unknown(words: Wording, name: str, people: str, date: dt.date, others: Sequence[AlsoReported]) -> str:
    """Answer how long a spacewalk was when nobody has published it."""
    values = {"name": name, "people": people, "date": words.date(date)}
    if not others:
        return words.gettext("The length of {name} ({people}, {date}) has not been published.").format(**values)
    text = words.gettext("No exact length is known for {name} ({people}, {date}); {by}: {value}.")
    return text.format(**values, by=words.listing(others[0].by), value=others[0].value)


def walk_when(words: Wording, date: dt.date, times: tuple[dt.time, dt.time] | None, summary: str) -> str:
    """Answer when a spacewalk was."""
    if times is None:
        return words.gettext("On {date}: {summary}").format(date=words.date(date), summary=summary)
    text = words.gettext("On {date}, from {start} to {end} UTC: {summary}")
    start, end = (words.time(moment) for moment in times)
    return text.format(date=words.date(date), start=start, end=end, summary=summary)


def walk_who(words: Wording, people: str, date: dt.date, summary: str) -> str:
    """Answer who made a spacewalk."""
    return words.gettext("{people}, on {date}: {summary}").format(people=people, date=words.date(date), summary=summary)


def told_of(words: Wording, people: str, text: str) -> str:
    """Tell a story that does not say itself whom it is about."""
    return words.gettext("{people}: {text}").format(people=people, text=text)


def walk_where(words: Wording, place: str, airlock: str, summary: str) -> str:
    """Answer where a spacewalk was made."""
    text = words.gettext("Outside {place}, by way of the {airlock}: {summary}")
    return text.format(place=place, airlock=airlock, summary=summary)


def walk_which(words: Wording, value: str, people: str, name: str, date: dt.date) -> str:
    """Answer which craft, suit, airlock or mission it was."""
    text = words.gettext("{value}: {people}, {name}, {date}.")
    return text.format(value=value, people=people, name=name, date=words.date(date))


def walk_airlock(words: Wording, airlock: str, people: str, name: str, date: dt.date) -> str:
    """Answer by which way somebody went out."""
    text = words.gettext("By way of the {airlock}: {people}, {name}, {date}.")
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
        "{count} person: {people}, {name}, {date}.", "{count} people: {people}, {name}, {date}.", count
    )
    return text.format(count=words.number(count), people=people, name=name, date=words.date(date))


def walk_ages(words: Wording, ages: Sequence[str], name: str, date: dt.date) -> str:
    """Answer how old those were who went out."""
    return words.gettext("{ages} on {name}, {date}.").format(ages=words.listing(ages), name=name, date=words.date(date))


def aged(words: Wording, person: str, age: str) -> str:
    """Give somebody's age."""
    return words.gettext("{person}, {age}").format(person=person, age=age)


def quoted(words: Wording, text: str, speaker: str, when: str) -> str:
    """Answer what somebody said."""
    return words.gettext("“{text}” – {speaker}, {when}.").format(text=text, speaker=speaker, when=when)


def no_quote(words: Wording, subject: str) -> str:
    """Say that no attested words are on record."""
    return words.gettext("No word-for-word quote is on record here for {subject}.").format(subject=subject)


def occasion(words: Wording, quote: Quote) -> str:
    """Tell when words were said, and that they are translated."""
    said = {
        "before": words.gettext("before the flight"),
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
    """Write the clock times as far as they are attested."""
    if start and end:
        return words.gettext("{start} to {end} UTC").format(start=words.time(start), end=words.time(end))
    if start:
        return words.gettext("from {start} UTC, end not attested").format(start=words.time(start))
    if end:
        return words.gettext("until {end} UTC, start not attested").format(end=words.time(end))
    return words.gettext("not attested")


def local_day(words: Wording, date: dt.date, local: dt.date | None) -> str:
    """Write the day, and the one people know it by where the local calendar said another."""
    if local is None:
        return words.date(date)
    text = words.gettext("{date} UTC, {local} by local time")
    return text.format(date=words.date(date), local=words.date(local))


def also_reported(words: Wording, other: AlsoReported) -> str:
    """Tell what another source says, and why it differs."""
    values = {"field": other.field, "value": other.value, "by": words.listing(other.by), "why": other.why or ""}
    if other.why:
        return words.gettext("{field} {value} ({by}): {why}").format(**values)
    return words.gettext("{field} {value} ({by})").format(**values)


# People


def one_walk(words: Wording, person: str, length: str, place: str, date: dt.date) -> str:
    """Answer about somebody who made a single spacewalk of known length."""
    text = words.gettext("{person} made one spacewalk: {length} outside {place} on {date}.")
    return text.format(person=person, length=length, place=place, date=words.date(date))


def career(words: Wording, person: str, count: str, total: str, first: dt.date, last: dt.date) -> str:
    """Answer about somebody who made several spacewalks."""
    text = words.gettext("{person} made {count} spacewalks, {total}, between {first} and {last}.")
    return text.format(person=person, count=count, total=total, first=words.date(first), last=words.date(last))


def career_how_long(words: Wording, person: str, count: str, total: str) -> str:
    """Answer how long somebody was outside in all."""
    return words.gettext("{total}: {person} in {count} spacewalks.").format(total=total, person=person, count=count)


def career_when(words: Wording, person: str, count: str, first: dt.date, last: dt.date) -> str:
    """Answer when somebody was outside."""
    text = words.gettext("Between {first} and {last}: {person} made {count} spacewalks.")
    return text.format(first=words.date(first), last=words.date(last), person=person, count=count)


def career_in(words: Wording, values: str, person: str, count: str) -> str:
    """Answer where, with whom or in what somebody made their spacewalks."""
    return words.gettext("{values}: {person}, in {count} spacewalks.").format(values=values, person=person, count=count)


def times(words: Wording, name: str, count: int) -> str:
    """Say how many spacewalks somebody or something shared."""
    return words.gettext("{name} ({count})").format(name=name, count=words.number(count))


def career_rank(words: Wording, person: str, by_time: str, total: str, by_count: str, count: str) -> str:
    """Answer where somebody stands among all."""
    text = words.gettext(
        "{person} is {by_time} by time outside ({total}) and {by_count} by number of spacewalks ({count})."
    )
    return text.format(person=person, by_time=by_time, total=total, by_count=by_count, count=count)


def born_on(words: Wording, person: str, date: str, place: str | None) -> str:
    """Answer when (and where) somebody was born."""
    if place is None:
        return words.gettext("{person} was born: {date}.").format(person=person, date=date)
    return words.gettext("{person} was born: {date}, {place}.").format(person=person, date=date, place=place)


def born_unknown(words: Wording, person: str) -> str:
    """Say that a birth date is not on record."""
    return words.gettext("The birth date of {person} is not on record here.").format(person=person)


def went_out_alone(words: Wording, person: str) -> str:
    """Answer with whom somebody went out who never had a partner outside."""
    return words.gettext("Nobody: {person} went out alone each time.").format(person=person)


def in_all(words: Wording, total: str) -> str:
    """Mark a length as a total."""
    return words.gettext("{total} in all").format(total=total)


def at_least(words: Wording, total: str) -> str:
    """Mark a sum that lacks walks of unknown length."""
    return words.gettext("at least {total}").format(total=total)


def published_total(words: Wording, published: str, listed: str) -> str:
    """Give the published total first and the sum of the listed lengths beside it."""
    text = words.gettext("{published} in all as published (the listed lengths add up to {listed})")
    return text.format(published=published, listed=listed)


def other_total(words: Wording, figures: str, by: str, why: str) -> str:
    """Give a total that somebody else publishes, with the reason it differs."""
    return words.gettext("{figures} ({by}). {why}").format(figures=figures, by=by, why=why)


def count_of(words: Wording, count: int) -> str:
    """Write a number of spacewalks."""
    return words.ngettext("{count} spacewalk", "{count} spacewalks", count).format(count=words.number(count))


def people_count(words: Wording, count: int) -> str:
    """Write a number of people."""
    return words.ngettext("{count} person", "{count} people", count).format(count=words.number(count))


def rank(words: Wording, ordinal: str, total: int) -> str:
    """Write somebody's place among all."""
    return words.gettext("{ordinal} of {total}").format(ordinal=ordinal, total=words.number(total))


def not_a_spacewalker(words: Wording, person: str, known_to: dt.date, mission: str | None, year: int | None) -> str:
    """Tell the truth about somebody who is taken for a spacewalker."""
    values = {"person": person, "date": words.date(known_to), "mission": mission, "year": year}
    if year is None:
        return words.gettext("{person} is not among the spacewalkers known to {date}.").format(**values)
    if mission is None:
        text = words.gettext("{person} flew in {year} but is not among the spacewalkers known to {date}.")
    else:
        text = words.gettext("{person} flew ({mission}, {year}) but is not among the spacewalkers known to {date}.")
    return text.format(**values)


def later_person(words: Wording, pending: Sequence[Pending]) -> str:
    """Add the walks after the tables end that somebody is reported on."""
    walks = words.listing(f"{walk.event} ({walk.date})" for walk in pending)
    return words.gettext("Reported since, and not yet in the tables: {walks}.").format(walks=walks)


# Groups of spacewalks


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
    """Answer how many people of a country or agency went outside."""
    text = words.ngettext(
        "{people} of {name} went outside, on {count} spacewalk.",
        "{people} of {name} went outside, on {count} spacewalks.",
        count,
    )
    crew = words.ngettext("One spacewalker", "{people} spacewalkers", people).format(people=words.number(people))
    return text.format(name=name, count=words.number(count), people=crew)


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


# Conditions, as they follow a noun


def spacewalks_that(words: Wording, tail: str) -> str:
    """Name the spacewalks that meet conditions."""
    return words.gettext("spacewalks {conditions}").format(conditions=tail).strip()


def heading(text: str) -> str:
    """Begin a title with a capital."""
    return text[:1].upper() + text[1:]


def noun_of_people(words: Wording, sex: str | None) -> str:
    """Name people by their sex, where it is a condition."""
    names = {"F": words.gettext("women"), "M": words.gettext("men")}
    return names.get(sex or "", words.gettext("people"))


def all_women(words: Wording) -> str:
    """Name crews that only women belong to."""
    return words.gettext("women alone")


def by_people(words: Wording, people: str) -> str:
    """Say who made them."""
    return words.gettext("by {people}").format(people=people)


def people_from(words: Wording, people: str, nations: str) -> str:
    """Say for which countries those flew who made them."""
    return words.gettext("by {people} from {nations}").format(people=people, nations=nations)


def people_from_elsewhere(words: Wording, people: str, nations: str) -> str:
    """Say for which countries those did not fly who made them."""
    return words.gettext("by {people} from neither {nations}").format(people=people, nations=nations)


def people_of_agency(words: Wording, people: str, agencies: str) -> str:
    """Say whom those worked for who made them."""
    return words.gettext("by {people} of {agencies}").format(people=people, agencies=agencies)


def western_europe(words: Wording) -> str:
    """Name the countries of Europe, the USSR and Russia apart."""
    return words.gettext("Europe (without the USSR and Russia)")


def arab_world(words: Wording) -> str:
    """Name the Arab countries."""
    return words.gettext("the Arab world")


def of_heritage(words: Wording, tags: Sequence[str]) -> str:
    """Name the heritage that records ask for."""
    names = {
        "african-american": words.gettext("who are African American"),
        "native-american": words.gettext("who are Native American"),
    }
    return words.listing(names.get(tag, tag) for tag in tags)


def run_by(words: Wording, operators: str) -> str:
    """Say who ran them."""
    return words.gettext("run by {operators}").format(operators=with_article(operators))


def tag_phrase(words: Wording, tag: str) -> str:
    """Say what marks them."""
    names = {
        "untethered": words.gettext("without a tether"),
        "crew-transfer": words.gettext("from one spacecraft to another"),
        "hubble": words.gettext("at the Hubble Space Telescope"),
    }
    return names.get(tag, tag)


def of_crew_size(words: Wording, size: int) -> str:
    """Say how many went out together."""
    return words.ngettext("by one person alone", "by {count} people together", size).format(count=words.number(size))


def longer_than(words: Wording, length: str) -> str:
    """Say what they lasted longer than."""
    return words.gettext("of more than {length}").format(length=length)


def shorter_than(words: Wording, length: str) -> str:
    """Say what they did not last."""
    return words.gettext("of less than {length}").format(length=length)


def at_place(words: Wording, place: str) -> str:
    """Say at which station, or from which craft or programme."""
    return words.gettext("at {place}").format(place=place)


def on_mission(words: Wording, mission: str) -> str:
    """Say on which mission."""
    return words.gettext("on {mission}").format(mission=mission)


def through_airlock(words: Wording, airlock: str) -> str:
    """Say by which way out."""
    return words.gettext("from {airlock}").format(airlock=airlock)


def in_suit(words: Wording, suit: str) -> str:
    """Say in which suit."""
    return words.gettext("in the {suit} suit").format(suit=suit)


def in_month_of_any_year(words: Wording, month: dt.date) -> str:
    """Say in which month, whatever the year."""
    return words.gettext("in any {month}").format(month=words.month(month))


def in_month(words: Wording, month: dt.date) -> str:
    """Say in which month."""
    return words.gettext("in {month}").format(month=words.month_of_year(month))


def in_year(words: Wording, year: int) -> str:
    """Say in which year."""
    return words.gettext("in {year}").format(year=year)


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


def since_day(words: Wording, day: dt.date) -> str:
    """Say from which day on."""
    return words.gettext("since {day}").format(day=words.date(day))


def until_day(words: Wording, day: dt.date) -> str:
    """Say up to which day."""
    return words.gettext("up to {day}").format(day=words.date(day))


# Counts


def all_spacewalks(words: Wording, count: int, known_to: dt.date) -> str:
    """Answer how many spacewalks there have been."""
    text = words.gettext("{count} spacewalks are known up to {date}.")
    return text.format(count=words.number(count), date=words.date(known_to))


def count_lead(words: Wording, count: int, tail: str, split: str = "") -> str:
    """Answer how many spacewalks meet conditions; `split` tells how they are shared out."""
    text = words.ngettext("{count} spacewalk {conditions}.", "{count} spacewalks {conditions}.", count)
    if split:
        text = words.gettext("{count} spacewalks {conditions} ({split}).")
    return text.format(count=words.number(count), conditions=tail, split=split)


def counted_people(words: Wording, count: int, sex: str | None) -> str:
    """Write a number of people of one sex, or of any."""
    texts = {
        "F": words.ngettext("{count} woman", "{count} women", count),
        "M": words.ngettext("{count} man", "{count} men", count),
    }
    text = texts.get(sex or "", words.ngettext("{count} person", "{count} people", count))
    return text.format(count=words.number(count))


def people_lead(words: Wording, people: str, tail: str, count: int) -> str:
    """Answer how many people made spacewalks that meet conditions."""
    text = words.ngettext(
        "{people} took part in {count} spacewalk {conditions}.",
        "{people} took part in {count} spacewalks {conditions}.",
        count,
    )
    return text.format(people=people, count=words.number(count), conditions=tail).replace(" .", ".")


def each_lead(words: Wording, people: str, each: tuple[int, int], tail: str) -> str:
    """Answer how many people made so many spacewalks each."""
    least, most = each
    if least == most:
        text = words.ngettext(
            "{people} made one spacewalk each {conditions}.",
            "{people} made {least} spacewalks each {conditions}.",
            least,
        )
    elif least == 1:
        text = words.gettext("{people} made at most {most} spacewalks each {conditions}.")
    else:
        text = words.gettext("{people} made {least} or more spacewalks each {conditions}.")
    return text.format(people=people, least=words.number(least), most=words.number(most), conditions=tail).replace(
        " .", "."
    )


def time_lead(words: Wording, total: str, count: int, tail: str) -> str:
    """Answer how long spacewalks lasted together."""
    text = words.ngettext(
        "{total}: {count} spacewalk {conditions}.", "{total}: {count} spacewalks {conditions}.", count
    )
    return text.format(total=total, count=words.number(count), conditions=tail).replace(" .", ".")


def person_time_lead(words: Wording, total: str, people: int, count: int, tail: str) -> str:
    """Answer how long people were outside together, each one's time counted."""
    text = words.gettext("{total}, each person's time added up: {people} in {count} spacewalks {conditions}.")
    return text.format(
        total=total, people=people_count(words, people), count=words.number(count), conditions=tail
    ).replace(" .", ".")


def average_lead(words: Wording, average: str, count: int, tail: str) -> str:
    """Answer how long spacewalks lasted on average."""
    text = words.gettext("{average} on average, over {count} spacewalks of known length {conditions}.")
    return text.format(average=average, count=words.number(count), conditions=tail).replace(" .", ".")


def average_age_lead(words: Wording, age: int, count: int, tail: str) -> str:
    """Answer how old spacewalkers were on average."""
    text = words.gettext(
        "About {age} years on average, over {count} times that somebody of known age took part {conditions}."
    )
    return text.format(age=words.number(age), count=words.number(count), conditions=tail).replace(" .", ".")


def countries_lead(words: Wording, count: int, nations: Sequence[str], tail: str) -> str:
    """Answer from how many countries people made spacewalks."""
    text = words.ngettext(
        "{count} country: people of {nations} made spacewalks {conditions}.",
        "{count} countries: people of {nations} made spacewalks {conditions}.",
        count,
    )
    return text.format(count=words.number(count), nations=words.listing(nations), conditions=tail).replace(" .", ".")


def no_length_known(words: Wording, tail: str) -> str:
    """Say that no average can be told."""
    return words.gettext("No length is known of the spacewalks {conditions}.").format(conditions=tail)


def share_lead(words: Wording, share: str, count: int, total: int, tail: str) -> str:
    """Answer what part of all spacewalks meets conditions."""
    text = words.gettext("{share}: {count} of {total} spacewalks were {conditions}.")
    return text.format(share=share, count=words.number(count), total=words.number(total), conditions=tail)


def share_of_people(words: Wording, share: str, count: int, total: int, tail: str) -> str:
    """Answer what part of all spacewalkers meets conditions."""
    text = words.gettext("{share}: {count} of {total} spacewalkers made spacewalks {conditions}.")
    return text.format(share=share, count=words.number(count), total=words.number(total), conditions=tail)


def no_spacewalk_that(words: Wording, tail: str, known_to: dt.date) -> str:
    """Tell that no spacewalk meets conditions."""
    return words.gettext("No spacewalk {conditions} is known to {date}.").format(
        conditions=tail, date=words.date(known_to)
    )


def nobody_that(words: Wording, tail: str, known_to: dt.date) -> str:
    """Tell that nobody made a spacewalk that meets conditions."""
    return words.gettext("Not one: no spacewalk {conditions} is known to {date}.").format(
        conditions=tail, date=words.date(known_to)
    )


def values_lead(words: Wording, values: str, count: int, tail: str) -> str:
    """Answer which suits, airlocks or craft spacewalks that meet conditions had."""
    text = words.ngettext(
        "{values}: {count} spacewalk {conditions}.", "{values}: {count} spacewalks {conditions}.", count
    )
    return text.format(values=values, count=words.number(count), conditions=tail).replace(" .", ".")


# Comparisons


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


# When there is no answer


def no_such_spacewalk(words: Wording, designator: str) -> str:
    """Tell that a designator names nothing."""
    return words.gettext("No spacewalk called {designator} is known.").format(designator=designator)


def none_later(words: Wording, walk: str, people: str, date: dt.date) -> str:
    """Tell that no later spacewalk is known, and the latest that is."""
    text = words.gettext("No later spacewalk is known here; the latest is {walk}: {people}, {date}.")
    return text.format(walk=walk, people=people, date=words.date(date))


def mission_had(words: Wording, mission: str, count: int) -> str:
    """Tell how many spacewalks a mission did have."""
    if not count:
        return no_walks_of(words, mission)
    text = words.ngettext("{mission} had one spacewalk.", "{mission} had {count} spacewalks.", count)
    return text.format(mission=mission, count=words.number(count))


def no_such_walk_of(words: Wording, people: str, careers: str) -> str:
    """Tell that somebody made no spacewalk of the kind asked for, and what they did make."""
    text = words.gettext("No such spacewalk is known of {people}: {careers}.")
    return text.format(people=people, careers=careers)


def career_count(words: Wording, person: str, count: int) -> str:
    """Say how many spacewalks somebody made."""
    text = words.ngettext("{person} made {count} spacewalk", "{person} made {count} spacewalks", count)
    return text.format(person=person, count=words.number(count))


def nothing_in_common(words: Wording, names: Sequence[str]) -> str:
    """Tell that the things named share no spacewalk."""
    return words.gettext("No known spacewalk has to do with {names} at once.").format(names=words.listing(names))


def not_on_mission(words: Wording, person: str, mission: str, others: str) -> str:
    """Tell that somebody made no spacewalk on a mission, and who did."""
    text = words.gettext("{person} made no spacewalk on {mission}; {others} did.")
    return text.format(person=person, mission=mission, others=others)


def choose(words: Wording, names: Sequence[str]) -> str:
    """Ask which of a few entries is meant."""
    if not names:
        return words.gettext("That can mean several things; which one?")
    return words.gettext("{names}: which one is meant?").format(names=words.either(names))


def what_can_be_asked(words: Wording) -> str:
    """Tell what can be asked."""
    return words.gettext(
        "Ask about a spacewalk, a spacewalker, a mission, a record or a day: "
        "“Leonov”, “STS-61”, “longest”, “18 March 1965”."
    )


def not_understood(words: Wording) -> str:
    """Decline a question that nothing was found for."""
    return words.gettext("Nothing about that is known here: this is only about spacewalks.")


def nothing_asked(words: Wording) -> str:
    """Decline an empty question."""
    return words.gettext("There was no question in that.")


def too_long(words: Wording, limit: int) -> str:
    """Decline a question that is too long to read."""
    return words.gettext("That is too long to be one question; {limit} characters are enough.").format(
        limit=words.number(limit)
    )


# The source line


def reach(words: Wording, about: About) -> str:
    """Tell up to when the corpus is complete."""
    parts = [f"{part.scope} {words.date(part.date)}" for part in about.complete_through]
    text = words.gettext("Corpus {version}, complete through: {parts}")
    return text.format(version=about.version, parts=", ".join(parts))


def fact_names(words: Wording) -> dict[str, str]:
    """Name the lines of a card."""
    return {
        "date": words.gettext("Date"),
        "time": words.gettext("Time"),
        "duration": words.gettext("Duration"),
        "crew": words.gettext("Crew"),
        "kind": words.gettext("Kind"),
        "vehicle": words.gettext("From"),
        "mission": words.gettext("Mission"),
        "airlock": words.gettext("Airlock"),
        "suit": words.gettext("Suit"),
        "operator": words.gettext("Run by"),
        "also": words.gettext("Also reported"),
        "note": words.gettext("Note"),
        "spacewalks": words.gettext("Spacewalks"),
        "total": words.gettext("Total"),
        "published": words.gettext("Published elsewhere"),
        "first": words.gettext("First"),
        "last": words.gettext("Last"),
        "rank_count": words.gettext("Rank by spacewalks"),
        "rank_time": words.gettext("Rank by time"),
        "born": words.gettext("Born"),
        "flew_for": words.gettext("Flew for"),
        "holder": words.gettext("Holder"),
        "value": words.gettext("Value"),
        "people": words.gettext("People"),
        "longest": words.gettext("Longest"),
        "stories": words.gettext("Stories"),
    }
