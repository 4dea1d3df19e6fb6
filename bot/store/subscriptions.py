"""Who gets the daily fact: made, changed, paused, stopped, forgotten."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Row, and_, delete, or_, select, update

from bot.daily.schedule import Due, Schedule, next_due
from bot.store.awaiting import Connection
from bot.store.database import Database
from bot.store.tables import Standing, deliveries, departures, muted_channels, subscriptions

#: For how long rows of servers that the bot left, and of stopped subscriptions, are kept, in seconds.
KEPT: Final = 7 * 86_400
#: For how long settled deliveries are kept, in seconds: six years.
REMEMBERED: Final = 6 * 366 * 86_400
#: The problem of a subscription whose channel was deleted: nothing can ever come there again.
GONE: Final = "no-such-channel"
_WEEKDAYS: Final = 7


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks for: a fact a day, where and when and how."""

    guild_id: int
    channel_id: int
    schedule: Schedule
    made_by: int
    role_id: int | None = None
    thread: bool = False
    publish: bool = False


@dataclass(frozen=True, slots=True)
class Subscription:
    """A wish that is being served. `problem` is what Discord refused last, None while all is well."""

    id: int
    wish: Wish
    standing: Standing
    standing_since: int
    next: Due
    problem: str | None


class Subscriptions:
    """The subscriptions of one database. Every `now` is in seconds since 1970."""

    def __init__(self, database: Database) -> None:
        """Keep them there."""
        self._database = database

    async def start(self, wish: Wish, now: int) -> Subscription:
        """Serve a wish from now on; it replaces what its channel had, and remembers what was told there."""
        values = _values(wish) | _standing(Standing.ACTIVE, now) | _untroubled()
        async with self._database.writing() as connection:
            known = (
                await connection.execute(
                    select(subscriptions.c.id).where(subscriptions.c.channel_id == wish.channel_id)
                )
            ).scalar()
            due = await self._next(connection, known, wish.schedule, now)
            values |= {"next_date": due.day, "next_due_at": due.moment}
            if known is not None:
                await _drop_unsent(connection, known)
            made = self._database.insert(subscriptions).values(values)  # somebody else may be doing the same
            made = made.on_conflict_do_update(index_elements=["channel_id"], set_=values)
            return subscription_of((await connection.execute(made.returning(subscriptions))).one())

    async def resume(self, subscription: Subscription, now: int) -> Subscription:
        """Serve a subscription again, from what is due next."""
        return await self.start(subscription.wish, now)

    async def halt(self, subscription: Subscription, standing: Standing, now: int) -> None:
        """Pause or stop a subscription; what is due and was never sent is dropped."""
        async with self._database.writing() as connection:
            await _drop_unsent(connection, subscription.id)
            await connection.execute(
                update(subscriptions).where(subscriptions.c.id == subscription.id).values(_standing(standing, now))
            )

    async def of_guild(self, guild_id: int) -> Sequence[Subscription]:
        """Return the subscriptions of a server, in the order they were made; stopped ones are none any more."""
        wanted = and_(subscriptions.c.guild_id == guild_id, subscriptions.c.standing != Standing.STOPPED)
        async with self._database.reading() as connection:
            rows = await connection.execute(select(subscriptions).where(wanted).order_by(subscriptions.c.id))
            return [subscription_of(row) for row in rows]

    async def by_id(self, subscription_id: int) -> Subscription | None:
        """Return a subscription, None where it is gone."""
        async with self._database.reading() as connection:
            row = (await connection.execute(select(subscriptions).where(subscriptions.c.id == subscription_id))).first()
            return None if row is None else subscription_of(row)

    async def guilds(self) -> Sequence[int]:
        """Return every server that something is kept of and that is not known to be left."""
        left = select(departures.c.guild_id)
        kept = select(subscriptions.c.guild_id).union(select(muted_channels.c.guild_id)).subquery()
        async with self._database.reading() as connection:
            return (
                (await connection.execute(select(kept.c.guild_id).where(kept.c.guild_id.not_in(left)))).scalars().all()
            )

    async def departed(self) -> Sequence[int]:
        """Return every server that is known to be left."""
        async with self._database.reading() as connection:
            return (await connection.execute(select(departures.c.guild_id))).scalars().all()

    async def left(self, guild_id: int, now: int) -> None:
        """Note that the bot has left a server: nothing is planned there, and in a week all that is kept of it goes."""
        added = self._database.insert(departures).values(guild_id=guild_id, left_at=now).on_conflict_do_nothing()
        async with self._database.writing() as connection:
            await connection.execute(added)

    async def joined(self, guild_id: int) -> None:
        """Note that the bot is (back) in a server."""
        async with self._database.writing() as connection:
            await connection.execute(delete(departures).where(departures.c.guild_id == guild_id))

    async def forget(self, now: int) -> int:
        """Delete what is kept of servers left, subscriptions stopped, channels gone, over a week ago; say how many.

        Settled deliveries go when they are older than anything that the choice of a fact looks back to.
        """
        gone = select(departures.c.guild_id).where(departures.c.left_at <= now - KEPT)
        over = or_(subscriptions.c.standing == Standing.STOPPED, subscriptions.c.problem == GONE)
        stopped = and_(over, subscriptions.c.standing != Standing.ACTIVE, subscriptions.c.standing_since <= now - KEPT)
        statements = (
            delete(subscriptions).where(or_(stopped, subscriptions.c.guild_id.in_(gone))),
            delete(muted_channels).where(muted_channels.c.guild_id.in_(gone)),
            delete(departures).where(departures.c.left_at <= now - KEPT),
            delete(deliveries).where(deliveries.c.free_at.is_(None), deliveries.c.due_at <= now - REMEMBERED),
        )
        async with self._database.writing() as connection:
            return sum([await connection.change(statement) for statement in statements])

    async def _next(self, connection: Connection, known: int | None, schedule: Schedule, now: int) -> Due:
        """Return what is due next and has not been brought already, as it may have when the hour is changed."""
        due = next_due(schedule, now)
        if known is None:
            return due
        there = select(deliveries.c.local_date).where(
            deliveries.c.subscription_id == known, deliveries.c.local_date >= due.day, deliveries.c.sent_at.is_not(None)
        )
        days = set((await connection.execute(there)).scalars())
        while due.day in days:
            due = next_due(schedule, due.moment)
        return due


def subscription_of(row: Row[Any]) -> Subscription:
    """Return the subscription that a row of the table holds."""
    weekdays = frozenset(day for day in range(_WEEKDAYS) if row.weekdays >> day & 1)
    return Subscription(
        id=row.id,
        wish=Wish(
            guild_id=row.guild_id,
            channel_id=row.channel_id,
            schedule=Schedule(row.minute, row.zone, weekdays),
            made_by=row.made_by,
            role_id=row.role_id,
            thread=row.thread,
            publish=row.publish,
        ),
        standing=Standing(row.standing),
        standing_since=row.standing_since,
        next=Due(row.next_date, row.next_due_at),
        problem=row.problem,
    )


def _values(wish: Wish) -> dict[str, object]:
    return {
        "guild_id": wish.guild_id,
        "channel_id": wish.channel_id,
        "minute": wish.schedule.minute,
        "zone": wish.schedule.zone,
        "weekdays": sum(1 << day for day in wish.schedule.weekdays),
        "made_by": wish.made_by,
        "role_id": wish.role_id,
        "thread": wish.thread,
        "publish": wish.publish,
    }


def _standing(standing: Standing, now: int) -> dict[str, object]:
    return {"standing": standing, "standing_since": now}


def _untroubled() -> dict[str, object]:
    return {"problem": None, "problem_since": None, "told_at": None, "refusals": 0}


async def _drop_unsent(connection: Connection, subscription_id: int) -> None:
    """Drop what is due and was never sent; whoever has it claimed finds it gone before sending."""
    await connection.execute(
        delete(deliveries).where(
            deliveries.c.subscription_id == subscription_id,
            deliveries.c.free_at.is_not(None),
            deliveries.c.sent_at.is_(None),
        )
    )
