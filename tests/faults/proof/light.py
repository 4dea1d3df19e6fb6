"""The daily facts of the bot without the rest of it: discord.py logged in but not connected, and a handful of facts."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, cast

import discord

from bot.answering import Librarian, Wording
from bot.corpus import Corpus, load_corpus
from bot.daily.pool import Pool
from bot.discord_app.client import SpacewalkBot
from bot.discord_app.daily import doubt
from bot.discord_app.daily.service import DailyFacts
from bot.store.database import Database

_SMALL_CORPUS: Final = Path(__file__).parents[2] / "small_corpus"


@dataclass(frozen=True)
class Desk:
    """What daily facts are made of."""

    corpus: Corpus
    words: Wording
    pool: Pool


@cache
def desk() -> Desk:
    """Return a desk that knows what there is in the small corpus."""
    librarian = Librarian(load_corpus(_SMALL_CORPUS), Wording())
    return Desk(librarian.corpus, librarian.words, Pool(librarian))


class LightClient(discord.Client):
    """discord.py as the bot sets it up, as far as sending and reading go."""

    def __init__(self) -> None:
        self.tries = doubt.Watch()
        super().__init__(intents=discord.Intents.none(), max_ratelimit_timeout=30.0, http_trace=self.tries.trace)
        self.front_desk = desk()
        self.now: Callable[[], float]


async def _at_once() -> None:
    """Let the next fact go out now."""


def daily_facts(
    client: LightClient,
    database: Database,
    now: Callable[[], float],
    rest: Callable[[float], Awaitable[object]],
    pace: Callable[[], Awaitable[None]] = _at_once,
) -> DailyFacts:
    """Put the daily facts together as the bot does."""
    client.now = now
    bot = cast("SpacewalkBot", client)  # as much of it as daily facts touch
    return DailyFacts(bot, database, desk().pool, pace, rest)
