"""HTML → draft."""

from __future__ import annotations

import re

import trafilatura

from pactbook.articles import headline
from pactbook.articles.draft import Draft, Paragraph
from pactbook.articles.dump import clean_body

_PAGE = re.compile(r"<(?:!doctype\s+html|html|head|body|div|article|table|p)\b", re.I)


def is_page(text: str) -> bool:
    """Whether the text is HTML."""
    return bool(_PAGE.search(text[:5000]))


def read_page(text: str, address: str) -> Draft:
    """Read a page."""
    data = trafilatura.bare_extraction(text, with_metadata=True)
    if data is None or isinstance(data, dict):
        return Draft()
    title = headline.without_section(headline.without_site(data.title or "", [data.sitename or ""])) or None
    body = clean_body([Paragraph(x) for x in (data.text or "").split("\n") if x.strip()], title)
    return Draft(title, data.sitename, data.url, data.date, ([Paragraph(title, "headline")] if title else []) + body)
