"""Runs the whole bot against a loopback, by a clock of the test's, and kills it where it is told to.

`python -m tests.faults.proof.launch run`, with LOOPBACK_URL, BEAT ("base rate ahead") and KILL_AT ("point nth").
"""

import asyncio
import dataclasses
import os
import time
from pathlib import Path
from typing import Final
from unittest import mock

from bot.answering import Librarian
from bot.cli import main
from bot.discord_app import running
from bot.discord_app.client import Wiring
from bot.settings import Settings
from tests.faults.launch import pointed_at
from tests.faults.proof import points
from tests.faults.proof.clock import Beat
from tests.faults.proof.worker import killer

_REST: Final = 0.2
_wiring: Final = running.wiring


def _by(beat: Beat) -> mock.Mock:
    def wiring(settings: Settings, librarian: Librarian, data_folder: Path) -> Wiring:
        made = _wiring(settings, librarian, data_folder)
        return dataclasses.replace(made, now=lambda: beat.at(time.time()), rest=lambda _seconds: asyncio.sleep(_REST))

    return mock.Mock(side_effect=wiring)


if __name__ == "__main__":
    point, _, nth = os.environ["KILL_AT"].partition(" ")
    with (
        pointed_at(os.environ["LOOPBACK_URL"]),
        points.watched(killer((point, int(nth)) if point else None)),
        mock.patch.object(running, "wiring", _by(Beat(*map(float, os.environ["BEAT"].split())))),
    ):
        main()
