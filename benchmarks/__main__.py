"""The command `python -m benchmarks`: runs the benchmarks that are named, or all, and shows their figures."""

import os
import platform
from collections.abc import Callable
from typing import Annotated, Final

import typer
from rich.console import Console
from rich.progress import Progress

from benchmarks import (
    asking_cold,
    asking_warm,
    comparing,
    contents,
    delivering,
    discord_replies,
    growing,
    interactions,
    loading,
)
from benchmarks.figures import Section
from benchmarks.report import as_json, print_tables
from benchmarks.setting import Setting
from bot.corpus import CorpusError
from bot.settings import Settings

#: Each benchmark: its rounds of `--repeat`, and what it measures. One more is one module and one line here.
BENCHMARKS: Final[dict[str, tuple[int, *tuple[Callable[[Setting], Section], ...]]]] = {
    "load": (2, loading.measure),
    "ask": (1, asking_cold.measure),
    "questions": (1, asking_warm.measure),
    "compare": (0, comparing.measure),
    "growth": (0, growing.measure),
    "discord": (0, discord_replies.measure, interactions.measure),
    "daily": (0, delivering.measure),
    "size": (0, contents.measure),
}
_WIDTH: Final = 100

app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)


@app.command()
def main(
    names: Annotated[list[str] | None, typer.Argument(help=f"Which to run: {', '.join(BENCHMARKS)}.")] = None,
    repeat: Annotated[int, typer.Option(help="How often each thing is measured.", min=1, max=1000)] = 20,
    in_json: Annotated[bool, typer.Option("--json", help="Write JSON instead of tables.")] = False,  # noqa: FBT002 - Typer makes it an option
) -> None:
    """Measure how fast the bot loads and answers. Figures are shown against their targets; nothing fails.

    The corpus is the one that the bot itself would read (KNOWLEDGE_DIR).
    """
    chosen = names or list(BENCHMARKS)
    if strangers := [name for name in chosen if name not in BENCHMARKS]:
        raise typer.BadParameter(f"{strangers[0]} is none of {', '.join(BENCHMARKS)}")
    try:
        sections = _measured(chosen, repeat)
    except CorpusError as error:
        typer.echo(f"The corpus cannot be loaded ({error}): `spacewalk-bot check` lists what to mend.", err=True)
        raise typer.Exit(1) from None
    console = Console(highlight=False, emoji=False, markup=False)
    console.width = min(console.width, _WIDTH) if console.is_terminal else _WIDTH
    if in_json:
        typer.echo(as_json(sections, _circumstances()))
        return
    print_tables(console, sections)
    console.print(" · ".join(_circumstances().values()), style="dim")


def _measured(chosen: list[str], repeat: int) -> list[Section]:
    errors = Console(stderr=True)
    rounds = sum(BENCHMARKS[name][0] for name in chosen) * repeat
    with Progress(console=errors, transient=True, disable=not errors.is_terminal) as progress:
        task = progress.add_task("measuring", total=rounds)
        setting = Setting(Settings().corpus_folder, repeat, lambda: progress.advance(task))
        _ = setting.corpus  # a broken corpus is told of here, not out of a process further down
        return [measure(setting) for name in chosen for measure in BENCHMARKS[name][1:]]


def _circumstances() -> dict[str, str]:
    return {
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "system": f"{platform.system()} {platform.machine()}",
        "processors": f"{os.cpu_count()} processors",
    }


if __name__ == "__main__":
    app(prog_name="python -m benchmarks")
