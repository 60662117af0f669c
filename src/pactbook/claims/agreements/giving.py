"""States that give or lend to a single body: aid and loans of a country go to provinces, schools and hospitals."""

from __future__ import annotations

from collections.abc import Sequence

from pactbook.claims.agreements.links import link
from pactbook.claims.agreements.scene import Named, Scene
from pactbook.claims.agreements.triggers import Trigger

#: Kinds of deals that one side gives and the other takes.
_GIVEN = frozenset({"loan", "grant"})


def gives(scene: Scene, trigger: Trigger, state: Named, bodies: Sequence[Named]) -> bool:
    """Whether the state lends or gives to the body of another: "[Seoul] will give the province $8 million in aid"."""
    act = trigger.act
    if act is None or (trigger.deal or act).value not in _GIVEN:
        return False
    if trigger.deal is not None and state.form == "capital":
        return False  # "a loan signed in 2020, Seoul said"
    if state.form == "adjective" and not is_government(scene, state):
        return False
    if not bodies or any(b.country == state.country for b in bodies):
        return False
    word = link(scene, trigger, state)[0]
    if state.start > act.span.end:
        return word in (*scene.words.linking.giver, "by")
    if trigger.deal is not None and trigger.deal.span.start < act.span.start:
        return False  # "will provide Viet Nam with $3 million under a grant agreement signed by ..."
    return word == "" and state.end <= act.span.start


def is_government(scene: Scene, state: Named) -> bool:
    """Whether a state's adjective stands before the word for who acts for it: "the [Indonesian] government"."""
    return state.form == "adjective" and bool(scene.grammar.state_actor.match(scene.plain, state.end))
