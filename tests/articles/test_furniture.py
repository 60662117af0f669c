# ruff: noqa: E501 (pages are easier to read in long lines)
"""What newsrooms, ministries and firms write around an article, by its place: above, below and inside the text.

Each case is written for this test in the manner of a family of releases, dumps and pages; the texts are invented.
"""

from __future__ import annotations

import html

import pytest

from pactbook.articles.clean import clean
from pactbook.model.article import Article
from pactbook.model.source import Source

TITLES = {
    "en": "Korean cable maker wins metro order in Ho Chi Minh City",
    "vi": "Hải Dương và Suwon mở tuyến xe buýt điện thí điểm",
    "ko": "대한하이드로, 베트남 라오까이 소수력 3기 수주",
}
TEXTS = {
    "en": (
        "Daehan Cable has won a contract worth US$31.4 million to supply cables for the second metro line in Ho Chi Minh City, it said on Tuesday.",
        "The contract was signed on March 12 with the Management Authority for Urban Railways, which oversees the 11-kilometre line.",
        "Deliveries start in the fourth quarter. The Korean company will also train 25 engineers at its plant in Dangjin.",
    ),
    "vi": (
        "UBND tỉnh Hải Dương và thành phố Suwon (Hàn Quốc) sáng 12/3 ký bản ghi nhớ, mở đường cho tuyến xe buýt điện đầu tiên của tỉnh.",
        "Theo bản ghi nhớ, Suwon tài trợ 1,8 triệu USD để mua 12 xe và xây hai trạm sạc; phía Hải Dương bố trí bến bãi trong năm năm.",
        "Tuyến xe buýt dài 17 km, nối ga Hải Dương với khu công nghiệp Đại An, dự kiến chạy thí điểm từ quý IV năm nay.",
    ),
    "ko": (
        "대한하이드로가 베트남 북부 라오까이성에 소수력발전소 3기를 짓는 공사를 따냈다.",
        "대한하이드로는 현지 발전회사 박하전력과 4200만달러 규모의 설계·조달·시공 계약을 12일 하노이에서 체결했다고 13일 밝혔다.",
        "발전소 세 곳의 용량은 모두 27MW로, 오는 9월 첫 삽을 떠 2027년 상반기에 돌린다. 공사비의 70%는 한국수출입은행이 빌려준다.",
    ),
}  # fmt: skip

#: What stands above the text, ``{}`` for the headline.
HEADS = {
    "a firm's letterhead, English": ("en", "DAEHAN CABLE CO., LTD.\n20 Daehan-daero, Dangjin-si, Korea\nMEDIA RELEASE\n13 March 2018\n{}"),
    "a ministry and its department, English": ("en", "Government of the Republic of Korea\nMinistry of Transport\nPress Release No. 11-204\n13 March 2018\nFor immediate use\n{}"),
    "a form with its labels, English": ("en", "Title: {}\nAuthor: Vu Hang\nPublished: 2018-03-13\nAccessed: 2024-02-11"),
    "a mail to members, English": ("en", "Subject: {}\nFrom: Chamber <news@chamber.example>\nDate: Tue, 13 Mar 2018 08:12:00 +0700"),
    "a path of unknown sections, English": ("en", "Saigon Investor > Industry > Wire\nTuesday, 13/03/2018, 10:20 AM (GMT+7)\n{}\nIt beat two Chinese bidders.\nAn Nhien"),
    "a firm's letterhead, Vietnamese": ("vi", "Công ty Cổ phần Xe Xanh\nĐịa chỉ: 12 Lê Lợi\nTHÔNG CÁO BÁO CHÍ (phát hành ngay)\nNgày 13 tháng 3 năm 2018\n{}"),
    "a department's letterhead, Vietnamese": ("vi", "UBND TỈNH HẢI DƯƠNG\nSỞ GIAO THÔNG VẬN TẢI\nBản tin nội bộ\n13/03/2018\n{}"),
    "the day in a column of the masthead, Vietnamese": ("vi", "Báo Xe Miền Tây | Thứ Ba, 13/03/2018 | Trang 4\n{}\nHồng Cúc"),
    "a form with its labels, Vietnamese": ("vi", "Tiêu đề: {}\nTác giả: Minh Khuê\nNgày đăng: 13/03/2018"),
    "a release with its labels, Korean": ("ko", "관세청 보도자료\n제 목 : {}\n배포일 : 2018. 3. 13.(화)\n매 수 : 2쪽\n담당부서 : 해외협력담당관실"),
    "capitals of the paper's name above the day, English": ("en", "KOREA-VIETNAM WIRE WATCH\nPosted by Jin on Mar 13, 2018\n{}\nEstimated reading time: 3 minutes"),
    "what the paper is, English": ("en", "Press Room | Daehan Cable\nMar. 13, 2018\n{}\nDownload as PDF"),
    "stars between the columns of a masthead, English": ("en", "THE ANNAM POST\nEst. 1991 * Hanoi * Tuesday March 13, 2018 * VND4,500\n{}\nEconomy desk"),
    "whose bulletin it is, Vietnamese": ("vi", "KINH TẾ HẢI DƯƠNG\nBản tin của Ban Quản lý các khu công nghiệp tỉnh\nRa ngày 13/3/2018\n{}"),
    "a section above the headline, Korean": ("ko", "아침산업신문\n2018년 3월 13일\n발전소 수출\n{}\n김하늬 기자 hani@morning.example"),
}  # fmt: skip

#: What stands below the text and goes; a line that begins with ``=`` stays.
TAILS = {
    "a mark of the end, notes to editors": ("en", "[Ends]\nNotes to editors\n1. Daehan Cable was founded in 1955.\nContact: press@daehan.example"),
    "headlines below an unknown label": ("en", "--\nWhat else is in the paper\nFloods cut Highway 1\nPM opens port (A2)\nSaola seen again?"),
    "other pages, other days": ("en", "Inside: Rice prices, 4 / Letters, 9\nTOMORROW: A day with the reefer men of Cat Lai"),
    "where it was printed first": ("en", "This story first appeared in the Asia Wire Weekly."),
    "a correction and an offer": ("en", "Correction: An earlier version of this story misspelled a name.\nNewsletter: Get the Friday letter. It is free."),
    "an offer of the house and the markets": ("en", "Markets at close: VN-Index 1,204.3 (+0.4%), Brent $82.1\nGot a tip? Write to tips@ledger.example."),
    "a headline that asks below another": ("en", "Recommended by our editors\nTeak thieves jailed\nWhy is plywood so dear?"),
    "the house and its readers": ("en", "Reader comments are closed.\nStock quotes are delayed by 15 minutes."),
    "questions that end the article stay": ("en", "=Who builds the other half?\n=French firms, the city hopes."),
    "a list of what was signed stays": ("en", "=The documents signed on March 12:\n=1. Daehan Cable and the Management Authority: cables for the second metro line\n=2. Korea Railroad and Hanoi Metro: training\nRead next: Dredger sinks / Tanker rates up 12%"),
    "a list of figures stays": ("en", "=Orders from Vietnam, 2017:\n=Cables: $42 million\n=Transformers: $31 million\nSource: customs"),
    "a name, then the bullets of others": ("vi", "Minh Trang\nXem tiếp\n- Nghệ An thu hồi 11 dự án treo\n- Sầm Sơn đón khách thứ ba triệu"),
    "the next part, a video": ("vi", "Bài 2: Thợ giỏi đi đâu?\nMời xem thêm video: Hải Dương từ trên cao"),
    "thanks and those who paid": ("vi", "Chuyên trang được sự hỗ trợ của Quỹ Xe Xanh.\nTrân trọng cảm ơn quý độc giả đã theo dõi."),
    "a list of what was signed stays, Vietnamese": ("vi", "=Các văn bản được ký:\n=- Bản ghi nhớ giữa UBND tỉnh Hải Dương và thành phố Suwon\n=- Kế hoạch trao đổi y bác sĩ\nBài và ảnh: Tiến Huy\nĐọc nhiều\n- Lở đê sông Rạng"),
    "notes of the house, Korean": ("ko", "■ 이 기사는 전력기금의 지원을 받아 작성됐습니다.\n※ 자세한 내용은 누리집(www.hydro.example)을 참고하세요."),
    "other stories without a known label, Korean": ("ko", "함께 읽으면 좋은 글\n수문지기의 하루\n물값 오르나?"),
    "prices of the day, Korean": ("ko", "에너지 시황 : 두바이유 81.2달러, LNG 11.9달러\n[알림] 독자모임 12월 10일 오후 2시"),
    "a list of what was agreed stays, Korean": ("ko", "=<계약 내용>\n=- 발전소: 라오까이 3기\n=- 용량: 27MW\n아침신문 취재팀"),
}  # fmt: skip

#: What stands between two paragraphs of a page and goes; what follows ``=`` stays.
INSIDE = {
    "the advert and what follows it": ("en", "<p>(Article continues after this ad)</p><p><small>Advertisement · Scroll to continue</small></p>"),
    "a box that asks to register": ("en", "<div><p>Enjoying this article?</p><p>Get ten free reads a month when you register.</p></div>"),
    "links with their labels": ("en", "<p>[READ: <a href=/1>Why counties want more hands</a>]</p><p><em>Read more: <a href=/2>Acacia prices fall</a></em></p>"),
    "labels of any name before links": ("en", "<p><b>See photos:</b> <a href=/1>Inside the cable works</a></p><p><b>Explore more:</b> <a>Cables</a>, <a>Metros</a></p><ul><li><a>Hana buys into Sacombank?</a></li></ul>"),
    "a caption and a subheading stay": ("en", "<p><img><em>=Signing at the branch in Ho Chi Minh City</em></p><h3>=Why the French lost</h3>"),
    "a call to follow": ("vi", "<p>Theo dõi Báo Duyên Hải trên <a>Zalo</a> để cập nhật tin nhanh nhất.</p><p>- Quảng cáo -</p>"),
    "a call to watch": ("vi", "<p><em>&gt;&gt;&gt; Mời quý vị xem video: <a>Xe buýt điện chạy thử</a></em></p>"),
    "a caption and a subheading stay, Vietnamese": ("vi", "<p><img><br><em>=Xe buýt mới đỗ trước ga. (Ảnh: CTV)</em></p><p><b>=Lo thiếu thợ</b></p>"),
    "what others have read": ("ko", "<p>이 기사를 읽은 독자가 함께 본 기사</p><ul><li><a>한글날 특집</a></li></ul>"),
    "a channel and an advert": ("ko", "<p>카카오톡에서 '무역신문'을 검색해 채널을 추가하세요.</p><p>광고 건너뛰기</p>"),
    "another story in one line, the text goes on": ("ko", "<p>[관련기사] 인천공항 면세점 유찰 / 한·중 FTA 협상 개시</p>"),
}  # fmt: skip


def _cleaned(text: str) -> Article:
    return clean(Source("x", text.encode()))


@pytest.mark.parametrize("name", HEADS)
def test_above(name: str) -> None:
    language, head = HEADS[name]
    article = _cleaned(head.replace("{}", TITLES[language]) + "\n\n" + "\n\n".join(TEXTS[language]))
    assert article.title == TITLES[language]
    assert article.published == "2018-03-13"
    above = [line for line in head.split("\n") if "{}" not in line and not line.endswith(".")]
    assert [line for line in above if f"\n{line}\n" in article.text] == []
    assert [p for p in TEXTS[language] if p not in article.text] == []


@pytest.mark.parametrize("name", TAILS)
def test_below(name: str) -> None:
    language, tail = TAILS[name]
    day = {"en": "March 13, 2018", "vi": "13/03/2018", "ko": "2018-03-13"}[language]
    lines = tail.split("\n")
    below = "\n".join(line.removeprefix("=") for line in lines)
    article = _cleaned(f"{TITLES[language]}\n{day}\n\n" + "\n\n".join(TEXTS[language]) + f"\n\n{below}\n")
    assert (article.title, article.published) == (TITLES[language], "2018-03-13")
    assert [line for line in lines if not line.startswith("=") and line in article.text.split("\n\n")] == []
    assert [line for line in lines if line.startswith("=") and line[1:] not in article.text] == []
    assert [p for p in TEXTS[language] if p not in article.text] == []


@pytest.mark.parametrize("name", INSIDE)
def test_inside(name: str) -> None:
    language, inside = INSIDE[name]
    first, second, third = (f"<p>{html.escape(p, quote=False)}</p>" for p in TEXTS[language])
    page = f"<html><head><title>{TITLES[language]} - Site</title></head><body><h1>{TITLES[language]}</h1><div>{first}{second}{inside.replace('=', '', inside.count('>=')) if '>=' in inside else inside}{third}</div></body></html>"
    article = _cleaned(page)
    expected = [TITLES[language], *TEXTS[language][:2], *_staying(inside), TEXTS[language][2]]
    assert article.text.split("\n\n") == expected


def _staying(inside: str) -> list[str]:
    return [piece.split("<")[0] for piece in inside.split(">=")[1:]]
