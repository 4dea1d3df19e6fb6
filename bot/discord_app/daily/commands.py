"""`/daily`: for moderators, in servers. Whatever is typed wrong comes back as one sentence, and nothing is changed."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Final

import discord
from discord import app_commands
from discord.app_commands import locale_str as _

from bot.answering import Wording
from bot.daily.schedule import Schedule
from bot.discord_app import limits
from bot.discord_app.daily import choosing, fitting, targets, texts, typed
from bot.discord_app.daily.choosing import AnyChannel, Named
from bot.discord_app.daily.typed import TypedError
from bot.discord_app.errors import NotInServerError, tell
from bot.store.subscriptions import Subscription, Wish
from bot.store.tables import Standing

if TYPE_CHECKING:
    from bot.discord_app.client import SpacewalkBot
    from bot.discord_app.daily.service import DailyFacts

    Interaction = discord.Interaction[SpacewalkBot]

_CHANNEL: Final = _("Which channel or thread; this one if left out.")
_OF_WHICH: Final = _("Which channel's facts; this one's, or the only ones there are, if left out.")
_STATUS_OF: Final = _("Only this channel's facts; those of all channels if left out.")
_MOST: Final = 25
_PREVIEWED: Final = 3


@app_commands.default_permissions(manage_guild=True)
@app_commands.allowed_contexts(guilds=True, dms=False, private_channels=False)
@app_commands.allowed_installs(guilds=True, users=False)
class Daily(app_commands.Group):
    """The commands of the daily fact."""

    def __init__(self) -> None:
        """Name the group."""
        super().__init__(name="daily", description=_("One spacewalk fact a day in a channel of this server."))

    async def interaction_check(self, interaction: discord.Interaction, /) -> bool:
        """Let only people through who manage the server, whatever its settings for commands say, where the bot is."""
        if interaction.guild_id is None:
            raise app_commands.NoPrivateMessage
        if not interaction.permissions.manage_guild:
            raise app_commands.MissingPermissions(["manage_guild"])
        if interaction.client.get_guild(interaction.guild_id) is None:
            raise NotInServerError
        return True

    @app_commands.command(name="start", description=_("Post one fact a day in a channel."))
    @app_commands.describe(
        time=_("The local time of day, e.g. 09:00, 21:30 or 9pm."),
        timezone=_("The time zone of that time, e.g. Europe/London. Pick one or type a city."),
        channel=_CHANNEL,
        weekdays=_("On which days, e.g. mon-fri or sat, sun; every day if left out."),
        role=_("A role to ping with each fact."),
        thread=_("Open a thread below each fact, to talk about it."),
        publish=_("In an announcement channel: publish each fact to the servers that follow it."),
    )
    async def start(  # noqa: PLR0913, PLR0917 - as many arguments as the command has options
        self,
        interaction: "Interaction",
        time: str,
        timezone: str,
        channel: AnyChannel | None = None,
        weekdays: str | None = None,
        role: discord.Role | None = None,
        thread: bool = False,
        publish: bool = False,
    ) -> None:
        """Set up a daily fact, or change the one that the channel has."""
        guild = interaction.guild
        if guild is None:
            raise app_commands.NoPrivateMessage
        await interaction.response.defer(ephemeral=True)
        schedule = Schedule(typed.read_time(time), typed.read_zone(timezone), typed.read_weekdays(weekdays))
        target = await choosing.target(guild, interaction, channel)
        targets.check(target, targets.Wanted(role, thread, publish))
        facts = interaction.client.daily
        there = [sub for sub in await facts.subscriptions.of_guild(guild.id) if not choosing.is_gone(sub)]
        before = next((subscription.wish for subscription in there if subscription.wish.channel_id == target.id), None)
        if before is None and len(there) >= _MOST:
            raise TypedError(lambda words: texts.setting_up.too_many(words, _MOST))
        wish = Wish(
            guild_id=guild.id,
            channel_id=await targets.channel_for(target, facts.words),
            schedule=schedule,
            made_by=interaction.user.id,
            role_id=role.id if role else None,
            thread=thread,
            publish=publish,
        )
        made = await facts.subscriptions.start(wish, facts.seconds())
        await tell(interaction, facts.started(made, before))

    @start.autocomplete("timezone")
    async def _zones(self, interaction: "Interaction", current: str) -> list[app_commands.Choice[str]]:
        facts = interaction.client.daily
        return [
            app_commands.Choice(name=facts.zone_offer(zone), value=zone)
            for zone in typed.suggest_zones(current)[: limits.CHOICES]
        ]

    @app_commands.command(name="preview", description=_("Show the next three facts of a channel, to you alone."))
    @app_commands.describe(channel=_OF_WHICH)
    async def preview(self, interaction: "Interaction", channel: AnyChannel | None = None) -> None:
        """Show what comes next."""
        facts, subscription = await _chosen(interaction, channel)
        await tell(interaction, await facts.preview(subscription, _PREVIEWED))

    @app_commands.command(name="status", description=_("How the daily facts of this server are doing."))
    @app_commands.describe(channel=_STATUS_OF)
    async def status(self, interaction: "Interaction", channel: AnyChannel | None = None) -> None:
        """Say of each subscription what came last, what comes next, and what is wrong; troubled ones first."""
        await interaction.response.defer(ephemeral=True)
        facts = interaction.client.daily
        there = await facts.subscriptions.of_guild(interaction.guild_id or 0)
        if channel is not None:
            there = [await choosing.subscription(interaction, channel, there)]
        said = [
            await facts.status_of(subscription, _missing(interaction, subscription))
            for subscription in sorted(there, key=lambda subscription: subscription.problem is None)
        ]
        await tell(interaction, fitting.whole(facts.words, said) or texts.setting_up.none_yet(facts.words))

    @app_commands.command(name="pause", description=_("Post no facts in a channel until you resume."))
    @app_commands.describe(channel=_OF_WHICH)
    async def pause(self, interaction: "Interaction", channel: AnyChannel | None = None) -> None:
        """Pause a subscription."""
        await _halt(interaction, channel, Standing.PAUSED, texts.setting_up.paused)

    @app_commands.command(name="resume", description=_("Post facts in a channel again."))
    @app_commands.describe(channel=_OF_WHICH)
    async def resume(self, interaction: "Interaction", channel: AnyChannel | None = None) -> None:
        """Go on with a subscription."""
        facts, subscription = await _chosen(interaction, channel)
        mention = f"<#{subscription.wish.channel_id}>"
        if subscription.standing is Standing.ACTIVE:  # to begin anew would drop what is tried again today
            await tell(interaction, texts.setting_up.not_paused(facts.words, mention, subscription.next.moment))
            return
        resumed = await facts.subscriptions.resume(subscription, facts.seconds())
        await tell(interaction, texts.setting_up.resumed(facts.words, mention, resumed.next.moment))

    @app_commands.command(name="stop", description=_("End the daily facts of a channel."))
    @app_commands.describe(channel=_OF_WHICH)
    async def stop(self, interaction: "Interaction", channel: AnyChannel | None = None) -> None:
        """End a subscription."""
        await _halt(interaction, channel, Standing.STOPPED, texts.setting_up.stopped)

    @app_commands.command(name="test", description=_("Post a sample in the channel now, as the facts will look."))
    @app_commands.describe(channel=_OF_WHICH)
    async def test(self, interaction: "Interaction", channel: AnyChannel | None = None) -> None:
        """Post a sample."""
        facts, subscription = await _chosen(interaction, channel)
        mention = f"<#{subscription.wish.channel_id}>"
        problem = await facts.post_sample(subscription)
        if problem is None:
            await tell(interaction, texts.setting_up.tested(facts.words, mention))
        elif missing := _missing(interaction, subscription):
            await tell(interaction, texts.targets.rights_missing(facts.words, mention, missing))
        else:
            await tell(interaction, texts.setting_up.test_failed(facts.words, mention, problem))


async def _chosen(interaction: "Interaction", channel: Named | None) -> tuple["DailyFacts", Subscription]:
    """Return the subscription that is meant. Raises TypedError where that cannot be told."""
    await interaction.response.defer(ephemeral=True)
    facts = interaction.client.daily
    there = await facts.subscriptions.of_guild(interaction.guild_id or 0)
    return facts, await choosing.subscription(interaction, channel, there)


async def _halt(
    interaction: "Interaction", channel: Named | None, standing: Standing, said: Callable[[Wording, str], str]
) -> None:
    """Bring no more facts, and say so."""
    facts, subscription = await _chosen(interaction, channel)
    await facts.subscriptions.halt(subscription, standing, facts.seconds())
    await tell(interaction, said(facts.words, f"<#{subscription.wish.channel_id}>"))


def _missing(interaction: "Interaction", subscription: Subscription) -> Sequence[str]:
    return targets.missing_now(interaction.guild, subscription.wish) if interaction.guild else ()
