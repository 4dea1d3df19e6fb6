from collections.abc import Iterator
from typing import Any

import discord
import pytest
import simcord

from bot.corpus import Ref, Sort
from bot.discord_app.presses import Press, Verb
from tests.discord.conftest import World

Actor = simcord.MemberActor


async def asked(
    world: World, command: str = "spacewalk", who: Actor | None = None, **options: str
) -> simcord.ResponseMessage:
    result = await (who or world.alice).slash(world.channel, command, **(options or {"query": "voskhod-2"}))
    assert result.response is not None
    return result.response


def buttons(message: simcord.ResponseMessage) -> Iterator[dict[str, Any]]:
    for row in message.components:
        yield from (part for part in row["components"] if part["type"] == 2)


def labels(message: simcord.ResponseMessage) -> list[str]:
    return [button["label"] for button in buttons(message)]


async def test_every_button_has_words_on_it(world: World) -> None:
    for query in ("voskhod-2", "iss", "anatoly-solovyev", "us-eva-23"):
        for label in labels(await asked(world, query=query)):
            assert any(letter.isalpha() for letter in label)


async def test_one_walks_on_from_spacewalk_to_spacewalk(world: World) -> None:
    message = await asked(world)
    await world.alice.click(message, label="Next: Gemini 4 EVA →")
    assert "Ed White" in message.content
    await world.alice.click(message, label="← Previous: Voskhod 2 EVA")
    assert "first spacewalk ever" in message.content


async def test_the_ends_have_no_button_beyond(world: World) -> None:
    assert not [label for label in labels(await asked(world, query="voskhod-2")) if label.startswith("←")]
    assert not [label for label in labels(await asked(world, query="us-eva-95")) if label.endswith("→")]


async def test_a_crew_member_leads_to_their_card(world: World) -> None:
    message = await asked(world)
    await world.alice.click(message, label="Alexei Leonov")
    assert message.embeds[0].title == "Alexei Leonov"


async def test_others_get_an_answer_of_their_own_and_leave_the_askers_alone(world: World) -> None:
    message = await asked(world)
    before = message.content
    result = await world.bob.click(message, label="Alexei Leonov")
    assert result.ephemeral
    assert message.content == before


async def test_more_like_this_offers_a_menu_that_opens(world: World) -> None:
    message = await asked(world, query="us-eva-23")
    await world.alice.click(message, label="More like this")
    [menu] = [part for row in message.components for part in row["components"] if part["type"] == 3]
    await world.alice.select(message, [menu["options"][0]["value"]])
    assert message.embeds[0].title


async def test_a_long_list_is_paged(world: World) -> None:
    message = await asked(world, query="iss")
    await world.alice.click(message, label="All 280 spacewalks")
    assert "page 1 of 47" in message.content
    await world.alice.click(message, label="Next page →")
    assert "page 2 of 47" in message.content
    await world.alice.click(message, label="← Previous page")
    assert "page 1 of 47" in message.content
    assert "← Previous page" not in labels(message)


async def test_a_choice_opens_what_was_meant(world: World) -> None:
    message = await asked(world, "ask", question="williams")
    await world.alice.select(message, ["spacewalker:sunita-williams"])
    assert message.embeds[0].title == "Sunita Williams"


async def asked_for_a_fact(world: World) -> simcord.ResponseMessage:
    result = await world.alice.slash(world.channel, "fact")
    assert result.response is not None
    return result.response


async def test_another_fact_is_another_one(world: World) -> None:
    message = await asked_for_a_fact(world)
    for _ in range(20):
        before = message.embeds[0].title
        await world.alice.click(message, label="Another fact")
        assert message.embeds[0].title != before


async def test_buttons_outlive_a_restart(world: World) -> None:
    message = await asked(world)
    listed = await asked(world, query="iss")
    chosen = await asked(world, "ask", question="williams")
    await world.env.restart_bot(world.make_bot())
    await world.alice.click(message, label="Alexei Leonov")
    assert message.embeds[0].title == "Alexei Leonov"
    await world.alice.click(listed, label="All 280 spacewalks")
    assert "page 1 of 47" in listed.content
    await world.alice.select(chosen, ["spacewalker:sunita-williams"])
    assert chosen.embeds[0].title == "Sunita Williams"


async def test_private_answers_stay_private_when_walked_on(world: World) -> None:
    result = await world.alice.slash(world.channel, "spacewalk", query="voskhod-2", private=True)
    assert result.response is not None
    await world.alice.click(result.response, label="Alexei Leonov")
    assert result.response.embeds[0].title == "Alexei Leonov"
    assert result.response.ephemeral


async def old_message(world: World, custom_id: str) -> simcord.ResponseMessage:
    """An answer one of whose buttons was made by another version, or stands for what is gone."""
    message = await asked(world)
    first_row = message._message.components[0]  # noqa: SLF001 - the simulation lets a message be aged in no other way
    first_row["components"][0]["custom_id"] = custom_id
    return message


@pytest.mark.parametrize(
    ("custom_id", "said"),
    [
        (Press(Verb.OPEN, Ref(Sort.SPACEWALK, "struck-from-the-list")).custom_id, "is gone"),
        (Press(Verb.MORE, Ref(Sort.STORY, "struck-from-the-list")).custom_id, "is gone"),
        (Press(Verb.PAGE, Ref(Sort.STATION, "struck-from-the-list"), 3).custom_id, "is gone"),
        ("sw1:open:cosmonaut:alexei-leonov:0", "is gone"),
        ("sw0:walk:12", "older version"),
        ("spacewalk_next", "older version"),
    ],
)
async def test_buttons_of_what_is_gone_say_so_in_private(world: World, custom_id: str, said: str) -> None:
    message = await old_message(world, custom_id)
    result = await world.alice.click(message, custom_id=custom_id)
    assert result.ephemeral
    assert result.response is not None
    assert said in result.response.content
    assert not world.env.errors


@pytest.mark.parametrize("number", [0, 10**19])
async def test_pages_beyond_the_ends_are_the_nearest(world: World, number: int) -> None:
    custom_id = Press(Verb.PAGE, Ref(Sort.STATION, "iss"), number).custom_id
    message = await old_message(world, custom_id)
    await world.alice.click(message, custom_id=custom_id)
    assert ("page 1 of 47" if number == 0 else "page 47 of 47") in message.content


async def report(world: World, text: str, who: Actor | None = None) -> simcord.InteractionResult:
    person = who or world.alice
    shown = await person.click(await asked(world, who=person), label="Report an error")
    assert shown.modal is not None
    return await person.submit_modal(shown, {"text": text})


async def test_a_report_reaches_the_operators_channel_and_pings_nobody(world: World) -> None:
    desk = world.guild.create_text_channel("reports")
    world.bot.report_channel_id = desk.id
    result = await report(world, "It was 13 minutes. @everyone **look** <@&123456789012345678>")
    assert result.ephemeral
    assert result.response is not None
    assert "Thank you" in result.response.content
    posted = desk.last_message
    assert posted is not None
    assert "voskhod-2" in posted.content
    assert "@everyone" not in posted.content
    assert "<@&" not in posted.content.replace("\\<", "")
    assert posted.mentions == []


async def test_a_report_goes_to_the_log_where_there_is_no_channel(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    await report(world, "It was 13 minutes.")
    assert "It was 13 minutes." in capsys.readouterr().out


async def test_a_report_is_not_lost_when_its_channel_is_closed(
    world: World, capsys: pytest.CaptureFixture[str]
) -> None:
    world.bot.report_channel_id = 1234567890
    result = await report(world, "It was 13 minutes.")
    assert result.response is not None
    assert "Thank you" in result.response.content
    assert "It was 13 minutes." in capsys.readouterr().out


async def test_a_form_opened_before_a_restart_is_taken(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    shown = await world.alice.click(await asked(world), label="Report an error")
    await world.env.restart_bot(world.make_bot())
    result = await world.alice.submit_modal(shown, {"text": "It was 13 minutes."})
    assert result.response is not None
    assert "Thank you" in result.response.content
    assert "It was 13 minutes." in capsys.readouterr().out


async def test_reports_are_limited_for_each_person(world: World) -> None:
    for _ in range(3):
        await report(world, "wrong")
    result = await report(world, "wrong again")
    assert result.response is not None
    assert "as many reports" in result.response.content
    other = await report(world, "wrong", who=world.bob)
    assert other.response is not None
    assert "Thank you" in other.response.content


async def test_pressing_too_often_is_met_with_a_friendly_text(world: World) -> None:
    message = await asked(world)
    while not world.bot.too_fast(world.alice.id):
        pass
    result = await world.alice.click(message, label="Alexei Leonov")
    assert result.ephemeral
    assert isinstance(message.embeds[0], discord.Embed)
    assert message.embeds[0].title != "Alexei Leonov"
