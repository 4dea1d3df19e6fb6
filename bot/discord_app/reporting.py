"""Reports of errors: a form, then the operator's channel or log. What people write pings nobody there."""

from typing import TYPE_CHECKING, Any, Final

import discord
import structlog
from discord import ui

from bot.discord_app import limits, texts
from bot.discord_app.errors import tell
from bot.discord_app.markup import block_quote, plain
from bot.discord_app.presses import REPORT_FORM_ID, Press, form_id, read

if TYPE_CHECKING:
    from bot.discord_app.client import SpacewalkBot

_log: Final = structlog.stdlib.get_logger(__name__)

_TEXT: Final = "text"
_LONGEST: Final = 1000
_FORM_LIVES: Final = 900.0


class ReportForm(ui.Modal):
    """The form. What is sent in is dealt with by `submitted`, which also serves forms opened before a restart."""

    def __init__(self, client: "SpacewalkBot", press: Press) -> None:
        """Make the form for a report on what a card shows."""
        words = client.front_desk.words
        super().__init__(title=texts.replies.report_title(words), custom_id=form_id(press), timeout=_FORM_LIVES)
        text: ui.TextInput[ReportForm] = ui.TextInput(
            custom_id=_TEXT,
            style=discord.TextStyle.paragraph,
            placeholder=limits.clip(texts.replies.report_hint(words), limits.INPUT_PLACEHOLDER),
            max_length=_LONGEST,
        )
        self.add_item(ui.Label(text=limits.clip(texts.replies.report_label(words), limits.INPUT_LABEL), component=text))


async def open_form(interaction: "discord.Interaction[SpacewalkBot]", press: Press) -> None:
    """Show the form to the person who pressed."""
    await interaction.response.send_modal(ReportForm(interaction.client, press))


async def submitted(interaction: "discord.Interaction[SpacewalkBot]") -> None:
    """Take in a form that was sent, if it is one of ours."""
    data: dict[str, Any] = dict(interaction.data or {})
    match = REPORT_FORM_ID.fullmatch(str(data.get("custom_id", "")))
    if match is None:
        return
    client, words = interaction.client, interaction.client.front_desk.words
    written = " ".join(_written(data)).strip()[:_LONGEST]
    if not written:
        await tell(interaction, texts.replies.report_empty(words))
    elif client.reports.wait(interaction.user.id, client.now()):
        await tell(interaction, texts.replies.report_too_many(words))
    else:
        await tell(interaction, texts.replies.report_thanks(words))
        await _deliver(client, read(match), interaction.user.id, written)


def _written(data: dict[str, Any]) -> list[str]:
    """Return the texts of a form, whether its fields stand in rows or in labels."""
    found = []
    for part in data.get("components", ()):
        inner = part.get("components") or [part.get("component") or part]
        found += [str(field.get("value") or "") for field in inner]
    return found


async def _deliver(client: "SpacewalkBot", press: Press, reporter: int, written: str) -> None:
    """Bring a report to the operator's channel, or else to the log."""
    desk = client.front_desk
    heading = texts.replies.report_line(desk.words, desk.name_of(press.ref), f"`{reporter}`")
    channel_id = client.report_channel_id
    if channel_id is not None:
        message = limits.clip(f"{heading}\n{block_quote(plain(written))}", limits.MESSAGE)
        try:
            await client.get_partial_messageable(channel_id).send(message)
        except (discord.HTTPException, OSError) as error:
            _log.warning("a report could not be posted in REPORT_CHANNEL_ID", error=str(error))
        else:
            return
    _log.warning("an error is reported", about=press.ref and press.ref.id, reporter=reporter, text=written)
