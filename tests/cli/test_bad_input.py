"""Whatever the input is: a clear line in the summary, nothing lost, and the exit status says it."""

from __future__ import annotations

import os
import sqlite3
import struct
import unicodedata
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import Result

STORY = """Hanoi, Seoul sign deal on customs data

HANOI, May 3, 2023 - The General Department of Vietnam Customs and the Korea Customs Service signed a memorandum of
understanding on the exchange of customs data in Hanoi on Tuesday. The deal is worth US$100 million, officials said.
Both agencies will meet again next year in Seoul to see how the exchange of data works and what is left to be done.
"""
VIETNAMESE = """Việt Nam và Hàn Quốc ký biên bản ghi nhớ về hải quan

Hà Nội, ngày 3/5/2023 - Tổng cục Hải quan Việt Nam và Cơ quan Hải quan Hàn Quốc đã ký biên bản ghi nhớ về trao đổi
dữ liệu hải quan tại Hà Nội. Hai bên sẽ gặp lại nhau vào năm sau tại Seoul để đánh giá kết quả trao đổi dữ liệu.
"""
KOREAN = """한국과 베트남, 세관 자료 교환 양해각서 체결

한국 관세청과 베트남 관세총국은 2023년 5월 3일 하노이에서 세관 자료 교환에 관한 양해각서를 체결했다. 양측은 내년에
서울에서 다시 만나 자료 교환의 성과를 점검하고 남은 과제를 논의하기로 했다고
관세청이 밝혔다. 이번 양해각서는 5년 동안 효력을 가진다.
"""
PAGE = (
    "<html><head><meta charset='{label}'><title>{title}</title></head>"
    "<body><article><h1>{title}</h1>{body}</article></body></html>"
)


def page(text: str, label: str) -> str:
    title, *body = text.split("\n\n")
    return PAGE.format(label=label, title=title, body="".join(f"<p>{p}</p>" for p in body))


def a_picture(path: Path) -> None:
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + bytes(40))


def a_zip(path: Path) -> None:
    """Broken off, as a download may be."""
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("article.txt", STORY)
    path.write_bytes(path.read_bytes()[:-30])


def a_home_page(path: Path) -> None:
    teasers = "".join(f"<li><a href='/{n}'>Teaser number {n} of many stories</a></li>" for n in range(60))
    path.write_text(f"<html><head><title>Daily News</title></head><body><nav><ul>{teasers}</ul></nav></body></html>")


def a_404(path: Path) -> None:
    path.write_text("<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1>"
                    "<p>The requested URL was not found on this server.</p></body></html>")  # fmt: skip


def a_cookie_wall(path: Path) -> None:
    path.write_text("<html><head><title>Before you continue</title></head><body><div class='cookie-consent'>"
                    "<p>We use cookies and data to deliver and maintain our services.</p>"
                    "<button>Accept all</button><button>Reject all</button></div></body></html>")  # fmt: skip


def two_hundred_megabytes(path: Path) -> None:
    with path.open("wb") as file:
        file.write(STORY.encode())
        file.truncate(200 * 1024 * 1024)


#: A file that holds no article → what the summary says of it.
NO_ARTICLE = {
    "empty.txt": (lambda p: p.write_bytes(b""), "empty"),
    "blank.txt": (lambda p: p.write_text(" \n\t\n" * 50), ""),
    "picture.png": (a_picture, "PNG"),
    "picture.html": (a_picture, "PNG"),
    "paper.pdf": (lambda p: p.write_bytes(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + os.urandom(500)), "PDF"),
    "many.zip": (a_zip, "zip archive is damaged"),
    "home.html": (a_home_page, ""),
    "gone.html": (a_404, ""),
    "wall.html": (a_cookie_wall, ""),
    "huge.txt": (two_hundred_megabytes, "200 MB is too large"),
    "nothing but NUL.txt": (lambda p: p.write_bytes(bytes(4000)), ""),
    "dead link.txt": (lambda p: p.symlink_to("nowhere"), "link leads nowhere"),
}


@pytest.mark.parametrize("name", NO_ARTICLE)
@pytest.mark.parametrize("verb", ["add", "extract"])
def test_a_file_without_an_article_is_named_with_its_reason_and_the_others_are_read(
    typed, tmp_path: Path, name: str, verb: str
) -> None:
    make, reason = NO_ARTICLE[name]
    folder = tmp_path / "news"
    folder.mkdir()
    make(folder / name)
    (folder / "story.txt").write_text(STORY)
    result = typed(verb, folder)
    # extract is a link in a chain of programs: one bad page does not break it.
    assert result.exit_code == (1 if verb == "add" else 0)
    line = next(line for line in (result.stdout + result.stderr).splitlines() if name in line)
    assert reason.lower() in line.split(name, 1)[1].lower()
    assert "report it" not in line
    assert one_story_was_read(result, verb)


@pytest.mark.parametrize("name", NO_ARTICLE)
def test_extract_says_so_where_nothing_at_all_could_be_read(typed, tmp_path: Path, name: str) -> None:
    make, _ = NO_ARTICLE[name]
    make(tmp_path / name)
    result = typed("extract", tmp_path / name)
    assert result.exit_code == 1
    assert name in result.stderr
    assert result.stdout == ""


def one_story_was_read(result: Result, verb: str) -> bool:
    if verb == "extract":
        return result.stdout.count('"title":"Hanoi, Seoul sign deal on customs data"') == 1
    return "1 new, 0 already known, 1 skipped" in result.stdout


def test_a_path_that_leads_nowhere(typed, tmp_path: Path) -> None:
    result = typed("add", tmp_path / "no such folder", tmp_path / "*.htm")
    assert result.exit_code == 1
    assert "no such folder: there is no such file or folder" in result.stdout
    assert "*.htm: no file fits this pattern" in result.stdout


@pytest.fixture
def nobody(tmp_path: Path) -> Iterator[None]:
    """Somebody who may do nothing but what everybody may: root is never refused anything."""
    for folder in (tmp_path, tmp_path.parent, tmp_path.parent.parent):
        folder.chmod(0o755)
    tmp_path.chmod(0o777)
    if os.geteuid():
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.usefixtures("nobody")
def test_a_file_and_a_folder_that_may_not_be_read(typed, tmp_path: Path) -> None:
    secret, closed = tmp_path / "secret.txt", tmp_path / "closed"
    secret.write_text(STORY)
    closed.mkdir()
    secret.chmod(0)
    closed.chmod(0)
    result = typed("add", secret, closed, story(tmp_path))
    closed.chmod(0o700)
    assert result.exit_code == 1
    assert "secret.txt: you are not allowed to read this" in result.stdout
    assert "closed: you are not allowed to read this" in result.stdout
    assert "1 new" in result.stdout


#: Bytes → what must be read out of them.
ENCODINGS = {
    "utf-8 with BOM": (VIETNAMESE.encode("utf-8-sig"), ".txt", "Tổng cục Hải quan Việt Nam"),
    "utf-16": (KOREAN.encode("utf-16"), ".txt", "양해각서를 체결했다"),
    "cp949 labelled EUC-KR": (page(KOREAN.replace("점검", "펲검"), "EUC-KR").encode("cp949"), ".html", "관세총국은"),
    "cp949, no label": (KOREAN.encode("cp949"), ".txt", "관세총국은"),
    "utf-8 labelled EUC-KR": (page(KOREAN, "EUC-KR").encode(), ".html", "관세총국은"),
    "windows-1258": (page(VIETNAMESE, "windows-1258"), ".html", "Hải quan Việt Nam"),
    "utf-8 labelled latin-1": (page(VIETNAMESE, "iso-8859-1").encode(), ".html", "Hải quan Việt Nam"),
}


def windows_1258(text: str) -> bytes:
    """Vietnamese as Windows wrote it: base letter with hat or horn in one byte, the tone in the next."""
    pieces = []
    for char in unicodedata.normalize("NFC", text):
        try:
            pieces.append(char.encode("cp1258"))
        except UnicodeEncodeError:
            base, *marks = unicodedata.normalize("NFD", char)
            tones = [m for m in marks if m in "\u0300\u0301\u0303\u0309\u0323"]
            hats = [m for m in marks if m not in tones]
            pieces.append(unicodedata.normalize("NFC", base + "".join(hats)).encode("cp1258"))
            pieces += [t.encode("cp1258") for t in tones]
    return b"".join(pieces)


@pytest.mark.parametrize("name", ENCODINGS)
def test_text_in_any_encoding_is_read(typed, tmp_path: Path, name: str) -> None:
    data, ending, words = ENCODINGS[name]
    path = tmp_path / f"story{ending}"
    path.write_bytes(data if isinstance(data, bytes) else windows_1258(data))
    result = typed("extract", path)
    assert result.exit_code == 0, result.stderr
    assert words in result.stdout


def test_nul_bytes_in_a_text_do_no_harm(typed, tmp_path: Path) -> None:
    (tmp_path / "nul.txt").write_bytes(STORY.replace(" deal", " \x00deal\x00").encode())
    result = typed("extract", tmp_path / "nul.txt")
    assert result.exit_code == 0, result.stderr
    assert "\\u0000" not in result.stdout


def test_fifty_thousand_nested_tags(typed, tmp_path: Path) -> None:
    deep = "<div>" * 50_000 + page(STORY, "utf-8") + "</div>" * 50_000
    (tmp_path / "deep.html").write_text(f"<html><body>{deep}</body></html>")
    (tmp_path / "story.txt").write_text(STORY)
    result = typed("add", tmp_path / "deep.html", tmp_path / "story.txt")
    # It is read or skipped with a reason that is its own; either way the other story is in the record.
    assert result.exit_code in (0, 1)
    assert "Read 2 sources" in result.stdout
    assert "report it" not in result.stdout
    assert "longer than" not in result.stdout


def test_a_name_that_is_not_utf_8(typed, tmp_path: Path) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    try:
        (tmp_path / name).write_text(STORY)
    except OSError:
        pytest.skip("this file system takes no such names")
    result = typed("add", tmp_path / name)
    assert result.exit_code == 0, result.output
    assert "1 new" in result.stdout


def test_ten_thousand_tiny_files(typed, tmp_path: Path) -> None:
    folder = tmp_path / "tiny"
    for n in range(10_000):
        inner = folder / f"{n // 1000}"
        inner.mkdir(parents=True, exist_ok=True)
        (inner / f"{n}.txt").write_text(f"{n}")
    (folder / "story.txt").write_text(STORY)
    result = typed("add", folder, "--json")
    assert result.exit_code == 1
    assert '"read":10001,"new":1' in result.stdout


# The record


def test_a_record_file_that_is_not_ours(typed, tmp_path: Path) -> None:
    letter = tmp_path / "letter.docx"
    letter.write_text("Dear colleague, this is a letter. " * 10)
    result = typed("add", __file__, "--record", letter)
    assert result.exit_code == 3
    assert "letter.docx: this is not a pactbook record" in result.stderr
    assert letter.read_text().startswith("Dear colleague")


def test_a_database_of_another_program(typed, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE mine (id)")
    connection.close()
    result = typed("search", "x", "--record", other)
    assert result.exit_code == 3
    assert "another program" in result.stderr


def test_a_record_newer_than_the_program(typed, tmp_path: Path) -> None:
    assert typed("add", story(tmp_path)).exit_code == 0
    with sqlite3.connect(tmp_path / "record.pactbook") as connection:
        connection.execute("PRAGMA user_version = 9999")
    connection.close()
    result = typed("search", "customs")
    assert result.exit_code == 3
    assert "newer pactbook" in result.stderr
    assert "upgrade" in result.stderr


def test_a_record_that_another_program_writes_to(typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert typed("add", story(tmp_path)).exit_code == 0
    monkeypatch.setattr("pactbook.pipeline.book.WAIT", 0.1)
    (tmp_path / "more.txt").write_text(STORY.replace("customs", "tax"))
    other = sqlite3.connect(tmp_path / "record.pactbook", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        result = typed("add", tmp_path / "more.txt")
        reader = typed("search", "customs")
    finally:
        other.close()
    assert result.exit_code == 3
    assert "another program is writing to it" in result.stderr
    assert reader.exit_code == 0
    assert typed("add", tmp_path / "more.txt").exit_code == 0


def test_a_full_disk(typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert typed("add", story(tmp_path)).exit_code == 0
    before = typed("search", "--json").stdout
    connect = sqlite3.connect

    def full(*args: object, **options: object) -> sqlite3.Connection:
        connection = connect(*args, **options)
        # SQLite says the same of a file that may not grow as of a disk without room.
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count = {pages}")
        return connection

    (tmp_path / "long.txt").write_text(STORY.replace("customs", "tax") + "The two sides met again. " * 2000)
    monkeypatch.setattr(sqlite3, "connect", full)
    result = typed("add", tmp_path / "long.txt")
    monkeypatch.undo()
    assert result.exit_code == 3
    assert "Stopped after 0 sources, 0 of them new in the record." in result.stderr
    assert "the disk is full" in result.stderr
    monkeypatch.setenv("PACTBOOK_RECORD", str(tmp_path / "record.pactbook"))
    assert typed("search", "--json").stdout == before
    assert typed("add", tmp_path / "long.txt").exit_code == 0


@pytest.mark.usefixtures("nobody")
def test_a_folder_that_may_not_be_written(typed, tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    result = typed("add", story(tmp_path), "--record", closed / "new.pactbook")
    assert result.exit_code == 3


def story(folder: Path) -> Path:
    path = folder / "story.txt"
    path.write_text(STORY)
    return path
