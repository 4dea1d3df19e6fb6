"""Whether a reading by rule rests on enough: on how much of the question, and on what kind of words."""

from typing import Final

from bot.corpus import Sort
from bot.corpus.naming import Strength
from bot.corpus.record_models import WalkFilter
from bot.corpus.standings import anybody_counts
from bot.corpus.vocabulary import Concept
from bot.understanding.bands import Bands
from bot.understanding.counts import counts_something_unknown
from bot.understanding.evidence import is_anchored
from bot.understanding.frame import Frame
from bot.understanding.narrowing import is_narrowed_further
from bot.understanding.reading import (
    Asks,
    Choices,
    CompareQuery,
    ContrastQuery,
    Counted,
    CountQuery,
    DayQuery,
    NoneLater,
    NoSuchSpacewalk,
    NothingInCommon,
    Query,
    RankingQuery,
    Reading,
    Selection,
)
from bot.understanding.said import PEOPLE
from bot.understanding.unanswerable import OUT_THERE

#: What has many spacewalks, and much else to ask about.
GROUPS: Final = frozenset(
    {Sort.STATION, Sort.PROGRAMME, Sort.VEHICLE, Sort.MISSION, Sort.AIRLOCK, Sort.AGENCY, Sort.COUNTRY}
)
#: What may be asked of anybody about anything.
_GENERAL: Final = frozenset({Asks.WHAT, Asks.WHEN, Asks.WHERE, Asks.WHY, Asks.HOW_LONG, Asks.HOW_MANY})


def enough(frame: Frame, ruled: Reading | None, bands: Bands) -> float:
    """Return how much must be understood: little of a designator, nearly all of a question about all spacewalks."""
    if _is_designated(frame, ruled):
        return bands.designated
    open_to_all = (isinstance(ruled, CountQuery) and ruled.selection.is_open) or (
        isinstance(ruled, RankingQuery) and Selection(ruled.ranking.where, ruled.ranking.who).is_open
    )
    figure = frame.has(Concept.HOW, Concept.HOW_MANY)
    group = isinstance(ruled, Query) and ruled.about.sort in GROUPS and (ruled.asks is not Asks.WHAT or figure)
    person = isinstance(ruled, Query) and ruled.about.sort in PEOPLE and ruled.asks in _GENERAL
    if (group or person) and not frame.has(*OUT_THERE):
        return bands.sure
    said = frame.has(Concept.SPACEWALK, Concept.SPACEWALKER)
    return bands.sure if open_to_all and not said else bands.certain


def _is_designated(frame: Frame, ruled: Reading | None) -> bool:
    """Tell whether a spacewalk is named by its designator, which nothing else is called."""
    named = {ref for _, refs in frame.named for ref in refs}
    return isinstance(ruled, Query) and ruled.about.sort is Sort.SPACEWALK and ruled.about in named


def stands(frame: Frame, ruled: Reading) -> bool:
    """Tell whether a reading may rest on what is named: a word that other subjects have too needs more than itself."""
    if isinstance(ruled, RankingQuery) and not anybody_counts(
        frame.corpus, ruled.ranking.where, ruled.ranking.who, everyone=ruled.ranking.everyone
    ):
        return False
    if is_narrowed_further(frame, ruled):
        return False
    if isinstance(ruled, DayQuery) and frame.has(Concept.MINE):
        return is_anchored(frame)  # "what do I get my mum for Christmas"
    if isinstance(ruled, NothingInCommon):
        return frame.has(Concept.SPACEWALK) or _is_spelled_out(frame)
    if isinstance(ruled, CountQuery) and _is_anybody(ruled) and frame.parsed.loose:
        return frame.has(Concept.SPACEWALK, Concept.OUTSIDE)  # "the cosmonaut who welded" is not everybody's list
    if isinstance(ruled, Query) and ruled.about.sort in PEOPLE and counts_something_unknown(frame):
        return False  # "how many medals did Carpenter get"
    if is_anchored(frame) or isinstance(
        ruled,
        Choices | RankingQuery | CompareQuery | ContrastQuery | DayQuery | CountQuery | NoSuchSpacewalk | NoneLater,
    ):
        return True
    if frame.has(Concept.OUTSIDE, Concept.MOON, Concept.SUIT, Concept.AIRLOCK):
        return True
    return len(frame.people) > 0 or all(m.sense.small or m.sense.names for m in frame.parsed.mentions)


def _is_anybody(ruled: CountQuery) -> bool:
    """Tell whether a list of people has no other condition than who they are."""
    return ruled.counted is Counted.LIST_OF_PEOPLE and ruled.selection.where == WalkFilter()


def _is_spelled_out(frame: Frame) -> bool:
    """Tell whether all names stand as they are written and not among strangers: "dealers" are no Sellers."""
    outright = any(min(mention.sense.names).strength < Strength.SURNAME for mention, _ in frame.named)
    return (outright or not frame.parsed.loose) and all(mention.distance < 1 for mention, _ in frame.named)
