"""What a date says as the time of an amount."""

from __future__ import annotations

from pactbook.claims.figures.scene import Scene, Sum
from pactbook.knowledge.measures import PeriodKind
from pactbook.model import edtf
from pactbook.model.mention import DateMention

#: A single day stands for its year where the amount is so much a year, and the day lies long ago.
_LONG_AGO = 300
#: Dates that stocks are told of: "cuối năm 2022", "cuối quý I".
_ENDS = ("year-end", "quarter-end", "month-end")
#: Months that may be just so long: "hai tháng".
_SO_FAR = "months-so-far"
#: What is earned, owned or built is not told by the season: "up by a fifth since spring".
_SEASON = "season"
#: "earned 381 billion won that year"
_RIGHT_BEHIND = 12
#: "In the same period of [2022], it was"
_OPENING = 30
#: A date that an amount is said to be of ends so.
_OWNED = ("'s ", "’s ")
#: "the same month[ of ]2020"
_OF = 6
#: How far back a day, month or year has its leading words ("as of", "since").
_LEAD = 40


def value_as(scene: Scene, one: Sum, date: DateMention, kind: PeriodKind) -> str | None:
    """What ``date`` says as a period of this kind, or None where it cannot be one."""
    if date.value is None or (date.rule == _SEASON and kind != "flow"):
        return None
    compared = _is_of_comparison(scene, date) and not is_deadline(scene, date)
    compared = compared and not (kind == "rate" and _holds_from(scene, one, date))
    if compared and not _introduces(scene, one, date) and not possesses(scene, date, one):
        return None
    precision = edtf.precision(date.value)
    if precision in ("unresolved", "decade") or _is_of_year_told(scene, date) or _repeats_months(scene, date):
        return None
    if _begins_a_span(scene, date):
        return None
    since = _since(scene, date) if kind in ("flow", "stock") else None
    if since:
        return since
    if kind == "flow" and date.rule.startswith("year-end") and precision == "month":
        return date.value[:4]
    if kind == "stock" and date.rule == "year-relative":  # "last year" is never the day of a stock
        return date.value
    if kind == "stock" and precision == "year" and is_same_span_of(scene, date):
        return date.value
    if kind == "stock" and precision == "year" and 0 < date.span.start - one.end <= _RIGHT_BEHIND:
        return date.value
    return _AS[kind](scene, date, date.value, precision)


def _repeats_months(scene: Scene, date: DateMention) -> bool:
    """Whether "the same month" says which months of a year are meant: "지난해 [같은 달]", "[same month] of 2020"."""
    dates = scene.place(date.span.start).dates
    years = [d.span.end for d in dates if 0 <= date.span.start - d.span.end <= 1]
    if years and scene.patterns.same_span.match(scene.text, years[-1]):
        return True
    behind = next((d.span.start for d in dates if 0 < d.span.start - date.span.end <= _OF), None)
    if behind is None:
        return False
    told = scene.patterns.same_span_of.search(scene.text, max(date.span.start - _LEAD, 0), behind)
    return told is not None and told.end() > date.span.end


def _is_of_year_told(scene: Scene, date: DateMention) -> bool:
    """Whether "the whole year" is that of a date before it: "In 2013 the deficit was $14bn for the whole year"."""
    if not scene.patterns.whole_year.fullmatch(date.span.text):
        return False
    before = [d for d in scene.place(date.span.start).dates if d.value and d.span.end <= date.span.start]
    return any(d.value and edtf.precision(d.value) == "year" for d in before)


def _begins_a_span(scene: Scene, date: DateMention) -> bool:
    """Whether another date closes what this one begins: "from the beginning of the year to July 20"."""
    later = next((d for d in scene.place(date.span.start).dates if d.span.start >= date.span.end), None)
    return later is not None and _since(scene, later) is not None


def _since(scene: Scene, date: DateMention) -> str | None:
    """The span that the date closes: "from the beginning of the year to July 20"."""
    dates = scene.place(date.span.start).dates
    first = next((d for d in reversed(dates) if d.span.end <= date.span.start), None)
    if first is None or not first.value or not date.value or scene.patterns.head_final:
        return None
    gap = scene.between(first.span.end, date.span.start).strip()
    if not scene.patterns.from_.leads(scene.text, first.span.start) or not scene.patterns.to.before.fullmatch(gap):
        return None
    ends = edtf.bounds(first.value), edtf.bounds(date.value)
    if not ends[0] or not ends[1] or ends[0][0] > ends[1][0]:
        return None
    month = edtf.precision(date.value) == "month"
    start = ends[0][0].isoformat()[:7] if month else ends[0][0].isoformat()
    return edtf.interval(start, date.value) if month or edtf.precision(date.value) == "day" else None


def possesses(scene: Scene, date: DateMention, one: Sum) -> bool:
    """Whether the amount is said to be that of the date: "last year's $2 billion"."""
    return scene.between(date.span.end, one.start) in _OWNED


def _holds_from(scene: Scene, one: Sum, date: DateMention) -> bool:
    """Whether a wage or price is told to hold from a date to come: "9.860 won/giờ từ năm 2024"."""
    if date.value is None or scene.article.published is None:
        return False
    told, published = edtf.bounds(date.value), edtf.bounds(scene.article.published)
    ahead = told is not None and published is not None and told[0] > published[1]
    return ahead and date.span.start >= one.end and scene.patterns.from_.leads(scene.text, date.span.start)


def _is_of_comparison(scene: Scene, date: DateMention) -> bool:
    """Whether words before the date, or with its first word ("bằng 57% cả năm ngoái"), say that it is another's."""
    first = scene.text.find(" ", date.span.start, date.span.end)
    words = scene.patterns.not_period
    with_first = words.before.search(scene.text, max(date.span.start - _LEAD, 0), first) if first > 0 else None
    if with_first and with_first.start() < date.span.start:
        return True
    if scene.patterns.year_earlier.search(date.span.text) and scene.patterns.from_.leads(scene.text, date.span.start):
        return True  # "up 14 percent from a year earlier"
    return scene.is_beside(scene.patterns.not_period, date.span)


def _introduces(scene: Scene, one: Sum, date: DateMention) -> bool:
    """Whether the amount of the time compared with follows in brackets: "cùng kỳ 2022 (20,6 tỷ USD)"."""
    gap = scene.between(one.end, date.span.start)
    behind = scene.patterns.same_span.match(scene.text, date.span.end) if scene.patterns.head_final else None
    if behind and scene.patterns.not_period.behind.match(scene.text, behind.end()):
        return False  # "51억 달러(전년 동기 대비 4.2% 증가)"
    said = not scene.patterns.than.search(gap)
    if 0 < len(gap) < _LEAD and said and is_same_span_of(scene, date):
        return not _is_between(scene, one, date)  # "$336 million in the same period of 2022"
    led = scene.between(date.span.end, one.start).strip()
    if is_same_span_of(scene, date) and scene.patterns.own_verb.fullmatch(led):
        return True  # "cùng kỳ năm ngoái là 158 triệu USD"
    return is_bracketed_behind(scene, one, date) or _opens(scene, one, date)


def _opens(scene: Scene, one: Sum, date: DateMention) -> bool:
    """Whether the sentence is about the time compared with: "Cùng kỳ năm ngoái, con số là 61 triệu USD"."""
    place = scene.places[one.sentence]
    lead = scene.between(place.sentence.start, date.span.start).strip()
    if date.span.start > one.start or len(lead) > _OPENING or not is_same_span_of(scene, date):
        return False
    behind = scene.patterns.same_span.match(scene.text, date.span.end)
    if scene.patterns.not_period.behind.match(scene.text, behind.end() if behind else date.span.end):
        return False  # "전년 동기 대비"
    return not lead or scene.patterns.same_span_of.fullmatch(lead) is not None


def is_bracketed_behind(scene: Scene, one: Sum, date: DateMention) -> bool:
    """Whether the amount stands in brackets right behind its date: "지난해 같은 기간(406억 달러)"."""
    gap = scene.between(date.span.end, one.start)
    if scene.patterns.head_final and gap.endswith(" ") and scene.patterns.same_span.fullmatch(gap[:-1]):
        return True  # "지난해 같은 기간 204억 달러에서"
    return gap.strip() == "(" or (gap.endswith("(") and bool(scene.patterns.same_span.fullmatch(gap[:-1])))


def is_same_span_of(scene: Scene, date: DateMention) -> bool:
    """Whether the date names the year of months told before: "in the same period of [2022]"."""
    if scene.patterns.year_earlier.search(date.span.text):
        return True
    if scene.patterns.same_span.match(scene.text, date.span.end):
        return True
    return bool(scene.patterns.same_span_of.search(scene.text, max(date.span.start - _LEAD, 0), date.span.start))


def _is_between(scene: Scene, one: Sum, date: DateMention) -> bool:
    """Whether another amount stands between an amount and a date."""
    return any(one.end <= s.start < date.span.start for s in scene.places[one.sentence].sums)


def _flow(scene: Scene, date: DateMention, value: str, precision: str) -> str | None:
    if precision == "interval" and "day" in {edtf.precision(v) for v in value.split("/")}:
        return value if value.partition("/")[0].endswith("-01") else None  # "shipments of Nov. 1-10"; a fair is no time
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
        return _flow(scene, date, value, precision)
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
    return value if precision == "month" and is_deadline(scene, date) else None


def _once(scene: Scene, date: DateMention, value: str, precision: str) -> str | None:
    if precision == "interval":
        return _term(scene, date, value, precision)
    return value if precision != "day" and is_deadline(scene, date) else None


def _rate(scene: Scene, date: DateMention, value: str, precision: str) -> str | None:
    if date.rule == _SO_FAR:
        return None  # "dạy nghề trong hai tháng, thù lao 2,4 triệu won"
    return value if precision in ("day", "year", "month", "interval") else None


_AS = {"flow": _flow, "stock": _stock, "term": _term, "once": _once, "rate": _rate}


def is_deadline(scene: Scene, date: DateMention) -> bool:
    """Whether words say that it is the time until which: "by 2030"."""
    return scene.is_beside(scene.patterns.by, date.span)
