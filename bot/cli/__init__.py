"""The command `spacewalk-bot`. Exit codes: 0 done, 1 it cannot be done, 2 mistyped or not set up."""

from collections.abc import Callable
from typing import Annotated, Final

import typer

from bot.cli.asking import ask, chat
from bot.cli.corpus import check, export, schema
from bot.cli.database import backup, upgrade
from bot.cli.running import demo, run
from bot.cli.versions import tell_versions
from bot.corpus.collector import collect_rarely
from bot.terminal.streams import streams_in_order

app: Final = typer.Typer(
    name="spacewalk-bot",
    help="Answers any question about spacewalks, with dates, lengths, crew, a quote and the source.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)
db: Final = typer.Typer(help="Look after the database of subscriptions.", no_args_is_help=True, rich_markup_mode=None)
#: What may be typed just so. The mark in front keeps the lines of a help text as they are.
_EXAMPLES: Final[dict[Callable[..., None], tuple[str, ...]]] = {
    ask: (
        'spacewalk-bot ask "how long was Leonov outside?"',
        "spacewalk-bot ask --json sts-61",
        'spacewalk-bot ask --explain "lost glove"',
        """echo '{"id": "1", "question": "longest"}' | spacewalk-bot ask --jsonl""",
    ),
    chat: ("spacewalk-bot chat", 'echo "sts-61" | spacewalk-bot chat'),
    demo: ("spacewalk-bot demo --port 8765",),
    export: ("spacewalk-bot export --format csv > spacewalks.csv",),
    backup: ("spacewalk-bot db backup bot-$(date +%F).sqlite",),
}


def _add(command: Callable[..., None], group: typer.Typer) -> None:
    """Add a command to a group, with its examples below its help."""
    examples = _EXAMPLES.get(command)
    group.command(epilog="\n  ".join(("\b\nExamples:", *examples)) if examples else None)(command)


for on_its_own in (run, ask, chat, demo, check, export, schema):
    _add(on_its_own, app)
for below_db in (upgrade, backup):
    _add(below_db, db)
app.add_typer(db, name="db")


@app.callback()
def options(
    version: Annotated[
        bool, typer.Option("--version", callback=tell_versions, is_eager=True, help="Tell the versions, and exit.")
    ] = False,
) -> None:
    """Take the options that come before a command; what they do is done by their callbacks."""


def main() -> None:
    """Run the command line."""
    collect_rarely()
    with streams_in_order():
        app()
