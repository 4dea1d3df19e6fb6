"""Shows the stage in the browser until somebody ends it there or presses Ctrl-C."""

import asyncio
import contextlib
import errno
import os
import signal
import sys
import tempfile
import webbrowser
from collections.abc import Callable
from pathlib import Path

import simcord

from bot.answering import Librarian
from bot.demo.stage import staged


class CannotServeError(Exception):
    """The demo cannot be served. The message says why, and what to do."""


def show(librarian: Librarian, say: Callable[[str], None], port: int | None = None, *, browser: bool = True) -> None:
    """Serve the demo on loopback, say where, and open the browser where there is one. Raises CannotServeError."""
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
        async with staged(librarian, folder) as stage, contextlib.AsyncExitStack() as stack:
            preview = stage.env.preview(stage.channel, viewers=stage.people, layout="channel", port=port)
            try:
                await stack.enter_async_context(preview)
            except simcord.SetupError as error:
                raise CannotServeError(_refusal(error.__cause__ or error, port)) from None
            say(f"The demo runs at {preview.url}")
            say("Type / below the messages, press buttons, be Ada or Ben (“Viewing as”). Ctrl-C here ends it.")
            say("The page is titled SimCord Preview, after its simulator; leave Refresh, Capture and Inspector alone.")
            if browser and _has_browser():
                await asyncio.to_thread(webbrowser.open, preview.url)
            await preview.wait_closed()


def _refusal(error: BaseException, port: int | None) -> str:
    """Return what to tell of a port that cannot be listened on; None is the one that the system chose."""
    match error:
        case OSError(errno=errno.EADDRINUSE):
            why = "is taken by another program"
        case OSError(errno=errno.EACCES):
            why = "is for administrators alone"
        case _:
            why = f"cannot be used ({error})"
    return f"--port: {port or 'a free one'} {why}. Name another, e.g. --port 8765, or none: then a free one is found."


def _has_browser() -> bool:
    """Tell whether a window can open: a browser in the terminal would take the terminal from the demo."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))
