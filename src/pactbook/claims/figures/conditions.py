"""What must hold for words that speak of an amount only somewhere: before a country, behind a number."""

from __future__ import annotations

from pactbook.claims.figures.scene import Cue, Scene, Sum
from pactbook.model.mention import StateMention

#: "sales of shrimp to the Republic of Korea", "spent $24 billion on Korean chips"
_TOWARD, _ACROSS = 45, 45
#: "$164 million to Korea"
_TO_WHERE = 12
#: "is buying two farms in Binh Phuoc from a livestock company for $18 million"
_PAID_FOR = 80
#: "and sold it $2 billion"
_JOINED, _PRONOUN = 8, 8
#: "bought nearly $63 million"
_SO_MUCH = 16
#: "$730 million [polypropylene] project"
_BEHIND = 20


def _is_counted(scene: Scene, one: Sum, cue: Cue) -> bool:
    """Whether a number stands before the word: "9,500 valid projects"."""
    sums = scene.place(cue.start).sums
    since = max((o.end for o in sums if o.end <= cue.start), default=0)  # "$2 billion for projects" counts none
    return bool(scene.patterns.number.search(scene.between(max(cue.start - 40, since), cue.start)))


def _is_toward(scene: Scene, one: Sum, cue: Cue) -> bool:
    """Whether goods go to a country behind the word: "sales of shrimp to Korea"."""
    place = scene.places[scene.number(cue.start)]
    near = [s.span.start for s in place.states if 0 <= s.span.start - cue.end <= _TOWARD]
    return any(
        scene.patterns.to.leads(scene.text, start, cue.start)
        and not any(cue.end <= o.start < start for o in place.sums)
        for start in near
    )


def _is_onward(scene: Scene, one: Sum, cue: Cue) -> bool:
    """Whether what goes to a country is told right to the amount: "dừa sang Hàn Quốc năm 2022 được 19 triệu USD"."""
    said = "," not in scene.between(cue.end, one.start) if cue.end <= one.start else False
    return said and _is_toward(scene, one, cue)


def _is_across(scene: Scene, one: Sum, cue: Cue) -> bool:
    """Whether goods and a country stand behind the amount: "spent $24 billion on Korean chips"."""
    states = scene.place(cue.start).states
    if cue.end <= one.start and _is_done_by_state(scene, one, cue):
        return True
    if _is_relative(scene, one, cue):
        return True
    if _is_earned_by_goods(scene, cue):
        return False
    if not 0 <= one.start - cue.end <= _ACROSS:
        return False
    if one.start - cue.end <= _PRONOUN and states and _is_the_other_way(scene, cue):
        return True
    if any(0 <= s.span.start - cue.end <= 1 and s.form == "name" for s in states):
        return True  # "sold Vietnam $60 billion worth of chips"
    states = [s for s in states if not scene.patterns.no_goods.match(scene.text, s.span.end)]
    behind = [s for s in states if 0 <= s.span.start - one.end <= _TO_WHERE]
    if any(scene.patterns.goods.match(scene.text, s.span.end) for s in behind):
        return True  # "bought $10 billion in Vietnamese goods"
    built = [c.start for c in scene.cues(scene.number(cue.start)) if c.value == "project_capital" and c.how != "weak"]
    states = [s for s in states if not any(0 <= b - s.span.end <= 1 for b in built)]  # "on a second Vietnamese plant"
    of_goods = scene.patterns.of_goods.match(scene.text, one.end)
    near = [s for s in states if 0 <= s.span.start - one.end <= (_ACROSS if of_goods else _TO_WHERE)]
    return any((of_goods and s.form == "adjective") or _is_led(scene, s) for s in near)


def _is_earned_by_goods(scene: Scene, cue: Cue) -> bool:
    """Whether goods bring it in, and no country: "rubber brought in $31 million from the Korean market"."""
    if cue.value != "imports" or not scene.patterns.earned.fullmatch(scene.between(cue.start, cue.end)):
        return False
    place = scene.place(cue.start)
    doers = [*(s.span for s in place.states if s.form != "adjective"), *(b.span for b in place.bodies)]
    return not any(span.end <= cue.start for span in doers) and not scene.patterns.head_final


def _is_relative(scene: Scene, one: Sum, cue: Cue) -> bool:
    """Whether a country does it to just so many goods: "$190 million worth of noodles [that Vietnam sold] there"."""
    if cue.start < one.end or not scene.patterns.trading.fullmatch(scene.between(cue.start, cue.end)):
        return False
    doers = [s for s in scene.place(cue.start).states if s.form == "name" and s.span.end == cue.start - 1]
    return any(scene.patterns.relative.search(scene.text, one.end, s.span.start) for s in doers)


def _is_done_by_state(scene: Scene, one: Sum, cue: Cue) -> bool:
    """Whether a country is said to trade just so much: "South Korea bought $63 million of that"."""
    said, gap = scene.between(cue.start, cue.end), scene.between(cue.end, one.start)
    if not scene.patterns.trading.fullmatch(said) or scene.patterns.in_exchange.match(scene.text, one.end):
        return False
    if len(gap) > _SO_MUCH and not (len(gap) <= _PAID_FOR and scene.patterns.for_it.search(gap)):
        return False
    place = scene.place(cue.start)
    if any(b.kind == "company" for b in place.bodies):
        return False  # "Poland has bought $2.4 billion worth of howitzers from Hanwha"
    names = [s for s in place.states if s.form == "name"]
    return any(_is_subject(scene.between(s.span.end, cue.start).strip(), scene) for s in names)


def _is_subject(gap: str, scene: Scene) -> bool:
    return not gap or scene.patterns.own_verb.fullmatch(gap) is not None


def _is_the_other_way(scene: Scene, cue: Cue) -> bool:
    """Whether the trade the other way was told before it: "bought $7 billion from Korea and sold it $2 billion"."""
    cues = scene.cues(scene.number(cue.start))
    lead = scene.between(cue.start - _JOINED, cue.start)
    if not scene.patterns.joins.search(lead) and not scene.patterns.breaks.search(lead):
        return False
    other = "imports" if cue.value == "exports" else "exports"
    return any(c.value == other and c.how in ("strong", "words", "across") and c.end <= cue.start for c in cues)


def _is_led(scene: Scene, state: StateMention) -> bool:
    """Whether goods come from or go to ``state``."""
    return scene.is_beside(scene.patterns.to, state.span) or scene.is_beside(scene.patterns.from_, state.span)


def _is_in_return(scene: Scene, one: Sum, cue: Cue) -> bool:
    """Whether the amount is paid for something: "paid $2 million for", "took 5 percent for $2 million"."""
    if not 0 <= one.start - cue.end <= _PAID_FOR:
        return False
    if _is_done_by_state(scene, one, cue):
        return False  # "Korea bought 1.3 million tonnes of pellets for $192 million"
    gap = scene.between(cue.end, one.start)
    behind = len(gap) <= _ACROSS and scene.patterns.in_exchange.match(scene.text, one.end)
    return bool(behind or scene.patterns.for_it.search(gap))


def _is_lone(scene: Scene, one: Sum, cue: Cue) -> bool:
    """Whether the word is no place: "the Korean market", but not "to the Korean market"."""
    return not scene.patterns.places.search(scene.between(max(cue.start - 40, 0), cue.start))


def _is_direct(scene: Scene, one: Sum, cue: Cue) -> bool:
    """Whether the word stands right behind the amount: "101억 원 줄었다"."""
    return cue.start >= one.end and not scene.between(one.end, cue.start).strip()


def _is_taken(scene: Scene, one: Sum, cue: Cue) -> bool:
    """Whether the amount is the object or the subject of the verb: "23억 달러를 남겼다", "10억 원이 넘게 들었다"."""
    if not scene.patterns.head_final:
        return _is_object(scene, one, cue)
    return cue.start >= one.end and bool(scene.patterns.governed.fullmatch(scene.between(one.end, cue.start)))


def _is_object(scene: Scene, one: Sum, cue: Cue) -> bool:
    """Whether the amount is right behind the verb: "raked in $17 million", "sold $17 million of gearboxes"."""
    if cue.end > one.start or not scene.patterns.so_much.fullmatch(scene.between(cue.end, one.start)):
        return False
    return cue.value != "sales" or scene.patterns.of_goods.match(scene.text, one.end) is not None


def _is_alone(scene: Scene, one: Sum, cue: Cue) -> bool:
    """Whether no loud word of the sentence speaks of another measure, which a mere hint would not outweigh."""
    cues = (c for c in scene.cues(scene.number(cue.start)) if c.kind == "measure" and c.how in ("strong", "words"))
    others = [o for o in scene.place(cue.start).sums if o is not one]
    said = (c for c in cues if not any(_is_right_behind(scene, o, c) for o in others))
    return all(c.value in (cue.value, "investment") for c in said)


def _is_right_behind(scene: Scene, other: Sum, cue: Cue) -> bool:
    """Whether a word follows another amount, which it then speaks of: "a single $730 million polypropylene project"."""
    gap = scene.between(other.end, cue.start)
    return other.end <= cue.start and len(gap) <= _BEHIND and not any(c in gap for c in ",;.")


#: The field of the TOML file that a word stands in → what must hold for it to count.
CONDITIONS = {
    "direct": _is_direct,
    "takes": _is_taken,
    "counted": _is_counted,
    "toward": _is_toward,
    "onward": _is_onward,
    "across": _is_across,
    "in_return": _is_in_return,
    "lone": _is_lone,
    "hint": _is_alone,
}
