"""Which words mean which entries: the index that the matcher looks names up in."""

from collections.abc import Collection, Iterator, Mapping
from enum import IntEnum
from itertools import islice
from types import MappingProxyType
from typing import Final, NamedTuple

from bot.corpus.folding import fold_all
from bot.corpus.models import Entry, Named, Person, Place, Spacewalk, Story
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
    named = list(_all_names(corpus))
    folded = iter(fold_all([name for _, names in named for name in names]))
    meanings: dict[str, tuple[Meaning, ...]] = {}
    for meaning, names in named:
        alone = (meaning,)  # shared, since most names mean one thing
        for name in islice(folded, len(names)):
            known = meanings.get(name)
            meanings[name] = (*known, meaning) if known else alone
    meanings.pop("", None)
    return MappingProxyType(meanings | {name: _firmest(found) for name, found in meanings.items() if len(found) > 1})


def _firmest(found: tuple[Meaning, ...]) -> tuple[Meaning, ...]:
    best: dict[Ref, Meaning] = {}
    for meaning in sorted(found, key=lambda meaning: (meaning.strength, meaning.ref)):
        best.setdefault(meaning.ref, meaning)
    return tuple(best.values())


def _all_names(corpus: Corpus) -> Iterator[tuple[Meaning, Collection[str]]]:
    """Yield every entry by each strength with what it is called so firmly."""
    for sort, entries in corpus.by_sort.items():
        for key, entry in entries.items():
            ref = Ref(sort, key)
            yield from ((Meaning(strength, ref), names) for strength, names in _names_of(entry) if names)


def _names_of(entry: Entry) -> Iterator[tuple[Strength, Collection[str]]]:
    if isinstance(entry, Person):
        yield from zip(Strength, names_of_person(entry), strict=True)
    elif isinstance(entry, Named | Story):
        yield Strength.NAME, (entry.name,)
        yield Strength.ALIAS, entry.aliases
        if isinstance(entry, Place) and entry.full_name:
            yield Strength.NAME, (entry.full_name,)
        if isinstance(entry, Spacewalk) and entry.name.startswith("US EVA"):
            yield Strength.ALIAS, (entry.name.removeprefix("US "),)


def names_of_person(person: Person) -> tuple[list[str], list[str], list[str]]:
    """Return somebody's names, what else they are called in full, and their surnames, as they are written."""
    named, called = [person.name], []
    family, given = family_and_given(person)
    surnamed = [family]
    family_first = bool(set(person.nations) & _FAMILY_FIRST)
    for alias in person.aliases:
        if " " in alias.strip():
            called.append(alias)
            surnamed += () if family_first else (_split_name(alias)[0],)
        else:
            surnamed.append(alias)
            called += (f"{given} {alias}",) if given != family else ()
    if person.native_name:
        named.append(person.native_name)
        if " " in person.native_name and not family_first:
            surnamed.append(_split_name(person.native_name)[0])
    called += [f"{nickname} {family}" for nickname in person.nicknames]
    called += [f"{name}s" for name in (person.name, *called) if " " in name and name[-1] not in "sxz"]  # Ed Whites
    if family_first:
        surnamed.append(given)
        called.append(f"{given} {family}")
    return named, called, surnamed


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
