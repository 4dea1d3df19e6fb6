"""Every word the bot knows: names of the corpus and the vocabularies of all languages, in one trie."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from bot.corpus import Corpus, Sort
from bot.corpus.folding import fold_all
from bot.corpus.naming import Meaning, Names
from bot.corpus.vocabulary import Vocabulary
from bot.understanding.senses import Sense, Trie

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
        self.root = Trie()
        senses: dict[tuple[Meaning, ...], Sense] = {}  # shared, since most names are one of several for one thing
        named = [(phrase, senses.setdefault(kept, Sense(names=kept))) for phrase, kept in _named(corpus, names)]
        for phrase, sense in named:
            self.root.add(phrase, sense)
        self.names = frozenset(_words(phrase for phrase, _ in named))
        telling: set[str] = set()
        every: set[str] = set()
        for vocabulary in corpus.vocabularies:
            said = _said(vocabulary)
            for phrase, sense in said:
                self.root.add(phrase, sense)
            telling |= _words(phrase for phrase, sense in said if sense.may_be_mistyped or sense.month)
            every |= _words(phrase for phrase, _ in said)
        self.telling = frozenset(word.removesuffix("*") for word in telling)
        self.words = frozenset(word.removesuffix("*") for word in every) | self.names
        self.stems = frozenset(word[:-1] for word in every if word.endswith("*"))
        self._name_by_translation(corpus)

    def _name_by_translation(self, corpus: Corpus) -> None:
        """Let words that translate a name mean what it means: "navette" is the Shuttle, "МКС" the ISS."""
        translated = [(v.language, text, english) for v in corpus.vocabularies for text, english in v.translate.items()]
        meant: list[tuple[str, Sense]] = []
        for words, (language, text, _) in zip(fold_all([row[2] for row in translated]), translated, strict=True):
            node = self.root.find(words.split())
            if node and node.sense and node.sense.names:
                sense = Sense(names=node.sense.names)
                meant += [(written, sense) for written in _spellings(language, text)]
        for phrase, (_, sense) in zip(fold_phrases([written for written, _ in meant]), meant, strict=True):
            self.root.add(phrase, sense)


def _said(vocabulary: Vocabulary) -> list[tuple[str, Sense]]:
    """Return the phrases of one language as they are typed and folded, with what they mean."""
    spelled = [
        (written, sense) for text, sense in _phrases(vocabulary) for written in _spellings(vocabulary.language, text)
    ]
    folded = fold_phrases([written for written, _ in spelled])
    return [(phrase, sense) for phrase, (_, sense) in zip(folded, spelled, strict=True) if phrase]


def _words(phrases: Iterable[str]) -> set[str]:
    return set(" ".join(phrases).split())


def _named(corpus: Corpus, names: Names) -> Iterator[tuple[str, tuple[Meaning, ...]]]:
    """Yield every name with those of its meanings that may stand in a longer question."""
    for phrase, meanings in names.items():
        kept = tuple(meaning for meaning in meanings if _is_named(corpus, meaning.ref.sort, meaning.ref.id))
        if kept:
            yield phrase, meanings if len(kept) == len(meanings) else kept


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


#: What a star becomes while phrases are folded: letters that no language has in a row.
_STAR: Final = "qxzxq"


def fold_phrases(texts: Sequence[str]) -> list[str]:
    """Fold the words of phrases and keep their stars."""
    folded = fold_all([text.replace("*", _STAR) for text in texts])
    return [text.replace(_STAR, "*") for text in folded]


_SOUNDS: Final = (
    *(("tsch", "s"), ("tch", "s"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("dzh", "z"), ("zh", "z"), ("dz", "z")),
    *(("ts", "z"), ("tz", "z"), ("ph", "f"), ("kh", "h"), ("x", "ks"), ("ck", "k"), ("q", "k"), ("c", "k")),
    *(("wh", "v"), ("w", "v"), ("y", "i"), ("j", "i"), ("ou", "u"), ("oo", "u"), ("ee", "i")),
)
_DOUBLE: Final = re.compile(r"([a-z])\1+")
_SILENT_E: Final = re.compile(r"(?<=[a-z])e(?= |$)")


def sound_of(word: str) -> str:
    """Reduce a word to roughly how it sounds, so that transliterations meet: Ryumin, Rjumin, Ryumine are "riumin"."""
    return sounds_of((word,))[0]


def sounds_of(words: Sequence[str]) -> list[str]:
    """Reduce many words to their sounds in one go, which is several times quicker than one by one."""
    text = " ".join(words)
    for letters, sound in _SOUNDS:
        text = text.replace(letters, sound)
    return _SILENT_E.sub("", _DOUBLE.sub(r"\1", text)).split(" ")
