"""The prose of the corpus: where a sentence of a text ends, and whether it stands by itself."""

import re
from collections.abc import Sequence
from typing import Final

#: An initial ends no sentence: "Gregory C. Johnson".
_END: Final = re.compile(r"(?<=[.!?])(?<!\b[A-Z]\.) (?=[A-Z“])")
#: What goes on from the sentence before: a time counted from it, or something pointed at.
_GOES_ON: Final = re.compile(
    r"(?:(?:\w+ )?(?:minutes|hours|days|weeks|months|years) (?:later|earlier|before)"
    r"|The (?:next|same) (?:day|night|year)|Then|Instead|Afterwards|Both|The other|Another|That|Those|These|This"
    r"|(?:After|When|Once|Before) (?!.*[A-Z])[^,]*, (?:it|they|he|she))\b"
)
_MEANS_ANOTHER: Final = re.compile(r"\bbetween the two\b|^[A-Z]\w+(?: (?!and)\w+)? then\b")
_SOMEBODY: Final = re.compile(r"\b(?:he|she|him|his|her|hers)\b", re.IGNORECASE)
_SOMETHING: Final = re.compile(r"\b(?:it|its|they|them|their)\b", re.IGNORECASE)
#: What such a word can mean that stands before it: a noun with its article, or a name.
_NAMED: Final = re.compile(r"\b(?i:an?|the|one|each|every) \w|(?<!^)\b[A-Z]\w+")
_NAME: Final = re.compile(
    r"(?<!^)\b[A-Z]\w+|\b(?:man|men|wearer|user|pilot|nobody|(?:astro|cosmo)nauts?|spacewalkers?)\b"
)

_WORD: Final = re.compile(r"\w+")


def sentences_of(text: str) -> list[str]:
    """Part a text into its sentences."""
    return _END.split(text)


def stands_alone(sentence: str, people: Sequence[str], *, thing: bool = False) -> bool:
    """Tell whether a sentence can be read without the one before it.

    `people` are the names put in front of it, or (`thing`) the name of a thing is. Who "he" is shows where a single one
    is named there, or where the sentence names somebody first.
    """
    if _GOES_ON.match(sentence) or _MEANS_ANOTHER.search(sentence):
        return False
    somebody, something = _SOMEBODY.search(sentence), _SOMETHING.search(sentence)
    if somebody and len(people) != 1 and not _is_named(sentence[: somebody.start()], people):
        return False
    return thing or not something or bool(_NAMED.search(sentence[: something.start()]))


def _is_named(before: str, people: Sequence[str]) -> bool:
    if not people:
        return bool(_NAME.search(before))
    return not {word for name in people for word in name.split()}.isdisjoint(_WORD.findall(before))


def in_context(sentence: str, text: Sequence[str], people: Sequence[str], *, thing: bool = False) -> tuple[str, ...]:
    """Return a sentence of a text, after those before it that it does not stand alone without."""
    if sentence not in text:
        return (sentence,)
    place = first = text.index(sentence)
    while first and not stands_alone(text[first], people, thing=thing):
        first -= 1
    return tuple(text[first : place + 1])
