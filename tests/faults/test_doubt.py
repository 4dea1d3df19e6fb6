"""What a post comes to when discord.py asked Discord more than once, and the last answer is not the whole story."""

import datetime as dt
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import cast

import pytest

from bot.daily.posting import Attempt, Failed, Malformed, NotThere, Posted, Refused, Unreadable
from bot.daily.schedule import Due, Schedule
from bot.discord_app.client import SpacewalkBot
from bot.discord_app.daily.posts import DiscordPosts
from bot.discord_app.daily.showing import FactDesk
from bot.store.ledger import Delivery, Key
from bot.store.subscriptions import Subscription, Wish
from bot.store.tables import Standing, State
from tests.faults.launch import pointed_at
from tests.faults.loopback import Loopback
from tests.faults.plan import Drop, Fault, RateLimit, Refuse, ServerError
from tests.faults.proof.clock import Clock, everybody_waits_by
from tests.faults.proof.light import LightClient, desk
from tests.faults.wire import Message

_DAY = dt.date(2026, 3, 18)
_NOON = 1_773_835_200
_MESSAGES = "/channels/*/messages"


class Channel:
    """A channel, and the posts of a bot in it."""

    def __init__(self, loopback: Loopback, client: LightClient) -> None:
        self.loopback = loopback
        self.client = client
        self.guild_id = loopback.world.add_guild("Astronomy club")
        self.id = loopback.world.add_channel(self.guild_id, "facts")
        self.posts = DiscordPosts(cast("SpacewalkBot", client), FactDesk(desk().corpus, desk().words))
        due = Due(_DAY, _NOON)
        wish = Wish(self.guild_id, self.id, Schedule(720, "UTC"), made_by=1)
        self.subscription = Subscription(1, wish, Standing.ACTIVE, _NOON, due, None)
        self.delivery = Delivery(
            Key(1, _DAY), self.id, State.CLAIMED, _NOON, _NOON + 3600, 1, None, _NOON, None, None, None
        )

    async def post(self) -> Attempt:
        """Send the fact of the day."""
        fact = desk().pool.tell("suits", _DAY)
        assert fact is not None
        return await self.posts.post(self.delivery, self.subscription, fact)

    def standing(self) -> list[Message]:
        """Return what stands in the channel."""
        return self.loopback.world.messages(self.id)


@pytest.fixture
async def channel(clock: Clock) -> AsyncIterator[Channel]:
    """A channel of a bot that is logged in."""
    async with Loopback(now=clock) as loopback:
        with pointed_at(loopback.url), everybody_waits_by(clock):
            async with LightClient() as client:
                client.now = clock
                await client.login(loopback.token)
                yield Channel(loopback, client)


@pytest.fixture
def clock() -> Clock:
    """The time, which passes when somebody sleeps."""
    return Clock(float(_NOON))


@pytest.mark.parametrize(
    ("last", "told"),
    [
        (Refuse(403, 50013), Failed("missing-permission", perhaps=True)),
        (Refuse(404, 10003), Failed("no-such-channel", perhaps=True)),
        (Refuse(400, 50035), Failed("refused-400-50035", perhaps=True)),
        (RateLimit(900), Failed("rate-limited", perhaps=True, pause=900)),
        (RateLimit(900, via=False), Failed("rate-limited", perhaps=True, pause=900, by_all=True)),
        (Drop(), Failed("disconnected", perhaps=True)),
    ],
)
async def test_a_no_after_a_server_error_leaves_it_in_doubt(channel: Channel, last: Fault, told: Failed) -> None:
    channel.loopback.plan.add("POST", _MESSAGES, ServerError(502, after_accepting=True))
    channel.loopback.plan.add("POST", _MESSAGES, last)
    assert await channel.post() == told
    assert len(channel.standing()) == 1


@pytest.mark.parametrize(
    ("only", "told"),
    [
        (Refuse(403, 50013), Refused("missing-permission")),
        (Refuse(404, 10003), Refused("no-such-channel", lasting=True)),
        (Refuse(400, 50035), Malformed("refused-400-50035")),
        (RateLimit(900), Failed("rate-limited", perhaps=False, pause=900)),
    ],
)
async def test_a_no_at_once_is_certain(channel: Channel, only: Fault, told: Attempt) -> None:
    channel.loopback.plan.add("POST", _MESSAGES, only)
    assert await channel.post() == told
    assert channel.standing() == []


async def test_a_yes_after_a_server_error_is_a_yes(channel: Channel) -> None:
    channel.loopback.plan.add("POST", _MESSAGES, ServerError(500, after_accepting=True))
    posted = await channel.post()
    assert isinstance(posted, Posted)
    assert [message.id for message in channel.standing()] == [posted.message_id]


async def test_the_doubt_about_one_post_does_not_touch_the_next(channel: Channel) -> None:
    channel.loopback.plan.add("POST", _MESSAGES, ServerError(503))
    assert await channel.post() == Failed("discord-fails", perhaps=True)
    channel.loopback.plan.add("POST", _MESSAGES, Refuse(403, 50013))
    assert await channel.post() == Refused("missing-permission")


async def _posted_unheard_of(channel: Channel) -> None:
    channel.loopback.plan.add("POST", _MESSAGES, Drop(after_accepting=True))
    assert await channel.post() == Failed("disconnected", perhaps=True)


async def test_a_post_is_found_by_the_number_of_its_delivery(channel: Channel, clock: Clock) -> None:
    assert await channel.posts.find(channel.delivery) == NotThere()
    await _posted_unheard_of(channel)
    clock.advance(3600)
    [message] = channel.standing()
    assert await channel.posts.find(channel.delivery) == Posted(message.id, _NOON)
    another = replace(channel.delivery, key=Key(2, _DAY))
    assert await channel.posts.find(another) == NotThere()


@pytest.mark.parametrize("ahead", [-5 * 3600, -300, 300, 3600, 20 * 3600])
async def test_a_post_is_found_by_a_bot_whose_clock_is_wrong(channel: Channel, ahead: int) -> None:
    await _posted_unheard_of(channel)
    noted = replace(channel.delivery, sent_at=_NOON + ahead, due_at=_NOON + ahead)
    channel.client.now = lambda: float(_NOON + ahead + 60)
    assert isinstance(await channel.posts.find(noted), Posted)


async def test_a_post_is_found_by_a_bot_whose_clock_was_set_right_since(channel: Channel, clock: Clock) -> None:
    await _posted_unheard_of(channel)
    noted = replace(channel.delivery, sent_at=_NOON + 10**9)
    clock.advance(600)
    assert isinstance(await channel.posts.find(noted), Posted)
    noted = replace(channel.delivery, sent_at=0, due_at=0)
    assert isinstance(await channel.posts.find(noted), Posted)


async def test_an_empty_history_says_nothing_to_a_bot_that_may_not_read_it(channel: Channel, clock: Clock) -> None:
    await _posted_unheard_of(channel)
    clock.advance(600)
    channel.loopback.world.forbid(channel.id, read_message_history=True)
    assert await channel.posts.find(channel.delivery) == Unreadable("missing-permission")
