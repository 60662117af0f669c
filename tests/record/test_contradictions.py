"""Where two analysts contradict each other, and where they do not."""

from __future__ import annotations

import pytest

from pactbook.model.decision import Anchor, Decision
from pactbook.record.contradictions import contradictions
from pactbook.record.oneness import bodies_said
from pactbook.record.rulings import Located, rulings


def at(second: int, who: str, action: str, about: str, **cells: object) -> Located:
    """A decision on tellings, named by letters: ``ab`` are two; a stroke parts the sides."""
    left, _, right = about.partition("|")
    anchors, others = (tuple(Anchor(x, 0, x, "loan") for x in side) for side in (left, right))
    name = f"{second}-{who}"
    decision = Decision(name, action, who, f"2026-01-01T00:00:{second:02}", "", anchors, others, **cells)
    return Located(decision, tuple(left), tuple(right))


def bodies(second: int, who: str, action: str, *ids: str) -> Located:
    anchors = tuple(Anchor(i, 0, i.upper()) for i in ids)
    return Located(Decision(f"{second}-{who}", action, who, f"2026-01-01T00:00:{second:02}", "", anchors), ids)


def edit(second: int, who: str, about: str, field: str, *value: str) -> Located:
    return at(second, who, "edit", about, field=field, value=value)


@pytest.mark.parametrize(
    ("log", "found"),
    [
        ([edit(1, "Mai", "a", "kind", "loan"), edit(2, "Minh", "a", "kind", "grant")], [("1-Mai", "2-Minh")]),
        ([edit(1, "Mai", "a", "kind", "loan"), edit(2, "Minh", "a", "kind", "loan")], []),
        ([edit(1, "Mai", "a", "kind", "loan"), edit(2, "Mai", "a", "kind", "grant")], []),
        ([edit(1, "Mai", "a", "kind", "loan"), edit(2, "Minh", "b", "kind", "grant")], []),
        ([edit(1, "Mai", "a", "kind", "loan"), edit(2, "Minh", "a", "place", "Hanoi")], []),
        ([edit(1, "Mai", "ab", "kind", "loan"), edit(2, "Minh", "bc", "kind", "grant")], [("1-Mai", "2-Minh")]),
        ([edit(1, "Mai", "a", "parties", "x", "y"), edit(2, "Minh", "a", "parties", "y", "x")], []),
        ([edit(1, "Mai", "a", "date"), edit(2, "Minh", "a", "date", "2023")], [("1-Mai", "2-Minh")]),
        # Who changes his mind and agrees in the end contradicts nobody.
        (
            [
                edit(1, "Mai", "a", "kind", "loan"),
                edit(2, "Minh", "a", "kind", "grant"),
                edit(3, "Mai", "a", "kind", "grant"),
            ],
            [],
        ),
        ([edit(1, "Mai", "a", "amount", "USD 5"), edit(2, "Minh", "a", "low", "4")], [("1-Mai", "2-Minh")]),
        ([edit(1, "Mai", "a", "amount", "USD 4-5"), edit(2, "Minh", "a", "low", "4.0")], []),
        ([edit(1, "Mai", "a", "currency", "EUR"), edit(2, "Minh", "a", "amount", "USD 4")], [("1-Mai", "2-Minh")]),
        ([edit(1, "Mai", "a", "low", "4"), edit(2, "Minh", "a", "high", "4")], []),
        ([at(1, "Mai", "accept", "a"), at(2, "Minh", "reject", "a")], [("1-Mai", "2-Minh")]),
        ([at(1, "Mai", "accept", "a"), at(2, "Minh", "accept", "a")], []),
        ([at(1, "Mai", "merge", "ab"), at(2, "Minh", "differ", "a|b")], [("1-Mai", "2-Minh")]),
        ([at(1, "Mai", "split", "a|b"), at(2, "Minh", "merge", "ab")], [("1-Mai", "2-Minh")]),
        ([at(1, "Mai", "split", "a|b"), at(2, "Minh", "differ", "b|a")], []),
        ([at(1, "Mai", "merge", "ab"), at(2, "Mai", "split", "a|b")], []),
        ([bodies(1, "Mai", "same", "x", "y"), bodies(2, "Minh", "differ", "y", "x")], [("1-Mai", "2-Minh")]),
        ([bodies(1, "Mai", "differ", "x", "y"), bodies(2, "Mai", "same", "y", "x")], [("1-Mai", "2-Mai")]),
        ([bodies(1, "Mai", "same", "x", "y"), bodies(2, "Minh", "differ", "x", "z")], []),
    ],
)  # fmt: skip
def test_what_contradicts(log: list[Located], found: list[tuple[str, str]]) -> None:
    assert [(c.earlier.id, c.later.id) for c in contradictions(log)] == found


def test_of_two_words_on_a_pair_the_later_holds() -> None:
    merge, differ = at(1, "Mai", "merge", "ab"), at(2, "Minh", "differ", "a|b")
    assert rulings([merge, differ]).apart == {("a", "b")}
    later = at(3, "Mai", "merge", "ab")
    assert rulings([merge, differ, later]).together == {("a", "b")}


def test_a_word_on_bodies_also_binds_those_that_others_joined_to_them() -> None:
    """x = y = z was said in two steps; then x ≠ z: the older step gives way, the later one stays."""
    first, second, third = (
        bodies(1, "Mai", "same", "x", "y"),
        bodies(2, "Mai", "same", "y", "z"),
        bodies(3, "Minh", "differ", "z", "x"),
    )
    said = bodies_said(one.decision for one in (first, second, third))
    assert said.same == {"y": "y", "z": "y"}
    assert said.strangers == {("x", "z")}
    assert [(a.id, b.id) for a, b in said.overruled] == [("1-Mai", "3-Minh")]
    # In the other order the parting gives way.
    back = bodies_said(one.decision for one in (bodies(0, "Minh", "differ", "z", "x"), first, second))
    assert back.same == {"x": "x", "y": "x", "z": "x"}
    assert back.strangers == frozenset()
    assert [(a.id, b.id) for a, b in back.overruled] == [("0-Minh", "2-Mai")]
