"""The librarian: takes a question, or a reading of one, and gives the answer."""

from dataclasses import dataclass
from functools import cached_property
from typing import assert_never

from bot.answering.answer import Answer
from bot.answering.common import answer_walks
from bot.answering.comparisons import answer_comparison
from bot.answering.contrasts import answer_contrast
from bot.answering.counts import answer_count
from bot.answering.days import answer_day
from bot.answering.declines import (
    answer_choices,
    answer_no_such_place,
    answer_no_such_spacewalk,
    answer_none_later,
    answer_nothing_in_common,
    answer_out_of_scope,
)
from bot.answering.desk import Desk
from bot.answering.following import follow
from bot.answering.groups import answer_group, answer_nation
from bot.answering.people import answer_other_person, answer_spacewalker
from bot.answering.premises import set_right
from bot.answering.records import answer_ranking, answer_record
from bot.answering.spacewalks import answer_spacewalk
from bot.answering.stories import answer_story, answer_topic
from bot.answering.wording import Wording
from bot.corpus import Corpus, Ref
from bot.corpus.models import Agency, Country, OtherPerson, Spacewalk, Spacewalker, Story, Topic
from bot.corpus.naming import Names
from bot.corpus.record_models import RecordDefinition
from bot.understanding import Matcher, Reading
from bot.understanding.bands import BANDS, Bands
from bot.understanding.matcher import Trace
from bot.understanding.reading import (
    Answerable,
    Choices,
    CompareQuery,
    ContrastQuery,
    CountQuery,
    DayQuery,
    NoneLater,
    NoSuchPlace,
    NoSuchSpacewalk,
    NothingInCommon,
    OutOfScope,
    Query,
    RankingQuery,
    WalksQuery,
)


@dataclass(frozen=True)
class Librarian:
    """Answers questions about one corpus in one language."""

    corpus: Corpus
    words: Wording
    bands: Bands = BANDS

    def ask(self, question: str) -> Answer:
        """Answer a question as typed, or the id of an entry. Every text has an answer, if only a decline."""
        return self.answer(self._matcher.by_id(question) or self.read(question))

    def read(self, question: str) -> Reading:
        """Return what a question means."""
        return self._matcher.read(question)

    def read_following(self, question: str, about: Ref | None) -> Reading:
        """Return what a question means that may leave out what it is about: that is what the last answer was about."""
        if about is None or about.id not in self.corpus.by_sort[about.sort]:
            return self.read(question)
        return follow(self.corpus, self.trace, question, about)

    @property
    def names(self) -> Names:
        """What every entry is called."""
        return self._matcher.names

    def trace(self, question: str) -> Trace:
        """Return how a question is read, for editors."""
        return self._matcher.trace(question)

    def warm(self) -> None:
        """Build every index now rather than with the first question."""
        self._matcher.warm()

    def answer(self, reading: Reading) -> Answer:
        """Answer a question that has been read."""
        desk = self.desk
        match reading:
            case Choices():
                return answer_choices(desk, reading)
            case NoSuchSpacewalk():
                return answer_no_such_spacewalk(desk, reading)
            case NoSuchPlace():
                return answer_no_such_place(desk, reading)
            case NoneLater():
                return answer_none_later(desk, reading)
            case NothingInCommon():
                return answer_nothing_in_common(desk, reading)
            case OutOfScope():
                return answer_out_of_scope(desk, reading)
            case _:
                return _answer(desk, reading)

    @cached_property
    def desk(self) -> Desk:
        """What the answers are written with, for a front end that writes more of the kind."""
        return Desk(self.corpus, self.words)

    @cached_property
    def _matcher(self) -> Matcher:
        return Matcher(self.corpus, self.bands)

    def with_bands(self, bands: Bands) -> "Librarian":
        """Return a librarian with other thresholds that shares this one's indexes, to calibrate them."""
        other = Librarian(self.corpus, self.words, bands)
        vars(other)["_matcher"] = self._matcher.with_bands(bands)
        return other


def _answer(desk: Desk, reading: Answerable) -> Answer:
    answer = _answer_as_asked(desk, reading)
    return set_right(desk, answer, reading) if getattr(reading, "of_death", False) else answer


def _answer_as_asked(desk: Desk, reading: Answerable) -> Answer:
    match reading:
        case Query():
            return _answer_entry(desk, reading)
        case WalksQuery():
            return answer_walks(desk, reading)
        case DayQuery():
            return answer_day(desk, reading)
        case RankingQuery():
            return answer_ranking(desk, reading)
        case CountQuery():
            return answer_count(desk, reading)
        case CompareQuery():
            return answer_comparison(desk, reading)
        case ContrastQuery():
            return answer_contrast(desk, reading)
    assert_never(reading)


def _answer_entry(desk: Desk, query: Query) -> Answer:
    entry = desk.corpus.by_sort[query.about.sort][query.about.id]
    match entry:
        case Spacewalk():
            return answer_spacewalk(desk, entry, query.asks, query.confidence, quote=query.quote, told=query.told)
        case Spacewalker():
            return answer_spacewalker(desk, entry, query.asks, query.confidence)
        case OtherPerson():
            return answer_other_person(desk, entry, query.confidence)
        case Story():
            return answer_story(desk, entry, query.asks, query.confidence, query.told)
        case Topic():
            return answer_topic(desk, entry, query.confidence, query.told)
        case RecordDefinition():
            return answer_record(desk, entry, query.confidence)
        case Country() | Agency():
            return answer_nation(desk, query.about, query.confidence)
        case _:
            return answer_group(desk, query.about, query.asks, query.confidence)
