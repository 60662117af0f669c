"""The timeline: every dated agreement stands in its time, and opens."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page
from tests.web.browser import grave, wider
from tests.web.conftest import Visit

from pactbook.pipeline.book import open_record
from pactbook.search.course import every


@pytest.mark.parametrize(
    ("first", "last", "by", "found"),
    [
        ("2019", "2021", "year", ["2019", "2020", "2021"]),
        ("2020-Q3", "2021-Q2", "quarter", ["2020-Q3", "2020-Q4", "2021-Q1", "2021-Q2"]),
        ("2020-Q1", "2020-Q1", "quarter", ["2020-Q1"]),
    ],
)
def test_times_run_without_a_gap(first: str, last: str, by: str, found: list[str]) -> None:
    assert every(first, last, by) == found  # type: ignore[arg-type]


@pytest.mark.parametrize("by", ["year", "quarter"])
@pytest.mark.parametrize("of", ["kind", "status"])
def test_every_agreement_counts_once(gold_record: Path, by: str, of: str) -> None:
    with open_record(gold_record) as book:
        course = book.course(by=by, of=of)  # type: ignore[arg-type]
        records = {hit.record.id: hit.record for hit in book.search(limit=None)}
        counted = sum(sum(numbers.values()) for numbers in course.counts.values())
        assert counted + course.undated == course.total == len(records)
        seen = [s.id for time in course.counts for s in book.course(by=by, of=of, at=time).stops if course.counts[time]]  # type: ignore[arg-type]
    assert sorted(set(seen)) == sorted(name for name, record in records.items() if record.date)
    assert {s.parties for s in course.stops} <= {tuple(sorted(r.parties)) for r in records.values()}


def test_a_time_lists_its_agreements_and_leads_to_those_beside_it(visit: Visit) -> None:
    visitor = visit()
    page = visitor.get("/timeline").text
    years = re.findall(r'href="/timeline\?at=(\d{4})#listed"', page)
    earlier = visitor.get(f"/timeline?at={min(years)}").text
    assert f'<h2 id="listed-title">{min(years)}' in earlier
    assert earlier.count('class="when"') >= 1
    assert "/agreement/" in earlier
    assert 'rel="next"' in earlier
    assert 'rel="prev"' not in earlier


@pytest.mark.parametrize(
    ("address", "status", "has"),
    [
        ("/timeline?q=KOICA&by=quarter&of=status", 200, "Coloured by stage"),
        ("/timeline?kind=memorandum", 200, "Kind: Memorandum"),
        ("/timeline?q=nothingofthekind", 200, "Nothing to show"),
        ("/timeline?at=1066", 200, "listed-title"),
        ("/timeline?at=now", 400, ""),
        ("/timeline?by=century", 400, ""),
        ("/timeline?q=(KOICA", 400, ""),
    ],
)
def test_it_is_filtered_like_a_search(visit: Visit, address: str, status: int, has: str) -> None:
    answer = visit().get(address)
    assert answer.status_code == status
    assert has in answer.text


def test_a_bar_leads_to_its_agreements(tab: Page, served: Callable[..., str]) -> None:
    tab.goto(served() + "/timeline")
    bar = tab.locator(".chart a").first
    year = (bar.get_attribute("aria-label") or "")[:4]
    bar.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"**/timeline?at={year}#listed")
    tab.locator(".course a").first.click()
    tab.wait_for_url(re.compile("/(agreement|organisation)/"))


def test_the_page_suits_everybody(tab: Page, served: Callable[..., str]) -> None:
    tab.goto(served() + "/timeline")
    for width in (360, 1600):
        for scheme in ("light", "dark"):
            tab.emulate_media(color_scheme=scheme)
            tab.set_viewport_size({"width": width, "height": 900})
            assert not grave(tab)
            assert wider(tab) <= 0
