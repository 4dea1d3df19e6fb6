"""The golden questions are sound, their halves stay as they are, and answers are judged as they deserve."""

import json
import re
from typing import Any

import pytest

from benchmarks.golden import FOLDER, Golden, Half, Verdict, fault, judge, read_golden, score, score_by
from bot.answering import Answer, Choice, Fact, Outcome, Quotation
from bot.corpus import Corpus

CATEGORIES = {
    *("aggregate", "attribute", "clue", "comparison", "date", "event", "false-premise", "hostile", "people"),
    *("decline-near-words", "decline-noise", "decline-other-space", "decline-small-talk"),
    *("record", "topic", "typos"),
}
FIELDS = {"id", "question", "lang", "category", "expect"}
EXPECTATIONS = {"outcome", "ids", "any", "lead", "says"}

DUE = Golden(
    "x-1",
    "How long was Leonov outside?",
    "en",
    "attribute",
    frozenset({Outcome.ANSWER}),
    ids=frozenset({"voskhod-2"}),
    any_of=frozenset({"alexei-leonov", "pavel-belyayev"}),
    lead=("12 MIN", "leonov"),
    says=("airlock",),
)
TO_DECLINE = Golden("x-2", "banana bread", "en", "decline-noise", frozenset({Outcome.OUT_OF_SCOPE}))
GOOD = Answer(Outcome.ANSWER, "12 minutes: Leonov.", text="The airlock.", ids=("voskhod-2", "alexei-leonov"))
DECLINE = Answer(Outcome.OUT_OF_SCOPE, "Only about spacewalks.")


@pytest.mark.parametrize(
    ("golden", "answer", "verdict"),
    [
        (DUE, GOOD, Verdict.RIGHT),
        (TO_DECLINE, DECLINE, Verdict.RIGHT),
        (DUE, Answer(Outcome.ANSWER, GOOD.lead, text=GOOD.text, ids=("voskhod-2",)), Verdict.WRONG),
        (DUE, Answer(Outcome.ANSWER, GOOD.lead, text=GOOD.text, ids=("alexei-leonov",)), Verdict.WRONG),
        (DUE, Answer(Outcome.ANSWER, "24 minutes: Leonov.", text=GOOD.text, ids=GOOD.ids), Verdict.WRONG),
        (DUE, Answer(Outcome.ANSWER, GOOD.lead, text="The hatch.", ids=GOOD.ids), Verdict.WRONG),
        (DUE, DECLINE, Verdict.MISSED),
        (DUE, Answer(Outcome.CHOICES, GOOD.lead, text=GOOD.text, ids=GOOD.ids), Verdict.MISSED),
        (DUE, Answer(Outcome.NOT_FOUND, GOOD.lead, text=GOOD.text, ids=GOOD.ids), Verdict.MISSED),
        (TO_DECLINE, GOOD, Verdict.FALSE),
        (TO_DECLINE, Answer(Outcome.CHOICES, "Which?"), Verdict.FALSE),
    ],
)
def test_every_verdict(golden: Golden, answer: Answer, verdict: Verdict) -> None:
    assert judge(golden, answer) is verdict
    assert (fault(golden, answer) is None) is (verdict is Verdict.RIGHT)


def test_an_entry_that_is_offered_counts_as_named() -> None:
    golden = Golden("x-3", "Williams", "en", "people", frozenset({Outcome.CHOICES}), ids=frozenset({"sunita-williams"}))
    offered = Answer(Outcome.CHOICES, "Which?", choices=(Choice("sunita-williams", "Sunita Williams"),))
    assert judge(golden, offered) is Verdict.RIGHT


@pytest.mark.parametrize(
    "answer",
    [
        Answer(Outcome.ANSWER, "An Airlock."),
        Answer(Outcome.ANSWER, "", title="An Airlock"),
        Answer(Outcome.ANSWER, "", text="An Airlock."),
        Answer(Outcome.ANSWER, "", facts=(Fact("Airlock", "Quest"),)),
        Answer(Outcome.ANSWER, "", facts=(Fact("Out by", "the airlock"),)),
        Answer(Outcome.ANSWER, "", quotes=(Quotation("That airlock!", "Leonov", "on the spacewalk", "The Times"),)),
        Answer(Outcome.ANSWER, "", choices=(Choice("quest", "Quest airlock"),)),
    ],
)
def test_what_a_card_says_is_looked_for_everywhere_on_it(answer: Answer) -> None:
    golden = Golden("x-4", "?", "en", "topic", frozenset({Outcome.ANSWER}), says=("airlock",))
    assert judge(golden, answer) is Verdict.RIGHT


def test_accents_count() -> None:
    golden = Golden("x-5", "?", "sr-Latn", "topic", frozenset({Outcome.ANSWER}), lead=("šetnja",))
    assert judge(golden, Answer(Outcome.ANSWER, "ŠETNJA")) is Verdict.RIGHT
    assert judge(golden, Answer(Outcome.ANSWER, "Setnja")) is Verdict.WRONG


def test_shares_are_of_what_is_due_and_of_what_is_to_be_declined() -> None:
    wrong = Answer(Outcome.ANSWER, "No idea.")
    pairs = [(DUE, GOOD), (DUE, GOOD), (DUE, wrong), (DUE, DECLINE), (TO_DECLINE, DECLINE), (TO_DECLINE, GOOD)]
    judged = [(golden, answer, judge(golden, answer)) for golden, answer in pairs]
    whole = score(judged)
    assert (whole.right, whole.wrong, whole.declined, whole.overall) == (0.5, 0.25, 0.5, 0.5)
    parts = score_by(judged, lambda golden: golden.category)
    assert {name: one.overall for name, one in parts.items()} == {"attribute": 0.5, "decline-noise": 0.5}


def test_the_split_never_moves() -> None:
    halves = {golden.id: golden.half for golden in read_golden()}
    assert {halves[key] for key in ("ev-004", "fd-004", "la-004")} == {Half.TUNING}
    assert {halves[key] for key in ("ev-001", "fd-001", "la-001")} == {Half.CHECKING}


def test_the_halves_are_apart_whole_and_of_similar_size() -> None:
    tuning, checking = read_golden(half=Half.TUNING), read_golden(half=Half.CHECKING)
    assert {*tuning, *checking} == {*read_golden()}
    assert not {*tuning} & {*checking}
    assert 0.45 < len(tuning) / len(read_golden()) < 0.55


def _lines() -> list[dict[str, Any]]:
    files = sorted(FOLDER.glob("*.jsonl"))
    return [json.loads(line) for file in files for line in file.read_text(encoding="utf-8").splitlines() if line]


def test_every_line_has_known_fields_and_a_known_category() -> None:
    lines = _lines()
    assert [row["id"] for row in lines if set(row) != FIELDS or not set(row["expect"]) <= EXPECTATIONS] == []
    assert {row["category"] for row in lines} == CATEGORIES


def test_every_pattern_is_a_regular_expression() -> None:
    for golden in read_golden():
        for pattern in (*golden.lead, *golden.says):
            re.compile(pattern, re.IGNORECASE)


def test_every_id_exists(corpus: Corpus) -> None:
    known = {key for entries in corpus.by_sort.values() for key in entries}
    assert [golden.id for golden in read_golden() if not golden.ids | golden.any_of <= known] == []
