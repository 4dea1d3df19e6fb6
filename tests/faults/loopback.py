"""A Discord on this machine, for tests of what goes wrong: real HTTP, a real gateway, and faults on demand.

In an asyncio test `async with Loopback() as loopback`; `with Loopback() as loopback` serves from a thread of its own,
and outlives the bot's process, which may be killed and started again. What was sent stays.
"""

import asyncio
import threading
import time
from collections.abc import Callable
from typing import Final, Self

from aiohttp import web

from tests.faults.changes import Predicate
from tests.faults.gateway import Gateway
from tests.faults.people import People
from tests.faults.plan import Plan, fits
from tests.faults.rest import API, Request, Rest
from tests.faults.world import World

TOKEN: Final = "loopback-token"  # noqa: S105 - opens nothing


class Loopback:
    """The server, on a free port of 127.0.0.1. `now` gives seconds since 1970, `nonce_window` is in seconds."""

    def __init__(self, *, now: Callable[[], float] = time.time, nonce_window: float = 180.0) -> None:
        self.token = TOKEN
        self.world = World(now, nonce_window)
        self.people = People(self.world)
        self.gateway = Gateway(self.world, TOKEN)
        self.plan = Plan()
        self.url = ""
        self._rest = Rest(self.world, self.people, self.gateway, self.plan, TOKEN)
        self._runner: web.AppRunner | None = None
        self._thread: tuple[threading.Thread, asyncio.AbstractEventLoop] | None = None

    @property
    def requests(self) -> list[Request]:
        """All requests so far, in the order they came."""
        return self._rest.requests

    def asked(self, method: str, path: str) -> list[Request]:
        """Return the requests like `"POST", "/channels/*/messages"`."""
        return [request for request in self.requests if fits(request.method, request.path, method, path)]

    def wait(self, predicate: Predicate, seconds: float = 20.0) -> None:
        """Block until a predicate of what the loopback knows holds. Raises TimeoutError. For tests without a loop."""
        self.world.changes.wait(predicate, seconds)

    async def until(self, predicate: Predicate, seconds: float = 20.0) -> None:
        """Wait until a predicate of what the loopback knows holds. Raises TimeoutError. For tests on a loop."""
        await self.world.changes.until(predicate, seconds)

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_get("/gateway", self.gateway.serve)
        app.router.add_get("/gateway/", self.gateway.serve)
        app.router.add_route("*", API + "/{path:.*}", self._rest.serve)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        host, port = self._runner.addresses[0][:2]
        self.url = f"http://{host}:{port}"
        self.gateway.url = f"ws://{host}:{port}/gateway"
        return self

    async def __aexit__(self, *_error: object) -> None:
        assert self._runner is not None
        self.gateway.drop()
        await self._runner.cleanup()

    def __enter__(self) -> Self:
        loop = asyncio.new_event_loop()
        thread = threading.Thread(target=loop.run_forever, name="loopback")
        self._thread = thread, loop
        thread.start()
        return asyncio.run_coroutine_threadsafe(self.__aenter__(), loop).result()

    def __exit__(self, *_error: object) -> None:
        assert self._thread is not None
        thread, loop = self._thread
        asyncio.run_coroutine_threadsafe(self.__aexit__(), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()
