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


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("SHARD_COUNT", "two", "SHARD_COUNT: expected a whole number from 1 to 10000, e.g. 2; got 'two'"),
        ("SHARD_COUNT", "0", "SHARD_COUNT: expected a whole number from 1 to 10000, e.g. 2; got '0'"),
        ("LOG_LEVEL", "loud", "LOG_LEVEL: expected debug, info, warning or error, e.g. info; got 'loud'"),
        ("LOG_FORMAT", "xml", "LOG_FORMAT: expected text or json, e.g. text; got 'xml'"),
    ],
)
def test_a_mistake_is_told_with_what_works(monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError) as caught:
        read_settings()
    assert str(caught.value) == said


def test_every_mistake_is_told_in_a_line_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOG_LEVEL", "REPORT_CHANNEL_ID", "DEV_GUILD_ID", "SHARD_COUNT"):
        monkeypatch.setenv(name, "-1")
    with pytest.raises(SettingsError) as caught:
        read_settings()
    said = str(caught.value).splitlines()
    assert [line.split(": expected ")[0] for line in said] == [
        "LOG_LEVEL",
        "REPORT_CHANNEL_ID",
        "DEV_GUILD_ID",
        "SHARD_COUNT",
    ]
    assert all("e.g." in line for line in said)


@pytest.mark.parametrize("value", ["two words", "Bot very.secret.token", "very.secret.tökén", "very.secret\ntoken"])
def test_what_is_no_token_is_refused_and_not_shown(monkeypatch: pytest.MonkeyPatch, value: str) -> None:
    monkeypatch.setenv("DISCORD_TOKEN", value)
    with pytest.raises(SettingsError) as caught:
        read_settings()
    assert str(caught.value).startswith("DISCORD_TOKEN: expected the token just as the developer portal shows it")
    assert not any(part in str(caught.value) for part in ("words", "secret"))


def test_a_token_at_the_wrong_name_is_not_shown_either(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEV_GUILD_ID", "MTEzMDY1MDE0MDY3MjAwMDAwMA.very.secret")
    with pytest.raises(SettingsError) as caught:
        read_settings()
    assert str(caught.value).startswith("DEV_GUILD_ID: expected the number of a server")
    assert str(caught.value).endswith("got 38 characters")


@pytest.mark.parametrize("typed", [' "2" ', "'2'", "2 ", '" 2"'])
def test_quotes_and_spaces_around_a_value_do_not_count(monkeypatch: pytest.MonkeyPatch, typed: str) -> None:
    monkeypatch.setenv("SHARD_COUNT", typed)
    monkeypatch.setenv("DISCORD_TOKEN", '"very.secret.token"')
    monkeypatch.setenv("LOG_LEVEL", '""')
    settings = read_settings()
    assert (settings.shard_count, settings.log_level) == (2, "info")
    assert settings.discord_token == SecretStr("very.secret.token")


def test_the_folder_of_the_corpus_may_be_given_from_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    monkeypatch.setenv("KNOWLEDGE_DIR", "~/knowledge")
    assert read_settings().corpus_folder == tmp_path / "knowledge"


@pytest.mark.parametrize("file", [".env.example", "README.md"])
def test_every_setting_is_explained(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert [name for name in Settings.model_fields if name.upper() not in text] == []
