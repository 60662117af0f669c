"""People: "ông Trần Đức Quý", "Choi Jae Hyeong", "bà Nhàn"; and the side that a name speaks for."""

from __future__ import annotations

from bisect import bisect_left

from pactbook.mentions.organisations.headed.sheet import Sheet

#: How many syllables the name of a firm has that stands between a title and a person.
_FIRM = (2, 3)
_NONE = range(0)
#: So many words from the first on a hyphen stands in a Korean name.
_NEAR = 4


def people_words(sheet: Sheet) -> frozenset[int]:
    """The words that belong to the names of people, in full or (behind "ông") in part."""
    words, states, found = sheet.words, sheet.page.state_at, set[int]()
    for place in sheet.page.capitals:
        if place not in found and place not in states and not words[place].acronym:
            found.update(_name_at(sheet, place, found))
    return frozenset(found)


def _name_at(sheet: Sheet, place: int, found: set[int]) -> range:
    """The words of a person's name that begins at ``place``, no state or letters; an empty range where none does."""
    words, lows, grammar = sheet.words, sheet.lows, sheet.grammar
    called = words[place].gap == " " and grammar.calls.before(lows, place) > 0
    if not called and not _may_be_name(sheet, place):
        return _NONE
    if sheet.head_at(place)[0] or grammar.places.before(lows, place):
        # "TP. Hồ Chí Minh"
        return _NONE
    # "các ông Bùi Thanh Sơn và Park Jin"
    joined = place > 1 and lows[place - 1] in grammar.joins and place - 2 in found
    end = name_end(sheet, place)
    titled = called or joined or sheet.titled(place) or _in_office(sheet, place)
    inside = place > 0 and words[place - 1].capital and words[place].joined
    if inside and not titled and not is_given(sheet, end):
        return range(place, end + 1) if _heads_firm(sheet, place, end, found) else _NONE
    if called and not _is_office(sheet, place):
        return range(place, end + 1)
    return range(place, end + 1) if _is_person(sheet, place, end, titled=titled) else _NONE


def _may_be_name(sheet: Sheet, place: int) -> bool:
    """Whether the word begins names of people, or a hyphen follows as in Korean ones: "Park Tae[-]won"."""
    word, hyphened = sheet.words[place], sheet.page.hyphened
    if word.text in sheet.grammar.surnames or word.key in sheet.given:
        return True
    next_one = bisect_left(hyphened, max(1, place))
    return next_one < len(hyphened) and hyphened[next_one] < place + _NEAR


def _heads_firm(sheet: Sheet, place: int, end: int, found: set[int]) -> bool:
    """Whether the whole name of a Vietnamese follows a title and a firm: "Chủ tịch Minh Phú [Lê Văn Quang]"."""
    behind = end + 1
    if behind < sheet.end_of(place) and sheet.words[behind].capital and sheet.words[behind].gap == " ":
        return False  # more capitals than a name has
    if "VN" not in sheet.surname(place) or not _is_person(sheet, place, end, titled=False):
        return False
    firms = (range(place - length, place) for length in _FIRM if length < place)
    return any(_leads_firm(sheet, firm[0]) and all(_is_of_firm(sheet, p, found) for p in firm) for firm in firms)


def _leads_firm(sheet: Sheet, first: int) -> bool:
    """Whether the title of somebody who leads a firm stands right before."""
    return first > 0 and sheet.spaced(first) and bool(sheet.grammar.firm_titles.before(sheet.lows, first))


def _is_of_firm(sheet: Sheet, place: int, found: set[int]) -> bool:
    """Whether the word is a Vietnamese syllable that may name a firm, and no place, person or word for a body."""
    word = sheet.words[place]
    plain = word.capital and word.gap == " " and not word.acronym and sheet.is_syllable(place)
    known = place in found or sheet.in_state(place) or sheet.page.is_land(place)
    return plain and not known and not sheet.head_at(place)[0]


def _in_office(sheet: Sheet, place: int) -> bool:
    """Whether the office of a state's minister stands before: "Bộ trưởng Ngoại giao Hàn Quốc Park Jin"."""
    return place > 0 and sheet.spaced(place) and sheet.in_state(place - 1) and sheet.office_before(place)


def _is_person(sheet: Sheet, place: int, end: int, *, titled: bool) -> bool:
    """Whether the capitals from ``place`` to ``end`` are made as names of people are."""
    places, sides = range(place, end + 1), sheet.surname(place)
    if is_given(sheet, end) or (titled and sides and end > place):
        return True
    if sheet.words[place].key in sheet.given and end > place:
        return True
    if any(sheet.page.is_land(p) for p in places) or sheet.grammar.topics.at(sheet.lows, place) > 1:
        return False
    # Without a title the name of a Vietnamese has three syllables at least, that of a Korean three words.
    vietnamese = "VN" in sides and 2 <= end - place <= 3 and all(sheet.is_syllable(p) for p in places)
    korean = "KR" in sides and end - place == 2 and all(_is_plain(sheet, p) for p in places)
    return vietnamese or korean


def _is_plain(sheet: Sheet, place: int) -> bool:
    """Whether the word is written without marks, and not in capitals alone."""
    return sheet.words[place].text.isascii() and not sheet.words[place].acronym


def _is_office(sheet: Sheet, place: int) -> bool:
    """Whether what follows "đồng chí" is an office, not a name: "đồng chí Bí thư"."""
    return bool(sheet.grammar.titles.at(sheet.lows, place) or sheet.grammar.places.at(sheet.lows, place))


def name_end(sheet: Sheet, place: int) -> int:
    """The last word of the capitals from ``place`` on that a person's name can hold: four words at most."""
    words, last = sheet.words, place
    while last + 1 < sheet.end_of(place) and last < place + 3:
        after = words[last + 1]
        given = after.gap == "-" and after.text.isalpha()
        if not given and not (after.capital and after.gap == " " and not after.acronym):
            break
        if not given and (last + 1 in sheet.page.state_at or sheet.grammar.titles.at(sheet.lows, last + 1)):
            break
        last += 1
    return last


def is_given(sheet: Sheet, last: int) -> bool:
    """Whether a hyphen before small letters makes the words up to ``last`` end as Korean names do: "Tae-won"."""
    words = sheet.words
    return last > 0 and words[last].gap == "-" and words[last].text.islower() and words[last - 1].capital


def country_of_person(sheet: Sheet, place: int) -> str | None:
    """The side that the person whose name begins at ``place`` speaks for, or None."""
    if place >= len(sheet) or not sheet.words[place].capital:
        return None
    end = name_end(sheet, place)
    if end == place:
        return None
    if is_given(sheet, end):
        return "KR"
    sides = sheet.surname(place)
    if len(sides) == 1:
        return next(iter(sides))
    if not sides:
        return None
    marked = any(not sheet.words[p].text.isascii() for p in range(place, end + 1))
    syllables = all(sheet.is_syllable(p) for p in range(place, end + 1))
    return "VN" if marked or (syllables and end - place >= 2) else "KR"
