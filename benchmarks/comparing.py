"""This bot beside the matchers that look-up bots usually have: the same questions in one run."""

from collections import Counter
from collections.abc import Callable, Iterable
from time import perf_counter
from typing import Final, TypeVar

from benchmarks.figures import Figure, Row, Section, Unit, percentile
from benchmarks.golden import Golden, Verdict, judge, read_golden
from benchmarks.matchers import MATCHERS, Finder
from benchmarks.setting import Setting
from bot.answering import Librarian, Outcome, Wording
from bot.corpus import Corpus, Ref
from bot.corpus.collector import collect_rarely
from bot.understanding.links import walks_of

Given = TypeVar("Given")

_MILLISECONDS: Final = 1000
_PERCENT: Final = 100
#: An entry counts as the answer where its few spacewalks are what was asked for.
_MOST_WALKS: Final = 8
_SHOWN: Final = (Verdict.RIGHT, Verdict.WRONG, Verdict.FALSE, Verdict.MISSED)
_NOTHING_TO_FIND: Final = frozenset({Outcome.NOT_FOUND, Outcome.OUT_OF_SCOPE})


def measure(setting: Setting) -> Section:
    """Ask every golden question of each. Shares are of all questions; false ones should have been declined."""
    collect_rarely()
    questions = read_golden()
    librarian = Librarian(setting.corpus, Wording())
    librarian.warm()
    rows = [_row("this bot", questions, librarian.ask, judge)]
    for make in MATCHERS:
        finder: Finder = make(setting.corpus)
        rows.append(_row(finder.name, questions, finder.find, _judging(setting.corpus)))
    title = (
        f"Matchers on the {len(questions)} golden questions (wrong: answered wrongly; false: should have been declined)"
    )
    return Section(title, (), tuple(rows))


def _row(
    name: str,
    questions: Iterable[Golden],
    ask: Callable[[str], Given],
    verdict_on: Callable[[Golden, Given], Verdict],
) -> Row:
    """Time the asking alone, and count the verdicts."""
    verdicts: Counter[Verdict] = Counter()
    times = []
    for golden in questions:
        start = perf_counter()
        given = ask(golden.question)
        times.append((perf_counter() - start) * _MILLISECONDS)
        verdicts[verdict_on(golden, given)] += 1
    shares = (Figure(one, verdicts[one] / verdicts.total() * _PERCENT, Unit.PERCENT) for one in _SHOWN)
    spread = (Figure(at, percentile(times, share), Unit.MILLISECONDS) for at, share in (("p50", 0.5), ("p99", 0.99)))
    return Row(name, (*shares, *spread))


def _judging(corpus: Corpus) -> Callable[[Golden, Ref | None], Verdict]:
    def verdict(golden: Golden, found: Ref | None) -> Verdict:
        if found is None:
            return Verdict.MISSED if golden.outcomes.isdisjoint(_NOTHING_TO_FIND) else Verdict.RIGHT
        if not golden.is_due:
            return Verdict.FALSE
        is_there = not golden.outcomes <= _NOTHING_TO_FIND
        meant = golden.ids | golden.any_of
        return Verdict.RIGHT if is_there and _reached(corpus, found) & meant else Verdict.WRONG

    return verdict


def _reached(corpus: Corpus, ref: Ref) -> set[str]:
    walks = walks_of(corpus, ref)
    return {ref.id, *(walk.id for walk in walks if len(walks) <= _MOST_WALKS)}
