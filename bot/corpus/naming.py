"""Which words mean which entries: the index that the matcher looks names up in."""

from collections.abc import Iterator, Mapping
from enum import IntEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from bot.corpus.folding import fold_all
from bot.corpus.models import Named, Person, Place, Spacewalk, Story
from bot.corpus.refs import Ref, Sort
from bot.corpus.snapshot import Corpus


class Strength(IntEnum):
    """How firmly a word means an entry; the stronger is the smaller."""

    __hash__ = int.__hash__  # that of Enum is written in Python

    NAME = 0
    ALIAS = 1
    SURNAME = 2


class Meaning(NamedTuple):
    """One thing a word can mean, and how firmly."""

    strength: Strength
    ref: Ref


#: Words before a surname that belong to it: van Hoften, Vande Hei, Al Neyadi.
_PARTICLES: Final = {"van", "von", "vande", "al", "de", "der", "den", "bin", "ben", "caldwell"}
_SUFFIXES: Final = {"jr", "sr", "ii", "iii"}
#: Where the family name comes first.
_FAMILY_FIRST: Final = {"China", "South Korea", "Vietnam"}

Names = Mapping[str, tuple[Meaning, ...]]


def index_names(corpus: Corpus) -> Names:
    """Return every folded name, alias and surname with all it can mean, firmest first."""
    meanings: dict[str, tuple[Meaning, ...]] = {}
    named = list(_all_names(corpus))
    alone = {id(meaning): (meaning,) for _, meaning in named}  # shared, since most names mean one thing
    for folded, (_, meaning) in zip(fold_all([word for word, _ in named]), named, strict=True):
        if folded:
            known = meanings.get(folded)
            meanings[folded] = (*known, meaning) if known else alone[id(meaning)]
    return MappingProxyType({word: _firmest(found) for word, found in meanings.items()})


def _firmest(found: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    if len(found) == 1:
        return found
    best: dict[Ref, Meaning] = {}
    for meaning in sorted(found, key=lambda meaning: (meaning.strength, meaning.ref)):
        best.setdefault(meaning.ref, meaning)
    return tuple(best.values())


def _all_names(corpus: Corpus) -> Iterator[tuple[str, Meaning]]:
    for sort, entries in corpus.by_sort.items():
        for key, entry in entries.items():
            ref = Ref(sort, key)
            if isinstance(entry, Story):
                yield from _given(ref, entry.title, entry.aliases)
            elif isinstance(entry, Person):
                yield from _names_of_person(ref, entry)
            elif isinstance(entry, Place):
                yield from _given(ref, entry.name, entry.aliases)
                if entry.full_name:
                    yield entry.full_name, Meaning(Strength.NAME, ref)
            elif isinstance(entry, Named):
                yield from _given(ref, entry.name, entry.aliases)
                if isinstance(entry, Spacewalk) and entry.name.startswith("US EVA"):
                    yield entry.name.removeprefix("US "), Meaning(Strength.ALIAS, ref)


def _given(ref: Ref, name: str, aliases: tuple[str, ...]) -> Iterator[tuple[str, Meaning]]:
    yield name, Meaning(Strength.NAME, ref)
    meaning = Meaning(Strength.ALIAS, ref)
    yield from ((alias, meaning) for alias in aliases)


def _names_of_person(ref: Ref, person: Person) -> Iterator[tuple[str, Meaning]]:
    named, called, surnamed = (Meaning(strength, ref) for strength in Strength)
    yield person.name, named
    family, given = family_and_given(person)
    family_first = bool(set(person.nations) & _FAMILY_FIRST)
    for alias in person.aliases:
        lone = " " not in alias.strip()
        if lone and given != family:
            yield f"{given} {alias}", called
        yield alias, surnamed if lone else called
        if not lone and not family_first:
            yield _split_name(alias)[0], surnamed
    if person.native_name:
        yield person.native_name, named
        if " " in person.native_name and not family_first:
            yield _split_name(person.native_name)[0], surnamed
    for nickname in person.nicknames:
        yield f"{nickname} {family}", called
    yield family, surnamed
    if family_first:
        yield given, surnamed
        yield f"{given} {family}", called


def family_and_given(person: Person) -> tuple[str, str]:
    """Split a name into family and given part: "van Hoften" and "James", "Zhai" and "Zhigang". A lone word is both."""
    words = person.name.split()
    if len(words) > 1 and set(person.nations) & _FAMILY_FIRST:
        return words[0], " ".join(words[1:])
    return _split_name(person.name)


def _split_name(name: str) -> tuple[str, str]:
    """Split a name written given part first; "Jr." and the like belong to neither part."""
    words = [word for word in name.split() if word.rstrip(".").casefold() not in _SUFFIXES]
    if len(words) == 1:
        return words[0], words[0]
    cut = len(words) - 1
    while cut > 1 and words[cut - 1].casefold() in _PARTICLES:
        cut -= 1
    return " ".join(words[cut:]), " ".join(words[:cut])


#: Sorts whose entries are one thing seen twice when they carry one name: the Voskhod 2 flight and craft.
PLACES: Final = frozenset(
    {Sort.PROGRAMME, Sort.STATION, Sort.VEHICLE, Sort.MISSION, Sort.AIRLOCK, Sort.AGENCY, Sort.COUNTRY, Sort.TOPIC}
)
