"""What stands before every page."""

from __future__ import annotations

from typing import Any

import pytest
from tests.web.conftest import Visit, token_of

from pactbook.web.guard.login import LASTS, is_logged_in, login_cookie

TOKEN = "a-token-nobody-can-guess"
EVERYWHERE = ("/", "/no-such-page", "/static/page.js", "/static/none.js", "/login")


@pytest.mark.parametrize("path", EVERYWHERE)
def test_every_answer_forbids_what_is_not_ours(visit: Visit, path: str) -> None:
    headers = visit().get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_a_page_that_breaks_is_told_with_the_same_headers(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    visitor = visit()

    def broken(*_: Any, **__: Any) -> None:
        raise ZeroDivisionError("nobody thought of this")

    monkeypatch.setattr(visitor.app.state.book, "tally", broken)  # type: ignore[attr-defined]
    answer = visitor.get("/")
    assert answer.status_code == 500
    assert "Something went wrong" in answer.text
    assert "ZeroDivision" not in answer.text
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("127.0.0.1:8765", 200),
        ("localhost:8765", 200),
        ("[::1]:8765", 200),
        ("192.168.1.20", 200),
        ("record.ministry.example", 200),
        ("evil.example", 421),
        ("evil.example:8765", 421),
        ("127.0.0.1.evil.example", 421),
        ("localhost.evil.example", 421),
        ("", 421),
    ],
)
def test_only_own_names_are_answered(visit: Visit, host: str, status: int) -> None:
    answer = visit(names=("record.ministry.example",)).get("/", headers={"host": host})
    assert answer.status_code == status


def test_pages_run_no_inline_script_and_no_inline_style(visit: Visit) -> None:
    for path in ("/", "/login", "/nothing"):
        page = visit().get(path).text
        assert "<script>" not in page
        assert " style=" not in page
        assert " on" not in [part[:3] for part in page.split("<")]
        assert "http://" not in page.replace("http://www.w3.org", "")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 303),
        ({"origin": "http://127.0.0.1:8765", "sec-fetch-site": "same-origin"}, 303),
        ({"origin": "http://evil.example"}, 403),
        ({"origin": "http://127.0.0.1:9999"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
    ],
)
def test_a_form_counts_only_from_our_own_page(visit: Visit, headers: dict[str, str], status: int) -> None:
    visitor = visit()
    form = {"form_token": token_of(visitor.get("/").text), "theme": "dark"}
    assert visitor.post("/theme", data=form, headers=headers).status_code == status


@pytest.mark.parametrize("said", ["", "0" * 64, "é"])
def test_a_form_without_its_token_is_refused(visit: Visit, said: str) -> None:
    visitor = visit()
    visitor.get("/")
    answer = visitor.post("/theme", data={"form_token": said, "theme": "dark"})
    assert answer.status_code == 403
    assert "Nothing was changed" in answer.text


def test_the_token_of_another_browser_is_refused(visit: Visit) -> None:
    visitor = visit()
    token = token_of(visitor.get("/").text)
    visitor.cookies.clear()
    assert visitor.post("/theme", data={"form_token": token, "theme": "dark"}).status_code == 403


def test_a_body_that_is_too_large_is_refused(visit: Visit) -> None:
    visitor = visit()
    assert visitor.post("/theme", data={"theme": "x" * 1_100_000}).status_code == 413

    def endless() -> Any:
        for _ in range(20):
            yield b"x" * 100_000

    answer = visitor.post("/theme", content=endless(), headers={"content-type": "application/x-www-form-urlencoded"})
    assert answer.status_code == 413


def test_nobody_gets_in_without_the_token(visit: Visit) -> None:
    visitor = visit(token=TOKEN)
    answer = visitor.get("/search?q=a&b=c")
    assert (answer.status_code, answer.headers["location"]) == (303, "/login?next=%2Fsearch%3Fq%3Da%26b%3Dc")
    assert visitor.post("/theme").status_code == 401
    answer = visitor.get("/api/agreements")
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert visitor.get("/static/page.js").status_code == 200


def test_the_token_lets_in_and_leaves_by_logging_out(visit: Visit) -> None:
    visitor = visit(token=TOKEN)
    form = {"form_token": token_of(visitor.get("/login").text), "next": "/?a=b"}
    wrong = visitor.post("/login", data=form | {"token": "another"})
    assert wrong.status_code == 401
    assert "That is not the token" in wrong.text
    right = visitor.post("/login", data=form | {"token": TOKEN})
    assert (right.status_code, right.headers["location"]) == (303, "/?a=b")
    kept = right.headers["set-cookie"].lower()
    assert "httponly" in kept
    assert "samesite=strict" in kept
    assert TOKEN not in right.headers["set-cookie"]
    page = visitor.get("/")
    assert page.status_code == 200
    visitor.post("/logout", data={"form_token": token_of(page.text)})
    assert visitor.get("/").status_code == 303


@pytest.mark.parametrize("wanted", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_a_login_leads_nowhere_else(visit: Visit, wanted: str) -> None:
    visitor = visit(token=TOKEN)
    form = {"form_token": token_of(visitor.get("/login").text), "next": wanted, "token": TOKEN}
    assert visitor.post("/login", data=form).headers["location"] == "/"


def test_a_program_shows_the_token_as_bearer(visit: Visit) -> None:
    visitor = visit(token=TOKEN)
    assert visitor.get("/", headers={"authorization": f"Bearer {TOKEN}"}).status_code == 200
    assert visitor.get("/", headers={"authorization": "Bearer another"}).status_code == 303


def test_a_login_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time", lambda: 1000.0)
    cookie = login_cookie(TOKEN)
    assert is_logged_in(cookie, TOKEN)
    assert not is_logged_in(cookie, TOKEN + "x")
    assert not is_logged_in(cookie.replace("1000.", "1001."), TOKEN)
    monkeypatch.setattr("time.time", lambda: 1001.0 + LASTS)
    assert not is_logged_in(cookie, TOKEN)
