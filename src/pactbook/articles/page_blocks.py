"""A page's tree → its blocks of text in order, with what the page's markup says of each."""

from __future__ import annotations

import re

from lxml import html
from msgspec import Struct

from pactbook.articles.lines import ends_sentence, is_byline, is_item
from pactbook.articles.page_names import says, stands_alone
from pactbook.articles.page_tree import names_of
from pactbook.articles.stamps import is_stamp
from pactbook.articles.wraps import join
from pactbook.model.article import Role

_BLOCK = frozenset(
    (
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl",
        "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head",
        "header", "hr", "html", "li", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table",
        "tbody", "td", "tfoot", "th", "thead", "title", "tr", "ul", "amp-img", "amp-carousel",
    )
)  # fmt: skip
# Parts of a line, unless their names say that they are a headline or a date.
_INLINE = frozenset(("span", "b", "strong", "font", "em", "i", "label"))
_NEVER = frozenset(("head", "title", "script"))
_OUTSIDE = frozenset(("nav", "aside", "footer", "menu"))
_INSIDE = frozenset(("html", "body", "main", "article", "h1"))
_LONG_RUN = 60
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_BLANK = r"[ \t\n\r\f\v\u00a0\u200b\u200c\u2060\ufeff\u00ad\u3000\u2028\u2029]"
# Every run of blanks but a single space, which stays what it is.
_SPACES = re.compile(rf"{_BLANK}(?:{_BLANK}+|(?<! ))")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_BREAK = "\x1e"


class Block(Struct, gc=False):
    """One paragraph of the page. ``links`` is the share of its characters that are links; ``heading`` is 1-6 or 0."""

    text: str
    element: html.HtmlElement
    role: Role
    heading: int
    links: float
    bold: bool


class _Open(Struct, gc=False):
    """What holds for the text that is being read."""

    element: html.HtmlElement
    role: Role
    heading: int


def _prose(root: html.HtmlElement) -> dict[html.HtmlElement, int]:
    """Element → characters of long runs of text inside it that are not links."""
    found: dict[html.HtmlElement, int] = {root: 1}
    for element in root.iter():
        if element.tag == "a" or not isinstance(element.tag, str):
            continue
        text = element.text
        own = len(text.strip()) if text else 0
        for child in element:
            if tail := child.tail:
                own += len(tail.strip())
        if own < _LONG_RUN or any(above.tag in _OUTSIDE for above in element.iterancestors()):
            continue
        for holder in (element, *element.iterancestors()):
            found[holder] = found.get(holder, 0) + own
    return found


class _Reader:
    """Walks the tree once, without recursion."""

    def __init__(self, root: html.HtmlElement) -> None:
        self.blocks: list[Block] = []
        self._pieces: list[str] = []
        self._linked = 0
        self._bold = 0
        self._root = root
        self._weights: dict[html.HtmlElement, int] | None = None
        self._prose = False
        self._total = 0
        self._open = [_Open(root, "body", 0)]

    def read(self, root: html.HtmlElement) -> list[Block]:
        """Depth first with a stack of (element, entered?, links?, bold?)."""
        stack: list[tuple[html.HtmlElement, bool, bool, bool]] = [(root, False, False, False)]
        while stack:
            element, leaving, linked, bold = stack.pop()
            if leaving:
                self._leave(element)
                self._text(element.tail, linked, bold)
                continue
            tag = element.tag
            names = names_of(element) if isinstance(tag, str) else ""
            told = says(names)
            if not isinstance(tag, str) or self._outside(element, told):
                if tag in _BLOCK:
                    self._flush()
                self._text(element.tail, linked, bold)
                continue
            self._enter(element, told, tag in _INLINE and stands_alone(names))
            linked_here = linked or tag == "a"
            bold_here = bold or tag in ("b", "strong")
            stack.append((element, True, linked, bold))
            self._text(element.text, linked_here, bold_here)
            stack.extend((child, False, linked_here, bold_here) for child in reversed(element))
        self._flush()
        return self.blocks

    def _outside(self, element: html.HtmlElement, told: str) -> bool:
        """Whether the markup says that the element is no part of the article; what holds most of the prose is.

        ``told`` is what its class and id say.
        """
        tag = element.tag
        if tag in _NEVER:
            return True
        if tag == "caption":
            return self._prose_share(element.getparent()) > 0.4  # for a table that only lays out the page
        style = element.get("style")
        hidden = element.get("hidden") is not None or (style is not None and bool(_HIDDEN.search(style)))
        if not hidden and tag not in _OUTSIDE and told not in ("outside", "never"):
            return False
        if tag in _INSIDE or element.get("itemprop") in ("articleBody", "headline"):
            return hidden and self._prose_share(element) < 0.4
        limit = 0.9 if told == "never" else 0.4
        return self._prose_share(element) < limit and not self._is_stamp_above(element)

    def _prose_share(self, element: html.HtmlElement) -> float:
        if self._weights is None:
            self._weights = _prose(self._root)
        return self._weights.get(element, 0) / self._weights[self._root]

    def _is_stamp_above(self, element: html.HtmlElement) -> bool:
        """Whether the element holds the day of publication: some sites put it under a name such as ``sponsor``."""
        if self._prose or self._share(element) > 0.1:
            return False
        return any(is_stamp(text) for text in element.itertext() if 8 <= len(text) <= 120)

    def _enter(self, element: html.HtmlElement, told: str, alone: bool) -> None:
        tag = element.tag
        if tag == "br":
            self._pieces.append(_BREAK)
        caption = told == "caption" and self._share(element) < 0.3
        if tag in _BLOCK or caption or alone:
            self._flush()
            above = self._open[-1]
            role = "caption" if caption else self._role(element, told, above.role)
            self._open.append(_Open(element, role, _HEADINGS.get(tag, 0) or above.heading))

    def _leave(self, element: html.HtmlElement) -> None:
        if self._open[-1].element is element:
            self._flush()
            self._open.pop()

    def _role(self, element: html.HtmlElement, told: str, above: Role) -> Role:
        tag = element.tag
        if tag in ("figcaption", "caption"):
            return "caption"
        if above == "caption":
            return above
        if tag == "table" and self._is_picture(element):
            return "caption"
        if tag == "li":
            return "item"
        if told == "standfirst" and self._share(element) < 0.5:
            return "standfirst"
        return above

    def _is_picture(self, table: html.HtmlElement) -> bool:
        """Whether the table frames a picture and its caption, as pages did before there were figures."""
        cells = sum(1 for _ in table.iter("td"))
        return cells <= 4 and len(table.text_content()) < 600 and table.find(".//img") is not None

    def _share(self, element: html.HtmlElement) -> float:
        self._total = self._total or max(len(self._root.text_content()), 1)
        return len(element.text_content()) / self._total

    def _text(self, text: str | None, linked: bool, bold: bool) -> None:
        if not text:
            return
        self._pieces.append(text)
        if linked or bold:
            size = len(text.strip())
            self._linked += size if linked else 0
            self._bold += size if bold else 0

    def _flush(self) -> None:
        if self._pieces:
            whole = "".join(self._pieces)
            size = max(len(whole.strip()), 1)
            here = self._open[-1]
            for text in _paragraphs(whole):
                self._prose = self._prose or (len(text) > 60 and ends_sentence(text))
                links, bold = min(self._linked / size, 1.0), self._bold > 0.8 * size
                self.blocks.append(Block(text, here.element, here.role, here.heading, links, bold))
            self._pieces.clear()
        self._linked = self._bold = 0


def _paragraphs(text: str) -> list[str]:
    """Part a run of text at its line breaks; a break inside a sentence becomes a space."""
    found: list[str] = []
    gap = True
    for piece in text.split(_BREAK):
        line = piece.strip()
        # Most lines hold no blank but single spaces. All others are no printable characters.
        if "  " in line or not line.isprintable():
            line = _SPACES.sub(" ", line).strip()
        if not line:
            gap = True
        elif found and not gap and _goes_on(found[-1], line) and not (len(found) == 1 and is_byline(line)):
            found[-1] = join(found[-1], line)
        else:
            found.append(line)
            gap = False
    return found


def _goes_on(before: str, line: str) -> bool:
    return not ends_sentence(before) and not is_item(line) and (line[0].islower() or before.endswith((",", "-")))


def blocks_of(root: html.HtmlElement) -> list[Block]:
    """The blocks of text of a page, menus and the like left out where the markup names them."""
    return _Reader(root).read(root)
