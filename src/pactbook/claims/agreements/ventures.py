"""Ventures told beside the name of their firm: "Vina Kyung Seung, a joint venture between A and B, ..."."""

from __future__ import annotations

from collections.abc import Iterator

from pactbook.claims.agreements.scene import Named, Scene
from pactbook.model.mention import CueMention

#: What sets an aside apart from the name before it.
_MARKS = frozenset(",-–(")


def is_told_venture(scene: Scene, deal: CueMention | None, name: Named) -> bool:
    """Whether the firm is what the deal is about, and no party: "[A], a joint venture between B and C, ..."."""
    if deal is None or name.end >= deal.span.start:
        return False
    told = scene.grammar.is_venture.match(scene.plain, name.end)
    return told is not None and deal.span.start < told.end()


def without_asides(scene: Scene, deals: list[CueMention]) -> list[CueMention]:
    """The deals of a clause without a venture that only says what the firm is with which another was made."""
    ventures = [d for d in deals if scene.grammar.venture.fullmatch(d.span.text.lower())]
    if not ventures or (len(deals) == 1 and not _does_more(scene, deals[0])):
        return deals
    names = scene.named_in(max(0, deals[0].span.start - 60), deals[-1].span.start)
    return [d for d in deals if d not in ventures or not any(_is_aside(scene, d, n) for n in names)]


def _is_aside(scene: Scene, deal: CueMention, name: Named) -> bool:
    """Whether the venture is put in behind the name of its firm, and not what its sentence says."""
    return is_told_venture(scene, deal, name) and scene.plain[name.end : deal.span.start].strip()[:1] in _MARKS


def _does_more(scene: Scene, venture: CueMention) -> bool:
    """Whether a verb behind the aside tells another deal: "A, a venture between B and C, [teamed up with] D"."""
    here = scene.sentence_at(venture.span.start)
    feats = scene.cues_in(venture.span.end, here.end, "feat") if here else []
    return any(
        "," in scene.plain[venture.span.end : f.span.start] and not scene.cues_in(f.span.start, f.span.end, "act")
        for f in feats
    )


def sides_start(scene: Scene, deal: CueMention | None, start: int) -> int:
    """Where the sides of a venture begin that is told behind the name of its firm; else ``start``."""
    if deal is None or not scene.grammar.venture.fullmatch(deal.span.text.lower()):
        return start
    told = any(is_told_venture(scene, deal, name) for name in scene.named_in(start, deal.span.start))
    return deal.span.start if told else start


def owners_aside(
    scene: Scene, deal: CueMention | None, clause: tuple[int, int], core: tuple[int, int]
) -> Iterator[tuple[int, int]]:
    """Where the owners of a firm are told that makes another deal: they are none of its parties."""
    for name in scene.named_in(*clause):
        told = scene.grammar.is_venture.match(scene.plain, name.end)
        if told is None or is_told_venture(scene, deal, name):
            continue
        behind = next((place for place in core if place > told.end()), None)
        if behind is None:
            stop = scene.plain.find(", ", told.end(), clause[1])
            yield name.end, stop if stop >= 0 else clause[1]
        elif (stop := scene.plain.rfind(", ", told.end(), behind)) >= 0:
            yield name.end, stop
