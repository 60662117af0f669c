"""The headline of a page: as the page shows it, else as its metadata say it."""

from __future__ import annotations

from dataclasses import dataclass

from pactbook.articles.blocks import Block
from pactbook.articles.headline import without_site
from pactbook.articles.lines import kind_of
from pactbook.articles.metadata import Metadata
from pactbook.articles.tree import names_of
from pactbook.text.fold import fold_name


@dataclass(frozen=True, slots=True)
class Headline:
    """``place`` is that of the block, None where the page does not show it.

    ``site`` is what the page's title says beside the headline.
    """

    text: str
    place: int | None
    site: str = ""


def headline_of(blocks: list[Block], first: int, last: int, data: Metadata) -> Headline:
    """The headline above (or at the top of) the blocks ``first``:``last`` of the container."""
    prose_from = next((n for n in range(first, last) if len(blocks[n].text) > 120), last)
    shown = [(_likeness(b, data) - 0.4 * (n > prose_from), -abs(first - n), n) for n, b in enumerate(blocks[:last])]
    score, _, place = max(shown, default=(0.0, 0, 0))
    if score >= 1:
        text = blocks[place].text
        return Headline(text, place, _rest(text, data))
    named = next((t for t in data.titles if t), "")
    text = without_site(named, data.names)
    return Headline(text, None, _rest(text, data))


def _likeness(block: Block, data: Metadata) -> float:
    """How surely the block is the headline: it repeats a title of the metadata, and the markup says so."""
    text = fold_name(block.text)
    if (
        not text
        or len(block.text) > 300
        or kind_of(block.text) not in ("", "item")
        or text in map(fold_name, data.names)
    ):
        return 0.0
    score = 0.0
    for title in map(fold_name, data.titles):
        if text == title:
            score = max(score, 3.0)
        elif len(text) >= 8 and (title.startswith(text) or title.endswith(text)):
            score = max(score, 1 + 1.5 * len(text) / len(title))
        elif len(title) >= 15 and text.startswith(title):
            score = max(score, 2.0)
    if block.heading == 1:
        score += 1.0
    elif block.heading:
        score += 0.3
    return (
        score
        - 0.5 * (block.links > 0.8 and not block.heading)
        + 0.4
        * (
            "tit" in names_of(block.element)
            or "headline" in names_of(block.element)
            or "subject" in names_of(block.element)
        )
    )


def _rest(text: str, data: Metadata) -> str:
    """What the page's title says beside the headline: most often the site's name."""
    for title in data.titles[::-1]:
        at = title.find(text)
        rest = (title[:at] + " " + title[at + len(text) :]) if at >= 0 else ""
        if rest.strip():
            return rest.strip(" \t|-–—:·•»«")
    return ""
