"""The corpus as it was read: entries with the place they stand at, before it is checked that they fit together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Final, Generic, TypeVar

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from bot.corpus import models
from bot.corpus.daily_models import DailyFact
from bot.corpus.models import About, Model
from bot.corpus.problems import Problem
from bot.corpus.record_models import RecordDefinition
from bot.corpus.strict_yaml import Fields, read_yaml
from bot.corpus.vocabulary import Vocabulary

M = TypeVar("M", bound=Model)

#: Which files hold which lists: a path pattern and, for each top-level key allowed there, the model of its items.
LAYOUT: Final[dict[str, dict[str, type[Model]]]] = {
    "spacewalks/*.yaml": {"spacewalks": models.Spacewalk},
    "people/*.yaml": {"spacewalkers": models.Spacewalker, "others": models.OtherPerson},
    "stories/*.yaml": {"stories": models.Story},
    "quotes.yaml": {"quotes": models.Quote},
    "topics/*.yaml": {"topics": models.Topic},
    "records.yaml": {"records": RecordDefinition},
    "daily.yaml": {"facts": DailyFact},
    "places.yaml": {
        "programmes": models.Programme,
        "stations": models.Station,
        "vehicles": models.Vehicle,
        "missions": models.Mission,
        "countries": models.Country,
        "agencies": models.Agency,
        "airlocks": models.Airlock,
    },
    "publications.yaml": {"publications": models.Publication},
    "pending.yaml": {"pending": models.Pending},
    "ambiguous.yaml": {"ambiguous": models.Ambiguous},
}
ABOUT_FILE: Final = "about.yaml"
VOCABULARY_FILES: Final = "vocabulary/*.yaml"
_FIELDS_GIVEN: Final[dict[frozenset[str], set[str]]] = {}


@dataclass(frozen=True, slots=True)
class Placed(Generic[M]):
    """An entry and where it and its fields stand; what was read there is let go, as it is megabytes in all."""

    entry: M
    file: str
    label: str
    line: int
    lines: Mapping[str, int]

    def problem(self, message: str, about: str | None = None) -> Problem:
        """Return a problem with this entry, on the line of the field it is about."""
        return Problem(self.file, self.lines.get(about or "", self.line), self.label, message)


@dataclass
class Draft:
    """Everything that could be read. `unusable` holds (section, id or name) of entries that could not."""

    about: Placed[About] | None = None
    vocabularies: list[Placed[Vocabulary]] = field(default_factory=list)
    sections: dict[str, list[Placed[Any]]] = field(default_factory=dict)
    unusable: set[tuple[str, str]] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    def placed(self, section: str) -> list[Placed[Any]]:
        """Return the entries of one section, in the order of files and lines."""
        return self.sections.get(section, [])

    def entries(self, section: str) -> tuple[Any, ...]:
        """Return the bare entries of one section."""
        return tuple(placed.entry for placed in self.placed(section))

    def everything(self) -> Iterator[tuple[str, Placed[Any]]]:
        """Yield each entry with the name of its section."""
        for section, entries in self.sections.items():
            for placed in entries:
                yield section, placed


def read_draft(root: Path) -> Draft:
    """Read every YAML file below `root` and validate entry by entry, collecting problems instead of stopping."""
    draft = Draft()
    if not root.is_dir():
        draft.problems.append(
            Problem(str(root), 0, "", "there is no such folder; KNOWLEDGE_DIR names the folder of the corpus")
        )
        return draft
    paths = sorted(path for path in root.rglob("*.yaml") if path.is_file())
    by_name = {path.relative_to(root).as_posix(): path for path in paths}
    for shown_as in _missing(by_name):
        draft.problems.append(Problem(shown_as, 0, "", "is missing"))
    for shown_as, path in by_name.items():
        data, problems = read_yaml(path, shown_as)
        draft.problems += problems
        if not problems:
            _take_file(draft, shown_as, data)
    return draft


def _missing(present: dict[str, Path]) -> list[str]:
    wanted = [ABOUT_FILE, *LAYOUT]
    return [name for name in wanted if not any(Path(path).match(name) for path in present)]


def _take_file(draft: Draft, shown_as: str, data: object) -> None:
    if not isinstance(data, Fields):
        draft.problems.append(Problem(shown_as, 1, "", "expected a mapping at the top of the file"))
    elif shown_as == ABOUT_FILE:
        draft.about = _validated(draft, About, data, shown_as)
    elif _matches(shown_as, VOCABULARY_FILES):
        if vocabulary := _validated(draft, Vocabulary, data, shown_as):
            draft.vocabularies.append(vocabulary)
    elif (allowed := _layout_of(shown_as)) is None:
        draft.problems.append(Problem(shown_as, 0, "", "no part of the corpus is read from a file of this name"))
    else:
        for key, value in data.items():
            _take_section(draft, shown_as, key, value, allowed, data.lines[key])


def _layout_of(shown_as: str) -> dict[str, type[Model]] | None:
    for pattern, sections in LAYOUT.items():
        if _matches(shown_as, pattern):
            return sections
    return None


def _matches(shown_as: str, pattern: str) -> bool:
    return Path(shown_as).match(pattern) and shown_as.count("/") == pattern.count("/")


def _take_section(
    draft: Draft, shown_as: str, key: str, value: object, allowed: dict[str, type[Model]], line: int
) -> None:
    model = allowed.get(key)
    if model is None:
        draft.problems.append(Problem(shown_as, line, "", f"unknown section '{key}'; expected {' or '.join(allowed)}"))
    elif not isinstance(value, list):
        draft.problems.append(Problem(shown_as, line, "", f"'{key}' must be a list of entries"))
    else:
        for item in value:
            _take_entry(draft, shown_as, key, item, model, line)


def _take_entry(draft: Draft, shown_as: str, section: str, item: object, model: type[Model], line: int) -> None:
    if not isinstance(item, Fields):
        draft.problems.append(
            Problem(shown_as, line, "", f"every item of '{section}' must be a mapping of fields, not {item!r:.40}")
        )
        return
    placed = _validated(draft, model, item, shown_as)
    if placed is not None:
        draft.sections.setdefault(section, []).append(placed)
    else:
        draft.unusable |= {(section, item[key]) for key in ("id", "name") if isinstance(item.get(key), str)}


def _validated(draft: Draft, model: type[M], fields: Fields, shown_as: str) -> Placed[M] | None:
    try:
        entry = _sharing(model.model_validate(fields))
        return Placed(entry, shown_as, _label(fields), fields.line, fields.lines)
    except ValidationError as error:
        for detail in error.errors(include_url=False, include_context=False):
            draft.problems.append(_explain(detail, model, fields, shown_as))
        return None


def _sharing(entry: M) -> M:
    """Let entries with the same fields given share the set of their names: thousands of sets take megabytes."""
    given = entry.model_fields_set
    object.__setattr__(entry, "__pydantic_fields_set__", _FIELDS_GIVEN.setdefault(frozenset(given), given))
    return entry


def _explain(detail: ErrorDetails, model: type[Model], fields: Fields, shown_as: str) -> Problem:
    path = [str(step) for step in detail["loc"]]
    name = path[0] if path else ""
    line = fields.lines.get(name, fields.line)
    where = ".".join(path)
    message = detail["msg"].removeprefix("Value error, ")
    if detail["type"] == "missing":
        text = f"the field '{where}' is missing"
    elif detail["type"] == "extra_forbidden":
        close = get_close_matches(name, model.model_fields, n=1) if len(path) == 1 else []
        text = f"unknown field '{where}'" + (f"; did you mean '{close[0]}'?" if close else "")
    else:
        text = f"{where}: {message}, not {detail['input']!r:.60}" if where else message
    return Problem(shown_as, line, _label(fields), text)


def _label(fields: Fields) -> str:
    """What to call an entry in a problem: its id, or the first thing that tells it apart."""
    for key in ("id", "alias", "name", "date", "event", "language"):
        if isinstance(value := fields.get(key), str):
            return value
    return ""
