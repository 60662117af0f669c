"""People: names behind surnames, and the titles that tell them from the bodies that they speak for."""

from __future__ import annotations

from pactbook.mentions.organisations.korean.ordinary import is_personal
from pactbook.mentions.organisations.korean.sheet import Sheet

#: Syllables of a Korean's full name, and of a part of a Vietnamese name that is no surname.
_KOREAN, _PART = 3, 2
#: Syllables of a longer last part of a Vietnamese name: 히에우.
_LAST = 3
#: No name in brackets has more words.
_WORDS = 7


def is_korean(sheet: Sheet, text: str) -> bool:
    """Whether the word may be a Korean's full name: 최태원."""
    surnames = sheet.lexis.surnames["KR"]
    return len(text) == _KOREAN and (text[0] in surnames or text[:2] in surnames)


def is_person(sheet: Sheet, place: int, length: int) -> bool:
    """Whether word ``place`` is a part of a person's name: a Korean's, or a word behind a Vietnamese surname."""
    text = sheet.words[place].text[:length]
    if length == _KOREAN and is_personal(text, sheet.language):
        return True
    if text in sheet.lexis.surnames["VN"]:
        return True
    surname = _surname_before(sheet, place)
    # 응우옌 반 히에우: the last of three; 팜 반 남 쯔엉안 is somebody of 쯔엉안.
    return surname is not None and (len(text) <= _PART or (len(text) == _LAST and surname == place - 2))


def _surname_before(sheet: Sheet, place: int) -> int | None:
    """The place of the Vietnamese surname with which a name of at most four words begins that ends at ``place``."""
    words, surnames = sheet.words, sheet.lexis.surnames["VN"]
    for here in range(place - 1, max(0, place - 3) - 1, -1):
        if words[here + 1].gap != " ":
            return None
        text = words[here].text
        if text in surnames:
            return here
        if len(text) > _PART:
            return None
    return None


def country_of_person(sheet: Sheet, behind: int) -> str | None:
    """The side of the person whose name ends right before word ``behind``: 응웬 꾸언 [과기부 장관]."""
    last = behind - 1
    if sheet.words[behind].gap == ") ":
        # 부이 탄 선(Bui Thanh Son) [외교부 장관]
        while last > behind - _WORDS and last > 0 and "(" not in sheet.words[last].gap:
            last -= 1
        last -= 1
    elif not sheet.joined(behind):
        return None
    text = sheet.words[max(0, last)].text
    if _surname_before(sheet, last) is not None:
        return sheet.lexis.words.local
    return sheet.lexis.words.home if is_korean(sheet, text) else None


def titled(sheet: Sheet, place: int, length: int) -> bool:
    """Whether someone speaks for the body: 최태원 다온 회장, 팜 반 남 쯔엉안 대표."""
    words, after = sheet.words, place + 1
    if after not in sheet.led or length != len(words[place].text) or not sheet.joined(after):
        return False
    text = words[place].text
    if is_person(sheet, place, length):
        # 김철수 이노션 대표: the second of two that look like people is the body.
        two = is_korean(sheet, text) and sheet.joined(place)
        return two and is_personal(words[place - 1].text, sheet.language)
    before = sheet.joined(place) and (
        is_korean(sheet, words[place - 1].text)
        or words[place - 1].text in sheet.lexis.surnames["VN"]
        or _surname_before(sheet, place - 1) is not None
    )
    return before or words[place].capital
