"""Adding in the browser: what is dropped ends in the record, and nothing that is sent can do harm."""

from __future__ import annotations

import io
import threading
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Page, expect
from tests.web.browser import grave, wider
from tests.web.conftest import GOLD, Visit, token_of

from pactbook.web.adding import Run
from pactbook.web.guard import uploads
from pactbook.web.guard.uploads import clean

STORY = (
    "Lotte and Dong Nai plan a hospital\n\nHANOI, May 3, 2021 - KOICA and the Ministry of Health of Vietnam signed a "
    "memorandum of understanding on a children's hospital in Dong Nai on May 2, 2021, worth US$12 million.\n\n"
    "The hospital will open within three years, officials of both sides said after the ceremony in Hanoi.\n"
)


def _send(visitor: TestClient, *files: tuple[str, bytes], token: str | None = None) -> Any:
    said = token_of(visitor.get("/add").text) if token is None else token
    parts = [("files", (name, data)) for name, data in files]
    return visitor.post("/add", data={"form_token": said}, files=parts)


def _over(visitor: TestClient, address: str) -> str:
    """The page of a run when it is over."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        page = visitor.get(address).text
        if "hx-trigger" not in page:
            return page
        time.sleep(0.05)
    raise AssertionError("it did not end")


def _zipped(**files: str | bytes) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "."), data)
    return made.getvalue()


def _leftovers() -> set[Path]:
    return set(Path("/tmp").glob("pactbook-add-*"))


def test_what_is_sent_is_read_and_what_is_not_says_why(visit: Visit) -> None:
    visitor = visit()
    before = _leftovers()
    known = (GOLD / "a/en-2014-vkist-koica.txt").read_bytes()
    answer = _send(
        visitor,
        ("news/story.txt", STORY.encode()),
        ("known.txt", known),
        ("picture.jpg", b"\xff\xd8\xff\xe0\x00\x10JFIF"),
        ("all.zip", _zipped(a__txt=STORY, b__txt="")),
    )
    assert answer.status_code == 303
    page = _over(visitor, answer.headers["location"])
    assert "<dt>New</dt><dd>1</dd>" in page
    assert "<dt>Already known</dt><dd>2</dd>" in page
    assert "<dt>Skipped</dt><dd>2</dd>" in page
    assert "this is a picture (JPEG)" in page
    assert "all.zip/b.txt" in page
    skipped = visitor.get(answer.headers["location"] + "/skipped.txt")
    assert skipped.text.count("\n") == 2
    assert _leftovers() == before
    assert any("hospital" in hit.record.subject for hit in visitor.app.state.book.search("hospital"))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("tin.html", "tin.html"),
        ("../../etc/passwd", "etc/passwd"),
        ("C:\\Users\\an\\tin.html", "Users/an/tin.html"),
        ("/etc/passwd", "etc/passwd"),
        ("a/./b/../c.txt", "a/b/c.txt"),
        ("..", "a file without a name"),
        ("a\x00b\u202egpj.txt", "a\\u0000b\\u202egpj.txt"),
        ("기사.txt", "기사.txt"),
        ("x" * 5000 + ".txt", "x" * 196 + ".txt"),
    ],
)
def test_a_name_is_only_ever_words(name: str, shown: str) -> None:
    assert clean(name) == shown


def test_a_hostile_name_is_shown_and_nothing_else(visit: Visit, tmp_path: Path) -> None:
    visitor = visit()
    name = "../../<img src=x onerror=alert(1)>.txt"
    answer = _send(visitor, (name, STORY.encode()), ("<script>alert(1)</script>.txt", b""))
    page = _over(visitor, answer.headers["location"])
    assert "<img src=x" not in page
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert [p.name for p in tmp_path.iterdir() if p.name != "record.pactbook" and "pactbook" not in p.name] == []


def test_hostile_archives_are_refused_and_said_so(visit: Visit) -> None:
    visitor = visit()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("../../../tmp/evil.txt", STORY)
        archive.writestr("bomb.txt", b"\0" * 15_000_000)
        archive.writestr("inner.zip", _zipped(a__txt=STORY))
    page = _over(visitor, _send(visitor, ("evil.zip", made.getvalue())).headers["location"])
    for reason in ("leads out of the archive", "packed too well", "a zip archive inside another"):
        assert reason in page
    assert not Path("/tmp/evil.txt").exists()


@pytest.mark.parametrize("token", ["", "0" * 64])
def test_a_form_that_is_not_ours_leaves_nothing(visit: Visit, token: str) -> None:
    visitor = visit()
    before = _leftovers()
    answer = _send(visitor, ("story.txt", STORY.encode()), token=token)
    assert answer.status_code == 403
    assert _leftovers() == before
    assert "Added since" not in visitor.get("/add").text


def test_another_site_cannot_send(visit: Visit) -> None:
    visitor = visit()
    data = {"form_token": token_of(visitor.get("/add").text)}
    answer = visitor.post("/add", data=data, files={"files": b"x"}, headers={"origin": "http://evil.example"})
    assert answer.status_code == 403


def test_a_record_for_reading_only_hides_and_refuses(visit: Visit) -> None:
    visitor = visit(read_only=True)
    assert 'href="/add"' not in visitor.get("/").text
    assert visitor.get("/add").status_code == 403
    assert _send(visitor, ("story.txt", STORY.encode()), token=token_of(visitor.get("/").text)).status_code == 403


def test_a_form_without_files_says_so(visit: Visit) -> None:
    visitor = visit()
    answer = _send(visitor, ("", b""))
    assert answer.status_code == 400
    assert "No file was chosen" in answer.text
    assert visitor.post("/add", data={"form_token": "x"}).status_code == 400


def test_too_many_files_are_refused_before_they_fill_the_disk(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "FILES", 3)
    visitor = visit()
    before = _leftovers()
    answer = _send(visitor, *[(f"{n}.txt", b"x") for n in range(4)])
    assert answer.status_code == 413
    assert "zip archive" in answer.text
    assert _leftovers() == before


def test_a_form_that_breaks_off_leaves_nothing(visit: Visit) -> None:
    visitor = visit()
    before = _leftovers()
    token = token_of(visitor.get("/add").text)
    head = '--x\r\nContent-Disposition: form-data; name="{}"{}\r\n\r\n'
    body = head.format("form_token", "") + token + "\r\n" + head.format("files", '; filename="a.txt"') + "half"
    for sent in (body, "no form at all"):
        headers = {"content-type": "multipart/form-data; boundary=x"}
        answer = visitor.post("/add", content=sent.encode(), headers=headers)
        assert answer.status_code in (400, 403)
        assert "Traceback" not in answer.text
    assert _leftovers() == before


def test_a_second_run_waits_for_the_first_and_either_can_be_stopped(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = visit()
    gate = threading.Event()
    real = Run.sources

    def held(run: Run) -> Any:
        gate.wait(60)
        yield from real(run)

    monkeypatch.setattr(Run, "sources", held)
    first = _send(visitor, ("one.txt", STORY.encode())).headers["location"]
    second = _send(visitor, ("two.txt", STORY.encode())).headers["location"]
    page = visitor.get(second).text
    assert "Waiting" in page
    assert "1 other run of adding is before this one" in page
    assert "hx-trigger" in page
    visitor.post(f"{second}/stop", data={"form_token": token_of(page)})
    gate.set()
    assert "<dt>New</dt><dd>1</dd>" in _over(visitor, first)
    assert "Stopped" in _over(visitor, second)
    assert visitor.get("/add/unheard-of").status_code == 404


def test_files_are_dropped_and_their_agreements_found(tab: Page, served: Callable[..., str]) -> None:
    base = served()
    tab.goto(base + "/add")
    expect(tab.get_by_role("button", name="Add to the record")).to_be_disabled()
    dropped = tab.evaluate_handle(
        """([story, name]) => {
            const data = new DataTransfer();
            data.items.add(new File([story], name));
            data.items.add(new File(["\\xff\\xd8"], "empty.txt"));
            return data;
        }""",
        [STORY, "bệnh viện.txt"],
    )
    tab.dispatch_event("[data-drop]", "dragover", {"dataTransfer": dropped})
    tab.dispatch_event("[data-drop]", "drop", {"dataTransfer": dropped})
    expect(tab.locator("[data-chosen]")).to_contain_text("2 files")
    expect(tab.get_by_role("button", name="Add to the record")).to_be_focused()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/add/*")
    expect(tab.get_by_role("heading", name="Done")).to_be_visible(timeout=60_000)
    expect(tab.locator("dl")).to_contain_text("New1")
    expect(tab.locator("table")).to_contain_text("empty.txt")
    assert not grave(tab)


def test_a_form_without_script_does_the_same(chromium: Any, served: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(STORY)
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(served() + "/add")
        page.set_input_files("#files", tmp_path / "story.txt")
        page.get_by_role("button", name="Add to the record").click()
        page.wait_for_url("**/add/*")
        expect(page.get_by_role("heading", name="Done")).to_be_visible(timeout=60_000)


def test_the_page_suits_everybody(tab: Page, served: Callable[..., str]) -> None:
    tab.goto(served() + "/add")
    for width in (360, 1600):
        for scheme in ("light", "dark"):
            tab.emulate_media(color_scheme=scheme)
            tab.set_viewport_size({"width": width, "height": 900})
            assert not grave(tab)
            assert wider(tab) <= 0
