"""The body that a description stands for: "the bank", "the Korean lender", "the Haiphong yard", "tỉnh"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache

from pactbook.claims.agreements.pairs import is_department
from pactbook.claims.agreements.parties import HOME, LOCAL
from pactbook.claims.agreements.salience import of_trade, spoken_of
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.knowledge.agreement_words import agreement_words
from pactbook.knowledge.reading import NEVER
from pactbook.model.article import Language
from pactbook.model.mention import CueMention

#: What else a body may be that is called so: "the Korean corporation" is LH, an agency.
_ALIKE = {"company": ("agency",), "agency": ("company",)}
#: How far back "the ministry" reaches, in characters.
_REACH = 700
#: The same where the text tells whom it speaks of: by who governs a name, and by words said again.
_FAR = 1_500
#: How near behind "its Korean partner" the partner itself is named, in characters.
_NAMED = 4
#: Where a word with a capital begins.
_CAPITAL = re.compile(r"\b[^\W\d_a-z]")
#: Kinds of bodies that have partners.
_PARTNERS = LOCAL | {"agency", "media", "zone", "other"}


def by_nation(scene: Scene, nation: Named, but: set[str]) -> Named | None:
    """The body that "the Vietnamese province", "the Korean lender", "its Korean partner" stands for."""
    if not scene.grammar.the_nation.search(scene.before(nation.start, 6)):
        return None
    if scene.grammar.partner_of.match(scene.plain, nation.end):
        return _partner(scene, nation, but)
    behind = scene.grammar.describes.sub("", scene.plain[nation.end : nation.end + 45].lstrip(), count=1)
    for kind, nouns in _nouns(scene.article.language):
        if noun := nouns.match(behind):
            near = (list(_near(scene, nation.start, k, but, nation.country)) for k in (kind, *_ALIKE.get(kind, ())))
            return next((fit[0] for found in near if (fit := of_trade(scene, noun.group(), found))), None)
    return None


@cache
def _nouns(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Kind → the nouns for a body of that kind: "lender" of "the Korean lender"."""
    single = agreement_words(language).pairs.single
    return tuple(
        (kind, re.compile("|".join(rf"{re.escape(w.removeprefix('the '))}\b" for w in words)) if words else NEVER)
        for kind, words in single.items()
    )


def _partner(scene: Scene, nation: Named, but: set[str]) -> Named | None:
    """The last body of the nation, where none is named right behind: "its Korean partner, [Hyosung]"."""
    said = scene.grammar.partner_of.match(scene.plain, nation.end)
    behind = scene.next_named(said.end()) if said else None
    if behind is not None and said and behind.start - said.end() < _NAMED:
        return None
    for name in scene.named_before(nation.start):
        if nation.start - name.end >= _reach(scene):
            break
        if name.kind in _PARTNERS and name.country == nation.country and name.id not in but:
            return name
    # "asked its Korean counterpart for a deal; the [Ministry of Labor] promised to look at it"
    here = scene.sentence_at(nation.start)
    behind_it = scene.named_in(nation.end, here.end) if here else []
    of_nation = {n.id: n for n in behind_it if n.kind != STATE and n.country == nation.country and n.id not in but}
    return next(iter(of_nation.values())) if len(of_nation) == 1 else None


def _reach(scene: Scene) -> int:
    return _REACH if scene.grammar.governed is NEVER else _FAR


def _near(scene: Scene, place: int, kind: str, but: set[str], country: str | None = None) -> Iterator[Named]:
    for name in scene.named_before(place):
        if place - name.end >= _reach(scene):
            return
        if name.kind == kind and name.id not in but and country in (None, name.country):
            yield name


def meant_by(scene: Scene, single: CueMention, but: set[str], country: str | None) -> Named | None:
    """The body that "the bank" or "tỉnh" stands for: the last one that has the noun in its name, else the last.

    One of ``country``, which is not that of the other party, goes before the others.
    """
    if said := _place_here(scene, single, but) if single.value == "subnational" else _unit(scene, single, but):
        return said
    for nation in scene.named_in(single.span.start, single.span.end):
        if body := by_nation(scene, nation, but):
            return body  # "the Korean builder"
    seats = _seats(scene, single)
    if seats is None:
        return None
    if single.span.text.rpartition(" ")[2][:1].isupper() and (own := _issuer(scene, single, but, country)):
        return own
    noun = _noun(scene, single)
    near = _fitting(scene, single, noun, but, country, seats)

    def again(same: CueMention) -> Named | None:
        return meant_by(scene, same, but, country)

    best = [n for n in near if country is None or (n.country == country) == (near[0].country == country)]
    just = _just_named(scene, single, near) or _just_described(scene, single, but)
    if just is not None and (not seats or just.country in seats) and of_trade(scene, noun, [just]):
        return just
    if not noun:
        return spoken_of(scene, single, best, again) or next(iter(near), None)
    found_by_noun = [n for n in _called(scene, single, noun, but) if not seats or n.country in seats]
    if found_by_noun and scene.grammar.department.match(scene.plain, single.span.start):
        return found_by_noun[0]  # "the department" is the province's office, be it not called an agency
    called = [n for n in found_by_noun if not is_department(scene, n)]
    alike = [n for n in called if n.kind == single.value]
    alike = [] if _are_of_other_side(single, alike, best, country) else alike
    alike = [n for n in alike if n.country == country] or alike
    found = spoken_of(scene, single, alike or best, again) or next(iter(alike or near), None)
    # "Tỉnh" is the province the news is of, and not the office that has "tỉnh" in its name.
    here = scene_of(scene, single, but) if found is None and single.value == "subnational" else None
    return found or here or next(iter(called), None)


def _noun(scene: Scene, single: CueMention) -> str:
    """What the body is called: "lender" of "the lender" and of "the country's largest lender"."""
    said = scene.grammar.single_noun.fullmatch(scene.plain, single.span.start, single.span.end)
    return single.form or (said[1] if said else "")


def _unit(scene: Scene, single: CueMention, but: set[str]) -> Named | None:
    """The firm last said to belong to another, for "the unit": "[Doosan Vina], the local arm of Doosan"."""
    if scene.grammar.parent.fullmatch(scene.plain, single.span.start, single.span.end):
        return _parent(scene, single, but)
    if not scene.grammar.unit.fullmatch(_noun(scene, single)):
        return None
    for name in _near(scene, single.span.start, single.value, but):
        told = scene.grammar.unit_is.search(scene.before(name.start, 20))
        if told or scene.grammar.is_unit.match(scene.plain, name.end):
            return name
    return None


def _parent(scene: Scene, single: CueMention, but: set[str]) -> Named | None:
    """The firm last said to own another, for "the parent": "Doosan Vina, the local arm of [Doosan]"."""
    for name in _near(scene, single.span.start, single.value, but):
        told = scene.grammar.is_unit.match(scene.plain, name.end)
        owner = scene.next_named(name.end) if told else None
        while owner is not None and owner.kind == STATE:
            owner = scene.next_named(owner.end)
        if told and owner and owner.id not in but and owner.kind == single.value:
            inside = owner.end <= told.end()
            if inside or scene.grammar.unit_of.fullmatch(scene.plain, told.end(), owner.start):
                return owner
    return None


def _are_of_other_side(single: CueMention, alike: Sequence[Named], best: Sequence[Named], country: str | None) -> bool:
    """Whether the places called so are all of the other country, and one of this is near.

    "Tỉnh" that licenses a Korean firm is Hà Nam, though only Gyeonggi is called "tỉnh Gyeonggi".
    """
    across = bool(best) and best[0].country == country and best[0].kind == single.value == "subnational"
    return across and all(n.country != country for n in alike)


def _fitting(
    scene: Scene, single: CueMention, noun: str, but: set[str], country: str | None, seats: frozenset[str]
) -> list[Named]:
    """The bodies that may be called so, the nearest first: only those of ``country`` where there are any."""
    fit = [n for n in _near(scene, single.span.start, single.value, but) if not is_department(scene, n)]
    if seats:
        fit = [n for n in fit if n.country in seats]
        for kind in _ALIKE.get(single.value, ()) if not fit else ():
            fit = [n for n in _near(scene, single.span.start, kind, but) if n.country in seats]
    fit = of_trade(scene, noun, fit)
    if country is None:
        return fit
    return sorted(fit, key=lambda n: 0 if n.country == country else 1 if n.country is None else 2)


def _seats(scene: Scene, single: CueMention) -> frozenset[str] | None:
    """The countries of the places inside the description, none for "the bank"; None where a name is no place.

    "the [Haiphong] yard", "the [Busan]-based maker"; but "the [Samsung] unit" is not Samsung.
    """
    start, end = single.span.start, single.span.end - len(single.form)
    if not scene.words.pairs.described.places or not single.form:
        return frozenset()
    if any(n.kind not in (STATE, "subnational") for n in scene.named_in(start, end)):
        return None
    places = [p for p in (*scene.places, *scene.named_in(start, end)) if start <= p.start and p.end <= end]
    capitals = [start + m.start() for m in _CAPITAL.finditer(scene.text[start:end]) if m.start() > 0]
    if not all(
        any(p.start <= c < p.end for p in places) or scene.grammar.seated.search(single.span.text) for c in capitals
    ):
        return None
    return frozenset(p.country for p in places if p.country and not scene.grammar.not_seat.match(scene.plain, p.end))


def _issuer(scene: Scene, single: CueMention, but: set[str], country: str | None) -> Named | None:
    """The body that a release calls "the Company": the one of its kind that it has named most."""
    told = [n for n in scene.named_before(single.span.start) if n.kind == single.value and n.id not in but]
    counts = Counter(n.id for n in told)
    return max(told, key=lambda n: (n.country == country, counts[n.id]), default=None)


def scene_of(scene: Scene, single: CueMention, but: set[str]) -> Named | None:
    """The last place that is not the other side's: "... visited Gyeongsan. The province signed with [the city]".

    Of a firm from elsewhere it is the last that is called so: "Hue city ... Japan's Hitachi signed with [the city]".
    """
    sides = {n.country for n in scene.named if n.id in but and n.country in HOME}
    others = {n.country for n in scene.named if n.id in but and n.country} - {*HOME, "XX"}
    near = [p for p in scene.places if 0 <= single.span.start - p.end < _reach(scene) and p.id not in but]
    across = [p for p in near if p.country in HOME and p.country not in sides]
    noun = single.span.text.lower().rpartition(" ")[2]
    called = [p for p in across if _is_called(scene, p, noun)]  # "The province" is no city
    if not sides and others:
        return called[-1] if called else None
    return (called or across)[-1] if across and len(sides) == 1 else None


def _is_called(scene: Scene, place: Named, noun: str) -> bool:
    """Whether the noun stands beside the place: "Thai Binh [province]", "the [city] of Hue", "[tỉnh] Thái Bình"."""
    before = scene.before(place.start, 20)
    beside = scene.plain.startswith(f" {noun}", place.end) or before.endswith((f"{noun} ", f"{noun} of "))
    return beside or scene.plain[place.start : place.end].endswith(f" {noun}")


def _just_named(scene: Scene, single: CueMention, near: Sequence[Named]) -> Named | None:
    """The only body of the kind that the sentence before names, for "tập đoàn này"."""
    here = scene.sentence_at(single.span.start)
    before = scene.sentence_at(max(0, here.start - 2)) if here else None
    if here is None or before is None or not scene.grammar.this_one.search(single.span.text.lower()):
        return None
    if any(here.start <= n.start for n in near):
        return None
    told = {n.id: n for n in near if before.start <= n.start < before.end}
    return next(iter(told.values())) if len(told) == 1 else None


def _just_described(scene: Scene, single: CueMention, but: set[str]) -> Named | None:
    """The body with which the sentence before begins, for one that is described: "The state-run insurer"."""
    here = scene.sentence_at(single.span.start)
    before = scene.sentence_at(max(0, here.start - 2)) if here and single.form else None
    if here is None or before is None or before.paragraph != here.paragraph or before.start == here.start:
        return None
    told = [n for n in scene.named_in(before.start, before.end) if n.kind != STATE]
    first = next((n for n in told if n.kind == single.value), next(iter(told), None))
    fits = first is not None and first.kind in (single.value, *_ALIKE.get(single.value, ()))
    return first if fits and first is not None and first.id not in but else None


def _place_here(scene: Scene, single: CueMention, but: set[str]) -> Named | None:
    """The place where the sentence says that it was: "Tại Quảng Nam, bản ghi nhớ giữa [tỉnh] và Kolon ..."."""
    behind = scene.grammar.of_place.match(scene.plain, single.span.end)
    own = next((p for p in scene.places if behind and p.start == behind.end()), None)
    if own is not None and own.id not in but and own.country in HOME:
        return own  # "the provincial authorities in [Kien Giang]"
    here = scene.sentence_at(single.span.start)
    told = [p for p in scene.places if here and here.start <= p.start and p.end <= single.span.start]
    opens = told and scene.grammar.opens_place.fullmatch(scene.plain, here.start if here else 0, told[0].start)
    return told[0] if opens and told[0].id not in but and told[0].country in HOME else None


@lru_cache(maxsize=1_000)
def _plural(noun: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(noun)}s?\b")


def _called(scene: Scene, single: CueMention, noun: str, but: set[str]) -> Iterator[Named]:
    """The bodies that have the noun in their name, be they of another kind: "the bank" is Korea Eximbank, an agency."""
    pattern = _plural(noun)
    if scene.grammar.bank.fullmatch(noun):
        pattern = scene.grammar.bank  # "ngân hàng này" may be DACBank
    for name in scene.named_before(single.span.start):
        if single.span.start - name.end >= _reach(scene):
            return
        if name.kind != STATE and name.id not in but and pattern.search(scene.plain, name.start, name.end):
            yield name
