"""Later, shorter words for a body: 쯔엉안 for 쯔엉안 물류그룹, 한빛대 for 한빛대학교, 군 for the only county."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.korean.head_words import head_of
from pactbook.mentions.organisations.korean.lexis import lexis
from pactbook.mentions.organisations.korean.parts import has_own, parts
from pactbook.mentions.organisations.korean.sheet import Sheet

_FIRMS = frozenset({"company", "hospital"})


def short_forms(sheet: Sheet, names: Sequence[Candidate]) -> dict[str, Candidate]:
    """The words that the article may use for a body that it has named in full."""
    forms: dict[str, Candidate] = {}
    for name in names:
        text = sheet.text[name.start : name.end]
        for form in _forms(sheet, name, text):
            forms.setdefault(form, replace(name, full=name.full or text, rule="echo", rank=2))
    return forms


def _forms(sheet: Sheet, name: Candidate, text: str) -> Iterator[str]:
    if (name.rule != "structure" or name.keys) and name.only() != "hospital":
        return
    words = text.split()
    if len(words) > 1 and words[0] in sheet.lexis.states:
        yield "".join(words[1:])
        words = words[1:]
    found = head_of(words[-1], sheet.language)
    if found is None:
        return
    own = words[-1][: found[0] - len(found[1])]
    if _names_state(found[1], sheet.language):
        # 한빛베트남은행 is not 한빛은행.
        return
    # 한빛외대 for 한빛외국어대학교
    shorter = ((long, short) for long, short in sheet.lexis.words.shortened.items() if words[-1].endswith(long))
    for long, short in shorter:
        yield words[-1].removesuffix(long) + short
    yield from _shorter(sheet, words[-1], found[1])
    base = words[0] if len(words) == 2 and not has_own(own, sheet.language) else own if len(words) == 1 else ""
    if name.kind in _FIRMS and len(base) > 1 and has_own(base, sheet.language):
        yield base


@cache
def _names_state(head: str, language: str) -> bool:
    return any(state in head for state in lexis(language).states if len(state) > 1)


def _shorter(sheet: Sheet, word: str, head: str) -> Iterator[str]:
    """What the name is its own by, with the end of its head: 꽝남병원 of 꽝남중앙종합병원."""
    own = parts(word, sheet.language)[0]
    short = next((head[-n:] for n in range(2, len(head) + 1) if head[-n:] in sheet.lexis.heads), head)
    if own.sort in {"own", "land"} and len(own.text) > 1 and len(own.text) + len(short) < len(word):
        yield own.text + short


def here_words(sheet: Sheet, names: Sequence[Candidate]) -> Iterator[Candidate]:
    """ "군은" where the article is about one county: the first place that it names at home, and that acts."""
    home = sheet.lexis.words.home
    places = [n for n in names if n.only() == "subnational"]
    for short in sheet.lexis.words.here if places else ():
        of_kind = [n for n in places if _called(sheet, n).endswith(short)]
        domestic = [n for n in of_kind if n.countries() <= {home}]
        if not domestic or len({_called(sheet, n) for n in domestic}) > 1:
            continue
        body = domestic[0]
        for place, word in enumerate(sheet.words):
            if word.start > body.end and _stands_for(sheet, place, short):
                full = _called(sheet, body)
                one = replace(body, start=word.start, end=word.start + 1, first=place, last=place, full=full)
                yield replace(one, rule="short", rank=0)


def here_governments(sheet: Sheet, names: Sequence[Candidate]) -> Iterator[Candidate]:
    """ "성 인민위원회", or the government alone: that of the place abroad that the article has named last."""
    if not sheet.marked.governing:
        return
    lands = [n for n in names if n.only() == "subnational" and sheet.lexis.words.local in n.countries()]
    taken = {p for n in names for p in range(n.first, n.last + 1)}
    starts = [n.first for n in lands]
    for place in sheet.marked.governing:
        word, length = sheet.words[place], sheet.alone[place].governs
        told = lands[: bisect_left(starts, place)][-1:] if place not in taken else []
        if not told:
            continue
        short = sheet.joined(place) and sheet.words[place - 1].text in sheet.lexis.words.here
        first = place - short
        full = told[-1].full or _called(sheet, told[-1])
        end = word.start + length
        yield replace(
            told[-1], start=sheet.words[first].start, end=end, first=first, last=place, full=full, rule="short", rank=0
        )


def _called(sheet: Sheet, name: Candidate) -> str:
    return sheet.text[name.start : name.end]


def _stands_for(sheet: Sheet, place: int, short: str) -> bool:
    """Whether the word is "군" with a particle, or before one who speaks for it."""
    word = sheet.words[place].text
    if not word.startswith(short):
        return False
    if word == short:
        after = sheet.words[place + 1].text if sheet.joined(place + 1) else ""
        return any(after.startswith(g) for g in sheet.lexis.governors)
    return word[1:] in sheet.lexis.particles
