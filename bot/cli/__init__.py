"""The command `spacewalk-bot`. Exit codes: 0 done, 1 it cannot be done, 2 mistyped or not set up."""

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
for command in (run, ask, chat, demo, check, export, schema):
    app.command()(command)
db.command()(upgrade)
db.command()(backup)
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
