"""HTML → a tree that is safe to walk: never deep, without scripts, comments and controls."""

from __future__ import annotations

import re
from functools import cache

from lxml import etree, html

_DEEPEST = 200
_TAG = re.compile(r"<(/?)([a-zA-Z][\w:-]*)([^<>]*?)(/?)>")
_LONGEST_TAG = 20_000
_LONG_TAG = re.compile(rf"<([a-zA-Z][\w:-]*)[^<>]{{{_LONGEST_TAG},}}>")
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "wbr")
)
# Elements that never hold the words of an article. Forms may: old pages wrap the whole page in one.
_SILENT = (
    "script", "style", "noscript", "template", "svg", "iframe", "select", "button", "textarea", "option", "object",
    "canvas", "map", "audio", "video", "dialog", "datalist", "amp-sidebar", "amp-ad", "amp-user-notification",
    "amp-social-share", "amp-consent", "amp-analytics", "amp-embed", "amp-sticky-ad",
)  # fmt: skip


@cache
def _parser() -> html.HTMLParser:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    # lxml.html asks a Python function for the class of every element, to tell forms and their fields from the rest.
    parser.set_element_class_lookup(etree.ElementDefaultClassLookup(element=html.HtmlElement))
    return parser


def parse(text: str) -> html.HtmlElement | None:
    """The root of the page's tree, or None where there is nothing to parse."""
    # The parser's time grows with the square of the number of attributes.
    if len(text) > _LONGEST_TAG and _may_have_long_tag(text):
        text = _LONG_TAG.sub(r"<\1>", text)
    root, cut_short = _parse(text)
    if cut_short:
        root, _ = _parse(_flattened(text))
    return root


def _may_have_long_tag(text: str) -> bool:
    return any(piece.find(">") >= _LONGEST_TAG for piece in text.split("<") if len(piece) > _LONGEST_TAG)


def _parse(text: str) -> tuple[html.HtmlElement | None, bool]:
    # A parser of its own per call would be slow; its error log holds the last page only.
    parser = _parser()
    try:
        root = html.document_fromstring(_DECLARATION.sub("", text).encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError):
        return None, False
    deep = any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log.filter_from_fatals())
    return root, deep


def _flattened(text: str) -> str:
    """The page without the tags that stand too deep for the parser; their text stays. One pass, no recursion."""
    open_tags: list[str] = []
    kept_depth = 0
    out: list[str] = []
    position = 0
    for found in _TAG.finditer(text):
        out.append(text[position : found.start()])
        position = found.end()
        name = found[2].lower()
        if name in _VOID or found[4]:
            out.append(found[0])
        elif not found[1]:
            open_tags.append(name)
            if len(open_tags) <= _DEEPEST:
                kept_depth = len(open_tags)
                out.append(found[0])
            else:
                out.append(" ")
        else:
            if open_tags:
                open_tags.pop()
            if len(open_tags) < kept_depth:
                kept_depth = len(open_tags)
                out.append(found[0])
    out.append(text[position:])
    return "".join(out)


def silence(root: html.HtmlElement) -> None:
    """Take out the elements that hold no words, and scripts. Call it after the metadata have been read."""
    etree.strip_elements(root, *_SILENT, with_tail=False)


def names_of(element: html.HtmlElement) -> str:
    """The class and id of an element, in lower case."""
    return names_in(element.get("class"), element.get("id"))


def names_in(kind: str | None, own: str | None) -> str:
    """A class and an id, in lower case."""
    # Few elements have both.
    return (f"{kind} {own}" if kind and own else kind or own or "").strip().lower()


def text_in(element: html.HtmlElement) -> str:
    """What ``element.text_content()`` gives, which asks XPath and takes three times as long."""
    return etree.tostring(element, encoding="unicode", method="text", with_tail=False)


def unscripted(root: html.HtmlElement) -> list[str]:
    """What the page says to a browser without JavaScript. Ask before ``silence``."""
    return [" ".join(text_in(element).split()) for element in root.iter("noscript")]


def size(root: html.HtmlElement) -> int:
    """Characters of text in the whole page."""
    return sum(map(len, root.itertext()))


def last_lines(root: html.HtmlElement, number: int) -> list[str]:
    """The last of ``lines``, in their order."""
    last: list[str] = []
    for text in reversed(list(root.itertext())):
        if len(last) == number:
            break
        if line := " ".join(text.split()):
            last.append(line)
    return last[::-1]


def lines(root: html.HtmlElement) -> list[str]:
    """Every run of text of the page, furniture too."""
    texts = (" ".join(text.split()) for text in root.itertext())
    return [text for text in texts if text]
