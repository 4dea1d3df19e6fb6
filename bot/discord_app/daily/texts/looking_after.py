"""What comes next, what became of the latest, and word to whoever set it up that nothing comes."""

from bot.answering import Wording
from bot.discord_app.daily.texts import problems
from bot.store.subscriptions import GONE
from bot.store.tables import Standing, State, Step, StepState


def preview_lead(words: Wording, channel: str) -> str:
    """Head the next facts."""
    return words.gettext("What comes next in {channel}:").format(channel=channel)


def preview_resumed(words: Wording, channel: str) -> str:
    """Head the facts of a channel that gets none at present."""
    text = words.gettext(
        "Nothing comes in {channel} at present. If you used `/daily resume` there now, this would come:"
    )
    return text.format(channel=channel)


def preview_line(moment: int, fact: str) -> str:
    """Tell one of the next facts."""
    return f"<t:{moment}:F>\n{fact}"


def standing_line(words: Wording, standing: Standing, moment: int, since: int) -> str:
    """Say whether facts come, and when the next."""
    texts = {
        Standing.ACTIVE: words.gettext("Next: <t:{moment}:F>, <t:{moment}:R>."),
        Standing.PAUSED: words.gettext("Paused <t:{since}:R>. `/daily resume` goes on."),
        Standing.REFUSED: words.gettext("Given up <t:{since}:R>."),
        Standing.STOPPED: words.gettext("Stopped <t:{since}:R>."),
    }
    return texts[standing].format(moment=moment, since=since)


def once_mended(words: Wording) -> str:
    """Say how to go on where Discord kept refusing."""
    return words.gettext("Once that is mended, `/daily resume` goes on.")


def last_line(words: Wording, state: State, date: str, link: str, problem: str | None) -> str:
    """Say what became of the latest fact."""
    texts = {
        State.DUE: words.gettext("Latest: that of {date} is still to be posted."),
        State.CLAIMED: words.gettext("Latest: that of {date} is being posted."),
        State.POSTED: words.gettext("Latest: [posted on {date}]({link})."),
        State.LATE: words.gettext("Latest: [posted late on {date}]({link})."),
        State.MISSED: words.gettext("Latest: that of {date} was missed."),
        State.UNKNOWN: words.gettext("Latest: that of {date} may have been posted, or not; I could not find out."),
    }
    said = texts[state].format(date=date, link=link)
    return said if problem is None else f"{said} {problems.said(words, problem)}"


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


def more_left(words: Wording, count: int) -> str:
    """Say for how many channels there was no room."""
    text = words.ngettext(
        "And {count} more channel. Name it to see it, for example `/daily status channel:#general`.",
        "And {count} more channels. Name one to see it, for example `/daily status channel:#general`.",
        count,
    )
    return text.format(count=words.number(count))


def refused(words: Wording, channel_id: int, problem: str) -> str:
    """Tell the person who set up a daily fact that it does not come, and why."""
    text = words.gettext("I cannot post the daily spacewalk fact that you set up in <#{channel}>.")
    said = [text.format(channel=channel_id), problems.said(words, problem)]
    if problem != GONE:
        said.append(words.gettext("I try again for some days; `/daily status` there tells more."))
    return " ".join(said)
