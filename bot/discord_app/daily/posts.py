"""Posts daily facts on Discord, looks for posts that were not heard of, and takes the steps after them."""

import datetime as dt
from typing import TYPE_CHECKING, Final

import discord
import structlog

from bot.daily.pool import DailyFact
from bot.daily.posting import Attempt, Failed, Malformed, NotThere, Posted, Refused, Search, Unreadable
from bot.discord_app import limits
from bot.discord_app.components import presses_in
from bot.discord_app.daily import texts
from bot.discord_app.daily.faults import ARCHIVED, REQUEST_ERRORS, fault_of
from bot.discord_app.daily.showing import FactDesk
from bot.discord_app.presses import Verb
from bot.store.ledger import Delivery
from bot.store.steps import StepDue
from bot.store.subscriptions import Subscription
from bot.store.tables import Step

if TYPE_CHECKING:
    from bot.discord_app.client import SpacewalkBot

_log: Final = structlog.stdlib.get_logger(__name__)

#: A thread is there already, an announcement is published already: what was wanted is so.
_DONE_BEFORE: Final = frozenset({160004, 40033})
#: Clocks differ: the channel is read from so many seconds before the first sending.
_SINCE: Final = 120
#: So many messages are looked at; a channel that sees more in the time between cannot be read in full.
_MESSAGES_READ: Final = 2000
_THREAD_LIVES: Final = 1440


class DiscordPosts:
    """Brings facts to channels. Needs no cache: any process can post anywhere the bot is."""

    def __init__(self, client: "SpacewalkBot", desk: FactDesk) -> None:
        """Post as this client."""
        self._client = client
        self._desk = desk

    async def post(self, delivery: Delivery, subscription: Subscription, fact: DailyFact) -> Attempt:
        """Send a fact, with the nonce of its delivery; an archived thread is opened again first."""
        try:
            return await self._send(delivery, subscription, fact)
        except REQUEST_ERRORS as error:
            if getattr(error, "code", 0) != ARCHIVED:
                return self._noted(error, delivery)
        try:
            await self._client.http.edit_channel(delivery.channel_id, archived=False)
            return await self._send(delivery, subscription, fact)
        except REQUEST_ERRORS as error:
            return self._noted(error, delivery)

    async def _send(self, delivery: Delivery, subscription: Subscription, fact: DailyFact) -> Posted:
        role = subscription.wish.role_id
        reply = self._desk.posted(fact, delivery.key.number, role)
        pinged = discord.AllowedMentions(
            everyone=False, users=False, replied_user=False, roles=[discord.Object(role)] if role else False
        )
        message = await self._client.get_partial_messageable(delivery.channel_id).send(
            reply.text,
            embeds=reply.embeds,
            view=discord.utils.MISSING if reply.view is None else reply.view,
            nonce=delivery.key.number,
            allowed_mentions=pinged,
        )
        return Posted(message.id)

    async def find(self, delivery: Delivery) -> Search:
        """Look in the channel for a message of ours that carries the number of a delivery."""
        me = self._client.user
        since = dt.datetime.fromtimestamp((delivery.sent_at or delivery.due_at) - _SINCE, dt.UTC)
        channel = self._client.get_partial_messageable(delivery.channel_id)
        read = 0
        try:
            async for message in channel.history(limit=_MESSAGES_READ, after=since, oldest_first=True):
                read += 1
                if me and message.author.id == me.id and delivery.key.number in _numbers(message):
                    return Posted(message.id, int(message.created_at.timestamp()))
        except REQUEST_ERRORS as error:
            fault = self._noted(error, delivery)
            return fault if isinstance(fault, Failed) else Unreadable(fault.problem)
        return NotThere() if read < _MESSAGES_READ else Unreadable("too-many-messages")

    async def take(self, due: StepDue, title: str) -> Attempt:
        """Open a thread below a post, or publish it to the channels that follow."""
        http = self._client.http  # the public ways need the server in the cache, which another process may have
        try:
            if due.step is Step.PUBLISH:
                await http.publish_message(due.channel_id, due.message_id)
            else:
                name = limits.clip(title, limits.THREAD_NAME)
                await http.start_thread_with_message(
                    due.channel_id, due.message_id, name=name, auto_archive_duration=_THREAD_LIVES
                )
        except REQUEST_ERRORS as error:
            return Posted(due.message_id) if getattr(error, "code", 0) in _DONE_BEFORE else fault_of(error)
        return Posted(due.message_id)

    async def tell(self, subscription: Subscription, problem: str) -> None:
        """Write to the person who set it up, who can mend it."""
        wish = subscription.wish
        said = texts.refused(self._client.front_desk.words, wish.channel_id, problem)
        try:
            channel = await self._client.create_dm(discord.Object(wish.made_by))
            await channel.send(said)
        except REQUEST_ERRORS as error:
            _log.info("nobody could be told of a refused daily fact", channel=wish.channel_id, error=str(error))

    @staticmethod
    def _noted(error: BaseException, delivery: Delivery) -> Refused | Malformed | Failed:
        fault = fault_of(error)
        level = _log.info if isinstance(fault, Refused) else _log.warning
        level("a daily fact was not posted", channel=delivery.channel_id, problem=fault.problem, error=str(error))
        return fault


def _numbers(message: discord.Message) -> frozenset[int]:
    """Return the numbers of the deliveries that a message carries."""
    return frozenset(press.number for press in presses_in(message) if press.verb is Verb.READ)
