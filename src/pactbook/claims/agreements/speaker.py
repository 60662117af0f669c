"""Who "we" are in what somebody is quoted to say."""

from __future__ import annotations

from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.model.mention import CueMention

#: How far before a name the word for its head or envoy may begin, in characters.
_TITLE = 30


def speaker(scene: Scene, we: CueMention) -> Named | None:
    """The body of the speaker: named with a title behind the quotation in its sentence, else last before it."""
    here = scene.sentence_at(we.span.start)
    behind = scene.named_in(we.span.end, here.end) if here else []
    for name in [*behind, *scene.named_before(we.span.start)]:
        if name.kind != STATE and _has_title(scene, name):
            return name
    return None


def _has_title(scene: Scene, name: Named) -> bool:
    """Whether somebody who speaks for the body stands right before its name: "Tổng giám đốc Samsung"."""
    before = scene.before(name.start, _TITLE).rstrip()
    for holder in scene.words.linking.holder:
        before = before.removesuffix(f" {holder} the").removesuffix(f" {holder}")
    return any(before.endswith(p.lower()) for p in scene.words.linking.people)
