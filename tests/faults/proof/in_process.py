"""Runs the cases one after the other in this process: many faults, and no waiting."""

import asyncio
import itertools
import shutil
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path
from typing import Final
from unittest import mock

from sqlalchemy.engine import URL

from bot.store import database as store
from bot.store.database import Database, file_address
from bot.store.upgrading import upgrade
from tests.faults.launch import pointed_at
from tests.faults.loopback import Loopback
from tests.faults.proof import points
from tests.faults.proof.cases import Case
from tests.faults.proof.clock import Clock, everybody_waits_by
from tests.faults.proof.counting import Count
from tests.faults.proof.light import LightClient
from tests.faults.proof.postgres import new_database
from tests.faults.proof.scene import DAY, Stage, opened

#: 18 March 2026, noon UTC.
_NOON: Final = 1_773_835_200.0
_COURIERS: Final = 4
#: For how long a writer waits for another, in seconds, so that nobody has to wait here.
_BUSY: Final = 0.15

Told = Callable[[Case, int, Count], None]


def run(cases: Sequence[Case], folder: Path, server: URL, told: Told) -> None:
    """Run cases; tell of each how many faults it had and how it came out."""
    asyncio.run(_run(cases, folder, server, told))


async def _run(cases: Sequence[Case], folder: Path, server: URL, told: Told) -> None:
    template = folder / "template.sqlite"
    database = Database(file_address(template))
    await upgrade(database)
    await database.close()
    numbers = itertools.count()
    with mock.patch.object(store, "_BUSY_SECONDS", _BUSY):
        async with _stage() as stage:
            for case in cases:
                if case.postgres:
                    address = await new_database(server)
                else:
                    file = folder / f"{next(numbers)}.sqlite"
                    shutil.copy(template, file)
                    address = file_address(file)
                injected, found = await _case(stage, case, address)
                told(case, injected, found)


@asynccontextmanager
async def _stage() -> AsyncIterator[Stage]:
    clock = Clock(_NOON)
    async with AsyncExitStack() as stack:
        loopback = await stack.enter_async_context(Loopback(now=clock))
        stack.enter_context(pointed_at(loopback.url))
        stack.enter_context(everybody_waits_by(clock))
        clients = [await stack.enter_async_context(LightClient()) for _ in range(_COURIERS + 1)]
        for client in clients:
            await client.login(loopback.token)
        yield Stage(loopback, clients, clock, loopback.world.add_guild("Astronomy club"))


async def _case(stage: Stage, case: Case, address: URL) -> tuple[int, Count]:
    stage.clock.advance(DAY)
    stage.loopback.requests.clear()
    # The last of the connections is that of a courier that is called in between.
    async with opened(stage, [address] * (case.couriers + 1), case.dice) as scene:
        await scene.subscribe(case.subscriptions, steps=case.steps, in_thread=case.in_thread)
        for trouble in case.troubles:
            trouble.arrange(scene)
        with points.watched(scene.reached):
            await scene.run()
        return await scene.result()
