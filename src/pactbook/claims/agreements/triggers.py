"""A deal as one clause speaks of it: the word for it, what is done with it, and how it stands."""

from __future__ import annotations

import sys

from msgspec import Struct
from msgspec.structs import force_setattr

from pactbook.model.mention import CueMention


class Trigger(Struct, frozen=True, gc=False):
    """A deal as one clause (``start:end``) speaks of it.

    ``deal`` is None where the act alone tells ("teamed up with"); ``shared`` marks an act that belongs to an earlier
    deal of the sentence too; ``ground`` is the deal that this one amends.
    """

    deal: CueMention | None
    act: CueMention | None
    stage: CueMention | None
    start: int
    end: int
    shared: bool = False
    ground: CueMention | None = None
    #: The range from the first to the last of deal, act and stage.
    core: tuple[int, int] = (0, 0)
    #: Whether the deal is a plural.
    many: bool = False
    #: Whether "one" or "another" stands for the deal.
    member: bool = False
    #: Whether neither act nor stage says what became of the deal.
    bare: bool = False

    def __post_init__(self) -> None:
        """Find out once what is asked dozens of times."""
        deal, act, stage = self.deal, self.act, self.stage
        first, last = sys.maxsize, 0
        for cue in (deal, stage) if self.shared else (deal, act, stage):
            if cue is not None:
                start, end = cue.span.start, cue.span.end
                first, last = start if start < first else first, end if end > last else last
        force_setattr(self, "core", (first, last))
        role = deal.role if deal is not None else ""
        if self.many != (role == "deals"):
            force_setattr(self, "many", role == "deals")
        if self.member != (role == "list"):
            force_setattr(self, "member", role == "list")
        bare = act is None and stage is None
        if self.bare != bare:
            force_setattr(self, "bare", bare)

    @property
    def elliptic(self) -> bool:
        """Whether a verb goes without the deal that was named before it: "A ký bản ghi nhớ với B, C [ký] với D"."""
        return self.deal is None and self.act is not None and self.act.role == "act"
