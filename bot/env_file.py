"""The file `.env`: looked through before settings are taken from it, which would pass over what they cannot read."""

import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Final

from dotenv.parser import parse_stream

ENV_FILE: Final = Path(".env")
#: How Windows marks UTF-16, which its editors have saved by default for years.
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")


class EnvFileError(ValueError):
    """A file that cannot be used. The message names file and line, and shows no value."""


def lines_by_name(file: Path = ENV_FILE) -> Mapping[str, int]:
    """Return on which line each variable stands (lines count from 1); nothing where there is no file.

    Only the first reader of a pipe gets anything: one is left to the settings. Raises EnvFileError.
    """
    if not file.is_file():
        return MappingProxyType({})
    found: dict[str, int] = {}
    for binding in parse_stream(io.StringIO(_text(file))):
        line = binding.original.line + _blank_lines(binding.original.string)
        if binding.error or (binding.key is not None and binding.value is None):
            raise EnvFileError(f"{file.absolute()}:{line}: {_mistake(binding.original.string)}")
        if binding.key is not None:
            found[binding.key.upper()] = line
    return MappingProxyType(found)


def passed_over(file: Path = ENV_FILE) -> Iterator[str]:
    """Yield a sentence where there is a folder of that name instead of a file."""
    if file.is_dir():
        yield f"{file.absolute()} is a folder, not a file with settings: nothing is read from it"


def _mistake(statement: str) -> str:
    """Tell what is wrong with a statement that sets nothing, without showing any of it."""
    name, equals, value = (part.strip() for part in statement.partition("="))
    quote = value[:1]
    if name and equals and quote in {'"', "'"} and quote not in value[1:]:
        return f"the value begins with {quote}, which is not closed; write one at its end as well, or neither"
    return "expected NAME=value, e.g. LOG_LEVEL=info"


def _text(file: Path) -> str:
    try:
        raw = file.read_bytes()
    except OSError as error:
        raise EnvFileError(f"{file.absolute()}: cannot be read: {error.strerror}") from None
    if raw.startswith(_UTF_16) or b"\0" in raw:
        raise EnvFileError(f"{file.absolute()}: is saved as UTF-16; save it as UTF-8 (in Notepad: Save as, Encoding)")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise EnvFileError(f"{file.absolute()}:{line}: is not UTF-8 text; save the file as UTF-8") from None


def _blank_lines(text: str) -> int:
    """How far below its beginning a statement stands: the parser counts empty lines to the next one."""
    return text[: len(text) - len(text.lstrip())].count("\n")
