"""The ledger of deliveries: planned once a day, claimed by one process at a time, settled once and for all.

A delivery that is not settled has a moment, `free_at`, from which on anybody may claim it; claiming moves that moment
behind a lease. So any number of processes may try, and one that dies holds nothing up for longer than the lease.
"""

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import structlog
from sqlalchemy import ColumnElement, Row, Select, Update, and_, bindparam, func, or_, select, tuple_, update

from bot.daily.schedule import LONGEST_WAIT, Due
from bot.store.awaiting import Connection
from bot.store.database import Database
from bot.store.subscriptions import Subscription, subscription_of
from bot.store.tables import Standing, State, Step, StepState, deliveries, departures, steps, subscriptions

_log: Final = structlog.stdlib.get_logger(__name__)

#: For how long a claim holds, in seconds: well within Discord's memory for nonces, longer than any send is let run.
LEASE: Final = 60
#: The longest pause before another try, in seconds. A later `free_at` is the work of a clock that was wrong.
LONGEST_PAUSE: Final = 3600
#: Refused on so many days in a row, a subscription is no longer tried until somebody resumes it.
_DAYS_REFUSED: Final = 3
_KEY: Final = (deliveries.c.subscription_id, deliveries.c.local_date, deliveries.c.slot)


@dataclass(frozen=True, slots=True)
class Key:
    """Which delivery: of which subscription, for which local day, the how-manieth of that day."""

    subscription_id: int
    local_date: dt.date
    slot: int = 0

    @property
    def number(self) -> int:
        """The key as one number of up to 19 digits: what the post carries, and what its nonce is made of."""
        return int(f"{self.subscription_id}{self.local_date:%Y%m%d}{self.slot}")


@dataclass(frozen=True, slots=True)
class Delivery:
    """A fact to bring. `sent_at` is when the window of the nonce began, None when nothing was ever sent."""

    key: Key
    channel_id: int
    state: State
    due_at: int
    deadline_at: int
    tries: int
    fact: str | None
    sent_at: int | None
    message_id: int | None
    posted_at: int | None
    problem: str | None


@dataclass(frozen=True, slots=True)
class Plan:
    """What planning one subscription comes to: what was due up to now, and what is next."""

    due: Sequence[Due]
    next: Due


class Ledger:
    """The ledger in one database. Every `now` is in seconds since 1970; `deadline` is how late a fact may come."""

    def __init__(self, database: Database, deadline: int) -> None:
        """Keep it there."""
        self._database = database
        self._deadline = deadline

    async def plan(self, now: int, plan_one: Callable[[Subscription, int], Plan], most: int) -> int:
        """Enter what has become due for up to so many subscriptions; return for how many. Twice is once."""
        async with self._database.writing() as connection:
            planned = [(sub, _planned(sub, now, plan_one)) for sub in await _unplanned(connection, now, most)]
            rows = [self._row(subscription, due, now) for subscription, plan in planned for due in plan.due]
            if rows:
                await connection.execute(self._database.insert(deliveries).on_conflict_do_nothing(), rows)
            if planned:
                moved = update(subscriptions).where(subscriptions.c.id == bindparam("which"))
                moved = moved.values(next_date=bindparam("date"), next_due_at=bindparam("moment"))
                await connection.execute(
                    moved,
                    [{"which": sub.id, "date": plan.next.day, "moment": plan.next.moment} for sub, plan in planned],
                )
        return len(planned)

    def _row(self, subscription: Subscription, due: Due, now: int) -> dict[str, object]:
        deadline = due.moment + self._deadline
        gone = deadline <= now  # nobody was there to bring it: the process was down, or its machine asleep
        return {
            "subscription_id": subscription.id,
            "local_date": due.day,
            "slot": 0,
            "channel_id": subscription.wish.channel_id,
            "state": State.MISSED if gone else State.DUE,
            "due_at": due.moment,
            "deadline_at": deadline,
            "free_at": None if gone else due.moment,
            "tries": 0,
            "problem": "asleep" if gone else None,
        }

    async def claim(self, now: int, most: int) -> Sequence[Delivery]:
        """Claim up to so many free deliveries, those due first; nobody else gets them before the lease ends."""
        free = select(*_KEY).where(is_free(deliveries.c.free_at, now)).order_by(deliveries.c.free_at).limit(most)
        claimed = (
            update(deliveries)
            .where(tuple_(*_KEY).in_(free.with_for_update(skip_locked=True)))
            .values(state=State.CLAIMED, tries=deliveries.c.tries + 1, free_at=now + LEASE)
            .returning(deliveries)
        )
        async with self._database.writing() as connection:
            rows = (await connection.execute(claimed)).all()
        return sorted((_delivery_of(row) for row in rows), key=lambda delivery: (delivery.due_at, delivery.key.number))

    async def sending(self, delivery: Delivery, fact: str, sent_at: int) -> bool:
        """Note, before sending, which fact goes out and since when its nonce counts; False when the claim is lost."""
        async with self._database.writing() as connection:
            noted = update(deliveries).where(_held(delivery)).values(fact=fact, sent_at=sent_at)
            return await connection.change(noted) == 1

    async def posted(self, delivery: Delivery, message_id: int, now: int, *, late: bool) -> None:
        """Settle a delivery as posted, whoever holds it now: the message stands. Its subscription is out of trouble.

        What its subscription wants done about posts is entered with it.
        """
        settled = {State.POSTED, State.LATE}
        values = {"state": State.LATE if late else State.POSTED, "free_at": None, "problem": None}
        async with self._database.writing() as connection:
            changed = await connection.change(
                update(deliveries)
                .where(_is(delivery.key), deliveries.c.state.not_in(settled))
                .values(**values, message_id=message_id, posted_at=now)
            )
            if changed == 1:
                await self._enter_steps(connection, delivery.key, now)
            await connection.execute(
                update(subscriptions)
                .where(subscriptions.c.id == delivery.key.subscription_id)
                .values(problem=None, problem_since=None, told_at=None, refusals=0)
            )

    async def _enter_steps(self, connection: Connection, key: Key, now: int) -> None:
        wanted = select(subscriptions.c.thread, subscriptions.c.publish).where(
            subscriptions.c.id == key.subscription_id
        )
        thread, publish = (await connection.execute(wanted)).one()
        row = {
            "subscription_id": key.subscription_id,
            "local_date": key.local_date,
            "slot": key.slot,
            "state": StepState.DUE,
            "deadline_at": now + self._deadline,
            "free_at": now,
            "tries": 0,
        }
        rows = [row | {"step": step} for step, asked in ((Step.THREAD, thread), (Step.PUBLISH, publish)) if asked]
        if rows:
            await connection.execute(self._database.insert(steps).on_conflict_do_nothing(), rows)

    async def again(self, delivery: Delivery, problem: str, free_at: int, *, unsent: bool = False) -> None:
        """Give a delivery back, to be tried again from a moment on; `unsent` says that surely nothing was posted.

        Where somebody else has taken it over meanwhile, they are told that there was one more sending, which may have
        come through: what they called missed is unknown, and what they still hold is taken from them, to be looked for.
        """
        values = {"state": State.DUE, "free_at": free_at, "problem": problem} | ({"sent_at": None} if unsent else {})
        table, mine = deliveries.c, _is(delivery.key)
        missed = update(deliveries).where(mine, table.state == State.MISSED, table.sent_at.is_not(None))
        held = update(deliveries).where(mine, table.free_at.is_not(None))
        async with self._database.writing() as connection:
            changed = await connection.change(update(deliveries).where(_held(delivery)).values(values))
            if changed == 0 and not unsent:
                await connection.execute(missed.values(state=State.UNKNOWN, problem=problem))
                since = func.coalesce(table.sent_at, table.due_at)
                await connection.execute(held.values(tries=table.tries + 1, sent_at=since))

    async def ended(self, delivery: Delivery, state: State, problem: str, now: int) -> None:
        """Settle a delivery that was not, or perhaps not, posted; after some days missed for refusals, give up."""
        table = subscriptions.c
        refused = and_(table.id == delivery.key.subscription_id, table.problem.is_not(None))
        async with self._database.writing() as connection:
            changed = update(deliveries).where(_held(delivery)).values(state=state, free_at=None, problem=problem)
            if await connection.change(changed) == 1 and state is State.MISSED:
                counted = update(subscriptions).where(refused).values(refusals=table.refusals + 1)
                await connection.execute(counted)
                await connection.execute(_given_up(and_(refused, table.refusals >= _DAYS_REFUSED), now))

    async def refused(self, delivery: Delivery, problem: str, now: int, *, lasting: bool) -> bool:
        """Note that Discord refuses the posts of a subscription; return whether somebody is to be told: once in a row.

        `lasting` says that there is no hope for the next ones either, so they are not tried.
        """
        table = subscriptions.c
        mine = table.id == delivery.key.subscription_id
        async with self._database.writing() as connection:
            changed = update(subscriptions).where(mine, table.problem.is_distinct_from(problem))
            await connection.execute(changed.values(problem=problem, problem_since=now))
            if lasting:
                await connection.execute(_given_up(mine, now))
            told = update(subscriptions).where(mine, table.told_at.is_(None)).values(told_at=now)
            return await connection.change(told) == 1

    async def told_before(self, subscription_id: int, most: int) -> Sequence[tuple[dt.date, str]]:
        """Return the latest facts of a subscription that were or may have been seen, with their days, oldest first."""
        seen = deliveries.c.state.in_({State.POSTED, State.LATE, State.UNKNOWN})
        wanted = and_(deliveries.c.subscription_id == subscription_id, deliveries.c.fact.is_not(None), seen)
        latest = select(deliveries.c.local_date, deliveries.c.fact).where(wanted)
        async with self._database.reading() as connection:
            rows = await connection.execute(latest.order_by(deliveries.c.local_date.desc()).limit(most))
            return [(row.local_date, row.fact) for row in rows][::-1]

    async def latest(self, subscription_id: int, most: int = 1) -> Sequence[Delivery]:
        """Return the latest deliveries of a subscription, the newest first."""
        wanted = select(deliveries).where(deliveries.c.subscription_id == subscription_id)
        return await self._all(wanted.order_by(deliveries.c.local_date.desc(), deliveries.c.slot.desc()).limit(most))

    async def fact_of(self, key: Key) -> str | None:
        """Return which fact a delivery brought."""
        async with self._database.reading() as connection:
            return (await connection.execute(select(deliveries.c.fact).where(_is(key)))).scalar()

    async def _all(self, wanted: Select[Any]) -> Sequence[Delivery]:
        async with self._database.reading() as connection:
            return [_delivery_of(row) for row in await connection.execute(wanted)]


def _planned(subscription: Subscription, now: int, plan_one: Callable[[Subscription, int], Plan]) -> Plan:
    """Plan one subscription; one that cannot be planned keeps no other from it, and is looked at again in an hour."""
    try:
        return plan_one(subscription, now)
    except Exception:  # noqa: BLE001 - whatever it is, such as a time zone that is no more, the others go on
        _log.exception("a subscription cannot be planned", subscription=subscription.id)
        return Plan((), Due(subscription.next.day, now + LONGEST_PAUSE))


def is_free(free_at: ColumnElement[Any], now: int) -> ColumnElement[bool]:
    """Tell what may be claimed; what would be free only long from now was entered by a clock that was wrong."""
    return or_(free_at <= now, free_at > now + LONGEST_PAUSE)


async def _unplanned(connection: Connection, now: int, most: int) -> Iterable[Subscription]:
    moment = subscriptions.c.next_due_at
    wanted = (
        select(subscriptions)
        .where(
            subscriptions.c.standing == Standing.ACTIVE,
            or_(moment <= now, moment > now + LONGEST_WAIT),
            subscriptions.c.guild_id.not_in(select(departures.c.guild_id)),
        )
        .order_by(moment)
        .limit(most)
        .with_for_update(skip_locked=True)
    )
    return [subscription_of(row) for row in await connection.execute(wanted)]


def _given_up(which: ColumnElement[bool], now: int) -> Update:
    given_up = update(subscriptions).where(which, subscriptions.c.standing == Standing.ACTIVE)
    return given_up.values(standing=Standing.REFUSED, standing_since=now)


def _is(key: Key) -> ColumnElement[bool]:
    return and_(
        deliveries.c.subscription_id == key.subscription_id,
        deliveries.c.local_date == key.local_date,
        deliveries.c.slot == key.slot,
    )


def _held(delivery: Delivery) -> ColumnElement[bool]:
    """Tell whether a claim still stands: the row is there, unsettled, and nobody has claimed it since."""
    return and_(_is(delivery.key), deliveries.c.free_at.is_not(None), deliveries.c.tries == delivery.tries)


def _delivery_of(row: Row[Any]) -> Delivery:
    return Delivery(
        key=Key(row.subscription_id, row.local_date, row.slot),
        channel_id=row.channel_id,
        state=State(row.state),
        due_at=row.due_at,
        deadline_at=row.deadline_at,
        tries=row.tries,
        fact=row.fact,
        sent_at=row.sent_at,
        message_id=row.message_id,
        posted_at=row.posted_at,
        problem=row.problem,
    )
