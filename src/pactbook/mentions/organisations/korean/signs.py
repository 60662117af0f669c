"""What around a word shows that it is the name of a firm."""

from __future__ import annotations

from pactbook.mentions.organisations.korean.parts import has_own, parts
from pactbook.mentions.organisations.korean.people import titled
from pactbook.mentions.organisations.korean.sheet import Sheet

#: What parts the members of a list.
_COMMAS = frozenset({", ", "·", "-", " - ", "/"})


def is_firm(sheet: Sheet, at: tuple[int, int], own: str, end: int) -> bool:
    """Whether a name with a head that stands alone too (건설, 에너지) is one: ㈜, a brand, a title, a list of firms."""
    first, last = at
    left = [sheet.words[p].text for p in range(first, last)]
    if any(c.isascii() and c.isalpha() for text in [*left, own] for c in text) or is_branded(sheet, own):
        return True
    if any(sheet.sound(text) for text in [*left, own]) or is_formed(sheet, first, end):
        return True
    if noun_before(sheet, first) or titled(sheet, last, end - sheet.words[last].start) or _beside_firm(sheet, at):
        return True
    return _is_party(sheet, last, own, end)


def _is_party(sheet: Sheet, place: int, own: str, end: int) -> bool:
    """Whether a name that begins with a word of its own does something, or is who a deal is with."""
    tail = sheet.tail(place, end)
    if not own or parts(own, sheet.language)[0].sort != "own" or not has_own(own, sheet.language):
        return False
    _, after = sheet.sentence(place)
    return tail in sheet.lexis.subjects | sheet.lexis.partners and bool(sheet.lexis.deals.search(after))


def _beside_firm(sheet: Sheet, at: tuple[int, int]) -> bool:
    """Whether a known firm stands beside the name in a list: 삼성전자·한빛건설."""
    first, after = at[0], at[1] + 1
    words, firms = sheet.words, sheet.firms
    if after < len(words) and words[after].gap in _COMMAS and after in firms:
        return True
    return first > 0 and words[first].gap in _COMMAS and first - 1 in firms


def is_formed(sheet: Sheet, place: int, end: int) -> bool:
    """Whether ㈜ or the like stands right before or behind the name."""
    start = sheet.words[place].start
    before, behind = sheet.text[max(0, start - 8) : start].rstrip(), sheet.text[end : end + 8].lstrip()
    return any(before.endswith(form) or behind.startswith(form) for form in sheet.lexis.words.legal_forms)


def is_branded(sheet: Sheet, stem: str) -> bool:
    """Whether the name begins with what the firms of a group are called by: SK온, LX판토스."""
    for brand in sheet.lexis.words.brands:
        rest = stem.removeprefix(brand)
        if rest != stem and len(rest) > 1 and "가" <= rest[0] <= "힣" and rest not in sheet.lexis.titles:
            return has_own(rest, sheet.language)
    return False


def noun_before(sheet: Sheet, place: int) -> str | None:
    """The kind that a noun right before the name tells: 현지 물류업체 쯔엉안."""
    if not sheet.joined(place):
        return None
    before = sheet.words[place - 1].text
    # 현지 최대 유통망인 쯔엉안
    before = next((before.removesuffix(p) for p in sheet.lexis.words.copula if before.endswith(p)), before)
    for size in range(min(len(before), 8), 1, -1):
        if before[-size:] in sheet.lexis.nouns:
            return sheet.lexis.nouns[before[-size:]]
    return None
