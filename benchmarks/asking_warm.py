"""What a question costs a bot that is running: the time in which nobody else is answered."""

from itertools import chain
from time import perf_counter

from benchmarks.figures import Figure, Section, Unit, percentile
from benchmarks.fresh_load import index
from benchmarks.setting import Setting
from bot.answering import Librarian, Wording
from bot.corpus.collector import collect_rarely

_MILLISECONDS = 1000


def measure(setting: Setting) -> Section:
    """Ask every question of the list: once when nothing of it is remembered, then again and again."""
    collect_rarely()
    librarian = Librarian(setting.corpus, Wording())
    index(librarian)
    first = _ask_all(librarian, setting.questions)
    again = list(chain.from_iterable(_ask_all(librarian, setting.questions) for _ in setting.rounds()))
    figures = (*_spread("asked for the first time", first), *_spread("asked again", again))
    return Section(f"Questions to a running bot ({len(setting.questions)} of them)", figures)


def _ask_all(librarian: Librarian, questions: tuple[str, ...]) -> list[float]:
    times = []
    for question in questions:
        start = perf_counter()
        librarian.ask(question)
        times.append((perf_counter() - start) * _MILLISECONDS)
    return times


def _spread(name: str, milliseconds: list[float]) -> tuple[Figure, ...]:
    return (
        Figure(f"{name}, median", percentile(milliseconds, 0.5), Unit.MILLISECONDS),
        Figure(f"{name}, 99th percentile", percentile(milliseconds, 0.99), Unit.MILLISECONDS),
        Figure(f"{name}, slowest", max(milliseconds), Unit.MILLISECONDS),
    )
