"""What the README promises about Discord, tried out."""

import re
from pathlib import Path

import discord
import pytest

from bot.answering import Outcome
from bot.discord_app.commands import COMMANDS
from bot.discord_app.front_desk import FrontDesk
from tests.discord.conftest import World

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
#: "/compare first: peggy whitson second: sunita williams", as the table shows it.
EXAMPLES = re.findall(r"\| `/(\w+)((?: \w+: [^`|]+)?)` \|$", README, re.MULTILINE)
_OPTION = re.compile(r"\b(query|name|question|first|second|date|answered): ")


def options(written: str) -> dict[str, str]:
    parts = _OPTION.split(written)[1:]
    return {name: value.strip() for name, value in zip(parts[::2], parts[1::2], strict=True)}


def test_the_table_has_every_command() -> None:
    described = set(re.findall(r"`/(\w+)", README[README.index("| command | gives |") :]))
    assert {
        command.name for command in COMMANDS if not isinstance(command, discord.app_commands.ContextMenu)
    } <= described
    assert len(EXAMPLES) == 9


@pytest.mark.parametrize(("command", "written"), EXAMPLES)
async def test_every_example_of_the_table_is_answered(
    world: World, front_desk: FrontDesk, command: str, written: str
) -> None:
    given: dict[str, str | bool] = dict(options(written))
    if "answered" in given:
        given["answered"] = given["answered"] == "True"
    result = await world.boss.slash(world.channel, command, **given)
    assert result.response is not None
    [text] = [value for value in given.values() if isinstance(value, str)][:1] or ["leonov"]
    assert front_desk.ask(text).outcome is Outcome.ANSWER or command == "compare"
    assert "not about" not in result.response.content
    assert "which one" not in result.response.content


def test_the_link_asks_for_just_the_permissions_that_are_named() -> None:
    [number] = re.findall(r"permissions=([0-9]+)", README)
    named = discord.Permissions(
        view_channel=True,
        send_messages=True,
        send_messages_in_threads=True,
        embed_links=True,
        read_message_history=True,
    )
    assert discord.Permissions(int(number)) == named


def test_pictures_are_there_described_and_small() -> None:
    pictures = re.findall(r"!\[([^\]]+)\]\((docs/pictures/[^)]+)\)", README)
    assert len(pictures) >= 2
    for words, path in pictures:
        assert len(words) > 20
        assert 0 < (ROOT / path).stat().st_size <= 200_000


@pytest.mark.parametrize("name", ["PRIVACY.md", "TERMS.md"])
def test_what_the_developer_portal_wants_is_there(name: str) -> None:
    assert name in README
    assert (ROOT / name).read_text(encoding="utf-8").count("\n") > 10
