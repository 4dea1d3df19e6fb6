"""One database and one Discord, and the processes that come and go: what they share, and where they are killed."""

import time
from collections import defaultdict
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from sqlalchemy.engine import URL

from bot.daily.schedule import Schedule
from bot.store.database import Database
from bot.store.subscriptions import Subscriptions, Wish
from bot.store.upgrading import upgrade
from tests.faults.loopback import Loopback
from tests.faults.proof.clock import Beat
from tests.faults.proof.counting import Count, count_each
from tests.faults.proof.worker import quiet
from tests.faults.wire import ANNOUNCEMENT

#: A little longer than a claim holds, in seconds.
LEASE: Final = 61.0
_MINUTE: Final = 60
_DAY: Final = 86_400
_MESSAGES: Final = "/channels/*/messages"


@dataclass(frozen=True)
class Where:
    """Where a process is killed: by itself when it comes to a point, or by the loopback at a request."""

    kind: str
    point: tuple[str, int] | None = None
    wire: tuple[str, Literal["before", "accepted", "answered"]] | None = None


#: Every step between claim, send and record. What looks for a post comes after what leaves one in doubt.
STEPS: Final = (
    Where("kill -9 before the claim", ("plan:uncommitted", 1)),
    Where("kill -9 before the claim", ("claim:before", 1)),
    Where("kill -9 before the claim", ("claim:uncommitted", 1)),
    Where("kill -9 after the claim", ("claim:after", 1)),
    Where("kill -9 after the claim", ("sending:before", 1)),
    Where("kill -9 after the claim", ("sending:uncommitted", 2)),
    Where("kill -9 before the request", ("sending:after", 1)),
    Where("kill -9 before the request", ("post:before", 2)),
    Where("kill -9, not accepted", wire=(_MESSAGES, "before")),
    Where("kill -9, accepted", wire=(_MESSAGES, "accepted")),
    Where("kill -9 while looking for a post", ("find:before", 1)),
    Where("kill -9, accepted", wire=(_MESSAGES, "accepted")),
    Where("kill -9 while looking for a post", ("find:after", 1)),
    Where("kill -9 once answered", wire=(_MESSAGES, "answered")),
    Where("kill -9 once answered", ("post:after", 1)),
    Where("kill -9 before it is recorded", ("posted:before", 1)),
    Where("kill -9 before it is recorded", ("posted:uncommitted", 2)),
    Where("kill -9 after it is recorded", ("posted:after", 2)),
    Where("kill -9 in a step after it", wire=(f"{_MESSAGES}/*/threads", "accepted")),
    Where("kill -9 in a step after it", wire=(f"{_MESSAGES}/*/crosspost", "before")),
    Where("kill -9 in a step after it", ("step-settle:uncommitted", 1)),
)


@dataclass
class Time:
    """The time of a chain, for its Discord and for its processes alike."""

    beat: Beat

    def __call__(self) -> float:
        return self.beat.at(time.time())

    def skip(self, seconds: float) -> None:
        """Let time pass while no process is there."""
        self.beat = replace(self.beat, ahead=self.beat.ahead + seconds)


@dataclass
class Chain:
    """What the processes work on."""

    address: URL
    loopback: Loopback
    time: Time
    guild_id: int = field(init=False)
    _kinds: dict[int, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.guild_id = self.loopback.world.add_guild("Astronomy club")

    @property
    def database(self) -> str:
        """The address as a process takes it."""
        return self.address.render_as_string(hide_password=False)

    async def subscribe(self, many: int, kind: str) -> None:
        """Make channels with subscriptions that have just become due, to be counted under a kind of fault."""
        due = int(self.time()) // _MINUTE * _MINUTE
        schedule = Schedule(due % _DAY // _MINUTE, "UTC")
        world = self.loopback.world
        async with self._connected() as database:
            await upgrade(database)
            for number in range(many):
                channel = world.add_channel(self.guild_id, f"facts-{number}", ANNOUNCEMENT)
                self._kinds[channel] = kind
                wish = Wish(self.guild_id, channel, schedule, world.bot_id, thread=True, publish=True)
                await Subscriptions(database).start(wish, due - 1)

    async def is_quiet(self) -> bool:
        """Tell whether all that was due is settled."""
        async with self._connected() as database:
            return await quiet(database, self.time())

    async def count(self) -> Mapping[str, Count]:
        """Count how everything came out, by the kinds of fault."""
        found: defaultdict[str, Count] = defaultdict(Count)
        async with self._connected() as database:
            for channel, each in (await count_each(self.loopback.world, database, self.time())).items():
                found[self._kinds[channel]].add(each)
        return found

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[Database]:
        database = Database(self.address)
        try:
            yield database
        finally:
            await database.close()
