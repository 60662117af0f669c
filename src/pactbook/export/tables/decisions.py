"""Decisions: what analysts said, one row for each entry of the log."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from pactbook.export.choice import Choice
from pactbook.export.columns import Row
from pactbook.record.rulings import Located, standing
from pactbook.store.chunks import chunks
from pactbook.store.rulings import read_log
from pactbook.store.tables.claims import agreement_claims


def decision_rows(choice: Choice) -> Iterator[Row]:
    """The log in time; of chosen agreements, the decisions about their claims."""
    log = read_log(choice.connection)
    stand = {d.id for d in standing(one.decision for one in log)}
    parts = _parts_of(choice.connection, log)
    chosen = None if choice.fitting is None else set(choice.ids("agreements"))
    for one in log:
        agreements = sorted({parts[c] for c in _claims(one) if c in parts})
        if chosen is None or chosen.intersection(agreements):
            yield _row(one, agreements, _standing(one, stand))


def decision_count(choice: Choice) -> int:
    """How many rows there are."""
    return sum(1 for _ in decision_rows(choice))


def _claims(one: Located) -> list[str]:
    """The claims or figures that it is about; decisions on articles and bodies are about none."""
    if one.decision.action == "copy" or one.decision.on_bodies:
        return []
    return [c for c in (*one.anchors, *one.others) if c]


def _parts_of(connection: Connection, log: list[Located]) -> dict[str, str]:
    """Claim → the agreement that it is part of now."""
    claim = agreement_claims.c
    found: dict[str, str] = {}
    for part in chunks(c for one in log for c in _claims(one)):
        asked = select(claim.id, claim.record).where(claim.id.in_(part), claim.record.is_not(None))
        found.update({row.id: row.record for row in connection.execute(asked)})
    return found


def _standing(one: Located, stand: set[str]) -> str:
    if one.decision.action != "undo" and one.decision.id not in stand:
        return "taken back"
    return "orphaned" if one.orphaned else "yes"


def _row(one: Located, agreements: list[str], stands: str) -> Row:
    decision = one.decision
    return {
        "id": decision.id,
        "when": decision.when,
        "who": decision.who,
        "action": decision.action,
        "why": decision.why or None,
        "field": decision.field,
        "value": list(decision.value),
        "stands": stands,
        "agreements": list(agreements),
        "claims": _claims(one),
        "about": [a.quote or a.article for a in (*decision.anchors, *decision.others)],
        "undoes": decision.undoes,
    }
