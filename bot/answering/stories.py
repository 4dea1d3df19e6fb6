"""Answers told as text: stories and topics."""

from collections.abc import Iterator
from typing import Final

from bot.answering import sentences
from bot.answering.answer import Answer, Fact, Outcome
from bot.answering.desk import Desk
from bot.corpus.models import Story, Topic
from bot.corpus.naming import family_and_given
from bot.corpus.prose import sentences_of
from bot.understanding.reading import Asks

_MOST_QUOTES = 3
_FEW = 3
#: What the sentence that says most of a question answers.
_OF_A_SENTENCE: Final = frozenset({Asks.WHAT, Asks.WHO})


def card_text(story: Story, lead: str = "") -> str:
    """Return what a card tells of a story: what happened, unless the lead has told it, then why it matters."""
    return story.why_it_matters if story.summary in lead else f"{story.summary} {story.why_it_matters}"


def answer_story(desk: Desk, story: Story, asks: Asks, confidence: float, told: str | None = None) -> Answer:
    """Answer about a story: one sentence of what happened, the others on the card, its spacewalks as facts."""
    walks = [desk.corpus.spacewalk_by_id[walk] for walk in story.spacewalks]
    quotes = [desk.quotation(quote) for quote in desk.corpus.quotes_of.get(story.id, ())]
    told_of = sentences_of(card_text(story))
    said = told if told and asks in _OF_A_SENTENCE else told_of[0]
    lead = said
    named = [family_and_given(desk.corpus.person(person))[0] in lead for person in story.people]
    if story.people and not (all(named) if len(named) <= _FEW else any(named)):
        lead = sentences.walks.told_of(desk.words, desk.names(story.people), lead)
    if asks is Asks.QUOTE and quotes:
        lead = sentences.walks.quoted(desk.words, quotes[0].text, quotes[0].speaker, quotes[0].when)
    return Answer(
        outcome=Outcome.ANSWER,
        lead=lead,
        title=story.title,
        text=" ".join(sentence for sentence in told_of if sentence != said),
        facts=desk.walk_lines(walks, who=False),
        quotes=tuple(quotes[:_MOST_QUOTES]),
        sources=desk.sources(walks, [story]),
        ids=(story.id, *story.spacewalks),
        confidence=confidence,
    )


def answer_topic(desk: Desk, topic: Topic, confidence: float, told: str | None = None) -> Answer:
    """Answer what a thing or a word is."""
    walks = [desk.corpus.spacewalk_by_id[walk] for walk in topic.spacewalks]
    lead = told or topic.summary
    if not _says_what(topic, lead):
        lead = sentences.walks.told_of(desk.words, topic.name, lead)
    return Answer(
        outcome=Outcome.ANSWER,
        lead=lead,
        title=topic.name,
        text=topic.text,
        facts=(*_use(desk, topic), *desk.walk_lines(walks, who=False)),
        sources=desk.sources(more=topic.sources),
        ids=(topic.id, *topic.spacewalks),
        confidence=confidence,
    )


def _says_what(topic: Topic, text: str) -> bool:
    """Tell whether a text of a topic says which thing it is about: by its name, or the first word of that."""
    return text in topic.summary or topic.name.split()[0].casefold() in text.casefold()


def _use(desk: Desk, topic: Topic) -> Iterator[Fact]:
    """Yield how a suit or an airlock was used, computed from the spacewalks."""
    names = sentences.cards.fact_names(desk.words)
    used = desk.corpus.walks_in.get(topic.name) or desk.corpus.walks_through.get(topic.name, ())
    if used:
        yield Fact(names["spacewalks"], desk.words.number(len(used)))
        yield Fact(names["first"], desk.short(used[0]))
        yield Fact(names["last"], desk.short(used[-1]))
    elif topic.people:
        yield Fact(names["people"], desk.names(topic.people))
