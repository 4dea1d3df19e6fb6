"""Every claim names where it comes from, and the place is one that knows about space."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.corpus.draft import Draft, Placed
from bot.corpus.models import Publication, Quote, Story
from bot.corpus.problems import Problem


def check_sources(draft: Draft) -> Iterator[Problem]:
    """Yield sources that are not registered, unrelated to the subject, or too weak for what rests on them."""
    if draft.about:
        tables = {table.id for table in draft.about.entry.sources}
        for placed in draft.placed("spacewalks"):
            for source in placed.entry.sources:
                if source not in tables:
                    yield placed.problem(f"sources: '{source}' is not one of the tables in about.yaml", "sources")
    register = {name: entry for entry in draft.entries("publications") for name in (entry.name, *entry.aliases)}
    for section in ("stories", "topics", "quotes"):
        for placed in draft.placed(section):
            yield from _check_publications(placed, register)


def _check_publications(placed: Placed[Any], register: Mapping[str, Publication]) -> Iterator[Problem]:
    entry = placed.entry
    field = "source" if isinstance(entry, Quote) else "sources"
    sources = (entry.source,) if isinstance(entry, Quote) else entry.sources
    found = {source: publication_of(source, register) for source in sources}
    for source, publication in found.items():
        if publication is None:
            yield placed.problem(f"{field}: '{source}' does not begin with a name from publications.yaml", field)
        elif publication.kind == "unrelated":
            yield placed.problem(f"{field}: {publication.name} has nothing to do with space and is no source", field)
    if (
        isinstance(entry, Story)
        and entry.confidence == "high"
        and not any(p and p.kind != "copy" for p in found.values())
    ):
        yield placed.problem(
            "confidence: high needs a source that is more than a copy of somebody else's text", "confidence"
        )


def publication_of(source: str, register: Mapping[str, Publication]) -> Publication | None:
    """Return the registered publication that a source begins with: the longest name followed by a comma or the end."""
    names = [name for name in register if source == name or source.startswith(name + ",")]
    return register[max(names, key=len)] if names else None
