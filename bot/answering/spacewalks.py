"""Answers about one spacewalk, or about several that a question narrows down to."""

from collections.abc import Iterator, Sequence

from bot.answering import sentences
from bot.answering.answer import Answer, Fact, Outcome
from bot.answering.desk import Desk, entry_name
from bot.answering.stories import card_text
from bot.corpus.models import Spacewalk
from bot.corpus.snapshot import suits_worn
from bot.understanding.reading import Asks, WalksQuery

_MOST_QUOTES = 2


def answer_spacewalk(desk: Desk, walk: Spacewalk, asks: Asks, confidence: float) -> Answer:
    """Answer about one spacewalk: what is asked in the lead, everything else on the card."""
    stories = desk.corpus.stories_of.get(walk.id, ())
    quotes = desk.corpus.quotes_about[walk.id]
    ordinal = desk.words.ordinal(desk.corpus.number_of[walk.id])
    return Answer(
        outcome=Outcome.ANSWER,
        lead=_lead(desk, walk, asks),
        title=sentences.walk_title(desk.words, walk.name, ordinal),
        text="\n\n".join(card_text(story) for story in stories[:1]),
        facts=tuple(walk_facts(desk, walk)),
        quotes=tuple(desk.quotation(quote) for quote in quotes[:_MOST_QUOTES]),
        sources=desk.sources([walk], stories[:1]),
        ids=(walk.id, *(story.id for story in stories[:1]), *walk.crew),
        confidence=confidence,
    )


def _lead(desk: Desk, walk: Spacewalk, asks: Asks) -> str:
    words = desk.words
    if asks is Asks.HOW_LONG:
        return how_long(desk, walk)
    if asks is Asks.WHEN:
        times = (walk.start, walk.end) if walk.start and walk.end else None
        return sentences.walk_when(words, walk.date, times, walk.summary)
    if asks is Asks.WHO:
        return sentences.walk_who(words, desk.names(walk.crew), walk.summary)
    if asks is Asks.WHERE:
        return sentences.walk_where(words, desk.place(walk), walk.airlock, walk.summary)
    if asks is Asks.QUOTE:
        return quote_lead(desk, walk)
    duration = None if walk.duration is None else words.duration(walk.duration)
    return sentences.walk_lead(words, walk.date, duration, walk.summary)


def how_long(desk: Desk, walk: Spacewalk) -> str:
    """Return the sentence that tells the length of a spacewalk, or that it is not known."""
    if walk.duration is None:
        others = [other for other in walk.also_reported if other.field == "duration"]
        return sentences.length_unknown(desk.words, walk.name, desk.names(walk.crew), walk.date, others)
    people = [desk.name(person) for person in walk.crew]
    return sentences.walk_how_long(
        desk.words, walk.kind, desk.words.duration(walk.duration), people, desk.place(walk), walk.date
    )


def quote_lead(desk: Desk, walk: Spacewalk) -> str:
    """Return the first quote of a spacewalk as a sentence, or that there is none."""
    quotes = desk.corpus.quotes_about[walk.id]
    if not quotes:
        return sentences.no_quote(desk.words, walk.name)
    shown = desk.quotation(quotes[0])
    return sentences.quoted(desk.words, shown.text, shown.speaker, shown.when)


def walk_facts(desk: Desk, walk: Spacewalk) -> Iterator[Fact]:
    """Yield the lines of a spacewalk's card, in the order they are read."""
    words, names = desk.words, sentences.fact_names(desk.words)
    yield Fact(names["date"], sentences.local_day(words, walk.date, walk.local_date))
    yield Fact(names["time"], sentences.time_span(words, walk.start, walk.end))
    yield Fact(names["duration"], desk.length(walk))
    yield Fact(names["crew"], words.listing(_crew_member(desk, walk, person) for person in walk.crew))
    yield Fact(names["kind"], sentences.kind_name(words, walk.kind))
    yield Fact(names["vehicle"], desk.place(walk))
    yield Fact(names["mission"], words.listing(walk.missions))
    yield Fact(names["airlock"], walk.airlock)
    yield Fact(names["suit"], _suit(desk, walk))
    yield Fact(names["operator"], walk.operator)
    for other in walk.also_reported:
        yield Fact(names["also"], sentences.also_reported(words, other))
    for note in (walk.note, walk.clock_note):
        if note:
            yield Fact(names["note"], note)


def _crew_member(desk: Desk, walk: Spacewalk, person: str) -> str:
    name = desk.name(person)
    return sentences.at_hatch(desk.words, name) if person in walk.at_hatch else name


def _suit(desk: Desk, walk: Spacewalk) -> str:
    if not walk.suit_of:
        return walk.suit or sentences.unknown(desk.words)
    return ", ".join(
        f"{suit or sentences.unknown(desk.words)} ({desk.name(p)})" for p, suit in suits_worn(walk).items()
    )


def answer_walks(desk: Desk, query: WalksQuery) -> Answer:
    """Answer about the spacewalks that several mentions have in common; a single one gets its own card."""
    walks = [desk.corpus.spacewalk_by_id[walk] for walk in query.spacewalks]
    if len(walks) == 1:
        return answer_spacewalk(desk, walks[0], query.asks, query.confidence)
    names = " + ".join(entry_name(desk.corpus.by_sort[ref.sort][ref.id]) for ref in query.about)
    return Answer(
        outcome=Outcome.ANSWER,
        lead=sentences.common_lead(desk.words, names, len(walks), walks[0].date, walks[-1].date),
        title=names,
        facts=desk.walk_lines(walks),
        sources=desk.sources(walks),
        ids=tuple(walk.id for walk in walks),
        confidence=query.confidence,
    )


def total_of(desk: Desk, walks: Sequence[Spacewalk]) -> str:
    """Write the sum of the known lengths, as "at least" where some are unknown."""
    known = [walk.duration for walk in walks if walk.duration is not None]
    total = desk.words.duration(sum(known))
    return total if len(known) == len(walks) else sentences.at_least(desk.words, total)
