"""What all tests share: the real corpus and its librarian, and a small corpus in a folder of its own to break."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from bot.answering import Librarian, Wording
from bot.corpus import Corpus, CorpusError, load_corpus

_TESTS = Path(__file__).parent

pytest_plugins = ["tests.databases"]

# The same examples on every run, and no limit of time on a single one: machines differ.
settings.register_profile("suite", deadline=None, derandomize=True, max_examples=150)
settings.load_profile("suite")


@dataclass(frozen=True)
class CorpusFolder:
    """A corpus that a test may edit. Files are named relative to `root`, lines count from 1."""

    root: Path

    def edit(self, file: str, old: str, new: str) -> int:
        """Replace a text that stands once in a file; return the line it begins on."""
        text = self._read(file)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        self._write(file, text.replace(old, new))
        return text[: text.index(old)].count("\n") + 1

    def append(self, file: str, addition: str) -> int:
        """Add lines at the end of a file, which may be a new one; return the line they begin on."""
        text = self._read(file) if (self.root / file).exists() else ""
        self._write(file, text + addition)
        return text.count("\n") + 1

    def line(self, file: str, text: str) -> int:
        """Return the first line of a file that contains a text."""
        lines = self._read(file).splitlines()
        return next(number for number, line in enumerate(lines, start=1) if text in line)

    def load(self) -> Corpus:
        """Load the corpus as it stands."""
        return load_corpus(self.root, thorough=True)

    def problems(self) -> list[str]:
        """Return what is wrong with the corpus, as `check` prints it; nothing when it loads."""
        try:
            load_corpus(self.root, thorough=True)
        except CorpusError as error:
            return [str(problem) for problem in error.problems]
        return []

    def _read(self, file: str) -> str:
        return (self.root / file).read_text(encoding="utf-8")

    def _write(self, file: str, text: str) -> None:
        path = self.root / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="session")
def knowledge() -> Path:
    """The folder of the real corpus."""
    return _TESTS.parent / "knowledge"


@pytest.fixture(scope="session")
def corpus(knowledge: Path) -> Corpus:
    """The real corpus."""
    return load_corpus(knowledge)


@pytest.fixture(scope="session")
def librarian(corpus: Corpus) -> Librarian:
    """The librarian of the real corpus, in English."""
    return Librarian(corpus, Wording())


@pytest.fixture
def small_corpus(tmp_path: Path) -> CorpusFolder:
    """A corpus of a few entries of each section that is in order, in a folder of its own."""
    shutil.copytree(_TESTS / "small_corpus", tmp_path / "small")
    return CorpusFolder(tmp_path / "small")


@pytest.fixture
def copy_of_knowledge(tmp_path: Path, knowledge: Path) -> Callable[[], CorpusFolder]:
    """Make a copy of the real corpus, to shuffle."""

    def copy() -> CorpusFolder:
        shutil.copytree(knowledge, tmp_path / "knowledge")
        return CorpusFolder(tmp_path / "knowledge")

    return copy
