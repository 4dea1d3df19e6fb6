"""The slash commands and the message menu. Each one asks the front desk and sends what it says.

No answer is deferred but those of `/daily`, which wait for the database.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final, TypeVar

import discord
from discord import app_commands
from discord.app_commands import locale_str as _

from bot.discord_app import sending, texts
from bot.discord_app.autocomplete import Kind
from bot.discord_app.daily.commands import Daily
from bot.discord_app.days import today
from bot.discord_app.replies import Reply

if TYPE_CHECKING:
    from bot.discord_app.client import SpacewalkBot

    Interaction = discord.Interaction[SpacewalkBot]

C = TypeVar("C", bound=Callable[..., object])

_QUERY: Final = _("A name, crew, mission, or what happened. Pick a suggestion or type your own.")
_PRIVATE: Final = _("Show the answer to me alone.")


def _everywhere(function: C) -> C:
    """Offer a command in servers, direct messages and group chats, by server install and user install."""
    function = app_commands.allowed_contexts(guilds=True, dms=True, private_channels=True)(function)
    return app_commands.allowed_installs(guilds=True, users=True)(function)


async def _suggest(interaction: "Interaction", kind: Kind, current: str) -> list[app_commands.Choice[str]]:
    return [
        app_commands.Choice(name=name, value=value)
        for name, value in interaction.client.front_desk.suggest(kind, current)
    ]


async def _anything(interaction: "Interaction", current: str) -> list[app_commands.Choice[str]]:
    return await _suggest(interaction, Kind.ANYTHING, current)


async def _record(interaction: "Interaction", current: str) -> list[app_commands.Choice[str]]:
    return await _suggest(interaction, Kind.RECORD, current)


async def _person(interaction: "Interaction", current: str) -> list[app_commands.Choice[str]]:
    return await _suggest(interaction, Kind.PERSON, current)


async def _compared(interaction: "Interaction", current: str) -> list[app_commands.Choice[str]]:
    return await _suggest(interaction, Kind.COMPARED, current)


@app_commands.command(name="spacewalk", description=_("A spacewalk: date, length, crew, what happened, a quote."))
@app_commands.describe(query=_QUERY, private=_PRIVATE)
@app_commands.autocomplete(query=_anything)
@_everywhere
async def spacewalk(interaction: "Interaction", query: str, private: bool = False) -> None:
    """Look up a spacewalk."""
    await sending.respond(interaction, interaction.client.front_desk.look_up(Kind.ANYTHING, query), private=private)


@app_commands.command(name="record", description=_("Who holds a record: longest, first, most, oldest, …"))
@app_commands.describe(name=_("Which record. Pick a suggestion or type your own."), private=_PRIVATE)
@app_commands.autocomplete(name=_record)
@_everywhere
async def record(interaction: "Interaction", name: str, private: bool = False) -> None:
    """Tell who holds a record."""
    await sending.respond(interaction, interaction.client.front_desk.look_up(Kind.RECORD, name), private=private)


@app_commands.command(name="spacewalker", description=_("Somebody's whole career outside, or why there is none."))
@app_commands.describe(name=_("Whose. Pick a suggestion or type a name in any script."), private=_PRIVATE)
@app_commands.autocomplete(name=_person)
@_everywhere
async def spacewalker(interaction: "Interaction", name: str, private: bool = False) -> None:
    """Tell of somebody's career outside."""
    await sending.respond(interaction, interaction.client.front_desk.look_up(Kind.PERSON, name), private=private)


@app_commands.command(name="ask", description=_("Ask anything about spacewalks in your own words."))
@app_commands.describe(question=_("For example: how long was Leonov outside?"), private=_PRIVATE)
@_everywhere
async def ask(interaction: "Interaction", question: str, private: bool = False) -> None:
    """Answer a question."""
    await sending.respond(interaction, interaction.client.front_desk.ask(question), private=private)


@app_commands.command(name="compare", description=_("Set two people, missions, stations or countries side by side."))
@app_commands.describe(first=_("The one."), second=_("The other."), private=_PRIVATE)
@app_commands.autocomplete(first=_compared, second=_compared)
@_everywhere
async def compare(interaction: "Interaction", first: str, second: str, private: bool = False) -> None:
    """Compare two entries."""
    await sending.respond(interaction, interaction.client.front_desk.compare(first, second), private=private)


@app_commands.command(name="onthisday", description=_("Who was outside on a day of the year."))
@app_commands.describe(
    date=_("A day, with or without its year: 18 March, 20 July 1969. Without one: today."), private=_PRIVATE
)
@_everywhere
async def onthisday(interaction: "Interaction", date: str | None = None, private: bool = False) -> None:
    """Tell who was outside on a day."""
    client = interaction.client
    reply = client.front_desk.on_day(date) if date else client.front_desk.day(today(client.now()))
    await sending.respond(interaction, reply, private=private)


@app_commands.command(name="fact", description=_("A fact about spacewalks, at random."))
@app_commands.describe(private=_PRIVATE)
@_everywhere
async def fact(interaction: "Interaction", private: bool = False) -> None:
    """Tell a fact."""
    client = interaction.client
    drawn = client.front_desk.fact(client.dice, today(client.now()))
    await sending.respond(interaction, drawn, private=private)


@app_commands.command(name="help", description=_("What I can do, with examples to press."))
@_everywhere
async def help_(interaction: "Interaction") -> None:
    """Say what can be asked."""
    await sending.respond(interaction, interaction.client.front_desk.help())


@app_commands.command(name="about", description=_("What I know, how far it reaches, and whom to thank."))
@_everywhere
async def about(interaction: "Interaction") -> None:
    """Say what this is."""
    await sending.respond(interaction, interaction.client.front_desk.about())


@app_commands.command(name="privacy", description=_("What becomes of what you type."))
@_everywhere
async def privacy(interaction: "Interaction") -> None:
    """Say what becomes of what people type."""
    await sending.respond(interaction, interaction.client.front_desk.privacy())


@app_commands.command(name="mentions", description=_("Switch my answers to mentions in this channel on or off."))
@app_commands.describe(answered=_("True: I answer mentions here. False: slash commands only."))
@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
@app_commands.checks.has_permissions(manage_guild=True)
async def mentions(interaction: "Interaction", answered: bool) -> None:
    """Switch replies to mentions on or off in a channel."""
    client = interaction.client
    words = client.front_desk.words
    channel_id, guild_id = interaction.channel_id or 0, interaction.guild_id or 0
    if answered:
        await client.muted.unmute(channel_id)
    else:
        await client.muted.mute(channel_id, guild_id)
    said = texts.replies.mentions_on(words) if answered else texts.replies.mentions_off(words)
    await sending.respond(interaction, Reply(said), private=True)


@app_commands.context_menu(name=_("Ask about spacewalks"))
@_everywhere
async def ask_about(interaction: "Interaction", message: discord.Message) -> None:
    """Take a message for a question; the answer is for the person who asked for it alone."""
    desk = interaction.client.front_desk
    question = message.content.strip()
    reply = desk.ask(question) if question else Reply(texts.replies.no_text_in_message(desk.words))
    await sending.respond(interaction, reply, private=True)


COMMANDS: Final[Sequence[app_commands.Command[Any, ..., None] | app_commands.Group | app_commands.ContextMenu]] = (
    spacewalk,
    record,
    spacewalker,
    ask,
    compare,
    onthisday,
    fact,
    help_,
    about,
    privacy,
    mentions,
    Daily(),
    ask_about,
)
