"""Replies where there is no answer: choices, false premises, and what this is not about. Nothing typed is echoed."""

from typing import Final

from bot.answering import sentences
from bot.answering.answer import Answer, Choice, Outcome
from bot.answering.desk import Desk, entry_name, is_person
from bot.answering.later import later_walks
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

_TWO: Final = 2
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
        text=later_walks(desk),
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
    people_first = sorted(reading.about, key=lambda ref: not is_person(ref))
    names = [entry_name(desk.corpus.by_sort[ref.sort][ref.id]) for ref in people_first]
    places = [ref for ref in reading.about if not is_person(ref)]
    if len(reading.about) == 1 and reading.about[0].sort is Sort.SPACEWALKER:
        return sentences.declines.none_like_that(desk.words, names[0], desk.corpus.careers[reading.about[0].id].count)
    if not places and all(ref.sort is Sort.SPACEWALKER for ref in reading.about):
        careers = [
            sentences.declines.career_count(desk.words, desk.name(p.id), desk.corpus.careers[p.id].count)
            for p in reading.about
        ]
        return sentences.declines.no_such_walk_of(desk.words, desk.words.listing(names), desk.words.listing(careers))
    if len(places) != 1:
        return sentences.declines.nothing_in_common(desk.words, names)
    walks = desk.walks_of(places[0])
    crew = tuple(dict.fromkeys(person for walk in walks for person in walk.crew))
    if not walks:
        return sentences.groups.no_walks_of(desk.words, sentences.names.with_article(names[-1]))
    if len(names) != _TWO or len(crew) > _MOST_NAMED:
        return sentences.declines.nothing_in_common(desk.words, names)
    return sentences.declines.not_on_mission(
        desk.words, names[0], sentences.names.with_article(names[1]), desk.names(crew)
    )


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
    )
