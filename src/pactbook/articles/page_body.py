"""The element that holds an article's prose, and the boxes inside it that do not belong."""

from __future__ import annotations

import re
from collections import defaultdict

from lxml import html

from pactbook.articles.ending import is_prose
from pactbook.articles.line_form import ends_sentence
from pactbook.articles.lines import kind_of
from pactbook.articles.page_blocks import Block

#: The share of a block's text in links, and the characters of a label beside them, where it is but a link.
_LINKED, _LABEL = 0.4, 28
#: Characters of a long headline.
_HEADLINE = 110
_ASKS = ("?", "!")
_LABELLED = re.compile(r"\W*[^:：\]]{2,26}[:：\]]")


def _weight(block: Block) -> float:
    """How much a block counts as prose: its length without its links, a little where it is no sentence."""
    text, links = block.text, block.links
    if len(text) < 20 or links > 0.6 or kind_of(text) not in ("", "item", "caption"):
        return 0.0
    size = min(len(text), 600) * (1 - links)
    return size if is_prose(text) else size * 0.25


def find(blocks: list[Block]) -> html.HtmlElement | None:
    """The smallest element that holds most of the page's prose, or None where there is none."""
    weights: dict[html.HtmlElement, float] = defaultdict(float)
    children: dict[html.HtmlElement, set[html.HtmlElement]] = {}
    around: dict[html.HtmlElement, list[html.HtmlElement]] = {}
    root: html.HtmlElement | None = None
    for block in blocks:
        weight = _weight(block)
        if not weight:
            continue
        root = element = block.element
        weights[element] += weight
        parent = element.getparent()
        if parent is None:
            continue
        if parent not in around:
            around[parent] = [parent, *_above(parent, children)]
            children.setdefault(parent, set())
        children[parent].add(element)
        for root in around[parent]:
            weights[root] += weight
    return None if root is None else _descend(root, weights, children)


def _above(
    element: html.HtmlElement, children: dict[html.HtmlElement, set[html.HtmlElement]]
) -> list[html.HtmlElement]:
    """The elements around one, the nearest first; who is inside whom is noted in ``children``."""
    found: list[html.HtmlElement] = []
    for above in element.iterancestors():
        children.setdefault(above, set()).add(element)
        found.append(above)
        element = above
    return found


def _descend(
    top: html.HtmlElement,
    weights: dict[html.HtmlElement, float],
    children: dict[html.HtmlElement, set[html.HtmlElement]],
) -> html.HtmlElement:
    while children.get(top):
        best = max(children[top], key=weights.__getitem__)
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
    places = range(len(blocks))
    first = next((n for n in places if _is_in(blocks[n], body)), None)
    if first is None:
        return 0, 0
    return first, next(n for n in reversed(places) if _is_in(blocks[n], body)) + 1


def _is_in(block: Block, element: html.HtmlElement) -> bool:
    return block.element is element or element in block.element.iterancestors()


def first_article_end(blocks: list[Block], headline: int | None, last: int) -> int:
    """Where the article ends on a page that goes on with the next one: at the next headline of the same rank."""
    if headline is None or blocks[headline].heading != 1:
        return last
    prose = 0
    for n in range(headline + 1, last):
        if blocks[n].heading == 1 and prose >= 3 and blocks[n].text != blocks[headline].text and _signed(blocks, n):
            return n
        prose += is_prose(blocks[n].text)
    return last


def _signed(blocks: list[Block], at: int) -> bool:
    """Whether a byline or a date stands below the heading at ``at``: it is another article's, not a section's."""
    return any(kind_of(b.text) in ("byline", "stamp") for b in blocks[at + 1 : at + 4])


def without_boxes(blocks: list[Block]) -> list[Block]:
    """The blocks without the boxes of other stories among them, told by their heading or by their build."""
    links = {n for n, b in enumerate(blocks) if _is_link(b)}
    headings = [n for n, b in enumerate(blocks) if kind_of(b.text) in ("related", "comments")]
    if not links and not headings:
        return blocks
    inside = _inside(blocks)
    dropped = _cards(blocks, links, inside)
    prose = sum(_weight(b) for b in blocks) or 1.0
    for n in headings:
        if n not in dropped:
            dropped.update(_box(blocks, n, 0.3 * prose, inside))
    return [b for n, b in enumerate(blocks) if n not in dropped and n not in links]


def _inside(blocks: list[Block]) -> dict[html.HtmlElement, list[int]]:
    """Element → the places of the blocks inside it."""
    inside: dict[html.HtmlElement, list[int]] = defaultdict(list)
    for n, block in enumerate(blocks):
        inside[block.element].append(n)
        for element in block.element.iterancestors():
            inside[element].append(n)
    return inside


def _is_link(block: Block) -> bool:
    """Whether the block is but a link to another page: ``READ MORE: …`` in capitals, an item of a list of stories.

    A label may stand before the link: ``See photos: …``.
    """
    if block.role == "caption" or block.links <= _LINKED:
        return False
    if block.links > 0.9:
        return not ends_sentence(block.text) or (block.text.endswith(_ASKS) and len(block.text) < _HEADLINE)
    labelled = (1 - block.links) * len(block.text) <= _LABEL and _LABELLED.match(block.text) is not None
    return labelled and not block.heading and not ends_sentence(block.text)


def _box(blocks: list[Block], at: int, most: float, inside: dict[html.HtmlElement, list[int]]) -> set[int]:
    """The places of the blocks in the largest element that opens with the heading at ``at``."""
    best: set[int] = {at}
    for element in (blocks[at].element, *blocks[at].element.iterancestors()):
        places = inside[element]
        if places[0] < at or sum(_weight(blocks[n]) for n in places) > most:
            break
        best = set(places)
    return best


def _cards(blocks: list[Block], links: set[int], inside: dict[html.HtmlElement, list[int]]) -> set[int]:
    """The places of teasers: three or more little elements of one build, each a link with a few words below it."""
    builds: dict[tuple[html.HtmlElement, str, str], list[int]] = defaultdict(list)
    cards: dict[tuple[html.HtmlElement, str, str], set[html.HtmlElement]] = defaultdict(set)
    for n in sorted(links):
        card = _card(blocks, n, inside)
        parent = card.getparent() if card is not None else None
        if card is not None and parent is not None:
            build = (parent, card.tag, card.get("class") or "")
            builds[build].extend(inside[card])
            cards[build].add(card)
    return {n for build, places in builds.items() if len(cards[build]) >= 3 for n in places}


def _card(blocks: list[Block], at: int, inside: dict[html.HtmlElement, list[int]]) -> html.HtmlElement | None:
    """The element that holds the link at ``at`` and a summary, if there is such a little element."""
    for element in (blocks[at].element, *blocks[at].element.iterancestors()):
        places = inside[element]
        if len(places) > 6 or sum(len(blocks[n].text) for n in places) > 800:
            return None
        if len(places) > 1 and any(blocks[n].links < 0.5 for n in places):
            return element
    return None
