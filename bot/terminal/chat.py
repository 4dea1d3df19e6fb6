"""A conversation in the terminal: questions in, answers out; from a pipe, one question a line."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from rich.console import Console

from bot.answering import Answer, Librarian
from bot.terminal.drawing import draw

_LEAVE: Final = frozenset({"quit", "exit", "bye", "q", ":q", ":quit", "/quit", "/exit"})
_MOST_REMEMBERED: Final = 1000
#: No answer offers as many choices as take more digits.
_MOST_DIGITS: Final = 3


def chat(librarian: Librarian, console: Console, history: Path) -> None:
    """Answer until the input ends. A number picks one of the choices just offered; "quit" leaves, from a pipe too.

    `history` is the file in which questions typed at a terminal are remembered for the arrow keys.
    """
    offered: Answer | None = None
    for line in _typed(console, history) if sys.stdin.isatty() else sys.stdin:
        question = line.strip()
        if question.casefold() in _LEAVE:
            return
        if question:
            offered = _reply(librarian, console, question, offered)


def _reply(librarian: Librarian, console: Console, question: str, offered: Answer | None) -> Answer:
    answer = librarian.ask(_picked(question, offered) or question)
    draw(console, answer)
    return answer


def _picked(typed: str, offered: Answer | None) -> str | None:
    """Return the id of the choice that a number picks, None for anything else."""
    if offered is None or not typed.isdecimal() or len(typed) > _MOST_DIGITS:
        return None
    number = int(typed)
    return offered.choices[number - 1].id if 1 <= number <= len(offered.choices) else None


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
