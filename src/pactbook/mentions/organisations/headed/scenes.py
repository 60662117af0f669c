"""Whether a place, a park or a newspaper acts in a sentence, or is only where or by whom it is told."""

from __future__ import annotations

from msgspec.structs import replace

from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.headed.grammar import Marked
from pactbook.mentions.organisations.headed.sheet import Sheet

_SCENES = {"subnational", "zone", "media"}
#: How far a list of parties is read, in words.
_REACH = 20
#: How far before a place "giữa" may stand, and before that the noun for a way, in words.
_WAY, _NOUN = 8, 4
#: How many words whoever acts has behind "được" at most.
_AGENT = 8
_DAY = frozenset({"/", "-", "."})
_SOFT = frozenset({" ", ", ", "-", " - "})


def judged(sheet: Sheet, name: Candidate) -> Candidate:
    """The name with the rule ``acts`` where it acts as a body in its sentence, else ``place``; others as they are."""
    if _is_label(sheet, name):
        return replace(name, rule="place")
    if not _may_be_scene(sheet, name):
        return name
    return replace(name, rule="acts" if _acts(sheet, name) else "place")


def _is_label(sheet: Sheet, name: Candidate) -> bool:
    """Whether the name only says where shares are traded: "Công ty X ([HoSE]: XYZ)"."""
    opened = sheet.words[name.first].gap.endswith("(")
    return opened and sheet.page.text[name.end : name.end + 1] == ":"


def _may_be_scene(sheet: Sheet, name: Candidate) -> bool:
    if sheet.grammar.settings.at(sheet.lows, name.first) >= name.last - name.first + 1:
        return True
    if name.rule == "structure" and any(head.scene for head in sheet.head_at(name.first)[1]):
        return True
    kind = name.only()
    if kind != "subnational":
        return bool(name.kinds()) and name.kinds() <= _SCENES
    return name.rule in {"place", "gazetteer", "short", "acronym"} and not _is_office(sheet, name)


def _is_office(sheet: Sheet, name: Candidate) -> bool:
    """Whether the name is that of a government or department, which is no mere place."""
    length, heads = sheet.head_at(name.first)
    return length > 0 and any(head.kind == "subnational" for head in heads)


def _acts(sheet: Sheet, name: Candidate) -> bool:
    metonym = sheet.page.state_at.get(name.first)
    if metonym is not None and metonym.form == "capital" and name.first == name.last:
        return False
    deal = _of_deal(sheet, name)
    if name.only() == "media" and not deal:
        return False
    if _governed(sheet, name.first) or (deal and _is_host(sheet, name)):
        return True
    if _is_scene(sheet, name.first):
        return False
    if deal and _is_partner(sheet, name):
        return not _is_end_of_way(sheet, name.first)
    led = name.only() == "media" and sheet.spaced(name.first) and sheet.grammar.titles.before(sheet.lows, name.first)
    if not (led or _is_subject(sheet, name.first)):
        return False
    verbs = sheet.grammar.acts if deal or name.only() != "subnational" else sheet.grammar.deeds
    return _does(sheet, name.last + 1, verbs)


def _is_host(sheet: Sheet, name: Candidate) -> bool:
    """Whether somebody goes to the place to sign there: "sang [tỉnh Nam Jeolla] để ký", "thăm [Gyeongju] và ký"."""
    first = name.first
    first -= sheet.grammar.places.before(sheet.lows, first) if sheet.spaced(first) else 0
    if not (sheet.spaced(first) and sheet.grammar.visits.before(sheet.lows, first)):
        return False
    behind = name.last + 1
    return behind < len(sheet) and sheet.words[behind].gap in _SOFT and bool(sheet.grammar.seals.at(sheet.lows, behind))


def _is_subject(sheet: Sheet, first: int) -> bool:
    """Whether a sentence may begin at the place: "ngành du lịch [Đà Nẵng] mở ..." is not about the city."""
    if not first or not sheet.spaced(first) or first in sheet.page.openings:
        return True
    before = sheet.words[first - 1]
    if first - 1 in sheet.begins or before.capital or sheet.lows[first - 1] in sheet.grammar.joins:
        return True
    if before.gap in _DAY and before.text.isdigit():
        return True  # "Ngày 17/7 [Đà Nẵng] ký"
    return bool(sheet.grammar.openers.before(sheet.lows, first) or sheet.grammar.partners.before(sheet.lows, first))


def _of_deal(sheet: Sheet, name: Candidate) -> bool:
    begin, end = sheet.page.sentence_of(name.first)
    return sheet.grammar.deals.among(sheet.lows, begin, end)


def _governed(sheet: Sheet, first: int) -> bool:
    """Whether "lãnh đạo", "Thị trưởng" or "đoàn công tác" stands before."""
    before = first
    while before and sheet.grammar.places.before(sheet.lows, before) and sheet.spaced(before):
        before -= sheet.grammar.places.before(sheet.lows, before)
    return before > 0 and sheet.spaced(before) and bool(sheet.grammar.governors.before(sheet.lows, before))


def _is_scene(sheet: Sheet, first: int) -> bool:
    """Whether words like "tại" stand before the place, what describes it, or the list that it is in."""
    place = first
    for _ in range(_REACH):
        place = _described(sheet, place)
        if place < 0:
            return True
        if sheet.words[first].gap == ", " and place == first and not _is_bare(sheet, first):
            return False  # "Ở Đà Nẵng, [Ban Quản lý khu công nghệ cao] ..."
        listed = _listed_before(sheet, place)
        if listed < 0:
            break
        place = listed
    # "huyện Boeun, tỉnh Chungcheongbuk": the second says where the first is.
    return sheet.words[first].gap == ", " and first > 0 and _places_before(sheet, first)


def _is_bare(sheet: Sheet, first: int) -> bool:
    """Whether the name is that of a place, with or without the word for its class."""
    return sheet.page.is_land(first) or bool(sheet.grammar.places.at(sheet.lows, first))


def _described(sheet: Sheet, place: int) -> int:
    """The first word of what describes the place at ``place``; -1 where a word for a scene stands before it."""
    grammar = sheet.grammar
    while place and sheet.words[place].gap in {" ", " ("}:
        if grammar.scenes.before(sheet.lows, place) or grammar.owners.before(sheet.lows, place):
            return -1
        described = grammar.bearings.before(sheet.lows, place) or grammar.places.before(sheet.lows, place)
        if not described:
            return -1 if sheet.words[place].gap == " (" else place
        place -= described
    return place


def _listed_before(sheet: Sheet, place: int) -> int:
    """The first word of the place before this one in a list: "ở [Daejeon], Gwangju"; -1 for none."""
    joined = place > 0 and sheet.lows[place - 1] in sheet.grammar.joins
    other = place - 1 - joined
    if other < 0 or not (joined or sheet.words[place].gap == ", ") or not sheet.page.is_land(other):
        return -1
    while other > 0 and sheet.page.is_land(other - 1) and sheet.words[other].joined:
        other -= 1
    return other


def _places_before(sheet: Sheet, place: int) -> bool:
    """Whether a smaller place stands right before the comma at word ``place``."""
    here = place - 1
    while here > 0 and sheet.words[here].capital and sheet.words[here].joined:
        here -= 1
    return bool(sheet.grammar.places.before(sheet.lows, here + 1)) and bool(sheet.grammar.places.at(sheet.lows, place))


def _is_end_of_way(sheet: Sheet, first: int) -> bool:
    """Whether the place is one of two that something runs between: "đường bay giữa [Đà Nẵng] và Busan"."""
    begin = max(sheet.page.sentence_of(first)[0], first - _WAY)
    between = next((p for p in range(first - 1, begin, -1) if sheet.grammar.between.at(sheet.lows, p)), -1)
    if between <= begin:
        return False
    return sheet.grammar.ways.among(sheet.lows, max(begin, between - _NOUN), between)


def _is_partner(sheet: Sheet, name: Candidate) -> bool:
    """Whether the name stands behind "với" or "giữa", alone or in a list."""
    place = name.first - 1
    for _ in range(_REACH):
        if place < 0 or sheet.words[place + 1].gap not in _SOFT:
            return False
        if sheet.lows[place] not in sheet.grammar.joins and sheet.grammar.partners.before(sheet.lows, place + 1):
            return True
        if place in sheet.begins:
            place = sheet.begins[place] - 1
            continue
        listed = sheet.words[place].capital or sheet.lows[place] in sheet.grammar.joins
        if not listed and not sheet.grammar.places.before(sheet.lows, place + 1):
            return False
        place -= 1
    return False


def _does(sheet: Sheet, place: int, verbs: Marked[None]) -> bool:
    """Whether the verb behind a name, past further parties and brackets, is one of ``verbs``."""
    end, paired = min(sheet.end_of(place - 1), place + _REACH), False
    while place < end:
        if paired and sheet.words[place].gap == ": ":
            # "Đồng Nai với Gyeongnam, Cần Thơ với Jinju: hai cặp đã ký"
            return True
        place = _past_bracket(sheet, place, end)
        if place < 0 or (sheet.page.is_state(place) and sheet.page.state_at[place].form == "name"):
            # "TP HCM, Hàn Quốc bắt tay": the place stands for its state's side.
            return False
        length = _party(sheet, place)
        if not length:
            return does(sheet, place, verbs)
        paired = paired or bool(sheet.grammar.partners.at(sheet.lows, place))
        place += length
    return False


def _past_bracket(sheet: Sheet, place: int, end: int) -> int:
    """The first word behind a bracket that opens at ``place``, or ``place``; -1 where the clause ends."""
    if not sheet.words[place].gap.startswith(" ("):
        return place if sheet.words[place].gap in _SOFT else -1
    while place < end and not sheet.words[place].gap.startswith(")"):
        place += 1
    return place if place < end and sheet.words[place].gap == ") " else -1


def _party(sheet: Sheet, place: int) -> int:
    """How many words a further party, or what joins it to the one before, has at ``place``; 0 for none."""
    if place in sheet.ends:
        return sheet.ends[place] + 1 - place
    if sheet.words[place].capital or sheet.lows[place] in sheet.grammar.joins:
        return 1
    length = sheet.grammar.partners.at(sheet.lows, place)
    if length and _is_named(sheet, place + length):
        return length
    return sheet.grammar.places.at(sheet.lows, place)


def _is_named(sheet: Sheet, place: int) -> bool:
    """Whether a name follows, with the word for its class perhaps: "Nghệ An với [quận Muan] đã ký"."""
    if place >= len(sheet) or not sheet.spaced(place):
        return False
    return sheet.words[place].capital or sheet.place_at(place)[1] >= 0


def does(sheet: Sheet, place: int, verbs: Marked[None] | None = None) -> bool:
    """Whether a verb of acting, or one of ``verbs``, starts at ``place``, past "đã", "sẽ" and their like."""
    grammar, lows, end = sheet.grammar, sheet.lows, sheet.end_of(place)
    verbs = verbs or grammar.acts
    while place < end and (sheet.words[place].gap in {" ", ") "} or _goes_on_day(sheet, place)):
        if verbs.at(lows, place):
            return True
        # "Đà Nẵng hồi tháng 6 ký"
        length = grammar.auxiliaries.at(lows, place) or int(sheet.words[place].text[:1].isdigit())
        if not length:
            return False
        place += length
        if grammar.passives.before(lows, place):
            place = _past_agent(sheet, place, end)
    return False


def _goes_on_day(sheet: Sheet, place: int) -> bool:
    """Whether the word is a later part of a day: "hôm 17/[7]"."""
    word = sheet.words[place]
    return word.gap in _DAY and word.text.isdigit() and sheet.words[place - 1].text.isdigit()


def _past_agent(sheet: Sheet, place: int, end: int) -> int:
    """The first word behind whoever does it: "được [tỉnh Bắc Ninh] chấp thuận"."""
    last = min(end, place + _AGENT)
    while place < last and sheet.words[place].gap in {" ", "-", " - ", "."}:
        length = int(sheet.words[place].capital) or sheet.grammar.places.at(sheet.lows, place)
        if not length:
            break
        place += length
    return place
