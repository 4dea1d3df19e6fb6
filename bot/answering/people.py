"""Answers about people: spacewalkers with their careers, and those who are taken for spacewalkers and are not."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from operator import neg
from typing import Final

from bot.answering import sentences
from bot.answering.answer import Answer, Fact, Outcome
from bot.answering.desk import Desk
from bot.answering.figures import age_on, born_when, total_of
from bot.answering.spacewalks import answer_spacewalk
from bot.corpus import Career, Corpus
from bot.corpus.models import OtherPerson, Quote, Spacewalk, Spacewalker
from bot.corpus.snapshot import suits_worn
from bot.understanding.reading import Asks

_MOST_QUOTES: Final = 2
_MOST_WALKS: Final = 16
#: What is answered with what somebody is known for.
_WHO_IT_IS: Final = frozenset({Asks.WHAT, Asks.WHO, Asks.WHY})
#: What is asked of somebody rather than of their spacewalk, be it the only one.
_ABOUT_THE_PERSON: Final = frozenset({Asks.COUNTRY, Asks.HOW_MANY, Asks.RANK, Asks.BORN})


def answer_spacewalker(desk: Desk, person: Spacewalker, asks: Asks, confidence: float) -> Answer:
    """Answer about a spacewalker. Who made a single spacewalk gets its card, except for a question about the person."""
    career = desk.corpus.careers[person.id]
    if career.count == 1 and asks not in _ABOUT_THE_PERSON:
        card = answer_spacewalk(desk, career.first, asks, confidence, named=_named(person, career, asks))
        return replace(card, lead=_lead(desk, person, career, asks)) if asks is Asks.WHETHER else card
    quotes = _own_quotes(desk.corpus, person)
    shown = tuple(desk.quotation(quote) for quote in quotes[:_MOST_QUOTES])
    lead = _lead(desk, person, career, asks)
    if asks is Asks.QUOTE:
        lead = (
            sentences.walks.quoted(desk.words, shown[0].text, shown[0].speaker, shown[0].when)
            if shown
            else sentences.walks.no_quote(desk.words, person.name)
        )
    return Answer(
        outcome=Outcome.ANSWER,
        lead=lead,
        title=person.name,
        text=_later_walks(desk, person),
        facts=(*_facts(desk, person, career), *desk.walk_lines(career.spacewalks[:_MOST_WALKS], who=False)),
        quotes=shown,
        sources=desk.sources(career.spacewalks),
        ids=(person.id, *(walk.id for walk in career.spacewalks)),
        confidence=confidence,
    )


def _named(person: Spacewalker, career: Career, asks: Asks) -> tuple[str, ...]:
    """Return somebody where it is asked who else was outside."""
    return (person.id,) if asks is Asks.WITH_WHOM and len(career.first.crew) > 1 else ()


def _lead(desk: Desk, person: Spacewalker, career: Career, asks: Asks) -> str:
    words = desk.words
    if (write := _LEADS.get(asks)) is not None:
        return write(desk, person, career)
    if career.count > 1 and asks is Asks.AGE:
        return _ages(desk, person, career)
    if career.count > 1 and (values := _values(desk, person, career, asks)):
        return sentences.people.career_in(words, values, person.name, words.number(career.count))
    if career.count == 1:
        walk = career.first
        length = None if walk.duration is None else words.duration(walk.duration)
        return sentences.people.one_walk(words, person.name, length, desk.place(walk), walk.date)
    count, total = words.number(career.count), _total(desk, person, career)
    if asks is Asks.HOW_LONG:
        return sentences.people.career_how_long(words, person.name, count, total)
    if asks is Asks.WHEN:
        return sentences.people.career_when(words, person.name, count, career.first.date, career.last.date)
    known_for = person.known_for if asks in _WHO_IT_IS else None
    called = sentences.people.pronoun(words, person.sex) or person.name if known_for else person.name
    lead = sentences.people.career(words, called, count, total, career.first.date, career.last.date)
    return f"{known_for} {lead}" if known_for else lead


def _rank_lead(desk: Desk, person: Spacewalker, career: Career) -> str:
    by_time = _rank(desk, career.minutes, desk.minutes)
    by_count = _rank(desk, career.count, desk.counts)
    total = total_of(desk, career.spacewalks)
    return sentences.people.career_rank(
        desk.words, person.name, by_time, total, by_count, desk.words.number(career.count)
    )


def _whether_lead(desk: Desk, person: Spacewalker, career: Career) -> str:
    return sentences.people.yes(desk.words, _lead(desk, person, career, Asks.HOW_MANY))


def _nations_lead(desk: Desk, person: Spacewalker, _: Career) -> str:
    return sentences.people.nations_of(desk.words, person.name, person.nations, person.born_in)


def _born_lead(desk: Desk, person: Spacewalker, _: Career) -> str:
    when = born_when(desk, person)
    if not when:
        return sentences.people.born_unknown(desk.words, person.name)
    return sentences.people.born_on(desk.words, person.name, when, person.born_in)


def _partners(desk: Desk, person: Spacewalker, career: Career) -> str:
    partners = Counter(other for walk in career.spacewalks for other in walk.crew if other != person.id)
    if not partners:
        return sentences.people.went_out_alone(desk.words, person.name)
    named = desk.words.listing(
        sentences.people.times(desk.words, desk.name(p), count) for p, count in partners.most_common()
    )
    return sentences.people.career_with(desk.words, named, person.name, desk.words.number(career.count))


_LEADS: Final[dict[Asks, Callable[[Desk, Spacewalker, Career], str]]] = {
    Asks.WHETHER: _whether_lead,
    Asks.RANK: _rank_lead,
    Asks.BORN: _born_lead,
    Asks.COUNTRY: _nations_lead,
    Asks.WITH_WHOM: _partners,
}


def _values(desk: Desk, person: Spacewalker, career: Career, asks: Asks) -> str:
    """Return what of each spacewalk is asked for, with how often; "" for what is told otherwise."""
    of_walk: dict[Asks, Callable[[Spacewalk], str]] = {
        Asks.WHERE: desk.place,
        Asks.VEHICLE: desk.place,
        Asks.AIRLOCK: lambda walk: walk.airlock,
        Asks.MISSION: lambda walk: walk.mission,
        Asks.SUIT: lambda walk: suits_worn(walk)[person.id] or sentences.names.unknown(desk.words),
    }
    value = of_walk.get(asks)
    if value is None:
        return ""
    counted = Counter(value(walk) for walk in career.spacewalks)
    said = desk.words.listing(
        key if len(counted) == 1 else sentences.people.times(desk.words, key, count) for key, count in counted.items()
    )
    return sentences.conditions.heading(said)


def _ages(desk: Desk, person: Spacewalker, career: Career) -> str:
    """Tell how old somebody was, from the first spacewalk to the last."""
    first, last = (age_on(desk, person.id, walk.date) for walk in (career.first, career.last))
    if first is None or last is None:
        return sentences.people.age_unknown(desk.words, person.name)
    return sentences.people.career_ages(desk.words, person.name, desk.words.number(career.count), first, last)


def _total(desk: Desk, person: Spacewalker, career: Career) -> str:
    """Return the total to lead with: the sum, with the published one beside it where that is well known."""
    listed = total_of(desk, career.spacewalks)
    published = person.published
    if published is None or published.standing != "leads" or published.time is None:
        return sentences.people.in_all(desk.words, listed)
    return sentences.people.published_total(desk.words, listed, desk.words.duration(published.time))


def _later_walks(desk: Desk, person: Spacewalker | OtherPerson) -> str:
    pending = desk.pending_of(person.name)
    return sentences.people.later_person(desk.words, pending) if pending else ""


def _facts(desk: Desk, person: Spacewalker, career: Career) -> Iterator[Fact]:
    words, names = desk.words, sentences.cards.fact_names(desk.words)
    count, total = words.number(career.count), total_of(desk, career.spacewalks)
    # The place of those who went out once is one that they share with all the others.
    by_count = sentences.people.with_figure(words, count, _rank(desk, career.count, desk.counts))
    yield Fact(names["spacewalks"], by_count if career.count > 1 else count)
    yield Fact(names["total"], sentences.people.with_figure(words, total, _rank(desk, career.minutes, desk.minutes)))
    if published := person.published:
        figures = [sentences.people.count_of(words, published.spacewalks)] if published.spacewalks else []
        figures += [words.duration(published.time)] if published.time else []
        yield Fact(
            names["published"], sentences.people.other_total(words, ", ".join(figures), published.by, published.why)
        )
    if person.born and (person.born_source or not person.born.is_exact):
        yield Fact(names["born"], words.partial_date(person.born))
    elif person.born:
        yield Fact(
            names["born"], str(person.born.year)
        )  # only the year is checked where no source is given for the day
    yield Fact(names["flew_for"], ", ".join((*person.nations, *person.agency)))
    if told := desk.corpus.stories_about.get(person.id):
        yield Fact(names["stories"], "; ".join(story.title for story in told))


def _rank(desk: Desk, value: int, everybody: Sequence[int]) -> str:
    """Return the place of a figure among those of everybody, the most first."""
    before = bisect_left(everybody, -value, key=neg)
    shared = bisect_right(everybody, -value, key=neg) - before > 1
    place = sentences.standings.place(desk.words, before + 1, shared=shared)
    return sentences.people.rank(desk.words, place, len(everybody))


def _own_quotes(corpus: Corpus, person: Spacewalker) -> list[Quote]:
    """Return what somebody said: words from outside first, one of each source before a second, as spacewalks tell."""
    told = [quote for walk in corpus.careers[person.id].spacewalks for quote in corpus.quotes_about(walk)]
    own = {q.id: q for q in (*told, *corpus.quotes.values()) if q.person == person.id}
    of_source: Counter[str] = Counter()
    nth = {}
    for quote in own.values():
        nth[quote.id] = of_source[quote.source]
        of_source[quote.source] += 1
    return sorted(own.values(), key=lambda quote: (quote.said != "during", nth[quote.id]))


def answer_other_person(desk: Desk, person: OtherPerson, confidence: float) -> Answer:
    """Tell the truth about somebody who is not among the known spacewalkers."""
    return Answer(
        outcome=Outcome.NOT_FOUND,
        lead=not_a_spacewalker(desk, person),
        title=person.name,
        text=_later_walks(desk, person),
        sources=desk.sources(more=[person.source]),
        ids=(person.id,),
        confidence=confidence,
    )


def not_a_spacewalker(desk: Desk, person: OtherPerson) -> str:
    """Return the sentence that tells somebody is not among the spacewalkers known to the end of the tables."""
    since = [walk for walk in desk.pending_of(person.name) if walk.status == "took-place"]
    if since:
        return sentences.people.reported_since(desk.words, person.name, desk.known_to(), since)
    return sentences.people.not_a_spacewalker(
        desk.words, person.name, desk.known_to(), person.first_mission, person.first_flight
    )
