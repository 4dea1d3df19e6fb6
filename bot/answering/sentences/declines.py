"""Sentences for where there is no answer."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from bot.answering.sentences.groups import no_walks_of
from bot.answering.wording import Wording

#: More than so many choices are only counted; their names stand below.
_MOST_NAMED: Final = 3


def no_such_spacewalk(words: Wording, designator: str) -> str:
    """Tell that a designator names nothing."""
    return words.gettext("No spacewalk called {designator} is known.").format(designator=designator)


def no_such_place(words: Wording) -> str:
    """Tell that nobody has walked on the world that was named."""
    return words.gettext(
        "Nobody has walked there: spacewalks were made in orbit, on the Moon and on the way back from it."
    )


def nobody_died(words: Wording) -> str:
    """Tell that nobody died on a spacewalk, to somebody who supposes it."""
    return words.gettext("Nobody has died on a spacewalk.")


def all_the_same(words: Wording, truth: str, lead: str) -> str:
    """Set right what somebody supposes, and tell what there was."""
    return words.gettext("{truth} {answer}").format(truth=truth, answer=lead)


def none_later(words: Wording, walk: str, people: str, date: dt.date) -> str:
    """Tell that no later spacewalk is known in full, and the latest that is."""
    text = words.gettext(
        "The next spacewalk is not in my records; the latest known in full is {walk}: {people}, {date}."
    )
    return text.format(walk=walk, people=people, date=words.date(date))


def mission_had(words: Wording, designator: str, mission: str, count: int) -> str:
    """Tell that a mission had no spacewalk of a number, and how many it did have."""
    if not count:
        return no_walks_of(words, mission)
    text = words.ngettext(
        "There is no {designator}: {mission} had one spacewalk.",
        "There is no {designator}: {mission} had {count} spacewalks.",
        count,
    )
    return text.format(designator=designator, mission=mission, count=words.number(count))


def no_such_walk_of(words: Wording, people: str) -> str:
    """Tell that several people made no spacewalk together of the kind asked for."""
    return words.gettext("No such spacewalk is known of {people} together.").format(people=people)


def never_together(words: Wording, people: str) -> str:
    """Tell that several people made no spacewalk together at all."""
    return words.gettext("{people} never went out together.").format(people=people)


def none_like_that(words: Wording, person: str, count: int) -> str:
    """Tell that somebody made no spacewalk of the kind asked for, and how many there were."""
    text = words.ngettext(
        "{person} made one spacewalk, but not one like that.",
        "{person} made {count} spacewalks, but none like that.",
        count,
    )
    return text.format(person=person, count=words.number(count))


def not_there(words: Wording, people: str, where: str, others: str) -> str:
    """Tell that somebody made no spacewalk on a mission or at a place, and who did; "" where these are many."""
    text = words.gettext("{people} made no spacewalk {conditions}.")
    if others:
        text = words.gettext("{people} made no spacewalk {conditions}; {others} did.")
    return text.format(people=people, conditions=where, others=others)


def choose(words: Wording, names: Sequence[str]) -> str:
    """Ask which of a few entries is meant."""
    if not names:
        return words.gettext("That can mean several things; which one?")
    if len(names) > _MOST_NAMED:  # they are listed below
        return words.gettext("{count} fit that: which one is meant?").format(count=words.number(len(names)))
    return words.gettext("{names}: which one is meant?").format(names=words.either(names))


def what_can_be_asked(words: Wording) -> str:
    """Tell what can be asked."""
    return words.gettext(
        "Ask about a spacewalk, a spacewalker, a mission, a record or a day: "
        "“Leonov”, “STS-61”, “longest”, “18 March 1965”."
    )


def greeted(words: Wording) -> str:
    """Return a greeting, with an example of what can be asked."""
    return words.gettext("Hello! Ask me “Who was the first woman to walk in space?” or anything else about spacewalks.")


def thanked(words: Wording) -> str:
    """Answer thanks or a farewell, with an example of what can be asked."""
    return words.gettext("You are welcome! “What was the longest spacewalk?” would be a good next question.")


def helped(words: Wording) -> str:
    """Tell somebody who asks what can be asked, with an example; what else can be asked follows."""
    return words.gettext("I answer questions about spacewalks: “Who floated free without a tether?” is one.")


def undated(words: Wording) -> str:
    """Decline a time that counts from today, and tell how to say it."""
    return words.gettext("I do not know today’s date: say which year or day is meant, as in “spacewalks in 2024”.")


def not_known(words: Wording) -> str:
    """Decline a question about spaceflight that nothing was found for."""
    return words.gettext("That is not in my records, which are about spacewalks.")


def not_about_spacewalks(words: Wording) -> str:
    """Decline a question about anything else, or one of which nothing was understood."""
    return words.gettext("I found nothing about spacewalks in that, and they are all I know about.")


def nothing_asked(words: Wording) -> str:
    """Decline an empty question."""
    return words.gettext("There was no question in that.")


def too_long(words: Wording, limit: int) -> str:
    """Decline a question that is too long to read."""
    return words.gettext("That is too long to be one question; {limit} characters are enough.").format(
        limit=words.number(limit)
    )
