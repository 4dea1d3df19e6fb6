"""Where a daily fact may come to: what sort of channel, and which permissions the bot needs there, each by its name."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

import discord

from bot.answering import Wording
from bot.discord_app.daily import texts
from bot.discord_app.daily.typed import TypedError

Target = discord.TextChannel | discord.Thread | discord.ForumChannel

#: Discord's names of the permissions, as moderators read them.
_NAMES: Final = {
    "view_channel": "View Channel",
    "send_messages": "Send Messages",
    "send_messages_in_threads": "Send Messages in Threads",
    "embed_links": "Embed Links",
    "read_message_history": "Read Message History",
    "create_public_threads": "Create Public Threads",
}


@dataclass(frozen=True, slots=True)
class Wanted:
    """How a fact is to come: with which role pinged, with a thread below, published."""

    role: discord.Role | None = None
    thread: bool = False
    publish: bool = False


def target_of(guild: discord.Guild, channel_id: int, thread: discord.Thread | None = None) -> Target:
    """Return the channel with an id. Raises TypedError for one that is hidden, or of a sort that takes no messages."""
    channel = guild.get_channel_or_thread(channel_id) or thread
    mention = f"<#{channel_id}>"
    if channel is None:
        raise TypedError(lambda words: texts.cannot_see(words, mention))
    if not isinstance(channel, discord.TextChannel | discord.Thread | discord.ForumChannel):
        raise TypedError(lambda words: texts.not_a_target(words, mention))
    if not channel.permissions_for(guild.me).view_channel:
        raise TypedError(lambda words: texts.cannot_see(words, mention))
    return channel


def check(target: Target, wanted: Wanted) -> None:
    """Raise TypedError for what does not go together, and for permissions that are missing."""
    mention = target.mention
    if wanted.thread and not isinstance(target, discord.TextChannel):
        raise TypedError(lambda words: texts.no_thread_in_thread(words, mention))
    if wanted.publish and not (isinstance(target, discord.TextChannel) and target.is_news()):
        raise TypedError(lambda words: texts.not_an_announcement_channel(words, mention))
    missing = [_NAMES[right] for right in _missing(target, wanted)]
    if missing:
        raise TypedError(lambda words: texts.rights_missing(words, mention, missing))
    role = wanted.role
    if role is not None and not _may_ping(target, role):
        name = "@\u200beveryone" if role.is_default() else role.mention
        raise TypedError(lambda words: texts.cannot_ping(words, name))


def _missing(target: Target, wanted: Wanted) -> Iterator[str]:
    rights = target.permissions_for(target.guild.me)
    needed = ["embed_links", "read_message_history"]
    if not isinstance(target, discord.Thread):
        needed.append("send_messages")  # in a forum, this is the right to make posts
    if not isinstance(target, discord.TextChannel):
        needed.append("send_messages_in_threads")
    if wanted.thread:
        needed.append("create_public_threads")
    yield from (right for right in _NAMES if right in needed and not getattr(rights, right))


def _may_ping(target: Target, role: discord.Role) -> bool:
    return not role.is_default() and (role.mentionable or target.permissions_for(target.guild.me).mention_everyone)


async def channel_for(target: Target, words: Wording) -> int:
    """Return where to post: the target itself; for a forum, a thread that is made now, for all facts to come."""
    if not isinstance(target, discord.ForumChannel):
        return target.id
    made = await target.create_thread(name=texts.standing_thread(words), content=texts.standing_thread_begins(words))
    return made.thread.id
