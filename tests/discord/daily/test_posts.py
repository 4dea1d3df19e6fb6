"""What comes to a channel, when, and what is said where it cannot come."""

import re
from typing import Any

import discord
import pytest
import simcord
from simcord.backend import serializers

from bot.store.subscriptions import KEPT
from bot.store.tables import Standing
from tests.discord.daily.conftest import DAY, HOUR, Daily


def last_dm(member: simcord.MemberActor) -> list[str]:
    return [message.content for message in member.user.dm_channel.history()]


def sent(daily: Daily, channel: simcord.ChannelHandle) -> dict[str, Any]:
    """What the bot sent to a channel last, as Discord got it."""
    path = f"/channels/{channel.id}/messages"
    body = [one.json for one in daily.world.env.http_requests if (one.method, one.path) == ("POST", path)][-1]
    assert isinstance(body, dict)
    return body


def deny(daily: Daily, channel: simcord.ChannelHandle, **rights: bool) -> None:
    """Take permissions from the bot in a channel, as somebody who manages it may."""
    assert daily.world.bot.user is not None
    overwrite = simcord.backend.models.Overwrite(
        target_id=daily.world.bot.user.id,
        type=simcord.enums.OverwriteType.MEMBER,
        allow=0,
        deny=discord.Permissions(**rights).value,
    )
    daily.world.env.backend.set_overwrite(channel.id, overwrite)


async def test_a_fact_comes_at_its_time_and_not_before(daily: Daily) -> None:
    await daily.start()
    await daily.later(21 * HOUR - 1)
    assert daily.posts() == []
    await daily.later(1)
    [post] = daily.posts()
    assert post.author == daily.world.bot.user
    assert re.fullmatch(r"\*\*(Spacewalk fact of the day|On this day, .+)\*\*", post.content)
    assert "Corpus" in str(post.embeds[0].footer.text)
    await daily.later(1)
    await daily.later(HOUR)
    assert len(daily.posts()) == 1


async def test_it_comes_on_the_days_that_were_asked_for(daily: Daily) -> None:
    await daily.start(weekdays="sat, sun")  # it is Wednesday
    for _ in range(14):
        await daily.later(DAY)
    assert len(daily.posts()) == 4


async def test_the_day_of_the_first_spacewalk_is_told_on_its_day(daily: Daily) -> None:
    await daily.start(time="13:00")
    await daily.later(HOUR)
    [post] = daily.posts()
    assert post.content == "**On this day, 18 March**"
    assert str(post.embeds[0].description).startswith("61 years ago today, on 18 March 1965, Alexei Leonov")


async def test_no_fact_comes_twice_whatever_is_changed_meanwhile(daily: Daily) -> None:
    await daily.start(time="13:00")
    await daily.later(HOUR)
    for day in range(29):
        await daily.later(DAY)
        if day % 7 == 0:
            await daily.start(time="13:00", weekdays="mon-sun")
        if day % 7 == 3:
            await daily.says("pause")
            await daily.says("resume")
        if day % 7 == 5:
            await daily.says("stop")
            await daily.start(time="13:00")
    assert len(daily.told()) == len(set(daily.told())) == 30


async def test_with_an_hour_changed_after_todays_fact_none_comes_twice_that_day(daily: Daily) -> None:
    await daily.start(time="13:00")
    await daily.later(HOUR)
    said = await daily.start(time="15:00")
    assert f"<t:{round(daily.world.clock.moment) + DAY + 2 * HOUR}:F>" in said
    await daily.later(3 * HOUR)
    assert len(daily.posts()) == 1
    await daily.later(23 * HOUR)
    assert len(daily.posts()) == 2


async def test_read_on_answers_whoever_presses_and_leaves_the_post_alone(daily: Daily) -> None:
    await daily.start(time="13:00")
    await daily.later(HOUR)
    [post] = daily.posts()
    for person in (daily.world.alice, daily.world.bob, daily.world.boss):
        result = await person.click(post, label="Read on: The first spacewalk")
        assert result.ephemeral
        assert result.response is not None
        assert result.response.embeds[0].title == "The first spacewalk"
    [after] = daily.posts()
    assert (after.content, after.embeds) == (post.content, post.embeds)


async def test_what_was_read_on_walks_on_in_private(daily: Daily) -> None:
    await daily.start(time="13:00")
    await daily.later(HOUR)
    [post] = daily.posts()
    opened = await daily.world.alice.click(post, label="Read on: The first spacewalk")
    assert opened.response is not None
    await daily.world.alice.click(opened.response, label="Voskhod 2 EVA")
    assert opened.response.embeds[0].title == "Voskhod 2 EVA: the 1st spacewalk"
    assert len(daily.posts()) == 1


async def test_the_button_works_after_a_restart(daily: Daily) -> None:
    await daily.start(time="13:00")
    await daily.later(HOUR)
    await daily.world.env.restart_bot(daily.world.make_bot())
    [post] = daily.posts()
    assert (await daily.world.alice.click(post, label="Read on: The first spacewalk")).ephemeral
    await daily.later(DAY)
    assert len(daily.posts()) == 2  # and the facts go on


async def test_a_role_is_pinged_and_nobody_else(daily: Daily) -> None:
    fans = daily.world.guild.create_role("Fans", mentionable=True)
    await daily.start(role=fans)
    await daily.later(21 * HOUR)
    [post] = daily.posts()
    assert post.content.startswith(f"{fans.mention} **")
    assert post.raw_role_mentions == [fans.id]
    allowed = sent(daily, daily.world.channel)["allowed_mentions"]
    assert [int(role) for role in allowed["roles"]] == [fans.id]
    assert not allowed.get("parse")
    assert not allowed.get("users")
    assert not allowed.get("replied_user")


async def test_a_role_that_was_deleted_is_not_mentioned(daily: Daily) -> None:
    fans = daily.world.guild.create_role("Fans", mentionable=True)
    await daily.start(role=fans)
    daily.world.env.backend.delete_role(daily.world.guild.id, fans.id)
    await daily.later(21 * HOUR)
    [post] = daily.posts()
    assert post.content.startswith("**")
    assert not any(sent(daily, daily.world.channel)["allowed_mentions"].values())


async def test_without_a_role_nobody_is_pinged(daily: Daily) -> None:
    await daily.start()
    await daily.later(21 * HOUR)
    allowed = sent(daily, daily.world.channel)["allowed_mentions"]
    assert not any(allowed.values())


async def test_a_post_is_known_again_by_its_nonce(daily: Daily) -> None:
    await daily.start()
    await daily.later(21 * HOUR)
    body = sent(daily, daily.world.channel)
    [subscription] = await daily.subscriptions()
    assert int(body["nonce"]) == int(f"{subscription.id}202603190")
    assert body["enforce_nonce"] is True


async def test_a_thread_is_opened_below_each_fact(daily: Daily) -> None:
    await daily.start(time="13:00", thread=True)
    await daily.later(HOUR)
    await daily.later(DAY)
    assert [thread.id for thread in daily.world.channel.threads] == [post.id for post in daily.posts()]
    assert daily.world.channel.threads[0].name == "The first spacewalk"


async def test_in_an_announcement_channel_each_fact_is_published(daily: Daily) -> None:
    news = daily.world.guild.create_news_channel("news")
    await daily.start(channel=news, publish=True)
    await daily.later(21 * HOUR)
    [post] = daily.posts(news)
    published = f"/channels/{news.id}/messages/{post.id}/crosspost"
    assert [one.path for one in daily.world.env.http_requests if one.path.endswith("/crosspost")] == [published]
    await daily.start(channel=news)
    await daily.later(DAY)
    assert len(daily.posts(news)) == 2
    assert [one.path for one in daily.world.env.http_requests if one.path.endswith("/crosspost")] == [published]


async def test_what_was_not_done_about_a_post_is_said_in_the_status(daily: Daily) -> None:
    await daily.start(thread=True)
    deny(daily, daily.world.channel, create_public_threads=True)
    await daily.later(21 * HOUR)
    said = await daily.says("status")
    assert "posted on 19 March 2026" in said
    assert "No thread could be opened below it." in said
    assert f"In {daily.world.channel.mention} I am missing “Create Public Threads”." in said


async def test_refused_by_discord_the_person_who_set_it_up_is_told_once(daily: Daily) -> None:
    await daily.start()
    deny(daily, daily.world.channel, send_messages=True)
    for _ in range(4):
        await daily.later(DAY)
        await daily.later(HOUR)
    [told] = last_dm(daily.world.boss)
    assert told.startswith(f"I cannot post the daily spacewalk fact that you set up in {daily.world.channel.mention}.")
    assert told.endswith(
        "I am missing a permission there. I try again for some days; `/daily status` there tells more."
    )
    assert last_dm(daily.world.alice) == []


async def test_while_it_is_refused_the_status_names_what_is_missing(daily: Daily) -> None:
    await daily.start()
    deny(daily, daily.world.channel, send_messages=True, embed_links=True)
    await daily.later(21 * HOUR)
    said = await daily.says("status")
    assert "Latest: that of 19 March 2026 is still to be posted. I am missing a permission there" in said
    assert f"In {daily.world.channel.mention} I am missing “Send Messages” and “Embed Links”." in said
    daily.world.env.backend.delete_overwrite(
        daily.world.channel.id, daily.world.bot.user.id if daily.world.bot.user else 0
    )
    await daily.later(HOUR)
    assert len(daily.posts()) == 1
    assert "missing" not in await daily.says("status")


async def test_a_sample_names_what_is_missing(daily: Daily) -> None:
    await daily.start()
    deny(daily, daily.world.channel, embed_links=True, send_messages=True)
    said = await daily.says("test")
    assert said.startswith(f"In {daily.world.channel.mention} I am missing “Send Messages” and “Embed Links”.")


async def test_given_up_after_some_days_it_goes_on_when_it_is_resumed(daily: Daily) -> None:
    await daily.start()
    deny(daily, daily.world.channel, send_messages=True)
    for _ in range(6):
        await daily.later(DAY)
        await daily.later(7 * HOUR)
    [subscription] = await daily.subscriptions()
    assert subscription.standing is Standing.REFUSED
    said = await daily.says("status")
    assert "Given up <t:" in said
    assert said.endswith("Once that is mended, `/daily resume` goes on.")
    daily.world.env.backend.delete_overwrite(
        daily.world.channel.id, daily.world.bot.user.id if daily.world.bot.user else 0
    )
    await daily.world.env.settle()
    assert "gets facts again" in await daily.says("resume")
    [subscription] = await daily.subscriptions()
    await daily.later(subscription.next.moment - daily.world.clock.moment)
    assert len(daily.posts()) == 1


async def test_of_a_channel_that_is_gone_the_person_is_told_what_helps(daily: Daily) -> None:
    doomed = daily.world.guild.create_text_channel("doomed")
    await daily.start(channel=doomed)
    daily.world.env.backend.delete_channel(doomed.id)
    await daily.later(21 * HOUR)
    await daily.later(DAY)
    [told] = last_dm(daily.world.boss)
    assert "That channel is gone. Begin anew in another one" in told
    assert "I try again" not in told


async def test_somebody_who_takes_no_messages_is_let_be(daily: Daily) -> None:
    await daily.start()
    deny(daily, daily.world.channel, send_messages=True)
    daily.world.env.inject_error("POST", "/users/@me/channels", status=403, code=50007)
    await daily.later(21 * HOUR)
    await daily.later(HOUR)
    assert last_dm(daily.world.boss) == []
    assert "is still to be posted" in await daily.says("status")


async def test_an_archived_thread_is_opened_again_for_its_fact(daily: Daily) -> None:
    made = daily.world.env.backend.create_thread(daily.world.channel.id, "corner", daily.world.boss.id)
    [thread] = daily.world.channel.threads
    await daily.start(channel=thread)
    daily.world.env.backend.edit_channel(made.id, {}, thread_metadata={"archived": True})
    daily.world.env.inject_error("POST", f"/channels/{made.id}/messages", status=400, code=50083)
    await daily.later(21 * HOUR)
    assert len(daily.posts(thread)) == 1
    metadata = daily.world.env.backend.get_channel(made.id).thread_metadata
    assert metadata is not None
    assert not metadata.archived


async def leave(daily: Daily) -> None:
    """Let the bot be sent away; the server itself stays."""
    daily.world.env.backend.emit("GUILD_DELETE", {"id": str(daily.world.guild.id)})
    await daily.world.env.settle()


async def come_back(daily: Daily) -> None:
    """Let the bot be invited again."""
    backend = daily.world.env.backend
    payload = dict(serializers.guild_create_payload(backend, backend.get_guild(daily.world.guild.id)))
    del payload["unavailable"]  # which tells the end of an outage from an invitation
    backend.emit("GUILD_CREATE", payload)
    await daily.world.env.settle()


async def test_a_server_that_was_left_gets_no_facts_and_goes_on_when_the_bot_is_back(daily: Daily) -> None:
    await daily.start(time="13:00")
    await daily.later(HOUR)
    await leave(daily)
    await daily.later(DAY)
    await daily.later(DAY)
    assert len(daily.posts()) == 1
    await come_back(daily)
    assert len(daily.posts()) == 1  # nothing is said on coming back
    await daily.later(DAY)
    assert len(daily.told()) == len(set(daily.told())) == 2


async def test_invited_again_while_the_bot_is_not_running_the_facts_go_on(daily: Daily) -> None:
    await daily.start()
    await leave(daily)
    await daily.world.env.restart_bot(daily.world.make_bot())
    await daily.later(21 * HOUR)
    assert len(daily.posts()) == 1


@pytest.mark.parametrize(("away", "kept"), [(KEPT - DAY, True), (KEPT + DAY, False)])
async def test_what_is_kept_of_a_server_goes_a_week_after_it_was_left(daily: Daily, away: int, kept: bool) -> None:
    await daily.start()
    [subscription] = await daily.subscriptions()
    daily.world.env.backend.remove_guild(daily.world.guild.id)
    await daily.world.env.settle()
    daily.world.clock.moment += away
    await daily.world.env.restart_bot(daily.world.make_bot())  # what is old is looked for at the start, then every hour
    assert bool(await daily.world.bot.daily.subscriptions.by_id(subscription.id)) is kept


async def test_an_outage_of_discord_is_no_leaving(daily: Daily) -> None:
    await daily.start()
    daily.world.env.backend.emit("GUILD_DELETE", {"id": str(daily.world.guild.id), "unavailable": True})
    await daily.world.env.settle()
    await daily.later(21 * HOUR)
    assert len(daily.posts()) == 1


async def test_several_channels_get_facts_of_their_own_at_once(daily: Daily) -> None:
    channels = [daily.world.guild.create_text_channel(f"room-{number}") for number in range(12)]
    for channel in channels:
        await daily.start(at=channel)
    await daily.later(21 * HOUR)
    told = [daily.told(channel) for channel in channels]
    assert all(len(facts) == 1 for facts in told)
    assert len({facts[0] for facts in told}) > 6
