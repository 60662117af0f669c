"""Claims: what one article says of one agreement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import func, select

from pactbook.export.cells import dated, decided, parties, ruled, told, valued
from pactbook.export.choice import Choice, paged
from pactbook.export.codebook import codebook
from pactbook.export.columns import Row
from pactbook.export.tables.agreements import agreement_views
from pactbook.model.decision import Decision
from pactbook.model.money import Worth
from pactbook.model.told import Evidence, Telling
from pactbook.record.identity import agreement_ids
from pactbook.store.chunks import chunks
from pactbook.store.evidence import open_evidence
from pactbook.store.extractions import read_articles, read_heads, read_some
from pactbook.store.naming import names_of
from pactbook.store.rulings import read_rulings
from pactbook.store.sameness import read_told
from pactbook.store.tables.claims import agreement_claims
from pactbook.store.views import article_keys


def claim_rows(choice: Choice) -> Iterator[Row]:
    """The claims by agreement; where everything is taken, those that an analyst rejected come last."""
    for view in agreement_views(choice):
        for one in view.told:
            yield _row(one.telling, one.evidence, view.names) | {"agreement": view.record.id}
    if choice.fitting is None:
        yield from _rejected(choice)


def claim_count(choice: Choice) -> int:
    """How many claims there are."""
    claim = agreement_claims.c
    counted = select(func.count(claim.key))
    if choice.fitting is None:
        return int(choice.connection.scalar(counted) or 0)
    parts = chunks(choice.ids("agreements"))
    return sum(int(choice.connection.scalar(counted.where(claim.record.in_(part))) or 0) for part in parts)


def codebook_objects(choice: Choice) -> Iterator[dict[str, Any]]:
    """The codebook's object of each article that tells of the agreements, all that it states, with the record's ids."""
    for page in choice.around().pages("articles"):
        keys = article_keys(choice.connection, page)
        claim = agreement_claims.c
        asked = select(claim.id, claim.key, claim.record).where(claim.article.in_(keys.values()))
        rows = choice.connection.execute(asked).all()
        records = {row.id: row.record for row in rows}
        rejected = _rejections(choice, [row.key for row in rows if row.record is None])
        for extraction in read_some(choice.connection, [keys[name] for name in page]):
            whole = codebook(extraction)
            for agreement, name in zip(whole["agreements"], agreement_ids(extraction), strict=True):
                agreement |= {"id": name, "record": records[name]}
                if name in rejected:
                    agreement["rejected"] = {k: getattr(rejected[name], k) for k in ("who", "when", "why")}
            yield whole


def _row(telling: Telling, evidence: tuple[Evidence, ...], names: Mapping[str, str]) -> Row:
    claim = telling.claim
    return {
        "id": telling.id,
        "agreement": None,
        "kind": claim.kind,
        "status": claim.status,
        **parties(claim.parties, names),
        **dated("date", claim.date),
        "subject": claim.subject,
        "sectors": list(claim.sectors),
        **valued(tuple(Worth(v.low, v.high, v.currency, 1) for v in claim.value)),
        "place": claim.place,
        "decided": [],
        "rules": ruled(claim.because),
        **told(evidence),
    }


def _rejected(choice: Choice) -> Iterator[Row]:
    """Claims that belong to no agreement, with who rejected them, when and why."""
    connection, claim = choice.connection, agreement_claims.c
    alone = select(claim.key).where(claim.record.is_(None)).order_by(claim.id)
    for keys in paged(connection.scalars(alone).all()):
        tellings = list(read_told(connection, keys).values())
        found = article_keys(connection, (one.article for one in tellings))
        heads, texts = read_heads(connection, found.values()), read_articles(connection, found.values())
        names = names_of(connection, {p for one in tellings for p in one.claim.parties})
        rejected = _rejections(choice, keys)
        for one in sorted(tellings, key=lambda one: one.id):
            key = found[one.article]
            evidence = open_evidence(heads[key], texts[key], one.claim.evidence)
            said = [decided("rejected", rejected[one.id])] if one.id in rejected else []
            yield _row(one, evidence, names) | {"decided": said}


def _rejections(choice: Choice, keys: list[int]) -> Mapping[str, Decision]:
    """Claim → the decision that rejected it."""
    return read_rulings(choice.connection, read_told(choice.connection, keys)).rejected if keys else {}
