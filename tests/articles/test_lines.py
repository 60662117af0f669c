# ruff: noqa: E501 (tables of lines)
"""What a line is, told by its words: furniture of three presses, and sentences that only look like it."""

from __future__ import annotations

import pytest

from pactbook.articles.lines import kind_of

FURNITURE = {
    "related": [
        "Other news", "RELATED NEWS", "Read next: One story | Another story", "MOST POPULAR", "You may also like", "More from Science",
        "Tin khác", "TIN LIÊN QUAN", "Các tin khác:", ">> Tin nóng: Giá vàng giảm", "Xem nhiều", "Tin cùng chuyên mục",
        "[관련기사]", "■ 오늘의 주요뉴스", "[이 시각 많이 본 뉴스]", "이 기사와 함께 많이 본 기사", "많이 본 기사",
    ],
    "comments": ["Leave a Reply", "Comments (3)", "12 comments", "BÌNH LUẬN (7)", "Ý kiến bạn đọc (0)", "전체 댓글 8", "댓글 0"],
    "tags": ["Tags: FTA, tariff", "TAG: Vietnam news", "Từ khóa: FDI, Hàn Quốc", "#베트남 #EDCF #MOU", "Tags", "Keywords  #EDCF  #Vietnam"],
    "byline": ["By Cho Min-ah", "김세진 기자", "/김세진 기자 sjk@example.kr", "(reporter@example.com)", "Minh Thư (Theo TTXVN)", "Bài, ảnh: VĂN NGHỊ"],
    "copyright": [
        "Copyright 2015 VTG. Reproduction in any form requires written consent.", "ⓒ 한양경제 & hy.example, 무단전재 및 재배포 금지",
        "© Bản quyền thuộc về Người Đưa Tin Nam.", "(c) Mekong Energy Letter. To unsubscribe, click here.", "저작권자 © 보은신보 무단전재 및 재배포 금지",
    ],
    "button": ["Print | Email | Share on Facebook", "본문 글자 크기 조절 | 공유하기 | 인쇄", "E-mail this article Printer friendly version", "Advertisement"],
    "path": ["Home | Politics | World | Business | Society", "Trang nhất | Chính trị | Xã hội | Kinh tế", "Home / Economy / Trade", "News > Society > Labour", "홈 > 금융 > 은행", "Trang chủ » Công đoàn - Việc làm", "Chính trị » Đối ngoại"],
    "menu": ["Gửi phản hồi | Bản in | Gửi email", "NATIONAL BUSINESS LIFE&STYLE SPORTS WORLD OPINION", "Trang chủMới nhấtThời sự", "Society", "Coast | Deals | Harbours | Print edition", "Tin trong huyện | Tin tỉnh | Người Lam Thủy xa quê | Rao vặt"],
    "masthead": ["Delta Monthly | Issue 12/2020 | trade desk", "LOAN MONITOR        Vol. 9, No. 46", "Bản tin Biển | Số 12", "서해주간 | 제123호"],
    "rule": ["|", "-----", "", "* * *", "$$ARTICLEAD$$"],
    "caption": ["[Photo] Containers wait to be loaded.", "Lễ ký tại Sejong. Ảnh: MOLISA", "The signing ceremony. Photo: GDVC", "[사진설명] 두 장관이 악수하고 있다. 산업부 제공", "Parts of the chain, photo Le Toan", "Lễ trao giấy chứng nhận. Ảnh: N.T.H"],
    "item": ["1. Buk-gu will share information.", "- Nghị định thư về thuế;", "△보건의료 협력 MOU", "① EDCF 한도를 늘린다.", "• a hatchery"],
}  # fmt: skip

SENTENCES = [
    "Issue 12 of the treaty is open",
    "Samsung | LG | $3 billion | $2 billion",
    "Related parties and what they pledged",
    "전화 한 통으로 협약이 성사됐다.",
    "The bank took up 603,302,706 new shares.",
    "The two sides signed a copyright agreement for broadcasters.",
    "Copyright industries in Vietnam earn more every year, the ministry said.",
    "He said that the ministry welcomed comments.",
    "Home to 8,000 Korean firms, Vietnam wants more of them.",
    "By 2030 trade should reach US$150 billion, said the minister.",
    "Print media in both countries reported the deal.",
    "More on the deal will be told in March, the ministry said.",
    "Related industries such as logistics will profit as well.",
    "Photo: the two ministers are old friends",
    "Bộ Công Thương đã cấp giấy phép số 12 cho công ty con của Samsung tại Bắc Ninh.",
    "Cơ quan Hợp tác Quốc tế Hàn Quốc viện trợ 35 triệu USD.",
    "Theo Bộ Tài chính, hai bên đã ký thoả thuận vay vốn.",
    "김정태 대표이사는 두 은행이 다리가 되기를 바란다고 말했다.",
    "베트남에서 가장 많이 본 한국 드라마는 이것이다.",
    "양국은 저작권법 개정 경험을 나누기로 했다.",
    "기자들이 협약식을 지켜봤다.",
]


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in FURNITURE.items() for line in lines])
def test_furniture(kind: str, line: str) -> None:
    assert kind_of(line) == kind


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_is_no_furniture(line: str) -> None:
    assert kind_of(line) in ("", "caption")
