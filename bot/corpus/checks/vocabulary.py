"""The vocabularies do not contradict themselves, and name countries that exist."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

from bot.corpus.draft import Draft, Placed
from bot.corpus.folding import fold
from bot.corpus.problems import Problem
from bot.corpus.vocabulary import PHRASE_PATTERN, Vocabulary

#: A shorter stem would swallow words that have nothing to do with it.
_SHORTEST_STEM: Final = 3
_LEAP_YEAR: Final = 2000
_PHRASE: Final = re.compile(PHRASE_PATTERN)


def check_vocabularies(draft: Draft) -> Iterator[Problem]:
    """Yield languages that stand twice, unknown countries, stems that are too short, and words with two tempers."""
    seen: dict[str, str] = {}
    countries = {country.name for country in draft.entries("countries")}
    for placed in draft.vocabularies:
        first = seen.setdefault(placed.entry.language, placed.file)
        if first != placed.file:
            yield placed.problem(f"language: '{placed.entry.language}' is also that of {first}", "language")
        yield from _check_form(placed)
        yield from _check_nations(placed, countries)
        yield from _check_days(placed)
        yield from _check_stems(placed)
        yield from _check_tempers(placed)


def _check_form(placed: Placed[Vocabulary]) -> Iterator[Problem]:
    for part, phrases in phrases_of(placed.entry):
        for phrase in phrases:
            if not fold(phrase):
                yield placed.problem(f"{part}: '{phrase}' has no letter or digit", part.partition(".")[0])
            elif not _PHRASE.fullmatch(phrase):
                text = f"{part}: '{phrase}': a star may only stand at the end of a word, and words are one space apart"
                yield placed.problem(text, part.partition(".")[0])


def _check_nations(placed: Placed[Vocabulary], countries: set[str]) -> Iterator[Problem]:
    for word, names in placed.entry.nations.items():
        for name in names:
            if name not in countries:
                yield placed.problem(f"nations: '{word}' means '{name}', which is not among the countries", "nations")


def _check_days(placed: Placed[Vocabulary]) -> Iterator[Problem]:
    for phrase, day in placed.entry.days.items():
        try:
            dt.date(_LEAP_YEAR, int(day[:2]), int(day[3:]))
        except ValueError:
            yield placed.problem(f"days: '{phrase}' is {day}, and there is no such day", "days")


def _check_stems(placed: Placed[Vocabulary]) -> Iterator[Problem]:
    for part, phrases in phrases_of(placed.entry):
        for word in (word for phrase in phrases for word in phrase.split() if word.endswith("*")):
            if 0 < len(fold(word)) < _SHORTEST_STEM:
                text = f"{part}: '{word}' leaves fewer than {_SHORTEST_STEM} letters before its star"
                yield placed.problem(text, part.partition(".")[0])


def _check_tempers(placed: Placed[Vocabulary]) -> Iterator[Problem]:
    """Yield words that are said to lead elsewhere and yet to mean something here, or nothing at all."""
    elsewhere = {_folded(phrase): phrase for phrase in placed.entry.other_subjects}
    for part, phrases in phrases_of(placed.entry):
        if part in {"other_subjects", "plain_words", "translate"} or part.startswith("particles."):
            continue
        for phrase in phrases:
            if clash := elsewhere.get(_folded(phrase)):
                yield placed.problem(f"other_subjects: '{clash}' also stands under {part}", "other_subjects")


def _folded(phrase: str) -> str:
    return fold(phrase) + ("*" if phrase.endswith("*") else "")


def phrases_of(vocabulary: Vocabulary) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield every list of phrases of a vocabulary with the name of its part."""
    for concept, phrases in vocabulary.concepts.items():
        yield f"concepts.{concept}", phrases
    for particle, words in vocabulary.particles.items():
        yield f"particles.{particle}", words
    yield "small_words", vocabulary.small_words
    yield "other_subjects", vocabulary.other_subjects
    yield "plain_words", vocabulary.plain_words
    for phrases in vocabulary.months:
        yield "months", phrases
    for part in ("numbers", "ordinals", "decades", "days", "nations", "translate"):
        yield part, tuple(getattr(vocabulary, part))
