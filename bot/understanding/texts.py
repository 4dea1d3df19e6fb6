"""The texts of the corpus by the stems of their words: which entry tells of what, and how much a word counts there."""

import math
import re
from array import array
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, chain
from operator import itemgetter
from typing import Final, NamedTuple

import Stemmer  # type: ignore[import-not-found]  # PyStemmer has no types

from bot.corpus import Corpus, Ref, Sort
from bot.corpus.folding import fold_all
from bot.corpus.models import Spacewalk, Story, Topic
from bot.corpus.vocabulary import Concept

#: How much a word counts by where it stands.
_TITLE: Final = 1.25
_ALIAS: Final = 1.15
_TEXT: Final = 1.0
_WHY: Final = 0.85
_NAME: Final = 0.9
_QUOTE: Final = 0.8
_TOPIC_TITLE: Final = 1.35
_TOPIC_ALIAS: Final = 1.3
_TOPIC_TEXT: Final = 0.65
#: A story that is about many spacewalks says less about each.
_SHARED: Final = 0.85
#: What a word counts in a question that says nothing, that says what all questions here are about, what is asked, or
#: that belongs to a phrase which does.
_NOTHING: Final = 0.15
_SUBJECT: Final = 0.5
_TOLD: Final = 1.0
_ASKING: Final = 1.6
SUBJECTS: Final = (Concept.SPACEWALK, Concept.SPACEWALKER, Concept.PERSON)
ASKED: Final = (
    *(Concept.WHO, Concept.WHEN, Concept.WHERE, Concept.WHY, Concept.HOW, Concept.HOW_LONG, Concept.HOW_MANY),
    *(Concept.WHAT_HAPPENED, Concept.SAID, Concept.WITH_WHOM, Concept.SUIT, Concept.AIRLOCK),
)
#: A name of a single word has to be this rare to be called out by it.
_LONE_NAME: Final = 3.0
#: That of the texts.
LANGUAGE: Final = "en"
_LETTER_AND_NUMBER: Final = re.compile(r" ([a-z]) ([0-9]+)")
# Without its memory of words, which would hold every word of the corpus a second time.
_STEMMER: Final = Stemmer.Stemmer("english", 0)

#: Words that the stemmer takes for forms of another (radiation, experiment, sever, internal, live, past), or does not
#: know to be another word for one.
_OWN_STEMS: Final = {
    "radiator": "radiator",
    "radiators": "radiator",
    "experience": "experience",
    "experienced": "experience",
    "experiences": "experience",
    "several": "several",
    "international": "international",
    "living": "living",
    "paste": "paste",
    "spacesuit": "suit",
    "spacesuits": "suit",
}

#: Texts of an entry that count alike, with how much a word counts there.
_Part = tuple[float, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Texts:
    """What the entries of a corpus tell.

    `refs` gives each text its place, the number it is known by. `rarity` is what each stem is worth: the rarer the
    more. `worth` holds where each stem stands, with what share of that it counts there, by the part of the text it
    stands in. `names` are titles and aliases of stories and topics, by their rarest stem. `words` are those of all
    texts as they stand there. `light` is what the stems of words of any language count in a question that say little,
    `happened` those of words that ask what happened, or went wrong.
    """

    refs: tuple[Ref, ...]
    worth: "Worth"
    rarity: Mapping[str, float]
    names: "Mapping[str, Sequence[Name]]"
    words: Collection[str]
    light: Mapping[str, float]
    happened: frozenset[str]


class Name(NamedTuple):
    """What a story or topic is called: the stems of the words that tell something, and of the little ones beside."""

    ref: Ref
    core: tuple[str, ...]
    little: tuple[str, ...]


def index_texts(corpus: Corpus) -> Texts:
    """Return the texts of stories, topics and spacewalks, each text folded and stemmed once."""
    told = _told(corpus)
    words = _words_of({text for parts in told.values() for _, texts in parts for text in texts})
    every = tuple(set(chain.from_iterable(words.values())))
    stem_of = dict(zip(every, stems_of(every), strict=True))
    stems = {text: tuple(dict.fromkeys(stem_of[word] for word in said)) for text, said in words.items()}
    worth: defaultdict[str, dict[int, float]] = defaultdict(dict)
    for place, parts in enumerate(told.values()):
        for value, texts in sorted(parts, key=itemgetter(0)):  # a word counts by the best of the parts it stands in
            for stem in chain.from_iterable(stems[text] for text in texts):
                worth[stem][place] = value
    rarity = {stem: math.log(1 + len(told) / (len(places) + 0.5)) for stem, places in worth.items()}
    happened = _happened_stems(corpus)
    light = dict.fromkeys(happened, _ASKING) | _light_stems(corpus)
    return Texts(tuple(told), Worth(worth), rarity, _names(corpus, stems, rarity), every, light, happened)


class Worth:
    """Stems with the places of the texts that have them, and a number for each; packed, as dicts take megabytes."""

    def __init__(self, found: Mapping[str, Mapping[int, float]]) -> None:
        """Pack what was found: for each stem the places, each with its number."""
        self._number = {stem: number for number, stem in enumerate(found)}
        self._starts = array("I", accumulate(map(len, found.values()), initial=0))
        self._places = array("I", chain.from_iterable(found.values()))
        self._values = array("d", chain.from_iterable(places.values() for places in found.values()))

    def __contains__(self, stem: str) -> bool:
        """Tell whether some text has a stem."""
        return stem in self._number

    def of(self, stem: str) -> Iterator[tuple[int, float]]:
        """Return the places of the texts that have a stem, each with its number."""
        number = self._number.get(stem)
        if number is None:
            return iter(())
        start, end = self._starts[number : number + 2]
        return zip(self._places[start:end], self._values[start:end], strict=True)


def stems_of(words: Sequence[str]) -> list[str]:
    """Return the stem of each word."""
    found: list[str] = _STEMMER.stemWords(words)
    return [_OWN_STEMS.get(word, stem) for word, stem in zip(words, found, strict=True)]


def with_joined(folded: str) -> list[str]:
    """Return folded words, and parts of a station as one word, which folding has parted: "s 6" is also "s6"."""
    return folded.split() + [letter + number for letter, number in _LETTER_AND_NUMBER.findall(f" {folded}")]


def _words_of(texts: Collection[str]) -> dict[str, list[str]]:
    return {text: with_joined(folded) for text, folded in zip(texts, fold_all(tuple(texts)), strict=True)}


def _names(
    corpus: Corpus, stems: Mapping[str, Sequence[str]], rarity: Mapping[str, float]
) -> Mapping[str, Sequence[Name]]:
    small = _small_stems(corpus)
    found: defaultdict[str, list[Name]] = defaultdict(list)
    for sort, entries in ((Sort.STORY, corpus.stories), (Sort.TOPIC, corpus.topics)):
        for entry in entries.values():
            ref = Ref(sort, entry.id)
            for name in (entry.name, *entry.aliases):
                telling = tuple(stem for stem in stems[name] if rarity[stem] > 1)
                core = tuple(stem for stem in telling if stem not in small)
                if not _calls_out(core, rarity):
                    core = telling
                if _calls_out(core, rarity):
                    little = tuple(stem for stem in telling if stem not in core)
                    found[max(core, key=rarity.__getitem__)].append(Name(ref, core, little))
    return dict(found)


def _calls_out(stems: Sequence[str], rarity: Mapping[str, float]) -> bool:
    """Tell whether who says these stems can hardly mean anything else: several, or a rare one."""
    return len(stems) > 1 or any(rarity[stem] >= _LONE_NAME for stem in stems)


def _small_stems(corpus: Corpus) -> frozenset[str]:
    """Return the stems of the little words of the language that the texts are written in."""
    small = (vocabulary.small_words for vocabulary in corpus.vocabularies if vocabulary.language == LANGUAGE)
    return frozenset(stems_of([word for words in small for word in words if word.isalpha()]))


def _light_stems(corpus: Corpus) -> dict[str, float]:
    """Return what the stems of words of any language count that say little."""
    said: dict[float, list[str]] = {_TOLD: [], _NOTHING: [], _ASKING: [], _SUBJECT: []}  # the later counts
    for vocabulary in corpus.vocabularies:
        said[_NOTHING] += vocabulary.small_words
        for value, concepts in ((_ASKING, ASKED), (_SUBJECT, SUBJECTS)):
            said[value] += chain.from_iterable(vocabulary.concepts.get(concept, ()) for concept in concepts)
        for concept in (Concept.HOW_MANY, Concept.HOW_LONG):
            said[_TOLD] += _of_two_words(vocabulary.concepts.get(concept, ()))
    single = ((value, [text for text in texts if " " not in text]) for value, texts in said.items())
    return {stem: value for value, words in single for stem in stems_of(_words_in(words))}


def _of_two_words(texts: Sequence[str]) -> list[str]:
    """Return the words of phrases that have two: "how long", "wie viele"."""
    return [word for text in texts if text.count(" ") == 1 for word in text.split()]


def _happened_stems(corpus: Corpus) -> frozenset[str]:
    """Return the stems of the words that ask by themselves what happened, in any language."""
    texts = [text for vocabulary in corpus.vocabularies for text in vocabulary.concepts.get(Concept.WHAT_HAPPENED, ())]
    return frozenset(stems_of(_words_in([text for text in texts if " " not in text])))


def _words_in(texts: Sequence[str]) -> list[str]:
    return [word for folded in fold_all(tuple(texts)) for word in folded.split()]


def _told(corpus: Corpus) -> dict[Ref, list[_Part]]:
    """Return the parts of every entry that tells something."""
    stories = {story.id: list(_parts_of_story(corpus, story)) for story in corpus.stories.values()}
    told = {Ref(Sort.STORY, key): parts for key, parts in stories.items()}
    told |= {Ref(Sort.TOPIC, topic.id): list(_parts_of_topic(topic)) for topic in corpus.topics.values()}
    for walk in corpus.spacewalks:
        parts = list(_parts_of_walk(corpus, walk))
        for story in corpus.stories_of.get(walk.id, ()):
            share = 1.0 if len(story.spacewalks) == 1 else _SHARED
            parts += [(value * share, texts) for value, texts in stories[story.id]]
        told[Ref(Sort.SPACEWALK, walk.id)] = parts
    return told


def written(corpus: Corpus, ref: Ref) -> str:
    """Return all that a spacewalk, a story or a topic tells, as it is written."""
    if ref.sort is Sort.TOPIC:
        parts = list(_parts_of_topic(corpus.topics[ref.id]))
    elif ref.sort is Sort.STORY:
        parts = list(_parts_of_story(corpus, corpus.stories[ref.id]))
    else:
        parts = list(_parts_of_walk(corpus, corpus.spacewalk_by_id[ref.id]))
        for story in corpus.stories_of.get(ref.id, ()):
            parts += _parts_of_story(corpus, story)
    return " ".join(text for _, texts in parts for text in texts)


def _parts_of_walk(corpus: Corpus, walk: Spacewalk) -> Iterator[_Part]:
    people = (corpus.spacewalkers[person].name for person in walk.crew)
    yield _NAME, (*people, f"{walk.name} {walk.mission} {walk.vehicle} {walk.docked_at or ''} {walk.airlock}")
    yield _NAME, (f"{walk.date:%B} {walk.date.year}", walk.suit or "")
    yield _TEXT, (walk.summary, walk.note or "", *walk.aliases)


def _parts_of_story(corpus: Corpus, story: Story) -> Iterator[_Part]:
    yield _TITLE, (story.title,)
    yield _ALIAS, story.aliases
    yield _TEXT, (story.summary,)
    yield _WHY, (story.why_it_matters, story.note or "")
    yield _NAME, (f"{story.date:%B} {story.date.year}",)
    yield _NAME, tuple(corpus.person(person).name for person in (*story.people, *story.inside))
    for quote in corpus.quotes_of.get(story.id, ()):
        yield _QUOTE, (quote.text, quote.note or "", quote.speaker)


def _parts_of_topic(topic: Topic) -> Iterator[_Part]:
    yield _TOPIC_TITLE, (topic.name,)
    yield _TOPIC_ALIAS, topic.aliases
    yield _NAME, (topic.summary,)
    yield _TOPIC_TEXT, (topic.text,)
