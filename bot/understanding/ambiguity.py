"""A name with several declared meanings: what is asked may hold for one of them alone, else it is asked which."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from bot.corpus import Corpus, Ref, Sort
from bot.corpus.naming import Meaning
from bot.corpus.standings import anybody_counts
from bot.understanding.frame import Frame
from bot.understanding.links import selected
from bot.understanding.mentions import Mention
from bot.understanding.reading import (
    Choices,
    CompareQuery,
    CountQuery,
    NoneLater,
    NoSuchSpacewalk,
    NothingInCommon,
    RankingQuery,
    Reading,
    WalksQuery,
)

#: One meaning of an ambiguous name: its entry, the frame narrowed to it, how that is read.
_Meant = tuple[Ref, Frame, Reading | None]


def read_as_meant(frame: Frame, read: Callable[[Frame], Reading | None]) -> tuple[Frame, Reading | None]:
    """Read a question by rule, once for each meaning of an ambiguous name in it: Challenger, a shuttle or a lander.

    Returns the frame with the one meaning that what is asked holds for; where it holds for several, their choice.
    """
    declared = next((means for m in frame.parsed.mentions if len(means := _declared(frame, m)) > 1), ())
    if not declared:
        return frame, read(frame)
    frames = [(meaning.ref, _narrowed(frame, declared, meaning)) for meaning in declared]
    found = [(ref, narrowed, read_as_meant(narrowed, read)[1]) for ref, narrowed in frames]
    holding = [one for one in found if _holds(frame.corpus, one[2])] or found
    if compared := _best_compared(frame.corpus, holding):
        return compared[1:]
    readings = [reading for _, _, reading in holding]
    if len(holding) == 1 or readings.count(readings[0]) == len(readings):
        return holding[0][1:]
    return frame, Choices(tuple(ref for ref, _, _ in holding))


def _best_compared(corpus: Corpus, found: Sequence[_Meant]) -> _Meant | None:
    """Return the meaning by which a question compares things of one programme; of several that of most spacewalks."""
    compared = [(ref, frame, query) for ref, frame, query in found if isinstance(query, CompareQuery)]
    alike = [one for one in compared if len(set(_programmes(corpus, one[2]))) == 1]
    return max(alike, key=lambda one: sum(len(selected(corpus, side.selection)) for side in one[2].sides), default=None)


def _programmes(corpus: Corpus, query: CompareQuery) -> Iterator[str | None]:
    """Yield the programme of each side, by its id; None of what is no craft."""
    for side in query.sides:
        vehicle = side.about is not None and side.about.sort is Sort.VEHICLE
        yield corpus.vehicles[side.about.id].programme if side.about and vehicle else None


def _declared(frame: Frame, mention: Mention) -> tuple[Meaning, ...]:
    """Return the meanings of a mention that are declared to have nothing to do with each other."""
    said = {ref.id for ref in frame.refs(mention)}
    declared = (set(entry.means) for entry in frame.corpus.ambiguous)
    apart = next((means for means in declared if len(said & means) > 1), set[str]())
    return tuple(meaning for meaning in mention.sense.names if meaning.ref.id in apart)


def _narrowed(frame: Frame, declared: tuple[Meaning, ...], meaning: Meaning) -> Frame:
    """Return the question with one meaning of a name wherever it is said, as each meaning apart doubles the work."""
    apart = {one.ref for one in declared}
    mentions = tuple(
        replace(mention, sense=replace(mention.sense, names=(meaning,)))
        if {one.ref for one in _declared(frame, mention)} == apart
        else mention
        for mention in frame.parsed.mentions
    )
    return Frame(frame.corpus, replace(frame.parsed, mentions=mentions))


def _holds(corpus: Corpus, reading: Reading | None) -> bool:
    """Tell whether there is something to answer: a spacewalk that meets the conditions, somebody who counts."""
    match reading:
        case RankingQuery(ranking=asked):
            return anybody_counts(corpus, asked.where, asked.who, everyone=asked.everyone)
        case CountQuery(selection=selection):
            return bool(selected(corpus, selection))
        case WalksQuery(spacewalks=walks):
            return bool(walks)
        case None | NothingInCommon() | NoSuchSpacewalk() | NoneLater():
            return False
        case _:
            return True
