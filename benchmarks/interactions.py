"""How many interactions the bot answers, beside a bot that does nothing: the same library and wire, in one run."""

import asyncio
import random
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from string import ascii_lowercase
from time import perf_counter, process_time
from typing import Final, NamedTuple, Self

import discord
import orjson
from discord.ext import commands

from benchmarks.do_nothing import DoNothingBot
from benchmarks.far_end import Order
from benchmarks.figures import Figure, Row, Section, Unit
from benchmarks.golden import read_golden
from benchmarks.setting import Setting
from bot.answering import Librarian, Wording
from bot.corpus.collector import collector_paused
from bot.daily.pace import Pace
from bot.discord_app.autocomplete import SORTS, Kind
from bot.discord_app.client import SpacewalkBot, Wiring
from bot.discord_app.collecting import collect_in_small_parts
from bot.discord_app.front_desk import FrontDesk
from bot.store.database import Database, file_address
from bot.telemetry import configure_logging

_ROUNDS: Final = 9
#: Interactions in a round of picked entries, and of questions asked again.
_USES: Final = 300
_REPEATED: Final = 50
_PERCENT: Final = 100
_SHARE: Final = 70.0
_SHARE_UNSEEN: Final = 35.0
_TIMEOUT: Final = 120.0

#: Command, option, what is typed.
Use = tuple[str, str, str]


_FIRST: Final[Use] = ("spacewalk", "query", "voskhod-2")


def measure(setting: Setting) -> Section:
    """Let both bots take the same interactions in turns, several at once.

    Gateway and API are real, over loopback, without encryption and compression; they run in a process of their own, and
    both bots in this one. The share of processor time leaves out what the far end and other programs take.
    """
    configure_logging("warning", "text")
    with collector_paused():
        desk = FrontDesk(Librarian(setting.corpus, Wording()))
    collect_in_small_parts()
    kinds = {
        "entry never picked": (_entries(desk), None),
        "entry picked, of those first offered": (_picked(desk), _SHARE),
        "question asked before": (_again(setting), _SHARE),
        "question never seen": (_unseen(), _SHARE_UNSEEN),
    }
    with tempfile.TemporaryDirectory() as folder:
        rows = asyncio.run(_compared(desk, Path(folder), kinds))
    title = f"Interactions a second, median of {_ROUNDS} rounds in turns (lowest–highest)"
    return Section(title, (), tuple(rows))


def _entries(desk: FrontDesk) -> list[list[Use]]:
    """Return rounds of entries of all sorts, none of them twice."""
    dice = random.Random(1)  # noqa: S311 - shuffles, guards no secret
    slugs = sorted({key for sort in SORTS[Kind.ANYTHING] for key in desk.corpus.by_sort[sort]})
    dice.shuffle(slugs)
    return [[("spacewalk", "query", slug) for slug in slugs[start::_ROUNDS]] for start in range(_ROUNDS)]


def _picked(desk: FrontDesk) -> list[list[Use]]:
    """Return rounds of entries that people are offered when they have typed a letter, any of them as likely."""
    dice = random.Random(1)  # noqa: S311 - chooses entries, guards no secret
    offered = {entry.value for letter in ascii_lowercase for entry in desk.suggest(Kind.ANYTHING, letter)}
    slugs = sorted(offered)
    return [[("spacewalk", "query", dice.choice(slugs)) for _ in range(_USES)] for _ in range(_ROUNDS)]


def _again(setting: Setting) -> list[list[Use]]:
    """Return rounds of the same questions, over and over."""
    uses = [("ask", "question", question) for question in setting.questions[:: len(setting.questions) // _REPEATED]]
    return [[uses[number % len(uses)] for number in range(_USES)]] * _ROUNDS


def _unseen() -> list[list[Use]]:
    """Return rounds of questions of all sorts and languages, none of them twice."""
    dice = random.Random(1)  # noqa: S311 - shuffles, guards no secret
    questions = list(dict.fromkeys(golden.question for golden in read_golden()))
    dice.shuffle(questions)
    return [[("ask", "question", question) for question in questions[start::_ROUNDS]] for start in range(_ROUNDS)]


async def _compared(desk: FrontDesk, folder: Path, kinds: dict[str, tuple[list[list[Use]], float | None]]) -> list[Row]:
    dice = random.Random(1)  # noqa: S311 - chooses a story, guards no secret
    database = Database(file_address(folder / "bot.sqlite"))
    wiring = Wiring(desk, lambda: 0.0, dice, folder / "commands.json", database=database, pace=Pace(0.0))
    async with _Wire() as wire, SpacewalkBot(wiring) as ours, DoNothingBot() as nothing:
        sides = [_Side(wire, ours, "ours"), _Side(wire, nothing, "nothing")]
        for side in sides:
            await side.rates([_FIRST] * _USES)  # opens the connections, and warms the library up
        return [await _row(name, sides, rounds, share) for name, (rounds, share) in kinds.items()]


async def _row(name: str, sides: "Sequence[_Side]", rounds: list[list[Use]], share: float | None) -> Row:
    if rounds[0] == rounds[-1]:
        await sides[0].rates(rounds[0])  # what is asked again has been asked once
    measured = [[await side.rates(uses) for side in sides] for uses in rounds]
    ours, nothing = zip(*measured, strict=True)
    return Row(
        name,
        (
            _figure("this bot", [rates.wall for rates in ours], Unit.PER_SECOND),
            _figure("a bot that does nothing", [rates.wall for rates in nothing], Unit.PER_SECOND),
            _figure("share", [mine.wall / other.wall * _PERCENT for mine, other in measured], Unit.PERCENT, share),
            _figure("of processor time", [mine.cpu / other.cpu * _PERCENT for mine, other in measured], Unit.PERCENT),
        ),
    )


def _figure(name: str, measured: Sequence[float], unit: Unit, least: float | None = None) -> Figure:
    return Figure(name, median(measured), unit, least=least, spread=(min(measured), max(measured)))


class _Rates(NamedTuple):
    """Interactions answered in a second: by the clock, and of processor time of this process."""

    wall: float
    cpu: float


class _Wire:
    """The far end, for as long as it is needed."""

    async def __aenter__(self) -> Self:
        """Start it, and turn the library to it."""
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "benchmarks.far_end", stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._discord, discord.http.Route.BASE = discord.http.Route.BASE, await self._line()
        return self

    async def __aexit__(self, *_: object) -> None:
        """End it, whatever it is waiting for, and turn the library back."""
        discord.http.Route.BASE = self._discord
        self._process.kill()
        await self._process.communicate()

    async def deliver(self, order: Order) -> None:
        """Have a bot answer. Raises TimeoutError where it does not."""
        if self._process.stdin is not None:
            self._process.stdin.write(orjson.dumps([*order]) + b"\n")
        await self._line()

    async def _line(self) -> str:
        line = await asyncio.wait_for(self._process.stdout.readline(), _TIMEOUT) if self._process.stdout else b""
        if not line:
            raise RuntimeError("the far end of the wire has ended")
        return line.decode().strip()


class _Side:
    """One of the bots, connected to the far end as it would be to Discord."""

    def __init__(self, wire: _Wire, bot: commands.AutoShardedBot, token: str) -> None:
        """Have the bot connect."""
        self._wire = wire
        self._token = token
        self._running = asyncio.create_task(bot.start(token))

    async def rates(self, uses: list[Use]) -> _Rates:
        """Have interactions answered, each by somebody else. Raises what ended the bot, where it is not connected."""
        wall, cpu = perf_counter(), process_time()
        delivered = asyncio.create_task(self._wire.deliver(Order(self._token, uses)))
        await asyncio.wait({delivered, self._running}, return_when=asyncio.FIRST_COMPLETED)
        if self._running.done():
            self._running.result()
        await delivered
        return _Rates(len(uses) / (perf_counter() - wall), len(uses) / (process_time() - cpu))
