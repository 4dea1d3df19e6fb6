import datetime as dt

import discord
import pytest
import simcord

from bot.answering import Librarian
from bot.discord_app.commands import COMMANDS
from bot.discord_app.front_desk import FrontDesk
from tests.discord.conftest import World


def leads(result: simcord.InteractionResult) -> str:
    assert result.response is not None
    return result.response.content


async def test_a_picked_suggestion_is_answered_at_once(world: World) -> None:
    result = await world.alice.slash(world.channel, "spacewalk", query="voskhod-2")
    assert result.response is not None
    assert not result.deferred
    assert not result.ephemeral
    assert "first spacewalk ever" in result.response.content
    [embed] = result.response.embeds
    assert embed.title == "Voskhod 2 EVA: the 1st spacewalk"
    assert embed.author.name == "Programme: Voskhod"
    assert "Corpus" in str(embed.footer.text)


async def test_free_text_goes_through_the_matcher(world: World, librarian: Librarian) -> None:
    result = await world.alice.slash(world.channel, "spacewalk", query="leonov")
    assert leads(result) == librarian.ask("leonov").lead


@pytest.mark.parametrize(
    ("command", "options", "expected"),
    [
        ("record", {"name": "longest-spacewalk"}, "9 hours 6 minutes"),
        ("record", {"name": "longest"}, "9 hours 6 minutes"),
        ("spacewalker", {"name": "anatoly-solovyev"}, "Anatoly Solovyev"),
        ("spacewalker", {"name": "alexei-leonov"}, "one spacewalk"),
        ("spacewalker", {"name": "sally-ride"}, "never made a spacewalk"),
        ("ask", {"question": "how long was Leonov outside?"}, "12 minutes"),
        ("compare", {"first": "peggy-whitson", "second": "sunita-williams"}, "Peggy Whitson"),
        ("onthisday", {"date": "20 July 1969"}, "Armstrong"),
        ("onthisday", {}, "There were 2 spacewalks on 18 March, whatever the year."),
        ("help", {}, "about spacewalks"),
        ("about", {}, "spacewalks"),
        ("privacy", {}, "nothing about you"),
    ],
)
async def test_each_command_answers(world: World, command: str, options: dict[str, str], expected: str) -> None:
    assert expected in leads(await world.alice.slash(world.channel, command, **options))


async def test_a_fact_is_a_curated_one_or_an_anniversary_of_today(world: World) -> None:
    pool = world.bot.front_desk.pool
    today = dt.date(2026, 3, 18)
    known = {fact.text for key in (*pool.curated, *pool.anniversaries(today)) if (fact := pool.tell(key, today))}
    for _ in range(5):
        result = await world.alice.slash(world.channel, "fact")
        assert result.response is not None
        [embed] = result.response.embeds
        assert (embed.description or "").replace("\\", "") in known


@pytest.mark.parametrize(
    ("command", "options"),
    [
        ("spacewalk", {"query": "voskhod-2"}),
        ("record", {"name": "longest"}),
        ("spacewalker", {"name": "alexei-leonov"}),
        ("ask", {"question": "longest"}),
        ("compare", {"first": "iss", "second": "mir"}),
        ("onthisday", {}),
        ("fact", {}),
    ],
)
async def test_every_look_up_can_be_private(world: World, command: str, options: dict[str, str]) -> None:
    assert (await world.alice.slash(world.channel, command, private=True, **options)).ephemeral
    assert not (await world.alice.slash(world.channel, command, **options)).ephemeral


@pytest.mark.parametrize("command", ["help", "about", "privacy"])
async def test_what_the_bot_says_of_itself_is_private(world: World, command: str) -> None:
    assert (await world.alice.slash(world.channel, command)).ephemeral


async def test_look_ups_work_in_direct_messages(world: World) -> None:
    result = await world.alice.user.slash("ask", question="how long was Leonov outside?")
    assert "12 minutes" in leads(result)


@pytest.mark.parametrize(
    "typed",
    [
        "x" * 6000,
        "Z̸̢̛̬a͙͓l͇g̞o̷͟" * 20,
        "\u202eedirrevo\u202c",
        "@everyone <@&1234567890123456789> @here",
        "[click](https://evil.example) **bold** `code` ||spoiler||",
        "<t:0:R> </ask:1234567890123456789>",
        "no-such-slug",
        "\u200b\u200d",
    ],
)
@pytest.mark.parametrize("command", ["spacewalk", "record", "spacewalker", "ask"])
async def test_bad_input_is_answered_kindly_and_echoes_nothing(world: World, command: str, typed: str) -> None:
    option = {"spacewalk": "query", "ask": "question"}.get(command, "name")
    result = await world.alice.slash(world.channel, command, **{option: typed})
    assert result.response is not None
    assert result.response.content
    assert "@everyone" not in str(result.response.content)
    assert "evil.example" not in str(result.response.content)
    assert not world.env.errors


@pytest.mark.parametrize(
    ("command", "options", "says"),
    [
        ("onthisday", {"date": "the 35th of nothing"}, "Write it like 18 March, 20 July 1969 or 1969-07-20."),
        ("record", {"name": "spaghetti"}, "or try: longest, first woman, most spacewalks."),
        ("spacewalker", {"name": "spaghetti"}, "or try: Leonov, Peggy Whitson."),
        ("compare", {"first": "mir", "second": "spaghetti"}, "or try: Mir and ISS, Leonov and White."),
    ],
)
async def test_an_option_that_names_nothing_is_told_what_would(
    world: World, command: str, options: dict[str, str], says: str
) -> None:
    result = await world.alice.slash(world.channel, command, **options)
    assert says in leads(result)
    assert result.ephemeral


async def test_what_is_not_understood_is_said_in_private(world: World) -> None:
    assert (await world.alice.slash(world.channel, "ask", question="banana bread recipe")).ephemeral


async def test_nobody_can_be_pinged(world: World) -> None:
    allowed = world.bot.allowed_mentions
    assert allowed is not None
    assert not any((allowed.everyone, allowed.users, allowed.roles, allowed.replied_user))


async def test_asking_too_often_is_met_with_a_friendly_text(world: World) -> None:
    for _ in range(60):
        assert world.bot.too_fast(world.alice.id) == 0
    result = await world.alice.slash(world.channel, "fact")
    assert result.ephemeral
    assert "60 seconds" in leads(result)
    assert not (await world.bob.slash(world.channel, "fact")).ephemeral
    world.clock.moment += 61
    assert not (await world.alice.slash(world.channel, "fact")).ephemeral


async def test_the_message_menu_takes_a_message_for_a_question(world: World) -> None:
    message = await world.bob.send(world.channel, "how long was Leonov outside?")
    result = await world.alice.context_menu(world.channel, "Ask about spacewalks", message)
    assert result.ephemeral
    assert "12 minutes" in leads(result)


async def test_the_message_menu_says_so_where_there_is_no_text(world: World) -> None:
    message = await world.bob.send(world.channel, attachments=[("a.txt", b"a")])
    result = await world.alice.context_menu(world.channel, "Ask about spacewalks", message)
    assert "no text" in leads(result)


async def test_mentions_are_switched_by_those_who_manage_the_server_only(world: World) -> None:
    assert "no longer" in leads(await world.boss.slash(world.channel, "mentions", answered=False))
    with pytest.raises(simcord.SetupError, match="default-member-permissions"):
        await world.alice.slash(world.channel, "mentions", answered=True)


async def test_help_names_every_command(world: World) -> None:
    result = await world.alice.slash(world.channel, "help")
    assert result.response is not None
    [embed] = result.response.embeds
    listed = str(embed.description)
    named = [command for command in COMMANDS if not isinstance(command, discord.app_commands.ContextMenu)]
    assert [command.name for command in named if f"`/{command.name}" not in listed] == ["help"]


async def test_help_shows_how_two_options_are_typed(world: World, front_desk: FrontDesk) -> None:
    result = await world.alice.slash(world.channel, "help")
    assert result.response is not None
    [embed] = result.response.embeds
    listed = str(embed.description)
    assert "`/compare first:Whitson second:Solovyev`" in listed
    assert "`private:True`" in listed  # with the commands, since it is an option of theirs
    assert "Anatoly Solovyev" in str(front_desk.compare("Whitson", "Solovyev").text)


@pytest.mark.parametrize(
    "said",
    [
        "Ask about spacewalks",
        "from the first letter on",
        "in the last minute",
        "in the last hour",
        "typed for suggestions",
    ],
)
async def test_privacy_tells_all_that_is_seen_and_kept(world: World, said: str) -> None:
    result = await world.alice.slash(world.channel, "privacy")
    assert result.response is not None
    [embed] = result.response.embeds
    assert said in str(embed.description)
    assert "never other messages" not in str(embed.description)


async def test_help_offers_five_examples_that_work(world: World, front_desk: FrontDesk) -> None:
    result = await world.alice.slash(world.channel, "help")
    assert result.response is not None
    labels = [button["label"] for row in result.response.components for button in row["components"]]
    assert len(labels) == 5
    for label in labels:
        shown = await world.alice.slash(world.channel, "help")
        assert shown.response is not None
        await world.alice.click(shown.response, label=label)
        assert shown.response.content
        assert shown.response.content != front_desk.help().text
