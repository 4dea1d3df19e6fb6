"""Every word the bot knows: names of the corpus and the vocabularies of all languages, in one trie."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import filterfalse
from typing import Final

from bot.corpus import Corpus, Sort
from bot.corpus.folding import fold_all
from bot.corpus.naming import Meaning, Names, Strength
from bot.corpus.vocabulary import Concept, Vocabulary
from bot.understanding.senses import Sense, Trie, merged

#: Serbian is written in two scripts; the vocabulary holds the Latin one. These letters of it come out otherwise when
#: the Cyrillic ones are folded, as transliteration is that of Russian: "шетња" is "shetnja", "šetnja" is "setnja".
_FROM_CYRILLIC: Final = str.maketrans(
    {"š": "sh", "ž": "zh", "č": "ch", "ć": "c", "đ": "dj", "h": "kh", "c": "ts", "Š": "sh", "Ž": "zh", "Č": "ch"}
)
_UMLAUTS: Final = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue"})
#: What is typed in other letters as well, by language: Serbian in Cyrillic, German umlauts as two letters.
_OTHER_LETTERS: Final = {"sr": _FROM_CYRILLIC, "de": _UMLAUTS}
#: Topics that spacewalks are filtered by or that people name like a thing; other topics are found by their texts.
_NAMED_TOPICS: Final = frozenset({"suit", "jetpack", "airlock"})
#: Sorts whose names only count when they are the whole question: their words are ordinary ones.
_WHOLE_ONLY: Final = frozenset({Sort.RECORD, Sort.STORY})


class Lexicon:
    """The trie of all phrases that say something by themselves, and the words it is made of.

    `names` are the words of names, `telling` those of other phrases that mean something, `quiet` those of the rest,
    `stems` those with any ending.
    """

    def __init__(self, corpus: Corpus, names: Names) -> None:
        """Enter the names of the corpus and the phrases of all vocabularies."""
        senses = dict(_named(corpus, names))
        self.names = _words(senses)
        for vocabulary in corpus.vocabularies:
            for phrase, sense in _said(vocabulary):
                known = senses.setdefault(phrase, sense)
                if known is not sense:
                    senses[phrase] = merged(known, sense)
        senses.pop("", None)
        telling: list[str] = []
        quiet: list[str] = []
        for phrase, sense in senses.items():
            if not sense.names:
                (telling if sense.may_be_mistyped or sense.month else quiet).append(phrase)
        self.telling = _words(telling)
        self.quiet = _words(quiet)
        self.stems = _stems(senses)
        _name_by_translation(senses)
        self.root = Trie(senses, self.stems)


def _name_by_translation(senses: dict[str, Sense]) -> None:
    """Let words that translate a name mean what it means: "navette" is the Shuttle, "МКС" the ISS; "weiß" is no Ed."""
    translating = [(phrase, sense) for phrase, sense in senses.items() if sense.english]
    english = list({text for _, sense in translating for text in sense.english})
    named = {
        text: tuple(meaning for meaning in senses[phrase].names if meaning.strength < Strength.SURNAME)
        for text, phrase in zip(english, fold_all(english), strict=True)
        if phrase in senses
    }
    for phrase, sense in translating:
        if names := next(filter(None, map(named.get, sense.english)), None):
            senses[phrase] = merged(sense, Sense(names=names))


def _said(vocabulary: Vocabulary) -> Iterator[tuple[str, Sense]]:
    """Yield the phrases of one language as they are typed and folded, with what they mean; some may be empty."""
    phrases: list[str] = []
    senses: list[Sense] = []
    for alike, sense in _phrases(vocabulary):
        phrases += alike
        senses += [sense] * len(alike)
    if letters := _OTHER_LETTERS.get(vocabulary.language):
        typed = [(phrase.translate(letters), phrase, sense) for phrase, sense in zip(phrases, senses, strict=True)]
        phrases += [other for other, phrase, _ in typed if other != phrase]
        senses += [sense for other, phrase, sense in typed if other != phrase]
    return zip(fold_all(phrases, stars=True), senses, strict=True)


def _words(phrases: Collection[str]) -> set[str]:
    """Return the words of folded phrases without their stars; phrases of one word as they are, not as copies."""
    longer = " ".join(filterfalse(str.isalnum, phrases))
    return {*filter(str.isalnum, phrases), *longer.replace("*", "").split()}


def _stems(phrases: Iterable[str]) -> frozenset[str]:
    """Return the words that may have any ending."""
    with_stars = " ".join(phrase for phrase in phrases if "*" in phrase)
    return frozenset(word[:-1] for word in with_stars.split() if word.endswith("*"))


def _named(corpus: Corpus, names: Names) -> Iterator[tuple[str, Sense]]:
    """Yield every name with those of its meanings that may stand in a longer question."""
    senses: dict[tuple[Meaning, ...], Sense] = {}  # shared, since most names are one of several for one thing
    for phrase, meanings in names.items():
        if meanings not in senses:
            kept = tuple(meaning for meaning in meanings if _is_named(corpus, meaning.ref.sort, meaning.ref.id))
            senses[meanings] = Sense(names=meanings if len(kept) == len(meanings) else kept)
        if (sense := senses[meanings]).names:
            yield phrase, sense


def _is_named(corpus: Corpus, sort: Sort, key: str) -> bool:
    if sort is Sort.TOPIC:
        return corpus.topics[key].category in _NAMED_TOPICS
    return sort not in _WHOLE_ONLY


def _phrases(vocabulary: Vocabulary) -> Iterator[tuple[Collection[str], Sense]]:
    """Yield the phrases of a vocabulary, those that mean the same together."""
    for concept, texts in vocabulary.concepts.items():
        yield texts, Sense(concepts=frozenset({concept}), elsewhere=concept is Concept.OTHER_WORLD)
    yield vocabulary.small_words, Sense(small=True)
    yield vocabulary.other_subjects, Sense(elsewhere=True)
    yield vocabulary.plain_words, Sense()
    for month, texts in enumerate(vocabulary.months, start=1):
        yield texts, Sense(month=month)
    yield from (((text,), Sense(number=value)) for text, value in vocabulary.numbers.items())
    yield from (((text,), Sense(ordinal=value)) for text, value in vocabulary.ordinals.items())
    yield from (((text,), Sense(decade=value)) for text, value in vocabulary.decades.items())
    yield from (((text,), Sense(day=(int(day[:2]), int(day[3:])))) for text, day in vocabulary.days.items())
    yield from (((text,), Sense(nations=tuple(nations))) for text, nations in vocabulary.nations.items())
    english: defaultdict[str, list[str]] = defaultdict(list)
    for text, meant in vocabulary.translate.items():
        english[meant].append(text)
    yield from ((texts, Sense(english=tuple(meant.split(" | ")))) for meant, texts in english.items())


_SOUNDS: Final = (
    *(("tsch", "s"), ("tch", "s"), ("sch", "s"), ("sh", "s"), ("ch", "s"), ("dzh", "z"), ("zh", "z"), ("dz", "z")),
    *(("ts", "z"), ("tz", "z"), ("ph", "f"), ("kh", "h"), ("x", "ks"), ("ck", "k"), ("q", "k"), ("c", "k")),
    *(("wh", "v"), ("w", "v"), ("y", "i"), ("j", "i"), ("ou", "u"), ("oo", "u"), ("ee", "i")),
)
_DOUBLED: Final = re.compile(r"([a-z])(?=\1)")
_SILENT_E: Final = re.compile(r"e\b(?<=[a-z]e)")


def sound_of(word: str) -> str:
    """Reduce a word to roughly how it sounds, so that transliterations meet: Ryumin, Rjumin, Ryumine are "riumin"."""
    return sounds_of((word,))[0]


def sounds_of(words: Sequence[str]) -> list[str]:
    """Reduce many words to their sounds in one go, which is several times quicker than one by one."""
    text = " ".join(words)
    for letters, sound in _SOUNDS:
        text = text.replace(letters, sound)
    return _SILENT_E.sub("", _DOUBLED.sub("", text)).split(" ")
