from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.settings import Settings, SettingsError, read_settings

ROOT = Path(__file__).parents[1]


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither this machine's environment nor a .env file of the repository counts."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


def test_nothing_needs_to_be_set() -> None:
    settings = read_settings()
    assert settings.discord_token is None
    assert (settings.log_level, settings.log_format) == ("info", "text")
    assert settings.corpus_folder.is_dir()


def test_a_token_is_never_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", "very.secret.token")
    settings = read_settings()
    assert settings.discord_token == SecretStr("very.secret.token")
    assert "secret.token" not in f"{settings!r}{settings}{settings.model_dump_json()}"


def test_a_variable_set_to_nothing_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.setenv(name.upper(), "")
    assert read_settings() == Settings()


def test_the_env_file_is_read_and_the_environment_wins(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("LOG_LEVEL=debug\nSHARD_COUNT=3\n")
    monkeypatch.setenv("LOG_LEVEL", "WARNING")
    settings = read_settings()
    assert (settings.log_level, settings.shard_count) == ("warning", 3)


def test_every_mistake_is_named_and_no_value_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOG_LEVEL", "loud")
    monkeypatch.setenv("REPORT_CHANNEL_ID", "general-hidden")
    monkeypatch.setenv("SHARD_COUNT", "0")
    with pytest.raises(SettingsError) as caught:
        read_settings()
    said = str(caught.value)
    assert all(name in said for name in ("LOG_LEVEL", "REPORT_CHANNEL_ID", "SHARD_COUNT"))
    assert "hidden" not in said


@pytest.mark.parametrize("file", [".env.example", "README.md"])
def test_every_setting_is_explained(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert [name for name in Settings.model_fields if name.upper() not in text] == []
