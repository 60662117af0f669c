"""Find the claim that a decision was about, also after another extractor version has read the article anew.

A claim is found again by its words: it stands where the anchor's quote stands (one stretch of text shares at least
half of the other), and of several such claims it has the most in common in parties and kind. A claim with neither a
party nor the kind in common is another one. A figure is the words of its amount where they stand, whatever they are
read to mean; where nothing is read there any more, the same words with the same meaning elsewhere in the article (an
amount that is said twice is one figure).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pactbook.model.claim import FigureClaim
from pactbook.model.decision import FIGURE, Anchor
from pactbook.model.span import Span
from pactbook.model.told import Telling

#: What the same kind counts beside parties (1 for the very same ones).
_KIND = 0.5
#: What the same subject counts: less than a party, so that it only tells apart what else is alike.
_SUBJECT = 0.25
#: What the same sides count in a figure.
_SIDES = 0.25


def anchor_of(telling: Telling) -> Anchor:
    """The anchor that stands for a telling."""
    claim = telling.claim
    lead = min(claim.evidence, default=Span(0, 0, ""))
    return Anchor(
        telling.article, lead.start, lead.text, claim.kind, tuple(sorted(claim.parties)), subject=claim.subject
    )


def anchor_of_figure(article: str, claim: FigureClaim) -> Anchor:
    """The anchor that stands for a figure of ``article``."""
    return Anchor(article, claim.span.start, claim.span.text, claim.measure, _sides(claim), FIGURE)


def locate(anchor: Anchor, tellings: Iterable[Telling]) -> Telling | None:
    """The telling that ``anchor`` stands for, of those of its article; None where it is told no more."""
    ranked = [(likeness, t.id, t) for t in tellings if (likeness := _likeness(anchor, t))]
    return max(ranked, key=lambda r: (r[0], r[1]))[2] if ranked else None


def locate_figure(anchor: Anchor, figures: Mapping[str, FigureClaim]) -> str | None:
    """The id of the figure that ``anchor`` stands for, of those of its article; None where it is told no more."""
    ranked = [(likeness, name) for name, claim in figures.items() if (likeness := _figure_likeness(anchor, claim))]
    return max(ranked)[1] if ranked else None


def _figure_likeness(anchor: Anchor, claim: FigureClaim) -> float:
    """How alike the two are, 0 where they are no one figure; the place counts before all else."""
    meaning = _KIND * (claim.measure == anchor.kind) + _SIDES * (_sides(claim) == anchor.parties)
    if (overlap := _overlap(anchor, claim.span)) >= 0.5:
        return 1 + overlap + meaning
    alike = claim.span.text.split() == anchor.quote.split()
    return meaning if alike and meaning == _KIND + _SIDES else 0.0


def _sides(claim: FigureClaim) -> tuple[str, ...]:
    return tuple(side for side in (claim.source, claim.target) if side)


def _likeness(anchor: Anchor, telling: Telling) -> float:
    """How alike the two are, 0 where they are no one claim."""
    overlap = max((_overlap(anchor, e) for e in telling.claim.evidence), default=0.0)
    here, then = set(telling.claim.parties), set(anchor.parties)
    parties = len(here & then) / len(here | then) if here | then else 0.0
    same = parties + _KIND * (telling.claim.kind == anchor.kind)
    # Three memorandums of one sentence have all in common but what they are about.
    alike = _SUBJECT * (bool(anchor.subject) and telling.claim.subject == anchor.subject)
    return overlap + same + alike if overlap >= 0.5 and same else 0.0


def _overlap(anchor: Anchor, span: Span) -> float:
    """What the two stretches share of the shorter one."""
    end = anchor.start + len(anchor.quote)
    shared = min(end, span.end) - max(anchor.start, span.start)
    shorter = min(len(anchor.quote), span.end - span.start)
    return shared / shorter if shorter and shared > 0 else 0.0
