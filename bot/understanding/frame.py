"""A parsed question in terms of the subject: what is said, and the spacewalks and people that its conditions leave."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any, Final

from bot.corpus import Sort
from bot.corpus.models import Operator
from bot.corpus.record_models import PersonFilter, WalkFilter
from bot.corpus.standings import anybody_counts
from bot.corpus.vocabulary import Concept
from bot.understanding.conditions import FIELD_OF, OPERATORS, at_place, kind_of_people, kind_of_walk
from bot.understanding.dates import Named
from bot.understanding.mentions import Mention
from bot.understanding.periods import lengths, names_no_day, period
from bot.understanding.reading import Selection
from bot.understanding.said import NATIONS, Said

_RUSSIA: Final = ("Russia",)
_USSR_AND_RUSSIA: Final = ("USSR", "Russia")
#: Conditions that can be met and not ruled out.
_NEVER_RULED_OUT: Final = frozenset(
    {
        *(Concept.WOMAN, Concept.HUBBLE, Concept.PRIVATE, Concept.SOLO, Concept.CREW_TRANSFER),
        *(Concept.EUROPEAN, Concept.ARAB, Concept.AFRICAN_AMERICAN, Concept.NATIVE_AMERICAN),
    }
)


@dataclass(frozen=True)
class Frame(Said):
    """What a parsed question says and which spacewalks and people that leaves, ready to be asked about."""

    @cached_property
    def chosen(self) -> Selection:
        """The spacewalks and people that all conditions of the question leave."""
        return self.selection()

    def selection(
        self, *, by_nation: bool | None = None, crew: Iterable[str] = (), lengths: bool = True, places: bool = True
    ) -> Selection:
        """Return the spacewalks and people that all conditions of the question leave.

        `by_nation` says whether a country stands for the people who flew for it or for who ran the spacewalk; left
        out, that follows from what the question is about. Without `lengths` or `places` these are no conditions.
        """
        where = self._where(tuple(crew), lengths=lengths, places=places)
        who = kind_of_people(self)
        nations = self.nations
        run = [OPERATORS[nation] for nation in nations if nation in OPERATORS]
        as_people = self.about_people if by_nation is None else by_nation
        if nations and (as_people or len(run) < len(nations) or self.has(Concept.WOMAN, Concept.MAN)):
            who["nation"] = nations
        elif nations:
            where["operator"] = tuple(run)
        elif refused := tuple(chain.from_iterable(self.nations_refused)) if "not_nation" not in who else ():
            run = [operator for nation, operator in OPERATORS.items() if nation in refused]
            if as_people:
                who["not_nation"] = refused
            else:
                where["operator"] = tuple(operator for operator in Operator if operator not in run)
        of_any_year = next((named[0] for named in self.dates if named[0].month and not named[0].year), Named())
        walks = WalkFilter.model_validate(where)
        return Selection(
            walks,
            self._with_forerunner(walks, PersonFilter.model_validate(who)),
            self.all_female,
            of_any_year.month,
            of_any_year.day,
        )

    @cached_property
    def has_more_than_conditions(self) -> bool:
        """Whether something is named that no selection of spacewalks can express: a jetpack, a spacewalk itself."""
        named = [refs for refs in self.places if refs[0].sort is not Sort.SPACEWALK]
        filters = self._where(())
        return len(named) < len(self.places) or (bool(named) and filters.keys().isdisjoint(FIELD_OF.values()))

    @cached_property
    def leaves_out(self) -> bool:
        """Whether something is said that no selection can hold.

        A man and a woman together, no women, no station, a year of birth, an American on a Russian station, who has not
        been out, a day that no month has.
        """
        both_sexes = self.has(Concept.WOMAN) and self.has(Concept.MAN) and self.has(Concept.TOGETHER)
        by_birth = self.has(Concept.BORN) and bool(self.dates)
        never_out = self.denies(Concept.SPACEWALK, Concept.OUTSIDE)
        said_so = both_sexes or by_birth or never_out or self.nations_apart or names_no_day(self)
        return said_so or any(map(self._is_left_out, self.denied))

    def _is_left_out(self, denied: Mention) -> bool:
        concepts, nations = denied.sense.concepts, self.nations_of(denied)
        if denied.date or denied.sense.decade:
            return not self.dates
        if nations and not self.nations:
            return not (self.about_people or OPERATORS.keys() >= set(nations))
        named = bool(denied.sense.names) and self.refs(denied)[0].sort not in NATIONS
        return named or not concepts.isdisjoint(_NEVER_RULED_OUT)

    def _with_forerunner(self, where: WalkFilter, who: PersonFilter) -> PersonFilter:
        """Let Russia mean the USSR too, as people say, where nobody of today's Russia can be meant."""
        if who.nation != _RUSSIA or anybody_counts(self.corpus, where, who, everyone=self.all_female):
            return who
        wider = who.model_copy(update={"nation": _USSR_AND_RUSSIA})
        return wider if anybody_counts(self.corpus, where, wider, everyone=self.all_female) else who

    def _where(self, crew: tuple[str, ...], *, lengths: bool = True, places: bool = True) -> dict[str, Any]:
        where: dict[str, Any] = {"crew": crew} if crew else {}
        for refs in self.places if places else ():
            for field, values in at_place(self.corpus, refs).items():
                where[field] = (*where.get(field, ()), *values)
        return where | self._kind_of_walk | self._period | (self._lengths if lengths else {})

    @cached_property
    def _kind_of_walk(self) -> dict[str, Any]:
        return kind_of_walk(self)

    @cached_property
    def _period(self) -> dict[str, str]:
        return period(self)

    @cached_property
    def _lengths(self) -> dict[str, str]:
        return lengths(self)
