"""Settings from the environment or a `.env` file. Every one is explained in .env.example."""

import os
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.env_file import ENV_FILE, EnvFileError, lines_by_name

if TYPE_CHECKING:
    from sqlalchemy.engine import URL

LogLevel = Literal["debug", "info", "warning", "error"]
LogFormat = Literal["text", "json"]

_PACKAGED: Final = Path(__file__).parent / "knowledge"
_IN_REPOSITORY: Final = Path(__file__).parents[1] / "knowledge"
_COPIED: Final = (
    "e.g. 1130650140672000000 (in Discord: Settings, Advanced, Developer Mode; then right-click it, Copy ID)"
)
_EXPECTED: Final[Mapping[str, str]] = MappingProxyType(
    {
        "KNOWLEDGE_DIR": "a folder, e.g. /srv/spacewalk-bot/knowledge",
        "DISCORD_TOKEN": "the token just as the developer portal shows it: in one piece, without “Bot” before it",
        "LOG_LEVEL": "debug, info, warning or error, e.g. info",
        "LOG_FORMAT": "text or json, e.g. text",
        "REPORT_CHANNEL_ID": f"the number of a channel, {_COPIED}",
        "DEV_GUILD_ID": f"the number of a server, {_COPIED}",
        "SHARD_COUNT": "a whole number from 1 to 10000, e.g. 2",
        "DATABASE_URL": "an address, e.g. sqlite:////var/lib/spacewalk-bot/bot.sqlite",
    }
)
_SECRET: Final = frozenset({"DISCORD_TOKEN", "DATABASE_URL"})
#: A longer value is not shown, whatever it was given for: it may be a token at the wrong name.
_LONGEST_SHOWN: Final = 30


def _lower(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


def _in_one_piece(token: SecretStr) -> SecretStr:
    if not all("!" <= character <= "~" for character in token.get_secret_value()):
        raise ValueError("a token has neither spaces nor letters beyond ASCII")
    return token


Snowflake = Annotated[int | None, Field(ge=1, lt=2**63)]


class SettingsError(ValueError):
    """Settings that cannot be used; the message names each with what is wrong."""


class Settings(BaseSettings):
    """What an operator can set."""

    model_config = SettingsConfigDict(
        env_file=ENV_FILE, env_file_encoding="utf-8-sig", env_ignore_empty=True, extra="ignore"
    )

    knowledge_dir: Path | None = None
    discord_token: Annotated[SecretStr, AfterValidator(_in_one_piece)] | None = None
    log_level: Annotated[LogLevel, BeforeValidator(_lower)] = "info"
    log_format: Annotated[LogFormat, BeforeValidator(_lower)] = "text"
    report_channel_id: Snowflake = None
    dev_guild_id: Snowflake = None
    shard_count: Annotated[int | None, Field(ge=1, le=10_000)] = None
    database_url: SecretStr | None = None  # it may hold a password

    @model_validator(mode="before")
    @classmethod
    def _as_meant(cls, given: dict[str, object]) -> dict[str, object]:
        """Take values without what stands around them; nothing at all is as good as not set."""
        bare = {name: _bare(value) for name, value in given.items()}
        return {name: value for name, value in bare.items() if value != ""}

    @property
    def corpus_folder(self) -> Path:
        """The folder of the corpus: the one that was set, else that of the package, else that of the repository."""
        if self.knowledge_dir is not None:
            return self.knowledge_dir.expanduser()
        return _PACKAGED if _PACKAGED.is_dir() else _IN_REPOSITORY

    @property
    def database(self) -> "URL | None":
        """Where the database is, None for the file in the user's data folder. Raises SettingsError."""
        if self.database_url is None:
            return None
        from bot.store.addresses import DatabaseAddressError, read_address  # noqa: PLC0415 - slow to import, needed to run

        try:
            return read_address(self.database_url.get_secret_value())
        except DatabaseAddressError as error:
            raise SettingsError(f"DATABASE_URL: {error}") from None

    def called(self, database: "URL") -> str:
        """Return what to call a database in a message: the setting that names it, and what may be shown of it."""
        from bot.store.addresses import shown  # noqa: PLC0415 - slow to import, needed to run

        return shown(database) if self.database_url is None else f"DATABASE_URL ({shown(database)})"


def read_settings(**given: Any) -> Settings:  # noqa: ANN401 - any setting by its name
    """Return the settings. Raises SettingsError, which never shows the value of a secret."""
    try:
        lines = lines_by_name()
    except EnvFileError as error:
        raise SettingsError(str(error)) from None
    try:
        return Settings(**given)
    except ValidationError as error:
        raise SettingsError("\n".join(_problems(error, lines))) from None


def misspelt() -> Iterator[str]:
    """Yield a sentence for each variable in `.env` that is no setting and looks like one. Raises EnvFileError."""
    for name, line in lines_by_name().items():
        if name not in _EXPECTED and (close := get_close_matches(name, _EXPECTED, n=1, cutoff=0.8)):
            yield f"{ENV_FILE.absolute()}:{line}: {name} is no setting and changes nothing; did you mean {close[0]}?"


def _bare(value: object) -> object:
    """Return a text without spaces around it and without quotes, which not every way to set a variable takes off."""
    if not isinstance(value, str):
        return value
    text = value.strip()
    quoted = len(text) > 1 and text[0] == text[-1] and text[0] in "\"'"
    return text[1:-1].strip() if quoted else text


def _problems(error: ValidationError, lines: Mapping[str, int]) -> Iterator[str]:
    from_environment = {name.upper() for name, value in os.environ.items() if value}
    for problem in error.errors(include_url=False, include_context=False):
        name = str(problem["loc"][0]).upper()
        line = None if name in from_environment else lines.get(name)
        place = f"{ENV_FILE.absolute()}:{line}: " if line else ""
        yield f"{place}{name}: expected {_EXPECTED[name]}{_got(name, problem['input'])}"


def _got(name: str, value: object) -> str:
    if name in _SECRET:
        return ""
    shown = str(value)
    return f"; got '{shown}'" if len(shown) <= _LONGEST_SHOWN else f"; got {len(shown)} characters"
