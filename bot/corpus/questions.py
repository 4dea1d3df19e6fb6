"""Questions as editors write them down, thousands of them, in little memory."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from bot.corpus.values import Lines


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions, kept as one text: as strings of their own they would take three times the memory."""

    lines: str = ""

    @classmethod
    def of(cls, questions: tuple[str, ...]) -> Self:
        """Return questions that are given one by one."""
        return cls("\n".join(questions))

    def __iter__(self) -> Iterator[str]:
        """Yield the questions, in the order they are written in."""
        return iter(self.lines.split("\n") if self.lines else ())

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self.lines)

    @classmethod
    def __get_pydantic_core_schema__(cls, _: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Let a file hold a list of texts, each in a line."""
        return core_schema.no_info_after_validator_function(cls.of, handler(Lines))
