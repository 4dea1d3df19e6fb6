"""Which channel, and which of a server's subscriptions, a moderator means."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

import discord
from discord import app_commands

from bot.discord_app.daily import targets, texts
from bot.discord_app.daily.typed import TypedError
from bot.store.subscriptions import GONE, Subscription
from bot.store.tables import Standing

if TYPE_CHECKING:
    from bot.discord_app.client import SpacewalkBot

    Interaction = discord.Interaction[SpacewalkBot]

Named = app_commands.AppCommandChannel | app_commands.AppCommandThread


class ChannelOption(app_commands.Transformer):
    """A channel as it was named, whether or not the bot can see it: Discord offers those that may take facts."""

    @property
    def type(self) -> discord.AppCommandOptionType:
        """The sort of option."""
        return discord.AppCommandOptionType.channel

    @property
    def channel_types(self) -> list[discord.ChannelType]:
        """The sorts of channel that are offered."""
        kinds = discord.ChannelType
        return [kinds.text, kinds.news, kinds.forum, kinds.public_thread, kinds.private_thread, kinds.news_thread]

    async def transform(self, _interaction: discord.Interaction, value: Named, /) -> Named:
        """Return the channel as Discord names it."""
        return value


AnyChannel = app_commands.Transform[Named, ChannelOption]


async def target(guild: discord.Guild, interaction: "Interaction", channel: Named | None) -> targets.Target:
    """Return the channel that was named, or else the one where the command was used; for a forum, its standing thread.

    A forum without one is returned itself. Raises TypedError for a channel that is hidden, or takes no facts.
    """
    found = targets.target_of(guild, channel.id if channel else interaction.channel_id or 0, await _thread(channel))
    if not isinstance(found, discord.ForumChannel):
        return found
    return next(iter(await targets.standing_threads(found)), found)


async def _thread(channel: Named | None) -> discord.Thread | None:
    """Return a thread in full, as archived ones are not remembered; None for other channels."""
    if not isinstance(channel, app_commands.AppCommandThread):
        return None
    mention = f"<#{channel.id}>"
    try:
        return channel.resolve() or await channel.fetch()
    except discord.HTTPException:
        raise TypedError(lambda words: texts.targets.cannot_see_thread(words, mention)) from None


async def subscription(
    interaction: "Interaction", channel: Named | None, there: Sequence[Subscription]
) -> Subscription:
    """Return the subscription that is meant: that of the channel named, of this one, or the only one there is.

    Raises TypedError where that is none, or cannot be told.
    """
    if not there:
        raise TypedError(texts.setting_up.none_yet)
    wanted = await _ids(interaction, channel)
    found = [subscription for subscription in there if subscription.wish.channel_id in wanted]
    alive = [subscription for subscription in there if not is_gone(subscription)] or there
    if found or (channel is None and len(alive) == 1):
        return (found or alive)[0]
    mentions = [f"<#{subscription.wish.channel_id}>" for subscription in alive]
    if channel is None:
        raise TypedError(lambda words: texts.setting_up.which_channel(words, mentions))
    named = f"<#{channel.id}>"
    raise TypedError(lambda words: texts.setting_up.not_this_channel(words, named, mentions))


async def _ids(interaction: "Interaction", channel: Named | None) -> Collection[int]:
    """Return the ids that a subscription of the channel may have: its own, or those of its standing threads."""
    channel_id = channel.id if channel else interaction.channel_id or 0
    forum = interaction.guild and interaction.guild.get_channel(channel_id)
    if not isinstance(forum, discord.ForumChannel):
        return {channel_id}
    return {thread.id for thread in await targets.standing_threads(forum)}


def is_gone(subscription: Subscription) -> bool:
    """Tell whether the channel of a subscription was deleted, so that nobody can name it any more."""
    return subscription.standing is Standing.REFUSED and subscription.problem == GONE
