"""Folding brings the spellings of a name together and nothing else."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.corpus.folding import fold, fold_all, slugify


@pytest.mark.parametrize(
    ("spellings", "folded"),
    [
        (["STS-61-B", "sts61b", "STS 61 B", "sts-61b", "ＳＴＳ－６１－Ｂ"], "sts 61 b"),
        (["O'Hara", "OHara", "O’Hara", "oʼhara", "O`Hara"], "ohara"),
        (["López-Alegría", "lopez alegria", "LOPEZ—ALEGRIA", "López‑Alegría"], "lopez alegria"),
        (["U.S. EVA-23", "US EVA 23", "us-eva23"], "us eva 23"),
        (["Jean-Loup Chrétien", "jean loup chretien"], "jean loup chretien"),
        (["Алексей Леонов", "алексей леонов"], "aleksey leonov"),
        (["  Space\tShuttle\n", "space shuttle"], "space shuttle"),
        (["what's that?!", "what that"], "what that"),
        (["Leonov's", "leonov’s", "LEONOV"], "leonov"),
        (["12.9.2024", "12/9/2024", "12 9 2024"], "12 9 2024"),
        (["👀 🍕", "🚀", "⭐️"], ""),
        (["", "?!", "--- ' ---", "\u200b"], ""),
    ],
)
def test_spellings_meet(spellings: list[str], folded: str) -> None:
    assert {fold(spelling) for spelling in spellings} == {folded}


@pytest.mark.parametrize(
    ("one", "other"),
    [("apollo 15", "apollo 16"), ("sts 61", "sts 61 b"), ("us eva 2 3", "us eva 23"), ("voss", "foss")],
)
def test_different_things_stay_apart(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Michael López-Alegría", "michael-lopez-alegria"),
        ("Loral O'Hara", "loral-ohara"),
        ("Jean-Loup Chrétien", "jean-loup-chretien"),
        ("US EVA-23", "us-eva-23"),
        ("VKD-54A", "vkd-54a"),
        ("Joseph R. Tanner", "joseph-r-tanner"),
    ],
)
def test_names_become_the_ids_an_editor_gives(name: str, slug: str) -> None:
    assert slugify(name) == slug


@given(text=st.text())
@example("ẞ-ß ŉ ǆ")
def test_folded_text_is_plain_words_and_folding_again_changes_nothing(text: str) -> None:
    folded = fold(text)
    assert folded.isascii()
    assert all(word.isalnum() and word == word.lower() for word in folded.split(" ")) or folded == ""
    assert fold(folded) == folded


@given(texts=st.lists(st.text(max_size=8), max_size=6))
@example(["l'espace", "O'Hara's\n", "d", "'une", "É\u0301", ""])
def test_texts_folded_together_are_folded_as_each_alone(texts: list[str]) -> None:
    assert fold_all(texts) == [fold(text) for text in texts]


@given(text=st.text())
def test_a_slug_is_plain_and_stays_what_it_is(text: str) -> None:
    slug = slugify(text)
    assert slug == "" or all(word.isascii() and word.isalnum() for word in slug.split("-"))
    assert slugify(slug) == slug


_LETTERS = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), min_size=1, max_size=8)


@given(words=st.lists(_LETTERS, min_size=1, max_size=4), join=st.sampled_from([" ", "-", "  ", "/", ", ", " – ", "\n"]))
def test_case_and_what_stands_between_words_do_not_matter(words: list[str], join: str) -> None:
    assert fold(join.join(words)) == fold(join.join(words).upper()) == " ".join(words)


@given(letters=_LETTERS, number=st.integers(0, 9999), join=st.sampled_from(["", " ", "-"]))
def test_the_join_of_letters_and_digits_does_not_matter(letters: str, number: int, join: str) -> None:
    assert fold(f"{letters}{join}{number}") == f"{letters} {number}"


@given(word=_LETTERS, accent=st.sampled_from(["\u0301", "\u0308", "\u0327", "\u030c"]))
def test_accents_do_not_matter(word: str, accent: str) -> None:
    assert fold(word + accent) == fold(word)
