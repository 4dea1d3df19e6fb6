"""Sentences about somebody: careers, totals, ranks."""

import datetime as dt
from collections.abc import Sequence

from bot.answering.sentences.conditions import heading
from bot.answering.sentences.names import with_article, within_brackets
from bot.answering.wording import Wording
from bot.corpus.models import Pending


def one_walk(words: Wording, person: str, length: str | None, place: str, date: dt.date) -> str:
    """Answer about somebody who made a single spacewalk; its length is None where it is not known."""
    if length is None:
        text = words.gettext("{person} made one spacewalk, outside {place} on {date}; its length is not known.")
        return text.format(person=person, place=place, date=words.date(date))
    text = words.gettext("{person} made one spacewalk: {length} outside {place} on {date}.")
    return text.format(person=person, length=length, place=place, date=words.date(date))


def yes(words: Wording, sentence: str) -> str:
    """Answer that it is so, with the sentence that says how."""
    return words.gettext("Yes. {sentence}").format(sentence=sentence)


def career(words: Wording, person: str, count: str, total: str, first: dt.date, last: dt.date) -> str:
    """Answer about somebody who made several spacewalks."""
    text = words.gettext("{person} made {count} spacewalks, {total}, between {first} and {last}.")
    return text.format(person=person, count=count, total=total, first=words.date(first), last=words.date(last))


def pronoun(words: Wording, sex: str | None) -> str:
    """Return what somebody named before is called at the head of a sentence; "" where that is not known."""
    return {"F": words.gettext("She"), "M": words.gettext("He")}.get(sex or "", "")


def career_how_long(words: Wording, person: str, count: str, total: str) -> str:
    """Answer how long somebody was outside in all."""
    text = words.gettext("{total}: {person} on {count} spacewalks.")
    return heading(text.format(total=total, person=person, count=count))


def career_when(words: Wording, person: str, count: str, first: dt.date, last: dt.date) -> str:
    """Answer when somebody was outside."""
    text = words.gettext("Between {first} and {last}: {person} made {count} spacewalks.")
    return text.format(first=words.date(first), last=words.date(last), person=person, count=count)


def career_in(words: Wording, values: str, person: str, count: str) -> str:
    """Answer where or in what somebody made their spacewalks."""
    return words.gettext("{values}: {person}, on {count} spacewalks.").format(values=values, person=person, count=count)


def career_ages(words: Wording, person: str, count: str, first: str, last: str) -> str:
    """Answer how old somebody was on the first and on the last of several spacewalks."""
    text = words.gettext("{person} was {first} old on the first of {count} spacewalks and {last} old on the last.")
    return text.format(person=person, count=count, first=first, last=last)


def age_unknown(words: Wording, person: str) -> str:
    """Say that somebody's age is not on record."""
    return words.gettext("The age of {person} is not on record here.").format(person=person)


def career_with(words: Wording, partners: str, person: str, count: str) -> str:
    """Answer with whom somebody went out, and on how many spacewalks in all."""
    text = words.gettext("{person} went out with {partners}, on {count} spacewalks in all.")
    return text.format(partners=partners, person=person, count=count)


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
    """Answer when (and where) somebody was born; `date` is a day, a month or a year with its preposition."""
    if place is None:
        return words.gettext("{person} was born {date}.").format(person=person, date=date)
    return words.gettext("{person} was born {date} in {place}.").format(person=person, date=date, place=place)


def nations_of(words: Wording, person: str, nations: Sequence[str], born_in: str | None) -> str:
    """Answer where somebody is from; `born_in` is the country of birth where it is another one."""
    text = words.gettext("{person} flew for {nations}.")
    if born_in is not None:
        text = words.gettext("{person} was born in {born_in} and flew for {nations}.")
    listed = words.listing(map(with_article, nations))
    return text.format(person=person, nations=listed, born_in=with_article(born_in or ""))


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


def published_total(words: Wording, listed: str, published: str) -> str:
    """Give the sum of the listed lengths with a well-known total that is published instead."""
    text = words.gettext("{listed} in all (published as {published})")
    return text.format(published=published, listed=listed)


def other_total(words: Wording, figures: str, by: str, why: str) -> str:
    """Give a total that somebody else publishes, with the reason it differs."""
    text = words.gettext("{figures} ({by}). {why}")
    return text.format(figures=figures, by=within_brackets(by), why=why)


def count_of(words: Wording, count: int) -> str:
    """Write a number of spacewalks."""
    return words.ngettext("{count} spacewalk", "{count} spacewalks", count).format(count=words.number(count))


def people_count(words: Wording, count: int) -> str:
    """Write a number of people."""
    return words.ngettext("{count} person", "{count} people", count).format(count=words.number(count))


def rank(words: Wording, place: str, total: int) -> str:
    """Write somebody's place among all."""
    return words.gettext("{place} of {total}").format(place=place, total=words.number(total))


def with_figure(words: Wording, figure: str, other: str) -> str:
    """Give a figure with another one that belongs to it, such as the place it takes among those of everybody."""
    return words.gettext("{figure} ({other})").format(figure=figure, other=other)


def not_a_spacewalker(words: Wording, person: str, known_to: dt.date, mission: str | None, year: int | None) -> str:
    """Tell the truth about somebody who is taken for a spacewalker."""
    values = {"person": person, "date": words.date(known_to), "mission": mission, "year": year}
    if year is None:
        return words.gettext("{person} never made a spacewalk, as far as is known to {date}.").format(**values)
    if mission is None:
        text = words.gettext("{person} flew in {year} but, as far as is known to {date}, never made a spacewalk.")
    else:
        text = words.gettext(
            "{person} flew ({mission}, {year}) but, as far as is known to {date}, never made a spacewalk."
        )
    return text.format(**values)


def reported_since(words: Wording, person: str, known_to: dt.date, since: Sequence[Pending]) -> str:
    """Tell that somebody who is not in the tables is reported on spacewalks after their end."""
    text = words.gettext("{person} made no spacewalk up to {date}, but is reported on {walks} since then.")
    return text.format(person=person, date=words.date(known_to), walks=_reported(words, since))


def later_person(words: Wording, pending: Sequence[Pending]) -> str:
    """Add the walks after the tables end that somebody is reported on, those that took place first."""
    took_place = [walk for walk in pending if walk.status == "took-place"]
    others = [walk for walk in pending if walk.status != "took-place"]
    said = []
    if took_place:
        text = words.gettext("Reported since, and not yet in the tables: {walks}.")
        said.append(text.format(walks=_reported(words, took_place)))
    if others:
        said.append(words.gettext("Not counted: {walks}.").format(walks=_reported(words, others)))
    return " ".join(said)


def _reported(words: Wording, pending: Sequence[Pending]) -> str:
    return words.listing(
        words.gettext("{event} ({day})").format(event=within_brackets(walk.event), day=words.day_as_given(walk.date))
        for walk in pending
    )
