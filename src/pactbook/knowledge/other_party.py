"""How much each sign says that a body is the other party of a deal: ``common/other_party.toml``."""

from __future__ import annotations

from functools import cache

from pactbook.knowledge.reading import Entry, read


class OtherParty(Entry, frozen=True):
    """The head comment of the file explains the signs and the weights."""

    weights: dict[str, float]


@cache
def sign_weights() -> dict[str, float]:
    """Sign → its weight; a sign without a line weighs nothing. Raises KnowledgeError."""
    return read("common/other_party.toml", OtherParty).weights
