"""Plain text as Discord markup: shown letter by letter, with nothing in it that formats, links or pings."""

import re
from typing import Final

#: Signs that format, or may: one class of characters is found many times faster than conditions on what is around.
_SIGN: Final = re.compile(r"[\\*_~|`\[\]<:]")
#: What makes a mention, a date or a link to a command of a "<" before it.
_AFTER_BRACKET: Final = re.compile(r"[@#:/a-z]", re.IGNORECASE)
#: What makes an address of a ":" after it.
_SCHEMES: Final = ("http", "https")
_LONGEST_SCHEME: Final = max(map(len, _SCHEMES))
#: Signs that make a heading, a small line, a quotation or a list where they begin a line.
_LINE_START: Final = re.compile(r"(?m)^([ \t]*)(?=[#>+-])|^([ \t]*[0-9]+)(?=\.[ \t])")
_PING: Final = re.compile(r"@(?=everyone|here|[!&]?[0-9])")
#: Stands between an @ and what follows it, invisibly.
_APART: Final = "\u200b"


def plain(text: str) -> str:
    """Return markup that shows exactly this text."""
    escaped = _SIGN.sub(_without_meaning, text)
    if "\n" in escaped:
        escaped = _LINE_START.sub(_ended, escaped)
    elif start := _LINE_START.match(escaped):
        escaped = _ended(start) + escaped[start.end() :]
    return _PING.sub(f"@{_APART}", escaped) if "@" in escaped else escaped


def _without_meaning(sign: re.Match[str]) -> str:
    text, place = sign.string, sign.start()
    if sign[0] == "<" and not _AFTER_BRACKET.match(text, place + 1):
        return "<"
    if sign[0] == ":" and not text[max(0, place - _LONGEST_SCHEME) : place].lower().endswith(_SCHEMES):
        return ":"
    return f"\\{sign[0]}"


def _ended(line_start: re.Match[str]) -> str:
    return f"{line_start[0]}\\"


def bold(text: str) -> str:
    """Return markup that shows this text in bold."""
    return f"**{plain(text)}**"


def block_quote(text: str) -> str:
    """Return markup that shows this text, which is markup itself, set in as a quotation."""
    return "\n".join(f"> {line}" for line in text.splitlines())
