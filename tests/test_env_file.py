"""The file `.env` as editors of all systems save it, and as people mistype it."""

from pathlib import Path

import pytest

from bot.settings import Settings, SettingsError, misspelt, read_settings


@pytest.fixture(autouse=True)
def nothing_set(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Neither this machine's environment nor a .env file of the repository counts."""
    monkeypatch.chdir(tmp_path)
    for name in Settings.model_fields:
        monkeypatch.delenv(name.upper(), raising=False)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_utf_8_is_read_with_a_mark_or_without_and_whatever_its_line_ends(
    tmp_path: Path, encoding: str, end: str
) -> None:
    lines = ["SHARD_COUNT=3", "# “two”", "", "export LOG_LEVEL = 'debug'  ", 'LOG_FORMAT="json"', "SOMEBODY_ELSES=1"]
    (tmp_path / ".env").write_bytes(end.join(lines).encode(encoding))
    settings = read_settings()
    assert (settings.shard_count, settings.log_level, settings.log_format) == (3, "debug", "json")


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
def test_utf_16_is_refused_with_what_to_do(tmp_path: Path, encoding: str) -> None:
    (tmp_path / ".env").write_bytes("DISCORD_TOKEN=very.secret.token\n".encode(encoding))
    with pytest.raises(SettingsError) as caught:
        read_settings()
    assert str(caught.value).startswith(f"{tmp_path / '.env'}: is saved as UTF-16; save it as UTF-8")


def test_another_encoding_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes("SHARD_COUNT=2\n# für den Bot\n".encode("latin-1"))
    with pytest.raises(SettingsError, match=r"\.env:2: is not UTF-8 text; save the file as UTF-8"):
        read_settings()


@pytest.mark.parametrize(
    "line", ["DISCORD_TOKEN very.secret", "DISCORD_TOKEN", "DISCORD_TOKEN='very' secret", "= secret"]
)
def test_a_line_that_sets_nothing_is_named_and_not_shown(tmp_path: Path, line: str) -> None:
    (tmp_path / ".env").write_text(f"SHARD_COUNT=2\n\n{line}\n")
    with pytest.raises(SettingsError) as caught:
        read_settings()
    assert str(caught.value) == f"{tmp_path / '.env'}:3: expected NAME=value, e.g. LOG_LEVEL=info"


@pytest.mark.parametrize("quote", ['"', "'"])
@pytest.mark.parametrize("after", ["", "LOG_LEVEL=info\n"])
def test_a_quote_that_is_not_closed_is_told_of(tmp_path: Path, quote: str, after: str) -> None:
    (tmp_path / ".env").write_text(f"SHARD_COUNT=2\nDISCORD_TOKEN={quote}very.secret\n{after}")
    with pytest.raises(SettingsError) as caught:
        read_settings()
    assert str(caught.value).startswith(f"{tmp_path / '.env'}:2: the value begins with {quote}, which is not closed; ")
    assert "secret" not in str(caught.value)


def test_a_mistake_is_told_with_the_line_it_stands_on_unless_the_environment_makes_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".env").write_text("# sizes\n\nshard_count=two\nLOG_LEVEL=loud\n")
    monkeypatch.setenv("LOG_LEVEL", "quiet")
    with pytest.raises(SettingsError) as caught:
        read_settings()
    quiet, two = str(caught.value).splitlines()
    assert quiet.startswith("LOG_LEVEL: expected")
    assert two.startswith(f"{tmp_path / '.env'}:3: SHARD_COUNT: expected")


def test_a_name_that_nearly_is_a_setting_is_pointed_at(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("SHARDS_COUNT=2\nPATH=/bin\nLOG_LEVEL=info\n")
    [said] = misspelt()
    assert said == f"{tmp_path / '.env'}:1: SHARDS_COUNT is no setting and changes nothing; did you mean SHARD_COUNT?"


def test_a_folder_of_that_name_is_none_of_ours(tmp_path: Path) -> None:
    (tmp_path / ".env").mkdir()
    assert read_settings() == Settings()
