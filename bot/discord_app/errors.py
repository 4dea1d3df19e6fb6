"""The one error policy of the Discord front end.

What happened is looked for in this order, and the first that fits decides:

1. Wrong input: what was typed or picked cannot be read. The person is told what can be; nothing is logged.
2. Asked too often. The person is told for how long to wait; nothing is logged.
3. A missing permission, of the person or of the bot. The person is told; nothing is logged.
4. A command that Discord knows in another form than we do. The person is told to restart Discord; a note is logged.
5. The interaction has expired (10062). Nobody can be told any more; a note is logged.
6. The interaction was answered already (40060). The person has an answer; a note is logged.
7. Discord itself fails (5xx). The person is asked to try again; a warning is logged.
8. Anything else is our bug. The person gets a reference, and the log gets the cause under the same reference.

Whatever people are told is for them alone. A failure to tell them is logged as a note and ends there.
"""

import math
import secrets
from typing import TYPE_CHECKING, Final

import discord
import structlog
from discord import app_commands

from bot.answering import Wording
from bot.discord_app import texts
from bot.discord_app.daily import texts as daily_texts
from bot.discord_app.daily.typed import TypedError

if TYPE_CHECKING:
    from bot.discord_app.client import SpacewalkBot

_log: Final = structlog.stdlib.get_logger(__name__)

_EXPIRED: Final = 10062
_ANSWERED: Final = 40060
_MISSING_ACCESS: Final = 50001
_MISSING_PERMISSIONS: Final = 50013
_SERVER_ERROR: Final = 500


class TooFastError(app_commands.AppCommandError):
    """Somebody asks too often. `seconds` is how long they have to wait."""

    def __init__(self, seconds: float) -> None:
        """Say for how long to wait."""
        super().__init__(f"wait {seconds:.1f} s")
        self.seconds = seconds


class NotInServerError(app_commands.CheckFailure):
    """A server has only the commands of the bot, not the bot itself, which could write there."""


async def handle(interaction: "discord.Interaction[SpacewalkBot]", error: Exception) -> None:
    """Deal with whatever an interaction raised. Never raises itself."""
    cause = _cause(error)
    said = _said(interaction.client.front_desk.words, cause)
    if said is None:
        return
    try:
        await tell(interaction, said)
    except (discord.HTTPException, discord.InteractionResponded, OSError) as failure:
        _log.info("the person could not be told", said=said, failure=str(failure))


async def tell(interaction: discord.Interaction, said: str) -> None:
    """Say something to the person alone, whether or not the interaction has been answered already."""
    if interaction.response.is_done():
        await interaction.followup.send(said, ephemeral=True)
    else:
        await interaction.response.send_message(said, ephemeral=True)


def _cause(error: Exception) -> Exception:
    """Return what a command raised, without what discord.py wraps around it."""
    if isinstance(error, app_commands.CommandInvokeError):
        return error.original
    return error


def _said(words: Wording, error: Exception) -> str | None:
    """Return what to tell the person, None where nothing can be told; log what needs to be logged."""
    match error:
        case app_commands.TransformerError():
            return texts.replies.bad_input(words)
        case TypedError():
            return error.said(words)
        case TooFastError():
            return texts.replies.slow_down(words, math.ceil(error.seconds))
        case app_commands.BotMissingPermissions():
            return texts.replies.i_am_not_allowed(words)
        case app_commands.NoPrivateMessage():
            return daily_texts.targets.only_in_servers(words)
        case NotInServerError():
            return daily_texts.targets.not_in_server(words)
        case app_commands.CheckFailure():
            return texts.replies.not_allowed(words)
        case discord.Forbidden() if error.code in {_MISSING_ACCESS, _MISSING_PERMISSIONS}:
            return texts.replies.i_am_not_allowed(words)
        case app_commands.CommandNotFound() | app_commands.CommandSignatureMismatch():
            _log.info("a command is used that is registered in another form", error=str(error))
            return texts.replies.command_is_old(words)
        case _:
            return _said_of_failure(words, error)


def _said_of_failure(words: Wording, error: Exception) -> str | None:
    """Return what to tell the person when something failed: between Discord and the bot, or in the bot."""
    match error:
        case discord.HTTPException() if error.code == _EXPIRED:
            _log.info("an interaction expired before it was answered")
            return None
        case discord.HTTPException() | discord.InteractionResponded() if getattr(error, "code", _ANSWERED) == _ANSWERED:
            _log.info("an interaction was answered twice")
            return None
        case discord.HTTPException() if error.status >= _SERVER_ERROR:
            _log.warning("Discord failed", status=error.status)
            return texts.replies.discord_is_down(words)
        case _:
            return _said_of_bug(words, error)


def _said_of_bug(words: Wording, error: Exception) -> str:
    reference = secrets.token_hex(4)
    _log.error("a bug", reference=reference, exc_info=error)
    return texts.replies.our_bug(words, reference)
