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
    # a deadline lies ahead, whatever is said of who tells it
    ("Both agreed to conclude the contract by the end of January, the firm said", ["2024-01"]),
    ('"We expect to sign the agreement with the institute by mid-January," said its director', ["2024-01"]),
    ("The firm was told to reply by December 5", ["2023-12-05"]),
    ("KT managed to sell 40 buses by March", ["2023-03"]),
    ("exports rose to $3 billion by September", ["2023-09"]),
    ("MoLISA proposed in April that an accord be concluded", ["2023-04"]),
    # what stands behind "and" or "which" tells nothing of the date before it
    ("They opened talks on a pact in August and want to lift trade by half", ["2023-08"]),
    ("The minimum wage rose in January, which firms can live with", ["2023-01"]),
    ("The two firms are to open a school for operators in Ninh Thuan, now part of Khanh Hoa, in August", ["2024-08"]),
    ("He won the deal to build a shop, with work to commence in August", ["2024-08"]),
    ("Four firms have been given until the end of March to build", ["2024-03"]),
    # the first and the last day
    ("signed on the last day of 2013", ["2013-12-31"]),
    ("lapsed on the last day of February 2020", ["2020-02-29"]),
    ("opened on the first day of October", ["2023-10-01"]),
    ("signed on the last day of last month", ["2023-10-31"]),
    ("on the last day of his trip", []),
    # days
    ("said on Tuesday", ["2023-11-21"]),
    ("said Friday", ["2023-11-24"]),
    ("will meet on Monday", ["2023-11-27"]),
    ("signed last Friday", ["2023-11-17"]),
    # so many quarters or days from the first on
    ("rose in the first three quarters of 2022", ["2022-01/2022-09"]),
    ("rose in the first 20 days of this month", ["2023-11-01/2023-11-20"]),
    ("rose in the first ten days of May", ["2023-05-01/2023-05-10"]),
    ("was away for the first 10 days", []),
    # seasons
    ("opened in the summer of 2017", ["2017-06/2017-08"]),
    ("came to nothing last spring", ["2023-03/2023-05"]),
    ("will open this winter", ["2023-12/2024-02"]),
    ("seed for the winter crop, shown in the Winter Palace in the fall of the regime", []),
    # what only ends like a verb
    ("They will leave for the seaweed farms in October", ["2024-10"]),
    ("will fly to the United States in October", ["2024-10"]),
    ("The ministry asked for a reply by December 15", ["2023-12-15"]),
    ("KOICA, which pledged it in 2019, had spent it by March", ["2019", "2023-03"]),
    ("Orders are likely to recover in the first quarter", ["2024-01/2024-03"]),
    # a name is no word of the future
    ("teachers of Can Tho agreed on a course on Monday", ["2023-11-20"]),
    ("Mr Will Park signed it on Monday", ["2023-11-20"]),
    ("the fair ends on Sunday and has drawn many", ["2023-11-26"]),
    ("the show closes on Sunday", ["2023-11-26"]),
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
    ("last week", ["2023-11-13/2023-11-19"]),
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
    ("정부는 지난 23일 서명했다", "2018-03-25", ["2018-03-23"]),
    ("오는 5일 개막한다", "2018-03-25", ["2018-04-05"]),
    ("올 1~5월 교역액은", "2023-06-24", ["2023-01/2023-05"]),
    ("전년 동기 대비 5% 늘었다", "2023-06-24", ["2022"]),
    ("22∼23일 하노이를 찾는다", "2023-06-20", ["2023-06-22/2023-06-23"]),
    ("22~23일 이틀간", "2023-06-24", ["2023-06-22/2023-06-23"]),
    ("22일부터 24일까지", "2023-06-20", ["2023-06-22/2023-06-24"]),
    ("지난 22일부터 24일까지", "2023-06-28", ["2023-06-22/2023-06-24"]),
    ("지난달 30일부터 이달 2일까지", "2023-06-20", ["2023-05-30", "2023-06-02"]),
    ("11월 30일~12월 2일", "2023-12-05", ["2023-11-30/2023-12-02"]),
    ("지난달", "2023-06-24", ["2023-05"]),
    ("이달 말", "2023-06-24", ["2023-06"]),
    ("다음 달 초", "2023-06-24", ["2023-07"]),
    ("내달 중순", "2023-12-24", ["2024-01"]),
    ("지난해 말", "2023-06-24", ["2022-12"]),
    ("작년 말 기준", "2023-06-24", ["2022-12"]),
    ("2021년 말 마무리됐다", "2023-06-24", ["2021-12"]),
    ("작년 3월", "2023-06-24", ["2022-03"]),
    ("올해 1분기", "2023-06-24", ["2023-01/2023-03"]),
    ("2/4분기", "2023-08-24", ["2023-04/2023-06"]),
    ("3분기 누적 매출", "2023-11-24", ["2023-01/2023-09"]),
    ("1~3분기", "2023-11-24", ["2023-01/2023-09"]),
    ("2018년 3월 23일", "2023-06-24", ["2018-03-23"]),
    ("2018년 3월23일", "2023-06-24", ["2018-03-23"]),
    ("3월23일 체결했다", "2023-06-24", ["2023-03-23"]),
    ("'18.3.23 체결", "2023-06-24", ["2018-03-23"]),
    ("2018.03.23", "2023-06-24", ["2018-03-23"]),
    ("2018. 3. 23. 체결", "2023-06-24", ["2018-03-23"]),
    ("2019년 8월 방문, 같은 해 9월 서명", "2023-06-24", ["2019-08", "2019-09"]),
    ("2019년 8월 5일 방문, 같은 달 9일 서명", "2023-06-24", ["2019-08-05", "2019-08-09"]),
    ("1992년 수교 이후", "2023-06-24", ["1992"]),
    ("2024∼2030년", "2023-06-24", ["2024/2030"]),
    ("2024년부터 2030년까지", "2023-06-24", ["2024/2030"]),
    ("2021~25년", "2023-06-24", ["2021/2025"]),
    ("2030년까지", "2023-06-24", ["2030"]),
    ("연내 타결", "2023-06-24", ["2023-12"]),
    ("올해 안에", "2023-06-24", ["2023-12"]),
    ("하반기에 착공할 예정", "2023-06-24", ["2023-07/2023-12"]),
    ("올 하반기", "2023-06-24", ["2023-07/2023-12"]),
    ("지난해 하반기", "2023-06-24", ["2022-07/2022-12"]),
    ("지난주 방문했다", "2023-06-24", ["2023-06-12/2023-06-18"]),
    ("23일(현지시간) 하노이에서", "2023-06-24", ["2023-06-23"]),
    ("현지시간 23일", "2023-06-24", ["2023-06-23"]),
    ("10년간 60개월 20주년 3일간 5일 동안", "2023-06-24", []),
    ("2박 3일 일정, 4박5일", "2023-06-24", []),
    ("45일 무비자로 30일 이내", "2023-06-24", []),
    ("주 5일 근무", "2023-06-24", []),
    ("시는 9월부터 운영한다고 23일 밝혔다", "2023-06-24", ["2023-09", "2023-06-23"]),
    ("올해 60명이 4월과 9월로 나뉘어 입국한다", "2024-03-11", ["2024", "2024-04", "2024-09"]),
    ("4월 체결한 협약에 따라 9월 문을 연다", "2023-06-24", ["2023-04", "2023-09"]),
    ("두 나라는 12월 협정에 서명했다", "2023-06-24", ["2022-12"]),
    ("오는 2월 방문한다", "2023-06-24", ["2024-02"]),
    ("지난 10월 문을 열었다", "2023-06-24", ["2022-10"]),
    ("오는 3월 5일 개막", "2023-12-24", ["2024-03-05"]),
    ("지난 12월 5일", "2024-02-24", ["2023-12-05"]),
    ("올림픽이 열린다", "2023-06-24", []),
    ("오늘날 베트남은", "2023-06-24", []),
    ("1990년대 이후", "2023-06-24", ["199X"]),
    ("1992년생", "2023-06-24", []),
    ("2024년도 예산", "2023-06-24", ["2024"]),
    ("2024학년도 1학기", "2023-06-24", ["2024"]),
    ("올 들어 5월까지 수출은", "2023-06-24", ["2023-01/2023-05"]),
    ("올해 들어 지난 5월까지", "2023-06-24", ["2023-01/2023-05"]),
    ("올해 10월까지 누적", "2023-11-24", ["2023-01/2023-10"]),
    ("2022년 11월부터 2023년 2월까지", "2023-06-24", ["2022-11/2023-02"]),
    ("2022년 11월~2023년 2월", "2023-06-24", ["2022-11/2023-02"]),
    ("작년 9월부터 올해 3월까지", "2023-06-24", ["2022-09/2023-03"]),
    ("2021년 328억달러 / 2022년 342억달러", "2023-06-24", ["2021", "2022"]),
    ("1월부터 5월까지", "2023-06-24", ["2023-01/2023-05"]),
    ("올해 첫 5개월", "2023-06-24", ["2023-01/2023-05"]),
    ("내년 1월 1일부터", "2023-06-24", ["2024-01-01"]),
    ("전날 도착한 대통령은", "2023-06-24", ["2023-06-23"]),
    ("21일 정상회담을 했다. 전날 도착", "2023-06-24", ["2023-06-21", "2023-06-20"]),
    ("5월 5일 서명. 이듬해 발효", "2023-06-24", ["2023-05-05", "2024"]),
    ("지난 2018년 3월", "2023-06-24", ["2018-03"]),
    ("제13차 회의 12시 30분 37세", "2023-06-24", []),
    ("다음 달 10일부터 12일까지", "2023-06-24", ["2023-07-10/2023-07-12"]),
    ("3월 22·23일", "2023-06-24", ["2023-03-22/2023-03-23"]),
    ("5월 말 현재", "2023-06-24", ["2023-05"]),
    ("연말까지", "2023-06-24", ["2023-12"]),
    ("연말정산", "2023-06-24", []),
    ("내년 초 착공", "2023-06-24", ["2024"]),
    ("2023년 상반기", "2023-08-24", ["2023-01/2023-06"]),
    ("상반기 수출은 늘었다", "2023-08-24", ["2023-01/2023-06"]),
    ("6월 한 달 수출", "2019-07-23", ["2019-06"]),
    ("12월 방한한 총리", "2024-02-01", ["2023-12"]),
    ("31일 서명했다", "2024-01-01", ["2023-12-31"]),
    ("다음 주 화요일", "2023-11-24", ["2023-11-28"]),
    ("2027년 1분기 준공", "2023-06-24", ["2027-01/2027-03"]),
    ("2025년 3월께", "2023-06-24", ["2025-03"]),
    ("12월 말까지", "2023-11-24", ["2023-12"]),
    ("10월 3일까지 접수한다", "2023-09-24", ["2023-10-03"]),
    ("지난 10일 하노이에서, 12일 호찌민에서", "2023-09-24", ["2023-09-10", "2023-09-12"]),
    ("2016.1~2023.12", "2023-09-24", []),
    ("2024년 6월 10일(월)", "2023-09-24", ["2024-06-10"]),
    ("2002년 설립", "2023-09-24", ["2002"]),
    ("이달 10일", "2023-09-24", ["2023-09-10"]),
    ("작년 12월과 올해 3월", "2023-09-24", ["2022-12", "2023-03"]),
    ("그제 도착", "2023-09-24", ["2023-09-22"]),
    ("111/2015/ND-CP", "2023-09-24", []),
    ("2023년 12월 기준", "2024-09-24", ["2023-12"]),
    ("오는 2030년", "2024-09-24", ["2030"]),
    ("2년 뒤인 2026년", "2024-09-24", ["2026"]),
    ("2025~2026년 시즌", "2024-09-24", ["2025/2026"]),
    ("양국은 오는 12월 수교 31주년을 맞는다", "2023-07-20", ["2023-12"]),
    ("내년 2월께 방문할 것으로 알려졌다", "2023-07-20", ["2024-02"]),
    ("지난 6월 말 체결된 협정", "2023-07-20", ["2023-06"]),
    ("이달 25일부터 이틀간 열린다", "2023-07-20", ["2023-07-25"]),
    ("11~14일 열린 박람회", "2023-07-20", ["2023-07-11/2023-07-14"]),
    ("지난달 28일(현지시간)", "2023-07-20", ["2023-06-28"]),
    ("2023학년도 2학기부터", "2023-07-20", ["2023"]),
    ("올해부터 2027년까지 5년간", "2023-07-20", ["2023", "2027"]),
    ("2022년 12월 5일 격상됐다. 그해 교역은", "2023-07-20", ["2022-12-05", "2022"]),
    ("오는 10월 초 하노이에서", "2023-07-20", ["2023-10"]),
    ("8월 1일자로 발효된다", "2023-07-20", ["2023-08-01"]),
    ("지난해 12월부터 올해 5월까지", "2023-07-20", ["2022-12/2023-05"]),
    ("3분기 중 착공한다", "2023-07-20", ["2023-07/2023-09"]),
    ("2분기 매출이 늘었다", "2023-07-20", ["2023-04/2023-06"]),
    ("작년 4분기 실적", "2023-07-20", ["2022-10/2022-12"]),
    ("2018~2022년 평균", "2023-07-20", ["2018/2022"]),
    ("2030년 이후", "2023-07-20", ["2030"]),
    ("1년 6개월 만에 3년 연속", "2023-07-20", []),
    ("오후 3시 30분 창립 30주년 기념식", "2023-07-20", []),
    ("9월 2일 국경절을 앞두고", "2023-07-20", ["2023-09-02"]),
    ("지난 4월 취임한 뒤 처음", "2023-07-20", ["2023-04"]),
    ("내년 중 개통할 예정", "2023-07-20", ["2024"]),
    ("2020년대 들어", "2023-07-20", ["202X"]),
    ("19일 오후 도착해 20일 회담한다", "2023-07-19", ["2023-07-19", "2023-07-20"]),
]


@pytest.mark.parametrize(("text", "published", "wanted"), VIETNAMESE)
def test_vietnamese(text: str, published: str | None, wanted: list[str | None]) -> None:
    assert values(text, published, "vi") == wanted


@pytest.mark.parametrize(("text", "published", "wanted"), KOREAN)
def test_korean(text: str, published: str | None, wanted: list[str | None]) -> None:
    assert values(text, published, "ko") == wanted
