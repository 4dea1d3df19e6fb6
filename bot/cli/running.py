"""The commands that stay: `run` and `demo`."""

import importlib.util
import sys
from typing import Annotated, Final

import typer

from bot.cli.refusing import FAILED, refuse
from bot.cli.setting_up import data_folder, database, librarian, settings_in_force
from bot.env_file import ENV_FILE
from bot.settings import Settings, SettingsError

_HIGHEST_PORT: Final = 65_535


def run() -> None:
    """Run the bot on Discord; needs DISCORD_TOKEN."""
    settings = settings_in_force()
    if settings.discord_token is None:
        missing = "" if ENV_FILE.exists() else " (there is no such file)"
        refuse(
            f"DISCORD_TOKEN is not set, neither in the environment nor in {ENV_FILE.absolute()}{missing}. Put your "
            "bot's token into one of them (see .env.example). `spacewalk-bot demo` shows the bot without a token."
        )
    _look_at_database(settings)
    from bot.discord_app.refusals import CannotRunError, NotNowError  # noqa: PLC0415 - discord.py is slow to import
    from bot.discord_app.running import run as connect  # noqa: PLC0415 - the same

    try:
        connect(settings, librarian(), data_folder(settings))
    except (CannotRunError, SettingsError) as error:
        refuse(str(error))
    except NotNowError as error:
        refuse(str(error), FAILED)


def _look_at_database(settings: Settings) -> None:
    """Exit where the database cannot be used: that needs neither Discord nor its library nor the corpus to be known."""
    url = database(settings)
    from bot.store.upgrading import UnusableDatabaseError, upgrade_now  # noqa: PLC0415 - SQLAlchemy is slow to import

    try:
        upgrade_now(url)
    except UnusableDatabaseError as error:
        refuse(f"{settings.called(url)}: {error}", FAILED)


def _port(typed: str) -> int:
    if not (typed.isdecimal() and 1 <= int(typed[:6]) <= _HIGHEST_PORT):
        raise typer.BadParameter(
            f"expected a whole number from 1 to {_HIGHEST_PORT}, e.g. --port 8765; got '{typed}'. "
            "Without it a free port is found.",
            param_hint="--port",
        )
    return int(typed)


def demo(
    port: Annotated[
        int | None, typer.Option(help="The port on this machine; without it, a free one.", parser=_port, metavar="PORT")
    ] = None,
    browser: Annotated[bool, typer.Option(help="Open the browser where there is one.")] = True,
) -> None:
    """Try the bot in a simulated Discord in the browser.

    It needs no account and no token. Ctrl-C ends it.
    """
    if importlib.util.find_spec("simcord") is None or importlib.util.find_spec("linkify_it") is None:
        refuse(
            "The demo needs one more package. In the folder of the repository `make demo` installs and starts it; "
            f"without make: {sys.executable} -m pip install '.[demo]'"
        )
    from bot.demo.showing import CannotServeError, show  # noqa: PLC0415 - needs the extra
    from bot.telemetry import configure_logging  # noqa: PLC0415 - structlog is needed for processes that stay

    configure_logging("warning", "text")
    try:
        show(librarian(), typer.echo, port, browser=browser)
    except CannotServeError as error:
        refuse(str(error))
