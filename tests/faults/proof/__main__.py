"""The proof that each subscription gets one message a local day, or an honest word in the ledger: `make faults`.

Each kind of fault is injected, alone and with others, into the real thing: discord.py over real HTTP, a real database,
real processes that are really killed. Then the messages that stand are held against the ledger. Exit code 1 where one
stands twice, where nothing is known of a day, where the ledger is untrue, or where too few faults were injected.
"""

import asyncio
import logging
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Final

import structlog
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from sqlalchemy.engine import URL

from bot.store.database import file_address
from tests.faults.proof import in_process, kills, postgres
from tests.faults.proof.cases import Case, cases
from tests.faults.proof.chain import STEPS
from tests.faults.proof.counting import Count
from tests.faults.proof.figures import Figures

#: At which step each chain begins, so that each step meets each length of time nobody is there.
_LIGHT: Final = range(0, len(STEPS), 3)
_SEVERAL: Final = ((2, 0), (4, 1))
_WHOLE: Final = (0, 1)
_AT_ONCE: Final = 2
_WIDTH: Final = 130


def main() -> int:
    """Run everything; print the table and what is wrong. Return the exit code."""
    # Forked from a process without threads, and before anything else is imported there.
    kills.preload()
    logging.disable(logging.CRITICAL)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    console = Console(width=None if sys.stdout.isatty() else _WIDTH)
    begun = time.monotonic()
    figures = Figures()
    bars = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn()
    with (
        tempfile.TemporaryDirectory(prefix="faults-") as folder,
        Progress(*bars, console=console, disable=not console.is_terminal, transient=True) as progress,
        postgres.serving(Path(folder) / "pg") as server,
    ):
        asyncio.run(postgres.make_template(server))
        _many_faults(figures, progress, Path(folder), server)
        _real_kills(figures, progress, Path(folder), server)
    console.print(figures.table())
    failures = figures.failures()
    for failure in failures:
        console.print(failure, style="red", markup=False)
    console.print(f"{'Failed' if failures else 'Holds'}, in {time.monotonic() - begun:.0f} s.")
    return 1 if failures else 0


def _many_faults(figures: Figures, progress: Progress, folder: Path, server: URL) -> None:
    all_cases = cases()
    bar = progress.add_task("faults in one process", total=len(all_cases))

    def told(case: Case, injected: int, found: Count) -> None:
        figures.add(case.kind, injected, 0, found)
        progress.advance(bar)

    in_process.run(all_cases, folder, server, told)


def _real_kills(figures: Figures, progress: Progress, folder: Path, server: URL) -> None:
    chains = list(_chains(folder, server))
    bar = progress.add_task("processes killed", total=len(chains))

    def told(kind: str, killed: int, found: Count) -> None:
        figures.add(kind, killed, killed, found)

    with ThreadPoolExecutor(_AT_ONCE) as pool:
        for done in [pool.submit(chain, told) for chain in chains]:
            done.result()
            progress.advance(bar)


def _chains(folder: Path, server: URL) -> Iterator[Callable[[kills.Told], None]]:
    """Yield what is to be done, the longest first."""
    for processes, first in _SEVERAL:
        address = asyncio.run(postgres.new_database(server))
        yield partial(kills.several, address, processes, first)
    for first in _WHOLE:
        home = folder / f"bot-{first}"
        home.mkdir()
        yield partial(kills.whole_bot, file_address(home / "facts.sqlite"), home, first)
    for first in _LIGHT:
        yield partial(kills.one_after_the_other, file_address(folder / f"light-{first}.sqlite"), first)


if __name__ == "__main__":
    sys.exit(main())
