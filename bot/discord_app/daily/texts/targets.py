"""Where a fact can come to, and which permissions and choices stand in its way."""

from collections.abc import Iterable

from bot.answering import Wording


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
