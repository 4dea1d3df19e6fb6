"""The stage of the demo: a server with a channel, two people in it, and three example exchanges to begin with."""

import asyncio
import random
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final

import discord
import simcord

from bot.answering import Librarian
from bot.daily.pace import Pace
from bot.discord_app.client import SpacewalkBot, Wiring
from bot.discord_app.front_desk import FrontDesk
from bot.store.database import Database, file_address

_BOT_NAME: Final = "Spacewalk bot"


@dataclass
class WallClock:
    """The clock on the wall, for a simulation whose own stands at 1 January 2026 until somebody moves it."""

    elapsed: float = 0.0

    def now(self) -> datetime:
        """Return the moment."""
        return datetime.now(tz=UTC) + timedelta(seconds=self.elapsed)

    def advance(self, seconds: float) -> None:
        """Move the simulation on."""
        self.elapsed += seconds


@dataclass(frozen=True)
class Stage:
    """What the demo shows: the channel, and the two people one can be."""

    env: simcord.Env
    channel: simcord.ChannelHandle
    people: tuple[simcord.MemberActor, simcord.MemberActor]


@asynccontextmanager
async def staged(librarian: Librarian, folder: Path) -> AsyncIterator[Stage]:
    """Put the bot on the stage, with the example exchanges played; `folder` is for what it remembers."""
    database = Database(file_address(folder / "bot.sqlite"))
    bot = SpacewalkBot(
        Wiring(
            front_desk=FrontDesk(librarian),
            now=time.time,
            dice=random.Random(),  # noqa: S311 - chooses a story, guards no secret
            remembered=folder / "commands.json",
            database=database,
            pace=Pace(0.0),
            rest=lambda seconds: env.external_wait(asyncio.sleep(seconds), reason="until facts are looked for again"),
            shard_count=1,  # the simulation wants to be told
        )
    )
    env = simcord.Env(bot, check_errors=False)
    env.backend.clock = WallClock()  # type: ignore[assignment]  # behaves alike; the simulation offers no other way in
    env.backend.bot_user.name = _BOT_NAME
    await env.start()
    try:
        with env.time_context():
            stage = _set_up(env)
            await _play(stage)
            yield stage
    finally:
        await env.shutdown()
        await database.close()  # the simulation drops the bot without closing it


def _set_up(env: simcord.Env) -> Stage:
    guild = env.create_guild("Astronomy club")
    channel = guild.create_text_channel("spacewalks", topic="Ask me anything about spacewalks")
    moderator = guild.create_role("Moderator", permissions=discord.Permissions(manage_guild=True, manage_messages=True))
    ada = guild.add_member(env.create_user("ada", global_name="Ada"), roles=[moderator])
    ben = guild.add_member(env.create_user("ben", global_name="Ben"))
    return Stage(env, channel, (ada, ben))


async def _play(stage: Stage) -> None:
    """Play three exchanges, so that the first screen shows what the bot does."""
    ada, ben = stage.people
    await ada.slash(stage.channel, "record", name="longest-spacewalk")
    await ben.send(stage.channel, f"{_mention(stage.env)} who nearly drowned out there?")
    await ada.slash(stage.channel, "spacewalk", query="voskhod-2")


def _mention(env: simcord.Env) -> str:
    return f"<@{env.bot.user.id}>" if env.bot.user else ""
