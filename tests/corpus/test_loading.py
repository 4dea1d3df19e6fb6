"""A corpus loads whole or not at all, and every problem names its file, line, entry and field."""

import datetime as dt
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from bot.corpus import CorpusError, Problem, load_corpus

if TYPE_CHECKING:
    from tests.conftest import CorpusFolder

EARLY, ISS, PEOPLE = "spacewalks/early.yaml", "spacewalks/iss.yaml", "people/spacewalkers.yaml"
OTHERS, STORIES, QUOTES, TOPICS = "people/others.yaml", "stories/stories.yaml", "quotes.yaml", "topics/topics.yaml"
PLACES, RECORDS, ABOUT, PENDING = "places.yaml", "records.yaml", "about.yaml", "pending.yaml"


def test_a_corpus_in_order_loads(small_corpus: "CorpusFolder") -> None:
    corpus = small_corpus.load()
    assert small_corpus.problems() == []
    assert [walk.id for walk in corpus.spacewalks] == ["voskhod-2", "gemini-4", "us-eva-22", "us-eva-23"]
    assert list(corpus.spacewalkers) == ["alexei-leonov", "christopher-cassidy", "ed-white", "luca-parmitano"]
    first = corpus.spacewalks[0]
    assert (first.date, first.start, first.end) == (dt.date(1965, 3, 18), dt.time(8, 34), dt.time(8, 47))
    assert first.duration == 12
    assert corpus.quotes["white-saddest"].text == "I'm coming back in … it's the saddest moment of my life."


class Broken(NamedTuple):
    """An edit that breaks one field. The problem is reported `below` lines under the beginning of the edit."""

    file: str
    old: str
    new: str
    problem: str
    below: int = 0


_DAY = "expected a day that exists as year-month-day, e.g. 1965-03-18"
_LENGTH = 'expected a length as hours:minutes in quotes, e.g. "8:56"'
_CLOCK = 'expected a UTC time of day in quotes, e.g. "08:34"'
_PARTIAL = "expected a date as far as it is known, e.g. 1934-05-30, 1976-05 or 1983"
_SUIT = "suit: Berkut"
_CREW = "crew: [alexei-leonov]"
_OPERATORS = "Input should be 'USSR', 'USA', 'Russia', 'China' or 'private'"

UNKNOWN_FIELDS = [
    Broken(
        EARLY, "also_reported", "also_reportd", "gemini-4: unknown field 'also_reportd'; did you mean 'also_reported'?"
    ),
    Broken(PEOPLE, "aliases", "alias", "ed-white: unknown field 'alias'; did you mean 'aliases'?"),
    Broken(EARLY, _SUIT, f"{_SUIT}\n    zzzz: 1", "voskhod-2: unknown field 'zzzz'", below=1),
    Broken(
        EARLY,
        "also_reported:\n      - field: duration",
        "also_reported:\n      - field: duration\n        vaule: 1",
        "gemini-4: unknown field 'also_reported.0.vaule'",
    ),
    Broken(
        RECORDS,
        "where:\n      station: [ISS]",
        "where:\n      stations: [ISS]",
        "first-european: unknown field 'where.stations'",
    ),
    Broken(ABOUT, "credits: []", "credits: []\neditor: me", "unknown field 'editor'", below=1),
]

WRONG_VALUES = [
    Broken(EARLY, "1965-03-18", "1965-02-29", f"voskhod-2: date: {_DAY}, not '1965-02-29'"),
    Broken(EARLY, "1965-03-18", "18.3.1965", f"voskhod-2: date: {_DAY}, not '18.3.1965'"),
    Broken(EARLY, "1965-03-18", "1965", f"voskhod-2: date: {_DAY}, not 1965"),
    Broken(EARLY, '"0:12"', "12", f"voskhod-2: duration: {_LENGTH}, not 12"),
    Broken(EARLY, '"0:12"', "12 minutes", f"voskhod-2: duration: {_LENGTH}, not '12 minutes'"),
    Broken(EARLY, '"08:34"', "8:34", f"voskhod-2: start: {_CLOCK}, not '8:34'"),
    Broken(
        EARLY,
        _CREW,
        "crew: alexei-leonov",
        "voskhod-2: crew: expected a list, e.g. [alexei-leonov], not 'alexei-leonov'",
    ),
    Broken(EARLY, _CREW, "crew: [Alexei Leonov]", "voskhod-2: crew.0: String should match pattern '^[a-z0-9]+"),
    Broken(EARLY, _CREW, "crew: [5]", "voskhod-2: crew.0: Input should be a valid string, not 5"),
    Broken(EARLY, _CREW, "crew: []", "voskhod-2: crew: expected 1 or more items, not []"),
    Broken(EARLY, "operator: USSR", "operator: ussr", f"voskhod-2: operator: {_OPERATORS}, not 'ussr'"),
    Broken(EARLY, "operator: USSR", "operator: NO", f"voskhod-2: operator: {_OPERATORS}, not 'NO'"),
    Broken(EARLY, _SUIT, "suit: [Berkut]", "voskhod-2: suit: Input should be a valid string, not ['Berkut']"),
    Broken(EARLY, _SUIT, "suit: true", "voskhod-2: suit: Input should be a valid string, not True"),
    Broken(EARLY, _SUIT, 'suit: ""', "voskhod-2: suit: String should have at least 1 character, not ''"),
    Broken(EARLY, _SUIT, 'suit: "Ber\\0kut"', "voskhod-2: suit: String should match pattern"),
    Broken(
        EARLY,
        "by: [NASA]",
        "by: NASA",
        "gemini-4: also_reported.0.by: expected a list, e.g. [NASA], not 'NASA'",
        below=-3,
    ),
    Broken(PEOPLE, "1970-01", "January 1970", f"christopher-cassidy: born: {_PARTIAL}, not 'January 1970'"),
    Broken(PEOPLE, "1930-11-14", "1930-11-31", "ed-white: born: there is no day 1930-11-31, not '1930-11-31'"),
    Broken(
        PEOPLE,
        "born: 1976",
        "born: 1976\n    tags: Big One",
        "luca-parmitano: tags: expected a list, e.g. [Big One]",
        below=1,
    ),
    Broken(OTHERS, "sex: F", "sex: f", "helen-sharman: sex: Input should be 'F' or 'M', not 'f'"),
    Broken(
        OTHERS, "1991", "1891", "helen-sharman: first_flight: Input should be greater than or equal to 1957, not 1891"
    ),
    Broken(QUOTES, "said: during", "said: outside", "white-saddest: said: Input should be 'before', 'during', 'after'"),
    Broken(QUOTES, "verbatim", "hearsay", "white-saddest: attestation: Input should be 'verbatim', not 'hearsay'"),
    Broken(QUOTES, "https://", "", "white-saddest: url: String should match pattern '^https?://"),
    Broken(
        QUOTES,
        "said: during",
        "said: during\n    translated: yes",
        "white-saddest: translated: Input should be a valid boolean, not 'yes'",
        below=1,
    ),
    Broken(
        STORIES,
        "confidence: high",
        "confidence: sure",
        "leonov-1965: confidence: Input should be 'high' or 'medium', not 'sure'",
    ),
    Broken(
        RECORDS, "order: most", "order: best", "longest-spacewalk: order: Input should be 'most' or 'least', not 'best'"
    ),
    Broken(ABOUT, "2014-01-01", "yesterday", f"updated: {_DAY}, not 'yesterday'"),
    Broken(
        PENDING,
        "took-place",
        "done",
        "2014-03: status: Input should be 'took-place', 'cancelled' or 'unconfirmed', not 'done'",
    ),
]

LOST_REFERENCES = [
    Broken(
        EARLY,
        _CREW,
        "crew: [alexey-leonov]",
        "voskhod-2: crew: 'alexey-leonov' is not among the spacewalkers; did you mean 'alexei-leonov'?",
    ),
    Broken(EARLY, _CREW, "crew: [helen-sharman]", "voskhod-2: crew: 'helen-sharman' is not among the spacewalkers"),
    Broken(
        EARLY,
        "mission: Voskhod 2",
        "mission: Voskhod 3",
        "voskhod-2: missions: 'Voskhod 3' is not among the missions; did you mean 'Voskhod 2'?",
    ),
    Broken(
        EARLY,
        "mission: Voskhod 2",
        "mission: Voskhod 2\n    also_missions: [Zond]",
        "voskhod-2: missions: 'Zond' is not among the missions",
    ),
    Broken(
        EARLY,
        "vehicle: Voskhod 2",
        "vehicle: Voskod 2",
        "voskhod-2: vehicle: 'Voskod 2' is not among the vehicles or stations; did you mean 'Voskhod 2'?",
    ),
    Broken(
        EARLY,
        _SUIT,
        f"{_SUIT}\n    docked_at: IS",
        "voskhod-2: docked_at: 'IS' is not among the stations; did you mean 'ISS'?",
        below=1,
    ),
    Broken(EARLY, _SUIT, "suit: Berkutt", "voskhod-2: suit: 'Berkutt' is not among the topics; did you mean 'Berkut'?"),
    Broken(
        EARLY,
        _SUIT,
        f"{_SUIT}\n    suit_of: {{alexei-leonov: Berkutt}}",
        "voskhod-2: suit_of: 'Berkutt' is not among the topics; did you mean 'Berkut'?",
        below=1,
    ),
    Broken(
        EARLY,
        _SUIT,
        f"{_SUIT}\n    tags: [unthetered]",
        "voskhod-2: tags: 'unthetered' is not among the tags; did you mean 'untethered'?",
        below=1,
    ),
    Broken(EARLY, "Volga inflatable airlock", "qqqqqq", "voskhod-2: airlock: 'qqqqqq' is not among the airlocks"),
    Broken(
        PEOPLE,
        "nations: [Italy]",
        "nations: [Itly]",
        "luca-parmitano: nations: 'Itly' is not among the countries; did you mean 'Italy'?",
    ),
    Broken(
        PEOPLE,
        "born_in: Italy",
        "born_in: Itaty",
        "luca-parmitano: born_in: 'Itaty' is not among the countries; did you mean 'Italy'?",
    ),
    Broken(PEOPLE, "agency: [ESA]", "agency: [qqqqqq]", "luca-parmitano: agency: 'qqqqqq' is not among the agencies"),
    Broken(
        OTHERS,
        "[United Kingdom]",
        "[United Kingdon]",
        "helen-sharman: nations: 'United Kingdon' is not among the countries; did you mean 'United Kingdom'?",
    ),
    Broken(
        QUOTES,
        "story: white-1965",
        "story: white-1956",
        "white-saddest: story: 'white-1956' is not among the stories; did you mean 'white-1965'?",
    ),
    Broken(
        QUOTES,
        "person: ed-white",
        "person: edd-white",
        "white-saddest: person: 'edd-white' is not among the spacewalkers or others; did you mean 'ed-white'?",
    ),
    Broken(
        QUOTES,
        "[gemini-4]",
        "[gemini-5]",
        "white-saddest: spacewalks: 'gemini-5' is not among the spacewalks; did you mean 'gemini-4'?",
    ),
    Broken(
        STORIES,
        "[voskhod-2]",
        "[voskhod-3]",
        "leonov-1965: spacewalks: 'voskhod-3' is not among the spacewalks; did you mean 'voskhod-2'?",
    ),
    Broken(
        STORIES,
        "people: [ed-white]",
        "people: [ed-whyte]",
        "white-1965: people: 'ed-whyte' is not among the spacewalkers or others; did you mean 'ed-white'?",
    ),
    Broken(
        STORIES,
        "people: [ed-white]",
        "inside: [jim]",
        "white-1965: inside: 'jim' is not among the spacewalkers or others",
    ),
    Broken(
        TOPICS,
        "see_also: [emu]",
        "see_also: [em]",
        "berkut: see_also: 'em' is not among the topics; did you mean 'emu'?",
    ),
    Broken(
        TOPICS,
        "stories: [leonov-1965]",
        "stories: [leonov]",
        "berkut: stories: 'leonov' is not among the stories; did you mean 'leonov-1965'?",
    ),
    Broken(
        RECORDS,
        "where:\n      station: [ISS]",
        "where:\n      station: [IS]",
        "first-european: where.station: 'IS' is not among the stations; did you mean 'ISS'?",
    ),
    Broken(
        RECORDS,
        "who:\n      nation: [Italy]",
        "who:\n      nation: [Itly]",
        "first-european: who.nation: 'Itly' is not among the countries; did you mean 'Italy'?",
    ),
    Broken(
        RECORDS,
        "who:\n      nation: [Italy]",
        "who:\n      tag: [quick]",
        "first-european: who.tag: 'quick' is not among the tags",
    ),
    Broken(
        PLACES,
        "programme: voskhod\n    vehicle",
        "programme: vosthok\n    vehicle",
        "voskhod-2-flight: programme: 'vosthok' is not among the programmes; did you mean 'voskhod'?",
    ),
    Broken(
        PLACES,
        "of: Voskhod 2",
        "of: Voskod 2",
        "volga: of: 'Voskod 2' is not among the vehicles or stations or programmes; did you mean 'Voskhod 2'?",
    ),
    Broken(
        PLACES,
        "country: USSR",
        "country: UdSSR",
        "soviet-air-force: country: 'UdSSR' is not among the countries; did you mean 'USSR'?",
    ),
    Broken(
        PLACES,
        "nation: USSR",
        "nation: UdSSR",
        "voskhod: nation: 'UdSSR' is not among the countries; did you mean 'USSR'?",
    ),
]


def named(breakages: list[Broken]) -> Iterator[object]:
    return (pytest.param(broken, id=broken.problem[:70]) for broken in breakages)


@pytest.mark.parametrize("broken", [*named(UNKNOWN_FIELDS), *named(WRONG_VALUES), *named(LOST_REFERENCES)])
def test_one_broken_field_is_one_problem_on_its_line(small_corpus: "CorpusFolder", broken: Broken) -> None:
    line = small_corpus.edit(broken.file, broken.old, broken.new) + broken.below
    (problem,) = small_corpus.problems()
    assert problem.startswith(f"{broken.file}:{line}: {broken.problem}")


def test_a_length_needs_no_quotes_here(small_corpus: "CorpusFolder") -> None:
    """YAML elsewhere makes 536 of it; this loader leaves it text."""
    small_corpus.edit(ISS, '"6:07"', "6:07")
    assert small_corpus.load().spacewalk_by_id["us-eva-22"].duration == 6 * 60 + 7


@pytest.mark.parametrize(
    "field", ["date", "duration", "crew", "kind", "operator", "vehicle", "mission", "airlock", "suit"]
)
def test_a_missing_field_is_reported_on_the_first_line_of_its_entry(small_corpus: "CorpusFolder", field: str) -> None:
    line = small_corpus.line(EARLY, "id: voskhod-2")
    text = next(row for row in (small_corpus.root / EARLY).read_text().splitlines() if row.startswith(f"    {field}:"))
    document = (small_corpus.root / EARLY).read_text().replace(f"{text}\n", "", 1)
    (small_corpus.root / EARLY).write_text(document)
    assert small_corpus.problems() == [f"{EARLY}:{line}: voskhod-2: the field '{field}' is missing"]


def test_a_misspelt_needed_field_is_both_unknown_and_missing(small_corpus: "CorpusFolder") -> None:
    line = small_corpus.edit(OTHERS, "nations:", "nation:")
    assert small_corpus.problems() == [
        f"{OTHERS}:2: helen-sharman: the field 'nations' is missing",
        f"{OTHERS}:{line}: helen-sharman: unknown field 'nation'; did you mean 'nations'?",
    ]


# Files and sections


def test_an_unknown_section_names_the_ones_that_are_read(small_corpus: "CorpusFolder") -> None:
    line = small_corpus.append(EARLY, "walks: []\n")
    assert small_corpus.problems() == [f"{EARLY}:{line}: unknown section 'walks'; expected spacewalks"]
    line = small_corpus.append(PEOPLE, "strangers: []\n")
    assert (
        small_corpus.problems()[0] == f"{PEOPLE}:{line}: unknown section 'strangers'; expected spacewalkers or others"
    )


@pytest.mark.parametrize("value", ["", " Leonov", " {id: x}", " 5"])
def test_a_section_must_be_a_list(small_corpus: "CorpusFolder", value: str) -> None:
    small_corpus.append("topics/more.yaml", f"# more\ntopics:{value}\n")
    assert small_corpus.problems() == ["topics/more.yaml:2: 'topics' must be a list of entries"]


@pytest.mark.parametrize(
    ("item", "shown"), [("Leonov", "'Leonov'"), ("5", "5"), ("[a, b]", "['a', 'b']"), ("null", "None")]
)
def test_an_entry_must_be_a_mapping(small_corpus: "CorpusFolder", item: str, shown: str) -> None:
    small_corpus.append("people/more.yaml", f"others:\n  - {item}\n")
    problem = f"people/more.yaml:1: every item of 'others' must be a mapping of fields, not {shown}"
    assert small_corpus.problems() == [problem]


@pytest.mark.parametrize("file", ["topics/more.yaml", "about.yaml", "places.yaml", "extra.yaml"])
def test_a_file_must_hold_a_mapping(small_corpus: "CorpusFolder", file: str) -> None:
    (small_corpus.root / file).write_text("- a\n- b\n")
    assert f"{file}:1: expected a mapping at the top of the file" in small_corpus.problems()


@pytest.mark.parametrize(
    "file", ["extra.yaml", "spacewalks.yaml", "spacewalks/iss/2026.yaml", "people/quotes/quotes.yaml"]
)
def test_a_file_that_nothing_is_read_from_is_reported(small_corpus: "CorpusFolder", file: str) -> None:
    small_corpus.append(file, "spacewalks: []\n")
    assert small_corpus.problems() == [f"{file}: no part of the corpus is read from a file of this name"]


def test_broken_yaml_is_reported_with_its_line(small_corpus: "CorpusFolder") -> None:
    line = small_corpus.append("topics/more.yaml", "topics:\n  - id: a\n    id: b\n") + 2
    assert small_corpus.problems() == [f"topics/more.yaml:{line}: the key 'id' stands twice (first on line 2)"]


@pytest.mark.parametrize("file", ["about.yaml", "quotes.yaml", "ambiguous.yaml", "pending.yaml"])
def test_a_missing_file_is_reported(small_corpus: "CorpusFolder", file: str) -> None:
    (small_corpus.root / file).unlink()
    assert f"{file}: is missing" in small_corpus.problems()


def test_a_missing_folder_of_entries_is_reported(small_corpus: "CorpusFolder") -> None:
    shutil.rmtree(small_corpus.root / "stories")
    assert "stories/*.yaml: is missing" in small_corpus.problems()


@pytest.mark.parametrize("make", [lambda _: None, lambda path: path.write_text("a: 1\n")], ids=["nothing", "a file"])
def test_a_root_that_is_no_folder_is_reported(tmp_path: Path, make: Callable[[Path], object]) -> None:
    root = tmp_path / "knowledge.yaml"
    make(root)
    with pytest.raises(CorpusError) as caught:
        load_corpus(root)
    message = "there is no such folder; KNOWLEDGE_DIR names the folder of the corpus"
    assert caught.value.problems == (Problem(str(root), 0, "", message),)


def test_an_empty_folder_lacks_everything(tmp_path: Path) -> None:
    with pytest.raises(CorpusError) as caught:
        load_corpus(tmp_path)
    missing = {problem.file for problem in caught.value.problems if problem.message == "is missing"}
    assert {"about.yaml", "spacewalks/*.yaml", "people/*.yaml", "records.yaml", "publications.yaml"} <= missing
    assert len(missing) == len(caught.value.problems)


# Ids


def test_an_id_may_stand_once_in_all_files(small_corpus: "CorpusFolder") -> None:
    line = small_corpus.edit(ISS, "id: us-eva-23", "id: gemini-4")
    first = small_corpus.line(EARLY, "id: gemini-4")
    problem = f"{ISS}:{line}: gemini-4: the id 'gemini-4' stands twice (first in {EARLY}:{first})"
    assert small_corpus.problems() == [problem]


def test_a_former_id_may_not_be_the_id_of_another(small_corpus: "CorpusFolder") -> None:
    line = small_corpus.line(ISS, "id: us-eva-23")
    first = small_corpus.line(EARLY, "id: voskhod-2")
    small_corpus.append(ISS, "    former_ids: [voskhod-2]\n")
    problem = f"{ISS}:{line}: us-eva-23: the id 'voskhod-2' stands twice (first in {EARLY}:{first})"
    assert small_corpus.problems() == [problem]


def test_one_id_in_two_sections_is_fine(small_corpus: "CorpusFolder") -> None:
    small_corpus.edit(PLACES, "id: voskhod-2-flight", "id: voskhod-2")
    assert small_corpus.problems() == []


# Everything at once


def test_all_problems_of_all_files_are_reported_in_order(small_corpus: "CorpusFolder") -> None:
    length = small_corpus.edit(ISS, '"1:32"', "92")
    crew = small_corpus.edit(EARLY, _CREW, "crew: [alexei-leonof]")
    suit = small_corpus.edit(EARLY, "suit: G4C", "suit: [G4C]")
    small_corpus.append("extra.yaml", "a: 1\n")
    said = small_corpus.edit(QUOTES, "said: during", "said: loudly")
    problems = small_corpus.problems()
    assert [problem.split(" ")[0] for problem in problems] == [
        "extra.yaml:",
        f"{QUOTES}:{said}:",
        f"{EARLY}:{crew}:",
        f"{EARLY}:{suit}:",
        f"{ISS}:{length}:",
    ]


def test_lines_are_ordered_as_numbers(small_corpus: "CorpusFolder") -> None:
    edited = [
        small_corpus.edit(EARLY, f"kind: orbital\n    operator: {country}", f"kind: lunar\n    operator: {country}")
        for country in ("USSR", "USA")
    ]
    assert edited[0] < 10 < edited[1]
    assert [int(problem.split(":")[1]) for problem in small_corpus.problems()] == edited


def test_a_broken_entry_is_not_reported_again_by_those_who_name_it(small_corpus: "CorpusFolder") -> None:
    """Leonov is named by a spacewalk, a story and a topic; Berkut, the ISS and Italy by name."""
    small_corpus.edit(PEOPLE, "sex: M\n    born: 1934-05-30", "sex: X\n    born: 1934-05-30")
    small_corpus.edit(TOPICS, "summary: Berkut was the suit of the first spacewalk.", "summary: 5")
    small_corpus.edit(PLACES, "full_name: International Space Station", "full_name: [International]")
    small_corpus.edit(PLACES, "adjective: Italian", "adjective: 3")
    problems = small_corpus.problems()
    assert [problem.split(": ")[1] for problem in problems] == ["alexei-leonov", "iss", "italy", "berkut"]


def test_nothing_is_loaded_while_there_is_a_problem(small_corpus: "CorpusFolder") -> None:
    small_corpus.edit(QUOTES, "said: during", "said: loudly")
    with pytest.raises(CorpusError, match=r"^1 problem\(s\) in the corpus$") as caught:
        small_corpus.load()
    (problem,) = caught.value.problems
    assert (problem.file, problem.entry) == (QUOTES, "white-saddest")


# Vocabularies

_MONTHS = "[[jan], [feb], [mar], [apr], [may], [jun], [jul], [aug], [sep], [oct], [nov], [dec]]"
_VOCABULARY = f"""\
language: en
concepts:
  longest: [longest, the longest]
particles: {{}}
small_words: [the]
other_subjects: [lyrics]
plain_words: [stories]
months: {_MONTHS}
numbers: {{two: 2}}
ordinals: {{second: 2}}
decades: {{sixties: 1960}}
days: {{leap day: "02-29"}}
nations: {{"american*": [USA]}}
translate: {{}}
"""


def test_a_vocabulary_is_read(small_corpus: "CorpusFolder") -> None:
    small_corpus.append("vocabulary/en.yaml", _VOCABULARY)
    (vocabulary,) = small_corpus.load().vocabularies
    assert vocabulary.language == "en"
    assert vocabulary.numbers == {"two": 2}


def test_a_language_stands_once(small_corpus: "CorpusFolder") -> None:
    small_corpus.append("vocabulary/en.yaml", _VOCABULARY)
    small_corpus.append("vocabulary/english.yaml", _VOCABULARY)
    text = "vocabulary/english.yaml:1: en: language: 'en' is also that of vocabulary/en.yaml"
    assert small_corpus.problems() == [text]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("language: en", "language: English", "English: language: String should match pattern"),
        ("longest: [longest", "longst: [longest", "en: concepts.longst.[key]: Input should be 'who', 'when'"),
        ("the longest]", '"?!"]', "en: concepts.longest: '?!' has no letter or digit"),
        (", [dec]]", "]", "en: months: Tuple should have at least 12 items after validation, not 11"),
        ("two: 2", "two: second", "en: numbers.two: Input should be a valid integer"),
        ("[the]", '["*"]', "en: small_words: '*' has no letter or digit"),
        ("[USA]", "[Utopia]", "en: nations: 'american*' means 'Utopia', which is not among the countries"),
        ("american*", "am*", "en: nations: 'am*' leaves fewer than 3 letters before its star"),
        ('"02-29"', '"02-30"', "en: days: 'leap day' is 02-30, and there is no such day"),
        ("[lyrics]", "[lyrics, the]", "en: other_subjects: 'the' also stands under small_words"),
    ],
)
def test_a_broken_vocabulary_is_reported(small_corpus: "CorpusFolder", old: str, new: str, problem: str) -> None:
    small_corpus.append("vocabulary/en.yaml", _VOCABULARY.replace(old, new))
    (found,) = small_corpus.problems()
    assert found.partition(": ")[0].startswith("vocabulary/en.yaml:")
    assert found.partition(": ")[2].startswith(problem)
