"""Names by their heads: 한빛건설, 베트남 자동차협회, 호안미 메디컬그룹, 하노이 국립대."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import replace

from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.korean.built import Built, of_place
from pactbook.mentions.organisations.korean.lexis import lexis
from pactbook.mentions.organisations.korean.naming import is_name
from pactbook.mentions.organisations.korean.parts import has_own, parts, sorts
from pactbook.mentions.organisations.korean.reach import begin
from pactbook.mentions.organisations.korean.sheet import Sheet
from pactbook.mentions.organisations.korean.signs import (
    beside,
    is_firm,
    stands,
)

#: Kinds of bodies whose weak names a list of such shows: 유한대, 두레대.
_LISTED = ("company", "education")
#: So many syllables must stand before a head of one: 국내 is no department.
_SYLLABLES = 2
#: No ordinary noun of the knowledge is longer.
_NOUN = 7
#: Shorter ones end too many names by chance.
_SHORT = 3


def headed_names(sheet: Sheet) -> Iterator[Candidate]:
    """Every name that ends with a head."""
    unsure: list[tuple[Candidate, str]] = []
    firms: set[str] = set()
    #: Kind of bodies that stand in lists → the words of the sure names of such.
    words: dict[str | None, set[int]] = {kind: set() for kind in _LISTED}
    for place in sheet.marked.headed:
        built = _best(sheet, place)
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
        if known.only() == "education":
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
        if built is not None and is_name(sheet, built):
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
    return Built(begin(sheet, place, own, words.heads[phrase]), place, stem, own, words.heads[phrase])


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
    if kind in {"agency", "other"} and of_place(sheet, built):
        kind = "subnational"
    name = sheet.candidate((built.first, built.last), end, "structure", kind, country)
    return _executive(sheet, built, name) if built.phrase in sheet.lexis.executives else name


def _executive(sheet: Sheet, built: Built, name: Candidate) -> Candidate:
    """The government of a place that is known is the place: 하장성 인민위원회."""
    end = name.end - len(built.phrase)
    # 하장성 인민위원회, 하장성인민위원회, 하장성청: a space, nothing or the last syllable is between or shared.
    for known in (name for place in (end - 1, end, end + 1) for name in sheet.ends.get(place, [])):
        beside = not sheet.text[known.end : end].strip()
        if known.only() == "subnational" and name.start <= known.start and beside:
            return replace(name, keys=known.keys, rule="gazetteer", full="")
    place = sheet.text[name.start : name.end - len(built.phrase)].strip()
    if place + built.phrase[0] in sheet.places:
        # 락자시청 is the hall of 락자시.
        return replace(name, full=place + built.phrase[0])
    return replace(name, full=place) if place.endswith(sheet.lexis.places) else name


def _country(sheet: Sheet, built: Built) -> str | None:
    """The country that the parts of the name tell; none for a body of two states, or of one in another's land."""
    if sheet.pair_before(built.last):
        return None
    for here in range(built.first, built.last):
        if sheet.post(here):
            continue
        if country := sheet.state(here) or sheet.land(here) or sheet.sound(sheet.words[here].text):
            return country
    if (parent := sheet.above(built.first)) is not None and len(parent.countries()) == 1:
        return next(iter(parent.countries()))
    stem = built.stem
    post = next((p for p in sheet.lexis.words.posts if stem.startswith(p)), "")
    if post and parts(stem[len(post) :], sheet.language)[0].sort in {"state", "land"}:
        # 주베트남한국대사관 is Korean, 주호찌민총영사관 nobody's by its name.
        rest = parts(stem[len(post) :], sheet.language)[1:]
        return next((sheet.lexis.states[p.text] for p in rest if p.sort == "state"), None)
    return sheet.country(stem)
