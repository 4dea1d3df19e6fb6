"""What happened on a spacewalk, told with the day and with who went out, those first whom it is about."""

from collections.abc import Sequence

from bot.answering import sentences
from bot.answering.desk import Desk
from bot.answering.stories import text_of
from bot.corpus.models import Spacewalk
from bot.corpus.naming import family_and_given
from bot.corpus.prose import in_context
from bot.understanding.reading import Asks


def what_happened(desk: Desk, walk: Spacewalk) -> str:
    """Return the summary of a spacewalk with its day and length, or with its crew where it names nobody."""
    duration = None if walk.duration is None else desk.words.duration(walk.duration)
    if _names_somebody(desk, walk.crew, walk.summary):
        return sentences.walks.walk_lead(desk.words, walk.date, duration, walk.summary)
    return who_did(desk, walk)


def who_did(desk: Desk, walk: Spacewalk) -> str:
    """Return the summary of a spacewalk with its crew, those first whom it is about."""
    return with_crew(desk, walk, walk.summary, told_about(desk, walk))


def as_told(desk: Desk, walk: Spacewalk, told: str, asks: Asks) -> str:
    """Return the sentence of a text that answers best, with who and when, unless it says itself who."""
    if asks is not Asks.WHO and told == walk.summary and _names_somebody(desk, walk.crew, told):
        return what_happened(desk, walk)
    about = _most_named(desk, walk, told) or told_about(desk, walk)
    names = [desk.name(person) for person in about or walk.crew]
    text = next((text for story in desk.corpus.stories_of.get(walk.id, ()) if told in (text := text_of(story))), [told])
    return with_crew(desk, walk, " ".join(in_context(told, text, names)), about)


def with_crew(desk: Desk, walk: Spacewalk, told: str, about: Sequence[str] = ()) -> str:
    """Tell what happened, with the day, and with who went out where that is not in it already.

    Those of the crew whom it is `about` come first, where these are not all.
    """
    if all(desk.name(person) in told for person in walk.crew):
        return sentences.walks.walk_when(desk.words, walk.date, None, told)
    if others := _without(walk, about):
        return sentences.walks.walk_who_with(desk.words, desk.names(about), walk.date, desk.names(others), told)
    return sentences.walks.walk_who(desk.words, desk.names(walk.crew), walk.date, told)


def _without(walk: Spacewalk, people: Sequence[str]) -> tuple[str, ...]:
    """Return the others of a crew; nobody where nobody is left out."""
    return tuple(person for person in walk.crew if person not in people) if people else ()


def told_about(desk: Desk, walk: Spacewalk) -> tuple[str, ...]:
    """Return whom of its crew the summary of a spacewalk is about that has a story of its own; nobody for all."""
    has_story = any(len(story.spacewalks) == 1 for story in desk.corpus.stories_of.get(walk.id, ())[:1])
    return _most_named(desk, walk, walk.summary) if has_story else ()


def _most_named(desk: Desk, walk: Spacewalk, text: str) -> tuple[str, ...]:
    """Return whom of a crew a text names most often, and otherwise than as somebody's company, "with Bowen"."""
    names = {person: _family(desk, person) for person in walk.crew}
    counts = {person: text.count(name) - text.count(f"with {name}") for person, name in names.items()}
    most = max(counts.values())
    return tuple(person for person, count in counts.items() if most and count == most)


def others_than(desk: Desk, walk: Spacewalk, people: Sequence[str]) -> str:
    """Tell who went out with some of the crew."""
    others = _without(walk, people)
    if not others:
        return with_crew(desk, walk, walk.summary)
    return sentences.walks.walk_with(desk.words, desk.names(others), desk.names(people), walk.date, walk.summary)


def _names_somebody(desk: Desk, people: Sequence[str], text: str) -> bool:
    return any(_family(desk, person) in text for person in people)


def _family(desk: Desk, person: str) -> str:
    return family_and_given(desk.corpus.person(person))[0]
