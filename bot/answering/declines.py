"""Replies where there is no answer: choices, false premises, and what this is not about. Nothing typed is echoed."""

from collections.abc import Sequence
from typing import Final

from bot.answering import sentences
from bot.answering.answer import Answer, Choice, Outcome
from bot.answering.describing import of_mentions
from bot.answering.desk import Desk, entry_name, is_person
from bot.answering.later import later_ones
from bot.answering.people import not_a_spacewalker
from bot.corpus import Ref, Sort
from bot.understanding.matcher import MAX_CHARACTERS
from bot.understanding.reading import (
    Choices,
    NoneLater,
    NoSuchPlace,
    NoSuchSpacewalk,
    NothingInCommon,
    OutOfScope,
    Why,
)

_MOST_NAMED: Final = 8
_MOST_IN_A_SENTENCE: Final = 5


def answer_choices(desk: Desk, reading: Choices) -> Answer:
    """Ask which of a few entries is meant."""
    return Answer(
        outcome=Outcome.CHOICES,
        lead=sentences.declines.choose(desk.words, _short_names(desk, reading.refs)),
        sources=desk.sources(),
        ids=tuple(ref.id for ref in reading.refs),
        choices=_choices(desk, reading.refs),
        confidence=reading.confidence,
    )


def _short_names(desk: Desk, refs: tuple[Ref, ...]) -> list[str]:
    """Return what a few choices are called, for a sentence; nothing where they are too many."""
    names = [entry_name(desk.corpus.by_sort[ref.sort][ref.id]) for ref in refs]
    return names if len(names) <= _MOST_IN_A_SENTENCE and len(set(names)) == len(names) else []


def _choices(desk: Desk, refs: tuple[Ref, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(ref.id, desk.label(ref)) for ref in refs)


def answer_no_such_spacewalk(desk: Desk, reading: NoSuchSpacewalk) -> Answer:
    """Tell that a designator names nothing, and what its mission did have."""
    lead = sentences.declines.no_such_spacewalk(desk.words, reading.designator)
    walks = [desk.corpus.spacewalk_by_id[walk] for walk in reading.spacewalks]
    if reading.kin is not None:
        lead = sentences.declines.mission_had(
            desk.words, reading.designator, desk.corpus.missions[reading.kin.id].name, len(walks)
        )
    return Answer(
        outcome=Outcome.NOT_FOUND,
        lead=lead,
        facts=desk.walk_lines(walks),
        sources=desk.sources(walks),
        ids=tuple(walk.id for walk in walks),
        confidence=reading.confidence,
    )


def answer_no_such_place(desk: Desk, reading: NoSuchPlace) -> Answer:
    """Tell that nobody has walked on another world than the Moon, and offer whoever was named."""
    return Answer(
        outcome=Outcome.NOT_FOUND,
        lead=sentences.declines.no_such_place(desk.words),
        sources=desk.sources(),
        ids=tuple(ref.id for ref in reading.about),
        choices=_choices(desk, reading.about),
        confidence=reading.confidence,
    )


def answer_none_later(desk: Desk, reading: NoneLater) -> Answer:
    """Tell that what is yet to come is not known here, and which spacewalk is the latest that is."""
    latest = desk.corpus.spacewalk_by_id[reading.latest]
    return Answer(
        outcome=Outcome.NOT_FOUND,
        lead=sentences.declines.none_later(desk.words, latest.name, desk.names(latest.crew), latest.date),
        text=later_ones(desk),
        facts=desk.walk_lines((latest,)),
        sources=desk.sources((latest,)),
        ids=(latest.id,),
        confidence=reading.confidence,
    )


def answer_nothing_in_common(desk: Desk, reading: NothingInCommon) -> Answer:
    """Tell that what was named shares no spacewalk; somebody who never went out is told of first."""
    for ref in reading.about:
        if ref.sort is Sort.OTHER_PERSON:
            lead = not_a_spacewalker(desk, desk.corpus.others[ref.id])
            break
    else:
        lead = _nothing_in_common(desk, reading)
    return Answer(
        outcome=Outcome.NOT_FOUND,
        lead=lead,
        sources=desk.sources(),
        ids=tuple(ref.id for ref in reading.about),
        choices=_choices(desk, reading.about),
        confidence=reading.confidence,
    )


def _nothing_in_common(desk: Desk, reading: NothingInCommon) -> str:
    """Tell who did go out where somebody did not; else only that nothing is shared."""
    words = desk.words
    people = [ref for ref in reading.about if is_person(ref)]
    places = [ref for ref in reading.about if not is_person(ref)]
    if not people:
        return sentences.counts.no_spacewalk_that(words, of_mentions(desk, places), desk.known_to())
    if not places:
        return _none_of_people(desk, [ref.id for ref in people])
    empty = next((ref for ref in places if not desk.walks_of(ref)), None)
    if empty is not None:
        entry = desk.corpus.by_sort[empty.sort][empty.id]
        name = entry_name(entry) if empty.sort is Sort.PROGRAMME else str(getattr(entry, "name", empty.id))
        return sentences.groups.no_walks_of(words, sentences.names.with_article(name))
    names = desk.words.listing(desk.name(ref.id) for ref in people)
    crew = tuple(dict.fromkeys(person for walk in desk.walks_of(places[0]) for person in walk.crew))
    others = desk.names(crew) if len(places) == 1 and len(crew) <= _MOST_NAMED else ""
    return sentences.declines.not_there(words, names, of_mentions(desk, places), others)


def _none_of_people(desk: Desk, people: Sequence[str]) -> str:
    """Tell that somebody made no such spacewalk, or that several never went out together."""
    careers = [desk.corpus.careers[person] for person in people]
    if len(people) == 1:
        return sentences.declines.none_like_that(desk.words, desk.name(people[0]), careers[0].count)
    counts = [
        sentences.people.with_figure(desk.words, desk.name(person), sentences.people.count_of(desk.words, career.count))
        for person, career in zip(people, careers, strict=True)
    ]
    shared = set.intersection(*({walk.id for walk in career.spacewalks} for career in careers))
    write = sentences.declines.no_such_walk_of if shared else sentences.declines.never_together
    return write(desk.words, desk.words.listing(counts))


def answer_out_of_scope(desk: Desk, reading: OutOfScope) -> Answer:
    """Decline, and say what can be asked."""
    leads = {
        Why.EMPTY: sentences.declines.nothing_asked(desk.words),
        Why.TOO_LONG: sentences.declines.too_long(desk.words, MAX_CHARACTERS),
        Why.GREETING: sentences.declines.greeted(desk.words),
        Why.THANKS: sentences.declines.thanked(desk.words),
        Why.HELP: sentences.declines.helped(desk.words),
        Why.UNDATED: sentences.declines.undated(desk.words),
        Why.UNKNOWN: sentences.declines.not_known(desk.words),
        Why.ELSEWHERE: sentences.declines.not_about_spacewalks(desk.words),
    }
    return Answer(
        outcome=Outcome.OUT_OF_SCOPE,
        lead=leads[reading.why],
        text=sentences.declines.what_can_be_asked(desk.words),
        sources=desk.sources(),
        choices=_choices(desk, reading.nearest),
        confidence=reading.confidence,
        why=reading.why,
    )
