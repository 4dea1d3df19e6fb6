"""A conversation in the terminal: questions in, answers out; from a pipe, one question a line."""

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from rich.console import Console

from bot.answering import Answer, Librarian
from bot.terminal.drawing import draw

_LEAVE: Final = frozenset({"quit", "exit", "bye", "q"})
_MOST_REMEMBERED: Final = 1000


def chat(librarian: Librarian, console: Console, history: Path) -> None:
    """Answer until the input ends. A number picks one of the choices just offered; "quit" leaves.

    `history` is the file in which questions typed at a terminal are remembered for the arrow keys.
    """
    offered: Answer | None = None
    interactive = sys.stdin.isatty()
    for line in _typed(console, history) if interactive else sys.stdin:
        question = line.strip()
        if interactive and question.casefold() in _LEAVE:
            return
        if question:
            offered = _reply(librarian, console, question, offered)


def _reply(librarian: Librarian, console: Console, question: str, offered: Answer | None) -> Answer:
    if offered and question.isdecimal() and 1 <= int(question) <= len(offered.choices):
        question = offered.choices[int(question) - 1].id
    answer = librarian.ask(question)
    draw(console, answer)
    return answer


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
    with contextlib.suppress(OSError):
        readline.read_history_file(history)
    readline.set_history_length(_MOST_REMEMBERED)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            history.parent.mkdir(parents=True, exist_ok=True)
            readline.write_history_file(history)
