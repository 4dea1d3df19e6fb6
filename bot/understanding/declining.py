"""Declining: whether a question is small talk, about spaceflight and not known here, or about something else."""

from typing import Final

from bot.corpus import Ref
from bot.corpus.vocabulary import Concept
from bot.understanding.evidence import is_about_space, is_anchored
from bot.understanding.frame import Frame
from bot.understanding.reading import OutOfScope, Why
from bot.understanding.unanswerable import counts_from_today

_MOST_NEAREST: Final = 3
#: A longer word that nobody knows says that a greeting only begins a question.
_SHORT: Final = 3
#: What may be said along with a call for help: "tell me something cool about spacewalks".
_BESIDE_HELP: Final = frozenset(
    {
        *(Concept.HELP, Concept.GREETING, Concept.THANKS, Concept.MINE, Concept.SPACEFLIGHT),
        *(Concept.SPACEWALK, Concept.SPACEWALKER, Concept.OUTSIDE, Concept.WHAT, Concept.HOW, Concept.WHAT_IS),
    }
)


def declined(frame: Frame, nearest: tuple[Ref, ...] = ()) -> OutOfScope:
    """Return the decline of a question that nothing was found for, with what comes nearest."""
    return OutOfScope(_why(frame), tuple(dict.fromkeys(nearest))[:_MOST_NEAREST])


def not_recorded(about: tuple[Ref, ...]) -> OutOfScope:
    """Return the decline of a question about somebody known that asks what is told of nobody."""
    return OutOfScope(Why.UNKNOWN, about[:_MOST_NEAREST])


def asks_for_help(frame: Frame) -> bool:
    """Tell whether it is asked what can be asked, or for anything at all, and for nothing in particular."""
    said = (m for m in frame.parsed.mentions if Concept.HELP not in m.sense.concepts and not m.sense.small)
    named = any(m.date or m.sense.nations or m.sense.elsewhere for m in said)
    alone = not (named or frame.parsed.loose or frame.people or frame.numbers)
    return alone and frame.has(Concept.HELP) and frame.concepts <= _BESIDE_HELP


def _why(frame: Frame) -> Why:
    if asks_for_help(frame):
        return Why.HELP
    about_it = is_anchored(frame) or is_about_space(frame)
    if about_it and counts_from_today(frame):
        return Why.UNDATED
    if about_it:
        return Why.UNKNOWN
    asked = any(len(loose.word) > _SHORT for loose in frame.parsed.loose)
    if asked or any(mention.sense.elsewhere for mention in frame.parsed.mentions):
        return Why.ELSEWHERE
    if frame.has(Concept.THANKS):
        return Why.THANKS
    return Why.GREETING if frame.has(Concept.GREETING) else Why.ELSEWHERE
