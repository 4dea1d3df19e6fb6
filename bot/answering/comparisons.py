"""Answers that set two or more things against each other: the greater first, with both figures."""

from collections.abc import Iterator, Sequence

from bot.answering import sentences
from bot.answering.answer import Answer, Fact, Outcome, Row
from bot.answering.desk import Desk, is_person
from bot.answering.people import not_a_spacewalker
from bot.answering.predecessors import Forerunner, forerunner
from bot.answering.sentences.comparing import Told
from bot.answering.sides import NATIONS, Result, called, full_name, result_of
from bot.corpus import Sort
from bot.understanding.reading import Compared, CompareQuery, Side


def answer_comparison(desk: Desk, query: CompareQuery) -> Answer:
    """Answer which is the greater (or smaller), with the figures of all."""
    results = [result_of(desk, side, query.by) for side in query.sides]
    known = sorted(
        (result for result in results if result.value is not None),
        key=lambda result: result.value or 0.0,
        reverse=not query.least,
    )
    without = [result for result in results if result.value is None]
    ids = [result.side.about.id for result in (*known, *without) if result.side.about]
    never_out = [result.side.about.id for result in without if result.side.about and _is_other(result)]
    told = [not_a_spacewalker(desk, desk.corpus.others[person]) for person in never_out]
    before = forerunner(desk, query, results)
    ids += [before.soviet.side.about.id] if before and before.soviet.side.about else []
    lead = _lead(desk, query.by, known, without)
    return Answer(
        outcome=Outcome.ANSWER if known else Outcome.NOT_FOUND,
        lead=before.told(desk, lead) if before and before.is_left_out(results) else lead,
        title=sentences.standings.versus(desk.words, [full_name(desk, side) for side in query.sides]),
        text=" ".join(told),
        facts=tuple(_facts(desk, [*known, *without], before)),
        sources=desk.sources(
            (walk for result in known for walk in result.spacewalks),
            more=[desk.corpus.others[person].source for person in never_out],
        ),
        ids=tuple(dict.fromkeys(ids)),
        confidence=query.confidence,
    )


def _facts(desk: Desk, results: Sequence[Result], before: Forerunner | None) -> Iterator[Fact]:
    """Yield a line for each side; Russia, the Soviet Union and both together stand one below the other."""
    for result in results:
        several = before.all if before and result.side.about == before.russia.side.about else (result,)
        yield from (Fact(one.name, _line(desk, one), Row.SIDE) for one in several)


def _lead(desk: Desk, by: Compared, known: list[Result], without: list[Result]) -> str:
    words = desk.words
    if not known:
        return sentences.standings.none_of_these(words, [called(desk, result.side) for result in without])
    best = [result for result in known if result.value == known[0].value]
    rest = known[len(best) :]
    first = words.listing(called(desk, result.side) for result in best)
    if not rest and not without:
        return sentences.conditions.heading(sentences.standings.both_alike(words, first, best[0].said))
    return sentences.comparing.comparison(
        words,
        by,
        _told(best[0].side),
        (first, sentences.records.each(words, best[0].said) if len(best) > 1 else best[0].said),
        [(called(desk, result.side), result.figure) for result in rest],
        [called(desk, result.side) for result in without],
    )


def _told(side: Side) -> Told:
    """Tell how one of the sides, and so all, are spoken of."""
    if side.about is None:
        return Told.SEXES if side.selection.who.sex else Told.TIMES
    if is_person(side.about):
        return Told.PEOPLE
    if side.about.sort is Sort.TOPIC:
        return Told.SUITS
    if side.about.sort is Sort.SPACEWALK:
        return Told.WALKS
    if side.about.sort not in NATIONS:
        return Told.PLACES
    if side.selection.who.sex:
        return Told.SEXES
    if side.selection.where.operator:
        return Told.NATIONS
    return Told.COMPATRIOTS if side.about.sort is Sort.COUNTRY else Told.CREWS


def _line(desk: Desk, result: Result) -> str:
    return sentences.people.with_figure(desk.words, result.said, result.beside) if result.beside else result.said


def _is_other(result: Result) -> bool:
    return result.side.about is not None and result.side.about.sort is Sort.OTHER_PERSON
