"""Records to take away: a plain one in three scripts, and one full of what formats choke on."""

from __future__ import annotations

import pytest

from pactbook.pipeline.reviewing import Review

KOREAN = "한국국제협력단은 과학기술부와 양해각서를 체결했다."
ENGLISH = "KOICA and MOST signed a memorandum on a research institute worth $35 million."
VIETNAMESE = "Đồng Nai ký biên bản ghi nhớ.\nHai dòng."

#: Each would do harm, or be lost, in some format.
HOSTILE = (
    '=HYPERLINK("http://evil.example";"click")',
    "+1+1",
    "-2+3",
    "@SUM(A1:A9)",
    "a, b; c\td",
    "she said \"sign\", he said 'no'",
    "one\nER  - \nTY  - BOOK\nTI  - another",
    "one\r\ntwo",
    "<script>alert(1)</script> & ]]> <!-- --> &lt;",
    "bell \x07 and form feed \x0c and escape \x1b[31m",
    "no characters: \ufffe \uffff",
    "_x0041_ 𝒱𝓃🇻🇳🤝🇰🇷",
    "Đồng Nai 한국국제협력단 ồ ộ 과\u200b학",
)
#: Longer than a cell of Excel holds, with characters of two units at its seams.
LONG = "긴 문장 " + "🤝" * 20_000 + " hết"


@pytest.fixture
def filled(make, desk):
    """Three articles in three languages: two agreements, two figures."""
    english = make.article("en", ENGLISH, url="https://news.example/en?a=1&b=2#top")
    desk.add(
        make.extraction(
            english,
            [make.claim(ENGLISH, ENGLISH, value=[(35e6, 35e6, "USD"), (0.5, 1.25, "EUR")], subject="=1+1")],
            [
                make.figure(ENGLISH, "$35 million", low=35e6, measure="grant", status="pledged"),
                make.figure(ENGLISH, "35", low=35e9),
            ],
        ),
        make.told("ko", KOREAN, language="ko", subject="연구소 설립", published="2014-10-26"),
        make.told("vi", VIETNAMESE, language="vi", parties=("vn.dong-nai",), date=None),
    )
    return desk.file


@pytest.fixture
def hostile(make, desk):
    """One article and agreement for each hostile string, which stands in every cell that words can stand in."""
    for n, words in enumerate((*HOSTILE, LONG)):
        sentence = f"KOICA and MOST signed {words} today, number {n}."
        article = make.article(
            f"a{n:02}", sentence, title=words, outlet=words[:200], source=f"folder/{n:02} {words[:40]}.txt", url=words
        )
        claim = make.claim(
            sentence,
            sentence,
            subject=words,
            place=words[:200],
            date=f"20{n:02}-01-15",
            kind="contract",
            parties=("kr.koica", f"vn.số {n}"),
        )
        desk.add(make.extraction(article, [claim]))
    review = Review(desk.file, HOSTILE[0], now=lambda: "2026-02-03T10:00:00+00:00")
    with desk.file.reading() as connection:
        (first, *_) = sorted(connection.exec_driver_sql("SELECT id FROM agreements ORDER BY date").scalars())
    review.edit(first, "subject", HOSTILE[5], why=HOSTILE[8])
    return desk.file
