"""Sorts of tellings, compared quickly: each feature once for each two things that it looks at, however many sorts there
are. Tellings of one sort look alike, so what is remembered of a sort is true for as long as the program runs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from operator import attrgetter
from threading import local
from typing import Any

from pactbook.model.told import Telling
from pactbook.record.compare import CLASHES, FEATURES, SAME, total
from pactbook.record.looks import Look, look_of, sort_of

#: So many sorts, and answers for each feature, are remembered.
_SORTS, _ANSWERS = 1 << 14, 1 << 17

#: What a sort shows to each of some judges, as a number that stands for it.
Shown = tuple[int, ...]


class _Judge:
    """One feature or ground, with its answers so far."""

    def __init__(self, judge: Callable[[Look, Look], Any], fields: tuple[str, ...]) -> None:
        self._judge = judge
        self._look = attrgetter(*fields)
        self._numbers: dict[Any, int] = {}
        self._examples: list[Look] = []
        self._answers: dict[tuple[int, int], Any] = {}

    def number(self, look: Look) -> int:
        """The number of what it looks at."""
        shown = self._look(look)
        number = self._numbers.setdefault(shown, len(self._examples))
        if number == len(self._examples):
            self._examples.append(look)
        return number

    def ask(self, one: int, other: int) -> Any:
        """What it says of two things, given by their numbers."""
        pair = (one, other)
        if pair not in self._answers:
            if len(self._answers) >= _ANSWERS:
                self._answers.clear()
            self._answers[pair] = self._judge(self._examples[one], self._examples[other])
        return self._answers[pair]


class Sorts(local):
    """Sorts that were learnt, by their names. Each thread learns for itself."""

    def __init__(self) -> None:
        self._forget()

    def _forget(self) -> None:
        self._looks: dict[str, Look] = {}
        self._features = [_Judge(f.judge, f.fields) for f in FEATURES]
        self._clashes = [_Judge(c.judge, c.fields) for c in CLASHES]
        self._shown: dict[str, Shown] = {}
        self._showing: dict[str, Shown] = {}

    def unknown(self, sorts: Iterable[str]) -> list[str]:
        """Those of the sorts that must be learnt before they are asked for."""
        return [sort for sort in sorts if sort not in self._looks]

    def make_room(self) -> None:
        """Forget everything where that has become much: before a task, never within one."""
        if len(self._looks) > _SORTS:
            self._forget()

    def learn(self, telling: Telling) -> str:
        """Take note of the sort of a telling; return its name."""
        look = look_of(telling)
        sort = sort_of(look)
        if sort not in self._looks:
            self._looks[sort] = look
            self._shown[sort] = tuple(judge.number(look) for judge in self._features)
            self._showing[sort] = tuple(judge.number(look) for judge in self._clashes)
        return sort

    def look(self, sort: str) -> Look:
        """How tellings of a sort look."""
        return self._looks[sort]

    def score(self, one: str, other: str) -> int | None:
        """The score of a link between tellings of two sorts, in two articles; None where they are not one agreement."""
        score = self.points(one, other)
        return score if score is not None and score >= SAME else None

    def points(self, one: str, other: str) -> int | None:
        """The same, be it enough for one agreement or not; None where something rules it out."""
        one, other = min(one, other), max(one, other)
        points = []
        for judge, a, b in zip(self._features, self._shown[one], self._shown[other], strict=True):
            given = judge.ask(a, b)[0]
            if given is None:
                return None
            points.append(given)
        return total(tuple(points), self._looks[one], self._looks[other])

    def showing(self, sort: str) -> Shown:
        """What of a sort could clash with another one: a number for each ground."""
        return self._showing[sort]

    def clash(self, one: tuple[set[int], ...], other: tuple[set[int], ...]) -> bool:
        """Whether tellings that show ``one`` cannot be one agreement with tellings that show ``other``."""
        grounds = zip(self._clashes, one, other, strict=True)
        return any(judge.ask(a, b) for judge, ours, theirs in grounds for a in ours for b in theirs)


#: What this program has learnt.
SORTS = Sorts()


def learn(tellings: Mapping[Any, Telling]) -> dict[Any, str]:
    """Key → the name of the sort of the telling; all of them are known from here on."""
    return {key: SORTS.learn(telling) for key, telling in tellings.items()}
