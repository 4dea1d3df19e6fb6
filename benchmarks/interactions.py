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
from time import process_time
from typing import Final, Self

import discord
import orjson
from discord.ext import commands

from benchmarks.do_nothing import DoNothingBot
from benchmarks.far_end import Order
from benchmarks.figures import Figure, Row, Section, Unit
from benchmarks.golden import read_golden
from benchmarks.setting import Setting
from bot.answering import Librarian, Wording
from bot.corpus.collector import collect_rarely, collector_paused
from bot.discord_app.autocomplete import Kind
from bot.discord_app.client import SpacewalkBot, Wiring
from bot.discord_app.front_desk import FrontDesk
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
    """Let both bots take the same interactions in turns; count processor time, in which other programs have no part.

    The gateway and the API are real, over loopback, without encryption and compression.
    """
    configure_logging("warning", "text")
    collect_rarely()
    with collector_paused():
        desk = FrontDesk(Librarian(setting.corpus, Wording()))
    kinds = {
        "picked entry": (_picked(desk), _SHARE),
        "question asked before": (_again(setting), _SHARE),
        "question never seen": (_unseen(), _SHARE_UNSEEN),
    }
    with tempfile.TemporaryDirectory() as folder:
        rows = asyncio.run(_compared(desk, Path(folder), kinds))
    title = f"Interactions a second of processor time, median of {_ROUNDS} rounds in turns (lowest to highest)"
    return Section(title, (), tuple(rows))


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


async def _compared(desk: FrontDesk, folder: Path, kinds: dict[str, tuple[list[list[Use]], float]]) -> list[Row]:
    dice = random.Random(1)  # noqa: S311 - chooses a story, guards no secret
    wiring = Wiring(desk, now=lambda: 0.0, dice=dice, remembered=folder / "commands.json")
    async with _Wire() as wire, SpacewalkBot(wiring) as ours, DoNothingBot() as nothing:
        sides = [_Side(wire, ours, "ours"), _Side(wire, nothing, "nothing")]
        for side in sides:
            await side.rate([_FIRST] * _USES)  # opens the connections, and warms the library up
        return [await _row(name, sides, rounds, share) for name, (rounds, share) in kinds.items()]


async def _row(name: str, sides: "Sequence[_Side]", rounds: list[list[Use]], share: float) -> Row:
    if rounds[0] == rounds[-1]:
        await sides[0].rate(rounds[0])  # what is asked again has been asked once
    rates = [[await side.rate(uses) for side in sides] for uses in rounds]
    ours, nothing = zip(*rates, strict=True)
    shares = [mine / other * _PERCENT for mine, other in rates]
    return Row(
        name,
        (
            _figure("this bot", ours, Unit.PER_SECOND),
            _figure("a bot that does nothing", nothing, Unit.PER_SECOND),
            _figure("share", shares, Unit.PERCENT, share),
        ),
    )


def _figure(name: str, measured: Sequence[float], unit: Unit, least: float | None = None) -> Figure:
    return Figure(name, median(measured), unit, least=least, spread=(min(measured), max(measured)))


class _Wire:
    """The far end, for as long as it is needed."""

    async def __aenter__(self) -> Self:
        """Start it, and turn the library to it."""
        self._process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "benchmarks.far_end", stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        discord.http.Route.BASE = await self._line()
        return self

    async def __aexit__(self, *_: object) -> None:
        """End it, whatever it is waiting for."""
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

    async def rate(self, uses: list[Use]) -> float:
        """Return how many interactions, each by somebody else, are answered in a second of processor time.

        Raises what ended the bot, where it did not stay connected.
        """
        start = process_time()
        delivered = asyncio.create_task(self._wire.deliver(Order(self._token, uses)))
        await asyncio.wait({delivered, self._running}, return_when=asyncio.FIRST_COMPLETED)
        if self._running.done():
            self._running.result()
        await delivered
        return len(uses) / (process_time() - start)
