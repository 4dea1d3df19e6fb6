"""The commands that answer questions: `ask` and `chat`."""

import sys
from typing import TYPE_CHECKING, Annotated, Final

import typer

from bot.answering import Librarian
from bot.cli.refusing import FAILED
from bot.cli.setting_up import app_folder, librarian
from bot.terminal.streams import legible

if TYPE_CHECKING:
    from rich.console import Console

_WIDEST: Final = 110


def ask(
    words: Annotated[list[str] | None, typer.Argument(help="The question.", metavar="QUESTION")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write the answer as one JSON object.")] = False,
    as_lines: Annotated[bool, typer.Option("--jsonl", help="Answer each JSON line of standard input.")] = False,
    explained: Annotated[bool, typer.Option("--explain", help="Show first how the question was read.")] = False,
) -> None:
    """Answer one question."""
    if as_lines == bool(words):
        raise typer.BadParameter('give one question, e.g. ask "sts-61", or --jsonl with questions on standard input')
    if explained and (as_json or as_lines):
        raise typer.BadParameter('--explain is not told as JSON; ask without --json, e.g. ask --explain "lost glove"')
    asked = librarian()
    question = legible(" ".join(words or ()))
    if as_lines:
        raise typer.Exit(_answer_lines(asked))
    if as_json:
        _answer_as_json(asked, question)
    else:
        _answer(asked, question, explained=explained)


def chat() -> None:
    """Ask and answer in the terminal; reads a pipe too."""
    from bot.terminal.chat import chat as converse  # noqa: PLC0415 - rich is slow to import and only needed here

    converse(librarian(), _console(), app_folder() / "history")


def _answer(asked: Librarian, question: str, *, explained: bool) -> None:
    from bot.terminal.drawing import draw  # noqa: PLC0415 - rich is slow to import and only needed here

    console = _console()
    if explained:
        from bot.terminal.explaining import explain  # noqa: PLC0415 - only for this option

        explain(console, asked.corpus, asked.trace(question))
    draw(console, asked.answer(asked.read(question)))


def _answer_as_json(asked: Librarian, question: str) -> None:
    import orjson  # noqa: PLC0415 - only for JSON

    from bot.terminal.json_lines import answered  # noqa: PLC0415 - only for JSON

    typer.echo(orjson.dumps(answered(asked, question)))


def _answer_lines(asked: Librarian) -> int:
    """Answer standard input line by line; return the exit code: 1 if any line was no question."""
    from bot.terminal.json_lines import BadLineError, answer_lines  # noqa: PLC0415 - only for JSON

    code = 0
    for answer in answer_lines(asked, sys.stdin.buffer):
        if isinstance(answer, BadLineError):
            typer.echo(str(answer), err=True)
            code = FAILED
        else:
            sys.stdout.buffer.write(answer + b"\n")
            sys.stdout.buffer.flush()
    return code


def _console() -> "Console":
    from rich.console import Console  # noqa: PLC0415 - rich is slow to import and only needed for drawing

    console = Console(highlight=False, emoji=False, markup=True)
    console.width = min(console.width, _WIDEST)
    return console
