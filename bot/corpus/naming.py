"""Which words mean which entries: the index that the matcher looks names up in."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from enum import IntEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from bot.corpus.folding import fold_all
from bot.corpus.models import Named, Person, Place, Spacewalk, Story
from bot.corpus.snapshot import Corpus, Ref, Sort


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
    meanings: defaultdict[str, set[Meaning]] = defaultdict(set)
    named = list(_all_names(corpus))
    for folded, (_, meaning) in zip(fold_all([word for word, _ in named]), named, strict=True):
        if folded:
            meanings[folded].add(meaning)
    return MappingProxyType({word: _firmest(found) for word, found in meanings.items()})


def _firmest(found: set[Meaning]) -> tuple[Meaning, ...]:
    if len(found) == 1:
        return tuple(found)
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
    for alias in aliases:
        yield alias, Meaning(Strength.ALIAS, ref)


def _names_of_person(ref: Ref, person: Person) -> Iterator[tuple[str, Meaning]]:
    yield person.name, Meaning(Strength.NAME, ref)
    family, given = family_and_given(person)
    for alias in person.aliases:
        lone = " " not in alias.strip()
        if lone and given != family:
            yield f"{given} {alias}", Meaning(Strength.ALIAS, ref)
        yield alias, Meaning(Strength.SURNAME if lone else Strength.ALIAS, ref)
        if not lone and not set(person.nations) & _FAMILY_FIRST:
            yield _split_name(alias)[0], Meaning(Strength.SURNAME, ref)
    if person.native_name:
        yield person.native_name, Meaning(Strength.NAME, ref)
        if " " in person.native_name and not set(person.nations) & _FAMILY_FIRST:
            yield _split_name(person.native_name)[0], Meaning(Strength.SURNAME, ref)
    for nickname in person.nicknames:
        yield f"{nickname} {family}", Meaning(Strength.ALIAS, ref)
    yield family, Meaning(Strength.SURNAME, ref)
    if set(person.nations) & _FAMILY_FIRST:
        yield given, Meaning(Strength.SURNAME, ref)
        yield f"{given} {family}", Meaning(Strength.ALIAS, ref)


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
