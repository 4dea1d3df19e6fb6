"""Keeps what moderators are told within one message."""

from collections.abc import Sequence

from bot.answering import Wording
from bot.discord_app import limits
from bot.discord_app.daily import texts

_GAP = "\n\n"


def whole(words: Wording, entries: Sequence[str]) -> str:
    """Return as many whole entries as one message holds, and for how many more there was no room; "" for none."""
    for shown in range(len(entries), 0, -1):
        left = len(entries) - shown
        said = _GAP.join((*entries[:shown], *((texts.looking_after.more_left(words, left),) if left else ())))
        if limits.size(said) <= limits.MESSAGE:
            return said
    return limits.clip(_GAP.join(entries), limits.MESSAGE)
