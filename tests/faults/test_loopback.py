"""The loopback Discord itself, asked by real discord.py."""

import json
import zlib

import aiohttp
import discord
import pytest

from tests.faults.conftest import Clock, Scene
from tests.faults.wire import FORUM

MESSAGES = "/channels/*/messages"


async def test_discord_py_sees_the_server_and_what_it_may_do_there(scene: Scene) -> None:
    mute = discord.Permissions(send_messages=True).value
    quiet_id = scene.loopback.world.add_channel(scene.guild_id, "quiet", deny=mute)
    await scene.client.hears("CHANNEL_CREATE")
    [guild] = scene.client.guilds
    quiet = guild.get_channel(quiet_id)
    assert quiet is not None
    assert scene.channel.permissions_for(guild.me).send_messages
    assert not quiet.permissions_for(guild.me).send_messages
    assert quiet.permissions_for(guild.me).read_message_history


async def test_the_gateway_compresses_with_zlib_too(scene: Scene) -> None:
    inflated = zlib.decompressobj()
    async with (
        aiohttp.ClientSession() as session,
        session.ws_connect(f"{scene.loopback.url}/gateway?compress=zlib-stream") as socket,
    ):
        assert json.loads(inflated.decompress(await socket.receive_bytes()))["op"] == 10
        await socket.send_json({"op": 1, "d": None})
        assert json.loads(inflated.decompress(await socket.receive_bytes()))["op"] == 11


@pytest.mark.usefixtures("scene")
async def test_a_wrong_token_is_refused() -> None:
    async with discord.Client(intents=discord.Intents.none()) as client:
        with pytest.raises(discord.LoginFailure):
            await client.login("another")


async def test_a_message_carries_everything_that_was_sent(scene: Scene, clock: Clock) -> None:
    view = discord.ui.View().add_item(discord.ui.Button(label="Source", url="https://example.org"))
    chart = discord.File(__file__, "chart.png")
    sent = await scene.channel.send("Leonov", embed=discord.Embed(title="1965"), view=view, file=chart, nonce="day-1")
    [message] = scene.loopback.world.messages(scene.channel_id)
    assert (message.id, message.author_id) == (sent.id, scene.loopback.world.bot_id)
    assert (message.content, message.nonce, message.files) == ("Leonov", "day-1", ["chart.png"])
    assert message.embeds[0]["title"] == "1965"
    assert message.components[0]["components"][0]["label"] == "Source"
    assert message.at == clock.moment == sent.created_at.timestamp()


async def test_the_same_nonce_makes_one_message_within_the_window(scene: Scene, clock: Clock) -> None:
    first = await scene.channel.send("once", nonce="n")
    clock.moment += 179
    assert (await scene.channel.send("twice", nonce="n")).id == first.id
    assert scene.contents() == ["once"]
    clock.moment += 2
    assert (await scene.channel.send("again", nonce="n")).id != first.id
    await scene.channel.send("other", nonce="m")
    assert scene.contents() == ["once", "again", "other"]


async def test_history_is_read_from_either_end_and_around(scene: Scene) -> None:
    for number in range(7):
        await scene.channel.send(str(number), nonce=number)
    middle = discord.Object(scene.loopback.world.messages(scene.channel_id)[3].id)

    async def read(**where: object) -> list[str]:
        return [message.content async for message in scene.channel.history(**where)]  # type: ignore[arg-type]  # handed on

    assert await read(limit=2) == ["6", "5"]
    assert await read(limit=2, before=middle) == ["2", "1"]
    assert await read(limit=2, after=middle) == ["4", "5"]
    assert await read(limit=3, around=middle) == ["4", "3", "2"]
    assert [message.nonce async for message in scene.channel.history(limit=1)] == [None]


async def test_a_message_is_edited_published_once_and_deleted(scene: Scene) -> None:
    message = await scene.channel.send("draft")
    assert (await message.edit(content="final")).content == "final"
    await message.publish()
    assert (await scene.channel.fetch_message(message.id)).flags.crossposted
    with pytest.raises(discord.HTTPException) as refused:
        await message.publish()
    assert (refused.value.status, refused.value.code) == (400, 40033)
    await message.delete()
    with pytest.raises(discord.NotFound) as gone:
        await scene.channel.fetch_message(message.id)
    assert gone.value.code == 10008
    assert scene.contents() == []


async def test_a_thread_is_started_once_at_a_message(scene: Scene) -> None:
    message = await scene.channel.send("question")
    thread = await message.create_thread(name="Answers")
    assert thread.id == message.id
    with pytest.raises(discord.HTTPException) as refused:
        await message.create_thread(name="Answers")
    assert (refused.value.status, refused.value.code) == (400, 160004)
    await thread.send("hint")
    closed = await thread.edit(archived=True, locked=True, name="Solved")
    assert (closed.archived, closed.locked, closed.name) == (True, True, "Solved")
    assert [m.content for m in scene.loopback.world.messages(thread.id)] == ["hint"]


async def test_a_thread_in_a_forum_begins_with_its_message(scene: Scene) -> None:
    forum_id = scene.loopback.world.add_channel(scene.guild_id, "days", FORUM)
    forum = await scene.client.fetch_channel(forum_id)
    assert isinstance(forum, discord.ForumChannel)
    made = await forum.create_thread(name="18 March", content="Leonov")
    assert made.thread.id == made.message.id
    assert [m.content for m in scene.loopback.world.messages(made.thread.id)] == ["Leonov"]


async def test_a_person_has_one_direct_channel(scene: Scene) -> None:
    alice = await scene.client.fetch_user(scene.loopback.world.add_user("alice"))
    sent = [await alice.send("a"), await (await alice.create_dm()).send("b")]
    assert sent[0].channel.id == sent[1].channel.id
    assert [m.content for m in scene.loopback.world.messages(sent[0].channel.id)] == ["a", "b"]


async def test_what_is_impossible_is_refused(scene: Scene) -> None:
    with pytest.raises(discord.HTTPException, match="50006"):
        await scene.channel.send("")
    with pytest.raises(discord.HTTPException, match="50035"):
        await scene.channel.send("x" * 2001)
    scene.loopback.world.remove_channel(scene.channel_id)
    with pytest.raises(discord.NotFound, match="10003"):
        await scene.client.http.get_channel(scene.channel_id)


async def test_a_command_is_registered_used_and_answered(scene: Scene) -> None:
    @scene.client.tree.command()
    async def fact(interaction: discord.Interaction, year: int) -> None:
        """Tell a fact."""
        await interaction.response.send_message(f"fact of {year}", ephemeral=True)
        await interaction.followup.send("more")
        await interaction.edit_original_response(content="edited")

    await scene.client.tree.sync()
    loopback = scene.loopback
    alice = loopback.world.add_user("alice")
    used = loopback.people.command(alice, scene.channel_id, "fact", {"year": 1965})
    await loopback.until(lambda: [m.content for m in loopback.people.answers(used)] == ["edited", "more"])
    assert used.callback is not None
    assert used.callback["data"]["content"] == "fact of 1965"
    assert scene.contents() == ["more"]
    with pytest.raises(LookupError):
        loopback.people.command(alice, scene.channel_id, "unheard-of")


async def test_a_button_is_pressed_and_answered_once(scene: Scene) -> None:
    view = discord.ui.View()
    button: discord.ui.Button[discord.ui.View] = discord.ui.Button(label="Next", custom_id="next")

    async def pressed(interaction: discord.Interaction) -> None:
        await interaction.response.edit_message(content="page 2")
        again = discord.http.Route("POST", f"/interactions/{interaction.id}/{interaction.token}/callback")
        with pytest.raises(discord.HTTPException, match="40060"):
            await interaction.client.http.request(again, json={"type": 6})

    button.callback = pressed  # type: ignore[method-assign]  # the documented way to give a button its action
    message = await scene.channel.send("page 1", view=view.add_item(button))
    loopback = scene.loopback
    loopback.people.press(loopback.world.add_user("alice"), scene.channel_id, message.id, "next")
    await loopback.until(lambda: [r.status for r in loopback.requests][-2:] == [200, 400])
    assert scene.contents() == ["page 2"]


async def test_a_lost_connection_is_resumed_with_what_was_missed(scene: Scene) -> None:
    scene.loopback.gateway.drop()
    await scene.loopback.until(lambda: not scene.loopback.gateway.connected())
    scene.loopback.world.post(scene.channel_id, {"content": "missed"}, author_id=scene.loopback.world.add_user("alice"))
    await scene.client.hears("MESSAGE_CREATE")
    await scene.client.hears("RESUMED")
    assert len(scene.loopback.gateway.sessions) == 1


async def test_a_forgotten_session_is_identified_anew(scene: Scene) -> None:
    [before] = scene.loopback.gateway.connected()
    scene.loopback.gateway.forget()
    assert before.connection is not None
    before.connection.put(json.dumps({"op": 7, "d": None}))
    await scene.client.hears("READY")
    [after] = scene.loopback.gateway.connected()
    assert after.id != before.id
