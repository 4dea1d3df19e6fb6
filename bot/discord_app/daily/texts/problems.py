"""What became of a fact that did not come, by the code it has in the ledger."""

from collections.abc import Callable, Mapping
from typing import Final

from bot.answering import Wording
from bot.store.subscriptions import GONE

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


def said(words: Wording, problem: str) -> str:
    """Say a problem by its code, with what helps."""
    known = _PROBLEMS.get(problem)
    return known(words) if known else words.gettext("Discord refused it ({problem}).").format(problem=problem)
