"""Names that begin with a head: "Công ty Saerom Foods", "Sở Y tế tỉnh Phú Thọ", "các tập đoàn SK và Lotte"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from pactbook.knowledge.organisations import Head
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.headed.nested import ministries_for
from pactbook.mentions.organisations.headed.reach import Reach, Reacher
from pactbook.mentions.organisations.headed.sheet import Sheet

#: Heads of one syllable that count though they are written small: "quỹ EDPF", "viện KIST", "bộ Y tế".
_SMALL_KINDS = frozenset({"ministry", "subnational", "education", "research", "other", "media", "party"})
_MEMBERS = 8
#: Single letters are no names: "bộ C".
_SHORTEST = 2


def headed_names(sheet: Sheet) -> Iterator[Candidate]:
    """Every name that its head begins, overlapping ones too."""
    covered = -1
    for place in sheet.beginnings(sheet.grammar.heads):
        length, heads = sheet.head_at(place) if place > covered else (0, ())
        if not length or _is_inside(sheet, place + length, length):
            continue
        covered = place + length - 1
        if place in sheet.page.shouted or not _starts(sheet, place, length):
            continue
        if place and sheet.spaced(place) and sheet.grammar.plurals.before(sheet.lows, place):
            yield from _members(sheet, place, place + length, heads)
        else:
            for head in heads:
                yield from _named(sheet, head, place, _behind(sheet, head, place + length))


def _is_inside(sheet: Sheet, behind: int, length: int) -> bool:
    """Whether the head that ends right before ``behind`` is the end of a longer word: "Môi trường"."""
    grammar = sheet.grammar
    if grammar.compounds.before(sheet.lows, behind) > length:
        return True
    if not sheet.small(behind - length):
        return False
    phrases, first = (grammar.topics, grammar.titles, grammar.calls), behind - length
    return any(p.before(sheet.lows, behind) > length or p.before(sheet.lows, first + 1) > 1 for p in phrases)


def _starts(sheet: Sheet, place: int, length: int) -> bool:
    """Whether the head may begin a name: with a capital, or small before a capital."""
    return not sheet.small(place) or place + length < sheet.end_of(place)


def _behind(sheet: Sheet, head: Head, place: int) -> int:
    """The first word behind the head and its legal forms."""
    if head.kind == "company":
        while (length := sheet.grammar.legal_forms.at(sheet.lows, place)) and sheet.words[place].gap in {
            " ",
            "-",
            " - ",
        }:
            place += length
    return place


def _named(sheet: Sheet, head: Head, first: int, behind: int) -> Iterator[Candidate]:
    reach = Reacher(sheet, head, first).read(behind)
    if not _is_name(sheet, head, first, reach):
        return
    if head.firm and sheet.small(first):
        yield from _firm(sheet, head, first, reach)
        return
    one = _candidate(sheet, head, (first, reach.last))
    yield one
    if head.kind == "company" and (unit := _unit(sheet, one)):
        yield unit


def _is_name(sheet: Sheet, head: Head, first: int, reach: Reach) -> bool:
    """Whether what follows the head makes it a name: "Tập đoàn Hyosung" does, "Tập đoàn Hàn Quốc" does not."""
    places = range(reach.behind, reach.last + 1)
    if not places:
        return head.alone and not sheet.small(first)
    if sheet.small(first) and not _small_head(sheet, head, first, reach):
        return False
    capitals = [p for p in places if sheet.words[p].capital or sheet.words[p].text.isdigit()]
    if head.national and not any(sheet.page.country_at(p) or sheet.lows[p] in sheet.grammar.dashed for p in places):
        return False
    if not capitals:
        if head.small and not sheet.small(first) and reach.behind - first > 1:
            return True
        return head.local and reach.placed == reach.behind and not sheet.small(first)
    if all(_is_state(sheet, p) or sheet.small(p) for p in places):
        # A state says whose it is; only some heads need no more: "Quốc hội Hàn Quốc".
        joint = len({sheet.page.country_at(p) for p in places if _is_state(sheet, p)}) > 1
        # At the beginning of a sentence the capital of the head says nothing: "Viện công nghệ Hàn Quốc mở ...".
        inner = sheet.grammar.inner.at(sheet.lows, reach.behind)
        plain = sheet.small(reach.behind) and first in sheet.page.openings and not inner
        return (
            head.national
            or head.alone
            or joint
            or (not sheet.small(first) and reach.proper > reach.behind and not plain)
        )
    return True


def _is_state(sheet: Sheet, place: int) -> bool:
    """Whether the word names a state, not its capital: "Đại học Hà Nội" is a name."""
    if sheet.lows[place] in sheet.grammar.dashed:
        # "quỹ Hàn" is some fund, "Trường Cao đẳng nghề Việt - Hàn" is a school
        beside = [p for p in (place - 1, place + 1) if 0 <= p < len(sheet)]
        joined = any(sheet.lows[p] in sheet.grammar.dashed for p in beside)
        return not (sheet.words[place].acronym or joined)
    return sheet.in_state(place) and sheet.page.state_at[place].form != "capital"


def _small_head(sheet: Sheet, head: Head, first: int, reach: Reach) -> bool:
    """Whether a head that is written small begins a name here."""
    one = reach.behind - first == 1
    if not head.firm and not sheet.words[reach.behind].capital and reach.placed != reach.behind:
        return False
    if one and head.kind not in _SMALL_KINDS:
        return False
    if one and (not sheet.words[reach.behind].capital or len(sheet.words[reach.behind].text) < _SHORTEST):
        return False
    if head.kind == "ministry":
        known = ministries_for(sheet, reach.behind, reach.last)
        return bool(known) or sheet.words[reach.behind].acronym
    if head.kind == "other" and (sheet.page.is_land(reach.behind) or reach.placed == reach.behind):
        # "trung tâm Đà Nẵng"
        return False
    if sheet.grammar.acts.at(sheet.lows, first) >= reach.behind - first:
        # "tổ chức Lễ ký kết"
        return sheet.is_foreign(reach.behind)
    if head.kind == "agency" and head.country is None:
        return sheet.words[reach.behind].capital and (head.national or not sheet.in_state(reach.behind))
    topical = sheet.grammar.topics.at(sheet.lows, reach.behind) > 0
    return not head.local or topical or reach.placed >= 0 or sheet.page.is_land(reach.behind)


def _firm(sheet: Sheet, head: Head, first: int, reach: Reach) -> Iterator[Candidate]:
    """What "tập đoàn bán lẻ Lotte" names: Lotte; the words before say what it is."""
    own = next((p for p in range(reach.behind, reach.last + 1) if sheet.words[p].capital), -1)
    country = None
    while own >= 0 and own <= reach.last and sheet.in_state(own):
        # "tập đoàn Hàn Quốc Hyosung"
        country = sheet.page.country_at(own)
        own = sheet.state_end(own) + 1
    if own < 0 or own > reach.last:
        return
    whole = (sheet.page.text[slice(*sheet.page.span(first, reach.last))],) if own == reach.behind else ()
    one = _candidate(sheet, head, (own, reach.last))
    yield Candidate(
        one.start, one.end, one.first, one.last, "noun", kind=one.kind, country=country or one.country, also=whole
    )


def _unit(sheet: Sheet, firm: Candidate) -> Candidate | None:
    """The unit of a firm from abroad whose legal name ends with "(Việt Nam)"."""
    page, place = sheet.page, firm.last + 1
    if place >= len(sheet) or sheet.words[place].gap != " (" or not page.is_state(place):
        return None
    state = page.state_at[place]
    closed = page.text[state.span.end : state.span.end + 1] == ")"
    foreign = any(sheet.is_foreign(p) for p in range(firm.first, place))
    if not closed or not foreign or state.country != sheet.grammar.local:
        return None
    name = page.text[firm.start : firm.end]
    return replace(firm, end=state.span.end + 1, last=place, country=state.country, also=(*firm.also, name), rank=5)


def _members(sheet: Sheet, first: int, behind: int, heads: Sequence[Head]) -> Iterator[Candidate]:
    """The bodies of "các tập đoàn Samsung và Lotte", each by its own words."""
    head = heads[0]
    place = _behind(sheet, head, behind)
    for _ in range(_MEMBERS):
        if place >= sheet.end_of(first) or not sheet.words[place].capital or sheet.in_state(place):
            return
        reach = Reacher(sheet, head, first, listed=True).read(place)
        if reach.last < place:
            return
        if not sheet.head_at(place)[0]:
            yield _candidate(sheet, head, (place, reach.last))
        place = _next_member(sheet, reach.last)


def _next_member(sheet: Sheet, last: int) -> int:
    """The first word of the next member of a list behind word ``last``."""
    after = last + 1
    if after < len(sheet) and sheet.words[after].gap == " (":
        while after < len(sheet) and not sheet.words[after].gap.startswith(")"):
            after += 1
    if after + 1 >= len(sheet):
        return len(sheet)
    if sheet.lows[after] in sheet.grammar.joins:
        return after + 1
    return after if sheet.words[after].gap in {", ", "), "} else len(sheet)


def _candidate(sheet: Sheet, head: Head, at: tuple[int, int]) -> Candidate:
    kind, country = head.kind, head.country
    if head.world and _is_worldwide(sheet, at):
        kind, country = "international", "XX"
    return Candidate(*sheet.page.span(*at), *at, "structure", kind=kind, country=country, rank=1)


def _is_worldwide(sheet: Sheet, at: tuple[int, int]) -> bool:
    """Whether the name ends with the world or a part of it, not with a topic: "Vụ Hợp tác quốc tế"."""
    length = sheet.grammar.worldwide.before(sheet.lows, at[1] + 1)
    topic = sheet.grammar.topics.before(sheet.lows, at[1] + 1) if length else 0
    return length > 0 and topic <= length and not sheet.page.country_in(*at)
