"""The commands about the corpus, given folders that are none and folders that are full of mistakes."""

from pathlib import Path

import pytest

from tests.conftest import CorpusFolder
from tests.process.command import spacewalk_bot


@pytest.mark.parametrize("command", [["check"], ["ask", "sts-61"], ["export"], ["schema"], ["--version"]])
def test_a_folder_that_is_no_corpus_is_told_of_in_one_line(tmp_path: Path, command: list[str]) -> None:
    for number in range(3):
        (tmp_path / f"{number}.yaml").write_text("nothing: of ours\n")
    done = spacewalk_bot(tmp_path, *command, KNOWLEDGE_DIR=str(tmp_path))
    assert done.returncode == 2
    [line] = done.stderr.splitlines()
    assert line.startswith(f"KNOWLEDGE_DIR: {tmp_path} has no file about.yaml, so it is no corpus; write it like ")
    assert not (tmp_path / "schema").exists()


@pytest.mark.parametrize("name", ["missing", "file", "x" * 3000])
def test_what_is_no_folder_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / "file").write_bytes(b"")
    done = spacewalk_bot(tmp_path, "check", KNOWLEDGE_DIR=name)
    assert done.returncode == 2
    assert done.stderr.startswith(f"KNOWLEDGE_DIR: {tmp_path / name} ")
    assert len(done.stderr.splitlines()) == 1


def test_a_long_list_of_problems_is_cut_and_counted(small_corpus: CorpusFolder) -> None:
    small_corpus.append("topics/more.yaml", "topics:\n" + "  - id: Not An Id\n" * 60)
    found = len(small_corpus.problems())
    assert found > 60
    done = spacewalk_bot(small_corpus.root, "check", KNOWLEDGE_DIR=str(small_corpus.root))
    assert (done.returncode, done.stdout) == (1, "")
    *shown, more, total = done.stderr.splitlines()
    assert len(shown) == 50
    assert more == f"… and {found - 50} more"
    assert total == f"{found} problems. Nothing was loaded."


def test_schemas_that_cannot_be_written_are_named(small_corpus: CorpusFolder) -> None:
    (small_corpus.root / "schema").write_bytes(b"")
    done = spacewalk_bot(small_corpus.root, "schema", KNOWLEDGE_DIR=str(small_corpus.root))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{small_corpus.root / 'schema' / 'about.json'} cannot be written: ")


def test_a_form_that_the_catalogue_does_not_have_is_refused(tmp_path: Path) -> None:
    done = spacewalk_bot(tmp_path, "export", "--format", "xml")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--format: expected csv or json, e.g. csv; got 'xml'" in done.stderr
