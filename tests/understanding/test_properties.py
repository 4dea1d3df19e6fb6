"""What holds for any text, any name and any slip of the pen."""

import itertools
import string
from typing import NamedTuple

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.answering import Answer, Librarian, Outcome
from bot.corpus import Corpus
from bot.corpus.checks.vocabulary import phrases_of
from bot.corpus.folding import fold
from bot.corpus.naming import index_names

_ROOM = "@everyone `*_~|<>\"'\\{}[]()$%&;:,.!?…–—🚀\u200b\n\t\x00"
_WORDS = (
    *("leonov", "who", "longest", "sts-61", "1969", "march", "18", "eva", "iss", "mir", "most", "women", "second"),
    *(
        "before",
        "between",
        "or",
        "than",
        "how many",
        "hours",
        "first",
        "last",
        "not",
        "russian",
        "moon",
        "2001",
        "white",
    ),
    *("выход", "šetnja", "Weltraumausstieg", "sortie", "caminata", "翟志刚", "60s", "no", "top", "five", "century"),
)


def offered(answer: Answer) -> set[str]:
    return {*answer.ids, *(choice.id for choice in answer.choices)}


@given(question=st.text(max_size=80) | st.text(alphabet=_ROOM + string.ascii_letters, max_size=80))
def test_any_text_has_an_outcome(librarian: Librarian, question: str) -> None:
    answer = librarian.ask(question)
    assert answer.outcome in Outcome
    assert 0 <= answer.confidence <= 1
    assert answer.lead
    assert "@everyone" not in repr(answer)


@given(words=st.lists(st.sampled_from(_WORDS), min_size=1, max_size=9))
def test_any_mixture_of_telling_words_has_an_outcome(librarian: Librarian, words: list[str]) -> None:
    answer = librarian.ask(" ".join(words))
    assert answer.lead.strip()
    assert "{" not in answer.lead
    assert 0 <= answer.confidence <= 1
    assert librarian.ask(" ".join(words)) == answer


@pytest.mark.parametrize(
    "question", ["spacewalk " * 199, "a" * 2000, "1 " * 1000, "leonov or white " * 120, "x" * 10_000]
)
def test_long_texts_have_an_outcome(librarian: Librarian, question: str) -> None:
    assert librarian.ask(question).lead


@pytest.fixture(scope="module")
def long_names(corpus: Corpus) -> list[tuple[str, str]]:
    """Names of spacewalkers whose surname has six letters or more and is nobody else's, with their id."""
    counts: dict[str, set[str]] = {}
    for key, person in corpus.spacewalkers.items():
        counts.setdefault(fold(person.name.split()[-1]), set()).add(key)
    lone = {name: next(iter(keys)) for name, keys in counts.items() if len(keys) == 1 and len(name) >= 6}
    return [(name, key) for name, key in lone.items() if name.isalpha()]


@pytest.fixture(scope="module")
def known_words(corpus: Corpus) -> frozenset[str]:
    """The words of names and of the vocabularies, the latter without their stars."""
    names = itertools.chain.from_iterable(phrase.split() for phrase in index_names(corpus))
    phrases = (phrase for one in corpus.vocabularies for _, phrases in phrases_of(one) for phrase in phrases)
    said = itertools.chain.from_iterable(fold(phrase.replace("*", "")).split() for phrase in phrases)
    translated = (fold(word.replace("*", "")) for one in corpus.vocabularies for word in one.translate)
    return frozenset((*names, *said, *translated))


_AROUND = (("how many spacewalks did ", " make"), ("", " spacewalks"))


class Slip(NamedTuple):
    """One edit: which name (counted round and round), where in it, which letter, which kind of edit."""

    name: int
    place: int
    letter: str
    kind: int

    def in_name(self, name: str) -> str:
        """Return the name with a letter left out, put in, replaced, or swapped with the next, inside it."""
        at = 1 + self.place % (len(name) - 2)
        edits = (
            name[:at] + name[at + 1 :],
            name[:at] + self.letter + name[at:],
            name[:at] + self.letter + name[at + 1 :],
            name[:at] + name[at + 1] + name[at] + name[at + 2 :],
        )
        return edits[self.kind]


SLIPS = st.builds(
    Slip, st.integers(0, 999), st.integers(0, 99), st.sampled_from(string.ascii_lowercase), st.integers(0, 3)
)


@settings(max_examples=600)
@given(slip=SLIPS)
def test_one_slip_in_a_long_name_is_forgiven(
    librarian: Librarian, long_names: list[tuple[str, str]], known_words: frozenset[str], slip: Slip
) -> None:
    """An edit that makes another known word means that word, and one that is as near to another may mean either."""
    name, key = long_names[slip.name % len(long_names)]
    typed = slip.in_name(name)
    others = [word for word in known_words if word != name and abs(len(word) - len(typed)) <= 1]
    assume(process.extractOne(typed, others, scorer=OSA.distance, score_cutoff=1) is None)
    found = [key in offered(librarian.ask(f"{before}{typed}{after}")) for before, after in _AROUND]
    assert (typed, found) == (typed, [True, True])


@given(mission=st.integers(1, 135), number=st.integers(10, 99))
def test_a_shuttle_flight_never_had_ten_spacewalks(librarian: Librarian, mission: int, number: int) -> None:
    answer = librarian.ask(f"STS-{mission} EVA {number}")
    assert answer.outcome is Outcome.NOT_FOUND


#: What takes no time to read and no room, however often a word is said: each of these once did not end, or raised.
_HEAPED_UP = {
    "a name with two meanings": "Challenger " * 180,
    "surnames that several share": (
        "Volkov Solovyev Morgan Thomas Chen Williams Anderson Gardner Scott Gibson Nelson Smith Fisher Voss Yang Allen"
        " Thornton Li Liu Collins Garriott Richards Romanenko Kelly Titov Wang Zhang Walker Brown Baker Johnson"
    ),
    "a decade of thousands of digits": "in the " + "\N{COMBINING CYRILLIC TEN MILLIONS SIGN}" * 1000 + "s",
}


@pytest.mark.parametrize("question", _HEAPED_UP.values(), ids=_HEAPED_UP)
def test_what_is_heaped_up_is_answered_as_well(librarian: Librarian, question: str) -> None:
    assert librarian.ask(question).lead
