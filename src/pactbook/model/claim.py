"""Claims: what one article says. The codebook defines every word."""

from __future__ import annotations

from dataclasses import dataclass

from msgspec import Struct

from pactbook.model.article import Article
from pactbook.model.span import Span


class Because(Struct, frozen=True, gc=False):
    """Why a cell of a claim holds what it holds: the words and the rule that read them."""

    cell: str
    span: Span
    rule: str


@dataclass(frozen=True, slots=True)
class Body:
    """One organisation of one article with every name that the article uses for it.

    ``id`` is the gazetteer key where the body is known (``kr.koica``), else made from country and name. ``because``
    has for each mention (cell ``name``) the rule that found it; ``rule`` is that of the first one that names a body.
    """

    id: str
    names: tuple[str, ...]
    kind: str
    country: str | None
    mentions: tuple[Span, ...]
    rule: str
    because: tuple[Because, ...] = ()


@dataclass(frozen=True, slots=True)
class Value:
    """An amount attached to a deal, in whole currency units."""

    low: float
    high: float
    currency: str


@dataclass(frozen=True, slots=True)
class AgreementClaim:
    """A deal as one article tells it. ``parties`` are ids of bodies of the article, or ISO codes of states."""

    kind: str
    status: str
    parties: tuple[str, ...]
    date: str | None
    subject: str
    sectors: tuple[str, ...]
    value: tuple[Value, ...]
    place: str | None
    evidence: tuple[Span, ...]
    because: tuple[Because, ...] = ()


class FigureClaim(Struct, frozen=True):
    """A sum of money and what it means. ``source`` and ``target`` are the codebook's ``from`` and ``to``."""

    span: Span
    low: float
    high: float
    currency: str
    qualifier: str
    measure: str
    status: str
    period: str | None
    source: str | None
    target: str | None
    because: tuple[Because, ...] = ()


class DateClaim(Struct, frozen=True):
    """A date that the article tells."""

    span: Span
    value: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Extraction:
    """Everything that pactbook reads out of one article: a pure function of the article and ``version``."""

    article: Article
    organisations: tuple[Body, ...]
    agreements: tuple[AgreementClaim, ...]
    figures: tuple[FigureClaim, ...]
    dates: tuple[DateClaim, ...]
    version: str
