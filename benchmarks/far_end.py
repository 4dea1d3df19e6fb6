"""The far end of the wire, in a process of its own: a gateway that sends interactions, an API that takes responses.

`python -m benchmarks.far_end` writes its address on its first line. Then, for each line of input, an `Order`, it has
the bot with that token answer, and writes a line when the last response is there. It ends with its input.
"""

import asyncio
import sys
from collections import defaultdict
from collections.abc import Mapping
from itertools import count
from typing import Any, Final, NamedTuple

import orjson
from aiohttp import web

from benchmarks.incoming import GUILD, command_used_in_guild

#: So many interactions are being answered at any moment, as on a busy day.
AT_ONCE: Final = 16
_HOST: Final = "127.0.0.1"
_USER: Final = {"id": "1", "username": "bot", "discriminator": "0", "avatar": None, "global_name": None, "bot": True}
_APPLICATION: Final = {
    "id": "1",
    "name": "bot",
    "description": "",
    "icon": None,
    "bot_public": True,
    "bot_require_code_grant": False,
    "owner": _USER,
    "verify_key": "",
    "flags": 0,
}
_SENT: Final = "2026-03-18T12:00:00.000000+00:00"
_HEARTBEAT, _IDENTIFY, _HELLO, _ACKNOWLEDGED = 1, 2, 10, 11
_MESSAGE: Final = 4


class Order(NamedTuple):
    """Commands for a bot to answer: command, option, value of each."""

    token: str
    uses: list[tuple[str, str, str]]


class _FarEnd:
    def __init__(self) -> None:
        self._gateways: defaultdict[str, asyncio.Future[web.WebSocketResponse]] = defaultdict(asyncio.Future)
        self._people = count(1)
        self._free = asyncio.Semaphore(AT_ONCE)

    def app(self) -> web.Application:
        """Return what is served."""
        app = web.Application()
        app.router.add_get("/users/@me", _giving(_USER))
        app.router.add_get("/oauth2/applications/@me", _giving(_APPLICATION))
        app.router.add_put("/applications/1/commands", _giving([]))
        app.router.add_get("/gateway/bot", self._found)
        app.router.add_get("/gateway", self._connected)
        app.router.add_post("/interactions/{interaction}/{token}/callback", self._responded)
        return app

    async def deliver(self, order: Order) -> None:
        """Have a bot answer, and wait for its last response."""
        socket = await self._gateways[order.token]
        uses = [command_used_in_guild(next(self._people), *use) for use in order.uses]
        frames = [_dispatched("INTERACTION_CREATE", use, number) for number, use in enumerate(uses, start=3)]
        for frame in frames:
            await self._free.acquire()
            await socket.send_str(frame)
        for _ in range(AT_ONCE):
            await self._free.acquire()
        for _ in range(AT_ONCE):
            self._free.release()

    async def _found(self, request: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}
        return _json({"url": f"ws://{request.host}/gateway", "shards": 1, "session_start_limit": limit})

    async def _connected(self, request: web.Request) -> web.WebSocketResponse:
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        await socket.send_str(_frame({"op": _HELLO, "d": {"heartbeat_interval": 41_250}}))
        async for message in socket:
            frame = orjson.loads(message.data)
            if frame["op"] == _HEARTBEAT:
                await socket.send_str(_frame({"op": _ACKNOWLEDGED}))
            elif frame["op"] == _IDENTIFY:
                await socket.send_str(_dispatched("READY", _ready(request.host), 1))
                await socket.send_str(_dispatched("GUILD_CREATE", GUILD, 2))
                self._gateways[frame["d"]["token"]].set_result(socket)
        return socket

    async def _responded(self, request: web.Request) -> web.Response:
        """Give back the message that a response makes: Discord does where it is asked to, and the library asks."""
        response = orjson.loads(await request.read())
        interaction = request.match_info["interaction"]
        self._free.release()
        about = {"id": interaction, "type": 2, "response_message_id": interaction}
        message = _message(interaction, response["data"])
        return _json({"interaction": about, "resource": {"type": _MESSAGE, "message": message}})


def _ready(host: str) -> dict[str, Any]:
    session = {"session_id": "1", "resume_gateway_url": f"ws://{host}/gateway", "shard": [0, 1]}
    return {
        **session,
        "v": 10,
        "user": _USER,
        "guilds": [{"id": GUILD["id"], "unavailable": True}],
        "application": {"id": "1", "flags": 0},
    }


def _message(id: str, data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "id": id,
        "channel_id": "2",
        "type": 20,
        "author": _USER,
        "content": data.get("content", ""),
        "embeds": [{"type": "rich", **embed} for embed in data.get("embeds", [])],
        "components": data.get("components", []),
        "flags": data.get("flags", 0),
        "timestamp": _SENT,
        "edited_timestamp": None,
        "application_id": "1",
        "webhook_id": "1",
        "attachments": [],
        "mentions": [],
        "mention_roles": [],
        "mention_everyone": False,
        "pinned": False,
        "tts": False,
    }


def _frame(frame: Mapping[str, Any]) -> str:
    return orjson.dumps({"t": None, "s": None, "d": None, **frame}).decode()


def _dispatched(event: str, data: Mapping[str, Any], number: int) -> str:
    return _frame({"op": 0, "t": event, "s": number, "d": data})


def _json(data: object) -> web.Response:
    return web.Response(body=orjson.dumps(data), content_type="application/json")


def _giving(data: object) -> Any:  # noqa: ANN401 - a handler, in whichever form the library takes them
    async def give(_request: web.Request) -> web.Response:
        return _json(data)

    return give


async def _serve() -> None:
    far_end = _FarEnd()
    runner = web.AppRunner(far_end.app(), access_log=None)
    await runner.setup()
    await web.TCPSite(runner, _HOST, 0).start()
    print(f"http://{_HOST}:{runner.addresses[0][1]}", flush=True)
    while line := await asyncio.to_thread(sys.stdin.readline):
        await far_end.deliver(Order(*orjson.loads(line)))
        print("done", flush=True)
    await runner.cleanup()


if __name__ == "__main__":
    asyncio.run(_serve())
