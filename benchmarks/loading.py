"""How long it takes until the corpus can be asked: import, load with all checks, indexes."""

import json
from time import perf_counter
from typing import Final

from benchmarks.figures import Figure, Section, best_and_median
from benchmarks.fresh_load import index
from benchmarks.processes import run_module
from benchmarks.setting import Setting
from bot.answering import Librarian, Wording
from bot.corpus import load_corpus

#: Seconds that loading the corpus, checking it and building the indexes may take in a process that has just started.
LIMIT: Final = 0.6


def measure(setting: Setting) -> Section:
    """Measure in fresh processes, step by step, and again in this one, where the modules are there already."""
    fresh = [_fresh(setting) for _ in setting.rounds()]
    here = [_here(setting) for _ in setting.rounds()]
    figures: list[Figure] = []
    for step in ("import", "load", "index"):
        figures += best_and_median(f"fresh process: {step}", [times[step] for times in fresh])
    figures += best_and_median("fresh process: load and index", [t["load"] + t["index"] for t in fresh], LIMIT)
    figures += best_and_median("fresh process: import, load and index", [sum(times.values()) for times in fresh])
    figures += best_and_median("this process: load and index", here)
    return Section(f"Loading the corpus ({setting.repeat} times each)", tuple(figures))


def _fresh(setting: Setting) -> dict[str, float]:
    run = run_module("benchmarks.fresh_load", [str(setting.corpus_folder)])
    times: dict[str, float] = json.loads(run.output)
    return times


def _here(setting: Setting) -> float:
    start = perf_counter()
    index(Librarian(load_corpus(setting.corpus_folder), Wording()))
    return perf_counter() - start
