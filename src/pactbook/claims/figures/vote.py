"""What the words around an amount say of its measure."""

from __future__ import annotations

from msgspec import Struct

from pactbook.claims.figures.scene import Cue


class Vote(Struct, frozen=True, gc=False):
    """A measure with its score and the word that spoke loudest for it."""

    measure: str
    score: float
    cue: Cue | None
    rule: str
