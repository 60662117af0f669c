"""Letters for what a body is for: "Trung tâm LĐNN" of a "Trung tâm Lao động ngoài nước"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.headed.sheet import Sheet
from pactbook.text.fold import fold

Key = tuple[tuple[str, ...], str]


def lettered(sheet: Sheet, names: Sequence[Candidate]) -> Iterator[Candidate]:
    """Every name whose letters stand for the words of another name with the same head, as a name of that body."""
    unknown = [name for name in names if not name.keys and _holds_letters(sheet, name)]
    wanted = [(name, key) for name in unknown if (key := _letters(sheet, *_parts(sheet, name))) is not None]
    if not wanted:
        return  # as in most articles
    long: dict[Key, Candidate] = {}
    for name in names:
        if (key := _initials(sheet, name, *_parts(sheet, name))) is not None:
            long.setdefault(key, name)
    for name, key in wanted:
        full = long.get(key) or long.get(((), key[1]))
        if full is not None and full.kinds() == name.kinds():
            called = full.full or sheet.page.text[full.start : full.end]
            yield replace(name, keys=full.keys, country=full.country, rule="short", rank=5, full=called)


def _holds_letters(sheet: Sheet, name: Candidate) -> bool:
    """Whether one of the words is all in capitals."""
    return any(map(str.isupper, [word.text for word in sheet.words[name.first : name.last + 1]]))


def _parts(sheet: Sheet, name: Candidate) -> tuple[tuple[str, ...], list[int]]:
    """The head, and the words behind it that are neither states nor places."""
    length = sheet.grammar.heads.shortest(sheet.lows, name.first) if sheet.head_at(name.first)[0] else 0
    behind = range(name.first + length, name.last + 1)
    own = [p for p in behind if not sheet.in_state(p) and sheet.lows[p] not in sheet.grammar.joins]
    while own and sheet.grammar.places.before(sheet.lows, own[-1] + 1):
        own.pop()
    return tuple(sheet.lows[name.first : name.first + length]), own


def _initials(sheet: Sheet, name: Candidate, head: tuple[str, ...], own: Sequence[int]) -> Key | None:
    # "các sở Lao động - Thương binh và Xã hội, Ngoại vụ": the members of a list have no heads.
    listed = not head and name.rule in {"structure", "field"}
    return (head, "".join(fold(sheet.words[p].text)[0] for p in own)) if (head or listed) and len(own) > 1 else None


def _letters(sheet: Sheet, head: tuple[str, ...], own: Sequence[int]) -> Key | None:
    words = [sheet.words[p].text for p in own]
    if not head or not words or not all(w.isupper() for w in words):
        return None
    return head, "".join(c for word in words for c in fold(word) if c.isalpha())
