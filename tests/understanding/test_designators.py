"""Designators name one spacewalk in any spelling; one that cannot exist is known not to."""

import re
from collections.abc import Callable, Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answering import Librarian, Outcome
from bot.corpus import Corpus
from bot.corpus.models import Spacewalk

SPELLINGS: list[Callable[[str], str]] = [
    str,
    str.lower,
    str.upper,
    lambda name: name.replace("-", " "),
    lambda name: re.sub(r"-(?=\d)", "", name).lower(),
    lambda name: name.replace(" ", "-"),
    lambda name: name.replace("-", "–"),
    lambda name: f"  {name} ?",
]


@pytest.mark.parametrize(
    "spelling", SPELLINGS, ids=["as is", "lower", "upper", "spaces", "joined", "dashes", "en dash", "padded"]
)
def test_every_designator_finds_its_spacewalk(
    corpus: Corpus, librarian: Librarian, spelling: Callable[[str], str]
) -> None:
    lost = [walk.name for walk in corpus.spacewalks if librarian.ask(spelling(walk.name)).ids[:1] != (walk.id,)]
    assert lost == []


def test_every_running_number_finds_its_spacewalk(corpus: Corpus, librarian: Librarian) -> None:
    ordinal = librarian.words.ordinal
    lost = [
        w.id for w in corpus.spacewalks if librarian.ask(f"{ordinal(corpus.number_of[w.id])} spacewalk").ids[0] != w.id
    ]
    assert lost == []


@pytest.mark.parametrize(
    ("question", "walk"),
    [
        *(("eva 23", "us-eva-23"), ("EVA-23", "us-eva-23"), ("U.S. EVA 23", "us-eva-23")),
        *(
            ("vkd54a", "vkd-54a"),
            ("VKD 54", "vkd-54"),
            ("sts61b eva 2", "sts-61-b-eva-2"),
            ("sts 61 eva 4", "sts-61-eva-4"),
        ),
        *(("Gemini XII EVA 2", "gemini-12-eva-2"), ("Apollo XI", "apollo-11"), ("polaris dawn", "polaris-dawn")),
        *(("1st spacewalk ever", "voskhod-2"), ("STS-41-C EVA 1", "sts-41-c-eva-1")),
    ],
)
def test_the_ways_designators_are_typed(librarian: Librarian, question: str, walk: str) -> None:
    answer = librarian.ask(question)
    assert (answer.outcome, answer.ids[0]) == (Outcome.ANSWER, walk)


def numbers_of(walks: tuple[Spacewalk, ...]) -> Iterator[int]:
    """Yield the places in the mission and the numbers in the designators."""
    yield len(walks)
    yield from (int(match[1]) for walk in walks if (match := re.search(r"EVA[ -](\d+)$", walk.name)))


def test_every_mission_knows_how_many_spacewalks_it_had(corpus: Corpus, librarian: Librarian) -> None:
    for mission, walks in corpus.walks_of_mission.items():
        name = corpus.missions[mission].name
        number = max(numbers_of(walks)) + 1
        answer = librarian.ask(f"{name} EVA {number}")
        assert answer.outcome is Outcome.NOT_FOUND, name
        had = "one spacewalk" if len(walks) == 1 else f"{len(walks)} spacewalks"
        assert answer.lead == f"There is no {name} EVA {number}: {name} had {had}."
        assert set(answer.ids) == {walk.id for walk in walks}


@pytest.mark.parametrize("question", ["sts 61 eva 9", "STS-61 EVA 0", "sts61 spacewalk 6", "sts-61 eva 15"])
def test_a_spacewalk_that_its_mission_never_had(librarian: Librarian, question: str) -> None:
    answer = librarian.ask(question)
    assert answer.outcome is Outcome.NOT_FOUND
    assert answer.lead.startswith("There is no STS-61 EVA ")
    assert answer.lead.endswith(": STS-61 had 5 spacewalks.")
    assert answer.ids == tuple(f"sts-61-eva-{number}" for number in range(1, 6))


@pytest.mark.parametrize(
    "question",
    [
        *("US EVA-300", "eva 999", "US EVA-0", "VKD-99", "vkd 1", "STS-200", "sts 137", "Apollo 18", "apollo 99"),
        *("Gemini 13", "gemini xiii", "Expedition 300", "Shenzhou 99", "Voskhod 3", "496th spacewalk", "0th spacewalk"),
    ],
)
def test_a_designator_out_of_range_is_not_found(librarian: Librarian, question: str) -> None:
    answer = librarian.ask(question)
    assert answer.outcome is Outcome.NOT_FOUND
    assert answer.ids == ()
    assert answer.lead.startswith("No spacewalk ")


@given(number=st.integers(101, 999), series=st.sampled_from(["US EVA", "VKD", "STS", "Apollo", "Gemini"]))
def test_no_number_is_taken_for_another(librarian: Librarian, series: str, number: int) -> None:
    known = {"STS": range(1, 136)}.get(series, range(1))
    if number not in known:
        answer = librarian.ask(f"{series}-{number}")
        assert (answer.outcome, answer.ids) == (Outcome.NOT_FOUND, ())
