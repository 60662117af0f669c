"""A law: what is known of bodies after they came, changed and went is what is known of those that are left."""

from __future__ import annotations

from unittest.mock import patch

from hypothesis import given
from hypothesis import strategies as st

from pactbook.record.namesakes import Profile
from pactbook.search import namesakes
from pactbook.search.namesakes import _NONE

# Few words and a crowd of three, so that bodies are one, stand in crowds, and leave them again.
CROWD = 3
WORDS = st.sampled_from(["Daehwa", "Hanul", "Sebit", "Marine", "Energy", "DHM"])
profiles = st.builds(
    lambda number, words, kind: Profile(f"kr.{number}", frozenset([" ".join(words)]), kind, "KR"),
    st.integers(0, 9),
    st.lists(WORDS, min_size=1, max_size=3, unique=True),
    st.sampled_from(["company", "company", "other"]),
)
steps = st.lists(st.tuples(st.sets(st.integers(0, 9), max_size=3), st.lists(profiles, max_size=4)), max_size=8)


@given(steps)
def test_what_changes_little_by_little_is_what_is_read_anew(walk: list[tuple[set[int], list[Profile]]]) -> None:
    with patch.object(namesakes, "_CROWD", CROWD):
        known, left = _NONE, dict[str, Profile]()
        for numbers, come in walk:
            gone = {f"kr.{number}" for number in numbers}
            fresh = {profile.id: profile for profile in come}
            known = known.changed(gone, fresh)
            left = {name: profile for name, profile in left.items() if name not in gone} | fresh
            assert known == _NONE.changed((), left)


def test_two_alike_are_found_once_the_crowd_around_them_has_gone() -> None:
    with patch.object(namesakes, "_CROWD", CROWD):
        crowd = [Profile(f"kr.{n}", frozenset([f"Hanul {word}"]), "company", "KR") for n, word in enumerate("abcd")]
        pair = [Profile(f"kr.x{n}", frozenset(["Hanul"]), "company", "KR") for n in range(2)]
        together = _NONE.changed((), {profile.id: profile for profile in [*crowd, *pair]})
        assert not together.likely
        assert set(together.changed([profile.id for profile in crowd], {}).likely) == {("kr.x0", "kr.x1")}
