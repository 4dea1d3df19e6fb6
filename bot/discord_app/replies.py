"""A whole reply, text, card and controls, before it is sent."""

from dataclasses import dataclass, replace

from bot.answering import Outcome, Wording
from bot.discord_app import limits
from bot.discord_app.controls import Control, Menu, remove_button
from bot.discord_app.limits import Card


@dataclass(frozen=True, slots=True)
class Reply:
    """What is sent. `text` is markup; `private` says that only the person who asked need see it."""

    text: str
    card: Card | None = None
    controls: tuple[Control, ...] = ()
    outcome: Outcome = Outcome.ANSWER
    private: bool = False

    def with_remove_button(self, words: Wording, asker: int) -> "Reply":
        """Return the reply with a button for the asker to take it away: in the last row, or else in one below."""
        last = max((control.row for control in self.controls), default=0)
        in_last = [control for control in self.controls if control.row == last]
        full = len(in_last) == limits.BUTTONS_IN_ROW or any(isinstance(control, Menu) for control in in_last)
        row = last + 1 if full else last
        if row >= limits.ROWS:
            return self
        return replace(self, controls=(*self.controls, replace(remove_button(words, asker), row=row)))
