"""Bodies that took another's place: a deal that one article gives to a ministry, another gives to its successor."""

from __future__ import annotations

from functools import cache

from pactbook.knowledge.gazetteer import bodies


@cache
def successors(party: str) -> tuple[str, ...]:
    """The bodies that took the place of ``party`` one after the other, the next first."""
    line: list[str] = []
    known = bodies().get(party)
    while known and known.successor and known.successor not in line:
        line.append(known.successor)
        known = bodies().get(known.successor)
    return tuple(line)


@cache
def predecessors(party: str) -> tuple[str, ...]:
    """The bodies whose place ``party`` took, at whatever remove, by id."""
    return tuple(sorted(key for key in bodies() if party in successors(key)))


def heir(party: str) -> str:
    """The body that has its place in the end: itself where none has."""
    return successors(party)[-1] if successors(party) else party


def in_one_line(left: frozenset[str], right: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """Both sets of parties, with a body that a body of the other set succeeded called by that one's id."""
    if left == right:
        return left, right
    return _as_in(left, right), _as_in(right, left)


def _as_in(mine: frozenset[str], theirs: frozenset[str]) -> frozenset[str]:
    return frozenset(p if p in theirs else next((s for s in successors(p) if s in theirs), p) for p in mine)
