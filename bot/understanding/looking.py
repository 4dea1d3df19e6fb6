"""Looks in the texts for what a question describes: first in those of the spacewalks that the rules leave."""

from dataclasses import replace
from typing import Final

from bot.corpus import Sort
from bot.understanding.bands import Bands
from bot.understanding.frame import Frame
from bot.understanding.grounds import GROUPS
from bot.understanding.links import selected, walks_of
from bot.understanding.narrowing import is_narrowed_further
from bot.understanding.reading import (
    Asks,
    Choices,
    Counted,
    CountQuery,
    NothingInCommon,
    Query,
    RankingQuery,
    Reading,
    WalksQuery,
)
from bot.understanding.recall import Recall
from bot.understanding.telling import Told, tell

_TWO: Final = 2


def look(frame: Frame, recall: Recall, bands: Bands, asks: Asks, ruled: Reading | None) -> Told:
    """Look in the texts; a word that narrows what is ranked or counted has to stand in one as it was typed."""
    told = _look(frame, recall, bands, asks, ruled)
    narrowed = is_narrowed_further(frame, ruled)
    return replace(told, reading=None) if narrowed and not _says_so(frame, recall, told, ruled) else told


def _look(frame: Frame, recall: Recall, bands: Bands, asks: Asks, ruled: Reading | None) -> Told:
    """Look in the texts: first in those of the spacewalks that the rules leave, then in all."""
    among = _walks_left(frame, ruled)
    if among:
        known = not isinstance(ruled, NothingInCommon)
        told = tell(frame, recall, bands, asks, among, names_are_known=known)
        if told.reading is not None and not isinstance(told.reading, Choices):
            other = tell(frame, recall, bands, asks)  # "the hand-cranked crane on Mir" is called by name
            if isinstance(other.reading, Query) and other.hits[0].named and other.hits[0].matched >= _TWO:
                unsaid = not told.hits[0].named or told.hits[0].words == 0 < other.hits[0].words
                return other if unsaid else replace(told, within=True)  # no other was "cancelled"
            return replace(told, within=True)
    return tell(frame, recall, bands, asks)


def _says_so(frame: Frame, recall: Recall, told: Told, ruled: Reading | None) -> bool:
    """Tell whether a text knows one of the words that nothing else explains, not just something like it.

    Of what is computed from many spacewalks, the longest or how many, one that has a single word tells nothing.
    """
    if told.reading is None or isinstance(told.reading, Choices):
        return False
    best = told.hits[0]
    figures = isinstance(ruled, RankingQuery | CountQuery) and not _asks_for_a_first(ruled)
    if best.named or best.words > 1:
        return bool(frame.parsed.loose) or not figures  # what only conditions narrow no text has counted
    if figures:
        return False
    typed = [stems for loose in frame.parsed.loose if (stems := recall.stems(loose.word))]
    return len(typed) == 1 and recall.has(best.ref, typed[0])


def _asks_for_a_first(ruled: RankingQuery | CountQuery) -> bool:
    return isinstance(ruled, RankingQuery) and ruled.ranking.measure in {"start", "first_day"}


def _walks_left(frame: Frame, ruled: Reading | None) -> tuple[str, ...]:
    """Return the spacewalks that a reading by rule narrows a question down to; none where it does not."""
    if isinstance(ruled, WalksQuery):
        return ruled.spacewalks
    if isinstance(ruled, NothingInCommon):
        chosen = frame.selection(by_nation=False)
        return () if chosen.is_open else tuple(walk.id for walk, _ in selected(frame.corpus, chosen))
    if isinstance(ruled, Choices):
        places = [ref for ref in ruled.refs if ref.sort in GROUPS]
        return tuple(walk.id for ref in places for walk in walks_of(frame.corpus, ref))
    if isinstance(ruled, CountQuery) and ruled.counted in {Counted.LIST, Counted.LIST_OF_PEOPLE}:
        return tuple(walk.id for walk, _ in selected(frame.corpus, ruled.selection))
    if isinstance(ruled, Query) and ruled.about.sort not in {Sort.TOPIC, Sort.STORY, Sort.RECORD}:
        return tuple(walk.id for walk in walks_of(frame.corpus, ruled.about))
    return ()
