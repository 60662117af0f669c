"""Names of Korean news that no list knows, told by their place in the sentence, and words that are no names."""

from __future__ import annotations

import pytest

from pactbook.mentions.organisations.find import find_bodies
from pactbook.mentions.organisations.korean.ordinary import is_ordinary, is_personal
from pactbook.mentions.states import find_states
from pactbook.model.article import Article, Sentence


def names(text: str) -> list[tuple[str, str, str | None]]:
    page = Article("x", "x", "ko", None, None, None, "2024-05-14", text, (Sentence(0, len(text), 0),))
    return [(m.name, m.kind or "company", m.country) for m in find_bodies(page, find_states(page))]


CASES = [
    # who a deal is with, though nothing says that it is a firm
    (
        "진주의 화장품 회사 무늬솔은 하리코와 독점 유통 계약을 체결했다.",
        [("무늬솔", "company", "KR"), ("하리코", "company", "VN")],
    ),
    # who sells to a firm that is known by its spelling in brackets
    (
        "글숲당은 소설 판권을 바오린(Bảo Linh)에 팔았다.",
        [("글숲당", "company", "KR"), ("바오린", "company", "VN"), ("Bảo Linh", "company", "VN")],
    ),
    # the members of a list, told by what they are called behind it
    (
        "솔채전선과 여울결 등 국내 기업 11곳이 산단에 들어온다.",
        [("솔채전선", "company", "KR"), ("여울결", "company", "KR")],
    ),
    # a firm called by an ordinary word
    ("바람바이오(대표 정태율)가 베트남에 공장을 짓는다.", [("바람바이오", "company", "KR")]),
    ("구름식품의 모회사인 구름홀딩스는 배당을 늘렸다.", [("구름홀딩스", "company", "KR")]),
    # a state before who takes something over
    ("나루개발은 태국 촌부락에 지분을 매각하기로 했다.", [("나루개발", "company", "KR"), ("촌부락", "company", "TH")]),
    # who leads its branch
    ("정윤수 무늬솔 베트남법인장은 말했다.", [("무늬솔", "company", "KR")]),
    ("정윤수 베트남법인장은 말했다.", []),
    # an institute that a body runs
    ("무역협회 국제무역연구원은 수출이 는다고 봤다.", [("무역협회 국제무역연구원", "research", "KR")]),
    # what a university has under its name
    ("가온대 의료원은 문을 열었다.", [("가온대 의료원", "hospital", "KR")]),
    # an office of a province, and a province that is asked
    ("롱안성 투자청에 사업계획서를 넣었다.", [("롱안성 투자청", "subnational", "VN")]),
    (
        "새한건설이 하노이시에 신도시 구상을 제안했다.",
        [("새한건설", "company", "KR"), ("하노이시", "subnational", "VN")],
    ),
    # a list that a count closes
    (
        "대우건설과 다온하이빌, 경남기업 등 3개사에 허가를 내줬다.",
        [("대우건설", "company", "KR"), ("다온하이빌", "company", "KR"), ("경남기업", "company", "KR")],
    ),
    # what is owned by the state, and who holds a right
    ("인도네시아 국영 수나르와 합작사를 세웠다.", [("수나르", "company", "ID")]),
    ("광산의 개발권자인 흐엉비엣에 지분 인수를 제안했다.", [("흐엉비엣", "company", "VN")]),
    # a short name with a particle that is two
    ("게임사 펀플로는 판권을 넘겼다.", [("펀플로", "company", "KR")]),
    # a full name before a short one that is known
    (
        "세진중공업이 베트남석유가스기술서비스(PTSC)에서 일감을 땄다.",
        [
            ("세진중공업", "company", "KR"),
            ("베트남석유가스기술서비스", "company", "VN"),
            ("PTSC", "company", "VN"),
        ],
    ),
    # several words in quotes behind what says what they are
    (
        "호아빈성의 협동조합 '떤쑤언 HTX'와 계약했다.",
        [("호아빈성", "subnational", "VN"), ("떤쑤언 HTX", "company", "VN")],
    ),
    # whose shares are bought
    ("우진통운은 흐엉비엣 지분을 인수했다.", [("우진통운", "company", "KR"), ("흐엉비엣", "company", "VN")]),
    # a vice minister speaks for the ministry
    ("이두희 국방부 차관이 회의를 주재했다.", [("국방부", "ministry", "KR")]),
    # schools called by a place or by an ordinary word, and a college of one
    ("새안동대는 하띤대와 협약을 맺었다.", [("새안동대", "education", "KR"), ("하띤대", "education", "VN")]),
    (
        "껀터대는 유한대, 경복대와 협약을 맺었다.",
        [("껀터대", "education", "VN"), ("유한대", "education", "KR"), ("경복대", "education", "KR")],
    ),
    ("속초홍성대 간호대학은 협약을 맺었다.", [("속초홍성대 간호대학", "education", "KR")]),
    # whose head glues the title of who leads it
    (
        "누엔 베트남가구협회장과 한국가구협회장이 서명했다.",
        [("베트남가구협회", "association", "VN"), ("한국가구협회", "association", "KR")],
    ),
    # a body of the whole country, and one for several fields
    ("전국농기계노동조합은 파업했다.", [("전국농기계노동조합", "association", "KR")]),
    ("한국해양관광안전공단은 문을 열었다.", [("한국해양관광안전공단", "agency", "KR")]),
    # a place and a field are a firm where a noun, or a deal with it, says so
    ("비료업체 까마우비료가 공장을 짓는다.", [("까마우비료", "company", "VN")]),
    ("다온바이오는 하롱뷰티와 계약을 맺었다.", [("다온바이오", "company", "KR"), ("하롱뷰티", "company", "VN")]),
    # the first of two that sign
    ("루미에어와 비엣젯항공은 위탁계약을 맺었다.", [("루미에어", "company", "KR"), ("비엣젯항공", "company", "VN")]),
    # who invests
    (
        "로지온은 베트남 두루벤처스로부터 30억원을 유치했다.",
        [("로지온", "company", "KR"), ("두루벤처스", "company", "VN")],
    ),
    # the state right before says more than the sound
    (
        "스타벅스는 이탈리아 라빠짜와 원두 공급 계약을 체결했다.",
        [("스타벅스", "company", "KR"), ("라빠짜", "company", "IT")],
    ),
    # an acronym behind a long foreign name
    (
        "사이공누리마당(SNMD)이 부산시와 협약을 맺었다.",
        [("사이공누리마당", "company", "VN"), ("SNMD", "company", "VN"), ("부산시", "subnational", "KR")],
    ),
    # districts called by their numbers, and the second owner of a deal
    (
        "서울 은평구와 호찌민시 7군은 협정을 맺었다.",
        [("서울 은평구", "subnational", "KR"), ("호찌민시 7군", "subnational", "VN")],
    ),
    (
        "음성군과 베트남 람투이현의 협약식이 열렸다.",
        [("음성군", "subnational", "KR"), ("베트남 람투이현", "subnational", "VN")],
    ),
    # a bureau of a foreign ministry
    (
        "산림청은 베트남 농업환경부 임업국과 협약을 맺었다.",
        [("산림청", "agency", "KR"), ("베트남 농업환경부", "ministry", "VN"), ("임업국", "agency", "VN")],
    ),
    # a firm with roots in a state, and one of a place and a trade with its acronym
    (
        "미국계 두온홀딩스는 부산보증보험(BGI)과 협약을 맺었다.",
        [("두온홀딩스", "company", "US"), ("부산보증보험", "company", "KR"), ("BGI", "company", "KR")],
    ),
    # what stands in brackets behind a firm is a school
    (
        "대웅제약(하노이누리의대·연수)이 나섰다.",
        [("대웅제약", "company", "KR"), ("하노이누리의대", "education", "VN")],
    ),
    # a daughter of a known house is of its country
    ("호아팟로지스를 샀다.", [("호아팟로지스", "company", "VN")]),
    # a unit whose name begins with its ministry's
    ("국방부와 국방부유해조사단이 함께 나섰다.", [("국방부", "ministry", "KR"), ("국방부유해조사단", "agency", "KR")]),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_names_that_no_list_knows(text: str, wanted: list[tuple[str, str, str | None]]) -> None:
    assert names(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "콜드체인과 이커머스가 결합하면서 냉동식품의 수출 계약도 늘었다.",
        "총 규모는 최대 1850만달러(한화 약 253억원)다.",
        "김민수와 박지영은 계약을 체결했다.",
        "박완순 부시장과 담당자는 참관만 했다.",
        "다낭관광은 회복세를 보이고 교류와 협력도 늘고 있다.",
        "도심 지하철공사장에서 사고가 났다.",
        "매장 재단장을 마치고 계약을 늘렸다.",
        "시대, 확대와 같은 말은 협약에 없다.",
        "시내 7군데를 돌아본 이들은 협약을 반겼다.",
        "수출상담회와 판촉전에서 계약이 이어졌다.",
        "도심에서 만난 노동자와 상인들은 계약 조건에 합의했다.",
    ],
)
def test_ordinary_words_and_people_are_no_bodies(text: str) -> None:
    assert names(text) == []


def test_an_agency_of_a_dateline_is_no_body() -> None:
    assert names("(창원=들녘연합) 조하은 기자 = 수출이 늘었다.") == []


@pytest.mark.parametrize(
    ("word", "ordinary"), [("수출상담", True), ("계약서", True), ("코믹파크", False), ("두레결", False)]
)
def test_a_word_is_ordinary_or_a_name(word: str, ordinary: bool) -> None:
    assert is_ordinary(word, "ko") is ordinary


@pytest.mark.parametrize(("word", "person"), [("최지영", True), ("하사키", False), ("서명한", False)])
def test_a_person_is_known_by_the_syllables(word: str, person: bool) -> None:
    assert is_personal(word, "ko") is person
