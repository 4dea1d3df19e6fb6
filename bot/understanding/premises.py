"""What a question takes for granted that never was: that somebody died on a spacewalk."""

from dataclasses import replace
from typing import Final

from bot.corpus.vocabulary import Concept
from bot.understanding.frame import Frame
from bot.understanding.mentions import Loose
from bot.understanding.reading import CountQuery, DayQuery, Query, Reading, WalksQuery

#: Every vocabulary renders the words for a death with this one.
_DIED: Final = "died"
_DEAD: Final = "dead"
#: Makes a verb of "die", which is the German article as well.
_DID: Final = "did"
#: Batteries die, too.
_SOMEBODY: Final = (Concept.WHO, Concept.SPACEWALKER, Concept.WOMAN, Concept.MAN, Concept.DEATH)
#: Who nearly died is still alive.
_NEARLY: Final = frozenset({"nearly", "almost"})


def supposing(frame: Frame, reading: Reading) -> Reading:
    """Return a reading that knows whether its question supposes a death."""
    if isinstance(reading, Query | WalksQuery | DayQuery | CountQuery) and _supposes_a_death(frame):
        return replace(reading, of_death=True)
    return reading


def _supposes_a_death(frame: Frame) -> bool:
    said = {word for loose in frame.parsed.loose for word in _english(loose)}
    said |= {word for mention in frame.parsed.mentions for phrase in mention.sense.english for word in phrase.split()}
    if not _NEARLY.isdisjoint(said) or not (frame.people or frame.has(*_SOMEBODY)):
        return False
    return _DIED in said or _says_die(frame) or any(_is_dead_person(frame, word) for word in frame.parsed.loose)


def _says_die(frame: Frame) -> bool:
    """Tell whether a death is said in so many words: "die" alone is the German article, "did ... die" is not."""
    outright = any(Concept.DEATH in m.sense.concepts and not m.sense.small for m in frame.parsed.mentions)
    return outright or (frame.has(Concept.DEATH) and _DID in frame.parsed.words)


def _english(loose: Loose) -> tuple[str, ...]:
    return (loose.word, *(word for phrase in loose.english for word in phrase.split()))


def _is_dead_person(frame: Frame, loose: Loose) -> bool:
    """Tell whether a word says that the one named behind it is dead: "the dead astronaut", not "the dead satellite"."""
    behind = (mention for mention in frame.parsed.mentions if mention.start == loose.place + 1)
    return loose.word == _DEAD and any(Concept.SPACEWALKER in mention.sense.concepts for mention in behind)
