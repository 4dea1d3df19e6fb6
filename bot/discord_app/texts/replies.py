"""Replies that are no answers: pages, hints on what was typed, reports, errors."""

from bot.answering import Wording

# Pages, what is gone, and what was typed


def page_lead(words: Wording, name: str, total: int, page: int, pages: int) -> str:
    """Lead a page of a list."""
    text = words.ngettext(
        "{name}: {total} spacewalk, page {page} of {pages}.",
        "{name}: {total} spacewalks, page {page} of {pages}.",
        total,
    )
    return text.format(name=name, total=words.number(total), page=words.number(page), pages=words.number(pages))


def related_lead(words: Wording, name: str) -> str:
    """Lead what is like an entry."""
    return words.gettext("More like {name}:").format(name=name)


def nothing_related(words: Wording, name: str) -> str:
    """Say that there is nothing like an entry."""
    return words.gettext("Nothing else here is quite like {name}.").format(name=name)


def a_fact(words: Wording) -> str:
    """Head a fact that somebody asked for."""
    return words.gettext("A fact about spacewalks")


def entry_is_gone(words: Wording) -> str:
    """Answer a button or a choice whose entry is no more."""
    return words.gettext("What this led to is gone, or goes by another name now. Ask again with /spacewalk or /ask.")


def button_is_old(words: Wording) -> str:
    """Answer a button of a version that is gone."""
    return words.gettext("This button is from an older version of the bot. Ask again and you get a fresh one.")


def not_yours(words: Wording) -> str:
    """Refuse to remove a reply for somebody else."""
    return words.gettext("Only the person who asked, or a moderator, can remove this reply.")


def removed(words: Wording) -> str:
    """Say that a reply was removed."""
    return words.gettext("Removed.")


def slow_down(words: Wording, seconds: int) -> str:
    """Ask somebody to wait."""
    return words.ngettext(
        "That was quick! Give me {count} second, then ask on.",
        "That was quick! Give me {count} seconds, then ask on.",
        seconds,
    ).format(count=words.number(seconds))


def ask_something(words: Wording) -> str:
    """Answer a mention without a question."""
    return words.gettext(
        "Ask me about spacewalks, for example “how long was Leonov outside?”, or see /help for what else I can do."
    )


def not_a_day(words: Wording) -> str:
    """Answer a day that is none."""
    return words.gettext("That is no day I can read. Write it like 18 March, 20 July 1969 or 1969-07-20.")


def no_such_record(words: Wording) -> str:
    """Answer the name of a record that is none."""
    return words.gettext(
        "No record is called that. Pick a suggestion while you type, or try: longest, first woman, most spacewalks."
    )


def no_such_person(words: Wording) -> str:
    """Answer a name that nobody known here has."""
    return words.gettext(
        "Nobody of that name is known here. Pick a suggestion while you type, or try: Leonov, Peggy Whitson."
    )


def not_comparable(words: Wording) -> str:
    """Answer a comparison with something that is not known."""
    return words.gettext(
        "One of the two is not known here. Pick suggestions while you type, or try: Mir and ISS, Leonov and White."
    )


def no_text_in_message(words: Wording) -> str:
    """Answer the message menu on a message without text."""
    return words.gettext("There is no text in that message to look for.")


# Reports


def report_title(words: Wording) -> str:
    """Head the form in which an error is reported."""
    return words.gettext("Report an error")


def report_label(words: Wording) -> str:
    """Label the text field of that form."""
    return words.gettext("What is wrong, and how do you know?")


def report_hint(words: Wording) -> str:
    """Stand in the empty text field of that form."""
    return words.gettext("A source that says otherwise helps most.")


def report_thanks(words: Wording) -> str:
    """Thank for a report."""
    return words.gettext("Thank you. The people who run this bot have your report.")


def report_empty(words: Wording) -> str:
    """Refuse an empty report."""
    return words.gettext("The report was empty, so nothing was sent.")


def report_too_many(words: Wording) -> str:
    """Refuse one report too many."""
    return words.gettext("Thank you, but that is as many reports as I can take from one person in an hour.")


def report_line(words: Wording, about: str, reporter: str) -> str:
    """Head a report in the operator's channel."""
    return words.gettext("Report on {about} from user {reporter}:").format(about=about, reporter=reporter)


# Errors


def bad_input(words: Wording) -> str:
    """Answer what a command cannot take."""
    return words.gettext("I cannot read that. Pick one of the suggestions, or ask in your own words with /ask.")


def not_allowed(words: Wording) -> str:
    """Answer somebody who may not do that."""
    return words.gettext("You need the permission “Manage Server” for that.")


def i_am_not_allowed(words: Wording) -> str:
    """Answer where the bot may not do what it was asked to."""
    return words.gettext("I lack a permission here. Someone who manages this server can give it to me.")


def command_is_old(words: Wording) -> str:
    """Answer a command that Discord knows in another form than the bot."""
    return words.gettext("That command has changed. Restart Discord (Ctrl+R on a computer) and try again.")


def discord_is_down(words: Wording) -> str:
    """Answer when Discord itself fails."""
    return words.gettext("Discord did not take my answer just now. Please try again in a moment.")


def our_bug(words: Wording, reference: str) -> str:
    """Answer when the bot itself fails."""
    return words.gettext("Something went wrong on my side. If you report it, name this: {reference}.").format(
        reference=reference
    )


# Mentions


def mentions_on(words: Wording) -> str:
    """Say that mentions are answered in a channel."""
    return words.gettext("I answer mentions in this channel.")


def mentions_off(words: Wording) -> str:
    """Say that mentions are not answered in a channel."""
    return words.gettext("I no longer answer mentions in this channel; slash commands still work.")
