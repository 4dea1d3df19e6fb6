"""Where a daily fact may come to: what sort of channel, and which permissions the bot needs there, each by its name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeGuard

import discord
import structlog

from bot.answering import Wording
from bot.discord_app.daily import texts
from bot.discord_app.daily.typed import TypedError
from bot.store.subscriptions import Wish

_log: Final = structlog.stdlib.get_logger(__name__)

Target = discord.TextChannel | discord.Thread | discord.ForumChannel

#: Discord's names of the permissions, as moderators read them.
_NAMES: Final = {
    "view_channel": "View Channel",
    "send_messages": "Send Messages",
    "send_messages_in_threads": "Send Messages in Threads",
    "embed_links": "Embed Links",
    "read_message_history": "Read Message History",
    "create_public_threads": "Create Public Threads",
    "manage_threads": "Manage Threads",
}
#: How long a standing thread stays open after a fact, in minutes: a week, the longest there is.
_OPEN: Final = 10_080
#: So many of a forum's closed threads are looked at for one of ours, the latest closed first.
_CLOSED: Final = 100


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
        raise TypedError(lambda words: texts.targets.cannot_see(words, mention))
    if not _takes_facts(channel):
        raise TypedError(lambda words: texts.targets.not_a_target(words, mention))
    if not _rights(channel).view_channel:
        raise TypedError(lambda words: texts.targets.cannot_see(words, mention))
    return channel


def check(target: Target, wanted: Wanted) -> None:
    """Raise TypedError for what does not go together, and for permissions that are missing."""
    mention = target.mention
    if wanted.thread and not isinstance(target, discord.TextChannel):
        raise TypedError(lambda words: texts.targets.no_thread_in_thread(words, mention))
    if wanted.publish and not (isinstance(target, discord.TextChannel) and target.is_news()):
        raise TypedError(lambda words: texts.targets.not_an_announcement_channel(words, mention))
    missing = [_NAMES[right] for right in _missing(target, wanted)]
    if missing:
        raise TypedError(lambda words: texts.targets.rights_missing(words, mention, missing))
    role = wanted.role
    if role is None:
        return
    if role.is_default():
        raise TypedError(texts.targets.cannot_ping_everyone)
    if not (role.mentionable or _rights(target).mention_everyone):
        raise TypedError(lambda words: texts.targets.cannot_ping(words, role.mention))


def missing_now(guild: discord.Guild, wish: Wish) -> Sequence[str]:
    """Return the names of the permissions that what is being served misses; none where its channel is not at hand."""
    channel = guild.get_channel_or_thread(wish.channel_id)
    if not _takes_facts(channel):
        return ()
    return [_NAMES[right] for right in _missing(channel, Wanted(thread=wish.thread, publish=wish.publish))]


def _takes_facts(channel: object) -> TypeGuard[Target]:
    """Tell whether a channel takes messages, and a forum such without pictures."""
    if isinstance(channel, discord.ForumChannel):
        return not channel.is_media()
    return isinstance(channel, discord.TextChannel | discord.Thread)


def _missing(target: Target, wanted: Wanted) -> Iterator[str]:
    rights = _rights(target)
    needed = ["view_channel", "embed_links", "read_message_history"]
    if not isinstance(target, discord.Thread):
        needed.append("send_messages")  # in a forum, this is the right to make posts
    if not isinstance(target, discord.TextChannel):
        needed.append("send_messages_in_threads")
    if wanted.thread:
        needed.append("create_public_threads")
    if isinstance(target, discord.Thread) and target.locked:
        needed.append("manage_threads")
    yield from (right for right in _NAMES if right in needed and not getattr(rights, right))


def _rights(target: Target) -> discord.Permissions:
    """Return what the bot was granted, each right by itself: the methods of channels withhold some without others."""
    channel = target.parent if isinstance(target, discord.Thread) else target
    if channel is None:
        return discord.Permissions.none()
    return discord.abc.GuildChannel.permissions_for(channel, target.guild.me)


async def channel_for(target: Target, words: Wording) -> int:
    """Return where to post: the target itself; for a forum, a thread that is made now, for all facts to come."""
    if not isinstance(target, discord.ForumChannel):
        return target.id
    made = await target.create_thread(
        name=texts.targets.standing_thread(words),
        content=texts.targets.standing_thread_begins(words),
        auto_archive_duration=_OPEN,
        applied_tags=[tag for tag in target.available_tags if not tag.moderated][:1]
        if target.flags.require_tag
        else [],
    )
    return made.thread.id


async def standing_threads(forum: discord.ForumChannel) -> Sequence[discord.Thread]:
    """Return the threads that were made in a forum for facts, open ones first: all that are the bot's are."""
    mine = [thread for thread in forum.threads if thread.owner_id == forum.guild.me.id]
    try:
        mine += [
            thread async for thread in forum.archived_threads(limit=_CLOSED) if thread.owner_id == forum.guild.me.id
        ]
    except discord.HTTPException as error:  # closed threads are history, which the bot may not be let read
        _log.info("the closed threads of a forum cannot be read", forum=forum.id, error=str(error))
    return mine
