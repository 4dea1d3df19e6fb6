import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.discord_app.markup import block_quote, bold, plain


@pytest.mark.parametrize(
    ("text", "markup"),
    [
        ("US EVA-23, 5.5 h", "US EVA-23, 5.5 h"),
        ("a*b_c~d|e`f", r"a\*b\_c\~d\|e\`f"),
        ("# loud", r"\# loud"),
        ("- item\n1. first", "\\- item\n1\\. first"),
        ("[here](https://evil.example)", r"\[here\](https\://evil.example)"),
        ("<t:0:R> <@123> <:x:1> </ask:1>", "\\<t:0:R> \\<@\u200b123> \\<:x:1> \\</ask:1>"),
        ("@everyone @here", "@\u200beveryone @\u200bhere"),
        ("4 < 5 and 5 > 4", "4 < 5 and 5 > 4"),
    ],
)
def test_text_is_shown_letter_by_letter(text: str, markup: str) -> None:
    assert plain(text) == markup


@given(st.text(alphabet="ab*_~|`[]()<>@#-1. \n:/\\", max_size=60))
def test_nothing_that_formats_is_left_without_an_escape(text: str) -> None:
    left = re.sub(r"\\.", "x", plain(text))
    assert not re.search(r"[*_~|`\[\]]", left)
    assert not re.search(r"(?m)^[ \t]*(?:[#>+-]|[0-9]+\.[ \t])", left)


def test_a_quotation_is_set_in_on_every_line() -> None:
    assert block_quote("one\ntwo") == "> one\n> two"
    assert bold("a*b") == r"**a\*b**"
