"""Whether somebody was ever outside: "did Tim Peake do a spacewalk?" wants a yes before anything else."""

from dataclasses import replace
from typing import Final

from bot.corpus import Sort
from bot.corpus.vocabulary import Concept, Particle
from bot.understanding.frame import Frame
from bot.understanding.reading import Asks, Query, Reading

_ON_A_SPACEWALK: Final = frozenset({Concept.SPACEWALK, Concept.OUTSIDE, Concept.WALK, Concept.SPACEWALKER})


def whether(frame: Frame, reading: Reading) -> Reading:
    """Return a reading that knows whether all that its question asks is if somebody was on a spacewalk."""
    if not isinstance(reading, Query) or reading.asks is not Asks.WHAT or reading.told is not None:
        return reading
    asked = reading.about.sort is Sort.SPACEWALKER and _asks_if_outside(frame)
    return replace(reading, asks=Asks.WHETHER) if asked else reading


def _asks_if_outside(frame: Frame) -> bool:
    """Tell whether a question is put as one that wants a yes or a no, and says nothing but a name and "outside"."""
    if frame.parsed.loose or frame.numbers or len(frame.named) != 1:
        return False
    ((name, _),) = frame.named
    words = frame.parsed.words
    asking = {words[0], *words[name.end : name.end + 1]}  # "hat Gerst ...", "Gerst hat ..."
    outside = bool(frame.concepts) and frame.concepts <= _ON_A_SPACEWALK
    return outside and not frame.corpus.particles[Particle.WHETHER].isdisjoint(asking)
