"""Every sentence that people read, whole, in one place, for translators. No figure is computed here."""

from bot.answering.sentences import (
    cards,
    comparing,
    conditions,
    counts,
    declines,
    groups,
    names,
    people,
    records,
    standings,
    titles,
    walks,
)

__all__ = [
    "cards",
    "comparing",
    "conditions",
    "counts",
    "declines",
    "groups",
    "names",
    "people",
    "records",
    "standings",
    "titles",
    "walks",
]
