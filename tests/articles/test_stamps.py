"""Dates of publication as pages show them."""

from __future__ import annotations

import pytest

from pactbook.articles.metadata import day_of
from pactbook.articles.stamps import best, is_stamp, month_comes_first, of_dateline, stamps_in


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Thứ Năm, 20/07/2023, 19:59", "2023-07-20"),
        ("Chủ nhật, 20/12/2015 | 09:30 GMT+7", "2015-12-20"),
        ("Thứ tư, 2/7/2014, 15:20 (GMT+7)", "2014-07-02"),
        ("24/10/2014 14:22 GMT+7", "2014-10-24"),
        ("05-12-2022, 21:30", "2022-12-05"),
        ("02-08-2022 - 19:35 | Việc làm", "2022-08-02"),
        ("Ngày 20 tháng 7 năm 2023", "2023-07-20"),
        ("Đăng ngày 20 tháng 07, 2023 lúc 8:00", "2023-07-20"),
        ("Cập nhật lúc 07:00 ngày 20/7/2023", "2023-07-20"),
        ("Ngoc Mai - Khac Kien 11:36, 2023/04/22", "2023-04-22"),
        ("10-22-2009 17:32", "2009-10-22"),
        ("Published : Nov 28, 2019 - 17:17", "2019-11-28"),
        ("Updated : Nov 29, 2019 - 18:02 Published : Nov 28, 2019 - 17:17", "2019-11-28"),
        ("Wednesday, May 6, 2015 09:12 GMT+7", "2015-05-06"),
        ("Tuesday, May 17, 2016 - 20:41:00 Print", "2016-05-17"),
        ("10:14 October 20, 2020", "2020-10-20"),
        ("Saturday, June 24, 2023, 09:05 (GMT+7)", "2023-06-24"),
        ("20 Jan 2019 23:50", "2019-01-20"),
        ("21st December 2012", "2012-12-21"),
        ("Sept. 19, 2023 8:10 a.m.", "2023-09-19"),
        ("by Columnist December 22, 2022 2 comments", "2022-12-22"),
        ("Posted on November 27, 2019 by VNB desk", "2019-11-27"),
        ("최종수정 2015-03-29 11:07", "2015-03-29"),
        ("기사입력 : 2014년07월09일 10:59", "2014-07-09"),
        ("2015년 5월 5일", "2015-05-05"),
        ("입력 2018.03.23 13:16", "2018-03-23"),
        ("Thứ ba, 12/11/2024 - 08:05 Nghe bài viết Theo dõi báo trên mạng xã hội", "2024-11-12"),
        ("2024.11.12 08:05 글자 크기 변경 공유하기 댓글 쓰기 기사 저장하기", "2024-11-12"),
        ("Monday, March 3, 2008 - Vol. 9, No. 41 - US$1 = VND15,940", "2008-03-03"),
        ("입력 : 2019-11-12 10:21   수정 : 2019-11-13 10:58", "2019-11-12"),
        ("수정 2022.12.07 00:05 | 입력 2022.12.06 00:05 | 지면 A4", "2022-12-06"),
        ("기사입력 2019.11.27. 오후 8:12", "2019-11-27"),
        ("승인 2022.12.01 08:57", "2022-12-01"),
        ("2020/01/10 13:18 송고", "2020-01-10"),
        ("2023.09.19 (화)", "2023-09-19"),
        ("Update: August, 12/2025 - 08:10", "2025-08-12"),
        ("August, 12 2025 08:10", "2025-08-12"),
        ("Aug. 12. 2025", "2025-08-12"),
        ("12-Aug-2025 08:10", "2025-08-12"),
        ("12/Aug/2025:08:10", "2025-08-12"),
        ("12 August, 2025", "2025-08-12"),
        ("Aug-12-2025", "2025-08-12"),
        ("2025 Aug 12, Tuesday", "2025-08-12"),
        ("2025-Aug-12 08:10", "2025-08-12"),
        ("Hà Nội, ngày 12 tháng 8, 2025", "2025-08-12"),
        ("Thứ Ba, 12 tháng 8/2025", "2025-08-12"),
        ("2025. 8. 12.", "2025-08-12"),
        ("Review by Oh Ha-rin. Published February 2, 2024. Three stars out of five.", "2024-02-02"),
        ("Analysis | Published 2 Feb 2024 | 6 minutes to read for the patient", "2024-02-02"),
        ("Posted: Feb. 2, 2024, 08:10 KST. Updated: Feb. 3, 2024, 10:00 KST.", "2024-02-02"),
        ("Thu Hà viết từ Seoul. Đăng ngày 02/02/2024. Ảnh của tác giả", "2024-02-02"),
        ("보도일시: 2024. 2. 2.(금) 석간부터 보도하여 주십시오", "2024-02-02"),
        ("글·사진 오하린 · 입력 2024.02.02 · 별점 다섯 개 중 세 개를 주고 싶은 집", "2024-02-02"),
    ],
)
def test_a_line_that_shows_the_day(line: str, day: str) -> None:
    assert is_stamp(line)
    assert best(stamps_in(line)) == day


@pytest.mark.parametrize(
    "line",
    [
        "The two sides signed the agreement in Hanoi on May 5, 2015.",
        "Ngày 24/11/2022, tại thành phố Hà Giang, hai bên ký bản ghi nhớ.",
        "산업부는 2015년 5월 5일 하노이에서 협정에 정식 서명했다고 밝혔다.",
        "Coffee exports drop 40 pct in the first four months of the year (05/05/2015)",
        "Decree 111/2015/ND-CP",
        "32/13/2023",
        "from 2016 to 2025",
        "No date here",
        "on December 5, 2022, seventeen days short of the",
        "협정은 2015년 5월 5일 서명됐다.",
        "협정은 2015년 5월 5일 발효.",
        "It was signed on May 5, 2015.",
        "The decree was published on May 5, 2015, and took effect a year later",
        "Published in full on May 5, 2015, the decree names forty sites",
        "The list was drawn up. Published May 5, 2015, it names forty sites",
        "March 10, 1995, long before anyone spoke",
        "Monday, March 3, 2008 - the day on which the two ministers signed it - was a holiday in Hanoi.",
        "At 08:05 on Tuesday, November 12, 2024, nobody at the port knew of the deal that had been made",
    ],
)
def test_a_line_that_does_not(line: str) -> None:
    assert not is_stamp(line)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2019-11-27T22:40:00+07:00", "2019-11-27"),
        ("20191127224000", "2019-11-27"),
        ("20191127", "2019-11-27"),
        ("Wed, 27 Nov 2019 22:40:00 +0700", "2019-11-27"),
        ("yesterday", None),
        ("20191340", None),
    ],
)
def test_dates_of_machines(text: str, day: str | None) -> None:
    assert day_of(text) == day


def test_the_order_of_day_and_month_is_that_of_the_page() -> None:
    american = "10-22-2009 17:32 | 10-04-2009"
    assert month_comes_first(american)
    assert [s.value for s in stamps_in(american, month_first=True)] == ["2009-10-22", "2009-10-04"]
    assert not month_comes_first("22-10-2009 and 10-04-2009")
    assert [s.value for s in stamps_in("04/10/2009")] == ["2009-10-04"]


@pytest.mark.parametrize(
    ("prose", "year", "day"),
    [
        ("SEOUL, July 10 (PBW) - South Korea's Shin Bank is interested.", "2007", "2007-07-10"),
        ("HANOI, Nov. 7 (Wire) -- Two ministers met.", "2007", "2007-11-07"),
        ("HANOI, 7 November (Wire) — Two ministers met.", "2007", "2007-11-07"),
        ("HANOI, July 10, 2007 (PBW) - Two ministers met.", None, "2007-07-10"),
        ("SEOUL (PBW, July 10) - Two ministers met.", "2007", "2007-07-10"),
        ("SEOUL, July 10 (PBW) - Two ministers met.", None, None),
        ("TP. Sông Lam, ngày 22 tháng 5 năm 2024 – Công ty Sóng Xanh hôm nay công bố.", None, "2024-05-22"),
        ("St. Hill, May 22, 2024 - Two firms agreed.", None, "2024-05-22"),
        ("SEOUL, Feb. 30 (PBW) - Two ministers met.", "2007", None),
        ("HANOI - On July 10 two ministers met.", "2007", None),
        ("Two ministers met on July 10 in Seoul.", "2007", None),
        ("The ministers, who met on July 10 and dined together - it was hot - agreed.", None, None),
    ],
)
def test_the_day_of_a_dateline(prose: str, year: str | None, day: str | None) -> None:
    assert of_dateline(prose, year) == day
