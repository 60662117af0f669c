"""Names of the gazetteer in a text that glues: what stands behind the name may make it another one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from pactbook.knowledge.gazetteer import bodies
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.known import names_in_full
from pactbook.mentions.organisations.korean.lexis import lexis
from pactbook.mentions.organisations.korean.sheet import Sheet
from pactbook.mentions.organisations.words import spell

#: A name of so many syllables is itself whatever is glued behind it.
_LONG = 5
#: What stands between two states that share what follows.
_BOTH = ("·", "-", "ㆍ", "∙")
#: No name in Latin letters has more words.
_WORDS = 9


def latin_names(sheet: Sheet) -> Iterator[Candidate]:
    """Names in Latin letters whose last word has a particle: LG CNS와."""
    for place in sheet.marked.latin:
        word = sheet.words[place]
        for length in sheet.cuts(place)[1:]:
            if word.text[:length].isascii():
                yield from _latin(sheet, place, length)


def _latin(sheet: Sheet, place: int, length: int) -> Iterator[Candidate]:
    first, last = place, sheet.words[place]
    keys = [spell(last.text[:length])]
    while True:
        found = names_in_full().get(" ".join(keys))
        if found and sheet.words[first].capital:
            end = last.start + length
            yield Candidate(sheet.words[first].start, end, first, place, "gazetteer", found, rank=3)
        if not sheet.joined(first) or not sheet.words[first - 1].text.isascii() or len(keys) > _WORDS:
            return
        first -= 1
        keys.insert(0, sheet.words[first].key)


def fitting(sheet: Sheet, names: Sequence[Candidate]) -> Iterator[Candidate]:
    """The known names that no other word is made of, with the state before them that belongs to the name."""
    for name in names:
        if _fits(sheet, name):
            yield _with_state(sheet, _with_class(sheet, name))


def _fits(sheet: Sheet, name: Candidate) -> bool:
    tail = sheet.tail(name.last, name.end)
    behind = name.last + 1
    if not tail and sheet.joined(behind) and _names_other(sheet, name, sheet.words[behind].text):
        return False
    if not tail or tail in sheet.lexis.tails or len(sheet.text[name.start : name.end]) >= _LONG:
        return True
    if name.only() == "subnational":
        governors = tuple(sheet.lexis.governors)
        word = sheet.words[name.last].text
        glued = word[len(word) - len(tail) - 1 :]
        return tail.startswith(governors) or glued.startswith(governors) or tail.startswith(_local(sheet.language))
    return tail.startswith(tuple(sheet.lexis.titles))


@cache
def _local(language: str) -> tuple[str, ...]:
    """The heads of bodies that govern a place."""
    return tuple(phrase for phrase, head in lexis(language).heads.items() if head.kind == "subnational")


def _names_other(sheet: Sheet, name: Candidate, behind: str) -> bool:
    """Whether the word behind makes another thing of the name: EDCF 차관; 국방부 차관 speaks for the ministry."""
    if behind in sheet.lexis.words.about:
        # 한화 약 253억원: a currency
        return True
    if not behind.startswith(tuple(sheet.lexis.words.not_before)):
        return False
    return name.only() != "ministry" or not behind.startswith(tuple(t for t in sheet.lexis.titles if len(t) > 1))


def _with_class(sheet: Sheet, name: Candidate) -> Candidate:
    """Take in the word that says what place it is, where it stands apart: 빈즈엉 성은."""
    after = name.last + 1
    if name.only() != "subnational" or sheet.tail(name.last, name.end) or not sheet.joined(after):
        return name
    word = sheet.words[after]
    length = next((n for n in sheet.cuts(after) if word.text[:n] in sheet.lexis.words.here), 0)
    called = sheet.text[name.start : name.end] + word.text[:length]
    if not length or not any(called in bodies()[key].ko for key in name.keys):
        return name
    return replace(name, end=word.start + length, last=after)


def _with_state(sheet: Sheet, name: Candidate) -> Candidate:
    """Take in 베트남 before 산업무역부 where that is the state of one of its bodies."""
    before = name.first - 1
    country = sheet.state(before) if sheet.joined(name.first) else None
    if country is not None and sheet.text.endswith(_BOTH, 0, sheet.words[before].start):
        # 한·베트남 [관세청]장회의 is of both.
        return name
    if country is None or name.kinds() & {"company", "international"}:
        return name
    keys = tuple(k for k in name.keys if bodies()[k].country == country)
    longer = replace(name, start=sheet.words[before].start, first=before, keys=keys)
    if keys or sheet.country(sheet.text[name.start : name.end]) or "XX" in name.countries():
        return longer if keys else name
    # 라오스 보건부 is neither the Vietnamese nor the Korean one.
    kind = bodies()[name.keys[0]].kind
    return replace(longer, kind=kind, country=country, rule="structure", rank=1)
