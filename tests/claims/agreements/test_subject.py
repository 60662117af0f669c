"""The subject of a deal: the phrase that an analyst would put in a table, and the words that tell nothing."""

from __future__ import annotations

import pytest
from tests.claims.agreements.test_article import read
from tests.claims.agreements.test_korean import read as read_korean
from tests.claims.agreements.test_vietnamese import read as read_vietnamese

#: How a newsroom tells it → the subject.
TELLINGS = {
    "on": (
        "VCCI and KOTRA signed a memorandum of understanding on smart farms in Hanoi on Tuesday.",
        "smart farms in Hanoi",
    ),
    "on, behind the parties": (
        "PV Power signed a memorandum of understanding with KOGAS on liquefied gas terminals on July 18.",
        "liquefied gas terminals",
    ),
    "on, behind two long names": (
        "A youth exchange agreement between the Ministry of Culture, Sports and Tourism of Vietnam and the Ministry"
        " of Culture, Sports and Tourism of South Korea on film archives was signed on July 18.",
        "film archives",
    ),
    "a list": (
        "Viettel inked an agreement with KT Corporation on chips, data centres and cyber security on Tuesday.",
        "chips, data centres and cyber security",
    ),
    "how something goes": (
        "Vietnam Social Security and the National Pension Service signed a document on how forms will travel.",
        "how forms will travel",
    ),
    "cooperate on, under": (
        "VCCI and KOTRA will cooperate on sea freight under a memorandum concluded online on July 9.",
        "sea freight",
    ),
    "no owner's s": (
        "Samsung SDS's joint venture with CMC was wound up in May.",
        "joint venture",
    ),
    "over, in talks": (
        "VinFast and LG Energy Solution have been in talks over battery cells since spring.",
        "battery cells",
    ),
    "covers": (
        "KOICA and the Ministry of Health of Vietnam signed a memorandum that covers mobile clinics.",
        "mobile clinics",
    ),
    "for": (
        "Doosan Enerbility won a contract for the Long Tau thermal power station from EVN.",
        "Long Tau thermal power station",
    ),
    "no relative clause": (
        "Vietnam and South Korea signed a customs agreement that took effect on New Year's Day.",
        "customs agreement",
    ),
    "no finite verb": (
        "A road map for trade headed the list that MOIT and South Korea's MOTIE signed on Tuesday.",
        "trade",
    ),
    "no table": (
        "A mutual logistics agreement, on the table since 2011, was signed by VCCI and KOTRA.",
        "mutual logistics agreement",
    ),
    "no amount": ("Viettel signed a US$20 million supply contract with LG Electronics on Tuesday.", "supply contract"),
    "what the parties will do": (
        "SK Telecom will build three data centres under a memorandum of understanding signed with FPT on Tuesday.",
        "build three data centres",
    ),
    "what is bought": (
        "Shinhan Bank agreed to buy 30 percent of Techcombank for $300 million on Tuesday.",
        "30 percent of Techcombank",
    ),
    "the name of a treaty": (
        "The Vietnam-Korea Free Trade Agreement, which took effect in 2015, has cut duties on textiles.",
        "Vietnam-Korea Free Trade Agreement",
    ),
    "the more telling of two": (
        "VCCI and KCCI signed a memorandum of understanding on Tuesday. The memorandum of understanding between VCCI"
        " and KCCI on green ports was signed in Seoul.",
        "green ports",
    ),
    "one of several": (
        "FPT signed three memorandums on cloud services: one with Samsung SDS, one with LG CNS and one with KT.",
        "cloud services",
    ),
    "what was built under it": (
        "The Bach Ma dam, which was built under an agreement between VCCI and KOTRA, is leaking.",
        "Bach Ma dam",
    ),
    "what is being built under it": (
        "Doosan Enerbility has been building the second boiler house since last year under an agreement with EVN.",
        "second boiler house",
    ),
    "what a clause behind it says was ordered": (
        "Work goes on at the Long Tau thermal plant, which EVN ordered from Doosan Enerbility last year.",
        "Long Tau thermal plant",
    ),
    "the fruit of it": (
        "Twelve young nurses from Hue landed here last week, the first fruit of an agreement between VCCI and KOTRA.",
        "Twelve young nurses",
    ),
    "to do, far behind the parties": (
        "VCCI signed a tripartite agreement with KOTRA and the Korea Chamber of Commerce and Industry to train 400"
        " welders a year.",
        "train 400 welders a year",
    ),
    "what a party is let do": (
        "The People's Committee of Bac Ninh has licensed Hyosung Vietnam to put another $90 million into its mill.",
        "put another $90 million into its mill",
    ),
    "the matter of": (
        "Copyright is the matter of the memorandum that VCCI and KOTRA signed on Tuesday.",
        "Copyright",
    ),
}


@pytest.mark.parametrize(("text", "subject"), TELLINGS.values(), ids=TELLINGS)
def test_the_subject_tells_what_the_deal_is_about(text: str, subject: str) -> None:
    claims = read(text).agreements
    assert claims
    assert {c.subject for c in claims} == {subject}


@pytest.mark.parametrize(("text", "subject"), TELLINGS.values(), ids=TELLINGS)
def test_the_subject_says_where_it_stands_and_by_which_rule(text: str, subject: str) -> None:
    found = read(text)
    for claim in found.agreements:
        (reason,) = (b for b in claim.because if b.cell == "subject")
        reason.span.check(found.article.text)
        assert claim.subject.rstrip("…") in " ".join(reason.span.text.split())
        assert reason.rule.startswith("en/agreements/")


#: The same in the two other languages: language, how a newsroom tells it → the subjects in order.
ELSEWHERE = {
    "what is supplied": (
        read_korean,
        "두산에너빌리티는 지난 18일 베트남전력공사와 가스터빈 부품을 5년간 공급하는 계약을 맺었다.",
        ["가스터빈 부품"],
    ),
    "what a loan is for": (
        read_korean,
        "한국수출입은행은 베트남 재무부와 후에성 관개시설 개선사업에 1억달러를 지원하는 차관계약을 체결했다.",
        ["후에성 관개시설 개선사업"],
    ),
    "a title in quotation marks": (
        read_korean,
        "대한상공회의소와 베트남상공회의소는 '교역 500억달러 달성 로드맵'에 서명했다.",
        ["교역 500억달러 달성"],
    ),
    "agreed first": (
        read_korean,
        "코트라와 베트남상공회의소는 수출 통계를 공유하기로 하고 협약서에 서명했다.",
        ["수출 통계"],
    ),
    "of the same content": (
        read_korean,
        "코트라는 베트남상공회의소와 전시장 공동 운영 협약을 맺었다. 코트라는 롱안성과도 같은 내용의 협약을 체결했다.",
        ["전시장 공동 운영", "전시장 공동 운영"],
    ),
    "works, no corporation": (
        read_korean,
        "두산에너빌리티는 박닌성 산업단지 조성공사를 1200억원에 수주했다고 18일 공시했다.",
        ["박닌성 산업단지 조성공사"],
    ),
    "nothing but the kind": (read_korean, "코트라와 베트남상공회의소는 18일 업무협약을 체결했다.", [""]),
    "verb behind the deal": (
        read_vietnamese,
        "VCCI và KOTRA ký biên bản ghi nhớ phát triển cụm công nghiệp phụ trợ hôm 18/7.",
        ["phát triển cụm công nghiệp phụ trợ"],
    ),
    "for a project": (
        read_vietnamese,
        "Bộ Tài chính và Ngân hàng Xuất nhập khẩu Hàn Quốc ký hiệp định vay 60 triệu USD cho tuyến tránh Phong Điền.",
        ["tuyến tránh Phong Điền"],
    ),
    "under it they will": (
        read_vietnamese,
        "Theo biên bản ghi nhớ ký với KOTRA hôm 18/7, VCCI sẽ xây dựng trung tâm ươm tạo khởi nghiệp.",
        ["xây dựng trung tâm ươm tạo khởi nghiệp"],
    ),
    "with a party to do": (
        read_vietnamese,
        "Vietnam Airlines bắt tay với Korean Air mở thêm đường bay đến Busan.",
        ["mở thêm đường bay đến Busan"],
    ),
    "what was licensed": (
        read_vietnamese,
        "Dự án nhà máy sợi của Hyosung vừa được UBND tỉnh Đồng Nai cấp giấy chứng nhận đăng ký đầu tư.",
        ["Dự án nhà máy sợi"],
    ),
    "work in a list, in Vietnamese": (
        read_vietnamese,
        "Hyosung và EVN ký Hợp đồng Thiết kế, Cung cấp thiết bị và Lắp đặt cho hệ thống lưu trữ điện.",
        ["Hợp đồng Thiết kế, Cung cấp thiết bị và Lắp đặt"],
    ),
    "a verb of two syllables, in Vietnamese": (
        read_vietnamese,
        "VCCI và KOTRA ký thỏa thuận công nhận chứng chỉ kế toán hôm 18/7.",
        ["thỏa thuận công nhận chứng chỉ kế toán"],
    ),
    "nothing but a number, in Vietnamese": (
        read_vietnamese,
        "FPT và LG CNS ký hợp đồng 14,5 triệu USD hôm 18/7.",
        [""],
    ),
    "a share with its sign, in Vietnamese": (
        read_vietnamese,
        "Hyosung và Vinatex ký hợp đồng chuyển nhượng 5% cổ phần hôm 18/7.",
        ["hợp đồng chuyển nhượng 5% cổ phần"],
    ),
    "a share with its sign apart, in Vietnamese": (
        read_vietnamese,
        "Hyosung và Vinatex ký hợp đồng chuyển nhượng 12,5 % vốn điều lệ hôm 18/7.",
        ["hợp đồng chuyển nhượng 12,5 % vốn điều lệ"],
    ),
    "a share in words, in Vietnamese": (
        read_vietnamese,
        "Hyosung và Vinatex ký hợp đồng chuyển nhượng 5 phần trăm cổ phần hôm 18/7.",
        ["hợp đồng chuyển nhượng 5 phần trăm cổ phần"],
    ),
    "a share and its price, in Vietnamese": (
        read_vietnamese,
        "Hyosung và Vinatex ký hợp đồng mua bán 30% vốn góp trị giá 20 triệu USD.",
        ["hợp đồng mua bán 30% vốn góp"],
    ),
    "a share taken over, in Vietnamese": (
        read_vietnamese,
        "Hyosung ký hợp đồng nhận chuyển nhượng toàn bộ 35% phần vốn góp của Vinatex.",
        ["hợp đồng nhận chuyển nhượng toàn bộ 35% phần vốn góp"],
    ),
    "a share that is none of a firm, in Vietnamese": (
        read_vietnamese,
        "EVN và KEPCO ký thỏa thuận giảm 20% phát thải nhà kính.",
        ["thỏa thuận giảm 20% phát thải nhà kính"],
    ),
    "a share before its deal": (
        read,
        "Hyosung signed a 5% stake purchase agreement with Vinatex.",
        ["5% stake purchase agreement"],
    ),
    "a share in words before its deal": (
        read,
        "Hyosung signed a 12.5 per cent stake purchase agreement with Vinatex.",
        ["12.5 per cent stake purchase agreement"],
    ),
    "a share behind its deal": (
        read,
        "Hyosung signed a contract with Vinatex for 5 per cent of its shares.",
        ["5 per cent of its shares"],
    ),
    "a share, in Korean": (
        read_korean,
        "효성은 비나텍스와 지분 5% 인수 계약을 18일 체결했다.",
        ["지분 5% 인수"],
    ),
    "a share handed over, in Korean": (
        read_korean,
        "효성과 비나텍스는 지분 12.5% 양수도 계약을 맺었다.",
        ["지분 12.5% 양수도"],
    ),
    "a share before its noun, in Korean": (
        read_korean,
        "효성과 비나텍스는 5퍼센트 지분 인수 계약을 맺었다.",
        ["5퍼센트 지분 인수"],
    ),
    "nothing but the kind, in Vietnamese": (read_vietnamese, "VCCI và KOTRA ký bản ghi nhớ hôm 18/7.", [""]),
    "nothing but the kind, in English": (read, "VCCI and KOTRA signed a memorandum of understanding.", [""]),
    "a similar one": (
        read,
        "VCCI and KOTRA signed a memorandum on green ports. KOTRA concluded a similar memorandum with Long An.",
        ["green ports", "green ports"],
    ),
    "what the next sentence says": (
        read,
        "VCCI and KOTRA signed a memorandum of understanding. The two sides will cooperate in training brokers.",
        ["training brokers"],
    ),
    "what the deal aims at": (
        read,
        "VCCI and KOTRA signed a memorandum of understanding. The deal aims to help small firms sell online.",
        ["help small firms sell online"],
    ),
    "no deal in the next sentence": (
        read,
        "VCCI and KOTRA signed a memorandum of understanding. The two sides were served tea.",
        [""],
    ),
    "what the next sentence says, in Vietnamese": (
        read_vietnamese,
        "VCCI và KOTRA ký bản ghi nhớ hôm 18/7. Theo đó, hai bên sẽ cùng tổ chức hội chợ thường niên.",
        ["tổ chức hội chợ thường niên"],
    ),
    "what the next sentence says, in Korean": (
        read_korean,
        "코트라와 베트남상공회의소는 18일 업무협약을 체결했다. 이번 협약에 따라 양 기관은 시장 정보 교류를 추진한다.",
        ["시장 정보 교류"],
    ),
    "a renewal": (
        read,
        "VCCI and KOTRA signed a memorandum on green ports in 2018.\n\nVCCI and KOTRA agreed on a renewal of the"
        " arrangement on Tuesday.",
        ["green ports", "renewal: green ports"],
    ),
}


@pytest.mark.parametrize(("reader", "text", "subjects"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_the_subject_is_what_the_sentence_tells_besides_or_nothing(reader, text, subjects) -> None:
    found = reader(text)
    assert [c.subject for c in found.agreements] == subjects
    for claim in found.agreements:
        assert bool(claim.subject) == any(b.cell == "subject" for b in claim.because)
