"""What the proof counts: a proof that cannot fail proves nothing."""

import datetime as dt
from pathlib import Path

import pytest
from sqlalchemy import update

from bot.corpus import Ref, Sort
from bot.daily.plan import plan_one
from bot.daily.schedule import Schedule
from bot.discord_app.presses import Press, Verb
from bot.store.database import Database, file_address
from bot.store.ledger import Key, Ledger
from bot.store.subscriptions import Subscriptions, Wish
from bot.store.tables import State, deliveries
from bot.store.upgrading import upgrade
from tests.faults.proof.counting import Count, count
from tests.faults.world import World

_HOUR = 3600
_NOON = 1_773_835_200
_KEY = Key(1, dt.date(2026, 3, 18))


class Ending:
    """A channel and a ledger of one delivery, as they may be in the end."""

    def __init__(self, file: Path) -> None:
        self.world = World(lambda: float(_NOON), 180)
        self.channel = self.world.add_channel(self.world.add_guild("Astronomy club"), "facts")
        self._database = Database(file_address(file))

    async def count(self, state: State | None, messages: int, key: Key = _KEY) -> Count:
        """Count what there is when a delivery ended in a state, and so many messages carry its number."""
        await upgrade(self._database)
        wish = Wish(1, self.channel, Schedule(720, "UTC"), made_by=1)
        await Subscriptions(self._database).start(wish, _NOON - _HOUR)
        if state is not None:
            await Ledger(self._database, 6 * _HOUR).plan(_NOON, plan_one, 1)
            async with self._database.writing() as connection:
                await connection.execute(update(deliveries).values(state=state))
        button = {"type": 2, "custom_id": Press(Verb.READ, Ref(Sort.SPACEWALK, "voskhod-2"), key.number).custom_id}
        for _ in range(messages):
            self.world.post(self.channel, {"content": "fact", "components": [{"type": 1, "components": [button]}]})
        found = await count(self.world, self._database, _NOON + 7 * _HOUR)
        await self._database.close()
        return found


@pytest.fixture
def ending(tmp_path: Path) -> Ending:
    """A channel and a ledger."""
    return Ending(tmp_path / "facts.sqlite")


@pytest.mark.parametrize(
    ("state", "messages", "found"),
    [
        (State.POSTED, 1, Count(posts=1)),
        (State.LATE, 1, Count(posts=1)),
        (State.MISSED, 0, Count(missed=1)),
        (State.UNKNOWN, 0, Count(unknown=1)),
        (State.UNKNOWN, 1, Count(posts=1, unknown=1)),
    ],
)
async def test_what_is_as_the_ledger_says(ending: Ending, state: State, messages: int, found: Count) -> None:
    assert await ending.count(state, messages) == found


@pytest.mark.parametrize(
    ("state", "messages", "figures"),
    [
        (State.POSTED, 2, {"duplicates": 1, "lost": 0, "untrue": 0}),
        (State.UNKNOWN, 3, {"duplicates": 2, "lost": 0, "untrue": 0}),
        (State.POSTED, 0, {"duplicates": 0, "lost": 1, "untrue": 0}),
        (State.DUE, 0, {"duplicates": 0, "lost": 1, "untrue": 0}),
        (State.CLAIMED, 1, {"duplicates": 0, "lost": 1, "untrue": 0}),
        (None, 0, {"duplicates": 0, "lost": 1, "untrue": 0}),
        (State.MISSED, 1, {"duplicates": 0, "lost": 0, "untrue": 1}),
    ],
)
async def test_what_is_wrong_is_counted_and_told(
    ending: Ending, state: State | None, messages: int, figures: dict[str, int]
) -> None:
    found = await ending.count(state, messages)
    assert {name: getattr(found, name) for name in figures} == figures
    assert found.wrong


async def test_a_message_of_a_day_that_the_ledger_does_not_know_is_untrue(ending: Ending) -> None:
    found = await ending.count(State.MISSED, 1, Key(1, dt.date(2026, 3, 19)))
    assert (found.missed, found.untrue) == (1, 1)
