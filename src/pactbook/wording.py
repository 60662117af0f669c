"""Facts in few words, for the terminal and the web: sums of money, dates with their outlet, names of parties."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pactbook.knowledge.countries import countries
from pactbook.model.claim import FigureClaim
from pactbook.model.decision import Decision
from pactbook.model.money import Equivalent, Worth
from pactbook.model.told import ArticleHead

_SCALES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))


def money(low: float, high: float, currency: str) -> str:
    """``USD 35 million``, ``USD 3 billion–5 billion``."""
    return f"{currency} {amount(low)}" + (f"–{amount(high)}" if high != low else "")


def amount(number: float) -> str:
    """A number in at most six digits and a word for its scale: ``2.3 trillion``, ``87.7 billion``, ``950,000``."""
    for scale, word in _SCALES:
        if abs(number) >= scale:
            return f"{number / scale:,.3f}".rstrip("0").rstrip(".") + f" {word}"
    return f"{number:,.2f}".rstrip("0").rstrip(".")


def whole_amounts(words: str) -> str:
    """Amounts as a decision keeps them, for people: ``USD 3000000-5000000`` as ``USD 3 million–5 million``."""
    return ", ".join(_whole_amount(one) for one in words.split(", "))


def _whole_amount(words: str) -> str:
    currency, _, numbers = words.partition(" ")
    low, _, high = numbers.partition("-")
    return money(float(low), float(high or low), currency)


def dollars(equivalent: Equivalent | None) -> str | None:
    """``(about USD 27 million at the 2020 rate)``."""
    if equivalent is None:
        return None
    low, high = (float(f"{n:.3g}") for n in (equivalent.low, equivalent.high))
    return f"(about {money(low, high, 'USD')} at the {equivalent.year} rate)"


def worth(values: Iterable[Worth]) -> str:
    """All amounts of an agreement."""
    return ", ".join(joined((money(v.low, v.high, v.currency), dollars(v.dollars)), " ") for v in values)


def by(decision: Decision) -> str:
    """Who decided, when and why: ``Mai, 2026-02-03: the sum is the project's``."""
    return joined((f"{decision.who}, {decision.when[:10]}", decision.why), ": ")


def meaning(figure: FigureClaim) -> str:
    """What a figure means: ``trade turnover, target, 2030, KR–VN``."""
    sides = "–".join(side for side in (figure.source, figure.target) if side)
    return joined((spaced(figure.measure), figure.status, figure.period, sides), ", ")


def party_names(parties: Iterable[str], names: Mapping[str, str]) -> str:
    """The parties by their best known names."""
    return " · ".join(names.get(party) or state(party) for party in parties) or "parties not named"


def heading(kind: str, subject: str, parties: Iterable[str], names: Mapping[str, str]) -> str:
    """What an agreement is headed with: its subject; where none is told, ``Memorandum: KOICA · Da Nang``."""
    said = spaced(kind)
    return subject or f"{said[:1].upper()}{said[1:]}: {party_names(parties, names)}"


def state(code: str) -> str:
    """A state by name; whatever else it is as it stands."""
    return countries()[code].names[0] if code in countries() else code


def origin(head: ArticleHead) -> str:
    """Who published an article and when; its address where neither is known."""
    return joined((head.outlet, head.published), ", ") or head.source


def spaced(word: str) -> str:
    """A codebook word as people write it."""
    return word.replace("_", " ")


def joined(parts: Iterable[str | None], by: str = " · ") -> str:
    """The parts that there are."""
    return by.join(part for part in parts if part)


def short(key: str) -> str:
    """An id as short as it may be typed. Ids of organisations are words and stay whole."""
    return key if "." in key else key[:10]
