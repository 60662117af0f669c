"""Names without a head: "Doosan Enerbility", "KISA"; what they are made of or what is said of them shows them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pactbook.mentions.organisations.built import built_names
from pactbook.mentions.organisations.candidate import Candidate
from pactbook.mentions.organisations.headed.scenes import does
from pactbook.mentions.organisations.headed.sheet import Sheet
from pactbook.mentions.organisations.headed.slotted import in_slot
from pactbook.mentions.organisations.headed.trades import trade_at
from pactbook.mentions.organisations.vocabulary import vocabulary
from pactbook.mentions.organisations.words import OWN

#: More letters than this are a word.
_LETTERS = 3
#: A number in a name has no more digits: "Cienco 4".
_FEW_DIGITS = 2
#: What may part the words of a name: nothing stands before "'s".
_INSIDE = frozenset({"", " ", "-"})
#: Why a run of capitals is a body: the rule, its kind and its country, where they are told.
Sign = tuple[str, str | None, str | None]


def english_names(sheet: Sheet) -> Iterator[Candidate]:
    """Names in English: "Korea Chamber of Commerce and Industry", "Hanul Energy"."""
    for name in built_names(sheet.page, vocabulary("en")):
        places = range(name.first, name.last + 1)
        listed = sheet.grammar.not_bodies.at(sheet.lows, name.first)
        if (
            listed
            or sheet.small(name.first)
            or any(not sheet.words[p].text.isascii() for p in places if not sheet.in_state(p))
        ):
            continue
        if sheet.is_foreign(name.first) or (sheet.in_state(name.first) and sheet.words[name.first].text.isascii()):
            foreign = sum(sheet.is_foreign(p) for p in places)
            if 2 * foreign >= len(places) and not any(p in sheet.people for p in places):
                yield name


def actors(sheet: Sheet, names: Sequence[Candidate]) -> Iterator[Candidate]:
    """Every run of capitals outside ``names`` that is said to be, or acts as, a body."""
    taken = {p for name in names for p in range(name.first, name.last + 1)}
    ends = {name.last: name for name in names if name.rule != "place"}
    starts = {name.first: name for name in names if name.rule != "place"}
    done = -1
    terms = _terms(sheet, names)
    for place in sheet.page.capitals:
        if place <= done or place in taken or sheet.words[place].text in terms:
            continue
        last = run(sheet, place)
        if last < place or any(p in taken for p in range(place, last + 1)):
            continue
        done = last
        sign = _sign(sheet, place, last) or _listed(sheet, place, last, ends, starts)
        if sign:
            rule, kind, country = sign
            one = Candidate(*sheet.page.span(place, last), place, last, rule, kind=kind, country=country, rank=-1)
            ends[last] = one
            yield one


def _terms(sheet: Sheet, names: Sequence[Candidate]) -> frozenset[str]:
    """Letters that stand in a bracket behind what is no body: "Hiệp định thương mại tự do (VIFTA)"."""
    ends = {name.last for name in names}
    return frozenset(
        sheet.words[place].text
        for place in sheet.page.apart
        if place and sheet.words[place].acronym and sheet.words[place].gap.endswith("(")
        if place - 1 not in ends and not sheet.is_foreign(place - 1)
    )


def run(sheet: Sheet, first: int) -> int:
    """The last word of the name without a head at ``first``; ``first - 1`` if none can start there."""
    words, none = sheet.words, first - 1
    if not _may_start(sheet, first):
        return none
    last = first + trade_at(sheet, first)
    foreign = sheet.is_foreign(first) and not _is_mixed(sheet, first)
    end = sheet.end_of(first)
    while last + 1 < end and words[last + 1].gap in _INSIDE and _goes_on(sheet, last + 1, foreign):
        last += 1
    while last > first and words[last].gap == " " and _is_no_part(sheet, last):
        last -= 1  # "SK Investment Vina [II]"
    if _is_numbered(sheet, last):
        last += 1
    parts = [p for p in range(first, last + 1) if p == first or words[p].gap != "-"]
    if any(sheet.grammar.not_bodies.at(sheet.lows, p) for p in parts if p == first or not _is_closing(sheet, p)):
        return none
    # "The CrownX" is a name, "The" alone is none.
    return none if last == first and words[first].key in vocabulary("en").never_first else last


def _is_mixed(sheet: Sheet, first: int) -> bool:
    """Whether a brand right behind a noun for a firm goes on with one Vietnamese syllable: "nền tảng [Ship Liền]"."""
    after, behind = first + 1, first + 2
    if after >= sheet.end_of(first) or not sheet.words[after].capital or after in sheet.people:
        return False
    if sheet.words[after].text.isascii() or sheet.words[after].gap != " ":
        return False
    ends = behind >= sheet.end_of(first) or not sheet.words[behind].capital or sheet.words[behind].gap != " "
    return ends and _called(sheet, first) is not None


def _is_no_part(sheet: Sheet, place: int) -> bool:
    """Whether letters behind a name are none of it: "SK Investment Vina [II]", but "Aviation [Logistics]"."""
    return sheet.grammar.not_bodies.at(sheet.lows, place) == 1 and not _is_closing(sheet, place)


def _is_closing(sheet: Sheet, place: int) -> bool:
    """Whether the word ends the names of firms, be it a term elsewhere: "Logistics"."""
    return bool(sheet.grammar.closers.at(sheet.lows, place))


def _is_numbered(sheet: Sheet, last: int) -> bool:
    """Whether a number behind letters or a foreign word belongs to the name: "Cienco [4]", not "Posco [3] năm"."""
    place = last + 1
    if place >= sheet.end_of(last) or not sheet.is_foreign(last) or sheet.words[place].gap != " ":
        return False
    word, after = sheet.words[place], place + 1
    if not word.text.isdigit() or len(word.text) > _FEW_DIGITS:
        return False
    behind = sheet.page.text[word.end : word.end + 2]
    if behind[:1] in {"%", "/"} or (behind[:1] in {".", ",", "-"} and behind[1:].isdigit()):
        return False
    if after >= sheet.end_of(place) or not sheet.spaced(after) or sheet.words[after].capital:
        return True
    known = (sheet.grammar.stops, sheet.grammar.acts, sheet.grammar.auxiliaries, sheet.grammar.partners)
    return any(phrases.at(sheet.lows, after) for phrases in known)


def _may_start(sheet: Sheet, place: int) -> bool:
    word, page, people = sheet.words[place], sheet.page, sheet.people
    if not word.capital or place in people or place in page.state_at or word.text[0].isdigit() or len(word.text) < 2:
        return False
    if page.is_land(place) or place in page.shouted or place in page.loud:
        return False
    inside = word.joined and place and sheet.words[place - 1].capital and place - 1 not in people
    if inside and not (_is_led(sheet, place) or _is_small_word(sheet, place - 1)):
        return False
    lows, grammar, trade = sheet.lows, sheet.grammar, trade_at(sheet, place)
    if not trade and place in page.openings and not sheet.is_foreign(place):
        return False
    if sheet.head_at(place)[0] or grammar.titles.at(lows, place):
        return False
    if not trade and grammar.topics.at(lows, place) > 1:
        return False
    if grammar.places.before(lows, place) or (page.country_at(place) and not _opens(sheet, place)):
        return False
    thing = grammar.things.before(lows, place)
    return lows[place] not in grammar.dashed and (not thing or thing <= grammar.nouns.before(lows, place))


def _is_led(sheet: Sheet, place: int) -> bool:
    """Whether a noun for a body or a title stands right before the word."""
    grammar, lows = sheet.grammar, sheet.lows
    return grammar.nouns.before(lows, place) > 0 or grammar.titles.before(lows, place) > 0


def _is_small_word(sheet: Sheet, place: int) -> bool:
    """Whether the word has its capital only from the beginning of the sentence: "Với VinSmart, ..."."""
    return place in sheet.page.openings and sheet.grammar.stops.at(sheet.lows, place) > 0


def _opens(sheet: Sheet, place: int) -> bool:
    """Whether a city abroad begins the name of a firm: "Taipei Fubon"."""
    after = place + 1
    return after < len(sheet) and sheet.spaced(after) and sheet.words[after].capital and sheet.is_foreign(after)


def _goes_on(sheet: Sheet, place: int, foreign: bool) -> bool:
    word = sheet.words[place]
    if place in sheet.people or sheet.grammar.titles.at(sheet.lows, place) or sheet.head_at(place)[0]:
        return False
    if word.key == OWN or not word.gap:
        return word.key == OWN and foreign
    if word.gap == "-":
        return word.text.isalnum()
    if not word.capital:
        return word.text == "&"
    if sheet.in_state(place) or sheet.page.is_land(place):
        return True
    return not foreign or word.text.isascii()


def _sign(sheet: Sheet, first: int, last: int) -> Sign | None:
    told = _called(sheet, first) or _placed(sheet, first, last) or _acting(sheet, first, last)
    return told or (("slot", "company", None) if in_slot(sheet, first, last) else None)


def _called(sheet: Sheet, first: int) -> Sign | None:
    """A noun or title before the name: "hãng X", "nhà thầu Hàn Quốc X", "Chủ tịch X"."""
    if not first or not sheet.spaced(first) or _is_of_works(sheet, first):
        return None
    lows, grammar, before, country = sheet.lows, sheet.grammar, first, None
    if sheet.page.is_state(before - 1):
        country = sheet.page.country_at(before - 1)
        while before and sheet.in_state(before - 1):
            before -= 1
    while before and sheet.spaced(before) and (length := _topics_before(sheet, before)):
        before -= length
    length = grammar.nouns.before(lows, before)
    if length and grammar.never_first.at(lows, before - length):
        length = 0
    verb = grammar.acts.at(lows, before - length) >= length and not sheet.is_foreign(first)
    if length and not verb and not grammar.plurals.before(lows, before - length):
        kinds = grammar.nouns.found(lows, before - length)[1]
        return "noun", kinds[0], country
    if country is None and sheet.is_foreign(first):
        if grammar.titles.before(lows, first) and not sheet.surname(first):
            return "title-of", None, None
        length = grammar.owners.before(lows, first)
        owned = first - length
        owned -= _topics_before(sheet, owned) if length else 0
        if length and grammar.holdings.before(lows, owned):
            return "owner", None, None
    return None


def _is_of_works(sheet: Sheet, first: int) -> bool:
    """Whether a place gives its name to works: "trang trại điện gió Hướng Tân"."""
    return sheet.grammar.spots.before(sheet.lows, first) > 0 and not sheet.is_foreign(first)


def _topics_before(sheet: Sheet, place: int) -> int:
    """How many small words before ``place`` say what a body does: "hãng [dược phẩm] X"."""
    length = sheet.grammar.topics.before(sheet.lows, place)
    longer = sheet.grammar.nouns.before(sheet.lows, place) >= length
    return length if length and sheet.small(place - length) and sheet.spaced(place) and not longer else 0


def _placed(sheet: Sheet, first: int, last: int) -> Sign | None:
    """The state in a bracket right behind: "GIC (Singapore)"."""
    place = last + 1
    if place >= len(sheet) or sheet.words[place].gap != " (" or not sheet.page.is_state(place):
        return None
    state = sheet.page.state_at[place]
    closed = sheet.page.text[state.span.end : state.span.end + 1] == ")"
    if not closed or not sheet.is_foreign(first) or _is_scene(sheet, first):
        return None
    return "placed", None, state.country


def _is_scene(sheet: Sheet, first: int) -> bool:
    return bool(sheet.grammar.scenes.before(sheet.lows, first))


def _acting(sheet: Sheet, first: int, last: int) -> Sign | None:
    """A verb behind, or "với" and "giữa" before, in the words for a deal."""
    if _is_scene(sheet, first):
        return None
    if trade_at(sheet, first) or not any(sheet.is_foreign(p) for p in range(first, last + 1)):
        return ("acts", "company", None) if _is_local_firm(sheet, first, last) else None
    lows, grammar, behind = sheet.lows, sheet.grammar, last + 1
    end = sheet.page.sentence_of(first)[1]
    deal = _of_deal(sheet, first)
    # One foreign word that is neither letters nor a brand may be anybody: "Xinmei mua vé".
    plain = first == last and not sheet.words[first].acronym
    if behind < end and does(sheet, behind) and (deal or not plain):
        return "acts", None, None
    if deal and _is_joined(sheet, behind, end):
        return "acts", None, None
    if deal and _is_brand(sheet, first, last):
        return "with", None, None
    if not sheet.spaced(first):
        return None
    if deal and grammar.partners.before(lows, first):
        return "with", None, None
    if deal and last > first and grammar.owners.before(lows, first) and not sheet.surname(first):
        return "owner", None, None
    received = grammar.partners.before(lows, first) or grammar.given.before(lows, first)
    if received and last > first and all(sheet.is_foreign(p) for p in range(first, last + 1)):
        return "brand", None, None
    told = received or grammar.owners.before(lows, first)
    return ("brand", None, None) if told and _is_brand(sheet, first, last) else None


def _is_local_firm(sheet: Sheet, first: int, last: int) -> bool:
    """Whether a firm with a Vietnamese name has part in a deal: "Nhựa Vạn Lộc ký", "Minh Phú và Shinwon ký".

    What is made somewhere may be called like a firm: "Sữa Ba Vì được ưa chuộng".
    """
    behind, end = last + 1, sheet.page.sentence_of(first)[1]
    if trade_at(sheet, first):
        acts = behind < end and does(sheet, behind)
        return _of_deal(sheet, first) and (acts or _has_side(sheet, first, behind))
    return _is_joined(sheet, behind, end) and sheet.is_foreign(behind + 1) and _may_be_native(sheet, first, last)


def _is_joined(sheet: Sheet, behind: int, end: int) -> bool:
    """Whether "và" and one more name stand behind, and both do something: "[A] và B đã ký"."""
    if behind + 1 >= end or sheet.lows[behind] not in sheet.grammar.joins or not sheet.words[behind + 1].capital:
        return False
    other = run(sheet, behind + 1)
    return other > behind and other + 1 < end and does(sheet, other + 1)


def _of_deal(sheet: Sheet, place: int) -> bool:
    return sheet.grammar.deals.among(sheet.lows, *sheet.page.sentence_of(place))


def _has_side(sheet: Sheet, first: int, behind: int) -> bool:
    """Whether the name stands as a side of something: behind "với", "của" or "cổ phần", or before "và"."""
    grammar, lows = sheet.grammar, sheet.lows
    given = any(w.before(lows, first) for w in (grammar.partners, grammar.given, grammar.owners, grammar.holdings))
    joined = behind < sheet.end_of(first) and (lows[behind] in grammar.joins or grammar.partners.at(lows, behind))
    return (given and sheet.spaced(first)) or bool(joined)


def _is_brand(sheet: Sheet, first: int, last: int) -> bool:
    """Whether the words are written as only brands are: "VinSmart", "Luxshare-ICT"."""
    words = sheet.words[first : last + 1]
    inner = any(w.text[:1].isupper() and not w.text.isupper() and any(c.isupper() for c in w.text[1:]) for w in words)
    mixed = len(words) > 1 and words[1].gap == "-" and words[1].text.isupper() and len(words[0].text) > _LETTERS
    return inner or mixed


def _may_be_native(sheet: Sheet, first: int, last: int) -> bool:
    """Whether a Vietnamese firm may be called so where it stands beside another that signs: "Minh Phú và E-Mart ký".

    People have a surname and three words, places are known.
    """
    person = sheet.surname(first) or sheet.page.is_land(first) or last - first != 1
    return not person and _of_deal(sheet, first)


def _listed(
    sheet: Sheet, first: int, last: int, ends: dict[int, Candidate], starts: dict[int, Candidate]
) -> Sign | None:
    """The name is one of a list whose other members are bodies."""
    native = not sheet.is_foreign(first)
    if not first or (native and not _may_be_native(sheet, first, last)):
        return None
    found = []
    joined = sheet.lows[first - 1] in sheet.grammar.joins and sheet.spaced(first)
    before = ends.get(first - 2 if joined else first - 1)
    if before is not None and (joined or sheet.words[first].gap in {", ", " - "}):
        found.append(before)
    after = last + 1
    if after < len(sheet):
        closing = sheet.lows[after] in sheet.grammar.joins
        behind = starts.get(after + closing)
        if behind is not None and (closing or sheet.words[after].gap == ", "):
            found.append(behind)
    found = [
        one
        for one in found
        if one.kinds() & {"company", "association", "agency", "education", "research", "other"} or not one.kinds()
    ]
    kinds = {kind for one in found for kind in one.kinds()}
    if native and kinds != {"company"}:
        return None
    return ("list", kinds.pop() if len(kinds) == 1 else None, None) if found else None
