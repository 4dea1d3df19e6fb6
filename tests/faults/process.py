"""The bot as a process of its own that talks to a loopback Discord, to be killed and started again."""

import os
import subprocess
import sys
from pathlib import Path
from typing import Final, Self

from tests.faults.loopback import Loopback

_ROOT: Final = Path(__file__).parents[2]
_PASSED_ON: Final = {"PATH", "SYSTEMROOT", "LANG"}
_PATIENCE: Final = 30.0


class BotProcess:
    """`spacewalk-bot run` with a folder as its home, which it finds again at every start."""

    def __init__(self, loopback: Loopback, folder: Path, **settings: str) -> None:
        self.log = folder / "bot.log"
        self._folder = folder
        self._process: subprocess.Popen[bytes] | None = None
        self._environment = {
            **{name: value for name, value in os.environ.items() if name in _PASSED_ON},
            "HOME": str(folder),
            "PYTHONPATH": str(_ROOT),
            "LOOPBACK_URL": loopback.url,
            "DISCORD_TOKEN": loopback.token,
            **settings,
        }

    def start(self) -> None:
        """Start the process; its log is added to that of those before."""
        with self.log.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.faults.launch", "run"],
                cwd=self._folder,
                env=self._environment,
                stdout=log,
                stderr=log,
            )

    def kill(self) -> None:
        """End the process as by a power cut: it does nothing any more when this returns. Any thread may do it."""
        process = self._process
        if process is not None:
            process.kill()
            process.wait(_PATIENCE)

    def stop(self) -> int:
        """Ask the process to stop; return its exit code."""
        assert self._process is not None
        self._process.terminate()
        return self.ended()

    def ended(self) -> int:
        """Wait until the process has ended; return its exit code, -9 if it was killed."""
        assert self._process is not None
        return self._process.wait(_PATIENCE)

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self.kill()
