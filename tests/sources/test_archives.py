"""Zip archives: pages come out, and nothing that an archive can do hurts."""

from __future__ import annotations

import stat
import struct
import zipfile
from pathlib import Path

import pytest

from pactbook.errors import NotAnArticle, SourceError
from pactbook.model.source import Source
from pactbook.pipeline.entrance import count, sources
from pactbook.sources import archives
from pactbook.sources.archives import is_archive, read_archive

TEXT = "KOICA and the Ministry of Health signed a memorandum."


def _zip(path: Path, files: dict[str, bytes | str], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return path


def _reasons(path: Path) -> list[str]:
    return [str(found) for found in read_archive(path, "a.zip") if isinstance(found, SourceError)]


def test_pages_and_texts_come_out_under_their_names(tmp_path: Path) -> None:
    path = _zip(tmp_path / "a.zip", {"2014/tin.html": "<p>Ký kết</p>", "b.txt": TEXT, "2014/": "", "dữ liệu.txt": TEXT})
    found = list(read_archive(path, "a.zip"))
    assert all(isinstance(one, Source) for one in found)
    assert [(one.address, one.media_type) for one in found if isinstance(one, Source)] == [
        ("a.zip/2014/tin.html", "text/html"),
        ("a.zip/b.txt", "text/plain"),
        ("a.zip/dữ liệu.txt", "text/plain"),
    ]
    assert count([path]) == 3


def test_an_archive_stands_among_files_and_folders(tmp_path: Path) -> None:
    (tmp_path / "c.txt").write_text(TEXT)
    _zip(tmp_path / "a.zip", {"b.txt": TEXT})
    assert [one.address for one in sources([tmp_path])] == [
        f"{tmp_path}/a.zip/b.txt",
        f"{tmp_path}/c.txt",
    ]
    assert count([tmp_path]) == 2


def test_hidden_files_and_what_a_mac_adds_are_left_out(tmp_path: Path) -> None:
    path = _zip(tmp_path / "a.zip", {".hidden": TEXT, "x/.DS_Store": TEXT, "__MACOSX/b.txt": TEXT, "b.txt": TEXT})
    assert [one.address for one in read_archive(path, "a.zip")] == ["a.zip/b.txt"]


def test_names_of_korean_windows_are_read(tmp_path: Path) -> None:
    path = _zip(tmp_path / "a.zip", {"xxxx.txt": TEXT})
    path.write_bytes(path.read_bytes().replace(b"xxxx.txt", "기사".encode("cp949") + b".txt"))
    assert [one.address for one in read_archive(path, "a.zip")] == ["a.zip/기사.txt"]


@pytest.mark.parametrize(
    "name",
    [
        "../../etc/passwd",
        "/etc/passwd",
        "a/../../b.txt",
        "..\\..\\b.txt",
        "C:/b.txt",
        "C:\\b.txt",
        "..",
        "\\\\host\\b.txt",
    ],
)
def test_a_name_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    path = _zip(tmp_path / "a.zip", {name: TEXT, "b.txt": TEXT})
    found = list(read_archive(path, "a.zip"))
    assert len(found) == 2
    assert isinstance(found[0], SourceError)
    assert "leads out of the archive" in found[0].reason
    assert isinstance(found[1], Source)
    assert [p.name for p in tmp_path.iterdir()] == ["a.zip"]


@pytest.mark.parametrize("name", ["<script>alert(1)</script>.txt", "a\x1b[31m.txt", "a\u202etxt.exe", "a\nb.txt"])
def test_a_name_is_only_ever_words(tmp_path: Path, name: str) -> None:
    (found,) = read_archive(_zip(tmp_path / "a.zip", {name: TEXT}), "a.zip")
    assert found.address.isprintable()


def test_a_file_that_was_packed_too_well_is_not_opened(tmp_path: Path) -> None:
    path = _zip(tmp_path / "a.zip", {"bomb.txt": b"\0" * 15_000_000, "b.txt": TEXT})
    assert path.stat().st_size < 50_000
    assert _reasons(path) == ["a.zip/bomb.txt: it was packed too well to be a page or a text; it was not opened"]


def test_a_file_that_lies_about_its_size_is_not_unpacked_further(tmp_path: Path) -> None:
    path = _zip(tmp_path / "a.zip", {"bomb.txt": b"\0" * 15_000_000})
    data = path.read_bytes()
    path.write_bytes(data.replace(struct.pack("<L", 15_000_000), struct.pack("<L", 100)))
    (reason,) = _reasons(path)
    assert "cannot be unpacked" in reason


def test_an_archive_that_is_too_large_unpacked_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _zip(tmp_path / "a.zip", {f"{n}.txt": TEXT for n in range(10)})
    monkeypatch.setattr(archives, "TOTAL", 5 * len(TEXT))
    assert len(list(read_archive(path, "a.zip"))) == 1
    assert "nothing of it was read" in _reasons(path)[0]


def test_an_archive_of_too_many_files_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = _zip(tmp_path / "a.zip", {f"{n}.txt": TEXT for n in range(10)})
    monkeypatch.setattr(archives, "ENTRIES", 9)
    (reason,) = _reasons(path)
    assert "10 files; the limit is 9" in reason


@pytest.mark.parametrize("wide", [False, True])
def test_a_list_of_names_too_long_for_memory_is_not_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wide: bool
) -> None:
    path = _zip(tmp_path / "a.zip", {f"{n}.txt": TEXT for n in range(10)})
    data = path.read_bytes()
    at = data.rindex(b"PK\x05\x06")
    (size,) = struct.unpack_from("<L", data, at + 12)
    if wide:  # the size stands in the larger kind of ending, and the small one tells less
        record = b"PK\x06\x06" + struct.pack("<QHHLLQQQQ", 44, 45, 45, 0, 0, 10, 10, size, at - size)
        locator = b"PK\x06\x07" + struct.pack("<LQL", 0, at, 1)
        end = data[at : at + 12] + struct.pack("<L", 1) + data[at + 16 :]
        path.write_bytes(data[:at] + record + locator + end)
    monkeypatch.setattr(archives, "_DIRECTORY", size - 1)
    monkeypatch.setattr("zipfile.ZipFile.__init__", lambda *_: pytest.fail("the list was read"))
    (reason,) = _reasons(path)
    assert "more than" in reason


def test_an_archive_within_an_archive_is_named_and_not_opened(tmp_path: Path) -> None:
    inner = _zip(tmp_path / "inner.zip", {"b.txt": TEXT}).read_bytes()
    (found,) = read_archive(_zip(tmp_path / "a.zip", {"inner.zip": inner}), "a.zip")
    assert isinstance(found, NotAnArticle)
    assert found.address == "a.zip/inner.zip"


def test_a_locked_file_is_named(tmp_path: Path) -> None:
    path = _zip(tmp_path / "a.zip", {"b.txt": TEXT})
    data = bytearray(path.read_bytes())
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(sign) + offset] |= 1
    path.write_bytes(data)
    assert _reasons(path) == ["a.zip/b.txt: it is locked with a password"]


def test_a_link_is_named(tmp_path: Path) -> None:
    entry = zipfile.ZipInfo("link.txt")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(entry, "/etc/passwd")
    assert _reasons(path) == ["a.zip/link.txt: this is a link, not a file"]


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_ways_of_packing_that_may_take_any_memory_are_refused(tmp_path: Path, method: int) -> None:
    (reason,) = _reasons(_zip(tmp_path / "a.zip", {"b.txt": TEXT}, method))
    assert f"method {method}" in reason


@pytest.mark.parametrize("kept", [10, 60, 200])
def test_a_damaged_archive_is_told_and_ends_nothing(tmp_path: Path, kept: int) -> None:
    path = _zip(tmp_path / "a.zip", {"b.txt": TEXT, "c.txt": TEXT})
    path.write_bytes(path.read_bytes()[:kept])
    assert is_archive(path)
    (reason,) = _reasons(path)
    assert "damaged" in reason
    assert count([path]) == 1


@pytest.mark.parametrize("name", ["[Content_Types].xml", "mimetype", "META-INF/MANIFEST.MF"])
def test_a_document_is_no_archive_of_pages(tmp_path: Path, name: str) -> None:
    (reason,) = _reasons(_zip(tmp_path / "a.zip", {"a.xml": TEXT, name: TEXT}))
    assert "document" in reason


def test_what_is_no_page_is_told_by_its_name(tmp_path: Path) -> None:
    path = _zip(tmp_path / "a.zip", {"a.jpg": b"\xff\xd8\xff\xe0JFIF", "empty.txt": "", "b.txt": TEXT})
    assert _reasons(path) == [
        "a.zip/a.jpg: this is a picture (JPEG), not a page or text",
        "a.zip/empty.txt: the file is empty",
    ]
