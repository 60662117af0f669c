"""Level a text for matching without moving a character: offsets into the levelled text are offsets into the text."""

from __future__ import annotations

import re

_ALIKE = str.maketrans(
    {
        **dict.fromkeys("‘’ʼ‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("\u00a0\u2007\u2009\u200a\u202f\u3000\t\n\r\f\v", " "),
        **dict.fromkeys("·∙•・ㆍ", "·"),
    }
)


def level(text: str) -> str:
    """Make quotes, dashes, spaces and middle dots of every make alike. Same length as ``text``."""
    return text.translate(_ALIKE)


def lower(text: str) -> str:
    """Lower case, character by character. Same length as ``text`` (str.lower is not: "İ" becomes two)."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(c if len(c.lower()) != 1 else c.lower() for c in text)


_SPACES = re.compile(r"\s+")


def tidy(text: str) -> str:
    """One line, single spaces, no space at the ends."""
    return _SPACES.sub(" ", text).strip()
