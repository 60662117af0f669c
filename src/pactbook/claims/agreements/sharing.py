"""Acts that several deals of a sentence share: "an agreement and a memorandum were signed"."""

from __future__ import annotations

from msgspec.structs import replace

from pactbook.claims.agreements.acts import AHEAD
from pactbook.claims.agreements.deals import is_ground
from pactbook.claims.agreements.scene import Scene
from pactbook.claims.agreements.triggers import Trigger
from pactbook.model.mention import CueMention


def going_on(scene: Scene, told: list[Trigger], before: list[Trigger], start: int) -> list[Trigger]:
    """Hand the act on to the list items behind it: "exchanged a memorandum ...; a letter ...; and an agreement ..."."""
    if not told or not before or not told[0].bare or not told[0].deal or not before[-1].act or not before[-1].deal:
        return told
    act, last, first = before[-1].act, before[-1].deal, told[0].deal
    if act.span.start > last.span.start or is_ground(scene, first):
        return told
    if not scene.grammar.item_start.fullmatch(scene.plain, start, first.span.start):
        return told
    return [replace(told[0], act=act, shared=True), *told[1:]]


def sharing(scene: Scene, trigger: Trigger, last: Trigger, before: CueMention) -> Trigger:
    """Hand the act, or the plan, of the deal before on to a deal that is coordinated with it."""
    deal = trigger.deal
    if deal is None:
        return trigger
    act, stage = trigger.act, trigger.stage
    if stage is not None and act is last.act:
        act = None
    shared = act is not None and act is last.act
    alone = act is None and stage is None and last.act is not None
    if alone and not is_ground(scene, deal) and _is_coordinated(scene, before, deal):
        act, shared = last.act, True
    if act is None and stage is None and last.stage is not None and last.stage.value in AHEAD:
        stage = last.stage if _is_coordinated(scene, before, deal) else None
    if act is trigger.act and stage is trigger.stage and shared == trigger.shared:
        return trigger
    return replace(trigger, act=act, stage=stage, shared=shared)


def sharing_back(scene: Scene, told: list[Trigger]) -> list[Trigger]:
    """Hand an act behind coordinated deals back to the first: "an agreement and a memorandum were signed"."""
    for i in range(len(told) - 2, -1, -1):
        one, two = told[i], told[i + 1]
        if not (one.bare and one.deal and two.deal and two.act) or is_ground(scene, one.deal):
            continue
        listed = is_listed(scene, one.deal, two.deal) or _is_among(scene, one.deal, two.deal)
        if two.act.span.start >= two.deal.span.end and listed:
            told[i] = replace(one, act=two.act, shared=True)
    return told


def is_listed(scene: Scene, first: CueMention, second: CueMention) -> bool:
    """Whether two deals stand in one list: coordinated, and with no colon between them."""
    return ":" not in scene.plain[first.span.end : second.span.start] and _is_coordinated(scene, first, second)


def _is_among(scene: Scene, deal: CueMention, many: CueMention) -> bool:
    """Whether the deal is one of those counted behind it: "the memorandum was [among] the documents signed"."""
    return many.role == "deals" and bool(scene.grammar.is_among.search(scene.plain, deal.span.end, many.span.start))


def _is_coordinated(scene: Scene, first: CueMention, second: CueMention) -> bool:
    """Whether two deals share one verb: "an MoU and an agreement", "one on trade ... and another on coal"."""
    if scene.grammar.and_with.match(scene.plain, second.span.start):
        return True
    between = scene.plain[first.span.end : second.span.start]
    return len(between) < 160 and bool(scene.grammar.coordinated.search(between))
