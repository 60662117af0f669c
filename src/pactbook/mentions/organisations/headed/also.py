"""Shorter names that the words of a name hold: "Bộ Ngoại giao" in "Bộ Ngoại giao Hàn Quốc"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.headed.sheet import Sheet


def with_shorter(sheet: Sheet, name: Candidate) -> Candidate:
    """The name with the shorter ones that its own words hold."""
    if name.rule in {"place", "title"} or name.end != sheet.words[name.last].end:
        return name
    held = [sheet.page.text[slice(*sheet.page.span(*at))] for at in _held(sheet, name)]
    return replace(name, also=tuple(dict.fromkeys([*name.also, *held]))) if held else name


def _held(sheet: Sheet, name: Candidate) -> Iterator[tuple[int, int]]:
    length, heads = sheet.head_at(name.first)
    last, kind = name.last, name.only()
    if kind == "ministry":
        while last > name.first and sheet.in_state(last):
            last -= 1
        if name.first < last < name.last and sheet.spaced(last + 1):
            yield name.first, last
    elif kind == "subnational" and heads and not sheet.grammar.executives.at(sheet.lows, name.first):
        # "Phòng Lao động - Thương binh và Xã hội huyện"
        last -= sheet.grammar.places.before(sheet.lows, name.last + 1)
        if name.first + length <= last < name.last:
            yield name.first, last
    elif kind == "company" and any(head.firm for head in heads):
        own = _core(sheet, name, name.first + length)
        if own <= name.last and sheet.is_proper(own) and not sheet.page.is_land(own):
            yield own, name.last


def _core(sheet: Sheet, name: Candidate, own: int) -> int:
    """The first word of what a firm is called behind its legal forms: "Ngân hàng Hàn Quốc [KB Kookmin]"."""
    while own <= name.last and (form := sheet.grammar.legal_forms.at(sheet.lows, own)):
        own += form
    while own < name.last and sheet.in_state(own):
        own += 1
    while own < name.last and sheet.small(own) and (topic := sheet.grammar.topics.at(sheet.lows, own)):
        # "Tập đoàn xây dựng Hanshin E&C"
        own += topic
    return own


def distinct(sheet: Sheet, names: Sequence[Candidate]) -> list[Candidate]:
    """The names without shorter ones that the article uses for another body: "Bộ Quốc phòng" beside the Korean one."""
    bodies: dict[str, set[tuple[str, ...]]] = {}
    for name in names:
        if name.keys:
            bodies.setdefault(sheet.page.text[name.start : name.end], set()).add(name.keys)
    return [
        replace(name, also=tuple(a for a in name.also if bodies.get(a, {name.keys}) <= {name.keys})) for name in names
    ]
