"""Make one agreement of its tellings."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from pactbook.knowledge.rates import in_dollars
from pactbook.knowledge.standing import commitment_of
from pactbook.model.agreement import AgreementRecord, Cell, Stage
from pactbook.model.claim import AgreementClaim
from pactbook.model.money import Worth
from pactbook.model.told import Link, Telling
from pactbook.record.cluster import Member, cluster, find_bonds, links_by
from pactbook.record.conflicts import agree, backs_date
from pactbook.record.editing import edited
from pactbook.record.hearing import under_one_name
from pactbook.record.named import same_place
from pactbook.record.oneness import renamed
from pactbook.record.periods import span
from pactbook.record.quality import quality
from pactbook.record.rulings import NONE, Rulings
from pactbook.record.sorts import learn
from pactbook.record.stages import rank
from pactbook.record.subject import subject_cell

#: The stage whose date is the agreement's: the signature first, a plan only for want of better.
_DATED_BY = {
    "signed": "the day of signing",
    "in_force": "no day of signing told, so that of taking effect",
    "completed": "no day of signing told, so that of completion",
    "ended": "no day of signing told, so that of its end",
    "planned": "not yet signed, so the planned day",
    "proposed": "not yet signed, so the proposed day",
}


def assemble(tellings: Sequence[Telling], links: Iterable[Link] = (), rulings: Rulings = NONE) -> AgreementRecord:
    """One agreement from at least one telling. ``links`` are those between them; ``rulings`` have the last word."""
    decided = sum_up(tellings, rulings)
    return replace(
        decided,
        links=tuple(sorted(links, key=lambda k: (k.left, k.right))),
        value=tuple(_with_dollars(w, decided, tellings) for w in decided.value),
        commitment=commitment_of(decided.kind, decided.status),
        quality=quality(decided, tellings),
    )


def sum_up(tellings: Sequence[Telling], rulings: Rulings = NONE) -> AgreementRecord:
    """What the tellings say of the agreement and what was decided: all of it but what follows from that."""
    told = _told(tellings, rulings)
    record = edited(told, rulings.edits_of(told.tellings), rulings.same)
    accepted = [rulings.accepted[t] for t in record.tellings if t in rulings.accepted]
    return replace(record, accepted=max(accepted, key=lambda d: (d.when, d.id))) if accepted else record


def _with_dollars(worth: Worth, record: AgreementRecord, tellings: Sequence[Telling]) -> Worth:
    """The amount with its equivalent at the rate of the deal's year, else of the year in which it was first told."""
    when = span(record.date) or min(filter(None, (span(t.published) for t in tellings)), default=None)
    return replace(worth, dollars=in_dollars(worth.low, worth.high, worth.currency, when[0].year if when else None))


def _told(tellings: Sequence[Telling], rulings: Rulings) -> AgreementRecord:
    """The agreement as its tellings have it."""
    told = under_one_name(sorted(tellings, key=lambda t: t.id), rulings.strangers)
    kind, status, date = _kind(told), _status(told), _date(told)
    place, subject = agree("place", ((t, t.claim.place) for t in told), same_place), subject_cell(told)
    return AgreementRecord(
        id=told[0].id,
        parties=_often(told, lambda c: c.parties),
        kind=kind.value or "",
        status=status.value or "",
        date=date.value,
        subject=subject.value or "",
        sectors=_often(told, lambda c: c.sectors),
        value=_worth(told),
        place=place.value,
        history=_history(told),
        cells=(_parties(told), kind, status, date, place, subject),
        tellings=tuple(t.id for t in told),
    )


def assemble_all(tellings: Mapping[str, Telling], rulings: Rulings = NONE) -> list[AgreementRecord]:
    """All agreements that ``tellings`` add up to, by id: the record as a function of claims and decisions."""
    told = sorted((renamed(telling, rulings.same) for telling in tellings.values()), key=lambda t: t.id)
    by_id = {t.id: t for t in told}
    sorts = learn(by_id)
    bonds = find_bonds({sorts[t.id]: t for t in told})
    records = []
    for group in cluster([Member(t.id, t.article, sorts[t.id]) for t in told], bonds, rulings):
        members = {name: by_id[name] for name in group}
        records.append(assemble(list(members.values()), links_by(bonds, members, sorts), rulings))
    return records


def _kind(told: Sequence[Telling]) -> Cell:
    return agree("kind", ((t, t.claim.kind) for t in told))


def _status(told: Sequence[Telling]) -> Cell:
    """The furthest stage that anyone reports; earlier stages are history, not contradiction."""
    furthest = max((t.claim.status for t in told), key=rank)
    reached = ((t, t.claim.status) for t in told if t.claim.status == furthest)
    return agree("status", reached, first="the furthest stage reported")


def _date(told: Sequence[Telling]) -> Cell:
    for stage, rule in _DATED_BY.items():
        dated = [(t, t.claim.date) for t in told if t.claim.status == stage and t.claim.date]
        if dated:
            return agree("date", dated, backs_date, rule)
    return Cell("date", "missing", None)


def _often(told: Sequence[Telling], values: Callable[[AgreementClaim], tuple[str, ...]]) -> tuple[str, ...]:
    """The values that at least half as many sources report as report the commonest one, the commonest first."""
    origins: dict[str, set[str]] = {}
    for telling in told:
        for value in values(telling.claim):
            origins.setdefault(value, set()).add(telling.origin)
    sources = sorted(((len(who), value) for value, who in origins.items()), key=lambda n: (-n[0], n[1]))
    most = sources[0][0] if sources else 0
    return tuple(value for n, value in sources if 2 * n >= most)


def _parties(told: Sequence[Telling]) -> Cell:
    return agree("parties", ((t, ", ".join(sorted(t.claim.parties))) for t in told))


def _worth(told: Sequence[Telling]) -> tuple[Worth, ...]:
    """The best backed amounts first; of equally backed ones those that articles name first."""
    origins: dict[tuple[str, float, float], set[str]] = {}
    places: dict[tuple[str, float, float], int] = {}
    for telling in told:
        for place, value in enumerate(telling.claim.value):
            key = (value.currency, value.low, value.high)
            origins.setdefault(key, set()).add(telling.origin)
            places[key] = min(place, places.get(key, place))
    ranked = sorted(origins, key=lambda key: (-len(origins[key]), places[key], key))
    return tuple(Worth(low, high, currency, len(origins[currency, low, high])) for currency, low, high in ranked)


def _history(told: Sequence[Telling]) -> tuple[Stage, ...]:
    """Each stage that an article reports, by publication, undated ones last."""
    stages = [Stage(t.claim.status, t.published, t.claim.date, t.id) for t in told]
    return tuple(sorted(stages, key=lambda s: (s.published or "9999", rank(s.status), s.telling)))
