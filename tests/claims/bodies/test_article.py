"""Organisations as newsrooms name them: one entry each, with its kind and country, and nothing that is none."""

from __future__ import annotations

import re

import pytest

from pactbook.articles.sentences import bounds
from pactbook.claims.bodies.article import bodies_between, claim_bodies
from pactbook.mentions.organisations.find import find_bodies
from pactbook.mentions.states import find_states
from pactbook.model.article import Article, Language, Sentence
from pactbook.model.claim import Body
from pactbook.model.mention import Mentions

Entry = tuple[str, str, str | None]


def article(text: str, language: Language = "en", outlet: str | None = None, published: str = "2023-06-24") -> Article:
    sentences = tuple(
        Sentence(paragraph.start() + start, paragraph.start() + end, number)
        for number, paragraph in enumerate(re.finditer(r"[^\n]+(?:\n[^\n]+)*", text))
        for start, end in bounds(paragraph.group())
    )
    return Article("x", "x", language, None, outlet, None, published, text, sentences)


def bodies(
    text: str, language: Language = "en", outlet: str | None = None, published: str = "2023-06-24"
) -> tuple[Body, ...]:
    page = article(text, language, outlet, published)
    states = find_states(page)
    found = find_bodies(page, states)
    for mention in found:
        mention.span.check(text)
    return claim_bodies(page, Mentions(bodies=found, states=states))


def entries(found: tuple[Body, ...]) -> list[Entry]:
    return [(" | ".join(b.names), b.kind, b.country) for b in found]


CASES: list[tuple[str, str, list[Entry]]] = [
    # --- names that the gazetteer knows, in other spellings ---------------------------------------------------------
    (
        "American spelling",
        "The Ministry of Labor, Invalids and Social Affairs will hold a test.",
        [("Ministry of Labor, Invalids and Social Affairs", "ministry", "VN")],
    ),
    (
        "ampersand for and",
        "The Ministry of Industry & Trade said so.",
        [("Ministry of Industry & Trade", "ministry", "VN")],
    ),
    (
        "acronym in capitals",
        "MOTIE of Korea and MOIT of Vietnam are to open a centre.",
        [("MOTIE", "ministry", "KR"), ("MOIT", "ministry", "VN")],
    ),
    (
        "Viet Nam in two words",
        "The Viet Nam Chamber of Commerce and Industry met them.",
        [("Viet Nam Chamber of Commerce and Industry", "association", "VN")],
    ),
    (
        "name broken over a line",
        "It was paid by the Korea International\nCooperation Agency (KOICA).",
        [("Korea International Cooperation Agency | KOICA", "agency", "KR")],
    ),
    (
        "legal form behind a known name",
        "CJ CheilJedang Corp., a food maker, will invest.",
        [("CJ CheilJedang Corp.", "company", "KR")],
    ),
    (
        "possessive before a known name",
        "Vietnam's General Confederation of Labour objected.",
        [
            ("Vietnam's General Confederation of Labour", "association", "VN"),
        ],
    ),
    # --- the same words in two countries ----------------------------------------------------------------------------
    (
        "two ministries with the same words",
        "Vietnam's Ministry of Justice and the Korean Ministry of Justice met.",
        [("Ministry of Justice", "ministry", "VN"), ("Ministry of Justice", "ministry", "KR")],
    ),
    (
        "the other side of a known partner",
        "The Ministry of Foreign Affairs and KOICA signed a record of discussions.",
        [("Ministry of Foreign Affairs", "ministry", "VN"), ("KOICA", "agency", "KR")],
    ),
    (
        "the speaker's name tells the parliament",
        "He is to see National Assembly Speaker Moon Hee-sang.",
        [("National Assembly", "agency", "KR")],
    ),
    (
        "of Vietnam behind the name",
        "The National Assembly of Vietnam approved it.",
        [("National Assembly of Vietnam", "agency", "VN")],
    ),
    (
        "a third country's ministry is neither",
        "Japan's Ministry of Justice sent two judges.",
        [("Ministry of Justice", "ministry", "JP")],
    ),
    # --- ministries by what they are for ----------------------------------------------------------------------------
    (
        "field and adjective",
        "Deals were worth more, according to the Korean industry ministry.",
        [("industry ministry", "ministry", "KR")],
    ),
    (
        "field and possessive",
        "It plans to sign with Vietnam's environment ministry on Friday.",
        [("environment ministry", "ministry", "VN")],
    ),
    (
        "both sides' trade ministries",
        "Korea's trade ministry agreed. Vietnam's trade ministry declined.",
        [("trade ministry", "ministry", "KR"), ("trade ministry", "ministry", "VN")],
    ),
    (
        "field after the full name",
        "The Ministry of Science and Technology (MOST) signed. The science ministry will pay.",
        [("Ministry of Science and Technology | MOST | science ministry", "ministry", "VN")],
    ),
    (
        "ministers are people",
        "Industry Minister Lee Chang-yang met Minister of Industry and Trade Nguyen Hong Dien.",
        [],
    ),
    (
        "fields in part, with the state behind",
        "The Ministry of Culture and Tourism of Vietnam met the Ministry of Trade of Korea.",
        [
            ("Ministry of Culture and Tourism of Vietnam", "ministry", "VN"),
            ("Ministry of Trade of Korea", "ministry", "KR"),
        ],
    ),
    (
        "a third country's, with its owner in a possessive or before whose",
        "Laos' Ministry of Health agreed. It went to Japan, whose Ministry of Justice agreed.",
        [("Ministry of Health", "ministry", "LA"), ("Ministry of Justice", "ministry", "JP")],
    ),
    ("ministries in general", "The two ministries and the departments of industry and trade will meet.", []),
    # --- built names ------------------------------------------------------------------------------------------------
    (
        "head in front with a list of topics",
        "The Ministry of Widgets, the Ministry of Water Resources and Ports and Samsung SDS met.",
        [("Ministry of Water Resources and Ports", "ministry", None), ("Samsung SDS", "company", "KR")],
    ),
    (
        "university of",
        "Kaldon University of Art and Design opened.",
        [("Kaldon University of Art and Design", "education", None)],
    ),
    (
        "state in the name",
        "The Korea Society for Bamboo Studies opened.",
        [
            ("Korea Society for Bamboo Studies", "association", "KR"),
        ],
    ),
    (
        "two states: the first",
        "The Vietnam - Korea Bamboo Association was founded.",
        [("Vietnam - Korea Bamboo Association", "association", "VN")],
    ),
    (
        "company with legal form",
        "He joined South Korea's Daehwa Rope Co., Ltd. in May.",
        [("Daehwa Rope Co., Ltd.", "company", "KR")],
    ),
    (
        "ampersand in the name",
        "N&T Green Group and Kumsung Bolts & Nuts Co. signed.",
        [("N&T Green Group", "company", None), ("Kumsung Bolts & Nuts Co.", "company", None)],
    ),
    (
        "of a state before a legal form",
        "International Bamboo Development of Japan Co. (INBADEJ) agreed.",
        [("International Bamboo Development of Japan Co. | INBADEJ", "company", "JP")],
    ),
    (
        "hospital",
        "Thien Phuc General Hospital took part.",
        [("Thien Phuc General Hospital", "hospital", "VN")],
    ),
    (
        "based in",
        "Ho Chi Minh City-based Moonhouse Group signed.",
        [("Moonhouse Group", "company", "VN")],
    ),
    (
        "women's union",
        "The Vietnam Bamboo Workers' Union met.",
        [("Vietnam Bamboo Workers' Union", "association", "VN")],
    ),
    (
        "title in front is no part of the name",
        "Chairman Kim praised Deputy Director Moonrise Foundation.",
        [("Moonrise Foundation", "other", None)],
    ),
    (
        "title behind is no part of the name",
        "Moonrise Foundation Chairman Kim Han-sol spoke.",
        [("Moonrise Foundation", "other", "KR")],
    ),
    (
        "embassies belong to who sends them",
        "The Vietnamese Consulate General in Busan helped.",
        [("Vietnamese Consulate General in Busan", "agency", "VN")],
    ),
    (
        "a unit in the other country",
        "LS Moonlight Vietnam opened a plant.",
        [
            ("LS Moonlight Vietnam", "company", "VN"),
        ],
    ),
    # --- definitions ------------------------------------------------------------------------------------------------
    (
        "acronym in brackets, used later",
        "The Hanoi Bamboo Industry Business Association (HABIBA) met. HABIBA Chairman Nguyen Hoang spoke.",
        [("Hanoi Bamboo Industry Business Association | HABIBA", "association", "VN")],
    ),
    (
        "or, with commas",
        "They will equip the Vietnam-Korea Institute of Bamboo and Rattan, or V-KIBR, by 2018.",
        [("Vietnam-Korea Institute of Bamboo and Rattan | V-KIBR", "research", "VN")],
    ),
    (
        "the words that the letters want",
        "The Vietnam Bamboo Advice and Solutions from Korea Centre (VIBASK) will open.",
        [("Vietnam Bamboo Advice and Solutions from Korea Centre | VIBASK", "other", "VN")],
    ),
    (
        "a joint venture without a head word",
        "They set up Moonlight Thanh Tam Manufacturing Vietnam (MTMV). MTMV will build cars.",
        [("Moonlight Thanh Tam Manufacturing Vietnam | MTMV", "company", "VN")],
    ),
    (
        "acronym first",
        "KIBS, the Korea Institute of Bamboo Studies, helped.",
        [("KIBS | Korea Institute of Bamboo Studies", "research", "KR")],
    ),
    ("a pact is no body", "They discussed the Vietnam-Korea Bamboo Trade Agreement (VKBTA). VKBTA helps.", []),
    ("a programme is no body", "It is part of the Support Programme to Respond to Heat Change (SP-RHC).", []),
    (
        "a ticker is no body",
        "Shares of Thien Tam Investment Corporation (HoSE: TTI) rose.",
        [
            ("Thien Tam Investment Corporation", "company", "VN"),
        ],
    ),
    # --- shorter, later ---------------------------------------------------------------------------------------------
    (
        "the beginning of a name",
        "Dong Tam University and Kaldon University of Art signed. Kaldon is the sixth to team up with Dong Tam.",
        [
            ("Dong Tam University | Dong Tam", "education", "VN"),
            ("Kaldon University of Art | Kaldon", "education", None),
        ],
    ),
    (
        "known short form of a body named in full",
        "Hyundai Motor and local partner Thanh Tam Group have built a plant. Hyundai sold 70,000 cars.",
        [("Hyundai Motor | Hyundai", "company", "KR"), ("Thanh Tam Group", "company", "VN")],
    ),
    (
        "a group and its firm stay two",
        "The chairmen of SK and LG came. SK E&S signed a memorandum.",
        [("SK", "company", "KR"), ("LG", "company", "KR"), ("SK E&S", "company", "KR")],
    ),
    (
        "a short form inside a longer name is another body",
        "Hanjin Moonlight was founded in 1990.",
        [],
    ),
    # --- unknown names that act -------------------------------------------------------------------------------------
    ("a noun before", "It is sounding out travel agency MoonTour about packages.", [("MoonTour", "company", None)]),
    (
        "local noun before",
        "Daewoo E&C and local developer QTZ are in talks.",
        [("Daewoo E&C", "company", "KR"), ("QTZ", "company", "VN")],
    ),
    (
        "apposition with adjective",
        "Cover was promised for the plant of Moonximco, a private Vietnamese group.",
        [("Moonximco", "company", "VN")],
    ),
    ("owner of", "A memorandum was signed with QS2PC, owner of the Nghi Xuan 2 plant.", [("QS2PC", "company", None)]),
    (
        "is an association; its chairman's name tells where",
        "QKBIA and QEMS signed. QEMS is an association of 74 firms. Kwon Yong-beom, Chairman of QEMS, spoke.",
        [("QKBIA", "company", None), ("QEMS", "association", "KR")],
    ),
    (
        "a capitalised word that signs",
        "On Monday Abivon signed a contract with Naver Corp.",
        [("Abivon", "company", "VN"), ("Naver Corp.", "company", "KR")],
    ),
    (
        "chairman behind the name",
        "The plant is large, Thanh Tam chairman Nguyen Anh Tuan said.",
        [("Thanh Tam", "company", "VN")],
    ),
    (
        "among known names",
        "The members - KAIST, Zenith Tech Lab, POSTECH and Apex Tech Lab - will sign.",
        [
            ("KAIST", "education", "KR"),
            ("Zenith Tech Lab", "education", "KR"),
            ("POSTECH", "education", "KR"),
            ("Apex Tech Lab", "education", "KR"),
        ],
    ),
    # --- places -----------------------------------------------------------------------------------------------------
    ("a scene", "The plant in Ninh Binh Province and the port of Hai Phong are busy.", []),
    ("scenes by the small word", "In Hai Duong city, 300 were trained. Exports of Quang Ninh province rose.", []),
    (
        "its executive is the place",
        "Ha Giang People's Committee met. Ha Giang will send workers to Boeun.",
        [
            ("Ha Giang People's Committee | Ha Giang", "subnational", "VN"),
        ],
    ),
    (
        "of the province",
        "The People's Committee of Bac Giang Province issued a licence.",
        [("People's Committee of Bac Giang Province", "subnational", "VN")],
    ),
    (
        "two that set their seals",
        "It is a memorandum to which Moc Tam District and Gyeongdam City set their seals. Gyeongdam is a city.",
        [("Moc Tam District", "subnational", "VN"), ("Gyeongdam City | Gyeongdam", "subnational", "KR")],
    ),
    (
        "behind with, in a third country",
        "It concluded memoranda with the Philippine city of Amadeus in May and with the municipality of Magadan.",
        [("Amadeus", "subnational", "PH"), ("Magadan", "subnational", "PH")],
    ),
    (
        "sister cities",
        "Moonju City and Hai Duong City agreed to open a flight.",
        [
            ("Moonju City", "subnational", "KR"),
            ("Hai Duong City", "subnational", "VN"),
        ],
    ),
    (
        "an apposition between name and verb",
        "Boeun, a county in Korea, signed the deal.",
        [("Boeun", "subnational", "KR")],
    ),
    ("its governor speaks", "Boeun Governor Choi Jae-hyeong promised it.", [("Boeun", "subnational", "KR")]),
    ("its authorities", "Tay Ninh authorities gave a licence.", [("Tay Ninh", "subnational", "VN")]),
    (
        "a department of a province",
        "The Department of Labour, Invalids and Social Affairs is to pick workers.",
        [("Department of Labour, Invalids and Social Affairs", "subnational", "VN")],
    ),
    (
        "a district in two translations and its Korean name",
        "They signed with the Northern District Office of Moonju city. Moonju Buk-gu and KAIST will share it. "
        "Buk-gu, KAIST and VCCI agreed.",
        [
            ("Northern District Office of Moonju city | Moonju Buk-gu | Buk-gu", "subnational", "KR"),
            ("KAIST", "education", "KR"),
            ("VCCI", "association", "VN"),
        ],
    ),
    ("a park is a place", "The plant in Trang Moon Industrial Park opened.", []),
    (
        "a park's authority is a body",
        "The Moon Bay Economic Zone Authority granted a licence.",
        [
            ("Moon Bay Economic Zone Authority", "agency", None),
        ],
    ),
    ("capitals stand for states", "Seoul and Hanoi signed a joint statement.", []),
    # --- the whole name, and no more --------------------------------------------------------------------------------
    (
        "a person behind the group",
        "He received Chairman of SK Group Chey Tae-won. Chey said SK would invest.",
        [("SK Group | SK", "company", "KR")],
    ),
    (
        "the state behind the ministry tells which",
        "The Ministry of Culture, Sports and Tourism of Vietnam and the Ministry of Culture, Sports and Tourism of the "
        "Republic of Korea signed.",
        [
            ("Ministry of Culture, Sports and Tourism of Vietnam", "ministry", "VN"),
            ("Ministry of Culture, Sports and Tourism of the Republic of Korea", "ministry", "KR"),
        ],
    ),
    (
        "Thai Nguyen is not in Thailand",
        "The Thai Nguyen University of Bamboo and Water Resources opened.",
        [("Thai Nguyen University of Bamboo and Water Resources", "education", "VN")],
    ),
    (
        "a hyphen in the name",
        "The Ministry of Public Security's Drug-related Crime Department said so.",
        [
            ("Ministry of Public Security", "ministry", "VN"),
            ("Drug-related Crime Department", "agency", "VN"),
        ],
    ),
    (
        "legal forms differ",
        "QISA Joint Stock Company signed. QISA JSC and QISA grow.",
        [("QISA Joint Stock Company | QISA JSC | QISA", "company", None)],
    ),
    (
        "its partner",
        "Doosan Enerbility and its partner QECC2 will build it, with Vietnam's QXD in the deal.",
        [("Doosan Enerbility", "company", "KR"), ("QECC2", "company", "VN"), ("QXD", "company", "VN")],
    ),
    ("a meeting of two sides", "The Vietnam-Korea Joint Committee on Energy met.", []),
    ("a field of goods", "The 2023 K-Food Fair and Small- and Medium-sized Enterprises grew.", []),
    (
        "a title ends the name",
        "State Bank of Vietnam Governor Nguyen Thi Hong spoke.",
        [("State Bank of Vietnam", "agency", "VN")],
    ),
    (
        "a day or a month is no part of it",
        "NongHyup Bank on July 19, Moonrise Bank in August and Kaldon Foundation on Monday grew.",
        [
            ("NongHyup Bank", "company", "KR"),
            ("Moonrise Bank", "company", None),
            ("Kaldon Foundation", "other", None),
        ],
    ),
    (
        "the People's Committee is the one named before",
        "The Ha Giang Provincial People's Committee met. KOICA and the People's Committee signed on Monday, and the "
        "provincial People's Committee will pay.",
        [
            ("Ha Giang Provincial People's Committee | People's Committee", "subnational", "VN"),
            ("KOICA", "agency", "KR"),
        ],
    ),
    ("a head alone is no name", "The Committee and the University signed it. The Committee agreed.", []),
    # --- what is none -----------------------------------------------------------------------------------------------
    ("governments are states", "The Vietnamese government and the Korean Government agreed.", []),
    ("events and pacts", "The Asian Cup, the ASEAN Summit and the ASEAN-Korea FTA drew crowds.", []),
    ("laws", "Under the Law on Investment and Decree 111/2015/ND-CP this is allowed.", []),
    ("people", "Nguyen Van Thanh and Kim Min-su signed. Thanh said that Kim was happy.", []),
    ("photo credits", "The signing ceremony in Seoul. Photo: VNA", []),
    ("a wire's signature", "HANOI, June 3 (Yonhap) -- The two sides met.", []),
    ("a product", "The Samsung Galaxy sold well.", []),
    ("a plain word in a shouted headline", "VIETNAM, KOREA AGREE ON MOST GOODS IN TALKS\n\nThey met.", []),
    ("generic committees", "The Joint Committee and the Working Group will meet; the Korean Bank rate rose.", []),
    ("a palace", "They met at the Presidential Palace and the National Convention Center.", []),
    ("a pop group", "K-pop group BTX drew crowds.", []),
    ("officials", "Officials agreed in 2018 that it was time.", []),
    ("renewable energy in a heading", "They will work on Renewable Energy and Supporting Industries.", []),
    ("acronyms of money and law", "ODA, FDI and GDP grew; SMEs use AI under the EPS with RCEP.", []),
]


@pytest.mark.parametrize(("text", "expected"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_english_news(text: str, expected: list[Entry]) -> None:
    assert entries(bodies(text)) == expected


OTHER_LANGUAGES: list[tuple[Language, str, list[Entry]]] = [
    (
        "ko",
        "한국국제협력단(KOICA)은 베트남 산업무역부와 양해각서를 체결했다.",
        [
            ("한국국제협력단 | KOICA", "agency", "KR"),
            ("베트남 산업무역부 | 산업무역부", "ministry", "VN"),
        ],
    ),
    (
        "vi",
        "Bộ Công Thương và Cơ quan Hợp tác Quốc tế Hàn Quốc (KOICA) ký biên bản ghi nhớ.",
        [
            ("Bộ Công Thương", "ministry", "VN"),
            ("Cơ quan Hợp tác Quốc tế Hàn Quốc | KOICA", "agency", "KR"),
        ],
    ),
    ("vi", "Ngày 23/6, hai bên đã trao đổi về hợp tác kinh tế tại thành phố.", []),
    ("ko", "양측은 경제 협력을 강화하기로 했다.", []),
]


@pytest.mark.parametrize(("language", "text", "expected"), OTHER_LANGUAGES)
def test_known_names_count_in_every_language(language: Language, text: str, expected: list[Entry]) -> None:
    assert entries(bodies(text, language)) == expected


def test_the_environment_ministry_of_the_day() -> None:
    text = "Vietnam's Ministry of Natural Resources and Environment agreed. The environment ministry in Hanoi will pay."
    (ministry,) = bodies(text, published="2009-10-22")
    assert ministry.names == ("Ministry of Natural Resources and Environment", "environment ministry")


def test_the_press_of_a_country_means_its_own_ministry() -> None:
    text = "The Ministry of Justice has published the list."
    assert [b.country for b in bodies(text, outlet="The Korea Herald")] == ["KR"]
    assert [b.country for b in bodies(text, outlet="Viet Nam News")] == ["VN"]


def test_a_known_body_has_its_key_and_a_new_one_an_id_made_of_country_and_name() -> None:
    found = bodies("KOICA and South Korea's Daehwa Rope Co., Ltd. signed.")
    assert [b.id for b in found] == ["kr.koica", "kr.daehwa-rope-co-ltd"]


def test_an_adjective_does_not_make_a_new_ministry() -> None:
    found = bodies("Vietnam's MPI and the Korean Ministry of Economy and Finance signed.")
    assert [b.id for b in found] == ["vn.mpi", "kr.moef"]


def test_a_state_in_the_name_outweighs_one_beside_it() -> None:
    assert [b.id for b in bodies("한국 정부와 베트남 재무부가 서명했다.", "ko")] == ["vn.mof"]


def test_the_bodies_named_in_a_span() -> None:
    text = "KOICA and VCCI signed."
    found = bodies(text)
    assert [b.id for b in bodies_between(found, 0, len(text))] == ["kr.koica", "vn.vcci"]
    assert [b.id for b in bodies_between(found, 6, len(text))] == ["vn.vcci"]
    assert bodies_between(found, 6, 9) == []
