"""Kills real processes between claim, send and record, starts others in their place, and counts.

A process is started and killed, another takes over and is killed further on, and so on; now and then much time has
passed meanwhile, up to after the deadline. The last one is let live.
"""

import itertools
import multiprocessing
import os
import signal
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.context import ForkServerProcess
from pathlib import Path
from typing import Final

from sqlalchemy.engine import URL

from tests.faults.loopback import Loopback
from tests.faults.plan import Kill
from tests.faults.process import BotProcess
from tests.faults.proof.chain import LEASE, STEPS, Chain, Time, Where
from tests.faults.proof.clock import Beat
from tests.faults.proof.counting import Count
from tests.faults.proof.ticking import run
from tests.faults.proof.worker import Orders, work

_PATIENCE: Final = 60.0
_KILLED: Final = -signal.SIGKILL
_HOUR: Final = 3600
#: How long nobody is there after a kill, in turn: mostly just so long that claims have ended.
_DEAD: Final = (*[LEASE] * 4, 200, *[LEASE] * 4, 7 * _HOUR, LEASE, 150)
#: How many times as fast the time of several processes passes, so that nobody waits a minute for a claim to end.
_RATE: Final = 20.0
_EACH: Final = 6
_REST: Final = 0.2
_LOG_SHOWN: Final = 2000
_FORKS: Final = multiprocessing.get_context("forkserver")

#: Called with a kind, how many processes were killed, and how things came out if that is known now.
Told = Callable[[str, int, Count], None]


def preload() -> None:
    """Let processes start with everything imported; to be called before the first."""
    _FORKS.set_forkserver_preload(["tests.faults.proof.worker"])


@contextmanager
def _chain(address: URL, rate: float = 1.0) -> Iterator[Chain]:
    now = Time(Beat(time.time(), rate))
    with Loopback(now=now) as loopback:
        yield Chain(address, loopback, now)


def one_after_the_other(address: URL, first: int, told: Told) -> None:
    """Kill light processes at every step, beginning with one of them."""
    with _chain(address) as chain:
        for where, dead in zip(_from(first), itertools.cycle(_DEAD), strict=False):
            run(chain.subscribe(2, where.kind))
            [process] = _start(chain, 1, where)
            process.join(_PATIENCE)
            told(where.kind, process.exitcode == _KILLED, Count())
            chain.time.skip(dead)
        _let_live(chain, 1)
        _tell(chain, told)


def several(address: URL, processes: int, first: int, told: Told) -> None:
    """Let several processes work on one database, and kill one of them at every other step."""
    kind = f"kill -9, one of {processes} processes"
    with _chain(address, _RATE) as chain:
        for where in _from(first)[::2]:
            run(chain.subscribe(_EACH * processes, kind))
            started = _start(chain, processes, where)
            for process in started:
                process.join(_PATIENCE)
            told(kind, sum(each.exitcode == _KILLED for each in started), Count())
        chain.time.skip(LEASE)
        _let_live(chain, processes)
        _tell(chain, told)


def whole_bot(address: URL, folder: Path, first: int, told: Told) -> None:
    """Kill the whole bot at every third step."""
    kind = "kill -9, the whole bot"
    with _chain(address) as chain:
        bot = BotProcess(chain.loopback, folder, "tests.faults.proof.launch", DATABASE_URL=chain.database)
        for where, dead in zip(_from(first)[::3], itertools.cycle(_DEAD), strict=False):
            run(chain.subscribe(2, kind))
            _plan(chain, where, bot.kill)
            bot.start(**_settings(chain, where))
            told(kind, bot.ended() == _KILLED, Count())
            chain.loopback.plan.clear()
            chain.time.skip(dead)
        run(chain.subscribe(2, kind))
        bot.start(**_settings(chain))
        until = time.monotonic() + _PATIENCE
        while not run(chain.is_quiet()) and time.monotonic() < until:
            time.sleep(_REST)
        if code := bot.stop():
            log = bot.log.read_text(encoding="utf-8")[-_LOG_SHOWN:]
            told(kind, 0, Count(untrue=1, wrong=[f"untrue: the bot stopped with {code}: {log}"]))
        _tell(chain, told)


def _tell(chain: Chain, told: Told) -> None:
    for kind, found in run(chain.count()).items():
        told(kind, 0, found)


def _from(first: int) -> Sequence[Where]:
    return [*STEPS[first:], *STEPS[:first]]


def _start(chain: Chain, many: int, where: Where | None = None) -> list[ForkServerProcess]:
    """Start light processes; the first is the one to be killed."""
    started = []
    for number in range(many):
        point = where.point if where and number == 0 else None
        orders = Orders(chain.loopback.url, chain.loopback.token, chain.database, chain.time.beat, point)
        started.append(_FORKS.Process(target=work, args=(orders,)))
    if where is not None:
        _plan(chain, where, lambda: _kill(started[0]))
    for process in started:
        process.start()
    return started


def _kill(process: ForkServerProcess) -> None:
    if process.pid is not None:
        os.kill(process.pid, signal.SIGKILL)


def _plan(chain: Chain, where: Where, kill: Callable[[], object]) -> None:
    chain.loopback.plan.clear()
    if where.wire is not None:
        path, when = where.wire
        chain.loopback.plan.add("POST", path, Kill(when, kill))


def _let_live(chain: Chain, many: int) -> None:
    chain.loopback.plan.clear()
    for process in _start(chain, many):
        process.join(_PATIENCE)
        if process.exitcode is None:
            process.kill()


def _settings(chain: Chain, where: Where | None = None) -> dict[str, str]:
    beat, point = chain.time.beat, where.point if where else None
    return {
        "BEAT": f"{beat.base} {beat.rate} {beat.ahead}",
        "KILL_AT": f"{point[0]} {point[1]}" if point else "",
    }
