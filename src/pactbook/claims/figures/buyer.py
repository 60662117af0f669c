"""Who pays whom under a contract."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pactbook.claims.figures.countries import HOME, REGION, Flow, Sides, named_in, other
from pactbook.claims.figures.scene import Cue, Place, Scene, Sum

#: Bodies that approve a purchase are no side of it.
_OFFICES = ("ministry", "agency", "subnational")
#: A word that tells who pays stands no farther behind the amount.
_BEHIND = 60
#: How much farther a word before the amount is where the verb closes the sentence.
_VERB_BEHIND = 30
_WORD_START = re.compile(r" (?=\w)")
#: Nobody but the two countries is spoken of.
_NO_OTHERS = frozenset({*HOME, None})
#: The headline and the sentences behind it tell of one deal.
_LEAD = 5
#: How far back a deal is told whose worth a sentence of its own tells, in sentences.
_TOLD_BEFORE = 2

#: What stands between a country and a body of it: "Vietnam['s ]EVN", "Vietnamese[ ]EVN".
_OF_IT = ("'s ", "’s ", " ")


class _Named(NamedTuple):
    """A country where it or one of its bodies is named."""

    start: int
    end: int
    country: str


def contract(scene: Scene, one: Sum, cue: Cue | None, before: Sequence[Flow]) -> Sides:
    """The payer and the contractor: "Doosan will build it for", "the ministry hired", "ordered by"."""
    place = scene.places[one.sentence]
    if scene.patterns.head_final:
        return _told(scene, place, one, before)
    told = _is_told_here(scene, place)
    if not told and (scene.patterns.head_first or _role(scene, place, one) is None):
        place = _spoken_of_before(scene, one) or place
    return _sides_in(scene, place, one)


def _is_told_here(scene: Scene, place: Place) -> bool:
    """Whether the sentence itself names a side, not only the city of the signing, or speaks of shares."""
    named = any(s.form != "capital" for s in place.states) or any(b.country for b in place.bodies)
    return named or next(_shares(scene, place), None) is not None


def _shares(scene: Scene, place: Place) -> Iterator[re.Match[str]]:
    """The words for shares; "Công ty [Cổ phần] Dịch vụ" is a firm."""
    for found in scene.patterns.stake.finditer(scene.text, place.sentence.start, place.sentence.end):
        priced = scene.text.startswith("/", found.start() - 1)  # "31.000 đồng/cổ phiếu"
        if scene.patterns.no_stake.match(scene.text, found.end()):
            continue  # "85 percent of the contract price"
        if not priced and not any(b.span.start <= found.start() < b.span.end for b in place.bodies):
            yield found


def _spoken_of_before(scene: Scene, one: Sum) -> Place | None:
    """The last sentence shortly before that names somebody: "A và B ký hợp đồng ... Hợp đồng trị giá [5 triệu USD]"."""
    near = scene.places[max(0, one.sentence - _TOLD_BEFORE) : one.sentence]
    paragraph = scene.places[one.sentence].sentence.paragraph
    told = (p for p in reversed(near) if paragraph - p.sentence.paragraph <= 1 and p.sentence.role != "headline")
    return next((p for p in told if _named(p)), None)


def _sides_in(scene: Scene, place: Place, one: Sum) -> Sides:
    """The payer and the contractor as the sentence ``place`` tells them."""
    words = list(_shares(scene, place))
    bought = words[0] if words else None
    if len(words) > 1 and scene.patterns.head_first:  # "Cổ phiếu ... đóng cửa ở 24.500 đồng sau khi ... mua 17% vốn"
        bought = min(words, key=lambda m: max(one.start - m.end(), m.start() - one.end))
    if bought:
        return _stake(scene, place, one, bought.end())
    named = _named(place)
    role = _role(scene, place, one)
    if role is None:
        speaks = [n.country for n in named]
        ours = bool(speaks) and _NO_OTHERS.issuperset(speaks)
        both = ours and (set(HOME) <= set(speaks) or any(_opposite(scene, one, c) for c in speaks))
        return HOME[::-1] if both else (None, None)
    first = _agent(scene, named, role) or _first_of_two(named, role.end()) or _spoken_of(scene, one)
    second = _across(scene, named, role, first)
    if second is None and role.lastgroup == "payers" and _names_no_country(scene, role, one):
        return first, None
    first, second = first or _opposite(scene, one, second), second or _opposite(scene, one, first)
    return (first, second) if role.lastgroup != "earners" else (second, first)


def _names_no_country(scene: Scene, role: re.Match[str], one: Sum) -> bool:
    """Whether it is bought from a seller whose country is not told: "is buying two farms [from] Hoang Yen"."""
    starts = (m.end() for m in _WORD_START.finditer(scene.text, role.end(), one.start))
    return any(scene.patterns.from_.leads(scene.text, start, role.end()) for start in starts)


def _told(scene: Scene, place: Place, one: Sum, before: Sequence[Flow]) -> Sides:
    """Payer and contractor where particles tell them: the subject stands first, the verb closes the sentence."""
    role, everybody = _role(scene, place, one), _named(place)
    if third := _third(everybody):
        return _with_third(scene, everybody, third, role)
    named = [n for n in everybody if n.country in HOME]
    if not named and before and before[-1].measure == "contract_value":
        return before[-1].sides
    told = named or set(HOME) <= _around(scene, one)
    subject = _subject(scene, named) if told else None
    if subject == HOME[1] and _is_built_by_korea(scene, named, role):
        subject = HOME[0]
    across = other(subject) if subject else None
    return (subject, across) if role is not None and role.lastgroup != "earners" else (across, subject)


def _is_built_by_korea(scene: Scene, named: list[_Named], role: re.Match[str] | None) -> bool:
    """Whether both sides sign for works, which the Korean one does whoever is said to sign."""
    works = role is not None and role.lastgroup == "earners" and scene.patterns.works.match(role[0])
    return bool(works) and any(n.country == HOME[0] for n in named)


def _third(named: list[_Named]) -> str | None:
    """The one third country that the sentence names, without Vietnam."""
    countries = {n.country for n in named} - {HOME[0], REGION}
    return next(iter(countries)) if len(countries) == 1 and HOME[1] not in countries else None


def _with_third(scene: Scene, named: list[_Named], third: str, role: re.Match[str] | None) -> Sides:
    """Payer and contractor where Korea deals with a third country, which mostly buys: "폴란드는 ... 24억달러에"."""
    subject = _subject(scene, named)
    pays = third if role is None or (role.lastgroup != "earners") == (subject == third) else HOME[0]
    return (pays, HOME[0]) if pays == third else (HOME[0], third)


def _subject(scene: Scene, named: list[_Named]) -> str | None:
    """The country of the first that is marked as the subject; else the newsroom's own, for whose readers it is told."""
    marked = (n.country for n in named if scene.patterns.subject.match(scene.text, n.end))
    return next(marked, scene.patterns.narrator)


def _role(scene: Scene, place: Place, one: Sum) -> re.Match[str] | None:
    """The word nearest to the amount that tells who pays."""
    found = scene.patterns.roles.finditer(scene.text, place.sentence.start, place.sentence.end)
    # "11 billion won" is not what somebody won.
    words = [m for m in found if not any(o.start <= m.start() < o.end for o in place.sums)]
    # "Bộ [Giao] thông vận tải" gives nothing out.
    words = [m for m in words if not any(b.span.start <= m.start() < b.span.end for b in place.bodies)]
    words = [m for m in words if m.start() - one.end <= _BEHIND]
    ahead = _VERB_BEHIND if scene.patterns.head_final else 0
    nearest = min(words, key=lambda m: max(one.start - m.end() + ahead, m.start() - one.end), default=None)
    return _chosen_for(place, words, nearest) or nearest if nearest and not scene.patterns.head_final else nearest


def _chosen_for(place: Place, words: list[re.Match[str]], role: re.Match[str]) -> re.Match[str] | None:
    """The word for the choice where ``role`` tells what it is for: "PV Power [picked] Samsung and Lilama to build"."""
    before = next((m for m in reversed(words) if m.end() < role.start()), None)
    if role.lastgroup != "earners" or before is None or before.lastgroup != "payers":
        return None
    chosen = [n for n in _named(place) if before.end() <= n.start and n.end <= role.start()]
    return before if len({n.country for n in chosen}) > 1 else None


def _named(place: Place) -> list[_Named]:
    named = [_Named(b.span.start, b.span.end, b.country) for b in place.bodies if b.country]
    return sorted(named + [_Named(s.span.start, s.span.end, s.country) for s in place.states])


def _before(named: list[_Named], start: int) -> str | None:
    return next((n.country for n in reversed(named) if n.end <= start), None)


def _agent(scene: Scene, named: list[_Named], role: re.Match[str]) -> str | None:
    """Who acts: the last one named before, but not with whom: "Minh Phu has a deal with Lotte to supply it".

    Works are built by the Korean side whoever is said to sign: "EVN signed a contract with Doosan to build".
    """
    alone = _not_dealt_with(scene, named)
    last = _before(named, role.start())
    if last == HOME[0] and scene.patterns.works.match(role[0]):
        return last
    return _before(alone, role.start()) or last


def _not_dealt_with(scene: Scene, named: list[_Named]) -> list[_Named]:
    """Those that no "with" leads, nor stand behind their country that one leads: "with Vietnam's [Nghi Son 2]"."""
    alone: list[_Named] = []
    led_end = -1
    for one in named:
        owned = 0 <= led_end <= one.start and scene.between(led_end, one.start) in _OF_IT
        if owned or scene.is_beside(scene.patterns.together, one):
            led_end = one.end
        else:
            alone.append(one)
    return alone


def _first_of_two(named: list[_Named], start: int) -> str | None:
    """The first of two countries behind the word: "the supply of pellets agreed between A and B"."""
    behind = [n.country for n in named if n.start >= start]
    return behind[0] if len(set(behind)) > 1 else None


def _spoken_of(scene: Scene, one: Sum) -> str | None:
    """Whom "it" or "its agency" means: the first country of the sentence before in the paragraph."""
    there = _before_in_paragraph(scene, one)
    return next((n.country for n in _named(there)), None) if there else None


def _across(scene: Scene, named: list[_Named], role: re.Match[str], first: str | None) -> str | None:
    """The other side: behind the word if it is named there, best behind "from"; else before it."""
    seller = next((n for n in named if n.start >= role.end() and scene.is_beside(scene.patterns.from_, n)), None)
    if seller and role.lastgroup == "payers":
        return seller.country  # "is buying two farms from a firm of its own country"
    others = [n for n in named if n.country != first]
    behind = [n for n in others if n.start >= role.end() and ";" not in scene.between(role.end(), n.start)]
    led = [n for n in behind if scene.is_beside(scene.patterns.from_, n)]
    return next((n.country for n in led or behind), None) or _before(others, role.start())


def _opposite(scene: Scene, one: Sum, country: str | None) -> str | None:
    """The other one of the two countries, if it is spoken of nearby."""
    across, around = other(country) if country else None, _around(scene, one)
    told = across in around or across == scene.patterns.narrator is not None
    return across if told and around <= _NO_OTHERS else None


def _around(scene: Scene, one: Sum) -> set[str | None]:
    """The countries that the sentence before in the paragraph speaks of, or in the lead those of the whole lead."""
    if one.sentence < _LEAD:
        return {country for place in scene.places[:_LEAD] for country in named_in(place)}
    there = _before_in_paragraph(scene, one)
    return named_in(there) if there else set()


def _before_in_paragraph(scene: Scene, one: Sum) -> Place | None:
    if not one.sentence:
        return None
    here, there = scene.places[one.sentence], scene.places[one.sentence - 1]
    return there if here.sentence.paragraph == there.sentence.paragraph else None


def _stake(scene: Scene, place: Place, one: Sum, end: int) -> Sides:
    """Who buys shares of whom; ``end`` is the end of the word for shares."""
    firms = [b for b in place.bodies if b.kind not in _OFFICES]
    behind = [(b.span, b.country) for b in firms if b.span.start >= end]
    behind += [(s.span, s.country) for s in place.states if s.span.start >= end]
    offices = [b.span for b in place.bodies if b.kind in _OFFICES]
    behind = [(span, c) for span, c in behind if not any(o.start <= span.start < o.end for o in offices)]
    if _is_sold(scene, place, end) and not any(scene.is_beside(scene.patterns.to, s) for s, _ in behind):
        return None, _seller(place, end) or next(
            (other(c) for _, c in sorted(behind, key=lambda x: x[0].start) if c in HOME), None
        )
    for span, country in sorted(behind, key=lambda x: x[0].start):
        if country in HOME and not scene.is_beside(scene.patterns.from_, span):
            sold = scene.is_beside(scene.patterns.to, span)  # "sold a stake to SK"
            return (country, other(country)) if sold else (other(country), country)
    seat = next((b for b in place.bodies if b.kind == "subnational" and b.span.start >= end), None)
    led = seat and (scene.patterns.head_first or scene.is_beside(scene.patterns.into, seat.span))
    if seat and led and seat.country in HOME and not scene.is_beside(scene.patterns.from_, seat.span):
        return other(seat.country), seat.country  # "a stake in a firm in Bac Ninh"
    return _buyer_at_home(scene, place, one)


def _is_sold(scene: Scene, place: Place, end: int) -> bool:
    """Whether somebody sells its own stake: "Woori sold its stake in the insurer for $15 million"."""
    start = next((m.start() for m in _shares(scene, place) if m.end() == end), end)
    return scene.patterns.sellers.search(scene.text, place.sentence.start, start) is not None


def _seller(place: Place, end: int) -> str | None:
    return next((n.country for n in _named(place) if n.end <= end), None)


def _buyer_at_home(scene: Scene, place: Place, one: Sum) -> Sides:
    """Who buys where it is not said of whom: of two firms named before the price, the first."""
    firms = [b.country for b in place.bodies if b.kind not in _OFFICES and b.country and b.span.end <= one.start]
    if set(firms) == set(HOME):
        return firms[0], other(firms[0] or "")
    if scene.patterns.narrator is None:
        return None, None
    buyer = next((n.country for n in reversed(_named(place)) if n.end <= one.start and n.country in HOME), None)
    if buyer:
        return buyer, other(buyer)
    lead = {country for there in scene.places[:_LEAD] for country in named_in(there)}
    return HOME if set(HOME) <= lead <= _NO_OTHERS else (None, None)
