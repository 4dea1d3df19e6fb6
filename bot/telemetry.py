"""Logging: one line an event, as text for people or as JSON for machines; secrets never reach it."""

import logging
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final, TextIO

from bot.settings import LogFormat, LogLevel


@contextmanager
def _as_if_missing(package: str) -> Iterator[None]:
    """Let nothing that is imported meanwhile take an optional package along."""
    there = package in sys.modules
    if not there:
        sys.modules[package] = None  # type: ignore[assignment]  # how the import system is told so
    try:
        yield
    finally:
        if not there:
            del sys.modules[package]


# It would draw tracebacks with rich, which no line here does: 3 MiB that a process which stays would keep. Whatever
# draws with rich imports it afterwards as ever.
with _as_if_missing("rich"):
    import structlog

_HIDDEN: Final = "[secret]"
#: Libraries that tell more than an operator wants to read, and the level from which they are heard. What discord.py
#: tells for debugging holds all that people write.
_TALKATIVE: Final = {
    "discord": logging.INFO,
    "discord.gateway": logging.WARNING,
    "discord.client": logging.WARNING,
    "asyncio": logging.WARNING,
    "alembic": logging.WARNING,
}


def configure_logging(level: LogLevel, form: LogFormat, secrets: Sequence[str] = (), out: TextIO | None = None) -> None:
    """Send all logging of the process, ours and that of libraries, to one place (standard error if none is given)."""
    stream = out or sys.stderr
    shared: list[structlog.typing.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )
    if form == "json":
        last: list[structlog.typing.Processor] = [
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ]
    else:
        last = [
            structlog.dev.ConsoleRenderer(
                colors=_takes_colours(stream), exception_formatter=structlog.dev.plain_traceback
            )
        ]
    handler = logging.StreamHandler(stream)
    handler.setFormatter(
        _Discreet(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
            secrets=[secret for secret in secrets if secret],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for name, least in _TALKATIVE.items():
        logging.getLogger(name).setLevel(max(least, root.level))


def _takes_colours(stream: TextIO) -> bool:
    """Tell whether lines may be coloured: at a terminal, unless NO_COLOR is set (https://no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR")


class _Discreet(structlog.stdlib.ProcessorFormatter):
    """Formats log records, with every known secret replaced."""

    def __init__(self, *, secrets: Sequence[str], **options: object) -> None:
        """Take the options of structlog's formatter, and what must never be written."""
        super().__init__(**options)  # type: ignore[arg-type]  # handed on as they came
        self._secrets = tuple(secrets)

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record."""
        line = super().format(record)
        for secret in self._secrets:
            line = line.replace(secret, _HIDDEN)
        return line
