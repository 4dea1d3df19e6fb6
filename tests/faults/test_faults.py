"""What each fault does to discord.py, and to the bot's own process."""

import asyncio
from pathlib import Path

import aiohttp
import discord
import pytest

from tests.faults.conftest import Scene
from tests.faults.loopback import Loopback
from tests.faults.plan import Delay, Drop, Kill, RateLimit, Refuse, ServerError
from tests.faults.process import BotProcess

MESSAGES = "/channels/*/messages"
COMMANDS = "/applications/*/commands"


@pytest.mark.parametrize(
    ("status", "code", "raised"),
    [
        (403, 50013, discord.Forbidden),
        (403, 50001, discord.Forbidden),
        (404, 10003, discord.NotFound),
        (400, 50035, discord.HTTPException),
        (400, 50083, discord.HTTPException),
    ],
)
async def test_a_refusal_reaches_the_caller_once(
    scene: Scene, status: int, code: int, raised: type[discord.HTTPException]
) -> None:
    scene.loopback.plan.add("POST", MESSAGES, Refuse(status, code))
    with pytest.raises(raised) as refused:
        await scene.channel.send("no")
    assert (refused.value.status, refused.value.code) == (status, code)
    await scene.channel.send("yes")
    assert scene.contents() == ["yes"]


async def test_a_rate_limit_is_waited_for(scene: Scene) -> None:
    scene.loopback.plan.add("POST", MESSAGES, RateLimit(0.01), times=2)
    await scene.channel.send("late")
    assert scene.contents() == ["late"]
    assert [r.status for r in scene.loopback.requests if r.method == "POST"] == [429, 429, 200]


async def test_a_rate_limit_from_before_discord_is_not_waited_for(scene: Scene) -> None:
    scene.loopback.plan.add("POST", MESSAGES, RateLimit(0.01, via=False))
    with pytest.raises(discord.HTTPException) as limited:
        await scene.channel.send("never")
    assert limited.value.status == 429
    assert limited.value.response.headers["Retry-After"] == "0.01"
    assert len(scene.loopback.asked("POST", MESSAGES)) == 1


async def test_after_a_server_error_discord_py_sends_again_with_the_nonce_it_made(scene: Scene) -> None:
    scene.loopback.plan.add("POST", MESSAGES, ServerError(500, after_accepting=True))
    await scene.channel.send("sent")
    first, second = scene.loopback.asked("POST", MESSAGES)
    assert first.fields["nonce"] == second.fields["nonce"]
    assert scene.contents() == ["sent"]


async def test_without_a_nonce_a_server_error_makes_a_second_message(scene: Scene) -> None:
    scene.loopback.plan.add("POST", MESSAGES, ServerError(502, after_accepting=True))
    send = discord.http.Route("POST", "/channels/{channel_id}/messages", channel_id=scene.channel_id)
    await scene.client.http.request(send, json={"content": "sent"})
    assert scene.contents() == ["sent", "sent"]


@pytest.mark.parametrize("after_accepting", [False, True])
async def test_503_is_not_tried_again(scene: Scene, after_accepting: bool) -> None:
    scene.loopback.plan.add("POST", MESSAGES, ServerError(503, after_accepting=after_accepting))
    with pytest.raises(discord.DiscordServerError):
        await scene.channel.send("sent")
    assert scene.contents() == ["sent"] * after_accepting


@pytest.mark.parametrize("after_accepting", [False, True])
async def test_a_dropped_connection_leaves_the_sender_in_doubt(scene: Scene, after_accepting: bool) -> None:
    scene.loopback.plan.add("POST", MESSAGES, Drop(after_accepting=after_accepting))
    with pytest.raises(aiohttp.ServerDisconnectedError):
        await scene.channel.send("sent", nonce="n")
    assert scene.contents() == ["sent"] * after_accepting
    assert scene.loopback.requests[-1].status == 0
    await scene.channel.send("sent", nonce="n")
    assert scene.contents() == ["sent"]


@pytest.mark.parametrize(("after_accepting", "meanwhile"), [(False, []), (True, ["sent"])])
async def test_a_delay_is_before_the_request_is_carried_out_or_before_it_is_answered(
    scene: Scene, after_accepting: bool, meanwhile: list[str]
) -> None:
    scene.loopback.plan.add("POST", MESSAGES, Delay(0.1, after_accepting=after_accepting))
    sending = asyncio.create_task(scene.channel.send("sent"))
    await scene.loopback.until(lambda: len(scene.loopback.asked("POST", MESSAGES)) == 1)
    await scene.loopback.until(lambda: scene.contents() == meanwhile)
    assert not sending.done()
    await sending
    assert scene.contents() == ["sent"]


@pytest.mark.parametrize(("when", "there"), [("before", []), ("accepted", ["sent"]), ("answered", ["sent"])])
async def test_a_kill_happens_when_it_should(scene: Scene, when: str, there: list[str]) -> None:
    found: list[list[str]] = []
    kill = Kill(when, lambda: found.append(scene.contents()))  # type: ignore[arg-type]  # one of the three
    scene.loopback.plan.add("POST", MESSAGES, kill)
    if when == "answered":
        await scene.channel.send("sent")
    else:
        with pytest.raises(aiohttp.ServerDisconnectedError):
            await scene.channel.send("sent")
    assert found == [there]


async def test_a_fault_is_for_the_requests_it_names_and_as_often_as_planned(scene: Scene) -> None:
    plan = scene.loopback.plan
    plan.add("*", f"/channels/{scene.channel_id + 1}/messages", Refuse(403, 50001), times=None)
    always = plan.add("GET", f"/channels/{scene.channel_id}/*", Refuse(403, 50013), times=None)
    await scene.channel.send("fine")
    for _ in range(3):
        with pytest.raises(discord.Forbidden):
            await anext(scene.channel.history())
    always.left = 0
    assert (await anext(scene.channel.history())).content == "fine"


def test_the_bots_process_connects_registers_its_commands_and_stops(loopback: Loopback, tmp_path: Path) -> None:
    with BotProcess(loopback, tmp_path) as bot:
        loopback.wait(lambda: loopback.world.commands and loopback.gateway.connected(), 60)
        assert "fact" in {command["name"] for command in loopback.world.commands[None]}
        assert bot.stop() == 0, bot.log.read_text()
    loopback.wait(lambda: not loopback.gateway.connected())


def test_a_process_that_is_killed_starts_again_and_what_it_did_is_still_there(
    loopback: Loopback, tmp_path: Path
) -> None:
    world = loopback.world
    [guild_id] = world.guilds
    channel_id, alice = world.add_channel(guild_id, "general"), world.add_user("alice")
    bot = BotProcess(loopback, tmp_path)
    loopback.plan.add("PUT", COMMANDS, Kill("accepted", bot.kill))
    with bot:
        loopback.wait(lambda: loopback.asked("PUT", COMMANDS), 60)
        assert bot.ended() == -9
        assert world.commands[None]
        bot.start()
        loopback.wait(loopback.gateway.connected, 60)
        assert len(loopback.asked("PUT", COMMANDS)) == 2
        used = loopback.people.command(alice, channel_id, "fact")
        loopback.wait(lambda: loopback.people.answers(used))
