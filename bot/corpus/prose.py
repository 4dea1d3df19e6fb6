"""The prose of the corpus: where a sentence ends."""

import re
from typing import Final

#: An initial ends no sentence: "Gregory C. Johnson".
_END: Final = re.compile(r"(?<=[.!?])(?<!\b[A-Z]\.) (?=[A-Z“])")


def sentences_of(text: str) -> list[str]:
    """Part a text into its sentences."""
    return _END.split(text)
