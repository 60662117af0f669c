"""Names by their heads: 한빛건설, 베트남 자동차협회, 호안미 메디컬그룹, 하노이 국립대."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from pactbook.knowledge.organisations import Head
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.korean.lexis import lexis
from pactbook.mentions.organisations.korean.parts import has_own, parts, sorts
from pactbook.mentions.organisations.korean.sheet import Sheet
from pactbook.mentions.organisations.korean.signs import is_firm
from pactbook.mentions.organisations.korean.stems import cuts

#: How many words before the one with the head a name may begin.
_REACH = 4
#: A body of the article's own county has a longer name than its hall: 군농업기술센터, never 군청.
_OWN = 4


@lru_cache(maxsize=50_000)
def head_of(word: str, language: str) -> tuple[int, str] | None:
    """(Length of the stem, head) for a word that ends, particles aside, with a head; the longest head wins."""
    heads = lexis(language).heads
    found: list[tuple[int, int]] = []
    for length in cuts(word, language):
        stem = word[:length]
        for size in range(min(length, _longest(language)), 0, -1):
            if stem[-size:] in heads:
                found.append((size, length))
                break
    if not found:
        return None
    size, length = max(found)
    return length, word[length - size : length]


def _longest(language: str) -> int:
    return max(map(len, lexis(language).heads), default=0)


def headed_names(sheet: Sheet) -> Iterator[Candidate]:
    """Every name that ends with a head."""
    for place, word in enumerate(sheet.words):
        if len(word.text) < 2 and word.text not in sheet.lexis.heads:
            continue
        found = head_of(word.text, sheet.language)
        if found is not None:
            length, phrase = found
            name = _name(sheet, place, length, phrase)
            if name is not None:
                yield name


def _name(sheet: Sheet, place: int, length: int, phrase: str) -> Candidate | None:
    word, words = sheet.words[place], sheet.lexis
    stem = word.text[:length]
    own = stem[: length - len(phrase)]
    head = words.heads[phrase]
    if stem in words.not_heads or own.endswith(words.shared) or (not own and stem in words.titles):
        return None
    first = _begin(sheet, place, own, head)
    end = word.start + length
    if end in sheet.ends or own.isdigit():
        return None
    left = sheet.text[sheet.words[first].start : word.start]
    if not _is_name(sheet, left.strip(), own, head, stem):
        return None
    if head.weak and not is_firm(sheet, (first, place), own, end):
        return None
    country = head.country or _country(sheet, first, place, stem)
    return sheet.candidate((first, place), end, "structure", head.kind, country)


def _begin(sheet: Sheet, place: int, own: str, head: Head) -> int:
    """The first word of the name whose last word is ``place``."""
    first = place
    proper = bool(own) and has_own(own, sheet.language)
    while first > max(0, place - _REACH) and sheet.joined(first):
        pair = sheet.pair_before(first)
        if pair:
            return first - pair
        before = first - 1
        if sheet.state(before):
            return before
        if sheet.land(before) and _takes_land(head):
            first = before
            continue
        if proper or not _goes_on(sheet, before, head, bare=first == place and not own):
            break
        proper = not _is_topic(sheet, before)
        first = before
    return _trimmed(sheet, first, place)


def _trimmed(sheet: Sheet, first: int, place: int) -> int:
    """Fields with nothing of their own before them are no part of the name: 투자 [베트남 ...]."""
    here = first
    while here < place and _is_topic(sheet, here):
        here += 1
    return here if here == place else first


def _takes_land(head: Head) -> bool:
    return head.kind not in {"ministry", "company"}


def _is_topic(sheet: Sheet, place: int) -> bool:
    return sorts(sheet.words[place].text, sheet.language) <= {"topic"}


def _goes_on(sheet: Sheet, place: int, head: Head, *, bare: bool) -> bool:
    """Whether a name goes on to the left with word ``place``: a field, a word in Latin letters, a foreign name."""
    word = sheet.words[place]
    if word.text in sheet.lexis.generic or word.text[0].isdigit():
        return False
    if word.capital:
        return word.text.isascii() and word.text not in sheet.lexis.terms and head.needs != "field"
    if _is_topic(sheet, place):
        return True
    if head.kind in {"ministry", "agency"} or word.text in sheet.lexis.not_heads:
        return False
    return sheet.sound(word.text) is not None and not any(
        word.text[c:] in sheet.lexis.particles for c in sheet.cuts(place)[1:]
    )


def _is_name(sheet: Sheet, left: str, own: str, head: Head, stem: str) -> bool:
    """Whether what stands before the head makes it a name."""
    if stem in sheet.lexis.not_bodies and not left:
        return False
    if own in sheet.lexis.words.here and head.kind == "subnational" and len(stem) > _OWN:
        # 군농업기술센터
        return True
    kinds = sorts(own, sheet.language) if own else frozenset()
    outside = frozenset(s for word in left.split() for s in sorts(word, sheet.language))
    placed = bool({"state", "land"} & (kinds | outside))
    proper = (bool(own) and has_own(own, sheet.language)) or any(has_own(w, sheet.language) for w in left.split())
    topics = "topic" in kinds | outside
    if head.needs == "field":
        if len(stem) - len(own) == 1:
            # 부, 처, 청, 국: one syllable is too short for anything but fields.
            return topics and not proper and "generic" not in kinds and (placed or _is_field(own, sheet.language))
        return topics or placed or proper
    if proper:
        return True
    if head.needs == "state":
        return placed and (topics or head.national or _is_land(left, own, sheet))
    return False


def _is_field(own: str, language: str) -> bool:
    """Whether a ministry may be called so without its state: 산업무역부, 교육부."""
    return all(p.sort == "topic" for p in parts(own, language)) and len(own) > 1


def _is_land(left: str, own: str, sheet: Sheet) -> bool:
    """Whether a place, not a state, stands before the head: 하노이 대학교, but not 베트남 대학교."""
    return any("land" in sorts(w, sheet.language) for w in [*left.split(), own] if w)


def _country(sheet: Sheet, first: int, place: int, stem: str) -> str | None:
    """The country that the parts of the name tell; none for a body of two states."""
    if sheet.pair_before(place):
        return None
    for here in range(first, place):
        if country := sheet.state(here) or sheet.land(here) or sheet.sound(sheet.words[here].text):
            return country
    return sheet.country(stem)
