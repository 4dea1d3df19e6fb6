"""The lines of a spacewalk's card."""

import re
from collections.abc import Iterator
from typing import Final

from bot.answering import sentences
from bot.answering.answer import Fact
from bot.answering.desk import Desk
from bot.corpus.models import AlsoReported, Kind, Spacewalk
from bot.corpus.snapshot import suits_worn

#: A length as tables give it.
_LENGTH: Final = re.compile(r"([0-9]{1,2}):([0-9]{2})")


def walk_facts(desk: Desk, walk: Spacewalk) -> Iterator[Fact]:
    """Yield the lines of a spacewalk's card, in the order they are read."""
    words, names = desk.words, sentences.cards.fact_names(desk.words)
    yield Fact(names["date"], sentences.walks.local_day(words, walk.date, walk.local_date, walk.operator))
    yield Fact(names["time"], sentences.walks.time_span(words, walk.start, walk.end))
    yield Fact(names["duration"], desk.length(walk))
    yield Fact(names["crew"], words.listing(_crew_member(desk, walk, person) for person in walk.crew))
    if walk.kind is not Kind.ORBITAL:
        yield Fact(names["kind"], sentences.names.kind_name(words, walk.kind))
    craft, missions = _craft(desk, walk), words.listing(walk.missions)
    yield Fact(names["mission"], missions)
    if craft != missions:
        yield Fact(names["vehicle"], craft)
    yield Fact(names["airlock"], walk.airlock)
    yield Fact(names["suit"], suits_of(desk, walk))
    yield Fact(names["operator"], sentences.names.operator(words, walk.operator))
    for other in walk.also_reported:
        value, by = reported_value(desk, other), desk.reporters(other)
        yield Fact(names["also"], sentences.walks.also_reported(words, names[other.field], value, by, other.why))
    for note in (walk.note, walk.clock_note):
        if note:
            yield Fact(names["note"], note)


def reported_value(desk: Desk, other: AlsoReported) -> str:
    """Write what another source gives as the card writes its own: lengths and days in words."""
    if length := _LENGTH.fullmatch(other.value):
        return desk.words.duration(int(length[1]) * 60 + int(length[2])) if other.field == "duration" else other.value
    return desk.words.day_as_given(other.value)


def _craft(desk: Desk, walk: Spacewalk) -> str:
    """Return where a spacewalk began as a card names it: what `Desk.place` says in a sentence, without its article."""
    if walk.docked_at is None:
        return walk.vehicle
    return sentences.names.docked(desk.words, walk.vehicle, sentences.names.with_article(walk.docked_at))


def _crew_member(desk: Desk, walk: Spacewalk, person: str) -> str:
    name = desk.name(person)
    return sentences.walks.at_hatch(desk.words, name) if person in walk.at_hatch else name


def suits_of(desk: Desk, walk: Spacewalk) -> str:
    """Return the suit of a spacewalk in words, or who wore which."""
    if not walk.suit_of:
        return walk.suit or sentences.names.unknown(desk.words)
    return ", ".join(
        f"{suit or sentences.names.unknown(desk.words)} ({desk.name(p)})" for p, suit in suits_worn(walk).items()
    )
