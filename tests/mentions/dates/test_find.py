"""Dates as newsrooms write them."""

from __future__ import annotations

import pytest

from pactbook.mentions.dates.find import find_dates
from pactbook.model.article import Article, Language, Sentence


def article(text: str, published: str | None = None, language: Language = "en") -> Article:
    return Article("x", "x", language, None, None, None, published, text, (Sentence(0, len(text), 0),))


def values(text: str, published: str | None, language: Language = "en") -> list[str | None]:
    found = find_dates(article(text, published, language))
    for mention in found:
        mention.span.check(text)
    return [d.value for d in found]


CODEBOOK = [
    ("signed on April 21", "2023-04-22", ["2023-04-21"]),
    ("trade rose last month", "2023-07-20", ["2023-06"]),
    ("his trip to Vietnam in late March or early April", "2020-02-24", ["2020-03/2020-04"]),
    ("by 2030", "2023-04-22", ["2030"]),
    ("in 2022", None, ["2022"]),
    ("from 2016 to 2025", None, ["2016/2025"]),
    ("exports rose in the first quarter of this year", "2024-05-02", ["2024-01/2024-03"]),
    ("exports rose in the first quarter", "2024-05-02", ["2024-01/2024-03"]),
    ("in the first half of 2025", None, ["2025-01/2025-06"]),
    ("in the first five months", "2024-06-20", ["2024-01/2024-05"]),
    ("20/07/2023", None, ["2023-07-20"]),
    ("at the end of 2022", None, ["2022-12"]),
    ("launched in May", None, ["XXXX-05"]),
    ("by the end of this month", None, [None]),
]

#: Published on Friday 24 November 2023.
FRIDAY = "2023-11-24"
ENGLISH = [
    ("set a target of $3 billion at talks on October 19", ["2023-10-19"]),
    ("The plan to open an office is to be agreed on December 3", ["2023-12-03"]),
    # days with a name, months that end with one, and which way a sentence looks
    ("a treaty that took effect on New Year's Day", ["2023-01-01"]),
    ("the office will open on New Year's Day", ["2024-01-01"]),
    ("sales rose on Christmas Day 2021", ["2021-12-25"]),
    ("exports fell in the six months to June", ["2023-01/2023-06"]),
    ("profit in the nine months through September 2022", ["2022-01/2022-09"]),
    ("in the six months ending in March 2023", ["2022-10/2023-03"]),
    ("the lease was signed as early as August", ["2023-08"]),
    ("it could be signed as soon as March", ["2024-03"]),
    ("an action plan to that end was agreed on by both ministries in April", ["2023-04"]),
    ("a paper that she hopes to sign after the holiday in February", ["2024-02"]),
    ("a full agreement, they hope, can be signed in March", ["2024-03"]),
    ("an action plan to raise trade to $150 billion by 2030, adopted on July 19", ["2030", "2023-07-19"]),
    ("The two ministries on July 19 adopted an action plan to raise trade by 2030", ["2023-07-19", "2030"]),
    ("adopted an action plan to raise trade to $150 billion by 2030 on July 19", ["2030", "2023-07-19"]),
    # days
    ("said on Tuesday", ["2023-11-21"]),
    ("said Friday", ["2023-11-24"]),
    ("will meet on Monday", ["2023-11-27"]),
    ("signed last Friday", ["2023-11-17"]),
    ("opens next Wednesday", ["2023-11-29"]),
    ("said on Wednesday, November 22,", ["2023-11-22"]),
    ("signed on 21 April", ["2023-04-21"]),
    ("signed on the 21st of April", ["2023-04-21"]),
    ("signed on Apr. 21, 2021", ["2021-04-21"]),
    ("signed on 5 Dec 2019", ["2019-12-05"]),
    ("signed on December 22, 1992", ["1992-12-22"]),
    ("signed on December 20", ["2022-12-20"]),
    ("will be signed on December 20", ["2023-12-20"]),
    ("to be held on January 5", ["2024-01-05"]),
    ("is to be held on January 5", ["2024-01-05"]),
    ("a resolution of April 27 this year", ["2023-04-27"]),
    ("on March 3 last year", ["2022-03-03"]),
    ("a meeting on 2023-05-02", ["2023-05-02"]),
    ("on 05/17/2016", ["2016-05-17"]),
    ("yesterday", ["2023-11-23"]),
    ("tomorrow", ["2023-11-25"]),
    ("signed on Thursday; a day earlier the bank had agreed", ["2023-11-23", "2023-11-22"]),
    # ranges of days
    ("on Oct. 24-25", ["2023-10-24/2023-10-25"]),
    ("the visit from November 24 to 28", ["2023-11-24/2023-11-28"]),
    ("from June 22-24, 2023", ["2023-06-22/2023-06-24"]),
    ("between 3 and 5 May 2022", ["2022-05-03/2022-05-05"]),
    ("from April 28 to May 3, 2022", ["2022-04-28/2022-05-03"]),
    ("was open from December 30, 2021 to January 2, 2022", ["2021-12-30/2022-01-02"]),
    # months
    ("met in October", ["2023-10"]),
    ("met in December", ["2022-12"]),
    ("will visit in March", ["2024-03"]),
    ("last December", ["2022-12"]),
    ("next March", ["2024-03"]),
    ("this October", ["2023-10"]),
    ("September last year", ["2022-09"]),
    ("in September of 2019", ["2019-09"]),
    ("earlier this month", ["2023-11"]),
    ("late last month", ["2023-10"]),
    ("at the end of next month", ["2023-12"]),
    ("at the end of October 2022", ["2022-10"]),
    ("between March 2021 and February 2025", ["2021-03/2025-02"]),
    ("in January-October", ["2023-01/2023-10"]),
    ("rose from January to October", ["2023-01/2023-10"]),
    ("between January and October 2022", ["2022-01/2022-10"]),
    ("agreed in 2019; that November they met", ["2019", "2019-11"]),
    ("in December 2009, and in October that year", ["2009-12", "2009-10"]),
    # parts of years
    ("the second quarter of 2022", ["2022-04/2022-06"]),
    ("rose in the third quarter", ["2023-07/2023-09"]),
    ("rose in the fourth quarter", ["2022-10/2022-12"]),
    ("Q1 2024", ["2024-01/2024-03"]),
    ("1Q 2023", ["2023-01/2023-03"]),
    ("H1 2023", ["2023-01/2023-06"]),
    ("first-half profit", ["2023-01/2023-06"]),
    ("in the second half of this year", ["2023-07/2023-12"]),
    ("rose in the first 10 months", ["2023-01/2023-10"]),
    ("rose in the first ten months of the year", ["2023-01/2023-10"]),
    ("in the first nine months of last year", ["2022-01/2022-09"]),
    ("in the last two months of 2022", ["2022-11/2022-12"]),
    # years
    ("last year", ["2022"]),
    ("next year", ["2024"]),
    ("the end of last year", ["2022-12"]),
    ("by end-2024", ["2024-12"]),
    ("early 2023", ["2023"]),
    ("in mid-2024", ["2024"]),
    ("late next year", ["2024"]),
    ("since 2010", ["2010"]),
    ("in the 1980s", ["198X"]),
    ("fiscal 2014", ["2014"]),
    ("the years 2024-2030", ["2024/2030"]),
    ("for the 2016-20 period", ["2016/2020"]),
    ("between 2021 and 2025", ["2021/2025"]),
    ("the 2023 target", ["2023"]),
    ("opened in 2019 and closed the following year", ["2019", "2020"]),
    ("signed in 2015, in force later that year", ["2015", "2015"]),
    ("last week", [None]),
]

NOT_DATES = [
    "Decree No.111/2015/ND-CP",
    "Decision No.68/QD-TTg",
    "for five years, 30 years of ties",
    "at 10:14 and 08:15 GMT+7",
    "workers aged 30-55",
    "2000 workers at 1500 firms",
    "It may march on; they may sign",
    "a 1,200-megawatt plant and 1992-megawatt line",
    "Tel: (84-4) 2019 2020 0000",
    "Vietnam Expo 2023",
    "$2023",
    "won 4-2 on 51 minutes",
]


@pytest.mark.parametrize(("text", "published", "wanted"), CODEBOOK)
def test_codebook(text: str, published: str | None, wanted: list[str | None]) -> None:
    assert values(text, published) == wanted


@pytest.mark.parametrize(("text", "wanted"), ENGLISH)
def test_english(text: str, wanted: list[str | None]) -> None:
    assert values(text, FRIDAY) == wanted


@pytest.mark.parametrize("text", NOT_DATES)
def test_not_dates(text: str) -> None:
    assert values(text, FRIDAY) == []


def test_a_full_date_lends_its_year_where_the_article_has_no_date() -> None:
    text = "They met on December 5, 2022. He arrived on December 4 and left on January 2."
    assert values(text, None) == ["2022-12-05", "2022-12-04", "2023-01-02"]


def test_without_any_year_a_day_keeps_its_month() -> None:
    assert values("on December 4", None) == ["XXXX-12-04"]


VIETNAMESE = [
    ("Thứ Năm, 20/07/2023", "2023-07-20", ["2023-07-20"]),
    ("ngày 23/6", "2023-06-24", ["2023-06-23"]),
    ("sáng 23-6", "2023-06-24", ["2023-06-23"]),
    ("hôm 2/12 đã ký", "2015-12-20", ["2015-12-02"]),
    ("từ ngày 24 đến 28/11", "2019-11-28", ["2019-11-24/2019-11-28"]),
    ("từ ngày 11/11 đến 3/12", "2017-12-04", ["2017-11-11/2017-12-03"]),
    ("tháng 8 năm ngoái", "2023-06-24", ["2022-08"]),
    ("tháng 3/2012", "2014-10-24", ["2012-03"]),
    ("cuối tháng 11 đã", "2015-12-20", ["2015-11"]),
    ("quý II năm 2022", "2023-06-24", ["2022-04/2022-06"]),
    ("10 tháng đầu năm 2014", "2014-11-17", ["2014-01/2014-10"]),
    ("6 tháng đầu năm đạt", "2023-07-20", ["2023-01/2023-06"]),
    ("nửa đầu năm 2023", None, ["2023-01/2023-06"]),
    ("giai đoạn 2016 - 2020", None, ["2016/2020"]),
    ("cuối năm 2015", "2023-07-26", ["2015-12"]),
    ("năm ngoái", "2023-07-26", ["2022"]),
    ("tháng trước", "2023-07-26", ["2023-06"]),
    ("hôm qua", "2019-11-12", ["2019-11-11"]),
    ("14-12-2021", "2023-12-09", ["2021-12-14"]),
]

KOREAN = [
    ("지난 23일", "2018-03-25", ["2018-03-23"]),
    ("올해 상반기", "2018-03-25", ["2018-01/2018-06"]),
    ("2018년 3월", "2018-03-25", ["2018-03"]),
    ("21일 밝혔다", "2009-10-21", ["2009-10-21"]),
    ("오는 9월", "2009-05-29", ["2009-09"]),
    ("24∼25일", "2009-10-21", ["2009-10-24/2009-10-25"]),
    ("다음 달 8일", "2015-03-29", ["2015-04-08"]),
    ("지난달 23일부터 28일까지", "2022-12-01", ["2022-11-23/2022-11-28"]),
    ("지난해 9월", "2014-10-24", ["2013-09"]),
    ("올 1∼10월", "2019-11-24", ["2019-01/2019-10"]),
    ("작년 말", "2019-11-12", ["2018-12"]),
    ("2016~2023년", "2023-06-23", ["2016/2023"]),
    ("2016년 1월, 그해 2월 1일", "2020-01-10", ["2016-01", "2016-02-01"]),
    ("내년 상반기", "2022-12-01", ["2023-01/2023-06"]),
    ("1분기", "2015-05-06", ["2015-01/2015-03"]),
    ("5일간 방문", "2015-05-06", []),
    ("30년 만에", "2015-05-06", []),
]


@pytest.mark.parametrize(("text", "published", "wanted"), VIETNAMESE)
def test_vietnamese(text: str, published: str | None, wanted: list[str | None]) -> None:
    assert values(text, published, "vi") == wanted


@pytest.mark.parametrize(("text", "published", "wanted"), KOREAN)
def test_korean(text: str, published: str | None, wanted: list[str | None]) -> None:
    assert values(text, published, "ko") == wanted
