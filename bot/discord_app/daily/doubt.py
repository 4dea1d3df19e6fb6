"""Whether a request may have been carried out although its last answer says that it was not.

discord.py repeats a request by itself after some failures, and what it raises in the end tells of the last try only. So
each try is noted as it ends, for whoever watches.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from http import HTTPStatus
from types import SimpleNamespace
from typing import Final

import aiohttp


@dataclass(slots=True)
class Tries:
    """What is known of the tries of one request. `doubtful`: one of them may have been carried out unheard of."""

    doubtful: bool = False


_watched: Final[ContextVar[Tries | None]] = ContextVar("tries", default=None)


class Watch:
    """Notes the tries of one client. `trace` is what discord.py is to be given as its `http_trace`.

    Answering an interaction takes a twentieth longer while aiohttp keeps a trace of it. So the trace is on the session
    only while somebody watches, and until the first request has told which session that is.
    """

    def __init__(self) -> None:
        """Watch nobody yet."""
        self.trace = aiohttp.TraceConfig()
        self.trace.on_request_end.append(self._answered)
        self.trace.on_request_exception.append(self._broken)
        self.trace.freeze()
        self._session: aiohttp.ClientSession | None = None
        self._watching = 0

    @contextmanager
    def watched(self) -> Iterator[Tries]:
        """Watch the tries of the requests that are made within."""
        tries = Tries()
        token = _watched.set(tries)
        self._watching += 1
        self._put_on()
        try:
            yield tries
        finally:
            self._watching -= 1
            self._take_off()
            _watched.reset(token)

    def _put_on(self) -> None:
        if self._session is not None and self.trace not in self._session.trace_configs:
            self._session.trace_configs.append(self.trace)

    def _take_off(self) -> None:
        if not self._watching and self._session is not None and self.trace in self._session.trace_configs:
            self._session.trace_configs.remove(self.trace)

    async def _answered(
        self, session: aiohttp.ClientSession, _context: SimpleNamespace, told: aiohttp.TraceRequestEndParams
    ) -> None:
        self._ended(session, in_doubt=told.response.status >= HTTPStatus.INTERNAL_SERVER_ERROR)

    async def _broken(
        self, session: aiohttp.ClientSession, _context: SimpleNamespace, told: aiohttp.TraceRequestExceptionParams
    ) -> None:
        self._ended(session, in_doubt=not isinstance(told.exception, aiohttp.ClientConnectorError))

    def _ended(self, session: aiohttp.ClientSession, *, in_doubt: bool) -> None:
        if in_doubt and (tries := _watched.get()) is not None:
            tries.doubtful = True
        self._session = session
        self._take_off()
