"""The client: connects, listens to as little as possible, and hands everything on."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import discord
import structlog
from discord import app_commands
from discord.ext import commands

from bot.discord_app import errors, pressing, reporting
from bot.discord_app.commands import COMMANDS
from bot.discord_app.components import DYNAMIC_ITEMS, custom_id, is_ours
from bot.discord_app.cooldown import Cooldown
from bot.discord_app.daily import doubt
from bot.discord_app.daily.service import DailyFacts
from bot.discord_app.front_desk import FrontDesk
from bot.discord_app.mentions import Mentions
from bot.discord_app.presses import Press
from bot.discord_app.registering import register
from bot.discord_app.translating import CatalogueTranslator
from bot.store.database import Database
from bot.store.muting import MutedChannels
from bot.store.upgrading import upgrade

_log: Final = structlog.stdlib.get_logger(__name__)

# Nothing is spoken here, so an operator need not read that the libraries for it are missing.
discord.VoiceClient.warn_nacl = False
discord.VoiceClient.warn_dave = False

#: Interactions that the command tree takes whole: no listener needs to hear of them.
_OF_THE_TREE: Final = frozenset({discord.InteractionType.application_command, discord.InteractionType.autocomplete})
_USES: Final = 60
_USES_SECONDS: Final = 60.0
_REPORTS: Final = 3
_REPORTS_SECONDS: Final = 3600.0
#: The longest pause that Discord may ask for before a request is given up, in seconds; it takes no less.
_LONGEST_WAIT: Final = 30.0


def intents() -> discord.Intents:
    """Return what the bot listens to: servers and messages, without the content of those that are not for it."""
    return discord.Intents(guilds=True, guild_messages=True, dm_messages=True)


@dataclass(frozen=True, slots=True)
class Wiring:
    """What a client is made with. `now` gives seconds since 1970, `remembered` is the file of registered commands.

    `pace` waits until the next daily fact may go out, `rest` for so many seconds until what is due is looked for again.
    """

    front_desk: FrontDesk
    now: Callable[[], float]
    dice: random.Random
    remembered: Path
    database: Database
    pace: Callable[[], Awaitable[None]]
    rest: Callable[[float], Awaitable[object]] = asyncio.sleep
    report_channel_id: int | None = None
    dev_guild_id: int | None = None
    shard_count: int | None = None


class SpacewalkBot(commands.AutoShardedBot):
    """The bot on Discord. It needs no privileged intent and pings nobody."""

    def __init__(self, wiring: Wiring) -> None:
        """Build everything there is to build before connecting."""
        self.tries = doubt.Watch()
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=intents(),
            tree_cls=_Tree,
            allowed_mentions=discord.AllowedMentions.none(),
            activity=discord.CustomActivity(wiring.front_desk.presence()),
            shard_count=wiring.shard_count,
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_ratelimit_timeout=_LONGEST_WAIT,
            http_trace=self.tries.trace,
        )
        self.front_desk = wiring.front_desk
        self.now = wiring.now
        self.dice = wiring.dice
        self.report_channel_id = wiring.report_channel_id
        self.muted = MutedChannels(wiring.database)
        self.mentions = Mentions(self)
        self.daily = DailyFacts(self, wiring.database, wiring.front_desk.pool, wiring.pace, wiring.rest)
        self.reports = Cooldown(_REPORTS, _REPORTS_SECONDS)
        self._uses = Cooldown(_USES, _USES_SECONDS)
        self._database = wiring.database
        self._remembered = wiring.remembered
        self._rounds: asyncio.Task[None] | None = None
        self._dev_guild = discord.Object(wiring.dev_guild_id) if wiring.dev_guild_id else None
        self.add_dynamic_items(*DYNAMIC_ITEMS)
        for command in COMMANDS:
            self.tree.add_command(command)

    async def setup_hook(self) -> None:
        """Open the database and register the commands, before the gateway is connected and never again while it is."""
        await upgrade(self._database)
        await self.muted.load()
        await self.tree.set_translator(CatalogueTranslator())
        await register(self.tree, self._remembered, self._dev_guild)
        self._rounds = asyncio.create_task(self.daily.run(), name="daily facts")

    async def close(self) -> None:
        """Leave Discord; what was being posted is settled by whoever comes next."""
        if self._rounds is not None:
            self._rounds.cancel()
            await asyncio.gather(self._rounds, return_exceptions=True)
        await super().close()
        await self._database.close()

    def too_fast(self, person: int) -> float:
        """Count one use by a person; return for how many seconds to wait, 0 where that is no more than enough."""
        return self._uses.wait(person, self.now())

    def slow_down(self, person: int) -> None:
        """Count one use by a person. Raises TooFastError for one too many."""
        if seconds := self.too_fast(person):
            raise errors.TooFastError(seconds)

    async def on_ready(self) -> None:
        """Tell the operator, and note the servers left or joined meanwhile; it happens again with every connection."""
        _log.info("ready", user=str(self.user), guilds=len(self.guilds), shards=self.shard_count)
        for guild_id in await self.daily.subscriptions.guilds():
            if self.get_guild(guild_id) is None and self._is_ours(guild_id):
                await self.daily.subscriptions.left(guild_id, self.daily.seconds())
        for guild_id in await self.daily.subscriptions.departed():
            if self.get_guild(guild_id) is not None:
                await self.daily.subscriptions.joined(guild_id)
        await self.daily.knows_servers()

    def _is_ours(self, guild_id: int) -> bool:
        """Tell whether a server would be seen by one of the shards of this process."""
        return (guild_id >> 22) % (self.shard_count or 1) in self.shards

    async def on_guild_join(self, guild: discord.Guild) -> None:
        """Serve a server (again); nothing is said there."""
        await self.daily.subscriptions.joined(guild.id)

    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Plan nothing more for a server that was left; an outage of Discord does not count as leaving."""
        await self.daily.subscriptions.left(guild.id, self.daily.seconds())

    async def on_message(self, message: discord.Message, /) -> None:
        """Answer a question in a message."""
        await self.mentions.received(message)

    async def on_raw_message_delete(self, event: discord.RawMessageDeleteEvent) -> None:
        """Take the answer away with its question."""
        await self.mentions.deleted(event.message_id)

    async def on_raw_bulk_message_delete(self, event: discord.RawBulkMessageDeleteEvent) -> None:
        """Take the answers away with their questions."""
        for message_id in event.message_ids:
            await self.mentions.deleted(message_id)

    async def on_press(self, interaction: "discord.Interaction[SpacewalkBot]", press: Press) -> None:
        """Answer the press of a button."""
        try:
            await pressing.pressed(interaction, press)
        except Exception as error:  # noqa: BLE001 - the one error policy decides on all of them
            await errors.handle(interaction, error)

    async def on_choice(self, interaction: "discord.Interaction[SpacewalkBot]", values: Sequence[str]) -> None:
        """Answer the choice of a line of a menu."""
        try:
            await pressing.chosen(interaction, values)
        except Exception as error:  # noqa: BLE001 - the one error policy decides on all of them
            await errors.handle(interaction, error)

    def dispatch(self, event_name: str, /, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401 - as its base
        """Pass events on to listeners; commands and suggestions only to the tree, which spares a task for each."""
        if event_name == "interaction" and args[0].type in _OF_THE_TREE:
            return
        super().dispatch(event_name, *args, **kwargs)

    async def on_interaction(self, interaction: "discord.Interaction[SpacewalkBot]") -> None:
        """Take in forms, and answer buttons of versions that are gone."""
        try:
            if interaction.type is discord.InteractionType.modal_submit:
                await reporting.submitted(interaction)
            elif interaction.type is discord.InteractionType.component and not is_ours(custom_id(interaction)):
                await pressing.unknown(interaction)
        except Exception as error:  # noqa: BLE001 - the one error policy decides on all of them
            await errors.handle(interaction, error)

    async def on_error(self, event_method: str, /, *_args: object, **_kwargs: object) -> None:
        """Log what a listener raised."""
        _log.exception("a bug", listener=event_method)


class _Tree(app_commands.CommandTree[SpacewalkBot]):
    """The command tree, with the cooldown before and the error policy behind each command."""

    async def interaction_check(self, interaction: "discord.Interaction[SpacewalkBot]", /) -> bool:
        """Count the use of a command; suggestions while typing are not counted."""
        if interaction.type is discord.InteractionType.autocomplete:
            return True
        if seconds := interaction.client.too_fast(interaction.user.id):
            await errors.handle(interaction, errors.TooFastError(seconds))
            return False
        return True

    async def on_error(
        self, interaction: "discord.Interaction[SpacewalkBot]", error: app_commands.AppCommandError, /
    ) -> None:
        """Hand an error of a command to the one policy."""
        await errors.handle(interaction, error)
