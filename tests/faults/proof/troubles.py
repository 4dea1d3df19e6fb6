"""What may go wrong, one at a time: on the wire, with the clock, with the database, with the process."""

import asyncio
import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from sqlalchemy.exc import OperationalError

from tests.faults.plan import Delay, Drop, Fault, RateLimit, Refuse, ServerError
from tests.faults.proof.scene import DAY, HOUR, Action, Scene, locked

YEARS: Final = 5 * 365 * DAY
#: Longer than the lease of a claim.
_LEASE: Final = 70
_MESSAGES: Final = "/messages"
_THREAD: Final = "/messages/*/threads"
_PUBLISH: Final = "/messages/*/crosspost"


@dataclass(frozen=True)
class Trouble:
    """One thing that goes wrong. `kind` is the line of the table it is counted in."""

    kind: str
    arrange: Callable[[Scene], None]
    #: Where it happens, if not on the wire.
    point: str = ""


def _wire(kind: str, fault: Fault, times: int | None = 1, path: str = _MESSAGES, method: str = "POST") -> Trouble:
    return Trouble(kind, lambda scene: scene.on_wire(method, path, fault, times))


def _point(kind: str, point: str, action: Action, nth: int = 1) -> Trouble:
    return Trouble(kind, lambda scene: scene.at(point, action, nth), point)


# On the wire

DROPS: Final = [_wire("connection dropped", Drop(after_accepting=after)) for after in (False, True)]
SERVER_ERRORS: Final = [
    _wire("500, 502, 503, 504", ServerError(status, after), times)
    for status, times in ((500, 1), (502, 3), (504, 1), (500, 5), (502, 10), (503, 1), (503, 2))
    for after in (False, True)
]
RATE_LIMITS: Final = [
    _wire("429", RateLimit(seconds, via), times)
    for seconds, via, times in (
        (2, True, 2),
        (25, True, 3),
        (31, True, 1),
        (900, True, 1),
        (20, False, 1),
        (900, False, 2),
    )
]
#: Discord's own door gives a request up after a hundred seconds; later than that, none is carried out.
SLOW: Final = [
    *(_wire("no answer in time", Delay(seconds)) for seconds in (20, 50, 70, 100)),
    *(_wire("no answer in time", Delay(seconds, after_accepting=True)) for seconds in (20, 50, 90, 200)),
]
REFUSALS: Final = [
    _wire("403, 404, 400", Refuse(status, code), times)
    for status, code in ((403, 50013), (403, 50001), (404, 10003), (400, 50035), (400, 50083))
    for times in (1, 2, None)
]
ARCHIVED: Final = [_wire("archived thread", Refuse(400, 50083), times) for times in (1, 2, 3, None)]
UNREADABLE: Final = [
    _wire("channel cannot be read", fault, times, method="GET")
    for fault, times in (
        (Refuse(403, 50001), None),
        (Refuse(403, 50013), 1),
        (Refuse(404, 10003), None),
        (ServerError(500), 7),
        (ServerError(503), 2),
        (Drop(), 4),
        (RateLimit(900), 1),
        (RateLimit(60, via=False), 1),
    )
]
STEPS: Final = [
    _wire("thread, publishing", fault, times, path)
    for path in (_THREAD, _PUBLISH)
    for fault, times in (
        (ServerError(500, after_accepting=True), 1),
        (ServerError(503, after_accepting=True), 1),
        (ServerError(502), 12),
        (Drop(after_accepting=True), 1),
        (Drop(), 2),
        (RateLimit(600), 1),
        (RateLimit(30, via=False), 1),
        (Delay(70, after_accepting=True), 1),
        (Refuse(403, 50013), 1),
        (Refuse(404, 10008), 1),
    )
]
#: What leaves the sender in doubt, for that which goes wrong afterwards.
LOST_ANSWERS: Final = [
    _wire("lost answer", fault, times)
    for fault, times in (
        (Drop(after_accepting=True), 1),
        (ServerError(503, after_accepting=True), 1),
        (Delay(50, after_accepting=True), 1),
    )
]


# Nobody is there to connect to.


async def _back(scene: Scene) -> None:
    scene.reach(there=True)


def _unreachable(seconds: float) -> Trouble:
    async def away(scene: Scene) -> None:
        scene.stage.clock.advance(seconds)
        scene.reach(there=False)
        scene.at("post:after", _back, fault=False)

    return _point("Discord unreachable", "post:before", away)


UNREACHABLE: Final = [_unreachable(seconds) for seconds in (0, 30)]


# The history of a channel is empty for whoever may not read it: no error, no messages.


async def _forbid_reading(scene: Scene) -> None:
    scene.forbid_reading()


HIDDEN: Final = [_point("channel cannot be read", "post:after", _forbid_reading)]


# The clock


def _ahead(seconds: float) -> Action:
    async def change(scene: Scene) -> None:
        scene.watch.ahead += seconds

    return change


def _asleep(seconds: float) -> Action:
    async def sleep(scene: Scene) -> None:
        scene.stage.clock.advance(seconds)

    return sleep


#: Where a clock may be set, or a machine sleep: between rounds, and in the middle of one.
_MOMENTS: Final = ("claim:after", "sending:after", "post:after", "again:after", "posted:before", "posted:after")


def _and_back(point: str, seconds: float, later: int) -> Trouble:
    def arrange(scene: Scene) -> None:
        async def change(scene: Scene) -> None:
            scene.watch.ahead += seconds
            scene.at("round", _ahead(-seconds), later, fault=False)

        scene.at(point, change)

    return Trouble("clock wrong, then right", arrange, point)


CLOCK_SET: Final = [
    _point("clock set back", point, _ahead(-seconds)) for point in _MOMENTS for seconds in (300, 3000, HOUR, DAY)
]
CLOCK_WRONG: Final = [
    _and_back(point, seconds, later)
    for point in ("round", "sending:after", "again:after")
    for seconds, later in ((600, 2), (HOUR, 2), (DAY, 1), (2 * DAY, 3), (YEARS, 2), (-YEARS, 2), (-DAY, 3), (-600, 1))
]
ASLEEP: Final = [
    _point("process asleep", point, _asleep(seconds)) for point in _MOMENTS for seconds in (_LEASE, 7 * HOUR, 2 * DAY)
]


LATER: Final = [_point("process asleep", "again:after", _asleep(seconds)) for seconds in (150, 7 * HOUR)]


# The process


async def _stop(scene: Scene) -> None:
    scene.stop()


async def _stop_soon(scene: Scene) -> None:
    scene.stop_soon()


_AWAITS: Final = [
    f"{name}:{when}"
    for name in ("plan", "claim", "sending", "posted", "step-claim", "step-settle")
    for when in ("before", "uncommitted", "after")
] + ["post:before", "post:after", "take:before", "take:after"]
STOPPED: Final = [_point("courier cancelled", point, _stop) for point in _AWAITS]
#: A process ends just after it lost an answer; the next one knows nothing of that.
RESTARTED: Final = _point("courier cancelled", "again:after", _stop)
STOPPED_SOON: Final = [_point("courier cancelled", point, _stop_soon) for point in ("claim:before", "post:before")]


# The database


async def _fail(_scene: Scene) -> None:
    raise OperationalError("", None, OSError("the database is gone"))


def _lock(seconds: float) -> Action:
    async def take(scene: Scene) -> None:
        file = scene.databases[0].file
        if file is None:
            await _fail(scene)
            return
        held = locked(file)
        asyncio.get_running_loop().call_later(seconds, held.close)

    return take


DATABASE_FAILS: Final = [
    _point("database fails", f"{name}:{when}", _fail)
    for name in ("plan", "claim", "sending", "posted", "again", "step-claim", "step-settle")
    for when in ("before", "uncommitted")
]
#: A writer holds the file for a while; the longer one for longer than is waited for.
LOCKED: Final = [
    _point("database locked", f"{name}:before", _lock(seconds))
    for name in ("plan", "claim", "sending", "posted", "step-settle")
    for seconds in (0.05, 0.3)
]


# Another courier


def _taken_over(point: str, seconds: float) -> Trouble:
    async def act(scene: Scene) -> None:
        scene.watch.ahead += seconds
        await scene.another_round()

    return _point("lease ran out meanwhile", point, act)


def _stalled(seconds: float) -> Trouble:
    async def act(scene: Scene) -> None:
        scene.stage.clock.advance(seconds)
        await scene.another_round()

    return _point("lease ran out meanwhile", "sending:after", act)


_IN_BETWEEN: Final = ("claim:after", "sending:before", "sending:after", "post:before", "post:after", "posted:before")
TAKEN_OVER: Final = [
    *(_taken_over(point, seconds) for point in _IN_BETWEEN for seconds in (_LEASE, 150)),
    *(_stalled(seconds) for seconds in (_LEASE, 200, HOUR, 7 * HOUR)),
]
#: By a process whose clock is ahead by hours, which takes everything for over.
TAKEN_OVER_WRONGLY: Final = [_taken_over(point, 7 * HOUR) for point in _IN_BETWEEN]


def any_of(dice: random.Random) -> Trouble:
    """Return any trouble; lost answers come more often than others, since what follows them matters most."""
    group = dice.choice(
        [
            *(DROPS, SERVER_ERRORS, RATE_LIMITS, SLOW, REFUSALS, UNREADABLE, STEPS, LOST_ANSWERS, LOST_ANSWERS),
            *(UNREACHABLE, HIDDEN, CLOCK_SET, CLOCK_WRONG, ASLEEP, STOPPED, STOPPED_SOON, DATABASE_FAILS, TAKEN_OVER),
        ]
    )
    return dice.choice(group)
