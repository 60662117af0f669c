"""The headline of a page: as the page shows it, else as its metadata say it."""

from __future__ import annotations

from dataclasses import dataclass

from pactbook.articles.ending import is_wide
from pactbook.articles.headline import without_site
from pactbook.articles.lines import kind_of
from pactbook.articles.metadata import Metadata
from pactbook.articles.page_blocks import Block
from pactbook.articles.page_names import is_title
from pactbook.articles.page_shown import Told
from pactbook.articles.page_site import site_names
from pactbook.articles.page_tree import names_of
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
    titles = [fold_name(t) for t in dict.fromkeys(data.titles)]
    names = {fold_name(n) for n in data.names}
    prose_from = next((n for n in range(first, last) if is_wide(blocks[n].text, 121)), last)
    plain = next((n for n in range(prose_from) if _is_plain(blocks[n], titles, names)), None)
    if plain is not None:
        return Headline(blocks[plain].text, plain, _rest(blocks[plain].text, data))
    told_below = Told(blocks, prose_from, last)
    sites = site_names(blocks, told_below, titles)
    told = {fold_name(blocks[n].text) for n in sites}
    titles, names = [t for t in titles if t not in told], names | told
    best, place = (0.0, 0), 0
    for n, block in enumerate(blocks[:last]):
        late = 0.4 * (n > prose_from)
        if _most(block) - late < best[0]:
            continue
        score = _likeness(block, titles, names) - late
        if (score, -abs(first - n)) > best:
            best, place = (score, -abs(first - n)), n
    shown = place if best[0] >= 1 else None
    named = "" if shown is not None else without_site(next((t for t in data.titles if t), ""), data.names)
    below = told_below.headline(max(sites, default=None), shown, named)
    if below is not None:
        text = blocks[below].text
        return Headline(text, below, blocks[max(sites)].text if sites else _rest(text, data))
    text = named if shown is None else blocks[shown].text
    return Headline(text, shown, _rest(text, data))


def _is_plain(block: Block, titles: list[str], names: set[str]) -> bool:
    """Whether a first heading is a whole title of the metadata, which another goes on to the site's name: no doubt."""
    if block.heading != 1 or (text := fold_name(block.text)) not in titles or text in names:
        return False
    return any(t != text and t.startswith(text) for t in titles)


def _most(block: Block) -> float:
    """The most that ``_likeness`` may come to, told by the markup alone."""
    return 3.4 + _rank(block)


def _rank(block: Block) -> float:
    return 1.0 if block.heading == 1 else 0.3 if block.heading else 0.0


def _likeness(block: Block, titles: list[str], names: set[str]) -> float:
    """How surely the block is the headline: it repeats a title of the metadata, and the markup says so."""
    if len(block.text) > 300 or kind_of(block.text) not in ("", "item"):
        return 0.0
    text = fold_name(block.text)
    if not text or text in names:
        return 0.0
    score = max((_agreement(text, title) for title in titles), default=0.0) + _rank(block)
    score += 0.4 * is_title(names_of(block.element))
    return score - 0.5 * (block.links > 0.8 and not block.heading)


def _agreement(text: str, title: str) -> float:
    """How much of a title of the metadata a folded block says, 0 to 3."""
    if text == title:
        return 3.0
    if len(text) >= 8 and (title.startswith(text) or title.endswith(text)):
        return 1 + 1.5 * len(text) / len(title)
    return 2.0 if len(title) >= 15 and text.startswith(title) else 0.0


def _rest(text: str, data: Metadata) -> str:
    """What the page's title says beside the headline: most often the site's name."""
    for title in data.titles[::-1]:
        at = title.find(text)
        rest = (title[:at] + " " + title[at + len(text) :]) if at >= 0 else ""
        if rest.strip():
            return rest.strip(" \t|-–—:·•»«")
    return ""
