"""The named records give the known holders and figures, and every definition ranks sensibly."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, Final

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from bot.corpus import Corpus
from bot.corpus.filters import person_counts, walks_that_count
from bot.corpus.folding import fold
from bot.corpus.models import Kind, Operator, Spacewalk, Spacewalker
from bot.corpus.record_models import MEASURES, RecordDefinition
from bot.corpus.standings import Standing, holders, standings

# The day the expectations below were checked against; later spacewalks may break records, not these tests.
AS_OF: Final = dt.date(2026, 6, 30)


def _then(corpus: Corpus, record: str) -> RecordDefinition:
    """Return a record restricted to the spacewalks known on the day of the check."""
    definition = corpus.records[record]
    until = min(AS_OF, definition.where.until or AS_OF)
    return definition.model_copy(update={"where": definition.where.model_copy(update={"until": until})})


def _at(hours: int, minutes: int) -> int:
    return 60 * hours + minutes


def _people(best: tuple[Standing, ...]) -> set[str]:
    return {person for standing in best for person in standing.people}


def _last_walks(best: tuple[Standing, ...]) -> set[str]:
    return {standing.spacewalks[-1].id for standing in best}


# Record, holders, the spacewalk, its length in minutes.
_FIRST_AND_LAST = [
    ("first-spacewalk", {"alexei-leonov"}, "voskhod-2", _at(0, 12)),
    ("first-soviet-spacewalker", {"alexei-leonov"}, "voskhod-2", _at(0, 12)),
    ("first-american-spacewalker", {"ed-white"}, "gemini-4", _at(0, 36)),
    ("first-woman-spacewalker", {"svetlana-savitskaya"}, "salyut-7-ve-4-eva-1", _at(3, 35)),
    ("first-american-woman-spacewalker", {"kathryn-sullivan"}, "sts-41-g-eva-1", _at(3, 29)),
    ("first-untethered-spacewalk", {"bruce-mccandless"}, "sts-41-b-eva-1", _at(5, 55)),
    ("first-moonwalk", {"neil-armstrong", "buzz-aldrin"}, "apollo-11", _at(2, 32)),
    ("last-moonwalk", {"eugene-cernan", "harrison-schmitt"}, "apollo-17-eva-3", _at(7, 15)),
    ("first-deep-space-eva", {"alfred-worden"}, "apollo-15-trans-earth-eva", _at(0, 39)),
    ("first-crew-transfer", {"yevgeny-khrunov", "aleksei-yeliseyev"}, "soyuz-5-to-soyuz-4-transfer", _at(0, 37)),
    ("first-three-person-spacewalk", {"pierre-thuot", "richard-hieb", "thomas-akers"}, "sts-49-eva-3", _at(8, 29)),
    ("first-all-female-spacewalk", {"christina-koch", "jessica-meir"}, "us-eva-58", _at(7, 17)),
    ("first-private-spacewalk", {"jared-isaacman", "sarah-gillis"}, "polaris-dawn", _at(1, 46)),
    ("first-chinese-spacewalker", {"zhai-zhigang"}, "shenzhou-7", _at(0, 22)),
    ("first-chinese-woman-spacewalker", {"wang-yaping"}, "shenzhou-13-eva-1", _at(6, 25)),
    ("first-from-neither-superpower", {"jean-loup-chretien"}, "mir-eo-4-eva-1", _at(6, 0)),
    ("first-french-spacewalker", {"jean-loup-chretien"}, "mir-eo-4-eva-1", _at(6, 0)),
    ("first-african-american-spacewalker", {"bernard-harris"}, "sts-63-eva-1", _at(4, 39)),
    ("first-esa-spacewalker", {"thomas-reiter"}, "mir-eo-20-eva-1", _at(5, 16)),
    ("first-german-spacewalker", {"thomas-reiter"}, "mir-eo-20-eva-1", _at(5, 16)),
    ("first-japanese-spacewalker", {"takao-doi"}, "sts-87-eva-1", _at(7, 43)),
    ("first-canadian-spacewalker", {"chris-hadfield"}, "sts-100-eva-1", _at(7, 10)),
    ("first-swedish-spacewalker", {"christer-fuglesang"}, "sts-116-eva-1", _at(6, 36)),
    ("first-italian-spacewalker", {"luca-parmitano"}, "us-eva-22", _at(6, 7)),
    ("first-british-spacewalker", {"timothy-peake"}, "us-eva-35", _at(4, 43)),
    ("first-european-woman-spacewalker", {"samantha-cristoforetti"}, "vkd-esa", _at(7, 5)),
    ("first-emirati-spacewalker", {"sultan-al-neyadi"}, "us-eva-86", _at(7, 1)),
    ("first-shuttle-spacewalk", {"story-musgrave", "donald-peterson"}, "sts-6-eva-1", _at(4, 10)),
    ("first-iss-spacewalk", {"jerry-ross", "james-newman"}, "sts-88-eva-1", _at(7, 21)),
    ("first-quest-spacewalk", {"michael-gernhardt", "james-reilly"}, "sts-104-eva-3", _at(4, 2)),
    ("first-tiangong-spacewalk", {"liu-boming", "tang-hongbo"}, "shenzhou-12-eva-1", _at(6, 46)),
]


@pytest.mark.parametrize(("record", "people", "walk", "minutes"), _FIRST_AND_LAST)
def test_firsts_and_lasts(corpus: Corpus, record: str, people: set[str], walk: str, minutes: int) -> None:
    best = holders(corpus, _then(corpus, record))
    assert _people(best) == people
    assert _last_walks(best) == {walk}
    assert best[0].value == corpus.number_of[walk]
    assert corpus.spacewalk_by_id[walk].duration == minutes


_TEN_EACH = {
    "michael-lopez-alegria": "expedition-14-eva-5",
    "peggy-whitson": "us-eva-43",
    "robert-behnken": "us-eva-68",
    "stephen-bowen": "us-eva-88",
    "christopher-cassidy": "us-eva-68",
}
# Record, holders, value in the unit of the measure (minutes or a count), the last spacewalk of each holder.
_EXTREMES = [
    ("longest-spacewalk", {"cai-xuzhe", "song-lingdong"}, _at(9, 6), {"shenzhou-19-eva-1"}),
    ("second-longest-spacewalk", {"james-voss", "susan-helms"}, _at(8, 56), {"sts-102-eva-1"}),
    ("longest-moonwalk", {"eugene-cernan", "harrison-schmitt"}, _at(7, 37), {"apollo-17-eva-2"}),
    ("longest-russian-spacewalk", {"aleksandr-misurkin", "anton-shkaplerov"}, _at(8, 13), {"vkd-44"}),
    (
        "shortest-spacewalk",
        {"alexei-leonov", "michael-barratt", "gennady-padalka"},
        _at(0, 12),
        {"voskhod-2", "expedition-20-eva-2"},
    ),
    ("shortest-airlock-spacewalk", {"gennady-padalka", "michael-fincke"}, _at(0, 14), {"expedition-9-eva-1"}),
    ("most-spacewalks", {"anatoly-solovyev"}, 16, {"mir-eo-24-eva-7"}),
    ("most-time", {"anatoly-solovyev"}, _at(78, 48), {"mir-eo-24-eva-7"}),
    ("most-spacewalks-by-an-american", set(_TEN_EACH), 10, set(_TEN_EACH.values())),
    ("most-time-by-an-american", {"michael-lopez-alegria"}, _at(67, 40), {"expedition-14-eva-5"}),
    ("most-time-by-a-woman", {"sunita-williams"}, _at(62, 6), {"us-eva-92"}),
    ("most-spacewalks-by-a-woman", {"peggy-whitson"}, 10, {"us-eva-43"}),
    (
        "most-spacewalks-by-a-chinese-astronaut",
        {"chen-dong", "zhang-lu"},
        6,
        {"shenzhou-20-eva-3", "shenzhou-21-eva-2"},
    ),
    ("largest-crew", {"pierre-thuot", "richard-hieb", "thomas-akers"}, 3, {"sts-49-eva-3"}),
]


@pytest.mark.parametrize(("record", "people", "value", "walks"), _EXTREMES)
def test_extremes(corpus: Corpus, record: str, people: set[str], value: int, walks: set[str]) -> None:
    best = holders(corpus, _then(corpus, record))
    assert _people(best) == people
    assert {standing.value for standing in best} == {value}
    assert _last_walks(best) == walks


# Record, holder, age as years and days since the last birthday, the spacewalk.
_AGES = [
    ("oldest-spacewalker", "michael-barratt", (65, 69), "us-eva-90"),
    ("oldest-fully-outside", "barry-wilmore", (62, 32), "us-eva-92"),
    ("oldest-woman-spacewalker", "sunita-williams", (59, 133), "us-eva-92"),
    ("youngest-spacewalker", "sarah-gillis", (30, 255), "polaris-dawn"),
    ("youngest-before-polaris-dawn", "alexei-leonov", (30, 292), "voskhod-2"),
]


@pytest.mark.parametrize(("record", "person", "age", "walk"), _AGES)
def test_ages(corpus: Corpus, record: str, person: str, age: tuple[int, int], walk: str) -> None:
    (best,) = holders(corpus, _then(corpus, record))
    assert best.people == (person,)
    assert [outing.id for outing in best.spacewalks] == [walk]
    assert _years_and_days(best.spacewalks[0].date, best.value) == age


def _years_and_days(day: dt.date, days_of_age: int) -> tuple[int, int]:
    born = day - dt.timedelta(days=days_of_age)
    years = day.year - born.year - ((day.month, day.day) < (born.month, born.day))
    return years, (day - born.replace(year=born.year + years)).days


def test_the_longest_after_the_second(corpus: Corpus) -> None:
    ranking = [
        (standing.rank, standing.value, standing.spacewalks[0].id)
        for standing in standings(corpus, _then(corpus, "longest-spacewalk"))
        if 3 <= standing.rank <= 8
    ]
    assert ranking == [
        (3, _at(8, 29), "sts-49-eva-3"),
        (4, _at(8, 23), "shenzhou-18-eva-1"),
        (5, _at(8, 17), "us-eva-18"),
        (5, _at(8, 17), "shenzhou-19-eva-2"),
        (5, _at(8, 17), "shenzhou-21-eva-1"),
        (8, _at(8, 15), "sts-103-eva-1"),
    ]


def test_four_people_of_two_crews_were_out_at_once(corpus: Corpus) -> None:
    (best,) = holders(corpus, _then(corpus, "most-at-once"))
    assert best.value == len(best.people) == 4
    assert {walk.id for walk in best.spacewalks} == {"mir-eo-14-eva-1", "sts-51-eva-1"}


def test_the_busiest_years(corpus: Corpus) -> None:
    ranking = standings(corpus, _then(corpus, "most-spacewalks-in-a-year"))
    assert [(standing.label, standing.value) for standing in ranking[:5]] == [
        ("2002", 23),
        ("2007", 23),
        ("2009", 22),
        ("2008", 20),
        ("2001", 18),
    ]
    assert [standing.rank for standing in ranking[:5]] == [1, 1, 3, 4, 5]


def test_there_are_seventy_five_records_and_each_is_held(corpus: Corpus) -> None:
    assert len(corpus.records) >= 75
    assert [record.id for record in corpus.records.values() if not holders(corpus, record)] == []


def test_every_ranking_is_ordered_and_counts_places_by_heads(corpus: Corpus) -> None:
    assert [record.id for record in corpus.records.values() if not _is_by_heads(corpus, record)] == []


def _is_by_heads(corpus: Corpus, definition: RecordDefinition) -> bool:
    """Tell whether each rank is one more than how many are better, in the order asked for: 1, 2, 2, 4."""
    ranking = standings(corpus, definition)
    sign = 1 if definition.order == "most" else -1
    one_by_one = definition.measure == "first_day" and definition.order == "least"
    turns = [standing.spacewalks[0].turn_of(standing.people[0]) if one_by_one else 0 for standing in ranking]
    values = [(sign * standing.value, -turn) for standing, turn in zip(ranking, turns, strict=True)]
    ranks = [standing.rank for standing in ranking]
    return ranks == sorted(ranks) == [1 + sum(other > value for other in values) for value in values]


def test_the_other_order_turns_every_ranking_round(corpus: Corpus) -> None:
    same = [record.id for record in corpus.records.values() if record.measure != "age" and not _turns(corpus, record)]
    assert same == []


def _turns(corpus: Corpus, definition: RecordDefinition) -> bool:
    """Tell whether the first of one order are the last of the other; age, of the first or the last walk, need not.

    A sum that lacks a length is among the most, but may not be the least.
    """
    ranking = [standing for standing in standings(corpus, definition) if not standing.at_least]
    turned = [standing for standing in standings(corpus, _turned(definition)) if not standing.at_least]
    if not ranking:
        return not turned
    top = {_key(standing) for standing in ranking if standing.value == ranking[0].value}
    bottom = {_key(standing) for standing in turned if standing.value == turned[-1].value}
    return top == bottom and Counter(map(_key, ranking)) == Counter(map(_key, turned))


def test_a_sum_that_lacks_a_length_is_not_the_least(corpus: Corpus) -> None:
    least = corpus.records["most-time"].model_copy(update={"order": "least"})
    assert any(standing.at_least for standing in standings(corpus, _turned(least)))
    assert not any(standing.at_least for standing in standings(corpus, least))


def _turned(definition: RecordDefinition) -> RecordDefinition:
    return definition.model_copy(update={"order": "least" if definition.order == "most" else "most"})


def _key(standing: Standing) -> tuple[int, tuple[str, ...], str, tuple[str, ...]]:
    return standing.value, standing.people, standing.label, tuple(walk.id for walk in standing.spacewalks)


def test_only_people_who_count_are_ranked(corpus: Corpus) -> None:
    """A record of one nation, sex or agency ranks nobody else, whoever was along."""
    for record in corpus.records.values():
        if record.of in {"spacewalk", "person"}:
            strangers = [p for p in _ranked(corpus, record) if not person_counts(p, record.who)]
            assert strangers == [], record.id


def _ranked(corpus: Corpus, definition: RecordDefinition) -> Iterator[Spacewalker]:
    for standing in standings(corpus, definition):
        for person in standing.people:
            yield corpus.spacewalkers[person]


_DEFINITIONS: Final[st.SearchStrategy[dict[str, Any]]] = st.fixed_dictionaries(
    {
        "of_and_measure": st.sampled_from([(of, measure) for of in MEASURES for measure in MEASURES[of]]),
        "order": st.sampled_from(["most", "least"]),
        "where": st.fixed_dictionaries(
            {},
            optional={
                "kind": st.lists(st.sampled_from(list(Kind)), min_size=1, unique=True),
                "operator": st.lists(st.sampled_from(list(Operator)), min_size=1, unique=True),
                "crew_size": st.integers(1, 3),
            },
        ),
        "who": st.fixed_dictionaries(
            {},
            optional={
                "sex": st.sampled_from(["F", "M"]),
                "nation": st.lists(st.sampled_from(["USA", "USSR", "Russia", "China", "Canada"]), min_size=1),
            },
        ),
        "everyone": st.booleans(),
        "outside_fully": st.booleans(),
    }
)


@given(parts=_DEFINITIONS)
def test_any_definition_ranks_by_heads_and_turns_round(corpus: Corpus, parts: dict[str, Any]) -> None:
    of, measure = parts.pop("of_and_measure")
    definition = RecordDefinition.model_validate({"id": "any", "name": "Any", "of": of, "measure": measure, **parts})
    ranking = standings(corpus, definition)
    assume(ranking)
    assert _is_by_heads(corpus, definition)
    assert measure == "age" or _turns(corpus, definition)
    assert of not in {"spacewalk", "person"} or all(
        person_counts(person, definition.who) for person in _ranked(corpus, definition)
    )


def test_nobody_with_a_half_known_birthday_could_hold_a_record_of_age(corpus: Corpus) -> None:
    """Those whose birthday is not known to the day are left out of ages, which must not hide a true holder."""
    for record in corpus.records.values():
        if record.measure == "age":
            known = holders(corpus, record)[0].value
            hidden = [person for person, age in _possible_ages(corpus, record) if _beats(record, age, known)]
            assert hidden == [], record.id


def _possible_ages(corpus: Corpus, record: RecordDefinition) -> Iterator[tuple[str, int]]:
    """Yield the greatest (or smallest) age in days that somebody with a half-known birthday can have had."""
    for walk in walks_that_count(corpus, record.where):
        for person in walk.crew:
            born = corpus.spacewalkers[person].born
            if born and not born.is_exact and person_counts(corpus.spacewalkers[person], record.who):
                extreme = born.earliest() if record.order == "most" else born.latest()
                yield person, (walk.date - extreme).days


def _beats(record: RecordDefinition, age: int, known: int) -> bool:
    return age >= known if record.order == "most" else age <= known


def test_the_free_flying_shuttle_flights_are_all_listed(corpus: Corpus) -> None:
    listed = walks_that_count(corpus, corpus.records["longest-free-shuttle-spacewalk"].where)
    assert {walk.id for walk in listed} == {walk.id for walk in corpus.spacewalks if _from_free_shuttle(corpus, walk)}


def _from_free_shuttle(corpus: Corpus, walk: Spacewalk) -> bool:
    return corpus.programme_of(walk) == "shuttle" and corpus.station_name(walk) is None


def test_all_permanent_airlocks_are_listed(corpus: Corpus) -> None:
    listed = set(corpus.records["shortest-airlock-spacewalk"].where.airlock)
    airlocks = {airlock.name for airlock in corpus.airlocks.values() if airlock.kind == "airlock"}
    assert listed == airlocks - {"Volga inflatable airlock"}


def test_no_word_means_two_records(corpus: Corpus) -> None:
    words = Counter(fold(word) for record in corpus.records.values() for word in (record.name, *record.aliases))
    assert [word for word, times in words.items() if times > 1] == []


@pytest.mark.parametrize(
    ("word", "record"),
    [
        ("longest", "longest-spacewalk"),
        ("record", "longest-spacewalk"),
        ("shortest", "shortest-spacewalk"),
        ("first", "first-spacewalk"),
        ("latest", "latest-spacewalk"),
        ("most", "most-spacewalks"),
        ("oldest", "oldest-spacewalker"),
        ("youngest", "youngest-spacewalker"),
    ],
)
def test_plain_superlatives_mean_the_obvious_record(corpus: Corpus, word: str, record: str) -> None:
    assert [entry.id for entry in corpus.records.values() if word in entry.aliases] == [record]


_FIGURE = re.compile(r"\d+:\d\d|\d+ ?(?:h|hours?|min|minutes?|days?|years?|times|people|spacewalks|walks)\b")


def test_no_figure_is_typed_in_a_record(corpus: Corpus) -> None:
    printed = [text for record in corpus.records.values() for text in (record.name, record.caveat or "")]
    assert [text for text in printed if _FIGURE.search(text)] == []


def test_a_published_value_is_another_than_the_computed_one(corpus: Corpus) -> None:
    published = {record.id: record for record in corpus.records.values() if record.published}
    assert "most-time" in published
    for record in published.values():
        match = re.fullmatch(r"(\d+) h (\d+) min", record.published or "")
        assert match is not None, record.id
        assert _at(int(match[1]), int(match[2])) != holders(corpus, record)[0].value
