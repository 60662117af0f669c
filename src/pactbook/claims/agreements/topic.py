"""The body of which the text goes on to tell, where a sentence names only the one that it works with."""

from __future__ import annotations

from pactbook.claims.agreements.descriptions import meant_by
from pactbook.claims.agreements.salience import sentences_before, subject_in
from pactbook.claims.agreements.scene import Named, Scene

#: Words for bodies of no kind: "it", "we".
_PRONOUNS = frozenset({"any", "we"})
#: So many sentences back the text may speak of it, that of the deal counted.
_BACK = 4


def topic_of(scene: Scene, place: int, other: Named) -> Named | None:
    """The subject of the last sentence before ``place`` that has one, named or called "the hospital".

    "The hospital has many partners. Its doctors train at [A] under a pact": one of another country than ``other``.
    """
    for start, end in sentences_before(scene, place)[:_BACK]:
        named = subject_in(scene, start, end)
        single = next((c for c in scene.cues_in(start, end, "single") if c.value not in _PRONOUNS), None)
        if single is not None and (named is None or single.span.start < named.start):
            named = meant_by(scene, single, {other.id}, None)
        if named is not None:
            fits = named.id != other.id and (named.country != other.country or named.country is None)
            return named if fits else None
    return None
