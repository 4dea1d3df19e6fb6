"""What stands in the channels, held against what the ledger says."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import Row, select

from bot.daily.schedule import dues, local_day
from bot.discord_app.presses import BUTTON_ID, Verb, read
from bot.store.database import Database
from bot.store.ledger import Key
from bot.store.subscriptions import subscription_of
from bot.store.tables import Standing, State, Step, StepState, deliveries, steps, subscriptions
from tests.faults.wire import CROSSPOSTED, HAS_THREAD, Message
from tests.faults.world import World

#: Planning enters so many days at most after a long sleep, and says so.
_DAYS_ENTERED: Final = 31


@dataclass
class Count:
    """How deliveries came out. `wrong` says in words what is counted as duplicate, lost or untrue."""

    posts: int = 0
    missed: int = 0
    unknown: int = 0
    duplicates: int = 0
    lost: int = 0
    untrue: int = 0
    wrong: list[str] = field(default_factory=list)

    def add(self, other: "Count") -> None:
        """Add another count to this one."""
        for name in ("posts", "missed", "unknown", "duplicates", "lost", "untrue"):
            setattr(self, name, getattr(self, name) + getattr(other, name))
        self.wrong += other.wrong


async def count(world: World, database: Database, now: float) -> Count:
    """Count everything in a database. To be called when the deadlines of all that was due have passed."""
    found = Count()
    for each in (await count_each(world, database, now)).values():
        found.add(each)
    return found


async def count_each(world: World, database: Database, now: float) -> Mapping[int, Count]:
    """Count by channels."""
    async with database.reading() as connection:
        subs = (await connection.execute(select(subscriptions))).all()
        rows = (await connection.execute(select(deliveries))).all()
        taken = (await connection.execute(select(steps))).all()
    found = {}
    for sub in subs:
        mine = [row for row in rows if row.subscription_id == sub.id]
        messages = world.messages(sub.channel_id)
        found[sub.channel_id] = here = Count()
        _compare(here, mine, Counter(number for message in messages for number in _numbers(message)), now)
        for day in _without_row(sub, {row.local_date for row in mine}, now):
            here.lost += 1
            here.wrong.append(f"lost: nothing is written of {day} for subscription {sub.id}")
        by_id = {message.id: message for message in messages}
        for step in (step for step in taken if step.subscription_id == sub.id):
            [row] = [row for row in mine if row.local_date == step.local_date]
            _compare_step(here, step, by_id.get(row.message_id))
    return found


def _compare(found: Count, rows: Sequence[Row[Any]], standing: "Counter[int]", now: float) -> None:
    for row in rows:
        there = standing.pop(Key(row.subscription_id, row.local_date, row.slot).number, 0)
        found.posts += there
        found.missed += row.state == State.MISSED and row.due_at <= now  # others are of a clock that was wrong
        found.unknown += row.state == State.UNKNOWN
        found.duplicates += max(0, there - 1)
        what = f"subscription {row.subscription_id}, {row.local_date}: {row.state} ({row.problem}), {there} messages"
        waits = row.state in {State.DUE, State.CLAIMED} and row.deadline_at <= now
        if waits or (row.state in {State.POSTED, State.LATE} and not there):
            found.lost += 1
            found.wrong.append(f"lost: {what}, {row.tries} tries, free at {row.free_at}")
        elif row.state == State.MISSED and there:
            found.untrue += 1
            found.wrong.append(f"untrue: {what}")
        if there > 1:
            found.wrong.append(f"twice: {what}, {row.tries} tries")
    if standing:
        found.untrue += len(standing)
        found.wrong.append(f"messages that nothing is written of: {sorted(standing)}")


def _without_row(sub: Row[Any], days: set[dt.date], now: float) -> Iterator[dt.date]:
    """Yield the days on which a fact was due since the subscription was made, and of which there is no word."""
    schedule = subscription_of(sub).wish.schedule
    if sub.standing == Standing.ACTIVE:
        first = local_day(schedule, sub.standing_since)
        due = [due.day for due in dues(schedule, first, int(now)) if due.moment > sub.standing_since]
    else:
        due = [due.day for due in dues(schedule, min(days, default=dt.date.max), min(sub.standing_since, int(now)))]
    yield from (day for day in due[-_DAYS_ENTERED:] if day not in days)


def _compare_step(found: Count, step: Row[Any], message: Message | None) -> None:
    what = f"the {step.step} of subscription {step.subscription_id}, {step.local_date}: {step.state}"
    if step.state == StepState.DUE:
        found.lost += 1
        found.wrong.append(f"lost: {what}")
    wanted = HAS_THREAD if step.step == Step.THREAD else CROSSPOSTED
    if step.state == StepState.DONE and not (message and message.flags & wanted):
        found.untrue += 1
        found.wrong.append(f"untrue: {what}")


def _numbers(message: Message) -> Iterable[int]:
    ids = [part.get("custom_id", "") for row in message.components for part in row["components"]]
    presses = [read(match) for match in map(BUTTON_ID.fullmatch, ids) if match]
    return {press.number for press in presses if press.verb is Verb.READ}
