"""Review: doubts are found, decided with the keyboard alone, and every decision can be taken back."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Page, expect
from tests.web.browser import grave, wider
from tests.web.conftest import Visit, token_of

from pactbook.errors import RecordError
from pactbook.pipeline.reviewing import Review
from pactbook.web.desk import Doubt, Pile


def _pile(visitor: TestClient) -> Pile:
    desk = visitor.app.state.desk  # type: ignore[attr-defined]
    end = time.monotonic() + 60
    while (pile := desk.pile) is None and not desk.why:
        assert time.monotonic() < end
        time.sleep(0.02)
    assert isinstance(pile, Pile)
    return pile


def _decide(visitor: TestClient, doubt: Doubt, do: str, **said: str) -> Any:
    place = f"/review/{doubt.section}/{doubt.key}"
    form = {"form_token": token_of(visitor.get(place).text), "do": do, "who": "An", "why": "read both"} | said
    return visitor.post(place, data=form)


def _log(visitor: TestClient) -> list[Any]:
    return [one.decision for one in visitor.app.state.book.review("").log()]  # type: ignore[attr-defined]


def _put(visitor: TestClient, *doubts: Doubt) -> None:
    """Only these are on the desk."""
    pile = _pile(visitor)
    pile.doubts = {doubt.key: doubt for doubt in doubts}


def _agreements(visitor: TestClient) -> list[str]:
    """Agreements that no sentence tells together with another one."""
    book = visitor.app.state.book  # type: ignore[attr-defined]
    views = [book.show(hit.record.id) for hit in book.search(limit=None)]
    places = {v.record.id: {min(t.telling.claim.evidence) for t in v.told} for v in views}
    every = Counter(place for mine in places.values() for place in mine)
    return sorted(name for name, mine in places.items() if all(every[place] == 1 for place in mine))


def test_the_list_is_made_while_the_page_waits(visit: Visit) -> None:
    visitor = visit()
    first = visitor.get("/review").text
    assert "Looking through the record" in first
    assert "hx-trigger" in first
    pile = _pile(visitor)
    page = visitor.get("/review").text
    assert "hx-trigger" not in page
    for section in ("unsure", "pairs", "bodies"):
        if mine := pile.of(section):
            assert f"/review/{section}/{mine[0].key}" in page
            assert f"0 of {len(mine)}" in page


def test_every_doubt_of_the_list_can_be_opened(visit: Visit) -> None:
    visitor = visit()
    pile = _pile(visitor)
    assert len(pile.doubts) >= 3
    for doubt in pile.doubts.values():
        page = visitor.get(f"/review/{doubt.section}/{doubt.key}")
        assert page.status_code == 200
        assert "Settled meanwhile" not in page.text
        assert doubt.section in ("bodies", "conflicts") or 'class="quote"' in page.text


@pytest.mark.parametrize(
    ("section", "do", "action"),
    [
        ("pairs", "merge", "merge"),
        ("pairs", "differ", "differ"),
        ("unsure", "accept", "accept"),
        ("unsure", "reject-claim", "reject"),
    ],
)
def test_a_doubt_is_settled_and_opened_again_by_undoing(visit: Visit, section: Any, do: str, action: str) -> None:
    visitor = visit()
    one, other, third = _agreements(visitor)[:3]
    claim = visitor.app.state.book.show(one).told[0].telling.id  # type: ignore[attr-defined]
    mine = Doubt(section, (claim, one) if section == "unsure" else (one, other), ("why not",))
    following = Doubt(section, (third, third), ("later",))
    _put(visitor, mine, following)
    answer = _decide(visitor, mine, do)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith(f"/review/{section}/{following.key}?done=")
    decision = _log(visitor)[-1]
    assert (decision.action, decision.who, decision.why) == (action, "An", "read both")
    page = visitor.get(answer.headers["location"]).text
    assert "Undo <kbd>u</kbd>" in page
    assert "1 left" in page
    form = {"form_token": token_of(page), "decision": decision.id, "who": "An"}
    back = visitor.post("/review/undo", data=form)
    assert back.headers["location"].startswith(f"/review/{section}/{mine.key}?done=")
    assert _log(visitor)[-1].undoes == decision.id
    assert "2 left" in visitor.get(back.headers["location"]).text


def test_an_answer_of_the_sources_or_a_word_of_ones_own_is_kept(visit: Visit) -> None:
    visitor = visit()
    one, other = _agreements(visitor)[:2]
    first, second = Doubt("conflicts", (one,), ("date",)), Doubt("conflicts", (other,), ("kind",))
    _put(visitor, first, second)
    _decide(visitor, first, "keep:date:2014-03-25")
    answer = _decide(visitor, second, "edit", field="kind", value="grant")
    assert answer.status_code == 303, answer.text
    book = visitor.app.state.book  # type: ignore[attr-defined]
    assert book.show(one).record.date == "2014-03-25"
    assert book.show(other).record.kind == "grant"


def test_bodies_are_one_or_two(visit: Visit) -> None:
    visitor = visit()
    bodies = ["kr.koica", "vn.most"]
    mine = Doubt("bodies", tuple(bodies), ("names 90% alike",))
    _put(visitor, mine)
    page = visitor.get(f"/review/bodies/{mine.key}").text
    assert all(f"/organisation/{body}" in page for body in bodies)
    answer = _decide(visitor, mine, "differ")
    assert answer.headers["location"].startswith("/review?done=")
    assert _log(visitor)[-1].action == "differ"


def test_what_was_settled_elsewhere_says_so(visit: Visit) -> None:
    visitor = visit()
    one, other = _agreements(visitor)[:2]
    mine = Doubt("pairs", (one, other), ("alike",))
    _put(visitor, mine)
    visitor.app.state.book.review("Bình").merge([one, other])  # type: ignore[attr-defined]
    assert "Settled meanwhile" in visitor.get(f"/review/pairs/{mine.key}").text


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
    mine = Doubt("conflicts", (_agreements(visitor)[0],), ("date",))
    _put(visitor, mine)
    assert _decide(visitor, mine, said.pop("do", "accept"), **said).status_code == status
    assert not _log(visitor)
    assert not _pile(visitor).settled
    assert visitor.get("/review/conflicts/none").status_code == 404
    assert visitor.get(f"/review/pairs/{mine.key}").status_code == 404


def test_a_record_for_reading_only_shows_doubts_and_no_forms(visit: Visit) -> None:
    visitor = visit(read_only=True)
    mine = Doubt("conflicts", (_agreements(visitor)[0],), ("date",))
    _put(visitor, mine)
    page = visitor.get(f"/review/conflicts/{mine.key}").text
    assert 'name="do"' not in page
    form = {"form_token": token_of(page), "do": "accept", "who": "An"}
    assert visitor.post(f"/review/conflicts/{mine.key}", data=form).status_code == 403


def test_a_list_that_cannot_be_made_says_why_and_can_be_asked_for_again(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = visit()

    def broken(*_: Any) -> None:
        raise RecordError("the disk is gone")

    with monkeypatch.context() as broke:
        broke.setattr(Review, "queue", broken)
        visitor.get("/review")
        end = time.monotonic() + 30
        while "the disk is gone" not in (page := visitor.get("/review").text):
            assert time.monotonic() < end
    visitor.post("/review/look-again", data={"form_token": token_of(page)})
    assert _pile(visitor).doubts


def test_the_desk_is_worked_with_the_keyboard_alone(tab: Page, served: Callable[..., str]) -> None:
    tab.goto(served(analyst="An") + "/review")
    link = tab.get_by_role("link", name="Sources disagree")
    expect(link).to_be_visible(timeout=60_000)
    link.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/review/conflicts/*")
    first = tab.url
    tab.keyboard.press("j")
    tab.wait_for_url(lambda url: "/review/conflicts/" in url and url != first)
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
    assert tab.url.split("?")[0] != first
    tab.keyboard.press("u")
    tab.wait_for_url(f"{first}?done=*")
    expect(tab.get_by_role("status")).to_contain_text("taken back")


def test_keys_can_be_switched_off(tab: Page, served: Callable[..., str]) -> None:
    tab.goto(served() + "/review")
    expect(tab.get_by_role("link", name="Sources disagree")).to_be_visible(timeout=60_000)
    tab.keyboard.press("?")
    tab.get_by_label("Keys of one letter are on").uncheck()
    tab.get_by_role("button", name="Close").click()
    tab.keyboard.press("?")
    expect(tab.get_by_role("dialog")).to_be_hidden()
    tab.get_by_role("button", name="Keys").click()
    expect(tab.get_by_role("dialog")).to_be_visible()


def test_the_desk_suits_everybody(tab: Page, served: Callable[..., str]) -> None:
    base = served()
    tab.goto(base + "/review")
    expect(tab.get_by_role("link", name="Sources disagree")).to_be_visible(timeout=60_000)
    doors = tab.locator(".piles a").evaluate_all("links => links.map(link => link.href)")
    for place in (base + "/review", *doors):
        tab.goto(place)
        for width in (360, 1600):
            for scheme in ("light", "dark"):
                tab.emulate_media(color_scheme=scheme)
                tab.set_viewport_size({"width": width, "height": 900})
                assert not grave(tab)
                assert wider(tab) <= 0
