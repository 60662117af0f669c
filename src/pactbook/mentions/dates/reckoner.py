"""What dates are reckoned from: the publication date, the tense, and what the article said before."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from pactbook.knowledge.date_shapes import DateShapes
from pactbook.model import edtf

Slots = dict[str, str]
#: Statistics of a month come out in its last days, before it is over.
EARLY_STATISTICS = timedelta(days=10)
#: A bare day so few days back is told as news, rather than one that lies so far ahead.
JUST_NOW, FAR_AHEAD = timedelta(days=21), timedelta(days=300)


@dataclass(slots=True)
class Said:
    """The year, month and day that the article named last."""

    year: int | None = None
    month: date | None = None
    day: date | None = None

    def note(self, value: str) -> None:
        """Remember ``value`` for phrases like "that year"."""
        bounds = edtf.bounds(value)
        if bounds is None:
            return
        # An interval leaves its end in the reader's mind: "from 2008 to 2011 ... that year".
        precision = edtf.precision(value.rsplit("/", 1)[-1])
        end = bounds[1]
        if precision == "decade":
            return
        self.year = end.year
        if precision in ("month", "day"):
            self.month = end.replace(day=1)
        if precision == "day":
            self.day = end


def _nothing() -> str:
    return "none"


@dataclass(slots=True)
class Reckoner:
    """``base`` is the day of publication, or None."""

    words: DateShapes
    base: date | None
    said: Said = field(default_factory=Said)
    #: A full date elsewhere in the text, to lend its year to days where the article has no date of its own.
    lender: date | None = None
    #: The day of the dateline, which is today to whoever wrote the report.
    today: date | None = None
    _telling: Callable[[], str] = _nothing
    _told: str | None = None

    def tell(self, telling: Callable[[], str]) -> None:
        """Go on to a date whose tense ``telling`` tells (``Tenses.at``); of a date in full nobody asks for it."""
        self._telling, self._told = telling, None

    @property
    def told(self) -> str:
        """``future``, ``past``, ``either`` or ``none``, and ``later`` where the future is told only behind the date."""
        if self._told is None:
            self._told = self._telling()
        return self._told

    @property
    def tense(self) -> str:
        """``future``, ``past``, ``either`` or ``none``."""
        return "future" if self.told == "later" else self.told

    @property
    def is_later(self) -> bool:
        """Whether the future is told only behind the date: "trao thầu ngày 5/5, hợp đồng sẽ ký"."""
        return self.told == "later"

    def year(self, words: str | None) -> int | None:
        """The year that ``2023``, ``last year`` or ``that year`` means."""
        if words is None:
            return None
        if words.isdigit():
            return int(words)
        if words.startswith("'"):
            return 2000 + int(words[1:])
        since_said = self.words.value("year_said", words)
        if since_said is not None:
            known = self.said.year if self.said.year is not None else self.base.year if self.base else None
            return None if known is None else known + since_said
        since_now = self.words.value("year", words)
        base = self.base or self.lender
        return None if since_now is None or base is None else base.year + since_now

    def slot_year(self, slots: Slots, far: str = "") -> int | None:
        """The year in the slots of one end of a range (``far`` is "2" for the second)."""
        names = (f"year{far}", f"anyyear{far}", f"yy{far}", f"yearword{far}")
        return self.year(next((slots[name] for name in names if slots.get(name)), None))

    def year_of_day(self, month: int, day: int) -> int | None:
        """The year that a bare day takes: nearest to the publication in the direction of the tense."""
        base = self.base or self.lender
        if base is None:
            return None
        days = [d for y in range(base.year - 4, base.year + 5) if (d := day_or_none(y, month, day))]
        return self._choose([(d, d) for d in days], base)[0].year

    def year_of_months(self, first: int, last: int) -> int | None:
        """The year that bare months take."""
        if self.base is None:
            return None
        spans = [month_span(y, first, last) for y in range(self.base.year - 1, self.base.year + 2)]
        return self._choose(spans, self.base)[0].year

    def year_of_span(self, first: int, last: int) -> int | None:
        """The year of bare months whose figures are told: of those behind, one that is over."""
        year = self.year_of_months(first, last)
        if year is None or self.base is None or self.tense == "future":
            return year
        end = month_span(year, first, last)[1]
        return year - 1 if self.tense == "past" and end > self.base + EARLY_STATISTICS else year

    def _choose(self, spans: list[edtf.Bounds], base: date) -> edtf.Bounds:
        past = [s for s in spans if s[0] <= base]
        future = [s for s in spans if s[1] >= base]
        tense = self.tense if self.base else "none"
        if self.is_later and past and future and self._is_told_now(past[-1], future[0], base):
            return past[-1]
        if tense == "past" and past:
            return past[-1]
        if tense == "future" and future:
            return future[0]
        # Where nothing tells, a language without tenses mostly looks back; what takes effect may lie on either side.
        ahead = self.words.ahead if self.base and tense != "either" else 1
        return min(spans, key=lambda s: (_distance(s, base) * (ahead if s[0] > base else 1), s))

    @staticmethod
    def _is_told_now(past: edtf.Bounds, future: edtf.Bounds, base: date) -> bool:
        """Whether a day lies days back, or almost a year ahead: "trao thầu 5/5, hợp đồng sẽ ký", said on 17 May."""
        a_day = past[0] == past[1]
        return a_day and timedelta() < base - past[1] <= JUST_NOW and future[0] - base >= FAR_AHEAD


def _distance(span: edtf.Bounds, base: date) -> int:
    return max((span[0] - base).days, (base - span[1]).days, 0)


def day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or None for 31 June."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_span(year: int, first: int, last: int) -> edtf.Bounds:
    """The first and the last day of months ``first`` to ``last``."""
    end = edtf.bounds(edtf.month(year, last))
    assert end is not None
    return date(year, first, 1), end[1]
