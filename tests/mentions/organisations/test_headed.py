"""Vietnamese bodies that the gazetteer does not know: by their heads, by what is said of them, and whose they are."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pactbook.articles.sentences import bounds
from pactbook.claims.bodies.article import claim_bodies
from pactbook.mentions.find import find
from pactbook.model.article import Article, Sentence
from pactbook.text.syllables import syllable

Body = tuple[str, str, str | None]


def bodies(text: str) -> list[tuple[tuple[str, ...], str, str | None]]:
    """Names, kind and country of every body of a Vietnamese article whose paragraphs blank lines part."""
    sentences = tuple(
        Sentence(paragraph.start() + start, paragraph.start() + end, number, "body")
        for number, paragraph in enumerate(re.finditer(r"[^\n]+(?:\n[^\n]+)*", text))
        for start, end in bounds(paragraph.group())
    )
    page = Article("x", "x", "vi", None, None, None, "2023-06-24", text, sentences)
    return [(body.names, body.kind, body.country) for body in claim_bodies(page, find(page))]


def first_names(text: str) -> list[Body]:
    return [(names[0], kind, country) for names, kind, country in bodies(text)]


EXTENTS: list[tuple[str, list[Body]]] = [
    # who is bought, chosen or lent to in the business pages, and what is none of these
    ("Posco mua lại Zenvita.", [("Posco", "company", "KR"), ("Zenvita", "company", "VN")]),
    ("Posco mua 30% cổ phần của Trúc Đô.", [("Posco", "company", "KR"), ("Trúc Đô", "company", "VN")]),
    ("Posco rót 20 triệu USD vào Zenvita.", [("Posco", "company", "KR"), ("Zenvita", "company", None)]),
    ("Posco chọn Zenvita làm nhà cung cấp.", [("Posco", "company", "KR"), ("Zenvita", "company", None)]),
    ("Posco mua lại Riverbend Plaza.", [("Posco", "company", "KR")]),
    ("Posco rót 20 triệu USD vào Blockchain.", [("Posco", "company", "KR")]),
    ("Posco rót 20 triệu USD vào Cần Thơ.", [("Posco", "company", "KR")]),
    ("Posco chọn Lee Young-ae làm gương mặt quảng bá.", [("Posco", "company", "KR")]),
    ("Sông Hồng Holdings mở cửa hàng.", [("Sông Hồng Holdings", "company", "VN")]),
    (
        "Bộ Tư lệnh Cảnh sát biển và Cảnh sát biển Hàn Quốc ký thỏa thuận.",
        [("Bộ Tư lệnh Cảnh sát biển", "agency", "VN"), ("Cảnh sát biển Hàn Quốc", "agency", "KR")],
    ),
    ("Hôm qua, Ban Quản lý dự án đường sắt ký hợp đồng.", [("Ban Quản lý dự án đường sắt", "agency", "VN")]),
    (
        "Posco mua cổ phần của Nhựa Vạn Lộc theo hợp đồng.",
        [("Posco", "company", "KR"), ("Nhựa Vạn Lộc", "company", "VN")],
    ),
    ("Nhựa Vạn Lộc bền và rẻ, người dùng nói.", []),
    ("Địa ốc Phú Sơn và Lotte E&C ký hợp đồng.", [("Địa ốc Phú Sơn", "company", "VN"), ("Lotte E&C", "company", "KR")]),
    ("Công ty Mina's Kitchen ký hợp đồng.", [("Công ty Mina's Kitchen", "company", None)]),
    ("Tập đoàn Daesol Foods đã ký hợp đồng.", [("Tập đoàn Daesol Foods", "company", "KR")]),
    (
        "Công ty TNHH MTV Thủy sản Minh Phát xuất khẩu tôm.",
        [("Công ty TNHH MTV Thủy sản Minh Phát", "company", "VN")],
    ),
    ("Sở Y tế tỉnh Sông Lam kiểm tra.", [("Sở Y tế tỉnh Sông Lam", "subnational", "VN")]),
    (
        "Sở Lao động - Thương binh và Xã hội nhận hồ sơ.",
        [("Sở Lao động - Thương binh và Xã hội", "subnational", "VN")],
    ),
    ("Bộ Nuôi trồng, Sợi và Giống Hàn Quốc công bố.", [("Bộ Nuôi trồng, Sợi và Giống Hàn Quốc", "ministry", "KR")]),
    (
        "Viện Nghiên cứu phát triển kinh tế - xã hội Vạn Xuân báo cáo.",
        [("Viện Nghiên cứu phát triển kinh tế - xã hội Vạn Xuân", "research", "VN")],
    ),
    (
        "Hiệp hội các nhà sản xuất giấy Hàn Quốc họp.",
        [("Hiệp hội các nhà sản xuất giấy Hàn Quốc", "association", "KR")],
    ),
    (
        "Hiệp hội Doanh nhân Hàn Quốc tại Việt Nam ra mắt.",
        [("Hiệp hội Doanh nhân Hàn Quốc tại Việt Nam", "association", "KR")],
    ),
    (
        "Trường Cao đẳng Công nghệ Việt - Hàn Vạn Xuân tuyển sinh.",
        [("Trường Cao đẳng Công nghệ Việt - Hàn Vạn Xuân", "education", "VN")],
    ),
    (
        "Trường Cao đẳng Cơ điện Việt - Hung tuyển sinh.",
        [("Trường Cao đẳng Cơ điện Việt - Hung", "education", "VN")],
    ),
    # An office of a known body is that body, whatever place stands behind.
    ("Văn phòng KOICA Việt Nam cho biết dự án đã xong.", [("Văn phòng KOICA Việt Nam", "agency", "KR")]),
    ("Văn phòng KOTRA Hà Nội mở hội chợ.", [("Văn phòng KOTRA Hà Nội", "agency", "KR")]),
    ("Bệnh viện 909 tiếp nhận máy.", [("Bệnh viện 909", "hospital", None)]),
    ("Tổ chức Hạt giống Thế giới tại Việt Nam tài trợ.", [("Tổ chức Hạt giống Thế giới", "international", "XX")]),
    ("Công ty Luật Vạn Xuân & Cộng sự tư vấn.", [("Công ty Luật Vạn Xuân & Cộng sự", "company", "VN")]),
    ("Chứng khoán Saebit (Việt Nam) báo lãi.", [("Chứng khoán Saebit (Việt Nam)", "company", "VN")]),
    # A title before the body: whoever is named behind it is a person.
    ("Giám đốc Sở Du lịch Trần Thị Hoa nói.", [("Sở Du lịch", "subnational", "VN")]),
    ("Chủ tịch Tập đoàn Saebit Cho Hyun-joon nói.", [("Tập đoàn Saebit", "company", "KR")]),
    ("Phó Chủ tịch UBND huyện Vạn Xuân Phạm Thị Thanh dự.", [("UBND huyện Vạn Xuân", "subnational", "VN")]),
    # Written small, the head of a firm says what the name is.
    ("Hôm qua, công ty chứng khoán Saebit Asset báo lãi.", [("Saebit Asset", "company", "KR")]),
    ("Hôm qua, tập đoàn Hàn Quốc Zeta Solar rót vốn.", [("Zeta Solar", "company", "KR")]),
    ("Các tập đoàn Saebit và Daesol cùng dự.", [("Saebit", "company", "KR"), ("Daesol", "company", "KR")]),
    (
        "Các bộ Công Thương, Kế hoạch và Đầu tư và Y tế dự.",
        [("Công Thương", "ministry", "VN"), ("Kế hoạch và Đầu tư", "ministry", "VN"), ("Y tế", "ministry", "VN")],
    ),
    # Provinces that begin like states: Lào, Thái Lan.
    ("Bệnh viện Đa khoa tỉnh Lào Cai nhận máy.", [("Bệnh viện Đa khoa tỉnh Lào Cai", "hospital", "VN")]),
    ("Chủ tịch UBND tỉnh Thái Nguyên Trịnh Văn Tám dự.", [("UBND tỉnh Thái Nguyên", "subnational", "VN")]),
    # A firm's unit in a province is a body of its own.
    ("Agribank Hà Giang trao quà.", [("Agribank Hà Giang", "company", "VN")]),
    ("Toà án nhân dân tối cao Việt Nam họp.", [("Toà án nhân dân tối cao Việt Nam", "agency", "VN")]),
    # Spellings: where the tone stands, "i" or "y".
    ("Uỷ ban Sông ngòi Hàn Quốc họp.", [("Uỷ ban Sông ngòi Hàn Quốc", "agency", "KR")]),
    ("Hợp tác xã Gạo Vạn Xuân ký hợp đồng.", [("Hợp tác xã Gạo Vạn Xuân", "company", "VN")]),
    # Words that nobody has listed, up to the state or the letters that close the name.
    (
        "Trung tâm Bảo vệ chim hoang dã đầm lầy Việt Nam ký thỏa thuận.",
        [("Trung tâm Bảo vệ chim hoang dã đầm lầy Việt Nam", "other", "VN")],
    ),
    (
        "Liên đoàn Bóng đá chuyên nghiệp Hàn Quốc công bố lịch.",
        [("Liên đoàn Bóng đá chuyên nghiệp Hàn Quốc", "association", "KR")],
    ),
    (
        "Tổng công ty Quản lý bến bãi vùng Thủ đô (QBV) báo lãi.",
        [("Tổng công ty Quản lý bến bãi vùng Thủ đô", "company", "VN")],
    ),
    (
        "Ban Quản lý Khu kinh tế và các khu công nghiệp tỉnh Sông Lam cấp phép.",
        [("Ban Quản lý Khu kinh tế và các khu công nghiệp tỉnh Sông Lam", "agency", "VN")],
    ),
    # Bodies called after a firm or a city, with a brand behind it.
    (
        "Viettel Lumivox và Samsung SDS ký hợp đồng.",
        [("Viettel Lumivox", "company", "VN"), ("Samsung SDS", "company", "KR")],
    ),
    ("Incheon Kestrels ký hợp đồng với cầu thủ.", [("Incheon Kestrels", "company", "KR")]),
    # What ends like a head behind a known name is no part of it.
    ("Ngân hàng Thế giới dự báo kiều hối tăng.", [("Ngân hàng Thế giới", "international", "XX")]),
]


@pytest.mark.parametrize(("text", "expected"), EXTENTS)
def test_a_name_goes_as_far_as_it_goes(text: str, expected: list[Body]) -> None:
    assert first_names(text) == expected


NO_BODIES = [
    "Các bộ, ngành và UBND các tỉnh dự hội nghị.",
    "Doanh nghiệp Hàn Quốc đầu tư 3 tỷ USD.",
    "Tập đoàn Hàn Quốc muốn mở nhà máy.",
    "Hội nghị tổ chức Lễ trao giải tại Vạn Xuân.",
    "Viện công nghệ Hàn Quốc mở phòng thí nghiệm.",
    "Trung tâm mở thêm lớp tiếng Hàn Quốc.",
    "Đường bay giữa Đà Nẵng và Busan được mở theo thỏa thuận mới.",
    "Ông Nguyễn Văn Tám và bà Choi Ji-woo ký tên.",
    "Cổ phiếu BXQ tăng giá.",
    "Bảo vệ môi trường Việt Nam là việc của chúng ta.",
    "Bộ trưởng Ngoại giao Hàn Quốc Park Jin phát biểu.",
    "Hàn Quốc ký FTA.",
    "Theo báo Vạn Xuân, trời mưa.",
    "Đoàn thăm huyện Boeun, tỉnh Gyeonggi.",
    "Hiệp định thương mại tự do (VQFTA) đã được ký. VQFTA có hiệu lực.",
    "Ngành du lịch Đà Nẵng ký thỏa thuận.",
    "Hàng chục doanh nghiệp Bắc Ninh ký hợp đồng.",
    "Hà Giang đón 2 triệu khách.",
    "Đà Nẵng, Hàn Quốc bắt tay hợp tác.",
]


@pytest.mark.parametrize("text", NO_BODIES)
def test_what_is_no_body(text: str) -> None:
    assert first_names(text) == []


NAMES: list[tuple[str, tuple[str, ...]]] = [
    (
        "Hiệp hội Cá tra Vạn Xuân (Vaxuca) ra đời. Vaxuca có 30 hội viên.",
        ("Hiệp hội Cá tra Vạn Xuân", "Vaxuca"),
    ),
    ("Tập đoàn xây dựng Saebit E&C đề xuất.", ("Tập đoàn xây dựng Saebit E&C", "Saebit E&C")),
    (
        "Trung tâm Ươm tạo Vạn Xuân (gọi tắt là VXIC) ra mắt. VXIC có 10 người.",
        ("Trung tâm Ươm tạo Vạn Xuân", "VXIC"),
    ),
    ("Tập đoàn Saebit Solar ký. Saebit sẽ góp vốn.", ("Tập đoàn Saebit Solar", "Saebit Solar", "Saebit")),
    ("Công ty CP Tôm Minh Phát ký. Minh Phát lãi lớn.", ("Công ty CP Tôm Minh Phát", "Minh Phát")),
    ("Trường Đại học Zeta mở khoa. ĐH Zeta tuyển sinh.", ("Trường Đại học Zeta", "ĐH Zeta")),
    (
        "UBND huyện Vạn Xuân ký bản ghi nhớ. Huyện Vạn Xuân sẽ cử người. UBND huyện hứa hỗ trợ.",
        ("UBND huyện Vạn Xuân", "Vạn Xuân", "Huyện Vạn Xuân", "UBND huyện"),
    ),
    (
        "Trung tâm Lao động Ngoài tỉnh Vạn Xuân báo cáo. Theo Trung tâm LĐNTVX, đã có 5 đơn.",
        ("Trung tâm Lao động Ngoài tỉnh Vạn Xuân", "Trung tâm LĐNTVX"),
    ),
    ("Bộ Giống Hàn Quốc họp. Bộ Giống sẽ cấp phép.", ("Bộ Giống Hàn Quốc", "Bộ Giống")),
]


@pytest.mark.parametrize(("text", "expected"), NAMES)
def test_one_body_has_all_its_names(text: str, expected: tuple[str, ...]) -> None:
    assert next(names for names, _, _ in bodies(text)) == expected


SIGNS: list[tuple[str, list[Body]]] = [
    ("Hôm qua, hãng dược phẩm Zeta Bio mở văn phòng.", [("Zeta Bio", "company", None)]),
    ("Nhà máy của KSBX dừng chạy.", [("KSBX", "company", None)]),
    ("Ông Park Chan-ho, Tổng giám đốc KSBX, cho biết như vậy.", [("KSBX", "company", "KR")]),
    ("Quỹ đầu tư KSBX (Singapore) rót vốn.", [("Quỹ đầu tư KSBX", "company", "SG")]),
]


@pytest.mark.parametrize(("text", "expected"), SIGNS)
def test_a_name_without_a_head(text: str, expected: list[Body]) -> None:
    assert first_names(text) == expected


def test_whoever_stands_opposite_is_of_the_other_side() -> None:
    text = "Hàn Quốc hỗ trợ. Bản ghi nhớ giữa Cục Giống Việt Nam và Cơ quan An toàn Giống được ký."
    assert first_names(text) == [("Cục Giống Việt Nam", "agency", "VN"), ("Cơ quan An toàn Giống", "agency", "KR")]


PLACES: list[tuple[str, list[str]]] = [
    ("Sau khi Đà Nẵng ký thỏa thuận, Daegu cử chuyên gia.", ["Đà Nẵng", "Daegu"]),
    ("Phía Bình Dương ký hợp đồng.", ["Bình Dương"]),
    ("Biên bản ghi nhớ giữa Hải Phòng và Incheon có hiệu lực.", ["Hải Phòng", "Incheon"]),
    ("Dự án đã được tỉnh Quảng Nam cấp chứng nhận đầu tư.", ["tỉnh Quảng Nam"]),
    ("Thành phố Hà Nội ký thỏa thuận.", ["Thành phố Hà Nội"]),
]


@pytest.mark.parametrize(("text", "expected"), PLACES)
def test_a_place_acts(text: str, expected: list[str]) -> None:
    assert [name for name, _, _ in first_names(text)] == expected


def test_a_department_is_not_its_place() -> None:
    text = "UBND tỉnh Vạn Xuân ký bản ghi nhớ. Sở Ngoại vụ tỉnh Vạn Xuân ký thỏa thuận."
    assert len(bodies(text)) == 2


@pytest.mark.parametrize(("one", "other"), [("hoà", "hòa"), ("Uỷ", "ủy"), ("kĩ", "kỹ"), ("Quí", "quý"), ("Ðại", "đại")])
def test_a_syllable_has_one_spelling(one: str, other: str) -> None:
    assert syllable(one) == syllable(other)


#: Pieces of Vietnamese news: heads, topics, places, people, brackets and what stands between them.
PIECES = [
    "Bộ", "Công Thương", "các", "tập đoàn", "Saebit", "Công ty TNHH", "UBND", "tỉnh", "huyện", "TP.", "Hà Giang",
    "Lào Cai", "Hồ Chí Minh", "Hàn Quốc", "Việt Nam", "châu Á", "(", ")", "(gọi tắt là", "(mã", " - ", ",", ".", "và",
    "ký", "với", "giữa", "của", "Chủ tịch", "Trần Thị Hoa", "Park Jin", "ông", "KSBX", "Trường Đại học", "108",
    "thỏa thuận", "tại", "Sở", "Giáo dục và Đào tạo", "tổ chức", "Quốc hội", "&", "hãng", "\n\n", "“", "VinSmart",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=25))
@settings(max_examples=200, deadline=None)
def test_any_order_of_words_can_be_read(pieces: list[str]) -> None:
    for names, kind, _ in bodies(" ".join(pieces)):
        assert all(names)
        assert kind


@pytest.mark.parametrize("text", ["Quỹ Vạn Xuân (mã VX", "Tập đoàn Saebit (Hàn", "UBND tỉnh (", "Sở Y tế và"])
def test_a_text_may_break_off(text: str) -> None:
    assert isinstance(bodies(text), list)
