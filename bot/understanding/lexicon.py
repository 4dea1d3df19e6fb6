"""Every word the bot knows: names of the corpus and the vocabularies of all languages, in one trie."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from bot.corpus import Corpus, Sort
from bot.corpus.folding import fold
from bot.corpus.naming import Names
from bot.corpus.vocabulary import Vocabulary
from bot.understanding.senses import Node, Sense

#: Serbian is written in two scripts; the vocabulary holds the Latin one. These letters of it come out otherwise when
#: the Cyrillic ones are folded, as transliteration is that of Russian: "шетња" is "shetnja", "šetnja" is "setnja".
_FROM_CYRILLIC: Final = str.maketrans(
    {"š": "sh", "ž": "zh", "č": "ch", "ć": "c", "đ": "dj", "h": "kh", "c": "ts", "Š": "sh", "Ž": "zh", "Č": "ch"}
)
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
#: Topics that spacewalks are filtered by or that people name like a thing; other topics are found by their texts.
_NAMED_TOPICS: Final = frozenset({"suit", "jetpack", "airlock"})
#: Sorts whose names only count when they are the whole question: their words are ordinary ones.
_WHOLE_ONLY: Final = frozenset({Sort.RECORD, Sort.STORY})


class Lexicon:
    """The trie of all phrases that say something by themselves, and the words it is made of.

    `names` are the words of names, `telling` those of phrases that mean something, `words` all of them, `stems` those
    with any ending.
    """

    def __init__(self, corpus: Corpus, names: Names) -> None:
        """Enter the names of the corpus and the phrases of all vocabularies."""
        self.root = Node()
        self.names: set[str] = set()
        self.telling: set[str] = set()
        self.words: set[str] = set()
        self.stems: set[str] = set()
        for phrase, meanings in names.items():
            kept = tuple(meaning for meaning in meanings if _is_named(corpus, meaning.ref.sort, meaning.ref.id))
            if kept:
                self._add(phrase.split(), Sense(names=kept))
        for vocabulary in corpus.vocabularies:
            for text, sense in _phrases(vocabulary):
                for written in _spellings(vocabulary.language, text):
                    if words := fold_phrase(written):
                        self._add(words, sense)

        self._name_by_translation(corpus)

    def _name_by_translation(self, corpus: Corpus) -> None:
        """Let words that translate a name mean what it means: "navette" is the Shuttle, "МКС" the ISS."""
        for vocabulary in corpus.vocabularies:
            for text, english in vocabulary.translate.items():
                node: Node | None = self.root
                for word in fold(english).split():
                    node = node.words.get(word) if node else None
                if node and node.sense and node.sense.names:
                    for written in _spellings(vocabulary.language, text):
                        self._add(fold_phrase(written), Sense(names=node.sense.names))

    def _add(self, words: list[str], sense: Sense) -> None:
        self.root.add(words, sense)
        plain = [word.removesuffix("*") for word in words]
        self.words.update(plain)
        self.stems.update(word[:-1] for word in words if word.endswith("*"))
        if sense.names:
            self.names.update(plain)
        elif sense.may_be_mistyped or sense.month:
            self.telling.update(plain)


def _is_named(corpus: Corpus, sort: Sort, key: str) -> bool:
    if sort is Sort.TOPIC:
        return corpus.topics[key].category in _NAMED_TOPICS
    return sort not in _WHOLE_ONLY


def _phrases(vocabulary: Vocabulary) -> Iterator[tuple[str, Sense]]:
    """Yield every phrase of a vocabulary with what it means."""
    for concept, texts in vocabulary.concepts.items():
        yield from _alike(texts, Sense(concepts=frozenset({concept})))
    yield from _alike(vocabulary.small_words, Sense(small=True))
    yield from _alike(vocabulary.other_subjects, Sense(elsewhere=True))
    for month, texts in enumerate(vocabulary.months, start=1):
        yield from _alike(texts, Sense(month=month))
    yield from ((text, Sense(number=value)) for text, value in vocabulary.numbers.items())
    yield from ((text, Sense(ordinal=value)) for text, value in vocabulary.ordinals.items())
    yield from ((text, Sense(decade=value)) for text, value in vocabulary.decades.items())
    yield from ((text, Sense(nations=tuple(nations))) for text, nations in vocabulary.nations.items())
    yield from ((text, Sense(english=(english,))) for text, english in vocabulary.translate.items())


def _alike(texts: Iterable[str], sense: Sense) -> Iterator[tuple[str, Sense]]:
    return ((text, sense) for text in texts)


def _spellings(language: str, text: str) -> Iterator[str]:
    """Yield the ways a phrase is typed: Serbian in Cyrillic as well, German umlauts as two letters as well."""
    yield text
    if language == "sr":
        other = text.translate(_FROM_CYRILLIC)
    elif language == "de":
        other = text.translate(_UMLAUTS)
    else:
        return
    if other != text:
        yield other


def fold_phrase(text: str) -> list[str]:
    """Fold each word of a phrase and keep its star."""
    folded: list[str] = []
    for word in text.split():
        parts = fold(word.rstrip("*")).split()
        if parts and word.endswith("*"):
            parts[-1] += "*"
        folded += parts
    return folded


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
