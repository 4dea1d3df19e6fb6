"""Designators: names of spacewalks by the rules of the trade, so that one that cannot exist is known not to."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Final

from bot.corpus import Corpus, Ref, Sort
from bot.corpus.folding import fold
from bot.understanding.reading import NoSuchSpacewalk, Query

_ROMAN: Final = (
    "i",
    "ii",
    "iii",
    "iv",
    "v",
    "vi",
    "vii",
    "viii",
    "ix",
    "x",
    "xi",
    "xii",
    "xiii",
    "xiv",
    "xv",
    "xvi",
    "xvii",
)
_DIGITS_OF: Final = {roman: str(number) for number, roman in enumerate(_ROMAN, 1)}
_NUMBERED: Final = ("gemini", "apollo", "voskhod", "skylab", "soyuz", "salyut", "shenzhou", "sz", "expedition", "exp")
_SERIES: Final = re.compile(r"\b(?P<series>us eva|eva|vkd) (?P<number>[0-9]{1,3})(?: (?P<letter>[a-z]))?\b")
_OF_MISSION: Final = re.compile(r" (?:eva|spacewalk|walk|sortie) ?(?:number |no |nr )?(?P<number>[0-9]{1,2})\b")
_NTH: Final = re.compile(r"\b(?P<number>[0-9]{1,4}) (?:st|nd|rd|th) (?:ever )?(?:space ?walk|eva)\b(?: ever)?")
_UNFLOWN: Final = re.compile(
    r"\b(?P<name>(?:sts|apollo|gemini|shenzhou|voskhod|skylab|expedition) [0-9]{1,3}(?: [a-z](?= |$))?)\b"
)


def spell_numbers(folded: str) -> str:
    """Write Roman numerals after a numbered programme in digits: "gemini xii" becomes "gemini 12"."""
    words = folded.split()
    for before, place in zip(words, range(1, len(words)), strict=False):
        if before in _NUMBERED and words[place] in _DIGITS_OF:
            words[place] = _DIGITS_OF[words[place]]
    return " ".join(words)


@dataclass(frozen=True)
class Designators:
    """The designators of one corpus."""

    corpus: Corpus

    def read(self, folded: str) -> Query | NoSuchSpacewalk | None:
        """Return the spacewalk a folded text designates, that there is none, or None where it designates nothing."""
        return self._nth(folded) or self._of_mission(folded) or self._of_series(folded) or self._unflown(folded)

    def _nth(self, folded: str) -> Query | NoSuchSpacewalk | None:
        match = _NTH.search(folded)
        if match is None or folded.replace(match[0], "").split():
            return None
        number = int(match["number"])
        if 1 <= number <= len(self.corpus.spacewalks):
            return Query(Ref(Sort.SPACEWALK, self.corpus.spacewalks[number - 1].id))
        return NoSuchSpacewalk(match[0])

    def _of_mission(self, folded: str) -> Query | NoSuchSpacewalk | None:
        """Read "sts 61 eva 4": the fourth of a mission, by its designator or else by its place in the order."""
        match = _OF_MISSION.search(folded)
        if match is None:
            return None
        mission = self._missions.get(folded[: match.start()])
        if mission is None or folded[match.end() :].strip():
            return None
        walks = self.corpus.walks_of_mission.get(mission, ())
        number = int(match["number"])
        named = [walk for walk in walks if fold(walk.name).endswith(f"eva {number}")]
        if found := named or list(walks[number - 1 : number] if number else ()):
            return Query(Ref(Sort.SPACEWALK, found[0].id))
        name = f"{self.corpus.missions[mission].name} EVA {number}"
        return NoSuchSpacewalk(name, Ref(Sort.MISSION, mission), tuple(walk.id for walk in walks))

    def _of_series(self, folded: str) -> Query | NoSuchSpacewalk | None:
        match = _SERIES.search(folded)
        if match is None or folded.replace(match[0], "").split():
            return None
        series = "VKD" if match["series"] == "vkd" else "US EVA"
        name = f"{series}-{match['number']}{(match['letter'] or '').upper()}"
        if walk := self._walks.get(fold(name)):
            return Query(Ref(Sort.SPACEWALK, walk))
        return NoSuchSpacewalk(name)

    def _unflown(self, folded: str) -> NoSuchSpacewalk | None:
        """Read a mission that follows the rules of its series and never flew, such as STS-200."""
        match = _UNFLOWN.search(folded)
        if match is None or any(match["name"].startswith(name) for name in self._prefixes(match["name"])):
            return None
        return NoSuchSpacewalk(match["name"].upper() if match["name"].startswith("sts") else match["name"].title())

    def _prefixes(self, name: str) -> Iterator[str]:
        words = name.split()
        for length in range(2, len(words) + 1):
            if (prefix := " ".join(words[:length])) in self._missions:
                yield prefix

    @cached_property
    def _missions(self) -> Mapping[str, str]:
        names = {
            fold(word): mission.id
            for mission in self.corpus.missions.values()
            for word in (*mission.aliases, mission.name)
        }
        return MappingProxyType(names)

    @cached_property
    def _walks(self) -> Mapping[str, str]:
        return MappingProxyType({fold(walk.name): walk.id for walk in self.corpus.spacewalks})
