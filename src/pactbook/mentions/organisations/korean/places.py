"""Places with a government of their own that the gazetteer does not know: 한빛군, 람투이현, 필리핀 앙헬레스시."""

from __future__ import annotations

from collections.abc import Iterator

from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.korean.parts import has_own
from pactbook.mentions.organisations.korean.sheet import Sheet

#: Districts that are called by a direction only: 광주 북구.
_SHORT = 2


def built_places(sheet: Sheet) -> list[Candidate]:
    """Every place of the article by its own words; one that is sure somewhere is sure everywhere."""
    found = list(_found(sheet))
    own = _told_of(sheet) if found else frozenset()
    sure: dict[str, str | None] = {}
    for place, length, country in found:
        stem = sheet.words[place].text[:length]
        if _is_sure(sheet, place, length, country) or (stem[-1] in own and _has_own(sheet, stem)):
            sure[stem] = sure.get(stem) or country
    return [
        _candidate(sheet, place, length, country or sure[stem])
        for place, length, country in found
        if (stem := sheet.words[place].text[:length]) in sure
    ]


def _found(sheet: Sheet) -> Iterator[tuple[int, int, str | None]]:
    for place in sheet.marked.placed:
        word = sheet.words[place]
        if word.text[0].isdigit() and (numbered := _numbered(sheet, place)) is not None:
            yield place, numbered, sheet.land(place - 1)
        for length in sheet.alone[place].places:
            end = word.start + length
            particle = word.text[length - 1] in sheet.lexis.particles
            if (word.start, end) in sheet.known or (particle and (word.start, end - 1) in sheet.known):
                # 폭스콘도 is a known firm and a particle.
                continue
            country = sheet.country(word.text[:length])
            if sheet.joined(place):
                country = country or sheet.state(place - 1) or sheet.land(place - 1)
            yield place, length, country


def _numbered(sheet: Sheet, place: int) -> int | None:
    """The length of a district called by its number, which the word begins with, behind its city: 호찌민시 [7군]과."""
    word = sheet.words[place].text
    if not sheet.joined(place) or sheet.land(place - 1) != sheet.lexis.words.local:
        return None
    digits = next((n for n, c in enumerate(word) if not c.isdigit()), len(word))
    ends = [n for n in sheet.cuts(place) if n == digits + 1 and word[digits:n] in sheet.lexis.domestic]
    return ends[0] if digits <= _SHORT and ends else None


def _is_sure(sheet: Sheet, place: int, length: int, country: str | None) -> bool:
    word = sheet.words[place]
    stem = word.text[:length]
    if sheet.joined(place) and (sheet.state(place - 1) or sheet.land(place - 1)):
        return True
    if not _has_own(sheet, stem):
        return False
    if sheet.sound(stem) and country:
        return True
    if length < len(word.text) and word.text[length:] not in sheet.lexis.tails:
        # 한빛군수, 한빛군의회
        return True
    if _is_person(sheet, stem):
        return False
    if length == len(word.text) and _governed(sheet, place + 1):
        return True
    before, after = sheet.sentence(place)
    deal = sheet.lexis.deals.search(after) or sheet.lexis.deals.search(before)
    tail = word.text[length:]
    return bool(deal) and (tail in sheet.lexis.partners or (tail in sheet.lexis.subjects and not sheet.abstract(stem)))


def _has_own(sheet: Sheet, stem: str) -> bool:
    return has_own(stem[:-1], sheet.language)


def _told_of(sheet: Sheet) -> frozenset[str]:
    """The kinds of places of which the article speaks as its own: 군은, 시는."""
    said = sheet.lexis.here_said
    return frozenset([said[word.text] for word in sheet.words if word.text in said])


def _governed(sheet: Sheet, place: int) -> bool:
    """Whether word ``place`` says who governs: 인민위원장이, 군수는."""
    if not sheet.joined(place):
        return False
    return sheet.is_governor(place)


def _is_person(sheet: Sheet, stem: str) -> bool:
    return len(stem) == 3 and stem[0] in sheet.lexis.surnames.get("KR", frozenset())


def _candidate(sheet: Sheet, place: int, length: int, country: str | None) -> Candidate:
    first = place
    if sheet.joined(place) and (sheet.state(place - 1) or sheet.land(place - 1)):
        first -= 1
        if sheet.land(first) and sheet.joined(first) and sheet.state(first - 1):
            # 베트남 뚜옌꽝성 함옌현: the province only says where the district is.
            first -= 1
    end = sheet.words[place].start + length
    return sheet.candidate((first, place), end, "place", "subnational", country, rank=0)
