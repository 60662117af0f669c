"""How far to the left a name reaches that ends with a head: 한국 무역협회 국제무역연구원."""

from __future__ import annotations

from pactbook.knowledge.organisations import Head
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.korean.head_words import heads_of
from pactbook.mentions.organisations.korean.ordinary import is_ordinary
from pactbook.mentions.organisations.korean.parts import has_own, sorts
from pactbook.mentions.organisations.korean.sheet import Sheet

#: Kinds of bodies that run institutes, and those of institutes.
_RUNNING, _RUN = frozenset({"company", "association", "agency", "education"}), frozenset({"research", "agency"})
#: Kinds of what a university has under its own name.
_COLLEGES = frozenset({"education", "hospital"})
#: How many words before the one with the head a name may begin.
_REACH = 4


def begin(sheet: Sheet, place: int, own: str, head: Head) -> int:
    """The first word of the name whose last word is ``place``."""
    first = place
    proper = bool(own) and has_own(own, sheet.language)
    while first > max(0, place - _REACH) and sheet.joined(first):
        pair = sheet.pair_before(first)
        if pair:
            return first - pair
        before = first - 1
        if sheet.state(before) or sheet.post(before):
            return before
        if (parent := runs(sheet, first, own, head, place)) is not None:
            return parent
        if is_land(sheet, before) and _takes_land(head):
            first = before
            continue
        if proper or not _goes_on(sheet, before, head):
            break
        proper = not _is_topic(sheet, before) and sheet.words[before].text not in sheet.lexis.words.bridges
        first = before
    return _trimmed(sheet, first, place)


def runs(sheet: Sheet, first: int, own: str, head: Head, place: int) -> int | None:
    """The first word of the body right before an institute or a college that it runs: 무역협회 국제무역연구원."""
    if not sheet.joined(first):
        return None
    parent = sheet.lasts.get(first - 1)
    if head.kind in _COLLEGES:
        # 아주대 의료원, 전남대 수의대
        bare = first == place and (not own or is_ordinary(own, sheet.language))
        before = first - 1
        if sheet.joined(before) and sheet.words[before].text.endswith(tuple(sheet.lexis.words.campuses)):
            # 경북대 상주캠퍼스 농과대학
            before -= 1
        return _school(sheet, before, sheet.lasts.get(before)) if bare else None
    if parent is None or head.kind not in _RUN or sheet.tail(parent.last, parent.end) or not parent.kinds() & _RUNNING:
        return None
    word = sheet.words[place].text
    called = any(word[:n].endswith(sheet.lexis.institutes) for n in sheet.cuts(place))
    return parent.first if called and (first < place or is_ordinary(own, sheet.language)) else None


def _school(sheet: Sheet, place: int, known: Candidate | None) -> int | None:
    """The first word of the university whose name ends with word ``place``."""
    if known is not None:
        return known.first if known.only() == "education" and not sheet.tail(known.last, known.end) else None
    text = sheet.words[place].text
    size = next((len(p) for n, p in heads_of(text, sheet.language) if n == len(text)), 0)
    head = sheet.lexis.heads.get(text[len(text) - size :]) if size else None
    own = text[: len(text) - size]
    named = has_own(own, sheet.language) or "land" in sorts(own, sheet.language)
    school = head is not None and head.kind == "education" and named
    return place if school else None


def _trimmed(sheet: Sheet, first: int, place: int) -> int:
    """Fields with nothing of their own before them are no part of the name: 투자 [베트남 ...]."""
    here = first
    while here < place and (_is_topic(sheet, here) or sheet.words[here].text in sheet.lexis.words.bridges):
        here += 1
    return here if here == place else first


def _takes_land(head: Head) -> bool:
    return head.kind not in {"ministry", "company"}


def is_land(sheet: Sheet, place: int) -> bool:
    return sheet.land(place) is not None or sheet.words[place].text in sheet.places


def _is_topic(sheet: Sheet, place: int) -> bool:
    return sorts(sheet.words[place].text, sheet.language) <= {"topic"}


def _is_zone(sheet: Sheet, text: str) -> bool:
    """Whether a body behind the word runs it: 하이테크파크 [관리위원회]."""
    zone = sheet.lexis.heads.get(text)
    return zone is not None and zone.kind == "zone"


def _goes_on(sheet: Sheet, place: int, head: Head) -> bool:
    """Whether a name goes on to the left with word ``place``: a field, a word in Latin letters, a foreign name."""
    word = sheet.words[place]
    if word.text in sheet.lexis.words.bridges:
        return head.kind not in {"ministry", "company"}
    if word.text in sheet.lexis.generic or word.text[0].isdigit():
        return False
    if word.capital:
        return word.text.isascii() and word.text not in sheet.lexis.terms and head.needs != "field"
    if _is_topic(sheet, place) or _is_zone(sheet, word.text):
        return True
    # 쭈라이 경제구역관리위원회
    official = head.kind in {"ministry", "agency"} and (head.needs == "field" or head.kind == "ministry")
    if (official and not _is_zone(sheet, sheet.words[place + 1].text)) or word.text in sheet.lexis.not_heads:
        return False
    if word.text.endswith(tuple(sheet.lexis.words.participles)):
        return False
    cut = head.kind != "agency" and any(word.text[c:] in sheet.lexis.particles for c in sheet.cuts(place)[1:])
    return sheet.sound(word.text) is not None and not cut
