"""What only shows when facts of the day are told: figures nobody knows, questions that are not answered."""

import datetime as dt
from collections.abc import Iterator

from bot.answering import Librarian, Outcome
from bot.corpus.daily_models import DailyFact
from bot.corpus.draft import Draft, Placed
from bot.corpus.problems import Problem
from bot.daily.figures import UnknownFigureError
from bot.daily.pool import Pool


def check_facts(librarian: Librarian, draft: Draft, today: dt.date) -> Iterator[Problem]:
    """Yield every fact that cannot be told, with its place in the corpus."""
    pool = Pool(librarian)
    for placed in draft.placed("facts"):
        yield from _check(placed, librarian, pool, today)


def _check(placed: Placed[DailyFact], librarian: Librarian, pool: Pool, today: dt.date) -> Iterator[Problem]:
    question = placed.entry.question
    if question is not None and librarian.ask(question).outcome is not Outcome.ANSWER:
        yield placed.problem("question: is not answered; try it with `spacewalk-bot ask`", "question")
        return
    try:
        pool.tell(placed.entry.id, today)
    except UnknownFigureError as error:
        yield placed.problem(f"text: {error}", "text")
