"""JSON Schemas of the corpus files, generated from the models, so that an editor completes and checks on typing."""

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, models_json_schema

from bot.corpus.draft import ABOUT_FILE, LAYOUT, VOCABULARY_FILES
from bot.corpus.models import About, Model
from bot.corpus.vocabulary import Vocabulary


def schemas() -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the file name and the schema for each sort of corpus file: "spacewalks.json" for spacewalks/*.yaml."""
    for pattern, model in ((ABOUT_FILE, About), (VOCABULARY_FILES, Vocabulary)):
        whole = {"$schema": GenerateJsonSchema.schema_dialect, **model.model_json_schema()}
        yield f"{schema_name(pattern)}.json", whole
    for pattern, sections in LAYOUT.items():
        yield f"{schema_name(pattern)}.json", _file_schema(schema_name(pattern), sections)


def schema_name(pattern: str) -> str:
    """Return the schema's name for files of this pattern: "stories" for "stories/*.yaml"."""
    path = PurePosixPath(pattern)
    return path.stem if path.parent == PurePosixPath() else path.parts[0]


def _file_schema(title: str, sections: dict[str, type[Model]]) -> dict[str, Any]:
    references, definitions = models_json_schema([(model, "validation") for model in sections.values()])
    lists = {key: {"type": "array", "items": references[model, "validation"]} for key, model in sections.items()}
    return {
        "$schema": GenerateJsonSchema.schema_dialect,
        "title": title,
        "type": "object",
        "properties": lists,
        "additionalProperties": False,
        "$defs": definitions["$defs"],
    }
