"""Registers the commands with Discord when they have changed, and only then: Discord limits how often that is done."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import discord
import orjson
import structlog
from discord import app_commands

if TYPE_CHECKING:
    from bot.discord_app.client import SpacewalkBot

    Tree = app_commands.CommandTree[SpacewalkBot]

_log: Final = structlog.stdlib.get_logger(__name__)


async def payload(tree: "Tree") -> list[dict[str, Any]]:
    """Return what Discord is told of the commands, translations included."""
    translator = tree.translator
    commands = tree.get_commands()
    if translator is None:
        return [command.to_dict(tree) for command in commands]
    return [await command.get_translated_payload(tree, translator) for command in commands]


async def register(tree: "Tree", remembered: Path, guild: discord.Object | None) -> bool:
    """Register the commands unless Discord has them as they are. Tell whether they were registered.

    `remembered` is the file that keeps the hash of what was registered last, for each application and server.
    """
    if guild is not None:
        tree.copy_global_to(guild=guild)
    told = await payload(tree)
    key = f"{tree.client.application_id}/{guild.id if guild else 'everywhere'}"
    digest = hashlib.sha256(orjson.dumps(told, option=orjson.OPT_SORT_KEYS)).hexdigest()
    if _remembered(remembered).get(key) == digest and await _are_there(tree, told, guild):
        _log.info("commands are as registered", count=len(told))
        return False
    await tree.sync(guild=guild)
    _remember(remembered, key, digest)
    _log.info("commands registered", count=len(told))
    return True


async def _are_there(tree: "Tree", told: list[dict[str, Any]], guild: discord.Object | None) -> bool:
    """Tell whether Discord still lists them: somebody else may have removed them since."""
    there = {(command.name, command.type.value) for command in await tree.fetch_commands(guild=guild)}
    return there == {(command["name"], command["type"]) for command in told}


def _remembered(file: Path) -> dict[str, str]:
    try:
        found = orjson.loads(file.read_bytes())
    except (OSError, orjson.JSONDecodeError):
        return {}
    return found if isinstance(found, dict) else {}


def _remember(file: Path, key: str, digest: str) -> None:
    """Keep the hash; where that fails, the commands are registered again at the next start, and nothing else."""
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(orjson.dumps(_remembered(file) | {key: digest}))
    except OSError as error:
        _log.warning("cannot remember which commands are registered", error=str(error))
