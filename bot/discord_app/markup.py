"""Plain text as Discord markup: shown letter by letter, with nothing in it that formats, links or pings."""

import re
from typing import Final

#: Signs that format; a "<" that would begin a mention, a date or a link to a command; the scheme of an address.
_SIGN: Final = re.compile(r"[\\*_~|`\[\]]|<(?=[@#:/a-z])|(?<=http):|(?<=https):", re.IGNORECASE)
#: Signs that make a heading, a small line, a quotation or a list where they begin a line.
_LINE_START: Final = re.compile(r"(?m)^([ \t]*)(?=[#>+-])|^([ \t]*[0-9]+)(?=\.[ \t])")
_PING: Final = re.compile(r"@(?=everyone|here|[!&]?[0-9])")
#: Stands between an @ and what follows it, invisibly.
_APART: Final = "\u200b"


def plain(text: str) -> str:
    """Return markup that shows exactly this text."""
    escaped = _LINE_START.sub(r"\g<0>\\", _SIGN.sub(r"\\\g<0>", text))
    return _PING.sub(f"@{_APART}", escaped) if "@" in escaped else escaped


def bold(text: str) -> str:
    """Return markup that shows this text in bold."""
    return f"**{plain(text)}**"


def block_quote(text: str) -> str:
    """Return markup that shows this text, which is markup itself, set in as a quotation."""
    return "\n".join(f"> {line}" for line in text.splitlines())
