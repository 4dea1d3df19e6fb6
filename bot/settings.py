"""Settings from the environment or a `.env` file. Every one is explained in .env.example."""

from pathlib import Path
from typing import Final

from pydantic_settings import BaseSettings, SettingsConfigDict

_PACKAGED: Final = Path(__file__).parent / "knowledge"
_IN_REPOSITORY: Final = Path(__file__).parents[1] / "knowledge"


class Settings(BaseSettings):
    """What an operator can set."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore")

    knowledge_dir: Path | None = None

    @property
    def corpus_folder(self) -> Path:
        """The folder of the corpus: the one that was set, else that of the package, else that of the repository."""
        if self.knowledge_dir is not None:
            return self.knowledge_dir
        return _PACKAGED if _PACKAGED.is_dir() else _IN_REPOSITORY
