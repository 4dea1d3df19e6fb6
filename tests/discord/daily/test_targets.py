"""Where a daily fact may come to: each sort of channel, each permission, roles, threads and publishing."""

from typing import Any

import discord
import pytest
import simcord

from bot.discord_app.daily.targets import target_of
from bot.discord_app.daily.typed import TypedError
from tests.discord.conftest import World
from tests.discord.daily.conftest import DAY, HOUR, Daily

NINE: dict[str, Any] = {"time": "09:00", "timezone": "Europe/London"}


def room(world: World, name: str = "room", **granted: bool | None) -> simcord.ChannelHandle:
    """Make a channel where the bot may do everything but what is said."""
    assert world.bot.user is not None
    overwrite = discord.PermissionOverwrite(**granted)
    return world.guild.create_text_channel(name, overwrites={world.bot.user: overwrite})


def thread_in(world: World, parent: simcord.ChannelHandle, **settings: Any) -> simcord.ChannelHandle:  # noqa: ANN401 - of simcord
    """Let the manager open a thread."""
    made = world.env.backend.create_thread(parent.id, "corner", world.boss.id, **settings)
    return next(thread for thread in parent.threads if thread.id == made.id)


async def test_a_channel_that_the_bot_cannot_see_is_refused(daily: Daily) -> None:
    hidden = room(daily.world, view_channel=False)
    for said in (await daily.refuses("start", channel=hidden, **NINE), await daily.refuses("start", at=hidden, **NINE)):
        assert said.startswith(f"I cannot see {hidden.mention}. Give my role “View Channel” there")
        assert "for example `channel:#general`" in said


async def test_a_voice_channel_is_refused(daily: Daily) -> None:
    voice = daily.world.guild.create_voice_channel("lounge")
    said = await daily.refuses("start", at=voice, **NINE)
    assert said.startswith(f"Facts cannot come to {voice.mention}. Choose a text or announcement channel")
    with pytest.raises(simcord.SetupError):  # Discord does not offer it
        await daily.says("start", channel=voice, **NINE)


@pytest.mark.parametrize("kind", ["category", "stage_channel", "voice_channel"])
async def test_a_channel_that_takes_no_facts_is_refused_whoever_offered_it(daily: Daily, kind: str) -> None:
    channel = getattr(daily.world.guild, f"create_{kind}")("wrong")
    guild = daily.world.bot.get_guild(daily.world.guild.id)
    assert guild is not None
    with pytest.raises(TypedError) as error:
        target_of(guild, channel.id)
    assert "Facts cannot come to" in error.value.said(daily.world.bot.front_desk.words)


@pytest.mark.parametrize(
    ("right", "name"),
    [
        ("send_messages", "Send Messages"),
        ("embed_links", "Embed Links"),
        ("read_message_history", "Read Message History"),
        ("create_public_threads", "Create Public Threads"),
    ],
)
async def test_a_permission_that_is_missing_is_named_and_no_other(daily: Daily, right: str, name: str) -> None:
    granted: dict[str, Any] = {right: False}
    channel = room(daily.world, **granted)
    said = await daily.refuses("start", channel=channel, thread=True, **NINE)
    assert said.startswith(f"In {channel.mention} I am missing “{name}”. Grant that to my role")


async def test_all_permissions_that_are_missing_are_named_at_once(daily: Daily) -> None:
    channel = room(daily.world, send_messages=False, embed_links=False, create_public_threads=False)
    said = await daily.refuses("start", channel=channel, **NINE)
    assert "I am missing “Send Messages” and “Embed Links”." in said  # a thread is not asked for


async def test_a_thread_needs_permissions_of_its_own(daily: Daily) -> None:
    silent = thread_in(daily.world, room(daily.world, send_messages_in_threads=False))
    assert "I am missing “Send Messages in Threads”." in await daily.refuses("start", channel=silent, **NINE)
    thread = thread_in(daily.world, room(daily.world, "other", send_messages=False))
    assert thread.mention in await daily.start(channel=thread)  # for threads there is another permission


async def test_a_locked_thread_needs_the_permission_to_write_there(daily: Daily) -> None:
    thread = thread_in(daily.world, room(daily.world, manage_threads=False))
    daily.world.env.backend.edit_channel(thread.id, {}, thread_metadata={"locked": True})
    assert "I am missing “Manage Threads”." in await daily.refuses("start", channel=thread, **NINE)


async def test_a_private_thread_without_the_bot_is_refused(daily: Daily) -> None:
    parent = room(daily.world, manage_threads=False)
    thread = thread_in(daily.world, parent, type=discord.ChannelType.private_thread.value)
    daily.world.env.inject_error("GET", f"/channels/{thread.id}", status=403, code=50001)
    guild = daily.world.bot.get_guild(daily.world.guild.id)
    assert guild is not None
    guild._remove_thread(discord.Object(thread.id))  # noqa: SLF001 - Discord would not have told of it
    said = await daily.refuses("start", channel=thread, **NINE)
    assert said.startswith(f"I cannot see {thread.mention}. If it is a private thread, mention me in it")


async def test_an_archived_thread_can_be_chosen(daily: Daily) -> None:
    thread = thread_in(daily.world, daily.world.channel)
    daily.world.env.backend.edit_channel(thread.id, {}, thread_metadata={"archived": True})
    await daily.world.env.settle()
    assert thread.mention in await daily.start(channel=thread)
    await daily.later(21 * HOUR)
    assert len(daily.posts(thread)) == 1


async def test_a_thread_below_each_fact_is_for_channels_only(daily: Daily) -> None:
    forum = daily.world.guild.create_forum_channel("forum")
    for target in (thread_in(daily.world, daily.world.channel), forum):
        said = await daily.refuses("start", channel=target, thread=True, **NINE)
        assert said.startswith("A thread below each fact is possible in text and announcement channels only")
        assert "Leave `thread` out" in said
    assert forum.threads == []


async def test_only_announcement_channels_publish(daily: Daily) -> None:
    said = await daily.refuses("start", publish=True, **NINE)
    assert said.startswith(f"Only posts in an announcement channel can be published, and {daily.world.channel.mention}")
    assert "for example `channel:#news`" in said


async def test_a_role_that_the_bot_may_not_ping_is_refused(daily: Daily) -> None:
    shy = daily.world.guild.create_role("Shy")
    channel = room(daily.world, mention_everyone=False)
    said = await daily.refuses("start", channel=channel, role=shy, **NINE)
    assert (
        said
        == f"I may not ping {shy.mention}. In Server settings → Roles, allow anyone to mention it, or leave `role` out."
    )
    open_to_all = daily.world.guild.create_role("Open", mentionable=True)
    await daily.start(channel=channel, role=open_to_all)
    await daily.start(channel=daily.world.channel, role=shy)  # here the bot may mention every role


async def test_everyone_is_never_pinged(daily: Daily) -> None:
    said = await daily.refuses("start", role=daily.world.guild.default_role, **NINE)
    assert said.startswith("I never ping everyone. Choose a role of those who want to be pinged")
    assert "@everyone" not in said


async def test_in_a_forum_one_standing_thread_is_made_and_facts_come_there(daily: Daily) -> None:
    forum = daily.world.guild.create_forum_channel("forum")
    said = await daily.start(channel=forum)
    [thread] = forum.threads
    assert thread.mention in said
    assert thread.name == "Spacewalk fact of the day"
    await daily.later(21 * HOUR)
    await daily.later(DAY)
    assert len(daily.posts(thread)) == 2
    assert forum.threads[1:] == []


@pytest.mark.parametrize("archived", [False, True])
async def test_begun_again_in_a_forum_its_thread_goes_on(daily: Daily, archived: bool) -> None:
    forum = daily.world.guild.create_forum_channel("forum")
    thread_in(daily.world, forum)  # somebody else's
    await daily.start(channel=forum)
    [standing] = [thread for thread in forum.threads if thread.name == "Spacewalk fact of the day"]
    await daily.later(21 * HOUR)
    if archived:
        daily.world.env.backend.edit_channel(standing.id, {}, thread_metadata={"archived": True})
        await daily.world.env.settle()
    for command in ("pause", "resume", "preview", "status", "stop"):
        assert standing.mention in await daily.says(command, channel=forum)
    await daily.start(channel=forum, time="10:00")
    assert len(forum.threads) == 2
    [subscription] = await daily.subscriptions()
    assert subscription.wish.channel_id == standing.id
    await daily.later(DAY + HOUR)
    assert len(set(daily.told(standing))) == 2


async def test_in_a_forum_that_wants_tags_the_thread_gets_one(daily: Daily) -> None:
    forum = daily.world.guild.create_forum_channel("forum")
    tags = [{"id": "7", "name": "Moderators", "moderated": True}, {"id": "8", "name": "Facts", "moderated": False}]
    full = [tag | {"emoji_id": None, "emoji_name": None} for tag in tags]
    daily.world.env.backend.edit_channel(forum.id, {"available_tags": full})
    await daily.world.env.settle()
    cached = daily.world.bot.get_channel(forum.id)
    assert isinstance(cached, discord.ForumChannel)
    cached._flags = 1 << 4  # noqa: SLF001 - REQUIRE_TAG, which the simulation does not know
    await daily.start(channel=forum)
    [thread] = forum.threads
    assert daily.world.env.backend.get_channel(thread.id).applied_tags == [8]


async def test_in_a_forum_the_bot_must_be_allowed_to_post(daily: Daily) -> None:
    assert daily.world.bot.user is not None
    forum = daily.world.guild.create_forum_channel("forum")
    denied = simcord.backend.models.Overwrite(
        target_id=daily.world.bot.user.id,
        type=simcord.enums.OverwriteType.MEMBER,
        allow=0,
        deny=discord.Permissions(send_messages=True, send_messages_in_threads=True).value,
    )
    daily.world.env.backend.set_overwrite(forum.id, denied)
    await daily.world.env.settle()
    said = await daily.refuses("start", channel=forum, **NINE)
    assert "I am missing “Send Messages” and “Send Messages in Threads”." in said
