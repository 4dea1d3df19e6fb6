"""A question with the words that a vocabulary translates put into English, which texts are written in."""

from collections.abc import Iterator
from itertools import islice, product
from typing import Final

from bot.corpus.folding import fold
from bot.understanding.mentions import Parsed

#: So many ways to put a question into English are tried; the first is the likeliest.
_MOST_WAYS: Final = 4


def in_english(parsed: Parsed) -> Iterator[str]:
    """Yield a folded question in English, once for each way to say it; nothing where a word has no translation.

    Words that ask or mean something else are the same to a reader in all languages and stay as they are.
    """
    if not parsed.loose or not all(loose.english for loose in parsed.loose):
        return
    for ways in islice(product(*(loose.english for loose in parsed.loose)), _MOST_WAYS):
        said = {loose.place: way for loose, way in zip(parsed.loose, ways, strict=True)}
        said |= {mention.start: mention.words for mention in parsed.mentions}
        yield fold(" ".join(said[place] for place in sorted(said)))
