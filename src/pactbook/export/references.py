"""The articles as references: RIS, and CSL's JSON, for Zotero and its kin."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, BinaryIO

import msgspec

from pactbook.export.letters import one_line, web_address
from pactbook.model.edtf import precision
from pactbook.model.told import ArticleHead


def write_ris(file: BinaryIO, heads: Iterable[ArticleHead]) -> int:
    """One reference per article; returns their number."""
    count = 0
    for head in heads:
        lines = [f"{tag}  - {one_line(value)}" for tag, value in _ris(head) if value and one_line(value)]
        file.write(("\r\n".join([*lines, "ER  - ", "", ""])).encode())
        count += 1
    return count


def write_csl(file: BinaryIO, heads: Iterable[ArticleHead]) -> int:
    """One array with an object per article; returns their number."""
    count = 0
    file.write(b"[")
    for head in heads:
        file.write((b",\n" if count else b"\n") + msgspec.json.encode(_csl(head)))
        count += 1
    file.write(b"\n]\n")
    return count


def _on_the_web(head: ArticleHead) -> bool:
    """Whether only a web address tells where it appeared: then it is a page, else an article of a newspaper."""
    return head.outlet is None and web_address(head.url) is not None


def _ris(head: ArticleHead) -> Iterator[tuple[str, str | None]]:
    yield "TY", "ELEC" if _on_the_web(head) else "NEWS"
    yield "ID", head.id
    yield "TI", head.title
    yield "T2", head.outlet
    parts = _parts(head.published)
    if parts:
        yield "PY", f"{parts[0]:04}"
        yield "DA", "/".join([f"{parts[0]:04}", *(f"{n:02}" for n in parts[1:]), *[""] * (4 - len(parts))])
    yield "LA", head.language
    yield "UR", web_address(head.url)
    for note in _notes(head):
        yield "N1", note


def _csl(head: ArticleHead) -> dict[str, Any]:
    found: dict[str, Any] = {
        "id": head.id,
        "type": "webpage" if _on_the_web(head) else "article-newspaper",
        "title": head.title and one_line(head.title),
        "container-title": head.outlet and one_line(head.outlet),
        "issued": _issued(head.published),
        "language": head.language,
        "URL": web_address(head.url),
        "note": "; ".join(map(one_line, _notes(head))),
    }
    return {name: value for name, value in found.items() if value}


def _notes(head: ArticleHead) -> Iterator[str]:
    yield f"pactbook article {head.id}"
    if not web_address(head.url):
        yield f"read from {head.source}"
    if head.copy_of:
        yield f"nearly repeats article {head.copy_of}"


def _issued(published: str | None) -> dict[str, Any] | None:
    """CSL's form of a date; one that is no day, month or year stays in words."""
    if published is None:
        return None
    parts = _parts(published)
    return {"date-parts": [parts]} if parts else {"literal": published}


def _parts(published: str | None) -> list[int]:
    """Year, month and day as far as they are known; nothing for a span of time or an unknown year."""
    if published is None or precision(published) not in ("day", "month", "year"):
        return []
    return [int(part) for part in published.split("-")]
