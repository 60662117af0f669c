"""Words as formats can hold them: characters, lines, lengths, addresses."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: What no XML document may hold, and what is no character at all.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
#: A web address that can be a link: nothing else ever becomes one.
_WEB = re.compile(r"https?://[^\s/\\.][^\s/\\]*(?:[/?#]\S*)?", re.I)
_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f]+")


def writable(words: str) -> str:
    """The words with U+FFFD for each character that XML forbids."""
    return _UNWRITABLE.sub("\N{REPLACEMENT CHARACTER}", words)


def one_line(words: str) -> str:
    """The words on one line: a format in which each line has a meaning must get none from an article."""
    return _SPACE.sub(" ", writable(words)).strip()


def web_address(words: str | None) -> str | None:
    """The words where they are an address on the web, else nothing."""
    return words if words and _WEB.fullmatch(words) else None


def pieces(text: str, size: int) -> Iterator[str]:
    """``text`` in pieces of at most ``size`` UTF-16 units, no character broken."""
    units = text.encode("utf-16-le")
    at = 0
    while at < len(units):
        end = min(at + 2 * size, len(units))
        # The first half of a character that takes two.
        if end < len(units) and 0xD8 <= units[end - 1] <= 0xDB:
            end -= 2
        yield units[at:end].decode("utf-16-le")
        at = end
