"""Brings each fact to its channel once.

The guarantee: for each subscription and local day there is one row in the ledger, and for each row at most one message.
Before a message is sent, the row says so; the message carries a nonce made of the row's key, by which Discord knows a
second sending for a few minutes; after that, or when another process sent it, the channel is read before anything is
sent again. What cannot be read is entered as `unknown`, what comes to nothing within the deadline as `missed`: nothing
is lost without a word.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, assert_never

import structlog
from sqlalchemy.exc import SQLAlchemyError

from bot.daily.picking import history_needed, pick
from bot.daily.plan import plan_one
from bot.daily.pool import DailyFact, Pool
from bot.daily.posting import Attempt, Failed, Malformed, NotThere, Post, Posted, Refused, Unreadable
from bot.store.ledger import LEASE, LONGEST_PAUSE, Delivery, Key, Ledger
from bot.store.steps import StepDue, Steps
from bot.store.subscriptions import Subscriptions
from bot.store.tables import Standing, State, StepState

_log: Final = structlog.stdlib.get_logger(__name__)

#: For how long after it was first used a nonce is relied on, in seconds. Discord says "a few minutes", and a request
#: may wait at its door for a hundred seconds of them.
NONCE_TRUSTED: Final = 60
#: A send is given up after so many seconds, well before its claim ends and somebody else takes over.
_SEND_SECONDS: Final = LEASE - 15
#: A fact that comes later than so many seconds is called late.
_LATE: Final = 900
#: So many seconds after the deadline, a post that still cannot be looked for is given up.
_LOOKED_FOR: Final = 86_400
#: Few enough that the event loop is held for a few milliseconds, even when they were due for weeks.
_PLANNED_AT_ONCE: Final = 25
_AT_ONCE: Final = 8
_PAUSES: Final = (5, 15, 60, 300, 900)
#: After a refusal somebody has to mend something, so there is no hurry.
_PAUSES_AFTER_REFUSAL: Final = (600, 1800)


@dataclass(slots=True)
class _Silence:
    """For how long Discord wants to be left alone, by everything that is sent here."""

    _until: int = 0

    def begin(self, now: int, seconds: float) -> None:
        """Keep silent for so many seconds, an hour at most."""
        self._until = max(self._until, now + min(round(seconds), LONGEST_PAUSE))

    def lasts(self, now: int) -> bool:
        """Tell whether to keep silent; an end too far off was set by a clock that was wrong."""
        return now < self._until <= now + LONGEST_PAUSE


@dataclass(frozen=True)
class Courier:
    """Plans, posts and follows up. `now` is in seconds since 1970; `pace` waits until the next post may go out.

    `uptime` is in seconds from any beginning; it is never set back as the clock may be.
    """

    subscriptions: Subscriptions
    ledger: Ledger
    steps: Steps
    pool: Pool
    post: Post
    now: Callable[[], float]
    pace: Callable[[], Awaitable[None]]
    uptime: Callable[[], float] = time.monotonic
    _nonces: dict[Key, float] = field(default_factory=dict, init=False, repr=False)
    _silence: _Silence = field(default_factory=_Silence, init=False, repr=False)

    async def round(self) -> None:
        """Do all there is to do now. Never more than a few at once; whoever else does the same is not disturbed."""
        for key in [key for key, begun in self._nonces.items() if self.uptime() - begun > NONCE_TRUSTED]:
            del self._nonces[key]
        while await self.ledger.plan(self._seconds(), plan_one, _PLANNED_AT_ONCE) == _PLANNED_AT_ONCE:
            pass  # each goes through the database, and so lets others have the loop
        async with asyncio.TaskGroup() as group:
            for delivery in await self._claimed(_AT_ONCE):
                group.create_task(self._work(delivery))
        while not self._silence.lasts(self._seconds()) and (due := await self.steps.claim(self._seconds(), _AT_ONCE)):
            async with asyncio.TaskGroup() as group:
                for step in due:
                    group.create_task(self._take(step))

    async def _claimed(self, most: int) -> Sequence[Delivery]:
        """Claim what is free, unless Discord wants to be left alone."""
        return [] if self._silence.lasts(self._seconds()) else await self.ledger.claim(self._seconds(), most)

    async def _work(self, first: Delivery) -> None:
        """Settle one delivery after the other until none is free."""
        claimed: Sequence[Delivery] = [first]
        while claimed:
            await self._deliver(claimed[0])
            claimed = await self._claimed(1)

    async def _deliver(self, delivery: Delivery) -> None:
        try:
            # discord.py waits by itself where Discord asks it to: no longer than the claim holds.
            async with asyncio.timeout(_SEND_SECONDS):
                await self._deliver_in_time(delivery)
        except TimeoutError:
            await self._again(delivery, "timeout")
        except (SQLAlchemyError, OSError):
            raise  # the database fails, and so would all others
        except Exception:  # noqa: BLE001 - what is wrong with one must not keep the others from coming
            _log.exception("a bug", where="a daily fact", channel=delivery.channel_id)
            await self._again(delivery, "our-bug")

    async def _again(self, delivery: Delivery, problem: str) -> None:
        """Try again later; what could not be looked for up to long after its deadline stays unknown."""
        now = self._seconds()
        if now >= delivery.deadline_at + _LOOKED_FOR:
            await self.ledger.ended(delivery, State.UNKNOWN, problem, now)
        else:
            await self.ledger.again(delivery, problem, self._next_try(delivery, _PAUSES))

    async def _deliver_in_time(self, delivery: Delivery) -> None:
        now = self._seconds()
        over = now >= delivery.deadline_at
        if delivery.sent_at is not None and (over or not self._knows_nonce(delivery, now)):
            match await self.post.find(delivery):
                case Posted() as found:
                    await self._settle(delivery, found)
                    return
                case Unreadable(problem):
                    await self.ledger.ended(delivery, State.UNKNOWN, problem, now)
                    return
                case Failed(problem) if now >= delivery.deadline_at + _LOOKED_FOR:
                    await self.ledger.ended(delivery, State.UNKNOWN, problem, now)
                    return
                case Failed() as failed:
                    await self._settle(delivery, replace(failed, perhaps=True))
                    return
                case NotThere():
                    delivery = replace(delivery, sent_at=None)
        if now < delivery.due_at:  # it was planned by a clock that was ahead
            later = min(delivery.due_at, now + LONGEST_PAUSE)
            await self.ledger.again(delivery, delivery.problem or "asleep", later, unsent=delivery.sent_at is None)
            return
        if over:
            await self.ledger.ended(delivery, State.MISSED, delivery.problem or "asleep", now)
            return
        await self._send(delivery)

    async def _send(self, delivery: Delivery) -> None:
        subscription = await self.subscriptions.by_id(delivery.key.subscription_id)
        if subscription is None:
            return
        if subscription.standing in {Standing.PAUSED, Standing.STOPPED}:
            await self._give_up(delivery, "halted")
            return
        fact = await self._fact(delivery)
        await self.pace()
        now, uptime = self._seconds(), self.uptime()
        if delivery.sent_at is None:
            self._nonces[delivery.key] = uptime
        if not await self.ledger.sending(delivery, fact.id, now if delivery.sent_at is None else delivery.sent_at):
            return
        if max(self._seconds() - now, self.uptime() - uptime) > _SEND_SECONDS:
            raise TimeoutError  # the machine slept, or stopped this process: somebody else may have taken over
        attempt = await self.post.post(delivery, subscription, fact)
        await self._settle(replace(delivery, fact=fact.id), attempt)

    def _knows_nonce(self, delivery: Delivery, now: int) -> bool:
        """Tell whether Discord still knows the nonce: it was used just now, by the clock and by this process itself."""
        begun = self._nonces.get(delivery.key)
        if begun is None or delivery.sent_at is None:
            return False
        return self.uptime() - begun <= NONCE_TRUSTED and abs(now - delivery.sent_at) <= NONCE_TRUSTED

    async def _fact(self, delivery: Delivery) -> DailyFact:
        """Return the fact that was chosen for a delivery, or choose it now."""
        day = delivery.key.local_date
        chosen = self.pool.tell(delivery.fact, day) if delivery.fact else None
        if chosen is None:
            told = await self.ledger.told_before(delivery.key.subscription_id, history_needed(self.pool))
            chosen = self.pool.tell(pick(self.pool, delivery.key.subscription_id, day, told), day)
        if chosen is None:
            raise LookupError("the pool does not know the fact that was picked from it")
        return chosen

    async def _settle(self, delivery: Delivery, attempt: Attempt) -> None:
        now = self._seconds()
        match attempt:
            case Posted(message_id, at):
                posted_at = now if at is None else at
                await self.ledger.posted(delivery, message_id, posted_at, late=posted_at - delivery.due_at > _LATE)
            case Refused():
                await self._refused(delivery, attempt)
            case Malformed(problem):
                _log.error("Discord takes a daily fact for malformed", fact=delivery.fact, problem=problem)
                await self._give_up(delivery, problem)
            case Failed(problem, perhaps, pause, by_all):
                if by_all:
                    self._silence.begin(now, pause)
                free_at = max(self._next_try(delivery, _PAUSES), now + min(round(pause), LONGEST_PAUSE))
                await self.ledger.again(delivery, problem, free_at, unsent=not perhaps and delivery.sent_at is None)
            case _:
                assert_never(attempt)

    async def _give_up(self, delivery: Delivery, problem: str) -> None:
        """Settle what Discord will not take, unless an earlier sending came through."""
        search = NotThere() if delivery.sent_at is None else await self.post.find(delivery)
        match search:
            case NotThere():
                await self.ledger.ended(delivery, State.MISSED, problem, self._seconds())
            case Unreadable():
                await self.ledger.ended(delivery, State.UNKNOWN, problem, self._seconds())
            case Posted():
                await self._settle(delivery, search)
            case Failed():
                await self._settle(delivery, replace(search, perhaps=True))

    async def _refused(self, delivery: Delivery, refused: Refused) -> None:
        """Try again later, since somebody may mend it meanwhile; say so to somebody who can, the first time."""
        now = self._seconds()
        first = await self.ledger.refused(delivery, refused.problem, now, lasting=refused.lasting)
        if refused.lasting:
            await self._give_up(delivery, refused.problem)
        else:
            free_at = self._next_try(delivery, _PAUSES_AFTER_REFUSAL)
            await self.ledger.again(delivery, refused.problem, free_at, unsent=delivery.sent_at is None)
        subscription = await self.subscriptions.by_id(delivery.key.subscription_id)
        if first and subscription is not None:
            await self.post.tell(subscription, refused.problem)

    async def _take(self, due: StepDue) -> None:
        now = self._seconds()
        match await self._taken(due, now):
            case Posted():
                await self.steps.settle(due, StepState.DONE)
            case Refused(problem) | Malformed(problem):
                await self.steps.settle(due, StepState.FAILED, problem)
            case Failed(problem, _, pause, by_all):
                if by_all:
                    self._silence.begin(now, pause)
                free_at = max(now + _pause(due.tries, _PAUSES), now + min(round(pause), LONGEST_PAUSE))
                if free_at >= due.deadline_at:
                    await self.steps.settle(due, StepState.FAILED, problem)
                else:
                    await self.steps.again(due, problem, free_at)

    async def _taken(self, due: StepDue, now: int) -> Attempt:
        """Take a step, unless it is too late for it."""
        if now >= due.deadline_at:
            return Refused("asleep")
        try:
            async with asyncio.timeout(_SEND_SECONDS):
                fact = await self.ledger.fact_of(due.key)
                told = self.pool.tell(fact, due.key.local_date) if fact else None
                return await self.post.take(due, told.title if told else f"{due.key.local_date}")
        except TimeoutError:
            return Failed("timeout", perhaps=True)
        except (SQLAlchemyError, OSError):
            raise  # the database fails, and so would all others
        except Exception:  # noqa: BLE001 - what is wrong with one must not keep the others from being taken
            _log.exception("a bug", where="a step after a daily fact", channel=due.channel_id)
            return Failed("our-bug", perhaps=True)

    def _next_try(self, delivery: Delivery, pauses: tuple[int, ...]) -> int:
        """Return when to try again: at the deadline, to settle what became of it, and with less hurry after that."""
        now = self._seconds()
        later = now + _pause(delivery.tries, pauses)
        return later if now >= delivery.deadline_at else min(later, delivery.deadline_at)

    def _seconds(self) -> int:
        return int(self.now())


def _pause(tries: int, pauses: tuple[int, ...]) -> int:
    return pauses[min(tries, len(pauses)) - 1]
