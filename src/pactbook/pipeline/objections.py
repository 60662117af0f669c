"""What stands against a decision: an earlier one that says the opposite. Nobody overrules another without seeing it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations

from sqlalchemy import Connection

from pactbook.errors import QueryError
from pactbook.model.decision import Decision
from pactbook.model.told import Telling
from pactbook.record.rulings import Located, pairs_of, standing
from pactbook.store.rulings import read_bodies_said, read_log


def object_to_same(connection: Connection, one: str, other: str) -> None:
    """Raise QueryError where the two bodies are one already, or an analyst said that they are not."""
    said = read_bodies_said(connection)
    if said.group(one) == said.group(other):
        raise QueryError("that is one body already")
    both = said.group(one) | said.group(other)
    for decision in said.heard:
        if decision.action == "differ" and both.issuperset(a.article for a in decision.anchors):
            raise QueryError(f"{_said(decision)} that the two are not the same; {_undo(decision)}")


def object_to_strangers(connection: Connection, one: str, other: str) -> None:
    """Raise QueryError where the two bodies are one by an analyst's word, or are one id."""
    said = read_bodies_said(connection)
    if one not in said.group(other):
        return
    for decision in said.heard:
        if decision.action == "same" and said.group(one).issuperset(a.article for a in decision.anchors):
            names = " and ".join(anchor.quote or anchor.article for anchor in decision.anchors)
            raise QueryError(f"{_said(decision)} that {names} are the same; {_undo(decision)}")
    raise QueryError(f"both mean one body: {one}")


def object_to_merge(connection: Connection, groups: Sequence[Sequence[Telling]]) -> None:
    """Raise QueryError where an analyst said that two of the agreements are not one."""
    wanted = {_pair(a, b) for one, other in combinations(groups, 2) for a in one for b in other}
    if decision := _last_word(read_log(connection), wanted, "differ"):
        raise QueryError(f"{_said(decision)} that these are not one agreement; {_undo(decision)}")


def object_to_differ(connection: Connection, one: Sequence[Telling], other: Sequence[Telling]) -> None:
    """Raise QueryError where the two are one agreement: by an analyst's word, or by what the articles say."""
    shared = {t.id for t in one} & {t.id for t in other}
    wanted = {_pair(a, b) for a in one for b in other}
    if decision := _last_word(read_log(connection), wanted, "merge"):
        raise QueryError(f"{_said(decision)} that these are one agreement; {_undo(decision)}")
    if shared:
        raise QueryError('both mean one agreement; "pactbook review split" parts the claims of one agreement')


def _last_word(log: Sequence[Located], wanted: Iterable[tuple[str, str]], action: str) -> Decision | None:
    """The decision of that kind that has the last word on one of the pairs."""
    stand = {d.id for d in standing(one.decision for one in log)}
    last = {pair: one.decision for one in log if one.decision.id in stand for pair in pairs_of(one)}
    said = [last[pair] for pair in wanted if pair in last and last[pair].action == action]
    return max(said, key=lambda d: (d.when, d.id), default=None)


def _pair(a: Telling, b: Telling) -> tuple[str, str]:
    return (min(a.id, b.id), max(a.id, b.id))


def _said(decision: Decision) -> str:
    why = f" ({decision.why})" if decision.why else ""
    return f"{decision.who} said on {decision.when[:10]}{why}"


def _undo(decision: Decision) -> str:
    return f'"pactbook review undo {decision.id[:10]}" takes that back'
