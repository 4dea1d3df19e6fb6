"""From text to a `Reading`: names and conditions by rule, descriptions by the texts that tell of them.

What a question says is weighed against what of it was not understood, because a false answer costs more than a click.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from bot.corpus import Corpus, Ref, Sort
from bot.corpus.collector import collector_paused
from bot.corpus.folding import fold
from bot.corpus.naming import Names, Strength, index_names
from bot.corpus.record_models import WalkFilter
from bot.corpus.standings import anybody_counts
from bot.corpus.vocabulary import Concept, Particle
from bot.understanding.ambiguity import read_as_meant
from bot.understanding.asking import asked
from bot.understanding.bands import BANDS, Bands
from bot.understanding.comparisons import comparison
from bot.understanding.counts import count
from bot.understanding.declining import declined
from bot.understanding.designators import designated, nth_of_all
from bot.understanding.evidence import certainty, is_anchored
from bot.understanding.frame import PEOPLE, PRECEDENCE, Frame
from bot.understanding.links import selected, walks_of
from bot.understanding.mentions import Parsed, Parser
from bot.understanding.narrowing import is_narrowed_further, plain_record
from bot.understanding.reading import (
    Asks,
    Choices,
    CompareQuery,
    Counted,
    CountQuery,
    DayQuery,
    NoneLater,
    NoSuchPlace,
    NoSuchSpacewalk,
    NothingInCommon,
    OutOfScope,
    Query,
    RankingQuery,
    Reading,
    Selection,
    WalksQuery,
    Why,
)
from bot.understanding.recall import Hit, Recall
from bot.understanding.subjects import event_of, neighbour, subject
from bot.understanding.superlatives import superlative
from bot.understanding.telling import Told, tell

#: Longer questions are declined unread: nobody needs more characters to ask about a spacewalk.
MAX_CHARACTERS: Final = 2000
_MOST_CHOICES: Final = 10
_FEW: Final = 3
_TWO: Final = 2
#: Attributes that only the card of a spacewalk has: a superlative that asks for one leads to its spacewalk.
_OF_A_WALK: Final = frozenset(
    {Asks.WHERE, Asks.VEHICLE, Asks.SUIT, Asks.AIRLOCK, Asks.INSIDE, Asks.QUOTE, Asks.WITH_WHOM, Asks.WHY, Asks.MISSION}
)


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

    def trace(self, question: str) -> Trace:
        """Return what a question means, with how that was found."""
        if len(question) > MAX_CHARACTERS:
            return Trace("", OutOfScope(Why.TOO_LONG))
        if (ref := self._ids.get(question.strip())) is not None:
            return Trace("", Query(ref))
        folded = fold(question)
        if not folded:
            return Trace("", OutOfScope(Why.EMPTY))
        if whole := self._whole_name(folded):
            return Trace(folded, whole)
        frame = Frame(self.corpus, self._parser.parse(folded))
        return self._weigh(folded, frame)

    def warm(self) -> None:
        """Build every index now rather than with the first question."""
        with collector_paused():
            _ = self._ids
            self.read("leonov first spacewalk xylophone")

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
        return Parser(self.corpus, self.names, self.recall.words)

    @cached_property
    def _ids(self) -> Mapping[str, Ref]:
        """Entries by id, since ids travel in choices and links; an id of several sorts means the first of them."""
        entries = ((sort, key) for sort in reversed(PRECEDENCE) for key in self.corpus.by_sort[sort])
        return {key: Ref(sort, key) for sort, key in entries}

    def _whole_name(self, words: str, asks: Asks = Asks.WHAT) -> Reading | None:
        """Read a question that is nothing but a name, alias or title."""
        meanings = self.names.get(words)
        if meanings is None:
            return None
        outright = [meaning.ref for meaning in meanings if meaning.strength < Strength.SURNAME]
        kept = self._distinct(outright or [meaning.ref for meaning in meanings])
        return Query(self._event(kept[0]), asks) if len(kept) == 1 else Choices(kept[:_MOST_CHOICES])

    def _event(self, ref: Ref) -> Ref:
        """Return the spacewalk that a story of a single one tells of: its card holds the story."""
        walks = self.corpus.stories[ref.id].spacewalks if ref.sort is Sort.STORY else ()
        return Ref(Sort.SPACEWALK, walks[0]) if len(walks) == 1 else ref

    def _distinct(self, refs: list[Ref]) -> tuple[Ref, ...]:
        """Keep what a name can mean; related things, such as a station and its programme, count as one."""
        kept: list[Ref] = []
        for ref in sorted(refs, key=lambda ref: (PRECEDENCE.index(ref.sort), ref.id)):
            distinct = ref.sort in PEOPLE and all(other.sort in PEOPLE for other in kept)
            if not kept or distinct or {ref.id, kept[0].id} <= self._declared:
                kept.append(ref)
        return tuple(kept)

    @cached_property
    def _declared(self) -> frozenset[str]:
        return frozenset(ref_id for entry in self.corpus.ambiguous for ref_id in entry.means)

    def _weigh(self, folded: str, frame: Frame) -> Trace:
        """Choose between what the rules make of a question and what the texts tell of it."""
        if _asks_of_a_death(frame):
            return Trace(folded, declined(frame), frame.parsed)
        if _asks_of_another_world(frame):
            people = tuple(refs[0] for refs in frame.people if len(refs) == 1)
            return Trace(folded, NoSuchPlace(people), frame.parsed)
        asks = asked(frame)
        if core := self._core(frame, asks):
            return Trace(folded, core, frame.parsed, core, 1.0)
        frame, ruled = read_as_meant(frame, lambda meant: self._by_rule(meant, asks))
        if _asks_of_spaceflight(frame, ruled):
            return Trace(folded, declined(frame), frame.parsed, ruled)
        if _asks_of_the_present(frame, ruled):
            told = self._tell(frame, asks, None)
            described = told.reading is not None and told.hits[0].matched >= _FEW
            reading = told.reading if described and told.reading else declined(frame)
            return Trace(folded, reading, frame.parsed, ruled, 0.0, told.coverage, told.hits[:8])
        sure = certainty(frame)
        loose = bool(frame.parsed.loose)
        settled = ruled is not None and not loose and sure >= self.bands.certain and _stands(frame, ruled)
        if ruled is not None and settled and not isinstance(ruled, NothingInCommon):
            return Trace(folded, _sure(ruled, sure), frame.parsed, ruled, sure)
        told = self._tell(frame, asks, ruled)
        if is_narrowed_further(frame, ruled) and not self._says_so(frame, told):
            told = replace(told, reading=None)
        reading = self._better(frame, ruled, sure, told)
        return Trace(folded, reading, frame.parsed, ruled, sure, told.coverage, told.hits[:8])

    def _core(self, frame: Frame, asks: Asks) -> Reading | None:
        """Read a question whose words, less those that only ask, are a name: "what is the MMU?"."""
        quiet = {Concept.WHAT_IS, Concept.WHAT, Concept.WHO, Concept.HOW, Concept.WHAT_HAPPENED, Concept.WHY}
        words = list(frame.parsed.words)
        for mention in frame.parsed.mentions:
            silent = (mention.sense.small and mention.sense.number is None) or (
                mention.sense.concepts and mention.sense.concepts <= quiet
            )
            said = (
                [""] * (mention.end - mention.start) if silent else _spread(mention.words, mention.end - mention.start)
            )
            words[mention.start : mention.end] = said
        core = " ".join(word for word in words if word)
        found = self._whole_name(core, asks) if core else None
        if isinstance(found, Query) and found.about.sort in {Sort.TOPIC, Sort.STORY, Sort.RECORD, Sort.SPACEWALK}:
            happened = event_of(frame, found.about) if found.about.sort is Sort.TOPIC else None
            return happened or found
        return None

    def _by_rule(self, frame: Frame, asks: Asks) -> Reading | None:
        rules: tuple[Callable[[Frame], Reading | None], ...] = (
            designated,
            comparison,
            neighbour,
            nth_of_all,
            superlative,
            _counting,
            subject,
        )
        found = next((reading for rule in rules if (reading := rule(frame)) is not None), None)
        if isinstance(found, Query | WalksQuery | DayQuery | RankingQuery | CountQuery):
            found = replace(found, asks=asks)
        return found

    def _tell(self, frame: Frame, asks: Asks, ruled: Reading | None) -> Told:
        """Look in the texts: first in those of the spacewalks that the rules leave, then in all."""
        among = _walks_left(frame, ruled)
        if among:
            known = not isinstance(ruled, NothingInCommon)
            told = tell(frame, self.recall, self.bands, asks, among, names_are_known=known)
            if told.reading is not None and not isinstance(told.reading, Choices):
                other = tell(frame, self.recall, self.bands, asks)  # "the hand-cranked crane on Mir" is called by name
                called = isinstance(other.reading, Query) and other.hits[0].named and not told.hits[0].named
                return other if called and other.hits[0].matched >= _TWO else replace(told, within=True)
        return tell(frame, self.recall, self.bands, asks)

    def _says_so(self, frame: Frame, told: Told) -> bool:
        """Tell whether a text knows one of the words that nothing else explains, not just something like it."""
        if told.reading is None or isinstance(told.reading, Choices):
            return False
        best = told.hits[0]
        typed = (self.recall.stems(loose.word) for loose in frame.parsed.loose)
        return best.named or best.words > 1 or any(stems and self.recall.has(best.ref, stems) for stems in typed)

    def _enough(self, frame: Frame, ruled: Reading | None) -> float:
        """Return how much must be understood: little of a designator, nearly all of a question about all spacewalks."""
        if _is_designated(frame, ruled):
            return self.bands.designated
        open_to_all = (isinstance(ruled, CountQuery) and ruled.selection.is_open) or (
            isinstance(ruled, RankingQuery) and Selection(ruled.ranking.where, ruled.ranking.who).is_open
        )
        figure = frame.has(Concept.HOW, Concept.HOW_MANY)
        group = isinstance(ruled, Query) and ruled.about.sort in _GROUPS and (ruled.asks is not Asks.WHAT or figure)
        if group and not frame.has(*_OUT_THERE):
            return self.bands.sure
        said = frame.has(Concept.SPACEWALK, Concept.SPACEWALKER)
        return self.bands.sure if open_to_all and not said else self.bands.certain

    def _better(self, frame: Frame, ruled: Reading | None, sure: float, told: Told) -> Reading:
        """Take the rule where it explains enough, unless it only names what a text tells more of."""
        enough = self._enough(frame, ruled)
        firm = ruled is not None and sure >= enough and _stands(frame, ruled)
        firm = firm or (isinstance(ruled, NoSuchSpacewalk) and len(frame.parsed.loose) <= _FEW)
        named = isinstance(ruled, Query | WalksQuery | Choices | NothingInCommon) or (
            isinstance(ruled, CountQuery) and ruled.counted in {Counted.LIST, Counted.LIST_OF_PEOPLE}
        )
        answered = told.reading is not None and not isinstance(told.reading, Choices)
        called_off = told.coverage >= self.bands.told and _is_of_no_spacewalk(frame, told.reading)
        if firm and isinstance(ruled, NothingInCommon) and not (told.within or called_off):
            return ruled
        tells_more = told.news >= self.bands.news and sure < self.bands.sure and not _is_particular(ruled)
        prefers_text = (named and (told.within or not _is_particular(ruled))) or tells_more
        understood = isinstance(ruled, RankingQuery) and sure >= enough and not frame.parsed.loose
        understood = understood and not is_narrowed_further(frame, ruled)
        if understood and isinstance(ruled, RankingQuery) and ruled.ranking.who.nation:
            return _sure(ruled, sure)  # even where nobody counts: no Indian is known, whatever texts tell of Indians
        if answered and told.reading is not None and (not firm or prefers_text):
            return told.reading
        if firm and ruled is not None:
            return _sure(ruled, sure)
        if told.reading is not None:
            return told.reading
        if understood and ruled is not None:
            return _sure(ruled, sure)
        nearest = plain_record(self.corpus, ruled) if is_anchored(frame) else ()
        nearest += tuple(hit.ref for hit in told.hits if is_anchored(frame) and hit.coverage >= self.bands.offer)
        return declined(frame, nearest)


#: What has many spacewalks, and much else to ask about.
_GROUPS: Final = frozenset(
    {Sort.STATION, Sort.PROGRAMME, Sort.VEHICLE, Sort.MISSION, Sort.AIRLOCK, Sort.AGENCY, Sort.COUNTRY}
)


def _counting(frame: Frame) -> Reading | None:
    """Read a count; of one person's spacewalks it is that person's career."""
    found = count(frame)
    if found is None or not frame.people:
        return found
    return None


def _asks_of_a_death(frame: Frame) -> bool:
    """Tell whether it is asked when or how somebody named died, which is known of nobody here.

    Only as the last word: "die" is also the German article, and no article ends a question.
    """
    last = frame.parsed.mentions[-1:]
    ends = any(Concept.DEATH in m.sense.concepts and m.end == len(frame.parsed.words) for m in last)
    return ends and bool(frame.people) and not frame.parsed.loose


def _asks_of_another_world(frame: Frame) -> bool:
    """Tell whether somebody is said to have walked, or a spacewalk to have been made, on Mars or the like."""
    return frame.has(Concept.OTHER_WORLD) and (frame.has(Concept.SPACEWALK) or bool(frame.people))


#: What of the present state can be told from the tables: records as they stand, who has been out by now.
_STANDING: Final = (
    *(Concept.SPACEWALK, Concept.OUTSIDE, Concept.WALK, Concept.SUIT, Concept.AIRLOCK, Concept.RECORD, Concept.RANK),
    *(Concept.LONGEST, Concept.SHORTEST, Concept.OLDEST, Concept.YOUNGEST, Concept.MOST, Concept.FEWEST, Concept.TOP),
    *(
        Concept.FIRST,
        Concept.LAST,
        Concept.AVERAGE,
        Concept.TOTAL,
        Concept.TIME,
        Concept.NEXT,
        Concept.HOUR,
        Concept.HOW_LONG,
    ),
)


def _asks_of_the_present(frame: Frame, ruled: Reading | None) -> bool:
    """Tell whether it is asked how things are now, such as who is on a station: only an event can be told then."""
    if not frame.has(Concept.PRESENT) or frame.has(*_STANDING):
        return False
    return not (isinstance(ruled, Query) and ruled.about.sort in {Sort.TOPIC, Sort.SPACEWALK})


#: What tells a spacewalk from a flight into space.
_OUT_THERE: Final = (
    *(Concept.SPACEWALK, Concept.OUTSIDE, Concept.WALK, Concept.MOON, Concept.HUBBLE, Concept.UNTETHERED),
    *(Concept.STANDUP, Concept.DEEP_SPACE, Concept.SUIT, Concept.AIRLOCK, Concept.CREW_TRANSFER),
)


def _asks_of_spaceflight(frame: Frame, ruled: Reading | None) -> bool:
    """Tell whether people are ranked or counted for being in space, "the first woman in space": not for going out."""
    flown = [m.words.split()[-1] for m in frame.parsed.mentions if Concept.SPACEFLIGHT in m.sense.concepts]
    if (
        frame.corpus.particles[Particle.SPACE].isdisjoint(flown)
        or frame.has(*_OUT_THERE)
        or frame.places
        or frame.parsed.loose
    ):
        return False
    ranked = isinstance(ruled, RankingQuery) and ruled.ranking.of in {"person", "country"}
    return ranked or (isinstance(ruled, CountQuery) and ruled.counted not in {Counted.SPACEWALKS, Counted.LIST})


def _spread(words: str, places: int) -> list[str]:
    """Return corrected words on the places of those that were typed."""
    parts = words.split()
    return parts if len(parts) == places else [words, *[""] * (places - 1)]


def _is_of_no_spacewalk(frame: Frame, reading: Reading | None) -> bool:
    """Tell whether a text is of something that came to no spacewalk: one that was called off."""
    if not isinstance(reading, Query) or reading.about.sort is not Sort.STORY:
        return False
    return not frame.corpus.stories[reading.about.id].spacewalks


def _is_designated(frame: Frame, ruled: Reading | None) -> bool:
    """Tell whether a spacewalk is named by its designator, which nothing else is called."""
    named = {ref for _, refs in frame.named for ref in refs}
    return isinstance(ruled, Query) and ruled.about.sort is Sort.SPACEWALK and ruled.about in named


def _is_particular(ruled: Reading | None) -> bool:
    """Tell whether a reading names one spacewalk, so that texts about others are beside the point."""
    if isinstance(ruled, Query):
        return ruled.about.sort is Sort.SPACEWALK
    return isinstance(ruled, WalksQuery) and len(ruled.spacewalks) == 1


def _stands(frame: Frame, ruled: Reading) -> bool:
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
    if is_anchored(frame) or isinstance(
        ruled, Choices | RankingQuery | CompareQuery | DayQuery | CountQuery | NoSuchSpacewalk | NoneLater
    ):
        return True
    if frame.has(Concept.OUTSIDE, Concept.MOON):
        return True
    return len(frame.people) > 0 or all(m.sense.small or m.sense.names for m in frame.parsed.mentions)


def _is_anybody(ruled: CountQuery) -> bool:
    """Tell whether a list of people has no other condition than who they are."""
    return ruled.counted is Counted.LIST_OF_PEOPLE and ruled.selection.where == WalkFilter()


def _is_spelled_out(frame: Frame) -> bool:
    """Tell whether all names stand as they are written and not among strangers: "dealers" are no Sellers."""
    outright = any(min(mention.sense.names).strength < Strength.SURNAME for mention, _ in frame.named)
    return (outright or not frame.parsed.loose) and all(mention.distance < 1 for mention, _ in frame.named)


def _walks_left(frame: Frame, ruled: Reading | None) -> tuple[str, ...]:
    """Return the spacewalks that a reading by rule narrows a question down to; none where it does not."""
    if isinstance(ruled, WalksQuery):
        return ruled.spacewalks
    if isinstance(ruled, NothingInCommon):
        chosen = frame.selection(by_nation=False)
        return () if chosen.is_open else tuple(walk.id for walk, _ in selected(frame.corpus, chosen))
    if isinstance(ruled, Choices):
        places = [ref for ref in ruled.refs if ref.sort in _GROUPS]
        return tuple(walk.id for ref in places for walk in walks_of(frame.corpus, ref))
    if isinstance(ruled, CountQuery) and ruled.counted in {Counted.LIST, Counted.LIST_OF_PEOPLE}:
        return tuple(walk.id for walk, _ in selected(frame.corpus, ruled.selection))
    if isinstance(ruled, Query) and ruled.about.sort not in {Sort.TOPIC, Sort.STORY, Sort.RECORD}:
        return tuple(walk.id for walk in walks_of(frame.corpus, ruled.about))
    return ()


def _sure(reading: Reading, confidence: float) -> Reading:
    if isinstance(reading, OutOfScope | Choices | NoSuchSpacewalk | NothingInCommon | NoneLater):
        return reading
    return replace(reading, confidence=round(min(1.0, confidence), 3))


__all__ = ["MAX_CHARACTERS", "Counted", "Matcher", "Trace"]
