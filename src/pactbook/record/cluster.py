"""Put tellings together into agreements.

Of its links each telling keeps the strongest; so a deal that a thousand articles tell of has thousands of links, not
half a million. The best links are followed first; two groups become one unless a telling of one contradicts a telling
of the other. Ties go by id. So the result depends on the tellings alone, not on the order in which they came, and
tellings that no chain of links connects never touch each other: each such component can be grouped by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pactbook.model.record import Link, Telling
from pactbook.record.candidates import filed_under, looked_up
from pactbook.record.compare import compare, contradict, sort_of, told_apart
from pactbook.record.hearing import heard
from pactbook.record.rulings import NONE, Rulings

#: How many links a telling keeps.
KEPT = 8


def strongest(telling: str, links: Iterable[Link]) -> list[Link]:
    """Those of its ``links`` that a telling keeps, the strongest first; equals by the id of the other telling."""
    ranked = sorted(links, key=lambda k: (-k.score, k.right if k.left == telling else k.left))
    return ranked[:KEPT]


def find_links(tellings: Mapping[str, Telling]) -> list[Link]:
    """The links that either of their two tellings keeps."""
    blocks: dict[str, list[str]] = {}
    for telling in tellings.values():
        for block in filed_under(telling):
            blocks.setdefault(block, []).append(telling.id)
    kept: set[Link] = set()
    for telling in tellings.values():
        others = {o for block in looked_up(telling) for o in blocks.get(block, ()) if o != telling.id}
        found = (compare(telling, tellings[o]) for o in others)
        kept.update(strongest(telling.id, (link for link in found if link)))
    return sorted(kept, key=lambda k: (k.left, k.right))


@dataclass(slots=True)
class _Group:
    """Tellings that are one agreement, and one of each sort of them: alike in all that could contradict."""

    members: list[str]
    articles: dict[str, list[Telling]]
    sorts: dict[object, Telling]
    #: Put together by an analyst: what its members contradict in each other is no reason against a further one.
    decided: bool = False

    def take(self, other: _Group) -> None:
        """Take in all that ``other`` holds."""
        self.members += other.members
        for article, told in other.articles.items():
            self.articles.setdefault(article, []).extend(told)
        self.sorts |= other.sorts
        self.decided = self.decided or other.decided


def cluster(tellings: Mapping[str, Telling], links: Iterable[Link], rulings: Rulings = NONE) -> list[tuple[str, ...]]:
    """Groups of telling ids, each sorted, sorted by their first. What an analyst ruled comes before all reasons."""
    kept = [t for t in tellings.values() if t.id not in rulings.rejected]
    group = {t.id: _Group([t.id], {t.article: [t]}, {sort_of(t): t}) for t in kept}
    for one, other in sorted(rulings.together):
        if one in group and other in group and not _parted(group[one], group[other], rulings):
            _unite(group, one, other).decided = True
    for link in sorted(links, key=lambda k: (-k.score, k.left, k.right)):
        if link.left not in group or link.right not in group:
            continue
        left, right = group[link.left], group[link.right]
        if left is right or _apart(left, right) or _parted(left, right, rulings):
            continue
        if not _strangers(left, right, rulings):
            _unite(group, link.left, link.right)
    return sorted({tuple(sorted(g.members)) for g in group.values()})


def _unite(group: dict[str, _Group], one: str, other: str) -> _Group:
    """Make one group of the two that hold the tellings."""
    left, right = group[one], group[other]
    if left is right:
        return left
    if len(left.members) < len(right.members):
        left, right = right, left
    left.take(right)
    for member in right.members:
        group[member] = left
    return left


def _parted(left: _Group, right: _Group, rulings: Rulings) -> bool:
    """Whether an analyst has parted a telling of one from a telling of the other."""
    if not rulings.apart:
        return False
    return any((min(a, b), max(a, b)) in rulings.apart for a in left.members for b in right.members)


def _strangers(left: _Group, right: _Group, rulings: Rulings) -> bool:
    """Whether a party of one is taken for a party of the other by its sound, and an analyst said that they differ."""
    if not rulings.strangers:
        return False
    ours, theirs = ({frozenset(t.claim.parties) for t in group.sorts.values()} for group in (left, right))
    return any(
        (min(x, y), max(x, y)) in rulings.strangers and heard(x) == heard(y)
        for a in ours
        for b in theirs
        for x in a - b
        for y in b - a
    )


def _apart(left: _Group, right: _Group) -> bool:
    """Whether any telling of one contradicts any of the other; those of one sort contradict alike."""
    same = left.articles.keys() & right.articles.keys()
    if any(told_apart(a, b) for article in same for a in left.articles[article] for b in right.articles[article]):
        return True
    if left.decided or right.decided:
        return False
    return any(contradict(a, b) for a in left.sorts.values() for b in right.sorts.values())
