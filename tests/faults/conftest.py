"""A server in the loopback Discord with real discord.py connected to it, at a time that stands still."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

import discord
import pytest
from discord import app_commands

from tests.faults.launch import pointed_at
from tests.faults.loopback import Loopback
from tests.faults.wire import ANNOUNCEMENT

_PATIENCE = 20.0


class Client(discord.Client):
    """discord.py as it comes, but without the seconds that it lets pass while it connects."""

    def __init__(self) -> None:
        super().__init__(intents=discord.Intents(guilds=True, guild_messages=True), guild_ready_timeout=0.05)
        self.tree = app_commands.CommandTree(self)
        self._heard: asyncio.Queue[str] = asyncio.Queue()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """Do not wait: the loopback takes sessions as fast as they come."""

    async def on_socket_event_type(self, event: str) -> None:
        """Note what the gateway tells."""
        self._heard.put_nowait(event)

    async def hears(self, event: str) -> None:
        """Wait until the gateway has told of an event, once for each time."""
        async with asyncio.timeout(_PATIENCE):
            while await self._heard.get() != event:
                pass


@dataclass
class Clock:
    """A clock that stands until a test moves it."""

    moment: float = 1_773_835_200.0

    def __call__(self) -> float:
        return self.moment


@dataclass
class Scene:
    """A server with an announcement channel, and the client."""

    loopback: Loopback
    client: Client
    guild_id: int
    channel_id: int

    @property
    def channel(self) -> discord.TextChannel:
        """The channel as the client knows it."""
        channel = self.client.get_channel(self.channel_id)
        assert isinstance(channel, discord.TextChannel)
        return channel

    def contents(self) -> list[str]:
        """Return what stands in the channel."""
        return [message.content for message in self.loopback.world.messages(self.channel_id)]


@pytest.fixture
def loopback() -> Iterator[Loopback]:
    """A server in a loopback with a thread of its own, for processes."""
    with Loopback() as loopback:
        loopback.world.add_guild("Astronomy club")
        yield loopback


@pytest.fixture
def clock() -> Clock:
    """The time in the scene."""
    return Clock()


@pytest.fixture
async def scene(clock: Clock) -> AsyncIterator[Scene]:
    """A server and discord.py in one event loop."""
    async with Loopback(now=clock) as loopback:
        guild_id = loopback.world.add_guild("Astronomy club")
        channel_id = loopback.world.add_channel(guild_id, "general", ANNOUNCEMENT)
        with pointed_at(loopback.url):
            async with Client() as client:
                task = asyncio.create_task(client.start(loopback.token))
                async with asyncio.timeout(_PATIENCE):
                    await client.hears("GUILD_CREATE")
                    await client.wait_until_ready()
                yield Scene(loopback, client, guild_id, channel_id)
            await task
