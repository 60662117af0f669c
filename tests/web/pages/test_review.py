"""Review: doubts are found, decided with the keyboard alone, put off, and every decision can be taken back."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Page, expect
from tests.web.browser import grave, wider
from tests.web.conftest import Visit, token_of

from pactbook.errors import RecordError
from pactbook.pipeline.book import Record
from pactbook.pipeline.doubting import Doubts
from pactbook.search.doubts import unsure
from pactbook.search.doubts.doubt import SECTIONS, Doubt
from pactbook.web.desk import Desk, Pile


@pytest.fixture
def all_unsure(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is sure."""
    monkeypatch.setattr(unsure, "UNSURE", 1.1)
    monkeypatch.setattr(unsure, "UNSURE_FIGURE", 1.1)


def _book(visitor: TestClient) -> Record:
    book: Record = visitor.app.state.book  # type: ignore[attr-defined]
    return book


def _pile(visitor: TestClient, section: Any, who: str = "") -> Pile:
    """The pile once nothing is looked for any more."""
    desk: Desk = visitor.app.state.desk  # type: ignore[attr-defined]
    end = time.monotonic() + 60
    while (pile := desk.pile(section, who)).looking:
        assert time.monotonic() < end
        time.sleep(0.02)
    return pile


def _place(doubt: Doubt) -> str:
    return f"/review/{doubt.section}/{doubt.key}"


def _decide(visitor: TestClient, doubt: Doubt, do: str, **said: str) -> Any:
    form = {"form_token": token_of(visitor.get(_place(doubt)).text), "do": do, "who": "An", "why": "read both"} | said
    return visitor.post(_place(doubt), data=form)


def _log(visitor: TestClient) -> list[Any]:
    return [one.decision for one in _book(visitor).review("").log()]


def _agreements(visitor: TestClient) -> list[str]:
    return sorted(hit.record.id for hit in _book(visitor).search(limit=None))


def test_the_page_is_there_at_once_and_fills_while_it_looks(visit: Visit) -> None:
    visitor = visit()
    first = visitor.get("/review").text
    assert all(f'id="pile-{section}"' in first for section in SECTIONS)
    for section in SECTIONS:
        pile = _pile(visitor, section)
        page = visitor.get("/review").text
        assert (f'href="/review/{section}"' in page) == bool(pile.doubts)
    assert "hx-trigger" not in visitor.get("/review").text


@pytest.mark.usefixtures("all_unsure")
def test_every_doubt_can_be_opened_by_its_address(visit: Visit) -> None:
    visitor = visit()
    every = [doubt for section in SECTIONS for doubt in _pile(visitor, section).doubts]
    assert {doubt.section for doubt in every} >= {"unsure", "figures", "conflicts", "pairs"}
    for doubt in every:
        page = visitor.get(_place(doubt))
        assert page.status_code == 200
        assert "Settled" not in page.text
        assert doubt.section in ("bodies", "conflicts") or 'class="quote"' in page.text
        assert Doubt.of(doubt.section, doubt.key) == doubt


@pytest.mark.usefixtures("all_unsure")
@pytest.mark.parametrize(
    ("section", "do", "action"),
    [
        ("unsure", "accept", "accept"),
        ("unsure", "reject-claim", "reject"),
        ("figures", "accept", "accept"),
        ("figures", "reject", "reject"),
        ("pairs", "differ", "differ"),
    ],
)
def test_a_doubt_is_settled_and_opened_again_by_undoing(visit: Visit, section: Any, do: str, action: str) -> None:
    visitor = visit()
    before = _pile(visitor, section)
    mine, following = (*before.doubts, None)[:2]
    answer = _decide(visitor, mine, do)
    assert answer.status_code == 303, answer.text
    wanted = f"{_place(following)}?done=" if following else "/review?done="
    assert answer.headers["location"].startswith(wanted)
    decision = _log(visitor)[-1]
    assert (decision.action, decision.who, decision.why) == (action, "An", "read both")
    assert mine not in _pile(visitor, section).doubts
    page = visitor.get(answer.headers["location"]).text
    assert "Undo <kbd>u</kbd>" in page
    back = visitor.post(
        "/review/undo",
        data={"form_token": token_of(page), "decision": decision.id, "who": "An", "back": _place(mine)},
    )
    assert back.headers["location"].startswith(f"{_place(mine)}?done=")
    assert _log(visitor)[-1].undoes == decision.id
    assert _pile(visitor, section).doubts == before.doubts
    assert "number 1" in visitor.get(back.headers["location"]).text


def test_two_agreements_are_joined(visit: Visit) -> None:
    visitor = visit()
    one, other = _agreements(visitor)[:2]
    mine = Doubt("pairs", (one, other))
    answer = _decide(visitor, mine, "merge")
    assert answer.status_code == 303, answer.text
    book = _book(visitor)
    assert book.show(one) == book.show(other)
    assert "Settled" in visitor.get(_place(mine)).text


@pytest.mark.usefixtures("all_unsure")
def test_what_is_settled_says_by_whom_and_can_be_taken_back_there(visit: Visit) -> None:
    visitor = visit()
    mine = _pile(visitor, "figures").doubts[0]
    _decide(visitor, mine, "accept")
    page = visitor.get(_place(mine)).text
    assert "Settled: <strong>Accepted as it stands</strong> by An" in page
    assert f'name="back" value="{_place(mine)}"' in page


@pytest.mark.usefixtures("all_unsure")
def test_what_is_put_off_comes_last_also_after_a_restart_and_in_another_browser(visit: Visit) -> None:
    visitor = visit(analyst="An")
    first, second, third = _pile(visitor, "unsure").doubts[:3]
    answer = _decide(visitor, first, "later", who="")
    assert answer.headers["location"] == _place(second)
    assert not _log(visitor)
    again = visit(analyst="An")
    pile = _pile(again, "unsure", "An")
    assert pile.doubts[0] == second
    assert pile.doubts[-1] == first
    assert "1 put off by you" in again.get("/review").text
    assert "You put this off" in again.get(_place(first)).text
    assert _pile(again, "unsure", "Bình").doubts[0] == first
    assert _decide(again, first, "take-up").headers["location"] == _place(first)
    assert _pile(again, "unsure", "An").doubts[:3] == (first, second, third)


@pytest.mark.usefixtures("all_unsure")
def test_what_is_decided_is_put_off_no_more(visit: Visit) -> None:
    visitor = visit(analyst="An")
    mine = _pile(visitor, "figures").doubts[0]
    _decide(visitor, mine, "later")
    assert _book(visitor).doubts().aside("An")
    _decide(visitor, mine, "accept")
    assert not _book(visitor).doubts().aside("An")


def test_an_answer_of_the_sources_or_a_word_of_ones_own_is_kept(visit: Visit) -> None:
    visitor = visit()
    one, other = _agreements(visitor)[:2]
    _decide(visitor, Doubt("conflicts", (one,)), "keep:date:2014-03-25")
    answer = _decide(visitor, Doubt("conflicts", (other,)), "edit", field="kind", value="grant")
    assert answer.status_code == 303, answer.text
    book = _book(visitor)
    assert book.show(one).record.date == "2014-03-25"  # type: ignore[union-attr]
    assert book.show(other).record.kind == "grant"  # type: ignore[union-attr]


@pytest.mark.usefixtures("all_unsure")
def test_a_sum_is_corrected(visit: Visit) -> None:
    visitor = visit()
    mine = _pile(visitor, "figures").doubts[0]
    _decide(visitor, mine, "edit", field="amount", value="USD 35 million")
    view = _book(visitor).show(mine.about[0])
    assert view.record.claim.low == 35e6  # type: ignore[union-attr]
    assert mine not in _pile(visitor, "figures").doubts


def test_bodies_are_one_or_two(visit: Visit) -> None:
    visitor = visit()
    mine = Doubt("bodies", ("kr.koica", "vn.most"))
    page = visitor.get(_place(mine)).text
    assert all(f"/organisation/{body}" in page for body in mine.about)
    answer = _decide(visitor, mine, "differ")
    assert "?done=" in answer.headers["location"]
    assert _log(visitor)[-1].action == "differ"


def test_what_was_settled_elsewhere_says_so(visit: Visit) -> None:
    visitor = visit()
    one, other = _agreements(visitor)[:2]
    _book(visitor).review("Bình").merge([one, other])
    assert "Settled meanwhile" in visitor.get(_place(Doubt("pairs", (one, other)))).text


@pytest.mark.parametrize(
    ("said", "status"),
    [
        ({"who": " "}, 400),
        ({"do": "explode"}, 400),
        ({"form_token": "0"}, 403),
        ({"do": "edit", "field": "colour"}, 400),
    ],
)
def test_what_cannot_be_decided_changes_nothing(visit: Visit, said: dict[str, str], status: int) -> None:
    visitor = visit()
    mine = Doubt("conflicts", (_agreements(visitor)[0],))
    assert _decide(visitor, mine, said.pop("do", "accept"), **said).status_code == status
    assert not _log(visitor)
    assert visitor.get("/review/hopes/none").status_code == 404


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/search", "/review/x\r\nSet-Cookie: a=b"])
def test_undoing_leads_nowhere_but_to_the_review(visit: Visit, back: str) -> None:
    visitor = visit()
    made = _book(visitor).review("An").accept(_agreements(visitor)[0])
    form = {"form_token": token_of(visitor.get("/review").text), "decision": made.id, "who": "An", "back": back}
    assert visitor.post("/review/undo", data=form).headers["location"].startswith("/review?done=")


def test_nothing_that_is_not_there_is_put_off(visit: Visit) -> None:
    visitor = visit()
    form = {"form_token": token_of(visitor.get("/review").text), "do": "later"}
    assert visitor.post("/review/unsure/0123456789abcdef", data=form).status_code == 404
    assert not _book(visitor).doubts().aside("")


def test_a_record_for_reading_only_shows_doubts_and_no_forms(visit: Visit) -> None:
    visitor = visit(read_only=True)
    mine = Doubt("conflicts", (_agreements(visitor)[0],))
    page = visitor.get(_place(mine)).text
    assert 'name="do"' not in page
    form = {"form_token": token_of(page), "do": "accept", "who": "An"}
    assert visitor.post(_place(mine), data=form).status_code == 403


def test_a_looking_that_fails_says_why_and_can_be_tried_again(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor = visit()

    def broken(*_: Any) -> None:
        raise RecordError("the disk is gone")

    with monkeypatch.context() as broke:
        broke.setattr(Doubts, "look", broken)
        end = time.monotonic() + 30
        while "the disk is gone" not in (page := visitor.get("/review").text):
            assert time.monotonic() < end
        assert "Unsure claims" in page
    visitor.post("/review/look-again", data={"form_token": token_of(page)})
    assert "the disk is gone" not in visitor.get("/review").text
    assert _pile(visitor, "pairs").doubts


@pytest.mark.usefixtures("all_unsure")
def test_the_desk_is_worked_with_the_keyboard_alone(tab: Page, served: Callable[..., str]) -> None:
    tab.goto(served(analyst="An") + "/review")
    tab.keyboard.press("2")
    tab.wait_for_url("**/review/figures/*")
    first = tab.url
    tab.keyboard.press("j")
    tab.wait_for_url(lambda url: "/review/figures/" in url and url != first)
    tab.keyboard.press("k")
    tab.wait_for_url(first)
    tab.keyboard.press("?")
    expect(tab.get_by_role("dialog")).to_be_visible()
    assert not grave(tab)
    tab.keyboard.press("Escape")
    expect(tab.get_by_role("dialog")).to_be_hidden()
    tab.keyboard.press("w")
    tab.keyboard.type("ajk means nothing here")
    tab.keyboard.press("Escape")
    tab.keyboard.press("a")
    expect(tab.get_by_role("status")).to_contain_text("Accepted as it stands")
    second = tab.url.split("?")[0]
    assert second != first
    tab.keyboard.press("s")
    tab.wait_for_url(lambda url: "/review/figures/" in url and not url.startswith(second))
    tab.go_back()
    tab.wait_for_url(lambda url: url.startswith(f"{second}?done="))
    expect(tab.get_by_role("status")).to_contain_text("Accepted as it stands")
    tab.keyboard.press("u")
    tab.wait_for_url(f"{first}?done=*")
    expect(tab.get_by_role("status")).to_contain_text("taken back")
    tab.keyboard.press("o")
    tab.wait_for_url("**/figure/*")


def test_keys_can_be_switched_off(tab: Page, served: Callable[..., str]) -> None:
    tab.goto(served() + "/review")
    tab.keyboard.press("?")
    tab.get_by_label("Keys of one letter are on").uncheck()
    tab.get_by_role("button", name="Close").click()
    tab.keyboard.press("?")
    expect(tab.get_by_role("dialog")).to_be_hidden()
    tab.get_by_role("button", name="Keys").click()
    expect(tab.get_by_role("dialog")).to_be_visible()


@pytest.mark.usefixtures("all_unsure")
def test_the_desk_suits_everybody(tab: Page, served: Callable[..., str]) -> None:
    base = served()
    tab.goto(base + "/review")
    expect(tab.get_by_role("link", name="One agreement or two")).to_be_visible(timeout=60_000)
    doors = tab.locator(".piles a").evaluate_all("links => links.map(link => link.href)")
    assert len(doors) >= 4
    for place in (base + "/review", *doors):
        tab.goto(place)
        for width in (360, 1600):
            for scheme in ("light", "dark"):
                tab.emulate_media(color_scheme=scheme)
                tab.set_viewport_size({"width": width, "height": 900})
                assert not grave(tab)
                assert wider(tab) <= 0
