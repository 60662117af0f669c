"""Amounts that go on about a time told before."""

from __future__ import annotations

from msgspec.structs import replace

from pactbook.claims.figures.changes import begins_a_change, ends_a_change
from pactbook.claims.figures.period import Period
from pactbook.claims.figures.period_values import is_bracketed_behind, is_same_span_of, value_as
from pactbook.claims.figures.scene import Scene, Sum
from pactbook.model import edtf

#: A figure goes on about the time of one so many sentences before.
_SAME_TIME = 3
#: A table has so many lines at the most, and none longer than this.
_ROWS, _LINE = 40, 80
#: Words that point at a time told before stand so near their amount.
_POINTS = 60
#: So long is a month in EDTF.
_MONTH = 7


def time_before(scene: Scene, one: Sum, before: list[tuple[Sum, Period | None, bool]]) -> Period | None:
    """The time that an amount without a date goes on about: that of the figure before, or of the sentence before.

    ``before`` has for each sum its period, and whether it is of the same measure.
    """
    if scene.is_cumulative(one) and not any(period and other.sentence == one.sentence for other, period, _ in before):
        return None
    place = scene.places[one.sentence]
    now = scene.patterns.by_now.search(scene.text, place.sentence.start, one.start)  # "지금은 820억 달러가"
    if now or begins_a_change(scene, one):  # "up from $809 million"
        return None
    said_same = scene.patterns.same_period.search(scene.text, place.sentence.start, place.sentence.end)
    reach = _SAME_TIME
    for other, period, alike in reversed(before):
        if one.sentence - other.sentence > reach and not said_same:
            break
        if begins_a_change(scene, other) or _is_compared(
            scene, other, period
        ):  # "than the $79 billion of the year before"
            continue
        if period and _is_aside(scene, one, period):  # "Riêng tháng 10, ..."
            reach = one.sentence - other.sentence + _SAME_TIME
            continue
        since = max(period.date.span.end if period else 0, other.end)
        if ends_a_change(scene, since, one):  # "from $1 million in 1992 to $87 billion"
            return None
        if other.sentence == one.sentence and _is_apart(scene, other, one, alike):
            return None
        if period:
            told = _of_the_story(scene, one, period, before)
            return replace(told, rule="same-time") if _goes_on(scene, one, told) else None
    return _sentence_before(scene, one) or _of_the_table(scene, one)


def _of_the_story(scene: Scene, one: Sum, period: Period, before: list[tuple[Sum, Period | None, bool]]) -> Period:
    """The time of the story where that of the figure before was a past year told by the way, in a paragraph before."""
    told = scene.place(period.date.span.start).sentence.paragraph
    if told == scene.places[one.sentence].sentence.paragraph or edtf.precision(period.value) != "year":
        return period
    spans = [p for _, p, _ in before if p and edtf.precision(p.value) == "interval"]
    ends = [bounds[1] for p in spans if (bounds := edtf.bounds(p.value))]
    past = edtf.bounds(period.value)
    return spans[-1] if past and ends and ends[-1] > past[1] else period


def _of_the_table(scene: Scene, one: Sum) -> Period | None:
    """The time that the heading of a table says: "Korean capital, first half of 2019", and below it names and sums."""
    for number in range(one.sentence - 1, max(one.sentence - _ROWS, -1), -1):
        there = scene.places[number].sentence
        line = scene.between(there.start, there.end).rstrip()
        if len(line) > _LINE or line.endswith((".", "!", "?")):
            return None
        for date in reversed(scene.places[number].dates):
            value = value_as(scene, one, date, "flow")
            if value and edtf.precision(value) in ("interval", "year") and not scene.places[number].sums:
                return Period(value, date, "sentence-before")
    return None


def time_pointed_at(scene: Scene, one: Sum) -> Period | None:
    """The months or the quarter told before, where words beside the amount point at them: "in the quarter"."""
    place = scene.places[one.sentence]
    found = [m.span() for m in scene.patterns.that_time.finditer(scene.text, place.sentence.start, place.sentence.end)]
    near = [s for s in found if -_POINTS <= s[0] - one.end <= _POINTS or 0 <= one.start - s[1] <= _POINTS]
    if not near or any(o is not one and _is_between_ends(o, one, near[0]) for o in place.sums):
        return None
    told = (d for n in range(one.sentence, -1, -1) for d in reversed(scene.places[n].dates) if d.span.end <= near[0][0])
    spans = ((d.value, d) for d in told if d.value and edtf.precision(d.value) == "interval")
    # "Between Jan. 1 and March 20" is a time of statistics, a fair of some days is none.
    told_of = ((v, d) for v, d in spans if len(v.split("/")[0]) == _MONTH or v.split("/")[0].endswith("-01"))
    value, date = next(told_of, (None, None))
    return Period(value, date, "same-time") if value and date else None


def _is_between_ends(other: Sum, one: Sum, span: tuple[int, int]) -> bool:
    return min(one.end, span[1]) <= other.start < max(one.start, span[0])


def is_told_of_now(scene: Scene, other: Sum, one: Sum) -> bool:
    """Whether a word for the present parts the amount from one before: "$2 million in 2005, and now $150 million"."""
    return bool(scene.patterns.by_now.search(scene.text, other.end, one.start))


def _is_aside(scene: Scene, one: Sum, period: Period) -> bool:
    """Whether one month of a longer time was told by the way, in another paragraph."""
    told = scene.place(period.date.span.start).sentence.paragraph
    apart = told != scene.places[one.sentence].sentence.paragraph
    return apart and scene.is_beside(scene.patterns.alone, period.date.span)


def _is_apart(scene: Scene, other: Sum, one: Sum, alike: bool) -> bool:
    return is_told_of_now(scene, other, one) or (alike and _is_in_contrast(scene, other, one))


def _is_in_contrast(scene: Scene, other: Sum, one: Sum) -> bool:
    """Whether the amount is set against the one before: "5억 달러에 불과했으나 800억 달러를 넘었다".

    Where a country is named between, it is told of another side: "76억 달러였는데 베트남으로는 3억 달러가 나갔다".
    """
    if any(other.end <= s.span.start < one.start for s in scene.places[one.sentence].states):
        return False
    return bool(scene.patterns.contrasts.search(scene.between(other.end, one.start)))


def _goes_on(scene: Scene, one: Sum, period: Period) -> bool:
    """Stocks are told as of a day, and a stock goes on about no flow of some months unless in the same paragraph."""
    place = scene.places[one.sentence].sentence.paragraph
    if edtf.precision(period.value) == "interval":
        return True
    return period.rule != "stock" or scene.place(period.date.span.start).sentence.paragraph == place


def _sentence_before(scene: Scene, one: Sum) -> Period | None:
    """The span of time that the sentence before in the same paragraph speaks of, where it has no amount of its own."""
    if one.sentence == 0:
        return None
    here, there = scene.places[one.sentence], scene.places[one.sentence - 1]
    if here.sentence.paragraph != there.sentence.paragraph or there.sums or here.dates:
        return None
    for date in reversed(there.dates):
        value = value_as(scene, one, date, "flow")
        if value and edtf.precision(value) in ("interval", "year"):
            return Period(value, date, "sentence-before")
    return None


def _is_compared(scene: Scene, other: Sum, period: Period | None) -> bool:
    """Whether an amount stands there only for comparison: "전년(610억 달러)보다", "against $24 billion a year ago"."""
    if period is None:
        return False
    ago = period.date.span.start >= other.end and scene.patterns.year_earlier.search(period.date.span.text)
    return bool(ago) or is_bracketed_behind(scene, other, period.date)


def _months_behind(scene: Scene, period: Period) -> str | None:
    """The months that the sentence tells elsewhere: "전년 동기 110억 달러였던 수출이 [1분기] 130억 달러로"."""
    dates = [d for d in scene.place(period.date.span.start).dates if d is not period.date and d.value]
    spans = (d.value for d in dates if d.value and edtf.precision(d.value) in ("interval", "month"))
    return next(spans, None)


def in_same_months(scene: Scene, period: Period | None, before: list[Period | None]) -> Period | None:
    """The same months of another year, where a date points to those told before: "전년 동기(72만 달러)"."""
    if period is None or edtf.precision(period.value) != "year":
        return period
    behind = scene.patterns.same_span.match(scene.text, period.date.span.end)
    if not behind and not is_same_span_of(scene, period.date):
        return period
    told = next((p.value for p in reversed(before) if p), None) or _months_behind(scene, period)
    if told is None:
        return period
    months = [v.partition("-")[2] for v in told.split("/")]
    if edtf.precision(told) not in ("interval", "month") or not all(len(m) == 2 for m in months):
        return period
    values = [f"{period.value}-{m}" for m in months]
    return replace(period, value=edtf.interval(*values) if len(values) == 2 else values[0])
