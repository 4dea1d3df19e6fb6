"""What a question says as terms to look for in texts: loose words, names, concepts that a story may tell of."""

from collections.abc import Iterator
from typing import Final

from bot.corpus import Sort
from bot.corpus.vocabulary import Concept
from bot.understanding.frame import Frame
from bot.understanding.mentions import Loose, Mention
from bot.understanding.recall import Recall, Term
from bot.understanding.said import PEOPLE
from bot.understanding.texts import with_joined

#: How much a term counts by what it is; a loose word counts whole.
_NAMED: Final = 0.8
_CONCEPT: Final = 0.5
_ELSEWHERE: Final = 1.3
#: How sure another way to say a term is: each edit takes some of it.
_PER_EDIT: Final = 0.3
_TRANSLATED: Final = 0.9
#: Concepts whose words may as well be what a story tells: "first", "alone", "without a tether".
_TELLING: Final = frozenset(
    {
        *(Concept.MOON, Concept.HUBBLE, Concept.UNTETHERED, Concept.SOLO, Concept.PRIVATE, Concept.BORN),
        *(Concept.CREW_TRANSFER, Concept.STANDUP, Concept.DEEP_SPACE, Concept.INTERNAL, Concept.EUROPEAN, Concept.ARAB),
        *(Concept.NATIVE_AMERICAN, Concept.AFRICAN_AMERICAN, Concept.WOMAN, Concept.ALL_FEMALE, Concept.FIRST),
        *(Concept.RECORD, Concept.SUIT, Concept.AIRLOCK, Concept.GAP, Concept.SPACEFLIGHT, Concept.STATION),
        *(Concept.AGE, Concept.HOUR, Concept.NEITHER_SUPERPOWER, Concept.TOGETHER, Concept.HELP),
    }
)


def terms_of(frame: Frame, recall: Recall) -> list[Term]:
    """Return what a question says as terms to look for in texts: loose words first, then names and telling concepts."""
    terms = loose_terms(frame, recall)
    joined = with_joined(" ".join(frame.parsed.words))[len(frame.parsed.words) :]
    terms += [Term(((1.0, (word,)),)) for word in joined]
    terms += [term for mention in frame.parsed.mentions for term in _mention_terms(frame, mention, recall)]
    return [term for term in terms if term.ways]


def little_terms(frame: Frame, recall: Recall) -> list[Term]:
    """Return the little words of a question as terms, for one that has no others: "why do they get called off?"."""
    little = (mention.words for mention in frame.parsed.mentions if mention.sense.small)
    words = dict.fromkeys(word for words in little for word in words.split())
    return [Term(((1.0, stems),)) for word in words if (stems := recall.stems(word))]


def loose_terms(frame: Frame, recall: Recall) -> list[Term]:
    """Return the words that no phrase explains as terms; one that is said twice says no more."""
    once = {loose.word: loose for loose in frame.parsed.loose}
    terms = (_loose_term(loose, recall) for loose in once.values())
    return [term for term in terms if term.ways]


def _loose_term(loose: Loose, recall: Recall) -> Term:
    ways = [(1.0, recall.stems(loose.word))]
    ways += [(max(0.2, 1 - _PER_EDIT * g.distance), recall.stems(g.word)) for g in loose.guesses]
    foreign = tuple(stems for english in loose.english if (stems := recall.stems(english)))
    ways += [(_TRANSLATED, stems) for stems in foreign]
    return Term(tuple((sure, stems) for sure, stems in ways if stems), foreign=foreign)


def _mention_terms(frame: Frame, mention: Mention, recall: Recall) -> Iterator[Term]:
    sure = max(0.3, 1 - _PER_EDIT * mention.distance)
    ways = [(sure, recall.stems(mention.words))]
    ways += [(_TRANSLATED, recall.stems(english)) for english in mention.sense.english]
    if mention.sense.elsewhere:
        yield Term(tuple(ways), _ELSEWHERE)
    elif mention.sense.names:
        yield Term(tuple(ways + _native(frame, mention, recall)), _NAMED, needed=_must_be_known(frame, mention))
    elif Concept.HUBBLE in mention.sense.concepts:  # however it was called: any telescope is one in space
        yield Term(((sure, recall.stems("Hubble")),), _CONCEPT, needed=True)
    elif Concept.MOON in mention.sense.concepts:  # told in Apollo's texts only, some of which call it lunar
        ways += [(sure, recall.stems("Moon")), (_TRANSLATED, recall.stems("lunar"))]
        yield Term(tuple(ways), _CONCEPT, needed=True)
    elif mention.date or mention.sense.concepts & _TELLING or mention.sense.english:
        dated = mention.date is not None and mention.date.means[0].year is not None
        yield Term(tuple(ways), _CONCEPT, needed=dated)


def _must_be_known(frame: Frame, mention: Mention) -> bool:
    """Tell whether a text has to know what is named: somebody, or a flight."""
    return frame.refs(mention)[0].sort not in {Sort.COUNTRY, Sort.AGENCY}


def _native(frame: Frame, mention: Mention, recall: Recall) -> list[tuple[float, tuple[str, ...]]]:
    """Return the surname or name by which the texts call what was named in another spelling."""
    ways = []
    for ref in frame.refs(mention)[:3]:
        name = str(getattr(frame.corpus.by_sort[ref.sort][ref.id], "name", ""))
        ways.append((1.0, recall.stems(name.rsplit(maxsplit=1)[-1] if ref.sort in PEOPLE else name)))
    return [way for way in ways if way[1]]
