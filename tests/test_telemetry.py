import io
import json
import logging
from collections.abc import Iterator

import pytest
import structlog

from bot.settings import LogFormat
from bot.telemetry import configure_logging


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    """Give the logging of the tests back afterwards."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:], root.level = handlers, level
    structlog.reset_defaults()


def test_json_has_an_object_a_line_from_us_and_from_libraries() -> None:
    out = io.StringIO()
    configure_logging("info", "json", out=out)
    structlog.stdlib.get_logger("bot.x").info("hello", count=3)
    logging.getLogger("library").warning("of %s", "old")
    ours, theirs = map(json.loads, out.getvalue().splitlines())
    assert (ours["event"], ours["count"], ours["level"], ours["logger"]) == ("hello", 3, "info", "bot.x")
    assert (theirs["event"], theirs["level"]) == ("of old", "warning")
    assert ours["timestamp"].endswith("Z")


def test_text_is_for_people() -> None:
    out = io.StringIO()
    configure_logging("info", "text", out=out)
    structlog.stdlib.get_logger("bot.x").info("hello", count=3)
    assert "hello" in out.getvalue()
    assert "count=3" in out.getvalue()
    assert "\x1b" not in out.getvalue()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("no_color", "coloured"), [("", True), ("1", False)])
def test_colours_are_for_terminals_whose_user_wants_them(
    monkeypatch: pytest.MonkeyPatch, no_color: str, coloured: bool
) -> None:
    monkeypatch.setenv("NO_COLOR", no_color)
    out = Terminal()
    configure_logging("info", "text", out=out)
    structlog.stdlib.get_logger("bot.x").info("hello")
    assert ("\x1b" in out.getvalue()) is coloured


@pytest.mark.parametrize("form", ["text", "json"])
def test_secrets_never_reach_the_log(form: LogFormat) -> None:
    out = io.StringIO()
    known = "very.secret.token"
    configure_logging("debug", form, [known], out)
    try:
        int(known)
    except ValueError:
        structlog.stdlib.get_logger("bot.x").exception(f"failed with {known}", value=known)
    assert "secret" in out.getvalue()
    assert "very.secret" not in out.getvalue()


def test_what_goes_to_and_fro_on_discord_is_not_logged_even_for_debugging() -> None:
    out = io.StringIO()
    configure_logging("debug", "text", out=out)
    for name in ("discord.http", "discord.webhook.async_", "discord.gateway"):
        logging.getLogger(name).debug("a question")
    assert out.getvalue() == ""


def test_what_is_below_the_level_is_left_out() -> None:
    out = io.StringIO()
    configure_logging("warning", "text", out=out)
    structlog.stdlib.get_logger("bot.x").info("hello")
    assert out.getvalue() == ""
