"""Parts a question into phrases that mean something and words that are left over."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, reduce
from itertools import chain
from typing import Final

from bot.corpus import Corpus, Sort
from bot.corpus.folding import fold, fold_all
from bot.corpus.models import Person
from bot.corpus.naming import Names, names_of_person
from bot.corpus.vocabulary import Concept, Particle
from bot.understanding.dates import Calendar, SpokenDate
from bot.understanding.lexicon import Lexicon
from bot.understanding.near import Guess, Speller, ranked
from bot.understanding.senses import Node, Sense, Trie, merged, stems_of

_PEOPLE: Final = frozenset({Sort.SPACEWALKER, Sort.OTHER_PERSON})
_SOMEBODY: Final = frozenset({Concept.WOMAN, Concept.MAN, Concept.SPACEWALKER})
_LOOSE: Final = 1.0
_MENTION: Final = 0.12
_TRANSLATED: Final = 0.9
#: A phrase that a vocabulary has whole is hardly meant otherwise: "un petit pas" is no surname.
_RENDERED: Final = 0.3
_CLOSER: Final = 0.01
_ABOUT: Final = 0.3
#: In edits: a form of a short stem is less likely than a name with one slip in it.
_LESS_LIKELY: Final = 1.3
#: In edits: what it takes to leave the s of a possessive away that was typed without its apostrophe.
_POSSESSIVE: Final = 0.5
_SHORT: Final = 4
_LONG: Final = 9
_PER_EDIT: Final = 0.16
_DATE: Final = 0.05
_SEVERAL: Final = 2
#: The letters of an ending that cases put on a name, and of the shortest given name.
_ENDING: Final = 2
_SHORTEST_NAME: Final = 2
_MOST_WORDS: Final = 400
#: From here on a figure is a year and no ordinal: "tra il 1992 e il 1995".
_FIRST_YEAR: Final = 1900
#: For so many words it is remembered what each is: most words of a question have been in others.
_REMEMBERED: Final = 4096
_NUMERALS: Final = (
    *("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii"),
    *("xviii", "xix", "xx", "xxi", "xxii"),
)
_ROMAN: Final = {roman: str(number) for number, roman in enumerate(_NUMERALS, start=1)}


@dataclass(frozen=True, slots=True)
class Mention:
    """Words of a question (from `start` up to `end`) that were understood, and what they can mean.

    `distance` counts the edits that were forgiven; `date` is set where they name one.
    """

    start: int
    end: int
    words: str
    sense: Sense
    distance: float = 0.0
    date: SpokenDate | None = None


@dataclass(frozen=True, slots=True)
class Loose:
    """A word that no phrase explains: what it was, and the known words of texts it may stand for."""

    place: int
    word: str
    guesses: tuple[Guess, ...]
    english: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Parsed:
    """A question in words, mentions in their order, and loose words in theirs."""

    words: tuple[str, ...]
    mentions: tuple[Mention, ...]
    loose: tuple[Loose, ...]

    def concepts(self) -> frozenset[Concept]:
        """Return every concept that is said."""
        return frozenset(concept for mention in self.mentions for concept in mention.sense.concepts)


class Parser:
    """Parts questions about one corpus. `texts` are the words of its stories and summaries, which need no guess."""

    def __init__(self, corpus: Corpus, names: Names, texts: Iterable[str]) -> None:
        """Build the trie of phrases and the list of known words."""
        lexicon = Lexicon(corpus, names)
        self.root = lexicon.root
        self._stems = lexicon.stems
        self.speller = Speller(
            ranked((lexicon.names, lexicon.telling, texts, lexicon.quiet)), corpus.particles[Particle.RUN_TOGETHER]
        )
        self._named_with = lru_cache(maxsize=128)(lambda person: _words_of_names(corpus.person(person)))
        self._options = lru_cache(_REMEMBERED)(self._options_of)
        self._parted = lru_cache(_REMEMBERED)(self._parts_of)
        self._flight = lru_cache(_REMEMBERED)(self._flight_of)
        self._series = corpus.particles[Particle.SERIES]
        self._ordinal_endings = corpus.particles[Particle.AFTER_AN_ORDINAL]
        self.calendar = Calendar(
            lru_cache(_REMEMBERED)(self._month_of), lru_cache(_REMEMBERED)(self._number_of), corpus.particles
        )

    def parse(self, folded: str) -> Parsed:
        """Return what the words of a folded question mean, by the cheapest way to cover them with phrases."""
        words = tuple(self._digits(chain.from_iterable(map(self._parted, folded.split()[:_MOST_WORDS]))))
        options = [self._options(word) for word in words]
        dates = {date.start: date for date in self.calendar.dates(words)}
        best: list[tuple[float, Mention | None]] = [(0.0, None)] * (len(words) + 1)
        for start in range(len(words) - 1, -1, -1):
            choices: list[tuple[float, Mention | None]] = [(_LOOSE + best[start + 1][0], None)]
            choices += [(cost + best[m.end][0], m) for cost, m in self._from(start, words, options, dates)]
            best[start] = min(choices, key=lambda choice: choice[0])
        return self._collect(words, options, best)

    def _collect(
        self,
        words: tuple[str, ...],
        options: Sequence[tuple[Guess, ...]],
        best: Sequence[tuple[float, Mention | None]],
    ) -> Parsed:
        mentions: list[Mention] = []
        loose: list[Loose] = []
        place = 0
        while place < len(words):
            mention = best[place][1]
            if mention is None:
                loose.append(Loose(place, words[place], options[place]))
            elif mention.date or mention.sense.explains:
                mentions.append(mention)
            else:
                loose.append(Loose(place, mention.words, options[place], mention.sense.english))
            place = mention.end if mention else place + 1
        kept = tuple(self._without_given_names(mentions, loose))
        return Parsed(words, tuple(self._by_given_name(mention, words) for mention in mentions), kept)

    def _by_given_name(self, mention: Mention, words: Sequence[str]) -> Mention:
        """Leave of several people with one surname the one whose given name stands before it, in whatever case."""
        people = {meaning.ref.id for meaning in mention.sense.names if meaning.ref.sort in _PEOPLE}
        if len(people) < _SEVERAL or not mention.start:
            return mention
        before = _without_endings(words[mention.start - 1])
        meant = {person for person in people if not before.isdisjoint(self._named_with(person))}
        if len(meant) != 1:
            return mention
        return replace(mention, sense=Sense(names=tuple(m for m in mention.sense.names if m.ref.id in meant)))

    def _without_given_names(self, mentions: Sequence[Mention], loose: Sequence[Loose]) -> Iterator[Loose]:
        """Leave out words beside somebody's name that are parts of their name in another spelling."""
        beside = {place: m for m in mentions if m.sense.names for place in (m.start - 1, m.end)}
        for word in loose:
            names = beside[word.place].sense.names if word.place in beside else ()
            said = {guess.word for guess in word.guesses} | (_without_endings(word.word) if names else set())
            people = (meaning.ref.id for meaning in names if meaning.ref.sort in _PEOPLE)
            if all(said.isdisjoint(self._named_with(person)) for person in people):
                yield word

    def _from(
        self,
        start: int,
        words: Sequence[str],
        options: Sequence[tuple[Guess, ...]],
        dates: Mapping[int, SpokenDate],
    ) -> Iterator[tuple[float, Mention]]:
        """Yield every phrase that begins at a place, with its cost."""
        if date := dates.get(start):
            yield _DATE, Mention(start, date.end, " ".join(words[start : date.end]), Sense(), 0.0, date)
        if words[start].isdecimal():
            value = int(words[start]) if len(words[start]) <= 4 else None  # noqa: PLR2004 - no figure here is longer
            ended = start + 1 < len(words) and words[start + 1] in self._ordinal_endings
            ordinal = value if ended and value is not None and value < _FIRST_YEAR else None
            end = start + 1 + (ordinal is not None)
            figure = Sense(ordinal=ordinal) if ordinal is not None else Sense(number=value)
            yield _MENTION, Mention(start, end, " ".join(words[start:end]), figure)
        lone: list[Sense] = []
        guessed: list[tuple[float, Sense]] = []
        for end, node, distance, said in _walks(self.root, start, options):
            sense = node.sense
            if sense is None or (distance and not _may_be_meant(sense, distance, said)):
                continue
            if end == start + 1 and not distance:
                lone.append(sense)
            elif end == start + 1 and sense.names:
                guessed.append((distance, sense))
            if sense.day and not distance:
                yield _DATE, self._named_day(words, start, end, sense.day)
            cost = _MENTION if sense.explains else _TRANSLATED if len(said) == 1 else _RENDERED
            yield cost + _PER_EDIT * distance, Mention(start, end, " ".join(said), sense, distance)
        if len(lone) > 1 and (whole := _of_a_nation(lone)):
            yield _MENTION - _CLOSER, Mention(start, start + 1, words[start], whole)
        if namesakes := _as_near(guessed):
            distance = guessed[0][0]
            cost = _MENTION + _PER_EDIT * distance - _CLOSER
            yield cost, Mention(start, start + 1, words[start], namesakes, distance)

    def _named_day(self, words: Sequence[str], start: int, end: int, day: tuple[int, int]) -> Mention:
        date = self.calendar.named_day(words, start, end, day)
        return Mention(start, date.end, " ".join(words[start : date.end]), Sense(), 0.0, date)

    def _options_of(self, word: str) -> tuple[Guess, ...]:
        """Return what a typed word may be: itself when it is known, else the known words near it."""
        if word.isdecimal() or self.speller.knows(word):
            return (Guess(0.0, word), *self._owner_in(word))
        if not self._is_stemmed(word):
            return (*self._owner_in(word), *self.speller.guesses(word))
        names = tuple(guess for guess in self.speller.names_near(word) if len(word) > _SHORT)
        return (*names, Guess(_LESS_LIKELY, word)) if names else (Guess(0.0, word),)

    def _owner_in(self, word: str) -> Iterator[Guess]:
        """Yield the name that a word is the possessive of, where it is known as such in longer names alone."""
        owner = word.removesuffix("s")
        sense = self.root.sense_of(owner)
        if owner != word and sense is not None and sense.names and self.root.sense_of(word) is None:
            yield Guess(_POSSESSIVE, owner)

    def _is_stemmed(self, word: str) -> bool:
        return any(stems_of(word, self._stems))

    def _parts_of(self, word: str) -> tuple[str, ...]:
        """Part words that were run together, where nothing like them is known."""
        known = self.speller.knows(word) or self._is_stemmed(word)
        if known or any(guess.distance <= 1 for guess in self.speller.guesses(word)):
            return (word,)
        return self.speller.parts(word) or (word,)

    def _digits(self, words: Iterator[str]) -> Iterator[str]:
        """Write the number of a flight in digits: "gemini xii", "apollo eleven"."""
        before = ""
        for word in words:
            spoken = before in self._series and not word.isdecimal()
            number = _ROMAN.get(word) or self._spelled(word) if spoken else None
            before = self._flight(word)
            yield number or before

    def _flight_of(self, word: str) -> str:
        """Return a series of flights by its English name, whatever the language and case: "Apolu" is "apollo"."""
        for node in self.root.after(word):
            english = node.sense.english if node.sense else ()
            if flight := next((name for name in map(fold, english) if name in self._series), None):
                return flight
        return word

    def _spelled(self, word: str) -> str | None:
        sense = self.root.sense_of(word)
        return None if sense is None or sense.number is None else str(sense.number)

    def _month_of(self, word: str) -> int | None:
        return next((node.sense.month for node in self.root.after(word) if node.sense and node.sense.month), None)

    def _number_of(self, word: str) -> int | None:
        if word.isdecimal():
            return int(word) if len(word) <= 2 else None  # noqa: PLR2004 - the digits of a day
        senses = [node.sense for node in self.root.after(word) if node.sense]
        values = (sense.ordinal if sense.ordinal is not None else sense.number for sense in senses)
        return next((value for value in values if value is not None), None)


def _may_be_meant(sense: Sense, distance: float, said: Sequence[str]) -> bool:
    """Tell whether a phrase may be meant by words that are not quite its own: two slips make another short word."""
    return sense.may_be_mistyped and (distance <= 1 or bool(sense.names) or len(" ".join(said)) >= _LONG)


def _as_near(guessed: Sequence[tuple[float, Sense]]) -> Sense | None:
    """Join the names that a mistyped word is about as near to: which one is meant is for the rest to say."""
    near = [sense for distance, sense in guessed if distance <= guessed[0][0] + _ABOUT]
    return Sense(names=tuple(m for sense in near for m in sense.names)) if len(near) > 1 else None


def _of_a_nation(senses: Sequence[Sense]) -> Sense | None:
    """Join what a word and its stem say of a nation: "Chinesin" is a woman, and Chinese; "Russian" may be Soviet."""
    more = any(sense.concepts & _SOMEBODY or sense.names for sense in senses)
    return reduce(merged, senses) if more and any(sense.nations for sense in senses) else None


#: How far the words from a place lead: where they end, the node they lead to, the edits needed, the words meant.
_Walk = tuple[int, Node, float, tuple[str, ...]]


def _walks(root: Trie, start: int, options: Sequence[tuple[Guess, ...]]) -> list[_Walk]:
    """Return every node that the words from a place lead to, each before those that lie behind it."""
    found: list[_Walk] = []

    def go_on(node: Trie | Node, place: int, distance: float, said: tuple[str, ...]) -> None:
        for guess in options[place]:
            for after in node.after(guess.word):
                walk = (place + 1, after, distance + guess.distance, (*said, guess.word))
                found.append(walk)
                if after.goes_on and place + 1 < len(options):
                    go_on(after, *(walk[0], walk[2], walk[3]))

    go_on(root, start, 0.0, ())
    return found


def _without_endings(word: str) -> set[str]:
    """Return a word, and what is left of it without an ending of one or two letters: "Eda" is a case of "Ed"."""
    return {word[:end] for end in range(max(len(word) - _ENDING, _SHORTEST_NAME), len(word) + 1)}


def _words_of_names(person: Person) -> frozenset[str]:
    """Return the words of those of somebody's names that have several."""
    names = fold_all([name for names in names_of_person(person) for name in names])
    return frozenset(word for name in names if " " in name for word in name.split())
