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


def tracing() -> aiohttp.TraceConfig:
    """Return what discord.py is to be given as its `http_trace`, so that tries are noted."""
    trace = aiohttp.TraceConfig()
    trace.on_request_end.append(_answered)
    trace.on_request_exception.append(_broken)
    return trace


@contextmanager
def watched() -> Iterator[Tries]:
    """Watch the tries of the requests that are made within."""
    tries = Tries()
    token = _watched.set(tries)
    try:
        yield tries
    finally:
        _watched.reset(token)


async def _answered(
    _session: aiohttp.ClientSession, _context: SimpleNamespace, told: aiohttp.TraceRequestEndParams
) -> None:
    if told.response.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        _doubt()


async def _broken(
    _session: aiohttp.ClientSession, _context: SimpleNamespace, told: aiohttp.TraceRequestExceptionParams
) -> None:
    if not isinstance(told.exception, aiohttp.ClientConnectorError):
        _doubt()


def _doubt() -> None:
    tries = _watched.get()
    if tries is not None:
        tries.doubtful = True
