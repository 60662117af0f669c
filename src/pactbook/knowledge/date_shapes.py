"""The shapes of dates of each language, compiled, with the values of their words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pactbook.errors import KnowledgeError
from pactbook.knowledge.dates import DateWords, date_words
from pactbook.model.article import Language
from pactbook.text.level import level
from pactbook.text.lexicon import Lexicon
from pactbook.text.shapes import Shapes, any_of

_YEAR = r"(?:19|20)\d\d(?![\d%]|[.,]\d)"
_NO_NUMBER_AFTER = r"(?![\d%]|[.,:]\d)"
_ROMAN = {"IV": 4, "III": 3, "II": 2, "I": 1}


@dataclass(frozen=True, slots=True)
class DateShapes:
    """``find`` yields shapes; ``values`` says what the words in their slots are worth: kind → folded words → number."""

    shapes: Shapes
    values: dict[str, dict[str, int]]

    def value(self, kind: str, words: str) -> int | None:
        """The number that ``words`` stand for in a slot of ``kind``, or None."""
        return self.values[kind].get(fold_words(words))


def fold_words(words: str) -> str:
    """Lower case, one space, no space beside a hyphen."""
    return " ".join(level(words).lower().split()).replace(" -", "-").replace("- ", "-")


@cache
def date_shapes(language: Language) -> DateShapes:
    """The shapes of ``language``. Raises KnowledgeError for a shape that cannot be read."""
    words = date_words(language)
    try:
        return DateShapes(Shapes(words.shapes, _slots(words)), _values(words))
    except ValueError as error:
        raise KnowledgeError(f"knowledge/{language}/dates.toml: {error}") from error


@cache
def tense_words(language: Language) -> Lexicon[str]:
    """Phrase → ``future`` or ``past``."""
    tense = date_words(language).tense
    return Lexicon([*((w, "future") for w in tense.future), *((w, "past") for w in tense.past)])


def _slots(words: DateWords) -> dict[str, str]:
    suffix = f"(?:{any_of(words.day_suffixes)})?" if words.day_suffixes else ""
    day = rf"(?:3[01]|[12]\d|0?[1-9]){suffix}{_NO_NUMBER_AFTER}"
    short = any_of([n for names in words.months_short for n in names])
    # An abbreviated month counts beside a day or a year only.
    month = rf"(?:{any_of(_flat(words.months))}|(?:{short})\.?(?= ?\d)|(?<=\d )(?:{short})\.?)"
    mon = rf"(?:1[0-2]|0?[1-9]){_NO_NUMBER_AFTER}"
    year_words = any_of([*words.relative.year, *words.said.year])
    any_year = rf"(?:{_YEAR}|{any_of([*words.relative.year, *words.said.year, *words.of_year])})"
    month_words = [*words.relative.month, *words.said.month]
    number = rf"(?:\d{{1,2}}(?!\d)|{any_of(list(words.numbers))})"
    ordinal = any_of(list(words.ordinals))
    slots = {
        "year": _YEAR,
        "anyyear": any_year,
        "yearword": year_words,
        "month": month,
        "mon": mon,
        "day": day,
        "quarter": rf"(?:[1-4](?!\d)|IV|I{{1,3}}|{ordinal})",
        "half": rf"(?:[12](?!\d)|I{{1,2}}|{ordinal})",
    }
    return {
        **slots,
        **{f"{name}2": pattern for name, pattern in slots.items()},
        "yy2": r"\d\d(?!\d)",
        "decade": r"(?:19|20)\d0",
        "months": number,
        "lastmonths": number,
        "anymonth": any_of([*month_words, *words.of_month]),
        "monthword": any_of(month_words),
        "weekday": rf"(?:{any_of(_flat(words.weekdays))})",
        "dayword": any_of(list(words.relative.day)),
        "saidday": any_of(list(words.said.day)),
        "rel": any_of(list(words.rel)),
        "that": any_of(words.that),
        "end": any_of(words.end),
        "start": any_of(words.start),
        "vague": any_of(words.vague),
        "weeks": any_of(words.weeks),
        "yearend": any_of(words.year_ends),
    }


def _values(words: DateWords) -> dict[str, dict[str, int]]:
    numbers = {str(n): n for n in range(1, 13)}
    roman = {name.lower(): n for name, n in _ROMAN.items()}
    return {
        "month": _numbered(a + b for a, b in zip(words.months, words.months_short or words.months, strict=True)),
        "weekday": _numbered(words.weekdays),
        "count": numbers | _folded(words.numbers) | {f"0{n}": n for n in range(1, 10)},
        "nth": numbers | roman | _folded(words.ordinals),
        "rel": _folded(words.rel),
        "year": _folded(words.relative.year) | _folded(words.of_year),
        "month_from_now": _folded(words.relative.month) | _folded(words.of_month),
        "day_from_now": _folded(words.relative.day),
        "year_said": _folded(words.said.year),
        "month_said": _folded(words.said.month),
        "day_said": _folded(words.said.day),
    }


def _flat(names: list[list[str]]) -> list[str]:
    return [n for group in names for n in group]


def _numbered(groups: Iterable[list[str]]) -> dict[str, int]:
    return {fold_words(name): n for n, names in enumerate(groups, 1) for name in names}


def _folded(words: dict[str, int]) -> dict[str, int]:
    return {fold_words(phrase): n for phrase, n in words.items()}
