"""Later, shorter words for a body that the article has named in full: "Hyosung" for "Tập đoàn Hyosung"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.headed.sheet import Sheet
from pactbook.mentions.organisations.vocabulary import vocabulary

#: Bodies whose proper name stands for the whole.
_NAMED = frozenset({"company", "education", "hospital", "other", "media"})
Form = tuple[str, ...]


def shorts(sheet: Sheet, names: Sequence[Candidate]) -> Iterator[Candidate]:
    """Every place where a shorter form of one of ``names``, or all of it, stands by itself."""
    forms: dict[Form, list[Candidate]] = {}
    for name in names:
        if name.rule in {"place", "title"}:
            continue
        for form in dict.fromkeys(_forms(sheet, name)):
            forms.setdefault(form, []).append(name)
    lands = {_base(sheet, name) for name in names if name.full and name.only() == "subnational"}
    clear = {
        form: more[0]
        for form, found in forms.items()
        if form not in lands and _one(sheet, more := _longer(sheet, found, form))
    }
    firsts: dict[str, list[Form]] = {}
    for form in clear:
        firsts.setdefault(form[0], []).append(form)
    for place in sheet.written(firsts):
        for form in firsts.get(sheet.words[place].text, ()):
            last = place + len(form) - 1
            name = clear[form]
            if name.first <= place <= name.last or tuple(w.text for w in sheet.words[place : last + 1]) != form:
                continue
            if _alone(sheet, place, last) and not _is_place_told(sheet, place, last):
                yield _use(sheet, name, place, last, whole=len(form) == name.last - name.first + 1)


def _use(sheet: Sheet, name: Candidate, first: int, last: int, *, whole: bool) -> Candidate:
    start, end = sheet.page.span(first, last)
    told = name.first < first and not whole
    full = name.full or sheet.page.text[name.start : name.end]
    rank = 5 if told else (1 if whole else 2)
    return replace(name, start=start, end=end, first=first, last=last, rule="short", rank=rank, full=full, also=())


def _forms(sheet: Sheet, name: Candidate) -> Iterator[Form]:
    words = sheet.words[name.first : name.last + 1]
    if not name.keys:
        yield tuple(w.text for w in words)
    if name.rule in {"acronym", "defined", "short"}:
        return
    proper, last = _proper(sheet, name), _without_place(sheet, name)
    kinds = name.kinds()
    if (
        kinds
        and "ministry" not in kinds
        and name.first < proper
        and last < name.last
        and last - name.first >= max(1, sheet.head_at(name.first)[0])
    ):
        yield tuple(w.text for w in sheet.words[name.first : last + 1])
    if not kinds <= _NAMED or proper > last:
        return
    own = sheet.words[proper : last + 1]
    named = all(not sheet.small(p) for p in range(proper, last + 1))
    if named and (len(own) > 1 or sheet.is_foreign(proper)):
        if not (proper == name.first and last == name.last):
            yield tuple(w.text for w in own)
        yield tuple(w.text for w in sheet.words[proper : name.last + 1])
    if name.only() == "company":
        yield from _beginnings(sheet, proper, last)


def _beginnings(sheet: Sheet, proper: int, last: int) -> Iterator[Form]:
    """The first words of a firm's foreign name: "Saerom" of "Saerom Foods"."""
    english = vocabulary("en")
    for end in range(proper, last):
        word = sheet.words[end]
        if (
            not sheet.is_foreign(end)
            or word.key in english.topics
            or word.key in english.generic
            or word.key in english.heads
        ):
            return
        if sheet.grammar.not_bodies.at(sheet.lows, end) or sheet.words[end + 1].gap == "-":
            return
        yield tuple(w.text for w in sheet.words[proper : end + 1])


def _proper(sheet: Sheet, name: Candidate) -> int:
    """The first word of the name that neither says what the body is nor what it is for."""
    place = name.first
    while place <= name.last:
        length = max(
            sheet.head_at(place)[0],
            sheet.grammar.legal_forms.at(sheet.lows, place),
            sheet.grammar.topics.at(sheet.lows, place),
            int(sheet.lows[place] in sheet.grammar.joins),
        )
        if not length and place + 1 < name.last and sheet.in_state(place) and name.only() == "company":
            length = 1
        if not length:
            break
        place += length
    own = place <= name.last and not sheet.in_state(place) and not sheet.page.is_land(place)
    return place if own and sheet.words[place].capital else name.last + 1


def _without_place(sheet: Sheet, name: Candidate) -> int:
    """The last word before the state or place with which the name ends."""
    last = name.last
    while last > name.first and (sheet.in_state(last) or sheet.page.is_land(last)):
        last -= 1
    if sheet.lows[last] in sheet.grammar.seats and last > name.first:
        last -= 1
        while last > name.first and sheet.in_state(last):
            last -= 1
    if last < name.last and (length := sheet.grammar.places.before(sheet.lows, last + 1)):
        last = max(name.first, last - length)
    return last if sheet.words[last + 1 if last < name.last else last].gap != " - " else name.last


def _longer(sheet: Sheet, found: Sequence[Candidate], form: Form) -> list[Candidate]:
    """Without names that are the form itself and nothing more, if others are there to explain it."""
    del sheet
    return [c for c in found if c.keys or c.last - c.first + 1 > len(form)] or list(found)


def _one(sheet: Sheet, found: Sequence[Candidate]) -> bool:
    """Whether all names with this form are names of one body."""
    return len({c.keys or (c.full or sheet.page.text[c.start : c.end]).lower() for c in found}) == 1


def _base(sheet: Sheet, name: Candidate) -> Form:
    """The words that only a place is called."""
    class_end, last = sheet.place_at(name.first)
    return tuple(w.text for w in sheet.words[class_end + 1 : last + 1]) if last >= 0 else ()


def _is_place_told(sheet: Sheet, first: int, last: int) -> bool:
    """Whether words that a firm has from a place mean the place: "nhà máy ở [Dung Quất]"."""
    native = all(not sheet.is_foreign(p) for p in range(first, last + 1)) and last > first
    return native and sheet.spaced(first) and _is_seated(sheet, first)


def _is_seated(sheet: Sheet, first: int) -> bool:
    """Whether "ở", "tại" or a word for a kind of place stands right before."""
    grammar, lows = sheet.grammar, sheet.lows
    return first > 0 and (lows[first - 1] in grammar.seats or grammar.spots.before(lows, first) > 0)


def _alone(sheet: Sheet, first: int, last: int) -> bool:
    """Whether the words stand by themselves, not inside a longer run of capitals."""
    words = sheet.words
    if first in sheet.people or (last + 1 in sheet.people and first - 1 in sheet.people):
        return False
    if first and words[first - 1].capital and words[first].joined:
        titled = sheet.grammar.titles.before(sheet.lows, first) or first - 1 in sheet.page.openings
        if not titled:
            return False
    behind = last + 1
    if behind < len(words) and words[behind].capital and words[behind].joined:
        return bool(behind in sheet.people or sheet.grammar.titles.at(sheet.lows, behind))
    return True
