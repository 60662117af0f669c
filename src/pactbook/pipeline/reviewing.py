"""An analyst's decisions: made, taken back, listed, taken away and brought together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from hashlib import blake2b
from pathlib import Path

import msgspec
from sqlalchemy import Connection, select

from pactbook.errors import QueryError, RecordError
from pactbook.knowledge import gazetteer
from pactbook.model.decision import Action, Anchor, Decision
from pactbook.model.record import Telling
from pactbook.record.anchoring import anchor_of
from pactbook.record.editing import check_edit, tidy_value
from pactbook.record.identity import is_state
from pactbook.record.rulings import Located
from pactbook.search.naming import bodies_like
from pactbook.search.pointing import point, point_at_claim
from pactbook.search.queue import Queue, review_queue
from pactbook.store import copying, resolving
from pactbook.store.file import RecordFile
from pactbook.store.naming import names_of
from pactbook.store.rulings import articles_of, claims_of, read_log, read_orphans, write_decisions
from pactbook.store.sameness import renamed_by
from pactbook.store.tables import agreement_claims
from pactbook.store.tellings import read_tellings


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


class Review:
    """The decisions of a record. Every verb stores one decision at once and returns it.

    An agreement is named by its id, or by that of any of its claims; the unique beginning of an id will do. All verbs
    raise QueryError for what cannot be decided and RecordError when the record cannot be written.
    """

    def __init__(self, file: RecordFile, who: str, now: Callable[[], str] = _now) -> None:
        """``who`` decides; ``now`` tells the time as UTC in ISO 8601."""
        self._file = file
        self._who = who
        self._now = now

    def accept(self, key: str, why: str = "") -> Decision:
        """The agreement is right as it stands."""
        return self._on_agreements("accept", [key], why)

    def reject(self, key: str, why: str = "", *, claim: bool = False) -> Decision:
        """The agreement is none; with ``claim``, only the one claim that ``key`` names is none."""
        return self._on_agreements("reject", [key], why, claim=claim)

    def edit(self, key: str, field: str, value: str, why: str = "") -> Decision:
        """The field of the agreement holds ``value``, whatever the sources say.

        Several values are parted by semicolons; an empty value clears the field. Parties are names, ids or ISO codes.
        """
        with self._file.writing() as connection:
            values = tidy_value(field, value)
            if field == "parties":
                values = tuple(_party(connection, name) for name in values)
            check_edit(field, values)
            told = _tellings(connection, key)
            decision = self._decision("edit", why, _anchors(told))
            return self._settle(connection, replace(decision, field=field, value=values))

    def merge(self, keys: Sequence[str], why: str = "") -> Decision:
        """The agreements are one."""
        return self._on_agreements("merge", keys, why)

    def split(self, key: str, claims: Sequence[str], why: str = "") -> Decision:
        """``claims`` of the agreement are another one."""
        with self._file.writing() as connection:
            told = _tellings(connection, key)
            names = {point_at_claim(connection, name) for name in claims}
            if strangers := names - {t.id for t in told}:
                raise QueryError(f"{min(strangers)} is no claim of the agreement {key}")
            out, left = [t for t in told if t.id in names], [t for t in told if t.id not in names]
            if not out or not left:
                raise QueryError("a split needs at least one claim on each side")
            decision = self._decision("split", why, _anchors(out))
            return self._settle(connection, replace(decision, others=_anchors(left)))

    def copy(self, article: str, original: str, why: str = "") -> Decision:
        """The article repeats the other one: both count as one source."""
        with self._file.writing() as connection:
            names = [_article(connection, key) for key in (article, original)]
            if names[0] == names[1]:
                raise QueryError("an article is no copy of itself")
            return self._settle(connection, self._decision("copy", why, tuple(map(Anchor, names))))

    def same(self, one: str, other: str, why: str = "") -> Decision:
        """The two bodies are one: agreements of either are agreements of both. Bodies are named by id or name."""
        with self._file.writing() as connection:
            ids = [_party(connection, name) for name in (one, other)]
            if ids[0] == ids[1]:
                raise QueryError("that is one body already")
            if states := sorted(i for i in ids if is_state(i)):
                raise QueryError(f"{states[0]} is a state, not a body")
            names = names_of(connection, ids)
            return self._settle(connection, self._decision("same", why, tuple(Anchor(i, 0, names[i]) for i in ids)))

    def undo(self, decision: str | None = None, why: str = "") -> Decision:
        """Take a decision back, by default the last one that stands; an undo can be taken back too."""
        with self._file.writing() as connection:
            log = [one.decision for one in read_log(connection)]
            taken = {d.undoes for d in log if d.undoes}
            fitting = [d for d in log if d.id.startswith(decision)] if decision else log[-1:]
            if decision is None:
                fitting = [d for d in log if d.id not in taken and d.action != "undo"][-1:]
            if len(fitting) != 1:
                raise QueryError(
                    "there is nothing to undo" if not fitting else f"{decision!r} begins several decisions"
                )
            if fitting[0].id in taken and not _restored(fitting[0], log):
                raise QueryError(f"{fitting[0].id} was taken back already")
            return self._settle(connection, replace(self._decision("undo", why, ()), undoes=fitting[0].id))

    def log(self) -> list[Located]:
        """Every decision in time, with what it was found to be about."""
        with self._file.reading() as connection:
            return read_log(connection)

    def orphans(self) -> list[Located]:
        """Decisions that stand and no longer find, or do not find yet, what they are about."""
        with self._file.reading() as connection:
            return read_orphans(connection)

    def queue(self, limit: int = 20) -> Queue:
        """What to look at first: unsure claims, contradictions, likely-same agreements, orphans."""
        return review_queue(self._file, limit)

    def export(self, path: str | Path) -> int:
        """Write the log, one decision a line; return their number. Raises RecordError."""
        lines = [msgspec.json.encode(one.decision) for one in self.log()]
        try:
            Path(path).write_bytes(b"".join(line + b"\n" for line in lines))
        except OSError as error:
            raise RecordError(f"{path}: cannot be written: {error.strerror}") from error
        return len(lines)

    def import_(self, path: str | Path) -> int:
        """Join another log to this one; return how many of its decisions were new. Raises RecordError, QueryError."""
        return self.join(read_decisions(Path(path)))

    def join(self, decisions: Iterable[Decision]) -> int:
        """Add decisions that were made elsewhere; return how many of them were new. Raises RecordError."""
        with self._file.writing() as connection:
            return len(_write(connection, decisions))

    def _on_agreements(self, action: Action, keys: Sequence[str], why: str, *, claim: bool = False) -> Decision:
        with self._file.writing() as connection:
            groups = [_claim(connection, key) if claim else _tellings(connection, key) for key in keys]
            if action == "merge" and len({t.id for group in groups for t in group[:1]}) < 2:
                raise QueryError("a merge needs two agreements")
            told = [t for group in groups for t in group]
            return self._settle(connection, self._decision(action, why, _anchors(told)))

    def _decision(self, action: Action, why: str, anchors: tuple[Anchor, ...]) -> Decision:
        return Decision("", action, self._who, self._now(), why, anchors)

    def _settle(self, connection: Connection, decision: Decision) -> Decision:
        named = replace(decision, id=decision_id(decision))
        _write(connection, [named])
        return named


def decision_id(decision: Decision) -> str:
    """The id that the content of a decision has."""
    return blake2b(msgspec.json.encode(replace(decision, id="")), digest_size=8).hexdigest()


def read_decisions(path: Path) -> list[Decision]:
    """The decisions of a log that was taken away. Raises RecordError for an unreadable file, QueryError for a line
    that is no decision, with its number."""
    try:
        lines = path.read_bytes().splitlines()
    except OSError as error:
        raise RecordError(f"{path}: cannot be read: {error.strerror}") from error
    found = []
    for n, line in enumerate(lines, 1):
        try:
            decision = msgspec.json.decode(line, type=Decision, strict=True)
        except msgspec.MsgspecError as error:
            raise QueryError(f"{path}, line {n}: this is no decision of pactbook: {error}") from error
        if decision.id != decision_id(decision):
            raise QueryError(f"{path}, line {n}: the decision was changed by hand: its id does not fit its words")
        found.append(decision)
    return found


def _write(connection: Connection, decisions: Iterable[Decision]) -> list[Decision]:
    """Store decisions and bring the record in line with them."""
    added = write_decisions(connection, decisions)
    if renamed := renamed_by(connection, added):
        resolving.rename(connection, renamed)
    recopied = copying.regroup_copies(connection, articles_of(connection, added))
    resolving.settle(connection, claims_of(connection, added), recopied)
    return added


def _tellings(connection: Connection, key: str) -> list[Telling]:
    """The tellings of the agreement, or the single claim that was rejected, that ``key`` means."""
    kind, name = point(connection, key.strip())
    if kind not in ("agreement", "claim"):
        raise QueryError(f"{key!r} is the id of an {kind}, not of an agreement")
    column = agreement_claims.c.record if kind == "agreement" else agreement_claims.c.id
    keys = connection.scalars(select(agreement_claims.c.key).where(column == name)).all()
    return sorted(read_tellings(connection, keys).values(), key=lambda t: t.id)


def _claim(connection: Connection, key: str) -> list[Telling]:
    name = point_at_claim(connection, key.strip())
    keys = connection.scalars(select(agreement_claims.c.key).where(agreement_claims.c.id == name)).all()
    return list(read_tellings(connection, keys).values())


def _article(connection: Connection, key: str) -> str:
    kind, name = point(connection, key.strip())
    if kind != "article":
        raise QueryError(f"{key!r} is no article")
    return name


def _party(connection: Connection, name: str) -> str:
    """The id of the one body or state that is called so."""
    if name in gazetteer.bodies():
        return name
    found = sorted(bodies_like(connection, name))
    if len(found) != 1:
        which = f"may mean any of these: {', '.join(found[:10])}" if found else "is not known; use its id"
        raise QueryError(f"the party {name!r} {which}")
    return found[0]


def _anchors(tellings: Iterable[Telling]) -> tuple[Anchor, ...]:
    return tuple(map(anchor_of, tellings))


def _restored(decision: Decision, log: Sequence[Decision]) -> bool:
    """Whether every undo of the decision was itself taken back."""
    taken = {d.undoes for d in log if d.undoes}
    return all(d.id in taken for d in log if d.undoes == decision.id)
