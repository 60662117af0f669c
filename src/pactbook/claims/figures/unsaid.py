"""What an amount is of that no word of its sentence speaks of."""

from __future__ import annotations

from pactbook.claims.figures.donor import of_a_public_body
from pactbook.claims.figures.scene import Scene, Sum
from pactbook.claims.figures.vote import TELLS, TRADE, Vote
from pactbook.knowledge.measures import measures

#: Nothing else that two countries aim at together is so large, in US dollars.
_BOTH_AIM_AT = 5e9


def told_by_its_own(scene: Scene, one: Sum) -> Vote | None:
    """What the sentence tells without a word for it, and more surely than the sentence before."""
    if scene.patterns.head_final or scene.patterns.head_first:
        return None
    if _is_aimed_at_by_both(scene, one):
        return Vote(TRADE[0], TELLS, None, "no-cue")
    return of_a_public_body(scene, one)


def unsaid(scene: Scene, one: Sum) -> str:
    """What an amount is of that no word speaks of: a small one is a price, a great one that both aim at is trade."""
    dollars = one.dollars
    if _is_aimed_at_by_both(scene, one):
        return TRADE[0]
    return next((name for name, m in measures().items() if m.unsaid_below and dollars < m.unsaid_below), "other")


def _is_aimed_at_by_both(scene: Scene, one: Sum) -> bool:
    aimed = any(c.kind == "status" and c.value == "target" for c in scene.cues(one.sentence))
    return one.dollars >= _BOTH_AIM_AT and aimed and speaks_of_both(scene, one)


def speaks_of_both(scene: Scene, one: Sum) -> bool:
    """Whether it is both countries that aim at something: "hai nước nhắm mốc 150 tỷ USD"."""
    sentence = scene.places[one.sentence].sentence
    return bool(scene.patterns.both.search(scene.text, sentence.start, sentence.end))
