"""Where a body belongs, by the words in and around its name."""

from __future__ import annotations

from functools import cache

from pactbook.knowledge.countries import countries
from pactbook.knowledge.gazetteer import bodies
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.headed.grammar import low
from pactbook.mentions.organisations.headed.people import country_of_person
from pactbook.mentions.organisations.headed.sheet import Sheet
from pactbook.mentions.organisations.vocabulary import vocabulary

_REACH = 12


def country_of(sheet: Sheet, name: Candidate) -> str | None:
    """The country that the name itself or the words right beside it give, or None."""
    return (
        country_inside(sheet, name)
        or country_behind(sheet, name)
        or country_before(sheet, name)
        or _spoken(sheet, name)
    )


def country_inside(sheet: Sheet, name: Candidate) -> str | None:
    """The state or place in the name: of two the first, but a firm belongs to the one at its end."""
    page = sheet.page
    named = [(p, c) for p in range(name.first, name.last + 1) if (c := page.country_at(p)) and c != "XX"]
    if not named:
        return next((c for p in range(name.first, name.last + 1) if (c := _paired(sheet, p))), None)
    at_end = named[-1][0] == name.last
    return named[-1][1] if name.kind == "company" and at_end else named[0][1]


def _paired(sheet: Sheet, place: int) -> str | None:
    """The country of a short word for a state that stands before another one: "[Hàn] - Việt"."""
    after = place + 1
    dashed = sheet.grammar.dashed
    pair = after < len(sheet) and sheet.lows[place] in dashed and sheet.lows[after] in dashed
    return _short_states().get(sheet.lows[place]) if pair else None


@cache
def _short_states() -> dict[str, str]:
    """The first syllable of the names of states in more than one → the state: "hàn" is Hàn Quốc."""
    names = [(low(n.split()[0]), code) for code, s in countries().items() for n in s.names if " " in n]
    return {word: code for word, code in names if sum(other == word for other, _ in names) == 1}


def country_behind(sheet: Sheet, name: Candidate) -> str | None:
    """The country in "X (Hàn Quốc)", "X Hàn Quốc", "X của Hàn Quốc", "X (tỉnh Gyeonggi, Hàn Quốc)"."""
    words, page, place = sheet.words, sheet.page, name.last + 1
    end = sheet.end_of(name.first)
    if place >= end:
        return None
    if words[place].gap == " (":
        near = range(place, min(end, place + _REACH))
        closing = next((p for p in near if page.text[words[p].end : words[p].end + 1] == ")"), -1)
        if closing >= 0:
            if country := page.country_at(closing):
                return country
            place = closing + 1
    if place >= end or words[place].gap not in {" ", ") ", ", "}:
        return None
    if page.is_state(place) and words[place].gap != ", ":
        # "theo Sở Công Thương Trung Quốc siết ...": a comma is missing, the office is one of here.
        local = name.kind == "subnational" and name.country == sheet.grammar.local and words[place].gap == " "
        return None if local and not sheet.page.is_land(name.last) else page.country_at(place)
    if place in sheet.ends and words[place].gap == " ":
        # "Cục Điều ước Bộ Ngoại giao Hàn Quốc"
        return page.country_of_owner(sheet.ends[place])
    length = sheet.grammar.owners.at(sheet.lows, place) if words[place].gap != ", " else 0
    seat = sheet.lows[place] in sheet.grammar.seats
    after = place + (length or int(seat))
    if (length or seat) and after < end:
        class_end, place_end = sheet.place_at(after)
        after = place_end if class_end >= 0 and place_end >= 0 else after
        return page.country_of_owner(sheet.ends.get(after, after)) if length else page.country_at(after)
    return None


def country_before(sheet: Sheet, name: Candidate) -> str | None:
    """The country in "tập đoàn Hàn Quốc X", "phía Hàn Quốc là X"."""
    place = name.first - 1
    if place < 1 or not sheet.spaced(name.first):
        return None
    page = sheet.page
    if page.is_state(place) and place and sheet.small(place - len_of(sheet, place)):
        before = place - len_of(sheet, place) + 1
        if sheet.grammar.nouns.before(sheet.lows, before) or sheet.grammar.heads.before(sheet.lows, before):
            return page.country_at(place)
    return None


def len_of(sheet: Sheet, place: int) -> int:
    """How many words the state's name that ends at ``place`` has."""
    first = place
    while first > 0 and sheet.in_state(first - 1) and sheet.page.state_at[first - 1] is sheet.page.state_at[place]:
        first -= 1
    return place - first + 1


def _spoken(sheet: Sheet, name: Candidate) -> str | None:
    """The side of whoever speaks for the body: "Chủ tịch Ủy ban Truyền thông Choi See-joong", "ông X, Giám đốc Y"."""
    if not sheet.titled(name.first):
        return None
    words, behind = sheet.words, name.last + 1
    if behind < len(sheet) and words[behind].gap == " (":
        while behind < len(sheet) and not words[behind].gap.startswith(")"):
            behind += 1
    if behind < len(sheet) and words[behind].gap in {" ", ") "} and words[behind].capital:
        return country_of_person(sheet, behind)
    called = sheet.grammar.calls.at(sheet.lows, behind)
    if called and words[behind].gap in {", ", " - ", "), "}:
        # "Đại diện Nexen, ông Kang Ho-chan,"
        return country_of_person(sheet, behind + called)
    return _bearer(sheet, name.first)


def _bearer(sheet: Sheet, first: int) -> str | None:
    """The side of the person before a title: "ông Noh Tae-seop, Quận trưởng quận Hanbit"."""
    place = first
    while length := sheet.grammar.titles.before(sheet.lows, place):
        place -= length
    if place < 2 or sheet.words[place].gap not in {", ", " - ", " (", " "}:
        return None
    person = place - 1
    if person not in sheet.people:
        return None
    while person > 0 and person - 1 in sheet.people and sheet.words[person].gap in {" ", "-"}:
        person -= 1
    return country_of_person(sheet, person)


def country_by_family(sheet: Sheet, name: Candidate) -> str | None:
    """The country of the known firms whose names begin as this one's own words do: "SeAH Wind", "Thaco Agri"."""
    own = next((p for p in range(name.first, name.last + 1) if sheet.is_proper(p)), None)
    countries = _families().get(sheet.words[own].text.lower(), frozenset()) if own is not None else frozenset()
    return next(iter(countries)) if len(countries) == 1 else None


@cache
def _units() -> frozenset[str]:
    """The names of states with which the names of units end: "Samsung Vietnam"."""
    return frozenset(name.split()[-1] for state in countries().values() for name in state.names)


@cache
def _families() -> dict[str, frozenset[str]]:
    """The first word that several known firms share, or the whole name of one → the countries where they are."""
    found: dict[str, list[tuple[str, str]]] = {}
    for key, body in bodies().items():
        for name in (*body.en, *body.acronyms, *body.short) if body.kind == "company" else ():
            # A unit abroad is called as its owner is, and belongs elsewhere.
            if name.split()[-1] not in _units():
                whole = " " not in name
                found.setdefault(name.split()[0].lower(), []).extend(
                    [(key, body.country)] + [("", body.country)] * whole
                )
    return {w: frozenset(c for _, c in known) for w, known in found.items() if len({key for key, _ in known}) > 1}


def country_by_sound(sheet: Sheet, name: Candidate) -> str | None:
    """The language that the proper words of the name are written in: marks are Vietnamese, "Hyosung" is Korean."""
    english = vocabulary("en")
    for place in range(name.first, name.last + 1):
        key = sheet.words[place].key
        for country, begins in english.beginnings.items():
            if sheet.is_foreign(place) and key.startswith(begins):
                return country
        for country, pattern in english.marks.items():
            if sheet.words[place].text.isascii() and sheet.words[place].capital and pattern.fullmatch(key):
                return country
    own = [p for p in range(name.first, name.last + 1) if sheet.is_proper(p)]
    foreign = any(sheet.is_foreign(p) and not _is_common(sheet, p) for p in own)
    if foreign and name.kinds() <= {"subnational", "education", "hospital"}:
        return "KR" if any(english.sounds["KR"].fullmatch(sheet.words[p].key) for p in own) else None
    behind = name.first + sheet.head_at(name.first)[0]
    marked = any(not sheet.words[p].text.isascii() for p in range(behind, name.last + 1))
    return "VN" if marked and not foreign else None


def _is_common(sheet: Sheet, place: int) -> bool:
    """Whether the word is one that firms of every country put behind their names: "Bình Nguyên [Energy]"."""
    english, word = vocabulary("en"), sheet.words[place]
    return not word.acronym and any(word.key in words for words in (english.topics, english.generic, english.heads))
