"""What is still to be done about posts that stand: each step is claimed, retried and settled by itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, select, tuple_, update

from bot.store.database import Database
from bot.store.ledger import LEASE, Key, is_free
from bot.store.tables import Step, StepState, deliveries, steps

_KEY: Final = (steps.c.subscription_id, steps.c.local_date, steps.c.slot, steps.c.step)


@dataclass(frozen=True, slots=True)
class StepDue:
    """A step to take about a message. `deadline_at` is when it is given up."""

    key: Key
    step: Step
    channel_id: int
    message_id: int
    deadline_at: int
    tries: int


class Steps:
    """The steps in one database. Every `now` is in seconds since 1970."""

    def __init__(self, database: Database) -> None:
        """Keep them there."""
        self._database = database

    async def claim(self, now: int, most: int) -> Sequence[StepDue]:
        """Claim up to so many steps that are free; nobody else gets them before the lease ends."""
        free = select(*_KEY).where(is_free(steps.c.free_at, now)).order_by(steps.c.free_at).limit(most)
        claimed = (
            update(steps)
            .where(tuple_(*_KEY).in_(free.with_for_update(skip_locked=True)))
            .values(tries=steps.c.tries + 1, free_at=now + LEASE)
            .returning(steps)
        )
        async with self._database.writing() as connection:
            found = []
            for row in (await connection.execute(claimed)).all():
                key = Key(row.subscription_id, row.local_date, row.slot)
                message = await connection.execute(
                    select(deliveries.c.channel_id, deliveries.c.message_id).where(
                        deliveries.c.subscription_id == key.subscription_id,
                        deliveries.c.local_date == key.local_date,
                        deliveries.c.slot == key.slot,
                    )
                )
                channel_id, message_id = message.one()
                found.append(StepDue(key, Step(row.step), channel_id, message_id, row.deadline_at, row.tries))
            return found

    async def settle(self, due: StepDue, state: StepState, problem: str | None = None) -> None:
        """Settle a step as done or failed."""
        await self._change(due, state=state, free_at=None, problem=problem)

    async def again(self, due: StepDue, problem: str, free_at: int) -> None:
        """Give a step back, to be tried again from a moment on."""
        await self._change(due, free_at=free_at, problem=problem)

    async def of(self, key: Key) -> Sequence[tuple[Step, StepState]]:
        """Return the steps of a delivery with what became of them."""
        wanted = select(steps.c.step, steps.c.state).where(_of(key)).order_by(steps.c.step)
        async with self._database.reading() as connection:
            return [(Step(row.step), StepState(row.state)) for row in await connection.execute(wanted)]

    async def _change(self, due: StepDue, **values: Any) -> None:  # noqa: ANN401 - columns of the table
        held = and_(_of(due.key), steps.c.step == due.step, steps.c.tries == due.tries)
        async with self._database.writing() as connection:
            await connection.execute(update(steps).where(held).values(**values))


def _of(key: Key) -> ColumnElement[bool]:
    return and_(
        steps.c.subscription_id == key.subscription_id,
        steps.c.local_date == key.local_date,
        steps.c.slot == key.slot,
    )
