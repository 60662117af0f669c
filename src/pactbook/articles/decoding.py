"""Bytes → characters. A page's own word about its encoding is heard, but not trusted."""

from __future__ import annotations

import codecs
import re
import unicodedata

from pactbook.errors import NotAnArticle, UnreadableSource
from pactbook.knowledge.formats import format_of
from pactbook.model.source import Source

# The four-byte marks first: the mark of UTF-32 LE begins with that of UTF-16 LE.
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{2,30})|<\?xml[^>]{0,80}?encoding=["']([\w.:-]{2,30})""", re.I
)
# What browsers read under a label: the narrower standard's superset.
_WIDER = {
    **dict.fromkeys(
        ("euc-kr", "euc_kr", "ks_c_5601-1987", "ks_c_5601", "ksc5601", "ms949", "x-windows-949", "windows-949"), "cp949"
    ),
    **dict.fromkeys(("iso-8859-1", "iso8859-1", "latin-1", "latin1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    "shift_jis": "cp932",
}
# No text holds these bytes; escape (27) stands in some old East Asian encodings.
_BINARY = bytes(set(range(32)) - {0, 7, 8, 9, 10, 11, 12, 13, 26, 27})
_ASCII_CONTROLS = bytes(set(range(32)) - set(b"\t\n\f\r") | {127})
# Characters that no article holds, in Unicode; and those of them that are not ASCII, in UTF-8.
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\x80-\x9f\ufdd0-\ufdef\ufffe\uffff]")
_LATE_CONTROL, _NO_CHARACTER = re.compile(rb"\xc2[\x80-\x9f]"), re.compile(rb"\xef(?:\xb7[\x90-\xaf]|\xbf[\xbe\xbf])")


def decode(source: Source) -> str:
    """The characters of a source in NFC, with plain line breaks and no control characters.

    Raises UnreadableSource where the bytes are no text, NotAnArticle where they are a picture, a PDF or nothing.
    """
    data = source.data
    if not data.strip(b" \t\r\n\x00"):
        raise NotAnArticle(source.address, "the file is empty")
    if name := format_of(data):
        raise NotAnArticle(source.address, f"this is {name}, not a page or text")
    text = _plain(data)
    if text is None:
        text = _marked(data) or _wide(data)
        if text is None:
            data = _without_nuls(source)
            text = _utf8(data) or _declared(data) or _guessed(data)
        if _CONTROL.search(text):
            text = _CONTROL.sub("", text.replace("\x85", "\n"))
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))


def _plain(data: bytes) -> str | None:
    """The characters of sound UTF-8 without a mark before it or a control character in it, as most pages are."""
    if (
        data.startswith(codecs.BOM_UTF8)
        or len(data.translate(None, _ASCII_CONTROLS)) < len(data)
        # Looking for a byte is much faster than for a pattern.
        or (b"\xc2" in data and _LATE_CONTROL.search(data))
        or (b"\xef" in data and _NO_CHARACTER.search(data))
    ):
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _marked(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    return None


def _wide(data: bytes) -> str | None:
    """UTF-16 and UTF-32 without a mark: every second (or three of four) bytes of Latin text are zero."""
    head = data[:4096]
    if head.count(0) < len(head) // 5:
        return None
    best: tuple[float, str] | None = None
    for encoding in ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be"):
        text = head[: len(head) // 4 * 4].decode(encoding, "ignore")
        good = sum(c.isalnum() or c in " \n\r\t.,<>/=\"'-:;" for c in text) / max(len(text), 1) if len(text) > 8 else 0
        if good > 0.9 and (best is None or good > best[0]):
            best = (good, encoding)
    return data.decode(best[1], "replace") if best else None


def _without_nuls(source: Source) -> bytes:
    """A few NUL bytes are an accident of storage; many control characters are a binary file."""
    data = source.data
    head = data[:100_000]
    if len(head) - len(head.translate(None, _BINARY)) > max(4, len(head) // 200) or data.count(0) > max(
        8, len(data) // 100
    ):
        raise UnreadableSource(source.address, "the bytes are no text (a binary file)")
    return data.replace(b"\x00", b"")


def _utf8(data: bytes) -> str | None:
    """UTF-8, with a broken character or two where a crawler has cut the page."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    beyond = sum(byte >= 0xC0 for byte in data)
    return text if broken * 20 <= beyond else None


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:4096])
    if not found:
        return None
    label = (found[1] or found[2]).decode("ascii", "replace").lower()
    try:
        return data.decode(_WIDER.get(label, label), "strict")
    except (LookupError, UnicodeDecodeError):
        return None


def _guessed(data: bytes) -> str:
    # Korean text is valid in few other encodings by chance, so it is asked first.
    try:
        text = data.decode("cp949")
        if _is_korean(text, data):
            return text
    except UnicodeDecodeError:
        pass
    from charset_normalizer import from_bytes  # noqa: PLC0415 (slow to import, rarely needed)

    best = from_bytes(
        data[:200_000], cp_isolation=["cp949", "cp1258", "cp1252", "cp932", "gb18030", "cp1251", "cp1250"]
    ).best()
    return data.decode(best.encoding if best else "cp1252", "replace")


def _is_korean(text: str, data: bytes) -> bool:
    """Whether bytes read as CP949 make Korean: syllables for most of the bytes, and hardly a rare one."""
    syllables = "".join(c for c in text if "가" <= c <= "힣")
    common = len(syllables.encode("euc_kr", "ignore")) // 2
    return len(syllables) * 8 > sum(byte >= 0x80 for byte in data) and common > 0.9 * len(syllables)
