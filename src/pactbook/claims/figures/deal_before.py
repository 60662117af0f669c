"""What a deal told just before pays: "signed two loan agreements. One provides $100 million for a bridge"."""

from __future__ import annotations

from pactbook.claims.figures.scene import Cue, Scene, Sum
from pactbook.claims.figures.vote import Vote

#: What a deal's money is mistaken for where the sentence names what it is for, and the rules that say so low.
_MISTAKEN = ("project_capital", "grant")
_QUIET = ("words", "described", "carries-on", "context", "next-amount")
#: The measures that a deal is told by, and the fields of the words that name the deal itself.
_DEALS, _NAMED = ("loan", "grant", "contract_value"), ("strong", "beside")


def of_the_deal_before(scene: Scene, one: Sum, best: Vote) -> Vote:
    """The deal's money, where the sentence goes on about one told just before and says in no loud word what it is."""
    if best.measure not in _MISTAKEN or best.rule not in _QUIET:
        return best
    deal = _deal_before(scene, one)
    if deal is None or deal.value == best.measure:
        return best
    if not scene.carries_on(one.sentence) and not _has_no_subject(scene, one, deal):
        return best
    return Vote(deal.value, best.score, deal, "carries-on")


def _deal_before(scene: Scene, one: Sum) -> Cue | None:
    """The word for the one kind of deal that the sentence before, of the same paragraph, tells without a sum."""
    if not one.sentence:
        return None
    here, there = scene.places[one.sentence], scene.places[one.sentence - 1]
    if there.sums or here.sentence.paragraph != there.sentence.paragraph:
        return None
    named = [c for c in scene.cues(one.sentence - 1) if c.kind == "measure" and c.how in _NAMED and c.value in _DEALS]
    named = [c for c in named if c.value != "contract_value"] or named  # a contract for a loan
    return named[0] if len({c.value for c in named}) == 1 else None


def _has_no_subject(scene: Scene, one: Sum, deal: Cue) -> bool:
    """Whether who lends is left out, being told before: "차관 계약을 맺었다. 교량에 [1억달러를] 지원한다"."""
    if not scene.patterns.head_final or deal.value != "loan":
        return False
    place = scene.places[one.sentence]
    if any(scene.patterns.subject.match(scene.text, b.span.end) for b in place.bodies):
        return False
    last = place.sums[-1]
    particle = scene.patterns.object_.match(scene.text, last.end)
    return particle is not None and scene.patterns.gives.match(scene.text, particle.end()) is not None
