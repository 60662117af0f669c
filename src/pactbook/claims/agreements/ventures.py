"""Ventures told beside the name of their firm: "Vina Kyung Seung, a joint venture between A and B, ..."."""

from __future__ import annotations

from collections.abc import Iterator

from pactbook.claims.agreements.scene import Named, Scene
from pactbook.model.mention import CueMention


def is_told_venture(scene: Scene, deal: CueMention | None, name: Named) -> bool:
    """Whether the firm is what the deal is about, and no party: "[A], a joint venture between B and C, ..."."""
    told = scene.grammar.is_venture.match(scene.plain, name.end)
    return told is not None and deal is not None and name.end < deal.span.start < told.end()


def without_asides(scene: Scene, deals: list[CueMention]) -> list[CueMention]:
    """The deals of a clause without a venture that only says what the firm is with which another was made."""
    if len(deals) < 2 or not any(scene.grammar.venture.fullmatch(d.span.text.lower()) for d in deals):
        return deals
    names = scene.named_in(max(0, deals[0].span.start - 60), deals[-1].span.start)
    return [d for d in deals if not any(is_told_venture(scene, d, n) for n in names)]


def owners_aside(scene: Scene, deal: CueMention | None, start: int, core: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """Where the owners of a firm are told that makes another deal: they are none of its parties."""
    for name in scene.named_in(start, core[1]):
        told = scene.grammar.is_venture.match(scene.plain, name.end)
        if told is None or is_told_venture(scene, deal, name):
            continue
        behind = next((place for place in core if place > told.end()), told.end())
        stop = scene.plain.rfind(", ", told.end(), behind)
        if stop >= 0:
            yield name.end, stop
