"""The command `spacewalk-bot`. Exit codes: 0 done, 1 something is wrong with the data, 2 mistyped or not set up."""

import datetime as dt
import importlib.util
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final, NoReturn

import typer

from bot.answering import Librarian, Wording
from bot.corpus import Corpus, CorpusError, Problem, load_corpus
from bot.corpus.collector import collect_rarely
from bot.settings import Settings, SettingsError, read_settings
from bot.terminal.catalogue import Format

if TYPE_CHECKING:
    from rich.console import Console
    from sqlalchemy.engine import URL

app = typer.Typer(
    name="spacewalk-bot",
    help="Answers any question about spacewalks, with dates, lengths, crew, a quote and the source.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
db = typer.Typer(help="Look after the database of subscriptions.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(db, name="db")
_DATA_ERROR: Final = 1
_USAGE_ERROR: Final = 2
_WIDEST: Final = 110


def main() -> None:
    """Run the command line; text goes in and out as UTF-8 whatever the machine's locale."""
    for stream in (sys.stdout, sys.stderr, sys.stdin):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    collect_rarely()
    app()


@app.command()
def run() -> None:
    """Run the bot on Discord; needs DISCORD_TOKEN."""
    settings = _settings()
    if settings.discord_token is None:
        _refuse(
            "DISCORD_TOKEN is not set. Put your bot's token into the environment or a file .env (see .env.example). "
            "`spacewalk-bot demo` shows the bot without a token."
        )
    from bot.discord_app.running import CannotRunError  # noqa: PLC0415 - discord.py is slow to import
    from bot.discord_app.running import run as connect  # noqa: PLC0415 - the same

    try:
        connect(settings, _librarian(), _data_folder())
    except (CannotRunError, SettingsError) as error:
        _refuse(str(error))


@app.command()
def ask(
    text: Annotated[str | None, typer.Argument(help="The question.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Write the answer as one JSON object.")] = False,
    as_lines: Annotated[bool, typer.Option("--jsonl", help="Answer each JSON line of standard input.")] = False,
    explained: Annotated[bool, typer.Option("--explain", help="Show first how the question was read.")] = False,
) -> None:
    """Answer one question.

    Examples: spacewalk-bot ask "how long was Leonov outside?" · spacewalk-bot ask --json sts-61 ·
    spacewalk-bot ask --explain "lost glove" · echo '{"id": "1", "question": "longest"}' | spacewalk-bot ask --jsonl
    """
    if as_lines == (text is not None):
        raise typer.BadParameter('give one question, e.g. ask "sts-61", or --jsonl with questions on standard input')
    librarian = _librarian()
    if as_lines:
        raise typer.Exit(_answer_lines(librarian))
    question = text or ""
    if as_json:
        import orjson  # noqa: PLC0415 - only for JSON

        from bot.terminal.json_lines import answered  # noqa: PLC0415 - only for JSON

        typer.echo(orjson.dumps(answered(librarian, question)))
        return
    from bot.terminal.drawing import draw  # noqa: PLC0415 - rich is slow to import and only needed here

    console = _console()
    if explained:
        from bot.terminal.explaining import explain  # noqa: PLC0415 - only for this option

        explain(console, librarian.corpus, librarian.trace(question))
    draw(console, librarian.ask(question))


def _answer_lines(librarian: Librarian) -> int:
    """Answer standard input line by line; return the exit code: 1 if any line was no question."""
    from bot.terminal.json_lines import BadLineError, answer_lines  # noqa: PLC0415 - only for JSON

    code = 0
    for answer in answer_lines(librarian, sys.stdin.buffer):
        if isinstance(answer, BadLineError):
            typer.echo(str(answer), err=True)
            code = _DATA_ERROR
        else:
            sys.stdout.buffer.write(answer + b"\n")
            sys.stdout.buffer.flush()
    return code


@app.command()
def chat() -> None:
    """Talk in the terminal; reads a pipe too: echo "sts-61" | spacewalk-bot chat."""
    from bot.terminal.chat import chat as converse  # noqa: PLC0415 - rich is slow to import and only needed here

    converse(_librarian(), _console(), _data_folder() / "history")


@app.command()
def demo(
    port: Annotated[int | None, typer.Option(help="The port on this machine; without it, a free one.")] = None,
    browser: Annotated[bool, typer.Option(help="Open the browser where there is one.")] = True,
) -> None:
    """Try the whole bot in a simulated Discord in the browser: no account, no token. Ctrl-C ends it."""
    if importlib.util.find_spec("simcord") is None or importlib.util.find_spec("linkify_it") is None:
        _refuse("The demo needs one more package: pip install 'spacewalk-bot[demo]' (in a clone, `make demo` does it).")
    from bot.demo.showing import show  # noqa: PLC0415 - needs the extra
    from bot.telemetry import configure_logging  # noqa: PLC0415 - structlog is needed for processes that stay

    configure_logging("warning", "text")
    show(_librarian(), typer.echo, port, browser=browser)


@app.command()
def check() -> None:
    """Check the corpus; every problem is printed with file and line, and the exit code is 1."""
    corpus = _corpus(thorough=True)
    _check_daily_facts(corpus)
    typer.echo(
        f"Corpus {corpus.about.version}: {len(corpus.spacewalks)} spacewalks, {len(corpus.spacewalkers)} spacewalkers, "
        f"{len(corpus.others)} others, {len(corpus.stories)} stories, {len(corpus.quotes)} quotes, "
        f"{len(corpus.topics)} topics, {len(corpus.records)} records, {len(corpus.daily)} daily facts. No problems."
    )


def _check_daily_facts(corpus: Corpus) -> None:
    """Tell every fact of the day once; exit where one cannot be told."""
    from bot.corpus.draft import read_draft  # noqa: PLC0415 - only for this command
    from bot.daily.checking import check_facts  # noqa: PLC0415 - the same

    today = dt.datetime.now(dt.UTC).date()
    draft = read_draft(read_settings().corpus_folder)
    if problems := list(check_facts(Librarian(corpus, Wording()), draft, today)):
        _refuse_corpus(problems)


def _refuse_corpus(problems: Sequence[Problem]) -> NoReturn:
    """Print what is wrong with the corpus, and exit."""
    for problem in problems:
        typer.echo(str(problem), err=True)
    typer.echo(f"{len(problems)} problem{'s' if len(problems) > 1 else ''}. Nothing was loaded.", err=True)
    raise typer.Exit(_DATA_ERROR)


@app.command()
def export(form: Annotated[Format, typer.Option("--format", help="csv or json.")] = Format.CSV) -> None:
    """Write the whole catalogue to standard output: spacewalk-bot export --format csv > spacewalks.csv."""
    from bot.terminal.catalogue import write_catalogue  # noqa: PLC0415 - only for this command

    write_catalogue(_corpus(), form, sys.stdout)


@app.command()
def schema() -> None:
    """Write the JSON Schemas of the corpus files again from the models, into knowledge/schema."""
    import orjson  # noqa: PLC0415 - only for JSON

    from bot.corpus.schema import schemas  # noqa: PLC0415 - only for this command

    folder = read_settings().corpus_folder / "schema"
    folder.mkdir(exist_ok=True)
    for name, content in schemas():
        (folder / name).write_bytes(orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS) + b"\n")
        typer.echo(f"{folder / name}")


@db.command()
def upgrade() -> None:
    """Bring the tables up to this version; `run` does it by itself. A database file is copied before."""
    from bot.store.upgrading import UnusableDatabaseError, upgrade_now  # noqa: PLC0415 - SQLAlchemy is slow to import

    try:
        before = upgrade_now(_database())
    except UnusableDatabaseError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(_DATA_ERROR) from None
    done = {None: "The database is up to date.", "": "The tables are made."}
    typer.echo(done.get(before, f"The database was brought up from revision {before}."))


@db.command()
def backup(file: Annotated[Path, typer.Argument(help="Where to; a file that is not there yet.")]) -> None:
    """Copy the database file while the bot runs: spacewalk-bot db backup bot-$(date +%F).sqlite."""
    from bot.store.backing_up import BackupError, back_up  # noqa: PLC0415 - SQLAlchemy is slow to import

    try:
        size = back_up(_database(), file)
    except BackupError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(_DATA_ERROR) from None
    typer.echo(
        f"{file}: {size:,} bytes. To go back to it: stop the bot, delete the database together with its -wal and -shm, "
        "put this file in its place, start."
    )


def _database() -> "URL":
    from bot.store.database import file_address  # noqa: PLC0415 - SQLAlchemy is slow to import

    settings = _settings()
    try:
        return settings.database or file_address(_data_folder() / "bot.sqlite")
    except SettingsError as error:
        _refuse(str(error))


def _settings() -> Settings:
    """Return the settings, with logging set up by them; exit where one of them cannot be read."""
    try:
        settings = read_settings()
    except SettingsError as error:
        _refuse(str(error))
    from bot.telemetry import configure_logging  # noqa: PLC0415 - structlog is needed for processes that stay

    secrets = [secret.get_secret_value() for secret in (settings.discord_token, settings.database_url) if secret]
    configure_logging(settings.log_level, settings.log_format, secrets)
    return settings


def _refuse(why: str) -> NoReturn:
    """Say why nothing can be done, and exit as after a mistyped command."""
    typer.echo(why, err=True)
    raise typer.Exit(_USAGE_ERROR)


def _data_folder() -> Path:
    return Path(typer.get_app_dir("spacewalk-bot"))


def _corpus(*, thorough: bool = False) -> Corpus:
    try:
        return load_corpus(read_settings().corpus_folder, thorough=thorough)
    except SettingsError as error:
        _refuse(str(error))
    except CorpusError as error:
        _refuse_corpus(error.problems)


def _librarian() -> Librarian:
    return Librarian(_corpus(), Wording())


def _console() -> "Console":
    from rich.console import Console  # noqa: PLC0415 - rich is slow to import and only needed for drawing

    console = Console(highlight=False, emoji=False, markup=True)
    console.width = min(console.width, _WIDEST)
    return console
