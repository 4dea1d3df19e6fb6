"""Answers about one spacewalk, and figures of several."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import Final

from bot.answering import sentences
from bot.answering.answer import Answer, Fact, Outcome
from bot.answering.desk import Desk
from bot.answering.stories import not_told, text_of
from bot.corpus.models import AlsoReported, Kind, Quote, Spacewalk
from bot.corpus.naming import family_and_given
from bot.corpus.prose import in_context
from bot.corpus.snapshot import suits_worn
from bot.corpus.standings import nations_at
from bot.understanding.reading import Asks

_MOST_QUOTES: Final = 2
_MOST_VALUES: Final = 6
#: A length as tables give it.
_LENGTH: Final = re.compile(r"([0-9]{1,2}):([0-9]{2})")


def answer_spacewalk(  # noqa: PLR0913 - what is asked, and what of it is known
    desk: Desk,
    walk: Spacewalk,
    asks: Asks,
    confidence: float,
    *,
    quote: str | None = None,
    told: str | None = None,
    named: Sequence[str] = (),
) -> Answer:
    """Answer about one spacewalk: what is asked in the lead, everything else on the card.

    `quote` is the id of the quote to show first, `told` a sentence of the texts that answers best, `named` are those of
    its crew whom the question names.
    """
    stories = desk.corpus.stories_of.get(walk.id, ())
    quotes = sorted(desk.corpus.quotes_about(walk), key=lambda told: told.id != quote)
    ordinal = desk.words.ordinal(desk.corpus.number_of[walk.id])
    if named and asks in _OTHERS:
        lead = _others(desk, walk, named)
    else:
        lead = _told(desk, walk, told, asks) if told and asks in _TOLD else lead_of_walk(desk, walk, asks, quotes)
    return Answer(
        outcome=Outcome.ANSWER,
        lead=lead,
        title=sentences.walks.walk_title(desk.words, walk.name, ordinal),
        text="\n\n".join(not_told(text_of(story), lead) for story in stories[:1]),
        facts=tuple(walk_facts(desk, walk)),
        quotes=tuple(desk.quotation(quote) for quote in quotes[:_MOST_QUOTES]),
        sources=desk.sources([walk], stories[:1]),
        ids=(walk.id, *(story.id for story in stories[:1]), *walk.crew),
        confidence=confidence,
    )


def lead_of_walk(desk: Desk, walk: Spacewalk, asks: Asks, quotes: Sequence[Quote]) -> str:
    """Return the sentence that answers what is asked of a spacewalk."""
    if asks is Asks.QUOTE:
        return quote_lead(desk, walk, quotes)
    if write := _LEADS.get(asks):
        return write(desk, walk)
    return _what(desk, walk)


def _what(desk: Desk, walk: Spacewalk) -> str:
    duration = None if walk.duration is None else desk.words.duration(walk.duration)
    if _names_somebody(desk, walk.crew, walk.summary):
        return sentences.walks.walk_lead(desk.words, walk.date, duration, walk.summary)
    return _who(desk, walk)


def _told(desk: Desk, walk: Spacewalk, told: str, asks: Asks) -> str:
    """Return the sentence of a text that answers best, with who and when, unless it says itself who."""
    if asks is not Asks.WHO and told == walk.summary and _names_somebody(desk, walk.crew, told):
        return _what(desk, walk)
    about = _most_named(desk, walk, told) or _told_about(desk, walk)
    names = [desk.name(person) for person in about or walk.crew]
    text = next((text for story in desk.corpus.stories_of.get(walk.id, ()) if told in (text := text_of(story))), [told])
    return _with_crew(desk, walk, " ".join(in_context(told, text, names)), about)


def _with_crew(desk: Desk, walk: Spacewalk, told: str, about: Sequence[str] = ()) -> str:
    """Tell what happened, with the day, and with who went out where that is not in it already.

    Those of the crew whom it is `about` come first, where these are not all.
    """
    if all(desk.name(person) in told for person in walk.crew):
        return sentences.walks.walk_when(desk.words, walk.date, None, told)
    if others := _without(walk, about):
        return sentences.walks.walk_who_with(desk.words, desk.names(about), walk.date, desk.names(others), told)
    return sentences.walks.walk_who(desk.words, desk.names(walk.crew), walk.date, told)


def _without(walk: Spacewalk, people: Sequence[str]) -> tuple[str, ...]:
    """Return the others of a crew; nobody where nobody is left out."""
    return tuple(person for person in walk.crew if person not in people) if people else ()


def _told_about(desk: Desk, walk: Spacewalk) -> tuple[str, ...]:
    """Return whom of its crew the summary of a spacewalk is about that has a story of its own; nobody for all."""
    has_story = any(len(story.spacewalks) == 1 for story in desk.corpus.stories_of.get(walk.id, ())[:1])
    return _most_named(desk, walk, walk.summary) if has_story else ()


def _most_named(desk: Desk, walk: Spacewalk, text: str) -> tuple[str, ...]:
    """Return whom of a crew a text names most often, and otherwise than as somebody's company, "with Bowen"."""
    names = {person: family_and_given(desk.corpus.person(person))[0] for person in walk.crew}
    counts = {person: text.count(name) - text.count(f"with {name}") for person, name in names.items()}
    most = max(counts.values())
    return tuple(person for person, count in counts.items() if most and count == most)


def _others(desk: Desk, walk: Spacewalk, people: Sequence[str]) -> str:
    """Tell who went out with some of the crew."""
    others = _without(walk, people)
    if not others:
        return _with_crew(desk, walk, walk.summary)
    return sentences.walks.walk_with(desk.words, desk.names(others), desk.names(people), walk.date, walk.summary)


def _names_somebody(desk: Desk, people: Sequence[str], text: str) -> bool:
    return any(family_and_given(desk.corpus.person(person))[0] in text for person in people)


def _when(desk: Desk, walk: Spacewalk) -> str:
    times = (walk.start, walk.end) if walk.start and walk.end else None
    return sentences.walks.walk_when(desk.words, walk.date, times, walk.summary)


def _who(desk: Desk, walk: Spacewalk) -> str:
    return _with_crew(desk, walk, walk.summary, _told_about(desk, walk))


def _with_whom(desk: Desk, walk: Spacewalk) -> str:
    if len(walk.crew) > 1:
        return _others(desk, walk, _told_about(desk, walk))
    return sentences.walks.walk_alone(desk.words, desk.names(walk.crew), walk.name, walk.date)


def _place(desk: Desk, walk: Spacewalk) -> str:
    return sentences.walks.walk_where(desk.words, walk.kind, desk.place(walk), _way_out(walk), walk.summary)


def _how_many(desk: Desk, walk: Spacewalk) -> str:
    return sentences.walks.walk_how_many(desk.words, len(walk.crew), desk.names(walk.crew), walk.name, walk.date)


def _vehicle(desk: Desk, walk: Spacewalk) -> str:
    return _which(desk, walk, sentences.conditions.heading(desk.place(walk)))


def _suit_lead(desk: Desk, walk: Spacewalk) -> str:
    return _which(desk, walk, _suit(desk, walk))


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


def age_on(desk: Desk, person: str, day: dt.date) -> str | None:
    """Write how old somebody was on a day, as exactly as the birth date is known; None where it is not."""
    born = desk.corpus.spacewalkers[person].born
    if born is None:
        return None
    if born.is_exact:
        return desk.words.age(born.earliest(), day)
    return sentences.standings.about_years(desk.words, day.year - born.year)


def _why(desk: Desk, walk: Spacewalk) -> str:
    told = desk.corpus.stories_of.get(walk.id, ())
    if told:
        return _with_crew(desk, walk, told[0].summary, _told_about(desk, walk))
    return _what(desk, walk)


def how_long(desk: Desk, walk: Spacewalk) -> str:
    """Return the sentence that tells the length of a spacewalk, or that it is not known."""
    if walk.duration is None:
        reported = [
            (_reported_value(desk, other), desk.reporters(other))
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


#: What a sentence of a text answers as well as the tables do.
_TOLD: Final = frozenset({Asks.WHAT, Asks.WHO})
#: What asks for the others where somebody of the crew is named.
_OTHERS: Final = frozenset({Asks.WHO, Asks.WITH_WHOM})
_LEADS: Final[dict[Asks, Callable[[Desk, Spacewalk], str]]] = {
    Asks.HOW_LONG: how_long,
    Asks.WHEN: _when,
    Asks.WHO: _who,
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
    yield Fact(names["suit"], _suit(desk, walk))
    yield Fact(names["operator"], sentences.names.operator(words, walk.operator))
    for other in walk.also_reported:
        value, by = _reported_value(desk, other), desk.reporters(other)
        yield Fact(names["also"], sentences.walks.also_reported(words, names[other.field], value, by, other.why))
    for note in (walk.note, walk.clock_note):
        if note:
            yield Fact(names["note"], note)


def _reported_value(desk: Desk, other: AlsoReported) -> str:
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


def _suit(desk: Desk, walk: Spacewalk) -> str:
    if not walk.suit_of:
        return walk.suit or sentences.names.unknown(desk.words)
    return ", ".join(
        f"{suit or sentences.names.unknown(desk.words)} ({desk.name(p)})" for p, suit in suits_worn(walk).items()
    )


def values_of(desk: Desk, walks: Sequence[Spacewalk], asks: Asks) -> str:
    """Return which suits, airlocks or craft several spacewalks had, with how often; "" where none is asked for."""
    of_walk: dict[Asks, Callable[[Spacewalk], str]] = {
        Asks.VEHICLE: desk.place,
        Asks.AIRLOCK: lambda walk: walk.airlock,
        Asks.SUIT: lambda walk: walk.suit or sentences.names.unknown(desk.words),
    }
    value = of_walk.get(asks)
    if value is None:
        return ""
    counted = Counter(value(walk) for walk in walks).most_common(_MOST_VALUES)
    return sentences.conditions.heading(
        desk.words.listing(sentences.people.times(desk.words, key, count) for key, count in counted)
    )


def total_of(desk: Desk, walks: Sequence[Spacewalk]) -> str:
    """Write the sum of the known lengths, as "at least" where some are unknown."""
    known = [walk.duration for walk in walks if walk.duration is not None]
    total = desk.words.duration(sum(known))
    return total if len(known) == len(walks) else sentences.people.at_least(desk.words, total)
