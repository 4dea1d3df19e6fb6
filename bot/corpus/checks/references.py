"""Ids are unique and every reference leads somewhere."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from typing import Any, Final, NamedTuple

from bot.corpus.daily_models import FIGURES, DailyFact, placeholders
from bot.corpus.draft import Draft, Placed
from bot.corpus.problems import Problem
from bot.corpus.refs import Sort


class _Reference(NamedTuple):
    """Which field of which section names entries of which other sections, by id or by name."""

    section: str
    field: str
    targets: tuple[str, ...]
    by: str = "id"


#: Fields that name entries. Filters of records and facts of the day are looked at by themselves.
_REFERENCES: Final = (
    _Reference("spacewalks", "crew", ("spacewalkers",)),
    _Reference("spacewalks", "vehicle", ("vehicles", "stations"), "name"),
    _Reference("spacewalks", "docked_at", ("stations",), "name"),
    _Reference("spacewalks", "missions", ("missions",), "name"),
    _Reference("spacewalks", "airlock", ("airlocks",), "name"),
    _Reference("spacewalks", "suit", ("topics",), "name"),
    _Reference("spacewalks", "suit_of", ("topics",), "name"),
    _Reference("spacewalks", "tags", ("tags",)),
    _Reference("spacewalkers", "nations", ("countries",), "name"),
    _Reference("spacewalkers", "born_in", ("countries",), "name"),
    _Reference("spacewalkers", "agency", ("agencies",), "name"),
    _Reference("spacewalkers", "tags", ("tags",)),
    _Reference("others", "nations", ("countries",), "name"),
    _Reference("stories", "spacewalks", ("spacewalks",)),
    _Reference("stories", "people", ("spacewalkers", "others")),
    _Reference("stories", "inside", ("spacewalkers", "others")),
    _Reference("quotes", "story", ("stories",)),
    _Reference("quotes", "person", ("spacewalkers", "others")),
    _Reference("quotes", "spacewalks", ("spacewalks",)),
    _Reference("topics", "people", ("spacewalkers", "others")),
    _Reference("topics", "spacewalks", ("spacewalks",)),
    _Reference("topics", "stories", ("stories",)),
    _Reference("topics", "see_also", ("topics",)),
    _Reference("programmes", "nation", ("countries",), "name"),
    _Reference("stations", "programme", ("programmes",)),
    _Reference("vehicles", "programme", ("programmes",)),
    _Reference("missions", "programme", ("programmes",)),
    _Reference("missions", "vehicle", ("vehicles",), "name"),
    _Reference("agencies", "country", ("countries",), "name"),
    _Reference("airlocks", "of", ("vehicles", "stations", "programmes"), "name"),
)


def check_ids(draft: Draft) -> Iterator[Problem]:
    """Yield entries whose id stands twice in their section, or is the former id of another spacewalk."""
    seen: dict[tuple[str, str], Placed[Any]] = {}
    for section, placed in draft.everything():
        for key in _ids(placed.entry):
            if (first := seen.setdefault((section, key), placed)) is not placed:
                yield placed.problem(f"the id '{key}' stands twice (first in {first.file}:{first.line})", "id")


def _ids(entry: object) -> Iterable[str]:
    own = getattr(entry, "id", None)
    return [*([own] if own else []), *getattr(entry, "former_ids", ())]


def check_references(draft: Draft) -> Iterator[Problem]:
    """Yield every reference that leads nowhere, with the nearest word that would."""
    known = {(targets, by): _known(draft, targets, by) for _, _, targets, by in _REFERENCES}
    for section, field, targets, by in _REFERENCES:
        wanted = known[targets, by]
        for placed in draft.placed(section):
            for value in _values(getattr(placed.entry, field)):
                if value not in wanted:
                    yield placed.problem(_lost(field, value, targets, wanted), _line_of(field))
    yield from _check_record_filters(draft)
    yield from _check_daily_facts(draft)


def _known(draft: Draft, targets: tuple[str, ...], by: str) -> set[str]:
    words = {key for section, key in draft.unusable if section in targets}
    for section in targets:
        words |= {getattr(entry, by) for entry in draft.entries(section)}
    if "tags" in targets and draft.about:
        words |= {tag.id for tag in draft.about.entry.tags}
    return words


def _values(value: str | Mapping[str, str] | Iterable[str] | None) -> tuple[str, ...]:
    if value is None:
        return ()
    if isinstance(value, str):
        return (value,)
    return tuple(value.values()) if isinstance(value, Mapping) else tuple(value)


def _line_of(field: str) -> str:
    return "mission" if field == "missions" else field


def _lost(field: str, value: str, targets: tuple[str, ...], wanted: set[str]) -> str:
    close = get_close_matches(value, wanted, n=1)
    hint = f"; did you mean '{close[0]}'?" if close else ""
    return f"{field}: '{value}' is not among the {' or '.join(targets)}{hint}"


#: In which section the entries of a sort stand.
SECTIONS: Final = {sort: f"{sort}s" for sort in Sort} | {
    Sort.OTHER_PERSON: "others",
    Sort.STORY: "stories",
    Sort.COUNTRY: "countries",
    Sort.AGENCY: "agencies",
}
_FILTERS: Final = {
    "station": ("stations",),
    "vehicle": ("vehicles", "stations"),
    "mission": ("missions",),
    "programme": ("programmes",),
    "airlock": ("airlocks",),
    "suit": ("topics",),
    "nation": ("countries",),
    "not_nation": ("countries",),
    "agency": ("agencies",),
}
_FILTERS_BY_ID: Final = {"crew": ("spacewalkers",), "tag": ("tags",), "without_tag": ("tags",)}


def _check_record_filters(draft: Draft) -> Iterator[Problem]:
    wanted = {field: (targets, _known(draft, targets, "name")) for field, targets in _FILTERS.items()}
    wanted |= {field: (targets, _known(draft, targets, "id")) for field, targets in _FILTERS_BY_ID.items()}
    for placed in draft.placed("records"):
        for part, block in ((placed.entry.where, "where"), (placed.entry.who, "who")):
            for field in set(wanted) & set(type(part).model_fields):
                targets, known = wanted[field]
                for value in getattr(part, field):
                    if value not in known:
                        yield placed.problem(_lost(f"{block}.{field}", value, targets, known), block)


def _check_daily_facts(draft: Draft) -> Iterator[Problem]:
    """Yield facts of the day that lead nowhere, and figures in them of entries that there are not."""
    known = {section: _known(draft, (section,), "id") for section in SECTIONS.values()}
    for placed in draft.placed("facts"):
        fact: DailyFact = placed.entry
        section = SECTIONS[fact.ref.sort]
        if fact.ref.id not in known[section]:
            yield placed.problem(_lost("about", fact.ref.id, (section,), known[section]), "about")
        for figure, keys in placeholders(fact.text or ""):
            for key, target in zip(keys, FIGURES[figure], strict=True):
                if key not in known[target]:
                    yield placed.problem(_lost(f"{{{figure}}}", key, (target,), known[target]), "text")
