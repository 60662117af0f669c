"""Organisations as Korean newsrooms name them: a run of nouns with the head last and a particle behind."""

from __future__ import annotations

import re

import pytest

from pactbook.articles.sentences import bounds
from pactbook.claims.bodies.article import claim_bodies
from pactbook.mentions.organisations.find import find_bodies
from pactbook.mentions.states import find_states
from pactbook.model.article import Article, Sentence
from pactbook.model.mention import Mentions

Entry = tuple[str, str, str | None]


def entries(text: str) -> list[Entry]:
    """Names, kind and country of every body of a Korean text."""
    sentences = tuple(
        Sentence(paragraph.start() + start, paragraph.start() + end, number)
        for number, paragraph in enumerate(re.finditer(r"[^\n]+(?:\n[^\n]+)*", text))
        for start, end in bounds(paragraph.group())
    )
    page = Article("x", "x", "ko", None, None, None, "2023-06-24", text, sentences)
    states = find_states(page)
    found = find_bodies(page, states)
    for mention in found:
        mention.span.check(text)
    return [(" | ".join(b.names), b.kind, b.country) for b in claim_bodies(page, Mentions(bodies=found, states=states))]


CASES: list[tuple[str, str, list[Entry]]] = [
    (
        "two counties",
        "다솔군은 베트남 쯔엉비현과 업무협약을 체결했다. 군은 오는 5월 쯔엉비현을 찾는다.",
        [("다솔군 | 군", "subnational", "KR"), ("베트남 쯔엉비현 | 쯔엉비현", "subnational", "VN")],
    ),
    ("a place is no body where things happen", "회의는 12일 베트남 하장성에서 열렸다.", []),
    (
        "ministries & agencies",
        "산업부·국토부·과기정통부는 12일 합동 설명회를 열었다.",
        [("산업부", "ministry", "KR"), ("국토부", "ministry", "KR"), ("과기정통부", "ministry", "KR")],
    ),
    (
        "ministries & agencies",
        "안덕근 산업통상자원부 장관은 응우옌 홍 디엔 베트남 산업무역부 장관과 회담했다.",
        [("산업통상자원부", "ministry", "KR"), ("베트남 산업무역부 | 산업무역부", "ministry", "VN")],
    ),
    (
        "ministries & agencies",
        "한국 과학기술정보통신부와 베트남 정보통신부가 양해각서를 체결했다.",
        [
            ("한국 과학기술정보통신부 | 과학기술정보통신부", "ministry", "KR"),
            ("베트남 정보통신부 | 정보통신부", "ministry", "VN"),
        ],
    ),
    (
        "ministries & agencies",
        "송미령 농림축산식품부(농식품부) 장관은 도 득 주이 농업환경부 장관을 만났다. 농식품부는 협상을 서두른다.",
        [("농림축산식품부 | 농식품부", "ministry", "KR"), ("농업환경부", "ministry", "VN")],
    ),
    (
        "ministries & agencies",
        "라오스 에너지광산부는 한국남동발전과 수력발전 사업 협약을 맺었다.",
        [("라오스 에너지광산부 | 에너지광산부", "ministry", "LA"), ("한국남동발전", "company", "KR")],
    ),
    (
        "ministries & agencies",
        "캄보디아 노동직업훈련부와도 협의 중이다.",
        [("캄보디아 노동직업훈련부 | 노동직업훈련부", "ministry", "KH")],
    ),
    ("ministries & agencies", "양국 정부와 두 부처, 관련 부처는 협력을 확대하기로 했다.", []),
    (
        "ministries & agencies",
        "국민연금공단과 베트남 사회보험청은 약정에 서명했다.",
        [("국민연금공단", "agency", "KR"), ("베트남 사회보험청 | 사회보험청", "agency", "VN")],
    ),
    (
        "ministries & agencies",
        "고광효 관세청장은 응우옌 반 터 베트남 관세청장과 회의를 가졌다.",
        [("관세청", "agency", "KR"), ("베트남 관세청 | 관세청", "agency", "VN")],
    ),
    (
        "ministries & agencies",
        "한국산업인력공단 이우영 이사장은 베트남 해외노동국을 방문했다.",
        [("한국산업인력공단", "agency", "KR"), ("베트남 해외노동국 | 해외노동국", "agency", "VN")],
    ),
    (
        "ministries & agencies",
        "하노이시 기획투자국은 투자 설명회를 개최했다.",
        [("하노이시 기획투자국", "subnational", "VN")],
    ),
    (
        "ministries & agencies",
        "주베트남 한국대사관과 주호찌민 총영사관이 후원했다.",
        [("주베트남 한국대사관", "agency", "KR"), ("주호찌민 총영사관", "agency", "KR")],
    ),
    (
        "ministries & agencies",
        "베트남 정부감찰원과 국민권익위원회는 반부패 협력 양해각서를 체결했다.",
        [("베트남 정부감찰원 | 정부감찰원", "agency", "VN"), ("국민권익위원회", "agency", "KR")],
    ),
    (
        "companies",
        "한울중공업은 베트남 떤하이그룹과 합작법인 설립 계약을 체결했다.",
        [("한울중공업", "company", "KR"), ("베트남 떤하이그룹 | 떤하이그룹", "company", "VN")],
    ),
    (
        "companies",
        "㈜다온테크(대표 김민수)는 현지 물류업체 쯔엉안과 업무협약을 맺었다.",
        [("다온테크", "company", "KR"), ("쯔엉안", "company", "VN")],
    ),
    ("companies", "주식회사 새솔은 베트남에 공장을 짓는다.", [("새솔", "company", "KR")]),
    (
        "companies",
        "가람건설(주)은 호찌민시 인민위원회로부터 투자등록증을 받았다.",
        [("가람건설", "company", "KR"), ("호찌민시 인민위원회", "subnational", "VN")],
    ),
    (
        "companies",
        "최태원 SK그룹 회장과 팜 녓 브엉 빈그룹 회장이 만났다.",
        [("SK그룹", "company", "KR"), ("빈그룹", "company", "VN")],
    ),
    (
        "companies",
        "LX판토스는 베트남 최대 항만운영사 사이공뉴포트와 손잡았다.",
        [("LX판토스", "company", "KR"), ("사이공뉴포트", "company", "VN")],
    ),
    ("companies", "FPT는 LG CNS와 AI 분야 MOU를 체결했다.", [("FPT", "company", "VN"), ("LG CNS", "company", "KR")]),
    ("companies", "CMC그룹은 삼성SDS와 협력하기로 했다.", [("CMC그룹", "company", "VN"), ("삼성SDS", "company", "KR")]),
    (
        "companies",
        "베트남 재계 1위 빈그룹과 국영 석유기업 페트로베트남(PVN)이 참여했다.",
        [("빈그룹", "company", "VN"), ("페트로베트남 | PVN", "company", "VN")],
    ),
    (
        "companies",
        "삼성전자 베트남법인과 효성 베트남법인이 상을 받았다.",
        [("삼성전자 베트남법인", "company", "VN"), ("효성 베트남법인", "company", "VN")],
    ),
    (
        "companies",
        "신한은행·우리은행·KB국민은행 등 시중은행이 지점을 늘렸다.",
        [("신한은행", "company", "KR"), ("우리은행", "company", "KR"), ("KB국민은행", "company", "KR")],
    ),
    ("companies", "한빛전자 호찌민법인은 현지 직원을 채용했다.", [("한빛전자 호찌민법인", "company", "VN")]),
    ("companies", "동 은행은 올해 지점을 열고, 이 회사는 내년 공장을 짓는다.", []),
    ("companies", "현지 은행과 국내 기업, 관련 협회 관계자 200여 명이 참석했다.", []),
    ("companies", "해외건설 수주와 도시개발, 온실가스 감축 사업을 추진한다.", []),
    ("companies", "태양광에너지와 수소에너지 시장이 커졌다. 대형마트와 온라인쇼핑이 늘었다.", []),
    (
        "associations, edu, research, hospital",
        "대한상공회의소는 베트남상공회의소(VCCI)와 비즈니스 포럼을 열었다.",
        [("대한상공회의소", "association", "KR"), ("베트남상공회의소 | VCCI", "association", "VN")],
    ),
    (
        "associations, edu, research, hospital",
        "한국섬유산업연합회와 베트남섬유의류협회가 협약을 체결했다.",
        [("한국섬유산업연합회", "association", "KR"), ("베트남섬유의류협회", "association", "VN")],
    ),
    (
        "associations, edu, research, hospital",
        "한국김치협회는 하노이 요리사협회와 협약을 맺었다.",
        [("한국김치협회", "association", "KR"), ("하노이 요리사협회", "association", "VN")],
    ),
    (
        "associations, edu, research, hospital",
        "부산경제진흥원과 다낭시 투자진흥센터는 교류 의향서를 교환했다.",
        [("부산경제진흥원", "agency", "KR"), ("다낭시 투자진흥센터", "subnational", "VN")],
    ),
    (
        "associations, edu, research, hospital",
        "한빛대학교는 하노이 국립외국어대와 학술교류 협정을 체결했다. 한빛대는 유학생을 받는다.",
        [("한빛대학교 | 한빛대", "education", "KR"), ("하노이 국립외국어대", "education", "VN")],
    ),
    (
        "associations, edu, research, hospital",
        "영남대 총장과 톤득탕대 총장이 만났다.",
        [("영남대", "education", "KR"), ("톤득탕대", "education", "VN")],
    ),
    (
        "associations, edu, research, hospital",
        "한국에너지기술연구원은 베트남 에너지연구원과 공동연구를 시작했다.",
        [("한국에너지기술연구원", "research", "KR"), ("베트남 에너지연구원 | 에너지연구원", "research", "VN")],
    ),
    (
        "associations, edu, research, hospital",
        "쩌라이병원과 서울새빛병원은 의료진 교류 협약을 맺었다.",
        [("쩌라이병원", "hospital", "VN"), ("서울새빛병원", "hospital", "KR")],
    ),
    (
        "associations, edu, research, hospital",
        "한·베 과학기술연구원(VKIST)이 문을 열었다.",
        [("한·베 과학기술연구원 | VKIST", "research", "VN")],
    ),
    ("associations, edu, research, hospital", "한-베 경제공동위원회가 서울에서 열렸다.", []),
    ("associations, edu, research, hospital", "대학과 병원, 연구소가 참여하는 산학연 협력 사업이다.", []),
    (
        "subnational",
        "경기도는 빈증성과 우호협력 협약을 체결했다.",
        [("경기도", "subnational", "KR"), ("빈증성", "subnational", "VN")],
    ),
    (
        "subnational",
        "김영환 충북지사는 빈푹성 당서기를 만났다.",
        [("충북", "subnational", "KR"), ("빈푹성", "subnational", "VN")],
    ),
    (
        "subnational",
        "이상일 용인시장은 다낭시 인민위원장과 협의했다.",
        [("용인시", "subnational", "KR"), ("다낭시", "subnational", "VN")],
    ),
    (
        "subnational",
        "부산시와 호찌민시는 자매도시다. 두 도시는 1995년 자매결연을 맺었다.",
        [("부산시", "subnational", "KR"), ("호찌민시", "subnational", "VN")],
    ),
    (
        "subnational",
        "새봄군은 필리핀 산루이스시, 베트남 동안현과 계절근로자 업무협약을 체결했다.",
        [
            ("새봄군", "subnational", "KR"),
            ("필리핀 산루이스시 | 산루이스시", "subnational", "PH"),
            ("베트남 동안현 | 동안현", "subnational", "VN"),
        ],
    ),
    ("subnational", "새봄군의회 의원들이 하노이를 방문했다.", [("새봄군의회", "subnational", "KR")]),
    (
        "subnational",
        "서울 강남구는 하노이시 호안끼엠구와 교류 협약을 맺었다.",
        [("서울 강남구 | 강남구", "subnational", "KR"), ("하노이시 호안끼엠구 | 호안끼엠구", "subnational", "VN")],
    ),
    ("subnational", "공장은 박닌성 옌퐁공단에 있고, 제품은 하이퐁항으로 나간다.", []),
    ("subnational", "하노이와 호찌민, 다낭에서 설명회가 열렸다. 서울과 부산을 잇는 노선이다.", []),
    (
        "subnational",
        "전남도와 껀터시 관계자들은 농업 분야 협력을 논의했다.",
        [("전남도", "subnational", "KR"), ("껀터시", "subnational", "VN")],
    ),
    (
        "definitions",
        "한국해외인프라도시개발지원공사(KIND·이하 카인드)는 협약을 체결했다. 카인드는 투자에 나선다.",
        [("한국해외인프라도시개발지원공사 | KIND | 카인드", "agency", "KR")],
    ),
    (
        "definitions",
        "한국중견기업연합회(이하 중견련)는 베트남기업연합회(이하 '연합회')와 만났다. 중견련은 조사단을 보낸다.",
        [("한국중견기업연합회 | 중견련", "association", "KR"), ("베트남기업연합회 | 연합회", "association", "VN")],
    ),
    (
        "definitions",
        "젬마루(Gemaru)와 손잡은 한국콜마는 공장을 짓는다.",
        [("젬마루 | Gemaru", "company", "KR"), ("한국콜마", "company", "KR")],
    ),
    (
        "definitions",
        "아시아개발은행(ADB)과 세계은행(WB)이 차관을 제공한다.",
        [("아시아개발은행 | ADB", "international", "XX"), ("세계은행 | WB", "international", "XX")],
    ),
    (
        "false friends",
        "김도현 씨는 당시 정도를 다시 조사했다. 제도와 보도, 연구와 친구, 여성과 남성의 가능성을 검토했다.",
        [],
    ),
    ("false friends", "정부는 전부 외부 지원을 요청했다. 직원과 회원, 공무원은 신청을 마쳤다.", []),
    ("false friends", "양측은 확대와 증대, 시대의 요구를 논의했다. 이번 사고는 광고와 참고 자료에 없다.", []),
    ("false friends", "박지원 국가정보원장이 하노이를 찾았다.", [("국가정보원", "agency", "KR")]),
    ("false friends", "인구 100만 도시의 축구와 야구 열기가 뜨겁다. 박항서 감독이 밝혔다.", []),
    ("false friends", "한국과 베트남 간 교역은 늘었다. 수출기업과 중소기업, 소상공인이 지원을 받는다.", []),
    ("false friends", "자동차부품과 전자제품, 석유화학 제품의 수출이 늘었다. 가전제품과 철강 가격이 올랐다.", []),
    (
        "party detection and headless names",
        "비엣틴뱅크는 하나은행과 업무협약을 맺었다.",
        [("비엣틴뱅크", "company", "VN"), ("하나은행", "company", "KR")],
    ),
    ("party detection and headless names", "베트남 유제품 업체 TH그룹이 참석했다.", [("TH그룹", "company", "VN")]),
    (
        "party detection and headless names",
        "베트남 IT 기업 세마텍(SEMATEK)은 5년간 100억원을 투자한다.",
        [("세마텍 | SEMATEK", "company", "VN")],
    ),
    ("party detection and headless names", "현지 부동산 개발사 남롱과 손을 잡았다.", [("남롱", "company", "VN")]),
    (
        "party detection and headless names",
        '응우옌 반 칸 떤끄엉 회장은 "한국 기업과 협력하겠다"고 말했다.',
        [("떤끄엉", "company", "VN")],
    ),
    (
        "party detection and headless names",
        "Techcombank와 신한카드는 제휴 카드를 출시했다.",
        [("Techcombank", "company", "VN"), ("신한카드", "company", "KR")],
    ),
    (
        "party detection and headless names",
        "VinFast는 LG에너지솔루션으로부터 배터리를 공급받는다.",
        [("VinFast", "company", "VN"), ("LG에너지솔루션", "company", "KR")],
    ),
    (
        "party detection and headless names",
        "HD현대미포와 HD현대베트남조선은 선박 4척을 인도했다.",
        [("HD현대미포", "company", "KR"), ("HD현대베트남조선", "company", "VN")],
    ),
    (
        "party detection and headless names",
        "두산에너빌리티는 오몬4 복합화력발전소 계약을 따냈다. 발주처는 페트로베트남이다.",
        [("두산에너빌리티", "company", "KR"), ("페트로베트남", "company", "VN")],
    ),
    (
        "party detection and headless names",
        "KB라이프와 DB손해보험이 베트남 보험사 VNI를 인수했다.",
        [("KB라이프", "company", "KR"), ("DB손해보험", "company", "KR"), ("VNI", "company", "VN")],
    ),
    (
        "party detection and headless names",
        "GS25 베트남은 손킴그룹과의 합작사다.",
        [("GS25 베트남", "company", "VN"), ("손킴그룹", "company", "VN")],
    ),
    (
        "party detection and headless names",
        "삼양식품·농심·오뚜기·팔도가 참가했다.",
        [
            ("삼양식품", "company", "KR"),
            ("농심", "company", "KR"),
            ("오뚜기", "company", "KR"),
            ("팔도", "company", "KR"),
        ],
    ),
    ("official", "윤석열 대통령과 또 럼 베트남 공산당 서기장이 회담했다.", [("베트남 공산당 | 공산당", "party", "VN")]),
    (
        "official",
        "통계청에 따르면 수출은 늘었다. 베트남 통계총국은 성장률을 발표했다.",
        [("통계청", "agency", "KR"), ("베트남 통계총국 | 통계총국", "agency", "VN")],
    ),
    (
        "official",
        "충남도의회와 롱안성 인민의회는 우호교류 협정을 맺었다.",
        [("충남도의회", "subnational", "KR"), ("롱안성 인민의회", "subnational", "VN")],
    ),
    (
        "official",
        "경북교육청은 호찌민시 교육훈련국과 협약을 체결했다.",
        [("경북교육청", "subnational", "KR"), ("호찌민시 교육훈련국", "subnational", "VN")],
    ),
    (
        "official",
        "인천항만공사(IPA)와 하이퐁항만공사는 항로 개설에 합의했다.",
        [("인천항만공사 | IPA", "agency", "KR"), ("하이퐁항만공사", "agency", "VN")],
    ),
    (
        "official",
        "한국농어촌공사는 껀터시와 메콩델타 사업 양해각서를 교환했다.",
        [("한국농어촌공사", "agency", "KR"), ("껀터시", "subnational", "VN")],
    ),
    (
        "official",
        "국립농업과학원과 베트남 농업과학원(VAAS)은 공동연구를 한다.",
        [("국립농업과학원", "research", "KR"), ("베트남 농업과학원 | 농업과학원 | VAAS", "research", "VN")],
    ),
    ("official", "KOTRA와 KIND는 투자협력 포럼을 개최했다.", [("KOTRA", "agency", "KR"), ("KIND", "agency", "KR")]),
    (
        "official",
        "베트남 해양경찰사령부와 해양경찰청은 정례회의를 열었다.",
        [("베트남 해양경찰사령부 | 해양경찰사령부", "agency", "VN"), ("해양경찰청", "agency", "KR")],
    ),
    (
        "associations",
        "한국여성경제인협회 부산지회는 하노이여성기업인협회와 협약했다.",
        [("한국여성경제인협회", "association", "KR"), ("하노이여성기업인협회", "association", "VN")],
    ),
    (
        "associations",
        "대한태권도협회와 베트남태권도연맹이 협약을 맺었다.",
        [("대한태권도협회", "association", "KR"), ("베트남태권도연맹", "association", "VN")],
    ),
    (
        "associations",
        "중소기업중앙회(회장 김기문)는 베트남중소기업협회와 업무협약을 체결했다. 중기중앙회는 사절단을 보낸다.",
        [("중소기업중앙회 | 중기중앙회", "association", "KR"), ("베트남중소기업협회", "association", "VN")],
    ),
    (
        "associations",
        "월드옥타 하노이지회와 코참이 후원했다.",
        [("월드옥타", "association", "KR"), ("코참", "association", "KR")],
    ),
    (
        "associations",
        "천안시농업인단체협의회가 다낭시농민회를 방문했다.",
        [("천안시농업인단체협의회", "association", "KR"), ("다낭시농민회", "association", "VN")],
    ),
    (
        "associations",
        "베트남 한인회와 한베가족협회가 행사를 열었다.",
        [("베트남 한인회 | 한인회", "association", "KR"), ("한베가족협회", "association", "KR")],
    ),
    ("associations", "대구상공회의소 회장단이 방문했다.", [("대구상공회의소", "association", "KR")]),
    (
        "associations",
        "한국의료기기공업협동조합과 한빛농협이 참가했다.",
        [("한국의료기기공업협동조합", "association", "KR"), ("한빛농협", "association", "KR")],
    ),
    (
        "education etc",
        "경상국립대학교는 껀터대학교와 협정을 체결했다.",
        [("경상국립대학교", "education", "KR"), ("껀터대학교", "education", "VN")],
    ),
    (
        "education etc",
        "부산외국어대 총장은 하노이국립대 총장과 협약서에 서명했다.",
        [("부산외국어대", "education", "KR"), ("하노이국립대", "education", "VN")],
    ),
    (
        "education etc",
        "영진전문대와 다낭한베정보통신대가 교류한다.",
        [("영진전문대", "education", "KR"), ("다낭한베정보통신대", "education", "VN")],
    ),
    (
        "education etc",
        "새빛고등학교는 응우옌짜이고등학교와 자매결연을 맺었다.",
        [("새빛고등학교", "education", "KR"), ("응우옌짜이고등학교", "education", "VN")],
    ),
    (
        "education etc",
        "서울대병원과 박마이병원은 간이식 수술을 했다.",
        [("서울대병원", "hospital", "KR"), ("박마이병원", "hospital", "VN")],
    ),
    (
        "education etc",
        "분당서울대병원·하노이의대병원 협약",
        [("분당서울대병원", "hospital", "KR"), ("하노이의대병원", "hospital", "VN")],
    ),
    (
        "education etc",
        "호아센대학교와 한국산업기술대는 협약을 했다.",
        [("호아센대학교", "education", "VN"), ("한국산업기술대", "education", "KR")],
    ),
    (
        "education etc",
        "한국개발연구원(KDI)과 베트남 중앙경제관리연구원(CIEM)은 보고서를 냈다.",
        [
            ("한국개발연구원 | KDI", "research", "KR"),
            ("베트남 중앙경제관리연구원 | 중앙경제관리연구원 | CIEM", "research", "VN"),
        ],
    ),
    ("education etc", "부영그룹 이중근 회장은 베트남 학교에 피아노를 기증했다.", [("부영그룹", "company", "KR")]),
    (
        "funds others",
        "한국국제보건의료재단은 라오스 보건부와 사업을 한다.",
        [("한국국제보건의료재단", "agency", "KR"), ("라오스 보건부 | 보건부", "ministry", "LA")],
    ),
    (
        "funds others",
        "유니세프와 유엔개발계획(UNDP)이 함께한다.",
        [("유니세프", "international", "XX"), ("유엔개발계획 | UNDP", "international", "XX")],
    ),
    ("false friends 2", "대표단은 현지 시장을 둘러보고 공장을 방문했다. 위원회와 이사회, 협의회를 열었다.", []),
    ("false friends 2", '이번 계약으로 매출이 늘 전망이다. 업계 관계자는 "수주가 늘 것"이라고 말했다.', []),
    ("false friends 2", "수출은 20억달러, 수입은 10억달러였다. 반도체와 디스플레이, 휴대전화가 이끌었다.", []),
    ("false friends 2", "산업단지와 경제특구, 하이테크파크를 조성한다. 스마트시티와 신도시 개발도 추진한다.", []),
    ("false friends 2", "두 정상은 안보와 국방, 방산 협력을 논의했다. 해군과 공군의 교류도 늘린다.", []),
    ("false friends 2", "신도시건설과 도로건설, 철도건설 사업에 참여한다. 도시가스와 수소연료전지 보급을 늘린다.", []),
    ("false friends 2", "베트남 근로자와 결혼이민자, 유학생이 늘었다. 외국인 계절근로자 제도를 운영한다.", []),
    ("false friends 2", '김 회장은 "시장 1위가 목표"라고 했다. 이 총장과 박 대표도 참석했다.', []),
    ("false friends 2", "한국대표팀은 베트남을 2대 0으로 이겼다. 축구대표팀 감독이 교체됐다.", []),
    ("false friends 2", "동남아시아 금융시장이 출렁였다. 베트남 증시와 부동산 시장이 회복했다.", []),
    (
        "a newsroom's day",
        "새한금융그룹은 하노이에 본사를 둔 쯔엉푹증권 지분 49%를 인수했다고 15일 공시했다.",
        [("새한금융그룹", "company", "KR"), ("쯔엉푹증권", "company", "VN")],
    ),
    (
        "a newsroom's day",
        "한라온건설-비엣하건설 컨소시엄이 4천억원 규모 하수처리장 공사를 따냈다.",
        [("한라온건설", "company", "KR"), ("비엣하건설", "company", "VN")],
    ),
    (
        "a newsroom's day",
        "가람제약은 베트남 제약유통사 득민파마에 백신 독점 판매권을 넘기는 계약을 맺었다.",
        [("가람제약", "company", "KR"), ("득민파마", "company", "VN")],
    ),
    (
        "a newsroom's day",
        "경남 새벌군은 꽝빈성 레투이현과 맺은 계절근로자 협약을 2년 연장했다. 군은 내년 80명을 받는다.",
        [("경남 새벌군 | 새벌군 | 군", "subnational", "KR"), ("꽝빈성 레투이현 | 레투이현", "subnational", "VN")],
    ),
    (
        "a newsroom's day",
        "교육부와 베트남 교육훈련부는 한국어 교육 협력 양해각서를 갱신했다. 교육훈련부는 학교 수를 늘린다.",
        [("교육부", "ministry", "KR"), ("베트남 교육훈련부 | 교육훈련부", "ministry", "VN")],
    ),
    (
        "a newsroom's day",
        "동서발전은 베트남 중부전력공사(EVNCPC)와 풍력발전 공동개발 협약을 체결했다.",
        [("동서발전", "company", "KR"), ("베트남 중부전력공사 | 중부전력공사 | EVNCPC", "company", "VN")],
    ),
    (
        "a newsroom's day",
        "국립나주박물관은 베트남국립역사박물관과 유물 교류전 약정에 서명했다.",
        [("국립나주박물관", "other", "KR"), ("베트남국립역사박물관", "other", "VN")],
    ),
    (
        "a newsroom's day",
        "한국인터넷진흥원(KISA, 원장 이상중)은 베트남 정보보안국(AIS)과 만났다.",
        [("한국인터넷진흥원 | KISA", "agency", "KR"), ("베트남 정보보안국 | 정보보안국 | AIS", "agency", "VN")],
    ),
    (
        "a newsroom's day",
        "서울시50플러스재단과 호찌민시 노동보훈사회국이 교류한다.",
        [("서울시50플러스재단", "other", "KR"), ("호찌민시 노동보훈사회국", "subnational", "VN")],
    ),
    (
        "a newsroom's day",
        "㈔한베문화교류센터와 새터민지원단체는 봉사활동을 했다.",
        [("한베문화교류센터", "other", "KR")],
    ),
    (
        "a newsroom's day",
        "미국 인텔과 일본 도요타, 대만 폭스콘도 투자한다.",
        [("인텔", "company", "US"), ("도요타", "company", "JP"), ("폭스콘", "company", "TW")],
    ),
    (
        "a newsroom's day",
        "태국 CP그룹과 싱가포르 케펠랜드가 참여했다.",
        [("CP그룹", "company", "TH"), ("싱가포르 케펠랜드 | 케펠랜드", "company", "SG")],
    ),
    (
        "a newsroom's day",
        "중국 화신에너지와 일본 마루토상사는 물러났다.",
        [("중국 화신에너지 | 화신에너지", "company", "CN"), ("일본 마루토상사 | 마루토상사", "company", "JP")],
    ),
    (
        "a newsroom's day",
        "노동부는 고용허가제 쿼터를 늘린다. 베트남 노동부와는 다음 달 만난다.",
        [("노동부", "ministry", "KR"), ("베트남 노동부 | 노동부", "ministry", "VN")],
    ),
    (
        "a newsroom's day",
        "국가철도공단·한국철도공사·현대로템 등으로 꾸려진 수주지원단이 하노이를 찾았다.",
        [("국가철도공단", "agency", "KR"), ("한국철도공사", "company", "KR"), ("현대로템", "company", "KR")],
    ),
    (
        "a newsroom's day",
        "빈그룹 자회사 빈패스트는 한국 부품사 5곳과 납품 계약을 맺었다.",
        [("빈그룹", "company", "VN"), ("빈패스트", "company", "VN")],
    ),
    (
        "a newsroom's day",
        '부산항만공사 사장은 "하이퍼커넥트 항로를 열겠다"고 했다.',
        [("부산항만공사", "agency", "KR")],
    ),
    (
        "a newsroom's day",
        "전북대병원은 하노이 108군중앙병원과 원격진료 협약을 체결했다.",
        [("전북대병원", "hospital", "KR"), ("하노이 108군중앙병원", "hospital", "VN")],
    ),
    (
        "a newsroom's day",
        "한국남부발전㈜과 T&T그룹은 꽝찌성 하이랑 LNG 발전사업 투자계약을 맺었다.",
        [("한국남부발전", "company", "KR"), ("T&T그룹", "company", "VN")],
    ),
    (
        "a newsroom's day",
        "롯데호텔에서 열린 설명회에 관세청 직원과 무역업체 대표가 참석했다.",
        [("관세청", "agency", "KR")],
    ),
    (
        "a newsroom's day",
        "올해 상반기 대베트남 수출은 전년동기대비 늘었다. 무역수지는 흑자였다. 원/달러 환율이 올랐다.",
        [],
    ),
    ("a newsroom's day", "지방자치단체와 공공기관, 민간기업이 참여하는 협의체를 구성했다.", []),
    ("a newsroom's day", "이번 사업에는 국비와 도비, 군비가 들어간다. 주민자치회와 이장협의회가 돕는다.", []),
    ("a newsroom's day", "베트남 진출 기업의 애로를 듣는 간담회가 열렸다. 참석자들은 통관절차 개선을 건의했다.", []),
    (
        "a newsroom's day",
        "그는 서울대를 졸업하고 삼성전자를 거쳐 창업했다.",
        [("서울대", "education", "KR"), ("삼성전자", "company", "KR")],
    ),
    ("a newsroom's day", "하노이 시내 한 호텔과 호찌민 시청 앞 광장에서 행사가 열렸다.", []),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[1][:24] for c in CASES])
def test_korean_news(text: str, expected: list[Entry]) -> None:
    assert entries(text) == expected


def test_reading_time_grows_with_the_text_alone() -> None:
    # A single sentence with thousands of names is what a reader that looks back without end would choke on.
    assert len(entries("베트남 산업무역부와 다솔그룹은 하노이시 인민위원회, " * 800)) == 3


def test_no_letters_are_lost_or_added() -> None:
    text = " ".join(case[1] for case in CASES)
    for names, _, _ in entries(text):
        assert all(name in text for name in names.split(" | "))
