"""What must hold in a corpus beyond each entry being well formed."""

from collections.abc import Iterator

from bot.corpus.checks.naming import check_names
from bot.corpus.checks.particulars import check_particulars
from bot.corpus.checks.people import check_people
from bot.corpus.checks.references import check_ids, check_references
from bot.corpus.checks.sources import check_sources
from bot.corpus.checks.spacewalks import check_no_overlap, check_spacewalks
from bot.corpus.checks.texts import check_texts
from bot.corpus.checks.vocabulary import check_vocabularies
from bot.corpus.draft import Draft
from bot.corpus.problems import Problem
from bot.corpus.snapshot import Corpus
from bot.corpus.standings import holders


def check_draft(draft: Draft) -> Iterator[Problem]:
    """Yield what is wrong with entries as they stand, even while others could not be read."""
    yield from check_ids(draft)
    yield from check_references(draft)
    yield from check_sources(draft)
    yield from check_spacewalks(draft)
    yield from check_texts(draft)


def check_corpus(corpus: Corpus, draft: Draft) -> Iterator[Problem]:
    """Yield what only shows when everything is there: impossible careers and people in two places."""
    yield from check_people(corpus, draft)
    yield from check_no_overlap(corpus, draft)


def check_slowly(corpus: Corpus, draft: Draft) -> Iterator[Problem]:
    """Yield what takes longer to find than a start may take: ambiguous words, vocabularies, records nobody holds."""
    yield from check_names(corpus, draft)
    yield from check_particulars(draft)
    yield from check_vocabularies(draft)
    for placed in draft.placed("records"):
        if not holders(corpus, placed.entry):
            yield placed.problem("nobody holds this record: no spacewalk meets its conditions", "where")
