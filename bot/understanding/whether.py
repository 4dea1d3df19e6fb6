"""Whether somebody was ever outside: "did Tim Peake do a spacewalk?" wants a yes before anything else."""

from dataclasses import replace
from typing import Final

from bot.corpus import Sort
from bot.corpus.vocabulary import Concept, Particle
from bot.understanding.frame import Frame
from bot.understanding.reading import Asks, Query, Reading

_ON_A_SPACEWALK: Final = frozenset({Concept.SPACEWALK, Concept.OUTSIDE, Concept.WALK, Concept.SPACEWALKER})
#: "Gone on a spacewalk", "outside in space".
_BESIDE: Final = frozenset({Concept.DURING, Concept.SPACEFLIGHT})


def whether(frame: Frame, reading: Reading) -> Reading:
    """Return a reading that knows whether all that its question asks is if somebody was on a spacewalk."""
    if not isinstance(reading, Query) or reading.asks is not Asks.WHAT or reading.told is not None:
        return reading
    asked = reading.about.sort is Sort.SPACEWALKER and _asks_if_outside(frame)
    return replace(reading, asks=Asks.WHETHER) if asked else reading


def _asks_if_outside(frame: Frame) -> bool:
    """Tell whether a question is put as one that wants a yes or a no, and says nothing but a name and "outside"."""
    if frame.parsed.loose or frame.numbers or len(frame.named) != 1 or not frame.has(*_ON_A_SPACEWALK):
        return False
    return frame.concepts <= _ON_A_SPACEWALK | _BESIDE and _wants_a_yes(frame) and _says_nothing_else(frame)


def _wants_a_yes(frame: Frame) -> bool:
    """Tell whether a question begins as such ones do: "did Gerst", "da li je Gerst", "Gerst hat"."""
    ((name, _),) = frame.named
    words, particles = frame.parsed.words, frame.corpus.particles
    if name.start:
        return not particles[Particle.WHETHER].isdisjoint({words[0], words[name.start - 1]})
    return not particles[Particle.WHETHER_BEHIND].isdisjoint(words[name.end : name.end + 1])


def _says_nothing_else(frame: Frame) -> bool:
    """Tell whether all little words are such as change nothing: "ever" is one, "still", "only" and "again" are not."""
    particles = frame.corpus.particles
    known = particles[Particle.WHETHER] | particles[Particle.WHETHER_BEHIND] | particles[Particle.BESIDE_WHETHER]
    little = (mention.words for mention in frame.parsed.mentions if not (mention.sense.names or mention.sense.concepts))
    return all(known.issuperset(words.split()) for words in little)
