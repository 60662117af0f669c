"""The stage of a deal, read from its act, the words before the act, and the words that tell how it stands."""

from __future__ import annotations

import re

from pactbook.claims.scene import Scene
from pactbook.claims.triggers import Trigger
from pactbook.model.mention import CueMention

_BE = re.compile(r"\b(?:be|been|being|get)\s(?:\w+\s)?(?:\w+ly\s)?$")
_DONE = re.compile(
    r"\b(?:has|have|had|having|was|were|is|are)\s(?:\w+ly\s|also\s|already\s|just\s|since\s|been\s|jointly\s)*$"
)


def status_of(scene: Scene, trigger: Trigger, kind: str) -> tuple[str, CueMention | None]:
    """The codebook status of the deal and the cue that says so.

    A deal that is only mentioned is ``in_force``; a statement is ``signed``: it has been made.
    """
    stage, act = trigger.stage, trigger.act
    if stage and stage.value in ("ended", "completed") and not _is_ahead(scene, trigger, stage):
        return stage.value, stage
    if act is not None:
        ahead = _outlook(scene, trigger, act)
        if ahead:
            agreed = kind == "partnership" and "agreed" in scene.plain[trigger.start : act.span.start]
            return ("signed", act) if agreed else (ahead.value, ahead)
        if (
            stage
            and stage.value in ("planned", "proposed")
            and stage.span.start < act.span.start
            and act.form == "gerund"
        ):
            return stage.value, stage
        if stage and stage.value == "in_force" and not _is_ahead(scene, trigger, stage):
            return stage.value, stage
        return (act.form.partition(":")[0] if act.role == "feat" else act.value), act
    if stage is None:
        return ("signed" if kind in ("declaration", "action_plan") else "in_force"), None
    if stage.value == "in_force" and (ahead := _is_ahead(scene, trigger, stage)):
        return "planned", ahead
    return stage.value, stage


def _outlook(scene: Scene, trigger: Trigger, act: CueMention) -> CueMention | None:
    """The words that put the act in the future or into a wish, or None where it has been done."""
    before = scene.plain[trigger.start : act.span.start]
    if act.form in ("past", "present", "") or act.role == "feat":
        tail = _BE.search(before[-24:])
        if not tail or _DONE.search(before[-24:]):
            return _wish(scene, trigger, act) if act.form == "past" and not _DONE.search(before[-24:]) else None
    if act.form == "gerund":
        return _wish(scene, trigger, act)
    wish = _wish(scene, trigger, act)
    return wish or _is_ahead(scene, trigger, act)


def _wish(scene: Scene, trigger: Trigger, act: CueMention) -> CueMention | None:
    """A wish before the act ("asked Seoul to sign"); not one that is an act of its own after "agreed"."""
    if act.form == "past":
        return None
    wishes = [
        c
        for c in scene.cues_in(trigger.start, act.span.start, "ahead")
        if c.value == "proposed" and act.span.start - c.span.end < 90
    ]
    return wishes[-1] if wishes else None


def _is_ahead(scene: Scene, trigger: Trigger, cue: CueMention) -> CueMention | None:
    """A word shortly before ``cue`` that puts it into the future."""
    low = max(trigger.start, cue.span.start - 45)
    ahead = [c for c in scene.cues_in(low, cue.span.start, "ahead") if c.value == "planned"]
    for c in reversed(ahead):
        between = scene.plain[c.span.end : cue.span.start]
        if re.fullmatch(
            r"\s*(?:(?:be|soon|also|then|jointly|later|officially|formally|it|is|are|to|now|and|not|\w+ly)\s+)*",
            between,
        ):
            return c
    return None
