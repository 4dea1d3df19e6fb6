"""Where a sentence of the corpus ends."""

import pytest

from bot.corpus.prose import sentences_of


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("He went out. She stayed.", ["He went out.", "She stayed."]),
        (
            "Gregory C. Johnson flew. “Never again!” Or did he?",
            ["Gregory C. Johnson flew.", "“Never again!” Or did he?"],
        ),
        ("It took 5.5 hours", ["It took 5.5 hours"]),
        ("", [""]),
    ],
)
def test_a_text_is_parted_into_its_sentences(text: str, sentences: list[str]) -> None:
    assert sentences_of(text) == sentences
