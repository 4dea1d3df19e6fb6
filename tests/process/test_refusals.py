"""`run` where Discord, asked for real on this machine, does not let the bot in."""

from pathlib import Path

import discord
import pytest

from bot.answering import Librarian
from bot.discord_app.refusals import CannotRunError, NotNowError, refusal
from bot.discord_app.running import wiring
from bot.settings import Settings
from tests.faults.loopback import Loopback
from tests.faults.plan import Fault, Refuse
from tests.faults.process import BotProcess


def run(folder: Path, path: str, fault: Fault | None = None, **settings: str) -> tuple[int, str]:
    """Run the bot until it ends; return its exit code and the last line that it wrote."""
    with Loopback() as loopback:
        if fault:
            loopback.plan.add("*", path, fault, times=None)
        bot = BotProcess(loopback, folder, **settings)
        bot.start()
        code = bot.ended()
    written = bot.log.read_text(encoding="utf-8")
    assert "Traceback" not in written
    return code, written.splitlines()[-1]


def test_a_token_that_discord_refuses_is_named_and_not_shown(tmp_path: Path) -> None:
    code, said = run(tmp_path, "/users/@me", DISCORD_TOKEN="another.secret.token")  # noqa: S106 - opens nothing
    assert (code, said) == (2, "Discord refuses DISCORD_TOKEN. Copy it anew from the developer portal.")


@pytest.mark.parametrize("fault", [Refuse(403, 50001, "Missing Access"), Refuse(404, 10004, "Unknown Guild")])
def test_a_server_in_which_no_command_may_be_registered_is_named_by_its_setting(tmp_path: Path, fault: Fault) -> None:
    code, said = run(tmp_path, "/applications/*/guilds/77/commands", fault, DEV_GUILD_ID="77")
    assert code == 2
    assert said.startswith("DEV_GUILD_ID: Discord lets the bot register no commands in server 77 (")
    assert said.endswith("has the bot been invited there with the scope applications.commands?")


def test_an_error_of_discord_is_none_of_the_settings(tmp_path: Path) -> None:
    code, said = run(tmp_path, "/users/@me", Refuse(418, 0, "teapot"))
    assert code == 1
    assert said.startswith("Discord answers with an error (418 ")


def test_a_connection_that_discord_closes_is_told_by_its_code(librarian: Librarian, tmp_path: Path) -> None:
    made_with = wiring(Settings(), librarian, tmp_path)
    shards = refusal(_closed(4011), made_with, "the database")
    assert isinstance(shards, CannotRunError)
    assert str(shards).startswith("SHARD_COUNT: Discord does not take this many (code 4011)")
    other = refusal(_closed(4000), made_with, "the database")
    assert isinstance(other, NotNowError)
    assert "code 4000" in str(other)


def _closed(code: int) -> discord.ConnectionClosed:
    return discord.ConnectionClosed(None, shard_id=None, code=code)  # type: ignore[arg-type]  # asked for the code alone
