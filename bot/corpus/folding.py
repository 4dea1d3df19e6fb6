"""One spelling for many: how names and questions are folded before they are compared."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final

from anyascii import anyascii

# Apostrophes and full stops vanish inside a name (O'Hara, U.S., L.A.), an "'s" goes with its apostrophe; all else that
# is no letter or digit parts words. Full stops between digits part them: 12.9.2024. Each pattern begins with the mark,
# so that text without one is passed over quickly, and is meant for small ASCII letters: transliteration comes first.
_SILENT = re.compile(r"[.'`](?:(?<=['`])(?:s\b)?|(?<=[a-z]\.)(?=[a-z]))")
#: What French and Italian glue to the next word with an apostrophe: l'espace, d'une, qu'est, un'uscita, dell'acqua.
_ELIDED = re.compile(
    r"'(?:(?<=\b[ldjmtn]')|(?<=\b(?:qu|un)')|(?<=\b(?:all|com|cos|dov)')|(?<=\b(?:d[ae]ll|nell|sull|coll|altr|tutt)')"
    r"|(?<=\bque(?:ll|st)'))(?=\w{2})"
)
#: What Russian puts behind the word that is asked about; transliterated, it would be a name, which Mark Lee (Марк Ли),
#: Li Cong (Ли Цун) and Li Guangsu (Ли Гуансу) keep.
_WHETHER = re.compile(r"(?<=[а-яё])(?<!марк)[\s-]+ли\b(?!\s+[цг]у)|(?<=[А-ЯЁ]{2})(?<!МАРК)[\s-]+ЛИ\b(?!\s+[ЦГ]У)")
#: Pictures (emoji and their modifiers) say nothing; transliterated, they would be words.
_PICTURE = re.compile("[\u2190-\u2bff\u2e80-\u2e99\ufe0f\u200d\U0001f000-\U0001faff]")
_GAP = re.compile(r"[^a-z0-9]+")
_NUMBER = re.compile(r"([0-9]+)")
#: ASCII with a space for all that is no small letter, digit or end of a line.
_WORDS_ONLY = {code: " " for code in range(128) if not re.match(r"[a-z0-9\n]", chr(code))}


class _Transliteration(dict[int, str]):
    """What each character is in ASCII, looked up once, so that `str.translate` runs at the speed of C."""

    def __missing__(self, code: int) -> str:
        """Look a character up and remember it."""
        self[code] = " " if _PICTURE.match(chr(code)) else anyascii(chr(code)).lower()
        return self[code]


_ASCII: Final = _Transliteration()


def fold(text: str) -> str:
    """Reduce text to lower-case ASCII words parted by single spaces, so that spellings meet.

    Accents, case, scripts (by transliteration), punctuation and the join between letters and digits are folded away:
    "STS-61", "sts61" and "STS 61" are all "sts 61". Returns "" for text without a letter or digit.
    """
    return " ".join(_in_words(text, _WORDS_ONLY).split())


def _in_words(text: str, marks: Mapping[int, str]) -> str:
    """Return folded text with any number of spaces between its words, and with its line ends; `marks` become spaces."""
    plain = text.lower() if text.isascii() else _WHETHER.sub("", unicodedata.normalize("NFKC", text)).translate(_ASCII)
    letters = _SILENT.sub("", _ELIDED.sub(" ", plain)).translate(marks)
    return " ".join(_NUMBER.split(letters))


def fold_all(texts: Sequence[str], *, stars: bool = False) -> list[str]:
    """Fold many texts in one go, which is several times quicker than one by one; with `stars` keep these."""
    marks = {code: " " for code in _WORDS_ONLY if code != ord("*")} if stars else _WORDS_ONLY
    plain = iter(_fold_alike([text for text in texts if text.isascii()], marks))  # quicker by themselves
    others = iter(_fold_alike([text for text in texts if not text.isascii()], marks))
    return [next(plain if text.isascii() else others) for text in texts]


def _fold_alike(texts: Sequence[str], marks: Mapping[int, str]) -> list[str]:
    folded = _in_words("\n".join(texts), marks)
    while "  " in folded:
        folded = folded.replace("  ", " ")
    lines = [line.strip() for line in folded.split("\n")]
    if len(lines) != len(texts):  # some have line ends of their own
        return [" ".join(_in_words(text, marks).split()) for text in texts]
    # What is folded already is kept as it is: thousands of copies take memory.
    return [text if line == text else line for line, text in zip(lines, texts, strict=True)]


def slugify(text: str) -> str:
    """Turn a name into the id an editor would give it: "Michael López-Alegría" is "michael-lopez-alegria"."""
    plain = anyascii(unicodedata.normalize("NFKC", text)).casefold()
    return _GAP.sub("-", _SILENT.sub("", plain)).strip("-")
