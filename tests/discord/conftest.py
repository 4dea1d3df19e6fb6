"""The whole bot in a simulated Discord: nothing leaves the process, time and chance are the test's."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import discord
import pytest
import simcord

from bot.answering import Librarian
from bot.discord_app.client import SpacewalkBot, Wiring
from bot.discord_app.front_desk import FrontDesk

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


@pytest.fixture
def clock() -> Clock:
    """The time in the simulation."""
    return Clock()


@pytest.fixture
def make_bot(front_desk: FrontDesk, clock: Clock, tmp_path: Path) -> Callable[..., SpacewalkBot]:
    """Make the bot as the command `run` would, but for clock, dice and folder."""

    def make(**settings: int | None) -> SpacewalkBot:
        return SpacewalkBot(
            Wiring(
                front_desk=front_desk,
                now=clock,
                dice=random.Random(1965),  # noqa: S311 - chooses a story, nothing secret
                remembered=tmp_path / "data" / "commands.json",
                shard_count=1,
                **settings,
            )
        )

    return make


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
