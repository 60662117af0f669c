"""One thing to decide."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Section = Literal["unsure", "figures", "conflicts", "pairs", "bodies", "lost"]
SECTIONS: tuple[Section, ...] = get_args(Section)

#: Parts the ids of a key. It stands in no id, and may stand in an address.
_BETWEEN = "~"


@dataclass(frozen=True, slots=True)
class Doubt:
    """One thing to decide. ``about`` are ids: a claim's, a figure's, agreements', bodies', decisions' (later first)."""

    section: Section
    about: tuple[str, ...]

    @property
    def key(self) -> str:
        """What it is called in an address; the same whenever the same doubt comes up."""
        return _BETWEEN.join(self.about)

    @classmethod
    def of(cls, section: Section, key: str) -> Doubt:
        """The doubt of a key."""
        return cls(section, tuple(key.split(_BETWEEN)))


@dataclass(frozen=True, slots=True)
class Grounds:
    """Why something is in doubt; of two things that may be one also what speaks against it."""

    why: tuple[str, ...]
    against: tuple[str, ...] = ()
