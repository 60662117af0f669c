"""A page's tree → its blocks of text in order, with what the page's markup says of each."""

from __future__ import annotations

import re

from lxml import html
from msgspec import Struct

from pactbook.articles.line_form import ends_sentence, is_item
from pactbook.articles.lines import is_byline
from pactbook.articles.page_names import says, stands_alone
from pactbook.articles.page_tree import text_in
from pactbook.articles.stamps import has_year, is_stamp
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
#: What is to be looked at more closely, by its tag or by what its class and id say.
_ASKED = _NEVER | _OUTSIDE | {"caption"}
_WITH_ROLES = frozenset(("figcaption", "caption", "table", "li"))
_BOLD = frozenset(("b", "strong"))
_LEFT_OUT = frozenset(("outside", "never"))
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
    together: dict[html.HtmlElement | None, list[html.HtmlElement]] = {}
    runs = _long_runs(root)
    for element in runs:
        together.setdefault(element.getparent(), []).append(element)
    for parent, elements in together.items():
        around = [] if parent is None else [parent, *parent.iterancestors()]
        if any(above.tag in _OUTSIDE for above in around):
            continue
        for element in elements:
            found[element] = found.get(element, 0) + runs[element]
        inside = sum([runs[element] for element in elements])
        for above in around:
            found[above] = found.get(above, 0) + inside
    return found


def _long_runs(top: html.HtmlElement) -> dict[html.HtmlElement, int]:
    """The elements of ``top``, links aside, with much text of their own, not in elements inside them: how much."""
    own: dict[html.HtmlElement, int] = {}
    for element in top.iter():
        if (text := element.text) and (size := len(text.strip())):
            own[element] = own.get(element, 0) + size
        if (tail := element.tail) and element is not top and (size := len(tail.strip())):
            holder = element.getparent()
            own[holder] = own.get(holder, 0) + size
    return {e: size for e, size in own.items() if size >= _LONG_RUN and e.tag != "a" and isinstance(e.tag, str)}


def _may_hold_prose(element: html.HtmlElement) -> bool:
    """Whether ``_prose`` may find any text inside the element: nothing counts inside a menu but what it says itself."""
    if len(text_in(element)) < _LONG_RUN:
        return False
    if element.tag in _OUTSIDE:
        said = [element.text, *[child.tail for child in element]]
        return sum([len(text.strip()) for text in said if text]) >= _LONG_RUN
    return bool(_long_runs(element))


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
        pieces, open_ = self._pieces, self._open
        while stack:
            element, leaving, linked, bold = stack.pop()
            if not leaving and self._enter(element):
                leaving = True
                tag = element.tag
                linked_here, bold_here = linked or tag == "a", bold or tag in _BOLD
                # Between most elements stand but blanks.
                if (text := element.text) and (pieces or not text.isspace()):
                    self._text(text, linked_here, bold_here)
                if len(element):
                    stack.append((element, True, linked, bold))
                    stack += [(child, False, linked_here, bold_here) for child in element[::-1]]
                    continue
            if leaving and open_[-1].element is element:
                if pieces:
                    self._flush()
                open_.pop()
            if (tail := element.tail) and (pieces or not tail.isspace()):
                self._text(tail, linked, bold)
        self._flush()
        return self.blocks

    def _enter(self, element: html.HtmlElement) -> bool:
        """Whether the element may hold words of the article; if so, what holds for them is noted."""
        tag = element.tag
        if not isinstance(tag, str):
            return False
        told, alone = "", False
        attributes = element.items()
        if attributes or tag in _ASKED:
            named = dict(attributes)
            kind, own = named.get("class"), named.get("id")
            told, alone = says(kind, own), tag in _INLINE and stands_alone(kind, own)
            asked = tag in _ASKED or told in _LEFT_OUT or "style" in named or "hidden" in named
            if asked and self._outside(element, told, named):
                if tag in _BLOCK:
                    self._flush()
                return False
        caption = told == "caption" and self._share(element) < 0.3
        if tag in _BLOCK or caption or alone:
            if self._pieces:
                self._flush()
            above = self._open[-1]
            role = above.role
            if caption:
                role = "caption"
            elif told or tag in _WITH_ROLES:
                role = self._role(element, told, role)
            self._open.append(_Open(element, role, _HEADINGS.get(tag) or above.heading))
        elif tag == "br":
            self._pieces.append(_BREAK)
        return True

    def _outside(self, element: html.HtmlElement, told: str, attributes: dict[str, str]) -> bool:
        """Whether the markup says that the element is no part of the article; what holds most of the prose is.

        ``told`` is what its class and id say.
        """
        tag = element.tag
        if tag in _NEVER:
            return True
        if tag == "caption":
            return self._prose_share(element.getparent()) > 0.4  # for a table that only lays out the page
        hidden = "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style", "")))
        if not hidden and tag not in _OUTSIDE and told not in _LEFT_OUT:
            return False
        if tag in _INSIDE or attributes.get("itemprop") in ("articleBody", "headline"):
            return hidden and self._prose_share(element) < 0.4
        limit = 0.9 if told == "never" else 0.4
        return self._prose_share(element) < limit and not self._is_stamp_above(element)

    def _prose_share(self, element: html.HtmlElement) -> float:
        if self._weights is None:
            if not _may_hold_prose(element):
                return 0.0
            self._weights = _prose(self._root)
        return self._weights.get(element, 0) / self._weights[self._root]

    def _is_stamp_above(self, element: html.HtmlElement) -> bool:
        """Whether the element holds the day of publication: some sites put it under a name such as ``sponsor``."""
        if self._prose or not has_year(text_in(element)) or self._share(element) > 0.1:
            return False
        return any(is_stamp(text) for text in element.itertext() if 8 <= len(text) <= 120)

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
        if len(text_in(table)) >= 600 or table.find(".//img") is None:
            return False
        return sum(1 for _ in table.iter("td")) <= 4

    def _share(self, element: html.HtmlElement) -> float:
        self._total = self._total or max(len(text_in(self._root)), 1)
        return len(text_in(element)) / self._total

    def _text(self, text: str, linked: bool, bold: bool) -> None:
        self._pieces.append(text)
        if linked or bold:
            size = len(text.strip())
            self._linked += size if linked else 0
            self._bold += size if bold else 0

    def _flush(self) -> None:
        if not self._pieces:
            return
        whole = "".join(self._pieces)
        if size := len(whole.strip()):
            here = self._open[-1]
            links, bold = min(self._linked / size, 1.0), self._bold > 0.8 * size
            for text in _paragraphs(whole):
                self._prose = self._prose or (len(text) > 60 and ends_sentence(text))
                self.blocks.append(Block(text, here.element, here.role, here.heading, links, bold))
        self._pieces.clear()
        self._linked = self._bold = 0


def _paragraphs(text: str) -> list[str]:
    """Part a run of text at its line breaks; a break inside a sentence becomes a space."""
    if _BREAK not in text:
        return [line] if (line := _tidied(text)) else []
    found: list[str] = []
    gap = True
    for piece in text.split(_BREAK):
        line = _tidied(piece)
        if not line:
            gap = True
        elif found and not gap and _goes_on(found[-1], line) and not (len(found) == 1 and is_byline(line)):
            found[-1] = join(found[-1], line)
        else:
            found.append(line)
            gap = False
    return found


def _tidied(piece: str) -> str:
    line = piece.strip()
    # Most lines hold no blank but single spaces. All others are no printable characters.
    return _SPACES.sub(" ", line).strip() if "  " in line or not line.isprintable() else line


def _goes_on(before: str, line: str) -> bool:
    return not ends_sentence(before) and not is_item(line) and (line[0].islower() or before.endswith((",", "-")))


def blocks_of(root: html.HtmlElement) -> list[Block]:
    """The blocks of text of a page, menus and the like left out where the markup names them."""
    return _Reader(root).read(root)
