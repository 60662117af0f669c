"""Currencies and their marks."""

from __future__ import annotations

from functools import cache

from msgspec import field

from pactbook.knowledge.reading import Entry, read


class Currency(Entry, frozen=True):
    """What stands ``before`` and ``after`` an amount, in any of the three languages; ``worth`` in dollars, roughly."""

    worth: float
    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)


@cache
def currencies() -> dict[str, Currency]:
    """ISO 4217 code → marks."""
    return read("common/currencies.toml", dict[str, Currency])


@cache
def currency_marks() -> dict[str, str]:
    """Mark, before or after an amount → ISO 4217 code."""
    return {mark: code for code, c in currencies().items() for mark in [*c.before, *c.after]}
