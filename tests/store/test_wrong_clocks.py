"""What becomes of days that pass while the clock is wrong, on both databases."""

import datetime as dt

import pytest

from bot.daily.plan import plan_one
from bot.daily.schedule import Schedule
from bot.store.database import Database
from bot.store.ledger import Delivery, Ledger
from bot.store.subscriptions import Subscriptions, Wish
from bot.store.tables import State

_HOUR = 3600
_DAY = 24 * _HOUR
_YEARS = 5 * 365 * _DAY
#: 18 March 2026, noon UTC, when the first fact is due.
_NOON = 1_773_835_200
_FIRST = dt.date(2026, 3, 18)


class Planner:
    """A ledger with one subscription for noon."""

    def __init__(self, database: Database) -> None:
        self.ledger = Ledger(database, 6 * _HOUR)

    async def at(self, now: int) -> None:
        """Plan at a moment."""
        while await self.ledger.plan(now, plan_one, 10):
            pass

    async def found(self) -> dict[dt.date, Delivery]:
        """Return what is in the ledger, by its days."""
        return {delivery.key.local_date: delivery for delivery in await self.ledger.latest(1, 1000)}


@pytest.fixture
async def planner(database: Database) -> Planner:
    """A subscription that was made an hour before the first noon."""
    await Subscriptions(database).start(Wish(1, 2, Schedule(720, "UTC"), made_by=3), _NOON - _HOUR)
    return Planner(database)


@pytest.mark.parametrize("wrong", [_YEARS, 100 * _DAY])
async def test_a_day_that_came_while_the_clock_was_ahead_is_planned_when_it_is_right_again(
    planner: Planner, wrong: int
) -> None:
    await planner.at(_NOON - 60 + wrong)
    await planner.at(_NOON + 60)
    found = await planner.found()
    assert found[_FIRST].state is State.DUE
    await planner.at(_NOON + _DAY)
    assert (await planner.found())[_FIRST + dt.timedelta(days=1)].state is State.DUE


async def test_all_days_that_came_while_the_clock_was_ahead_are_accounted_for(planner: Planner) -> None:
    await planner.at(_NOON)
    await planner.at(_NOON + 60 + _YEARS)
    await planner.at(_NOON + 3 * _DAY)
    found = await planner.found()
    days = [found[_FIRST + dt.timedelta(days=number)].state for number in range(4)]
    assert days == [State.DUE, State.MISSED, State.MISSED, State.DUE]


async def test_a_clock_that_was_behind_brings_nothing_of_before_the_subscription(planner: Planner) -> None:
    await planner.at(_NOON - 2 * _YEARS)
    await planner.at(_NOON + 60)
    assert list(await planner.found()) == [_FIRST]


async def test_a_subscription_made_while_the_clock_was_ahead_is_served_from_when_it_is_right(
    database: Database,
) -> None:
    wish = Wish(1, 2, Schedule(720, "UTC"), made_by=3)
    await Subscriptions(database).start(wish, _NOON - _HOUR + _YEARS)
    planner = Planner(database)
    await planner.at(_NOON - 60)
    await planner.at(_NOON + 60)
    assert list(await planner.found()) == [_FIRST]


async def test_days_before_the_subscription_was_made_are_not_entered_when_a_clock_was_wrong(planner: Planner) -> None:
    await planner.at(_NOON - 60 + _YEARS)
    await planner.at(_NOON + 60)
    before = [day for day in await planner.found() if day < _FIRST]
    assert before == []
