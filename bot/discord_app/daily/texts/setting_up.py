"""Beginning, changing, pausing and ending, and which channel is meant."""

from collections.abc import Iterable

from bot.answering import Wording
from bot.discord_app.daily.texts import problems, unreadable


def every(words: Wording, weekdays: frozenset[int]) -> str:
    """Say on which days."""
    if len(weekdays) == len(_days(words)):
        return words.gettext("every day")
    if weekdays == frozenset(range(5)):
        return words.gettext("from Monday to Friday")
    return words.gettext("every {days}").format(days=words.listing(_days(words)[day] for day in sorted(weekdays)))


def _days(words: Wording) -> list[str]:
    return [
        words.gettext("Monday"),
        words.gettext("Tuesday"),
        words.gettext("Wednesday"),
        words.gettext("Thursday"),
        words.gettext("Friday"),
        words.gettext("Saturday"),
        words.gettext("Sunday"),
    ]


def started(words: Wording, channel: str, when: str, there: str, moment: int) -> str:
    """Say what was set up, and when the first fact comes."""
    return words.gettext(
        "{channel} gets a fact {when}; it is {there} there now. The next one comes <t:{moment}:F>, <t:{moment}:R>."
    ).format(channel=channel, when=when, there=there, moment=moment)


def changed(words: Wording, when: str, extras: str) -> str:
    """Say what a fact was like before, so that nothing is lost unnoticed."""
    return words.gettext("This replaces what you had there: {when}. {extras}").format(when=when, extras=extras).rstrip()


def after_start(words: Wording) -> str:
    """Say what can be done next."""
    return words.gettext("`/daily preview` shows it, `/daily test` posts a sample, `/daily status` says how it goes.")


def at_time(words: Wording, days: str, time: str, zone: str) -> str:
    """Say when a fact comes."""
    return words.gettext("{days} at {time} ({zone})").format(days=days, time=time, zone=unreadable.zone_name(zone))


def extras(words: Wording, role_id: int | None, *, thread: bool, publish: bool) -> str:
    """Say what is done about each fact besides posting it; "" for nothing."""
    said = [
        words.gettext("Each pings <@&{role}>.").format(role=role_id) if role_id else "",
        words.gettext("A thread is opened below each.") if thread else "",
        words.gettext("Each is published.") if publish else "",
    ]
    return " ".join(filter(None, said))


def paused(words: Wording, channel: str) -> str:
    """Confirm a pause."""
    return words.gettext("No more facts in {channel} until `/daily resume`.").format(channel=channel)


def not_paused(words: Wording, channel: str, moment: int) -> str:
    """Say that there is nothing to resume."""
    text = words.gettext("{channel} is not paused. Its next fact comes <t:{moment}:F>, <t:{moment}:R>.")
    return text.format(channel=channel, moment=moment)


def resumed(words: Wording, channel: str, moment: int) -> str:
    """Confirm that facts come again."""
    text = words.gettext("{channel} gets facts again. The next one comes <t:{moment}:F>, <t:{moment}:R>.")
    return text.format(channel=channel, moment=moment)


def stopped(words: Wording, channel: str) -> str:
    """Confirm the end."""
    return words.gettext(
        "No more facts in {channel}. For a week I remember which ones came there, in case you use `/daily start` "
        "again; then I delete what I know of it."
    ).format(channel=channel)


def tested(words: Wording, channel: str) -> str:
    """Confirm that a sample was posted."""
    text = words.gettext("I posted a sample in {channel}, without a ping. The real ones come at their time.")
    return text.format(channel=channel)


def test_failed(words: Wording, channel: str, problem: str) -> str:
    """Say why a sample could not be posted."""
    text = words.gettext("Nothing could be posted in {channel}: {problem}")
    return text.format(channel=channel, problem=problems.said(words, problem))


def none_yet(words: Wording) -> str:
    """Say that there is nothing to look after."""
    return words.gettext(
        "No channel of this server gets a daily fact yet. `/daily start time:09:00 timezone:Europe/London` begins one "
        "here."
    )


def which_channel(words: Wording, channels: Iterable[str]) -> str:
    """Ask for the channel."""
    text = words.gettext(
        "Several channels get daily facts: {channels}. Name the one you mean, for example `channel:#general`."
    )
    return text.format(channels=words.listing(channels))


def not_this_channel(words: Wording, channel: str, channels: Iterable[str]) -> str:
    """Say that the channel named gets no facts, and which do."""
    others = list(channels)
    text = words.ngettext(
        "{channel} gets no daily facts; {channels} does. `/daily start time:09:00 timezone:Europe/London` begins them "
        "in the channel where you use it.",
        "{channel} gets no daily facts; {channels} do. `/daily start time:09:00 timezone:Europe/London` begins them "
        "in the channel where you use it.",
        len(others),
    )
    return text.format(channel=channel, channels=words.listing(others))


def too_many(words: Wording, most: int) -> str:
    """Say that a server has enough of them."""
    text = words.gettext(
        "{most} channels of this server get daily facts, and there can be no more. End one first, for example with "
        "`/daily stop channel:#general`."
    )
    return text.format(most=words.number(most))
