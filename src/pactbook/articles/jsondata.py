"""Data in a page's scripts: JSON-LD, and the stores that some sites draw their pages from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import html

_STORE = re.compile(
    r"(?:Fusion\.globalContent|window\.__[A-Z_]+__|__NEXT_DATA__|__NUXT__|__PRELOADED_STATE__)\s*=\s*(?=[{\[])"
)
_WRAPPING = re.compile(r"\A\s*(?://\s*)?(?:<!--|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*;?\s*\Z")
_LOOSE_COMMA = re.compile(r",(\s*[}\]])")
_LARGEST = 5_000_000
_MOST_NODES = 50_000

Node = dict[str, Any]


def linked_data(root: html.HtmlElement) -> list[Node]:
    """Every object of the page's JSON-LD, in order, those inside ``@graph`` and lists too."""
    found: list[Node] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "").lower():
            found.extend(objects(_loaded(script.text or "")))
    return found


def store_texts(root: html.HtmlElement) -> list[str]:
    """The scripts that may hold a store from which the page is drawn, unread."""
    found: list[str] = []
    for script in root.iter("script"):
        text = script.text or ""
        if script.get("type") == "application/json" or script.get("id") == "__NEXT_DATA__" or _STORE.search(text):
            found.append(text)
    return found


def stores(texts: list[str]) -> Iterator[Node]:
    """The objects of the stores (``__NEXT_DATA__``, ``Fusion.globalContent``), outer ones first."""
    for text in texts:
        if text.lstrip().startswith(("{", "[")):
            yield from objects(_loaded(text))
            continue
        for start in _STORE.finditer(text):
            try:
                value, _ = json.JSONDecoder(strict=False).raw_decode(text, start.end())
            except (ValueError, RecursionError):
                continue
            yield from objects(value)


def _loaded(text: str) -> Any:
    if len(text) > _LARGEST:
        return None
    text = _WRAPPING.sub("", text)
    for attempt in (text, _LOOSE_COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def objects(value: Any) -> list[Node]:
    """All objects inside a JSON value, outer ones first."""
    found: list[Node] = []
    queue = [value]
    for item in queue:
        if len(queue) > _MOST_NODES:
            break
        if isinstance(item, dict):
            found.append(item)
            queue.extend(v for v in item.values() if isinstance(v, dict | list))
        elif isinstance(item, list):
            queue.extend(v for v in item if isinstance(v, dict | list))
    return found


def string(value: Any) -> str:
    """The string that a JSON-LD value stands for: itself, its name, its first item; else an empty one."""
    for _ in range(4):
        if isinstance(value, list):
            value = value[0] if value else ""
        elif isinstance(value, dict):
            value = value.get("name") or value.get("@id") or ""
        else:
            break
    return value.strip() if isinstance(value, str) else ""
