"""What one `spacewalk-bot ask` costs from start to end: the whole process, and the memory it holds."""

from statistics import median
from typing import Final

from benchmarks.figures import Figure, Section, Unit, percentile
from benchmarks.processes import run_module
from benchmarks.setting import Setting

#: Seconds from the command to its end.
SECONDS_LIMIT: Final = 1.2
#: Most resident memory of the process.
MEBIBYTES_LIMIT: Final = 90.0
_MEMORY_RUNS: Final = 3


def measure(setting: Setting) -> Section:
    """Ask one question a process, another one each time; then again for memory, which hardly varies, a few times."""
    seconds = [run_module("bot", ["ask", _question(setting, number)]).seconds for number in setting.rounds()]
    figures = [
        Figure("ask, median", median(seconds), Unit.SECONDS, SECONDS_LIMIT),
        Figure("ask, 95th percentile", percentile(seconds, 0.95), Unit.SECONDS, SECONDS_LIMIT),
    ]
    peaks = [peak for number in range(_MEMORY_RUNS) if (peak := _peak(setting, number)) is not None]
    if peaks:
        figures.append(Figure("peak resident memory", max(peaks), Unit.MEBIBYTES, MEBIBYTES_LIMIT))
    return Section(f"One question in a fresh process ({setting.repeat} questions)", tuple(figures))


def _question(setting: Setting, number: int) -> str:
    """Return the question of a round: spread over the whole list, since it is sorted by kind."""
    questions = setting.questions
    return questions[number * len(questions) // setting.repeat % len(questions)]


def _peak(setting: Setting, number: int) -> float | None:
    told = run_module("benchmarks.peak_memory", ["ask", _question(setting, number)]).output.splitlines()[-1]
    return None if told == "unknown" else float(told)
