"""Whether what stands before a head makes it a name: 한빛건설 is one, 대형건설 is none."""

from __future__ import annotations

import re

from pactbook.mentions.organisations.korean.built import Built, of_place
from pactbook.mentions.organisations.korean.ordinary import is_ordinary
from pactbook.mentions.organisations.korean.parts import Sort, has_own, is_landed, parts, sorts
from pactbook.mentions.organisations.korean.people import titled
from pactbook.mentions.organisations.korean.reach import is_land, runs
from pactbook.mentions.organisations.korean.sheet import Sheet
from pactbook.mentions.organisations.korean.signs import (
    COMMAS,
    is_formed,
    is_led_by,
    leads_in,
    noun_before,
)

#: Kinds of bodies whose weak names a list of such shows: 유한대, 두레대.
_LISTED = ("company", "education")
#: Kinds of bodies whose names any word may begin: 트레이닝센터 is no name.
_COMMON = frozenset({"other", "research", "association"})
#: So many of the bridges say that a body is public: 국립, 시립, 도립, 주립.
_PUBLIC = 4
#: So many syllables must stand before a head of one: 국내 is no department.
_SYLLABLES = 2
#: Shorter ones end too many names by chance.
_SHORT = 3
#: A head with so many syllables says what the body is for: 산업단지관리위.
_SPEAKS = 5
#: A body of the article's own county has a longer name than its hall: 군농업기술센터, never 군청.
_OWN = 4
#: A name that only its short name shows to be one has so many syllables before its head.
_DEFINED = 3
_SHORT_NAME = re.compile(r"\(([A-Z][A-Za-z&-]+|[가-힣]{2,8})\)")


def is_name(sheet: Sheet, built: Built) -> bool:
    """Whether what stands before the head makes it a name."""
    left, own, head, language = list(range(built.first, built.last)), built.own, built.head, sheet.language
    if built.stem in sheet.lexis.not_bodies and (not left or built.stem.startswith(sheet.lexis.works)):
        return False
    if own in sheet.lexis.words.here and head.kind == "subnational" and len(built.stem) > _OWN:
        return True
    paired = sheet.pair_before(built.last) > 0
    outside = [] if paired else [sheet.words[p].text for p in left]
    kinds: set[Sort] = {s for text in [*outside, *([own] if own else [])] for s in sorts(text, language)}
    posted = any(map(sheet.post, left))
    local = "land" in kinds or any(t in sheet.places for t in [*outside, own])
    # 국립역사박물관 belongs to the state that speaks.
    public = own.startswith((*sheet.lexis.words.bridges[:_PUBLIC], *sheet.lexis.words.nationwide))
    placed = paired or posted or local or public or "state" in kinds
    named = [text for text in [*outside, *([own] if own else [])] if not _placing(sheet, text)]
    plain = head.needs == "state" and head.kind in _COMMON
    proper = any(has_own(text, language) and not (plain and is_ordinary(text, language)) for text in named)
    topics = "topic" in kinds
    if not placed and sheet.above(built.first) is not None and (own or left):
        placed = True
    if _is_defined(sheet, built) or any(runs(sheet, p + 1, own, head, built.last) is not None for p in left):
        return True
    if head.needs == "field":
        return _is_field(sheet, built, placed=placed, proper=proper, topics=topics)
    if proper:
        return True
    if head.needs == "state":
        return placed and (topics or head.national or local)
    if head.kind == "hospital" and len(built.phrase) >= _SHORT + 1 and of_place(sheet, built):
        # 칸호아성 종합병원
        return True
    # 하동병원, 제주은행; 안장대, 하롱뷰티
    if (not head.weak or head.kind in _LISTED) and is_landed(own, language):
        return True
    return _is_shown(sheet, built) or _is_listed(sheet, built)


def _is_listed(sheet: Sheet, built: Built) -> bool:
    """Whether a school that is called by an ordinary word stands in a list of words that end so: 유한대, 두레대."""
    if built.head.kind != "education" or not built.head.weak or len(built.own) < _SYLLABLES:
        return False
    words, phrase = sheet.words, built.phrase
    behind = sheet.behind(built.last, words[built.last].end)
    return behind.startswith(tuple(COMMAS)) and any(
        words[built.last + 1].text[:n].endswith(phrase) for n in sheet.cuts(built.last + 1)[:2]
    )


def _is_shown(sheet: Sheet, built: Built) -> bool:
    """Whether a firm that is called by an ordinary word is shown to be one: 바람바이오(대표 정다온), ㈜나무은행."""
    if built.head.kind != "company" or built.first != built.last or not built.own:
        return False
    if sorts(built.own, sheet.language) & {"generic", "topic", "state"}:
        return False
    end = sheet.words[built.last].start + len(built.stem)
    if (
        noun_before(sheet, built.first) == "company"
        or is_formed(sheet, built.last, end)
        or is_led_by(sheet, end)
        or titled(sheet, built.last, len(built.stem))
    ):
        return True
    return not built.head.weak and leads_in(sheet, built.last, end)


def _is_defined(sheet: Sheet, built: Built) -> bool:
    """Whether a short name in brackets shows that a long name is one: 중소기업유통센터(중기유통센터)."""
    if len(built.own) < _DEFINED:
        return False
    match = _SHORT_NAME.match(sheet.text, sheet.words[built.last].start + len(built.stem))
    if match is None or match[1] in sheet.lexis.terms:
        return False
    letters = iter(built.stem)
    return match[1].isascii() or (match[1] != built.stem and all(c in letters for c in match[1]))


def _placing(sheet: Sheet, text: str) -> bool:
    """Whether a word says where, and is no name of a body: 주베트남, 람투이현."""
    return text in sheet.places or (
        text.startswith(tuple(sheet.lexis.words.posts))
        and any(
            text[len(p) :] in sheet.lexis.states or text[len(p) :] in sheet.lexis.lands for p in sheet.lexis.words.posts
        )
    )


def _is_field(sheet: Sheet, built: Built, *, placed: bool, proper: bool, topics: bool) -> bool:
    """Whether what a ministry or an agency is for stands before its head."""
    if len(built.phrase) > 1:
        bare = not built.own and not topics and not proper
        telling = built.phrase[:-1] in sheet.lexis.topics or len(built.phrase) >= _SPEAKS
        landed = built.first < built.last and is_land(sheet, built.last - 1)
        if bare and telling and (landed or of_place(sheet, built)):
            # 롱안성 투자청, 하이퐁 경제구역관리위원회
            return True
        return topics or proper or (placed and (not bare or built.head.national))
    # 부, 처, 청, 국: one syllable is too short for anything but fields, or a state before the word.
    if built.first < built.last and sheet.state(built.first) and len(built.own) > 1:
        return True
    if proper or not topics:
        return False
    fields = parts(built.own, sheet.language)
    return placed or (all(p.sort == "topic" for p in fields) and built.head.kind == "ministry") or len(fields) > 1
