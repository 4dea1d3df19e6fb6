"""The JSON Schemas that editors complete by say what the loader says, and lie in the repository as generated."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from bot.corpus.draft import ABOUT_FILE, LAYOUT, VOCABULARY_FILES
from bot.corpus.schema import schema_name, schemas
from bot.corpus.strict_yaml import Fields, read_yaml

_SCHEMAS = dict(schemas())
_PATTERNS = (ABOUT_FILE, VOCABULARY_FILES, *LAYOUT)


def schema_of(pattern: str) -> dict[str, Any]:
    return _SCHEMAS[f"{schema_name(pattern)}.json"]


def files(knowledge: Path, pattern: str) -> Iterator[tuple[str, Fields]]:
    for path in sorted(knowledge.glob(pattern)):
        data, problems = read_yaml(path, path.relative_to(knowledge).as_posix())
        assert problems == []
        assert isinstance(data, Fields)
        yield path.relative_to(knowledge).as_posix(), data


def refusals(schema: dict[str, Any], data: object) -> list[str]:
    return [
        f"{'/'.join(map(str, e.absolute_path))}: {e.message}" for e in Draft202012Validator(schema).iter_errors(data)
    ]


def test_there_is_one_schema_for_each_sort_of_file() -> None:
    assert len(_SCHEMAS) == len(_PATTERNS)
    assert {"about.json", "spacewalks.json", "people.json", "quotes.json", "vocabulary.json"} <= set(_SCHEMAS)


@pytest.mark.parametrize("pattern", _PATTERNS)
def test_a_schema_is_valid_itself(pattern: str) -> None:
    schema = schema_of(pattern)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("pattern", _PATTERNS)
def test_a_schema_accepts_every_real_file(knowledge: Path, pattern: str) -> None:
    found = dict(files(knowledge, pattern))
    assert found or pattern == VOCABULARY_FILES
    assert {name: bad for name, data in found.items() if (bad := refusals(schema_of(pattern), data))} == {}


@pytest.mark.parametrize("pattern", [*LAYOUT, ABOUT_FILE])
def test_a_schema_refuses_an_unknown_section(knowledge: Path, pattern: str) -> None:
    data = next(data for _, data in files(knowledge, pattern))
    assert refusals(schema_of(pattern), {**data, "extra": []})


@pytest.mark.parametrize(
    ("pattern", "section"), [(p, section) for p, sections in LAYOUT.items() for section in sections]
)
def test_a_schema_refuses_an_unknown_field(knowledge: Path, pattern: str, section: str) -> None:
    items = [item for _, data in files(knowledge, pattern) for item in data.get(section, ())]
    assert refusals(schema_of(pattern), {section: items[:1]}) == []
    (problem,) = refusals(schema_of(pattern), {section: [{**items[0], "colour": "red"}]})
    assert "Additional properties are not allowed ('colour' was unexpected)" in problem


@pytest.mark.parametrize(
    ("field", "value"),
    [
        *(("date", "1965-3-18"), ("date", 1965), ("start", "8:34"), ("duration", 12), ("duration", "0:60")),
        *(("crew", []), ("crew", "alexei-leonov"), ("id", "Voskhod 2"), ("kind", "moon"), ("suit", True)),
        *(("summary", ""), ("sources", None), ("also_reported", [{"field": "name"}])),
    ],
)
def test_the_schema_refuses_what_the_loader_refuses(knowledge: Path, field: str, value: object) -> None:
    walk = next(data for _, data in files(knowledge, "spacewalks/*.yaml"))["spacewalks"][0]
    schema = schema_of("spacewalks/*.yaml")
    assert refusals(schema, {"spacewalks": [walk]}) == []
    assert refusals(schema, {"spacewalks": [{**walk, field: value}]})


@pytest.mark.parametrize("field", ["id", "date", "duration", "crew", "suit", "sources"])
def test_the_schema_asks_for_every_field_that_is_needed(knowledge: Path, field: str) -> None:
    walk = dict(next(data for _, data in files(knowledge, "spacewalks/*.yaml"))["spacewalks"][0])
    del walk[field]
    (problem,) = refusals(schema_of("spacewalks/*.yaml"), {"spacewalks": [walk]})
    assert problem == f"spacewalks/0: '{field}' is a required property"


def test_the_schemas_in_the_repository_are_the_generated_ones(knowledge: Path) -> None:
    """After a change of the models: `make schema`."""
    kept = {path.name: json.loads(path.read_text(encoding="utf-8")) for path in (knowledge / "schema").glob("*.json")}
    assert kept == _SCHEMAS
