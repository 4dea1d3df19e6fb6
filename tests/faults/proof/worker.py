"""A process that brings daily facts and nothing else, and kills itself where it is told to."""

import asyncio
import logging
import os
import signal
import time
from collections import Counter
from dataclasses import dataclass
from typing import Final
from unittest import mock

import structlog
from sqlalchemy import select
from sqlalchemy.engine import make_url

from bot.daily import courier
from bot.store.database import Database
from bot.store.ledger import LEASE
from bot.store.tables import Standing, deliveries, steps, subscriptions
from tests.faults.launch import pointed_at
from tests.faults.proof import points
from tests.faults.proof.clock import Beat
from tests.faults.proof.light import LightClient, daily_facts

_REST: Final = 0.05
_SEND_SECONDS: Final = LEASE - 15


@dataclass(frozen=True)
class Orders:
    """What a process is started with. `kill_at` is a point, and the how-manieth time it is come to."""

    url: str
    token: str
    database: str
    beat: Beat
    kill_at: tuple[str, int] | None = None


class _QuietError(Exception):
    """There is nothing left to do."""


def work(orders: Orders) -> None:
    """Work until nothing is left to do."""
    logging.disable(logging.CRITICAL)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    with (
        pointed_at(orders.url),
        points.watched(killer(orders.kill_at)),
        # A send is given up before its claim ends by whatever clock.
        mock.patch.object(courier, "_SEND_SECONDS", _SEND_SECONDS / orders.beat.rate),
    ):
        asyncio.run(_work(orders))


def killer(kill_at: tuple[str, int] | None) -> points.Reached:
    """Return what ends this process as by a power cut, at a point."""
    reached: Counter[str] = Counter()

    async def at(point: str) -> None:
        reached[point] += 1
        if (point, reached[point]) == kill_at:
            os.kill(os.getpid(), signal.SIGKILL)

    return at


async def _work(orders: Orders) -> None:
    database = Database(make_url(orders.database))

    def now() -> float:
        return orders.beat.at(time.time())

    async def rest(_seconds: float) -> None:
        if await quiet(database, now()):
            raise _QuietError
        await asyncio.sleep(_REST)

    async with LightClient() as client:
        await client.login(orders.token)
        try:
            await daily_facts(client, database, now, rest).run()
        except _QuietError:
            await database.close()


async def quiet(database: Database, now: float) -> bool:
    """Tell whether all that was due is settled."""
    active = subscriptions.c.standing == Standing.ACTIVE
    open_ones = (
        select(deliveries.c.due_at).where(deliveries.c.free_at.is_not(None)),
        select(steps.c.free_at).where(steps.c.free_at.is_not(None)),
        select(subscriptions.c.id).where(active, subscriptions.c.next_due_at <= now),
    )
    async with database.reading() as connection:
        return not any([(await connection.execute(one.limit(1))).first() for one in open_ones])
