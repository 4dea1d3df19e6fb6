"""What an answer costs the bot on Discord: from an interaction received to its response sent, inside the process."""

import asyncio
import random
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter
from typing import Any, Final

import discord
import orjson
from discord.webhook.async_ import AsyncWebhookAdapter, async_context

from benchmarks.figures import Figure, Section, Unit, percentile
from benchmarks.incoming import command_used
from benchmarks.setting import Setting
from bot.answering import Librarian, Wording
from bot.corpus.collector import collector_paused
from bot.daily.pace import Pace
from bot.discord_app.autocomplete import SORTS, Kind
from bot.discord_app.client import SpacewalkBot, Wiring
from bot.discord_app.collecting import collect_in_small_parts
from bot.discord_app.front_desk import FrontDesk
from bot.store.database import Database, file_address

_MILLISECONDS: Final = 1000
_ANSWER_LIMIT: Final = 5.0
_SUGGESTION_LIMIT: Final = 1.0
_TYPED: Final = 2000


def measure(setting: Setting) -> Section:
    """Send every entry of the corpus, and every question of the list, through the real client."""
    return asyncio.run(_measured(setting))


async def _measured(setting: Setting) -> Section:
    start = perf_counter()
    with collector_paused():
        desk = FrontDesk(Librarian(setting.corpus, Wording()))
    collect_in_small_parts()
    built = (perf_counter() - start) * _MILLISECONDS
    slugs = [key for sort in SORTS[Kind.ANYTHING] for key in setting.corpus.by_sort[sort]]
    with tempfile.TemporaryDirectory() as folder:
        line = _Line(desk, Path(folder))
        first = [await line.use("spacewalk", "query", slug) for slug in slugs]
        again = [await line.use("spacewalk", "query", slug) for slug in slugs]
        asked = [await line.use("ask", "question", question) for question in setting.questions]
    typed = list(_typed(desk, slugs))
    return Section(
        f"The bot on Discord, without the network ({len(slugs)} entries, {len(typed)} beginnings typed)",
        (
            Figure("front desk built, all indexes", built, Unit.MILLISECONDS),
            *_spread("picked entry, first time", first, _ANSWER_LIMIT),
            *_spread("picked entry, again", again, _ANSWER_LIMIT),
            *_spread("question never asked before", asked, _ANSWER_LIMIT),
            *_spread("suggestions while typing", typed, _SUGGESTION_LIMIT),
        ),
    )


class _Cut(AsyncWebhookAdapter):
    """Takes a response in where it would go onto the wire, as the bytes it would be."""

    at: float = 0.0

    async def request(self, *_args: object, payload: object = None, **_kwargs: object) -> Any:  # noqa: ANN401 - as its base
        """Note the moment at which the response was whole."""
        orjson.dumps(payload)
        self.at = perf_counter()
        return {"interaction": {"id": "1", "type": 2}}


class _Line:
    """The real client and its command tree. Interactions come in as Discord sends them; the way out is cut."""

    def __init__(self, desk: FrontDesk, folder: Path) -> None:
        self._people = 0
        dice = random.Random(1)  # noqa: S311 - chooses a story, guards no secret
        remembered = folder / "commands.json"
        database = Database(file_address(folder / "bot.sqlite"))  # never opened: nothing here is kept
        self._bot = SpacewalkBot(
            Wiring(desk, lambda: 0.0, dice, remembered, database=database, pace=Pace(0.0), shard_count=1)
        )
        self._cut = _Cut()  # type: ignore[no-untyped-call]  # discord.py leaves its constructor untyped
        async_context.set(self._cut)

    async def use(self, command: str, option: str, value: str) -> float:
        """Use a command as somebody new; return the milliseconds until the response was ready for the wire."""
        self._people += 1
        data: Any = command_used(self._people, command, option, value)
        state: Any = self._bot._connection  # noqa: SLF001 - an interaction is made of the client's state
        start = perf_counter()
        await self._bot.tree._call(discord.Interaction(data=data, state=state))  # noqa: SLF001 - where the gateway comes in
        if self._cut.at < start:
            raise RuntimeError(f"/{command} {option}: {value} got no response")
        return (self._cut.at - start) * _MILLISECONDS


def _typed(desk: FrontDesk, slugs: Sequence[str]) -> Iterator[float]:
    """Yield the milliseconds of suggestions for beginnings of names, half of them with a slip."""
    dice = random.Random(1)  # noqa: S311 - makes slips, guards no secret
    for _ in range(_TYPED):
        letters = list(dice.choice(slugs).replace("-", " "))[: dice.randint(1, 30)]
        if dice.getrandbits(1):
            letters[dice.randrange(len(letters))] = dice.choice("abcdefgh")
        start = perf_counter()
        desk.suggest(dice.choice(list(Kind)), "".join(letters))
        yield (perf_counter() - start) * _MILLISECONDS


def _spread(name: str, milliseconds: Sequence[float], limit: float) -> tuple[Figure, ...]:
    return (
        Figure(f"{name}, median", percentile(milliseconds, 0.5), Unit.MILLISECONDS),
        Figure(f"{name}, 99th percentile", percentile(milliseconds, 0.99), Unit.MILLISECONDS, limit),
        Figure(f"{name}, slowest", max(milliseconds), Unit.MILLISECONDS),
    )
