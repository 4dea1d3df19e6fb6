"""From a folder of YAML to a `Corpus` that can be trusted, or to the whole list of what is wrong with it."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from bot.corpus.checks import check_corpus, check_draft, check_slowly
from bot.corpus.collector import collector_paused
from bot.corpus.draft import Draft, read_draft
from bot.corpus.models import Spacewalk
from bot.corpus.problems import CorpusError
from bot.corpus.snapshot import Corpus


def load_corpus(root: Path, *, thorough: bool = False) -> Corpus:
    """Load, validate and index the corpus in a folder. Raises CorpusError with every problem; never half-loads.

    `thorough` adds the checks that are for editors rather than for every start.
    """
    with collector_paused():
        draft = read_draft(root)
        problems = draft.problems + list(check_draft(draft))
        if problems or draft.about is None:
            raise CorpusError(problems)
        corpus = assemble(draft)
    problems += check_corpus(corpus, draft)
    if thorough:
        problems += check_slowly(corpus, draft)
    if problems:
        raise CorpusError(problems)
    return corpus


def assemble(draft: Draft) -> Corpus:
    """Build the snapshot from a draft whose references resolve."""
    if draft.about is None:
        raise ValueError("a corpus without about.yaml cannot be assembled")
    return Corpus(
        about=draft.about.entry,
        spacewalks=tuple(sorted(draft.entries("spacewalks"), key=_order_of_start)),
        spacewalkers=_by_id(draft, "spacewalkers"),
        others=_by_id(draft, "others"),
        stories=_by_id(draft, "stories"),
        quotes=MappingProxyType({quote.id: quote for quote in draft.entries("quotes")}),
        topics=_by_id(draft, "topics"),
        records=_by_id(draft, "records"),
        daily=_by_id(draft, "facts"),
        programmes=_by_id(draft, "programmes"),
        stations=_by_id(draft, "stations"),
        vehicles=_by_id(draft, "vehicles"),
        missions=_by_id(draft, "missions"),
        countries=_by_id(draft, "countries"),
        agencies=_by_id(draft, "agencies"),
        airlocks=_by_id(draft, "airlocks"),
        publications=_by_id(draft, "publications"),
        pending=draft.entries("pending"),
        ambiguous=draft.entries("ambiguous"),
        vocabularies=tuple(placed.entry for placed in sorted(draft.vocabularies, key=lambda placed: placed.file)),
    )


def _by_id(draft: Draft, section: str) -> Mapping[str, Any]:
    return MappingProxyType({entry.id: entry for entry in sorted(draft.entries(section), key=lambda entry: entry.id)})


def _order_of_start(walk: Spacewalk) -> tuple[str, bool, str, str]:
    """Sort by day, then by start; a walk whose time is unknown comes last on its day, then the id decides."""
    return walk.date.isoformat(), walk.start is None, str(walk.start), walk.id
