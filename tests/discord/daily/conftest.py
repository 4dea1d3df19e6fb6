"""A moderator at work with `/daily`, and a courier that goes round when the test says so."""

from collections.abc import Sequence
from dataclasses import dataclass

import discord
import pytest
import simcord

from bot.discord_app.daily.typed import TypedError
from bot.store.subscriptions import Subscription
from tests.discord.conftest import World

HOUR = 3600
DAY = 24 * HOUR


@dataclass
class Daily:
    """What the manager of a server does, says and sees."""

    world: World

    async def says(self, command: str, at: simcord.ChannelHandle | None = None, **options: object) -> str:
        """Use a command, in the general channel if nothing else is said; return the one private sentence that comes."""
        result = await self.world.boss.slash(at or self.world.channel, f"daily {command}", **options)
        assert result.response is not None
        assert result.ephemeral
        assert {message.id for message in result.followups} <= {result.response.id}
        assert len(result.response.content) <= 2000
        return result.response.content

    async def refuses(self, command: str, at: simcord.ChannelHandle | None = None, **options: object) -> str:
        """Use a command that must change nothing; return what is said about what was typed."""
        before, errors = await self.seen(), self.world.env.error_cursor
        said = await self.says(command, at, **options)
        [error] = self.world.env.errors_since(errors)
        assert isinstance(getattr(error, "original", error), TypedError)
        assert self.world.env.errors  # read, so that the simulation does not take it for a bug
        assert await self.seen() == before
        return said

    async def start(self, at: simcord.ChannelHandle | None = None, **options: object) -> str:
        """Set up a fact at nine in London, unless something else is said."""
        return await self.says("start", at, **({"time": "09:00", "timezone": "Europe/London"} | options))

    async def seen(self) -> tuple[Sequence[Subscription], int]:
        """Return what could have changed: the subscriptions, and how many messages and threads there are."""
        backend = self.world.env.backend
        messages = sum(not message.is_ephemeral for there in backend.messages.values() for message in there.values())
        return await self.subscriptions(), messages + len(backend.channels)

    async def subscriptions(self) -> Sequence[Subscription]:
        """Return the subscriptions of the server."""
        return await self.world.bot.daily.subscriptions.of_guild(self.world.guild.id)

    async def later(self, seconds: float) -> None:
        """Let so much time pass, and the courier go round then."""
        self.world.clock.moment += seconds
        await self.world.bot.daily.courier.round()
        await self.world.env.settle()

    def posts(self, channel: simcord.ChannelHandle | None = None) -> list[discord.Message]:
        """Return the facts that stand in a channel, oldest first."""
        return [message for message in (channel or self.world.channel).history() if message.embeds]

    def told(self, channel: simcord.ChannelHandle | None = None) -> list[str]:
        """Return the texts of these facts."""
        return [str(message.embeds[0].description) for message in self.posts(channel)]


@pytest.fixture
def daily(world: World) -> Daily:
    """The manager of the server, in the general channel, at noon."""
    return Daily(world)
