"""A search that somebody keeps under a name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Search:
    """``address`` is that of its page and begins with ``/search``; ``when`` is UTC in ISO 8601."""

    name: str
    address: str
    who: str = ""
    when: str = ""
