"""What the bot says of itself: help, about, privacy, presence."""

from collections.abc import Sequence

from bot.answering import Wording


def presence(words: Wording, walks: int, people: int) -> str:
    """Say in the member list what the bot knows."""
    return words.gettext("{walks} spacewalks by {people} people. Try /spacewalk").format(
        walks=words.number(walks), people=words.number(people)
    )


def help_lead(words: Wording) -> str:
    """Lead the help."""
    return words.gettext("I answer questions about spacewalks. Press an example, or type a command.")


def help_commands(words: Wording) -> Sequence[tuple[str, str]]:
    """List what can be typed, each with what it gives."""
    return (
        ("/spacewalk leonov", words.gettext("a spacewalk: by name, crew, mission or what happened")),
        ("/record longest", words.gettext("who holds a record, and who comes next")),
        ("/spacewalker luca parmitano", words.gettext("somebody's whole career outside, or why there is none")),
        ("/ask how long was leonov outside?", words.gettext("any question in your own words")),
        (
            "/compare first:Whitson second:Solovyev",
            words.gettext("two people, missions, stations or countries side by side"),
        ),
        ("/onthisday 18 march", words.gettext("who was outside on a day; without one, today")),
        ("/fact", words.gettext("a fact, at random")),
        ("/daily start", words.gettext("one fact a day in a channel, for those who manage the server")),
        ("/mentions", words.gettext("switches my answers to mentions in a channel on or off, for the same people")),
        ("/about", words.gettext("what I know, how far it reaches, and whom to thank")),
        ("/privacy", words.gettext("what becomes of what you type")),
    )


def help_elsewhere(words: Wording) -> str:
    """Say where else the bot can be asked."""
    return words.gettext(
        "Mention me with a question, reply to one of my answers, write to me directly, or use Apps → Ask about "
        "spacewalks on a message."
    )


def help_private(words: Wording) -> str:
    """Say how an answer is shown to one person alone."""
    return words.gettext("With `private:True` a command shows its answer to you alone.")


def help_heading(words: Wording) -> str:
    """Head what can be done besides commands."""
    return words.gettext("Without a command")


def help_title(words: Wording) -> str:
    """Head the help: the list of commands."""
    return words.gettext("Commands")


def example_labels(words: Wording) -> Sequence[str]:
    """Label the five examples of the help, in their order."""
    return (
        words.gettext("The very first spacewalk"),
        words.gettext("The longest one"),
        words.gettext("Who nearly drowned?"),
        words.gettext("Untethered"),
        words.gettext("Most time outside"),
    )


def about_title(words: Wording) -> str:
    """Head what the bot says of itself."""
    return words.gettext("About this bot")


def about_lead(words: Wording, walks: int, people: int, stories: int) -> str:
    """Lead what the bot says of itself."""
    return words.gettext(
        "I answer questions about spacewalks: {walks} of them, by {people} people, with {stories} stories."
    ).format(walks=words.number(walks), people=words.number(people), stories=words.number(stories))


def about_text(words: Wording) -> str:
    """Say how answers are made."""
    return words.gettext(
        "Totals, ranks and records are computed from the catalogue each time. Every answer ends with its sources and "
        "the day the catalogue reaches to. What is unknown stays unknown; what sources say differently is shown. "
        "“Report an error” below an answer reaches the people who run this bot."
    )


def credits_heading(words: Wording) -> str:
    """Head the credits."""
    return words.gettext("Credits")


def privacy_title(words: Wording) -> str:
    """Head what the bot says about privacy."""
    return words.gettext("Privacy")


def privacy_lead(words: Wording) -> str:
    """Lead what the bot says about privacy."""
    return words.gettext("I store nothing about you for answering your questions.")


def privacy_text(words: Wording) -> str:
    """Say what becomes of what people type."""
    return words.gettext(
        "I see the commands and buttons you use and what you type into them, from the first letter on where I suggest "
        "names; messages that mention me, replies that ping me and messages sent to me directly; and a message on "
        "which you use “Ask about spacewalks”. Of other messages Discord tells me when and by whom they were written, "
        "not what they say.\n\n"
        "What you ask is used to find the answer and is not logged. In memory, until I restart at the latest, I keep "
        "the latest questions and what was typed for suggestions, without who typed them; which of my latest replies "
        "answers which message, to delete it together with your question; and, by your user number, how often you "
        "used me in the last minute and sent reports in the last hour.\n\n"
        "For the daily fact I keep, until a week after `/daily stop` or after I leave the server: the numbers of the "
        "server, the channel and the role, when facts come, which came when, and the number of whoever set it up, to "
        "tell them when it fails. I also keep in which channels `/mentions` is off.\n\n"
        "A report that you send with “Report an error” goes to the people who run this bot, with your user number."
    )
