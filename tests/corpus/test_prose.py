"""Which sentences can be read by themselves."""

import pytest

from bot.corpus.prose import in_context, stands_alone

_ONE, _TWO = ["Richard Gordon"], ["Joseph Allen", "Dale Gardner"]


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("The next day he and Conrad both dozed off.", _ONE),
        ("Six days later the pair went back.", _TWO),
        ("That ended the walk.", _TWO),
        ("When the bracket, worked by Anna Fisher, did not fit, he held half a tonne by hand.", _TWO),
        ("Three long spacewalks gave it gyros.", _TWO),
        ("After a repair that overran, it would not close.", _TWO),
        ("Two cosmonauts found debris jammed between the two.", _TWO),
    ],
)
def test_what_leans_on_the_sentence_before_is_known(sentence: str, people: list[str]) -> None:
    assert not stands_alone(sentence, people)


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("He floated free for about 20 minutes.", _ONE),
        ("Allen flew to the satellite and speared its engine.", _TWO),
        ("By the time Gardner caught it, he was tired.", _TWO),
        ("The antenna stuck, so they pushed it.", _TWO),
    ],
)
def test_what_says_whom_and_what_it_means_stands_alone(sentence: str, people: list[str]) -> None:
    assert stands_alone(sentence, people)


def test_as_many_sentences_as_it_takes_are_told_before_one() -> None:
    text = ["Allen caught a satellite.", "Then it was stowed.", "That took an hour."]
    assert in_context(text[2], text, _TWO) == tuple(text)
    assert in_context(text[0], text, _TWO) == (text[0],)
    assert in_context("Not of this text.", text, _TWO) == ("Not of this text.",)


def test_of_a_thing_that_is_named_it_is_clear_what_it_is() -> None:
    assert stands_alone("It weighs 38 kg.", (), thing=True)
    assert not stands_alone("He stood on the cover.", (), thing=True)
