"""The gateway: sessions that are identified, kept over lost connections, resumed, and told what happens."""

import asyncio
import json
import secrets
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from aiohttp import WSMsgType, web

from tests.faults.wire import Json
from tests.faults.world import World

_BAD_TOKEN: Final = 4004


class Op(IntEnum):
    """What a frame is."""

    DISPATCH = 0
    HEARTBEAT = 1
    IDENTIFY = 2
    RESUME = 6
    RECONNECT = 7
    INVALID_SESSION = 9
    HELLO = 10
    HEARTBEAT_ACK = 11


@dataclass
class Connection:
    """One websocket with what is still to be written to it. Frames may be put from any thread."""

    socket: web.WebSocketResponse
    loop: asyncio.AbstractEventLoop
    abort: Callable[[], None]
    frames: "asyncio.Queue[str]" = field(default_factory=asyncio.Queue)

    def put(self, frame: str) -> None:
        """Have a frame written."""
        self.loop.call_soon_threadsafe(self.frames.put_nowait, frame)


@dataclass
class Session:
    """What Discord keeps of one shard of one process: all it was told, and where it listens if it does."""

    id: str
    shard: tuple[int, int]
    connection: Connection | None
    told: list[str] = field(default_factory=list)

    def tell(self, event: str, data: Json | None) -> None:
        """Dispatch an event, or keep it until the session is resumed."""
        frame = _frame(Op.DISPATCH, data, s=len(self.told) + 1, t=event)
        self.told.append(frame)
        if self.connection is not None:
            self.connection.put(frame)

    def concerned(self, data: Json, event: str) -> bool:
        """Tell whether an event is for this shard: each server has one, direct messages have the first."""
        guild_id = int(data["id"] if event.startswith("GUILD_") else data.get("guild_id", 0))
        return (guild_id >> 22) % self.shard[1] == self.shard[0]


class Gateway:
    """Serves the websocket of `/gateway`."""

    def __init__(self, world: World, token: str) -> None:
        self.world = world
        self.sessions: dict[str, Session] = {}
        self.url = ""
        self._token = token
        world.emit = self.emit

    def connected(self) -> list[Session]:
        """Return the sessions that somebody listens to."""
        with self.world.changes:
            return [session for session in self.sessions.values() if session.connection]

    def emit(self, event: str, data: Json) -> None:
        """Tell every session that is concerned."""
        for session in self.sessions.values():
            if session.concerned(data, event):
                session.tell(event, data)

    def drop(self) -> None:
        """Cut every connection; what happens meanwhile is told to those who resume."""
        for connection in self._connections():
            connection.loop.call_soon_threadsafe(connection.abort)

    def ask_to_reconnect(self) -> None:
        """Send RECONNECT to all."""
        for connection in self._connections():
            connection.put(_frame(Op.RECONNECT))

    def forget(self) -> None:
        """Forget every session: nothing is told to it any more, and who resumes it gets INVALID_SESSION."""
        with self.world.changes:
            self.sessions.clear()

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """Talk with one client until either side leaves."""
        socket = web.WebSocketResponse(max_msg_size=0)
        await socket.prepare(request)
        transport = request.transport
        assert transport is not None
        connection = Connection(socket, asyncio.get_running_loop(), transport.abort)
        writer = asyncio.create_task(_write(connection, _packer(request.query.get("compress", ""))))
        connection.put(_frame(Op.HELLO, {"heartbeat_interval": 41_250}))
        try:
            async for message in socket:
                if message.type is WSMsgType.TEXT:
                    await self._received(connection, json.loads(message.data))
        finally:
            writer.cancel()
            with self.world.changes:
                for session in self.sessions.values():
                    if session.connection is connection:
                        session.connection = None
        return socket

    async def _received(self, connection: Connection, frame: Json) -> None:
        data = frame["d"]
        match frame["op"]:
            case Op.HEARTBEAT:
                connection.put(_frame(Op.HEARTBEAT_ACK))
            case Op.IDENTIFY | Op.RESUME if data["token"] != self._token:
                await connection.socket.close(code=_BAD_TOKEN, message=b"Authentication failed.")
            case Op.IDENTIFY:
                self._identify(connection, data.get("shard", (0, 1)))
            case Op.RESUME:
                self._resume(connection, data)
            case _:
                pass  # presence and the like change nothing here

    def _identify(self, connection: Connection, shard: tuple[int, int]) -> None:
        world = self.world
        session = Session(secrets.token_hex(16), (shard[0], shard[1]), connection)
        with world.changes:
            known = map(world.whole_guild, world.guilds)
            guilds = [guild for guild in known if session.concerned(guild, "GUILD_CREATE")]
            session.tell(
                "READY",
                {
                    "v": 10,
                    "user": world.users[world.bot_id],
                    "guilds": [{"id": guild["id"], "unavailable": True} for guild in guilds],
                    "session_id": session.id,
                    "resume_gateway_url": self.url,
                    "shard": session.shard,
                    "application": {"id": str(world.bot_id), "flags": 0},
                },
            )
            for guild in guilds:
                session.tell("GUILD_CREATE", guild)
            self.sessions[session.id] = session

    def _resume(self, connection: Connection, data: Json) -> None:
        with self.world.changes:
            session = self.sessions.get(data["session_id"])
            if session is None:
                connection.put(_frame(Op.INVALID_SESSION, False))
                return
            session.connection = connection
            for frame in session.told[data["seq"] :]:
                connection.put(frame)
            session.tell("RESUMED", {})

    def _connections(self) -> list[Connection]:
        return [session.connection for session in self.connected() if session.connection]


def _frame(op: Op, data: object = None, **more: object) -> str:
    return json.dumps({"op": op, "d": data, **more})


async def _write(connection: Connection, pack: Callable[[bytes], bytes] | None) -> None:
    while True:
        frame = await connection.frames.get()
        try:
            if pack is None:
                await connection.socket.send_str(frame)
            else:
                await connection.socket.send_bytes(pack(frame.encode()))
        except ConnectionError:
            return


def _packer(compress: str) -> Callable[[bytes], bytes] | None:
    """Return what compresses frames in one stream a connection, as the client asked; None for plain text."""
    if compress == "zlib-stream":
        deflated = zlib.compressobj()
        return lambda frame: deflated.compress(frame) + deflated.flush(zlib.Z_SYNC_FLUSH)
    return None
