"""All spacewalks of a person, mission, station or country, a page at a time."""

from dataclasses import dataclass

from bot.answering.answer import Answer, Outcome
from bot.answering.desk import Desk, entry_name
from bot.corpus import Ref


@dataclass(frozen=True, slots=True)
class Page:
    """One page of a list as an answer. `number` counts from 1 and never leaves `of`; `total` are all its lines."""

    answer: Answer
    number: int
    of: int
    total: int


def page_of_walks(desk: Desk, ref: Ref, number: int, *, lines: int) -> Page:
    """Return a page of the spacewalks of an entry, without a lead; a number beyond the ends means the nearest."""
    walks = desk.walks_of(ref)
    last = max(1, -(-len(walks) // lines))
    number = min(max(1, number), last)
    shown = walks[(number - 1) * lines : number * lines]
    answer = Answer(
        outcome=Outcome.ANSWER if walks else Outcome.NOT_FOUND,
        lead="",
        title=entry_name(desk.corpus.by_sort[ref.sort][ref.id]),
        facts=desk.walk_lines(shown, who=False),
        sources=desk.sources(shown),
        ids=(ref.id, *(walk.id for walk in shown)),
        confidence=1.0,
    )
    return Page(answer, number, last, len(walks))
