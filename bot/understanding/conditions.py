"""Conditions on spacewalks and people that a word says by itself, and those that a place makes."""

from itertools import chain, pairwise
from typing import Any, Final

from bot.corpus import Corpus, Ref, Sort
from bot.corpus.models import Kind, Operator
from bot.corpus.vocabulary import Concept
from bot.understanding.said import Said

#: Who runs spacewalks, by country.
OPERATORS: Final = {"USA": Operator.USA, "USSR": Operator.USSR, "Russia": Operator.RUSSIA, "China": Operator.CHINA}
#: The field of a spacewalk that a thing is a value of; a topic is one where it is a suit.
FIELD_OF: Final = {
    Sort.STATION: "station",
    Sort.MISSION: "mission",
    Sort.AIRLOCK: "airlock",
    Sort.TOPIC: "suit",
    Sort.VEHICLE: "vehicle",
    Sort.PROGRAMME: "programme",
}
_KINDS: Final = {
    Concept.MOON: Kind.LUNAR_SURFACE,
    Concept.STANDUP: Kind.STANDUP,
    Concept.DEEP_SPACE: Kind.DEEP_SPACE,
    Concept.INTERNAL: Kind.INTERNAL,
}
_TAGS: Final = {
    Concept.HUBBLE: "hubble",
    Concept.UNTETHERED: "untethered",
    Concept.CREW_TRANSFER: "crew-transfer",
}
_PERSON_TAGS: Final = {Concept.AFRICAN_AMERICAN: "african-american", Concept.NATIVE_AMERICAN: "native-american"}
_SIZES: Final = {Concept.SOLO: 1, Concept.TWO_PERSON: 2, Concept.THREE_PERSON: 3}
_PEOPLE: Final = frozenset({Concept.PERSON, Concept.SPACEWALKER})
_SUPERPOWERS: Final = ("USA", "USSR", "Russia")
_EUROPEANS: Final = ("France", "Germany", "Italy", "Sweden", "Switzerland", "UK")
_ARABS: Final = ("UAE", "Saudi Arabia", "Egypt", "Syria")


def kind_of_walk(said: Said) -> dict[str, Any]:
    """Return what sort of spacewalk is meant: on the Moon, at Hubble, alone, private."""
    where: dict[str, Any] = {}
    kinds = tuple(kind for concept, kind in _KINDS.items() if said.has(concept))
    if kinds and said.denies(*(concept for concept in _KINDS if said.has(concept))):
        kinds = tuple(kind for kind in Kind if kind not in kinds)
    tags = tuple(tag for concept, tag in _TAGS.items() if said.has(concept))
    sizes = [size for concept, size in _SIZES.items() if said.has(concept)] or _sizes_of_a_crew(said)
    where |= {"kind": kinds} if kinds else {}
    where |= {"tag": tags} if tags else {}
    where |= {"crew_size": sizes[0]} if sizes else {}
    where |= {"operator": (Operator.PRIVATE,)} if said.has(Concept.PRIVATE) else {}
    return where


def _sizes_of_a_crew(said: Said) -> list[int]:
    """Return how many went out together: "the first time three people went out together"."""
    if not said.has(Concept.TOGETHER, Concept.AT_ONCE):
        return []
    counted = pairwise(said.parsed.mentions)
    return [one.sense.number for one, people in counted if one.sense.number and people.sense.concepts & _PEOPLE]


def kind_of_people(said: Said) -> dict[str, Any]:
    """Return which people are meant, apart from the nations named: women, Europeans, those of an agency."""
    who: dict[str, Any] = {}
    if said.has(Concept.WOMAN, Concept.ALL_FEMALE):
        who["sex"] = "F"
    elif said.has(Concept.MAN):
        who["sex"] = "M"
    tags = tuple(tag for concept, tag in _PERSON_TAGS.items() if said.has(concept))
    who |= {"tag": tags} if tags else {}
    refused = said.nations_refused
    if said.has(Concept.NEITHER_SUPERPOWER) or len(refused) > 1:  # "neither American nor Soviet" is not Russian either
        who["not_nation"] = tuple(dict.fromkeys((*_SUPERPOWERS, *chain.from_iterable(refused))))
    elif said.has(Concept.EUROPEAN):
        who["nation"] = _EUROPEANS
    elif said.has(Concept.ARAB):
        who["nation"] = _ARABS
    return who | ({"agency": said.agencies} if said.agencies else {})


def at_place(corpus: Corpus, refs: tuple[Ref, ...]) -> dict[str, tuple[str, ...]]:
    """Return the condition that a place alone makes; none where spacewalks have no field for it."""
    ref = next((ref for sort in FIELD_OF for ref in refs if ref.sort is sort), None)
    if ref is None or not (named := values_of(corpus, ref)):
        return {}
    return {FIELD_OF[ref.sort]: named}


def values_of(corpus: Corpus, ref: Ref) -> tuple[str, ...]:
    """Return what spacewalks have in the field that a thing is a value of; of a suit, all its models."""
    name = str(getattr(corpus.by_sort[ref.sort][ref.id], "name", ""))
    if ref.sort is not Sort.TOPIC:
        return (name,)
    return tuple(suit for suit in corpus.walks_in if suit == name or suit.startswith(f"{name}-"))
