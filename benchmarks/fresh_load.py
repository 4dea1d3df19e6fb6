"""Run in a process of its own: imports the bot, loads the corpus, builds the indexes, writes the times as JSON.

Arguments: the folder of the corpus. Output: {"import": s, "load": s, "index": s}. Nothing of the bot is imported before
the clock starts, and the interpreter's own start is not counted.
"""

import json
import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.answering import Librarian


def main(folder: Path) -> dict[str, float]:
    """Return the seconds that each step took. Raises CorpusError."""
    start = perf_counter()
    from bot.answering import Librarian, Wording  # noqa: PLC0415 - the import is what is timed
    from bot.corpus import load_corpus  # noqa: PLC0415 - the import is what is timed

    imported = perf_counter()
    corpus = load_corpus(folder)
    loaded = perf_counter()
    index(Librarian(corpus, Wording()))
    indexed = perf_counter()
    return {"import": imported - start, "load": loaded - imported, "index": indexed - loaded}


def index(librarian: "Librarian") -> None:
    """Have every index built that is built on first use."""
    librarian.warm()


if __name__ == "__main__":
    print(json.dumps(main(Path(sys.argv[1]))))
