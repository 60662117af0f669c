"""Where a body belongs that its own words do not place: by the state before it, or by the press that writes of it."""

from __future__ import annotations

from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.korean.people import country_of_person
from pactbook.mentions.organisations.korean.sheet import Sheet
from pactbook.mentions.organisations.korean.signs import said_of

#: Kinds of bodies whose leader's name tells where they belong; a firm's does not.
#: How many words of a sentence before a name are looked at for whose it is.
_FAR = 60
_CENTRAL = frozenset({"ministry", "agency", "subnational"})


def country_beside(sheet: Sheet, name: Candidate) -> str | None:
    """The state, or the state of the place, right before the name, or that of the person who speaks for it."""
    before = name.first - 1
    if sheet.joined(name.first):
        if country := sheet.state(before) or sheet.land(before):
            return country
        if country := _owner(sheet, before) or _parent(sheet, name) or said_of(sheet, name.first):
            return country
    if name.kinds() <= _CENTRAL and _has_title(sheet, name):
        return country_of_person(sheet, name.first) or _side(sheet, name)
    return None


def _side(sheet: Sheet, name: Candidate) -> str | None:
    """The state for which the sentence says that people come: 베트남 측에서는 ... [산업부] 장관이."""
    begin, _ = sheet.page.sentence_of(name.first)
    sides, states = sheet.lexis.words.sides, sheet.lexis.states
    for place in range(name.first - 1, max(begin, name.first - _FAR) - 1, -1):
        text = sheet.words[place].text
        if text in states and sheet.joined(place + 1) and sheet.words[place + 1].text in sides:
            return states[text]
        side = next((text[:n] for n in range(2, len(text)) if text[:n] in states and text[n:] in sides), None)
        if side:
            return states[side]
    return None


def _parent(sheet: Sheet, name: Candidate) -> str | None:
    """The country of the body right before: 베트남 공안부 [소방구조경찰국]."""
    end = sheet.words[name.first - 1].end
    parent = next((n for n in sheet.ends.get(end, []) if n.kinds() <= _CENTRAL), None)
    return next(iter(parent.countries())) if parent is not None and len(parent.countries()) == 1 else None


def _owner(sheet: Sheet, place: int) -> str | None:
    """The state in 베트남의 산업무역부."""
    word = sheet.words[place].text
    return sheet.lexis.states.get(word[:-1]) if word.endswith(sheet.lexis.genitive) else None


def _has_title(sheet: Sheet, name: Candidate) -> bool:
    after = name.last + 1
    if sheet.tail(name.last, name.end):
        return False
    return sheet.joined(after) and any(sheet.words[after].text[:n] in sheet.lexis.titles for n in sheet.cuts(after))


def country_before(sheet: Sheet, name: Candidate) -> str | None:
    """The last foreign state that the sentence names before the body: 필리핀 앙헬레스시와 11월 마갈랑시."""
    begin, _ = sheet.page.sentence_of(name.first)
    home = sheet.lexis.words.home
    near = range(name.first - 1, max(begin, name.first - _FAR) - 1, -1)
    states = (sheet.page.state_at[p] for p in near if p in sheet.page.state_at)
    return next((s.country for s in states if s.country != home), None)
