"""How far each rule can be trusted: ``common/confidence.toml``."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pactbook.errors import KnowledgeError
from pactbook.knowledge.reading import Entry, read

#: What stands for all rules that have no line of their own.
OTHERS = "others"


class Confidence(Entry, frozen=True):
    """Thing → rule → how often the rule was right; the head comment of the file explains both."""

    organisations: dict[str, float]
    dates: dict[str, float]
    figures: dict[str, dict[str, float]]
    agreements: dict[str, dict[str, float]]


@cache
def confidence() -> Confidence:
    """The whole table. Raises KnowledgeError: unreadable, no line for all other rules, or a share that is none."""
    place = "common/confidence.toml"
    found = read(place, Confidence)
    for name, rules in (("organisations", found.organisations), ("dates", found.dates), *_cells(found)):
        if OTHERS not in rules:
            raise KnowledgeError(f"knowledge/{place}: [{name}] needs a line {OTHERS!r}")
        if wrong := [rule for rule, share in rules.items() if not 0 < share <= 1]:
            raise KnowledgeError(f"knowledge/{place}: [{name}] {wrong[0]}: a share lies between 0 and 1")
    return found


def _cells(found: Confidence) -> Iterator[tuple[str, dict[str, float]]]:
    for thing, cells in (("figures", found.figures), ("agreements", found.agreements)):
        yield from ((f"{thing}.{cell}", rules) for cell, rules in cells.items())


def trust(rules: dict[str, float], rule: str) -> float:
    """How often ``rule`` was right, 0 to 1. ``en/agreements/acts.toml:act.signed`` is looked up as ``act.signed``."""
    known = rules.get(rule.rpartition(":")[2])
    return rules[OTHERS] if known is None else known
