"""Names of the gazetteer in a text that glues: what stands behind the name may make it another one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pactbook.knowledge.gazetteer import bodies
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.korean.sheet import Sheet

#: A name of so many syllables is itself whatever is glued behind it.
_LONG = 5


def fitting(sheet: Sheet, names: Sequence[Candidate]) -> Iterator[Candidate]:
    """The known names that no other word is made of, with the state before them that belongs to the name."""
    for name in names:
        if _fits(sheet, name):
            yield _with_state(sheet, name)


def _fits(sheet: Sheet, name: Candidate) -> bool:
    tail = sheet.tail(name.last, name.end)
    if not tail or tail in sheet.lexis.tails or len(sheet.text[name.start : name.end]) >= _LONG:
        return True
    if name.kinds == {"subnational"}:
        word = sheet.words[name.last].text
        glued = word[len(word) - len(tail) - 1 :]
        return any(glued.startswith(g) for g in sheet.lexis.governors) or any(
            tail.startswith(h) for h, head in sheet.lexis.heads.items() if head.kind == "subnational"
        )
    return any(tail.startswith(t) for t in sheet.lexis.titles)


def _with_state(sheet: Sheet, name: Candidate) -> Candidate:
    """Take in 베트남 before 산업무역부 where that is the state of one of its bodies."""
    before = name.first - 1
    country = sheet.state(before) if sheet.joined(name.first) else None
    if country is None or name.kinds & {"company", "international"}:
        return name
    keys = tuple(k for k in name.keys if bodies()[k].country == country)
    if not keys:
        return name
    return replace(name, start=sheet.words[before].start, first=before, keys=keys)
