"""The golden questions: what a right answer to each must hold, and how the bot does on them.

`python -m benchmarks.golden` (or `make golden`) scores them. They are split in two by a stable hash of their ids:
mechanisms and thresholds are tuned on one half, and only the other, which nobody looks at meanwhile, says how good
they are.
"""

import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Any, Final
from zlib import crc32

import typer
from rich.console import Console
from rich.table import Table

from bot.answering import Answer, Librarian, Outcome, Wording
from bot.corpus import load_corpus
from bot.settings import Settings

FOLDER: Final = Path(__file__).parents[1] / "tests" / "golden"
_WIDTH: Final = 110


class Half(StrEnum):
    """Which of the golden questions."""

    TUNING = "tuning"
    CHECKING = "checking"
    ALL = "all"


class Verdict(StrEnum):
    """How an answer compares with what was expected."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"
    FALSE = "false"


@dataclass(frozen=True, slots=True)
class Golden:
    """A question with what its answer must hold.

    `outcomes` are those allowed; all of `ids` and one of `any_of` must be among the ids or choices; each of `lead` must
    be found in the lead, each of `says` somewhere on the card (regular expressions, whatever the case).
    """

    id: str
    question: str
    lang: str
    category: str
    outcomes: frozenset[Outcome]
    ids: frozenset[str] = frozenset()
    any_of: frozenset[str] = frozenset()
    lead: tuple[str, ...] = ()
    says: tuple[str, ...] = ()

    @property
    def is_due(self) -> bool:
        """Whether something else than a decline is due."""
        return Outcome.OUT_OF_SCOPE not in self.outcomes

    @property
    def half(self) -> Half:
        """Which half it belongs to: by the parity of a checksum of its id, so that it never moves."""
        return Half.TUNING if crc32(self.id.encode()) % 2 == 0 else Half.CHECKING


def read_golden(folder: Path = FOLDER, half: Half = Half.ALL) -> tuple[Golden, ...]:
    """Return the golden questions of every file of a folder, in order."""
    questions = (
        _golden(json.loads(line))
        for path in sorted(folder.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line.strip()
    )
    return tuple(golden for golden in questions if half in {Half.ALL, golden.half})


def _golden(row: dict[str, Any]) -> Golden:
    expect = row["expect"]
    return Golden(
        row["id"],
        row["question"],
        row["lang"],
        row["category"],
        frozenset(map(Outcome, expect["outcome"])),
        frozenset(expect.get("ids", ())),
        frozenset(expect.get("any", ())),
        tuple(expect.get("lead", ())),
        tuple(expect.get("says", ())),
    )


def judge(golden: Golden, answer: Answer) -> Verdict:
    """Compare an answer with what was expected.

    WRONG is an answer that misleads; MISSED a decline, a menu or a denial where something else was due; FALSE an answer
    to what should have been declined.
    """
    if fault(golden, answer) is None:
        return Verdict.RIGHT
    if not golden.is_due:
        return Verdict.FALSE
    answered = answer.outcome is Outcome.ANSWER or answer.outcome in golden.outcomes
    return Verdict.WRONG if answered else Verdict.MISSED


def fault(golden: Golden, answer: Answer) -> str | None:
    """Return what an answer lacks of what was expected, None where it lacks nothing."""
    offered = {*answer.ids, *(choice.id for choice in answer.choices)}
    if answer.outcome not in golden.outcomes:
        return f"outcome {answer.outcome}"
    if missing := golden.ids - offered:
        return f"ids without {', '.join(sorted(missing))}"
    if golden.any_of and golden.any_of.isdisjoint(offered):
        return f"ids without any of {', '.join(sorted(golden.any_of))}"
    if unsaid := next((pattern for pattern in golden.lead if not _found(pattern, answer.lead)), None):
        return f"lead without {unsaid}"
    if unsaid := next((pattern for pattern in golden.says if not _found(pattern, _card(answer))), None):
        return f"card without {unsaid}"
    return None


@lru_cache(maxsize=4096)
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


def _found(pattern: str, text: str) -> bool:
    return _compiled(pattern).search(text) is not None


def _card(answer: Answer) -> str:
    facts = (f"{fact.name}: {fact.value}" for fact in answer.facts)
    quotes = (f"{quote.text} {quote.speaker} {quote.when}" for quote in answer.quotes)
    labels = (choice.label for choice in answer.choices)
    return "\n".join((answer.lead, answer.title, answer.text, *facts, *quotes, *labels))


@dataclass(frozen=True)
class Score:
    """How many questions got which verdict. Shares are between 0 and 1; of nothing they are 1."""

    due: Counter[Verdict]
    declines: Counter[Verdict]

    @property
    def right(self) -> float:
        """The share answered rightly of those where something is due."""
        return _share(self.due[Verdict.RIGHT], self.due)

    @property
    def wrong(self) -> float:
        """The share answered wrongly of those where something is due."""
        return self.due[Verdict.WRONG] / self.due.total() if self.due else 0.0

    @property
    def declined(self) -> float:
        """The share declined of those that should be."""
        return _share(self.declines[Verdict.RIGHT], self.declines)

    @property
    def overall(self) -> float:
        """The share that is right of all."""
        return _share(self.due[Verdict.RIGHT] + self.declines[Verdict.RIGHT], self.due + self.declines)


def _share(count: int, of: Counter[Verdict]) -> float:
    return count / of.total() if of else 1.0


Judged = tuple[Golden, Answer, Verdict]


def judge_all(librarian: Librarian, questions: Iterable[Golden]) -> tuple[Judged, ...]:
    """Ask every question and judge the answers."""
    asked = ((golden, librarian.ask(golden.question)) for golden in questions)
    return tuple((golden, answer, judge(golden, answer)) for golden, answer in asked)


def score(judged: Iterable[Judged]) -> Score:
    """Count the verdicts."""
    due: Counter[Verdict] = Counter()
    declines: Counter[Verdict] = Counter()
    for golden, _, verdict in judged:
        (due if golden.is_due else declines)[verdict] += 1
    return Score(due, declines)


def score_by(judged: Iterable[Judged], part: Callable[[Golden], str]) -> dict[str, Score]:
    """Count the verdicts by category, by language or whatever `part` gives."""
    groups: dict[str, list[Judged]] = {}
    for one in judged:
        groups.setdefault(part(one[0]), []).append(one)
    return {name: score(groups[name]) for name in sorted(groups)}


app = typer.Typer(add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None)


@app.command()
def main(
    half: Annotated[Half, typer.Option(help="Which half of the questions.")] = Half.TUNING,
    misses: Annotated[bool, typer.Option("--misses", help="Show each question that is not answered rightly.")] = False,  # noqa: FBT002 - Typer makes it an option
    folder: Annotated[Path, typer.Option(help="Folder with the questions (*.jsonl).")] = FOLDER,
) -> None:
    """Score the bot on the golden questions: python -m benchmarks.golden --half tuning --misses."""
    console = Console(highlight=False, emoji=False, markup=False)
    console.width = min(console.width, _WIDTH) if console.is_terminal else _WIDTH
    librarian = Librarian(load_corpus(Settings().corpus_folder), Wording())
    judged = judge_all(librarian, read_golden(folder, half))
    if misses:
        for line in _misses(judged):
            console.print(line, soft_wrap=True)
    for title, part in (("category", _category), ("language", _language)):
        console.print(_table(title, score_by(judged, part), score(judged)))


def _category(golden: Golden) -> str:
    return golden.category


def _language(golden: Golden) -> str:
    return golden.lang


def _misses(judged: Iterable[Judged]) -> Iterator[str]:
    for golden, answer, verdict in judged:
        if verdict is not Verdict.RIGHT:
            yield f"{golden.id} {verdict} [{golden.category}] {golden.question:.200}"
            yield f"    {answer.outcome}: {answer.lead:.200}"
            yield f"    expected {_expected(golden)}"
            yield f"    {fault(golden, answer)}"


def _expected(golden: Golden) -> str:
    parts = {"ids": sorted(golden.ids), "any of": sorted(golden.any_of), "lead": golden.lead, "card": golden.says}
    named = (f"{name} {', '.join(values)}" for name, values in parts.items() if values)
    return "; ".join((" or ".join(sorted(golden.outcomes)), *named))


def _table(title: str, scores: dict[str, Score], whole: Score) -> Table:
    table = Table(title=f"Golden questions by {title}", title_justify="left", box=None, padding=(0, 2))
    for name in (title, "due", "right", "wrong", "to decline", "declined", "overall"):
        table.add_column(name, justify="left" if name == title else "right")
    for name, one in (*scores.items(), ("all", whole)):
        shares = (f"{one.right:.1%}", f"{one.wrong:.1%}") if one.due else ("", "")
        declined = f"{one.declined:.1%}" if one.declines else ""
        table.add_row(name, str(one.due.total()), *shares, str(one.declines.total()), declined, f"{one.overall:.1%}")
    return table


if __name__ == "__main__":
    app(prog_name="python -m benchmarks.golden")
