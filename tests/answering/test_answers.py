"""Every entry can be answered about, whatever is asked of it; the leads that matter most, word for word."""

import datetime as dt
import re
from collections.abc import Iterator
from typing import Final

import pytest

from bot.answering import Answer, Librarian, Outcome
from bot.corpus import Corpus, Ref, Sort
from bot.corpus.checks.texts import GARBLED
from bot.corpus.record_models import Ranking
from bot.understanding.reading import (
    Asks,
    Choices,
    DayQuery,
    NoneLater,
    NoSuchPlace,
    NoSuchSpacewalk,
    NothingInCommon,
    OutOfScope,
    Query,
    RankingQuery,
    Reading,
    WalksQuery,
    Why,
)

_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f]")
_END: Final = re.compile(r"[.!?…]$")
_GARBLED: Final = re.compile("|".join(map(re.escape, GARBLED)), re.IGNORECASE)
_SOLOVYEV_TOTAL: Final = "78 hours 48 minutes in all (published as 82 hours 22 minutes)"
REACH: Final = "Corpus 2026.11, complete to 18 March 2026 (all operators) and 30 June 2026 (ISS)"


@pytest.fixture(scope="module")
def known_ids(corpus: Corpus) -> frozenset[str]:
    return frozenset(key for entries in corpus.by_sort.values() for key in entries)


def texts_of(answer: Answer) -> Iterator[str]:
    """Yield everything of an answer that people read."""
    yield from (answer.lead, answer.title, *answer.text.split("\n\n"), *answer.sources)
    yield from (text for fact in answer.facts for text in (fact.name, fact.value))
    yield from (text for quote in answer.quotes for text in (quote.text, quote.speaker, quote.when, quote.source))
    yield from (choice.label for choice in answer.choices)


def faults(answer: Answer, known_ids: frozenset[str]) -> list[str]:
    """Return what no answer may have."""
    texts = list(texts_of(answer))
    found = {
        "no lead": not answer.lead.strip(),
        "lead without end": not _END.search(answer.lead),
        "control character": any(map(_CONTROL.search, texts)),
        "garbled name": any(map(_GARBLED.search, texts)),
        "white space at an end": any(text != text.strip() for text in texts),
        "Python in a text": any("None" in text or "Outcome." in text or "{" in text for text in texts),
        "empty fact": any(not (fact.name and fact.value) for fact in answer.facts),
        "empty quote": any(not (q.text and q.speaker and q.when and q.source) for q in answer.quotes),
        "no source": not answer.sources or not all(answer.sources),
        "source line does not end in the reach": answer.sources[-1:] != (REACH,),
        "a source twice": len(set(answer.sources)) < len(answer.sources),
        "unknown id": not {*answer.ids, *(choice.id for choice in answer.choices)} <= known_ids,
        "an id twice": len(set(answer.ids)) < len(answer.ids),
        "confidence": not 0 <= answer.confidence <= 1,
    }
    return [fault for fault, present in found.items() if present]


# Every entry


@pytest.mark.parametrize("asks", Asks)
@pytest.mark.parametrize("sort", Sort)
def test_every_entry_is_answered_whatever_is_asked(
    corpus: Corpus, librarian: Librarian, known_ids: frozenset[str], sort: Sort, asks: Asks
) -> None:
    wrong = {}
    for key in corpus.by_sort[sort]:
        answer = librarian.answer(Query(Ref(sort, key), asks))
        if answer.outcome not in {Outcome.ANSWER, Outcome.NOT_FOUND} or faults(answer, known_ids):
            wrong[key] = (answer.outcome, faults(answer, known_ids), answer.lead)
    assert wrong == {}


@pytest.mark.parametrize("sort", [Sort.SPACEWALK, Sort.SPACEWALKER, Sort.STORY, Sort.TOPIC, Sort.RECORD])
def test_entries_that_have_something_to_tell_are_found(corpus: Corpus, librarian: Librarian, sort: Sort) -> None:
    for key in corpus.by_sort[sort]:
        answer = librarian.answer(Query(Ref(sort, key)))
        assert answer.outcome is Outcome.ANSWER
        assert key in answer.ids
        assert answer.title


def test_every_other_person_is_told_of_truly(corpus: Corpus, librarian: Librarian) -> None:
    for key, person in corpus.others.items():
        answer = librarian.answer(Query(Ref(Sort.OTHER_PERSON, key)))
        assert (answer.outcome, answer.ids, answer.title) == (Outcome.NOT_FOUND, (key,), person.name)
        assert answer.lead.startswith(person.name)
        since = [walk for walk in corpus.pending if person.name in walk.crew and walk.status == "took-place"]
        assert all(walk.event in answer.lead for walk in since)


def test_the_card_of_a_spacewalk_tells_what_the_tables_hold(corpus: Corpus, librarian: Librarian) -> None:
    words = librarian.words
    for walk in corpus.spacewalks:
        facts = {fact.name: fact.value for fact in librarian.answer(Query(Ref(Sort.SPACEWALK, walk.id))).facts}
        assert facts["Date"].startswith(words.date(walk.date))
        assert facts["Duration"] == ("unknown" if walk.duration is None else words.duration(walk.duration))
        assert all(corpus.spacewalkers[person].name in facts["Crew"] for person in walk.crew)
        assert facts["Airlock"] == walk.airlock
        assert all(mission in facts["Mission"] for mission in walk.missions)
        times = [f"{time:%H:%M}" for time in (walk.start, walk.end) if time]
        assert re.findall(r"\d\d:\d\d", facts["Time"]) == times


@pytest.mark.parametrize("asks", [Asks.HOW_LONG, Asks.WHEN, Asks.WHO])
def test_the_lead_of_every_spacewalk_holds_what_is_asked(corpus: Corpus, librarian: Librarian, asks: Asks) -> None:
    words = librarian.words
    for walk in corpus.spacewalks:
        lead = librarian.answer(Query(Ref(Sort.SPACEWALK, walk.id), asks)).lead
        if asks is Asks.HOW_LONG and walk.duration:
            assert lead.startswith(f"{words.duration(walk.duration)}: ")
        elif asks is Asks.HOW_LONG:
            assert lead.startswith(("No exact length is known for ", "The length of "))
        elif asks is Asks.WHEN:
            assert lead.startswith(f"On {words.date(walk.date)}")
        else:
            names = [corpus.spacewalkers[person].name for person in walk.crew]
            told = lead.startswith(f"On {words.date(walk.date)}: ") and all(name in walk.summary for name in names)
            who, _, _ = lead.partition(": ")
            assert told or (f", on {words.date(walk.date)}" in who and all(name in who for name in names))


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("who nearly drowned out there?", "Luca Parmitano nearly drowned in his helmet on 16 July 2013: "),
        ("who golfed on the moon", "Alan Shepard, on 6 February 1971 (with Edgar Mitchell): "),
        ("who dropped a spatula", "Piers Sellers, on 12 July 2006 (with Michael Fossum): "),
        ("who was on sts-102 eva 1?", "James Voss and Susan Helms, on 11 March 2001: "),
        ("who was with Parmitano on US EVA-23?", "Christopher Cassidy went out with Luca Parmitano, on 16 July 2013: "),
        ("who went out with Ed Lu", "Yuri Malenchenko went out with Edward Lu, on 11 September 2000: "),
    ],
)
def test_whom_a_spacewalk_is_told_of_for_comes_first(librarian: Librarian, question: str, begins: str) -> None:
    assert librarian.ask(question).lead.startswith(begins)


def test_the_quotes_of_a_card_are_those_of_the_corpus(corpus: Corpus, librarian: Librarian) -> None:
    attested = {(quote.text, quote.speaker): quote for quote in corpus.quotes.values()}
    shown = 0
    for walk in corpus.spacewalks:
        for quotation in librarian.answer(Query(Ref(Sort.SPACEWALK, walk.id))).quotes:
            quote = attested[quotation.text, quotation.speaker]
            assert ("translated" in quotation.when) == quote.translated
            shown += 1
    assert shown > 100


def test_every_story_is_told(corpus: Corpus, librarian: Librarian) -> None:
    for story in corpus.stories.values():
        answer = librarian.answer(Query(Ref(Sort.STORY, story.id)))
        told = f"{answer.lead} {answer.text}"
        assert (told.endswith(f"{story.summary} {story.why_it_matters}"), answer.title) == (True, story.title)
        assert not answer.text.startswith(story.summary)  # the lead is its first sentence
        assert set(story.sources) <= set(answer.sources)


def test_sums_with_unknown_lengths_say_at_least(corpus: Corpus, librarian: Librarian) -> None:
    for person, career in corpus.careers.items():
        if career.count > 1:
            lead = librarian.answer(Query(Ref(Sort.SPACEWALKER, person))).lead
            assert ("at least" in lead) == bool(career.unknown_lengths), person


# Readings that are no single entry


READINGS: Final[list[Reading]] = [
    WalksQuery(
        (Ref(Sort.MISSION, "sts-61"), Ref(Sort.SPACEWALKER, "story-musgrave")), ("sts-61-eva-1", "sts-61-eva-3")
    ),
    WalksQuery((Ref(Sort.STATION, "iss"), Ref(Sort.SPACEWALKER, "luca-parmitano")), ("us-eva-23",), Asks.HOW_LONG),
    DayQuery(3, 18),
    DayQuery(7, 20, 1969),
    DayQuery(2, 29),
    DayQuery(1, 1, 1900),
    DayQuery(12, 31, 2100),
    Choices(
        (
            Ref(Sort.SPACEWALK, "us-eva-23"),
            Ref(Sort.SPACEWALKER, "luca-parmitano"),
            Ref(Sort.OTHER_PERSON, "yuri-gagarin"),
        )
    ),
    NoSuchSpacewalk("VKD-99"),
    NoSuchSpacewalk("STS-61 EVA 9", Ref(Sort.MISSION, "sts-61"), ("sts-61-eva-1",)),
    NoSuchSpacewalk("STS-1 EVA 1", Ref(Sort.MISSION, "sts-1")),
    NothingInCommon((Ref(Sort.SPACEWALKER, "alexei-leonov"), Ref(Sort.MISSION, "sts-61"))),
    NothingInCommon((Ref(Sort.MISSION, "sts-61"), Ref(Sort.OTHER_PERSON, "helen-sharman"))),
    NoSuchPlace(),
    NoSuchPlace((Ref(Sort.SPACEWALKER, "neil-armstrong"),)),
    NoneLater("us-eva-95"),
    *(OutOfScope(why) for why in Why),
    OutOfScope(nearest=(Ref(Sort.SPACEWALKER, "alexei-leonov"),)),
]


@pytest.mark.parametrize("place", ["third", "fourth"])
def test_who_came_when_is_counted_by_heads_in_lead_and_lines(librarian: Librarian, place: str) -> None:
    answer = librarian.ask(f"who was the {place} man on the moon")
    assert answer.lead.startswith("Pete Conrad and Alan Bean were the joint 3rd of all men to ")
    assert [(fact.name, fact.value.split(",")[0]) for fact in answer.facts[:3]] == [
        ("joint 3rd", "Pete Conrad"),
        ("joint 3rd", "Alan Bean"),
        ("joint 5th", "Alan Shepard"),
    ]


@pytest.mark.parametrize("place", ["second", "third", "ninth"])
def test_who_is_level_shares_a_place_and_those_behind_come_after_all_of_them(librarian: Librarian, place: str) -> None:
    level = librarian.ask(f"who made the {place} most spacewalks")
    assert "Peggy Whitson" in level.lead
    assert level.lead.endswith("made 10 spacewalks each, the joint 2nd most of all spacewalkers.")
    tenth = librarian.ask("who made the tenth most spacewalks")
    assert "the joint 10th most" in tenth.lead or "the 10th most" in tenth.lead
    assert tenth.facts[0].name in {"joint 10th", "10th"}


def test_a_person_has_the_same_place_on_a_card_of_their_own_and_in_the_ranking(
    corpus: Corpus, librarian: Librarian
) -> None:
    for rank in (1, 2, 10, 25, 60, 100):
        ranking = Ranking(of="person", measure="spacewalks", order="most", rank=rank)
        first = librarian.answer(RankingQuery(ranking)).facts[0]
        name = first.value.split(": ")[1].split(",")[0]
        key = next(person.id for person in corpus.spacewalkers.values() if person.name == name)
        card = {fact.name: fact.value for fact in librarian.answer(Query(Ref(Sort.SPACEWALKER, key))).facts}
        assert f"({first.name} of " in card["Spacewalks"]


def test_the_first_few_tell_how_many_more_are_level_with_the_last(librarian: Librarian) -> None:
    assert librarian.ask("top 3 by number of spacewalks").lead.endswith("6 more are level with the last.")
    assert "level" not in librarian.ask("top 3 women by number of spacewalks").lead


@pytest.mark.parametrize("reading", READINGS, ids=lambda reading: type(reading).__name__)
def test_every_reading_is_answered(librarian: Librarian, known_ids: frozenset[str], reading: Reading) -> None:
    assert faults(librarian.answer(reading), known_ids) == []


def test_every_day_of_the_year_is_answered(librarian: Librarian, known_ids: frozenset[str]) -> None:
    days = [dt.date(2000, 1, 1) + dt.timedelta(days=number) for number in range(366)]
    assert [day for day in days if faults(librarian.answer(DayQuery(day.month, day.day)), known_ids)] == []


def test_what_two_things_have_in_common(librarian: Librarian) -> None:
    about = (Ref(Sort.MISSION, "sts-61"), Ref(Sort.SPACEWALKER, "story-musgrave"))
    answer = librarian.answer(WalksQuery(about, ("sts-61-eva-1", "sts-61-eva-3", "sts-61-eva-5")))
    assert answer.lead == "Story Musgrave made 3 spacewalks on STS-61, between 5 December 1993 and 9 December 1993."


def test_what_two_things_do_not_have_in_common(librarian: Librarian) -> None:
    about = (Ref(Sort.MISSION, "sts-61"), Ref(Sort.SPACEWALKER, "alexei-leonov"))
    answer = librarian.answer(NothingInCommon(about))
    crew = "Story Musgrave, Jeffrey Hoffman, Thomas Akers and Kathryn Thornton"
    lead = f"Alexei Leonov made no spacewalk on STS-61; {crew} did."
    assert (answer.outcome, answer.lead) == (Outcome.NOT_FOUND, lead)


def test_what_is_left_out_is_named(librarian: Librarian) -> None:
    assert librarian.ask("how many spacewalks were not on the Moon").lead.endswith("spacewalks other than on the Moon.")


def test_choices_carry_ids_and_labels(librarian: Librarian) -> None:
    refs = (Ref(Sort.SPACEWALK, "us-eva-23"), Ref(Sort.SPACEWALKER, "luca-parmitano"), Ref(Sort.MISSION, "sts-61"))
    answer = librarian.answer(Choices(refs))
    assert answer.outcome is Outcome.CHOICES
    assert [(choice.id, choice.label) for choice in answer.choices] == [
        ("us-eva-23", "US EVA-23: Christopher Cassidy and Luca Parmitano, 16 July 2013"),
        ("luca-parmitano", "Luca Parmitano (spacewalker)"),
        ("sts-61", "STS-61 (mission)"),
    ]


# The leads that matter most


@pytest.mark.parametrize(
    ("sort", "key", "asks", "lead"),
    [
        (
            Sort.SPACEWALKER,
            "alexei-leonov",
            Asks.HOW_LONG,
            "12 minutes: Alexei Leonov was outside Voskhod 2 on 18 March 1965.",
        ),
        (
            Sort.SPACEWALKER,
            "alexei-leonov",
            Asks.HOW_MANY,
            "Alexei Leonov made one spacewalk: 12 minutes outside Voskhod 2 on 18 March 1965.",
        ),
        (Sort.SPACEWALKER, "ed-white", Asks.HOW_LONG, "36 minutes: Ed White was outside Gemini 4 on 3 June 1965."),
        (
            Sort.SPACEWALKER,
            "anatoly-solovyev",
            Asks.WHAT,
            "Anatoly Solovyev made more spacewalks than anybody else, all of them at Mir, between 1990 and 1998. "
            "He made 16 spacewalks, " + _SOLOVYEV_TOTAL + ", between 17 July 1990 and 14 January 1998.",
        ),
        (
            Sort.SPACEWALKER,
            "anatoly-solovyev",
            Asks.HOW_LONG,
            _SOLOVYEV_TOTAL + ": Anatoly Solovyev on 16 spacewalks.",
        ),
        (
            Sort.SPACEWALKER,
            "luca-parmitano",
            Asks.WHAT,
            (
                "Luca Parmitano was Italy's first spacewalker and nearly drowned in 2013 when water filled his helmet. "
                "He made 6 spacewalks, 33 hours 9 minutes in all, between 9 July 2013 and 25 January 2020."
            ),
        ),
        (
            Sort.SPACEWALK,
            "us-eva-23",
            Asks.HOW_LONG,
            "1 hour 32 minutes: Christopher Cassidy and Luca Parmitano were outside the ISS on 16 July 2013.",
        ),
        (
            Sort.SPACEWALK,
            "us-eva-95",
            Asks.HOW_LONG,
            (
                "No exact length is known for US EVA-95 (Chris Williams and Jessica Meir, 30 June 2026); "
                "reported: about 7 hours (press)."
            ),
        ),
        (
            Sort.SPACEWALK,
            "shenzhou-15-eva-2",
            Asks.HOW_LONG,
            "The length of Shenzhou 15 EVA 2 (Fei Junlong and Zhang Lu, 2 March 2023) has not been published.",
        ),
        (
            Sort.SPACEWALK,
            "apollo-11",
            Asks.HOW_LONG,
            (
                "2 hours 32 minutes: Neil Armstrong and Buzz Aldrin walked on the Moon outside the Apollo 11 lunar "
                "module on 21 July 1969."
            ),
        ),
        (
            Sort.SPACEWALK,
            "skylab-2-eva-1",
            Asks.HOW_LONG,
            (
                "40 minutes: so long was the stand-up spacewalk of Paul Weitz in the open hatch of the Skylab 2 command"
                " module on 26 May 1973."
            ),
        ),
        (
            Sort.SPACEWALK,
            "mir-eo-20-eva-2",
            Asks.HOW_LONG,
            "29 minutes: Sergei Avdeyev and Yuri Gidzenko worked in vacuum inside Mir on 8 December 1995.",
        ),
        (
            Sort.OTHER_PERSON,
            "helen-sharman",
            Asks.WHAT,
            "Helen Sharman flew (Soyuz TM-12, 1991) but, as far as is known to 30 June 2026, never made a spacewalk.",
        ),
        (Sort.MISSION, "sts-61", Asks.WHAT, "STS-61 had 5 spacewalks, 35 hours 28 minutes in all, by 4 people."),
        (Sort.MISSION, "apollo-13", Asks.WHAT, "No spacewalk was made on Apollo 13."),
        (
            Sort.MISSION,
            "shenzhou-23",
            Asks.WHAT,
            "One spacewalk was made on Shenzhou 23; it is known in part, and counted nowhere here.",
        ),
        (
            Sort.RECORD,
            "longest-spacewalk",
            Asks.WHAT,
            (
                "Cai Xuzhe and Song Lingdong made the longest spacewalk, 9 hours 6 minutes, on 17 December 2024"
                " (Shenzhou 19 EVA 1)."
            ),
        ),
        (
            Sort.RECORD,
            "oldest-spacewalker",
            Asks.WHAT,
            "Michael Barratt was the oldest spacewalker, at 65 years 69 days, on 24 June 2024 (US EVA-90).",
        ),
        (
            Sort.RECORD,
            "most-spacewalks-at-tiangong",
            Asks.WHAT,
            "Chen Dong and Zhang Lu made 6 spacewalks each at Tiangong, the most of all spacewalkers.",
        ),
        (
            Sort.RECORD,
            "first-spacewalk",
            Asks.WHAT,
            "Alexei Leonov made the first spacewalk, on 18 March 1965 (Voskhod 2 EVA).",
        ),
        (
            Sort.RECORD,
            "most-spacewalks",
            Asks.WHAT,
            "Anatoly Solovyev made 16 spacewalks, the most of all spacewalkers, the last on 14 January 1998.",
        ),
        (
            Sort.RECORD,
            "country-with-most-spacewalkers",
            Asks.WHAT,
            "The USA had 157 people outside, the most of any country.",
        ),
        (
            Sort.RECORD,
            "most-spacewalks-by-a-pair",
            Asks.WHAT,
            (
                "Leonid Kizim and Vladimir Solovyov made 8 spacewalks together, the most of any crew, the last on"
                " 31 May 1986."
            ),
        ),
        (
            Sort.RECORD,
            "most-at-once",
            Asks.WHAT,
            (
                "4 people were outside at once on 16 September 1993, the most ever: Vasily Tsibliyev, Aleksandr"
                " Serebrov, James Newman and Carl Walz, while Mir EO-14 EVA 1 and STS-51 EVA 1 overlapped; on a single"
                " spacewalk there were at most 3."
            ),
        ),
        (
            Sort.RECORD,
            "longest-gap-iss",
            Asks.WHAT,
            (
                "358 days passed without a spacewalk at the ISS, the longest such time: from 30 May 1999 to"
                " 22 May 2000, when James Voss and Jeffrey Williams went out."
            ),
        ),
        (Sort.STATION, "salyut-3", Asks.WHAT, "No spacewalk was made on Salyut 3."),
        (
            Sort.COUNTRY,
            "portugal",
            Asks.WHAT,
            "Nobody who flew for Portugal is among the spacewalkers known to 30 June 2026.",
        ),
    ],
)
def test_the_lead(librarian: Librarian, sort: Sort, key: str, asks: Asks, lead: str) -> None:
    assert librarian.answer(Query(Ref(sort, key), asks)).lead == lead


def test_a_local_day_is_told_beside_the_utc_day(librarian: Librarian) -> None:
    facts = {fact.name: fact.value for fact in librarian.answer(DayQuery(7, 20, 1969)).facts}
    assert facts["Date"] == "21 July 1969 UTC (20 July in the United States)"


def test_another_length_is_told_with_who_says_so(librarian: Librarian) -> None:
    card = librarian.answer(Query(Ref(Sort.SPACEWALK, "gemini-4")))
    others = [fact.value for fact in card.facts if fact.name == "Also reported"]
    assert any("0:20" in other or "20 min" in other for other in others)
    assert all("(" in other for other in others)


def test_a_ranking_shows_who_comes_next(librarian: Librarian) -> None:
    facts = librarian.answer(Query(Ref(Sort.RECORD, "longest-spacewalk"))).facts
    assert [(fact.name, fact.value) for fact in facts[:2]] == [
        ("1st", "9 hours 6 minutes: Cai Xuzhe and Song Lingdong (Shenzhou 19 EVA 1), 17 December 2024"),
        ("2nd", "8 hours 56 minutes: James Voss and Susan Helms (STS-102 EVA 1), 11 March 2001"),
    ]


@pytest.mark.parametrize(
    ("key", "count"),
    [
        ("longest-spacewalk", 4),
        ("latest-spacewalk", 4),
        ("latest-chinese-spacewalk", 1),
        ("station-with-most-spacewalks", 4),
        ("most-time-by-a-woman", 4),
        ("first-spacewalk", 0),
        ("oldest-spacewalker", 4),
        ("youngest-spacewalker", 4),
        ("oldest-moonwalker", 0),  # over for good
        ("longest-gap", 0),
        ("longest-mir-spacewalk", 0),  # over for good
        ("most-spacewalks", 0),  # nobody who still goes out is near
        ("latest-russian-spacewalk", 0),  # none is reported
    ],
)
def test_records_mention_later_spacewalks_that_may_change_them(librarian: Librarian, key: str, count: int) -> None:
    text = librarian.answer(Query(Ref(Sort.RECORD, key))).text
    assert ("The latest spacewalk known in full was on " in text) == bool(count)
    assert not count or f"; {count} later one" in text


@pytest.mark.parametrize(
    ("question", "may_change"),
    [("most spacewalks", False), ("second most spacewalks", True), ("top 20 by spacewalks", True)],
)
def test_later_spacewalks_matter_to_the_place_asked_for(librarian: Librarian, question: str, may_change: bool) -> None:
    assert ("The latest spacewalk known in full was on " in librarian.ask(question).text) == may_change


def test_a_birth_day_is_told_only_where_it_is_sourced(corpus: Corpus, librarian: Librarian) -> None:
    words = librarian.words
    for key, person in corpus.spacewalkers.items():
        if corpus.careers[key].count > 1 and person.born and person.born.is_exact:
            facts = {fact.name: fact.value for fact in librarian.answer(Query(Ref(Sort.SPACEWALKER, key))).facts}
            whole = words.partial_date(person.born)
            assert facts["Born"] == (whole if person.born_source else str(person.born.year)), key


@pytest.mark.parametrize(
    ("walk", "name", "value"),
    [
        ("sts-49-eva-3", "Time", "21:17 to 05:46 UTC the next day"),
        ("mir-eo-18-eva-4", "Date", "28 May 1995 UTC (29 May in Moscow)"),
        ("polaris-dawn", "Run by", "a private company"),
        ("sts-126-eva-1", "From", "Space Shuttle Endeavour at the ISS"),
        (
            "shenzhou-7",
            "Also reported",
            "Duration 14 minutes (German Wikipedia list): the sources start and stop the clock at different events",
        ),
    ],
)
def test_a_fact_is_written_for_people(librarian: Librarian, walk: str, name: str, value: str) -> None:
    facts = [(fact.name, fact.value) for fact in librarian.answer(Query(Ref(Sort.SPACEWALK, walk))).facts]
    assert (name, value) in facts


def test_what_goes_without_saying_is_no_fact(librarian: Librarian) -> None:
    names = {fact.name for fact in librarian.answer(Query(Ref(Sort.SPACEWALK, "voskhod-2"))).facts}
    assert names.isdisjoint({"Kind", "From"})  # in orbit, from the ship that the mission is called by


def test_a_line_names_its_crew_once(librarian: Librarian) -> None:
    lines = {fact.name: fact.value for fact in librarian.answer(Query(Ref(Sort.SPACEWALKER, "luca-parmitano"))).facts}
    assert lines["US EVA-60"].startswith("22 November 2019, 6 hours 33 minutes. Parmitano and Morgan cut")
    assert "Christopher Cassidy and Luca Parmitano" in lines["US EVA-23"]  # its summary tells of one of them only


def test_a_list_that_answers_who_names_them_in_full(librarian: Librarian) -> None:
    lines = {fact.name: fact.value for fact in librarian.answer(DayQuery(3, 18)).facts}
    assert lines["Voskhod 2 EVA"].startswith("18 March 1965, 12 minutes. Alexei Leonov floated")
    assert lines["US EVA-94"].startswith("18 March 2026, Jessica Meir and Chris Williams, 7 hours 2 minutes.")


def test_a_country_counts_its_own_people(librarian: Librarian) -> None:
    facts = {fact.name: fact.value for fact in librarian.answer(Query(Ref(Sort.COUNTRY, "germany"))).facts}
    assert facts["People"] == "4: Thomas Reiter, Hans Schlegel, Alexander Gerst and Matthias Maurer"


def test_a_record_quotes_its_holder_only(librarian: Librarian) -> None:
    for key, record in librarian.corpus.records.items():
        answer = librarian.answer(Query(Ref(Sort.RECORD, key)))
        holders = {librarian.corpus.person(id).name for id in answer.ids if id in librarian.corpus.spacewalkers}
        assert all(any(name in quote.speaker for name in holders) for quote in answer.quotes), record.name


def test_why_is_not_answered_twice(librarian: Librarian) -> None:
    answer = librarian.answer(Query(Ref(Sort.SPACEWALK, "voskhod-2"), Asks.WHY))
    assert "let off part of its pressure" in answer.lead
    assert "let off part of its pressure" not in answer.text


@pytest.mark.parametrize(
    ("sort", "key", "asks", "lead"),
    [
        (
            Sort.SPACEWALK,
            "voskhod-2",
            Asks.WITH_WHOM,
            "Nobody: Alexei Leonov went out alone (Voskhod 2 EVA, 18 March 1965).",
        ),
        (
            Sort.SPACEWALK,
            "apollo-11",
            Asks.AGE,
            (
                "Neil Armstrong was 38 years 350 days old and Buzz Aldrin was 39 years 182 days old "
                "on 21 July 1969 (Apollo 11 EVA)."
            ),
        ),
        (Sort.SPACEWALKER, "alexei-leonov", Asks.BORN, "Alexei Leonov was born on 30 May 1934."),
        (
            Sort.SPACEWALKER,
            "peggy-whitson",
            Asks.AGE,
            (
                "Peggy Whitson was 42 years 188 days old on the first of 10 spacewalks and 57 years 103 days old on the"
                " last."
            ),
        ),
        (
            Sort.SPACEWALKER,
            "sergei-mikaev",
            Asks.HOW_MANY,
            "Sergei Mikaev made one spacewalk, outside the ISS on 27 May 2026; its length is not known.",
        ),
        (Sort.SPACEWALKER, "bruce-mccandless", Asks.SUIT, "EMU: Bruce McCandless, on 2 spacewalks."),
        (Sort.AGENCY, "nasa", Asks.WHAT, "155 spacewalkers went outside for NASA, on 319 spacewalks."),
        (Sort.COUNTRY, "germany", Asks.WHAT, "4 spacewalkers from Germany went outside, on 6 spacewalks."),
    ],
)
def test_the_lead_reads_like_a_sentence(librarian: Librarian, sort: Sort, key: str, asks: Asks, lead: str) -> None:
    assert librarian.answer(Query(Ref(sort, key), asks)).lead == lead


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("compare Mir and ISS", "The ISS had 280 spacewalks, Mir 80."),
        ("compare Mir, Skylab and the ISS", "The ISS had 280 spacewalks, Mir 80 and Skylab 9."),
        ("compare Whitson and Williams", "Peggy Whitson made 10 spacewalks, Sunita Williams 9."),
        ("compare Sally Ride and Whitson", "Peggy Whitson made 10 spacewalks, Sally Ride none."),
        ("which had fewer, Skylab or Salyut 7?", "Skylab had 9 spacewalks, Salyut 7 had 13."),
        ("more spacewalks, women or men?", "Men took part in 490 spacewalks, women in 62."),
        (
            "longest spacewalk: Mir or ISS?",
            "The longest spacewalk of the ISS lasted 8 hours 56 minutes, that of Mir 7 hours 16 minutes.",
        ),
        ("compare 1984 and 1985", "There were 14 spacewalks in 1984, 6 in 1985."),
        ("compare the USA and the USSR", "The USA made 296 spacewalks, the USSR 43."),
        ("more people: Mir or ISS?", "159 people went out at the ISS, 38 at Mir."),
        (
            "did Whitson or Williams spend more time outside?",
            "Sunita Williams was outside for 62 hours 6 minutes, Peggy Whitson for 60 hours 18 minutes.",
        ),
        ("who was first, Leonov or White?", "Alexei Leonov first went out on 18 March 1965, Ed White on 3 June 1965."),
        (
            "who was older, Vinogradov or Musgrave?",
            "Story Musgrave was born on 19 August 1935, Pavel Vinogradov on 31 August 1953.",
        ),
        (
            "who was older on the last spacewalk, Vinogradov or Musgrave?",
            "Pavel Vinogradov was 59 years 231 days old on the last spacewalk, Story Musgrave 58 years 112 days.",
        ),
        ("compare Leonov and Ed White", "Alexei Leonov and Ed White are level: 1 spacewalk each."),
    ],
)
def test_a_comparison_is_told_in_a_sentence_and_ends_with_its_sources(
    librarian: Librarian, question: str, lead: str
) -> None:
    answer = librarian.ask(question)
    assert answer.lead == lead
    assert len(answer.sources) > 1


def test_what_is_compared_shows_other_figures_beside(librarian: Librarian) -> None:
    facts = librarian.ask("Peggy Whitson or Sunita Williams: more spacewalks?").facts
    assert [(fact.name, fact.value) for fact in facts] == [
        ("Peggy Whitson", "10 spacewalks (60 hours 18 minutes, from 16 August 2002 to 23 May 2017)"),
        ("Sunita Williams", "9 spacewalks (62 hours 6 minutes, from 16 December 2006 to 30 January 2025)"),
    ]


@pytest.mark.parametrize(
    ("question", "lead", "named"),
    [
        ("compare USA and Russia", "; Russia and the USSR together have 172.", 4),
        ("usa vs russia vs china", "; Russia and the USSR together have 172.", 5),
        ("usa or russia, who has more spacewalkers", "; Russia and the USSR together have 77.", 4),
        ("longest spacewalk russia vs usa", "; the USSR, counted apart: 7 hours 16 minutes.", 3),
        ("who went out first, russia or usa", "; the USSR, counted apart: 18 March 1965.", 3),
        ("Americans or Russians: more spacewalks?", ", Russia and the USSR 172.", 4),
        ("compare Russia and the USSR", ", the USSR 43.", 2),
        ("compare the USA and China", ", China 26.", 2),
        ("russia vs china in 2023", ": 6 spacewalks each.", 2),
    ],
)
def test_what_russia_has_is_told_with_and_without_the_soviet_union(
    librarian: Librarian, question: str, lead: str, named: int
) -> None:
    answer = librarian.ask(question)
    assert answer.lead.endswith(lead)
    assert len(answer.facts) == named


def test_nobody_went_out_for_russia_before_there_was_one(librarian: Librarian) -> None:
    lines = {fact.name: fact.value for fact in librarian.ask("russia or china more spacewalkers").facts}
    assert "from 20 February 1992 " in lines["Russian Federation"]
    assert lines["Soviet Union"].endswith("to 27 July 1991)")


def test_a_walk_that_was_called_off_is_not_told_as_one(librarian: Librarian) -> None:
    text = librarian.answer(Query(Ref(Sort.OTHER_PERSON, "zena-cardman"))).text
    assert text.startswith("Not counted: ")
    assert "(8 January 2026)" in text


def test_a_place_that_is_shared_says_so(librarian: Librarian) -> None:
    facts = {fact.name: fact.value for fact in librarian.answer(Query(Ref(Sort.SPACEWALKER, "peggy-whitson"))).facts}
    assert facts["Spacewalks"] == "10 (joint 2nd of 278)"
    assert facts["Total time"] == "60 hours 18 minutes (7th of 278)"


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        (
            "first african american spacewalk",
            "Bernard Harris made the first spacewalk by people of African American heritage,",
        ),
        ("12 April 1961", "No spacewalk is known on 12 April 1961; the nearest was Voskhod 2 EVA: Alexei Leonov,"),
        ("spacewalks in 1961", "No spacewalk was made in 1961."),
        ("spacewalks in 2027", "No spacewalk in 2027 is known to 30 June 2026."),
        ("did Michael Collins walk on the moon", "Michael Collins made 2 spacewalks, but none like that."),
        ("did Leonov walk on the moon", "Alexei Leonov made one spacewalk, but not one like that."),
        ("MBRSC", "One spacewalker went outside for MBRSC, on one spacewalk."),
        ("Artemis", "No spacewalk was made in the Artemis programme."),
        ("STS-61 EVA 9", "There is no STS-61 EVA 9: STS-61 had 5 spacewalks."),
    ],
)
def test_what_there_is_not_is_said_in_plain_english(librarian: Librarian, question: str, lead: str) -> None:
    assert librarian.ask(question).lead.startswith(lead)


def test_a_ranking_of_people_is_called_by_whom_it_ranks(librarian: Librarian) -> None:
    assert librarian.ask("first woman spacewalker in 1984").title == "First women to make a spacewalk in 1984"
    assert librarian.ask("first Brazilian to walk in space").title == "First people from Brazil to make a spacewalk"


def test_no_lead_begins_small_with_at_least(corpus: Corpus, librarian: Librarian) -> None:
    for person in corpus.spacewalkers:
        assert librarian.answer(Query(Ref(Sort.SPACEWALKER, person), Asks.HOW_LONG)).lead[:1].islower() is False


@pytest.mark.parametrize(
    ("question", "lead", "title"),
    [
        (
            "how many did curbeam do on sts-116",
            "Robert Curbeam made 4 spacewalks on STS-116, between 12 December 2006 and 18 December 2006.",
            "Spacewalks by Robert Curbeam on STS-116",
        ),
        ("Peggy Whitson spacewalks at Mir", "Peggy Whitson made no spacewalk at Mir.", ""),
        (
            "leonov and white together",
            "Alexei Leonov (1 spacewalk) and Ed White (1 spacewalk) never went out together.",
            "",
        ),
        (
            "was apollo 17 eva 2 longer than apollo 16 eva 2",
            "Apollo 17 EVA 2 lasted 7 hours 37 minutes, Apollo 16 EVA 2 lasted 7 hours 23 minutes.",
            "Apollo 17 EVA 2 and Apollo 16 EVA 2 compared",
        ),
        (
            "were there more spacewalks in the 1990s or the 2000s",
            "There were 144 spacewalks in the 2000s, 105 in the 1990s.",
            "1990s and 2000s compared",
        ),
        (
            "spacewalks from challenger shuttle",
            "There were 6 spacewalks from the Space Shuttle Challenger, between 7 April 1983 and 11 October 1984.",
            "Spacewalks from the Space Shuttle Challenger",
        ),
    ],
)
def test_what_is_named_is_told_as_people_say_it(librarian: Librarian, question: str, lead: str, title: str) -> None:
    answer = librarian.ask(question)
    assert (answer.lead, answer.title) == (lead, title)


def test_a_spacewalk_inside_a_module_was_not_outside_it(librarian: Librarian) -> None:
    lead = librarian.answer(Query(Ref(Sort.SPACEWALK, "expedition-20-eva-2"), Asks.WHERE)).lead
    assert lead.startswith("Inside the ISS, in a part without air: ")


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("last spacewalk of 1999", "Steven Smith and John Grunsfeld made the last spacewalk in 1999, "),
        ("longest gap since 2000", "324 days passed without a spacewalk, the longest such time since 2000: from "),
        ("longest gap between spacewalks", "1,415 days (3 years 319 days) passed without a spacewalk, "),
        ("most solo spacewalks", "Buzz Aldrin made 3 spacewalks alone, the most of all spacewalkers, "),
        (
            "most spacewalks in one year by a woman",
            "Peggy Whitson (2007 and 2017) and Christina Koch (2019) made 4 spacewalks each in one year, ",
        ),
        ("most spacewalks by the same two women", "Christina Koch and Jessica Meir made 3 spacewalks together, the "),
    ],
)
def test_a_ranking_is_told_as_people_say_it(librarian: Librarian, question: str, lead: str) -> None:
    assert librarian.ask(question).lead.startswith(lead)


@pytest.mark.parametrize(
    ("question", "before"),
    [
        ("they went back six days later with a toothbrush tied to a pole and drove the bolt home", "A power box would"),
        ("two cosmonauts found cloth debris jammed between the two and pulled it out", "The Kvant module would not "),
    ],
)
def test_a_sentence_that_leans_on_the_one_before_it_is_told_with_it(
    librarian: Librarian, question: str, before: str
) -> None:
    answer = librarian.ask(question)
    assert before in answer.lead
    assert before not in answer.text


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        ("russian spacewalks 2023", "There were 6 spacewalks run by Russia in 2023."),
        ("how many russian spacewalks in the 1970s", "There were 3 spacewalks run by the USSR in the 1970s."),
        (
            "how many russian spacewalks",
            "There were 172 spacewalks run by the USSR or Russia (USSR 43 and Russia 129).",
        ),
    ],
)
def test_of_the_ussr_and_russia_the_one_is_named_that_there_was(librarian: Librarian, question: str, lead: str) -> None:
    assert librarian.ask(question).lead == lead


def test_a_sum_that_lacks_lengths_says_of_how_many(librarian: Librarian) -> None:
    facts = {fact.name: fact.value for fact in librarian.ask("ISS").facts}
    assert re.fullmatch(r"at least .* \(the lengths of \d+ are not known\)", facts["Total time"])
    assert "length" not in {fact.name: fact.value for fact in librarian.ask("Salyut 7").facts}["Total time"]


def test_a_topic_names_beside_its_spacewalks_only_who_was_not_on_them(librarian: Librarian) -> None:
    assert "Also about" not in {fact.name for fact in librarian.ask("what is a spacewalk").facts}
    food = {fact.name: fact.value for fact in librarian.ask("how do astronauts go to the toilet on a spacewalk").facts}
    assert food["Also about"] == "Samantha Cristoforetti"


def test_who_asks_for_the_next_spacewalk_is_told_once_which_is_the_latest(librarian: Librarian) -> None:
    answer = librarian.ask("when will the next spacewalk be")
    assert "30 June 2026" in answer.lead
    assert answer.text == "4 later ones are known in part and not counted."


@pytest.mark.parametrize(
    ("question", "lead"),
    [
        (
            "who was outside on 16 september 1993",
            "Vasily Tsibliyev, Aleksandr Serebrov, James Newman and Carl Walz were outside on 16 September 1993, ",
        ),
        (
            "france or germany more spacewalks",
            "People from France took part in 11 spacewalks, those from Germany in 6.",
        ),
        ("all female spacewalk march 2019", "No spacewalk was made by women alone in March 2019."),
        ("list of chinese spacewalks over 8 hours", "There were 4 spacewalks of more than 8 hours run by China."),
        ("which suits did they wear on apollo 17", "A7LB: "),
    ],
)
def test_figures_are_told_in_the_order_people_say_them(librarian: Librarian, question: str, lead: str) -> None:
    assert librarian.ask(question).lead.startswith(lead)


@pytest.mark.parametrize(
    ("question", "lead", "title"),
    [
        (
            "who was with parmitano in 2013",
            "Luca Parmitano went out with Christopher Cassidy on 2 spacewalks in 2013.",
            "Spacewalks by Luca Parmitano in 2013",
        ),
        (
            "sorties de juin 2021 avec pesquet",
            "Thomas Pesquet made 3 spacewalks in June 2021, between 16 June 2021 and 25 June 2021.",
            "Spacewalks by Thomas Pesquet in June 2021",
        ),
    ],
)
def test_the_time_that_narrows_spacewalks_down_is_said(
    librarian: Librarian, question: str, lead: str, title: str
) -> None:
    answer = librarian.ask(question)
    assert (answer.lead, answer.title) == (lead, title)


@pytest.mark.parametrize(
    ("story", "lead"),
    [
        ("parmitano-first-2013", "Luca Parmitano and Christopher Cassidy, 9 July 2013: "),
        ("sts51a-1984", "Joseph Allen and Dale Gardner, November 1984: "),
        ("gemini9-cernan-1966", "5 June 1966: With too few handholds"),
        ("solovyov-record", "Anatoly Solovyev and David Wolf: Between 1990 and 1998 "),
        ("no-fatalities", "Nobody has ever died "),
    ],
)
def test_a_story_says_when_it_was(librarian: Librarian, story: str, lead: str) -> None:
    assert librarian.answer(Query(Ref(Sort.STORY, story))).lead.startswith(lead)


def test_a_list_of_a_day_tells_the_day_people_know_beside_that_of_utc(librarian: Librarian) -> None:
    answer = librarian.ask("spacewalks on valentine's day")
    assert answer.lead == "There were 4 spacewalks on 14 February, whatever the year."
    lines = {fact.name: fact.value for fact in answer.facts}
    assert lines["STS-82 EVA 2"].startswith("15 February 1997 UTC (14 February in the United States), ")
    assert lines["STS-98 EVA 3"].startswith("14 February 2001, ")
