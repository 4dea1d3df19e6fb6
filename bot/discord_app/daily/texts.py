"""Every sentence of the daily fact on Discord, whole and in one place, for translators."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from bot.answering import Wording
from bot.store.tables import Standing, State, Step, StepState

# What cannot be read


def not_a_time(words: Wording, typed: str) -> str:
    """Say how to write a time of day."""
    text = words.gettext("“{typed}” is not a time of day. Write it like 09:00, 21:30 or 9pm.")
    return text.format(typed=shown(typed))


def not_weekdays(words: Wording, typed: str) -> str:
    """Say how to write weekdays."""
    text = words.gettext(
        "“{typed}” names no weekdays. Write them like mon-fri, or sat, sun; leave it out for every day."
    )
    return text.format(typed=shown(typed))


def not_a_zone(words: Wording, typed: str, example: str) -> str:
    """Say how to write a time zone."""
    text = words.gettext("“{typed}” is not a time zone I know. Pick one from the list, for example {example}.")
    return text.format(typed=shown(typed), example=example)


def shown(typed: str) -> str:
    """Return what somebody typed, short and without anything that formats."""
    kept = "".join(sign for sign in typed if sign.isalnum() or sign in " :.,/+-_'’")
    return kept[:40].replace("_", "\\_")


# Targets


def not_a_target(words: Wording, channel: str) -> str:
    """Say what sort of channel a fact can come to."""
    return words.gettext(
        "{channel} cannot take messages of mine. Choose a text or announcement channel, a thread or a forum, for "
        "example `/daily start channel:#general time:09:00 timezone:Europe/London`."
    ).format(channel=channel)


def cannot_see(words: Wording, channel: str) -> str:
    """Say that a channel is hidden from the bot."""
    return words.gettext(
        "I cannot see {channel}. Give my role “View Channel” there, or choose another one, for example #general."
    ).format(channel=channel)


def rights_missing(words: Wording, channel: str, rights: Iterable[str]) -> str:
    """Name each permission that is missing in a channel."""
    return words.gettext(
        "In {channel} I am missing: {rights}. Grant my role these in Channel settings → Permissions, then try again."
    ).format(channel=channel, rights=words.listing(f"“{right}”" for right in rights))


def cannot_ping(words: Wording, role: str) -> str:
    """Say how a role can be pinged."""
    return words.gettext(
        "I may not ping {role}. Allow anyone to mention it (Server settings → Roles), choose another role, for example "
        "one made for this, or leave `role` out."
    ).format(role=role)


def no_thread_in_thread(words: Wording, channel: str) -> str:
    """Say that threads hold no threads."""
    text = words.gettext("{channel} is or has a thread already, so leave `thread` out, or choose a text channel.")
    return text.format(channel=channel)


def not_an_announcement_channel(words: Wording, channel: str) -> str:
    """Say what can be published."""
    return words.gettext(
        "Only posts in an announcement channel can be published, and {channel} is none. Leave `publish` out, or choose "
        "an announcement channel, for example #news."
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
        "{channel} gets a fact {when}, where it is {there} now. The next one comes <t:{moment}:F>, <t:{moment}:R>.\n"
        "`/daily preview` shows it, `/daily test` posts a sample, `/daily status` says how it goes."
    ).format(channel=channel, when=when, there=there, moment=moment)


def at_time(words: Wording, days: str, time: str, zone: str) -> str:
    """Say when a fact comes."""
    return words.gettext("{days} at {time} ({zone})").format(days=days, time=time, zone=zone.replace("_", "\\_"))


def paused(words: Wording, channel: str) -> str:
    """Confirm a pause."""
    return words.gettext("No more facts in {channel} until `/daily resume`.").format(channel=channel)


def resumed(words: Wording, channel: str, moment: int) -> str:
    """Confirm that facts come again."""
    text = words.gettext("{channel} gets facts again. The next one comes <t:{moment}:F>, <t:{moment}:R>.")
    return text.format(channel=channel, moment=moment)


def stopped(words: Wording, channel: str) -> str:
    """Confirm the end."""
    return words.gettext(
        "No more facts in {channel}. What I know of it is deleted in a week; until then `/daily start` goes on where "
        "it was."
    ).format(channel=channel)


def tested(words: Wording, channel: str) -> str:
    """Confirm that a sample was posted."""
    return words.gettext("A sample stands in {channel}; the real ones come at their time.").format(channel=channel)


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
    text = words.gettext("Which one? Name the `channel`: {channels}.")
    return text.format(channels=words.listing(channels))


def too_many(words: Wording, most: int) -> str:
    """Say that a server has enough of them."""
    text = words.gettext(
        "This server has {most} channels with a daily fact, which is the most. `/daily stop` ends one."
    )
    return text.format(most=words.number(most))


# Looking after


def preview_lead(words: Wording, channel: str) -> str:
    """Head the next facts."""
    return words.gettext("What comes next in {channel}:").format(channel=channel)


def preview_line(words: Wording, moment: int, fact: str) -> str:
    """Tell one of the next facts."""
    return words.gettext("<t:{moment}:F>\n{fact}").format(moment=moment, fact=fact)


def standing_line(words: Wording, standing: Standing, moment: int, since: int) -> str:
    """Say whether facts come, and when the next."""
    texts = {
        Standing.ACTIVE: words.gettext("Next: <t:{moment}:F>, <t:{moment}:R>."),
        Standing.PAUSED: words.gettext("Paused <t:{since}:R>. `/daily resume` goes on."),
        Standing.REFUSED: words.gettext("Given up <t:{since}:R>. Once it is mended, `/daily resume` goes on."),
        Standing.STOPPED: words.gettext("Stopped <t:{since}:R>."),
    }
    return texts[standing].format(moment=moment, since=since)


def last_line(words: Wording, state: State, date: str, link: str, problem: str | None) -> str:
    """Say what became of the latest fact."""
    texts = {
        State.DUE: words.gettext("Latest: that of {date} is being brought."),
        State.CLAIMED: words.gettext("Latest: that of {date} is being brought."),
        State.POSTED: words.gettext("Latest: [posted on {date}]({link})."),
        State.LATE: words.gettext("Latest: [posted late on {date}]({link})."),
        State.MISSED: words.gettext("Latest: that of {date} was missed."),
        State.UNKNOWN: words.gettext("Latest: whether that of {date} was posted is unknown."),
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


def refused(words: Wording, channel_id: int, problem: str) -> str:
    """Tell the person who set up a daily fact that it does not come any more, and why."""
    return words.gettext(
        "The daily spacewalk fact cannot be posted in <#{channel}>: {problem} I go on trying for some days; "
        "`/daily status` in that server says how it stands."
    ).format(channel=channel_id, problem=_said(words, problem))


_PROBLEMS: Final[Mapping[str, Callable[[Wording], str]]] = {
    "missing-permission": lambda words: words.gettext(
        "I am missing a permission there; `/daily start` in that channel names which."
    ),
    "no-access": lambda words: words.gettext("I can no longer see that channel. Give my role “View Channel” there."),
    "no-such-channel": lambda words: words.gettext("That channel is gone. `/daily start` in another one begins anew."),
    "archived-thread": lambda words: words.gettext("That thread is archived or locked. Open it again."),
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
