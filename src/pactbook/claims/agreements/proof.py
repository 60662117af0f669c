"""Whether a verb that would tell a deal by itself does so here: what has to stand beside it, and where."""

from __future__ import annotations

from pactbook.claims.agreements.scene import Scene
from pactbook.knowledge.reading import NEVER
from pactbook.model.mention import CueMention


def is_proved(scene: Scene, feat: CueMention, start: int) -> bool:
    """Whether a plain verb ("mua", "vay") stands beside what makes it tell a deal: a stake, an area, a sum."""
    grammar, span = scene.grammar, feat.span
    # "Sister cities since 2007"
    lasts = " " not in span.text or feat.form.startswith(("in_force", "ended", "completed"))
    when = None if lasts else scene.dates_in(span.end, span.end + 2)
    proof = None if when else scene.proof_of(feat)
    if proof is not None and not proof.match(scene.plain, span.end):
        return False  # most fail here
    if ":headline" in feat.form and not _is_of_headline(scene, feat):
        return False
    if grammar.object_none.match(scene.plain, span.end):
        return False  # "has ordered no coil"
    if grammar.not_feat is not NEVER and grammar.not_feat.search(scene.before(span.start, 8)):
        return False
    if when:
        # "Joined hands on July 18" says when, not on what, unless it goes on: "agreed on Monday to build".
        return bool(grammar.agreed.match(span.text.lower()) and grammar.then_does.match(scene.plain, when[0].span.end))
    if proof is not None:
        return True
    if not grammar.loose_feat.fullmatch(scene.plain, span.start, span.end):
        return True
    if grammar.advice.search(scene.before(span.start, 24)):
        return False
    behind = grammar.proof_behind.match(scene.plain, span.end)
    return bool(behind or grammar.proof_before.search(scene.plain, max(start, span.start - 90), span.end))


def _is_of_headline(scene: Scene, feat: CueMention) -> bool:
    """Whether a headline tells with the bare verb what the body before it does: "Hyosung [to supply] coils to EVN"."""
    sentence = scene.sentence_at(feat.span.start)
    named = next(scene.named_before(feat.span.start), None)
    behind = named is not None and feat.span.start - named.end == 1
    return behind and sentence is not None and sentence.role == "headline"
