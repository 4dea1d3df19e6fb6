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
from bot.store.subscriptions import Subscription, Wish
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
#: So many are looked at before that, or those of a day: a clock that is ahead by more is noticed.
_EARLIER_READ: Final = 500
_CLOCKS_DIFFER: Final = dt.timedelta(days=1)
_THREAD_LIVES: Final = 1440


class DiscordPosts:
    """Brings facts to channels. Needs no cache: any process can post anywhere the bot is."""

    def __init__(self, client: "SpacewalkBot", desk: FactDesk) -> None:
        """Post as this client."""
        self._client = client
        self._desk = desk

    async def post(self, delivery: Delivery, subscription: Subscription, fact: DailyFact) -> Attempt:
        """Send a fact, with the nonce of its delivery; an archived thread is opened again first."""
        with self._client.tries.watched() as tries:
            attempt = await self._post(delivery, subscription, fact)
        if isinstance(attempt, Posted) or not tries.doubtful:
            return attempt
        # The last answer may say no, but discord.py had asked before, and nobody knows what became of that.
        pause, by_all = (attempt.pause, attempt.by_all) if isinstance(attempt, Failed) else (0.0, False)
        return Failed(attempt.problem, perhaps=True, pause=pause, by_all=by_all)

    async def _post(self, delivery: Delivery, subscription: Subscription, fact: DailyFact) -> Attempt:
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
        role = self._role_of(subscription.wish)
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

    def _role_of(self, wish: Wish) -> int | None:
        """Return the role to ping, None where it has been deleted: the mention of none would stand there as such."""
        guild = self._client.get_guild(wish.guild_id)
        deleted = guild is not None and not guild.unavailable and guild.get_role(wish.role_id or 0) is None
        return None if deleted else wish.role_id

    async def find(self, delivery: Delivery) -> Search:
        """Look in the channel for a message of ours that carries the number of a delivery."""
        try:
            return await self._look(delivery)
        except REQUEST_ERRORS as error:
            fault = self._noted(error, delivery)
            return fault if isinstance(fault, Failed) else Unreadable(fault.problem)

    async def _look(self, delivery: Delivery) -> Search:
        """Read on from the first sending, and then back: our clock may have been ahead of Discord's."""
        channel = self._client.get_partial_messageable(delivery.channel_id)
        begun = min(max(delivery.sent_at or 0, delivery.due_at), self._client.now())
        since = dt.datetime.fromtimestamp(max(begun - _SINCE, discord.utils.DISCORD_EPOCH / 1000), dt.UTC)
        read = 0
        async for message in channel.history(limit=_MESSAGES_READ, after=since, oldest_first=True):
            read += 1
            if self._is_post(message, delivery):
                return _found(message)
        if read == _MESSAGES_READ:
            return Unreadable("too-many-messages")
        async for message in channel.history(limit=_EARLIER_READ, before=since):
            read += 1
            if self._is_post(message, delivery):
                return _found(message)
            if since - message.created_at > _CLOCKS_DIFFER:
                break
        return NotThere() if read else await self._of_nothing(delivery)

    async def _of_nothing(self, delivery: Delivery) -> Search:
        """Tell what it means that no message could be read: who may not read the history is given none, and no word."""
        channel = await self._client.http.get_channel(delivery.channel_id)
        return Unreadable("missing-permission") if channel.get("last_message_id") else NotThere()

    def _is_post(self, message: discord.Message, delivery: Delivery) -> bool:
        me = self._client.user
        return me is not None and message.author.id == me.id and delivery.key.number in _numbers(message)

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
        said = texts.looking_after.refused(self._client.front_desk.words, wish.channel_id, problem)
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


def _found(message: discord.Message) -> Posted:
    return Posted(message.id, int(message.created_at.timestamp()))


def _numbers(message: discord.Message) -> frozenset[int]:
    """Return the numbers of the deliveries that a message carries."""
    return frozenset(press.number for press in presses_in(message) if press.verb is Verb.READ)
