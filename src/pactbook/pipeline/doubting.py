"""The record's doubts: what there is to look at, why, and what an analyst has put off."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from typing import NamedTuple

from pactbook.model.agreement import AgreementRecord
from pactbook.record.namesakes import Namesakes
from pactbook.search.doubts import bodies, conflicts, lost, pairs, unsure
from pactbook.search.doubts.doubt import Doubt, Grounds, Section
from pactbook.search.doubts.nearness import read_near
from pactbook.search.doubts.pairs import Near
from pactbook.search.namesakes import read_namesakes
from pactbook.store import beside
from pactbook.store.agreements import read_agreements
from pactbook.store.file import RecordFile
from pactbook.store.journal import changes
from pactbook.store.naming import names_of

#: So many doubts of a kind are listed; what comes after them comes up when these are decided.
MOST = 500


class Likely(NamedTuple):
    """What had to be looked for, in the state of the record with this number of changes."""

    changes: int
    near: tuple[Near, ...]
    namesakes: tuple[Namesakes, ...]


class Candidate(NamedTuple):
    """An agreement that may be one with another one, and what speaks for it and against it."""

    record: AgreementRecord
    grounds: Grounds
    names: Mapping[str, str]


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


class Doubts:
    """The doubts of a record. What was decided is in doubt no more, so only what is put off has to be remembered.

    Raises RecordError where the record cannot be read, or written.
    """

    def __init__(self, file: RecordFile, now: Callable[[], str] = _now) -> None:
        """``now`` tells the time as UTC in ISO 8601."""
        self._file = file
        self._now = now

    def count(self) -> Mapping[Section, int]:
        """How many there are of the kinds that the tables know."""
        with self._file.reading() as connection:
            return {
                "unsure": unsure.count_claims(connection),
                "figures": unsure.count_figures(connection),
                "conflicts": conflicts.count_disputed(connection),
            }

    def of(self, section: Section, likely: Likely | None = None, most: int = MOST) -> list[Doubt]:
        """The doubts of a kind, the most urgent first; pairs are those that are bound and those of ``likely``."""
        with self._file.reading() as connection:
            if section == "unsure":
                return unsure.claims(connection, most)
            if section == "figures":
                return unsure.figures(connection, most)
            if section == "conflicts":
                return conflicts.disputed(connection, most)
            if section == "pairs":
                near = pairs.arranged(connection, likely.near) if likely else []
                return pairs.as_doubts(pairs.by_time(connection, [*pairs.bound(connection), *near])[:most])
            if section == "bodies":
                return bodies.as_doubts(connection, likely.namesakes)[:most] if likely else []
            return lost.in_doubt(connection)[:most]

    def candidates(self, agreement: str, most: int = 3) -> list[Candidate]:
        """Agreements that may be one with this one, the likeliest first."""
        with self._file.reading() as connection:
            likely = pairs.bound_with(connection, agreement)
            if len(likely) < most and pairs.acts(connection, agreement):
                likely += pairs.arranged(connection, pairs.near(connection, [agreement]))
            found = pairs.as_doubts(pairs.by_time(connection, likely)[:most])
            others = [next(name for name in doubt.about if name != agreement) for doubt in found]
            records = [record for record, _ in read_agreements(connection, others).values()]
            names = names_of(connection, {party for record in records for party in record.parties})
            grounds = pairs.grounds_of(connection, found)
            return [Candidate(record, said, names) for record, said in zip(records, grounds, strict=True)]

    def grounds(self, doubt: Doubt) -> Grounds:
        """Why it is one, in the record as it stands."""
        with self._file.reading() as connection:
            if doubt.section in ("unsure", "figures"):
                return unsure.grounds(connection, doubt)
            if doubt.section == "conflicts":
                return conflicts.grounds(connection, doubt)
            if doubt.section == "pairs":
                return pairs.grounds(connection, doubt)
            return bodies.grounds(connection, doubt) if doubt.section == "bodies" else lost.grounds(doubt)

    def look(self) -> Likely:
        """Look for agreements and bodies that are likely one; after the first time only where something has changed."""
        with self._file.reading() as connection:
            return Likely(changes(connection), read_near(connection), tuple(read_namesakes(connection)))

    def aside(self, who: str) -> list[str]:
        """What ``who`` has put off, as ``section:key``."""
        with self._file.reading() as connection:
            return beside.read_aside(connection, who)

    def put_aside(self, doubt: Doubt, who: str) -> None:
        """Put it off: it comes up again after all others."""
        with self._file.noting() as connection:
            beside.put_aside(connection, who, name_of(doubt), self._now())

    def take_up(self, doubts: Iterable[Doubt], who: str | None = None) -> None:
        """Put them off no longer, ``who`` or everybody."""
        with self._file.noting() as connection:
            for doubt in doubts:
                beside.take_up(connection, name_of(doubt), who)


def name_of(doubt: Doubt) -> str:
    """What a doubt that is put off is called."""
    return f"{doubt.section}:{doubt.key}"
