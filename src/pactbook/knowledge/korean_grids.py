"""Korean words that are put together of two lists: 시공사로, 사업자로 × 뽑았, 골랐."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from pactbook.knowledge.reading import Entry

#: A particle in brackets takes the form that the syllable before it asks for: (behind a consonant, behind a vowel).
_PARTICLES = {
    "(을)": ("을", "를"),
    "(이)": ("이", "가"),
    "(은)": ("은", "는"),
    "(와)": ("과", "와"),
    "(로)": ("으로", "로"),
}
_FIRST, _LAST, _CODAS, _R = "가", "힣", 28, 8


class Grid(Entry, frozen=True):
    """Each of ``first`` with each word behind it, which is a noun or a verb in one of its forms.

    Raises ValueError, to which whoever reads the file adds its place, where nothing can be put together.
    """

    first: list[str]
    noun: list[str] = msgspec.field(default_factory=list)
    past: list[str] = msgspec.field(default_factory=list)
    done: list[str] = msgspec.field(default_factory=list)
    will: list[str] = msgspec.field(default_factory=list)
    stem: list[str] = msgspec.field(default_factory=list)

    def __post_init__(self) -> None:
        behind = [*self.noun, *self.past, *self.done, *self.will, *self.stem]
        if not self.first or not behind:
            raise ValueError("a grid needs words in `first`, and in one of noun, past, done, will, stem")
        for word in behind:
            if word.startswith("(") and not word.startswith(tuple(_PARTICLES)):
                raise ValueError(f"no such particle: {word}; there are {' '.join(_PARTICLES)}")

    def words(self, form: str) -> Iterator[str]:
        """The words in a form: ``noun``, ``past``, ``done``, ``will`` or ``stem``."""
        behind: list[str] = getattr(self, form)
        return (_joined(first, then) for first in self.first for then in behind)


def _joined(first: str, then: str) -> str:
    """Both with the form of the particle between them: 시공자(로), 은행(로) → 시공자로, 은행으로."""
    for mark, (shut, opened) in _PARTICLES.items():
        if then.startswith(mark):
            coda = (ord(first[-1]) - ord(_FIRST)) % _CODAS if _FIRST <= first[-1] <= _LAST else 0
            return first + (opened if coda == 0 or (mark == "(로)" and coda == _R) else shut) + then[len(mark) :]
    return first + then
