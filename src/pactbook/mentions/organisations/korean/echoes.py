"""Later, shorter words for a body: 쯔엉안 for 쯔엉안 물류그룹, 한빛대 for 한빛대학교, 군 for the only county."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.korean.heads import head_of
from pactbook.mentions.organisations.korean.parts import has_own
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
    if name.rule != "structure" or name.keys:
        return
    words = text.split()
    if len(words) > 1 and words[0] in sheet.lexis.states:
        yield "".join(words[1:])
        words = words[1:]
    found = head_of(words[-1], sheet.language)
    if found is None:
        return
    own = words[-1][: found[0] - len(found[1])]
    if name.kind == "education" and own and found[1][0] in sheet.lexis.heads:
        # 한빛대 for 한빛대학교
        yield own + found[1][0]
    base = words[0] if len(words) == 2 and not has_own(own, sheet.language) else own if len(words) == 1 else ""
    if name.kind in _FIRMS and len(base) > 1 and has_own(base, sheet.language):
        yield base


def here_words(sheet: Sheet, names: Sequence[Candidate]) -> Iterator[Candidate]:
    """ "군은" where the article is about one county: the first place that it names at home, and that acts."""
    home = sheet.lexis.words.home
    for short in sheet.lexis.words.here:
        of_kind = [n for n in names if n.kinds == {"subnational"} and _called(sheet, n).endswith(short)]
        domestic = [n for n in of_kind if n.countries <= {home}]
        if not domestic or len({_called(sheet, n) for n in domestic}) > 1:
            continue
        body = domestic[0]
        for place, word in enumerate(sheet.words):
            if word.start > body.end and _stands_for(sheet, place, short):
                full = _called(sheet, body)
                one = replace(body, start=word.start, end=word.start + 1, first=place, last=place, full=full)
                yield replace(one, rule="short", rank=0)


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
