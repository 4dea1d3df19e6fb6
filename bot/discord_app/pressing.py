"""What happens when a button is pressed or a line of a menu chosen."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import discord

from bot.discord_app import reporting, sending, texts
from bot.discord_app.days import today
from bot.discord_app.errors import tell
from bot.discord_app.presses import Press, Verb, read_option
from bot.discord_app.replies import Reply

if TYPE_CHECKING:
    from bot.discord_app.client import SpacewalkBot


async def pressed(interaction: "discord.Interaction[SpacewalkBot]", press: Press) -> None:
    """Answer the press of a button."""
    client = interaction.client
    client.slow_down(interaction.user.id)
    match press.verb:
        case Verb.REPORT:
            await reporting.open_form(interaction, press)
        case Verb.REMOVE:
            await _remove(interaction, press.number)
        case Verb.FACT:
            await sending.turn(interaction, client.front_desk.fact(client.dice, today(client.now()), press.ref))
        case Verb.READ:  # below a post that stays as it is for everybody else
            await sending.respond(interaction, _shown(client, press), private=True)
        case Verb.OPEN | Verb.PAGE | Verb.MORE | Verb.CHOOSE:
            await sending.turn(interaction, _shown(client, press))


def _shown(client: "SpacewalkBot", press: Press) -> Reply:
    desk = client.front_desk
    if press.ref is None:
        return desk.gone()
    if press.verb is Verb.PAGE:
        return desk.page(press.ref, press.number)
    return desk.more(press.ref) if press.verb is Verb.MORE else desk.open(press.ref)


async def chosen(interaction: "discord.Interaction[SpacewalkBot]", values: Sequence[str]) -> None:
    """Answer the choice of a line of a menu."""
    client = interaction.client
    client.slow_down(interaction.user.id)
    ref = read_option(values[0]) if values else None
    await sending.turn(interaction, client.front_desk.gone() if ref is None else client.front_desk.open(ref))


async def _remove(interaction: "discord.Interaction[SpacewalkBot]", asker: int) -> None:
    """Take a reply away, for the person who asked or a moderator."""
    words = interaction.client.front_desk.words
    if interaction.user.id != asker and not interaction.permissions.manage_messages:
        await tell(interaction, texts.replies.not_yours(words))
        return
    if interaction.message is None:
        await tell(interaction, texts.replies.button_is_old(words))
        return
    await interaction.response.defer()
    await interaction.delete_original_response()


async def unknown(interaction: "discord.Interaction[SpacewalkBot]") -> None:
    """Answer the press of a button that this version does not know."""
    await tell(interaction, texts.replies.button_is_old(interaction.client.front_desk.words))
