"""Where a deal was signed."""

from __future__ import annotations

from pactbook.claims.agreements.drafts import Draft
from pactbook.claims.agreements.scene import Scene
from pactbook.model.claim import Because


def place_of(scene: Scene, draft: Draft) -> Because | None:
    """The city of the signing as the sentence says it: a capital named behind "in"; None where it says none."""
    for name in scene.named_in(draft.sentence.start, draft.sentence.end):
        if name.form == "capital" and scene.grammar.in_place.search(scene.before(name.start, 12)):
            rule = f"{scene.article.language}/agreements/grammar.toml:grammar.in_place"
            return Because("place", name.span, rule)
    return None
