"""Headings that are the site's name, not the article's headline: many old pages have no other h1."""

from __future__ import annotations

import re

from pactbook.articles.page_blocks import Block
from pactbook.articles.page_shown import Told
from pactbook.articles.page_tree import names_of
from pactbook.articles.stamps import is_stamp
from pactbook.text.fold import fold_name

_BRAND = re.compile(r"logo|brand|masthead|site-?(?:name|title)|banner")
_HOME = re.compile(r"(?:https?://[^/]+)?/?(?:index\.\w+|[a-z]{2}/?|main/?|home/?)?\Z", re.I)
#: Words of the longest name of a site.
_NAME = 9
#: How many elements around a heading are asked for their names.
_AROUND = 2


def site_names(blocks: list[Block], told: Told, titles: list[str]) -> set[int]:
    """The numbers of headings above the prose that only name the site; ``titles`` are folded."""
    heads = [n for n, b in enumerate(blocks[: told.prose]) if b.heading == 1 and len(b.text.split()) <= _NAME]
    return {n for n in heads if (below := told.below(n)) is not None and _names(blocks, n, below, titles)}


def _names(blocks: list[Block], n: int, below: int, titles: list[str]) -> bool:
    """Whether heading ``n`` names the site: by its link or its element, by the page's title, or by where it stands."""
    site, headline = fold_name(blocks[n].text), fold_name(blocks[below].text)
    if headline in site:
        return False
    if any(site in t and headline in t and t != headline for t in titles):
        return True
    if any(headline in t for t in titles):
        return site not in titles or _is_brand(blocks[n])
    return _is_brand(blocks[n]) or (_is_capital(blocks[n].text) and _is_apart(blocks, n, below))


def _is_brand(block: Block) -> bool:
    """Whether the heading leads home, or stands in an element for a logo."""
    links = [a.get("href") or "" for a in block.element.iter("a")]
    around = [block.element, *list(block.element.iterancestors())[:_AROUND]]
    return bool(links and _HOME.match(links[0])) or any(_BRAND.search(names_of(e)) for e in around)


def _is_apart(blocks: list[Block], n: int, below: int) -> bool:
    """Whether the lower heading stands with the day above the text, and the upper one outside of what holds both."""
    holder = blocks[below].element.getparent()
    inside = holder is not None and holder in list(blocks[n].element.iterancestors())
    return not inside and below + 1 < len(blocks) and is_stamp(blocks[below + 1].text)


def _is_capital(text: str) -> bool:
    """Whether all words but little ones have a capital, as in a name."""
    return all(w[0].isupper() or len(w) < 4 for w in text.split())
