"""Somebody else of a surname: Phil Collins is neither Michael Collins nor Eileen Collins."""

from collections.abc import Collection
from itertools import pairwise
from typing import Final

from bot.corpus import Ref
from bot.corpus.folding import fold_all
from bot.corpus.naming import Strength, names_of_person
from bot.corpus.vocabulary import Concept, Particle
from bot.understanding.frame import Frame
from bot.understanding.mentions import Loose, Mention
from bot.understanding.said import PEOPLE

#: So many first letters in common make one name of two: "Andy" and "Andrew", "Alexi" and "Alexei".
_ALIKE: Final = 2
#: A shorter word that nobody knows says nothing: "yo leonov".
_SHORT: Final = 3
#: What may be said of somebody and still be hardly more than the name.
_BARE: Final = frozenset(
    {
        *(Concept.SPACEWALK, Concept.OUTSIDE, Concept.WALK, Concept.SPACEWALKER),
        *(Concept.WHO, Concept.WHEN, Concept.HOW_LONG, Concept.HOW_MANY),
    }
)


def namesakes_of_a_stranger(frame: Frame) -> tuple[Ref, ...]:
    """Return who is known by a surname before which a given name stands that none of them has; none where none does.

    A word that nobody knows is taken for a given name where hardly more is said: "Ridley Scott spacewalk".
    """
    loose = {word.place: word for word in frame.parsed.loose}
    for mention, refs in frame.named:
        word = loose.get(mention.start - 1)
        if word is None or not _is_a_surname(mention):
            continue
        if _is_given(frame, word, mention) and not _is_called(frame, refs, word):
            return next(people for people in frame.people if set(people) == set(refs))
    return ()


def names_a_stranger(frame: Frame, known: Collection[str]) -> bool:
    """Tell whether a given name stands before a word that is not among those known: "Tom Hanks"."""
    given = frame.corpus.particles[Particle.GIVEN_NAME]
    return any(
        one.word in given and other.place == one.place + 1 and not (other.word in known or other.english)
        for one, other in pairwise(frame.parsed.loose)
    )


def is_all_that_is_said(frame: Frame) -> bool:
    """Tell whether hardly more than a name is said, so that others of that name may be meant."""
    return all(m.sense.names or _says_little(m) for m in frame.parsed.mentions) and len(frame.parsed.loose) == 1


def _is_a_surname(mention: Mention) -> bool:
    """Tell whether a mention is nothing but somebody's surname."""
    return all(name.strength is Strength.SURNAME and name.ref.sort in PEOPLE for name in mention.sense.names)


def _is_given(frame: Frame, word: Loose, surname: Mention) -> bool:
    if word.word in frame.corpus.particles[Particle.GIVEN_NAME]:
        return True
    unknown = len(word.word) > _SHORT and not (word.guesses or word.english)
    return unknown and is_all_that_is_said(frame) and surname.distance < 1


def _says_little(mention: Mention) -> bool:
    return mention.sense.small or (bool(mention.sense.concepts) and mention.sense.concepts <= _BARE)


def _is_called(frame: Frame, people: tuple[Ref, ...], given: Loose) -> bool:
    """Tell whether one of these people may be called so, or has a name that is said before it: Peggy Sue Whitson."""
    before = set(frame.parsed.words[: given.place])
    for person in people:
        named, called, surnames = names_of_person(frame.corpus.person(person.id))
        names, family = _words([*named, *called]), _words(surnames)
        alike = any(name[:_ALIKE] == given.word[:_ALIKE] for name in names - family)
        if alike or not before.isdisjoint(names | family):
            return True
    return False


def _words(names: list[str]) -> set[str]:
    return set(" ".join(fold_all(names)).split())
