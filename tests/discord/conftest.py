"""The whole bot in a simulated Discord: nothing leaves the process, time and chance are the test's."""

import asyncio
import random
import shutil
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path

import discord
import pytest
import simcord

from bot.answering import Librarian
from bot.daily.pace import Pace
from bot.discord_app.client import SpacewalkBot, Wiring
from bot.discord_app.front_desk import FrontDesk
from bot.store.database import Database, file_address
from bot.store.upgrading import upgrade

#: 18 March 2026, noon UTC: sixty-one years to the day after the first spacewalk.
NOON = 1_773_835_200.0


@dataclass
class Clock:
    """A clock that stands until a test moves it."""

    moment: float = NOON

    def __call__(self) -> float:
        return self.moment


@dataclass
class World:
    """A server with a channel and people in it, and the bot."""

    env: simcord.Env
    clock: Clock
    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    alice: simcord.MemberActor
    bob: simcord.MemberActor
    boss: simcord.MemberActor
    make_bot: Callable[..., SpacewalkBot]

    @property
    def bot(self) -> SpacewalkBot:
        assert isinstance(self.env.bot, SpacewalkBot)
        return self.env.bot


@pytest.fixture(scope="session")
def front_desk(librarian: Librarian) -> FrontDesk:
    """The front desk of the real corpus."""
    return FrontDesk(librarian)


async def until_the_end(_seconds: float) -> None:
    """Rest for good: in the simulation a test says when to look for what is due."""
    await asyncio.sleep(10**9)


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database file with all its tables, to be copied rather than made again for each test."""
    file = tmp_path_factory.mktemp("store") / "bot.sqlite"

    async def make() -> None:
        database = Database(file_address(file))
        await upgrade(database)
        await database.close()

    asyncio.run(make())
    return file


@pytest.fixture
def clock() -> Clock:
    """The time in the simulation."""
    return Clock()


@pytest.fixture
async def make_bot(
    front_desk: FrontDesk, clock: Clock, tmp_path: Path, migrated: Path
) -> AsyncIterator[Callable[..., SpacewalkBot]]:
    """Make the bot as the command `run` would, but for clock, dice and folder."""

    (tmp_path / "data").mkdir()
    shutil.copyfile(migrated, tmp_path / "data" / "bot.sqlite")
    databases: list[Database] = []

    def make(**settings: int | None) -> SpacewalkBot:
        databases.append(Database(file_address(tmp_path / "data" / "bot.sqlite")))
        return SpacewalkBot(
            Wiring(
                front_desk=front_desk,
                now=clock,
                dice=random.Random(1965),  # noqa: S311 - chooses a story, nothing secret
                remembered=tmp_path / "data" / "commands.json",
                database=databases[-1],
                pace=Pace(0.0),
                rest=until_the_end,
                shard_count=1,
                **settings,
            )
        )

    yield make
    for database in databases:  # the simulation drops a bot without closing it
        await database.close()


@pytest.fixture
def simcord_bot(make_bot: Callable[[], SpacewalkBot]) -> SpacewalkBot:
    """The bot that the simulation runs."""
    return make_bot()


@pytest.fixture
def world(simcord_env: simcord.Env, make_bot: Callable[..., SpacewalkBot], clock: Clock) -> World:
    """A server in which the bot has arrived."""
    guild = simcord_env.create_guild("Astronomy club")
    may = discord.Permissions(manage_guild=True, manage_messages=True)
    manager = guild.create_role("Manager", permissions=may)
    return World(
        env=simcord_env,
        clock=clock,
        guild=guild,
        channel=guild.create_text_channel("general"),
        alice=guild.add_member(simcord_env.create_user("alice")),
        bob=guild.add_member(simcord_env.create_user("bob")),
        boss=guild.add_member(simcord_env.create_user("boss"), roles=[manager]),
        make_bot=make_bot,
    )
