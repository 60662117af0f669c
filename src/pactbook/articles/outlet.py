"""The name of the newspaper, where a text says it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from pactbook.articles import stamps
from pactbook.articles.draft import Paragraph
from pactbook.articles.ending import is_prose
from pactbook.articles.lines import kind_of, outlet_words
from pactbook.articles.metadata import Metadata
from pactbook.articles.page_title import Headline
from pactbook.knowledge.gazetteer import bodies
from pactbook.text.fold import fold_name
from pactbook.text.level import tidy

#: An outlet's name has so many words at most, and stands so many lines below the headline.
_WORDS, _NEAR = 6, 3
_RIGHTS = re.compile(
    r"(?:copyrights?\s*)?(?:\(c\)|ⓒ|©|copyright(?:ed)?\s+by|copyright)\s*(?:by\s+)?(?:(?:19|20)\d\d\s*)?(?:by\s+)?(?P<name>[^.,|·<>\[\]:;&/\n]{2,40})",
    re.I,
)
_YEAR_BEHIND = re.compile(r"\s+(?:19|20)\d\d\Z")
_HOLDER = re.compile(
    r"(?:bản quyền thuộc(?: về)?|저작권자\s*(?:ⓒ|©|\(c\))?)\s*(?P<name>[^.,|·<>\[\]:;&/\n]{2,40})", re.I
)
_DATELINE = re.compile(
    r"\A[\[(【][^\]()=】]{1,12}=\s*(?P<said>(?P<name>[가-힣A-Za-z0-9]{2,12})(?:\s(?P<more>[^\])】]{0,20}))?)[\])】]"
)
_CREDIT = re.compile(r"[:：]\s*[^/:]{3,40}/\s?(?P<name>The [A-Z][\w ]{2,30}|[A-Z][\w]+(?: [A-Z][\w]+){1,3})\s*\)?\Z")
_SIGNS = re.compile(r"(?:copyrights?|ⓒ|©|\(c\)|all rights reserved\.?)", re.I)
_REST = re.compile(r"\s+(?:all rights reserved|무단|online).*\Z|\s*(?:무단|재배포).*\Z", re.I)


def in_text(head: list[str], lines: list[str], kept: list[Paragraph]) -> str | None:
    """The outlet that a text names: in its masthead, its line of rights, its dateline or a photo credit; else None."""
    return next(_named(head, lines, kept), None)


def _named(head: list[str], lines: list[str], kept: list[Paragraph]) -> Iterator[str]:
    for line in head:
        if kind_of(line) == "" and len(line.split()) <= _WORDS and outlet_words().search(line):
            yield tidy(line)
    for line in reversed(lines[-40:]):
        if kind_of(line) in ("copyright", "byline", "notice") and (name := holder(line)):
            yield name
    for paragraph in kept[:4]:
        if (found := _DATELINE.match(paragraph.text)) and not _is_reporter(found):
            yield found["name"]
    for paragraph in kept:
        if (
            paragraph.role == "caption"
            and (found := _CREDIT.search(paragraph.text))
            and outlet_words().search(found["name"])
        ):
            yield found["name"]


def below_headline(below: list[str]) -> tuple[str, str] | None:
    """The line between headline and text that names the outlet, alone or with the date, and the name; else None."""
    for line in below[:_NEAR]:
        if is_prose(line):
            return None
        name = stamps.without_stamps(line).strip(" ,|·•–—-")
        dated = name != line.strip() and kind_of(name) == "" and len(name.split()) <= _WORDS
        if fold_name(name) in _known() or (dated and outlet_words().search(name)):
            return line, tidy(name)
    return None


@cache
def _known() -> frozenset[str]:
    """The folded names of the media that the gazetteer knows."""
    media = [body for body in bodies().values() if body.kind == "media"]
    return frozenset(fold_name(n) for b in media for n in (*b.en, *b.vi, *b.ko, *b.acronyms, *b.short))


def _is_reporter(dateline: re.Match[str]) -> bool:
    """Whether the name in a dateline is that of who wrote it: a name and a title, ``[하노이=김하늘 기자]``."""
    return len((dateline["more"] or "").split()) == 1 and kind_of(dateline["said"]) == "byline"


def holder(line: str) -> str | None:
    """The name in a line of rights: ``Copyright 2015 VTG.`` → ``VTG``."""
    for pattern in (_HOLDER, _RIGHTS):
        if found := pattern.search(line):
            name = _YEAR_BEHIND.sub("", tidy(_REST.sub("", found["name"])).strip(" -–"))
            if name and not name.isdigit() and len(name.split()) <= 6:
                return name
    return None


def in_page(data: Metadata, head: Headline, closing: Callable[[], list[str]]) -> str | None:
    """The outlet that a page names: in its metadata, beside the headline in its title, or in its closing lines.

    ``closing`` gives these where they are needed.
    """
    for name in map(holder_name, data.names):
        if name and name != head.text:
            return name
    beside = [p.strip() for p in re.split(r"\s+[|•·»-]\s+|\s*::\s*|\s*\|\s*", head.site) if p.strip()]
    if beside:
        return beside[-1]
    for line in reversed(closing()):
        if kind_of(line) == "copyright" and (name := holder(line)):
            return name
    return None


def holder_name(name: str) -> str | None:
    """A site's name as its metadata give it, without a sign of rights; None where it is an address."""
    name = tidy(_SIGNS.sub("", name))
    return name if name and "://" not in name and len(name) < 60 else None
