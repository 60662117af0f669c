"""The log of decisions, and what it means for the claims of the record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, func, insert, select, update

from pactbook.model.claim import FigureClaim
from pactbook.model.decision import FIGURE, Anchor, Decision
from pactbook.model.told import Telling
from pactbook.record.anchoring import locate, locate_figure
from pactbook.record.contradictions import Contradiction, contradictions
from pactbook.record.identity import figure_ids
from pactbook.record.oneness import Bodies, bodies_said
from pactbook.record.rulings import Located, Rulings, rulings, standing
from pactbook.store.chunks import AMONG, chunks, rows_among
from pactbook.store.extractions import read_some
from pactbook.store.tables.articles import articles
from pactbook.store.tables.bodies import bodies
from pactbook.store.tables.claims import agreement_claims
from pactbook.store.tables.decisions import anchors, decisions
from pactbook.store.tellings import read_tellings

#: The two sides of a decision, as ``anchors.side`` tells them.
_ANCHORS, _OTHERS = 0, 1


def write_decisions(connection: Connection, new: Iterable[Decision]) -> list[Decision]:
    """Add to the log what is not in it; return that."""
    added = []
    for decision in new:
        if connection.scalar(select(decisions.c.key).where(decisions.c.id == decision.id)) is not None:
            continue
        row = {
            "id": decision.id,
            "when": decision.when,
            "action": decision.action,
            "undoes": decision.undoes,
            "whole": msgspec.json.encode(decision).decode(),
        }
        key = connection.execute(insert(decisions).values(row).returning(decisions.c.key)).scalar_one()
        rows = [
            {"decision": key, "side": side, "n": n, "article": anchor.article, "claim": None}
            for side, group in ((_ANCHORS, decision.anchors), (_OTHERS, decision.others))
            for n, anchor in enumerate(group)
        ]
        if rows:
            connection.execute(insert(anchors), rows)
        added.append(decision)
    find_anchors(connection, {a.article for d in added for a in (*d.anchors, *d.others)})
    return added


def find_anchors(connection: Connection, names: Iterable[str]) -> None:
    """Find again what decisions about these articles (by id) are about: after a decision, and after a reading."""
    for part in chunks(names):
        asked = select(anchors, decisions.c.whole).join(decisions).where(anchors.c.article.in_(part))
        rows = connection.execute(asked).all()
        told = _told_by(connection, {row.article for row in rows})
        sums = read_said(connection, {row.article for row in rows if _anchor(row).what == FIGURE})
        for row in rows:
            anchor = _anchor(row)
            of_claim = anchor.quote and not anchor.what
            found = locate(anchor, told.get(row.article, {})) if of_claim else None
            claim = told[row.article][found] if found else None
            figure = None if of_claim else locate_figure(anchor, sums.get(row.article, {}))
            if (claim, figure) != (row.claim, row.figure):
                mine = (anchors.c.decision == row.decision, anchors.c.side == row.side, anchors.c.n == row.n)
                connection.execute(update(anchors).where(*mine).values(claim=claim, figure=figure))


def meant_by(connection: Connection, some: Iterable[Decision]) -> set[str]:
    """The ids of these decisions and of all that they undo: an undo may take back an undo."""
    ids: set[str] = set()
    ahead = {i for d in some for i in (d.id, d.undoes) if i}
    while ahead:
        ids |= ahead
        found: set[str | None] = set()
        for part in chunks(ahead):
            found.update(connection.scalars(select(decisions.c.undoes).where(decisions.c.id.in_(part))))
        ahead = {i for i in found if i} - ids
    return ids


def claims_of(connection: Connection, some: Iterable[Decision]) -> set[int]:
    """The claims that these decisions, and those that they undo, are about."""
    ids = meant_by(connection, some)
    found: set[int] = set()
    for part in chunks(ids):
        asked = select(anchors.c.claim).join(decisions).where(decisions.c.id.in_(part), anchors.c.claim.is_not(None))
        found.update(connection.scalars(asked))
    return found


def articles_of(connection: Connection, some: Iterable[Decision]) -> list[int]:
    """The articles that these decisions, or those that they undo, mark as copies."""
    ids = meant_by(connection, some)
    asked = select(articles.c.key).join(anchors, anchors.c.article == articles.c.id).join(decisions)
    marked = asked.where(decisions.c.id.in_(ids), decisions.c.action == "copy").distinct()
    return list(connection.scalars(marked))


def figures_of(connection: Connection, some: Iterable[Decision]) -> set[str]:
    """The articles (by id) whose figures these decisions, or those that they undo, are about."""
    ids = meant_by(connection, some)
    asked = select(decisions.c.whole).where(decisions.c.id.in_(ids))
    every = map(decision_of, connection.scalars(asked))
    return {anchor.article for decision in every for anchor in decision.anchors if anchor.what == FIGURE}


def any_marked(connection: Connection) -> bool:
    """Whether an analyst ever marked a copy."""
    return connection.scalar(select(decisions.c.key).where(decisions.c.action == "copy").limit(1)) is not None


def copied_with(connection: Connection, article: int) -> set[int]:
    """The articles that an analyst has said to be one with ``article`` (by key)."""
    mine, theirs, a = anchors.alias("mine"), anchors.alias("theirs"), articles.alias("here")
    asked = (
        select(decisions.c.id, articles.c.key)
        .join(mine, mine.c.decision == decisions.c.key)
        .join(a, a.c.id == mine.c.article)
        .join(theirs, theirs.c.decision == decisions.c.key)
        .join(articles, articles.c.id == theirs.c.article)
        .where(decisions.c.action == "copy", a.c.key == article)
    )
    rows = connection.execute(asked).all()
    stand = {d.id for d in read_standing(connection, {row.id for row in rows})}
    return {row.key for row in rows if row.id in stand} - {article}


def mates(connection: Connection, claims: Iterable[int]) -> set[int]:
    """Claims that a merge names together with ``claims``: what touches one of them touches all."""
    mine, theirs = anchors.alias("mine"), anchors.alias("theirs")
    found: set[int] = set()
    for part in chunks(claims):
        asked = (
            select(theirs.c.claim)
            .join(mine, mine.c.decision == theirs.c.decision)
            .join(decisions, decisions.c.key == theirs.c.decision)
        )
        found.update(
            connection.scalars(
                asked.where(mine.c.claim.in_(part), theirs.c.claim.is_not(None), decisions.c.action == "merge")
            )
        )
    return found


def read_rulings(connection: Connection, keyed: Iterable[int]) -> Rulings:
    """What analysts ruled about the tellings, given by the keys of their claims."""
    names = {row.id for row in rows_among(connection, _ABOUT_CLAIMS, keyed)}
    found = rulings(locate_all(connection, read_standing(connection, names))) if names else Rulings()
    said = read_bodies_said(connection)
    return replace(found, same=said.same, strangers=said.strangers)


_ABOUT_CLAIMS = select(decisions.c.id).distinct().join(anchors).where(anchors.c.claim.in_(AMONG))
_ABOUT_FIGURES = select(decisions.c.id).distinct().join(anchors).where(anchors.c.figure.in_(AMONG))
_ABOUT_BODIES = select(decisions.c.id).where(decisions.c.action.in_(("same", "differ")))


def read_figure_rulings(connection: Connection, figures: Iterable[str]) -> Rulings:
    """What analysts ruled about figures, given by their ids."""
    names = {row.id for row in rows_among(connection, _ABOUT_FIGURES, figures)}
    return rulings(locate_all(connection, read_standing(connection, names))) if names else Rulings()


def read_bodies_said(connection: Connection) -> Bodies:
    """What analysts said of bodies: which are one, and which are not."""
    names = connection.scalars(_ABOUT_BODIES).all()
    return bodies_said(read_standing(connection, names)) if names else Bodies()


def read_log(connection: Connection) -> list[Located]:
    """Every decision in time, with what it was found to be about."""
    every = [decision_of(row.whole) for row in connection.execute(select(decisions.c.whole))]
    return locate_all(connection, sorted(every, key=lambda d: (d.when, d.id)))


def read_orphans(connection: Connection) -> list[Located]:
    """The decisions that stand and have lost what they were about, or have not met it yet."""
    loose = select(decisions.c.id).join(anchors).where(anchors.c.claim.is_(None), anchors.c.figure.is_(None)).distinct()
    return [one for one in _standing_among(connection, connection.scalars(loose)) if one.orphaned]


def read_contradictions(connection: Connection) -> list[Contradiction]:
    """The decisions that stand and contradict each other."""
    names = set(connection.scalars(select(decisions.c.id).where(decisions.c.action.in_(("same", "differ")))))
    for about in (anchors.c.claim, anchors.c.figure):
        # Only what several decisions are about can be told in two ways.
        several = select(about).where(about.is_not(None)).group_by(about)
        several = several.having(func.count(anchors.c.decision.distinct()) > 1)
        names.update(connection.scalars(select(decisions.c.id).join(anchors).where(about.in_(several))))
    return contradictions(_standing_among(connection, names))


def _standing_among(connection: Connection, names: Iterable[str]) -> list[Located]:
    """Those of these decisions that stand, in time, with what they were found to be about."""
    wanted = set(names)
    return locate_all(connection, [d for d in read_standing(connection, wanted) if d.id in wanted])


def read_standing(connection: Connection, names: Iterable[str]) -> list[Decision]:
    """Those of these decisions, and of those that they hang on, that nobody took back."""
    return standing(read_chain(connection, names))


def read_chain(connection: Connection, names: Iterable[str]) -> list[Decision]:
    """These decisions with all that take one of them back, or that take such a one back."""
    read: dict[str, Decision] = {}
    ahead = set(names)
    while ahead:
        found: dict[str, Decision] = {}
        for part in chunks(ahead):
            asked = select(decisions.c.whole).where(decisions.c.id.in_(part) | decisions.c.undoes.in_(part))
            found |= {d.id: d for d in map(decision_of, connection.scalars(asked))}
        ahead = set(found) - set(read) - ahead
        read |= found
    return list(read.values())


def locate_all(connection: Connection, some: Sequence[Decision]) -> list[Located]:
    """The decisions with the claims of their anchors; the articles of copies stand for themselves."""
    found: dict[tuple[str, int, int], str | None] = {}
    for part in chunks(d.id for d in some):
        asked = (
            select(
                decisions.c.id,
                decisions.c.action,
                anchors.c.side,
                anchors.c.n,
                func.coalesce(agreement_claims.c.id, anchors.c.figure),
                articles.c.id,
            )
            .join(anchors, anchors.c.decision == decisions.c.key)
            .outerjoin(agreement_claims, agreement_claims.c.key == anchors.c.claim)
            .outerjoin(articles, articles.c.id == anchors.c.article)
            .where(decisions.c.id.in_(part))
        )
        for name, action, side, n, claim, article in connection.execute(asked):
            found[name, side, n] = article if action == "copy" else claim
    for d in some:
        if d.on_bodies:
            found |= {(d.id, _ANCHORS, n): _body_of(connection, a) for n, a in enumerate(d.anchors)}
    return [
        Located(
            d,
            tuple(found[d.id, _ANCHORS, n] for n in range(len(d.anchors))),
            tuple(found[d.id, _OTHERS, n] for n in range(len(d.others))),
        )
        for d in some
    ]


def _body_of(connection: Connection, anchor: Anchor) -> str | None:
    """The id of the body, where an article of the record names it, or a decision that stands makes it a party."""
    body = anchor.article
    found: str | None = connection.scalar(select(bodies.c.body).where(bodies.c.body == body).limit(1))
    return found or (body if _is_decided(connection, body) else None)


def _is_decided(connection: Connection, body: str) -> bool:
    holding = decisions.c.whole.contains(msgspec.json.encode(body).decode(), autoescape=True)
    names = connection.scalars(select(decisions.c.id).where(decisions.c.action == "edit", holding)).all()
    return any(d.field == "parties" and body in d.value for d in read_standing(connection, names))


def _told_by(connection: Connection, names: Iterable[str]) -> dict[str, dict[Telling, int]]:
    """Article id → its tellings with the keys of their claims."""
    found: dict[str, dict[Telling, int]] = {}
    for part in chunks(names):
        asked = select(agreement_claims.c.key).join(articles).where(articles.c.id.in_(part))
        for key, telling in read_tellings(connection, connection.scalars(asked)).items():
            found.setdefault(telling.article, {})[telling] = key
    return found


def read_said(connection: Connection, names: Iterable[str]) -> dict[str, dict[str, FigureClaim]]:
    """Article id → its figures by their ids, each as the article has it."""
    found: dict[str, dict[str, FigureClaim]] = {}
    for part in chunks(names):
        keys = connection.scalars(select(articles.c.key).where(articles.c.id.in_(part))).all()
        for read in read_some(connection, list(keys)):
            found[read.article.id] = dict(zip(figure_ids(read), read.figures, strict=True))
    return found


def _anchor(row: Row[Any]) -> Anchor:
    decision = decision_of(row.whole)
    group = decision.others if row.side == _OTHERS else decision.anchors
    return group[int(row.n)]


def decision_of(whole: str) -> Decision:
    """The decision that a row of the log holds."""
    return msgspec.json.decode(whole, type=Decision)
