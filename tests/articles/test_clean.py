# ruff: noqa: E501 (pages are easier to read in long lines)
"""Source → article: what an article promises, and what is refused, with the reason in words."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactbook.articles.clean import LONGEST_TEXT, clean
from pactbook.errors import NotAnArticle, SourceError
from pactbook.model.article import Article
from pactbook.model.source import Source

A = "The port city of Hai Phong and the Korean county of Hongseong signed a memorandum of understanding on Tuesday."
B = "Under the document, which runs for five years, Hongseong will train 40 fish farmers a year and lend US$3.2 million."
PAGE = f"<html><head><title>A memorandum on fisheries</title></head><body><h1>A memorandum on fisheries</h1><p>{A}</p><p>{B}</p></body></html>"


def cleaned(text: str | bytes, address: str = "file") -> Article:
    return clean(Source(address, text if isinstance(text, bytes) else text.encode()))


def outcome(text: str) -> Article | str:
    """The article, or the reason why there is none."""
    try:
        return cleaned(text)
    except SourceError as error:
        return error.reason


def refused(text: str | bytes) -> str:
    with pytest.raises(NotAnArticle) as caught:
        cleaned(text)
    assert caught.value.address == "file"
    return caught.value.reason


def test_an_article_keeps_its_promises() -> None:
    article = cleaned(PAGE)
    assert article.source == "file"
    assert article.text == f"A memorandum on fisheries\n\n{A}\n\n{B}"
    assert len(article.id) >= 16
    assert set(article.id) <= set("0123456789abcdef")
    assert [article.text[s.start : s.end] for s in article.sentences] == ["A memorandum on fisheries", A, B]
    assert [s.paragraph for s in article.sentences] == [0, 1, 2]


def test_the_same_text_is_the_same_article_wherever_it_came_from() -> None:
    dump = f"A memorandum on fisheries\n\n{A}\n\n{B}\n"
    assert cleaned(PAGE, "a.html").id == cleaned(dump, "b.txt").id == cleaned(unicodedata.normalize("NFD", dump)).id


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "the file is empty"),
        ("<!doctype html>", "no article text was found"),
        ("<html><head><title>x</title></head><body></body></html>", "no article text was found, only 1 character"),
        ("hello", "no article text was found, only 5 characters"),
        # A line alone that is a headline: without a full stop, with dots or a question mark, or of few words.
        ("Hai Phong and Hongseong sign memorandum on fisheries", "no article text was found"),
        ("Hai Phong and Hongseong sign memorandum on the...", "no article text was found"),
        ("Will Hai Phong and Hongseong sign a memorandum on fisheries?", "no article text was found"),
        ("Hải Phòng và Hongseong ký biên bản ghi nhớ về thủy sản", "no article text was found"),
        ("하이퐁시·홍성군, 19일 하노이에서 수산 분야 업무협약 체결하며 손잡기로", "no article text was found"),
        ("They signed it.", "no article text was found, only 15 characters"),
        ("Please log in to continue reading this article in full.", "this page asks for a login or a subscription and holds no article"),
        (b"%PDF-1.7 " + A.encode(), "this is a PDF document, not a page or text"),
        (
            "<html><head><title>404 Not Found</title></head><body><h1>Page not found</h1><p>The page you are looking for may have been moved.</p><ul><li><a href=/>Home</a></li></ul></body></html>",
            "this is an error page (not found), not an article",
        ),
        (
            "<html><head><title>Không tìm thấy trang</title></head><body><p>Đường dẫn này không tồn tại hoặc đã bị xóa.</p></body></html>",
            "this is an error page (not found), not an article",
        ),
        (
            "<html><body><p>페이지를 찾을 수 없습니다</p><p>주소를 다시 확인해 주세요.</p></body></html>",
            "this is an error page (not found), not an article",
        ),
        (
            "<html><head><title>Delta News</title></head><body><div class=wall><p>We use cookies and similar tools to improve your experience. By continuing you agree to our policy.</p><button>Accept all</button></div></body></html>",
            "this page asks about cookies and holds no article",
        ),
        (
            "<html><head><title>A deal</title></head><body><h1>A deal</h1><p>Please log in to continue reading.</p></body></html>",
            "this page asks for a login or a subscription and holds no article",
        ),
        (
            "<html><head><title>Just a moment...</title></head><body><noscript>Please enable JavaScript to view the page.</noscript><div id=app></div></body></html>",
            "this page wants JavaScript or a check of the browser and holds no article",
        ),
        (
            "<html><head><title>Delta News</title></head><body>"
            + "".join(f"<div class=c><h3><a href={n}>Headline number {n} of the day</a></h3><p>A word or two about story {n} of the many.</p></div>" for n in range(20))
            + "</body></html>",
            "this is a list of links (a home page or a section), not an article",
        ),
        ("Home\nPolitics\nBusiness\n" + "".join(f"Headline number {n} of a busy day\n" for n in range(30)), "this is a list of links (a home page or a section), not an article"),
        (f"<html><body><h1>Ein Abkommen</h1><p>{'Die Stadt und der Kreis haben am Dienstag ein Abkommen über die Fischerei unterzeichnet, teilten beide Seiten mit. ' * 4}</p></body></html>", "the text is not in English, Vietnamese or Korean"),
        ("Соглашение\n\n" + "Город и уезд подписали во вторник меморандум о рыболовстве, сообщили стороны. " * 4, "the text is not in English, Vietnamese or Korean"),
        ("協定\n\n" + "両市は火曜日、漁業に関する覚書に署名したと発表した。" * 8, "the text is not in English, Vietnamese or Korean"),
        ("A word. " * (LONGEST_TEXT // 8 + 2), "1,000,016 characters are too many for one article"),
    ],
)  # fmt: skip
def test_what_is_no_article_is_refused_with_a_reason(text: str | bytes, reason: str) -> None:
    assert refused(text) == reason


@pytest.mark.parametrize(
    "nest",
    [
        ("<div>" * 50_000, "</div>" * 50_000),
        ("<div><b><span>" * 20_000, ""),
        ("<ul><li>" * 25_000, ""),
        ("<table><tr><td>" * 15_000, ""),
        ("<font>" * 50_000, ""),
    ],
    ids=["div", "mixed, never closed", "lists", "tables", "fonts"],
)
def test_a_page_of_any_depth_is_read(nest: tuple[str, str]) -> None:
    article = cleaned(
        f"<html><body><h1>A memorandum on fisheries</h1>{nest[0]}<p>{A}</p><p>{B}</p>{nest[1]}</body></html>"
    )
    assert A in article.text
    assert B in article.text


@pytest.mark.parametrize(
    "page",
    [
        "<html><body>" + "<" * 500_000,
        "<html><body>" + "<a " * 200_000,
        "<html><body><div " + " ".join(f"a{n}=1" for n in range(100_000)) + f"><p>{A}</p>",
        f"<html><body><p>{A}" + "<br>" * 50_000,
        "<html><head><script type='application/ld+json'>"
        + "[" * 100_000
        + f"</script></head><body><h1>T</h1><p>{A}</p>",
        "<html><body><script>Fusion.globalContent=" + '{"a":' * 50_000 + f"</script><p>{A}</p>",
        "<html><body><!-- " + "x" * 1_000_000,
        "no part " * 100_000,
        "2023-09-19 " * 80_000,
        "\n".join(["A line that goes on and on without an end and without a stop to rest"] * 10_000),
        "1" * 900_000,
    ],
    ids=range(11),
)
def test_a_hostile_source_ends_in_an_article_or_a_reason(page: str) -> None:
    assert outcome(page)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet='aB .\n<>/"=&;pdivhtmlbrscript한글ắ2023-09/:|()', max_size=300))
def test_any_text_gives_an_article_whose_sentences_cover_it_or_a_reason(text: str) -> None:
    article = outcome(text)
    if isinstance(article, str):
        assert article
        return
    rest = list(article.text)
    for sentence in article.sentences:
        rest[sentence.start : sentence.end] = " " * (sentence.end - sentence.start)
    assert not "".join(rest).strip()
    assert unicodedata.is_normalized("NFC", article.text)


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Năng Lượng Sạch & Phát Triển\n\nBến Cát tìm đối tác mới cho nhà máy rác\n22/12/2025 09:00", 1),
        ("Tạp chí Sông Núi & Con Người\nSố ra ngày 24 tháng 4 năm 2013\n\nBA MƯƠNG NƯỚC MÁT CHO LÀNG GỐM CŨ", 2),
        ("Hàn Quốc và Bến Cát ký bản ghi nhớ\n22/12/2025 09:00\nNhà máy rác sẽ chạy từ năm sau nhờ vốn vay", 0),
    ],
)
def test_a_vietnamese_paper_above_its_headline_is_not_the_headline(head: str, title: int) -> None:
    lines = [line for line in head.split("\n") if line]
    told = "Ngày 21/12, thành phố Bến Cát và một công ty Hàn Quốc ký bản ghi nhớ về nhà máy xử lý rác thải rắn tại xã An Điền."
    assert cleaned(f"{head}\n\n{told}\n\n{told.replace('rác', 'nước')}").title == lines[title]


def test_what_stands_below_the_writers_name_and_a_rule_is_another_story() -> None:
    signed = f"A memorandum on fisheries\n\n{A}\n\n{B}\n\n- Pham Thi Sen\n" + "-" * 40
    article = cleaned(f"{signed}\nBRIEFS  Pepper at US$3,200 a tonne. - Hanil Bus adds a line in Ben Cat.")
    assert "Pepper" not in article.text
    assert B in article.text


def test_the_dateline_of_a_brief_is_its_day() -> None:
    assert (
        cleaned("Firms tie up\n\nHANOI, Oct. 26, 2023 — Hoa Phat agreed on Monday to buy slabs.").published
        == "2023-10-26"
    )
    assert (
        cleaned("Hai bên ký\n\nHà Nội, 26/10/2023 (TTXVN) - Hòa Phát ký với POSCO.\n\nHai bên hợp tác.").published
        == "2023-10-26"
    )
