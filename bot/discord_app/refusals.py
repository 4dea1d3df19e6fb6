"""What keeps the bot from running, as a sentence that says what to do about it."""

from typing import Final

import aiohttp
import discord
from discord import app_commands

from bot.discord_app.client import Wiring
from bot.store.upgrading import UnusableDatabaseError

#: What `start` of a client may raise that has a sentence here.
KNOWN: Final = (aiohttp.ClientConnectionError, discord.DiscordException, UnusableDatabaseError)
#: Discord's codes for closing a gateway connection over the number of shards.
_WRONG_SHARDS: Final = frozenset({4010, 4011})


class CannotRunError(Exception):
    """The bot cannot run as it is set up. The message says why, and what to do."""


class NotNowError(Exception):
    """Something that the bot needs is not there, however well it is set up. The message says what."""


def refusal(error: Exception, wiring: Wiring, database: str) -> CannotRunError | NotNowError | None:
    """Return what to tell the operator of one of the KNOWN errors, None where there is nothing but the error itself.

    `database` is what the database may be called in public.
    """
    match error:
        case UnusableDatabaseError():
            return NotNowError(f"{database}: {error}")
        case discord.LoginFailure():
            return CannotRunError("Discord refuses DISCORD_TOKEN. Copy it anew from the developer portal.")
        case discord.Forbidden() | discord.NotFound() if wiring.dev_guild_id is not None:
            return CannotRunError(
                f"DEV_GUILD_ID: Discord lets the bot register no commands in server {wiring.dev_guild_id} ({error}). "
                "Is that its number, and has the bot been invited there with the scope applications.commands?"
            )
        case app_commands.CommandSyncFailure():
            return CannotRunError(f"Discord refuses the commands: {error}")
        case discord.ConnectionClosed(code=code) if code in _WRONG_SHARDS:
            return CannotRunError(
                f"SHARD_COUNT: Discord does not take {wiring.shard_count or 'this many'} (code {code}); "
                "without it the bot connects with as many as Discord recommends."
            )
        case aiohttp.ClientConnectionError() | discord.GatewayNotFound():
            return NotNowError(f"Discord cannot be reached ({error}). Is there a network?")
        case discord.HTTPException():
            return NotNowError(f"Discord answers with an error ({error}). Try again later.")
        case discord.ConnectionClosed(code=code):
            return NotNowError(f"Discord has closed the connection (code {code}). Try again later.")
        case _:
            return None
