"""Answers about the spacewalks that several mentions have in common: two people, somebody and a station, a year."""

from collections.abc import Sequence

from bot.answering import sentences
from bot.answering.answer import Answer, Outcome
from bot.answering.desk import Desk, entry_name, is_person
from bot.answering.spacewalks import answer_spacewalk, lead_of_walk, total_of, values_of
from bot.corpus.models import Quote, Spacewalk
from bot.understanding.reading import Asks, WalksQuery


def answer_walks(desk: Desk, query: WalksQuery) -> Answer:
    """Answer about the spacewalks that several mentions have in common; a single one gets its own card."""
    walks = [desk.corpus.spacewalk_by_id[walk] for walk in query.spacewalks]
    if len(walks) == 1:
        named = [ref.id for ref in query.about if is_person(ref)]
        return answer_spacewalk(desk, walks[0], query.asks, query.confidence, named=named)
    quotes = _quotes(desk, query, walks) if query.asks is Asks.QUOTE else []
    return Answer(
        outcome=Outcome.ANSWER,
        lead=_lead(desk, query, walks, quotes),
        title=" + ".join(_names(desk, query)),
        facts=desk.walk_lines(walks),
        quotes=tuple(desk.quotation(quote) for quote in quotes[:1]),
        sources=desk.sources(walks),
        ids=(*(walk.id for walk in walks), *(ref.id for ref in query.about)),
        confidence=query.confidence,
    )


def _names(desk: Desk, query: WalksQuery) -> list[str]:
    return [entry_name(desk.corpus.by_sort[ref.sort][ref.id]) for ref in query.about]


def _quotes(desk: Desk, query: WalksQuery, walks: Sequence[Spacewalk]) -> list[Quote]:
    """Return what those who are named said on these spacewalks, or what anybody did where nobody is named."""
    said = dict.fromkeys(quote.id for walk in walks for quote in desk.corpus.quotes_about(walk))
    people = {ref.id for ref in query.about if is_person(ref)}
    quotes = [desk.corpus.quotes[quote] for quote in said]
    return [quote for quote in quotes if not people or quote.person in people]


def _lead(desk: Desk, query: WalksQuery, walks: Sequence[Spacewalk], quotes: Sequence[Quote]) -> str:
    words, asks, names = desk.words, query.asks, [sentences.names.with_article(name) for name in _names(desk, query)]
    if quotes:
        shown = desk.quotation(quotes[0])
        return sentences.walks.quoted(words, shown.text, shown.speaker, shown.when)
    if asks is Asks.HOW_LONG:
        of_these = sentences.groups.of_names(words, words.listing(names))
        return sentences.counts.time_lead(words, total_of(desk, walks), len(walks), of_these)
    if told := _told_of(desk, walks, asks):
        return lead_of_walk(desk, told, asks, ())
    if values := values_of(desk, walks, asks):
        of_these = sentences.groups.of_names(words, words.listing(names))
        return sentences.counts.values_lead(words, values, len(walks), of_these)
    people = [name for ref, name in zip(query.about, names, strict=True) if is_person(ref)]
    crew = dict.fromkeys(desk.name(person) for walk in walks for person in walk.crew)
    if asks in {Asks.WHO, Asks.WITH_WHOM} and (others := [name for name in crew if name not in people]):
        if people:
            return sentences.groups.common_with(words, people, others, len(walks))
        return sentences.groups.common_who(words, others, names, len(walks))
    return sentences.groups.common_lead(words, names, len(people), len(walks), (walks[0].date, walks[-1].date))


def _told_of(desk: Desk, walks: Sequence[Spacewalk], asks: Asks) -> Spacewalk | None:
    """Return the spacewalk whose story says who stayed inside, or why it was made; None where neither is asked for."""
    stories = {walk.id: desk.corpus.stories_of.get(walk.id, ()) for walk in walks}
    if asks is Asks.INSIDE:
        return next((walk for walk in walks if any(story.inside for story in stories[walk.id])), walks[0])
    return next((walk for walk in walks if stories[walk.id]), None) if asks is Asks.WHY else None
