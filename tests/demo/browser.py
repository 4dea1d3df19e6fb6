"""A headless Chromium, driven by its own protocol over loopback: just what the test of the demo needs."""

import asyncio
import base64
import re
import shutil
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

import aiohttp

CHROMIUM: Final = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
_FLAGS: Final = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-port=0",
    "--window-size=1000,1500",
)
#: Milliseconds until a test gives up, and until it tries a key again.
_PATIENCE: Final = 20_000
_AT_WORK: Final = 1_000


class Page:
    """One page of the browser."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._sent = 0

    async def call(self, method: str, **parameters: object) -> dict[str, Any]:
        """Ask the browser for something and return what it says."""
        self._sent += 1
        await self._socket.send_json({"id": self._sent, "method": method, "params": parameters})
        while True:
            message = await self._socket.receive_json()
            if message.get("id") == self._sent:
                result: dict[str, Any] = message["result"]
                return result

    async def value(self, script: str) -> object:
        """Return the value of a JavaScript expression."""
        answer = await self.call("Runtime.evaluate", expression=script, returnByValue=True)
        return answer["result"].get("value")

    async def until(self, script: str) -> None:
        """Wait until a JavaScript expression is true."""
        assert await self.becomes(script, _PATIENCE), f"never came true: {script}"

    async def enter_until(self, script: str) -> None:
        """Press Enter until a JavaScript expression is true."""
        await self.repeat(self.enter, script)

    async def click_until(self, element: str, script: str) -> None:
        """Click an element until a JavaScript expression is true."""
        await self.repeat(lambda: self.value(f"{element}.click()"), script)

    async def repeat(self, act: Callable[[], Awaitable[object]], script: str) -> None:
        """Do something again until it has worked: the page drops keys and clicks while it is at work."""
        for _ in range(_PATIENCE // _AT_WORK):
            await act()
            if await self.becomes(script, _AT_WORK):
                return
        raise AssertionError(f"never came true: {script}")

    async def becomes(self, script: str, milliseconds: int) -> bool:
        """Tell whether a JavaScript expression comes true in time; the browser itself watches its page."""
        watched = f"""new Promise(resolve => {{
            const look = () => {{ try {{ return {script} }} catch {{ return false }} }};
            if (look()) return resolve(true);
            const timer = setTimeout(() => resolve(false), {milliseconds});
            new MutationObserver((_, observer) => {{
                if (look()) {{ observer.disconnect(); clearTimeout(timer); resolve(true); }}
            }}).observe(document, {{subtree: true, childList: true, attributes: true, characterData: true}});
        }})"""
        answer = await self.call("Runtime.evaluate", expression=watched, returnByValue=True, awaitPromise=True)
        return answer["result"].get("value") is True

    async def type(self, text: str) -> None:
        """Type into what has the focus."""
        await self.call("Input.insertText", text=text)

    async def enter(self) -> None:
        """Press Enter."""
        key = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 13}
        await self.call("Input.dispatchKeyEvent", type="keyDown", text="\r", **key)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **key)

    async def picture(self) -> bytes:
        """Take a picture of the page, as PNG."""
        shot = await self.call("Page.captureScreenshot", format="png")
        return base64.b64decode(shot["data"])


@asynccontextmanager
async def opened(url: str, profile: Path) -> AsyncIterator[Page]:
    """Open a page in a browser of its own."""
    assert CHROMIUM is not None
    browser = await asyncio.create_subprocess_exec(
        CHROMIUM,
        *_FLAGS,
        f"--user-data-dir={profile}",
        "about:blank",
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )
    try:
        assert browser.stderr is not None
        port = None
        while port is None:
            line = (await asyncio.wait_for(browser.stderr.readline(), 30)).decode()
            port = re.search(r"ws://[^/]+:(\d+)/", line)
        async with aiohttp.ClientSession() as session:
            listed = await session.get(f"http://127.0.0.1:{port[1]}/json")
            tab = next(tab for tab in await listed.json() if tab["type"] == "page")
            async with session.ws_connect(tab["webSocketDebuggerUrl"], max_msg_size=0) as socket:
                page = Page(socket)
                await page.call("Page.navigate", url=url)
                yield page
    finally:
        browser.terminate()
        await browser.communicate()
