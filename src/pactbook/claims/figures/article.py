"""What each sum of money means: its measure, status, period and sides."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from pactbook.claims.figures.countries import Flow
from pactbook.claims.figures.lent_time import time_lent
from pactbook.claims.figures.measure import measure_of
from pactbook.claims.figures.period import Period, is_past, period_of
from pactbook.claims.figures.reading import Reading, is_foreseen_since, is_part
from pactbook.claims.figures.same_time import in_same_months, is_told_of_now
from pactbook.claims.figures.scene import Cue, Scene, Sum
from pactbook.claims.figures.sides import sides_of
from pactbook.claims.figures.status import status_of
from pactbook.claims.figures.vote import Vote
from pactbook.knowledge.measures import Measure, measures
from pactbook.model import edtf
from pactbook.model.article import Article
from pactbook.model.claim import Because, Body, FigureClaim
from pactbook.model.mention import Mentions
from pactbook.model.span import Span

#: Two amounts that are the same but of different measures are one figure only if one of them is unsure.
_SURE, _UNSURE = 1.5, 1.4

Scored = tuple[float, FigureClaim]


def claim_figures(article: Article, mentions: Mentions, bodies: Sequence[Body]) -> tuple[FigureClaim, ...]:
    """One figure per amount and meaning, in the order of the text."""
    if not mentions.money or not article.sentences:
        return ()
    scene = Scene(article, mentions)
    readings: list[Reading] = []
    for one in scene.sums:
        readings.append(_read(scene, one, readings))
    claims: list[Scored] = []
    for reading in readings:
        for claim in _claims(scene, reading):
            _add(claims, _sureness(scene, reading), claim)
    return tuple(claim for _, claim in claims)


def _read(scene: Scene, one: Sum, before: list[Reading]) -> Reading:
    vote = measure_of(scene, one, [(r.sum, r.vote) for r in before])
    measure = _as_told(scene, one, vote)
    period = period_of(scene, one, measure.period)
    period = in_same_months(scene, period, [r.period for r in before])
    aimed = period is not None and _is_aimed_anew(scene, one, period)
    if aimed:
        period = None
    last = before[-1] if before and before[-1].sum.sentence == one.sentence and not aimed else None
    alike = last and last.measure.sides == measure.sides and not _stands_apart(scene, last, one)
    beside = last.standing.status if last and alike else None
    standing = status_of(scene, one, measure, period, beside)
    if period is None and standing.status == "target" and not aimed:
        period = _aimed_at(scene, one)
    reading = Reading(one, vote, measure, period, standing)
    if period is None:
        reading.period = time_lent(scene, reading, before, aimed=aimed)
    flows = [_flow(r) for r in before if r.is_trade == reading.is_trade]
    reading.sides = sides_of(scene, one, measure.sides, vote.cue, flows)
    return reading


def _stands_apart(scene: Scene, last: Reading, one: Sum) -> bool:
    """Whether the status of the amount before in the sentence says nothing of this one's."""
    status = last.standing.status
    if status == "pledged" and is_part(scene, last, one):
        return True  # what is promised may be paid in part
    if _has_own_time(scene, last, one):
        return True  # "지난해 1600억 원을 수출했고 올해는 2200억 원을"
    if scene.is_beside(scene.patterns.from_, last.sum) and scene.is_beside(scene.patterns.to, one):
        return True  # "to lift its capital from 8.5 trillion dong to 12.5 trillion dong"
    return status == "actual" and is_foreseen_since(scene, last.sum, one)


def _as_told(scene: Scene, one: Sum, vote: Vote) -> Measure:
    """The measure; profits and the orders of a year are flows, where assets are not and a contract has no time."""
    measure = measures()[vote.measure]
    said = scene.between(vote.cue.start, vote.cue.end) if vote.cue else ""
    if vote.measure == "other" and scene.patterns.profits.search(said):
        return replace(measure, period="flow")  # "a profit of 381 billion won in the first quarter"
    summed = vote.measure == "contract_value" and scene.patterns.summed.fullmatch(said) is not None
    if summed and scene.patterns.head_final:  # the price of a single contract has no date beside it
        told = scene.place(vote.cue.start) if vote.cue else scene.places[one.sentence]
        summed = bool(told.dates or scene.places[one.sentence].dates) or scene.is_cumulative(one)
    return replace(measure, period="flow", status="actual") if summed else measure


def _is_aimed_anew(scene: Scene, one: Sum, period: Period) -> bool:
    """Whether an aim is told behind another amount, which the past date is of: "$2bn last year; to lift it to $3bn"."""
    if not is_past(period.value, scene.article.published):
        return False
    if _is_aimed_behind(scene, one, period):
        return True
    between = [o for o in scene.places[one.sentence].sums if period.date.span.end <= o.start and o.end <= one.start]
    aims = [c for c in scene.cues(one.sentence) if c.kind == "status" and c.value == "target" and c.how != "weak"]
    return bool(between) and any(between[-1].end <= c.start < one.start for c in aims)


def _is_aimed_behind(scene: Scene, one: Sum, period: Period) -> bool:
    """Whether the past date closes what is told of another amount: "$17bn in the ten months, past its goal of"."""
    there, sums = period.date.span, scene.places[one.sentence].sums
    if scene.patterns.head_final or not any(o.end <= there.start for o in sums):
        return False
    if any(there.end <= o.start < one.start for o in sums):
        return False
    ahead = [c for c in scene.cues(one.sentence) if c.value in ("target", "forecast") and c.how != "weak"]
    ahead = [c for c in ahead if there.end <= c.start and c.end <= one.start]
    return any(not scene.patterns.estimates.fullmatch(scene.between(c.start, c.end)) for c in ahead)


def _aimed_at(scene: Scene, one: Sum) -> Period | None:
    """The time of an aim, which is no month that has begun: "이달 초 승인을 얻어 자본금을 늘린다"."""
    period = period_of(scene, one, "flow")
    if period and edtf.precision(period.value) == "month":
        return period if is_past(period.value, scene.article.published) is False else None
    return period


def _has_own_time(scene: Scene, last: Reading, one: Sum) -> bool:
    """Whether a word for the present stands between the two amounts, or a date where dates lead their amounts."""
    if is_told_of_now(scene, last.sum, one) or not scene.patterns.head_final:
        return is_told_of_now(scene, last.sum, one)
    return any(last.sum.end <= d.span.start < one.start for d in scene.places[one.sentence].dates)


def _flow(reading: Reading) -> Flow:
    one = reading.sum
    amount = one.mentions[0].high, one.mentions[0].currency
    return Flow(reading.vote.measure, reading.sides, one.sentence, one.end, amount)


def _claims(scene: Scene, reading: Reading) -> list[FigureClaim]:
    source, target = reading.sides
    because = tuple(_because(scene, reading))
    return [
        FigureClaim(
            span=m.span,
            low=m.low,
            high=m.high,
            currency=m.currency,
            qualifier=m.qualifier,
            measure=reading.vote.measure,
            status=reading.standing.status,
            period=reading.period.value if reading.period else None,
            source=source,
            target=target,
            because=(Because("amount", m.span, m.rule), *because),
        )
        for m in reading.sum.mentions
    ]


def _because(scene: Scene, reading: Reading) -> list[Because]:
    reasons = []
    for cell, cue, rule in (
        ("measure", reading.vote.cue, reading.vote.rule),
        ("status", reading.standing.cue, reading.standing.rule),
    ):
        if cue:
            reasons.append(Because(cell, _span(scene, cue), rule))
    if reading.period:
        reasons.append(Because("period", reading.period.date.span, reading.period.rule))
    return reasons


def _span(scene: Scene, cue: Cue) -> Span:
    return Span.of(scene.article.text, cue.start, cue.end)


def _sureness(scene: Scene, reading: Reading) -> float:
    """How sure the measure is; a headline has few words, so the story may always correct it."""
    score = reading.vote.score
    return min(score, _UNSURE) if reading.sum.sentence == scene.headline else score


def _add(claims: list[Scored], score: float, claim: FigureClaim) -> None:
    """Add ``claim``, or let it fill up the claim of the same amount that is there already."""
    for n, (known_score, known) in enumerate(claims):
        if _same_figure(known, claim) and (known.measure == claim.measure or min(score, known_score) < _SURE):
            better, other = (claim, known) if score > known_score else (known, claim)
            period = better.period or other.period
            qualifier = known.qualifier if known.qualifier != "exact" else claim.qualifier
            status = better.status if _tells_status(better) or better.measure != other.measure else other.status
            merged = replace(better, span=known.span, status=status, period=period, qualifier=qualifier)
            if merged.source is merged.target is None and better.measure == other.measure:
                merged = replace(merged, source=other.source, target=other.target)
            claims[n] = max(score, known_score), merged
            return
    claims.append((score, claim))


def _tells_status(claim: FigureClaim) -> bool:
    return any(b.cell == "status" for b in claim.because)


def _same_figure(one: FigureClaim, two: FigureClaim) -> bool:
    if (one.low, one.high, one.currency) != (two.low, two.high, two.currency):
        return False
    return edtf.compatible(one.period, two.period)
