"""What the gazetteer knows of a name that begins with a head."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec.structs import replace

from pactbook.knowledge.countries import countries
from pactbook.knowledge.gazetteer import bodies
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.headed.grammar import lows_of
from pactbook.mentions.organisations.headed.sheet import Sheet
from pactbook.mentions.organisations.page import Page
from pactbook.mentions.organisations.words import keys_of
from pactbook.text.fold import fold

#: Kinds whose names are what they are for: other orders and other letters are the same body.
_FIELDS = frozenset({"ministry", "agency"})
#: How many of the last words of a long name must agree, marks and all.
_LONG = 2
#: A field of so many words every state has a body for.
_PLAIN = 2
#: No known name has more words.
_LONGEST = 16
Starting = dict[int, list[Candidate]]
_AND = frozenset({"and", "va"})


def as_marked(page: Page, name: Candidate) -> Candidate | None:
    """The name without the bodies that are called so only without marks: "Nam Đình" is not Nam Định."""
    text = page.text[name.start : name.end]
    if name.rule != "gazetteer" or text.isascii():
        return name
    # Of a long name the last words must agree: "Đại học Dong-A" is not Đại học Đông Á.
    lows = lows_of(text)[-_LONG:] if name.last - name.first >= _LONG else lows_of(text)
    keys = tuple(k for k in name.keys if any(_within(lows, lows_of(n)) for n in bodies()[k].vi or bodies()[k].en))
    return replace(name, keys=keys) if keys else None


def _within(lows: tuple[str, ...], name: tuple[str, ...]) -> bool:
    """Whether the words of the article are the known name, with a state or class beside it perhaps."""
    length = len(lows)
    return any(name[n : n + length] == lows for n in range(len(name))) or any(
        lows[n : n + len(name)] == name for n in range(length)
    )


def by_first(known: Sequence[Candidate]) -> Starting:
    """The known names by the words with which they begin."""
    found: Starting = {}
    for name in known:
        found.setdefault(name.first, []).append(name)
    return found


def units(sheet: Sheet, known: Sequence[Candidate]) -> Iterator[Candidate]:
    """The units of known firms in a province, bodies of their own: "VNPT Bình Phước", "Samsung Thái Nguyên"."""
    for firm in known:
        first = firm.last + 1
        if firm.only() != "company" or first >= sheet.end_of(firm.first) or not sheet.spaced(first):
            continue
        if sheet.page.is_land(first) and not sheet.in_state(first):
            at = (firm.first, sheet.state_end(first))
            country = sheet.page.country_at(first)
            yield Candidate(*sheet.page.span(*at), *at, "structure", kind="company", country=country, rank=1)


def is_shadow(sheet: Sheet, name: Candidate, known: Starting) -> bool:
    """Whether a short known name is a part of a longer one that nobody knows: "[SK] Forest", "ông [Hà]"."""
    if name.rule not in {"acronym", "short"}:
        return False
    if name.rule == "short" and name.first in sheet.people:
        return True
    after = name.last + 1
    if after >= sheet.end_of(name.first) or not sheet.spaced(after) or not sheet.is_foreign(after):
        return False
    before = range(max(0, name.first - _LONGEST), name.first + 1)
    longer = any(other.last > name.last for p in before for other in known.get(p, ()))
    return sheet.words[after].capital and after not in sheet.people and not longer


def as_known(sheet: Sheet, name: Candidate, known: Starting) -> Candidate:
    """The name as the body that the gazetteer knows by it, if there is one."""
    if name.kinds() & _FIELDS and (keys := _by_field(sheet, name)):
        return replace(name, keys=keys, rule="field", country=None)
    length, heads = sheet.head_at(name.first)
    if not heads and name.kind == "ministry":
        keys = ministries_for(sheet, name.first, name.last)
        # "các bộ Công Thương, Y tế" are all of one side.
        keys = tuple(k for k in keys if bodies()[k].country == sheet.grammar.local) or keys
        return replace(name, keys=keys, rule="field", country=None) if keys else name
    if not heads:
        return name
    behind = name.first + length
    while behind <= name.last and (form := sheet.grammar.legal_forms.at(sheet.lows, behind)):
        behind += form
    for one in sorted(known.get(behind, ()), key=lambda n: -n.last):
        if one.keys and one.kinds() and _same_kind(sheet, one, name, office=any(h.office for h in heads)):
            return replace(name, keys=one.keys, country=None)
    return name


def _same_kind(sheet: Sheet, one: Candidate, name: Candidate, *, office: bool) -> bool:
    """Whether the known name within is the whole: "tập đoàn Samsung", "Văn phòng KOICA (tại) Việt Nam"."""
    if office:
        return one.rule in {"acronym", "short"} and one.kinds() <= {"agency", "international", "company"}
    if one.kinds() != name.kinds() and not (name.only() == "company" and one.kinds() <= {"company", "agency"}):
        return False
    rest = range(one.last + 1, name.last + 1)
    return all(sheet.in_state(p) and {sheet.page.country_at(p)} == one.countries() for p in rest)


def _by_field(sheet: Sheet, name: Candidate) -> tuple[str, ...]:
    """The known bodies whose names have the same head and the same words in any order, or their initials."""
    lows = sheet.lows[name.first : name.last + 1]
    keys = [w.key for n, w in enumerate(sheet.words[name.first : name.last + 1]) if not sheet.in_state(name.first + n)]
    length = sheet.head_at(name.first)[0] or 1
    country = next((c for p in range(name.first, name.last + 1) if (c := sheet.page.country_at(p))), None)
    sorted_words = (tuple(lows[:length]), tuple(sorted(k for k in keys[length:] if k not in _AND)))
    letters = (tuple(lows[:length]), _letters(sheet, name, length))
    found = _fields().get(sorted_words, ()) or _initials().get(letters, ())
    # "Cục Thống kê" without a state is not the one that is only called so with "Hàn Quốc" behind it.
    plain = name.kind == "agency" and len(keys) - length <= _PLAIN
    mine = country or (sheet.grammar.local if plain else None)
    return tuple(k for k in found if mine in {None, bodies()[k].country})


def _letters(sheet: Sheet, name: Candidate, length: int) -> str:
    """The letters of "KH&ĐT" in "Bộ KH&ĐT"; empty where the words are no acronym."""
    own = [sheet.words[p] for p in range(name.first + length, name.last + 1) if not sheet.in_state(p)]
    if not own or not all(w.text.isupper() or w.text == "&" for w in own):
        return ""
    return "".join(c for w in own for c in fold(w.text) if c.isalpha())


@cache
def _fields() -> dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[str, ...]]:
    """(Head, the other words sorted) → the bodies that are called so."""
    found: dict[tuple[tuple[str, ...], tuple[str, ...]], dict[str, None]] = {}
    for key, lows, keys in _names():
        for length in (1, 2):
            rest = tuple(sorted(k for k in keys[length:] if k not in _AND))
            if rest:
                found.setdefault((lows[:length], rest), {})[key] = None
    return {field: tuple(known) for field, known in found.items()}


@cache
def _initials() -> dict[tuple[tuple[str, ...], str], tuple[str, ...]]:
    """(Head, initials of the other words) → the bodies that are called so."""
    found: dict[tuple[tuple[str, ...], str], dict[str, None]] = {}
    for key, lows, keys in _names():
        for length in (1, 2):
            letters = "".join(k[0] for k in keys[length:] if k not in _AND)
            if len(letters) > 1:
                found.setdefault((lows[:length], letters), {})[key] = None
    return {initials: tuple(known) for initials, known in found.items()}


def _names() -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    """Key, marked words and folded words of every such name, without the state at its end."""
    states = {keys_of(name) for state in countries().values() for name in state.names}
    for key, body in bodies().items():
        if body.kind not in _FIELDS:
            continue
        for name in body.vi:
            lows, keys = lows_of(name), keys_of(name)
            while len(keys) > 2 and any(keys[-n:] in states for n in (1, 2)):
                cut = 1 if keys[-1:] in states else 2
                lows, keys = lows[:-cut], keys[:-cut]
            yield key, lows, keys


def ministries_for(sheet: Sheet, first: int, last: int) -> tuple[str, ...]:
    """The known ministries for the field that the words ``first`` to ``last`` name, without their head."""
    places = [p for p in range(first, last + 1) if not sheet.in_state(p)]
    found = _ministries().get(tuple(sorted(k for p in places if (k := sheet.words[p].key) not in _AND)), ())
    country = next((c for p in range(first, last + 1) if (c := sheet.page.country_at(p))), None)
    return tuple(k for k in found if country in {None, bodies()[k].country})


@cache
def _ministries() -> dict[tuple[str, ...], tuple[str, ...]]:
    """What a ministry is for, its words sorted → the ministries."""
    found: dict[tuple[str, ...], dict[str, None]] = {}
    for key, _, keys in _names():
        if bodies()[key].kind == "ministry":
            found.setdefault(tuple(sorted(k for k in keys[1:] if k not in _AND)), {})[key] = None
    return {field: tuple(known) for field, known in found.items()}
