"""The commands about the corpus as a whole: `check`, `export` and `schema`."""

import datetime as dt
import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.answering import Librarian, Wording
from bot.cli.refusing import FAILED, refuse, refuse_corpus
from bot.cli.setting_up import corpus_folder, load
from bot.corpus import Corpus
from bot.terminal.catalogue import Format


def check() -> None:
    """Check the corpus.

    Every problem is printed with file and line, and the exit code is 1.
    """
    folder = corpus_folder()
    corpus = load(folder, thorough=True)
    _check_daily_facts(corpus, folder)
    typer.echo(
        f"Corpus {corpus.about.version}: {len(corpus.spacewalks)} spacewalks, {len(corpus.spacewalkers)} spacewalkers, "
        f"{len(corpus.others)} others, {len(corpus.stories)} stories, {len(corpus.quotes)} quotes, "
        f"{len(corpus.topics)} topics, {len(corpus.records)} records, {len(corpus.daily)} daily facts. No problems."
    )


def _check_daily_facts(corpus: Corpus, folder: Path) -> None:
    """Tell every fact of the day once; exit where one cannot be told."""
    from bot.corpus.draft import read_draft  # noqa: PLC0415 - only for this command
    from bot.daily.checking import check_facts  # noqa: PLC0415 - the same

    today = dt.datetime.now(dt.UTC).date()
    if problems := list(check_facts(Librarian(corpus, Wording()), read_draft(folder), today)):
        refuse_corpus(problems)


def _format(typed: str) -> Format:
    try:
        return Format(typed.lower())
    except ValueError:
        raise typer.BadParameter(f"expected csv or json, e.g. csv; got '{typed}'", param_hint="--format") from None


def export(
    form: Annotated[
        Format, typer.Option("--format", help="csv or json.", parser=_format, metavar="FORMAT")
    ] = Format.CSV,
) -> None:
    """Write the whole catalogue to standard output."""
    from bot.terminal.catalogue import write_catalogue  # noqa: PLC0415 - only for this command

    write_catalogue(load(corpus_folder()), form, sys.stdout)


def schema() -> None:
    """Write the JSON Schemas of the corpus into its folder schema."""
    import orjson  # noqa: PLC0415 - only for JSON

    from bot.corpus.schema import schemas  # noqa: PLC0415 - only for this command

    folder = corpus_folder() / "schema"
    for name, content in schemas():
        text = orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS) + b"\n"
        try:
            folder.mkdir(exist_ok=True)
            (folder / name).write_bytes(text)
        except OSError as error:
            refuse(f"{folder / name} cannot be written: {error.strerror}", FAILED)
        typer.echo(f"{folder / name}")
