"""What closes a long name whose words nobody has listed: a state, or the letters that the article gives the body."""

from __future__ import annotations

from pactbook.mentions.organisations.headed.sheet import Sheet

#: A name goes no further than so many words without one that is known.
_REACH = 10
#: Letters of at least so many are a name given in a bracket: "(VCPMC)".
_LETTERS = 3
#: Parks stand in the names of those who speak for them: "Hiệp hội Môi trường đô thị và [Khu công nghiệp] ...".
_PARKS = frozenset({"zone"})
#: Kinds of bodies that stand in no other body's name.
_BODIES = frozenset({"education", "hospital", "company", "research"})


def words_to_close(sheet: Sheet, place: int, end: int) -> int:
    """How many words from ``place`` on the name takes in to where something closes it; 0 where nothing does.

    "Trung tâm Bảo vệ [quyền tác giả âm nhạc Việt Nam]", "Tổng công ty Quản lý [bãi chôn lấp vùng Thủ đô] (SLC)".
    """
    here = place
    while here < end and here - place < _REACH and sheet.words[here].gap == " " and _may_stand(sheet, here):
        if sheet.in_state(here) and sheet.page.state_at[here].form != "capital":
            return sheet.state_end(here) + 1 - place
        here += max(1, sheet.grammar.topics.at(sheet.lows, here))
    return here - place if here > place and _is_lettered(sheet, here) else 0


def _may_stand(sheet: Sheet, place: int) -> bool:
    """Whether the word may stand inside a name: no verb, no title, no other body."""
    grammar, lows = sheet.grammar, sheet.lows
    topic = grammar.topics.at(lows, place)
    if lows[place] in grammar.joins:
        return place + 1 < len(sheet) and not (grammar.plurals.at(lows, place + 1) or _is_body(sheet, place + 1))
    head, heads = sheet.head_at(place)
    if head > topic and not all(h.kind in _PARKS for h in heads):
        return False
    ends = (grammar.stops, grammar.acts, grammar.auxiliaries, grammar.titles, grammar.calls, grammar.plurals)
    return place not in sheet.people and not any(phrases.at(lows, place) > topic for phrases in ends)


def _is_body(sheet: Sheet, place: int) -> bool:
    """Whether another body is named from here on: "Cục Thể dục Thể thao và [Đại học Thể thao Quốc gia Hàn Quốc]"."""
    length, heads = sheet.head_at(place)
    behind = place + length
    if not length or sheet.small(place) or behind >= sheet.end_of(place) or not sheet.words[behind].capital:
        return False
    return any(h.kind in _BODIES or (h.national and sheet.in_state(behind)) for h in heads)


def _is_lettered(sheet: Sheet, place: int) -> bool:
    """Whether a bracket with nothing but letters stands before ``place``'s word: "(SLC)"."""
    if place >= len(sheet) or sheet.words[place].gap != " (" or not sheet.words[place].acronym:
        return False
    word = sheet.words[place]
    return len(word.text) >= _LETTERS and sheet.page.text[word.end : word.end + 1] == ")"
