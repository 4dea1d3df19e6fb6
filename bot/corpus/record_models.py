"""Records as editors define them: whose, which measure, what counts, which end of the scale, what about ties."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from bot.corpus.models import Kind, Model, Named, Operator, Slugs
from bot.corpus.values import Day, Line, Lines, Minutes

#: Which measures each subject has.
MEASURES: dict[str, tuple[str, ...]] = {
    "spacewalk": ("duration", "start", "crew_size"),
    "person": (
        "spacewalks",
        "time",
        "first_day",
        "age",
        "spacewalks_in_a_year",
        "spacewalks_in_a_mission",
        "time_in_a_mission",
        "career",
    ),
    "crew": ("spacewalks", "time"),
    "year": ("spacewalks", "time", "people"),
    "mission": ("spacewalks", "time"),
    "station": ("spacewalks", "time", "people"),
    "country": ("spacewalks", "people", "time"),
    "moment": ("people",),
    "gap": ("days",),
}

Subject = Literal["spacewalk", "person", "crew", "year", "mission", "station", "country", "moment", "gap"]
Measure = Literal[
    "duration",
    "start",
    "crew_size",
    "spacewalks",
    "time",
    "first_day",
    "age",
    "spacewalks_in_a_year",
    "spacewalks_in_a_mission",
    "time_in_a_mission",
    "career",
    "people",
    "days",
]


class WalkFilter(Model):
    """Which spacewalks count. Every condition that is given must hold; a list means any of its items."""

    kind: tuple[Kind, ...] = ()
    operator: tuple[Operator, ...] = ()
    programme: Lines = ()
    station: Lines = ()
    vehicle: Lines = ()
    mission: Lines = ()
    airlock: Lines = ()
    suit: Lines = ()
    tag: Slugs = ()
    without_tag: Slugs = ()
    crew: Slugs = ()
    since: Day | None = None
    until: Day | None = None
    crew_size: int | None = Field(default=None, ge=1, strict=True)
    longer_than: Minutes | None = None
    shorter_than: Minutes | None = None


class PersonFilter(Model):
    """Which people count. Every condition that is given must hold; a list means any of its items."""

    sex: Literal["F", "M"] | None = None
    nation: Lines = ()
    not_nation: Lines = ()
    agency: Lines = ()
    tag: Slugs = ()


class Ranking(Model):
    """A question of who stands where: what is ranked by which measure, from which end, and what counts.

    `who` restricts the people; of a crew at least one must fit, or with `everyone` all of them.
    `outside_fully` leaves out those who stayed at the hatch. `rank` 2 asks for the runner-up.
    """

    of: Subject
    measure: Measure
    order: Literal["most", "least"]
    where: WalkFilter = WalkFilter()
    who: PersonFilter = PersonFilter()
    everyone: bool = Field(default=False, strict=True)
    outside_fully: bool = Field(default=False, strict=True)
    rank: int = Field(default=1, ge=1, strict=True)
    ties: Literal["all", "earliest"] = "all"

    @model_validator(mode="after")
    def _measure_fits_subject(self) -> Self:
        if self.measure not in MEASURES[self.of]:
            raise ValueError(f"a {self.of} has no measure '{self.measure}'; it has {', '.join(MEASURES[self.of])}")
        return self


class RecordDefinition(Ranking, Named):
    """A ranking that has a name: computed from the tables each time, never typed in."""

    published: Annotated[Line | None, Field(default=None)]
    caveat: Line | None = None

    @property
    def ranking(self) -> Ranking:
        """What is ranked, without the name: equal to that of a question that asks for the same."""
        return Ranking(**{field: getattr(self, field) for field in Ranking.model_fields})
