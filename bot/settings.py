"""Settings from the environment or a `.env` file. Every one is explained in .env.example."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, Literal

from pydantic import BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

if TYPE_CHECKING:
    from sqlalchemy.engine import URL

LogLevel = Literal["debug", "info", "warning", "error"]
LogFormat = Literal["text", "json"]

_PACKAGED: Final = Path(__file__).parent / "knowledge"
_IN_REPOSITORY: Final = Path(__file__).parents[1] / "knowledge"


def _lower(value: object) -> object:
    return value.strip().lower() if isinstance(value, str) else value


Snowflake = Annotated[int | None, Field(ge=1, lt=2**63)]


class SettingsError(ValueError):
    """Settings that cannot be used; the message names each with what is wrong."""


class Settings(BaseSettings):
    """What an operator can set."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore")

    knowledge_dir: Path | None = None
    discord_token: SecretStr | None = None
    log_level: Annotated[LogLevel, BeforeValidator(_lower)] = "info"
    log_format: Annotated[LogFormat, BeforeValidator(_lower)] = "text"
    report_channel_id: Snowflake = None
    dev_guild_id: Snowflake = None
    shard_count: Annotated[int | None, Field(ge=1, le=10_000)] = None
    database_url: SecretStr | None = None  # it may hold a password

    @property
    def corpus_folder(self) -> Path:
        """The folder of the corpus: the one that was set, else that of the package, else that of the repository."""
        if self.knowledge_dir is not None:
            return self.knowledge_dir
        return _PACKAGED if _PACKAGED.is_dir() else _IN_REPOSITORY

    @property
    def database(self) -> "URL | None":
        """Where the database is, None for the file in the user's data folder. Raises SettingsError."""
        if self.database_url is None:
            return None
        from bot.store.database import DatabaseAddressError, read_address  # noqa: PLC0415 - slow to import, needed to run

        try:
            return read_address(self.database_url.get_secret_value())
        except DatabaseAddressError as error:
            raise SettingsError(f"DATABASE_URL: {error}") from None


def read_settings(**given: Any) -> Settings:  # noqa: ANN401 - any setting by its name
    """Return the settings. Raises SettingsError, which never shows the value of a secret."""
    try:
        return Settings(**given)
    except ValidationError as error:
        raise SettingsError("\n".join(_problems(error))) from None


def _problems(error: ValidationError) -> Iterator[str]:
    for problem in error.errors(include_input=False, include_url=False):
        name = str(problem["loc"][0]).upper() if problem["loc"] else "settings"
        yield f"{name}: {problem['msg']}"
