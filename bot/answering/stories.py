"""Answers told as text: stories and topics."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, TypeGuard

from bot.answering import sentences
from bot.answering.answer import Answer, Fact, Outcome
from bot.answering.desk import Desk
from bot.corpus.models import Story, Topic
from bot.corpus.naming import family_and_given
from bot.corpus.prose import in_context, sentences_of
from bot.understanding.reading import Asks

_MOST_QUOTES = 3
#: What tells the time of a story by itself.
_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_FEW = 3
#: What the sentence that says most of a question answers.
_OF_A_SENTENCE: Final = frozenset({Asks.WHAT, Asks.WHO})


def text_of(story: Story) -> list[str]:
    """Return the sentences of a story: what happened, then why it matters."""
    return sentences_of(f"{story.summary} {story.why_it_matters}")


def not_told(text: Sequence[str], lead: str) -> str:
    """Return what a card tells of a text: what the lead has not told."""
    return " ".join(sentence for sentence in text if sentence not in lead)


def answers_by_itself(told: str | None, entries: Iterable[Story | Topic]) -> TypeGuard[str]:
    """Tell whether a sentence is the answer to something that is asked in particular, so that nothing is put before."""
    return any(told == particular.says for entry in entries for particular in entry.particulars)


def answer_story(desk: Desk, story: Story, asks: Asks, confidence: float, told: str | None = None) -> Answer:
    """Answer about a story: one sentence of what happened, the others on the card, its spacewalks as facts."""
    walks = [desk.corpus.spacewalk_by_id[walk] for walk in story.spacewalks]
    quotes = [desk.quotation(quote) for quote in desk.corpus.quotes_of.get(story.id, ())]
    text, names = text_of(story), [family_and_given(desk.corpus.person(person))[0] for person in story.people]
    said = told if told and asks in _OF_A_SENTENCE else text[0]
    lead = " ".join(in_context(said, text, [desk.name(person) for person in story.people]))
    named = [name in lead for name in names]
    unnamed = story.people and not (all(named) if len(named) <= _FEW else any(named))
    heads = (desk.names(story.people) if unnamed else "", "" if _YEAR.search(lead) else _when(desk, story))
    if asks in _OF_A_SENTENCE and answers_by_itself(told, (story,)):
        lead = told
    elif any(heads):
        lead = sentences.walks.told_of(desk.words, ", ".join(filter(None, heads)), lead)
    if asks is Asks.QUOTE and quotes:
        lead = sentences.walks.quoted(desk.words, quotes[0].text, quotes[0].speaker, quotes[0].when)
    return Answer(
        outcome=Outcome.ANSWER,
        lead=lead,
        title=story.title,
        text=not_told(text, lead),
        facts=desk.walk_lines(walks, who=False),
        quotes=tuple(quotes[:_MOST_QUOTES]),
        sources=desk.sources(walks, [story]),
        ids=(story.id, *story.spacewalks),
        confidence=confidence,
    )


def _when(desk: Desk, story: Story) -> str:
    """Return when a story was: the day, the month or the years of its spacewalks; "" for one of all times."""
    days = [desk.corpus.spacewalk_by_id[walk].date for walk in story.spacewalks]
    if not days:
        return desk.words.date(story.date) if story.people else ""
    first, last = min(days), max(days)
    if first == last:
        return desk.words.date(first)
    if first.year != last.year:
        return sentences.walks.in_years(desk.words, first.year, last.year)
    return desk.words.month_of_year(first) if first.month == last.month else str(first.year)


def answer_topic(desk: Desk, topic: Topic, confidence: float, told: str | None = None) -> Answer:
    """Answer what a thing or a word is."""
    walks = [desk.corpus.spacewalk_by_id[walk] for walk in topic.spacewalks]
    text = sentences_of(f"{topic.summary} {topic.text}")
    lead = " ".join(in_context(told, text, (), thing=True)) if told else topic.summary
    if not (answers_by_itself(told, (topic,)) or _says_what(topic, lead)):
        lead = sentences.walks.told_of(desk.words, topic.name, lead)
    return Answer(
        outcome=Outcome.ANSWER,
        lead=lead,
        title=topic.name,
        text=not_told(sentences_of(topic.text), lead),
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
        return
    listed = {person for walk in topic.spacewalks for person in desk.corpus.spacewalk_by_id[walk].crew}
    if others := [person for person in topic.people if person not in listed]:
        yield Fact(names["about"], desk.names(others))
