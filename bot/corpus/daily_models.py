"""Curated facts of the day: texts with placeholders for every figure that the tables hold, or questions to answer."""

import re
from collections.abc import Iterator
from typing import Annotated, Final, NamedTuple, Self

from pydantic import AfterValidator, StringConstraints, model_validator

from bot.corpus.models import Entry
from bot.corpus.refs import Ref, Sort
from bot.corpus.values import Line, Prose

#: Which placeholders there are, and the sections whose ids each one takes. What they stand for: knowledge/README.md.
FIGURES: Final[dict[str, tuple[str, ...]]] = {
    "spacewalks": (),
    "spacewalkers": (),
    "walks": ("spacewalkers",),
    "total": ("spacewalkers",),
    "duration": ("spacewalks",),
    "number": ("spacewalks",),
    "date": ("spacewalks",),
    "day": ("spacewalks",),
    "year": ("spacewalks",),
    "years": ("spacewalks",),
    "age": ("spacewalkers", "spacewalks"),
    "since": ("spacewalks", "spacewalks"),
    "figure": ("records",),
    "holder": ("records",),
}
_PLACEHOLDER: Final = re.compile(r"\{([^{}]*)\}")
_ABOUT: Final = rf"^(?:{'|'.join(Sort)}):[a-z0-9-]+$"


class Placeholder(NamedTuple):
    """A figure to compute, and of which entries."""

    figure: str
    keys: tuple[str, ...]


def placeholders(text: str) -> Iterator[Placeholder]:
    """Yield the placeholders of a text. Raises ValueError for one that there is not."""
    for match in _PLACEHOLDER.finditer(text):
        yield read_placeholder(match[1])
    if stray := set(_PLACEHOLDER.sub("", text)) & set("{}"):
        raise ValueError(f"a stray '{min(stray)}'; a placeholder looks like {{duration us-eva-23}}")


def read_placeholder(inside: str) -> Placeholder:
    """Return what stands between the braces. Raises ValueError for what is no placeholder."""
    figure, *keys = inside.split() or [""]
    if figure not in FIGURES:
        raise ValueError(f"unknown placeholder '{{{inside}}}'; expected one of {', '.join(FIGURES)}")
    if len(keys) != len(FIGURES[figure]):
        takes = " ".join(FIGURES[figure]) or "no id"
        raise ValueError(f"'{{{inside}}}': {figure} takes {takes}")
    return Placeholder(figure, tuple(keys))


def _well_formed(text: str) -> str:
    list(placeholders(text))
    return text


class DailyFact(Entry):
    """One fact of the day. `about` is the card it leads to: sort:id, e.g. story:leonov-1965."""

    text: Annotated[Prose, AfterValidator(_well_formed)] | None = None
    question: Line | None = None
    about: Annotated[str, StringConstraints(pattern=_ABOUT)]

    @property
    def ref(self) -> Ref:
        """The entry it leads to."""
        sort, _, key = self.about.partition(":")
        return Ref(Sort(sort), key)

    @model_validator(mode="after")
    def _says_one_thing(self) -> Self:
        if (self.text is None) == (self.question is None):
            raise ValueError("expected either 'text' or 'question'")
        return self
