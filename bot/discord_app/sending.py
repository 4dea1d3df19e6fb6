"""Sends a reply to where it belongs: as the answer to an interaction, into a message that is there, or as a message."""

from typing import TYPE_CHECKING

import discord

from bot.discord_app.components import asker_of
from bot.discord_app.replies import Reply

if TYPE_CHECKING:
    from bot.discord_app.client import SpacewalkBot


async def respond(interaction: "discord.Interaction[SpacewalkBot]", reply: Reply, *, private: bool = False) -> None:
    """Answer an interaction with a message of its own."""
    await interaction.response.send_message(
        reply.text,
        embeds=reply.embeds,
        view=discord.utils.MISSING if reply.view is None else reply.view,
        ephemeral=private or reply.private,
    )


async def turn(interaction: "discord.Interaction[SpacewalkBot]", reply: Reply) -> None:
    """Answer a press: for the person who asked, the message turns into the reply; others get one for themselves alone.

    So a press never takes an answer away from the person who asked for it.
    """
    asker = asker_of(interaction.message) if interaction.message else None
    if reply.private or asker not in {None, interaction.user.id}:
        await respond(interaction, reply, private=True)
        return
    if interaction.message and (remover := _remover(interaction.message)):
        reply = reply.with_remove_button(interaction.client.front_desk.words, remover)
    await interaction.response.edit_message(
        content=reply.text,
        embeds=reply.embeds,
        view=reply.view,
    )


def _remover(message: discord.Message) -> int | None:
    """Return who can take a reply to a mention away, None for other messages."""
    return None if message.interaction_metadata is not None else asker_of(message)
