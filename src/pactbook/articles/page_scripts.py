"""An article that stands in a page's scripts only: the page shows it with JavaScript."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from pactbook.articles import page_json, page_tree
from pactbook.articles.draft import Paragraph
from pactbook.articles.ending import is_prose
from pactbook.articles.metadata import day_of
from pactbook.articles.page_blocks import blocks_of
from pactbook.text.fold import fold_name

_WORDS = ("content", "text", "value", "html", "body", "caption", "subtitle", "children")
_TITLES = ("headline", "headlines", "title", "subject", "newstitle", "articletitle", "basic")
_CODE = re.compile(r"[{};]\s|https?://\S+\Z|function\s*\(|=>")
_DATE_KEY = re.compile(
    r"publish|display_?date|regdate|reg_?dt|inputdate|input_?dt|created|issue_?date|service_?date|\Adate\Z", re.I
)
_LEAST = 200


@dataclass(frozen=True, slots=True)
class Scripted:
    """An article found in a store."""

    title: str | None
    published: str | None
    paragraphs: list[Paragraph]


def find(texts: list[str], title: str | None) -> Scripted | None:
    """The longest article in the stores ``texts``; the one that has the page's title before all others."""
    best: tuple[float, page_json.Node, str] | None = None
    told: page_json.Node | None = None
    for node in page_json.stores(texts):
        ours = _is_ours(_title_of(node), title)
        if ours and told is None and _published_of(node):
            told = node
        raw = _longest(node)
        size = len(raw or "") * (3.0 if ours else 1.0)
        if raw and (best is None or size > best[0]):
            best = (size, node, raw)
    if best is None:
        return None
    _, node, raw = best
    paragraphs = from_markup(raw)
    if not any(is_prose(p.text) for p in paragraphs):
        return None
    return Scripted(_title_of(node), _published_of(node) or _published_of(told or {}), paragraphs)


def _is_ours(named: str | None, title: str | None) -> bool:
    return bool(named and title) and fold_name(named or "") in fold_name(title or "")


def from_markup(markup: str) -> list[Paragraph]:
    """The paragraphs of a piece of HTML, or of plain text with line breaks."""
    if "<" not in markup:
        return [Paragraph(" ".join(line.split())) for line in markup.split("\n") if line.strip()]
    root = page_tree.parse(f"<div>{markup}</div>")
    if root is None:
        return []
    page_tree.silence(root)
    return [Paragraph(b.text, b.role) for b in blocks_of(root)]


def _longest(node: page_json.Node) -> str | None:
    found = [text for value in node.values() if (text := _markup(value)) and len(text) >= _LEAST]
    return max(found, key=len, default=None)


def _markup(value: Any) -> str | None:
    """The prose that a value holds: a string, or a list of elements with strings."""
    if isinstance(value, str):
        return value if len(value) >= 40 and " " in value and not _CODE.search(value[:400]) else None
    if isinstance(value, list) and sum(isinstance(item, str) and " " in item for item in value) > 1:
        parts = [item for item in value if isinstance(item, str)]
        return None if _CODE.search(parts[0][:400]) else "\n".join(f"<div>{part}</div>" for part in parts)
    if isinstance(value, list) and value and all(isinstance(item, dict) for item in value):
        parts = [_part(item) for item in value]
        return "\n".join(f"<div>{part}</div>" for part in parts if part) or None
    return None


def _part(item: page_json.Node) -> str:
    for key in _WORDS:
        text = item.get(key)
        if isinstance(text, str) and text.strip() and " " in text:
            return f'<div class="caption">{text}</div>' if key in ("caption", "subtitle") else text
    return ""


def _title_of(node: page_json.Node) -> str | None:
    for key, value in node.items():
        if key.lower() in _TITLES:
            text = value.get("basic") if isinstance(value, dict) else value
            if isinstance(text, str) and 5 < len(text) < 300:
                return " ".join(text.split())
    return None


def _published_of(node: page_json.Node) -> str | None:
    dated = [(key, value) for key, value in node.items() if isinstance(value, str) and _DATE_KEY.search(key)]
    dated.sort(key=lambda pair: ("update" in pair[0].lower(), "publish" not in pair[0].lower()))
    return next((day for _, value in dated if (day := day_of(value))), None)
