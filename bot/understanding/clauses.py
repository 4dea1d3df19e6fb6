"""The clauses of a question that is not understood whole: people say more than they ask."""

import re
from collections.abc import Iterator
from typing import Final

from bot.corpus.folding import fold
from bot.corpus.vocabulary import Concept
from bot.understanding.frame import Frame
from bot.understanding.reading import Choices, OutOfScope, Reading

_END_OF_CLAUSE: Final = re.compile(r"[.;:!?…\n]+(?=\s|$)")
#: Fewer words ask nothing by themselves. Commas part no clauses: "Michael Collins, the Irish revolutionary".
_FEWEST_WORDS: Final = 4
_ASKING: Final = (
    *(Concept.WHO, Concept.WHEN, Concept.WHERE, Concept.WHY, Concept.HOW, Concept.HOW_LONG, Concept.HOW_MANY),
    *(Concept.WHAT, Concept.WHAT_IS, Concept.WHAT_HAPPENED, Concept.SAID, Concept.FIRST, Concept.LAST),
    *(Concept.LONGEST, Concept.SHORTEST, Concept.MOST, Concept.FEWEST, Concept.OLDEST, Concept.YOUNGEST),
)


def clauses_of(question: str) -> Iterator[str]:
    """Yield the folded clauses of a question that may be one by themselves; none where it has a single one."""
    clauses = list(filter(None, map(fold, _END_OF_CLAUSE.split(question))))
    if len(clauses) > 1:
        yield from (clause for clause in clauses if len(clause.split()) >= _FEWEST_WORDS)


def asks_by_itself(frame: Frame, reading: Reading) -> bool:
    """Tell whether a clause asks for something that is known, and for nothing of another subject."""
    elsewhere = any(mention.sense.elsewhere for mention in frame.parsed.mentions)
    return frame.has(*_ASKING) and not elsewhere and not isinstance(reading, OutOfScope | Choices)
