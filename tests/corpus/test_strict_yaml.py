"""The loader's YAML: text stays text, and what could surprise is refused with its line."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.strict_yaml import MAX_BYTES, MAX_DEPTH, Fields, read_yaml

Read = Callable[[str | bytes], tuple[object, list[str]]]


@pytest.fixture(scope="session")
def read(tmp_path_factory: pytest.TempPathFactory) -> Read:
    """Read a text as if it were the file f.yaml: its data and the problems as printed."""
    path = tmp_path_factory.mktemp("yaml") / "f.yaml"

    def read_text(text: str | bytes) -> tuple[object, list[str]]:
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        data, problems = read_yaml(path, "f.yaml")
        return data, [str(problem) for problem in problems]

    return read_text


def only_problem(result: tuple[object, list[str]]) -> str:
    data, problems = result
    assert data is None
    assert len(problems) == 1
    return problems[0]


# Scalars


@pytest.mark.parametrize(
    "text",
    [
        *("8:56", "12:00:01", "NO", "yes", "No", "on", "off", "y", "True", "FALSE", "Null", "NULL"),
        *("2013-07-16", "2013-07-16T11:57:00Z", "007", "1_000", "0x10", "0b1", "0o7", "1.5", "1e3", ".inf", ".nan"),
        *("+5", "-0", "12345678901234567890", "=", "<<", "a b", "nul", "truely"),
    ],
)
def test_a_plain_word_stays_text(read: Read, text: str) -> None:
    assert read(f"key: {text}\n") == ({"key": text}, [])


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("null", None), ("~", None), ("", None), ("true", True), ("false", False)),
        *(("0", 0), ("7", 7), ("-12", -12), ("1983", 1983), ("123456789012345678", 123456789012345678)),
    ],
)
def test_constants_and_whole_numbers_get_their_value(read: Read, text: str, value: object) -> None:
    data, problems = read(f"key: {text}\n")
    assert problems == []
    assert isinstance(data, Fields)
    assert data["key"] is value or (data["key"] == value and type(data["key"]) is type(value))


@pytest.mark.parametrize("text", ["8:56", "null", "~", "", "true", "false", "0", "1983"])
@pytest.mark.parametrize("form", ['"{}"', "'{}'"])
def test_quoted_scalars_are_always_text(read: Read, text: str, form: str) -> None:
    assert read("key: " + form.format(text)) == ({"key": text}, [])


@pytest.mark.parametrize("form", [">-\n  ", "|-\n  "])
def test_block_scalars_are_always_text(read: Read, form: str) -> None:
    assert read(f"key: {form}true\n") == ({"key": "true"}, [])


def test_folded_blocks_join_their_lines(read: Read) -> None:
    assert read("key: >-\n  one\n  two\n") == ({"key": "one two"}, [])


# What is refused


def test_a_repeated_key_names_both_lines(read: Read) -> None:
    problem = only_problem(read("a: 1\nb: 2\na: 3\n"))
    assert problem == "f.yaml:3: the key 'a' stands twice (first on line 1)"


def test_a_repeated_key_is_found_in_nested_and_inline_mappings(read: Read) -> None:
    assert only_problem(read("a:\n  - x: 1\n    x: 2\n")) == "f.yaml:3: the key 'x' stands twice (first on line 2)"
    assert only_problem(read("a: {x: 1, x: 2}\n")) == "f.yaml:1: the key 'x' stands twice (first on line 1)"


def test_the_same_key_in_two_entries_is_fine(read: Read) -> None:
    assert read("- {x: 1}\n- {x: 1}\n") == ([{"x": 1}, {"x": 1}], [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a: 1\nb: &here 2\n", "f.yaml:2: anchors (&here) are not allowed"),
        ("a: 1\nb: &here [2]\n", "f.yaml:2: anchors (&here) are not allowed"),
        ("a: 1\n\nb: *there\n", "f.yaml:3: aliases (*there) are not allowed: write the value out"),
        ("a: !!str 5\n", "f.yaml:1: tags (tag:yaml.org,2002:str) are not allowed"),
        ("a: 1\nb: !own x\n", "f.yaml:2: tags (!own) are not allowed"),
        (
            "a: !!python/object/apply:os.getcwd []\n",
            "f.yaml:1: tags (tag:yaml.org,2002:python/object/apply:os.getcwd) are not allowed",
        ),
        ("a: 1\n---\nb: 2\n", "f.yaml:2: a second document ('---') is not allowed"),
    ],
)
def test_anchors_aliases_tags_and_second_documents_are_refused(read: Read, text: str, problem: str) -> None:
    assert only_problem(read(text)) == problem


def test_an_alias_bomb_is_refused_at_its_first_anchor(read: Read) -> None:
    levels = ["a0: &a0 [lol, lol]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12))]
    assert only_problem(read("\n".join(levels))) == "f.yaml:1: anchors (&a0) are not allowed"


@pytest.mark.parametrize("key", ["5", "true", "null", "~", "[a, b]", "{a: b}", "? [a]\n"])
def test_a_key_that_is_no_text_is_refused(read: Read, key: str) -> None:
    problem = only_problem(read(f"first: 1\n{key}: x\n"))
    assert problem == "f.yaml:2: a key must be a word; put it in quotes if it looks like a number"


def test_a_quoted_number_may_be_a_key(read: Read) -> None:
    assert read('"5": x\n') == ({"5": "x"}, [])


# Depth


def nested_in_brackets(levels: int) -> str:
    return "[" * levels + "]" * levels


def nested_in_lines(levels: int) -> str:
    return "".join("  " * level + "a:\n" for level in range(levels - 1)) + "  " * (levels - 1) + "a: x\n"


@pytest.mark.parametrize("nested", [nested_in_brackets, nested_in_lines])
def test_nesting_is_accepted_up_to_the_limit_and_no_further(read: Read, nested: Callable[[int], str]) -> None:
    data, problems = read(nested(MAX_DEPTH))
    assert data
    assert problems == []
    assert "nested deeper than 32 levels" in only_problem(read(nested(MAX_DEPTH + 1)))


def test_the_line_of_too_deep_nesting_is_named(read: Read) -> None:
    assert only_problem(read(nested_in_lines(MAX_DEPTH + 1))) == "f.yaml:33: nested deeper than 32 levels"


@pytest.mark.parametrize("bomb", ["[" * 100_000, nested_in_brackets(100_000), "- " * 50_000, "{a: " * 50_000])
def test_a_nesting_bomb_is_a_problem_and_no_crash(read: Read, bomb: str) -> None:
    problem = only_problem(read(f"a: {bomb}" if bomb[0] in "[{" else bomb))
    assert problem.startswith("f.yaml:1: ")
    assert "nest" in problem


# Files


def test_bytes_that_are_not_utf8_are_named_with_their_line(read: Read) -> None:
    assert only_problem(read(b"a: 1\nb: caf\xe9\n")) == "f.yaml:2: is not UTF-8 text: save the file as UTF-8"
    assert only_problem(read("a: 1\n".encode("utf-16"))) == "f.yaml:1: is not UTF-8 text: save the file as UTF-8"


@pytest.mark.parametrize("character", ["\x00", "\x07", "\x1b", "\x7f"])
def test_control_characters_are_refused(read: Read, character: str) -> None:
    assert "control characters are not allowed" in only_problem(read(f"a: 1\nb: x{character}y\n"))


def test_a_tab_for_indentation_is_refused_with_its_line(read: Read) -> None:
    assert only_problem(read("a: 1\nb:\n\tc: 2\n")).startswith("f.yaml:3: is not valid YAML: ")


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "---\n", "null\n", "\ufeff"])
def test_a_file_without_data_is_empty(read: Read, text: str) -> None:
    assert only_problem(read(text)) == "f.yaml: is empty"


def test_a_file_may_have_two_million_bytes_and_not_one_more(read: Read) -> None:
    room = MAX_BYTES - len("a: ")
    data, problems = read("a: " + "x" * room)
    assert isinstance(data, Fields)
    assert len(data["a"]) == room
    assert problems == []
    assert only_problem(read("a: " + "x" * (room + 1))) == "f.yaml: is larger than 2,000,000 bytes: split it"


def test_a_missing_file_and_a_folder_are_problems(tmp_path: Path) -> None:
    for path, reason in ((tmp_path / "none.yaml", "No such file"), (tmp_path, "Is a directory")):
        data, problems = read_yaml(path, "shown.yaml")
        assert data is None
        assert [str(problem).partition(": ")[0] for problem in problems] == ["shown.yaml"]
        assert f"cannot be read: {reason}" in str(problems[0])


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: 1\n  b: 2\n", "f.yaml:2: "),
        ("a:\n  b: 1\n c: 2\n", "f.yaml:3: "),
        ("a: [1, 2\nb: 3\n", "f.yaml:2: "),
        ("a: @x\n", "f.yaml:1: "),
    ],
)
def test_broken_syntax_names_its_line(read: Read, text: str, place: str) -> None:
    assert only_problem(read(text)).startswith(f"{place}is not valid YAML: ")


# Lines


def test_every_key_knows_its_line(read: Read) -> None:
    data, _ = read("# comment\na: 1\n\nb:\n  - c: >-\n      long\n      text\n    d: 2\n")
    assert isinstance(data, Fields)
    assert (data.line, data.lines) == (2, {"a": 2, "b": 4})
    entry = data["b"][0]
    assert (entry.line, entry.lines) == (5, {"c": 5, "d": 8})


@pytest.mark.parametrize("text", ["\ufeffa: 1\nb: x\nb: y\n", "a: 1\r\nb: x\r\nb: y\r\n"])
def test_a_byte_order_mark_and_dos_line_ends_change_no_line(read: Read, text: str) -> None:
    assert only_problem(read(text)) == "f.yaml:3: the key 'b' stands twice (first on line 2)"


def test_dos_line_ends_leave_no_trace_in_texts(read: Read) -> None:
    assert read("a: >-\r\n  one\r\n  two\r\nb: x\r\n") == ({"a": "one two", "b": "x"}, [])


# Properties

_PIECES = [
    "a",
    ": ",
    "\n",
    "- ",
    "  ",
    "[",
    "]",
    "{",
    "}",
    ",",
    '"',
    "'",
    "&x",
    "*x",
    "!!str",
    "---",
    "|",
    ">",
    "#",
    "\t",
]


@given(text=st.text() | st.lists(st.sampled_from(_PIECES), max_size=30).map("".join) | st.binary())
def test_any_text_gives_data_or_one_problem(read: Read, text: str | bytes) -> None:
    data, problems = read(text)
    assert (data is None) == (len(problems) == 1)


_WORDS = st.text(st.characters(exclude_categories=["Cs"]))
_SCALARS = _WORDS | st.booleans() | st.none() | st.integers(-(10**18) + 1, 10**18 - 1)
_TREES = st.recursive(
    _SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_WORDS, inner, max_size=4), max_leaves=15
)


@given(tree=st.dictionaries(_WORDS, _TREES, max_size=4) | st.lists(_TREES, max_size=4))
def test_plain_data_comes_back_as_it_was_dumped(read: Read, tree: Any) -> None:  # noqa: ANN401 - any JSON-like tree
    assert read(yaml.safe_dump(tree)) == (tree, [])


# Written plainly, these are line breaks to YAML 1.1.
_READABLE = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x85\u2028\u2029"))


@given(tree=st.dictionaries(_READABLE, _READABLE | st.lists(_READABLE), max_size=4))
def test_plain_data_comes_back_from_readable_unicode_too(read: Read, tree: dict[str, Any]) -> None:
    assert read(yaml.safe_dump(tree, allow_unicode=True, width=60)) == (tree, [])
