"""Where analysts contradict each other: the later word holds, and both are listed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from pactbook.errors import QueryError
from pactbook.model.decision import Decision
from pactbook.record.amounts import parse_amount
from pactbook.record.correcting import OVERLAPS
from pactbook.record.oneness import bodies_said
from pactbook.record.rulings import Located, pairs_of

#: Fields whose values have no order.
_UNORDERED = frozenset({"parties", "sectors"})

#: What a decision says of one thing: the thing, and whatever two decisions on it must agree in.
Says = tuple[Hashable, Located]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two decisions that cannot both hold; ``later`` does."""

    earlier: Decision
    later: Decision


def contradictions(located: Sequence[Located]) -> list[Contradiction]:
    """Where the decisions that stand, in time, contradict each other, by the time of the later.

    Of each analyst the last word on a thing counts: whoever changes his mind contradicts nobody. What is said of bodies
    counts whoever said it, since it can only come about where logs are joined.
    """
    found = {
        *_between(_edits(located), _other_values),
        *_between(_judged(located), lambda a, b: a.action != b.action),
        *_between(_paired(located), lambda a, b: (a.action == "merge") != (b.action == "merge")),
        *bodies_said(one.decision for one in located).overruled,
    }
    return [
        Contradiction(earlier, later)
        for earlier, later in sorted(found, key=lambda pair: (pair[1].when, pair[1].id, pair[0].when, pair[0].id))
    ]


def _between(said: Iterable[Says], differ: Callable[[Decision, Decision], bool]) -> set[tuple[Decision, Decision]]:
    """The pairs of decisions by two analysts, on one thing, that differ."""
    last: dict[Hashable, dict[tuple[str, str | None], Decision]] = defaultdict(dict)
    for thing, one in said:
        last[thing][one.decision.who, one.decision.field] = one.decision
    found = set()
    for words in last.values():
        for a, b in combinations(sorted(words.values(), key=lambda d: (d.when, d.id)), 2):
            if a.who != b.who and differ(a, b):
                found.add((a, b))
    return found


def _edits(located: Iterable[Located]) -> list[Says]:
    return [(about, one) for one in located if one.decision.action == "edit" for about in one.anchors if about]


def _judged(located: Iterable[Located]) -> list[Says]:
    both = ("accept", "reject")
    return [(about, one) for one in located if one.decision.action in both for about in one.anchors if about]


def _paired(located: Iterable[Located]) -> list[Says]:
    return [(pair, one) for one in located for pair in pairs_of(one)]


def _other_values(a: Decision, b: Decision) -> bool:
    """Whether two edits set one field, or two that say something of the same, to other values."""
    if a.field == b.field:
        return set(a.value) != set(b.value) if a.field in _UNORDERED else a.value != b.value
    shared = OVERLAPS.get(a.field or "", frozenset()) & {b.field}
    return bool(shared) and _part(a, b.field or "") != _part(b, a.field or "")


def _part(decision: Decision, other: str) -> str | float | None:
    """What an edit says for the field that it has in common with an edit of ``other``."""
    word = next(iter(decision.value), None)
    if word is None:
        return None
    field = other if decision.field == "amount" else decision.field
    try:
        low, high, currency = parse_amount(word) if decision.field == "amount" else (word, word, word)
        said: str | float = {"low": low, "high": high, "currency": currency}[field or ""]
        return said if field == "currency" else float(said)
    except (QueryError, ValueError, KeyError):
        return word
