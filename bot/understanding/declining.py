"""Declining: whether a question is small talk, about spaceflight and not known here, or about something else."""

from typing import Final

from bot.corpus import Ref
from bot.corpus.vocabulary import Concept
from bot.understanding.evidence import is_about_space, is_anchored
from bot.understanding.frame import Frame
from bot.understanding.reading import OutOfScope, Why

_MOST_NEAREST: Final = 3
#: A longer word that nobody knows says that a greeting only begins a question.
_SHORT: Final = 3


def declined(frame: Frame, nearest: tuple[Ref, ...] = ()) -> OutOfScope:
    """Return the decline of a question that nothing was found for, with what comes nearest."""
    return OutOfScope(_why(frame), tuple(dict.fromkeys(nearest))[:_MOST_NEAREST])


def _why(frame: Frame) -> Why:
    if is_anchored(frame) or is_about_space(frame):
        return Why.UNKNOWN
    asked = any(len(loose.word) > _SHORT for loose in frame.parsed.loose)
    if asked or any(mention.sense.elsewhere for mention in frame.parsed.mentions):
        return Why.ELSEWHERE
    if frame.has(Concept.THANKS):
        return Why.THANKS
    return Why.GREETING if frame.has(Concept.GREETING) else Why.ELSEWHERE
