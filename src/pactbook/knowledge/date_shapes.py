"""The shapes of dates of each language, compiled, with the values of their words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from pactbook.errors import KnowledgeError
from pactbook.knowledge.counted_phrases import slot_of, values_of
from pactbook.knowledge.dates import DateWords, date_words
from pactbook.model.article import Language
from pactbook.text.expressions import regex
from pactbook.text.level import level
from pactbook.text.lexicon import Lexicon
from pactbook.text.shapes import DIGIT, Shapes, Slot, any_of

_YEAR = r"(?:19|20)\d\d(?![\d%]|[.,]\d)"
_DOTTED = r"(?:(?:19|20)|')\d\d\. ?(?:1[0-2]|0?[1-9])\. ?(?:3[01]|[12]\d|0?[1-9])(?!\d|\.\d)"
_NO_NUMBER_AFTER = r"(?![\d%]|[.,:]\d)"
_ROMAN = {"IV": 4, "III": 3, "II": 2, "I": 1}


@dataclass(frozen=True, slots=True)
class DateShapes:
    """``find`` yields shapes; ``values`` says what the words in their slots are worth: kind → folded words → number."""

    shapes: Shapes
    values: dict[str, dict[str, int]]
    parts_ahead: int | None = None
    ahead: float = 1
    head_final: bool = False

    def value(self, kind: str, words: str) -> int | None:
        """The number that ``words`` stand for in a slot of ``kind``, or None."""
        return self.values[kind].get(fold_words(words))


@lru_cache(maxsize=5_000)
def fold_words(words: str) -> str:
    """Lower case, one space, no space beside a hyphen."""
    return " ".join(level(words).lower().split()).replace(" -", "-").replace("- ", "-")


@cache
def date_shapes(language: Language) -> DateShapes:
    """The shapes of ``language``. Raises KnowledgeError for a shape that cannot be read."""
    words = date_words(language)
    try:
        shapes, values = Shapes(words.shapes, _slots(words)), _values(words)
        return DateShapes(shapes, values, words.parts_ahead, words.tense.ahead, words.head_final)
    except ValueError as error:
        raise KnowledgeError(f"knowledge/{language}/dates.toml: {error}") from error


@cache
def tense_words(language: Language) -> Lexicon[str]:
    """Phrase → ``future``, ``past``, or ``finite`` for a word of the past that hangs on no other, or ``neither``."""
    tense = date_words(language).tense
    said = {
        "future": tense.future,
        "past": tense.past,
        "finite": tense.finite,
        "neither": tense.neither,
        "either": tense.either,
    }
    return Lexicon((word, tells) for tells, words in said.items() for word in words)


@dataclass(frozen=True, slots=True)
class VerbForms:
    """Verbs that show a tense by their ending, or by a mark that stands in them; ``pattern`` finds it and the rest.

    The beginning of the verb is read backwards from there: so a search skips to the few words that have it.
    """

    pattern: re.Pattern[str]

    def find(self, text: str) -> Iterator[tuple[int, int]]:
        """Where such verbs stand; they are made of letters only."""
        for found in self.pattern.finditer(text):
            start = found.start()
            while start and text[start - 1].isalnum() and not text[start - 1].isdecimal():
                start -= 1
            if not (start and (text[start - 1].isdecimal() or text[start - 1] == "_")):
                yield start, found.end()


@cache
def tense_endings(language: Language) -> dict[str, VerbForms]:
    """``past`` and ``future`` → verbs that show it by their ending, or by a mark that stands in them."""
    tense = date_words(language).tense
    patterns = {}
    if tense.past_marks:
        patterns["past"] = rf"(?:{any_of(tense.past_marks)})[^\W\d_]*"
    elif tense.past_endings:
        # Behind two letters at least: "need" is no past.
        behind = (rf"{any_of([e])}(?<=[^\W\d_]{{{len(e) + 2}}})" for e in sorted(tense.past_endings, key=len))
        patterns["past"] = rf"(?:{'|'.join(behind)})\b"
    if tense.future_endings:
        patterns["future"] = rf"(?:{any_of(tense.future_endings)})\b"
    return {says: VerbForms(regex(pattern)) for says, pattern in patterns.items()}


def _slots(words: DateWords) -> dict[str, Slot]:
    relative, said, numbers = words.relative, words.said, words.numbers
    year_words = [*relative.year, *said.year]
    month_words = [*relative.month, *said.month]
    any_year = slot_of([*year_words, *words.of_year], numbers)
    dotted = frozenset([f"{DIGIT}."])
    number = _whole(rf"(?:\d{{1,2}}(?!\d)|{any_of(list(numbers))})", DIGIT, *numbers)
    ends = {
        "year": _whole(_YEAR, DIGIT),
        "anyyear": _whole(rf"(?:{_YEAR}|{any_year.pattern})", DIGIT, *any_year.wholes),
        "yearword": slot_of(year_words, numbers),
        "month": _month(words),
        "mon": _whole(rf"(?:1[0-2]|0?[1-9]){_NO_NUMBER_AFTER}", DIGIT),
        "day": _day(words),
        "quarter": _nth(words, r"[1-4](?!\d)|IV|I{1,3}"),
        "half": _nth(words, r"[12](?!\d)|I{1,2}"),
    }
    return {
        **ends,
        **{f"{name}2": slot for name, slot in ends.items()},
        "yy": _whole(r"'\d\d(?!\d)", f"'{DIGIT}"),
        "dotted": Slot(_DOTTED, frozenset([f"{DIGIT}.", f"'{DIGIT}."])),
        "toquarter": ends["quarter"],
        "tomon": ends["mon"],
        "yy2": _whole(r"\d\d(?!\d)", DIGIT),
        "dotdate": Slot(r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d(?![\d%]|[.,]\d)", dotted),
        "dotday": Slot(r"(?:3[01]|[12]\d|0?[1-9])\.(?:1[0-2]|0?[1-9])(?![\d%]|[.,:]\d)", dotted),
        "dotmonth": Slot(r"(?:1[0-2]|0?[1-9])\.(?:19|20)\d\d(?![\d%]|[.,]\d)", dotted),
        "decade": _whole(r"(?:19|20)\d0", DIGIT),
        "months": number,
        "quarters": number,
        "days": number,
        "lastmonths": number,
        "anymonth": slot_of([*month_words, *words.of_month], numbers),
        "monthword": slot_of(month_words, numbers),
        "weekday": Slot.of_words(_flat(words.weekdays)),
        "quarterword": slot_of(relative.quarter, numbers),
        "season": Slot.of_words(words.seasons),
        "dayword": slot_of(relative.day, numbers),
        "saidday": slot_of(said.day, numbers),
        "rel": Slot.of_words(words.rel),
        "that": Slot.of_words(words.that),
        "end": Slot.of_words(words.end),
        "start": Slot.of_words(words.start),
        "vague": Slot.of_words(words.vague),
        "weekword": slot_of(relative.week, numbers),
        "nthday": _whole(
            rf"(?:3[01]|[12]\d|[1-9])(?:{any_of(words.day_suffixes)})", *(DIGIT + s for s in words.day_suffixes)
        ),
        "weeks": Slot.of_words(words.weeks),
        "holiday": Slot.of_words(words.holidays),
        "edgeday": Slot.of_words(words.edge_days),
        "yearend": Slot.of_words(words.year_ends),
    }


def _whole(pattern: str, *values: str) -> Slot:
    """A slot that holds no more than one of ``values``."""
    return Slot(pattern, frozenset(), frozenset(values))


def _month(words: DateWords) -> Slot:
    """A month's name; an abbreviation counts beside a day or a year only."""
    full, short = _flat(words.months), _flat(words.months_short)
    pattern = rf"(?:{any_of(full)}|(?:{any_of(short)})\.?(?= ?\d)|(?<=\d )(?:{any_of(short)})\.?)"
    return Slot(pattern, frozenset([*full, *short]))


def _day(words: DateWords) -> Slot:
    suffix = f"(?:{any_of(words.day_suffixes)})?" if words.day_suffixes else ""
    values = (DIGIT + s for s in ("", *words.day_suffixes))
    return _whole(rf"(?:3[01]|[12]\d|0?[1-9]){suffix}{_NO_NUMBER_AFTER}", *values)


def _nth(words: DateWords, digits: str) -> Slot:
    ordinals = list(words.ordinals)
    return _whole(rf"(?:{digits}|{any_of(ordinals)})", DIGIT, *_ROMAN, *ordinals)


def _values(words: DateWords) -> dict[str, dict[str, int]]:
    relative, said = words.relative, words.said
    digits = {str(n): n for n in range(1, 13)}

    def counted(phrases: dict[str, int]) -> dict[str, int]:
        return _folded(values_of(phrases, words.numbers))

    roman = {name.lower(): n for name, n in _ROMAN.items()}
    return {
        "month": _numbered(a + b for a, b in zip(words.months, words.months_short or words.months, strict=True)),
        "weekday": _numbered(words.weekdays),
        "holiday": {fold_words(name): int(day.replace("-", "")) for name, day in words.holidays.items()},
        "edge": _folded(words.edge_days),
        "count": digits | _folded(words.numbers) | {f"0{n}": n for n in range(1, 10)},
        "nth": digits | roman | _folded(words.ordinals),
        "rel": _folded(words.rel),
        "year": counted(relative.year) | _folded(words.of_year),
        "month_from_now": counted(relative.month) | _folded(words.of_month),
        "quarter_from_now": counted(relative.quarter),
        "season": _folded(words.seasons),
        "week_from_now": counted(relative.week),
        "day_from_now": counted(relative.day),
        "year_said": counted(said.year),
        "month_said": counted(said.month),
        "day_said": counted(said.day),
    }


def _flat(names: list[list[str]]) -> list[str]:
    return [n for group in names for n in group]


def _numbered(groups: Iterable[list[str]]) -> dict[str, int]:
    return {fold_words(name): n for n, names in enumerate(groups, 1) for name in names}


def _folded(words: dict[str, int]) -> dict[str, int]:
    return {fold_words(phrase): n for phrase, n in words.items()}
