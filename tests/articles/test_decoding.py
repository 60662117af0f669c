"""Bytes → characters: right labels, wrong labels, no labels."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pactbook.articles.decoding import decode
from pactbook.errors import NotAnArticle, UnreadableSource
from pactbook.model.source import Source

EN = "Hai Phong and Hongseong signed a “memorandum” worth €3 million – the city’s first café deal."
KO = "하이퐁시와 홍성군이 수산 분야 업무협약을 맺었다. 똠방각하 펲시콜라도 있다. 두 도시는 내년에도 협력하기로 했다."
VI = "Thành phố Hải Phòng và huyện Hồng Thành ký biên bản ghi nhớ về thủy sản với sự chứng kiến của nhiều người."


def decoded(data: bytes) -> str:
    return decode(Source("file", data))


def page(text: str, label: str = "") -> str:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={label}">' if label else ""
    return f"<html><head>{meta}<title>x</title></head><body><p>{text}</p></body></html>"


def windows_1258(text: str) -> bytes:
    """Vietnamese as Windows wrote it: letters with their hat, tone marks after them."""
    parts = []
    for char in text:
        try:
            parts.append(char.encode("cp1258"))
        except UnicodeEncodeError:
            base, *marks = unicodedata.normalize("NFD", char)
            tones = [m for m in marks if m in "\u0300\u0301\u0303\u0309\u0323"]
            letter = unicodedata.normalize("NFC", base + "".join(m for m in marks if m not in tones))
            parts.append((letter + "".join(tones)).encode("cp1258"))
    return b"".join(parts)


@pytest.mark.parametrize("text", [EN, KO, VI])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_with_and_without_a_mark(text: str, encoding: str) -> None:
    whole = page(text) if encoding in ("utf-16-le", "utf-16-be") else text
    assert decoded(whole.encode(encoding)) == whole


@pytest.mark.parametrize(
    ("name", "data", "text"),
    [
        ("CP949 labelled EUC-KR", page(KO, "euc-kr").encode("cp949"), KO),
        ("CP949 labelled KS X 1001", page(KO, "ks_c_5601-1987").encode("cp949"), KO),
        ("CP949 without a label", KO.encode("cp949"), KO),
        ("CP949 labelled UTF-8", page(KO, "utf-8").encode("cp949"), KO),
        ("UTF-8 labelled EUC-KR", page(KO, "euc-kr").encode("utf-8"), KO),
        ("UTF-8 labelled windows-1258", page(VI, "windows-1258").encode("utf-8"), VI),
        ("windows-1258", windows_1258(page(VI, "windows-1258")), VI),
        ("windows-1252 labelled ISO 8859-1", page(EN, "iso-8859-1").encode("cp1252"), EN),
        ("windows-1252 quotes only", b"The \x93memo\x94 and the \x93deal\x94 hold.", "The “memo” and the “deal” hold."),
        ("windows-1252 without a label", (EN * 3).encode("cp1252"), EN),
        ("a label that means nothing", page(KO, "korean-2000").encode("cp949"), KO),
        ("a label of another standard", page(KO, "utf-16").encode("utf-8"), KO),
        ("an XML declaration", f"<?xml version='1.0' encoding='euc-kr'?>{page(KO)}".encode("cp949"), KO),
    ],
    ids=lambda value: value if isinstance(value, str) and len(value) < 50 else "",
)
def test_labels(name: str, data: bytes, text: str) -> None:
    assert text in decoded(data)


def test_marks_are_composed() -> None:
    assert decoded(unicodedata.normalize("NFD", VI + KO).encode()) == VI + KO


def test_a_character_cut_in_two_by_a_crawler_spoils_nothing_else() -> None:
    assert decoded(KO.encode()[:-2] + b" end").startswith(KO[:-2])


def test_a_few_nul_bytes_go() -> None:
    assert decoded(EN.encode()[:40] + b"\x00\x00" + EN.encode()[40:]) == EN


def test_line_breaks_are_plain() -> None:
    assert decoded(b"one\r\ntwo\rthree\n") == "one\ntwo\nthree\n"


@pytest.mark.parametrize("data", [bytes(range(256)) * 40, b"\x00\x01\x02\x03" * 400])
def test_binary_files_are_refused(data: bytes) -> None:
    with pytest.raises(UnreadableSource, match="a binary file"):
        decoded(data)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t ", "empty"),
        (b"\x00\x00", "empty"),
        (b"%PDF-1.4", "a PDF document"),
        (b"\x89PNG\r\n", "a picture"),  # a download that broke off
    ],
)
def test_nothing_and_other_formats_are_no_articles(data: bytes, reason: str) -> None:
    with pytest.raises(NotAnArticle, match=reason):
        decoded(data)


@given(st.binary(max_size=400))
def test_any_bytes_give_text_or_a_reason(data: bytes) -> None:
    try:
        text = decoded(data)
    except (NotAnArticle, UnreadableSource):
        return
    assert unicodedata.is_normalized("NFC", text)
    assert not {"\x00", "\r"} & set(text)
