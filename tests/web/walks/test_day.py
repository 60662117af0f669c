"""An analyst's day, in a real browser: search, open the evidence, correct, merge, take back, take away."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page


@pytest.mark.parametrize(
    ("words", "language"), [("research institute", "en"), ("viện khoa học", "vi"), ("과학기술연구원", "ko")]
)
def test_evidence_is_two_clicks_from_a_question(
    served: Callable[..., str], tab: Page, words: str, language: str
) -> None:
    tab.goto(served())
    tab.get_by_role("searchbox").fill(words)
    tab.keyboard.press("Enter")
    quote = tab.locator(f".answers blockquote:has(p[lang={language}])").first
    said = quote.locator("p").text_content() or ""
    quote.get_by_role("link", name="in its text").click()
    tab.wait_for_url("**/article/**#at")
    assert tab.locator("#at").is_visible() or tab.locator(".at").first.is_visible()
    text = " ".join((tab.locator("article.text").text_content() or "").split())
    assert " ".join(said.split())[:60] in text


def test_a_correction_and_a_merge_are_found_in_the_export_and_taken_back(
    served: Callable[..., str], tab: Page, tmp_path: Path
) -> None:
    base = served()
    tab.goto(f"{base}/search?q=institute&party=KOICA")
    tab.locator(".answers h3 a").first.click()
    address = tab.url
    key = address.rsplit("/", 1)[1]

    # Correct a party.
    field = tab.locator("#field-parties")
    field.locator("summary").first.click()
    field.locator(".edit > summary").click()
    field.get_by_label("Parties").fill("KOICA; Ministry of Health of Vietnam")
    field.get_by_label("Why").fill("the ministry's own page")
    field.get_by_label("Who decides").fill("Mai")
    field.get_by_role("button", name="Keep this").click()
    assert "Parties set to" in (tab.get_by_role("status").text_content() or "")
    assert tab.locator("#field-parties .chip").text_content() == "decided"

    # It is found in what is taken away, with who and why.
    row = _exported(tab, base, tmp_path)[key]
    assert "vn.moh" in row["party_ids"]
    assert "Mai" in row["decided"]

    # Merge with another agreement of the same parties, then take both back.
    tab.goto(address)
    tab.get_by_text("It is one with another agreement, or surely another").click()
    merging = tab.locator("form[action$='/merge']")
    other = merging.get_by_role("radio").first
    other_key = other.get_attribute("value") or ""
    other.check()
    merging.get_by_role("button", name="They are one").click()
    assert "Joined into one" in (tab.get_by_role("status").text_content() or "")
    rows = _exported(tab, base, tmp_path)
    assert (key in rows) != (other_key in rows)

    tab.goto(f"{base}/decisions")
    for _ in range(2):
        tab.get_by_role("button", name="Undo").first.click()
        tab.get_by_role("status").wait_for()
    rows = _exported(tab, base, tmp_path)
    assert {key, other_key} <= rows.keys()
    assert rows[key]["decided"] == ""


def _exported(tab: Page, base: str, folder: Path) -> dict[str, dict[str, str]]:
    """All agreements by their ids, as the page gives them away."""
    tab.goto(f"{base}/search")
    tab.locator(".take:not(#save) > summary").click()
    with tab.expect_download() as waiting:
        tab.locator("a[href^='/export/agreements.csv']").click()
    path = folder / "agreements.csv"
    waiting.value.save_as(path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        return {row["id"]: row for row in csv.DictReader(file)}


def test_facets_answer_in_place_and_the_way_back_leads_back(served: Callable[..., str], tab: Page) -> None:
    tab.goto(f"{served()}/search")
    heading = tab.locator("h2[role=status]")
    every = heading.text_content()
    tab.evaluate("window.stays = true")
    tab.locator("#f-kind-memorandum").click()
    tab.wait_for_url("**/search?kind=memorandum")
    tab.locator("#f-kind-memorandum[aria-current]").wait_for()
    assert heading.text_content() != every
    assert tab.evaluate("window.stays")
    assert tab.evaluate("document.activeElement.id") == "f-kind-memorandum"
    tab.go_back()
    tab.locator("#f-kind-memorandum:not([aria-current])").wait_for()
    assert heading.text_content() == every
