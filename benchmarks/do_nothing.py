"""A bot that knows nothing: what is left of the cost of an answer is the library and the wire."""

from typing import TYPE_CHECKING

import discord
from discord import app_commands
from discord.ext import commands

from bot.discord_app.client import intents

if TYPE_CHECKING:
    Interaction = discord.Interaction[commands.AutoShardedBot]

_SAID = "A fixed short text."


class DoNothingBot(commands.AutoShardedBot):
    """The same client as the bot's, set up alike, with commands that answer with a fixed short text."""

    def __init__(self) -> None:
        """Take the commands."""
        super().__init__(
            command_prefix=commands.when_mentioned,
            help_command=None,
            intents=intents(),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
            chunk_guilds_at_startup=False,
            member_cache_flags=discord.MemberCacheFlags.none(),
        )
        self.tree.add_command(spacewalk)
        self.tree.add_command(ask)


@app_commands.command(description=_SAID)
async def spacewalk(interaction: "Interaction", query: str) -> None:  # noqa: ARG001 - an option of the command
    """Answer a pick."""
    await interaction.response.send_message(_SAID)


@app_commands.command(description=_SAID)
async def ask(interaction: "Interaction", question: str) -> None:  # noqa: ARG001 - an option of the command
    """Answer a question."""
    await interaction.response.send_message(_SAID)
