"""How shapes can begin: what is told of it, and where in a text it stands."""

from __future__ import annotations

from pactbook.text.openings import DIGIT, Openings, Places


def test_one_thing_behind_another() -> None:
    both = Openings.of(["in ", "by "]).then(Openings.of([DIGIT, "May"]))
    assert both == Openings(frozenset(["in may", "by may"]), frozenset([f"in {DIGIT}", f"by {DIGIT}"]))


def test_a_dash_may_have_spaces_around_it_and_a_number_has_no_other_right_behind() -> None:
    number = Openings.of([DIGIT])
    assert number.then(Openings.of(["-day"])).heads == {f"{DIGIT}-", f"{DIGIT} -"}
    assert number.then(number) == Openings(frozenset())
    assert Openings.of(["Q1"]).then(number).heads == {f"q{DIGIT}"}


def test_many_ways_are_told_by_fewer_letters() -> None:
    many = Openings.of(f"{a}{b}cdef" for a in "abcdefgh" for b in "abcdefgh")
    assert many.within(64) == many
    assert many.within(10).heads == set("abcdefgh")


def test_only_what_can_begin_at_a_place_is_told() -> None:
    day, month = Openings.of([DIGIT]), Openings.of(["may"])
    places = Places([month.then(Openings.of([" "])).then(day), month, day.then(Openings.of([" "])).then(month), day])
    assert places.of("may 5") == {0: (0, 1), 4: (3,)}
    assert places.of("mayor, may: 12 may, 12 march") == {0: (1,), 7: (1,), 12: (2, 3), 15: (1,), 20: (3,)}
