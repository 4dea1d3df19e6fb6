"""Parts a question into phrases that mean something and words that are left over."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from typing import Final

from bot.corpus import Corpus, Sort
from bot.corpus.folding import fold, fold_all
from bot.corpus.models import Person
from bot.corpus.naming import Meaning, Names, names_of_person
from bot.corpus.vocabulary import Concept, Particle
from bot.understanding.dates import Calendar, SpokenDate
from bot.understanding.lexicon import Lexicon
from bot.understanding.mentions import Loose, Mention, Parsed
from bot.understanding.near import Guess, Speller, ranked
from bot.understanding.phrases import DATE, LOOSE, MENTION, Phrase, Phrases
from bot.understanding.senses import Sense, stems_of

_PEOPLE: Final = frozenset({Sort.SPACEWALKER, Sort.OTHER_PERSON})
#: In edits: a form of a short stem is less likely than a name with one slip in it.
_LESS_LIKELY: Final = 1.3
#: In edits: what it takes to leave the s of a possessive away that was typed without its apostrophe.
_POSSESSIVE: Final = 0.5
#: What people in general may do or be asked of, in a language that has a word for them.
_ASKING: Final = frozenset(
    {
        *(Concept.HOW, Concept.WHY, Concept.WHAT, Concept.WHAT_IS, Concept.WHEN, Concept.WHERE, Concept.HOW_LONG),
        *(Concept.HOW_MANY, Concept.WHO, Concept.SUIT, Concept.OUTSIDE, Concept.WALK, Concept.SPACEWALK, Concept.SAID),
    }
)
_NOTHING: Final = Sense()
_SHORT: Final = 4
_SEVERAL: Final = 2
#: The letters of an ending that cases put on a name, and of the shortest given name.
_ENDING: Final = 2
_SHORTEST_NAME: Final = 2
_MOST_WORDS: Final = 400
#: Higher numbers after a series of flights count none of its things.
_FEW: Final = 6
#: From here on a figure is a year and no ordinal: "tra il 1992 e il 1995".
_FIRST_YEAR: Final = 1900
#: For so many words it is remembered what each is: most words of a question have been in others.
_REMEMBERED: Final = 2048
_NUMERALS: Final = (
    *("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii"),
    *("xviii", "xix", "xx", "xxi", "xxii"),
)
_ROMAN: Final = {roman: str(number) for number, roman in enumerate(_NUMERALS, start=1)}


class Parser:
    """Parts questions about one corpus.

    `texts` are the words of its stories and summaries, which need no guess; `told` says whether they have some form of
    a word.
    """

    def __init__(self, corpus: Corpus, names: Names, texts: Iterable[str], told: Callable[[str], bool]) -> None:
        """Build the trie of phrases and the list of known words."""
        lexicon = Lexicon(corpus, names)
        self.root = lexicon.root
        self._stems = lexicon.stems
        self._told = told
        self.speller = Speller(
            ranked((lexicon.names, lexicon.telling, texts, lexicon.quiet)), corpus.particles[Particle.RUN_TOGETHER]
        )
        self._named_with = lru_cache(maxsize=128)(lambda person: _words_of_names(corpus.person(person)))
        self._options = lru_cache(_REMEMBERED)(self._options_of)
        self._phrases = Phrases(self.root, self._options)
        self._parted = lru_cache(_REMEMBERED)(self._parts_of)
        self._flight = lru_cache(_REMEMBERED)(self._flight_of)
        self._given_names = corpus.particles[Particle.GIVEN_NAME]
        self._one = corpus.particles[Particle.ONE]
        self._before_one = corpus.particles[Particle.BEFORE_ONE]
        self._series = corpus.particles[Particle.SERIES]
        self._ordinal_endings = corpus.particles[Particle.AFTER_AN_ORDINAL]
        self.calendar = Calendar(
            lru_cache(_REMEMBERED)(self._month_of), lru_cache(_REMEMBERED)(self._number_of), corpus.particles
        )

    def parse(self, folded: str) -> Parsed:
        """Return what the words of a folded question mean, by the cheapest way to cover them with phrases."""
        words = tuple(self._digits(chain.from_iterable(map(self._parted, folded.split()[:_MOST_WORDS]))))
        dates = {date.start: date for date in self.calendar.dates(words)}
        cheapest = [0.0] * (len(words) + 1)
        taken: list[Mention | Phrase | None] = [None] * len(words)
        for start in range(len(words) - 1, -1, -1):
            cheapest[start] = LOOSE + cheapest[start + 1]
            for cost, found in self._found_at(start, words, dates):
                if cost + cheapest[found.end] < cheapest[start]:
                    cheapest[start], taken[start] = cost + cheapest[found.end], found
        return self._collect(words, taken)

    def sense_of(self, word: str) -> Sense | None:
        """Return what a folded word means by itself, in whatever form; None where it means nothing known."""
        said = (self.root.sense_of(form) for form in (word, *(f"{stem}*" for stem in stems_of(word, self._stems))))
        return next(filter(None, said), None)

    def _collect(self, words: tuple[str, ...], taken: Sequence[Mention | Phrase | None]) -> Parsed:
        mentions: list[Mention] = []
        loose: list[Loose] = []
        place = 0
        while place < len(words):
            found = taken[place]
            if found is None:
                loose.append(Loose(place, words[place], self._options(words[place])))
            elif isinstance(found, Mention):
                mentions.append(found)
            elif found.sense.explains:
                mentions.append(Mention(place, found.end, found.said, found.sense, found.distance))
            else:
                loose.append(Loose(place, found.said, self._options(words[place]), found.sense.english))
            place = found.end if found else place + 1
        telling = self._without_people_in_general(mentions, words)
        meant = tuple(self._by_given_name(mention, words) for mention in telling)
        return Parsed(words, meant, tuple(self._without_given_names(meant, loose)))

    def _without_people_in_general(self, mentions: Sequence[Mention], words: Sequence[str]) -> Iterator[Mention]:
        """Let a word say nothing that means people in general: "wie atmet man" asks of no man, "which man" does."""
        ends = {mention.end: mention.sense for mention in mentions}
        for mention in mentions:
            if mention.words not in self._one or mention.start == 0 or words[mention.start - 1] in self._before_one:
                yield mention
                continue
            before = ends.get(mention.start, _NOTHING)
            somebody = before.nations or before.ordinal is not None or before.concepts - _ASKING
            yield mention if somebody else replace(mention, sense=Sense(small=True))

    def _by_given_name(self, mention: Mention, words: Sequence[str]) -> Mention:
        """Leave of several people with one surname the one whose given name stands before it, in whatever case."""
        people = {meaning.ref.id for meaning in mention.sense.names if meaning.ref.sort in _PEOPLE}
        if not people or not mention.start:
            return mention
        before = _without_endings(words[mention.start - 1])
        strange = not before.isdisjoint(self._given_names) and not any(before & self._named_with(p) for p in people)
        if strange and (others := self._nearly(words[mention.start], before)):
            return replace(mention, sense=Sense(names=others))
        if len(people) < _SEVERAL:
            return mention
        meant = {person for person in people if not before.isdisjoint(self._named_with(person))}
        if len(meant) != 1:
            return mention
        return replace(mention, sense=Sense(names=tuple(m for m in mention.sense.names if m.ref.id in meant)))

    def _nearly(self, word: str, given: set[str]) -> tuple[Meaning, ...]:
        """Return somebody of this given name whose surname is near a mistyped one, if nobody else of it is."""
        senses = (self.root.sense_of(guess.word) for guess in self.speller.guesses(word))
        near = {meaning.ref: meaning for sense in senses if sense for meaning in sense.names}
        meant = [m for m in near.values() if m.ref.sort in _PEOPLE and not given.isdisjoint(self._named_with(m.ref.id))]
        return tuple(meant) if len(meant) == 1 else ()

    def _without_given_names(self, mentions: Sequence[Mention], loose: Sequence[Loose]) -> Iterator[Loose]:
        """Leave out words beside somebody's name that are parts of their name in another spelling."""
        beside = {place: m for m in mentions if m.sense.names for place in (m.start - 1, m.end)}
        for word in loose:
            names = beside[word.place].sense.names if word.place in beside else ()
            said = {guess.word for guess in word.guesses} | (_without_endings(word.word) if names else set())
            people = (meaning.ref.id for meaning in names if meaning.ref.sort in _PEOPLE)
            if all(said.isdisjoint(self._named_with(person)) for person in people):
                yield word

    def _found_at(
        self, start: int, words: Sequence[str], dates: Mapping[int, SpokenDate]
    ) -> Iterator[tuple[float, Mention | Phrase]]:
        """Yield what may begin at a place, each with its cost."""
        if date := dates.get(start):
            yield DATE, Mention(start, date.end, " ".join(words[start : date.end]), Sense(), 0.0, date)
        if words[start].isdecimal():
            yield MENTION, self._figure(start, words)
        for phrase in self._phrases.beginning_at(start, words):
            if phrase.sense.day and not phrase.distance:
                yield DATE, self._named_day(words, start, phrase.end, phrase.sense.day)
            yield phrase.cost, phrase

    def _figure(self, start: int, words: Sequence[str]) -> Mention:
        word = words[start]
        value = int(word) if len(word) <= 4 else None  # noqa: PLR2004 - no figure here is longer
        ended = start + 1 < len(words) and words[start + 1] in self._ordinal_endings
        if ended and value is not None and value < _FIRST_YEAR:
            return Mention(start, start + 2, f"{word} {words[start + 1]}", Sense(ordinal=value))
        return Mention(start, start + 1, word, Sense(number=value))

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
        if known or self._told(word) or any(guess.distance <= 1 for guess in self.speller.guesses(word)):
            return (word,)
        return self.speller.parts(word) or (word,)

    def _digits(self, words: Iterator[str]) -> Iterator[str]:
        """Write the number of a flight in digits: "gemini xii", "apollo eleven"."""
        before = ""
        for word in words:
            spoken = before in self._series and not word.isdecimal()
            number = _ROMAN.get(word) or self._spelled(word) if spoken else None
            if number and int(number) <= _FEW and self.root.sense_of(f"{before} {number}") is None:
                number = None  # "Apollo's three walks", as there was no such flight
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


def _without_endings(word: str) -> set[str]:
    """Return a word, and what is left of it without an ending of one or two letters: "Eda" is a case of "Ed"."""
    return {word[:end] for end in range(max(len(word) - _ENDING, _SHORTEST_NAME), len(word) + 1)}


def _words_of_names(person: Person) -> frozenset[str]:
    """Return the words of those of somebody's names that have several."""
    names = fold_all([name for names in names_of_person(person) for name in names])
    return frozenset(word for name in names if " " in name for word in name.split())
