"""Put tellings together into agreements.

Tellings of one sort are alike in all that comparing looks at, so not they but their sorts are compared: a deal that a
thousand articles tell of in fifty ways costs what fifty tellings cost. Of its bonds to other sorts each sort keeps the
strongest. The best bonds are followed first; two groups become one unless a telling of one contradicts a telling of
the other. Ties go by sort, then by id. So the result depends on the tellings alone, not on the order in which they
came, and tellings that no chain of bonds connects never touch each other: each such component can be grouped by itself.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from typing import NamedTuple

from pactbook.model.told import Link, Telling
from pactbook.record.candidates import filed_under, looked_up
from pactbook.record.compare import compare, told_apart
from pactbook.record.hearing import heard
from pactbook.record.rulings import NONE, Rulings
from pactbook.record.sorts import SORTS

#: How many bonds to other sorts a sort keeps.
KEPT = 8


class Member(NamedTuple):
    """A telling as grouping sees it: its id, where it stands, and its sort."""

    id: str
    article: Hashable
    sort: str


class Bond(NamedTuple):
    """Two sorts whose tellings speak of the same agreement. ``left <= right``."""

    left: str
    right: str
    score: int


def bond_of(one: str, other: str, score: int) -> Bond:
    """The bond between two sorts, in order."""
    return Bond(min(one, other), max(one, other), score)


def strongest(sort: str, bonds: Iterable[Bond]) -> list[Bond]:
    """Those of its ``bonds`` that a sort keeps, the strongest first; equals by the other sort."""
    return nsmallest(KEPT, bonds, key=lambda b: (-b.score, b.right if b.left == sort else b.left))


def find_bonds(alike: Mapping[str, Telling]) -> list[Bond]:
    """The bonds that either of their two sorts keeps; ``alike`` has a telling of each sort, all of them learnt."""
    blocks: dict[str, list[str]] = {}
    for sort, telling in alike.items():
        for block in filed_under(telling):
            blocks.setdefault(block, []).append(sort)
    kept: set[Bond] = set()
    for sort, telling in alike.items():
        others = {o for block in looked_up(telling) for o in blocks.get(block, ()) if o != sort}
        scores = {o: score for o in others if (score := SORTS.score(sort, o)) is not None}
        kept.update(strongest(sort, (bond_of(sort, o, score) for o, score in scores.items())))
    return sorted(kept)


def cluster(members: Iterable[Member], bonds: Iterable[Bond], rulings: Rulings = NONE) -> list[tuple[str, ...]]:
    """Groups of telling ids, each sorted, sorted by their first. What an analyst ruled comes before all reasons.

    ``bonds`` are those between two sorts that either keeps. All sorts must be learnt.
    """
    grouping = _Grouping(members, rulings)
    for one, other in sorted(rulings.together):
        grouping.merge(one, other)
    own = (Bond(s, s, score) for s in grouping.shared() if (score := SORTS.score(s, s)) is not None)
    for found in sorted([*bonds, *own], key=lambda b: (-b.score, b.left, b.right)):
        grouping.follow(found)
    return grouping.groups()


def links_by(bonds: Iterable[Bond], tellings: Mapping[str, Telling], sorts: Mapping[str, str]) -> list[Link]:
    """Why these tellings are one agreement: those of one sort by their first, sorts by a link for each bond.

    Where tellings of one sort say too little to be linked by themselves, each has its links to other sorts.
    """
    of: dict[str, list[Telling]] = {}
    for name in sorted(tellings):
        of.setdefault(sorts[name], []).append(tellings[name])
    found: dict[tuple[str, str], Link] = {}
    speakers = {}
    for sort, told in of.items():
        own = _first_links(told[1:], told[:1])
        found |= own
        speakers[sort] = told[:1] if own else told
    for bond in bonds:
        if bond.left in of and bond.right in of:
            found |= _first_links(speakers[bond.left], of[bond.right])
            found |= _first_links(speakers[bond.right], of[bond.left])
    return [found[pair] for pair in sorted(found)]


def _first_links(some: Iterable[Telling], others: Iterable[Telling]) -> dict[tuple[str, str], Link]:
    """Each telling's link with the first of the others that it has one with: not with one of its own article."""
    first = (next(filter(None, (compare(telling, other) for other in others)), None) for telling in some)
    return {(link.left, link.right): link for link in first if link}


@dataclass(slots=True)
class _Group:
    """Tellings that are one agreement, by article, and for each ground of contradiction what they show to it."""

    members: list[str]
    articles: dict[Hashable, list[str]]
    shown: tuple[set[int], ...]
    parties: set[frozenset[str]]
    #: Put together by an analyst: what its members contradict in each other is no reason against a further one.
    decided: bool = False

    def take(self, other: _Group) -> None:
        """Take in all that ``other`` holds."""
        self.members += other.members
        for article, told in other.articles.items():
            self.articles.setdefault(article, []).extend(told)
        for mine, theirs in zip(self.shown, other.shown, strict=True):
            mine.update(theirs)
        self.parties |= other.parties
        self.decided = self.decided or other.decided


class _Grouping:
    """Tellings on their way to groups."""

    def __init__(self, members: Iterable[Member], rulings: Rulings) -> None:
        self._rulings = rulings
        self._sort: dict[str, str] = {}
        self._group: dict[str, _Group] = {}
        # Of each sort one telling per group that holds any: a handful, however many tell of the deal.
        self._heads: dict[str, list[str]] = {}
        for m in sorted(members):
            if m.id not in rulings.rejected:
                shown = tuple({number} for number in SORTS.showing(m.sort))
                self._sort[m.id] = m.sort
                self._group[m.id] = _Group([m.id], {m.article: [m.id]}, shown, {SORTS.look(m.sort).parties})
                self._heads.setdefault(m.sort, []).append(m.id)

    def shared(self) -> list[str]:
        """The sorts of several tellings."""
        return [sort for sort, heads in self._heads.items() if len(heads) > 1]

    def merge(self, one: str, other: str) -> None:
        """Put together what an analyst said to be one."""
        if one in self._group and other in self._group and not self._parted(self._group[one], self._group[other]):
            self._unite(one, other).decided = True

    def follow(self, bond: Bond) -> None:
        """Make one of any two groups that hold tellings of the two sorts and do not contradict each other."""
        rights = self._heads_of(bond.right)
        for one in self._heads_of(bond.left):
            for other in rights:
                left, right = self._group[one], self._group[other]
                if left is right or self._apart(left, right) or self._parted(left, right):
                    continue
                if not _strangers(left, right, self._rulings):
                    self._unite(one, other)

    def groups(self) -> list[tuple[str, ...]]:
        """What has come of it."""
        return sorted({id(g): tuple(sorted(g.members)) for g in self._group.values()}.values())

    def _heads_of(self, sort: str) -> list[str]:
        """The first telling of the sort in each group, in order."""
        heads = {id(self._group[name]): name for name in reversed(self._heads.get(sort, []))}
        self._heads[sort] = sorted(heads.values())
        return self._heads[sort]

    def _unite(self, one: str, other: str) -> _Group:
        """Make one group of the two that hold the tellings."""
        left, right = self._group[one], self._group[other]
        if left is right:
            return left
        if len(left.members) < len(right.members):
            left, right = right, left
        left.take(right)
        for member in right.members:
            self._group[member] = left
        return left

    def _parted(self, left: _Group, right: _Group) -> bool:
        """Whether an analyst has parted a telling of one from a telling of the other."""
        if not self._rulings.apart:
            return False
        return any((min(a, b), max(a, b)) in self._rulings.apart for a in left.members for b in right.members)

    def _apart(self, left: _Group, right: _Group) -> bool:
        """Whether any telling of one contradicts any of the other."""
        same = left.articles.keys() & right.articles.keys()
        if any(self._told_apart(a, b) for s in same for a in left.articles[s] for b in right.articles[s]):
            return True
        if left.decided or right.decided:
            return False
        return SORTS.clash(left.shown, right.shown)

    def _told_apart(self, one: str, other: str) -> bool:
        """Whether an article that tells both means two agreements."""
        return told_apart(SORTS.look(self._sort[one]), SORTS.look(self._sort[other]))


def _strangers(left: _Group, right: _Group, rulings: Rulings) -> bool:
    """Whether a party of one is taken for a party of the other by its sound, and an analyst said that they differ."""
    if not rulings.strangers:
        return False
    return any(
        (min(x, y), max(x, y)) in rulings.strangers and heard(x) == heard(y)
        for a in left.parties
        for b in right.parties
        for x in a - b
        for y in b - a
    )
