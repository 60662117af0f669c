"""How far agreements bind, and who published an article: ``common/commitment.toml`` and ``common/press.toml``."""

from __future__ import annotations

from functools import cache, lru_cache
from urllib.parse import urlsplit

from pactbook.knowledge.reading import Entry, read

#: How far an agreement can bind its sides, from the least.
COMMITMENTS = ("proposal", "pledge", "commitment", "under_way", "done", "ended")


class Commitment(Entry, frozen=True):
    """Kinds that only pledge, and what each stage means; the head comment of the file explains the fields."""

    pledges: list[str]
    stages: dict[str, str]
    pledge_stages: dict[str, str]


class Press(Entry, frozen=True):
    """What language and address tell of a publisher; the head comment of the file explains the fields."""

    languages: dict[str, str]
    domains: dict[str, str]
    official: list[str]


@cache
def _commitment() -> Commitment:
    return read("common/commitment.toml", Commitment)


@cache
def _press() -> Press:
    return read("common/press.toml", Press)


def commitment_of(kind: str, status: str) -> str:
    """How far an agreement of this kind binds its sides at this stage."""
    words = _commitment()
    return (words.pledge_stages if kind in words.pledges else words.stages)[status]


def press_of(language: str, url: str | None) -> str | None:
    """The country whose press published an article, by the site's name, else by the language; None if unknown."""
    words = _press()
    site = _site(url)
    named = next((country for end, country in words.domains.items() if site.endswith(end)), None)
    return named or words.languages.get(language)


def is_official(url: str | None) -> bool:
    """Whether a government or a public body published the page."""
    return _site(url).endswith(tuple(_press().official))


def site_of(url: str | None) -> str:
    """The site of a page without its ``www.``; empty where it has none."""
    return _site(url)[1:].removeprefix("www.")


@lru_cache(maxsize=1 << 12)
def _site(url: str | None) -> str:
    try:
        return "." + (urlsplit(url or "").hostname or "")
    except ValueError:
        return ""
