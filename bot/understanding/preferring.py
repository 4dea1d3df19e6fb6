"""Which counts of two readings: what the rules make of a question, or what a text tells of it."""

from dataclasses import replace
from typing import Final

from bot.corpus import Sort
from bot.corpus.record_models import PersonFilter
from bot.understanding.bands import Bands
from bot.understanding.declining import declined
from bot.understanding.evidence import is_anchored
from bot.understanding.frame import Frame
from bot.understanding.grounds import enough, stands
from bot.understanding.narrowing import is_narrowed_further, plain_record
from bot.understanding.reading import (
    Choices,
    Counted,
    CountQuery,
    NoneLater,
    NoSuchSpacewalk,
    NothingInCommon,
    OutOfScope,
    Query,
    RankingQuery,
    Reading,
    WalksQuery,
)
from bot.understanding.telling import Told

#: With no more words that nobody knows than these, a designator that names nothing is still one.
_FEW: Final = 3


def better(frame: Frame, ruled: Reading | None, sure: float, told: Told, bands: Bands) -> Reading:
    """Take the rule where it explains enough, unless it only names what a text tells more of."""
    least = enough(frame, ruled, bands)
    firm = ruled is not None and sure >= least and stands(frame, ruled)
    elsewhere = any(mention.sense.elsewhere for mention in frame.parsed.mentions)
    firm = firm or (isinstance(ruled, NoSuchSpacewalk) and len(frame.parsed.loose) <= _FEW and not elsewhere)
    named = isinstance(ruled, Query | WalksQuery | Choices | NothingInCommon) or (
        isinstance(ruled, CountQuery) and ruled.counted in {Counted.LIST, Counted.LIST_OF_PEOPLE}
    )
    answered = told.reading is not None and not isinstance(told.reading, Choices)
    called_off = told.coverage >= bands.told and _is_of_no_spacewalk(frame, told.reading)
    if firm and isinstance(ruled, NothingInCommon) and not (told.within or called_off):
        return ruled
    if firm and ruled is not None and _is_of_a_namesake(frame, ruled, told.reading):
        return with_certainty(ruled, sure)
    tells_more = told.news >= bands.news and sure < bands.sure and not _is_particular(ruled)
    prefers_text = (named and (told.within or not _is_particular(ruled))) or tells_more
    understood = isinstance(ruled, RankingQuery) and sure >= least and not frame.parsed.loose
    understood = understood and not is_narrowed_further(frame, ruled)
    if understood and isinstance(ruled, RankingQuery) and ruled.ranking.who != PersonFilter():
        # Even where nobody counts: no Indian is known, whatever texts tell of Indians.
        return with_certainty(ruled, sure)
    if answered and told.reading is not None and (not firm or prefers_text):
        return told.reading
    if firm and ruled is not None:
        return with_certainty(ruled, sure)
    if told.reading is not None:
        return told.reading
    if understood and ruled is not None:
        return with_certainty(ruled, sure)
    nearest = plain_record(frame.corpus, ruled) if is_anchored(frame) else ()
    nearest += tuple(hit.ref for hit in told.hits if is_anchored(frame) and hit.coverage >= bands.offer)
    return declined(frame, nearest)


def _is_of_no_spacewalk(frame: Frame, reading: Reading | None) -> bool:
    """Tell whether a text is of something that came to no spacewalk: one that was called off."""
    if not isinstance(reading, Query) or reading.about.sort is not Sort.STORY:
        return False
    return not frame.corpus.stories[reading.about.id].spacewalks


def _is_of_a_namesake(frame: Frame, ruled: Reading, reading: Reading | None) -> bool:
    """Tell whether somebody is named who never went out, and the text is of others: Eileen, not Michael Collins."""
    if not (isinstance(ruled, Query) and ruled.about.sort is Sort.OTHER_PERSON and isinstance(reading, Query)):
        return False
    about, corpus = reading.about, frame.corpus
    stories = (corpus.stories[about.id],) if about.sort is Sort.STORY else corpus.stories_of.get(about.id, ())
    return all(ruled.about.id not in story.people for story in stories)


def _is_particular(ruled: Reading | None) -> bool:
    """Tell whether a reading names one spacewalk, so that texts about others are beside the point."""
    if isinstance(ruled, Query):
        return ruled.about.sort is Sort.SPACEWALK
    return isinstance(ruled, WalksQuery) and len(ruled.spacewalks) == 1


def with_certainty(reading: Reading, confidence: float) -> Reading:
    """Return a reading with how much of the question was understood, where it is an answer."""
    if isinstance(reading, OutOfScope | Choices | NoSuchSpacewalk | NothingInCommon | NoneLater):
        return reading
    return replace(reading, confidence=round(min(1.0, confidence), 3))
