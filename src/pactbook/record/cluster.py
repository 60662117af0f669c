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
from pactbook.record.compare import compare, contradict, told_apart

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


def cluster(tellings: Mapping[str, Telling], links: Iterable[Link]) -> list[tuple[str, ...]]:
    """Groups of telling ids, each sorted, sorted by their first."""
    group = {t.id: _Group([t.id], {t.article: [t]}, {_sort(t): t}) for t in tellings.values()}
    for link in sorted(links, key=lambda k: (-k.score, k.left, k.right)):
        left, right = group[link.left], group[link.right]
        if left is right or _apart(left, right):
            continue
        if len(left.members) < len(right.members):
            left, right = right, left
        left.members += right.members
        for article, told in right.articles.items():
            left.articles.setdefault(article, []).extend(told)
        left.sorts |= right.sorts
        for member in right.members:
            group[member] = left
    return sorted({tuple(sorted(g.members)) for g in group.values()})


def _sort(telling: Telling) -> object:
    claim = telling.claim
    return frozenset(claim.parties), claim.kind, claim.status, claim.date, telling.published


def _apart(left: _Group, right: _Group) -> bool:
    """Whether any telling of one contradicts any of the other; those of one sort contradict alike."""
    same = left.articles.keys() & right.articles.keys()
    if any(told_apart(a, b) for article in same for a in left.articles[article] for b in right.articles[article]):
        return True
    return any(contradict(a, b) for a in left.sorts.values() for b in right.sorts.values())
