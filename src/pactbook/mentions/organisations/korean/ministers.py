"""Ministers: "베트남 국방장관" speaks of a person, and says whose ministry it is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from pactbook.knowledge.gazetteer import bodies
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.korean.sheet import Sheet

#: The shortest field of a ministry: 외교.
_FIELD = 2


@cache
def _ministries_for(field: str) -> tuple[str, ...]:
    """The ministries whose name, be it behind a state's, begins with the field. 외교부 장관 is none: it names her."""
    named = ((key, name.split()[-1]) for key, body in bodies().items() if body.kind == "ministry" for name in body.ko)
    return tuple(dict.fromkeys(key for key, name in named if name != field and name.startswith(field)))


def minister_names(sheet: Sheet) -> Iterator[Candidate]:
    """Every minister's title that names a ministry by its field (rule ``title``), with the state before it."""
    words = sheet.lexis.words
    titles = [title for title in words.ministers if title in sheet.text]
    if not titles:
        return  # as in most articles
    for place, word in enumerate(sheet.words):
        title = next((t for t in titles if t in word.text), None)
        if title is None or _is_met(sheet, place):
            continue
        at = word.text.index(title)
        first, field = place, word.text[:at]
        if not field and sheet.joined(place):
            first, field = place - 1, sheet.words[place - 1].text
        keys = _ministries_for(words.portfolios.get(field, field)) if len(field) >= _FIELD else ()
        if not keys or at + len(title) not in sheet.cuts(place):
            continue
        country = sheet.state(first - 1) if sheet.joined(first) else None
        if country is not None:
            first, keys = first - 1, tuple(k for k in keys if bodies()[k].country == country)
        elif sheet.joined(first) and sheet.words[first - 1].text in words.generic:
            # 양국 외교장관
            continue
        if keys:
            start, end = sheet.words[first].start, word.start + at + len(title)
            yield Candidate(start, end, first, place, "title", keys, kind="ministry", rank=1)


def _is_met(sheet: Sheet, place: int) -> bool:
    """Whether the title only says what kind of meeting it was: 외교장관 회담."""
    behind = place + 1
    return sheet.joined(behind) and sheet.words[behind].text.startswith(tuple(sheet.lexis.words.not_before))
