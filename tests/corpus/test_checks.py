"""Every check of the corpus bites: one edit breaks it, one problem says so on the right line."""

from typing import TYPE_CHECKING

import pytest

from bot.corpus.checks.texts import GARBLED

if TYPE_CHECKING:
    from tests.conftest import CorpusFolder

EARLY, ISS, PEOPLE = "spacewalks/early.yaml", "spacewalks/iss.yaml", "people/spacewalkers.yaml"
OTHERS, STORIES, QUOTES, TOPICS = "people/others.yaml", "stories/stories.yaml", "quotes.yaml", "topics/topics.yaml"
RECORDS, AMBIGUOUS = "records.yaml", "ambiguous.yaml"
_SUIT = "suit: Berkut"


# Dates of spacewalks


@pytest.mark.parametrize("day", ["1965-03-17", "2014-01-02"])
def test_a_date_outside_the_time_of_spacewalks_is_reported(small_corpus: "CorpusFolder", day: str) -> None:
    line = small_corpus.edit(EARLY, "date: 1965-03-18", f"date: {day}")
    text = f"date: {day} is not between the first spacewalk (1965-03-18) and the update of 2014-01-01"
    assert f"{EARLY}:{line}: voskhod-2: {text}" in small_corpus.problems()


@pytest.mark.parametrize("day", ["1965-03-16", "1965-03-18", "1965-03-20", "1966-03-19"])
def test_a_local_date_is_the_day_before_or_after(small_corpus: "CorpusFolder", day: str) -> None:
    line = small_corpus.edit(EARLY, "date: 1965-03-18\n", f"date: 1965-03-18\n    local_date: {day}\n") + 1
    text = "local_date: must be the day before or after `date`; leave it out where it is the same"
    assert small_corpus.problems() == [f"{EARLY}:{line}: voskhod-2: {text}"]


@pytest.mark.parametrize("day", ["1965-03-17", "1965-03-19"])
def test_a_local_date_next_to_the_utc_day_is_fine(small_corpus: "CorpusFolder", day: str) -> None:
    small_corpus.edit(EARLY, "date: 1965-03-18\n", f"date: 1965-03-18\n    local_date: {day}\n")
    assert small_corpus.problems() == []


@pytest.mark.parametrize(
    ("operator", "text"),
    [
        ("China", "operator: China made no spacewalk before 2008-09-27"),
        ("Russia", "operator: Russia made no spacewalk before 1991-12-26"),
    ],
)
def test_an_operator_before_its_time_is_reported(small_corpus: "CorpusFolder", operator: str, text: str) -> None:
    line = small_corpus.edit(EARLY, "operator: USSR", f"operator: {operator}")
    assert small_corpus.problems() == [f"{EARLY}:{line}: voskhod-2: {text}"]


def test_the_ussr_made_no_spacewalk_after_its_end(small_corpus: "CorpusFolder") -> None:
    between = "    vehicle: ISS\n    mission: Expedition 36\n    airlock: Quest\n    suit: EMU\n    summary: Water"
    line = small_corpus.edit(
        ISS,
        "operator: USA\n" + between,
        "operator: USSR\n" + between,
    )
    text = "operator: the USSR ended on 26 December 1991; use Russia"
    assert small_corpus.problems() == [f"{ISS}:{line}: us-eva-23: {text}"]


# Clocks


@pytest.mark.parametrize(("length", "end"), [("0:11", "08:47"), ("0:15", "08:47"), ("0:13", "08:49")])
def test_a_length_that_the_clock_denies_is_reported(small_corpus: "CorpusFolder", length: str, end: str) -> None:
    line = small_corpus.edit(EARLY, 'end: "08:47"\n    duration: "0:12"', f'end: "{end}"\n    duration: "{length}"') + 1
    minutes = int(end[3:]) - 34
    text = f"duration: start to end is 0:{minutes:02}; say why in `clock_note` if that is right"
    assert small_corpus.problems() == [f"{EARLY}:{line}: voskhod-2: {text}"]


@pytest.mark.parametrize("length", ["0:12", "0:13", "0:14"])
def test_a_minute_of_rounding_is_fine(small_corpus: "CorpusFolder", length: str) -> None:
    small_corpus.edit(EARLY, '"0:12"', f'"{length}"')
    assert small_corpus.problems() == []


@pytest.mark.parametrize("change", ["clock_note: The clocks were read twice.", "note: x"])
def test_only_a_clock_note_explains_a_different_length(small_corpus: "CorpusFolder", change: str) -> None:
    small_corpus.edit(EARLY, '"0:12"', f'"0:30"\n    {change}')
    assert len(small_corpus.problems()) == (0 if change.startswith("clock_note") else 1)


def test_an_end_before_the_start_is_on_the_next_day(small_corpus: "CorpusFolder") -> None:
    small_corpus.edit(EARLY, 'start: "08:34"\n    end: "08:47"', 'start: "23:55"\n    end: "00:07"')
    assert small_corpus.problems() == []


@pytest.mark.parametrize("length", ["0:00", "12:01"])
def test_a_length_is_more_than_nothing_and_at_most_twelve_hours(small_corpus: "CorpusFolder", length: str) -> None:
    line = small_corpus.edit(EARLY, '"0:36"', f'"{length}"')
    assert small_corpus.problems() == [
        f"{EARLY}:{line}: gemini-4: duration: must be more than nothing and at most 12 hours"
    ]


def test_an_unknown_length_is_fine(small_corpus: "CorpusFolder") -> None:
    small_corpus.edit(EARLY, '"0:36"', "null")
    assert small_corpus.load().spacewalk_by_id["gemini-4"].duration is None


def test_an_also_reported_length_is_another_one(small_corpus: "CorpusFolder") -> None:
    line = small_corpus.edit(
        EARLY,
        'also_reported:\n      - field: duration\n        value: "0:20"',
        'also_reported:\n      - field: duration\n        value: "0:36"',
    )
    text = "also_reported: 0:36 is the length taken, not another one"
    assert small_corpus.problems() == [f"{EARLY}:{line}: gemini-4: {text}"]


# Crews


def test_nobody_is_named_twice_in_a_crew(small_corpus: "CorpusFolder") -> None:
    line = small_corpus.edit(EARLY, "crew: [alexei-leonov]", "crew: [alexei-leonov, alexei-leonov]")
    assert f"{EARLY}:{line}: voskhod-2: crew: somebody is named twice" in small_corpus.problems()


@pytest.mark.parametrize("field", ["at_hatch: [ed-white]", "suit_of: {ed-white: EMU}"])
def test_who_stood_at_the_hatch_or_wore_a_suit_is_in_the_crew(small_corpus: "CorpusFolder", field: str) -> None:
    line = small_corpus.edit(EARLY, _SUIT, f"{_SUIT}\n    {field}") + 1
    text = f"{field.partition(':')[0]}: ed-white is not in the crew"
    assert small_corpus.problems() == [f"{EARLY}:{line}: voskhod-2: {text}"]


def test_nobody_is_in_two_places_at_once(small_corpus: "CorpusFolder") -> None:
    small_corpus.edit(ISS, "date: 2013-07-16", "date: 2013-07-09")
    line = small_corpus.line(ISS, "date: 2013-07-09") + 4
    text = "crew: {} was on us-eva-23 at that time"
    assert small_corpus.problems() == [
        f"{ISS}:{line}: us-eva-22: " + text.format(person) for person in ("christopher-cassidy", "luca-parmitano")
    ]


def test_two_walks_on_one_day_at_different_times_are_fine(small_corpus: "CorpusFolder") -> None:
    small_corpus.edit(
        ISS,
        'date: 2013-07-16\n    start: "11:57"\n    end: "13:29"',
        'date: 2013-07-09\n    start: "20:00"\n    end: "21:32"',
    )
    assert small_corpus.problems() == []


def test_two_walks_on_one_day_without_times_are_reported(small_corpus: "CorpusFolder") -> None:
    line = small_corpus.edit(ISS, 'date: 2013-07-16\n    start: "11:57"\n    end: "13:29"', "date: 2013-07-09") + 2
    text = "crew: luca-parmitano was on us-eva-22 at that time"
    assert f"{ISS}:{line}: us-eva-23: {text}" in small_corpus.problems()


# People


def test_a_spacewalker_needs_a_walk(small_corpus: "CorpusFolder") -> None:
    line = small_corpus.append(
        PEOPLE,
        "  - {id: frank-rubio, name: Frank Rubio, sex: M, born: 1975, nations: [USA], agency: [NASA]}\n",
    )
    text = "no spacewalk names this person in its crew: move the entry to people/others.yaml"
    assert small_corpus.problems() == [f"{PEOPLE}:{line}: frank-rubio: {text}"]


@pytest.mark.parametrize("born", ["1945", "1945-01-01", "1990-05", "2001"])
def test_nobody_went_out_under_21(small_corpus: "CorpusFolder", born: str) -> None:
    line = small_corpus.edit(PEOPLE, "born: 1930-11-14", f"born: {born}")
    text = f"born: {born} would make this person under 21 on 1965-06-03"
    assert small_corpus.problems() == [f"{PEOPLE}:{line}: ed-white: {text}"]


@pytest.mark.parametrize("born", ["1970-01", "1970", "null"])
def test_a_birth_day_has_a_source_only_where_it_is_known(small_corpus: "CorpusFolder", born: str) -> None:
    line = small_corpus.edit(PEOPLE, "born: 1934-05-30", f"born: {born.replace('1970', '1934')}") + 1
    text = "born_source: only for a birth date known to the day"
    assert small_corpus.problems() == [f"{PEOPLE}:{line}: alexei-leonov: {text}"]


@pytest.mark.parametrize(
    ("figures", "text"),
    [
        ('      time: "7:39"\n', "its time is the sum of the listed lengths; leave it out"),
        ("      spacewalks: 2\n", "its count is that of the listed walks; leave it out"),
        ("", "give `spacewalks`, `time` or both"),
    ],
)
def test_a_published_total_says_something_else_than_the_tables(
    small_corpus: "CorpusFolder", figures: str, text: str
) -> None:
    small_corpus.edit(PEOPLE, '      time: "31:14"\n', figures)
    line = small_corpus.line(PEOPLE, "published:")
    assert small_corpus.problems() == [f"{PEOPLE}:{line}: christopher-cassidy: published: {text}"]


def test_two_people_may_not_share_their_whole_name(small_corpus: "CorpusFolder") -> None:
    line = small_corpus.edit(OTHERS, "name: Helen Sharman", "name: Ed  WHITE")
    assert f"{OTHERS}:{line}: helen-sharman: the name 'Ed  WHITE' is also that of ed-white" in small_corpus.problems()


# Sources


def test_a_spacewalk_rests_on_the_tables_of_about(small_corpus: "CorpusFolder") -> None:
    line = small_corpus.edit(EARLY, "sources: [EN]", "sources: [EN, The Times]")
    text = "sources: 'The Times' is not one of the tables in about.yaml"
    assert small_corpus.problems() == [f"{EARLY}:{line}: gemini-4: {text}"]


@pytest.mark.parametrize("source", ["Nowhere Post", "NASAland, page 3", "The Times (2019)", "Times"])
def test_a_source_is_registered(small_corpus: "CorpusFolder", source: str) -> None:
    line = small_corpus.edit(STORIES, "sources: [NASA]", f'sources: [NASA, "{source}"]')
    text = f"sources: '{source}' does not begin with a name from publications.yaml"
    assert small_corpus.problems() == [f"{STORIES}:{line}: white-1965: {text}"]


@pytest.mark.parametrize("source", ["Scrap Book, page 3", "Scrapbook", "The Times, 5 June 1965"])
def test_a_source_begins_with_a_registered_name_or_alias(small_corpus: "CorpusFolder", source: str) -> None:
    small_corpus.edit(STORIES, "sources: [NASA]", f'sources: ["{source}"]')
    assert small_corpus.problems() == []


def test_a_page_that_has_nothing_to_do_with_space_is_no_source(small_corpus: "CorpusFolder") -> None:
    quote = small_corpus.edit(QUOTES, "source: NASA, air-to-ground transcript", "source: Kitchen Weekly, May 1965")
    story = small_corpus.edit(STORIES, "sources: [NASA]", "sources: [NASA, Kitchen Weekly]")
    text = "Kitchen Weekly has nothing to do with space and is no source"
    assert small_corpus.problems() == [
        f"{QUOTES}:{quote}: white-saddest: source: {text}",
        f"{STORIES}:{story}: white-1965: sources: {text}",
    ]


def test_high_confidence_needs_more_than_a_copy(small_corpus: "CorpusFolder") -> None:
    line = small_corpus.edit(
        STORIES, 'sources: ["The Times, 14 October 2019"]\n    confidence', "sources: [Scrapbook]\n    confidence"
    )
    text = "confidence: high needs a source that is more than a copy of somebody else's text"
    assert small_corpus.problems() == [f"{STORIES}:{line + 1}: leonov-1965: {text}"]


# Texts


@pytest.mark.parametrize("name", GARBLED)
def test_a_garbled_name_is_never_printed(small_corpus: "CorpusFolder", name: str) -> None:
    line = small_corpus.edit(STORIES, "title: The swollen suit", f"title: The tale of {name.upper()}")
    text = f"title: '{name.upper()}' is a garbled name; it may only be an alias"
    assert small_corpus.problems() == [f"{STORIES}:{line}: leonov-1965: {text}"]


@pytest.mark.parametrize(
    ("file", "old", "entry", "field"),
    [
        (EARLY, "summary: Leonov was", "voskhod-2", "summary"),
        (TOPICS, "text: It comes", "emu", "text"),
        (STORIES, "why_it_matters: Nobody", "leonov-1965", "why_it_matters"),
        (QUOTES, "speaker: Ed", "white-saddest", "speaker"),
    ],
)
def test_all_printed_texts_are_searched(
    small_corpus: "CorpusFolder", file: str, old: str, entry: str, field: str
) -> None:
    line = small_corpus.edit(file, old, f"{field}: Baz Aldrin")
    text = f"{field}: 'Baz Aldrin' is a garbled name; it may only be an alias"
    assert small_corpus.problems() == [f"{file}:{line}: {entry}: {text}"]


def test_a_garbled_name_is_fine_as_an_alias(small_corpus: "CorpusFolder") -> None:
    small_corpus.edit(STORIES, "aliases: [five metres of rope]", "aliases: [Voshkod 2, Baz Aldrin]")
    assert small_corpus.problems() == []


@pytest.mark.parametrize(
    ("file", "sentence", "entry", "field"),
    [
        (EARLY, "Leonov was the first to go outside.", "voskhod-2", "summary"),
        (STORIES, "Nobody knew whether it could be done.", "leonov-1965", "why_it_matters"),
        (TOPICS, "It comes in parts.", "emu", "text"),
    ],
)
def test_a_text_ends_like_a_sentence(
    small_corpus: "CorpusFolder", file: str, sentence: str, entry: str, field: str
) -> None:
    line = small_corpus.edit(file, sentence, sentence.rstrip("."))
    assert small_corpus.problems() == [f"{file}:{line}: {entry}: {field}: must end like a sentence"]


@pytest.mark.parametrize("end", ["!", "?", "…", '."', ".)", ".’"])
def test_a_sentence_may_end_in_other_ways(small_corpus: "CorpusFolder", end: str) -> None:
    small_corpus.edit(EARLY, "summary: Leonov was the first to go outside.", f"summary: >-\n      Leonov went out{end}")
    assert small_corpus.problems() == []


# Words that mean two things


def test_a_word_for_two_unrelated_things_is_declared(small_corpus: "CorpusFolder") -> None:
    small_corpus.edit(
        AMBIGUOUS, "ambiguous:\n  - alias: gas gun\n    means: [white-1965, manoeuvring-gun]\n", "ambiguous: []\n"
    )
    line = small_corpus.line(TOPICS, "aliases: [gas gun]")
    text = "'gas gun' also means story white-1965; declare it in ambiguous.yaml or drop one of the two"
    assert small_corpus.problems() == [f"{TOPICS}:{line}: manoeuvring-gun: {text}"]


@pytest.mark.parametrize(
    ("means", "found"),
    [
        ("[white-1965, emu]", "manoeuvring-gun, white-1965"),
        ("[white-1965, manoeuvring-gun, emu]", "manoeuvring-gun, white-1965"),
    ],
)
def test_a_declaration_names_just_what_the_word_means(small_corpus: "CorpusFolder", means: str, found: str) -> None:
    line = small_corpus.edit(AMBIGUOUS, "means: [white-1965, manoeuvring-gun]", f"means: {means}")
    assert small_corpus.problems() == [f"{AMBIGUOUS}:{line}: gas gun: means: 'gas gun' means {found}"]


def test_a_declaration_of_a_word_that_is_not_ambiguous_is_reported(small_corpus: "CorpusFolder") -> None:
    line = small_corpus.append(AMBIGUOUS, "  - alias: EMU\n    means: [emu, berkut]\n") + 1
    assert small_corpus.problems() == [f"{AMBIGUOUS}:{line}: EMU: means: 'EMU' means nothing twice"]


def test_an_alias_that_adds_nothing_is_reported(small_corpus: "CorpusFolder") -> None:
    line = small_corpus.edit(
        TOPICS, "aliases: [Extravehicular Mobility Unit]", "aliases: [E.M.U., Mobility unit, MOBILITY-UNIT, '?']"
    )
    assert small_corpus.problems() == [
        f"{TOPICS}:{line}: emu: aliases: '?' has no letter or digit",
        f"{TOPICS}:{line}: emu: aliases: 'E.M.U.' is the name or another alias once folded",
        f"{TOPICS}:{line}: emu: aliases: 'MOBILITY-UNIT' is the name or another alias once folded",
    ]


def test_a_shared_surname_needs_no_declaration(small_corpus: "CorpusFolder") -> None:
    small_corpus.edit(OTHERS, "name: Helen Sharman", "name: Helen White")
    assert small_corpus.problems() == []


def test_a_story_may_share_its_alias_with_what_it_is_about(small_corpus: "CorpusFolder") -> None:
    small_corpus.edit(STORIES, "aliases: [five metres of rope]", "aliases: [Voskhod 2 EVA, Aleksei Leonov, Voskhod 2]")
    assert small_corpus.problems() == []


# Records


def test_a_record_that_nobody_holds_is_reported(small_corpus: "CorpusFolder") -> None:
    line = small_corpus.edit(RECORDS, "where:\n      station: [ISS]", "where:\n      kind: [lunar-surface]")
    text = "nobody holds this record: no spacewalk meets its conditions"
    assert small_corpus.problems() == [f"{RECORDS}:{line}: first-european: {text}"]


def test_a_rank_that_nobody_reaches_is_reported(small_corpus: "CorpusFolder") -> None:
    small_corpus.edit(RECORDS, "measure: duration", "measure: duration\n    rank: 5")
    line = small_corpus.line(RECORDS, "id: longest-spacewalk")  # it has no conditions to point at
    text = "nobody holds this record: no spacewalk meets its conditions"
    assert small_corpus.problems() == [f"{RECORDS}:{line}: longest-spacewalk: {text}"]


@pytest.mark.parametrize("measure", ["age", "time", "spacewalks", "people", "days"])
def test_a_measure_that_the_subject_lacks_is_reported(small_corpus: "CorpusFolder", measure: str) -> None:
    small_corpus.edit(RECORDS, "measure: duration", f"measure: {measure}")
    text = f"a spacewalk has no measure '{measure}'; it has duration, start, crew_size"
    assert small_corpus.problems() == [f"{RECORDS}:2: longest-spacewalk: {text}"]


# Particulars


def _with_particulars(corpus: "CorpusFolder", *particulars: str) -> int:
    """Give the first topic particulars; return their line."""
    text = "".join(f"      - {particular}\n" for particular in particulars)
    end = "see_also: [emu]\n    sources: [NASA]\n"
    return corpus.edit(TOPICS, end, f"{end}    particulars:\n{text}") + 2


def test_what_is_asked_in_particular_is_fine(small_corpus: "CorpusFolder") -> None:
    _with_particulars(small_corpus, "{asked: [who sewed the Berkut], asked_elsewhere: [кто шил], says: Nobody knows.}")
    assert small_corpus.problems() == []


def test_a_question_that_is_asked_twice_is_reported(small_corpus: "CorpusFolder") -> None:
    first = "{asked: [who sewed the Berkut], says: Nobody knows.}"
    line = _with_particulars(small_corpus, first, "{asked: [Who sewed the Berkut?], says: Nobody does.}")
    text = "particulars: “Who sewed the Berkut?” is asked at berkut already"
    assert small_corpus.problems() == [f"{TOPICS}:{line}: berkut: {text}"]


@pytest.mark.parametrize(
    ("particular", "text"),
    [
        ("{asked: ['1965?'], says: It was.}", "particulars: “1965?” has no word to find it by"),
        ("{asked: [who sewed it], says: Nobody knows}", "says: must end like a sentence"),
        ("{asked: [who sewed it], says: The Voshkod works did.}", "says: 'Voshkod' is a garbled name; it may only be"),
        ("{asked: [who sewed it], says: " + "x" * 240 + ".}", "particulars: an answer of 241 characters is too long"),
        ("{says: Nobody knows.}", "particulars.0: expected a question in `asked` or `asked_elsewhere`"),
        ("{asked: [who sewed it]}", "particulars"),
    ],
)
def test_a_particular_that_answers_nothing_is_reported(
    small_corpus: "CorpusFolder", particular: str, text: str
) -> None:
    _with_particulars(small_corpus, particular)
    (problem,) = small_corpus.problems()
    assert text in problem
