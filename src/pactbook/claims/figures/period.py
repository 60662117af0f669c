"""Which time an amount covers."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from pactbook.claims.figures.scene import Place, Scene, Sum
from pactbook.knowledge.measures import PeriodKind
from pactbook.model import edtf
from pactbook.model.mention import DateMention

#: A date before the amount is a little farther than it looks; one past another amount or thought is far.
_BEFORE, _PAST_AMOUNT, _PAST_BREAK, _FAR = 15, 60, 40, 1000
_REACH: dict[PeriodKind, int] = {"flow": 170, "stock": 90, "term": 110, "once": 60, "rate": 45}
#: A single day stands for its year where the amount is so much a year, and the day lies long ago.
_LONG_AGO = 300
_FRONTED, _FRONTED_TOPIC = 24, 8
#: Dates that stocks are told of: "cuối năm 2022", "cuối quý I".
_ENDS = ("year-end", "quarter-end", "month-end")
#: A date that is said to be that of a stock is so much nearer than it looks.
_AS_OF = 40
#: A figure goes on about the time of one so many sentences before.
_SAME_TIME = 2
#: The same for a date behind the amount in a language that says it before; "2030년에는 1500억 달러"
_BEHIND, _RIGHT_BEFORE = 40, 6
#: "earned 381 billion won that year"
_RIGHT_BEHIND = 12
#: Two amounts so near are the ends of a change.
_CHANGE = 6
#: "In the same period of [2022], it was"
_OPENING = 30
#: How far back a day, month or year has its leading words ("as of", "since").
_LEAD = 40


class Period(Struct, frozen=True):
    """An EDTF value and the date that says it; ``rule`` tells how it was chosen."""

    value: str
    date: DateMention
    rule: str


def period_of(scene: Scene, one: Sum, kind: PeriodKind) -> Period | None:
    """The nearest date of the sentence that can be the time of an amount of this kind."""
    best: tuple[int, Period] | None = None
    for date in scene.places[one.sentence].dates:
        value = _value(scene, one, date, kind)
        if value is None or _is_of_another(scene, one, date) or _is_afterthought(scene, one, date, kind):
            continue
        distance = _distance(scene, one, date, kind)
        if distance <= _REACH[kind] and (best is None or distance < best[0]):
            best = distance, Period(value, date, kind)
    return best[1] if best else None


def time_before(scene: Scene, one: Sum, before: list[tuple[Sum, Period | None]]) -> Period | None:
    """The time that an amount without a date goes on about: that of the figure before, or of the sentence before."""
    if scene.is_cumulative(one) and not any(period and other.sentence == one.sentence for other, period in before):
        return None
    if begins_a_change(scene, one):  # "up from $809 million"
        return None
    place = scene.places[one.sentence]
    said_same = scene.patterns.same_period.search(scene.text, place.sentence.start, place.sentence.end)
    for other, period in reversed(before):
        if one.sentence - other.sentence > _SAME_TIME and not said_same:
            break
        if begins_a_change(scene, other) or _is_compared(
            scene, other, period
        ):  # "than the $79 billion of the year before"
            continue
        since = max(period.date.span.end if period else 0, other.end)
        if _ends_a_change(scene, since, one):  # "from $1 million in 1992 to $87 billion"
            return None
        if other.sentence == one.sentence and _is_in_contrast(scene, other, one):
            return None
        if period:
            return replace(period, rule="same-time") if _goes_on(scene, one, period) else None
    return _sentence_before(scene, one)


def _is_in_contrast(scene: Scene, other: Sum, one: Sum) -> bool:
    """Whether the amount is set against the one before: "5억 달러에 불과했으나 800억 달러를 넘었다"."""
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
        value = _value(scene, one, date, "flow")
        if value and edtf.precision(value) in ("interval", "year"):
            return Period(value, date, "sentence-before")
    return None


def begins_a_change(scene: Scene, one: Sum) -> bool:
    """Whether the amount is what another one has changed from: "up from $809 million"."""
    return scene.is_beside(scene.patterns.not_period, one) or scene.is_beside(scene.patterns.from_, one)


def _is_compared(scene: Scene, other: Sum, period: Period | None) -> bool:
    """Whether an amount stands in brackets behind its date, for comparison: "전년(610억 달러)보다"."""
    return period is not None and _is_bracketed(scene, other, period.date)


def _is_bracketed(scene: Scene, one: Sum, date: DateMention) -> bool:
    """Whether the amount stands in brackets right behind its date: "지난해 같은 기간(406억 달러)"."""
    gap = scene.between(date.span.end, one.start)
    return gap.strip() == "(" or (gap.endswith("(") and bool(scene.patterns.same_span.fullmatch(gap[:-1])))


def _is_end_of_change(scene: Scene, one: Sum) -> bool:
    return begins_a_change(scene, one) or scene.is_beside(scene.patterns.to, one)


def _ends_a_change(scene: Scene, since: int, one: Sum) -> bool:
    gap = scene.between(since, one.start).strip()
    return bool(scene.patterns.to.before.fullmatch(gap) or scene.patterns.from_.behind.fullmatch(gap))


def _value(scene: Scene, one: Sum, date: DateMention, kind: PeriodKind) -> str | None:
    """What ``date`` says as a period of this kind, or None where it cannot be one."""
    if date.value is None:
        return None
    compared = _is_of_comparison(scene, date) and not _is_deadline(scene, date)
    if compared and not _introduces(scene, one, date):
        return None
    precision = edtf.precision(date.value)
    if precision in ("unresolved", "decade"):
        return None
    if kind == "flow" and date.rule.startswith("year-end") and precision == "month":
        return date.value[:4]
    if kind == "stock" and date.rule == "year-relative":  # "last year" is never the day of a stock
        return date.value
    if kind == "stock" and precision == "year" and _is_same_span_of(scene, date):
        return date.value
    if kind == "stock" and precision == "year" and 0 < date.span.start - one.end <= _RIGHT_BEHIND:
        return date.value
    return _AS[kind](scene, date, date.value, precision)


def _is_of_comparison(scene: Scene, date: DateMention) -> bool:
    """Whether words before the date, or with its first word ("bằng 57% cả năm ngoái"), say that it is another's."""
    first = scene.text.find(" ", date.span.start, date.span.end)
    words = scene.patterns.not_period
    with_first = words.before.search(scene.text, max(date.span.start - _LEAD, 0), first) if first > 0 else None
    if with_first and with_first.start() < date.span.start:
        return True
    return scene.is_beside(scene.patterns.not_period, date.span)


def _introduces(scene: Scene, one: Sum, date: DateMention) -> bool:
    """Whether the amount of the time compared with follows in brackets: "cùng kỳ 2022 (20,6 tỷ USD)"."""
    gap = scene.between(one.end, date.span.start)
    said = not scene.patterns.than.search(gap)
    if 0 < len(gap) < _LEAD and said and _is_same_span_of(scene, date):
        return not _is_between(scene, one, date)  # "$336 million in the same period of 2022"
    return _is_bracketed(scene, one, date) or _opens(scene, one, date)


def _opens(scene: Scene, one: Sum, date: DateMention) -> bool:
    """Whether the sentence is about the time compared with: "Cùng kỳ năm ngoái, con số là 61 triệu USD"."""
    place = scene.places[one.sentence]
    lead = scene.between(place.sentence.start, date.span.start).strip()
    if date.span.start > one.start or len(lead) > _OPENING or not _is_same_span_of(scene, date):
        return False
    behind = scene.patterns.same_span.match(scene.text, date.span.end)
    if scene.patterns.not_period.behind.match(scene.text, behind.end() if behind else date.span.end):
        return False  # "전년 동기 대비"
    return not lead or scene.patterns.same_span_of.fullmatch(lead) is not None


def _is_same_span_of(scene: Scene, date: DateMention) -> bool:
    """Whether the date names the year of months told before: "in the same period of [2022]"."""
    if scene.patterns.year_earlier.search(date.span.text):
        return True
    if scene.patterns.same_span.match(scene.text, date.span.end):
        return True
    return bool(scene.patterns.same_span_of.search(scene.text, max(date.span.start - _LEAD, 0), date.span.start))


def _is_between(scene: Scene, one: Sum, date: DateMention) -> bool:
    """Whether another amount stands between an amount and a date."""
    return any(one.end <= s.start < date.span.start for s in scene.places[one.sentence].sums)


def in_same_months(scene: Scene, period: Period | None, before: list[Period | None]) -> Period | None:
    """The same months of another year, where a date points to those told before: "전년 동기(72만 달러)"."""
    if period is None or edtf.precision(period.value) != "year":
        return period
    behind = scene.patterns.same_span.match(scene.text, period.date.span.end)
    if not behind and not _is_same_span_of(scene, period.date):
        return period
    told = next((p.value for p in reversed(before) if p), None)
    if told is None:
        return period
    months = [v.partition("-")[2] for v in told.split("/")]
    if edtf.precision(told) not in ("interval", "month") or not all(len(m) == 2 for m in months):
        return period
    values = [f"{period.value}-{m}" for m in months]
    return replace(period, value=edtf.interval(*values) if len(values) == 2 else values[0])


def _flow(scene: Scene, date: DateMention, value: str, precision: str) -> str | None:
    if precision == "interval" and "day" in {edtf.precision(v) for v in value.split("/")}:
        return None
    if precision == "month" and scene.is_beside(scene.patterns.counted_from_new_year, date.span):
        return edtf.interval(f"{value[:4]}-01", value)
    if precision != "day":
        return value
    bounds, published = edtf.bounds(value), scene.article.published
    now = edtf.bounds(published) if published else None
    if bounds and now and (now[0] - bounds[1]).days > _LONG_AGO:
        return value[:4]
    return None


def _stock(scene: Scene, date: DateMention, value: str, precision: str) -> str | None:
    if precision == "interval":
        return _term(scene, date, value, precision)
    month = precision == "month" and scene.is_beside(scene.patterns.counted_from_new_year, date.span)
    piled_up = scene.patterns.piled_up
    if month and piled_up and not piled_up.search(scene.text, *_ends(scene, date)):
        return edtf.interval(f"{value[:4]}-01", value)
    bare = scene.patterns.bare_dates and (precision == "year" or date.rule.startswith(_ENDS))
    return value if bare or scene.is_beside(scene.patterns.as_of, date.span) else None


def _ends(scene: Scene, date: DateMention) -> tuple[int, int]:
    sentence = scene.place(date.span.start).sentence
    return sentence.start, sentence.end


def _term(scene: Scene, date: DateMention, value: str, precision: str) -> str | None:
    if precision == "interval":
        return value if "day" not in {edtf.precision(v) for v in value.split("/")} else None
    if precision == "year":
        lead = scene.between(max(date.span.start - _LEAD, 0), date.span.start)
        return (
            value if scene.is_beside(scene.patterns.deadline, date.span) or not lead.rstrip().endswith("the") else None
        )
    return value if precision == "month" and _is_deadline(scene, date) else None


def _once(scene: Scene, date: DateMention, value: str, precision: str) -> str | None:
    if precision == "interval":
        return _term(scene, date, value, precision)
    return value if precision != "day" and _is_deadline(scene, date) else None


def _rate(scene: Scene, date: DateMention, value: str, precision: str) -> str | None:
    return value if precision in ("day", "year", "month", "interval") else None


_AS = {"flow": _flow, "stock": _stock, "term": _term, "once": _once, "rate": _rate}


def _distance(scene: Scene, one: Sum, date: DateMention, kind: PeriodKind) -> int:
    gap = scene.between(one.end, date.span.start) or scene.between(date.span.end, one.start)
    distance = len(gap) + _other_way(scene, date.span.start >= one.end, gap)
    if kind == "stock" and scene.is_beside(scene.patterns.as_of, date.span):
        distance -= _AS_OF
    place = scene.places[one.sentence]
    near, far = min(one.start, date.span.start), max(one.start, date.span.start)
    between = [o for o in place.sums if o is not one and near < o.start < far]
    distance += _PAST_AMOUNT * len(between)
    fronted = _is_fronted(scene, place, date)
    if scene.patterns.by_now.search(gap) and date.span.end <= one.start:
        distance += _FAR
    if between and scene.patterns.contrasts.search(gap) and not fronted:
        distance += _FAR
    if scene.patterns.breaks.search(gap) and not fronted:
        distance += _PAST_BREAK if kind == "flow" else _FAR
    if _leads_the_next(scene, one, date):
        distance += _FAR
    later = [o for o in place.sums if one.end <= o.start < date.span.start]
    if scene.patterns.head_final and any(_leads(scene, o, date) for o in place.sums if o is not one):
        distance += _FAR if date.span.start >= one.end else _PAST_AMOUNT
    if any(_belongs(scene, o, date) and _is_deadline(scene, date) for o in later):
        distance += _FAR
    if date.span.end <= one.start and any(_belongs(scene, o, date) for o in place.sums if o.end <= date.span.start):
        distance += _FAR
    return distance


def _is_afterthought(scene: Scene, one: Sum, date: DateMention, kind: PeriodKind) -> bool:
    """Whether a date behind the amount speaks of something else, where dates stand before their amounts."""
    if not scene.patterns.head_final or kind == "flow" or date.span.start < one.end:
        return False
    if scene.between(one.end, date.span.start).strip() == "(":
        return False
    later = any(o.start >= date.span.end for o in scene.places[one.sentence].sums)
    return later or not _is_deadline(scene, date)


def _other_way(scene: Scene, behind: bool, gap: str) -> int:
    """How much farther a date is that stands on the side of the amount where dates mostly do not."""
    if scene.patterns.head_final:
        return _BEHIND if behind and gap.strip() != "(" else 0
    return 0 if behind else _BEFORE


def _leads(scene: Scene, other: Sum, date: DateMention) -> bool:
    """Whether the date stands right before another amount: "2030년 1500억 달러"."""
    gap = scene.between(date.span.end, other.start)
    return 0 < len(gap) <= _RIGHT_BEFORE and not any(c in gap for c in ",;.)")


def _is_fronted(scene: Scene, place: Place, date: DateMention) -> bool:
    """Whether the date opens its sentence: "In 2016, when ..." goes for all of it."""
    lead = scene.between(place.sentence.start, date.span.start)
    return len(lead) <= (_FRONTED_TOPIC if scene.patterns.head_final else _FRONTED) and not any(c in lead for c in ",;")


def _leads_the_next(scene: Scene, one: Sum, date: DateMention) -> bool:
    """Whether the date opens a new part of the sentence, with an amount of its own: "..., in 2021 $78 billion"."""
    gap = scene.between(one.end, date.span.start)
    if date.span.start < one.end or not (scene.patterns.joins.search(gap) or scene.patterns.breaks.search(gap)):
        return False
    later = next((o for o in scene.places[one.sentence].sums if o.start >= date.span.end), None)
    return later is not None and not any(c in scene.between(date.span.end, later.start) for c in ",;.")


def _belongs(scene: Scene, other: Sum, date: DateMention) -> bool:
    """Whether the date follows another amount directly: "$150 billion by 2030"."""
    gap = scene.between(other.end, date.span.start)
    if scene.patterns.head_final:
        return gap.strip() == "("
    return len(gap) <= 12 and not any(c in gap for c in ",;.") and not scene.patterns.joins.search(gap)


def _is_deadline(scene: Scene, date: DateMention) -> bool:
    return scene.is_beside(scene.patterns.by, date.span)


def _is_of_the_next(scene: Scene, one: Sum, date: DateMention) -> bool:
    """Whether the date is that of the other end of a change: "from $1.5 billion to $2 billion for 2024-2030"."""
    later = [o for o in scene.places[one.sentence].sums if one.end <= o.start < date.span.start]
    if any(_belongs(scene, o, date) and _is_end_of_change(scene, o) for o in later):  # "up from $86 billion in 2022"
        return True
    return bool(later) and later[0].start - one.end <= _CHANGE


def _is_of_another(scene: Scene, one: Sum, date: DateMention) -> bool:
    return _is_of_the_next(scene, one, date) or _is_left_behind(scene, one, date)


def _is_left_behind(scene: Scene, one: Sum, date: DateMention) -> bool:
    """Whether the date is that of the amount which this one is the starting point of: "in 2022, up from $5 billion"."""
    if date.span.end > one.start or not begins_a_change(scene, one):
        return False
    if scene.patterns.head_final and _leads(scene, one, date):
        return False  # "1992년 5억 달러보다"
    return any(date.span.end <= o.start and o.end <= one.start for o in scene.places[one.sentence].sums) or any(
        o.end <= date.span.start for o in scene.places[one.sentence].sums
    )


def is_ahead(scene: Scene, one: Sum) -> bool:
    """Whether a date right before the amount lies ahead, though it is not the time that the amount covers."""
    if not scene.patterns.head_final:
        return False
    right = [d for d in scene.places[one.sentence].dates if 0 <= one.start - d.span.end <= _RIGHT_BEFORE]
    return any(is_past(d.value, scene.article.published) is False for d in right if d.value)


def is_past(period: str | None, published: str | None) -> bool | None:
    """True where all of the period lies before the publication, False where all lies after, None where neither."""
    covered = edtf.bounds(period) if period else None
    now = edtf.bounds(published) if published else None
    if covered is None or now is None:
        return None
    return True if covered[1] < now[0] else False if covered[0] > now[1] else None
