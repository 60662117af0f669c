"""Short and other names that an article gives to a body itself: 한국국제협력단(KOICA·코이카), 협회(이하 협회)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from pactbook.knowledge.gazetteer import bodies
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.korean.head_words import head_of
from pactbook.mentions.organisations.korean.parts import has_own, parts
from pactbook.mentions.organisations.korean.sheet import Sheet

_BRACKET = re.compile(r"[ ]?\(([^()\n]{1,120})\)")
_PIECE = re.compile(r"[^·,/;ㆍ・]+")
_QUOTES = " '\"‘’“”「」"
#: A name in Hangul longer than this or with a space in it is a remark.
_LONGEST = 14
#: An acronym with so many letters is shared by few.
_TELLING = 4


def defined(sheet: Sheet, names: Sequence[Candidate]) -> Iterator[tuple[Candidate, Candidate]]:
    """(Full name, the name in brackets behind it) for every one that the article gives."""
    for name in names:
        match = _BRACKET.match(sheet.text, name.end)
        if match is None or (match[0][0] == " " and name.end == sheet.words[name.last].end and _hangul(match[1])):
            continue
        for number, piece in enumerate(_PIECE.finditer(match[1])):
            if number and not (_hangul(piece[0]) or piece[0].strip().isupper()):
                # "University Medical Center, Ho Chi Minh City"
                continue
            start, end = _bare(sheet, match.start(1) + piece.start(), match.start(1) + piece.end())
            if end > start and _is_alias(sheet, sheet.text[start:end], name):
                at = (sheet.page.word_at(start), sheet.page.word_at(end - 1))
                full = _identified(sheet, name, sheet.text[start:end])
                yield full, replace(full, start=start, end=end, first=at[0], last=at[1], rule="defined", rank=4)


def glossed(sheet: Sheet, names: Sequence[Candidate]) -> Iterator[Candidate]:
    """The full name before a known short one in brackets, which no head shows: 베트남석유가스기술서비스(PTSC)."""
    for name in names:
        before = name.first - 1
        if before < 0 or len(name.keys) != 1 or not sheet.text.endswith("(", 0, name.start):
            continue
        word = sheet.words[before]
        placed = parts(word.text, sheet.language)[0].sort in {"state", "land"}
        if (
            placed
            and word.end + 1 == name.start
            and len(word.text) > _TELLING
            and word.text not in sheet.lexis.not_bodies
        ):
            yield replace(name, start=word.start, end=word.end, first=before, last=before, rule="defined", rank=2)


def _identified(sheet: Sheet, name: Candidate, alias: str) -> Candidate:
    """The name as the known body that the alias names: 혁신기업진흥청(NATEC), 토지주택공사(LH)."""
    known = sheet.called.get(alias)
    if known is None or name.keys or len(known.keys) != 1:
        return name
    body = bodies()[known.keys[0]]
    called = sheet.text[name.start : name.end]
    told = len(alias) >= _TELLING or any(_reads(called, full) for full in body.ko)
    if not told or body.kind != name.kind or name.country not in {None, body.country}:
        return name
    return replace(name, keys=known.keys, rank=name.rank + 1)


def _hangul(text: str) -> bool:
    return any("가" <= c <= "힣" for c in text)


def _bare(sheet: Sheet, start: int, end: int) -> tuple[int, int]:
    """The alias without quotes and without "옛" or "이하"."""
    text = sheet.text
    while start < end and text[start] in _QUOTES:
        start += 1
    for word in sheet.lexis.words.aside:
        if text.startswith(f"{word} ", start) or text.startswith(f"{word}: ", start):
            start = text.index(" ", start) + 1
    while start < end and text[start] in _QUOTES:
        start += 1
    while end > start and text[end - 1] in _QUOTES:
        end -= 1
    return start, end


def _is_alias(sheet: Sheet, text: str, name: Candidate) -> bool:
    lexis = sheet.lexis
    if len(text) < 2 or text[0].isdigit() or text in lexis.terms or text in lexis.generic or text in lexis.titles:
        return False
    known = sheet.called.get(text)
    if known is not None and known.keys and name.keys:
        return bool(set(known.keys) & set(name.keys))
    if _hangul(text):
        called = sheet.text[name.start : name.end]
        if _is_other_kind(sheet, text, name) and not _reads(text, called):
            return False
        if " " in text or len(text) > _LONGEST or text.startswith(tuple(t for t in lexis.titles if len(t) > 1)):
            return False
        return _reads(text, called) or has_own(text, sheet.language)
    return text[0].isupper() and len(text.split()) < 8 and text not in lexis.states


def _is_other_kind(sheet: Sheet, text: str, name: Candidate) -> bool:
    """Whether the head of the word in brackets makes a body of another kind of it: 두레제약(하노이의대)."""
    head = head_of(text, sheet.language)
    if head is None or head[0] != len(text) or len(head[1]) == len(text):
        return False
    return bool(name.kinds()) and sheet.lexis.heads[head[1]].kind not in name.kinds()


def _reads(short: str, long: str) -> bool:
    """Whether the syllables of a short name stand in its long one in order: 대한상의, 대한상공회의소."""
    left = iter(long)
    return all(syllable in left for syllable in short)


def uses(sheet: Sheet, aliases: Mapping[str, Candidate]) -> Iterator[Candidate]:
    """Every word that an alias stands in, particles aside."""
    #: Word → its longest stem that is an alias.
    longest: dict[int, str] = {}
    for alias in aliases:
        for place in sheet.places_of(alias):
            if len(alias) > len(longest.get(place, "")):
                longest[place] = alias
    for place in sorted(longest):
        alias, start = longest[place], sheet.words[place].start
        yield replace(aliases[alias], start=start, end=start + len(alias), first=place, last=place)
