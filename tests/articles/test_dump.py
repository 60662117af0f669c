# ruff: noqa: E501 (dumps have long lines)
"""Text as crawlers leave it: what is the article, its headline, its day. The texts are invented."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from pactbook.articles.clean import clean
from pactbook.model.source import Source

T = "Hai Phong, Hongseong sign fisheries memorandum"
A = "The port city of Hai Phong and the Korean county of Hongseong signed a memorandum of understanding on fisheries on Tuesday, officials said."
B = "Under the document, which runs for five years, Hongseong will train 40 fish farmers a year and lend the city US$3.2 million for a hatchery."
C = 'Vice Chairwoman Le Thi Mai said that the city had "waited a long time" for such a partner. Talks on a second phase begin in March.'
VT = "Hải Phòng và Hongseong ký biên bản ghi nhớ về thủy sản"
VA = "Thành phố Hải Phòng và huyện Hongseong của Hàn Quốc hôm qua ký biên bản ghi nhớ về thủy sản, văn kiện đầu tiên thuộc loại này."
VB = "Theo văn kiện có hiệu lực năm năm, Hongseong sẽ đào tạo 40 hộ nuôi cá mỗi năm và cho thành phố vay 3,2 triệu USD để xây trại giống."
KT = "하이퐁시·홍성군, 수산 협력 손잡았다"
KA = "하이퐁시와 홍성군이 19일 수산 분야 업무협약을 맺었다. 두 지방자치단체가 이런 문서에 서명한 것은 처음이다."
KB = "홍성군은 5년 동안 해마다 양식 어민 40명을 가르치고 부화장 건립에 320만달러를 빌려준다고 밝혔다."


@dataclass(frozen=True)
class Dump:
    """A text and what must come of it."""

    text: str
    title: str | None = T
    published: str | None = "2023-09-19"
    kept: tuple[str, ...] = (A, B, C)
    gone: tuple[str, ...] = ()
    outlet: str | None = None
    captions: tuple[str, ...] = field(default=())


DUMPS = {
    "clean": Dump(f"{T}\n\nSeptember 19, 2023\n\n{A}\n\n{B}\n\n{C}\n"),
    "an agency alone under the headline": Dump(
        f"{T}\nVNA\n2023-09-19\n\n{A}\n\n{B}\n\n{C}", outlet="VNA", gone=("VNA",)
    ),
    "a paper before the day": Dump(
        f"{T}\nThe Delta Ledger, September 19, 2023\n\n{A}\n\n{B}\n\n{C}", outlet="The Delta Ledger", gone=("Ledger",)
    ),
    "báo, rồi ngày": Dump(
        f"{VT}\nVnExpress\n19/09/2023\n\n{VA}\n\n{VB}", title=VT, kept=(VA, VB), outlet="VnExpress", gone=("VnExpress",)
    ),
    "제목 아래 통신사": Dump(
        f"{KT}\n뉴시스\n2023.09.19\n\n{KA}\n\n{KB}", title=KT, kept=(KA, KB), outlet="뉴시스", gone=("뉴시스",)
    ),
    "사진 기사": Dump(
        f"[사진] {KT}\n\n2023-09-19\n\n{KA}\n\n왼쪽부터 이하이 홍성군수, 팜 반 하이 하이퐁시 부시장.",
        title=KT,
        kept=(KA, "왼쪽부터"),
    ),
    "a short notice": Dump(
        "Fishermen rejoice\n\n2023-09-19\n\nHai Phong and Hongseong signed a memorandum on fisheries on Tuesday.\n\nThe first one dates from 2015.",
        title="Fishermen rejoice",
        kept=("Hai Phong and Hongseong signed a memorandum on fisheries on Tuesday.", "The first one dates from 2015."),
    ),
    "a brief under one word": Dump(
        "Hongseong\nHai Phong and Hongseong signed a memorandum on fisheries on Tuesday.\nThe first one dates from 2015.",
        title="Hongseong",
        published=None,
        kept=("Hai Phong and Hongseong signed a memorandum on fisheries on Tuesday.", "The first one dates from 2015."),
    ),
    "두 글자 제목": Dump(
        "수산\n2023-09-19\n하이퐁시와 홍성군이 19일 하노이에서 수산 분야 업무협약을 맺었다.\n두 번째 협약이다.",
        title="수산",
        kept=("하이퐁시와 홍성군이 19일 하노이에서 수산 분야 업무협약을 맺었다.", "두 번째 협약이다."),
    ),
    "a body under the headline is no outlet": Dump(f"{T}\nKOICA\n2023-09-19\n\n{A}\n\n{B}\n\n{C}", outlet=None),
    "one line per paragraph": Dump(f"{T}\n19/09/2023 08:10\n{A}\n{B}\n{C}"),
    "no date": Dump(f"{T}\n{A}\n{B}\n{C}", published=None),
    "no headline": Dump(f"{A}\n\n{B}\n\n{C}", title=None, published=None),
    "one sentence and nothing else": Dump(
        "Hai Phong and Hongseong signed a memorandum on fisheries.",
        title=None,
        published=None,
        kept=("Hai Phong and Hongseong signed a memorandum on fisheries.",),
    ),
    "một câu": Dump(f"{VT}.", title=None, published=None, kept=(f"{VT}.",)),
    "한 문장": Dump(
        "하이퐁시와 홍성군이 19일 하노이에서 수산 분야 업무협약을 맺었다.",
        title=None,
        published=None,
        kept=("하이퐁시와 홍성군이 19일 하노이에서 수산 분야 업무협약을 맺었다.",),
    ),
    "one sentence below its day": Dump(f"2023-09-19\n\n{VT}.", title=None, kept=(f"{VT}.",)),
    "a sentence below a headline": Dump(f"{T}\n\n{VT}.", published=None, kept=(f"{VT}.",)),
    "headline twice": Dump(f"{T}\n{T}\n2023/09/19\n{A}\n{B}\n{C}"),
    "menus, path, byline with date": Dump(
        f"Ocean Week 2023 Hai Phong Marathon Typhoon Season National Day Parade\nHome / Economy / Trade - Service\n{T}\nTran Ha - Le Ba 11:36, 2023/09/19\n{A}\n\n{B}\n\n Overview of the signing ceremony. Photo: Tran Ha/The Delta Times\n\n{C}\n\nTAG: Hai Phong fish Hongseong\nOther news\n09:58, 2024/03/01\nCrab prices soar in Ca Mau\nTraders asked for $30 a kilo on Monday morning, twice the usual price at this time of the year.\n21:50, 2024/02/29\nBoats idle in Binh Dinh\nHigh fuel prices keep a third of the fleet of the province in port this season, officials said.",
        gone=("Ocean Week", "TAG", "Other news", "Crab prices", "Traders asked", "High fuel", "Home /"),
        outlet="The Delta Times",
        captions=("Overview of the signing ceremony. Photo: Tran Ha/The Delta Times",),
    ),
    "menu in capitals, masthead, labelled dates": Dump(
        f"The Delta Economist\nNATIONAL BUSINESS LIFE SPORTS WORLD OPINION\nBusiness > Fisheries\n{T}\nBy Tran Ha\nUpdated : Sep 21, 2023 - 10:02   Published : Sep 19, 2023 - 16:40\n\n{A}\n\n{B}\n\n{C}\n\n(ha@delta.example)\n\nMOST POPULAR\n1 Crab prices soar\n2 Boats idle in Binh Dinh",
        gone=("NATIONAL", "Tran Ha", "Crab prices", "ha@"),
        outlet="The Delta Economist",
    ),
    "wrapped, with words broken at the end of the line": Dump(
        f"{T}\n\nBy our correspondent\nSeptember 19, 2023\n\nHAI PHONG - The port city of Hai Phong and the Korean county of Hongseong\nsigned a memorandum of understanding on fisheries on Tuesday. The first con-\nstruction work on a hatchery of the US$3.2 million project is to begin on Cat\nBa island in March.\n\nOfficials of both sides said that forty fish farmers a year would be trained in\nHongseong. A second phase is being discussed, and it may take in shrimp as well\nas crab.\n\n(c) Delta Letter. To unsubscribe, click here.",
        kept=(
            "HAI PHONG - The port city of Hai Phong and the Korean county of Hongseong signed a memorandum of understanding on fisheries on Tuesday. The first con-struction work on a hatchery of the US$3.2 million project is to begin on Cat Ba island in March.",
            "would be trained in Hongseong. A second phase is being discussed, and it may take in shrimp as well as crab.",
        ),
        gone=("unsubscribe", "correspondent"),
        outlet="Delta Letter",
    ),
    "broken at odd places": Dump(
        f"{T}\n\nSeptember 19, 2023\n\n"
        + "\n\n".join(p.replace(" on ", "\non ").replace(" of ", " of\n").replace(", ", ",\n") for p in (A, B, C))
    ),
    "a break in the middle of a sentence": Dump(
        f"{T}\n19 September 2023\n{A} {B.replace(' train ', chr(10) + 'train ')}\n{C}", kept=(f"{A} {B}", C)
    ),
    "related block inside the text": Dump(
        f"{T}\nSept. 19, 2023\n\n{A}\n\nRelated\nCrab prices soar\nBoats idle in Binh Dinh\n\n{B}\n\n{C}\n\n{A.replace('Tuesday', 'Wednesday')}",
        kept=(A, B, C, "on Wednesday, officials said."),
        gone=("Crab prices", "Boats idle"),
    ),
    "teasers in one line": Dump(
        f"{T}\n\nTuesday, September 19, 2023\n\n{A}\n\n{B}\n\n{C}\n\nRead next: Crab prices soar to $30 | Boats idle in Binh Dinh | Tuna hits $1 billion",
        gone=("Crab prices", "Tuna"),
    ),
    "arrows below the text": Dump(
        f"{T}\n19 September 2023\n\n{A}\n\n{B}\n\n{C}\n\n>> Crab prices soar\n→ Boats idle in Binh Dinh\n▶ Tuna hits $1 billion\n>> Get the daily mail. Unsubscribe at any time.",
        gone=("Crab prices", "Boats idle", "Tuna", "daily mail"),
    ),
    "bullets below the byline": Dump(
        f"{T}\n19 September 2023\n\n{A}\n\n{B}\n\n{C}\n\nTran Ha\n\n* Crab prices soar\n* Boats idle in Binh Dinh to March 3",
        gone=("Crab prices", "Boats idle"),
    ),
    "bullets of the text's own": Dump(
        f"{T}\n19 September 2023\n\n{A}\n\n{B}\n\n{C}\n\n* A plan on fish\n* A plan on nets",
        kept=(A, "A plan on fish", "A plan on nets"),
    ),
    "chuyên mục, rồi ngày, rồi tựa": Dump(
        f"Thủy sản & Biển\nThứ Ba, 19/09/2023, 10:05 (GMT+7)\n\n{VT}\n\n{VA}\n\n{VB}", title=VT, kept=(VA, VB)
    ),
    "인터뷰: 말한 것이 제목": Dump(
        f"바다와사람 [인터뷰]\n“어민에게 필요한 것은 부화장 하나였습니다”\n홍성군 수산 협력 담당 오하린 과장\n글 서도윤 기자 / 2023. 9. 19\n\n{KA}\n\n{KB}",
        title="“어민에게 필요한 것은 부화장 하나였습니다”",
        kept=(KA, KB),
    ),
    "보도자료": Dump(
        f"[보도자료]\n{KT}\n\n보도일시: 2023. 9. 19.(화) 조간부터 보도하여 주시기 바랍니다.\n\n{KA}\n\n{KB}",
        title=KT,
        kept=(KA, KB),
    ),
    "arrows that a colon announces": Dump(
        f"{T}\n19 September 2023\n\n{A}\n\n{B}\n\n{C}\n\nThe documents are:\n\n→ A plan on fish\n\n→ A plan on nets for the two ports.",
        kept=(A, "→ A plan on fish", "→ A plan on nets"),
    ),
    "ranks below a rule and a heading": Dump(
        f"{T}\n19 September 2023\n\n{A}\n\n{B}\n\n{C}\n\n------\nMOST READ THIS WEEK\n 1. Crab prices soar to 30 dollars\n\n 2. Boats idle; no end before May 1\n------\n(c) 2023 The Delta Ledger. No reproduction without consent.",
        gone=("Crab prices", "Boats idle", "MOST READ"),
        outlet="The Delta Ledger",
    ),
    "a newsletter's last lines": Dump(
        f"THE DELTA DIGEST :: newsletter :: No. 26\n[Coast] [Harbours] [Tenders]\n=====\n\n{T}\n\n19 September 2023\n\n{A}\n\n{B}\n\n{C}\n\n- - - - -\nALSO IN THIS ISSUE\n  > Crab prices soar: traders want $9.8\n  > Boats idle in Binh Dinh\nYou receive this e-mail because you signed up. Unsubscribe here.",
        gone=("Crab prices", "Boats idle", "You receive", "No. 26", "[Coast]"),
    ),
    "an agency's slug and dateline": Dump(
        f"Delta Wire -- STORY 0919-0442 -- FISH / KOREA\n\n{T}\n\n(Adds details)\n\nHAI PHONG, Sept. 19 (DW) - {A}\n\n{B}\n\n{C}\n\n[Editing by R. Doe]\n(C) Delta Wire 2023. Redistribution is prohibited.",
        gone=("STORY", "Adds details", "Editing", "Redistribution"),
        outlet="Delta Wire",
    ),
    "a standfirst below the headline": Dump(
        f"THE DELTA REVIEW\nCoast  |  Deals  |  Harbours  |  Opinion\n\nFISH\n\n{T}\n\nFive years, forty farmers and one hatchery\n\nTRAN HA and LE BA, Staff writers\nSeptember 19, 2023 04:00 JST\n\n{A}\n\n{B}\n\n{C}",
        gone=("Harbours",),
        outlet="THE DELTA REVIEW",
    ),
    "a chart's row of figures": Dump(
        f"{KT}\n서해일보 | 2023.09.19 11:42\n\n{KA}\n\n{KB}\n\n[그래픽] 수산물 교역 추이\n2021년 3억달러 / 2022년 4억달러 / 2023년 5억달러\n\n▶ 꽃게값 두 배로 껑충\n◇ 이웃소식: 딸기축제 22일 개막",
        title=KT,
        kept=(KA, KB, "2022년 4억달러"),
        gone=("꽃게값", "딸기축제"),
        captions=("[그래픽] 수산물 교역 추이", "2021년 3억달러 / 2022년 4억달러 / 2023년 5억달러"),
        outlet="서해일보",
    ),
    "tags and a tail without a heading": Dump(
        f"{T}\n19-09-2023 08:10\n\n{A}\n\n{B}\n\n{C}\n\nTags: fish, Hongseong\n* Crab prices soar - 21/10/2023\n* Boats idle in Binh Dinh - 13/08/2023\nCopyright 2023 by Delta Gazette",
        gone=("Crab prices", "Boats idle", "Copyright", "Tags"),
        outlet="Delta Gazette",
    ),
    "lists, an enumeration in a sentence, a subheading": Dump(
        f"{T}\n2023-09-19\n\n{A}\n\nWhat was agreed\n\n1. Hongseong trains 40 fish farmers a year.\n2. Hai Phong builds a hatchery.\n\nThe two sides named four goals: (1) more fish; (2) fewer nets; (3) cleaner water; (4) higher incomes for all.\n\n- A second phase may follow.",
        kept=(
            A,
            "What was agreed",
            "1. Hongseong trains 40 fish farmers a year.\n\n2. Hai Phong builds a hatchery.",
            "(4) higher incomes for all.",
            "- A second phase may follow.",
        ),
    ),
    "lone bars and buttons": Dump(
        f"{T}\nPrint | Email | Share on Facebook\n|\nPublished on September 19, 2023\n{A}\n|\n{B}\nAdvertisement\n{C}\nReport an error\nBack to top",
        gone=("Print", "|", "Advertisement", "Report", "Back to top"),
    ),
    "Vietnamese with a menu": Dump(
        f"Trang nhất | Chính trị | Xã hội | Kinh tế\nKinh tế » Thủy sản\nThứ Ba, 19/09/2023, 08:05 (GMT+7)\n{VT}\n\n{VA}\n\nToàn cảnh lễ ký tại Hải Phòng. Ảnh: TTXVN\n\n{VB}\n\nThu Hà\n\nTừ khóa: thủy sản, Hongseong\nTin khác\n- Giá cua tăng gấp đôi (22/10)\n- Tàu cá nằm bờ vì giá dầu (20/10)\nGửi phản hồi | Bản in | Gửi email",
        title=VT,
        kept=(VA, VB),
        gone=("Trang nhất", "Giá cua", "Tàu cá", "Bản in", "Từ khóa", "Kinh tế »"),
        captions=("Toàn cảnh lễ ký tại Hải Phòng. Ảnh: TTXVN",),
    ),
    "Vietnamese, section above, date below, capitals": Dump(
        f"Kinh tế biển\n{VT.upper()}\n19/09/2023 07:15 GMT+7\n\n{VA}\n\n{VB}\n\nTIN LIÊN QUAN\n  Giá cua tăng gấp đôi (23/10)\nBÌNH LUẬN (7)   Mới nhất | Quan tâm nhiều",
        title=VT.upper(),
        kept=(VA, VB),
        gone=("Giá cua", "BÌNH LUẬN"),
    ),
    "Vietnamese, the day in the text is not the day of publication": Dump(
        f"{VT}\n\nNgày 19/9/2023, tại Hải Phòng, {VA}\n\n{VB}\n\nLượt xem: 1.204 | In bài | Về đầu trang",
        title=VT,
        published=None,
        kept=(VA, VB),
        gone=("Lượt xem",),
    ),
    "Korean with path, label, rights": Dump(
        f"홈 > 경제 > 수산\n[수산] {KT}\n기사입력 : 2023년09월19일 10:59\n[하이퐁=서해일보 김바다 기자] {KA}\n\n{KB}\n\n김바다 기자 sea@west.example\n\n<저작권자(c) 서해일보. 무단전재-재배포금지>\n\n[관련기사]\nㆍ꽃게값 두 배로 껑충\nㆍ어선 절반 항구에 묶여",
        title=KT,
        kept=(KA, KB),
        gone=("홈 >", "sea@", "무단전재", "꽃게값", "어선"),
        outlet="서해일보",
    ),
    "Korean with two dates and a popular block": Dump(
        f"서해일보\n{KT}\n입력 : 2023-09-19 10:21   수정 : 2023-09-20 10:58\n본문 글자 크기 조절 | 공유하기 | 인쇄\n\n{KA}\n\n{KB}\n\n[사진] 협약식에 참석한 두 도시 대표. 홍성군 제공\n\n이 시각 많이 본 뉴스\n1. 꽃게값 두 배로 껑충\n2. 어선 절반 항구에 묶여",
        title=KT,
        kept=(KA, KB),
        gone=("본문 글자", "꽃게값"),
        outlet="서해일보",
        captions=("[사진] 협약식에 참석한 두 도시 대표. 홍성군 제공",),
    ),
    "Korean, a dateline that names the reporter alone": Dump(
        f"{KT}\n2023.09.19 13:18\n\n[하이퐁=김바다 기자] {KA}\n\n{KB}",
        title=KT,
        kept=(KA, KB),
        gone=(),
    ),
    "Korean, the day at the end": Dump(
        f"{KT}\n\n(하이퐁=서해일보) 김바다 기자 = {KA}\n\n{KB}\n\nsea@west.example\n2023/09/19 13:18 송고",
        title=KT,
        kept=(KA, KB),
        gone=("송고", "sea@"),
        outlet="서해일보",
    ),
}


@pytest.mark.parametrize("name", DUMPS)
def test_dump(name: str) -> None:
    dump = DUMPS[name]
    article = clean(Source("dump.txt", dump.text.encode()))
    assert article.title == dump.title
    assert article.published == dump.published
    assert [s for s in dump.gone if s in article.text] == []
    assert [s for s in dump.kept if s not in article.text] == []
    assert article.outlet == dump.outlet
    found = [article.text[s.start : s.end] for s in article.sentences if s.role == "caption"]
    assert " ".join(found) == " ".join(dump.captions)


@pytest.mark.parametrize("name", DUMPS)
def test_a_cleaned_text_stays_as_it_is(name: str) -> None:
    once = clean(Source("dump.txt", DUMPS[name].text.encode()))
    again = clean(Source("dump.txt", once.text.encode()))
    assert (again.text, again.id) == (once.text, once.id)
