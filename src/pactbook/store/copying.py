"""Link near-copies: articles that repeat most of what another says, as papers do with a wire story.

The pairs depend on the texts alone, so the order of adding changes nothing. Articles that pairs connect are one group;
the first published of them (the smallest id where dates do not tell) stands for all.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, func, insert, or_, select, update

from pactbook.store.chunks import chunks
from pactbook.store.rulings import any_marked, copied_with
from pactbook.store.tables import articles, copies, shingles
from pactbook.text import shingles as cutting


def link_copies(connection: Connection, keys: Sequence[int]) -> set[int]:
    """Find the near-copies of new articles; return the keys of all articles whose ``copy_of`` has changed."""
    known = _indexed(connection, keys)
    new = [key for key in keys if key not in known]
    for key in new:
        _find_pairs(connection, key)
    # Most articles repeat no other: they are left as they are.
    repeating = _in_pairs(connection, new) if not any_marked(connection) else set(new)
    changed: set[int] = set()
    done: set[int] = set()
    for key in new:
        if key in repeating and key not in done:
            group = group_of(connection, key)
            done |= group
            changed |= _name_original(connection, group)
    return changed


def regroup_copies(connection: Connection, keys: Iterable[int]) -> set[int]:
    """Group these articles anew, after an analyst marked copies; return those whose ``copy_of`` has changed."""
    return {changed for key in keys for changed in _name_original(connection, group_of(connection, key))}


def group_of(connection: Connection, key: int) -> set[int]:
    """All articles that pairs of near-copies, found or marked by an analyst, connect with ``key``, and itself."""
    group, ahead = {key}, [key]
    while ahead:
        here = ahead.pop()
        pairs = select(copies.c.left, copies.c.right).where(or_(copies.c.left == here, copies.c.right == here))
        near = {key for pair in connection.execute(pairs) for key in pair} | copied_with(connection, here)
        ahead += near - group
        group |= near
    return group


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
    mine = _shingles(connection, key)
    sample = cutting.sample(mine)
    sharing = _sharing(connection, sample)
    sizes = _sample_sizes(connection, sharing)
    for other, shared in sharing.items():
        if cutting.worth_comparing(shared, len(sample), sizes[other]) and cutting.near_copies(
            mine, _shingles(connection, other)
        ):
            connection.execute(insert(copies).values(left=min(key, other), right=max(key, other)))
    if sample:
        connection.execute(insert(shingles), [{"hash": h, "article": key} for h in sample])


def _shingles(connection: Connection, key: int) -> frozenset[int]:
    row = connection.execute(select(articles.c.text, articles.c.language).where(articles.c.key == key)).one()
    return cutting.shingles(row.text, row.language)


def _sharing(connection: Connection, sample: Iterable[int]) -> Counter[int]:
    """Article key → how many of the hashes in ``sample`` it shares, for those that share at least two."""
    shared: Counter[int] = Counter()
    for part in chunks(sorted(sample)):
        rows = select(shingles.c.article, func.count().label("shared")).where(shingles.c.hash.in_(part))
        for row in connection.execute(rows.group_by(shingles.c.article)):
            shared[row.article] += row.shared
    return Counter({key: n for key, n in shared.items() if n >= 2})


def _sample_sizes(connection: Connection, keys: Iterable[int]) -> dict[int, int]:
    """Article key → how many of its hashes are stored."""
    sizes: dict[int, int] = {}
    for part in chunks(keys):
        rows = select(shingles.c.article, func.count().label("size")).where(shingles.c.article.in_(part))
        sizes |= {row.article: row.size for row in connection.execute(rows.group_by(shingles.c.article))}
    return sizes


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
    return changed
