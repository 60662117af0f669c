"""How pages say things: every public function here is a filter of the templates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import quote, unquote_plus, urlsplit

from pactbook.knowledge.measures import measures
from pactbook.model.claim import FigureClaim
from pactbook.model.edtf import is_edtf, precision
from pactbook.model.figure import Reading, Series
from pactbook.model.span import Span
from pactbook.model.told import Evidence
from pactbook.search.lexing import spelled
from pactbook.wording import (
    amount,
    dollars,
    heading,
    joined,
    money,
    origin,
    party_names,
    short,
    spaced,
    state,
    whole_amounts,
)

__all__ = (
    "about",
    "amount",
    "anchor",
    "between",
    "counted",
    "day",
    "digits",
    "dollars",
    "figure_address",
    "filter_value",
    "heading",
    "inside",
    "label",
    "language",
    "lines",
    "link",
    "money",
    "origin",
    "party_names",
    "percent",
    "pieces",
    "place",
    "qualified",
    "script",
    "sense",
    "short",
    "sides",
    "spaced",
    "spelled_party",
    "state",
    "unquoted",
    "whole_amounts",
)

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_QUARTERS = {("01", "03"): "Q1", ("04", "06"): "Q2", ("07", "09"): "Q3", ("10", "12"): "Q4"}
#: Codebook words that are not written as they sound.
_LABELS = {"ict": "ICT", "fdi_registered": "FDI registered", "fdi_disbursed": "FDI disbursed"}
_LANGUAGES = {"en": "English", "vi": "Vietnamese", "ko": "Korean"}
_QUALIFIERS = {"exact": "", "about": "about ", "over": "over ", "under": "under ", "up_to": "up to "}


def day(value: str | None) -> str:
    """An EDTF date as people read it: ``24 Oct 2014``, ``October 2014``, ``2016–2025``, ``Q1 2024``."""
    if not value:
        return "no date"
    if "/" in value:
        return _interval(*value.split("/", 1))
    kind = precision(value)
    if kind == "decade":
        return f"{value[:3]}0s"
    year, *rest = value.split("-")
    known = "" if year == "XXXX" else f" {year}"
    if not rest:
        return year
    month = int(rest[0]) - 1
    said = f"{int(rest[1])} {_MONTHS[month]}{known}" if len(rest) == 2 else f"{_LONG[month]}{known}"
    return said if known else f"{said}, year not said"


def _interval(first: str, last: str) -> str:
    if not first or not last:
        return f"until {day(last)}" if last else f"since {day(first)}"
    one, two = first.split("-"), last.split("-")
    if len(one) == len(two) == 2 and one[0] == two[0]:
        quarter = _QUARTERS.get((one[1], two[1]))
        return f"{quarter} {one[0]}" if quarter else f"{_MONTHS[int(one[1]) - 1]}–{_MONTHS[int(two[1]) - 1]} {one[0]}"
    if len(one) == len(two) == 3 and one[:2] == two[:2]:
        return f"{int(one[2])}–{day(last)}"
    return f"{day(first)}–{day(last)}" if len(one) == len(two) == 1 else f"{day(first)} – {day(last)}"


def label(word: str) -> str:
    """A codebook word as the beginning of a line: ``Action plan``, ``FDI registered``, ``ICT``."""
    said = _LABELS.get(word) or spaced(word)
    return said[:1].upper() + said[1:]


def language(code: str) -> str:
    """A language by its name."""
    return _LANGUAGES.get(code, code)


def counted(number: int, noun: str) -> str:
    """``1 article``, ``1,200 articles``; a noun in y ends in ies."""
    if number == 1:
        return f"1 {noun}"
    return f"{number:,} {noun[:-1] + 'ies' if noun.endswith('y') else noun + 's'}"


def digits(number: float) -> str:
    """A number in full: ``87,700,000,000``."""
    return f"{number:,.2f}".removesuffix(".00")


def percent(share: float) -> str:
    """``84%``."""
    return f"{share:.0%}"


def qualified(figure: FigureClaim) -> str:
    """The amount with its qualifier: ``over USD 3 billion``."""
    return _QUALIFIERS[figure.qualifier] + money(figure.low, figure.high, figure.currency)


def sense(figure: FigureClaim) -> str:
    """What a figure means: ``Trade turnover, target, 2030, South Korea – Vietnam``."""
    when = day(figure.period) if figure.period else None
    return joined((label(figure.measure), figure.status, when, sides((figure.source, figure.target))), ", ")


def sides(codes: Iterable[str | None]) -> str:
    """Both sides of a flow: ``Korea – Vietnam``."""
    return " – ".join(state(code) for code in codes if code)


def about(number: float) -> float:
    """A number that was reckoned, in three digits."""
    return float(f"{number:.3g}")


def between(series: Series, names: Mapping[str, str] | None = None) -> str:
    """The sides: ``Korea → Vietnam``, of a turnover ``Korea – Vietnam``; a body by its name in ``names``."""
    said = [(names or {}).get(side) or _side(side) for side in (series.source, series.target) if side]
    if not said:
        return "sides not said"
    if len(said) == 1:
        return f"from {said[0]}, to whom is not said" if series.source else f"to {said[0]}, from whom is not said"
    return (" – " if measures()[series.measure].sides == "both" else " → ").join(said)


def _side(code: str) -> str:
    """A state by name; ``XX`` stands for more than one."""
    return "several countries" if code == "XX" else state(code)


def script(text: str) -> str | None:
    """The language that the letters of a text tell for sure, for a text of which nothing else says it."""
    if re.search("[\uac00-\ud7a3]", text):
        return "ko"
    return "vi" if re.search("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", text.lower()) else None


def spelled_party(body: str) -> str:
    """The question for a body or a state, as it is typed."""
    return spelled("party", (body,))


def link(address: str | None) -> str | None:
    """The address, if it leads to a web page; whatever else an article says of itself is no link."""
    if not address or re.search(r"[\s\x00-\x1f\x7f\\]", address):
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in ("http", "https") and parts.hostname else None


def pieces(text: str, marks: Iterable[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """The text cut at the marks, each piece with whether it is marked. Marks are in code points and in order."""
    done = 0
    for start, end in marks:
        first = max(start, done)
        if end <= first:
            continue
        if first > done:
            yield text[done:first], False
        yield text[first:end], True
        done = end
    if done < len(text):
        yield text[done:], False


def lines(text: str) -> list[str]:
    """The paragraphs of a text."""
    return [part for part in re.split(r"\n+", text) if part.strip()]


def inside(spans: Iterable[Span], start: int, length: int) -> list[tuple[int, int]]:
    """Where spans of a text stand in the part of it that begins at ``start``; those outside are left out.

    A span that is the whole part sets nothing off.
    """
    within = ((max(span.start - start, 0), min(span.end - start, length)) for span in sorted(spans))
    return [(first, last) for first, last in within if first < last and last - first < length]


def place(evidence: Evidence) -> str:
    """The address of the words in their article."""
    spans = sorted(evidence.quotes) or [evidence.sentence]
    at = ",".join(f"{span.start}-{span.end}" for span in spans)
    return f"/article/{quote(evidence.article.id)}?at={at}#at"


def figure_address(reading: Reading) -> str:
    """The page of a figure."""
    return f"/figure/{quote(reading.figure)}"


def anchor(words: str) -> str:
    """The words as a part of the id of an element."""
    return quote(words, safe="").replace("%", "_").replace("~", "_")


def filter_value(name: str, value: str, names: Mapping[str, str]) -> str:
    """A value of a filter for people; ``names`` are those of bodies."""
    if name in ("party", "province"):
        return names.get(value) or state(value)
    if name == "country":
        return "International" if value == "XX" else state(value)
    if name == "language":
        return language(value)
    if name in ("since", "until"):
        return day(value) if is_edtf(value) else value
    if name == "amount":
        return _band(value)
    return value if name in ("outlet", "year") else label(value)


def _band(value: str) -> str:
    """``1m-10m`` as ``1 to 10 million``; what a user typed stays as it is."""
    low, dash, high = value.partition("-")
    if not dash or not set(value) <= set("0123456789mbn-"):
        return value
    if not high:
        return f"{_scaled(low)} or more"
    return f"under {_scaled(high)}" if low == "0" else f"{_scaled(low)} to {_scaled(high)}"


def _scaled(words: str) -> str:
    return words.replace("bn", " billion").replace("m", " million")


def unquoted(address: str) -> str:
    """An address with its letters readable."""
    return unquote_plus(address)
