"""What words mean that stand for one measure or another: "investment" of a firm or of a country, "takings", "sales"."""

from __future__ import annotations

from pactbook.claims.figures.conditions import CONDITIONS
from pactbook.claims.figures.countries import HOME
from pactbook.claims.figures.scene import Scene, Sum
from pactbook.claims.figures.spending import cost, is_of_an_office, is_of_countries, sales, spending
from pactbook.claims.figures.vote import TRADE
from pactbook.model.mention import StateMention

#: "will put $1 billion into a plant"
_INTO = 12
#: What a clause is about is named so near its start.
_OPENING = 30
#: How many sentences back the way of trade is looked for that another is the opposite of; how it is told.
_TOLD_BEFORE = 2
#: So near an amount a stake is spoken of that it buys.
_BESIDE = 40
_TRADES = ("strong", "words", "toward")
_LOUD = ("strong", "words", "across")


def _investment(scene: Scene, one: Sum) -> str:
    """A firm's investment is a project's capital; a country's, or that of all its firms, is registered capital."""
    place = scene.places[one.sentence]
    if place.states and scene.patterns.many_firms.search(scene.text, place.sentence.start, one.start):
        return "fdi_registered"
    firms = [b.span.start for b in place.bodies if b.kind == "company" and b.span.start < one.start]
    firms += [c.start for c in scene.cues(one.sentence) if c.kind == "firm" and c.start < one.start]
    named = [s for s in place.states if s.form in ("name", "adjective") and s.span.start < one.start]
    states = [s for s in named if s.country in HOME or not scene.is_beside(scene.patterns.from_, s.span)]
    built = [c for c in scene.cues(one.sentence) if c.value == "project_capital" and c.how != "weak"]
    counted = [c for c in scene.cues(one.sentence) if c.how == "counted" and c.value == "fdi_registered"]
    many = any(c.end <= one.start and CONDITIONS["counted"](scene, one, c) for c in counted)
    into_one = any(0 <= c.start - one.end <= _INTO and "," not in scene.between(one.end, c.start) for c in built)
    if (many or (states and not _is_of_works(scene, one))) and not firms and not into_one:
        return "fdi_registered"
    return "budget" if scene.patterns.head_final and not built and is_of_an_office(scene, one) else "project_capital"


def _is_of_works(scene: Scene, one: Sum) -> bool:
    """Whether works are what the clause is about: "the Korean-backed terminal requires an investment of"."""
    place = scene.places[one.sentence]
    since = max((o.end for o in place.sums if o.end <= one.start), default=place.sentence.start)
    told = [c for c in scene.cues(one.sentence) if c.kind == "measure" and since <= c.start and c.end <= one.start]
    first = min(told, key=lambda c: (c.start, -c.end), default=None)
    if first is None or first.value != "project_capital" or first.how not in ("strong", "words"):
        return False
    return first.start - since <= _OPENING and not any(c.how == "counted" and c.start == first.start for c in told)


def _surplus(scene: Scene, one: Sum) -> str:
    """A surplus is one in trade, but what a firm makes where no country and no trade is spoken of is its profit."""
    place, cues = scene.places[one.sentence], scene.cues(one.sentence)
    firms = any(b.kind == "company" for b in place.bodies) or any(c.kind == "firm" for c in cues)
    sells = any(c.value in ("revenue", "sales") for c in cues)
    trade = any(c.value in TRADE for c in cues) or (not sells and any(s.form != "capital" for s in place.states))
    earns = any(c.value == "revenue" for n in (one.sentence, max(one.sentence - 1, 0)) for c in scene.cues(n))
    return "other" if (firms or earns) and not trade else "trade_balance"


def _opposite(scene: Scene, one: Sum) -> str:
    """The way that was not told last: behind exports, "the other way" are imports."""
    place = scene.places[one.sentence].sentence
    for number in range(one.sentence, max(one.sentence - _TOLD_BEFORE, 0) - 1, -1):
        cues = [c for c in scene.cues(number) if c.value == "opposite" or (c.value in TRADE[1:3] and c.how in _LOUD)]
        if number == one.sentence:
            turns = [c.start for c in cues if c.value == "opposite" and c.start < one.start]
            cues = [c for c in cues if c.start < (turns[0] if turns else place.start)]
        told = [c for c in cues if c.value != "opposite"]
        if told:
            return "exports" if told[-1].value == "imports" else "imports"
    return "imports"


def _total(scene: Scene, one: Sum) -> str:
    """The way of trade that an amount before in the sentence is of: "tôm đem về 31 triệu USD, nâng tổng kim ngạch"."""
    place = scene.places[one.sentence]
    first = place.sums[0]
    if first is one:
        return "trade_turnover"
    ways = {c.value for c in scene.cues(one.sentence) if c.end <= one.start and c.how in (*_TRADES, "onward")}
    told = [way for way in TRADE if way in ways]
    return told[0] if len(told) == 1 and told[0] in TRADE[1:3] else "trade_turnover"


def _purchase(scene: Scene, one: Sum) -> str:
    """What is bought is a stake where one is spoken of beside the amount: "410 triệu USD mua của B 16% vốn"."""
    sentence = scene.places[one.sentence].sentence
    start, end = max(sentence.start, one.start - _BESIDE), min(sentence.end, one.end + _BESIDE)
    if scene.patterns.stake.search(scene.text, start, end):
        return "contract_value"
    bought = scene.patterns.head_final and scene.patterns.worth.match(scene.text, one.end)
    return "contract_value" if bought and not is_of_countries(scene, one) and has_firm(scene, one) else "imports"


def _turnover(scene: Scene, one: Sum) -> str:
    """A firm's turnover is its revenue; that of two countries, or of goods, is trade."""
    return "revenue" if has_firm(scene, one) else "trade_turnover"


def _takings(scene: Scene, one: Sum) -> str:
    """What a firm brings in is its revenue, what goods bring in are exports, and what a city takes in is neither."""
    if has_firm(scene, one) or _is_made_by_works(scene, one):
        return "revenue"
    near = range(max(one.sentence - _TOLD_BEFORE, 0), one.sentence + 1)
    trade = any(c.value in TRADE and c.how in _TRADES for number in near for c in scene.cues(number))
    trade = trade or any(scene.is_beside(scene.patterns.from_, s.span) for s in _behind(scene, one))
    return "exports" if trade else "other"


def _behind(scene: Scene, one: Sum) -> list[StateMention]:
    """Countries behind the amount, in a language that tells there where goods are sold."""
    if scene.patterns.head_final or scene.patterns.head_first:
        return []
    return [s for s in scene.places[one.sentence].states if s.span.start >= one.end]


def _is_made_by_works(scene: Scene, one: Sum) -> bool:
    """Whether works are told of before the amount, which bring in what their firm earns: "the two plants generated"."""
    start = scene.places[one.sentence].sentence.start
    if scene.patterns.makers.search(scene.text, start, one.start):
        return True
    works = (c for c in scene.cues(one.sentence) if c.value == "project_capital" and c.how in ("words", "weak"))
    return not scene.patterns.head_final and any(c.end <= one.start for c in works)


def has_firm(scene: Scene, one: Sum) -> bool:
    """Whether a firm is named in the sentence of the amount."""
    firms = (b for b in scene.places[one.sentence].bodies if b.kind == "company")
    return any(firms) or any(c.kind == "firm" for c in scene.cues(one.sentence))


#: Words of these stand for one measure or another.
MEANT = {
    "investment": _investment,
    "surplus": _surplus,
    "opposite": _opposite,
    "imports": _purchase,
    "turnover": _turnover,
    "takings": _takings,
    "total": _total,
    "sales": sales,
    "cost": cost,
    "spending": spending,
}
