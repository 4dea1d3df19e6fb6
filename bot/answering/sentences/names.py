"""What things are called: vehicles, kinds, sorts."""

from typing import Final

from bot.answering.wording import Wording
from bot.corpus import Sort
from bot.corpus.models import Kind


def unknown(words: Wording) -> str:
    """Say that a figure is not known."""
    return words.gettext("unknown")


#: Words that give the name of a country its article.
_STATES: Final = frozenset(
    {"USA", "USSR", "UK", "UAE", "United", "Union", "Federation", "Republic", "Kingdom", "Netherlands", "Philippines"}
)


def with_article(name: str) -> str:
    """Put "the" before names that English gives it: the ISS, the USSR, the 1990s."""
    needs = name == "ISS" or name.endswith((" module", " programme")) or name.startswith("Space Shuttle")
    decade = name.endswith("s") and name[:-1].isdigit()
    return f"the {name}" if needs or decade or not _STATES.isdisjoint(name.split()) else name


def operator(words: Wording, name: str) -> str:
    """Name who ran a spacewalk: a country, or nobody's government."""
    return words.gettext("a private company") if name == "private" else name


def within_brackets(name: str) -> str:
    """Return a name that has brackets of its own as it stands inside others: "GCAT, J. McDowell"."""
    return name.replace(" (", ", ").replace(")", "")


def airlock_with_article(name: str) -> str:
    """Put "the" before an airlock that is called by what it is: the Kvant-2 airlock, but Quest."""
    return f"the {name}" if name.rsplit(maxsplit=1)[-1].islower() else name


def docked(words: Wording, vehicle: str, station: str) -> str:
    """Say what a craft was docked to."""
    return words.gettext("{vehicle} at {station}").format(vehicle=vehicle, station=station)


def sort_name(words: Wording, sort: Sort) -> str:
    """Name the sort of an entry, for choices."""
    names = {
        Sort.SPACEWALK: words.gettext("spacewalk"),
        Sort.SPACEWALKER: words.gettext("spacewalker"),
        Sort.OTHER_PERSON: words.gettext("no known spacewalk"),
        Sort.STORY: words.gettext("story"),
        Sort.TOPIC: words.gettext("topic"),
        Sort.RECORD: words.gettext("record"),
        Sort.PROGRAMME: words.gettext("programme"),
        Sort.STATION: words.gettext("station"),
        Sort.VEHICLE: words.gettext("spacecraft"),
        Sort.MISSION: words.gettext("mission"),
        Sort.COUNTRY: words.gettext("country"),
        Sort.AGENCY: words.gettext("agency"),
        Sort.AIRLOCK: words.gettext("airlock"),
    }
    return names[sort]


def kind_name(words: Wording, kind: Kind) -> str:
    """Name the kind of a spacewalk."""
    names = {
        Kind.ORBITAL: words.gettext("in orbit"),
        Kind.STANDUP: words.gettext("stand-up, in the open hatch"),
        Kind.LUNAR_SURFACE: words.gettext("on the Moon"),
        Kind.DEEP_SPACE: words.gettext("in deep space"),
        Kind.INTERNAL: words.gettext("internal, in a module without air"),
    }
    return names[kind]
