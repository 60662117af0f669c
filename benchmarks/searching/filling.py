"""Made-up articles with made-up claims, written straight into the tables: reading them would measure something else."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Sequence
from hashlib import blake2b
from typing import Any

import msgspec
from newsroom import Made, Newsroom
from sqlalchemy import Connection, insert

from pactbook.knowledge.gazetteer import bodies
from pactbook.model.words import AGREEMENT_KINDS, AGREEMENT_STATUSES, FIGURE_STATUSES, MEASURES, SECTORS
from pactbook.store import fulltext, journal
from pactbook.store.file import RecordFile
from pactbook.store.tables.agreements import agreement_parties, agreement_sectors, agreements, bonds
from pactbook.store.tables.articles import articles as articles_table
from pactbook.store.tables.bodies import bodies as bodies_table
from pactbook.store.tables.bodies import body_names
from pactbook.store.tables.claims import (
    agreement_claims,
    agreement_evidence,
    claim_parties,
    claim_sectors,
    claim_values,
)
from pactbook.store.tables.figures import figure_bodies, figure_claims
from pactbook.text.fold import fold_name

#: Articles that are written in one transaction.
BATCH = 2000


def fill(record: RecordFile, articles: int, claims: int) -> None:
    """Write so many articles with so many claims: three agreements to two figures."""
    newsroom, draw = Newsroom(1), random.Random(2)
    told, figures = claims * 3 // 5 / articles, claims * 2 // 5 / articles
    for start in range(0, articles, BATCH):
        with record.writing() as connection:
            journal.touch_all(connection)
            batch = [newsroom.article(n) for n in range(start, min(start + BATCH, articles))]
            write(connection, batch, draw, (told, figures))


def write(connection: Connection, batch: Sequence[Made], draw: random.Random, rates: tuple[float, float]) -> None:
    """Write a batch: rows and index."""
    rows: dict[Any, list[dict[str, Any]]] = defaultdict(list)
    for made in batch:
        key = made.number + 1
        rows[articles_table].append(article_row(made, key))
        for n, (body, name) in enumerate(made.parties):
            known = bodies()[body]
            rows[bodies_table].append(
                {"article": key, "body": body, "n": n, "kind": known.kind, "country": known.country, "rule": "made"}
            )
            rows[body_names].append({"article": key, "body": body, "n": 0, "name": name, "folded": fold_name(name)})
        fulltext.add_article(
            connection, fulltext.Page(key, made.title, made.text, frozenset(body for body, _ in made.parties))
        )
        for n in range(so_many(rates[0], draw)):
            agreement(connection, made, n, draw, rows)
        for n in range(so_many(rates[1], draw)):
            figure(connection, made, n, draw, rows)
    order = (articles_table, bodies_table, body_names, agreement_claims, agreements)
    for table in (*order, *(table for table in rows if table not in order)):
        if rows[table]:
            connection.execute(insert(table), rows[table])


def so_many(rate: float, draw: random.Random) -> int:
    """A whole number that is ``rate`` on average."""
    return int(rate) + (draw.random() < rate % 1)


def name_of(*parts: object) -> str:
    """An id."""
    return blake2b(repr(parts).encode(), digest_size=8).hexdigest()


def article_row(made: Made, key: int) -> dict[str, Any]:
    """The row of an article."""
    sentences = [[a, b, n, "headline" if n == 0 else "body"] for n, (a, b) in enumerate(made.spans)]
    return {
        "key": key, "id": name_of("article", made.number), "source": f"{made.number}.html", "language": made.language,
        "title": made.title, "outlet": made.outlet, "published": made.day, "first": made.day, "last": made.day,
        "text": made.text, "sentences": msgspec.json.encode(sentences).decode(), "version": "made",
    }  # fmt: skip


def agreement(
    connection: Connection, made: Made, n: int, draw: random.Random, rows: dict[Any, list[dict[str, Any]]]
) -> None:
    """A claim about an agreement: a new one, or in a third of the cases one that was told before."""
    key = len(_TOLD) + 1
    own = name_of("claim", made.number, n)
    again = draw.random() < 1 / 3 and key > 1
    record = _TOLD[int(len(_TOLD) * draw.random())] if again else own
    _TOLD.append(record)
    start, end = made.spans[1 + n % 3]
    quote = made.text[start:end]
    kind, status, sector = draw.choice(AGREEMENT_KINDS), draw.choice(AGREEMENT_STATUSES), draw.choice(SECTORS)
    rows[agreement_claims].append(
        {
            "key": key, "id": own, "article": made.number + 1, "n": n, "kind": kind, "status": status, "date": made.day,
            "subject": quote[:60], "rivals": 0, "record": record, "sort": own,
        }
    )  # fmt: skip
    rows[agreement_evidence].append(
        {"claim": key, "n": 0, "cell": "evidence", "start": start, "end": end, "text": quote}
    )
    rows[claim_sectors].append({"claim": key, "n": 0, "sector": sector})
    parties = [{"party": body, "country": bodies()[body].country} for body, _ in made.parties]
    rows[claim_parties] += [{"claim": key, "n": place} | party for place, party in enumerate(parties)]
    if draw.random() < 0.3:
        amount = round(10 ** draw.uniform(5, 10))
        rows[claim_values].append({"claim": key, "n": 0, "low": amount, "high": amount, "currency": "USD"})
    if again:
        rows[bonds].append({"sort": min(own, record), "other": max(own, record), "score": 50})
    else:
        rows[agreements].append(
            {
                "id": own, "kind": kind, "status": status, "date": made.day, "first": made.day, "last": made.day,
                "subject": quote[:60], "claims": 1,
            }
        )  # fmt: skip
        rows[agreement_parties] += [{"agreement": own} | party for party in parties]
        rows[agreement_sectors].append({"agreement": own, "sector": sector})
    fulltext.add_agreement(connection, key, quote[:60], quote, dict(made.parties))


#: The agreement of each claim, by key.
_TOLD: list[str] = []
_SUMS = [0]


def figure(
    connection: Connection, made: Made, n: int, draw: random.Random, rows: dict[Any, list[dict[str, Any]]]
) -> None:
    """A claim about a sum."""
    _SUMS[0] += 1
    key = _SUMS[0]
    start, end = made.spans[4 + n % 3]
    amount = round(10 ** draw.uniform(5, 11))
    rows[figure_claims].append(
        {
            "key": key, "id": name_of("figure", made.number, n), "article": made.number + 1, "n": n, "start": start,
            "end": start + 5, "text": made.text[start : start + 5], "low": amount, "high": amount, "currency": "USD",
            "qualifier": "exact", "measure": draw.choice(MEASURES), "status": draw.choice(FIGURE_STATUSES),
            "period": made.day[:4], "first": f"{made.day[:4]}-01-01", "last": f"{made.day[:4]}-12-31",
            "source": "KR", "target": "VN",
        }
    )  # fmt: skip
    rows[figure_bodies] += [{"claim": key, "n": place, "body": body} for place, (body, _) in enumerate(made.parties)]
    fulltext.add_figure(connection, key, made.text[start:end], [body for body, _ in made.parties])


def fill_plain(record: RecordFile) -> None:
    """The same texts in plain FTS5."""
    with record.writing() as connection:
        connection.exec_driver_sql("CREATE VIRTUAL TABLE plain USING fts5(title, text, content = '')")
        connection.exec_driver_sql("INSERT INTO plain(rowid, title, text) SELECT key, title, text FROM articles")
