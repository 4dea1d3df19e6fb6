"""The real corpus: its published tallies, rules for every entry, and that the order in the files means nothing."""

import datetime as dt
import io
import random
import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import fields
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo

import pytest
import yaml

from bot.answering import Librarian
from bot.corpus import Corpus
from bot.corpus.checks.sources import publication_of
from bot.corpus.draft import LAYOUT
from bot.corpus.folding import slugify
from bot.corpus.models import Kind, Operator
from bot.corpus.standings import holders
from bot.corpus.strict_yaml import Fields, read_yaml
from bot.terminal.catalogue import Format, write_catalogue

if TYPE_CHECKING:
    from tests.conftest import CorpusFolder

#: The clock of the control centre that people know a spacewalk's day by.
CONTROL_CENTRE: Final = {
    Operator.USA: ZoneInfo("America/Chicago"),
    Operator.RUSSIA: ZoneInfo("Europe/Moscow"),
    Operator.USSR: ZoneInfo("Europe/Moscow"),
    Operator.CHINA: ZoneInfo("Asia/Shanghai"),
    Operator.PRIVATE: ZoneInfo("America/New_York"),
}


# Tallies


def test_every_spacewalk_and_spacewalker_is_there(corpus: Corpus) -> None:
    assert len(corpus.spacewalks) == 495
    assert len(corpus.spacewalkers) == 278
    assert sum(person.sex == "F" for person in corpus.spacewalkers.values()) == 24
    assert corpus.spacewalks[0].date == dt.date(1965, 3, 18)
    assert corpus.spacewalks[-1].date == dt.date(2026, 6, 30)


def test_the_texts_are_there(corpus: Corpus) -> None:
    assert len(corpus.stories) == 139
    assert len(corpus.quotes) == 218
    assert len(corpus.others) >= 350
    assert len(corpus.records) >= 60
    assert len(corpus.topics) >= 100


def test_spacewalks_by_kind(corpus: Corpus) -> None:
    assert Counter(walk.kind for walk in corpus.spacewalks) == {
        Kind.ORBITAL: 462,
        Kind.LUNAR_SURFACE: 14,
        Kind.STANDUP: 8,
        Kind.INTERNAL: 8,
        Kind.DEEP_SPACE: 3,
    }


def test_spacewalks_by_operator(corpus: Corpus) -> None:
    assert Counter(walk.operator for walk in corpus.spacewalks) == {
        Operator.USA: 296,
        Operator.RUSSIA: 129,
        Operator.USSR: 43,
        Operator.CHINA: 26,
        Operator.PRIVATE: 1,
    }


def test_spacewalks_by_decade(corpus: Corpus) -> None:
    decades = Counter(walk.date.year // 10 * 10 for walk in corpus.spacewalks)
    assert decades == {1960: 15, 1970: 28, 1980: 33, 1990: 105, 2000: 144, 2010: 88, 2020: 82}


def test_spacewalks_by_station(corpus: Corpus) -> None:
    stations = {station: len(walks) for station, walks in corpus.walks_at_station.items()}
    assert (stations["iss"], stations["mir"], stations["tiangong"]) == (280, 80, 25)
    assert len(corpus.spacewalks) - 280 - 80 - 25 == 110


def test_the_time_of_all_people_together(corpus: Corpus) -> None:
    minutes = sum((walk.duration or 0) * len(walk.crew) for walk in corpus.spacewalks)
    assert divmod(minutes, 60) == (5601, 10)
    assert minutes == sum(career.minutes for career in corpus.careers.values())


@pytest.mark.parametrize(
    ("tally", "day"),
    [
        (100, "2007-12-18"),
        (151, "2010-11-15"),
        (158, "2011-05-25"),
        (184, "2014-10-22"),
        (187, "2015-03-01"),
        (194, "2016-08-19"),
        (200, "2017-05-12"),
        (218, "2019-08-21"),
        (238, "2021-06-02"),
        (240, "2021-06-20"),
        (245, "2021-12-02"),
        (256, "2022-12-03"),
        (268, "2023-10-25"),
        (271, "2024-06-24"),
        (276, "2025-10-16"),
        (278, "2026-03-18"),
        (279, "2026-05-27"),
    ],
)
def test_the_iss_tally_is_the_published_one(corpus: Corpus, tally: int, day: str) -> None:
    assert corpus.walks_at_station["iss"][tally - 1].date == dt.date.fromisoformat(day)


@pytest.mark.parametrize(("tally", "day"), [(1, "2008-09-27"), (5, "2021-12-26"), (25, "2025-12-09")])
def test_the_chinese_tally_is_the_published_one(corpus: Corpus, tally: int, day: str) -> None:
    chinese = [walk for walk in corpus.spacewalks if walk.operator is Operator.CHINA]
    assert chinese[tally - 1].date == dt.date.fromisoformat(day)


@pytest.mark.parametrize(
    ("person", "count", "hours", "minutes"),
    [
        ("michael-lopez-alegria", 10, 67, 40),
        ("sunita-williams", 9, 62, 6),
        ("anatoly-solovyev", 16, 78, 48),
        ("jerry-ross", 9, 57, 55),
        ("nikolai-budarin", 8, 44, 46),
        ("james-newman", 6, 43, 13),
        ("sergei-avdeyev", 10, 42, 0),
    ],
)
def test_careers_add_up(corpus: Corpus, person: str, count: int, hours: int, minutes: int) -> None:
    career = corpus.careers[person]
    assert (career.count, career.minutes, career.unknown_lengths) == (count, hours * 60 + minutes, 0)


def test_only_these_lengths_are_unknown(corpus: Corpus) -> None:
    days = [walk.date.isoformat() for walk in corpus.spacewalks if walk.duration is None]
    assert [day for day in days if day >= "2026"] == ["2026-03-16", "2026-05-27", "2026-06-30"]
    assert len([day for day in days if day < "2026"]) == 3
    assert all(day.startswith("2023") for day in days if day < "2026")


# Rules for every entry


def test_an_id_is_the_slug_of_the_designator(corpus: Corpus) -> None:
    """A trailing "EVA" may be left out where the rest is the mission already."""
    wrong = [walk.id for walk in corpus.spacewalks if slugify(walk.name) not in {walk.id, f"{walk.id}-eva"}]
    assert wrong == []


def test_the_id_of_a_person_is_the_slug_of_the_name(corpus: Corpus) -> None:
    everybody = (*corpus.spacewalkers.values(), *corpus.others.values())
    assert [person.id for person in everybody if slugify(person.name) != person.id] == []


def test_nobody_is_both_a_spacewalker_and_not(corpus: Corpus) -> None:
    assert set(corpus.spacewalkers) & set(corpus.others) == set()


def test_what_is_said_of_people_who_never_went_out_rests_on_something_published(corpus: Corpus) -> None:
    register = {name: entry for entry in corpus.publications.values() for name in (entry.name, *entry.aliases)}
    assert [p.id for p in corpus.others.values() if publication_of(p.source, register) is None] == []


@pytest.mark.parametrize(
    ("person", "first_flight", "born"),
    [
        ("ali-alqarni", 2023, "1992"),
        ("scott-poteet", 2024, "1973"),
        ("walter-villadei", 2023, "1974"),
        ("rayyanah-barnawi", 2023, None),
    ],
)
def test_years_of_people_whom_sources_correct(corpus: Corpus, person: str, first_flight: int, born: str | None) -> None:
    other = corpus.others[person]
    assert (other.first_flight, other.born and str(other.born)) == (first_flight, born)


def test_every_spacewalker_has_a_career(corpus: Corpus) -> None:
    assert set(corpus.careers) == set(corpus.spacewalkers)
    assert sum(career.count for career in corpus.careers.values()) == sum(len(w.crew) for w in corpus.spacewalks)


def test_running_numbers_follow_the_order_of_start(corpus: Corpus) -> None:
    assert [corpus.number_of[walk.id] for walk in corpus.spacewalks] == list(range(1, 496))
    starts = [(walk.date, walk.start) for walk in corpus.spacewalks]
    assert all(
        one[0] < two[0] or (one[0] == two[0] and (two[1] is None or (one[1] is not None and one[1] <= two[1])))
        for one, two in pairwise(starts)
    )


def test_the_local_day_is_that_of_the_control_centre(corpus: Corpus) -> None:
    wrong = []
    for walk in corpus.spacewalks:
        if walk.start is not None:
            start = dt.datetime.combine(walk.date, walk.start, dt.UTC)
            local = start.astimezone(CONTROL_CENTRE[walk.operator]).date()
            if walk.local_date != (None if local == walk.date else local):
                wrong.append((walk.id, walk.local_date, local))
    assert wrong == []


def test_a_mission_flew_when_its_spacewalks_were_made(corpus: Corpus) -> None:
    wrong = [
        (mission, walk.id)
        for mission, walks in corpus.walks_of_mission.items()
        for walk in walks
        if not (year := corpus.missions[mission].year) or not year <= walk.date.year <= year + 1
    ]
    assert wrong == []


def test_a_spacewalk_starts_from_the_craft_of_its_mission(corpus: Corpus) -> None:
    craft = {mission.name: mission.vehicle for mission in corpus.missions.values()}
    assert [w.id for w in corpus.spacewalks if craft[w.mission] and craft[w.mission] != w.vehicle] == []


def test_a_summary_counts_the_walks_of_a_person_as_the_tables_do(corpus: Corpus) -> None:
    ordinals = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
    said: dict[tuple[str, str], int] = {}
    for walk in corpus.spacewalks:
        if match := re.match(r"(.+?) (?:each )?made (?:a|his|her) (\w+) walk\b", walk.summary):
            named = [p for p in walk.crew if set(corpus.spacewalkers[p].name.split()) & set(match[1].split())]
            said |= {(walk.id, p): ordinals.index(match[2]) + 1 for p in named}
    counted = {(walk, p): [w.id for w in corpus.careers[p].spacewalks].index(walk) + 1 for walk, p in said}
    assert len(said) >= 5
    assert said == counted


def test_a_summary_says_first_of_an_airlock_where_the_tables_do(corpus: Corpus) -> None:
    said: dict[str, str] = {}
    for walk in corpus.spacewalks:
        if match := re.search(
            r"first (?:walk|exit) (?:from|through) (?:the )?([A-Z]\w+)|through ([A-Z]\w+) for the first", walk.summary
        ):
            said[match[1] or match[2]] = walk.id
    first: dict[str, str] = {}
    for walk in corpus.spacewalks:
        for word in re.split(r"\W", f"{walk.airlock} {walk.vehicle}"):
            first.setdefault(word, walk.id)
    assert set(said) >= {"Quest", "Pirs", "Poisk", "Wentian", "Tiangong"}
    assert said == {name: first[name] for name in said}


def test_a_round_number_that_the_tables_do_not_give_says_who_counts(corpus: Corpus) -> None:
    hundredth = corpus.spacewalk_by_id["sts-98-eva-3"]
    american = [walk.id for walk in corpus.spacewalks if walk.operator is Operator.USA]
    assert american.index(hundredth.id) + 1 != 100
    assert all("NASA" in text for text in (hundredth.summary, corpus.stories["us-hundredth-2001"].summary))


@pytest.mark.parametrize("series", ["US EVA-", "VKD-"])
def test_numbered_series_rise_with_time(corpus: Corpus, series: str) -> None:
    names = [walk.name.removeprefix(series) for walk in corpus.spacewalks if walk.name.startswith(series)]
    numbers = [int(name.rstrip("A")) for name in names if name.rstrip("A").isdecimal()]
    assert len(numbers) > 30
    assert numbers == sorted(numbers)


def test_every_quote_is_shown_with_a_spacewalk_of_its_story(corpus: Corpus) -> None:
    """The quotes of a story without a spacewalk are shown with the story alone."""
    hidden = [
        quote.id
        for quote in corpus.quotes.values()
        if (walks := corpus.stories[quote.story].spacewalks)
        and not any(quote in corpus.quotes_about(corpus.spacewalk_by_id[walk]) for walk in walks)
    ]
    assert hidden == []


def test_whom_a_quote_was_said_to_stands_in_its_note(corpus: Corpus) -> None:
    quotes = corpus.quotes.values()
    assert [quote.id for quote in quotes if ", to " in quote.speaker] == []
    assert [quote.id for quote in quotes if quote.person and quote.note and quote.note.startswith("To ")] == [
        "worden-fantastic",
        "conrad-cowboy",
        "scott-suppertime",
        "ross-fraternity",
    ]


def test_a_quote_is_about_spacewalks_of_its_story(corpus: Corpus) -> None:
    quotes = corpus.quotes.values()
    assert [q.id for q in quotes if not set(q.spacewalks) <= set(corpus.stories[q.story].spacewalks)] == []


def test_a_story_is_dated_by_one_of_its_spacewalks(corpus: Corpus) -> None:
    wrong = [
        story.id
        for story in corpus.stories.values()
        if story.spacewalks and story.date not in {d for w in story.spacewalks for d in corpus.spacewalk_by_id[w].days}
    ]
    assert wrong == []


def test_who_stayed_inside_was_not_in_the_crew(corpus: Corpus) -> None:
    wrong = [
        story.id
        for story in corpus.stories.values()
        if set(story.inside) & {person for walk in story.spacewalks for person in corpus.spacewalk_by_id[walk].crew}
    ]
    assert wrong == []


def test_what_a_suit_costs_rests_on_whoever_gave_the_price(librarian: Librarian) -> None:
    answer = librarian.ask("how much does a spacesuit cost?")
    assert "30 million yuan" in answer.lead
    assert any(source.startswith("CCTV,") for source in answer.sources)


def test_every_suit_is_a_topic_about_suits(corpus: Corpus) -> None:
    suits = {topic.name for topic in corpus.topics.values() if topic.category == "suit"}
    assert set(corpus.walks_in) <= suits


def test_pending_walks_lie_after_the_tables(corpus: Corpus) -> None:
    last = max(part.date for part in corpus.about.complete_through)
    later = [pending.date for pending in corpus.pending if pending.status == "took-place"]
    assert later
    assert all(date >= last.isoformat()[: len(date)] for date in later)


def test_who_is_reported_on_a_pending_walk_is_known(corpus: Corpus) -> None:
    everybody = {person.name for person in (*corpus.spacewalkers.values(), *corpus.others.values())}
    reported = {name for pending in corpus.pending for name in pending.crew}
    assert reported <= everybody


@pytest.mark.parametrize(
    ("question", "reported"),
    [("did Anil Menon make a spacewalk?", "US EVA-96"), ("has Sophie Adenot been on a spacewalk?", "US EVA-97")],
)
def test_who_went_out_after_the_tables_end_is_told_what_is_reported(
    librarian: Librarian, question: str, reported: str
) -> None:
    answer = librarian.ask(question)
    assert "to 30 June 2026" in answer.lead
    assert reported in answer.text


# The order of files and entries


def shuffled(folder: Path, chance: random.Random) -> None:
    """Deal the entries of each sort out anew to files of other names; quotes and pending walks keep their order."""
    for pattern, sections in LAYOUT.items():
        if pattern in {"quotes.yaml", "pending.yaml"}:
            continue
        entries: dict[str, list[Any]] = {section: [] for section in sections}
        for path in sorted(folder.glob(pattern)):
            data, _ = read_yaml(path, path.name)
            assert isinstance(data, Fields)
            for section, items in data.items():
                entries[section] += items
            path.unlink()
        for name, part in dealt(pattern, entries, chance):
            text = yaml.dump(plain(part), Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=chance.random() < 0.5)
            (folder / name).write_text(text, encoding="utf-8")


def dealt(pattern: str, entries: dict[str, list[Any]], chance: random.Random) -> list[tuple[str, dict[str, Any]]]:
    """Return the files to write: one where the name is fixed, else several."""
    for items in entries.values():
        chance.shuffle(items)
    sections = list(entries.items())
    chance.shuffle(sections)
    if "*" not in pattern:
        return [(pattern, dict(sections))]
    return [
        (pattern.replace("*", f"{chance.randrange(10**6)}-{section}-{number}"), {section: part})
        for section, items in sections
        for number, part in enumerate(items[start : start + 97] for start in range(0, len(items), 97))
    ]


def plain(node: object) -> object:
    """Turn the loader's mappings into plain ones, which the dumper knows."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.items()}
    return [plain(item) for item in node] if isinstance(node, list) else node


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_in_the_files_changes_nothing(
    corpus: Corpus, copy_of_knowledge: "Callable[[], CorpusFolder]", seed: int
) -> None:
    folder = copy_of_knowledge()
    shuffled(folder.root, random.Random(seed))  # noqa: S311 - a seeded shuffle, nothing secret
    other = folder.load()
    for part in fields(corpus):
        if part.name != "ambiguous":
            assert getattr(other, part.name) == getattr(corpus, part.name), part.name
    assert exported(other) == exported(corpus)
    assert all(holders(other, record) == holders(corpus, record) for record in corpus.records.values())


def exported(corpus: Corpus) -> str:
    out = io.StringIO()
    write_catalogue(corpus, Format.CSV, out)
    return out.getvalue()


def test_a_new_spacewalk_moves_the_numbers_and_no_id(
    corpus: Corpus, copy_of_knowledge: "Callable[[], CorpusFolder]"
) -> None:
    folder = copy_of_knowledge()
    voskhod = (folder.root / "spacewalks/voskhod.yaml").read_text(encoding="utf-8")
    entry = voskhod.partition("spacewalks:\n")[2].replace("voskhod-2", "voskhod-2-again")
    entry = (
        entry.replace("Voskhod 2 EVA", "Voskhod 2 again").replace('"08:34"', '"09:34"').replace('"08:47"', '"09:46"')
    )
    folder.append("spacewalks/another.yaml", "spacewalks:\n" + entry)
    other = folder.load()
    assert other.number_of["voskhod-2-again"] == 2
    assert all(other.number_of[walk.id] == corpus.number_of[walk.id] + 1 for walk in corpus.spacewalks[1:])
