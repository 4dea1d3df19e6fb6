"""A word that means two things is declared, so that the bot asks instead of guessing."""

from collections.abc import Iterator
from itertools import combinations

from bot.corpus.draft import Draft
from bot.corpus.folding import fold
from bot.corpus.models import Mission, Named, Spacewalk, Story, Topic
from bot.corpus.naming import PLACES, Meaning, Strength, index_names
from bot.corpus.problems import Problem
from bot.corpus.record_models import RecordDefinition
from bot.corpus.refs import Ref, Sort
from bot.corpus.snapshot import Corpus
from bot.corpus.standings import holders

_SECTION = {
    Sort.SPACEWALK: "spacewalks",
    Sort.SPACEWALKER: "spacewalkers",
    Sort.OTHER_PERSON: "others",
    Sort.STORY: "stories",
    Sort.TOPIC: "topics",
    Sort.RECORD: "records",
    Sort.PROGRAMME: "programmes",
    Sort.STATION: "stations",
    Sort.VEHICLE: "vehicles",
    Sort.MISSION: "missions",
    Sort.COUNTRY: "countries",
    Sort.AGENCY: "agencies",
    Sort.AIRLOCK: "airlocks",
}


def check_names(corpus: Corpus, draft: Draft) -> Iterator[Problem]:
    """Yield words with two unrelated meanings that nobody declared, declarations that are none, and idle aliases."""
    places = {
        (section, placed.entry.id): placed for section, placed in draft.everything() if hasattr(placed.entry, "id")
    }
    declared = {fold(entry.alias): entry for entry in corpus.ambiguous}
    clashing: dict[str, set[str]] = {}
    for word, meanings in index_names(corpus).items():
        clashes = list(_clashes(corpus, meanings))
        if clashes:
            clashing[word] = {ref.id for pair in clashes for ref in pair}
        if word not in declared:
            for one, other in clashes:
                text = f"'{word}' also means {one.sort} {one.id}; declare it in ambiguous.yaml or drop one of the two"
                yield places[_SECTION[other.sort], other.id].problem(text, "aliases")
    for placed in draft.placed("ambiguous"):
        meant = clashing.get(fold(placed.entry.alias), set())
        if set(placed.entry.means) != meant:
            found = ", ".join(sorted(meant)) or "nothing twice"
            yield placed.problem(f"means: '{placed.entry.alias}' means {found}", "means")
    yield from _idle_aliases(draft)


def _clashes(corpus: Corpus, meanings: tuple[Meaning, ...]) -> Iterator[tuple[Ref, Ref]]:
    """Yield pairs of unrelated entries that a word names outright. Surnames are shared by nature and left out."""
    firm = [meaning.ref for meaning in meanings if meaning.strength < Strength.SURNAME]
    for one, other in combinations(firm, 2):
        if not _related(corpus, one, other) and not _related(corpus, other, one):
            yield one, other


def _related(corpus: Corpus, one: Ref, other: Ref) -> bool:
    """Tell whether the first entry is about the second, so that one word for both leads to the same place."""
    if one.sort in PLACES and other.sort in PLACES and _same_thing(corpus, one, other):
        return True
    entry = corpus.by_sort[one.sort][one.id]
    if isinstance(entry, Story | Topic):
        about = {*entry.spacewalks, *entry.people}
        missions = {corpus.spacewalk_by_id[walk].mission for walk in entry.spacewalks}
        target = corpus.by_sort[other.sort][other.id]
        return other.id in about or (isinstance(target, Named) and target.name in missions)
    if isinstance(entry, RecordDefinition):
        return other.sort is Sort.STORY and _tells_of_record(corpus, corpus.stories[other.id], entry)
    if isinstance(entry, Spacewalk):
        return other.sort is Sort.MISSION and corpus.missions[other.id].name in entry.missions
    return isinstance(entry, Mission) and other.sort is Sort.PROGRAMME and entry.programme == other.id


def _tells_of_record(corpus: Corpus, story: Story, record: RecordDefinition) -> bool:
    """Tell whether a story is about the spacewalk that holds a record: "the first spacewalk" means both."""
    return any(standing.spacewalks[-1].id in story.spacewalks for standing in holders(corpus, record))


def _same_thing(corpus: Corpus, one: Ref, other: Ref) -> bool:
    names = [corpus.by_sort[ref.sort][ref.id] for ref in (one, other)]
    first, second = (fold(entry.name) for entry in names if isinstance(entry, Named))
    return one.id == other.id or first == second


def _idle_aliases(draft: Draft) -> Iterator[Problem]:
    for section, placed in draft.everything():
        entry = placed.entry
        if not hasattr(entry, "aliases") or section == "publications":
            continue
        seen = {fold(entry.name)}
        for alias in entry.aliases:
            if fold(alias) in seen:
                yield placed.problem(f"aliases: '{alias}' is the name or another alias once folded", "aliases")
            elif not fold(alias):
                yield placed.problem(f"aliases: '{alias}' has no letter or digit", "aliases")
            seen.add(fold(alias))
