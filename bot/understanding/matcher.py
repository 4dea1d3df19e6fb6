"""From text to a `Reading`: names and conditions by rule, descriptions by the texts that tell of them.

What a question says is weighed against what of it was not understood, because a false answer costs more than a click.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from bot.corpus import Corpus, Ref, Sort
from bot.corpus.collector import collector_paused
from bot.corpus.folding import fold
from bot.corpus.naming import Names, index_names
from bot.corpus.vocabulary import Concept
from bot.understanding.ambiguity import read_as_meant
from bot.understanding.asking import asked
from bot.understanding.bands import BANDS, Bands
from bot.understanding.clauses import asks_by_itself, clauses_of
from bot.understanding.contrasts import contrast
from bot.understanding.declining import asks_for_help, declined, not_recorded
from bot.understanding.evidence import certainty, is_anchored
from bot.understanding.frame import Frame
from bot.understanding.grounds import stands
from bot.understanding.looking import look
from bot.understanding.mentions import Parsed
from bot.understanding.parsing import Parser
from bot.understanding.particulars import Particulars
from bot.understanding.preferring import better, with_certainty
from bot.understanding.premises import supposing
from bot.understanding.quoting import Quotes
from bot.understanding.reading import (
    Asks,
    Choices,
    CompareQuery,
    NoSuchPlace,
    NothingInCommon,
    OutOfScope,
    Query,
    Reading,
    Side,
    WalksQuery,
    Why,
)
from bot.understanding.recall import Hit, Recall
from bot.understanding.rules import by_rule
from bot.understanding.said import PEOPLE, PRECEDENCE
from bot.understanding.sayings import Sayings
from bot.understanding.single_words import SingleWords
from bot.understanding.strangers import is_all_that_is_said, names_a_stranger, namesakes_of_a_stranger
from bot.understanding.telling import Told
from bot.understanding.translating import in_english
from bot.understanding.unanswerable import (
    asks_of_a_birthplace,
    asks_of_a_death,
    asks_of_a_flight,
    asks_of_another_world,
    asks_of_spaceflight,
    asks_of_the_present,
    asks_of_the_time_between,
)
from bot.understanding.whether import whether
from bot.understanding.whole_names import WholeNames

#: Longer questions are declined unread: nobody needs more characters to ask about a spacewalk.
MAX_CHARACTERS: Final = 2000
#: So many words a text has to tell of an event where it is asked how things are now.
_FEW: Final = 3
#: What is said to ask who somebody is.
_WHO_IS: Final = frozenset({Concept.WHO, Concept.WHAT, Concept.WHAT_IS})
#: Why a question is declined that an editor may have answered in other words.
_NOT_KNOWN: Final = frozenset({Why.UNKNOWN, Why.ELSEWHERE})


@dataclass(frozen=True, slots=True)
class Trace:
    """How a question was read: its words and mentions, the reading by rule with its certainty, and the texts found."""

    folded: str
    reading: Reading
    parsed: Parsed = field(default_factory=lambda: Parsed((), (), ()))
    ruled: Reading | None = None
    certainty: float = 0.0
    coverage: float = 0.0
    hits: tuple[Hit, ...] = ()


@dataclass(frozen=True)
class Matcher:
    """Reads questions about one corpus. Reading keeps no state but memories of words."""

    corpus: Corpus
    bands: Bands = BANDS

    def read(self, question: str) -> Reading:
        """Return what a question means. Never raises, whatever the text."""
        return self.trace(question).reading

    def by_id(self, text: str) -> Query | None:
        """Return the entry that a text is the id of, as ids travel in choices; None for any other text."""
        ref = self._ids.get(text.strip())
        return None if ref is None else Query(ref)

    def trace(self, question: str) -> Trace:
        """Return what a question means, with how that was found.

        An id means its entry, unless it is a word that means several things: then it is asked which.
        """
        if len(question) > MAX_CHARACTERS:
            return Trace("", OutOfScope(Why.TOO_LONG))
        folded = fold(question)
        if (picked := self.by_id(question)) is not None and folded not in self._several_meanings:
            return Trace("", picked)
        if not folded:
            return Trace("", OutOfScope(Why.EMPTY))
        trace = self._read(folded)
        if isinstance(trace.reading, OutOfScope):
            translated = (self._read(english) for english in in_english(trace.parsed))
            understood = (other for other in translated if not isinstance(other.reading, OutOfScope))
            return next(understood, None) or self._of_a_clause(question) or trace
        return trace

    def _of_a_clause(self, question: str) -> Trace | None:
        """Return what the first clause that asks something known means, None where none does."""
        traces = map(self._read, clauses_of(question))
        return next(
            (trace for trace in traces if asks_by_itself(Frame(self.corpus, trace.parsed), trace.reading)), None
        )

    def _read(self, folded: str) -> Trace:
        if whole := self._particulars.read_whole(folded) or self._whole.read(folded):
            return Trace(folded, whole)
        frame = Frame(self.corpus, self._parser.parse(folded))
        trace = self._weigh(folded, frame)
        particular = None if self._is_general(frame) else self._particulars.read(frame)
        reading = whether(frame, trace.reading)
        if particular and self._is_asked_in_particular(particular, reading):
            return replace(trace, reading=particular)
        return replace(trace, reading=supposing(frame, reading))

    def _is_general(self, frame: Frame) -> bool:
        """Tell whether a question asks no more than what or who somebody or something is."""
        if frame.has(Concept.WHAT_IS) and self._whole.read_core(frame, Asks.WHAT):
            return True
        return bool(frame.people) and not frame.parsed.loose and len(frame.named) == 1 and frame.concepts <= _WHO_IS

    def _is_asked_in_particular(self, particular: Query, reading: Reading) -> bool:
        """Tell whether what an editor has answered counts: all but always, or where no figure, day or name is asked.

        Whether somebody was outside is told by itself, and who of several is meant is asked first.
        """
        if isinstance(reading, Query) and reading.asks is Asks.WHETHER:
            return False
        if isinstance(reading, Choices) and all(ref.sort in PEOPLE for ref in reading.refs):
            return False
        if particular.confidence >= self.bands.asked:
            of_things = isinstance(reading, CompareQuery) and all(map(_is_of_a_topic, reading.sides))
            return of_things or not isinstance(reading, CompareQuery)
        if isinstance(reading, Query | WalksQuery):
            return reading.asks in {Asks.WHAT, Asks.WHY}
        return isinstance(reading, Choices) or (isinstance(reading, OutOfScope) and reading.why in _NOT_KNOWN)

    def warm(self) -> None:
        """Build every index now rather than with the first question."""
        with collector_paused():
            self._particulars.read_whole("")  # what building it takes for a while, the others then fill
            _ = self._ids, self._quotes.ever_said
            for question in ("leonov first spacewalk xylophone", "xylophone"):
                self.read(question)

    def with_bands(self, bands: Bands) -> "Matcher":
        """Return a matcher with other thresholds that shares what this one has built."""
        other = Matcher(self.corpus, bands)
        vars(other).update({name: value for name, value in vars(self).items() if name != "bands"})
        return other

    @cached_property
    def names(self) -> Names:
        """Every folded name with its meanings."""
        return index_names(self.corpus)

    @cached_property
    def recall(self) -> Recall:
        """The texts of the corpus."""
        return Recall(self.corpus)

    @cached_property
    def _parser(self) -> Parser:
        return Parser(self.corpus, self.names, self.recall.words, self.recall.knows)

    @cached_property
    def _ids(self) -> Mapping[str, Ref]:
        """Entries by id, since ids travel in choices and links; an id of several sorts means the first of them."""
        entries = ((sort, key) for sort in reversed(PRECEDENCE) for key in self.corpus.by_sort[sort])
        return {key: Ref(sort, key) for sort, key in entries}

    @cached_property
    def _quotes(self) -> Quotes:
        return Quotes(self.corpus, self.recall)

    @cached_property
    def _particulars(self) -> Particulars:
        return Particulars(self.corpus, self.recall, Sayings(self._parser.sense_of))

    @cached_property
    def _several_meanings(self) -> frozenset[str]:
        return frozenset(fold(entry.alias) for entry in self.corpus.ambiguous)

    @cached_property
    def _whole(self) -> WholeNames:
        return WholeNames(self.corpus, self.names)

    @cached_property
    def _single_words(self) -> SingleWords:
        return SingleWords(self.recall)

    def _weigh(self, folded: str, frame: Frame) -> Trace:
        """Choose between what the rules make of a question and what the texts tell of it."""
        if (beyond := self._beyond(frame)) is not None:
            return Trace(folded, beyond, frame.parsed)
        asks = asked(frame)
        if core := self._whole.read_core(frame, asks):
            return Trace(folded, core, frame.parsed, core, 1.0)
        frame, ruled = read_as_meant(frame, lambda meant: by_rule(meant, asks))
        if not isinstance(ruled, CompareQuery) and (apart := contrast(frame, self._whole, self.recall)):
            return Trace(folded, apart, frame.parsed, apart, 1.0)
        if asks_of_spaceflight(frame, ruled):
            return Trace(folded, declined(frame), frame.parsed, ruled)
        if asks_of_the_present(frame, ruled):
            told = look(frame, self.recall, self.bands, asks, None)
            described = told.reading is not None and told.hits[0].matched >= _FEW
            reading = told.reading if described and told.reading else declined(frame)
            return Trace(folded, reading, frame.parsed, ruled, 0.0, told.coverage, told.hits[:8])
        sure = certainty(frame)
        loose = bool(frame.parsed.loose)
        settled = ruled is not None and not loose and sure >= self.bands.certain and stands(frame, ruled)
        if ruled is not None and settled and not isinstance(ruled, NothingInCommon):
            return Trace(folded, with_certainty(ruled, sure), frame.parsed, ruled, sure)
        told = look(frame, self.recall, self.bands, asks, ruled)
        reading = better(frame, ruled, sure, told, self.bands)
        reading = self._second_thought(frame, ruled, told, reading)
        return Trace(folded, reading, frame.parsed, ruled, sure, told.coverage, told.hits[:8])

    def _second_thought(self, frame: Frame, ruled: Reading | None, told: Told, reading: Reading) -> Reading:
        """Return what single words lead to, or whose words a question repeats, where that says more than a reading."""
        if ruled is None and (topics := self._single_words.read(frame, told.hits)):
            return topics
        if isinstance(reading, OutOfScope | Choices) and (said := self._quotes.find(frame)):
            return said
        in_general = self._single_words.read_in_general(frame, told.hits) if isinstance(reading, OutOfScope) else None
        return in_general or reading

    def _beyond(self, frame: Frame) -> Reading | None:
        """Return the reading of a question that neither rule nor text can answer, None where they may."""
        people = tuple(refs[0] for refs in frame.people if len(refs) == 1)
        if asks_for_help(frame):
            return declined(frame)
        if asks_of_a_death(frame) or asks_of_a_birthplace(frame) or asks_of_a_flight(frame):
            return not_recorded(people)
        if namesakes := namesakes_of_a_stranger(frame):
            offered = is_anchored(frame) or is_all_that_is_said(frame)
            return not_recorded(namesakes) if offered else declined(frame)
        if not frame.people and names_a_stranger(frame, self.recall.words):
            return declined(frame)
        if asks_of_the_time_between(frame):
            return declined(frame, people)
        return NoSuchPlace(people) if asks_of_another_world(frame) else None


def _is_of_a_topic(side: Side) -> bool:
    return side.about is not None and side.about.sort is Sort.TOPIC
