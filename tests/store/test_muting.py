"""Channels without answers to mentions outlive the process, and go with their server."""

from bot.store.database import Database
from bot.store.muting import MutedChannels
from bot.store.subscriptions import KEPT, Subscriptions
from tests.databases import Connect


async def test_what_is_muted_is_still_muted_after_a_restart(database: Database, connect: Connect) -> None:
    muted = MutedChannels(database)
    await muted.load()
    assert 10 not in muted
    await muted.mute(10, guild_id=1)
    await muted.mute(10, guild_id=1)
    await muted.mute(11, guild_id=1)
    await muted.unmute(11)
    assert 10 in muted
    again = MutedChannels(await connect())
    await again.load()
    assert 10 in again
    assert 11 not in again


async def test_muted_channels_of_a_server_that_was_left_are_forgotten(database: Database) -> None:
    muted, subscriptions = MutedChannels(database), Subscriptions(database)
    await muted.mute(10, guild_id=1)
    await muted.mute(20, guild_id=2)
    assert sorted(await subscriptions.guilds()) == [1, 2]
    await subscriptions.left(1, now=1000)
    assert list(await subscriptions.guilds()) == [2]
    await subscriptions.forget(1000 + KEPT)
    await muted.load()
    assert 10 not in muted
    assert 20 in muted
