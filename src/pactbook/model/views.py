"""All that is known of one thing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pactbook.model.agreement import AgreementRecord
from pactbook.model.article import Article
from pactbook.model.body import BodyRecord
from pactbook.model.claim import Body, DateClaim, FigureClaim
from pactbook.model.figure import FigureRecord
from pactbook.model.told import ArticleHead, Evidence, Telling, ToldClaim


@dataclass(frozen=True, slots=True)
class AgreementView:
    """All that is known of one agreement. ``names`` gives each party's best known name by its id."""

    record: AgreementRecord
    names: Mapping[str, str]
    told: tuple[ToldClaim, ...]


@dataclass(frozen=True, slots=True)
class BodyView:
    """All that is known of one organisation.

    ``also`` are the ids that an analyst said to be the same body. ``predecessors`` are bodies whose place it took,
    ``successors`` those that took its place, the next first; they stay bodies of their own. ``names`` has them all.
    """

    body: BodyRecord
    agreements: tuple[AgreementRecord, ...]
    articles: tuple[ArticleHead, ...]
    names: Mapping[str, str]
    also: tuple[str, ...] = ()
    predecessors: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FigureView:
    """All that is known of one figure: what stands, what was decided, and the sentence that says so.

    ``bodies`` are the organisations that the sentence names, in its order; ``names`` tells how they are called.
    """

    record: FigureRecord
    article: ArticleHead
    evidence: Evidence
    bodies: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ArticleView:
    """An article with its text and everything that was found in it.

    ``figures`` are those that stand, as decided; ``sums`` are the same with their ids and decisions.
    """

    head: ArticleHead
    article: Article
    bodies: tuple[Body, ...]
    agreements: tuple[Telling, ...]
    figures: tuple[FigureClaim, ...]
    dates: tuple[DateClaim, ...]
    copies: tuple[str, ...] = ()
    sums: tuple[FigureRecord, ...] = ()
