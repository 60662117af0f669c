"""Data in a page's scripts: JSON-LD, and the stores that some sites draw their pages from."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from lxml import html

_STORE = re.compile(
    r"(?:Fusion\.globalContent|window\.__\w+__|__NEXT_DATA__|__NUXT__|__PRELOADED_STATE__)\s*=\s*(?=[{\[])"
    r"|window\[\"\w+\"\]\.push\(\s*(?=\{)"
)
#: One of these stands in every match.
_STORE_MARKS = (
    "Fusion.globalContent", "window.__", "__NEXT_DATA__", "__NUXT__", "__PRELOADED_STATE__", 'window["'
)  # fmt: skip
_FLIGHT_MARK = "self.__next_f.push("
_FLIGHT = re.compile(r"self\.__next_f\.push\(\s*(?=\[1,)")
# A long text in the flight data of Next.js: an id, T, its length in hexadecimal, then the text itself.
_FLIGHT_TEXT = re.compile(rb"(?<![0-9a-zA-Z])[0-9a-f]+:T([0-9a-f]{1,6}),")
_WRAPPING = re.compile(r"\A\s*(?://\s*)?(?:<!--|<!\[CDATA\[)|(?://\s*)?(?:-->|\]\]>)\s*;?\s*\Z")
_WRAPS = ("<!--", "<![CDATA[", "-->", "]]>")
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
        declared = script.get("type") == "application/json" or script.get("id") == "__NEXT_DATA__"
        if declared or _draws(text):
            found.append(text)
    return found


def _draws(script: str) -> bool:
    if any(mark in script for mark in _STORE_MARKS) and _STORE.search(script):
        return True
    return _FLIGHT_MARK in script and _FLIGHT.search(script) is not None


def stores(texts: list[str]) -> Iterator[Node]:
    """The objects of the stores (``__NEXT_DATA__``, ``Fusion.globalContent``), outer ones first."""
    flight: list[str] = []
    for text in texts:
        if text.lstrip().startswith(("{", "[")):
            yield from objects(_loaded(text))
            continue
        for value in _values(text, _STORE):
            yield from objects(value)
        flight.extend(
            value[1] for value in _values(text, _FLIGHT) if isinstance(value, list) and isinstance(value[-1], str)
        )
    yield from _flight_texts("".join(flight).encode("utf-8", "replace"))


def _values(text: str, start: re.Pattern[str]) -> Iterator[Any]:
    """The JSON values of a script, each behind a match of ``start``."""
    for found in start.finditer(text):
        try:
            yield json.JSONDecoder(strict=False).raw_decode(text, found.end())[0]
        except (ValueError, RecursionError):
            continue


def _flight_texts(data: bytes) -> Iterator[Node]:
    for found in _FLIGHT_TEXT.finditer(data):
        yield {"content": data[found.end() : found.end() + int(found[1], 16)].decode("utf-8", "replace")}


def _loaded(text: str) -> Any:
    if len(text) > _LARGEST:
        return None
    if any(mark in text for mark in _WRAPS):
        text = _WRAPPING.sub("", text)
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        pass
    try:
        return json.loads(_LOOSE_COMMA.sub(r"\1", text), strict=False)
    except (ValueError, RecursionError):
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
