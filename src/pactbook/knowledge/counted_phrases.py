"""Phrases that count from a date: ``{number} năm sau[ đó]`` = 1 stands for "hai năm sau" = 2, "3 năm sau đó" = 3."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pactbook.text.shapes import Slot, any_of, words

_CLOSING = {"[": "]", "(": ")"}


def values_of(phrases: Mapping[str, int], numbers: Mapping[str, int]) -> dict[str, int]:
    """Each phrase written out → its value, which counts as often as the number in it says.

    Raises ValueError for an unknown slot, a bracket that is not closed, and a phrase with two values.
    """
    found: dict[str, int] = {}
    for phrase, each in phrases.items():
        for before, slot, behind in map(_parted, _spellings(phrase)):
            counts = _counts(slot, numbers) if slot else {"": 1}
            for number, count in counts.items():
                written = f"{before}{number}{behind}"
                if found.setdefault(written, each * count) != each * count:
                    raise ValueError(f"{phrase!r}: {written!r} has the value {found[written]} already")
    return found


def pattern_of(phrases: Iterable[str], numbers: Mapping[str, int]) -> str:
    """A regular expression for any of the phrases; those with a number go first, as longer ones do.

    The numbers stand in it once for all that may follow them: written out, it would take many times as long to compile.
    """
    plain: list[str] = []
    counted: dict[tuple[str, str], list[str]] = {}
    for before, slot, behind in (_parted(spelling) for phrase in phrases for spelling in _spellings(phrase)):
        if slot:
            counted.setdefault((before, slot), []).append(behind)
        else:
            plain.append(before)
    ways = [
        f"{words(before)}(?:{any_of(list(_counts(slot, numbers)))})(?:{any_of(behind)})"
        for (before, slot), behind in counted.items()
    ]
    return "|".join([*ways, any_of(plain)] if plain else ways) or "(?!)"


def slot_of(phrases: Iterable[str], numbers: Mapping[str, int]) -> Slot:
    """A slot of a shape for any of the phrases."""
    known = list(phrases)
    wholes = values_of(dict.fromkeys(known, 0), numbers)
    return Slot(f"(?:{pattern_of(known, numbers)})", frozenset(), frozenset(wholes))


def _spellings(phrase: str) -> Iterator[str]:
    """The phrase with and without what stands in ``[a|b]``, and with one of what stands in ``(a|b)``."""
    start = min((at for at in map(phrase.find, _CLOSING) if at >= 0), default=len(phrase))
    closing = _CLOSING.get(phrase[start : start + 1], "")
    end = phrase.find(closing, start)
    if end < 0 or any(mark in phrase[:start] for mark in _CLOSING.values()):
        raise ValueError(f"{phrase!r}: a bracket is not closed, or was not opened")
    if not closing:
        yield phrase
        return
    ways = phrase[start + 1 : end].split("|")
    for way in ["", *ways] if closing == "]" else ways:
        yield from _spellings(phrase[:start] + way + phrase[end + 1 :])


def _parted(spelling: str) -> tuple[str, str, str]:
    """What stands before the slot, the slot's name, and what stands behind it; all before where there is none."""
    before, _, rest = spelling.partition("{")
    slot, _, behind = rest.partition("}")
    if [mark for mark in spelling if mark in "{}"] != ["{", "}"] * bool(slot) or slot not in ("", "number", "word"):
        raise ValueError(f"{spelling!r}: one {{number}} or {{word}} may stand in a phrase, and no other slot")
    return before, slot, behind


def _counts(slot: str, numbers: Mapping[str, int]) -> dict[str, int]:
    """What may stand in a slot → its value: ``word`` takes numbers in words alone, ``number`` in digits too."""
    digits = {str(number): number for number in numbers.values()} if slot == "number" else {}
    return {**numbers, **digits}
