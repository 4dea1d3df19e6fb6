"""`spacewalk-bot --version`: which program, and which corpus it reads."""

import typer

from bot.cli.refusing import refuse_corpus
from bot.cli.setting_up import corpus_folder
from bot.corpus.draft import ABOUT_FILE


def tell_versions(asked: bool) -> None:
    """Print the version of the program and that of the corpus with its folder, and exit; nothing unless asked."""
    if not asked:
        return
    from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - only for this option

    from bot.corpus.strict_yaml import read_yaml  # noqa: PLC0415 - the same

    try:
        typer.echo(f"spacewalk-bot {version('spacewalk-bot')}")
    except PackageNotFoundError:
        typer.echo("spacewalk-bot, not installed")
    folder = corpus_folder()
    about, problems = read_yaml(folder / ABOUT_FILE, ABOUT_FILE)
    if problems:
        refuse_corpus(problems)
    known = about.get("version") if isinstance(about, dict) else None
    typer.echo(f"corpus {known or 'of no version'} in {folder}")
    raise typer.Exit
