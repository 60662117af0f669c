"""HTML → draft: the headline, then the blocks of the element that holds the prose."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from itertools import islice

from lxml import html

from pactbook.articles import metadata, outlet, page_body, page_json, page_scripts, page_tree, refusal, stamps
from pactbook.articles.draft import Draft, Paragraph
from pactbook.articles.ending import is_prose
from pactbook.articles.headline import without_section
from pactbook.articles.lines import kind_of
from pactbook.articles.metadata import Metadata
from pactbook.articles.page_blocks import Block, blocks_of
from pactbook.articles.page_title import Headline, headline_of
from pactbook.articles.paragraphs import clean_body

_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|div|article|table|p|td|span|font|center)\b[^>]*>", re.I)
# Characters of text below which the scripts are asked for more.
_LITTLE = 250
# Characters of text, furniture too, above which a page is not looked at.
_LONG = 3_000_000
# Characters of a row of buttons below a headline.
_ROW = 200
_TODAY = re.compile(r"now|today|current|clock|top-?bar|header-time|timenow", re.I)


def is_page(text: str) -> bool:
    """Whether the text is HTML."""
    head = text[:6000]
    return bool(_PAGE.search(head)) and (head.lstrip().startswith("<") or len(_PAGE.findall(head)) > 2)


def read_page(text: str) -> Draft:
    """Read a page as an article. ``refused`` of the draft tells why it is none."""
    root = page_tree.parse(text)
    if root is None:
        return Draft(refused="no article text was found")
    data = metadata.read(root)
    stores, unscripted = page_json.store_texts(root), page_tree.unscripted(root)
    page_tree.silence(root)
    if len(text) > _LONG and page_tree.size(root) > _LONG:
        return Draft(refused=f"{page_tree.size(root):,} characters are too many for one article")
    draft = _read(root, data)
    if _size(draft) < _LITTLE:
        _fill(draft, data, stores)
    draft.refused = refusal.why_not(draft, lambda: unscripted + page_tree.lines(root))
    return draft


def _read(root: html.HtmlElement, data: Metadata) -> Draft:
    blocks = blocks_of(root)
    first, last = page_body.span(blocks, page_body.find(blocks))
    head = headline_of(blocks, first, last, data)
    title = without_section(head.text) or None
    draft = Draft(title=title, url=data.url)
    kept = _article_blocks(blocks, head, first, last)
    draft.paragraphs = clean_body([Paragraph(b.text, b.role) for b in kept], title)
    if data.published and not (data.loosely or data.untimed or data.utc_evening):
        draft.published = data.published  # whatever the page shows
    else:
        seen = _visible(blocks, head, (first, last), cache(lambda: _writes_month_first(blocks, root)))
        draft.published = _published(seen, data) or _of_dateline(draft.paragraphs)
    draft.outlet = outlet.in_page(data, head, lambda: page_tree.last_lines(root, 25))
    if title:
        draft.paragraphs.insert(0, Paragraph(title, "headline"))
    return draft


def _size(draft: Draft) -> int:
    return sum(len(p.text) for p in draft.paragraphs if p.role == "body")


def _fill(draft: Draft, data: Metadata, stores: list[str]) -> None:
    """Take the text from the page's scripts where they hold more of it than the page shows."""
    found = page_scripts.find(stores, draft.title)
    told = found.paragraphs if found else []
    if data.body and len(data.body) > sum(len(p.text) for p in told):
        told = page_scripts.from_markup(data.body)
    if found and found.title and (draft.title is None or found.title in draft.title):
        draft.title = found.title
    body = clean_body(told, draft.title)
    if sum(len(p.text) for p in body) > 1.5 * _size(draft):
        draft.paragraphs = ([Paragraph(draft.title, "headline")] if draft.title else []) + body
        draft.published = draft.published or (found.published if found else None)


def _article_blocks(blocks: list[Block], head: Headline, first: int, last: int) -> list[Block]:
    """The blocks below the headline to the end of the container, without other stories' boxes."""
    start = first if head.place is None else head.place + 1
    last = page_body.first_article_end(blocks, head.place, last)
    above = [b for b in blocks[start:first] if _is_standfirst(b)]
    before = [b for b in blocks[first : min(start, last)] if b.role == "caption"]
    return above + before + page_body.without_boxes(blocks[max(first, start) : last])


def _is_standfirst(block: Block) -> bool:
    """Whether a block between headline and body belongs to the article."""
    if block.links > 0.5 or kind_of(block.text) not in ("", "item", "caption"):
        return False
    if block.role in ("caption", "standfirst") or _is_beside_picture(block):
        return True
    return len(block.text) >= 15 and (2 <= block.heading <= 5 or block.bold or is_prose(block.text))


def _is_beside_picture(block: Block) -> bool:
    """Whether the block and a picture are all that an element holds."""
    holder = block.element if block.element.find(".//img") is not None else block.element.getparent()
    if holder is None or holder.find(".//img") is None:
        return False
    return len(" ".join(page_tree.text_in(holder).split())) <= len(block.text) + 2


def _writes_month_first(blocks: list[Block], root: html.HtmlElement) -> bool:
    """Whether the page writes its dates month first: other stories around the article may tell."""
    told = stamps.tells_month_first("\n".join([b.text for b in blocks]))
    return stamps.month_comes_first("\n".join(root.itertext())) if told is None else told


def _published(seen: tuple[bool, list[stamps.Stamp]], data: Metadata) -> str | None:
    """The page's own word, else the date that stands nearest to the headline."""
    below, visible = seen
    posted = next((s.value for s in visible if s.label == "published"), None)
    if data.published and data.loosely and below:
        # "date" of the head may be any day; one that stands below the headline is not
        posted = posted or next((s.value for s in visible if not s.label), None) or visible[0].value
    if data.published and (data.loosely or (data.untimed and below)) and posted:
        return posted
    if data.published:
        nearer = [s.value for s in visible if data.utc_evening and s.label != "updated" and s.value > data.published]
        return nearer[0] if nearer and _next_day(data.published) == nearer[0] else data.published
    return stamps.best(visible) or data.updated


def _of_dateline(paragraphs: list[Paragraph]) -> str | None:
    """The day of the dateline that opens the story, where it is told with its year."""
    opening = next((p.text for p in paragraphs if p.role == "body"), "")
    return stamps.of_dateline(opening, None)


def _next_day(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def _visible(
    blocks: list[Block], head: Headline, body: tuple[int, int], month_first: Callable[[], bool]
) -> tuple[bool, list[stamps.Stamp]]:
    """Dates between headline and body, else above the headline, else below the text; and whether it is the first."""
    first, last = body
    place = first if head.place is None else head.place
    prose = next((n for n in range(max(place, first), last) if is_prose(blocks[n].text)), last)
    zones = (
        range(place + (head.place is not None), prose + 1),
        range(place - 1, max(place - 8, -1), -1),
        range(prose, min(last + 3, len(blocks))),
    )
    for zone in zones:
        below = zone is zones[0]
        found = [s for n in zone if 0 <= n < len(blocks) for s in _stamps_of(blocks[n], month_first, below)]
        if found:
            return below, found
    return False, []


def _stamps_of(block: Block, month_first: Callable[[], bool], below: bool) -> list[stamps.Stamp]:
    machine = [e.get("datetime") or "" for e in block.element.iter("time")]
    text = _within(block) if below and not stamps.is_stamp(block.text) else block.text
    if not (machine or stamps.is_stamp(text)) or _is_banner(block):
        return []
    days = [d for d in map(metadata.day_of, machine) if d]
    if days and not is_prose(block.text):
        return [stamps.Stamp(d, "") for d in days[:1]]
    if not stamps.is_stamp(text):
        return []
    return stamps.stamps_in(text, stamps.has_number_year(text) and month_first())


def _within(block: Block) -> str:
    """The block's own date where it stands in an element of its own among buttons: "18/10/2017 A- A A+ Print"."""
    if len(block.text) > _ROW or is_prose(block.text) or not stamps.stamps_in(block.text):
        return block.text
    inner = block.element.iterdescendants("span", "em", "i", "b", "small", "strong", "font", "p", "div", "li")
    texts = (" ".join(page_tree.text_in(e).split()) for e in islice(inner, 40))
    return next((t for t in texts if t in block.text and stamps.is_stamp(t)), block.text)


def _is_banner(block: Block) -> bool:
    """Whether the block shows today's date: its element, the one around it or the one inside it says so."""
    inner = [
        e for e in islice(block.element.iterdescendants("span", "time", "em", "b", "font"), 40) if _shows(e, block)
    ]
    around = block.element.getparent()
    names = (page_tree.names_of(e) for e in (block.element, around, *inner) if e is not None)
    return any(_TODAY.search(n) for n in names if n)


def _shows(element: html.HtmlElement, block: Block) -> bool:
    text = " ".join((element.text or "").split())
    return len(text) > 7 and text in block.text
