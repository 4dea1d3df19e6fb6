"""Every sentence of the daily fact on Discord, whole and in one place, for translators."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from bot.answering import Wording
from bot.store.subscriptions import GONE
from bot.store.tables import Standing, State, Step, StepState

# What cannot be read


def not_a_time(words: Wording) -> str:
    """Say how to write a time of day."""
    return words.gettext("I cannot read that `time`. Write it like 09:00, 21:30 or 9pm.")


def not_weekdays(words: Wording) -> str:
    """Say how to write weekdays."""
    return words.gettext(
        "I cannot read those `weekdays`. Write them like mon-fri or sat, sun; leave them out for every day."
    )


def not_a_zone(words: Wording, example: str) -> str:
    """Say how to write a time zone."""
    text = words.gettext("I do not know that `timezone`. Pick one from the list, for example {example}.")
    return text.format(example=zone_name(example))


def zone_name(zone: str) -> str:
    """Return a time zone as people read it; `read_zone` takes it back."""
    return zone.replace("_", " ")


def zone_offer(words: Wording, zone: str, time: str) -> str:
    """Offer a time zone, with what its clocks show."""
    return words.gettext("{zone}: {time} now").format(zone=zone_name(zone), time=time)


# Targets


def only_in_servers(words: Wording) -> str:
    """Say where the commands work."""
    return words.gettext(
        "Daily facts come to the channels of a server. Use this there, for example "
        "`/daily start time:09:00 timezone:Europe/London`."
    )


def not_a_target(words: Wording, channel: str) -> str:
    """Say what sort of channel a fact can come to."""
    return words.gettext(
        "Facts cannot come to {channel}. Choose a text or announcement channel, a thread or a forum, for example "
        "`channel:#general`."
    ).format(channel=channel)


def not_in_server(words: Wording) -> str:
    """Say that only the commands were installed in a server."""
    return words.gettext(
        "This server has my commands but not me, so I cannot post here. Invite me with “Add App” on my profile, then "
        "use `/daily start` again."
    )


def cannot_see(words: Wording, channel: str) -> str:
    """Say that a channel is hidden from the bot."""
    return words.gettext(
        "I cannot see {channel}. Give my role “View Channel” there, or choose another channel, for example "
        "`channel:#general`."
    ).format(channel=channel)


def cannot_see_thread(words: Wording, thread: str) -> str:
    """Say that a thread is hidden from the bot."""
    return words.gettext(
        "I cannot see {thread}. If it is a private thread, mention me in it, then try again; or choose a channel, for "
        "example `channel:#general`."
    ).format(thread=thread)


def rights_missing(words: Wording, channel: str, rights: Iterable[str]) -> str:
    """Name each permission that is missing in a channel."""
    return words.gettext(
        "In {channel} I am missing {rights}. Grant that to my role in Channel settings → Permissions, then try again."
    ).format(channel=channel, rights=words.listing(f"“{right}”" for right in rights))


def cannot_ping(words: Wording, role: str) -> str:
    """Say how a role can be pinged."""
    return words.gettext(
        "I may not ping {role}. In Server settings → Roles, allow anyone to mention it, or leave `role` out."
    ).format(role=role)


def cannot_ping_everyone(words: Wording) -> str:
    """Say whom a fact can ping instead."""
    return words.gettext(
        "I never ping everyone. Choose a role of those who want to be pinged, for example `role:@space fans`, or leave "
        "`role` out."
    )


def no_thread_in_thread(words: Wording, channel: str) -> str:
    """Say that threads hold no threads."""
    text = words.gettext(
        "A thread below each fact is possible in text and announcement channels only, and {channel} is none. Leave "
        "`thread` out, or choose one of those, for example `channel:#general`."
    )
    return text.format(channel=channel)


def not_an_announcement_channel(words: Wording, channel: str) -> str:
    """Say what can be published."""
    return words.gettext(
        "Only posts in an announcement channel can be published, and {channel} is none. Leave `publish` out, or choose "
        "an announcement channel, for example `channel:#news`."
    ).format(channel=channel)


def standing_thread(words: Wording) -> str:
    """Name the thread that a forum's facts come to."""
    return words.gettext("Spacewalk fact of the day")


def standing_thread_begins(words: Wording) -> str:
    """Begin that thread."""
    return words.gettext("One fact about spacewalks a day will come here.")


# Setting up


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
    return words.gettext("{days} at {time} ({zone})").format(days=days, time=time, zone=zone_name(zone))


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
    return text.format(channel=channel, problem=_said(words, problem))


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


# Looking after


def preview_lead(words: Wording, channel: str) -> str:
    """Head the next facts."""
    return words.gettext("What comes next in {channel}:").format(channel=channel)


def preview_resumed(words: Wording, channel: str) -> str:
    """Head the facts of a channel that gets none at present."""
    text = words.gettext(
        "Nothing comes in {channel} at present. If you used `/daily resume` there now, this would come:"
    )
    return text.format(channel=channel)


def preview_line(moment: int, fact: str) -> str:
    """Tell one of the next facts."""
    return f"<t:{moment}:F>\n{fact}"


def standing_line(words: Wording, standing: Standing, moment: int, since: int) -> str:
    """Say whether facts come, and when the next."""
    texts = {
        Standing.ACTIVE: words.gettext("Next: <t:{moment}:F>, <t:{moment}:R>."),
        Standing.PAUSED: words.gettext("Paused <t:{since}:R>. `/daily resume` goes on."),
        Standing.REFUSED: words.gettext("Given up <t:{since}:R>."),
        Standing.STOPPED: words.gettext("Stopped <t:{since}:R>."),
    }
    return texts[standing].format(moment=moment, since=since)


def once_mended(words: Wording) -> str:
    """Say how to go on where Discord kept refusing."""
    return words.gettext("Once that is mended, `/daily resume` goes on.")


def last_line(words: Wording, state: State, date: str, link: str, problem: str | None) -> str:
    """Say what became of the latest fact."""
    texts = {
        State.DUE: words.gettext("Latest: that of {date} is still to be posted."),
        State.CLAIMED: words.gettext("Latest: that of {date} is being posted."),
        State.POSTED: words.gettext("Latest: [posted on {date}]({link})."),
        State.LATE: words.gettext("Latest: [posted late on {date}]({link})."),
        State.MISSED: words.gettext("Latest: that of {date} was missed."),
        State.UNKNOWN: words.gettext("Latest: that of {date} may have been posted, or not; I could not find out."),
    }
    said = texts[state].format(date=date, link=link)
    return said if problem is None else f"{said} {_said(words, problem)}"


def nothing_yet(words: Wording) -> str:
    """Say that nothing was due yet."""
    return words.gettext("Latest: none yet.")


def step_failed(words: Wording, step: Step, state: StepState) -> str:
    """Say that something about the latest post was given up; "" for what is well."""
    if state is not StepState.FAILED:
        return ""
    texts = {
        Step.THREAD: words.gettext("No thread could be opened below it. May I create public threads there?"),
        Step.PUBLISH: words.gettext("It could not be published. Is it still an announcement channel?"),
    }
    return texts[step]


def more_left(words: Wording, count: int) -> str:
    """Say for how many channels there was no room."""
    text = words.ngettext(
        "And {count} more channel. Name it to see it, for example `/daily status channel:#general`.",
        "And {count} more channels. Name one to see it, for example `/daily status channel:#general`.",
        count,
    )
    return text.format(count=words.number(count))


def refused(words: Wording, channel_id: int, problem: str) -> str:
    """Tell the person who set up a daily fact that it does not come, and why."""
    text = words.gettext("I cannot post the daily spacewalk fact that you set up in <#{channel}>.")
    said = [text.format(channel=channel_id), _said(words, problem)]
    if problem != GONE:
        said.append(words.gettext("I try again for some days; `/daily status` there tells more."))
    return " ".join(said)


_PROBLEMS: Final[Mapping[str, Callable[[Wording], str]]] = {
    "missing-permission": lambda words: words.gettext("I am missing a permission there."),
    "no-access": lambda words: words.gettext("I can no longer see that channel. Give my role “View Channel” there."),
    GONE: lambda words: words.gettext(
        "That channel is gone. Begin anew in another one, for example with "
        "`/daily start time:09:00 timezone:Europe/London`."
    ),
    "no-such-message": lambda words: words.gettext("Discord does not find what it belongs to."),
    "archived-thread": lambda words: words.gettext("That thread is archived or locked. Open it again."),
    "our-bug": lambda words: words.gettext("Something went wrong on my side; the people who run me can see what."),
    "halted": lambda words: words.gettext("It was paused or stopped before it could come."),
    "asleep": lambda words: words.gettext("I was not running, or not connected, when it was due."),
    "rate-limited": lambda words: words.gettext("Discord asked me to send less."),
    "discord-fails": lambda words: words.gettext("Discord had trouble of its own."),
    "disconnected": lambda words: words.gettext("The connection to Discord broke."),
    "unreachable": lambda words: words.gettext("Discord could not be reached."),
    "unauthorised": lambda words: words.gettext(
        "Discord did not accept my token; the people who run me have to see to it."
    ),
    "timeout": lambda words: words.gettext("Discord took too long to answer."),
    "too-many-messages": lambda words: words.gettext("Too much was written there since to find it."),
}


def _said(words: Wording, problem: str) -> str:
    """Say a problem by its code, with what helps."""
    known = _PROBLEMS.get(problem)
    return known(words) if known else words.gettext("Discord refused it ({problem}).").format(problem=problem)
