"""Words for sums of money, one file per language: ``en/money.toml``, ``vi/money.toml``, ``ko/money.toml``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Literal

from msgspec import field

from pactbook.errors import KnowledgeError
from pactbook.knowledge.currencies import currencies
from pactbook.knowledge.reading import Entry, read
from pactbook.model.article import Language
from pactbook.text.expressions import regex
from pactbook.text.shapes import DIGIT, Shapes, Slot, any_of
from pactbook.text.tails import Tails

Qualifier = Literal["exact", "about", "over", "under", "up_to"]


class Around(Entry, frozen=True):
    """Words before and after an amount."""

    before: list[str] = field(default_factory=list)
    after: list[str] = field(default_factory=list)


class MoneyWords(Entry, frozen=True):
    """One language's words and shapes for money. The head comment of the file explains every field."""

    decimal: Literal[".", ","]
    sums: bool
    scales: dict[str, int] = field(default_factory=dict)
    counts: dict[str, float] = field(default_factory=dict)
    qualifiers: dict[Qualifier, Around] = field(default_factory=dict)
    fillers: list[str] = field(default_factory=list)
    range_before: list[str] = field(default_factory=list)
    change_before: list[str] = field(default_factory=list)
    joined_by_and: list[str] = field(default_factory=list)
    joined_by_change: list[str] = field(default_factory=list)
    dated_before: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)
    rates: list[str] = field(default_factory=list)
    bare_before: list[str] = field(default_factory=list)
    doubtful: list[str] = field(default_factory=list)
    not_money: list[str] = field(default_factory=list)
    inside: dict[str, Qualifier] = field(default_factory=dict)
    shapes: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class MoneyShapes:
    """Compiled: what finds amounts, takes numbers apart, and reads the words around them."""

    shapes: Shapes
    part: re.Pattern[str]
    scale: re.Pattern[str]
    before: re.Pattern[str]
    #: What the words of ``before`` end with.
    tails: Tails
    after: re.Pattern[str]
    range_before: re.Pattern[str]
    change_before: re.Pattern[str]
    dated_before: re.Pattern[str]
    linked: re.Pattern[str]
    bare_end: re.Pattern[str]


@cache
def money_words(language: Language) -> MoneyWords:
    """The words of ``language``. Raises KnowledgeError."""
    return read(f"{language}/money.toml", MoneyWords)


@cache
def money_shapes(language: Language) -> MoneyShapes:
    """The shapes of ``language``. Raises KnowledgeError for a shape that cannot be read."""
    words = money_words(language)
    scale = f"(?:{_exactly(words.scales)})"
    inside = f"(?:(?:{_exactly(words.inside)})(?={scale}))?" if words.inside else ""
    number = _number(words.decimal) + inside
    # Bounded, so that a page of digits is read in linear time.
    part = rf"{number}(?:[ -]?{scale}(?![^\W가-힣])){{0,3}}+" if not words.sums else rf"{number}(?: ?{scale}){{0,3}}+"
    fillers = f"(?: (?:{any_of(words.fillers)}))*" if words.fillers else ""
    try:
        shapes = Shapes(words.shapes, _slots(words, part, scale))
    except ValueError as error:
        raise KnowledgeError(f"knowledge/{language}/money.toml: {error}") from error
    return MoneyShapes(
        shapes=shapes,
        part=regex(rf"(?P<number>{_number(words.decimal)}){inside}(?P<scales>(?:[ -]?{scale})*)"),
        scale=regex(scale),
        before=regex(rf"(?<!\w)(?:{_qualified(words, 'before')}){fillers} ?$"),
        tails=Tails(chain(words.fillers, *(around.before for around in words.qualifiers.values()))),
        after=regex(rf" ?(?:{_qualified(words, 'after')})(?![^\W가-힣])"),
        range_before=regex(rf"(?<!\w)(?:{any_of(words.range_before)}) ?$"),
        change_before=regex(rf"(?<!\w)(?:{any_of(words.change_before)}) ?$"),
        dated_before=regex(rf"(?<!\w)(?:{any_of(words.dated_before)}) ?$"),
        linked=_linked(words),
        bare_end=regex(rf"[,;)]|\.?(?:[ ]?$|[ ]{{2}})|\. (?=[^\W\d_a-z])| (?:{any_of(words.bare_before)})(?!\w)"),
    )


def _linked(words: MoneyWords) -> re.Pattern[str]:
    """What stands between an amount and the same amount in another currency: ", tương đương", "/tháng (khoảng"."""
    links = any_of(words.linked)
    return regex(rf"(?: ?(?:{any_of(words.rates)}))?\s*(?:[(/,;\[]\s*(?:{links})?|(?:{links}))\s*")


def _slots(words: MoneyWords, part: str, scale: str) -> dict[str, Slot]:
    amount = rf"{part}(?: ?{part}){{0,4}}+" if words.sums else part
    before = [mark for c in currencies().values() for mark in c.before]
    after = [mark for c in currencies().values() for mark in c.after]
    parted = {f"{DIGIT}{mark}" for mark in ".,"}
    scaled = {f"{DIGIT}{between}{word}" for between in ("", " ", "-") for word in words.scales}
    # Between a number and its scale, and before the next number of a sum.
    linked = {f"{DIGIT}{word}" for word in words.inside} | ({f"{DIGIT} "} if words.sums else set())
    ends = {
        "before": Slot(f"(?:{_exactly(before)})", frozenset(), frozenset(before)),
        "amount": Slot(amount, frozenset(parted | scaled | linked), frozenset([DIGIT])),
        "after": Slot(f"(?:{_exactly(after)})", frozenset(), frozenset(after)),
        "scaled": Slot(rf"{_number(words.decimal)}[ -]?{scale}(?![^\W가-힣])", frozenset(parted | scaled)),
    }
    return {
        **ends,
        **{f"{name}2": slot for name, slot in ends.items()},
        "count": Slot.of_words(words.counts),
        "scale": Slot(scale, frozenset(), frozenset(words.scales)),
    }


def _number(decimal: str) -> str:
    """A number whose thousands may be parted; what is written without parting is read as far as it goes."""
    mark, parts = (r"\.", ",") if decimal == "." else (",", r"\.")
    return rf"(?:\d{{1,3}}(?:{parts}\d{{3}})++(?:{mark}\d++)?|\d{{1,15}}+(?:[.,]\d++)?)(?!\d)"


def _exactly(words: Iterable[str]) -> str:
    return "|".join(re.escape(w) for w in sorted(set(words), key=lambda w: (-len(w), w))) or r"(?!)"


def _qualified(words: MoneyWords, side: Literal["before", "after"]) -> str:
    """One branch per qualifier. The longest phrase of all must win: the pattern is tried from the left."""
    return "|".join(f"(?P<{name}>{any_of(getattr(around, side))})" for name, around in words.qualifiers.items())
