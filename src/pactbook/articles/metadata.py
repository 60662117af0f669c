"""What a page says of itself in its head: titles, names of the site, address, day of publication."""

from __future__ import annotations

import html as entities
import re
from dataclasses import dataclass, field

from lxml import html

from pactbook.articles import page_json, stamps
from pactbook.articles.lines import outlet_words
from pactbook.articles.page_tree import text_in
from pactbook.text.level import tidy

_ARTICLE_TYPES = re.compile(r"(?:Article|BlogPosting|Report|LiveBlogPosting)\Z")
_TITLES = (
    "og:title",
    "twitter:title",
    "title",
    "headline",
    "dc.title",
    "sailthru.title",
    "parsely-title",
    "article:title",
)
_NAMES = (
    "og:site_name",
    "application-name",
    "dc.publisher",
    "copyright",
    "publisher",
    "article:publisher",
    "apple-mobile-web-app-title",
    "source",
)
_AUTHORS = (
    "og:article:author",
    "twitter:creator",
    "dable:author",
    "article:media_name",
    "article:press",
)
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "datepublished", "og:published_time",
    "article:published", "published_time", "publish-date", "publishdate", "publish_date", "publication_date",
    "pubdate", "date.release", "dc.date.issued", "dcterms.issued", "datecreated",
    "sailthru.date", "parsely-pub-date",
    "cxenseparse:recs:publishtime", "article.published", "article:date", "displaydate", "originalpublicationdate",
    "regdate",
)  # fmt: skip
_LOOSE = ("date", "created", "dc.date", "dcterms.date", "date.created", "dc.date.created", "dcterms.created")
_UPDATED = (
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "last-modified",
    "lastmod",
    "dcterms.modified",
    "dc.date.modified",
)
_COMPACT = re.compile(r"\A((?:19|20)\d\d)([01]\d)([0-3]\d)(?:\d{4,6})?\Z")
_TIMED = re.compile(r"\d:\d\d|\A\d{12,14}\Z")
_AT_UTC = re.compile(r"T(1[5-9]|2[0-3]):\d\d(?::\d\d(?:\.\d+)?)?(?:Z|\+00:?00)\Z")


@dataclass(slots=True)
class Metadata:
    """``names`` are what the site may be called, the likeliest first.

    ``utc_evening``: ``published`` is in universal time, so late that it was the next day in Hanoi or Seoul.
    ``loosely``: it is called no more than a date, which may be any day's.
    ``untimed``: it has no time of day, as what people fill in by hand.
    ``body`` is the article's text where JSON-LD holds it, else empty.
    """

    titles: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    utc_evening: bool = False
    loosely: bool = False
    untimed: bool = False
    body: str = ""


def read(root: html.HtmlElement) -> Metadata:
    """Read the head of a page, its JSON-LD and the stores in its scripts."""
    found = Metadata()
    meta = _meta(root)
    nodes = page_json.linked_data(root)
    _from_linked_data(found, nodes)
    found.titles += [tidy(meta[k]) for k in _TITLES if k in meta]
    found.titles += [tidy(text_in(e)) for e in root.iter("title")][:1]
    authors = [part for k in _AUTHORS if k in meta for part in re.split(r"\s*\|\s*", meta[k])]
    found.names = [
        a for a in authors if outlet_words().search(a) and not a.startswith(("http", "@")) and len(a) < 40
    ] + found.names
    found.names += [tidy(meta[k]) for k in _NAMES if k in meta and not meta[k].startswith(("http", "@"))]
    found.names += [page_json.string(n.get("name")) for n in nodes if page_json.string(n.get("@type")) == "WebSite"]
    found.url = found.url or _address(root, meta)
    _set_published(found, [meta[k] for k in _PUBLISHED if k in meta])
    if found.published is None:
        _set_published(found, [meta[k] for k in _LOOSE if k in meta])
        found.loosely = found.published is not None
    if found.published is None and found.updated is None:
        found.updated = _day([meta[k] for k in _UPDATED if k in meta])
    return found


def _meta(root: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        key = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if key and content and content.strip():
            found.setdefault(key.strip().lower(), entities.unescape(content.strip()))
    return found


def _from_linked_data(found: Metadata, nodes: list[page_json.Node]) -> None:
    for node in nodes:
        if not _ARTICLE_TYPES.search(page_json.string(node.get("@type"))):
            continue
        if title := page_json.string(node.get("headline")):
            found.titles.append(tidy(entities.unescape(title)))
        if name := page_json.string(node.get("publisher")):
            found.names.append(tidy(name))
        _set_published(found, [page_json.string(node.get("datePublished")), page_json.string(node.get("dateCreated"))])
        found.updated = found.updated or _day([page_json.string(node.get("dateModified"))])
        found.body = found.body or page_json.string(node.get("articleBody"))
        address = page_json.string(node.get("url")) or page_json.string(node.get("mainEntityOfPage"))
        if not found.url and address.startswith("http"):
            found.url = address


def _address(root: html.HtmlElement, meta: dict[str, str]) -> str | None:
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").startswith("http"):
            return str(link.get("href"))
    return meta["og:url"] if meta.get("og:url", "").startswith("http") else None


def _set_published(found: Metadata, texts: list[str]) -> None:
    for text in texts:
        if not found.published and (value := day_of(text)):
            found.published, found.utc_evening = value, bool(_AT_UTC.search(text))
            found.untimed = not _TIMED.search(text)


def _day(texts: list[str]) -> str | None:
    return next((value for text in texts if (value := day_of(text))), None)


def day_of(text: str) -> str | None:
    """The day of a machine's or a person's date: ``2019-11-27T22:40:00+07:00``, ``20191127224000``."""
    if compact := _COMPACT.match(text.strip()):
        text = "-".join(compact.groups())
    return stamps.first_day(text[:80])
