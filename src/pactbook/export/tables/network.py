"""The network: who deals with whom. Every two parties of an agreement are tied; a tie counts their agreements."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from sqlalchemy import Connection, select

from pactbook.export.choice import Choice, paged
from pactbook.export.columns import Row
from pactbook.export.tables.organisations import Known, known
from pactbook.model.agreement import AgreementRecord
from pactbook.record.periods import span
from pactbook.store.agreements import read_agreements
from pactbook.store.tables.agreements import agreement_parties


@dataclass(slots=True)
class Tie:
    """Two parties, ids in order, and the agreements that both take part in."""

    one: str
    other: str
    agreements: list[str] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    commitments: Counter[str] = field(default_factory=Counter)
    sectors: Counter[str] = field(default_factory=Counter)
    years: Counter[int] = field(default_factory=Counter)

    def add(self, record: AgreementRecord) -> None:
        """Count one more agreement; its year is that of its date's first day."""
        self.agreements.append(record.id)
        self.kinds[record.kind] += 1
        self.commitments[record.commitment] += 1
        self.sectors.update(record.sectors)
        when = span(record.date)
        if when:
            self.years[when[0].year] += 1


@dataclass(frozen=True, slots=True)
class Network:
    """Ties, and the number of agreements of each party, also of those that have no tie. Memory grows with the ties."""

    ties: list[Tie]
    parties: Counter[str]


def network(choice: Choice) -> Network:
    """The network of the agreements that are taken: the heaviest ties first."""
    ties: dict[tuple[str, str], Tie] = {}
    parties: Counter[str] = Counter()
    for page in choice.pages("agreements"):
        for record, _ in read_agreements(choice.connection, page, links=False).values():
            among = sorted(set(record.parties))
            parties.update(among)
            for pair in combinations(among, 2):
                ties.setdefault(pair, Tie(*pair)).add(record)
    ordered = sorted(ties.values(), key=lambda tie: (-len(tie.agreements), tie.one, tie.other))
    return Network(ordered, parties)


def tie_rows(choice: Choice) -> Iterator[Row]:
    """One row per tie."""
    for page in paged(network(choice).ties):
        ends = known(choice.connection, [i for tie in page for i in (tie.one, tie.other)])
        yield from (_row(tie, ends) for tie in page)


def tie_count(choice: Choice) -> int:
    """How many ties there are, counted by the parties that the record keeps."""
    ties: set[tuple[str, str]] = set()
    for page in choice.pages("agreements"):
        among: dict[str, list[str]] = defaultdict(list)
        for agreement, who in choice.connection.execute(_PARTIES.where(agreement_parties.c.agreement.in_(page))):
            among[agreement].append(who)
        ties.update(pair for some in among.values() for pair in combinations(sorted(some), 2))
    return len(ties)


_PARTIES = select(agreement_parties.c.agreement, agreement_parties.c.party).where(agreement_parties.c.n.is_not(None))


def nodes(connection: Connection, parties: Iterable[str]) -> Iterator[tuple[str, Known]]:
    """What is known of each party, by id."""
    for page in paged(sorted(parties)):
        yield from known(connection, page).items()


def counted(numbers: Counter[str] | Counter[int]) -> list[str]:
    """``memorandum: 3``, the commonest first; years in their order."""
    ordered = sorted(numbers.items(), key=lambda item: (-item[1] if isinstance(item[0], str) else 0, item[0]))
    return [f"{value}: {number}" for value, number in ordered]


def _row(tie: Tie, ends: dict[str, Known]) -> Row:
    return {
        **_end("one", ends[tie.one]),
        **_end("other", ends[tie.other]),
        "agreements": len(tie.agreements),
        "first_year": min(tie.years, default=None),
        "last_year": max(tie.years, default=None),
        "years": counted(tie.years),
        "kinds": counted(tie.kinds),
        "commitments": counted(tie.commitments),
        "sectors": counted(tie.sectors),
        "agreement_ids": list(tie.agreements),
    }


def _end(side: str, one: Known) -> Row:
    body = one.body
    return {side: body.id, f"{side}_name": one.name, f"{side}_kind": body.kind, f"{side}_country": body.country}
