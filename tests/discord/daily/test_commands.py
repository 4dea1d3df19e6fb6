"""Every `/daily` command with what a moderator may give it, in the order of a moderator's day."""

import re
from typing import Any

import discord
import pytest
import simcord

from bot.discord_app.daily import typed
from bot.store.tables import Standing
from tests.discord.conftest import NOON, World
from tests.discord.daily.conftest import DAY, HOUR, Daily

#: 19 March 2026, 09:00 in London.
TOMORROW_AT_NINE = round(NOON) + 21 * HOUR
NONE_YET = "No channel of this server gets a daily fact yet."
COMMANDS = ("preview", "status", "pause", "resume", "stop", "test")


async def test_a_fact_is_set_up_in_the_channel_at_hand(daily: Daily) -> None:
    said = await daily.start()
    assert (
        f"{daily.world.channel.mention} gets a fact every day at 09:00 (Europe/London); it is 12:00 there now." in said
    )
    assert f"The next one comes <t:{TOMORROW_AT_NINE}:F>" in said
    [made] = await daily.subscriptions()
    assert (made.wish.channel_id, made.wish.made_by) == (daily.world.channel.id, daily.world.boss.id)
    assert (made.standing, made.next.moment) == (Standing.ACTIVE, TOMORROW_AT_NINE)


async def test_a_fact_is_set_up_with_everything_there_is(daily: Daily) -> None:
    news = daily.world.guild.create_news_channel("news")
    fans = daily.world.guild.create_role("Fans", mentionable=True)
    said = await daily.says(
        "start",
        time="9.30pm",
        timezone="america/new york",
        channel=news,
        weekdays="fri-sun",
        role=fans,
        thread=True,
        publish=True,
    )
    assert f"{news.mention} gets a fact every Friday, Saturday and Sunday at 21:30 (America/New York)" in said
    assert f"Each pings {fans.mention}. A thread is opened below each. Each is published." in said
    [made] = await daily.subscriptions()
    assert (made.wish.schedule.minute, made.wish.schedule.zone) == (1290, "America/New_York")
    assert made.wish.schedule.weekdays == {4, 5, 6}
    assert (made.wish.role_id, made.wish.thread, made.wish.publish) == (fans.id, True, True)


async def test_what_is_said_can_be_read_on_any_day(daily: Daily) -> None:
    assert "from Monday to Friday at 00:00 (UTC)" in await daily.start(
        time="midnight", timezone="utc", weekdays="mon-fri"
    )
    assert "every Sunday at 12:00 (Asia/Kolkata)" in await daily.start(
        time="noon", timezone="Asia/Kolkata", weekdays="sunday"
    )


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ({"time": "25:00"}, "09:00, 21:30 or 9pm"),
        ({"time": "9 o'clock"}, "09:00, 21:30 or 9pm"),
        ({"time": ""}, "09:00, 21:30 or 9pm"),
        ({"time": "９：００"}, "09:00, 21:30 or 9pm"),
        ({"time": "24:00"}, "09:00, 21:30 or 9pm"),
        ({"time": "13pm"}, "09:00, 21:30 or 9pm"),
        ({"time": "0am"}, "09:00, 21:30 or 9pm"),
        ({"time": "12:60"}, "09:00, 21:30 or 9pm"),
        ({"time": "-1"}, "09:00, 21:30 or 9pm"),
        ({"time": "x" * 6000}, "09:00, 21:30 or 9pm"),
        ({"time": "@everyone **now** https://evil.example"}, "09:00, 21:30 or 9pm"),
        ({"timezone": "Mars/Phobos"}, "for example Europe/London"),
        ({"timezone": "CET-ish"}, "for example Europe/London"),
        ({"timezone": "Londn"}, "for example Europe/London"),
        ({"timezone": "berlin"}, "for example Europe/Berlin"),
        ({"timezone": "<@&1> `x`"}, "for example Europe/London"),
        ({"weekdays": "someday"}, "mon-fri or sat, sun"),
        ({"weekdays": "mon-xyz"}, "mon-fri or sat, sun"),
        ({"weekdays": "-"}, "mon-fri or sat, sun"),
        ({"weekdays": "@here"}, "mon-fri or sat, sun"),
    ],
)
async def test_what_cannot_be_read_is_answered_with_an_example_and_changes_nothing(
    daily: Daily, options: dict[str, Any], says: str
) -> None:
    said = await daily.refuses("start", **({"time": "09:00", "timezone": "UTC"} | options))
    assert says in said
    assert "\n" not in said
    assert f"`{next(iter(options))}`" in said
    assert not re.search(r"@|evil|Phobos|someday", said)


async def test_what_cannot_be_read_leaves_a_fact_that_is_set_up_as_it_was(daily: Daily) -> None:
    await daily.start()
    await daily.refuses("start", time="soon", timezone="UTC")
    assert "09:00 (Europe/London)" in await daily.says("status")


async def test_zones_are_offered_while_typing(daily: Daily) -> None:
    for current in ("", "lon", "america", "Mars"):
        offered = await daily.world.boss.autocomplete(daily.world.channel, "daily start", "timezone", current)
        assert len(offered) <= 25
        assert all(len(choice["name"]) <= 100 and typed.read_zone(choice["value"]) for choice in offered)
    [london] = await daily.world.boss.autocomplete(daily.world.channel, "daily start", "timezone", "lond")
    assert london == {"name": "Europe/London: 12:00 now", "value": "Europe/London"}


@pytest.mark.parametrize("command", COMMANDS)
async def test_where_nothing_is_set_up_each_command_says_how_to_begin(daily: Daily, command: str) -> None:
    said = await daily.says(command) if command == "status" else await daily.refuses(command)
    assert said.startswith(NONE_YET)
    example = re.search(r"`/daily start time:(\S+) timezone:(\S+)`", said)
    assert example
    await daily.start(time=example[1], timezone=example[2])
    assert len(await daily.subscriptions()) == 1


async def test_begun_again_in_its_channel_a_fact_is_changed(daily: Daily) -> None:
    fans = daily.world.guild.create_role("Fans", mentionable=True)
    await daily.start(role=fans, thread=True)
    [first] = await daily.subscriptions()
    said = await daily.start(time="18:00", timezone="UTC", weekdays="weekends")
    assert (
        "This replaces what you had there: every day at 09:00 (Europe/London). "
        f"Each pings {fans.mention}. A thread is opened below each.\n" in said
    )
    [changed] = await daily.subscriptions()
    assert changed.id == first.id
    assert (changed.wish.schedule.minute, changed.wish.role_id, changed.wish.thread) == (1080, None, False)


async def test_the_preview_is_what_then_comes(daily: Daily) -> None:
    await daily.start(weekdays="mon-fri")
    for _ in range(3):
        said = await daily.says("preview")
        assert said.startswith(f"What comes next in {daily.world.channel.mention}:")
        moments = [int(moment) for moment in re.findall(r"<t:([0-9]+):F>", said)]
        before = len(daily.posts())
        for moment in moments:
            await daily.later(moment - daily.world.clock.moment)
        told = daily.told()[before:]
        assert len(told) == len(moments) == 3
        assert said.split("\n\n")[1:] == [f"<t:{moment}:F>\n{fact}" for moment, fact in zip(moments, told, strict=True)]


async def test_a_preview_of_long_facts_shows_something_of_each(daily: Daily, monkeypatch: pytest.MonkeyPatch) -> None:
    await daily.start()
    monkeypatch.setattr(daily.world.bot.daily.desk, "line", lambda _fact: "Nobody had been outside before. " * 90)
    _, *facts = (await daily.says("preview")).split("\n\n")
    assert len(facts) == 3
    assert all(fact.startswith("<t:") and fact.endswith("before.") and len(fact) > 400 for fact in facts)


async def test_paused_nothing_comes_until_it_is_resumed(daily: Daily) -> None:
    await daily.start()
    assert "until `/daily resume`" in await daily.says("pause")
    assert "Paused <t:" in await daily.says("status")
    await daily.later(2 * DAY)
    assert daily.posts() == []
    preview = await daily.says("preview")
    assert preview.startswith("Nothing comes in ")
    assert f"<t:{TOMORROW_AT_NINE + 2 * DAY}:F>" in preview  # not of the days that have passed
    assert f"The next one comes <t:{TOMORROW_AT_NINE + 2 * DAY}:F>" in await daily.says("resume")
    await daily.later(DAY)
    assert len(daily.posts()) == 1


async def test_the_preview_of_a_paused_fact_is_what_comes_once_it_is_resumed(daily: Daily) -> None:
    await daily.start(time="13:00")
    await daily.later(2 * HOUR)
    await daily.start(time="20:00")  # later on a day that has its fact
    await daily.says("pause")
    moments = re.findall(r"<t:([0-9]+):F>", await daily.says("preview"))
    assert f"<t:{moments[0]}:F>" in await daily.says("resume")
    assert int(moments[0]) == round(NOON) + 32 * HOUR


async def test_to_resume_what_is_not_paused_loses_nothing(daily: Daily) -> None:
    await daily.start()
    daily.world.env.inject_error("POST", f"/channels/{daily.world.channel.id}/messages", status=403, code=50013)
    await daily.later(21 * HOUR)
    assert daily.posts() == []
    assert "is not paused" in await daily.says("resume")
    await daily.later(HOUR)
    assert len(daily.posts()) == 1  # today's, which is tried again


async def test_stopped_it_is_gone_and_begun_again_within_a_week_it_goes_on(daily: Daily) -> None:
    await daily.start()
    await daily.later(21 * HOUR)
    [first] = await daily.subscriptions()
    assert "For a week I remember" in await daily.says("stop")
    assert await daily.subscriptions() == []
    assert (await daily.says("status")).startswith(NONE_YET)
    await daily.later(3 * DAY)
    assert len(daily.posts()) == 1
    await daily.start()
    [again] = await daily.subscriptions()
    assert again.id == first.id


async def test_a_sample_stands_at_once_pings_nobody_and_is_no_fact_of_a_day(daily: Daily) -> None:
    fans = daily.world.guild.create_role("Fans", mentionable=True)
    await daily.start(time="18:00", role=fans)
    assert "I posted a sample" in await daily.says("test")
    [sample] = daily.posts()
    assert sample.raw_role_mentions == []
    assert "Latest: none yet." in await daily.says("status")
    await daily.says("test")
    await daily.later(6 * HOUR)
    assert len(daily.posts()) == 3


async def test_a_sample_that_is_refused_is_said_to_be(daily: Daily) -> None:
    await daily.start()
    daily.world.env.inject_error("POST", f"/channels/{daily.world.channel.id}/messages", status=403, code=50013)
    said = await daily.says("test")
    assert said.startswith(f"Nothing could be posted in {daily.world.channel.mention}: I am missing a permission there")
    assert daily.posts() == []


async def test_status_tells_the_latest_and_the_next(daily: Daily) -> None:
    await daily.start()
    said = await daily.says("status")
    assert said == (
        f"{daily.world.channel.mention}, every day at 09:00 (Europe/London).\n"
        f"Next: <t:{TOMORROW_AT_NINE}:F>, <t:{TOMORROW_AT_NINE}:R>.\n"
        "Latest: none yet."
    )
    await daily.later(21 * HOUR)
    [post] = daily.posts()
    assert f"Latest: [posted on 19 March 2026]({post.jump_url})." in await daily.says("status")
    await daily.later(DAY + HOUR)
    assert "posted late on 20 March 2026" in await daily.says("status")
    await daily.later(2 * DAY + 8 * HOUR)
    assert "that of 22 March 2026 was missed. I was not running" in await daily.says("status")


async def test_of_several_channels_the_one_at_hand_is_meant_or_the_one_named(daily: Daily) -> None:
    guild = daily.world.guild
    other, third = guild.create_text_channel("other"), guild.create_text_channel("third")
    await daily.start()
    assert "until `/daily resume`" in await daily.says("pause", at=third)  # the only one there is
    await daily.start(at=other)
    for command in ("preview", "pause", "resume", "stop", "test"):
        said = await daily.refuses(command, at=third)
        assert f"{daily.world.channel.mention} and {other.mention}" in said
        assert "for example `channel:#general`" in said
    assert other.mention in await daily.says("pause", at=other)
    assert daily.world.channel.mention in await daily.says("stop", at=third, channel=daily.world.channel)
    [left] = await daily.subscriptions()
    assert (left.wish.channel_id, left.standing) == (other.id, Standing.PAUSED)


async def test_a_channel_that_gets_no_facts_is_said_not_to(daily: Daily) -> None:
    quiet = daily.world.guild.create_text_channel("quiet")
    await daily.start()
    said = await daily.refuses("stop", channel=quiet)
    assert said.startswith(f"{quiet.mention} gets no daily facts; {daily.world.channel.mention} does.")


async def test_a_channel_that_was_deleted_is_in_nobodys_way(daily: Daily) -> None:
    doomed = daily.world.guild.create_text_channel("doomed")
    await daily.start(at=doomed)
    daily.world.env.backend.delete_channel(doomed.id)
    await daily.later(21 * HOUR)
    said = await daily.says("status")
    assert "Given up <t:" in said
    assert "That channel is gone." in said
    assert "resume" not in said
    await daily.start()
    assert daily.world.channel.mention in await daily.says("pause", at=daily.world.guild.create_text_channel("third"))


async def test_a_server_that_has_the_commands_alone_is_told_how_to_invite_the_bot(daily: Daily) -> None:
    daily.world.env.backend.emit("GUILD_DELETE", {"id": str(daily.world.guild.id)})
    await daily.world.env.settle()
    said = await daily.says("start", time="09:00", timezone="UTC")
    assert said.startswith("This server has my commands but not me")
    assert daily.world.env.errors  # read, so that the simulation does not take it for a bug
    assert not await daily.subscriptions()


async def test_the_status_of_many_channels_is_cut_between_them(daily: Daily) -> None:
    channels = [daily.world.guild.create_text_channel(f"room-{number}") for number in range(20)]
    for channel in channels:
        await daily.start(at=channel)
    daily.world.env.inject_error("POST", f"/channels/{channels[-1].id}/messages", status=403, code=50013)
    await daily.later(21 * HOUR)
    *entries, more = (await daily.says("status")).split("\n\n")
    assert all(entry.count("\n") == 2 for entry in entries)
    assert entries[0].startswith(channels[-1].mention)  # what is in trouble comes first
    left = 20 - len(entries)
    assert more == f"And {left} more channels. Name one to see it, for example `/daily status channel:#general`."
    one = await daily.says("status", channel=channels[7])
    assert one.startswith(channels[7].mention)
    assert one.count("\n") == 2


async def test_a_server_has_no_more_than_25(daily: Daily) -> None:
    channels = [daily.world.guild.create_text_channel(f"room-{number}") for number in range(25)]
    for channel in channels:
        await daily.start(at=channel)
    said = await daily.refuses("start", time="9", timezone="UTC")
    assert said.startswith("25 channels of this server get daily facts, and there can be no more.")
    await daily.start(at=channels[3], time="10:00")  # to change one is no 26th
    await daily.says("stop", at=channels[4])
    await daily.start()
    assert len(await daily.subscriptions()) == 25


async def allow(world: World, member: simcord.MemberActor) -> None:
    """Let somebody use `/daily` by the settings of the server, whatever the command asks for."""
    [command] = [command for command in await world.bot.tree.fetch_commands() if command.name == "daily"]
    world.guild.set_command_permissions(command, {member: True})


@pytest.mark.parametrize("command", ["start", *COMMANDS])
async def test_only_who_manages_the_server_is_let_through(daily: Daily, command: str) -> None:
    world = daily.world
    await daily.start()
    before = await daily.seen()
    options = {"time": "10:00", "timezone": "UTC"} if command == "start" else {}
    with pytest.raises(simcord.SetupError, match="default-member-permissions"):
        await world.alice.slash(world.channel, f"daily {command}", **options)
    await allow(world, world.alice)
    result = await world.alice.slash(world.channel, f"daily {command}", **options)
    assert result.ephemeral
    assert result.response is not None
    assert result.response.content == "You need the permission “Manage Server” for that."
    assert world.env.errors
    assert await daily.seen() == before


async def test_in_direct_messages_there_is_none_of_it(daily: Daily) -> None:
    world = daily.world
    assert not [name for name in world.boss.user.available_commands() if name.startswith("daily")]
    registered = world.env.backend.find_command("daily", None, type=discord.AppCommandType.chat_input.value)
    assert registered is not None
    registered["contexts"] = [0, 1]  # as an old client may have it
    result = await world.boss.user.slash("daily start", time="9", timezone="UTC")
    assert result.response is not None
    assert result.response.content.startswith(
        "Daily facts come to the channels of a server. Use this there, for example"
    )
    assert world.env.errors
