"""Answers that set two or more things side by side that no figure tells apart: each is told what it is."""

from itertools import chain

from bot.answering import sentences
from bot.answering.answer import Answer, Outcome
from bot.answering.desk import Desk
from bot.corpus.prose import sentences_of
from bot.understanding.reading import ContrastQuery


def answer_contrast(desk: Desk, query: ContrastQuery) -> Answer:
    """Answer how things differ: the lead tells what each is, the text how it is made and used."""
    topics = [desk.corpus.topics[ref.id] for ref in query.about]
    return Answer(
        outcome=Outcome.ANSWER,
        lead=" ".join(sentences_of(topic.summary)[0] for topic in topics),
        title=sentences.standings.versus(desk.words, [topic.name for topic in topics]),
        text="\n\n".join(topic.text for topic in topics),
        sources=desk.sources(more=tuple(chain.from_iterable(topic.sources for topic in topics))),
        ids=tuple(topic.id for topic in topics),
        confidence=query.confidence,
    )
