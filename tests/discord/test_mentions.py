from typing import Any

import discord
import pytest
import simcord

from tests.discord.conftest import World

QUESTION = "how long was Leonov outside?"


def mention(world: World, text: str = QUESTION) -> str:
    assert world.bot.user is not None
    return f"<@{world.bot.user.id}> {text}"


def last(channel: simcord.ChannelHandle) -> discord.Message:
    message = channel.last_message
    assert message is not None
    return message


async def test_a_mention_is_answered_as_a_reply(world: World) -> None:
    asked = await world.alice.send(world.channel, mention(world))
    answer = last(world.channel)
    assert answer.author == world.bot.user
    assert "12 minutes" in answer.content
    assert answer.reference is not None
    assert answer.reference.message_id == asked.id
    assert answer.mentions == []


async def test_messages_without_a_mention_are_left_alone(world: World) -> None:
    asked = await world.alice.send(world.channel, QUESTION)
    assert last(world.channel).id == asked.id


async def test_a_reply_asks_on_about_the_same_thing(world: World) -> None:
    await world.alice.send(world.channel, mention(world, "us eva-23"))
    first = last(world.channel)
    await world.alice.send(world.channel, mention(world, "how long did it take?"), reply_to=first)
    answer = last(world.channel)
    assert answer.id != first.id
    assert "1 hour 32 minutes" in answer.content


async def test_small_talk_in_a_reply_does_not_bring_the_same_card_again(world: World) -> None:
    await world.alice.send(world.channel, mention(world, "us eva-23"))
    await world.alice.send(world.channel, mention(world, "thanks"), reply_to=last(world.channel))
    assert last(world.channel).content.startswith("You are welcome!")


async def test_who_asks_for_help_gets_the_help(world: World) -> None:
    await world.alice.send(world.channel, mention(world, "help"))
    answer = last(world.channel)
    assert answer.embeds[0].title == "Commands"
    assert "`/spacewalk" in str(answer.embeds[0].description)


async def test_a_mention_without_a_question_says_what_can_be_asked(world: World) -> None:
    await world.alice.send(world.channel, mention(world, ""))
    assert "/help" in last(world.channel).content


async def test_direct_messages_are_answered(world: World) -> None:
    await world.alice.send_dm(QUESTION)
    assert "12 minutes" in last(world.alice.user.dm_channel).content


async def test_bots_and_webhooks_are_ignored(world: World) -> None:
    robot = world.guild.add_member(world.env.create_user("robot", bot=True))
    asked = await robot.send(world.channel, mention(world))
    assert last(world.channel).id == asked.id
    hook = world.guild.create_webhook(world.channel)
    posted = await hook.send(mention(world))
    assert last(world.channel).id == posted.id


async def test_silence_where_the_bot_may_not_write(world: World) -> None:
    assert world.bot.user is not None
    quiet = world.guild.create_text_channel(
        "quiet", overwrites={world.bot.user: discord.PermissionOverwrite(send_messages=False)}
    )
    asked = await world.alice.send(quiet, mention(world))
    assert last(quiet).id == asked.id


async def test_without_permission_for_cards_the_answer_proper_is_sent(world: World) -> None:
    assert world.bot.user is not None
    plain = world.guild.create_text_channel(
        "plain", overwrites={world.bot.user: discord.PermissionOverwrite(embed_links=False)}
    )
    await world.alice.send(plain, mention(world))
    assert "12 minutes" in last(plain).content
    assert last(plain).embeds == []


async def test_the_answer_goes_with_its_question(world: World) -> None:
    asked = await world.alice.send(world.channel, mention(world))
    answer = last(world.channel)
    await world.alice.delete(asked)
    assert answer.id not in {message.id for message in world.channel.history()}


async def test_a_question_deleted_while_it_is_answered_leaves_no_answer(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    send = discord.TextChannel.send

    async def sent_too_late(channel: discord.TextChannel, *args: Any, **options: Any) -> discord.Message:  # noqa: ANN401 - as what it stands for
        answer = await send(channel, *args, **options)
        await world.bot.mentions.deleted(options["reference"].message_id)
        return answer

    monkeypatch.setattr(discord.TextChannel, "send", sent_too_late)
    asked = await world.alice.send(world.channel, mention(world))
    assert [message.id for message in world.channel.history()] == [asked.id]


@pytest.mark.parametrize("who", ["alice", "boss"])
async def test_the_asker_and_moderators_can_remove_an_answer(world: World, who: str) -> None:
    await world.alice.send(world.channel, mention(world))
    answer = last(world.channel)
    person: simcord.MemberActor = getattr(world, who)
    await person.click(answer, label="Remove")
    assert answer.id not in {message.id for message in world.channel.history()}


async def test_others_cannot_remove_an_answer(world: World) -> None:
    await world.alice.send(world.channel, mention(world))
    answer = last(world.channel)
    result = await world.bob.click(answer, label="Remove")
    assert result.ephemeral
    assert last(world.channel).id == answer.id


async def test_the_asker_can_still_remove_an_answer_that_was_walked_on(world: World) -> None:
    await world.alice.send(world.channel, mention(world))
    answer = last(world.channel)
    await world.alice.click(answer, label="Alexei Leonov")
    moved = last(world.channel)
    assert moved.embeds[0].title == "Alexei Leonov"
    await world.alice.click(moved, label="Remove")
    assert answer.id not in {message.id for message in world.channel.history()}


async def test_a_server_can_switch_mentions_off_for_a_channel(world: World) -> None:
    await world.boss.slash(world.channel, "mentions", answered=False)
    asked = await world.alice.send(world.channel, mention(world))
    assert last(world.channel).id == asked.id
    elsewhere = world.guild.create_text_channel("elsewhere")
    await world.alice.send(elsewhere, mention(world))
    assert "12 minutes" in last(elsewhere).content
    await world.boss.slash(world.channel, "mentions", answered=True)
    await world.alice.send(world.channel, mention(world))
    assert "12 minutes" in last(world.channel).content


async def test_a_refused_reply_is_let_go(world: World) -> None:
    world.env.inject_error("POST", "/channels/*/messages", status=403, code=50013)
    await world.alice.send(world.channel, mention(world))
    assert not world.env.errors


async def test_the_bot_is_quiet_on_joining(world: World) -> None:
    guild = world.env.create_guild("New club")
    channel = guild.create_text_channel("general")
    await world.env.settle()
    assert channel.last_message is None
