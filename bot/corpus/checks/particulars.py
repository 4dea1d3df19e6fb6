"""What is asked in particular is asked in one place, and answered in a sentence that is not too long to be read."""

from collections.abc import Iterator
from typing import Any, Final

from bot.corpus.checks.texts import check_text
from bot.corpus.draft import Draft, Placed
from bot.corpus.folding import fold
from bot.corpus.problems import Problem

#: In characters: what a phone shows without scrolling.
_LONGEST: Final = 240


def check_particulars(draft: Draft) -> Iterator[Problem]:
    """Yield questions that are written down twice, or say nothing, and answers that are no short sentence."""
    asked: dict[str, str] = {}
    for section in ("stories", "topics"):
        for placed in draft.placed(section):
            for particular in placed.entry.particulars:
                yield from _check_answer(placed, section, particular.says)
                for question in (*particular.asked, *particular.asked_elsewhere):
                    yield from _check_question(placed, question, asked)


def _check_answer(placed: Placed[Any], section: str, says: str) -> Iterator[Problem]:
    yield from check_text(placed, section, "says", says)
    if len(says) > _LONGEST:
        text = f"particulars: an answer of {len(says)} characters is too long, the most is {_LONGEST}: {says[:40]}…"
        yield placed.problem(text, "particulars")


def _check_question(placed: Placed[Any], question: str, asked: dict[str, str]) -> Iterator[Problem]:
    folded = fold(question)
    if not any(map(str.isalpha, folded.split())):
        yield placed.problem(f"particulars: “{question}” has no word to find it by", "particulars")
    elif folded in asked:
        yield placed.problem(f"particulars: “{question}” is asked at {asked[folded]} already", "particulars")
    asked[folded] = placed.entry.id
