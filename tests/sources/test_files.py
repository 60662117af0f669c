"""Files and folders: what is found, in which order, and what is said of the rest."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from pactbook.errors import NotAnArticle, SourceError, UnreadableSource
from pactbook.sources.files import LARGEST, address_of, iter_paths, read


def names(top: Path, *paths: str) -> list[str]:
    """The files found, as paths below ``top``; errors as ``!`` and their reason."""
    found = iter_paths(paths or (str(top),))
    return [f"!{f.reason}" if isinstance(f, SourceError) else f.relative_to(top).as_posix() for f in found]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.html", "sub/c.txt", "sub/deeper/d.html", ".hidden", ".git/config"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"words of {name}", encoding="utf-8")
    return tmp_path


def test_a_folder_is_read_with_its_folders_in_the_order_of_names_and_without_hidden_files(tree: Path) -> None:
    assert names(tree) == ["a.html", "b.txt", "sub/c.txt", "sub/deeper/d.html"]


def test_paths_keep_their_order_and_each_file_comes_once(tree: Path) -> None:
    given = (str(tree / "sub"), str(tree / "b.txt"), str(tree), str(tree / "b.txt"))
    assert names(tree, *given) == ["sub/c.txt", "sub/deeper/d.html", "b.txt", "a.html"]


def test_a_hidden_file_is_read_when_it_is_named(tree: Path) -> None:
    assert names(tree, str(tree / ".hidden")) == [".hidden"]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.txt", ["b.txt"]),
        ("**/*.txt", ["b.txt", "sub/c.txt"]),
        ("s*", ["sub/c.txt", "sub/deeper/d.html"]),
        ("*.pdf", ["!no file fits this pattern"]),
    ],
)
def test_patterns(tree: Path, pattern: str, expected: list[str]) -> None:
    assert names(tree, str(tree / pattern)) == expected


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "what[1]?.txt").write_text("words", encoding="utf-8")
    assert names(tmp_path, str(tmp_path / "what[1]?.txt")) == ["what[1]?.txt"]


def test_the_record_that_a_folder_holds_is_left_out_unless_it_is_named(tree: Path) -> None:
    for name in ("news.db", "news.db-wal", "news.db-shm", "sub/news.db"):
        (tree / name).write_bytes(b"SQLite format 3")
    record = tree / "sub" / ".." / "news.db"
    found = [path for path in iter_paths((str(tree),), record) if isinstance(path, Path)]
    assert [path.relative_to(tree).as_posix() for path in found] == [
        "a.html", "b.txt", "sub/c.txt", "sub/deeper/d.html", "sub/news.db",
    ]  # fmt: skip
    assert list(iter_paths((str(tree / "news.db"),), record)) == [tree / "news.db"]


def test_the_parts_that_a_browser_saves_beside_a_page_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "Deal.html").write_text("<p>words", encoding="utf-8")
    (tmp_path / "Deal_files").mkdir()
    (tmp_path / "Deal_files" / "ad.html").write_text("<p>buy", encoding="utf-8")
    (tmp_path / "other_files").mkdir()
    (tmp_path / "other_files" / "page.html").write_text("<p>words", encoding="utf-8")
    assert names(tmp_path) == ["Deal.html", "other_files/page.html"]


@pytest.mark.parametrize("path", ["missing.txt", "missing/", "", "nul\x00byte"])
def test_what_is_missing_is_an_error_and_the_rest_goes_on(tree: Path, path: str) -> None:
    found = list(iter_paths([path and str(tree / path), str(tree / "b.txt")]))
    assert isinstance(found[0], UnreadableSource)
    assert found[1] == tree / "b.txt"


def test_folders_that_hold_themselves_end(tree: Path) -> None:
    (tree / "sub" / "again").symlink_to(tree, target_is_directory=True)
    assert names(tree) == ["a.html", "b.txt", "sub/c.txt", "sub/deeper/d.html"]


def test_a_link_that_leads_nowhere(tmp_path: Path) -> None:
    (tmp_path / "link.txt").symlink_to(tmp_path / "gone.txt")
    assert names(tmp_path) == ["!the link leads nowhere"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes in folders are of Unix")
def test_a_pipe_is_named_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert names(tmp_path) == ["!this is a device or a pipe, not a file"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_what_must_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("words", encoding="utf-8")
    (tmp_path / "secret.txt").chmod(0)
    with pytest.raises(UnreadableSource, match="not allowed"):
        read(tmp_path / "secret.txt")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_name_that_is_not_utf8_can_be_read_and_printed(tmp_path: Path) -> None:
    path = Path(os.fsdecode(os.fsencode(tmp_path) + b"/b\xe1o.txt"))
    path.write_bytes(b"words")
    (found,) = iter_paths([str(tmp_path)])
    assert isinstance(found, Path)
    assert read(found).data == b"words"
    assert read(found).address.endswith("b\\xe1o.txt")
    assert address_of(found).encode("utf-8")


def test_the_walk_is_lazy(tree: Path) -> None:
    walk = iter_paths([str(tree)])
    assert next(walk) == tree / "a.html"
    (tree / "sub" / "later.txt").write_text("words", encoding="utf-8")
    assert tree / "sub" / "later.txt" in list(walk)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "the file is empty"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", "this is a picture (JPEG), not a page or text"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "this is a picture (PNG), not a page or text"),
        (b"%PDF-1.7\n%\xe2\xe3", "this is a PDF document, not a page or text"),
        (b'{"articles": []}', "this is JSON data, not a page or text"),
        (
            b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml word/document.xml",
            "this is a Word document, not a page or text",
        ),
        (b"PK\x03\x04\x14\x00\x06\x00xl/workbook.xml", "this is an Excel workbook, not a page or text"),
        (
            b"PK\x03\x04\x14\x00\x00\x00article.txt",
            "this is a zip archive, not a page or text",
        ),
        (b"\x1f\x8b\x08\x00\x00", "this is a gzip archive; unpack it first, not a page or text"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "this is an old Office document (doc, xls or ppt), not a page or text"),
        (b"SQLite format 3\x00", "this is a database (SQLite), not a page or text"),
        (b"{\\rtf1\\ansi", "this is a document in rich text (RTF); save it as plain text, not a page or text"),
        (
            b"<?xml version='1.0'?><rss version='2.0'>",
            "this is a feed or a site map (XML), which is not read yet, not a page or text",
        ),
    ],
)
def test_what_is_no_text_is_named(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "file").write_bytes(data)
    with pytest.raises(NotAnArticle) as caught:
        read(tmp_path / "file")
    assert caught.value.reason == reason


@pytest.mark.parametrize(
    "data", [b"BMW opens a plant in Hanoi.", b"MZ", b"<?xml version='1.0'?><html><body>", b"RIFF cuts 300 jobs."]
)
def test_text_that_begins_like_something_else_is_text(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "file.txt").write_bytes(data)
    assert read(tmp_path / "file.txt").data == data


def test_a_file_that_is_too_large_is_not_loaded(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.write(b"words ")
        file.truncate(200 * 1024 * 1024)
    with pytest.raises(UnreadableSource, match="200 MB is too large for one article; the limit is 20 MB"):
        read(path)


def test_a_file_at_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_bytes(b"w" * LARGEST)
    assert len(read(path).data) == LARGEST


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableSource, match="this is a folder"):
        read(tmp_path)


@pytest.mark.parametrize(
    ("name", "data", "media_type"),
    [
        ("page.html", b"words", "text/html"),
        ("page.HTM", b"words", "text/html"),
        ("dump.txt", b"<p>words", "text/plain"),
        ("page", b"  <!doctype html>", "text/html"),
        ("dump", b"words", None),
    ],
)
def test_the_media_type_is_what_the_name_says_or_the_first_byte(
    tmp_path: Path, name: str, data: bytes, media_type: str | None
) -> None:
    (tmp_path / name).write_bytes(data)
    assert read(tmp_path / name).media_type == media_type
