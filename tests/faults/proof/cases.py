"""Which cases there are: each trouble alone, what follows a lost answer, several couriers, and chance."""

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tests.faults.proof import troubles
from tests.faults.proof.troubles import Trouble

_SEED: Final = 1965_03_18
_COMBINED: Final = 240
_ON_POSTGRES: Final = 50
_SEVERAL: Final = 40
_STOPPED_ANYWHERE: Final = 10


@dataclass(frozen=True)
class Case:
    """What goes wrong in one case, and for whom. `number` is what its dice are made of."""

    kind: str
    troubles: Sequence[Trouble]
    number: int
    subscriptions: int = 1
    couriers: int = 1
    steps: bool = False
    in_thread: bool = False
    postgres: bool = False

    @property
    def dice(self) -> random.Random:
        """Return dice that fall the same way each time."""
        return random.Random(_SEED + self.number)  # noqa: S311 - chooses faults, guards no secret


def cases() -> Sequence[Case]:
    """Return all cases."""
    alone = [Case(trouble.kind, [trouble], 0, steps=True) for trouble in _alone()]
    archived = [Case(trouble.kind, [trouble], 0, in_thread=True) for trouble in troubles.ARCHIVED]
    doubt = [Case("after a lost answer", chosen, 0) for chosen in _after_lost_answers()]
    unreadable = [Case("unreadable after a lost answer", chosen, 0) for chosen in _in_doubt()]
    several = [_several(number) for number in range(_SEVERAL)]
    chance = [_combined(number) for number in range(_COMBINED)]
    return [
        *alone,
        *archived,
        *doubt,
        *unreadable,
        *several,
        *chance,
        *(_on_postgres(number) for number in range(_ON_POSTGRES)),
    ]


def _alone() -> Iterator[Trouble]:
    every = (
        *(*troubles.DROPS, *troubles.SERVER_ERRORS, *troubles.RATE_LIMITS, *troubles.SLOW, *troubles.REFUSALS),
        *(*troubles.UNREACHABLE, *troubles.STEPS, *troubles.CLOCK_SET, *troubles.CLOCK_WRONG, *troubles.ASLEEP),
        *(*troubles.STOPPED, *troubles.DATABASE_FAILS, *troubles.LOCKED, *troubles.TAKEN_OVER),
        *troubles.TAKEN_OVER_WRONGLY,
    )
    yield from (trouble for trouble in every if not trouble.point.startswith("again"))
    for _ in range(_STOPPED_ANYWHERE):
        yield from troubles.STOPPED_SOON


def _in_doubt() -> Iterator[Sequence[Trouble]]:
    """Yield what leaves a sender in doubt, and then a channel that cannot be read, at once and later."""
    for lost in troubles.LOST_ANSWERS:
        for then in (*troubles.UNREADABLE, *troubles.HIDDEN):
            yield [lost, then]
            yield from ([lost, later, then] for later in (troubles.RESTARTED, *troubles.LATER))


def _after_lost_answers() -> Iterator[Sequence[Trouble]]:
    for number, lost in enumerate(troubles.LOST_ANSWERS):
        settings = (*troubles.CLOCK_SET, *troubles.CLOCK_WRONG)
        overtaken = (*troubles.STOPPED, *troubles.TAKEN_OVER, *troubles.TAKEN_OVER_WRONGLY, *troubles.ASLEEP)
        noes = (*troubles.REFUSALS, *troubles.RATE_LIMITS, *troubles.UNREACHABLE)
        yield from ([lost, then] for then in (*noes[number::3], *settings[number::3], *overtaken[number::6]))
    for error in troubles.SERVER_ERRORS[1::2]:
        yield from ([error, then] for then in (*troubles.REFUSALS[::3], *troubles.RATE_LIMITS[3:]))


def _several(number: int) -> Case:
    couriers = 2 if number % 2 else 4
    dice = random.Random(_SEED * 2 + number)  # noqa: S311 - chooses faults, guards no secret
    chosen = [troubles.any_of(dice) for _ in range(dice.randint(1, 3))]
    return Case(
        f"{couriers} couriers at once", chosen, number, subscriptions=6, couriers=couriers, steps=number % 3 == 0
    )


def _combined(number: int) -> Case:
    dice = random.Random(_SEED * 3 + number)  # noqa: S311 - chooses faults, guards no secret
    chosen = [troubles.any_of(dice) for _ in range(dice.randint(1, 4))]
    return Case("combinations", chosen, number, couriers=dice.choice((1, 1, 1, 2)), steps=dice.random() < 1 / 3)


def _on_postgres(number: int) -> Case:
    dice = random.Random(_SEED * 4 + number)  # noqa: S311 - chooses faults, guards no secret
    chosen = [troubles.any_of(dice) for _ in range(dice.randint(1, 3))]
    couriers = dice.choice((1, 2, 4))
    return Case("on PostgreSQL", chosen, number, 1 if couriers == 1 else 3, couriers, number % 3 == 0, postgres=True)
