"""Ministries that an article names only by their ministers."""

from __future__ import annotations

from collections.abc import Sequence

from pactbook.model.claim import AgreementClaim, Because, Body
from pactbook.model.mention import Mentions


def signing_ministries(
    mentions: Mentions, bodies: Sequence[Body], agreements: Sequence[AgreementClaim]
) -> tuple[Body, ...]:
    """Entries for ministries that are parties but stand in the article only as "the Minister of ..."."""
    known = {b.id for b in bodies}
    parties = {p for a in agreements for p in a.parties} - known
    titles = {m.body: [o for o in mentions.bodies if o.body == m.body] for m in mentions.bodies if m.body in parties}
    return tuple(
        Body(
            id=key,
            names=tuple(dict.fromkeys(n for m in found for n in (m.name, *m.also))),
            kind=found[0].kind or "ministry",
            country=found[0].country,
            mentions=tuple(m.span for m in found),
            rule=found[0].rule,
            because=tuple(Because("name", m.span, m.rule) for m in found),
        )
        for key, found in titles.items()
        if key is not None
    )
