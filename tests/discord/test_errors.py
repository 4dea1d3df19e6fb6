"""The error policy: what people are told, what the log is told, and in which order it is decided."""

from collections.abc import Callable
from typing import Any

import discord
import pytest
import structlog
from discord import app_commands

from bot.discord_app import errors
from bot.discord_app.client import SpacewalkBot
from bot.discord_app.commands import ask
from tests.discord.conftest import World


class Response:
    """As much of an HTTP response as discord.py's errors look at."""

    def __init__(self, status: int) -> None:
        self.status = status
        self.reason = "because"


def http_error(kind: type[discord.HTTPException], status: int, code: int) -> discord.HTTPException:
    response: Any = Response(status)
    return kind(response, {"code": code, "message": "no"})


class FakeInteraction:
    """An interaction that only remembers what a person is told."""

    def __init__(self, bot: SpacewalkBot, *, answered: bool = False, failure: Exception | None = None) -> None:
        self.client = bot
        self.told: list[str] = []
        self._failure = failure
        self._answered = answered
        self.response = self.followup = self

    def is_done(self) -> bool:
        return self._answered

    async def send_message(self, said: str, *, ephemeral: bool) -> None:
        assert ephemeral
        if self._failure:
            raise self._failure
        self.told.append(said)

    send = send_message


@pytest.fixture
def bot(make_bot: Callable[[], SpacewalkBot]) -> SpacewalkBot:
    return make_bot()


def invoked(error: Exception) -> app_commands.CommandInvokeError:
    """What discord.py makes of an error that a command raised."""
    return app_commands.CommandInvokeError(ask, error)


@pytest.mark.parametrize(
    ("error", "told", "logged"),
    [
        (
            app_commands.TransformerError("x", discord.AppCommandOptionType.string, app_commands.Transformer()),
            "I cannot read that",
            None,
        ),
        (errors.TooFastError(2.5), "3 seconds", None),
        (app_commands.MissingPermissions(["manage_guild"]), "Manage Server", None),
        (app_commands.BotMissingPermissions(["send_messages"]), "I lack a permission", None),
        (http_error(discord.Forbidden, 403, 50013), "I lack a permission", None),
        (http_error(discord.Forbidden, 403, 50001), "I lack a permission", None),
        (app_commands.CommandNotFound("x", []), "has changed", "info"),
        (http_error(discord.NotFound, 404, 10062), None, "info"),
        (http_error(discord.HTTPException, 400, 40060), None, "info"),
        (http_error(discord.DiscordServerError, 503, 0), "try again", "warning"),
        (ZeroDivisionError("division"), "name this", "error"),
        (http_error(discord.HTTPException, 400, 50035), "name this", "error"),
    ],
)
@pytest.mark.parametrize("wrapped", [False, True])
async def test_each_error_is_told_and_logged_as_the_policy_says(
    bot: SpacewalkBot, error: Exception, told: str | None, logged: str | None, wrapped: bool
) -> None:
    interaction: Any = FakeInteraction(bot)
    with structlog.testing.capture_logs() as logs:
        await errors.handle(interaction, invoked(error) if wrapped else error)
    assert len(interaction.told) == (told is not None)
    assert told is None or told in interaction.told[0]
    assert [entry["log_level"] for entry in logs] == ([] if logged is None else [logged])


async def test_a_bug_is_found_in_the_log_by_the_reference_the_person_has(bot: SpacewalkBot) -> None:
    interaction: Any = FakeInteraction(bot)
    with structlog.testing.capture_logs() as logs:
        await errors.handle(interaction, ZeroDivisionError("division"))
    assert logs[0]["reference"] in interaction.told[0]
    assert isinstance(logs[0]["exc_info"], ZeroDivisionError)
    assert "division" not in interaction.told[0]


@pytest.mark.parametrize(
    "failure",
    [
        http_error(discord.NotFound, 404, 10062),
        http_error(discord.DiscordServerError, 500, 0),
        ConnectionResetError(),
    ],
)
async def test_a_failure_to_tell_ends_there(bot: SpacewalkBot, failure: Exception) -> None:
    interaction: Any = FakeInteraction(bot, failure=failure)
    with structlog.testing.capture_logs() as logs:
        await errors.handle(interaction, errors.TooFastError(1))
    assert [entry["log_level"] for entry in logs] == ["info"]


async def test_people_are_told_after_the_answer_too(bot: SpacewalkBot) -> None:
    interaction: Any = FakeInteraction(bot, answered=True)
    await errors.handle(interaction, errors.TooFastError(1))
    assert interaction.told == ["That was quick! Give me 1 second, then ask on."]


async def test_a_bug_in_a_command_reaches_the_person_with_a_reference(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(_question: str) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(world.bot.front_desk, "ask", broken)
    result = await world.alice.slash(world.channel, "ask", question="leonov")
    assert result.ephemeral
    assert result.response is not None
    assert "name this" in result.response.content
    world.env.errors.clear()


async def test_a_bug_behind_a_button_reaches_the_person_with_a_reference(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = await world.alice.slash(world.channel, "spacewalk", query="voskhod-2")
    assert shown.response is not None

    def broken(_ref: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(world.bot.front_desk, "more", broken)
    result = await world.alice.click(shown.response, label="More like this")
    assert result.ephemeral
    assert result.response is not None
    assert "name this" in result.response.content


async def test_an_expired_interaction_is_let_go(world: World) -> None:
    world.env.inject_error("POST", "/interactions/*/*/callback", status=404, code=10062)
    result = await world.alice.slash(world.channel, "fact")
    assert result.response is None
    world.env.errors.clear()
