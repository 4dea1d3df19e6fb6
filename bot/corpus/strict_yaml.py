"""YAML as the corpus allows it: plain data, no surprises, and the line of every field.

PyYAML by itself turns 8:56 into 536, NO into False and 2013-07-16 into a date, lets a repeated key silently win,
follows anchors (a few lines can unfold to gigabytes) and dies of deep nesting inside the C composer. Here a scalar is
text unless it is exactly null, true, false or a whole number, and everything else on that list is refused with its
line. The data is built in the one pass over the parser's events that makes these checks, so the recursive C composer
never runs.
"""

import re
from pathlib import Path
from typing import Any, Final

import yaml

from bot.corpus.problems import Problem

MAX_BYTES: Final = 2_000_000
MAX_DEPTH: Final = 32

_WHOLE_NUMBER = re.compile(r"0|-?[1-9][0-9]{0,17}")
_CONSTANTS: Final = {"null": None, "~": None, "": None, "true": True, "false": False}


class Fields(dict[str, Any]):
    """A YAML mapping that remembers where it and each of its keys stand (lines count from 1)."""

    __slots__ = ("line", "lines")

    def __init__(self, line: int) -> None:
        """Start an empty mapping that begins on this line."""
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


class _RefusalError(Exception):
    """Raised at the first construct that the corpus does not allow."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line
        self.message = message


class StrictLoader(yaml.CSafeLoader):
    """The C parser with a composer of our own: one document, no anchors, aliases or tags, no clever scalars."""

    def document(self) -> object:
        """Return the data of the only document, None when there is none.

        Mappings come as `Fields`, sequences as lists. Raises `yaml.YAMLError` for broken syntax and `_RefusalError`
        for what is legal YAML but not allowed here.
        """
        self.get_event()  # the stream's start
        if self.check_event(yaml.StreamEndEvent):
            return None
        self.get_event()  # the document's start
        data = self._node(self.get_event(), depth=1)
        self.get_event()  # the document's end
        if not self.check_event(yaml.StreamEndEvent):
            raise _RefusalError(_line(self.peek_event()), "a second document ('---') is not allowed")
        return data

    def _node(self, event: Any, depth: int) -> Any:  # noqa: ANN401 - events of the C parser are untyped
        if isinstance(event, yaml.AliasEvent):
            raise _RefusalError(_line(event), f"aliases (*{event.anchor}) are not allowed: write the value out")
        if event.anchor is not None:
            raise _RefusalError(_line(event), f"anchors (&{event.anchor}) are not allowed")
        if event.tag is not None:
            raise _RefusalError(_line(event), f"tags ({event.tag}) are not allowed")
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event)
        if depth > MAX_DEPTH:
            raise _RefusalError(_line(event), f"nested deeper than {MAX_DEPTH} levels")
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(depth)
        return self._mapping(event, depth)

    def _sequence(self, depth: int) -> list[object]:
        items: list[object] = []
        while not isinstance(event := self.get_event(), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return items

    def _mapping(self, start: Any, depth: int) -> Fields:  # noqa: ANN401 - events of the C parser are untyped
        fields = Fields(_line(start))
        while not isinstance(event := self.get_event(), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            if not isinstance(key, str):
                raise _RefusalError(_line(event), "a key must be a word; put it in quotes if it looks like a number")
            if key in fields:
                raise _RefusalError(_line(event), f"the key '{key}' stands twice (first on line {fields.lines[key]})")
            fields.lines[key] = _line(event)
            fields[key] = self._node(self.get_event(), depth + 1)
        return fields


def _line(event: Any) -> int:  # noqa: ANN401 - events of the C parser are untyped
    return int(event.start_mark.line) + 1


def _scalar(event: Any) -> str | int | bool | None:  # noqa: ANN401 - events of the C parser are untyped
    text: str = event.value
    if event.style:  # quoted or block text is always text
        return text
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    return int(text) if _WHOLE_NUMBER.fullmatch(text) else text


def read_yaml(path: Path, shown_as: str) -> tuple[object, list[Problem]]:
    """Read one file of the corpus: its data (None if it can't be used) and what is wrong with it.

    `shown_as` is the path to name in problems. A file is refused whole: unreadable, over 2 MB, not UTF-8, empty, broken
    YAML, or YAML with a construct that the corpus does not allow.
    """
    raw = b""
    try:
        raw = _read_bytes(path)
        data = StrictLoader(raw.decode("utf-8")).document()
    except OSError as error:
        return None, [Problem(shown_as, 0, "", f"cannot be read: {error.strerror}")]
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return None, [Problem(shown_as, line, "", "is not UTF-8 text: save the file as UTF-8")]
    except _RefusalError as refusal:
        return None, [Problem(shown_as, refusal.line, "", refusal.message)]
    except yaml.YAMLError as error:
        return None, [Problem(shown_as, *_explain(error))]
    if data is None:
        return None, [Problem(shown_as, 0, "", "is empty")]
    return data, []


def _read_bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        raw = file.read(MAX_BYTES + 1)
    if len(raw) > MAX_BYTES:
        raise _RefusalError(0, f"is larger than {MAX_BYTES:,} bytes: split it")
    return raw


def _explain(error: yaml.YAMLError) -> tuple[int, str, str]:
    mark = getattr(error, "problem_mark", None)
    what = getattr(error, "problem", None) or str(error).splitlines()[0]
    return (mark.line + 1 if mark else 0), "", f"is not valid YAML: {what}"
