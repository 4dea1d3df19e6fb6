"""Lengths as people say them: "8.5 hours", "7 hours and 30 minutes", "half an hour", "an hour"."""

from typing import Final, NamedTuple

from bot.corpus.vocabulary import Concept, Particle
from bot.understanding.mentions import Mention
from bot.understanding.said import Said

_HOUR: Final = 60
#: A figure and its decimals, which folding has parted.
_BOTH: Final = 2


class _Length(NamedTuple):
    start: int
    end: int
    unit: int
    minutes: int


def minutes_said(said: Said) -> list[int]:
    """Return the lengths of a question in minutes, in their order."""
    found: list[_Length] = []
    for mention in said.parsed.mentions:
        length = _read(said, mention)
        if length is None:
            continue
        before = found[-1] if found else None
        if before and before.unit == _HOUR and length.unit == 1 and length.start - before.end <= 1:
            found[-1] = _Length(before.start, length.end, 1, before.minutes + length.minutes)
        else:
            found.append(length)
    return [length.minutes for length in found]


def _read(said: Said, time: Mention) -> _Length | None:
    """Read what stands before a word for hours or minutes."""
    concepts, words, particles = time.sense.concepts, said.parsed.words, said.corpus.particles
    unit = _HOUR if Concept.HOUR in concepts else 1 if Concept.MINUTE in concepts else 0
    ending = {m.end: m for m in said.parsed.mentions if m.sense.number is not None and not m.date}
    figures: list[Mention] = []
    half, place = False, time.start
    while unit and place:
        if place in ending and len(figures) < _BOTH:
            figures.insert(0, ending[place])
            place = ending[place].start
        elif not figures and words[place - 1] in particles[Particle.BESIDE_HALF]:
            half = half or words[place - 1] in particles[Particle.HALF]
            place -= 1
        else:
            break
    value = _value(figures) + half / 2
    if not value and not particles[Particle.AN_HOUR].isdisjoint(words[time.start : time.end]):
        value = 1.0
    return _Length(place, time.end, unit, round(value * unit)) if unit and value else None


def _value(figures: list[Mention]) -> float:
    """Return what one figure says, or a figure and its decimals."""
    *whole, last = [mention.sense.number or 0 for mention in figures] or [0]
    decimal = len(figures) == _BOTH and all(mention.words.isdecimal() for mention in figures)
    return whole[0] + last / 10 ** len(figures[-1].words) if decimal else float(last)
