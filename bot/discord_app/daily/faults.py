"""What an error of Discord, or on the way to it, means for a post. One table for all of them.

| what happens | means |
|---|---|
| 403 (50001, 50013, a locked thread, …) | refused: somebody has to grant a permission |
| 404 10003 | refused for good: the channel is gone |
| 404 otherwise | refused: what it is about is not there |
| 400 50083 | the thread is archived, and was not opened again |
| 400 and the rest of 4xx | malformed: our bug, and nothing was posted |
| 401 | failed: the token was withdrawn; nothing more is sent for a while |
| 429 without Via | failed: this address sends too much; nothing more is sent for as long as we are told |
| 429 with Via | discord.py waits by itself; a wait too long for that comes as RateLimited |
| 5xx, also after discord.py's own tries | failed, and perhaps posted all the same |
| a connection that could not be made | failed, surely not posted |
| a connection that broke | failed, and perhaps posted all the same |
| any of these after a try that left it open (`doubt.py`) | failed, and perhaps posted all the same |
"""

from http import HTTPStatus
from typing import Final

import aiohttp
import discord

from bot.daily.posting import Failed, Malformed, Refused
from bot.store.subscriptions import GONE

#: Everything that a request to Discord may raise without our having a bug.
REQUEST_ERRORS: Final = (discord.DiscordException, aiohttp.ClientError, OSError)

ARCHIVED: Final = 50083
_UNKNOWN_CHANNEL: Final = 10003
_MISSING_ACCESS: Final = 50001
#: How long to leave Discord alone when it does not say, in seconds.
_LONG_PAUSE: Final = 600.0


def fault_of(error: BaseException) -> Refused | Malformed | Failed:
    """Return what an error means for the message that was to be sent."""
    match error:
        case discord.HTTPException():
            return _of_answer(error)
        case discord.RateLimited():
            return Failed("rate-limited", perhaps=False, pause=error.retry_after)
        case aiohttp.ClientConnectorError():
            return Failed("unreachable", perhaps=False)
        case _:
            return Failed("disconnected", perhaps=True)


def _of_answer(error: discord.HTTPException) -> Refused | Malformed | Failed:
    match error.status:
        case HTTPStatus.FORBIDDEN:
            return Refused("no-access" if error.code == _MISSING_ACCESS else "missing-permission")
        case HTTPStatus.NOT_FOUND if error.code == _UNKNOWN_CHANNEL:
            return Refused(GONE, lasting=True)
        case HTTPStatus.NOT_FOUND:
            return Refused("no-such-message")
        case HTTPStatus.UNAUTHORIZED:
            return Failed("unauthorised", perhaps=False, pause=_LONG_PAUSE, by_all=True)
        case HTTPStatus.TOO_MANY_REQUESTS:
            return Failed("rate-limited", perhaps=False, pause=_retry_after(error), by_all=True)
        case status if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return Failed("discord-fails", perhaps=True)
        case _ if error.code == ARCHIVED:
            return Refused("archived-thread")
        case _:
            return Malformed(f"refused-{error.status}-{error.code}")


def _retry_after(error: discord.HTTPException) -> float:
    try:
        return float(error.response.headers.get("Retry-After", _LONG_PAUSE))
    except ValueError:
        return _LONG_PAUSE
