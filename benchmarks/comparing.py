"""This bot beside the matchers that look-up bots usually have: the same questions in one run."""

from collections import Counter
from collections.abc import Callable, Iterable
from time import perf_counter

from benchmarks.figures import Row, Section, percentile
from benchmarks.golden import Golden, Verdict, judge, read_golden
from benchmarks.matchers import MATCHERS, Finder
from benchmarks.setting import Setting
from bot.answering import Librarian, Wording
from bot.corpus import Corpus, Ref
from bot.understanding.links import walks_of

_MILLISECONDS = 1000
_COLUMNS = ("matcher", "right", "wrong", "false", "missed", "p50 ms", "p99 ms")
#: An entry counts as the answer where its few spacewalks are what was asked for.
_MOST_WALKS = 8


def measure(setting: Setting) -> Section:
    """Ask every golden question of each. Shares are of all questions; false ones should have been declined."""
    questions = read_golden()
    librarian = Librarian(setting.corpus, Wording())
    librarian.warm()
    rows = [_row("this bot", questions, lambda golden: judge(golden, librarian.ask(golden.question)))]
    for make in MATCHERS:
        finder: Finder = make(setting.corpus)
        rows.append(_row(finder.name, questions, _judging(setting.corpus, finder)))
    setting.advance()
    title = (
        f"Matchers on the {len(questions)} golden questions (wrong: answered wrongly; false: should have been declined)"
    )
    return Section(title, (), _COLUMNS, tuple(rows))


def _row(name: str, questions: Iterable[Golden], verdict_of: Callable[[Golden], Verdict]) -> Row:
    verdicts: Counter[Verdict] = Counter()
    times = []
    for golden in questions:
        start = perf_counter()
        verdicts[verdict_of(golden)] += 1
        times.append((perf_counter() - start) * _MILLISECONDS)
    total = verdicts.total()
    order = (Verdict.RIGHT, Verdict.WRONG, Verdict.FALSE, Verdict.MISSED)
    shares = tuple(f"{verdicts[verdict] / total:.1%}" for verdict in order)
    return (name, *shares, f"{percentile(times, 0.5):.2f}", f"{percentile(times, 0.99):.2f}")


def _judging(corpus: Corpus, finder: Finder) -> Callable[[Golden], Verdict]:
    def verdict(golden: Golden) -> Verdict:
        found = finder.find(golden.question)
        if not golden.is_due or not (golden.ids or golden.any_of):
            return _of_nothing(golden, found)
        if found is None:
            return Verdict.MISSED
        return Verdict.RIGHT if _reached(corpus, found) & (golden.ids | golden.any_of) else Verdict.WRONG

    return verdict


def _of_nothing(golden: Golden, found: Ref | None) -> Verdict:
    """Judge a question that no entry answers: one to decline, a false premise, or a figure that has to be counted."""
    if not golden.is_due:
        return Verdict.RIGHT if found is None else Verdict.FALSE
    return Verdict.MISSED if found is None else Verdict.WRONG


def _reached(corpus: Corpus, ref: Ref) -> set[str]:
    walks = walks_of(corpus, ref)
    return {ref.id, *(walk.id for walk in walks if len(walks) <= _MOST_WALKS)}
