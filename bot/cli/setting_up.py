"""What commands begin with: the settings, the corpus, the user's folder. Each exits where it cannot be had."""

from pathlib import Path
from typing import TYPE_CHECKING

import typer

from bot.answering import Librarian, Wording
from bot.cli.refusing import FAILED, refuse, refuse_corpus
from bot.corpus import Corpus, CorpusError, load_corpus
from bot.corpus.draft import ABOUT_FILE
from bot.env_file import passed_over
from bot.settings import LogLevel, Settings, SettingsError, misspelt, read_settings

if TYPE_CHECKING:
    from sqlalchemy.engine import URL


def settings_in_force(least: LogLevel | None = None) -> Settings:
    """Return the settings, with logging set up by them; `least` is the level of a command that needs no log."""
    try:
        settings = read_settings()
        for sentence in (*passed_over(), *misspelt()):
            typer.echo(sentence, err=True)
    except SettingsError as error:
        refuse(str(error))
    from bot.telemetry import configure_logging  # noqa: PLC0415 - structlog is needed for processes that stay

    secrets = [secret.get_secret_value() for secret in (settings.discord_token, settings.database_url) if secret]
    configure_logging(least or settings.log_level, settings.log_format, secrets)
    return settings


def corpus_folder() -> Path:
    """Return the folder of the corpus; any other folder is refused whole, not file by file."""
    try:
        settings = read_settings()
    except SettingsError as error:
        refuse(str(error))
    folder = settings.corpus_folder
    if why := _why_no_corpus(folder):
        if settings.knowledge_dir is None:
            refuse(f"{folder} {why}. Install spacewalk-bot anew, or name a corpus by KNOWLEDGE_DIR.", FAILED)
        refuse(f"KNOWLEDGE_DIR: {folder.absolute()} {why}; write it like KNOWLEDGE_DIR=/srv/spacewalk-bot/knowledge")
    return folder


def _why_no_corpus(folder: Path) -> str | None:
    try:
        if (folder / ABOUT_FILE).is_file():
            return None
        return f"has no file {ABOUT_FILE}, so it is no corpus" if folder.is_dir() else "is no folder"
    except OSError as error:
        return f"cannot be read ({error.strerror})"


def load(folder: Path, *, thorough: bool = False) -> Corpus:
    """Return the corpus in a folder; every problem with it is printed."""
    try:
        return load_corpus(folder, thorough=thorough)
    except CorpusError as error:
        refuse_corpus(error.problems)


def librarian() -> Librarian:
    """Return the librarian of the corpus that is set."""
    return Librarian(load(corpus_folder()), Wording())


def data_folder(settings: Settings) -> Path:
    """Return the user's folder, which must be known where the database is kept in it: none called ~ is to be made."""
    folder = app_folder()
    if not folder.is_absolute() and settings.database_url is None:
        refuse(
            f"There is no home folder to keep the database in ({folder} depends on where the command is started). "
            "Set HOME or DATABASE_URL, e.g. HOME=/var/lib/spacewalk-bot."
        )
    return folder


def database(settings: Settings) -> "URL":
    """Return where the database is: the one that was set, else the file in the user's folder."""
    from bot.store.addresses import missing_folder  # noqa: PLC0415 - SQLAlchemy is slow to import
    from bot.store.database import file_address  # noqa: PLC0415 - the same

    try:
        given = settings.database
    except SettingsError as error:
        refuse(str(error))
    if given is None:
        return file_address(data_folder(settings) / "bot.sqlite")
    if folder := missing_folder(given):
        refuse(f"DATABASE_URL: there is no folder {folder} for the database; make it, or correct the address")
    return given


def app_folder() -> Path:
    """Return the user's folder as the system names it; relative where there is no home folder."""
    return Path(typer.get_app_dir("spacewalk-bot"))
