"""Shows the stage in the browser until somebody ends it there or presses Ctrl-C."""

import asyncio
import contextlib
import os
import signal
import sys
import tempfile
import webbrowser
from collections.abc import Callable
from pathlib import Path

from bot.answering import Librarian
from bot.demo.stage import staged


def show(librarian: Librarian, say: Callable[[str], None], port: int | None = None, *, browser: bool = True) -> None:
    """Serve the demo on loopback, say where, and open the browser where there is one."""
    with tempfile.TemporaryDirectory(prefix="spacewalk-bot-") as folder, contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_shown(librarian, say, Path(folder), port, browser=browser))


async def _shown(
    librarian: Librarian, say: Callable[[str], None], folder: Path, port: int | None, *, browser: bool
) -> None:
    task = asyncio.current_task()
    if task is not None:
        with contextlib.suppress(NotImplementedError):  # Windows has no such handlers
            asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    with contextlib.suppress(asyncio.CancelledError):
        async with staged(librarian, folder) as stage:
            preview = stage.env.preview(stage.channel, viewers=stage.people, layout="channel", port=port)
            async with preview:
                say(f"The demo runs at {preview.url}")
                say("Type / below the messages, press buttons, be Ada or Ben. Ctrl-C here ends it.")
                if browser and _has_browser():
                    await asyncio.to_thread(webbrowser.open, preview.url)
                await preview.wait_closed()


def _has_browser() -> bool:
    """Tell whether a window can open: a browser in the terminal would take the terminal from the demo."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
