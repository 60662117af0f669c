"""Link near-copies: articles that repeat most of what another says, as papers do with a wire story.

Whether two articles are a pair depends on their texts alone. Articles that pairs connect are one group; the first
published of them (the smallest id where dates do not tell) stands for all. So an article is compared with one of a
group and not with all that repeat it. A run of words that very many articles have, as below every page of a site, leads
to the first of them only: what else two copies share leads them to each other.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import Connection, func, insert, select, update

from pactbook.store.chunks import chunks
from pactbook.store.journal import touch
from pactbook.store.rulings import any_marked, copied_with
from pactbook.store.tables.articles import articles, copies, shingles
from pactbook.text import shingles as cutting

#: So many articles are filed under one run of words: what more of them have is no longer telling.
FILED = 100


@dataclass(frozen=True, slots=True)
class Linked:
    """The keys of the articles whose ``copy_of`` has changed, and how many near-copies more there are now."""

    changed: set[int]
    more: int


def link_copies(connection: Connection, keys: Sequence[int]) -> Linked:
    """Find the near-copies of new articles."""
    known = _indexed(connection, keys)
    new = [key for key in keys if key not in known]
    for key in new:
        _find_pairs(connection, key)
    # Most articles repeat no other: they are left as they are.
    repeating = _in_pairs(connection, new) if not any_marked(connection) else set(new)
    changed: set[int] = set()
    done: set[int] = set()
    more = 0
    for key in new:
        if key in repeating and key not in done:
            group = group_of(connection, key)
            done |= group
            more += len(group) - 1 - _named(connection, group)
            changed |= _name_original(connection, group)
    return Linked(changed, more)


def regroup_copies(connection: Connection, keys: Iterable[int]) -> set[int]:
    """Group these articles anew, after an analyst marked copies; return those whose ``copy_of`` has changed."""
    return {changed for key in keys for changed in _name_original(connection, group_of(connection, key))}


def group_of(connection: Connection, key: int) -> set[int]:
    """All articles that pairs of near-copies, found or marked by an analyst, connect with ``key``, and itself."""
    marked = any_marked(connection)
    group, ahead = {key}, {key}
    while ahead:
        near = _paired(connection, ahead)
        if marked:
            near = near.union(*(copied_with(connection, here) for here in ahead))
        ahead = near - group
        group |= ahead
    return group


def _paired(connection: Connection, keys: Iterable[int]) -> set[int]:
    """The articles that are in pairs with any of ``keys``."""
    found: set[int] = set()
    for part in chunks(keys):
        for one, other in ((copies.c.left, copies.c.right), (copies.c.right, copies.c.left)):
            found.update(connection.scalars(select(other).where(one.in_(part))))
    return found


def _indexed(connection: Connection, keys: Iterable[int]) -> set[int]:
    found: set[int] = set()
    for part in chunks(keys):
        found.update(connection.scalars(select(shingles.c.article).distinct().where(shingles.c.article.in_(part))))
    return found


def _in_pairs(connection: Connection, keys: Iterable[int]) -> set[int]:
    """Those of the articles that are one of a pair of near-copies."""
    found: set[int] = set()
    for part in chunks(keys):
        for column in (copies.c.left, copies.c.right):
            found.update(connection.scalars(select(column).where(column.in_(part))))
    return found


def _find_pairs(connection: Connection, key: int) -> None:
    """Pair ``key`` with one article of each group that it nearly repeats, and file it for others to find."""
    mine = _shingles(connection, key)
    sample = cutting.sample(mine)
    filed = _filed(connection, sample)
    met = Counter(other for found in filed.values() for other in found if other != key)
    shared = {other: number for other, number in met.items() if number > 1}
    sizes = _sample_sizes(connection, shared)
    group = _groups(connection, shared)
    found = _paired(connection, [key])
    done = {group[other] for other in found if other in group}
    for other, number in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if group[other] in done or not cutting.worth_comparing(number, len(sample), sizes[other]):
            continue
        if cutting.near_copies(mine, _shingles(connection, other)):
            done.add(group[other])
            connection.execute(insert(copies).values(left=min(key, other), right=max(key, other)))
    rows = [{"hash": h, "article": key} for h in sample if key not in filed[h] and len(filed[h]) < FILED]
    if rows:
        connection.execute(insert(shingles), rows)


def _shingles(connection: Connection, key: int) -> frozenset[int]:
    row = connection.execute(select(articles.c.text, articles.c.language).where(articles.c.key == key)).one()
    return _cut(row.text, row.language)


_cut = lru_cache(maxsize=512)(cutting.shingles)


def _filed(connection: Connection, sample: Iterable[int]) -> dict[int, list[int]]:
    """Hash → the articles that are filed under it."""
    found: dict[int, list[int]] = defaultdict(list)
    for part in chunks(sorted(sample)):
        for row in connection.execute(select(shingles).where(shingles.c.hash.in_(part))):
            found[row.hash].append(row.article)
    return found


def _groups(connection: Connection, keys: Iterable[int]) -> dict[int, str]:
    """Article key → what is the same for articles of one group; where an analyst marked copies, each is its own."""
    marked = any_marked(connection)
    found: dict[int, str] = {}
    for part in chunks(keys):
        rows = connection.execute(
            select(articles.c.key, articles.c.id, articles.c.copy_of).where(articles.c.key.in_(part))
        )
        found |= {row.key: row.id if marked else row.copy_of or row.id for row in rows}
    return found


def _sample_sizes(connection: Connection, keys: Iterable[int]) -> dict[int, int]:
    """Article key → under how many of its hashes it is filed."""
    sizes: dict[int, int] = {}
    for part in chunks(keys):
        rows = select(shingles.c.article, func.count().label("size")).where(shingles.c.article.in_(part))
        sizes |= {row.article: row.size for row in connection.execute(rows.group_by(shingles.c.article))}
    return sizes


def _named(connection: Connection, group: Iterable[int]) -> int:
    """How many articles of a group name another as their original."""
    counted = select(func.count()).where(articles.c.copy_of.is_not(None))
    return sum(connection.scalar(counted.where(articles.c.key.in_(part))) or 0 for part in chunks(group))


def _name_original(connection: Connection, group: set[int]) -> set[int]:
    """Name the original of a group in each of its articles; return the keys of those that named another before."""
    columns = select(articles.c.key, articles.c.id, articles.c.first, articles.c.copy_of)
    rows = sorted(connection.execute(columns.where(articles.c.key.in_(group))), key=lambda r: (r.first or "9999", r.id))
    original = rows[0]
    changed = set()
    for row in rows:
        name = None if row.key == original.key else original.id
        if row.copy_of != name:
            connection.execute(update(articles).where(articles.c.key == row.key).values(copy_of=name))
            changed.add(row.key)
    if changed:
        # Each counts as one source of the original, which may itself have stayed as it was.
        touch(connection, "articles", (row.id for row in rows))
    return changed
