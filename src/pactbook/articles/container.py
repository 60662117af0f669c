"""The element that holds an article's prose, and the boxes inside it that do not belong."""

from __future__ import annotations

from collections import defaultdict

from lxml import html

from pactbook.articles.blocks import Block
from pactbook.articles.lines import kind_of
from pactbook.articles.tail import is_prose


def _weight(block: Block) -> float:
    """How much a block counts as prose: its length without its links, a little where it is no sentence."""
    if len(block.text) < 20 or block.links > 0.6:
        return 0.0
    size = min(len(block.text), 600) * (1 - block.links)
    if not is_prose(block.text):
        size *= 0.25
    if kind_of(block.text) not in ("", "item", "caption"):
        return 0.0
    return size


def find(blocks: list[Block]) -> html.HtmlElement | None:
    """The smallest element that holds most of the page's prose, or None where there is none."""
    weights: dict[html.HtmlElement, float] = defaultdict(float)
    children: dict[html.HtmlElement, set[html.HtmlElement]] = {}
    for block in blocks:
        weight = _weight(block)
        if not weight:
            continue
        below = block.element
        weights[below] += weight
        for element in block.element.iterancestors():
            weights[element] += weight
            children.setdefault(element, set()).add(below)
            below = element
    if not weights:
        return None
    return _descend(
        max(weights, key=lambda e: weights[e] - sum(1 for _ in e.iterancestors()) * 1e-6), weights, children
    )


def _descend(
    top: html.HtmlElement,
    weights: dict[html.HtmlElement, float],
    children: dict[html.HtmlElement, set[html.HtmlElement]],
) -> html.HtmlElement:
    while children.get(top):
        best = max(children[top], key=lambda e: weights[e])
        if weights[best] < 0.72 * weights[top]:
            break
        top = best
    return _widened(top)


def _widened(element: html.HtmlElement) -> html.HtmlElement:
    """A paragraph alone is no container: take the element around it."""
    parent = element.getparent()
    while parent is not None and element.tag in (
        "p",
        "span",
        "font",
        "b",
        "strong",
        "li",
        "ul",
        "em",
        "blockquote",
        "tr",
        "tbody",
    ):
        element, parent = parent, parent.getparent()
    return element


def span(blocks: list[Block], body: html.HtmlElement | None) -> tuple[int, int]:
    """The first block of the container and the one after its last."""
    if body is None:
        return 0, 0
    inside = [n for n, b in enumerate(blocks) if b.element is body or body in b.element.iterancestors()]
    return (inside[0], inside[-1] + 1) if inside else (0, 0)


def first_article_end(blocks: list[Block], headline: int | None, last: int) -> int:
    """Where the article ends on a page that goes on with the next one: at the next headline of the same rank."""
    if headline is None or blocks[headline].heading != 1:
        return last
    prose = 0
    for n in range(headline + 1, last):
        if blocks[n].heading == 1 and prose >= 3 and blocks[n].text != blocks[headline].text:
            return n
        prose += is_prose(blocks[n].text)
    return last


def without_boxes(blocks: list[Block]) -> list[Block]:
    """The blocks without the boxes of other stories that stand among them, told by their heading."""
    dropped: set[int] = set()
    prose = sum(_weight(b) for b in blocks) or 1.0
    for n, block in enumerate(blocks):
        if n not in dropped and kind_of(block.text) in ("related", "comments"):
            dropped.update(_box(blocks, n, prose))
    return [b for n, b in enumerate(blocks) if n not in dropped]


def _box(blocks: list[Block], at: int, prose: float) -> set[int]:
    """The places of the blocks in the largest element that opens with the heading at ``at``."""
    best: set[int] = set()
    for element in (blocks[at].element, *blocks[at].element.iterancestors()):
        inside = [n for n, b in enumerate(blocks) if b.element is element or element in b.element.iterancestors()]
        if not inside or inside[0] < at or sum(_weight(blocks[n]) for n in inside) > 0.3 * prose:
            break
        best = set(inside)
    return best or {at}
