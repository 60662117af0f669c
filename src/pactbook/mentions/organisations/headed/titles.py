"""Ministers: "Bộ trưởng Công Thương" speaks of a person, and says whose ministry it is."""

from __future__ import annotations

from collections.abc import Iterator

from pactbook.knowledge.organisations import Head
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.headed.nested import ministries_for
from pactbook.mentions.organisations.headed.reach import Reacher
from pactbook.mentions.organisations.headed.sheet import Sheet


def title_names(sheet: Sheet) -> Iterator[Candidate]:
    """Every minister's title that names a known ministry by its field (rule ``title``)."""
    for place in sheet.beginnings(sheet.grammar.ministers):
        length = sheet.grammar.ministers.at(sheet.lows, place)
        behind = place + length
        if not length or behind >= sheet.end_of(place) or not sheet.words[behind].capital:
            continue
        if sheet.head_at(behind)[0] or not sheet.spaced(behind):
            continue
        last = Reacher(sheet, Head(kind="ministry", words=[]), behind).read(behind).last
        keys = ministries_for(sheet, behind, last)
        if keys:
            at = (place, last)
            field = sheet.page.text[slice(*sheet.page.span(behind, last))]
            yield Candidate(*sheet.page.span(*at), *at, "title", keys, kind="ministry", also=(field,))
