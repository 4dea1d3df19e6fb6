"""What Discord is told of the commands, judged by its documentation; and that it is told only when there is news."""

import gettext
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import discord
import pytest
import simcord
from discord import app_commands

from bot.discord_app import registering
from bot.discord_app.client import SpacewalkBot, intents
from bot.discord_app.commands import COMMANDS
from bot.discord_app.translating import CatalogueTranslator
from tests.discord.conftest import World

LOOK_UPS = {"spacewalk", "record", "spacewalker", "ask", "compare", "onthisday", "fact"}
OF_ITSELF = {"help", "about", "privacy"}
#: In Discord's numbers: install to a server 0, to a user 1; context server 0, direct message 1, group 2.
EVERYWHERE = ([0, 1], [0, 1, 2])


def problems(command: dict[str, Any]) -> Iterator[str]:
    """Yield what of a command Discord would refuse."""
    name = command["name"]
    if command["type"] == 1:
        if not re.fullmatch(r"[-_'\w]{1,32}", name) or name != name.lower():
            yield f"name {name!r}"
        if not 1 <= len(command["description"]) <= 100:
            yield f"{name}: description of {len(command['description'])}"
    elif not 1 <= len(name) <= 32 or command.get("description"):
        yield f"menu {name!r}"
    options = command.get("options", [])
    if len(options) > 25:
        yield f"{name}: {len(options)} options"
    required = [option.get("required", False) for option in options]
    if required != sorted(required, reverse=True):
        yield f"{name}: an option that is required after one that is not"
    if len({option["name"] for option in options}) != len(options):
        yield f"{name}: an option twice"
    for option in options:
        yield from _option_problems(name, option)
    if _size(command) > 8000:
        yield f"{name}: {_size(command)} characters in all"


def _option_problems(name: str, option: dict[str, Any]) -> Iterator[str]:
    if not re.fullmatch(r"[-_'\w]{1,32}", option["name"]) or option["name"] != option["name"].lower():
        yield f"{name}: option {option['name']!r}"
    if not 1 <= len(option["description"]) <= 100:
        yield f"{name} {option['name']}: description of {len(option['description'])}"
    if option.get("autocomplete") and (option.get("choices") or option["type"] not in {3, 4, 10}):
        yield f"{name} {option['name']}: suggestions do not go with that"
    if len(option.get("choices", [])) > 25:
        yield f"{name} {option['name']}: too many choices"


def _size(command: dict[str, Any]) -> int:
    own = len(command["name"]) + len(command.get("description", ""))
    return own + sum(len(o["name"]) + len(o["description"]) for o in command.get("options", []))


@pytest.fixture
async def told(make_bot: Callable[[], SpacewalkBot]) -> dict[str, dict[str, Any]]:
    """The commands by name, as they are sent."""
    bot = make_bot()
    await bot.tree.set_translator(CatalogueTranslator())
    return {command["name"]: command for command in await registering.payload(bot.tree)}


def test_discord_accepts_every_command(told: dict[str, dict[str, Any]]) -> None:
    assert [problem for command in told.values() for problem in problems(command)] == []
    assert len(told) <= 100
    assert sum(command["type"] == 3 for command in told.values()) <= 5


def test_the_commands_are_those_of_the_plan(told: dict[str, dict[str, Any]]) -> None:
    assert set(told) == LOOK_UPS | OF_ITSELF | {"mentions", "daily", "Ask about spacewalks"}


def test_look_ups_work_everywhere_and_can_be_private(told: dict[str, dict[str, Any]]) -> None:
    for name in LOOK_UPS | OF_ITSELF | {"Ask about spacewalks"}:
        assert (told[name]["integration_types"], told[name]["contexts"]) == EVERYWHERE, name
        assert told[name]["default_member_permissions"] is None
    for name in LOOK_UPS:
        last = told[name]["options"][-1]
        assert (last["name"], last["type"], last.get("required", False)) == ("private", 5, False)


def test_what_changes_a_server_is_for_those_who_manage_it(told: dict[str, dict[str, Any]]) -> None:
    for name in ("mentions", "daily"):
        switch = told[name]
        assert int(switch["default_member_permissions"]) == discord.Permissions(manage_guild=True).value
        assert (switch["integration_types"], switch["contexts"]) == ([0], [0])


def test_suggestions_are_offered_where_there_is_something_to_complete(told: dict[str, dict[str, Any]]) -> None:
    completed = {
        (name, option["name"])
        for name, command in told.items()
        for option in command.get("options", [])
        if option.get("autocomplete")
    }
    assert completed == {
        ("spacewalk", "query"),
        ("record", "name"),
        ("spacewalker", "name"),
        ("compare", "first"),
        ("compare", "second"),
    }


def test_the_bot_listens_to_no_more_than_it_needs(make_bot: Callable[[], SpacewalkBot]) -> None:
    assert intents().value == (1 << 0) | (1 << 9) | (1 << 12)  # guilds, messages in guilds, direct messages
    bot = make_bot()
    assert bot.intents == intents()
    assert not bot.intents.message_content
    assert not bot.intents.members
    assert not bot.intents.presences


def test_the_presence_line_tells_a_fact(make_bot: Callable[[], SpacewalkBot]) -> None:
    activity = make_bot().activity
    assert isinstance(activity, discord.CustomActivity)
    assert activity.name is not None
    assert "spacewalks by" in activity.name
    assert len(activity.name) <= 128


def syncs(env: simcord.Env) -> int:
    return sum(request.method == "PUT" and request.path.endswith("/commands") for request in env.http_requests)


async def test_commands_are_registered_once(world: World) -> None:
    assert syncs(world.env) == 1
    await world.env.restart_bot(world.make_bot())
    assert syncs(world.env) == 1


async def test_changed_commands_are_registered_anew(world: World) -> None:
    changed = world.make_bot()
    changed.tree.remove_command("privacy")
    await world.env.restart_bot(changed)
    assert syncs(world.env) == 2


async def test_commands_that_somebody_removed_are_registered_anew(world: World) -> None:
    await world.bot.http.bulk_upsert_global_commands(world.bot.application_id or 0, payload=[])
    before = syncs(world.env)
    await world.env.restart_bot(world.make_bot())
    assert syncs(world.env) == before + 1
    assert (await world.alice.slash(world.channel, "privacy")).ephemeral


async def test_a_broken_memory_means_registering_again(world: World, tmp_path: Path) -> None:
    (tmp_path / "data" / "commands.json").write_text("{")
    await world.env.restart_bot(world.make_bot())
    assert syncs(world.env) == 2


async def test_for_development_commands_go_to_one_server(world: World, make_bot: Callable[..., SpacewalkBot]) -> None:
    await world.env.restart_bot(make_bot(dev_guild_id=world.guild.id))
    paths = [request.path for request in world.env.http_requests if request.method == "PUT"]
    assert paths[-1].endswith(f"/guilds/{world.guild.id}/commands")


class German(CatalogueTranslator):
    """A catalogue with one translation in it."""

    async def translate(
        self, _string: app_commands.locale_str, locale: discord.Locale, context: app_commands.TranslationContextTypes
    ) -> str | None:
        places = app_commands.TranslationContextLocation
        if context.location in {places.command_description, places.group_description}:
            return "Auf Deutsch" if locale is discord.Locale.german else None
        return None


async def test_descriptions_are_ready_for_other_languages(make_bot: Callable[[], SpacewalkBot]) -> None:
    bot = make_bot()
    await bot.tree.set_translator(German())
    told = await registering.payload(bot.tree)
    assert all(c["description_localizations"] == {"de": "Auf Deutsch"} for c in told if c["type"] == 1)


async def test_every_language_of_discord_is_looked_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gettext.NullTranslations, "gettext", lambda _self, message: f"<{message}>" + "x" * 200)
    translator = CatalogueTranslator()
    command: Any = COMMANDS[0]
    context: Any = app_commands.TranslationContext(app_commands.TranslationContextLocation.command_description, command)
    for locale in discord.Locale:
        translated = await translator.translate(app_commands.locale_str("One."), locale, context)
        assert translated is not None, locale
        assert translated.startswith("<One.>")
        assert len(translated) <= 100
