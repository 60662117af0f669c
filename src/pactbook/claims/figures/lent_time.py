"""The time that an amount without a date of its own is lent by those told before it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from pactbook.claims.figures.changes import begins_a_change
from pactbook.claims.figures.period import Period, period_of
from pactbook.claims.figures.reading import Reading, is_foreseen_since, is_part
from pactbook.claims.figures.same_time import is_told_of_now, time_before, time_pointed_at
from pactbook.claims.figures.scene import Scene, Sum
from pactbook.model.mention import DateMention
from pactbook.model.span import Span

#: A figure of these without a date goes on about the time told before: "That left Korea $29 billion in the black".
_REMITTED = "remittance"
_GOES_ON = ("trade_turnover", "exports", "imports", "trade_balance", "fdi_registered", "fdi_disbursed", _REMITTED)
#: What a firm makes in a time.
_FIRMS = ("revenue", "other")
_AHEAD = ("target", "forecast")


def time_lent(scene: Scene, reading: Reading, before: Sequence[Reading], *, aimed: bool) -> Period | None:
    """The time of words that point back, of the story, of the firm, or of the amount beside.

    ``aimed``: an aim is told after a past date, which is not its time.
    """
    one, measure, status = reading.sum, reading.measure, reading.standing.status
    period = _pointed_at(scene, reading)
    if period is None and status == "actual" and reading.vote.measure in _GOES_ON:
        told = [r for r in before if _lends(r, reading)]
        period = time_before(scene, one, [(r.sum, r.period, r.vote.measure == reading.vote.measure) for r in told])
    firms = reading.vote.measure != "market_size" and measure.sides == "none"
    if period is None and status == "actual" and measure.period == "flow" and firms:
        period = _time_of_the_firm(scene, one, before)
    if period is None and status in _AHEAD and not aimed:
        period = _time_foreseen_before(scene, reading, before)
    if period is None and status in _AHEAD:
        period = _this_year(scene, one)
    last = _told_last(scene, one, before)
    if period is None and last and last.period and _shares_time(scene, last, reading):
        period = replace(last.period, rule="same-time")
    return period


def _this_year(scene: Scene, one: Sum) -> Period | None:
    """This year, where words beside what is foreseen say so: "expects the year's figure to approach $1 billion"."""
    sentence, published = scene.places[one.sentence].sentence, scene.article.published
    said = scene.patterns.for_the_year.search(scene.text, sentence.start, sentence.end)
    if said is None or not published:
        return None
    span = Span.of(scene.article.text, said.start(), said.end())
    return Period(published[:4], DateMention(span, published[:4], "year-relative"), "flow")


def _pointed_at(scene: Scene, reading: Reading) -> Period | None:
    if reading.measure.period in ("flow", "stock"):
        return time_pointed_at(scene, reading.sum)
    balance = reading.measure.period == "term" and scene.is_balance(reading.sum)
    return period_of(scene, reading.sum, "stock") if balance else None


def _lends(reading: Reading, to: Reading) -> bool:
    """Whether a figure can lend its time to the next one: trade to trade, investment to investment."""
    if _REMITTED in (reading.vote.measure, to.vote.measure) and reading.vote.measure != to.vote.measure:
        return False
    alike = reading.is_trade == to.is_trade
    return reading.vote.measure in _GOES_ON and alike and reading.standing.status == "actual"


def _time_of_the_firm(scene: Scene, one: Sum, before: Sequence[Reading]) -> Period | None:
    """The time of the revenue or profit told just before in the paragraph: "Sales came to $2bn in 2022. Profit was"."""
    told = (r for r in reversed(before) if not begins_a_change(scene, r.sum))  # "60억 원으로 1년 전 20억 원의 세 배다"
    last = next(told, None)
    if last is None or last.period is None or one.sentence - last.sum.sentence != 1:
        return None
    here, there = scene.places[one.sentence], scene.places[last.sum.sentence]
    dates = [d for d in here.dates if not scene.patterns.year_earlier.search(d.span.text)]
    if dates or there.sentence.role != here.sentence.role:
        return None
    flows = last.vote.measure in _FIRMS and last.standing.status == "actual" and last.period.rule in ("flow", "stock")
    return replace(last.period, rule="same-time") if flows else None


def _time_foreseen_before(scene: Scene, reading: Reading, before: Sequence[Reading]) -> Period | None:
    """The time of what was foreseen in the sentence before: "sees $600 million for 2016. Total exports should pass"."""
    one = reading.sum
    last = before[-1] if before else None
    if last is None or last.period is None or one.sentence - last.sum.sentence != 1 or scene.places[one.sentence].dates:
        return None
    here, there = scene.places[one.sentence], scene.places[last.sum.sentence]
    ahead = last.standing.status in ("target", "forecast") and last.measure.period == "flow"
    alike = ahead and here.sentence.paragraph == there.sentence.paragraph and reading.measure.period == "flow"
    return replace(last.period, rule="same-time") if alike else None


def _told_last(scene: Scene, one: Sum, before: Sequence[Reading]) -> Reading | None:
    """The amount before in the sentence that no change begins with: "sales of $41m, from $58m, and lost $9m"."""
    here = (r for r in reversed(before) if r.sum.sentence == one.sentence)
    return next((r for r in here if not begins_a_change(scene, r.sum)), None)


def _shares_time(scene: Scene, last: Reading, reading: Reading) -> bool:
    """Whether a firm's amounts are told together: "revenue of $5 billion and profit of $1 billion in 2022"."""
    one, measure = reading.sum, reading.measure
    if (
        last.sum.sentence != one.sentence
        or measure.period not in ("flow", "stock", "term")
        or is_told_of_now(scene, last.sum, one)
        or is_foreseen_since(scene, last.sum, one)
    ):
        return False
    if _is_part_of(scene, last, one):
        return True
    if measure.sides != "none" or measure.period == "term" or begins_a_change(scene, one) or scene.is_cumulative(one):
        return False
    alike = last.measure.sides == "none" and last.standing.status == "actual"
    since = max((o.end for o in scene.places[one.sentence].sums if o.end <= one.start), default=last.sum.end)
    dates = [d for d in scene.places[one.sentence].dates if not scene.is_beside(scene.patterns.not_period, d.span)]
    told = last.period.date if last.period else None
    if _is_since(scene, one):
        return False
    return alike and not any(since <= d.span.start < one.start and d is not told for d in dates)


def _is_since(scene: Scene, one: Sum) -> bool:
    """Whether a date behind tells since when the amount has piled up: "has raised $470 million since 2010"."""
    place = scene.places[one.sentence]
    behind = next((d.span for d in place.dates if d.span.start >= one.end), None)
    if behind is None or scene.patterns.head_first or scene.patterns.head_final:
        return False
    between = any(one.end <= o.start < behind.start for o in place.sums)
    return not between and scene.is_beside(scene.patterns.not_period, behind)


def _is_part_of(scene: Scene, last: Reading, one: Sum) -> bool:
    """Whether the amount is a part of the one before: "$2 billion this year, including $500 million from Korea"."""
    same = last.measure.sides != "none"
    return same and is_part(scene, last, one)
