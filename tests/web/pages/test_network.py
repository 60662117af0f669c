"""The network: what is drawn is what is listed, and every tie opens its agreements."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from tests.web.browser import grave, wider
from tests.web.conftest import Look, Visit

from pactbook.pipeline.book import open_record
from pactbook.search.network import Net


def _net(record: Path, words: str = "", most: int = 60, *, states: bool = True) -> Net:
    with open_record(record) as book:
        return book.network(words, most, states=states)


def test_ties_are_counted_once_for_each_agreement(gold_record: Path) -> None:
    net = _net(gold_record)
    with open_record(gold_record) as book:
        records = [hit.record for hit in book.search(limit=None)]
    for strand in net.strands:
        both = [r for r in records if {strand.one, strand.other} <= set(r.parties)]
        assert len(both) == strand.agreements
    ends = {end for strand in net.strands for end in (strand.one, strand.other)}
    assert {knot.id for knot in net.knots} == ends
    assert [s.agreements for s in net.strands] == sorted((s.agreements for s in net.strands), reverse=True)


def test_only_the_strongest_are_drawn_and_the_page_says_of_how_many(visit: Visit, gold_record: Path) -> None:
    whole = _net(gold_record)
    assert whole.all_strands > 3
    page = visit().get("/network?most=3").text
    assert page.count("data-one=") == 3
    assert f"The 3 strongest of {whole.all_strands} ties" in page
    assert "All" in visit().get("/network").text


def test_states_can_be_left_out(gold_record: Path) -> None:
    assert any(knot.kind == "state" for knot in _net(gold_record).knots)
    assert all("." in knot.id for knot in _net(gold_record, states=False).knots)


@pytest.mark.parametrize("asked", ["", "?q=KOICA", "?kind=memorandum", "?q=KOICA+OR+%22critical+minerals%22"])
def test_a_tie_opens_as_many_agreements_as_it_counts(visit: Visit, asked: str) -> None:
    visitor = visit()
    page = visitor.get(f"/network{asked}").text
    ties = re.findall(r'<a href="(/search[^"]*)" data-tie[^>]*>(\d+)</a>', page)
    assert ties
    for address, number in ties[:6]:
        found = visitor.get(unescape(address)).text
        assert re.search(rf"\b{number} agreement", found), address


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/network?most=0", 400),
        ("/network?most=9999", 400),
        ("/network?states=maybe", 400),
        ("/network?q=(KOICA", 400),
        ("/network?kind=happiness", 400),
        ("/network?q=nothingofthekind", 200),
    ],
)
def test_what_cannot_be_asked_is_told_plainly(visit: Visit, address: str, status: int) -> None:
    assert visit().get(address).status_code == status


def test_it_is_narrowed_as_a_search_is(visit: Visit) -> None:
    visitor = visit()
    page = visitor.get("/network?q=KOICA&most=30").text
    assert 'href="/network?q=KOICA&amp;kind=memorandum&amp;most=30"' in page
    assert "/export/network.graphml?q=KOICA" in page
    narrowed = visitor.get("/network?q=KOICA&kind=memorandum").text
    assert "Kind: Memorandum" in narrowed


def test_the_drawing_opens_what_is_clicked(tab: Page, served: Callable[..., str]) -> None:
    base = served()
    tab.goto(base + "/network?states=no")
    tab.wait_for_function("document.querySelector('[data-network]').cy")
    assert (
        tab.evaluate("document.querySelector('[data-network]').cy.edges().length") == tab.locator("[data-tie]").count()
    )
    for group in ("nodes", "edges"):
        tab.goto(base + "/network?states=no")
        tab.wait_for_function("document.querySelector('[data-network]').cy")
        href = tab.evaluate(
            f"(() => {{ const one = document.querySelector('[data-network]').cy.{group}()[0]; one.emit('tap');"
            " return one.data('href'); })()"
        )
        tab.wait_for_url(base + href)


def test_the_lists_do_what_the_drawing_does(tab: Page, served: Callable[..., str]) -> None:
    tab.goto(served() + "/network?states=no")
    tab.wait_for_function("document.querySelector('[data-network]').cy")
    tie = tab.locator("[data-tie]").first
    tie.focus()
    expect(tab.locator("[data-told]")).to_contain_text(" and ")
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/search?*")


@pytest.mark.parametrize("path", ["/network", "/network?states=no&kind=memorandum"])
def test_the_page_suits_everybody(tab: Page, served: Callable[..., str], path: str) -> None:
    tab.goto(served() + path)
    tab.wait_for_function("document.querySelector('[data-network]').cy")
    for width in (360, 1600):
        for scheme in ("light", "dark"):
            tab.emulate_media(color_scheme=scheme)
            tab.set_viewport_size({"width": width, "height": 900})
            assert not grave(tab)
            assert wider(tab) <= 0


#: Name → where it stands on the screen: left, top, right, bottom. The drawing counts some pixels around the letters.
_AROUND = 8
_NAMES = """() => {
    const cy = document.querySelector("[data-network]").cy;
    return Object.fromEntries(cy.nodes(".named").map((node) => {
        const { x1, y1, x2, y2 } = node.renderedBoundingBox({ includeNodes: false, includeOverlays: false });
        return [node.data("name"), [x1, y1, x2, y2]];
    }));
}"""


@pytest.mark.parametrize("width", [360, 1600])
def test_names_in_the_drawing_never_lie_over_each_other(
    tab: Page, served: Callable[..., str], gold_record: Path, width: int
) -> None:
    tab.set_viewport_size({"width": width, "height": 800})
    tab.goto(served() + "/network")
    tab.wait_for_function("document.querySelector('[data-network]').cy")
    levels = []
    for step in ("fit", "1.3", "1.3"):
        tab.locator(f'[data-zoom="{step}"]').click()
        tab.wait_for_timeout(100)
        levels.append(tab.evaluate("document.querySelector('[data-network]').cy.zoom()"))
        names = tab.evaluate(_NAMES)
        boxes = list(names.values())
        for n, (left, top, right, bottom) in enumerate(boxes):
            for other in boxes[:n]:
                across = min(right, other[2]) - max(left, other[0])
                down = min(bottom, other[3]) - max(top, other[1])
                assert across < _AROUND or down < _AROUND, (step, names)
        if step == "fit":
            largest = max(_net(gold_record).knots, key=lambda knot: knot.agreements)
            assert largest.name in names
    assert levels == pytest.approx([levels[0] * 1.3**n for n in range(3)])


def test_who_taps_sees_first_what_it_is(look: Look, served: Callable[..., str]) -> None:
    base, page = served(), look(360, has_touch=True, is_mobile=True)
    page.goto(base + "/network")
    page.wait_for_function("document.querySelector('[data-network]').cy")
    expect(page.locator("[data-told]")).to_contain_text("Tap")
    page.locator("[data-canvas]").scroll_into_view_if_needed()
    spot = page.evaluate(
        "(() => { const place = document.querySelector('[data-network]'); const one = place.cy.nodes()[0];"
        " const { left, top } = place.querySelector('[data-canvas]').getBoundingClientRect();"
        " const { x, y } = one.renderedPosition();"
        " return { x: left + x, y: top + y, name: one.data('name'), href: one.data('href') }; })()"
    )
    page.touchscreen.tap(spot["x"], spot["y"])
    expect(page.locator("[data-told]")).to_contain_text(spot["name"])
    assert page.url == base + "/network"
    page.wait_for_timeout(400)
    page.touchscreen.tap(spot["x"], spot["y"])
    page.wait_for_url(base + spot["href"])


def _swipe(page: Page, x: float, y: float) -> None:
    """One finger goes up by 190 pixels."""
    fingers = page.context.new_cdp_session(page)
    steps = [("touchStart", y), *(("touchMove", y - 10 * n) for n in range(1, 20)), ("touchEnd", None)]
    for kind, at in steps:
        points = [] if at is None else [{"x": x, "y": at}]
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})
        page.wait_for_timeout(16)
    page.wait_for_timeout(300)


def test_a_finger_scrolls_past_the_whole_drawing_and_moves_a_part_of_it(
    chromium: Browser, served: Callable[..., str]
) -> None:
    # Not a window of ``look``: the browser says aloud that Cytoscape cannot stop a scroll.
    with chromium.new_context(viewport={"width": 360, "height": 900}, has_touch=True, is_mobile=True) as phone:
        page = phone.new_page()
        page.goto(served() + "/network")
        page.wait_for_function("document.querySelector('[data-network]').cy")
        page.evaluate("document.querySelector('[data-canvas]').scrollIntoView({ behavior: 'instant' })")
        # With small letters the page may end here: what is to be scrolled down must stand higher first.
        page.evaluate("scrollBy({ top: -200, behavior: 'instant' })")
        scrolled, panned = "scrollY", "document.querySelector('[data-network]').cy.pan().y"
        before = page.evaluate(f"[{scrolled}, {panned}]")
        _swipe(page, 310, 400)
        assert page.evaluate(scrolled) > before[0]
        assert page.evaluate(panned) == before[1]
        page.locator('[data-zoom="1.3"]').click()
        page.evaluate("document.querySelector('[data-canvas]').scrollIntoView({ behavior: 'instant' })")
        before = page.evaluate(f"[{scrolled}, {panned}]")
        _swipe(page, 310, 400)
        assert page.evaluate(scrolled) == before[0]
        assert page.evaluate(panned) < before[1]
