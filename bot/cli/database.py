"""The commands below `db`, which look after the database of subscriptions."""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.refusing import FAILED, refuse
from bot.cli.setting_up import database, settings_in_force


def upgrade() -> None:
    """Bring the tables up to this version; `run` does it by itself.

    A database file is copied before.
    """
    settings = settings_in_force("warning")  # these commands tell what they did, the log need not
    url = database(settings)
    from bot.store.upgrading import UnusableDatabaseError, copied_to, upgrade_now  # noqa: PLC0415 - slow to import

    name = settings.called(url)
    try:
        before = upgrade_now(url)
    except UnusableDatabaseError as error:
        refuse(f"{name}: {error}", FAILED)
    done = {None: "the database is up to date.", "": "the tables are made."}
    typer.echo(f"{name}: {done.get(before, f'the database was brought up from revision {before}.')}")
    if before and url.get_backend_name() == "sqlite":
        typer.echo(f"As it was before: {copied_to(Path(url.database or '').absolute())}")


def backup(file: Annotated[Path, typer.Argument(help="Where to; a file that is not there yet.")]) -> None:
    """Copy the database file while the bot runs."""
    settings = settings_in_force("warning")
    url = database(settings)
    from bot.store.backing_up import BackupError, back_up  # noqa: PLC0415 - SQLAlchemy is slow to import

    try:
        size = back_up(url, file)
    except BackupError as error:
        refuse(str(error), FAILED)
    typer.echo(
        f"{settings.called(url)}: copied to {file}, {size:,} bytes. To go back to it: stop the bot, "
        "delete the database together with its -wal and -shm, put this file in its place, start."
    )
