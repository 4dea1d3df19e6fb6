"""Sentences that count: how many, how long in all, on average, what share."""

import datetime as dt
from collections.abc import Sequence

from bot.answering.sentences.conditions import heading
from bot.answering.wording import Wording


def all_spacewalks(words: Wording, count: int, known_to: dt.date) -> str:
    """Answer how many spacewalks there have been."""
    text = words.gettext("{count} spacewalks are known up to {date}.")
    return text.format(count=words.number(count), date=words.date(known_to))


def count_lead(words: Wording, count: int, tail: str, split: str = "") -> str:
    """Answer how many spacewalks meet conditions; `split` tells how they are shared out."""
    text = words.ngettext(
        "There was {count} spacewalk {conditions}.", "There were {count} spacewalks {conditions}.", count
    )
    if split:
        text = words.ngettext(
            "There was {count} spacewalk {conditions} ({split}).",
            "There were {count} spacewalks {conditions} ({split}).",
            count,
        )
    return text.format(count=words.number(count), conditions=tail, split=split)


def counted_people(words: Wording, count: int, sex: str | None) -> str:
    """Write a number of people of one sex, or of any."""
    texts = {
        "F": words.ngettext("{count} woman", "{count} women", count),
        "M": words.ngettext("{count} man", "{count} men", count),
    }
    text = texts.get(sex or "", words.ngettext("{count} person", "{count} people", count))
    return text.format(count=words.number(count))


def nobody(words: Wording, sex: str | None) -> str:
    """Write that nobody of one sex, or of any, did something."""
    texts = {"F": words.gettext("No woman"), "M": words.gettext("No man")}
    return texts.get(sex or "", words.gettext("Nobody"))


def people_lead(words: Wording, people: str, tail: str, count: int) -> str:
    """Answer how many people made spacewalks that meet conditions."""
    text = words.ngettext(
        "{people} took part in {count} spacewalk {conditions}.",
        "{people} took part in {count} spacewalks {conditions}.",
        count,
    )
    return text.format(people=people, count=words.number(count), conditions=tail).replace(" .", ".")


def each_lead(words: Wording, people: str, count: int, each: tuple[int, int | None], tail: str) -> str:
    """Answer how many people (`count`) made so many spacewalks each; None is no upper bound."""
    least, most = each
    if least == most:
        one = words.ngettext(
            "{people} made one spacewalk {conditions}.", "{people} made {least} spacewalks {conditions}.", least
        )
        many = words.ngettext(
            "{people} made one spacewalk each {conditions}.",
            "{people} made {least} spacewalks each {conditions}.",
            least,
        )
        text = one if count <= 1 else many
    elif most is None:
        text = words.gettext("{people} made {least} or more spacewalks {conditions}.")
    else:
        text = words.gettext("{people} made at most {most} spacewalks {conditions}.")
    said = text.format(people=people, least=words.number(least), most=words.number(most or 0), conditions=tail)
    return said.replace(" .", ".")


def by_published_total(words: Wording, person: str, total: str, *, counts: bool) -> str:
    """Tell that somebody counts, or does not, by a total that is published instead of the sum of the lengths."""
    text = words.gettext("By the published total of {total}, {person} did.")
    if not counts:
        text = words.gettext("By the published total of {total}, {person} did not.")
    return text.format(person=person, total=total)


def time_lead(words: Wording, total: str, count: int, tail: str) -> str:
    """Answer how long spacewalks lasted together."""
    text = words.ngettext(
        "The one spacewalk {conditions} lasted {total}.",
        "The {count} spacewalks {conditions} lasted {total} in all.",
        count,
    )
    return text.format(total=total, count=words.number(count), conditions=tail).replace("  ", " ")


def person_time_lead(words: Wording, total: str, people: str, heads: int, count: int, tail: str) -> str:
    """Answer how long people (`heads` of them) were outside together, each one's time counted."""
    text = words.ngettext(
        "{people} spent {total} on {count} spacewalk {conditions}",
        "{people} spent {total} on {count} spacewalks {conditions}",
        count,
    )
    end = words.gettext("{sentence}, each person's time added up.") if heads > 1 else words.gettext("{sentence}.")
    said = text.format(total=total, people=people, count=words.number(count), conditions=tail).rstrip()
    return end.format(sentence=said)


def average_lead(words: Wording, average: str, count: int, tail: str) -> str:
    """Answer how long spacewalks lasted on average."""
    text = words.ngettext(
        "The one spacewalk of known length {conditions} lasted {average}.",
        "The {count} spacewalks of known length {conditions} lasted {average} on average.",
        count,
    )
    return text.format(average=average, count=words.number(count), conditions=tail).replace("  ", " ")


def average_age_lead(words: Wording, people: str, age: int, count: int, tail: str) -> str:
    """Answer how old people of a kind were on average; `tail` are the conditions on the spacewalks alone."""
    text = words.ngettext(
        "Only one age is known of {people} on spacewalks {conditions}: about {age} years.",
        "{people} were about {age} years old on average on spacewalks {conditions}, over {count} times that one of"
        " known age took part.",
        count,
    )
    said = text.format(people=people, age=words.number(age), count=words.number(count), conditions=tail)
    return heading(said.replace(" ,", ",").replace(" :", ":"))


def no_age_known(words: Wording, people: str, tail: str) -> str:
    """Say that no average age can be told; `tail` are the conditions on the spacewalks alone."""
    text = words.gettext("No age is known of {people} on spacewalks {conditions}.")
    return text.format(people=people, conditions=tail).replace(" .", ".")


def countries_lead(words: Wording, count: int, nations: Sequence[str], tail: str) -> str:
    """Answer from how many countries people made spacewalks."""
    text = words.ngettext(
        "People from {count} country made spacewalks {conditions}: {nations}.",
        "People from {count} countries made spacewalks {conditions}: {nations}.",
        count,
    )
    return text.format(count=words.number(count), nations=words.listing(nations), conditions=tail).replace(" :", ":")


def lengths_unknown(words: Wording, count: int) -> str:
    """Say how many lengths a sum lacks."""
    text = words.ngettext("the length of {count} is not known", "the lengths of {count} are not known", count)
    return text.format(count=words.number(count))


def no_length_known(words: Wording, tail: str) -> str:
    """Say that no average can be told."""
    return words.gettext("No length is known of the spacewalks {conditions}.").format(conditions=tail)


def share_lead(words: Wording, share: str, count: int, total: int, tail: str, among: str) -> str:
    """Answer what part of all spacewalks, or of those `among` which it is looked for, meets conditions."""
    text = words.gettext("{share} of all spacewalks were {conditions}: {count} of {total}.")
    if among:
        text = words.gettext("{share} of the spacewalks {among} were {conditions}: {count} of {total}.")
    return text.format(share=share, count=words.number(count), total=words.number(total), conditions=tail, among=among)


def share_of_people(words: Wording, share: str, people: str, total: int, tail: str) -> str:
    """Answer what part of all spacewalkers meets conditions; `people` are how many of which kind."""
    text = words.gettext("{share} of all spacewalkers: {people} among {total}.")
    if tail:
        text = words.gettext("{share} of all spacewalkers: {people} among {total} made spacewalks {conditions}.")
    return text.format(share=share, people=people, total=words.number(total), conditions=tail)


def each_longer_lead(words: Wording, people: str, length: str, tail: str, *, or_just: bool) -> str:
    """Answer how many people were outside longer than so long in all, or (`or_just`) at least."""
    text = words.gettext("{people} spent more than {length} outside {conditions}.")
    if or_just:
        text = words.gettext("{people} spent {length} or more outside {conditions}.")
    return text.format(people=people, length=length, conditions=tail).replace(" .", ".")


def each_shorter_lead(words: Wording, people: str, length: str, tail: str, *, or_just: bool) -> str:
    """Answer how many people were outside less than so long in all, or (`or_just`) at most."""
    text = words.gettext("{people} spent less than {length} outside {conditions}.")
    if or_just:
        text = words.gettext("{people} spent at most {length} outside {conditions}.")
    return text.format(people=people, length=length, conditions=tail).replace(" .", ".")


def at_each_lead(words: Wording, people: str, places: Sequence[str], tail: str) -> str:
    """Answer how many people made spacewalks at each of two places."""
    text = words.gettext("{people} made spacewalks both {places} {conditions}.")
    return text.format(people=people, places=words.listing(places), conditions=tail).replace(" .", ".")


def debut_lead(words: Wording, people: str, count: int, tail: str) -> str:
    """Answer how many people (`count`) went out for the first time."""
    text = words.gettext("{people} made a first spacewalk {conditions}.")
    if count > 1:
        text = words.gettext("{people} made their first spacewalk {conditions}.")
    return text.format(people=people, conditions=tail).replace(" .", ".")


def with_names(words: Wording, lead: str, names: str) -> str:
    """Add to a sentence who they are."""
    return words.gettext("{sentence}: {names}.").format(sentence=lead.removesuffix("."), names=names)


def no_spacewalk_that(words: Wording, tail: str, known_to: dt.date) -> str:
    """Tell that no spacewalk meets conditions."""
    return words.gettext("No spacewalk {conditions} is known to {date}.").format(
        conditions=tail, date=words.date(known_to)
    )


def none_was_made(words: Wording, tail: str) -> str:
    """Answer that there was no spacewalk in a time that the tables hold whole."""
    return words.gettext("No spacewalk was made {conditions}.").format(conditions=tail)


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
