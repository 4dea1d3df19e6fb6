"""A conversation in the terminal: questions in, answers out; from a pipe, one question a line."""

import contextlib
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rich.console import Console

from bot.answering import Answer, Choice, Librarian, Outcome
from bot.answering.following import subject_of
from bot.corpus import Ref
from bot.terminal.drawing import draw
from bot.understanding.reading import Why

_LEAVE: Final = frozenset({"quit", "exit", "bye", "q", ":q", ":quit", "/quit", "/exit"})
_MOST_REMEMBERED: Final = 1000
#: No answer offers as many choices as take more digits; longer numbers are years and the like.
_MOST_DIGITS: Final = 2
_HELP: Final = (
    "Ask about a spacewalk, a spacewalker, a mission, a record or a day: “how long was Leonov outside?”, “sts-61”, "
    "“longest”, “18 March 1965”; then go on with “who was with him?”. A number picks one of several choices; “quit” "
    "leaves."
)


def chat(librarian: Librarian, console: Console, history: Path) -> None:
    """Answer until the input ends. A number picks one of the choices just offered; "quit" leaves, from a pipe too.

    A question may leave out what it is about where the last answer was about it: "how long?".

    `history` is the file in which questions typed at a terminal are remembered for the arrow keys.
    """
    talk = _Talk(librarian, console)
    for line in _typed(console, history) if sys.stdin.isatty() else sys.stdin:
        question = line.strip()
        if question.casefold() in _LEAVE:
            return
        if question:
            talk.reply(question)


@dataclass
class _Talk:
    """What was said so far, as far as the next line may mean it: the choices just offered, and what was told of."""

    librarian: Librarian
    console: Console
    offered: tuple[Choice, ...] = ()
    about: Ref | None = None

    def reply(self, typed: str) -> None:
        """Answer a line; a number that picks none of the choices leaves them open."""
        number = int(typed) if self.offered and typed.isdecimal() and len(typed) <= _MOST_DIGITS else None
        if number is not None and not 1 <= number <= len(self.offered):
            self.console.print(f"Type a number from 1 to {len(self.offered)}, or another question.")
            return
        if number is not None:
            self._tell(self.librarian.ask(self.offered[number - 1].id))
            return
        answer = self.librarian.answer(self.librarian.read_following(typed, self.about))
        if answer.why is Why.HELP:
            self.console.print(_HELP)
            return
        self._tell(answer)

    def _tell(self, answer: Answer) -> None:
        draw(self.console, answer)
        self.offered = answer.choices
        if answer.outcome is not Outcome.OUT_OF_SCOPE:  # thanks change no subject
            self.about = subject_of(self.librarian.desk, answer)


def _typed(console: Console, history: Path) -> Iterator[str]:
    console.print(
        "Ask about spacewalks: “how long was Leonov outside?”, “sts-61”, “longest”. “quit” leaves.", style="dim"
    )
    with _remembered(history):
        while True:
            try:
                yield console.input("[bold]? [/bold]")
            except (EOFError, KeyboardInterrupt):
                console.print()
                return


@contextlib.contextmanager
def _remembered(history: Path) -> Iterator[None]:
    """Keep typed lines between conversations, where the platform has readline and the file can be written."""
    try:
        import readline  # noqa: PLC0415 - does not exist on every platform
    except ImportError:
        yield
        return
    if not history.is_absolute():  # there is no home folder, and no other place for it
        yield
        return
    with contextlib.suppress(OSError):
        readline.read_history_file(history)
    readline.set_history_length(_MOST_REMEMBERED)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            history.parent.mkdir(parents=True, exist_ok=True)
            readline.write_history_file(history)
