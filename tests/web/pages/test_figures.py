"""Figures over time: the list, one series, and the way from a point to the words behind it."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from playwright.sync_api import Page
from tests.web.browser import grave, wider
from tests.web.conftest import Visit

from pactbook.model.claim import FigureClaim
from pactbook.model.figure import Point, Reading, Series
from pactbook.model.span import Span
from pactbook.web.charts.spark import spark
from pactbook.web.phrases import between
from pactbook.web.runs import run, shelves

TURNOVER = "/figures/trade_turnover?from=KR&to=VN"


def _point(period: str | None, low: float, status: str = "actual", level: str = "unique") -> Point:
    claim = FigureClaim(Span(0, 1, "1"), low, low, "USD", "exact", "exports", status, period, "KR", "VN")
    return Point(period, status, "USD", low, low, level, (Reading("f", "a", None, claim),))


def _series(*points: Point, sides: tuple[str | None, str | None] = ("KR", "VN")) -> Series:
    return Series("exports", *sides, points)


def test_the_list_shows_what_each_series_last_came_to_and_leads_to_it(visit: Visit) -> None:
    page = visit().get("/figures").text
    assert "Trade turnover" in page
    assert '/figures/trade_turnover?from=KR&amp;to=VN">South Korea – Vietnam</a>' in page
    assert page.index("South Korea – Vietnam") < page.index(">Exports</h2>")


@pytest.mark.parametrize(
    ("address", "has", "lacks"),
    [
        ("/figures?measure=trade_turnover", "m-trade_turnover", "m-exports"),
        ("/figures?measure=exports&measure=trade_turnover", "m-exports", "m-trade_balance"),
        ("/figures?measure=&country=&since=&until=", "m-exports", "No series"),
        ("/figures?country=JP&measure=exports", "Nothing in the record makes a series", "m-exports"),
        ("/figures?since=2040", "No series", "m-exports"),
    ],
)
def test_the_list_is_filtered_like_a_search(visit: Visit, address: str, has: str, lacks: str) -> None:
    page = visit().get(address).text
    assert has in page
    assert lacks not in page


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/figures?measure=happiness", 400),
        ("/figures?since=yesterday", 400),
        ("/figures/trade_turnover?from=KR&to=MN", 404),
        ("/figures/happiness?from=KR&to=VN", 404),
        ("/figures/trade_turnover", 404),
    ],
)
def test_what_cannot_be_asked_is_told_plainly(visit: Visit, address: str, status: int) -> None:
    answer = visit().get(address)
    assert answer.status_code == status
    assert "Traceback" not in answer.text


def test_every_report_of_every_point_is_quoted_with_its_article(visit: Visit) -> None:
    visitor = visit()
    page = visitor.get(TURNOVER).text
    series = next(s for s in visitor.app.state.book.series(measure="trade_turnover") if s.target == "VN")  # type: ignore[attr-defined]
    reports = [r for p in series.points for r in (*p.readings, *p.parts)]
    assert len(reports) >= 5
    assert page.count('class="quote"') == len(reports)
    for report in reports:
        assert f"/article/{report.figure.split('.')[0]}" in page or "?at=" in page
        assert f"<mark>{report.claim.span.text}</mark>" in page


@pytest.mark.parametrize("form", ["csv", "xlsx", "jsonl"])
def test_one_series_is_taken_away_whole(visit: Visit, form: str) -> None:
    visitor = visit()
    page = visitor.get(TURNOVER).text
    address = f"/figures/trade_turnover/series.{form}?from=KR&to=VN"
    assert address.replace("&", "&amp;") in page
    answer = visitor.get(address)
    assert answer.status_code == 200
    if form == "jsonl":
        rows = [json.loads(line) for line in answer.text.splitlines()]
        assert {(row["measure"], row["from"], row["to"]) for row in rows} == {("trade_turnover", "KR", "VN")}
        assert len(rows) == page.count('<tbody id="point-')
    assert visitor.get("/figures/trade_turnover/claims.csv?from=KR&to=VN").status_code == 404


def test_a_target_stands_beside_what_came_of_it() -> None:
    done, later, past = (
        _point("2022", 90.0, "target"),
        _point("2030", 150.0, "target"),
        _point("2015", 20.0, "target"),
    )
    made = run(_series(_point("2021", 80.0), _point("2022", 88.0), past, done, later))
    aims = {aim.point.period: aim for aim in made.aims}
    assert aims["2022"].came_to is not None
    assert aims["2022"].came_to.low == 88.0
    assert aims["2030"].share == pytest.approx(88 / 150)
    assert aims["2015"].latest is None
    assert {anchor for anchor, _ in made.points} == {f"point-{n}" for n in range(1, 6)}


def test_points_that_sources_dispute_are_listed() -> None:
    made = run(_series(_point("2021", 80.0), _point("2022", 88.0, level="conflict")))
    assert [p.period for _, p in made.apart] == ["2022"]
    assert [row.apart for _, rows in shelves([made.series]) for row in rows] == [1]


def test_the_two_countries_come_first_and_unsaid_sides_last() -> None:
    point = _point("2021", 1.0)
    found = [_series(point, sides=s) for s in ((None, "VN"), ("CN", "VN"), ("KR", "VN"))]
    ((measure, rows),) = shelves(found)
    assert measure == "exports"
    assert [row.series.source for row in rows] == ["KR", "CN", None]


@pytest.mark.parametrize(
    ("sides", "said"),
    [
        (("KR", "VN"), "South Korea → Vietnam"),
        (("KR", "XX"), "South Korea → several countries"),
        (("KR", None), "from South Korea, to whom is not said"),
        ((None, "VN"), "to Vietnam, from whom is not said"),
        ((None, None), "sides not said"),
        (("kr.koica", "VN"), "KOICA → Vietnam"),
    ],
)
def test_sides_are_said_in_words(sides: tuple[str | None, str | None], said: str) -> None:
    assert between(_series(sides=sides), {"kr.koica": "KOICA"}) == said


def test_a_small_line_needs_three_years() -> None:
    assert spark([(2020, 1.0), (2021, 2.0)]) is None
    drawn = spark([(2020, 1.0), (2021, 2.0), (2023, 4.0)])
    assert drawn is not None
    assert drawn.line.split()[-1] == f"{drawn.last[0]},{drawn.last[1]}"
    assert drawn.last[1] == 3


def test_a_point_of_the_chart_opens_its_sentence(tab: Page, served: Callable[..., str]) -> None:
    tab.goto(served() + TURNOVER)
    dot = tab.locator("svg.wide a[href^='#point-']").last
    name = (dot.get_attribute("href") or "").lstrip("#")
    dot.focus()
    tab.keyboard.press("Enter")
    quote = tab.locator(f"#{name} .quote").first
    quote.wait_for(state="visible")
    assert tab.evaluate("document.activeElement.id") == name
    assert "?at=" in (quote.get_by_role("link", name="in its text").get_attribute("href") or "")


@pytest.mark.parametrize("path", ["/figures", TURNOVER])
def test_pages_of_figures_suit_everybody(tab: Page, served: Callable[..., str], path: str) -> None:
    tab.goto(served() + path)
    for width in (360, 1600):
        for scheme in ("light", "dark"):
            tab.emulate_media(color_scheme=scheme)
            tab.set_viewport_size({"width": width, "height": 900})
            assert not grave(tab)
            assert wider(tab) <= 0
