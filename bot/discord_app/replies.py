"""A whole reply, text, card and controls, before it is sent."""

from dataclasses import dataclass, replace
from functools import cached_property

import discord

from bot.answering import Outcome, Wording
from bot.discord_app import limits
from bot.discord_app.cards import embed_of
from bot.discord_app.components import DrawnView, view_of
from bot.discord_app.controls import Control, Menu, remove_button
from bot.discord_app.limits import Card


@dataclass(frozen=True)
class Reply:
    """What is sent. `text` is markup; `private` says that only the person who asked need see it.

    Replies are kept and sent again, so what Discord takes is drawn once.
    """

    text: str
    card: Card | None = None
    controls: tuple[Control, ...] = ()
    outcome: Outcome = Outcome.ANSWER
    private: bool = False

    @cached_property
    def embeds(self) -> list[discord.Embed]:
        """The card as Discord takes it."""
        return [embed_of(self.card)] if self.card else []

    @cached_property
    def view(self) -> DrawnView | None:
        """The controls as Discord takes them."""
        return view_of(self.controls)

    def with_remove_button(self, words: Wording, asker: int) -> "Reply":
        """Return the reply with a button for the asker to take it away: in the last row, or else in one below."""
        last = max((control.row for control in self.controls), default=0)
        in_last = [control for control in self.controls if control.row == last]
        full = len(in_last) == limits.BUTTONS_IN_ROW or any(isinstance(control, Menu) for control in in_last)
        row = last + 1 if full else last
        if row >= limits.ROWS:
            return self
        return replace(self, controls=(*self.controls, replace(remove_button(words, asker), row=row)))
