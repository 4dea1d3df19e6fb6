"""Answers about the spacewalks that several mentions have in common: two people, somebody and a station, a year."""

from collections.abc import Sequence
from dataclasses import replace

from bot.answering import sentences
from bot.answering.answer import Answer, Outcome
from bot.answering.describing import of_mentions
from bot.answering.desk import Desk, is_person
from bot.answering.figures import total_of, values_of
from bot.answering.spacewalks import answer_spacewalk
from bot.answering.walk_leads import lead_of_walk
from bot.corpus import Sort
from bot.corpus.models import Quote, Spacewalk
from bot.understanding.reading import Asks, WalksQuery


def answer_walks(desk: Desk, query: WalksQuery) -> Answer:
    """Answer about the spacewalks that several mentions have in common; a single one gets its own card."""
    walks = [desk.corpus.spacewalk_by_id[walk] for walk in query.spacewalks]
    if len(walks) == 1:
        named = [ref.id for ref in query.about if is_person(ref)]
        theirs = _quotes(desk, query, walks) if named and query.asks is Asks.QUOTE else []
        quote = theirs[0].id if theirs else None
        answer = answer_spacewalk(desk, walks[0], query.asks, query.confidence, named=named, quote=quote)
        counted = bool(named) and query.asks is Asks.HOW_MANY  # theirs, not who was on it
        return replace(answer, lead=_who_or_when(desk, query, walks)) if counted else answer
    quotes = _quotes(desk, query, walks) if query.asks is Asks.QUOTE else []
    return Answer(
        outcome=Outcome.ANSWER,
        lead=_lead(desk, query, walks, quotes),
        title=_title(desk, query, walks),
        facts=desk.walk_lines(walks),
        quotes=tuple(desk.quotation(quote) for quote in quotes[:1]),
        sources=desk.sources(walks),
        ids=(*(walk.id for walk in walks), *(ref.id for ref in query.about)),
        confidence=query.confidence,
    )


def _title(desk: Desk, query: WalksQuery, walks: Sequence[Spacewalk]) -> str:
    if _are_walks(query):
        return sentences.standings.versus(desk.words, [desk.corpus.spacewalk_by_id[ref.id].name for ref in query.about])
    period = _period(desk, query, walks)
    write = sentences.conditions.some_spacewalks_that if period is None else sentences.conditions.spacewalks_that
    return sentences.conditions.heading(write(desk.words, f"{of_mentions(desk, query.about)} {period or ''}".strip()))


def _period(desk: Desk, query: WalksQuery, walks: Sequence[Spacewalk]) -> str | None:
    """Return in which year or month these are all that those who are named share; "" for all ever, None for neither."""
    ids = [{walk.id for walk in desk.walks_of(ref)} for ref in query.about]
    shared = [desk.corpus.spacewalk_by_id[key] for key in set.intersection(*ids)]
    first, last = walks[0].date, walks[-1].date
    if len(shared) == len(walks):
        return ""
    if first.year == last.year and len(walks) == sum(walk.date.year == first.year for walk in shared):
        return sentences.conditions.in_year(desk.words, first.year)
    month = (first.year, first.month)
    in_month = sum((walk.date.year, walk.date.month) == month for walk in shared)
    alike = month == (last.year, last.month) and len(walks) == in_month
    return sentences.conditions.in_month(desk.words, first) if alike else None


def _are_walks(query: WalksQuery) -> bool:
    return all(ref.sort is Sort.SPACEWALK for ref in query.about)


def _quotes(desk: Desk, query: WalksQuery, walks: Sequence[Spacewalk]) -> list[Quote]:
    """Return what those who are named said on these spacewalks, or what anybody did where nobody is named."""
    said = dict.fromkeys(quote.id for walk in walks for quote in desk.corpus.quotes_about(walk))
    people = {ref.id for ref in query.about if is_person(ref)}
    quotes = [desk.corpus.quotes[quote] for quote in said]
    return [quote for quote in quotes if not people or quote.person in people]


def _lead(desk: Desk, query: WalksQuery, walks: Sequence[Spacewalk], quotes: Sequence[Quote]) -> str:
    words, asks = desk.words, query.asks
    if quotes:
        shown = desk.quotation(quotes[0])
        return sentences.walks.quoted(words, shown.text, shown.speaker, shown.when)
    if _are_walks(query):
        return sentences.groups.several_walks(words, [(desk.short(walk), desk.length(walk)) for walk in walks])
    if asks is Asks.HOW_LONG:
        tail = f"{of_mentions(desk, query.about)} {_period(desk, query, walks) or ''}".strip()
        return sentences.counts.time_lead(words, total_of(desk, walks), len(walks), tail)
    if told := _told_of(desk, walks, asks):
        return lead_of_walk(desk, told, asks, ())
    if values := values_of(desk, walks, asks):
        return sentences.counts.values_lead(words, values, len(walks), of_mentions(desk, query.about))
    return _who_or_when(desk, query, walks)


def _who_or_when(desk: Desk, query: WalksQuery, walks: Sequence[Spacewalk]) -> str:
    words = desk.words
    people = [desk.name(ref.id) for ref in query.about if is_person(ref)]
    period = _period(desk, query, walks)
    where = f"{of_mentions(desk, [ref for ref in query.about if not is_person(ref)])} {period or ''}".strip()
    crew = dict.fromkeys(desk.name(person) for walk in walks for person in walk.crew)
    if query.asks in {Asks.WHO, Asks.WITH_WHOM} and (others := [name for name in crew if name not in people]):
        if people:
            return sentences.groups.common_with(words, people, others, len(walks), where)
        return sentences.groups.common_who(words, others, where, len(walks))
    days = (walks[0].date, walks[-1].date)
    if people:
        return sentences.groups.common_of_people(words, people, where, len(walks), days)
    return sentences.groups.common_lead(words, where, len(walks), days)


def _told_of(desk: Desk, walks: Sequence[Spacewalk], asks: Asks) -> Spacewalk | None:
    """Return the spacewalk whose story says who stayed inside, or why it was made; None where neither is asked for."""
    stories = {walk.id: desk.corpus.stories_of.get(walk.id, ()) for walk in walks}
    if asks is Asks.INSIDE:
        return next((walk for walk in walks if any(story.inside for story in stories[walk.id])), walks[0])
    return next((walk for walk in walks if stories[walk.id]), None) if asks is Asks.WHY else None
