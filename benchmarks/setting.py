"""What every benchmark is given."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from bot.corpus import Corpus, load_corpus

_QUESTIONS = Path(__file__).parent / "questions.txt"


@dataclass(frozen=True)
class Setting:
    """The corpus to measure, how often to repeat, and whom to tell about each repetition done."""

    corpus_folder: Path
    repeat: int
    advance: Callable[[], None]

    @cached_property
    def questions(self) -> tuple[str, ...]:
        """The questions of questions.txt, in its order."""
        return tuple(read_questions(_QUESTIONS.read_text(encoding="utf-8")))

    @cached_property
    def corpus(self) -> Corpus:
        """The corpus, loaded once for the benchmarks that do not measure loading. Raises CorpusError."""
        return load_corpus(self.corpus_folder)

    def rounds(self) -> Iterator[int]:
        """Count the repetitions from 0, telling of each when it is done."""
        for number in range(self.repeat):
            yield number
            self.advance()


def read_questions(text: str) -> Iterator[str]:
    """Yield one question a line; empty lines and lines that begin with # are left out."""
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.strip()
