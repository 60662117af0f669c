"""Names by their heads: 한빛건설, 베트남 자동차협회, 호안미 메디컬그룹, 하노이 국립대."""

from __future__ import annotations

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from pactbook.knowledge.organisations import Head
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.korean.head_words import heads_of
from pactbook.mentions.organisations.korean.lexis import lexis
from pactbook.mentions.organisations.korean.ordinary import is_ordinary
from pactbook.mentions.organisations.korean.parts import Sort, has_own, is_landed, parts, sorts
from pactbook.mentions.organisations.korean.people import titled
from pactbook.mentions.organisations.korean.sheet import Sheet
from pactbook.mentions.organisations.korean.signs import (
    COMMAS,
    beside,
    is_firm,
    is_formed,
    is_led_by,
    leads_in,
    noun_before,
    stands,
)

#: Kinds of bodies that run institutes, and those of institutes.
_RUNNING, _RUN = frozenset({"company", "association", "agency", "education"}), frozenset({"research", "agency"})
#: Kinds of what a university has under its own name.
_COLLEGES = frozenset({"education", "hospital"})
#: Kinds of bodies whose weak names a list of such shows: 유한대, 두레대.
_LISTED = ("company", "education")
#: Kinds of bodies whose names any word may begin: 트레이닝센터 is no name.
_COMMON = frozenset({"other", "research", "association"})
#: How many words before the one with the head a name may begin.
_REACH = 4
#: So many of the bridges say that a body is public: 국립, 시립, 도립, 주립.
_PUBLIC = 4
#: So many syllables must stand before a head of one: 국내 is no department.
_SYLLABLES = 2
#: No ordinary noun of the knowledge is longer.
_NOUN = 7
#: Shorter ones end too many names by chance.
_SHORT = 3
#: A head with so many syllables says what the body is for: 산업단지관리위.
_SPEAKS = 5
#: A body of the article's own county has a longer name than its hall: 군농업기술센터, never 군청.
_OWN = 4


#: A name that only its short name shows to be one has so many syllables before its head.
_DEFINED = 3
_SHORT_NAME = re.compile(r"\(([A-Z][A-Za-z&-]+|[가-힣]{2,8})\)")


class Built(Struct, frozen=True):
    """A name as its head builds it: words ``first`` to ``last``; ``own`` is what of the last stem is not the head."""

    first: int
    last: int
    stem: str
    own: str
    head: Head

    @property
    def phrase(self) -> str:
        """The head's words."""
        return self.stem[len(self.own) :]


def headed_names(sheet: Sheet) -> Iterator[Candidate]:
    """Every name that ends with a head."""
    unsure: list[tuple[Candidate, str]] = []
    firms: set[str] = set()
    #: Kind of bodies that stand in lists → the words of the sure names of such.
    words: dict[str | None, set[int]] = {kind: set() for kind in _LISTED}
    for place, told in enumerate(sheet.alone):
        built = _best(sheet, place) if told.heads else None
        if built is None:
            continue
        name = _candidate(sheet, built)
        if not built.head.weak or _is_shown_school(sheet, built, name) or _is_shown_firm(sheet, built, name):
            firms.add(built.stem)
            if name.kind in words:
                words[name.kind].update(range(name.first, name.last + 1))
            yield name
        else:
            unsure.append((name, built.stem))
    for known in sheet.known.values():
        if known.kinds == {"education"}:
            words["education"].update(range(known.first, known.last + 1))
    for name, stem in reversed(unsure):
        # From the last to the first: each may be beside one that is shown by the one behind it.
        if stem in firms or beside(sheet, (name.first, name.last), words[name.kind]):
            words[name.kind].update(range(name.first, name.last + 1))
            yield name


def _is_shown_firm(sheet: Sheet, built: Built, name: Candidate) -> bool:
    return is_firm(sheet, (built.first, built.last), built.own, name.end)


def _is_shown_school(sheet: Sheet, built: Built, name: Candidate) -> bool:
    """Whether a place before a weak head makes it a school, where a name ends there: 신안산대, 안장대."""
    placed = built.head.kind == "education" and "land" in sorts(built.own, sheet.language)
    return placed and stands(sheet, built.last, name.end)


def _best(sheet: Sheet, place: int) -> Built | None:
    """The name that the longest of the heads of word ``place`` builds which builds one."""
    word = sheet.words[place].text
    heads = sheet.alone[place].heads
    if word in sheet.lexis.not_heads:
        return None
    for length, phrase in heads:
        built = _built(sheet, place, length, phrase)
        if built is not None and _is_name(sheet, built):
            return built
        if len(phrase) == length:
            # 인민위원회 alone is no 위원회 for anything.
            return None
    return None


def _built(sheet: Sheet, place: int, length: int, phrase: str) -> Built | None:
    """What a head of word ``place`` builds, if it is no ordinary word."""
    word, words = sheet.words[place], sheet.lexis
    stem = word.text[:length]
    own = stem[: length - len(phrase)]
    joint = next((s for s in words.shared if own.endswith(s)), None) if own.endswith(words.shared) else None
    meeting = joint is not None and not _has_name(own.removesuffix(joint), sheet.language)
    common = bool(own) and (stem in words.topics or stem in words.plain)
    common = common or (len(phrase) == 1 and len(own) < _SYLLABLES)
    ordinary = common or stem in words.not_heads or meeting or own.isdigit()
    ordinary = ordinary or _is_within(stem, phrase, sheet.language)
    if ordinary or (not own and stem in words.titles) or word.start + length in sheet.ends:
        return None
    return Built(_begin(sheet, place, own, words.heads[phrase]), place, stem, own, words.heads[phrase])


def _is_within(stem: str, phrase: str, language: str) -> bool:
    """Whether the head is only the end of an ordinary noun: K브[랜드], 온실[가스]."""
    plain = lexis(language).plain
    return any(stem[-size:] in plain for size in range(max(_SHORT, len(phrase) + 1), min(len(stem), _NOUN) + 1))


def _has_name(text: str, language: str) -> bool:
    """Whether a name or a place is in the text: 부산불꽃축제조직위원회 is a body, 경제공동위원회 a meeting of two."""
    return bool(text) and (has_own(text, language) or "land" in sorts(text, language))


def _candidate(sheet: Sheet, built: Built) -> Candidate:
    kind: str = built.head.kind
    end = sheet.words[built.last].start + len(built.stem)
    country = built.head.country or _country(sheet, built)
    if kind in {"agency", "other"} and _of_place(sheet, built):
        kind = "subnational"
    name = sheet.candidate((built.first, built.last), end, "structure", kind, country)
    return _executive(sheet, built, name) if built.phrase in sheet.lexis.executives else name


def _executive(sheet: Sheet, built: Built, name: Candidate) -> Candidate:
    """The government of a place that is known is the place: 하장성 인민위원회."""
    end = name.end - len(built.phrase)
    # 하장성 인민위원회, 하장성인민위원회, 하장성청: a space, nothing or the last syllable is between or shared.
    for known in (name for place in (end - 1, end, end + 1) for name in sheet.ends.get(place, [])):
        beside = not sheet.text[known.end : end].strip()
        if known.kinds == {"subnational"} and name.start <= known.start and beside:
            return replace(name, keys=known.keys, rule="gazetteer", full="")
    place = sheet.text[name.start : name.end - len(built.phrase)].strip()
    if place + built.phrase[0] in sheet.places:
        # 락자시청 is the hall of 락자시.
        return replace(name, full=place + built.phrase[0])
    return replace(name, full=place) if place.endswith(sheet.lexis.places) else name


def _of_place(sheet: Sheet, built: Built) -> bool:
    """Whether a place with a government of its own stands before the last word: 하노이시 기획투자국."""
    before = [sheet.words[p].text for p in range(built.first, built.last)]
    return any(text.endswith(sheet.lexis.places) and text not in sheet.lexis.not_heads for text in before)


def _begin(sheet: Sheet, place: int, own: str, head: Head) -> int:
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
        if (parent := _runs(sheet, first, own, head, place)) is not None:
            return parent
        if _is_land(sheet, before) and _takes_land(head):
            first = before
            continue
        if proper or not _goes_on(sheet, before, head):
            break
        proper = not _is_topic(sheet, before) and sheet.words[before].text not in sheet.lexis.words.bridges
        first = before
    return _trimmed(sheet, first, place)


def _runs(sheet: Sheet, first: int, own: str, head: Head, place: int) -> int | None:
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
    if parent is None or head.kind not in _RUN or sheet.tail(parent.last, parent.end) or not parent.kinds & _RUNNING:
        return None
    word = sheet.words[place].text
    ends = tuple(sheet.lexis.words.institutes)
    called = any(word[:n].endswith(ends) for n in sheet.cuts(place))
    return parent.first if called and (first < place or is_ordinary(own, sheet.language)) else None


def _school(sheet: Sheet, place: int, known: Candidate | None) -> int | None:
    """The first word of the university whose name ends with word ``place``."""
    if known is not None:
        return known.first if known.kinds == {"education"} and not sheet.tail(known.last, known.end) else None
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


def _is_land(sheet: Sheet, place: int) -> bool:
    return sheet.land(place) is not None or sheet.words[place].text in sheet.places


def _is_topic(sheet: Sheet, place: int) -> bool:
    return sorts(sheet.words[place].text, sheet.language) <= {"topic"}


def _goes_on(sheet: Sheet, place: int, head: Head) -> bool:
    """Whether a name goes on to the left with word ``place``: a field, a word in Latin letters, a foreign name."""
    word = sheet.words[place]
    if word.text in sheet.lexis.words.bridges:
        return head.kind not in {"ministry", "company"}
    if word.text in sheet.lexis.generic or word.text[0].isdigit():
        return False
    if word.capital:
        return word.text.isascii() and word.text not in sheet.lexis.terms and head.needs != "field"
    if _is_topic(sheet, place):
        return True
    if head.kind in {"ministry", "agency"} or word.text in sheet.lexis.not_heads:
        return False
    if word.text.endswith(tuple(sheet.lexis.words.participles)):
        return False
    return sheet.sound(word.text) is not None and not any(
        word.text[c:] in sheet.lexis.particles for c in sheet.cuts(place)[1:]
    )


def _is_name(sheet: Sheet, built: Built) -> bool:
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
    if _is_defined(sheet, built) or any(_runs(sheet, p + 1, own, head, built.last) is not None for p in left):
        return True
    if head.needs == "field":
        return _is_field(sheet, built, placed=placed, proper=proper, topics=topics)
    if proper:
        return True
    if head.needs == "state":
        return placed and (topics or head.national or local)
    if head.kind == "hospital" and len(built.phrase) >= _SHORT + 1 and _of_place(sheet, built):
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
        landed = built.first < built.last and _is_land(sheet, built.last - 1)
        if bare and telling and (landed or _of_place(sheet, built)):
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


def _country(sheet: Sheet, built: Built) -> str | None:
    """The country that the parts of the name tell; none for a body of two states, or of one in another's land."""
    if sheet.pair_before(built.last):
        return None
    for here in range(built.first, built.last):
        if sheet.post(here):
            continue
        if country := sheet.state(here) or sheet.land(here) or sheet.sound(sheet.words[here].text):
            return country
    if (parent := sheet.above(built.first)) is not None and len(parent.countries) == 1:
        return next(iter(parent.countries))
    stem = built.stem
    post = next((p for p in sheet.lexis.words.posts if stem.startswith(p)), "")
    if post and parts(stem[len(post) :], sheet.language)[0].sort in {"state", "land"}:
        # 주베트남한국대사관 is Korean, 주호찌민총영사관 nobody's by its name.
        rest = parts(stem[len(post) :], sheet.language)[1:]
        return next((sheet.lexis.states[p.text] for p in rest if p.sort == "state"), None)
    return sheet.country(stem)
