"""A deal told again in an apposition, "A took over B's stake in 2011, [a deal] that made it the largest", or before."""

from __future__ import annotations

from pactbook.claims.agreements.deals import is_weak
from pactbook.claims.agreements.proof import is_proved
from pactbook.claims.agreements.scene import Scene
from pactbook.model.mention import CueMention

#: How far before the word for the deal its comma stands, in characters.
_COMMA = 30
#: Kinds of words that may stand for a deal of any kind.
_PLAIN = frozenset({"any", "agreement"})


def without_apposed(scene: Scene, deals: list[CueMention], start: int) -> list[CueMention]:
    """The deals of a part that begins at ``start``, without the words that only go on about what it told before."""
    return [d for d in deals if not _is_apposed(scene, d, deals, start) and not _is_told_behind(scene, d, deals, start)]


def _is_told_behind(scene: Scene, deal: CueMention, deals: list[CueMention], start: int) -> bool:
    """Whether the word stands for a deal told right behind: "welcomed [the deal] after A and B signed a memorandum"."""
    if deal.role != "deal" or deal.value != "any" or deal is deals[-1]:
        return False
    grammar, place = scene.grammar, deal.span
    if not grammar.told_behind.match(scene.plain, place.end) or not grammar.points_back.search(
        scene.before(place.start, _COMMA)
    ):
        return False
    behind = deals[deals.index(deal) + 1]
    between = scene.cues_in(place.end, behind.span.start, "act")
    return behind.value != "any" and bool(between) and not scene.cues_in(start, place.start, "act", "stage")


def _is_apposed(scene: Scene, deal: CueMention, deals: list[CueMention], start: int) -> bool:
    """Whether the word stands behind a comma, is told more of, and something that it can mean stands before it."""
    if deal.role != "deal" or not (deal.value in _PLAIN or is_weak(deal)):
        return False
    opened = scene.grammar.apposed_deal.search(scene.before(deal.span.start, _COMMA))
    if opened is None or not scene.grammar.more_of_it.match(scene.plain, deal.span.end):
        return False
    if any(d.role == "deal" and d.span.end < deal.span.start for d in deals):
        return True
    return any(is_proved(scene, f, start) for f in scene.cues_in(start, deal.span.start, "feat"))
