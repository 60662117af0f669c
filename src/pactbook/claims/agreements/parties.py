"""The parties of a deal, and how they are known."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import force_setattr

from pactbook.claims.agreements.scene import Named

#: Kinds that states conclude with one another.
BETWEEN_STATES = frozenset({"treaty", "partnership", "declaration"})
#: Kinds of bodies that have ties of their own, which are no state's ("sister-city ties").
LOCAL = frozenset({"subnational", "education", "company", "association", "hospital", "research"})

#: The two states that this is about.
HOME = ("KR", "VN")
#: Bodies whose other party may be of their own country: a province grants licences to firms in it.
OFFICES = frozenset({"ministry", "agency", "subnational", "zone"})


class Parties(Struct, frozen=True):
    """``names`` in the order of the text.

    ``how`` they are known: ``named``, ``pair`` (stood for by "the two sides"), ``default`` (taken as understood).
    """

    names: tuple[Named, ...]
    how: str
    #: Each party once, in the order of the text and in none.
    ids: tuple[str, ...] = ()
    members: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        """Find out once what is asked dozens of times."""
        if not self.names:
            return
        ids = dict.fromkeys([n.id for n in self.names])
        force_setattr(self, "ids", tuple(ids))
        force_setattr(self, "members", frozenset(ids))


NOBODY = Parties((), "default")
