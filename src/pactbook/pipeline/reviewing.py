"""An analyst's decisions: made, taken back, listed, taken away and brought together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection

from pactbook.errors import QueryError
from pactbook.model.decision import Action, Anchor, Decision
from pactbook.pipeline.aiming import (
    anchor_of_key,
    anchors_of,
    article_named,
    is_figure,
    pair_named,
    parties_named,
    party_named,
    told_as,
    told_under,
)
from pactbook.pipeline.logbook import decision_id, read_decisions, write_log
from pactbook.pipeline.objections import object_to_differ, object_to_merge, object_to_same, object_to_strangers
from pactbook.record.contradictions import Contradiction
from pactbook.record.correcting import check_figure_edit, tidy_figure_value
from pactbook.record.editing import check_edit, tidy_value
from pactbook.record.identity import is_state
from pactbook.record.rulings import Located
from pactbook.search.pointing import point_at_claim
from pactbook.search.queue import Queue, review_queue
from pactbook.store import copying, resolving
from pactbook.store.figures import settle_figures
from pactbook.store.file import RecordFile
from pactbook.store.log import Logged, count_log, read_about, read_beginning, read_latest, read_one, read_page
from pactbook.store.naming import names_of
from pactbook.store.rulings import (
    articles_of,
    claims_of,
    figures_of,
    read_chain,
    read_contradictions,
    read_log,
    read_orphans,
    write_decisions,
)
from pactbook.store.sameness import renamed_by


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="microseconds")


class Review:
    """The decisions of a record. Every verb stores its decision at once and returns it.

    An agreement is named by its id, or by that of any of its claims; the unique beginning of an id will do. All verbs
    raise QueryError for what cannot be decided and RecordError when the record cannot be written.
    """

    def __init__(self, file: RecordFile, who: str, now: Callable[[], str] = _now) -> None:
        """``who`` decides; ``now`` tells the time as UTC in ISO 8601."""
        self._file = file
        self._who = who
        self._now = now

    def accept(self, key: str, why: str = "") -> Decision:
        """The agreement, or the figure, is right as it stands."""
        return self._judge("accept", key, why)

    def reject(self, key: str, why: str = "", *, claim: bool = False) -> Decision:
        """The agreement, or the figure, is none; with ``claim``, only the one claim that ``key`` names is none."""
        return self._judge("reject", key, why, claim=claim)

    def edit(self, key: str, field: str, value: str, why: str = "") -> Decision:
        """The field of the agreement, or of the figure, holds ``value``, whatever the sources say.

        Several values are parted by semicolons; an empty value clears the field. Parties are names, ids or ISO codes;
        ``new: Nobody Knows Ltd (KR)`` enters a body that is known nowhere, with its country.
        """
        return self.edit_fields(key, [(field, value)], why)[0]

    def edit_fields(self, key: str, changes: Iterable[tuple[str, str]], why: str = "") -> list[Decision]:
        """Several fields at once, each with its value: all are decided or, where one cannot be, none."""
        with self._file.writing() as connection:
            return [self._edit(connection, key, field, value, why) for field, value in changes]

    def merge(self, keys: Sequence[str], why: str = "") -> Decision:
        """The agreements are one."""
        with self._file.writing() as connection:
            groups = [told_under(connection, key) for key in keys]
            if len({t.id for group in groups for t in group[:1]}) < 2:
                raise QueryError("a merge needs two agreements")
            object_to_merge(connection, groups)
            told = [t for group in groups for t in group]
            return self._settle(connection, self._decision("merge", why, anchors_of(told)))

    def differ(self, one: str, other: str, why: str = "") -> Decision:
        """The two are not one, whatever speaks for it: two agreements, or two bodies, named by id or name."""
        with self._file.writing() as connection:
            what, names = pair_named(connection, one, other)
            if what == "agreement":
                left, right = (told_under(connection, key) for key in (one, other))
                object_to_differ(connection, left, right)
                parted = self._decision("differ", why, anchors_of(left))
                return self._settle(connection, replace(parted, others=anchors_of(right)))
            object_to_strangers(connection, *names)
            return self._settle(connection, self._decision("differ", why, _bodies(connection, names)))

    def split(self, key: str, claims: Sequence[str], why: str = "") -> Decision:
        """``claims`` of the agreement are another one."""
        with self._file.writing() as connection:
            told = told_under(connection, key)
            names = {point_at_claim(connection, name) for name in claims}
            if strangers := names - {t.id for t in told}:
                raise QueryError(f"{min(strangers)} is no claim of the agreement {key}")
            out, left = [t for t in told if t.id in names], [t for t in told if t.id not in names]
            if not out or not left:
                raise QueryError("a split needs at least one claim on each side")
            decision = self._decision("split", why, anchors_of(out))
            return self._settle(connection, replace(decision, others=anchors_of(left)))

    def copy(self, article: str, original: str, why: str = "") -> Decision:
        """The article repeats the other one: both count as one source."""
        with self._file.writing() as connection:
            names = [article_named(connection, key) for key in (article, original)]
            if names[0] == names[1]:
                raise QueryError("an article is no copy of itself")
            return self._settle(connection, self._decision("copy", why, tuple(map(Anchor, names))))

    def same(self, one: str, other: str, why: str = "") -> Decision:
        """The two bodies are one: agreements of either are agreements of both. Bodies are named by id or name."""
        with self._file.writing() as connection:
            ids = [party_named(connection, name) for name in (one, other)]
            if states := sorted(i for i in ids if is_state(i)):
                raise QueryError(f"{states[0]} is a state, not a body")
            object_to_same(connection, *ids)
            return self._settle(connection, self._decision("same", why, _bodies(connection, ids)))

    def undo(self, decision: str | None = None, why: str = "") -> Decision:
        """Take a decision back, by default the last one that stands; an undo can be taken back too."""
        with self._file.writing() as connection:
            latest = None if decision else read_latest(connection)
            fitting = read_beginning(connection, decision) if decision else [latest] if latest else []
            if len(fitting) != 1:
                raise QueryError(_no_one_decision(decision, fitting))
            chain = read_chain(connection, [fitting[0].id])
            if fitting[0].id in {d.undoes for d in chain} and not _restored(fitting[0], chain):
                raise QueryError(f"{fitting[0].id} was taken back already")
            return self._settle(connection, replace(self._decision("undo", why, ()), undoes=fitting[0].id))

    def log(self) -> list[Located]:
        """Every decision in time, with what it was found to be about."""
        with self._file.reading() as connection:
            return read_log(connection)

    def page(self, first: int, size: int) -> list[Logged]:
        """So many decisions from the ``first`` on (from 0), the latest first."""
        with self._file.reading() as connection:
            return read_page(connection, first, size)

    def count(self) -> int:
        """How many decisions there are."""
        with self._file.reading() as connection:
            return count_log(connection)

    def one(self, name: str) -> Logged | None:
        """The decision of that id."""
        with self._file.reading() as connection:
            return read_one(connection, name)

    def about(self, things: Iterable[str]) -> list[Logged]:
        """The decisions about any of these claims or figures (by id), the latest first."""
        with self._file.reading() as connection:
            return read_about(connection, things)

    def names_in(self, log: Iterable[Logged]) -> dict[str, str]:
        """The bodies that these decisions make parties, by id and name."""
        parties = {p for one in log if one.located.decision.field == "parties" for p in one.located.decision.value}
        with self._file.reading() as connection:
            return names_of(connection, sorted(parties))

    def orphans(self) -> list[Located]:
        """Decisions that stand and no longer find, or do not find yet, what they are about."""
        with self._file.reading() as connection:
            return read_orphans(connection)

    def contradictions(self) -> list[Contradiction]:
        """Decisions of two analysts that cannot both hold, with the later one, which does."""
        with self._file.reading() as connection:
            return read_contradictions(connection)

    def queue(self, limit: int = 20) -> Queue:
        """What to look at first: unsure claims, contradictions, likely-same agreements, orphans."""
        return review_queue(self._file, limit)

    def export(self, path: str | Path) -> int:
        """Write the log, one decision a line; return their number. Raises RecordError."""
        return write_log((one.decision for one in self.log()), Path(path))

    def import_(self, path: str | Path) -> int:
        """Join another log to this one; return how many of its decisions were new. Raises RecordError, QueryError."""
        return self.join(read_decisions(Path(path)))

    def join(self, decisions: Iterable[Decision]) -> int:
        """Add decisions that were made elsewhere; return how many of them were new. Raises RecordError."""
        with self._file.writing() as connection:
            return len(_write(connection, decisions))

    def _edit(self, connection: Connection, key: str, field: str, value: str, why: str) -> Decision:
        entered: tuple[Anchor, ...] = ()
        if is_figure(connection, key):
            values = tidy_figure_value(field, value)
            check_figure_edit(field, values)
            about: tuple[Anchor, ...] = (anchor_of_key(connection, key),)
        else:
            about = anchors_of(told_under(connection, key))
            values = tidy_value(field, value)
            if field == "parties":
                values, entered = parties_named(connection, values)
            check_edit(field, values)
        decision = replace(self._decision("edit", why, about), field=field, value=values, others=entered)
        return self._settle(connection, decision)

    def _judge(self, action: Action, key: str, why: str, *, claim: bool = False) -> Decision:
        with self._file.writing() as connection:
            if not claim and is_figure(connection, key):
                about: tuple[Anchor, ...] = (anchor_of_key(connection, key),)
            else:
                about = anchors_of(told_as(connection, key) if claim else told_under(connection, key))
            return self._settle(connection, self._decision(action, why, about))

    def _decision(self, action: Action, why: str, anchors: tuple[Anchor, ...]) -> Decision:
        return Decision("", action, self._who, self._now(), why, anchors)

    def _settle(self, connection: Connection, decision: Decision) -> Decision:
        named = replace(decision, id=decision_id(decision))
        _write(connection, [named])
        return named


def _write(connection: Connection, decisions: Iterable[Decision]) -> list[Decision]:
    """Store decisions and bring the record in line with them."""
    added = write_decisions(connection, decisions)
    if renamed := renamed_by(connection, added):
        resolving.rename(connection, renamed)
    recopied = copying.regroup_copies(connection, articles_of(connection, added))
    resolving.settle(connection, claims_of(connection, added), recopied)
    settle_figures(connection, figures_of(connection, added))
    return added


def _bodies(connection: Connection, ids: Sequence[str]) -> tuple[Anchor, ...]:
    names = names_of(connection, ids)
    return tuple(Anchor(body, 0, names[body]) for body in ids)


def _no_one_decision(name: str | None, fitting: Sequence[Decision]) -> str:
    if fitting:
        return f"{name!r} begins several decisions"
    if name:
        return f"no decision is called {name!r}; undo wants the id of a decision: see pactbook review log"
    return "there is nothing to undo"


def _restored(decision: Decision, log: Sequence[Decision]) -> bool:
    """Whether every undo of the decision was itself taken back."""
    taken = {d.undoes for d in log if d.undoes}
    return all(d.id in taken for d in log if d.undoes == decision.id)
