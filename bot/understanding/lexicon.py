"""Every word the bot knows: names of the corpus and the vocabularies of all languages, in one trie."""

import re
from collections.abc import Iterator
from typing import Final

from bot.corpus import Corpus, Sort
from bot.corpus.folding import fold
from bot.corpus.naming import Names, index_names
from bot.corpus.vocabulary import Vocabulary
from bot.understanding.senses import Node, Sense

#: Serbian is written in two scripts; the vocabulary holds the Latin one. Digraphs come first.
_CYRILLIC: Final = (
    *(("dž", "џ"), ("lj", "љ"), ("nj", "њ")),
    *zip("abvgdđežzijklmnoprstćufhcčš", "абвгдђежзијклмнопрстћуфхцчш", strict=True),
)
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
#: Topics that spacewalks are filtered by or that people name like a thing; other topics are found by their texts.
_NAMED_TOPICS: Final = frozenset({"suit", "jetpack", "airlock"})
#: Sorts whose names only count when they are the whole question: their words are ordinary ones.
_WHOLE_ONLY: Final = frozenset({Sort.RECORD, Sort.STORY})


def build_lexicon(corpus: Corpus, names: Names) -> Node:
    """Return the trie of all phrases that say something by themselves."""
    root = Node()
    for phrase, meanings in names.items():
        kept = tuple(meaning for meaning in meanings if _is_named(corpus, meaning.ref.sort, meaning.ref.id))
        if kept:
            root.add(phrase.split(), Sense(names=kept))
    for vocabulary in corpus.vocabularies:
        for text, sense in _phrases(vocabulary):
            for written in _spellings(vocabulary.language, text):
                if words := fold_phrase(written):
                    root.add(words, sense)
    return root


def _is_named(corpus: Corpus, sort: Sort, key: str) -> bool:
    if sort is Sort.TOPIC:
        return corpus.topics[key].category in _NAMED_TOPICS
    return sort not in _WHOLE_ONLY


def _phrases(vocabulary: Vocabulary) -> Iterator[tuple[str, Sense]]:
    for concept, texts in vocabulary.concepts.items():
        for text in texts:
            yield text, Sense(concepts=frozenset({concept}))
    for text in vocabulary.small_words:
        yield text, Sense(small=True)
    for text in vocabulary.other_subjects:
        yield text, Sense(elsewhere=True)
    for month, texts in enumerate(vocabulary.months, start=1):
        for text in texts:
            yield text, Sense(month=month)
    for text, value in vocabulary.numbers.items():
        yield text, Sense(number=value)
    for text, value in vocabulary.ordinals.items():
        yield text, Sense(ordinal=value)
    for text, value in vocabulary.decades.items():
        yield text, Sense(decade=value)
    for text, nations in vocabulary.nations.items():
        yield text, Sense(nations=tuple(nations))
    for text, english in vocabulary.translate.items():
        yield text, Sense(english=(english,))


def _spellings(language: str, text: str) -> Iterator[str]:
    """Yield the ways a phrase is typed: Serbian in Cyrillic as well, German umlauts as two letters as well."""
    yield text
    if language == "sr":
        yield serbian_cyrillic(text)
    elif language == "de" and (typed := text.translate(_UMLAUTS)) != text:
        yield typed


def serbian_cyrillic(text: str) -> str:
    """Write Serbian Latin in Cyrillic: "šetnja" is "шетња"."""
    text = text.lower()
    for latin, cyrillic in _CYRILLIC:
        text = text.replace(latin, cyrillic)
    return text


def fold_phrase(text: str) -> list[str]:
    """Fold each word of a phrase and keep its star."""
    folded: list[str] = []
    for word in text.split():
        parts = fold(word.rstrip("*")).split()
        if parts and word.endswith("*"):
            parts[-1] += "*"
        folded += parts
    return folded


def all_names(corpus: Corpus) -> Names:
    """Return the names of the corpus with the short forms that only the matcher needs."""
    return index_names(corpus)


_SOUNDS: Final = (
    *(("tsch", "s"), ("tch", "s"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("dzh", "z"), ("zh", "z"), ("dz", "z")),
    *(("ts", "z"), ("tz", "z"), ("ph", "f"), ("kh", "h"), ("x", "ks"), ("ck", "k"), ("q", "k"), ("c", "k")),
    *(("wh", "v"), ("w", "v"), ("y", "i"), ("j", "i"), ("ou", "u"), ("oo", "u"), ("ee", "i")),
)
_DOUBLE: Final = re.compile(r"(.)\1+")


def sound_of(word: str) -> str:
    """Reduce a word to roughly how it sounds, so that transliterations meet: Ryumin, Rjumin, Ryumine are "riumin"."""
    for letters, sound in _SOUNDS:
        word = word.replace(letters, sound)
    word = _DOUBLE.sub(r"\1", word)
    return word[:-1] if word.endswith("e") and len(word) > 1 else word
