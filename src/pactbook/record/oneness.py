"""Bodies that an analyst said to be one: what that makes of the tellings that name them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from pactbook.knowledge.gazetteer import bodies
from pactbook.model.record import Telling


def one_body(groups: Iterable[Iterable[str]]) -> dict[str, str]:
    """Id → the id that stands for it. ``groups`` hold ids of bodies that are one; groups that share a body are one.

    A body of the gazetteer stands for the others, else the smallest id.
    """
    joined: dict[str, set[str]] = {}
    for group in groups:
        merged = set(group).union(*(joined.get(body, ()) for body in group))
        joined |= dict.fromkeys(merged, merged)
    return {body: min(group, key=lambda b: (b not in bodies(), b)) for body, group in joined.items()}


def renamed(telling: Telling, same: Mapping[str, str]) -> Telling:
    """The telling with the ids that stand for its parties."""
    parties = telling.claim.parties
    if not same or same.keys().isdisjoint(parties):
        return telling
    called = tuple(dict.fromkeys(same.get(p, p) for p in parties))
    return replace(telling, claim=replace(telling.claim, parties=called))
