"""The REST side: each request is noted, meets its fault if one is planned, and is carried out on the world."""

import asyncio
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

from aiohttp import web

from tests.faults import wire
from tests.faults.gateway import Gateway
from tests.faults.people import People
from tests.faults.plan import Delay, Drop, Fault, Kill, Plan, RateLimit, Refuse, ServerError
from tests.faults.wire import ApiError, Json
from tests.faults.world import World

API: Final = "/api/v10"
_NO_CONTENT: Final = 204


@dataclass
class Request:
    """A request as it came; `path` without /api/v10, `status` once it was answered, 0 if it never was."""

    method: str
    path: str
    query: dict[str, str]
    body: Json | list[Json]
    files: list[str]
    at: float
    fault: Fault | None
    status: int = 0
    ids: dict[str, str] = field(default_factory=dict)

    @property
    def fields(self) -> Json:
        """The body, where it is an object."""
        return self.body if isinstance(self.body, dict) else {}

    def id(self, name: str) -> int:
        """Return an id that stands in the path."""
        return int(self.ids[name])


Operation = Callable[[Request], object]


class Rest:
    """Serves everything below /api/v10."""

    def __init__(self, world: World, people: People, gateway: Gateway, plan: Plan, token: str) -> None:
        self.requests: list[Request] = []
        self._world = world
        self._plan = plan
        self._authorization = f"Bot {token}"
        self._operations = [
            (method, re.compile(re.sub(r"{(\w+)}", r"(?P<\1>[^/]+)", path)), operation)
            for method, path, operation in _operations(world, people, gateway)
        ]

    async def serve(self, http: web.Request) -> web.StreamResponse:
        """Answer a request, or do to it what is planned."""
        body, files = await _read(http)
        path = http.path.removeprefix(API)
        fault = self._plan.take(http.method, path)
        request = Request(http.method, path, dict(http.query), body, files, self._world.now(), fault)
        with self._world.changes:
            self.requests.append(request)
        response = await _before(http, fault)
        if response is None:
            carried_out = self._carry_out(request, http.headers.get("Authorization"))
            response = await _after(http, fault, carried_out)
        with self._world.changes:
            request.status = 0 if response is _CUT else response.status
        return web.Response() if response is _CUT else response

    def _carry_out(self, request: Request, authorization: str | None) -> web.Response:
        try:
            if authorization != self._authorization and not request.path.startswith(("/interactions/", "/webhooks/")):
                raise ApiError(401, 0, "401: Unauthorized")  # noqa: TRY301 - answered like every other refusal
            with self._world.changes:
                result = self._operation(request)(request)
                return web.Response(status=_NO_CONTENT) if result is None else _json(result)
        except ApiError as error:
            return _json(error.body, status=error.status)

    def _operation(self, request: Request) -> Operation:
        for method, path, operation in self._operations:
            if request.method == method and (found := path.fullmatch(request.path)):
                request.ids = found.groupdict()
                return operation
        raise ApiError(404, 0, "404: Not Found")


#: Stands for no answer at all: the connection was closed.
_CUT: Final = web.Response()


async def _before(http: web.Request, fault: Fault | None) -> web.StreamResponse | None:
    """Do what a fault does before a request is carried out; return the answer if it then never is."""
    match fault:
        case Refuse(status, code, message):
            return _json({"message": message, "code": code}, status=status)
        case RateLimit():
            return _limited(fault)
        case ServerError(status, after_accepting=False):
            return _broken(status)
        case Delay(seconds, after_accepting=False):
            await asyncio.sleep(seconds)
        case Drop(after_accepting=False):
            return _cut(http)
        case Kill("before", kill):
            kill()
            return _cut(http)
        case _:
            pass
    return None


async def _after(http: web.Request, fault: Fault | None, response: web.Response) -> web.StreamResponse:
    """Do what a fault does after a request was carried out; return the answer."""
    match fault:
        case ServerError(status, after_accepting=True):
            return _broken(status)
        case Delay(seconds, after_accepting=True):
            await asyncio.sleep(seconds)
        case Drop(after_accepting=True):
            return _cut(http)
        case Kill("accepted", kill):
            kill()
            return _cut(http)
        case Kill("answered", kill):
            await response.prepare(http)
            await response.write_eof()
            kill()
        case _:
            pass
    return response


def _json(told: object, status: int = 200, headers: dict[str, str] | None = None) -> web.Response:
    """Return an answer; discord.py takes it for JSON only with exactly Discord's content type."""
    typed = {"Content-Type": "application/json", **(headers or {})}
    return web.Response(body=json.dumps(told).encode(), status=status, headers=typed)


def _limited(fault: RateLimit) -> web.Response:
    body = {"message": "You are being rate limited.", "retry_after": fault.retry_after, "global": False}
    via = {"Via": "1.1 google"} if fault.via else {}
    return _json(body, status=429, headers={"Retry-After": str(fault.retry_after), **via})


def _broken(status: int) -> web.Response:
    return _json({"message": f"{status}: Server Error", "code": 0}, status=status)


def _cut(http: web.Request) -> web.Response:
    if http.transport is not None:
        http.transport.abort()
    return _CUT


async def _read(http: web.Request) -> tuple[Json | list[Json], list[str]]:
    """Return the body of a request and the names of its files."""
    if not http.content_type.startswith("multipart/"):
        text = await http.text()
        return json.loads(text) if text else {}, []
    form = await http.post()
    files = [part.filename for part in form.values() if isinstance(part, web.FileField)]
    return json.loads(str(form.get("payload_json", "{}"))), files


def _operations(world: World, people: People, gateway: Gateway) -> list[tuple[str, str, Operation]]:
    """Return what there is, by method and path; the first that fits is meant."""
    me = world.users[world.bot_id]
    hidden = {"icon": None, "summary": "", "verify_key": "", "bot_public": True, "bot_require_code_grant": False}
    application = {"id": me["id"], "name": "bot", "description": "", "flags": 0, "bot": me, "owner": me, **hidden}
    starts = {"total": 1000, "remaining": 1000, "reset_after": 0, "max_concurrency": 1}

    def listed(r: Request) -> list[Json]:
        return world.history(r.id("channel"), **{name: int(value) for name, value in r.query.items()})

    def written(r: Request) -> Json:
        return world.post(r.id("channel"), r.fields, files=r.files)

    def registered(r: Request) -> list[Json]:
        assert isinstance(r.body, list)
        return world.register(r.body, r.id("guild") if "guild" in r.ids else None)

    def commands(r: Request) -> list[Json]:
        return world.commands.get(r.id("guild") if "guild" in r.ids else None, [])

    def called_back(r: Request) -> Json | None:
        told = people.called_back(r.ids["token"], r.fields, r.files)
        return told if "with_response" in r.query else None

    def answer(r: Request) -> tuple[int, int]:
        return people.place(r.ids["token"], r.ids["message"])

    messages, one = "/channels/{channel}/messages", "/channels/{channel}/messages/{message}"
    hook = "/webhooks/{application}/{token}"
    everywhere, there = "/applications/{app}/commands", "/applications/{app}/guilds/{guild}/commands"
    return [
        ("GET", "/gateway/bot", lambda _: {"url": gateway.url, "shards": 1, "session_start_limit": starts}),
        ("GET", "/users/@me", lambda _: me),
        ("GET", "/users/{user}", lambda r: world.user(r.id("user"))),
        ("POST", "/users/@me/channels", lambda r: world.direct_channel(int(r.fields["recipient_id"]))),
        ("GET", "(?:/oauth2)?/applications/@me", lambda _: application),
        ("GET", everywhere, commands),
        ("PUT", everywhere, registered),
        ("GET", there, commands),
        ("PUT", there, registered),
        ("GET", "/channels/{channel}", lambda r: world.channel(r.id("channel"))),
        ("PATCH", "/channels/{channel}", lambda r: world.edit_channel(r.id("channel"), r.fields)),
        ("POST", "/channels/{channel}/typing", lambda r: world.channel(r.id("channel")) and None),
        ("POST", "/channels/{channel}/threads", lambda r: world.start_thread(r.id("channel"), r.fields)),
        ("GET", messages, listed),
        ("POST", messages, written),
        ("GET", one, lambda r: wire.kept(world.message(r.id("channel"), r.id("message")))),
        ("PATCH", one, lambda r: world.edit(r.id("channel"), r.id("message"), r.fields)),
        ("DELETE", one, lambda r: world.delete(r.id("channel"), r.id("message"))),
        ("POST", one + "/crosspost", lambda r: world.crosspost(r.id("channel"), r.id("message"))),
        ("POST", one + "/threads", lambda r: world.start_thread(r.id("channel"), r.fields, r.id("message"))),
        ("POST", "/interactions/{interaction}/{token}/callback", called_back),
        ("POST", hook, lambda r: people.follow_up(r.ids["token"], r.fields, r.files)),
        ("GET", hook + "/messages/{message}", lambda r: world.message(*answer(r))),
        ("PATCH", hook + "/messages/{message}", lambda r: world.edit(*answer(r), r.fields)),
        ("DELETE", hook + "/messages/{message}", lambda r: world.delete(*answer(r))),
    ]
