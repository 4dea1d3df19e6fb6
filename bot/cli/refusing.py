"""How a command that cannot do what it is asked ends: with sentences on standard error, and an exit code."""

from collections.abc import Sequence
from typing import Final, NoReturn

import typer

from bot.corpus import Problem

FAILED: Final = 1
USAGE_ERROR: Final = 2
#: More are not read at once, and a corpus with more is wrong as a whole.
_MOST_PROBLEMS: Final = 50


def refuse(why: str, code: int = USAGE_ERROR) -> NoReturn:
    """Say why nothing can be done, and exit; unless told otherwise, as after a mistyped command."""
    typer.echo(why, err=True)
    raise typer.Exit(code)


def refuse_corpus(problems: Sequence[Problem]) -> NoReturn:
    """Print what is wrong with the corpus, and exit."""
    for problem in problems[:_MOST_PROBLEMS]:
        typer.echo(str(problem), err=True)
    if len(problems) > _MOST_PROBLEMS:
        typer.echo(f"… and {len(problems) - _MOST_PROBLEMS} more", err=True)
    refuse(f"{len(problems)} problem{'s' if len(problems) > 1 else ''}. Nothing was loaded.", FAILED)
