"""What stands on buttons and menus."""

from bot.answering import Wording


def previous_walk(words: Wording, name: str) -> str:
    """Label the button to the spacewalk before."""
    return words.gettext("← Previous: {name}").format(name=name)


def next_walk(words: Wording, name: str) -> str:
    """Label the button to the spacewalk after."""
    return words.gettext("Next: {name} →").format(name=name)


def previous_page(words: Wording) -> str:
    """Label the button to the page before."""
    return words.gettext("← Previous page")


def next_page(words: Wording) -> str:
    """Label the button to the page after."""
    return words.gettext("Next page →")


def all_walks(words: Wording, count: int) -> str:
    """Label the button to the whole list."""
    return words.gettext("All {count} spacewalks").format(count=words.number(count))


def more_like_this(words: Wording) -> str:
    """Label the button to entries of the same sort."""
    return words.gettext("More like this")


def another_fact(words: Wording) -> str:
    """Label the button to another fact."""
    return words.gettext("Another fact")


def read_on(words: Wording, title: str) -> str:
    """Lead from a fact to the card of what it is about."""
    return words.gettext("Read on: {title}").format(title=title)


def report(words: Wording) -> str:
    """Label the button with which an error is reported."""
    return words.gettext("Report an error")


def remove(words: Wording) -> str:
    """Label the button with which the asker takes a reply away."""
    return words.gettext("Remove")


def choose(words: Wording) -> str:
    """Invite to choose what was meant."""
    return words.gettext("Choose what you meant")


def open_walk(words: Wording) -> str:
    """Invite to open one of the spacewalks listed."""
    return words.gettext("Open one of these spacewalks")


def open_one(words: Wording) -> str:
    """Invite to open something like what was shown."""
    return words.gettext("Open one of these")
