"""Korean words for acts that are put together of two lists: 시공사로, 사업자로 × 뽑았, 골랐."""

from __future__ import annotations

from collections.abc import Iterator

from pactbook.knowledge.korean_agreements import ActStems, Grid

#: A particle in brackets takes the form that the syllable before it asks for: (behind a consonant, behind a vowel).
_PARTICLES = {
    "(을)": ("을", "를"),
    "(이)": ("이", "가"),
    "(은)": ("은", "는"),
    "(와)": ("과", "와"),
    "(로)": ("으로", "로"),
}
_FIRST, _LAST, _CODAS, _R = "가", "힣", 28, 8


def words_of(act: ActStems, form: str) -> Iterator[str]:
    """The words of the act in the form: ``noun``, ``past``, ``done``, ``will`` or ``stem``."""
    yield from act.nouns if form == "noun" else getattr(act.verbs, form)
    for grid in act.grids:
        if grid.form == form:
            yield from _woven(grid)


def _woven(grid: Grid) -> Iterator[str]:
    for first in grid.first:
        for then in grid.then:
            yield _joined(first, then)


def _joined(first: str, then: str) -> str:
    """Both with the form of the particle between them: 시공자(로), 은행(로) → 시공자로, 은행으로."""
    for mark, (shut, opened) in _PARTICLES.items():
        if then.startswith(mark):
            coda = (ord(first[-1]) - ord(_FIRST)) % _CODAS if _FIRST <= first[-1] <= _LAST else 0
            return first + (opened if coda == 0 or (mark == "(로)" and coda == _R) else shut) + then[len(mark) :]
    return first + then
