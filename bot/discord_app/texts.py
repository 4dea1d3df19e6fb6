"""Every sentence of the Discord front end that is no answer, whole and in one place, for translators.

Descriptions of commands stand with the commands: Discord asks for their translations when the commands are registered.
"""

from collections.abc import Sequence

from bot.answering import Outcome, Wording

# Cards


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


# Buttons and menus


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


def a_fact(words: Wording) -> str:
    """Head a fact that somebody asked for."""
    return words.gettext("A fact about spacewalks")


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


# Replies that are no answers


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


# What the bot says of itself


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
        ("/compare whitson, williams", words.gettext("two people, missions, stations or countries side by side")),
        ("/onthisday 18 march", words.gettext("who was outside on a day; without one, today")),
        ("/fact", words.gettext("a fact, at random")),
        ("/daily start", words.gettext("one fact a day in a channel, for those who manage the server")),
        ("/mentions", words.gettext("switches my answers to mentions in a channel on or off, for the same people")),
        ("/about", words.gettext("what I know, how far it reaches, and who is to thank")),
        ("/privacy", words.gettext("what becomes of what you type")),
    )


def help_elsewhere(words: Wording) -> str:
    """Say where else the bot can be asked."""
    return words.gettext(
        "Mention me with a question, reply to one of my answers, write to me directly, or use Apps → Ask about "
        "spacewalks on a message. With a command, `private: True` shows the answer to you alone."
    )


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
        "What you ask is used to find the answer; it is not logged, and the latest questions stay in memory for a "
        "while without a name. I see only commands, buttons, messages that mention me, replies to me and messages "
        "sent to me directly, never other messages. To be able to delete my reply together with your question I "
        "remember the numbers of the latest messages until I restart.\n\n"
        "For the daily fact I keep, until a week after `/daily stop` or after I leave the server: the numbers of the "
        "server, the channel and the role, when facts come, which came when, and the number of whoever set it up, to "
        "tell them when it fails. I also keep in which channels `/mentions` is off.\n\n"
        "A report that you send with “Report an error” goes to the people who run this bot, with your user number."
    )
