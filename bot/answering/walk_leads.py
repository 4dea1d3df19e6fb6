"""The sentence that answers what is asked of a spacewalk: how long, when, who, from where, in which suit."""

from collections.abc import Callable, Sequence
from typing import Final

from bot.answering import sentences
from bot.answering.desk import Desk
from bot.answering.figures import age_on
from bot.answering.retelling import others_than, told_about, what_happened, who_did, with_crew
from bot.answering.walk_facts import reported_value, suits_of
from bot.corpus.models import Quote, Spacewalk
from bot.corpus.standings import nations_at
from bot.understanding.reading import Asks


def lead_of_walk(desk: Desk, walk: Spacewalk, asks: Asks, quotes: Sequence[Quote]) -> str:
    """Return the sentence that answers what is asked of a spacewalk."""
    if asks is Asks.QUOTE:
        return quote_lead(desk, walk, quotes)
    if write := _LEADS.get(asks):
        return write(desk, walk)
    return what_happened(desk, walk)


def _when(desk: Desk, walk: Spacewalk) -> str:
    times = (walk.start, walk.end) if walk.start and walk.end else None
    return sentences.walks.walk_when(desk.words, walk.date, times, walk.summary)


def _with_whom(desk: Desk, walk: Spacewalk) -> str:
    if len(walk.crew) > 1:
        return others_than(desk, walk, told_about(desk, walk))
    return sentences.walks.walk_alone(desk.words, desk.names(walk.crew), walk.name, walk.date)


def _place(desk: Desk, walk: Spacewalk) -> str:
    return sentences.walks.walk_where(desk.words, walk.kind, desk.place(walk), _way_out(walk), walk.summary)


def _how_many(desk: Desk, walk: Spacewalk) -> str:
    return sentences.walks.walk_how_many(desk.words, len(walk.crew), desk.names(walk.crew), walk.name, walk.date)


def _vehicle(desk: Desk, walk: Spacewalk) -> str:
    return _which(desk, walk, sentences.conditions.heading(desk.place(walk)))


def _suit_lead(desk: Desk, walk: Spacewalk) -> str:
    return _which(desk, walk, suits_of(desk, walk))


def _mission(desk: Desk, walk: Spacewalk) -> str:
    return _which(desk, walk, desk.words.listing(walk.missions))


def _country(desk: Desk, walk: Spacewalk) -> str:
    nations = dict.fromkeys(nation for person in walk.crew for nation in nations_at(desk.corpus, person, walk))
    return _which(desk, walk, desk.words.listing(nations))


def _which(desk: Desk, walk: Spacewalk, value: str) -> str:
    return sentences.walks.walk_which(desk.words, value, desk.names(walk.crew), walk.name, walk.date)


def _airlock(desk: Desk, walk: Spacewalk) -> str:
    return sentences.walks.walk_airlock(desk.words, _way_out(walk), desk.names(walk.crew), walk.name, walk.date)


def _way_out(walk: Spacewalk) -> str:
    return sentences.names.airlock_with_article(walk.airlock)


def _inside(desk: Desk, walk: Spacewalk) -> str:
    told = desk.corpus.stories_of.get(walk.id, ())
    stayed = tuple(dict.fromkeys(person for story in told for person in story.inside))
    if not stayed:
        return sentences.walks.inside_unknown(desk.words, walk.name, desk.names(walk.crew))
    return sentences.walks.walk_inside(desk.words, desk.names(stayed), walk.name, walk.date)


def _ages(desk: Desk, walk: Spacewalk) -> str:
    ages = [
        sentences.walks.aged(desk.words, desk.name(person), age_on(desk, person, walk.date)) for person in walk.crew
    ]
    said = sentences.walks.walk_ages(desk.words, ages, walk.name, walk.date)
    return sentences.conditions.heading(said)


def _why(desk: Desk, walk: Spacewalk) -> str:
    told = desk.corpus.stories_of.get(walk.id, ())
    if told:
        return with_crew(desk, walk, told[0].summary, told_about(desk, walk))
    return what_happened(desk, walk)


def how_long(desk: Desk, walk: Spacewalk) -> str:
    """Return the sentence that tells the length of a spacewalk, or that it is not known."""
    if walk.duration is None:
        reported = [
            (reported_value(desk, other), desk.reporters(other))
            for other in walk.also_reported
            if other.field == "duration"
        ]
        crew = desk.names(walk.crew)
        return sentences.walks.length_unknown(desk.words, walk.name, crew, walk.date, next(iter(reported), None))
    people = [desk.name(person) for person in walk.crew]
    return sentences.walks.walk_how_long(
        desk.words, walk.kind, desk.words.duration(walk.duration), people, desk.place(walk), walk.date
    )


def quote_lead(desk: Desk, walk: Spacewalk, quotes: Sequence[Quote]) -> str:
    """Return the first of a spacewalk's quotes as a sentence, or that there is none."""
    if not quotes:
        return sentences.walks.no_quote(desk.words, walk.name)
    shown = desk.quotation(quotes[0])
    return sentences.walks.quoted(desk.words, shown.text, shown.speaker, shown.when)


_LEADS: Final[dict[Asks, Callable[[Desk, Spacewalk], str]]] = {
    Asks.HOW_LONG: how_long,
    Asks.WHEN: _when,
    Asks.WHO: who_did,
    Asks.WITH_WHOM: _with_whom,
    Asks.WHERE: _place,
    Asks.HOW_MANY: _how_many,
    Asks.VEHICLE: _vehicle,
    Asks.SUIT: _suit_lead,
    Asks.AIRLOCK: _airlock,
    Asks.MISSION: _mission,
    Asks.COUNTRY: _country,
    Asks.INSIDE: _inside,
    Asks.AGE: _ages,
    Asks.WHY: _why,
}
