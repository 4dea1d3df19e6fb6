"""Runs the bot as a process: connects, and leaves in good order when it is told to."""

import asyncio
import contextlib
import random
import signal
import time
from pathlib import Path
from typing import Final

import structlog

from bot.answering import Librarian
from bot.corpus.collector import collector_paused
from bot.daily.pace import Pace
from bot.discord_app.client import SpacewalkBot, Wiring
from bot.discord_app.collecting import collect_in_small_parts, give_back_what_is_free
from bot.discord_app.front_desk import FrontDesk
from bot.discord_app.refusals import KNOWN, CannotRunError, refusal
from bot.settings import Settings
from bot.store.database import Database, file_address

_log: Final = structlog.stdlib.get_logger(__name__)

#: Discord takes fifty requests a second of a bot; half of them are left to people who ask.
_SECONDS_BETWEEN_FACTS: Final = 0.04


def wiring(settings: Settings, librarian: Librarian, data_folder: Path) -> Wiring:
    """Return what a client is made with on a real machine: its clock, its dice, its folder."""
    return Wiring(
        front_desk=FrontDesk(librarian),
        now=time.time,
        dice=random.Random(),  # noqa: S311 - chooses a story, guards no secret
        remembered=data_folder / "commands.json",
        database=Database(settings.database or file_address(data_folder / "bot.sqlite")),
        pace=Pace(_SECONDS_BETWEEN_FACTS),
        report_channel_id=settings.report_channel_id,
        dev_guild_id=settings.dev_guild_id,
        shard_count=settings.shard_count,
    )


def run(settings: Settings, librarian: Librarian, data_folder: Path) -> None:
    """Run until the process is told to stop. Raises CannotRunError where there is no way to start, and NotNowError."""
    if settings.discord_token is None:
        raise CannotRunError("DISCORD_TOKEN is not set.")
    token = settings.discord_token.get_secret_value().strip()
    with collector_paused():
        librarian.warm()
        librarian.corpus.forget_what_is_indexed()  # now, so that what is built next takes their place
        client = wiring(settings, librarian, data_folder)
    collect_in_small_parts()
    give_back_what_is_free()
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_connected(client, token, settings.called(client.database.url)))


async def _connected(made_with: Wiring, token: str, database: str) -> None:
    bot = SpacewalkBot(made_with)
    async with bot:
        task = asyncio.current_task()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            with contextlib.suppress(NotImplementedError):  # Windows has no such handlers; Ctrl-C works there without
                loop.add_signal_handler(number, _stop, task)
        try:
            await bot.start(token)
        except KNOWN as error:
            told = refusal(error, made_with, database)
            if told is None:
                raise
            raise told from None
        except asyncio.CancelledError:
            _log.info("stopping")


def _stop(task: "asyncio.Task[None] | None") -> None:
    if task is not None:
        task.cancel()
