"""For each field of an agreement: what the sources say, and the words with which each of them says it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pactbook.model.agreement import Cell
from pactbook.model.claim import AgreementClaim
from pactbook.model.decision import FIELDS, Decision
from pactbook.model.told import Evidence, Link, ToldClaim
from pactbook.model.views import AgreementView

#: So many sources of one value are quoted; the others stand under "sources" with all that they say.
QUOTED = 4


@dataclass(frozen=True, slots=True)
class Option:
    """One value of a field, how many independent sources report it, the words of the first, all claims that say so."""

    value: str
    sources: int
    quotes: tuple[Evidence, ...]
    more: int
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A field: ``values`` are what stands (none: nothing is known), ``options`` what the sources say."""

    name: str
    values: tuple[str, ...]
    level: str | None
    rule: str
    decision: Decision | None
    options: tuple[Option, ...]


def rows(view: AgreementView) -> list[Row]:
    """The fields in the order in which people ask for them."""
    return [_row(view, name) for name in FIELDS]


def _row(view: AgreementView, name: str) -> Row:
    record = view.record
    cell = next((c for c in record.cells if c.name == name), None)
    said: dict[str, list[ToldClaim]] = {}
    for told in view.told:
        for value in _said(told.telling.claim, name, record.parties):
            said.setdefault(value, []).append(told)
    standing = _standing(view, name)
    ordered = sorted(said.items(), key=lambda item: (item[0] not in standing, -_sources(item[1]), item[0]))
    return Row(
        name=name,
        values=standing,
        level=_level(cell, name, standing),
        rule=cell.rule if cell else "",
        decision=cell.decision if cell else None,
        options=tuple(_option(value, told, name) for value, told in ordered),
    )


def _level(cell: Cell | None, name: str, standing: tuple[str, ...]) -> str | None:
    """How well the value is backed; a wording, a list of sectors or of amounts is not weighed."""
    if cell is None or (name == "subject" and cell.decision is None):
        return None if standing else "missing"
    return cell.level


def _standing(view: AgreementView, name: str) -> tuple[str, ...]:
    record = view.record
    if name == "parties":
        return (", ".join(record.parties),) if record.parties else ()
    if name == "sectors":
        return record.sectors
    if name == "value":
        return tuple(amount_of(v.low, v.high, v.currency) for v in record.value)
    value = getattr(record, name)
    return (value,) if value else ()


def _said(claim: AgreementClaim, name: str, standing: tuple[str, ...]) -> Iterable[str]:
    """The values that one article gives the field, written alike by all: parties in the order of those that stand."""
    if name == "parties":
        rank = {party: n for n, party in enumerate(standing)}
        alike = sorted(claim.parties, key=lambda p: (rank.get(p, len(rank)), p))
        return [", ".join(alike)] if alike else []
    if name == "sectors":
        return claim.sectors
    if name == "value":
        return dict.fromkeys(amount_of(v.low, v.high, v.currency) for v in claim.value)
    value = getattr(claim, name)
    return [value] if value else []


def amount_of(low: float, high: float, currency: str) -> str:
    """An amount in whole units, as an edit would write it: ``USD 3000000-5000000``."""
    one, other = (f"{n:.2f}".rstrip("0").rstrip(".") for n in (low, high))
    return f"{currency} {one}" if one == other else f"{currency} {one}-{other}"


def _option(value: str, told: list[ToldClaim], name: str) -> Option:
    quotes = [quote for one in told[:QUOTED] for quote in witness(one, name)[:1]]
    return Option(value, _sources(told), tuple(quotes), max(len(told) - QUOTED, 0), tuple(t.telling.id for t in told))


def witness(told: ToldClaim, cell: str) -> list[Evidence]:
    """The sentences with which an article fills the cell; those of the whole claim where the words are not known."""
    spans = list(dict.fromkeys(b.span for b in told.telling.claim.because if b.cell == cell))
    found = []
    for piece in told.evidence:
        here = tuple(s for s in spans if s.within(piece.sentence))
        if here:
            found.append(Evidence(piece.article, piece.sentence, here))
            spans = [s for s in spans if s not in here]
    found += [Evidence(told.article, span, (span,)) for span in spans]
    return found or list(told.evidence)


def _sources(told: Iterable[ToldClaim]) -> int:
    return len({one.telling.origin for one in told})


def reasons(view: AgreementView, told: ToldClaim) -> list[tuple[ToldClaim, Link, list[str]]]:
    """Why this claim is in the agreement: the others that it is linked with, and why, in words."""
    by_id = {one.telling.id: one for one in view.told}
    found = []
    for link in view.record.links:
        if told.telling.id in (link.left, link.right):
            other = link.right if link.left == told.telling.id else link.left
            found.append((by_id[other], link, [in_names(reason, view.names) for reason in link.reasons]))
    return sorted(found, key=lambda item: -item[1].score)


def in_names(words: str, names: Mapping[str, str]) -> str:
    """The words with bodies and states by their names."""
    return re.sub(r"\b[A-Za-z]{2}(?:\.[\w.-]*\w)?", lambda found: names.get(found[0], found[0]), words)
