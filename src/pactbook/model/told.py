"""What single articles tell, with what the record must know of the articles, and the sentences that say so."""

from __future__ import annotations

from dataclasses import dataclass

from pactbook.model.article import Language
from pactbook.model.claim import AgreementClaim
from pactbook.model.span import Span


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """An article without its text. ``copy_of`` is the id of the article that this one nearly repeats, or None."""

    id: str
    language: Language
    title: str | None
    outlet: str | None
    published: str | None
    url: str | None
    source: str
    copy_of: str | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """One article's claim about one agreement, with what the record must know of the article.

    ``id`` is the claim's id. ``origin`` is the article that counts as the source: the article itself, or the
    one that it nearly repeats. ``countries`` are the sides that its parties belong to, where known. ``rivals``
    counts the other claims of the same article with the same parties: where there are any, the parties alone
    do not tell which agreement is meant.
    """

    id: str
    article: str
    origin: str
    language: Language
    published: str | None
    claim: AgreementClaim
    countries: frozenset[str] = frozenset()
    rivals: int = 0
    outlet: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """Two tellings that speak of the same agreement, with the score and the reasons for it. ``left < right``."""

    left: str
    right: str
    score: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """The sentence that says so. ``sentence`` is whole; ``quotes`` are the words in it that the claim rests on."""

    article: ArticleHead
    sentence: Span
    quotes: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """A telling opened: the claim, its article, and every sentence that it rests on."""

    telling: Telling
    article: ArticleHead
    evidence: tuple[Evidence, ...]
