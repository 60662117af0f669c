"""What around a word shows that it is the name of a firm."""

from __future__ import annotations

import re
from collections.abc import Container
from functools import lru_cache

from pactbook.mentions.organisations.korean.lexis import lexis
from pactbook.mentions.organisations.korean.ordinary import is_ordinary
from pactbook.mentions.organisations.korean.parts import has_own, is_landed, parts
from pactbook.mentions.organisations.korean.people import titled
from pactbook.mentions.organisations.korean.sheet import Sheet

#: What may stand before the first word of a sentence.
_MARKS = " '\"“‘▲△■◆▷·-"
#: No noun that tells a kind is longer; a noun phrase that tells the country has no more words.
_NOUN, _PHRASE = 8, 6
#: So far behind a firm it may be told what it is given or chosen for.
_BEHIND = 40
#: The first word in brackets behind a name.
_LED = re.compile(r"\(([가-힣]{2,6}) [가-힣]")
#: An acronym in brackets behind a name.
_ACRONYM = re.compile(r"\([A-Z][A-Z&-]{1,9}\)")
#: What opens an item of a list, what joins the two sides of a deal in it, what closes their names.
_BULLETS = tuple("▲△▷▶◇◆□■○●•ㆍ·-*①②③④⑤⑥⑦⑧⑨⑩")
_DASHES = frozenset({"-", "–", "—", " - ", " – ", "↔", " ↔ "})
_CLOSES = (":", " :", ",", " (", "(", " -", "/")
#: A side of a deal in a list has no more words; its acronym in brackets is no longer.
_SIDE, _BRACKETED = 3, 16
#: What parts the members of a list.
COMMAS = frozenset({", ", "·", "-", " - ", "/"})


def is_firm(sheet: Sheet, at: tuple[int, int], own: str, end: int) -> bool:
    """Whether a name with a head that stands alone too (건설, 에너지) is one: ㈜, a brand, a title, a list of firms."""
    first, last = at
    if not sheet.tail(last, end) and _is_work(sheet, last + 1):
        return False
    if is_landed(own, sheet.language):
        return _is_landed_firm(sheet, at, end)
    left = [sheet.words[p].text for p in range(first, last)]
    if any(text in sheet.lexis.states for text in left) and has_own(own, sheet.language):
        return True
    if any(c.isascii() and c.isalpha() for text in [*left, own] for c in text) or is_branded(sheet, own):
        return True
    if any(sheet.sound(text) for text in [*left, own]) or is_formed(sheet, first, end):
        return True
    if (
        noun_before(sheet, first)
        or titled(sheet, last, end - sheet.words[last].start)
        or beside(sheet, at, sheet.firms)
    ):
        return True
    if not sheet.tail(last, end) and is_led(sheet, last + 1):
        return True
    strange = first == last and is_strange(sheet, own)
    if is_led_by(sheet, end) or (strange and (stands(sheet, last, end) or _is_dealt_with(sheet, last, end))):
        return True
    return _is_party(sheet, last, own, end)


def _is_dealt_with(sheet: Sheet, place: int, end: int) -> bool:
    """Whether a deal gives the firm something, or it is chosen: 다온건설에 맡기는 계약, 다온건설을 시공사로 골랐다."""
    tail, behind = sheet.tail(place, end), sheet.text[end : end + _BEHIND]
    if tail in sheet.lexis.receivers:
        return sheet.lexis.pacts.search(behind.partition(".")[0]) is not None
    return tail in sheet.lexis.objects and sheet.lexis.chosen.search(behind.partition(".")[0]) is not None


def _is_landed_firm(sheet: Sheet, at: tuple[int, int], end: int) -> bool:
    """Whether a name of a place and a field is a firm's: 유통업체 하롱뷰티, 하롱뷰티와 계약을; never 하롱관광은."""
    first, last = at
    if noun_before(sheet, first) or is_formed(sheet, first, end) or is_led_by(sheet, end):
        return True
    if beside(sheet, at, sheet.firms) or titled(sheet, last, end - sheet.words[last].start):
        return True
    if _ACRONYM.match(sheet.text, end):
        return True
    _, after = sheet.sentence(last)
    if sheet.tail(last, end) in sheet.lexis.partners and sheet.lexis.pacts.search(after):
        return True
    return _is_dealt_with(sheet, last, end)


def _is_work(sheet: Sheet, place: int) -> bool:
    """Whether word ``place`` says that the name before it is what is built: 선라이즈시티 [신축공사]."""
    return sheet.joined(place) and sheet.words[place].text.startswith(tuple(sheet.lexis.words.works))


def is_strange(sheet: Sheet, own: str) -> bool:
    """Whether what stands before a head is no ordinary word: 가온 of 가온건설."""
    return len(own) > 1 and not is_ordinary(own, sheet.language) and not own[0].isdigit()


def stands(sheet: Sheet, last: int, end: int) -> bool:
    """Whether a name ends there: a particle of who acts, a comma, a bracket, 등 or a dash stands behind."""
    tail, behind = sheet.tail(last, end), sheet.text[end : end + 2]
    if tail:
        return tail in sheet.lexis.sides or tail in sheet.lexis.genitive
    return behind[:1] in {",", "(", "·", "-"} or behind == " 등"


def is_led_by(sheet: Sheet, end: int) -> bool:
    """Whether a bracket behind the name says who leads it: 마루허브(대표 김다온)."""
    match = _LED.match(sheet.text, end) if sheet.text.startswith("(", end) else None
    return match is not None and match[1].endswith(tuple(sheet.lexis.leaders))


def leads_in(sheet: Sheet, place: int, end: int) -> bool:
    """Whether the name begins the headline or the text, as whom the story is about does: 바람바이오, 베트남에 ..."""
    firsts = sorted(sheet.page.openings)[:2]
    if place not in firsts:
        return False
    tail = sheet.tail(place, end)
    return tail in sheet.lexis.subjects or (not tail and sheet.text[end : end + 1] in {",", "(", "-"})


def is_led(sheet: Sheet, place: int) -> bool:
    """Whether word ``place`` is the title of who leads the body before it: 한빛대 [총장은]."""
    return place in sheet.led and sheet.joined(place)


def _is_party(sheet: Sheet, place: int, own: str, end: int) -> bool:
    """Whether a name that begins with a word of its own is who a deal is with, or opens a sentence that it acts in."""
    tail = sheet.tail(place, end)
    if not own or parts(own, sheet.language)[0].sort != "own" or not has_own(own, sheet.language):
        return False
    _, after = sheet.sentence(place)
    if tail in sheet.lexis.subjects and opens(sheet, place):
        return bool(sheet.lexis.acts.search(after) or sheet.lexis.deals.search(after))
    return tail in sheet.lexis.sides and bool(sheet.lexis.deals.search(after))


def beside(sheet: Sheet, at: tuple[int, int], firms: Container[int]) -> bool:
    """Whether one of the words of firms stands beside the name in a list: 삼성전자·한빛건설."""
    first, after = at[0], at[1] + 1
    words = sheet.words
    if after < len(words) and words[after].gap in COMMAS and after in firms:
        return True
    if first == 0 or first - 1 not in firms:
        return False
    # 한빛이엔지와 가람에너지도
    both = sheet.joined(first) and words[first - 1].text.endswith(sheet.lexis.with_whom)
    return both or words[first].gap in COMMAS


def is_formed(sheet: Sheet, place: int, end: int) -> bool:
    """Whether ㈜ or the like stands right before or behind the name."""
    if not sheet.formed:
        return False
    start = sheet.words[place].start
    before, behind = sheet.text[max(0, start - 8) : start].rstrip(), sheet.text[end : end + 8].lstrip()
    forms = sheet.lexis.legal_forms
    return before.endswith(forms) or behind.startswith(forms)


def is_branded(sheet: Sheet, stem: str) -> bool:
    """Whether the name begins with what the firms of a group are called by: SK온, LX판토스."""
    if not stem.startswith(sheet.lexis.brands):
        return False
    for brand in sheet.lexis.brands:
        rest = stem.removeprefix(brand)
        if rest[1:] in sheet.lexis.particles:
            # 삼성은 with a particle is no name of a firm of Samsung's
            continue
        if rest != stem and len(rest) > 1 and "가" <= rest[0] <= "힣" and rest not in sheet.lexis.titles:
            return has_own(rest, sheet.language)
    return False


def noun_before(sheet: Sheet, place: int, quotes: str = "") -> str | None:
    """The kind that a noun right before the name tells: 현지 물류업체 쯔엉안; before one of ``quotes`` too."""
    if not _near(sheet, place, quotes) or sheet.words[place - 1].end in sheet.ends:
        return None
    return _noun_told(sheet.words[place - 1].text, sheet.language)


@lru_cache(maxsize=20_000)
def _noun_told(word: str, language: str) -> str | None:
    """The kind of the noun that the word ends with, with or without a copula: 유통망인 쯔엉안."""
    bare = [word.removesuffix(c) for c in lexis(language).words.copula if word.endswith(c)]
    return next((kind for text in [word, *bare] if (kind := _noun_at_end(text, language))), None)


def noun_at_end(sheet: Sheet, text: str) -> str | None:
    """The kind of the noun that the word ends with: 물류업체."""
    return _noun_at_end(text, sheet.language)


@lru_cache(maxsize=20_000)
def _noun_at_end(text: str, language: str) -> str | None:
    nouns = lexis(language).nouns
    ends = (text[-size:] for size in range(min(len(text), _NOUN), 1, -1))
    return next((nouns[end] for end in ends if end in nouns), None)


def _near(sheet: Sheet, place: int, quotes: str) -> bool:
    gap = sheet.words[place].gap if 0 < place < len(sheet.words) else ""
    if gap == " " or not quotes:
        return gap == " "
    return len(gap) == len(" '") and gap[0] == " " and gap[1] in quotes


def said_of(sheet: Sheet, place: int, quotes: str = "") -> str | None:
    """The country in the noun phrase before a name: 베트남 최대 물류업체 쯔엉안, 현지 외식기업 골든루, 한국의 두레."""
    lexis = sheet.lexis
    if not _near(sheet, place, quotes):
        return None
    quoted = not sheet.joined(place)
    for here in range(place - 1, max(-1, place - _PHRASE), -1):
        word = sheet.words[here].text
        owner = word
        if word.endswith(lexis.genitive):
            owner = word.removesuffix(next(g for g in lexis.genitive if word.endswith(g)))
        if word in lexis.words.near:
            return lexis.words.local
        if word in lexis.words.at_home:
            # 베트남 국내 은행
            return (sheet.state(here - 1) if sheet.joined(here) else None) or lexis.words.home
        rooted = next((word.removesuffix(r) for r in lexis.words.rooted if word.endswith(r)), "")
        owned = lexis.states.get(owner) or lexis.states.get(rooted) or (lexis.lands.get(owner) if quoted else None)
        if country := sheet.state(here) or sheet.land(here) or owned:
            return country
        if not sheet.joined(here) or (here == place - 1 and not noun_before(sheet, place, quotes)):
            return None
    return None


def opens(sheet: Sheet, place: int) -> bool:
    """Whether the word is the first of its sentence."""
    before, _ = sheet.sentence(place)
    return not before.strip(_MARKS)


def in_dashed_item(sheet: Sheet, first: int, last: int) -> bool:
    """Whether the words are a whole side of a deal in a list: "▲한빛전선-하떠이성: 해저케이블"."""
    return _is_first_side(sheet, first, last) or _is_second_side(sheet, first, last)


def _is_first_side(sheet: Sheet, first: int, last: int) -> bool:
    words = sheet.words
    if last + 1 >= len(words) or words[last + 1].gap not in _DASHES or not _opens_item(sheet, first):
        return False
    return any(_closes_item(sheet, end) for end in range(last + 1, min(last + 1 + _SIDE, len(words))))


def _is_second_side(sheet: Sheet, first: int, last: int) -> bool:
    words = sheet.words
    if words[first].gap not in _DASHES or not _closes_item(sheet, last):
        return False
    return any(_opens_item(sheet, begin) for begin in range(first - 1, max(first - 1 - _SIDE, -1), -1))


def _opens_item(sheet: Sheet, place: int) -> bool:
    """Whether a line, or the bullet of an item, stands right before word ``place``."""
    gap = sheet.words[place].gap.rstrip(" ")
    return "\n" in gap or (gap.endswith(_BULLETS) and (len(gap) > 1 or gap not in _DASHES or place == 0))


def _closes_item(sheet: Sheet, place: int) -> bool:
    """Whether what the deal is about stands behind word ``place``, or behind the acronym in brackets behind it."""
    end = sheet.words[place].end
    if sheet.text.startswith("(", end):
        end = sheet.text.find(")", end, end + _BRACKETED) + 1 or end
    return sheet.text.startswith(_CLOSES, end) and ":" in sheet.text[end : end + 3]


def between(sheet: Sheet, place: int) -> bool:
    """Whether right behind word ``place`` it is said that a deal is that of two: 다온과 쯔엉안 [간]."""
    after = place + 1
    return sheet.joined(after) and sheet.words[after].text.startswith(tuple(sheet.lexis.words.mutual))
