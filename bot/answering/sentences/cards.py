"""What stands around an answer: the source line and the names of facts."""

from collections.abc import Mapping
from functools import lru_cache

from bot.answering.wording import Wording
from bot.corpus.models import About


def reach(words: Wording, about: About) -> str:
    """Tell up to when the corpus is complete."""
    parts = [f"{words.date(part.date)} ({part.scope})" for part in about.complete_through]
    text = words.gettext("Corpus {version}, complete to {parts}")
    return text.format(version=about.version, parts=words.listing(parts))


@lru_cache(maxsize=16)
def fact_names(words: Wording) -> Mapping[str, str]:
    """Name the lines of a card."""
    return {
        "date": words.gettext("Date"),
        "time": words.gettext("Time"),
        "duration": words.gettext("Duration"),
        "start": words.gettext("Start"),
        "crew": words.gettext("Crew"),
        "kind": words.gettext("Kind"),
        "vehicle": words.gettext("From"),
        "mission": words.gettext("Mission"),
        "airlock": words.gettext("Airlock"),
        "suit": words.gettext("Suit"),
        "operator": words.gettext("Run by"),
        "also": words.gettext("Also reported"),
        "note": words.gettext("Note"),
        "spacewalks": words.gettext("Spacewalks"),
        "total": words.gettext("Total time"),
        "published": words.gettext("Published elsewhere"),
        "first": words.gettext("First"),
        "last": words.gettext("Last"),
        "born": words.gettext("Born"),
        "flew_for": words.gettext("Flew for"),
        "holder": words.gettext("Holder"),
        "value": words.gettext("Value"),
        "people": words.gettext("People"),
        "about": words.gettext("Also about"),
        "longest": words.gettext("Longest"),
        "stories": words.gettext("Stories"),
    }
