"""What stands on a card besides the answer: the meaning of its colour, headings, sources."""

from collections.abc import Sequence

from bot.answering import Outcome, Wording


def outcome_said(words: Wording, outcome: Outcome) -> str:
    """Say what the colour of a card says that is no answer: what became of the question."""
    said = {
        Outcome.ANSWER: words.gettext("Answer"),
        Outcome.CHOICES: words.gettext("A choice of several"),
        Outcome.NOT_FOUND: words.gettext("No such spacewalk on record"),
        Outcome.OUT_OF_SCOPE: words.gettext("No answer"),
    }
    return said[outcome]


def what_can_be_asked(words: Wording) -> str:
    """Head a card that says what can be asked."""
    return words.gettext("What you can ask")


def programme(words: Wording, name: str) -> str:
    """Say what the colour of a card says: the programme."""
    return words.gettext("Programme: {name}").format(name=name)


def several_programmes(words: Wording, names: Sequence[str]) -> str:
    """Say that a card is about several programmes, and which."""
    return words.gettext("Programmes: {names}").format(names=words.listing(names))


def no_programme(words: Wording) -> str:
    """Say that a card belongs to no programme."""
    return words.gettext("Spacewalks in general")


def details(words: Wording) -> str:
    """Head the attributes of an entry."""
    return words.gettext("At a glance")


def walks(words: Wording, count: int) -> str:
    """Head a list of spacewalks."""
    return words.ngettext("The spacewalk", "One by one", count)


def ranking(words: Wording) -> str:
    """Head the lines of a ranking."""
    return words.gettext("The ranking")


def side_by_side(words: Wording) -> str:
    """Head the lines of a comparison."""
    return words.gettext("Side by side")


def continued(words: Wording, heading: str) -> str:
    """Head what goes on with a list."""
    return words.gettext("{heading}, continued").format(heading=heading)


def quotes(words: Wording) -> str:
    """Head what was said."""
    return words.gettext("In their words")


def choices(words: Wording) -> str:
    """Head what can be chosen from."""
    return words.gettext("To choose from")


def further_rows(words: Wording, count: int) -> str:
    """Say that a list goes on behind a button."""
    return words.ngettext(
        "… and {count} more: the button below opens the whole list.",
        "… and {count} more: the button below opens the whole list.",
        count,
    ).format(count=words.number(count))


def sources(words: Wording, listed: Sequence[str]) -> str:
    """Name the sources of a card."""
    return words.gettext("Sources: {sources}.").format(sources="; ".join(listed))
