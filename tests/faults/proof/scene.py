"""One case: its own database and channels, one or more couriers that work on them, and what shall go wrong."""

import asyncio
import dataclasses
import random
import sqlite3
from collections import Counter
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from discord.http import Route
from sqlalchemy import func, select
from sqlalchemy.engine import URL
from sqlalchemy.exc import SQLAlchemyError

from bot.daily.courier import Courier
from bot.daily.schedule import Schedule
from bot.store.database import Database
from bot.store.subscriptions import Subscriptions, Wish
from bot.store.tables import Standing, deliveries, steps, subscriptions
from tests.faults.loopback import Loopback
from tests.faults.plan import Fault
from tests.faults.proof.clock import Clock, Watch
from tests.faults.proof.counting import Count, count
from tests.faults.proof.light import LightClient, daily_facts
from tests.faults.wire import ANNOUNCEMENT

HOUR: Final = 3600
DAY: Final = 24 * HOUR
#: How long a case is watched: past the deadline of what is due at its beginning.
WATCHED: Final = 8 * HOUR
#: After that, time for what a wrong clock had put off.
_LONGEST: Final = 4 * DAY
_HEARTBEAT: Final = 5
_ROUNDS: Final = 1000
_TURNS: Final = 60
_NOBODY: Final = "http://127.0.0.1:9"

Action = Callable[["Scene"], Awaitable[None]]


@dataclass(frozen=True)
class Stage:
    """What all cases share: a Discord, clients that are logged in, the time."""

    loopback: Loopback
    clients: Sequence[LightClient]
    clock: Clock
    guild_id: int


@dataclass
class Scene:
    """One case as it goes on."""

    stage: Stage
    databases: Sequence[Database]
    watch: Watch
    dice: random.Random
    channels: list[int] = field(default_factory=list)
    couriers: list[Courier] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    _planned: list[Fault] = field(default_factory=list)
    _at: list[tuple[str, int, Action, bool]] = field(default_factory=list)
    _reached: Counter[str] = field(default_factory=Counter)
    _fired: int = 0
    _rounds: asyncio.Task[None] | None = None
    _later: list[asyncio.Task[None]] = field(default_factory=list)

    # What a case sets up

    async def subscribe(self, many: int, *, steps: bool, in_thread: bool) -> None:
        """Make channels, or threads in them, with subscriptions that are due in a minute."""
        world = self.stage.loopback.world
        due = int(self.watch()) // 60 * 60 + 60
        schedule = Schedule(due % DAY // 60, "UTC")
        for number in range(many):
            channel = world.add_channel(self.stage.guild_id, f"facts-{number}", ANNOUNCEMENT)
            if in_thread:
                channel = int(world.start_thread(channel, {"name": "facts", "type": 10})["id"])
            wish = Wish(self.stage.guild_id, channel, schedule, world.bot_id, thread=steps, publish=steps)
            await Subscriptions(self.databases[0]).start(wish, due - 60)
            self.channels.append(channel)
        self.restart()

    def on_wire(self, method: str, path: str, fault: Fault, times: int | None = 1) -> None:
        """Plan a fault for the requests about each of the channels; `path` is what follows the channel."""
        for channel in self.channels:
            mine = dataclasses.replace(fault)  # told apart from others that look alike
            self._planned.append(mine)
            self.stage.loopback.plan.add(method, f"/channels/{channel}{path}", mine, times)

    def at(self, point: str, action: Action, nth: int = 1, *, fault: bool = True) -> None:
        """Do something when a point is come to, the how-manieth time from now on; it may be no fault but its end."""
        self._at.append((point, self._reached[point] + nth, action, fault))

    # What actions do

    async def reached(self, point: str) -> None:
        """Do what is planned for a point."""
        self._reached[point] += 1
        due = [each for each in self._at if each[:2] == (point, self._reached[point])]
        for each in due:
            self._at.remove(each)
            _, _, action, fault = each
            self._fired += fault
            await action(self)

    def stop(self) -> None:
        """Cancel what the couriers are at, as a process does that is told to stop; others start in their place."""
        if self._rounds is not None:
            self._rounds.cancel()

    def stop_soon(self) -> None:
        """Cancel what the couriers are at, after a few more steps of the event loop."""
        self._later.append(asyncio.create_task(self._stop_after(self.dice.randrange(_TURNS))))

    async def _stop_after(self, turns: int) -> None:
        for _ in range(turns):
            await asyncio.sleep(0)
        self.stop()

    def forbid_reading(self) -> None:
        """Take from the bot the right to read what was written in the channels."""
        for channel in self.channels:
            self.stage.loopback.world.forbid(channel, read_message_history=True)

    def reach(self, *, there: bool) -> None:
        """Let Discord be there to connect to, or nobody; at the end of a round it is there again."""
        Route.BASE = f"{self.stage.loopback.url if there else _NOBODY}/api/v10"

    def restart(self) -> None:
        """Let couriers start that remember nothing."""
        rest: Callable[[float], Awaitable[object]] = asyncio.sleep
        self.couriers = [
            _by(self.stage.clock, daily_facts(client, database, self.watch, rest).courier)
            for client, database in zip(self.stage.clients, self.databases[:-1], strict=False)
        ]

    async def another_round(self) -> None:
        """Let a courier of another process do a round while the others are in the middle of theirs."""
        client, database = self.stage.clients[-1], self.databases[-1]
        await _by(self.stage.clock, daily_facts(client, database, self.watch, asyncio.sleep).courier).round()

    # The case itself

    async def run(self) -> None:
        """Let time pass, round by round, until all that was due is settled or should be."""
        clock = self.stage.clock
        end = clock() + WATCHED
        while clock() < end:
            await self._round()
            clock.advance(min(await self._pause(), max(0.0, end - clock())))
        self.watch.ahead = 0.0
        self._at.clear()
        self.stage.loopback.plan.clear()
        await self._round()
        while clock() < end + _LONGEST and self._reached["round"] < _ROUNDS and await self._unsettled() is not None:
            clock.advance(min(await self._pause(), HOUR))
            await self._round()

    async def result(self) -> tuple[int, Count]:
        """Return how many faults there were, and how everything came out."""
        asked = {id(request.fault) for request in self.stage.loopback.requests}
        found = await count(self.stage.loopback.world, self.databases[0], self.watch())
        found.wrong += self.problems
        found.untrue += len(self.problems)
        return self._fired + sum(id(fault) in asked for fault in self._planned), found

    async def _round(self) -> None:
        self._rounds = asyncio.create_task(self._all())
        try:
            await self._rounds
        except asyncio.CancelledError:
            current = asyncio.current_task()
            if current is not None and current.cancelling():
                raise
            self.restart()
        finally:
            self._rounds = None
            self.reach(there=True)

    async def _all(self) -> None:
        await self.reached("round")
        async with asyncio.TaskGroup() as group:
            for courier in self.couriers:
                group.create_task(self._one(courier))

    async def _one(self, courier: Courier) -> None:
        """Do a round; what may go wrong with databases is waited out, as the bot does."""
        try:
            await courier.round()
        except* (SQLAlchemyError, sqlite3.Error, OSError):
            pass
        except* Exception as failures:  # noqa: BLE001 - whatever it is, it is reported as a bug
            self.problems += [f"a bug: {failure!r}" for failure in failures.exceptions]

    async def _unsettled(self) -> int | None:
        """Return when next there is something to do that was due, None where all is settled."""
        async with self.databases[0].reading() as connection:
            first = select(func.min(deliveries.c.free_at)).where(deliveries.c.due_at <= self.watch())
            moments = [(await connection.execute(first)).scalar()]
            moments.append((await connection.execute(select(func.min(steps.c.free_at)))).scalar())
        return min((moment for moment in moments if moment is not None), default=None)

    async def _pause(self) -> float:
        """Return for how many seconds nothing is to be done; never less than the bot rests between rounds."""
        async with self.databases[0].reading() as connection:
            active = subscriptions.c.standing == Standing.ACTIVE
            planned = await connection.execute(select(func.min(subscriptions.c.next_due_at)).where(active))
            moments = [planned.scalar(), await self._unsettled()]
        left = [moment - self.watch() for moment in moments if moment is not None]
        return max(_HEARTBEAT, min(left, default=DAY))


def _by(clock: Clock, courier: Courier) -> Courier:
    """Let a courier know by the right clock for how long its process runs."""
    return dataclasses.replace(courier, uptime=clock)


@asynccontextmanager
async def opened(stage: Stage, addresses: Sequence[URL], dice: random.Random) -> AsyncIterator[Scene]:
    """Give a scene whose couriers each have a connection of their own."""
    databases = [Database(address) for address in addresses]
    try:
        yield Scene(stage, databases, Watch(stage.clock), dice)
    finally:
        for database in databases:
            await database.close()


def locked(file: Path) -> sqlite3.Connection:
    """Take the right to write from everybody until the connection is closed."""
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    return connection
