"""What is in the record, at a glance."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from starlette.responses import Response

from pactbook.model.figure import Point, Series
from pactbook.model.words import AGREEMENT_KINDS
from pactbook.search.tally import Tally
from pactbook.search.years import ByYear, Years
from pactbook.web.book import Book
from pactbook.web.charts.bars import Bars, stacked
from pactbook.web.charts.timeline import TimeLine, timeline
from pactbook.web.memory import Kept
from pactbook.web.navigation import Place
from pactbook.web.phrases import figure_address, label
from pactbook.web.templating import render

router = APIRouter(include_in_schema=False)
PLACE = Place("Overview", "/", 0)

#: The latest years and the commonest sectors that fit side by side.
_YEARS, _SECTORS = 20, 12
#: The series that people ask for first.
_HEADLINES = ("trade_turnover", "fdi_registered")
_SIDES = {"KR", "VN"}


@dataclass(frozen=True, slots=True)
class Headline:
    """A series between the two countries with its drawing."""

    series: Series
    chart: TimeLine


@dataclass(frozen=True, slots=True)
class Heat:
    """Sectors by years. A cell has its number, how dark it is (0 to 3) and its address."""

    years: tuple[str, ...]
    rows: tuple[tuple[str, tuple[tuple[int, int, str], ...]], ...]


@router.get("/")
def overview(request: Request, book: Book, memory: Kept) -> Response:
    """The page that the record opens with."""
    years = memory.get("years", book.years)
    ties, names = memory.get("ties", lambda: book.ties(limit=10))
    headlines = memory.get("headlines", lambda: _headlines(book.series(measure=_HEADLINES)))
    return render(
        request,
        "overview.html",
        tally=_tally(memory.get("tally", book.tally)),
        newest=memory.get("newest", lambda: book.search(limit=6)),
        kinds=_kinds(years) if years.kind else None,
        sectors=_heat(years.sector),
        years=years,
        headlines=headlines,
        ties=ties,
        most=ties[0].agreements if ties else 1,
        names=names,
    )


def _tally(counts: Tally) -> list[tuple[str, int, str | None]]:
    return [
        ("Agreements", counts.agreements, "/search?what=agreements"),
        ("Figures", counts.figures, "/search?what=figures"),
        ("Organisations", counts.organisations, "/search?what=organisations"),
        ("Articles", counts.articles, "/search?what=articles"),
        ("Claims of articles", counts.claims, None),
        ("Near-copies among them", counts.copies, None),
    ]


def _kinds(years: Years) -> Bars:
    """Agreements per year by kind, the commonest kind at the base."""
    latest = dict(list(years.kind.items())[-_YEARS:])
    total = Counter(kind for column in latest.values() for kind in Counter(column).elements())
    parts = sorted((k for k in AGREEMENT_KINDS if total[k]), key=lambda k: -total[k])
    return stacked(latest, parts, lambda year, kind: _asked(year=year, kind=kind), label)


def _heat(by_year: ByYear) -> Heat:
    years = tuple(by_year)[-_YEARS:]
    total = Counter(s for year in years for s in Counter(by_year[year]).elements())
    most = max((n for year in years for n in by_year[year].values()), default=1)
    rows = []
    for sector, _ in total.most_common(_SECTORS):
        numbers = [(year, by_year[year].get(sector, 0)) for year in years]
        cells = tuple((n, -(-3 * n // most), _asked(year=y, sector=sector)) for y, n in numbers)
        rows.append((sector, cells))
    return Heat(years, tuple(rows))


def _headlines(found: list[Series]) -> list[Headline]:
    """The series between the two countries in dollars, where there is enough to draw."""
    made = []
    for measure in _HEADLINES:
        for series in found:
            if series.measure == measure and {series.source, series.target} == _SIDES:
                points = [p for p in series.points if p.currency == "USD"]
                points = [p for p in points if p.accumulated] or points
                if chart := timeline(points, _evidence):
                    made.append(Headline(series, chart))
    return made


def _evidence(point: Point) -> str:
    """Where the best backed report of a point is told."""
    return figure_address(next((r for r in point.readings if r.claim.low == point.low), point.readings[0]))


def _asked(**filters: str) -> str:
    return f"/search?{urlencode(filters)}"
