"""Questions in ordinary messages: a mention of the bot, a reply to it, a direct message. No other message is read."""

import re
from collections import OrderedDict
from typing import TYPE_CHECKING, Final

import discord
import structlog

from bot.corpus import Ref
from bot.discord_app import texts
from bot.discord_app.components import presses_in
from bot.discord_app.presses import Verb
from bot.discord_app.replies import Reply

if TYPE_CHECKING:
    from bot.discord_app.client import SpacewalkBot

_log: Final = structlog.stdlib.get_logger(__name__)

_MOST_REMEMBERED: Final = 5000


class Mentions:
    """Answers questions in messages, and takes an answer away when its question is deleted.

    Which reply belongs to which question is remembered for as long as the process lives.
    """

    def __init__(self, client: "SpacewalkBot") -> None:
        """Answer for this client."""
        self._client = client
        #: The reply to each question; None while it is being sent. No more than its number, lest the question be kept.
        self._replies: OrderedDict[int, discord.PartialMessage | None] = OrderedDict()

    async def received(self, message: discord.Message) -> None:
        """Answer a message if it is a question to the bot and the bot may write there."""
        if not self._is_for_us(message) or not _may_write(message):
            return
        if self._client.too_fast(message.author.id):
            return
        reply = self._reply(message)
        self._replies[message.id] = None
        try:
            sent = await _send(message, reply.with_remove_button(self._client.front_desk.words, message.author.id))
        except discord.HTTPException as error:
            _log.info("a mention could not be answered", status=error.status, code=error.code)
            self._replies.pop(message.id, None)
            return
        if message.id not in self._replies:
            await _delete(sent)  # the question went while its answer was on the way
            return
        channel = self._client.get_partial_messageable(message.channel.id)
        self._replies[message.id] = channel.get_partial_message(sent.id)
        if len(self._replies) > _MOST_REMEMBERED:
            self._replies.popitem(last=False)

    async def deleted(self, message_id: int) -> None:
        """Delete the answer to a question that was deleted."""
        sent = self._replies.pop(message_id, None)
        if sent is not None:
            await _delete(sent)

    def _is_for_us(self, message: discord.Message) -> bool:
        """Tell whether a person speaks to the bot: mentions in passing of roles or everyone do not count."""
        me = self._client.user
        if me is None or message.author.bot or message.webhook_id is not None or message.is_system():
            return False
        if message.guild is None:
            return True
        channel = message.channel
        parent = channel.parent_id if isinstance(channel, discord.Thread) else None
        muted = self._client.muted
        return me in message.mentions and channel.id not in muted and parent not in muted

    def _reply(self, message: discord.Message) -> Reply:
        desk = self._client.front_desk
        me = self._client.user
        question = re.sub(rf"<@!?{me.id if me else 0}>", " ", message.content).strip()
        if not question:
            return Reply(texts.replies.ask_something(desk.words))
        return desk.follow_up(question, self._subject_of_replied(message))

    def _subject_of_replied(self, message: discord.Message) -> Ref | None:
        """Return what the bot's own message was about that this one replies to, None for other messages."""
        replied = message.reference.resolved if message.reference else None
        if not isinstance(replied, discord.Message) or replied.author != self._client.user:
            return None
        return next((press.ref for press in presses_in(replied) if press.verb is Verb.MORE), None)


def _may_write(message: discord.Message) -> bool:
    """Tell whether the bot may write where a message stands."""
    if message.guild is None:
        return True
    allowed = message.channel.permissions_for(message.guild.me)
    if isinstance(message.channel, discord.Thread):
        return allowed.view_channel and allowed.send_messages_in_threads
    return allowed.view_channel and allowed.send_messages


async def _delete(sent: discord.Message | discord.PartialMessage) -> None:
    try:
        await sent.delete()
    except discord.HTTPException as error:
        _log.info("a reply could not be deleted", status=error.status, code=error.code)


async def _send(message: discord.Message, reply: Reply) -> discord.Message:
    """Send a reply; without the permission for cards, the answer proper goes out alone."""
    allowed = message.channel.permissions_for(message.guild.me) if message.guild else None
    embeds = reply.embeds if allowed is None or allowed.embed_links else []
    reference = message.to_reference(fail_if_not_exists=False)
    return await message.channel.send(
        reply.text,
        embeds=embeds,
        view=discord.utils.MISSING if reply.view is None else reply.view,
        reference=reference if allowed is None or allowed.read_message_history else discord.utils.MISSING,
        mention_author=False,
    )
