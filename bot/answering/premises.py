"""Answers to questions that take for granted what never was: they say so first."""

import re
from dataclasses import replace
from typing import Final

from bot.answering import sentences
from bot.answering.answer import Answer
from bot.answering.desk import Desk
from bot.understanding.reading import Answerable, CountQuery

#: What tells of a death says itself how it was.
_OF_DEATH: Final = re.compile(r"\b(?:die[ds]?|dead|deaths?|killed|fatal)\b", re.IGNORECASE)


def set_right(desk: Desk, answer: Answer, reading: Answerable) -> Answer:
    """Return an answer that says first that nobody died on a spacewalk, unless it tells of a death itself."""
    if _OF_DEATH.search(answer.lead) or _OF_DEATH.search(answer.text):
        return answer
    nobody = sentences.declines.nobody_died(desk.words)
    if isinstance(reading, CountQuery):  # those who are counted did not die
        return replace(answer, lead=nobody)
    return replace(answer, lead=sentences.declines.all_the_same(desk.words, nobody, answer.lead))
