"""Whether a place, a park or a hotel acts in a sentence, or is only where it is told."""

from __future__ import annotations

from msgspec.structs import replace

from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.korean.sheet import Sheet
from pactbook.mentions.organisations.korean.signs import between, in_dashed_item

_SCENES = {"subnational", "zone", "media"}
#: So many words behind a place tell whether something is asked of it.
_ASKED = 9
#: So far behind a place its deal may stand: 람투이현의 우호교류 협약식.
_OWNED = 16
_JOINED = frozenset({"·", "-", ", ", " - ", "–", "—", "↔"})


def judged(sheet: Sheet, name: Candidate) -> Candidate:
    """The name with the rule ``acts`` where it acts as a body in its sentence, else ``place``; others as they are."""
    text = sheet.text[name.start : name.end]
    tail = sheet.tail(name.last, name.end)
    if text.endswith(tuple(sheet.lexis.words.settings)) and tail in sheet.lexis.words.scenes:
        given = tail in sheet.lexis.words.asked_by and _is_asked(sheet, name)
        return name if given else replace(name, rule="place")
    kinds = name.kinds()
    if not kinds or not kinds <= _SCENES or name.full:
        return name
    if kinds == {"subnational"} and (name.rule == "structure" or text.endswith(sheet.lexis.offices)):
        return name
    return replace(name, rule="acts" if _acts(sheet, name) else "place")


def _acts(sheet: Sheet, name: Candidate) -> bool:
    tail = sheet.particle(name)
    if name.first in sheet.page.state_at and name.first == name.last:
        state = sheet.page.state_at[name.first]
        if state.form == "capital" and state.span.text == sheet.text[name.start : name.end]:
            return False
    if _has_class(sheet, name) or name.kinds() != {"subnational"}:
        return _governed(sheet, name, tail) or _does(sheet, name, tail)
    return _governed(sheet, name, tail)


def _has_class(sheet: Sheet, name: Candidate) -> bool:
    """Whether the name says that it is a place with a government: 하장성, not 하장."""
    text = sheet.text[name.start : name.end]
    places = sheet.lexis.places
    return text.endswith(places) and any(text.endswith(p) and len(text) > len(p) for p in places)


def _governed(sheet: Sheet, name: Candidate, tail: str) -> bool:
    """한빛군수, 하장성 인민위원장, 하장성 관계자."""
    if tail and (tail not in sheet.lexis.tails or tail in sheet.lexis.governors):
        return True
    after = name.last + 1
    if tail or not sheet.joined(after):
        return tail.startswith(sheet.lexis.behind)
    return sheet.is_governor(after)


def _does(sheet: Sheet, name: Candidate, tail: str) -> bool:
    before, rest = sheet.sentence(name.first)
    after = rest[name.end - sheet.words[name.first].start :]
    if tail in sheet.lexis.subjects:
        does = sheet.lexis.acts.search(after) or sheet.lexis.deals.search(after)
        return bool(does) or not sheet.lexis.descriptions.search(after)
    if tail in sheet.lexis.words.asked_by:
        return _is_asked(sheet, name)
    if sheet.lexis.visited.match(after):
        # "박닌성을 방문해 협정을 맺었다"
        return True
    if tail in sheet.lexis.words.scenes:
        return bool(sheet.lexis.granted.match(after))
    if tail in sheet.lexis.words.takers:
        # "하노이시로부터 공사를 수주했다"
        return bool(sheet.lexis.pacts.search(after) or sheet.lexis.deals.search(after))
    if tail in sheet.lexis.partners:
        deals = sheet.lexis.deals
        return bool(deals.search(after) or deals.search(before)) or _is_with_body(sheet, name)
    if tail in sheet.lexis.genitive:
        return _is_second(sheet, name) and bool(sheet.lexis.pacts.search(after[:_OWNED]))
    if not tail:
        listed = _in_list(sheet, name) or (_is_second(sheet, name) and between(sheet, name.last))
        return (listed and bool(sheet.lexis.deals.search(after))) or in_dashed_item(sheet, name.first, name.last)
    return False


def _is_with_body(sheet: Sheet, name: Candidate) -> bool:
    """Whether a known body stands right behind that has something in common: 남딘성과 한국산업단지공단의 인연은."""
    body = next((k for k in sheet.known.values() if k.first == name.last + 1), None)
    if body is None or not body.kinds() or body.kinds() & _SCENES:
        return False
    return sheet.tail(body.last, body.end) in sheet.lexis.genitive


def _is_second(sheet: Sheet, name: Candidate) -> bool:
    """Whether a word with "with" stands right before the place or its state: 한빛군과 베트남 람투이현의 협약."""
    states = name.first > 1 and sheet.state(name.first - 1) is not None and sheet.joined(name.first)
    before = name.first - 1 - states
    return before >= 0 and sheet.words[before].text.endswith(sheet.lexis.with_whom)


def _is_asked(sheet: Sheet, name: Candidate) -> bool:
    """Whether something is asked of the place, or handed to it, in its clause: 하노이시에 신도시를 제안했다."""
    _, end = sheet.page.sentence_of(name.first)
    ends, quoting = sheet.lexis.connectives, tuple(sheet.lexis.words.quoting)
    for place in range(name.last + 1, min(end, name.last + _ASKED, len(sheet.words))):
        text = sheet.words[place].text
        if sheet.lexis.asked.match(text):
            return True
        if text.endswith(ends) and not text.endswith(quoting):
            return False
    return False


def _in_list(sheet: Sheet, name: Candidate) -> bool:
    """Whether a dot, a dash or a comma joins the name to another one: 보은군-하장성."""
    after = name.last + 1
    behind = after < len(sheet.words) and sheet.words[after].gap in _JOINED
    return behind or sheet.words[name.first].gap in _JOINED
