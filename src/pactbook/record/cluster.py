"""Put tellings together into agreements.

The best links are followed first; two groups become one unless a telling of one contradicts a telling of the other.
Ties go by id. So the result depends on the tellings and their links alone, not on the order in which they came, and
tellings that no chain of links connects never touch each other: each such component can be grouped by itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from pactbook.model.record import Link, Telling
from pactbook.record.candidates import filed_under, looked_up
from pactbook.record.compare import compare, contradict


def find_links(new: Iterable[Telling], all_tellings: Mapping[str, Telling]) -> list[Link]:
    """Links between ``new`` tellings and all others (``new`` among them), found through their blocks."""
    blocks: dict[str, set[str]] = {}
    for telling in all_tellings.values():
        for block in filed_under(telling):
            blocks.setdefault(block, set()).add(telling.id)
    pairs = {
        (min(t.id, other), max(t.id, other))
        for t in new
        for block in looked_up(t)
        for other in blocks.get(block, ())
        if other != t.id
    }
    return [link for a, b in sorted(pairs) if (link := compare(all_tellings[a], all_tellings[b]))]


def cluster(tellings: Mapping[str, Telling], links: Iterable[Link]) -> list[tuple[str, ...]]:
    """Groups of telling ids, each sorted, sorted by their first."""
    group: dict[str, tuple[str, ...]] = {t: (t,) for t in tellings}
    for link in sorted(links, key=lambda k: (-k.score, k.left, k.right)):
        left, right = group[link.left], group[link.right]
        if left is right or _apart(left, right, tellings):
            continue
        joined = tuple(sorted(left + right))
        for member in joined:
            group[member] = joined
    return sorted(set(group.values()))


def _apart(left: Sequence[str], right: Sequence[str], tellings: Mapping[str, Telling]) -> bool:
    return any(contradict(tellings[a], tellings[b]) for a in left for b in right)
