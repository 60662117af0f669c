"""Find the claim that a decision was about, also after another extractor version has read the article anew.

A claim is found again by its words: it stands where the anchor's quote stands (one stretch of text shares at least
half of the other), and of several such claims it has the most in common in parties and kind. A claim with neither a
party nor the kind in common is another one.
"""

from __future__ import annotations

from collections.abc import Iterable

from pactbook.model.decision import Anchor
from pactbook.model.record import Telling
from pactbook.model.span import Span

#: What the same kind counts beside parties (1 for the very same ones).
_KIND = 0.5


def anchor_of(telling: Telling) -> Anchor:
    """The anchor that stands for a telling."""
    claim = telling.claim
    lead = min(claim.evidence, default=Span(0, 0, ""))
    return Anchor(telling.article, lead.start, lead.text, claim.kind, tuple(sorted(claim.parties)))


def locate(anchor: Anchor, tellings: Iterable[Telling]) -> Telling | None:
    """The telling that ``anchor`` stands for, of those of its article; None where it is told no more."""
    ranked = [(likeness, t.id, t) for t in tellings if (likeness := _likeness(anchor, t))]
    return max(ranked, key=lambda r: (r[0], r[1]))[2] if ranked else None


def _likeness(anchor: Anchor, telling: Telling) -> float:
    """How alike the two are, 0 where they are no one claim."""
    overlap = max((_overlap(anchor, e) for e in telling.claim.evidence), default=0.0)
    here, then = set(telling.claim.parties), set(anchor.parties)
    parties = len(here & then) / len(here | then) if here | then else 0.0
    same = parties + _KIND * (telling.claim.kind == anchor.kind)
    return overlap + same if overlap >= 0.5 and same else 0.0


def _overlap(anchor: Anchor, span: Span) -> float:
    """What the two stretches share of the shorter one."""
    end = anchor.start + len(anchor.quote)
    shared = min(end, span.end) - max(anchor.start, span.start)
    shorter = min(len(anchor.quote), span.end - span.start)
    return shared / shorter if shorter and shared > 0 else 0.0
