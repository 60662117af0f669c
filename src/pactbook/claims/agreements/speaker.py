"""Who "we" are in what somebody is quoted to say."""

from __future__ import annotations

from pactbook.claims.agreements.interview import has_title, interview_of
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.model.mention import CueMention


def speaker(scene: Scene, we: CueMention) -> Named | None:
    """The body of the speaker: named with a title behind the quotation in its sentence, else last before it.

    In the answers of an interview it is the body of who was introduced.
    """
    here = scene.sentence_at(we.span.start)
    interview = interview_of(scene)
    if interview and interview.speaks_for and here and here.paragraph in interview.answers:
        return interview.speaks_for
    if scene.grammar.newsroom.match(scene.plain, we.span.end):
        return None  # "we are told"
    behind = scene.named_in(we.span.end, here.end) if here else []
    for name in [*behind, *scene.named_before(we.span.start)]:
        if name.kind != STATE and has_title(scene, name):
            return name
    return None
