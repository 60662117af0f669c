"""How far each rule can be trusted: ``common/confidence.toml``."""

from __future__ import annotations

from functools import cache

from pactbook.knowledge.reading import Entry, read

#: The rule that stands for all that have no line of their own.
DEFAULT = "default"


class Confidence(Entry, frozen=True):
    """Thing → rule → how often the rule was right; the head comment of the file explains both."""

    organisations: dict[str, float]
    dates: dict[str, float]
    figures: dict[str, dict[str, float]]
    agreements: dict[str, dict[str, float]]


@cache
def confidence() -> Confidence:
    """The whole table. Raises KnowledgeError."""
    return read("common/confidence.toml", Confidence)


def trust(rules: dict[str, float], rule: str) -> float:
    """How often ``rule`` was right, 0 to 1. ``en/agreements.toml:act.signed`` is looked up as ``act.signed``."""
    known = rules.get(rule.rpartition(":")[2])
    return rules[DEFAULT] if known is None else known
