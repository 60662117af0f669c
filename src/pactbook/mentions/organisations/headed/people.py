"""People: "ông Trần Đức Quý", "Choi Jae Hyeong", "bà Nhàn"; and the side that a name speaks for."""

from __future__ import annotations

from pactbook.mentions.organisations.headed.sheet import Sheet


def people_words(sheet: Sheet) -> frozenset[int]:
    """The words that belong to the names of people, in full or (behind "ông") in part."""
    found: set[int] = set()
    for place in sheet.page.capitals:
        if place not in found:
            found.update(_name_at(sheet, place))
    return frozenset(found)


def _name_at(sheet: Sheet, place: int) -> range:
    """The words of a person's name that begins at ``place``; an empty range where none does."""
    none = range(place, place)
    words, lows, grammar = sheet.words, sheet.lows, sheet.grammar
    if words[place].acronym or sheet.head_at(place)[0] or place in sheet.page.state_at:
        return none
    called = bool(grammar.calls.before(lows, place)) and sheet.spaced(place)
    titled = (
        called
        or sheet.titled(place)
        or (sheet.spaced(place) and sheet.in_state(place - 1) and sheet.office_before(place))
    )
    if (
        place
        and words[place - 1].capital
        and words[place].joined
        and not titled
        and not is_given(sheet, name_end(sheet, place))
    ):
        return none
    end = name_end(sheet, place)
    if called and not _is_office(sheet, place):
        return range(place, end + 1)
    korean = is_given(sheet, end)
    full = end - place
    sides = sheet.surname(place)
    if korean or (sides and titled and full >= 1):
        return range(place, end + 1)
    # Without a title the name of a Vietnamese has three syllables at least, and no other capitals follow.
    whole = "VN" in sides and 2 <= full <= 3 and all(sheet.is_syllable(p) for p in range(place, end + 1))
    whole = whole or ("KR" in sides and full == 2 and not any(words[p].acronym for p in range(place, end + 1)))
    lands = any(sheet.page.is_land(p) for p in range(place, end + 1))
    return range(place, end + 1) if whole and not lands and not _is_topic(sheet, place) else none


def _is_office(sheet: Sheet, place: int) -> bool:
    """Whether what follows "đồng chí" is an office, not a name: "đồng chí Bí thư"."""
    return bool(sheet.grammar.titles.at(sheet.lows, place) or sheet.grammar.places.at(sheet.lows, place))


def _is_topic(sheet: Sheet, place: int) -> bool:
    return sheet.grammar.topics.at(sheet.lows, place) > 1


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
