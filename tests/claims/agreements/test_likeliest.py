"""What no rule tells of a deal is chosen by weights: its other party and its date, or nobody and none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.claims.agreements.tellings import check_words, read_within
from tests.claims.agreements.test_any_text import WORDS, article

from pactbook.claims.agreements.article import told_in
from pactbook.claims.agreements.likeliest import RULE, Option, likeliest
from pactbook.claims.agreements.lone import candidates, name_others
from pactbook.claims.agreements.scene import Scene
from pactbook.claims.agreements.undated import date_undated
from pactbook.claims.bodies.article import claim_bodies
from pactbook.claims.figures.article import claim_figures
from pactbook.knowledge.weights import Weights
from pactbook.mentions.find import find
from pactbook.model.claim import AgreementClaim

PAGES = {
    "en": "Cooperation grows\n\nJuly 20, 2023\n\n{text}\n",
    "vi": "Tăng cường hợp tác\n\nThứ Năm, 20/07/2023\n\n{text}\n",
    "ko": "협력 확대\n\n입력 2023.07.20 09:30\n\n{text}\n",
}
#: Origin → language, text, all parties, and the words by which the other party was found or None.
LONE = {
    "a wire's host in the sentence before": (
        "en",
        "Officials from the Ministry of Health of Vietnam toured the wards on Monday. KOICA signed a grant agreement "
        "worth $5 million there.",
        {"kr.koica", "vn.moh"},
        "Ministry of Health of Vietnam",
    ),
    "a borrower that a bank's note names first": (
        "en",
        "Vietcombank has a new lender. A loan agreement worth $100 million was signed by Shinhan Bank on Tuesday.",
        {"kr.shinhan-bank", "vn.vietcombank"},
        "Vietcombank",
    ),
    "a bank that tells of nobody else": (
        "en",
        "Shinhan Bank signed a memorandum of understanding on Tuesday.",
        {"kr.shinhan-bank"},
        None,
    ),
    "both are told: the bystanders stay outside": (
        "en",
        "Samsung praised the weather. KOICA looked on. VCCI signed a memorandum with KOTRA on Tuesday.",
        {"kr.kotra", "vn.vcci"},
        None,
    ),
    "một cuộc làm việc của cơ quan viện trợ": (
        "vi",
        "KOICA làm việc với Bộ Y tế hôm thứ Hai. Cơ quan này đã ký thỏa thuận viện trợ trị giá 5 triệu USD.",
        {"kr.koica", "vn.moh"},
        "Bộ Y tế",
    ),
    "bên mời thầu ở câu trước": (
        "vi",
        "EVN cần thêm điện. Doosan Enerbility đã trúng thầu xây dựng nhà máy tại Cà Mau.",
        {"kr.doosan-enerbility", "vn.evn"},
        "EVN",
    ),
    "ngân hàng không nói tên đối tác": ("vi", "Shinhan Bank đã ký bản ghi nhớ hôm thứ Ba.", {"kr.shinhan-bank"}, None),
    "병원을 둘러본 보건부": (
        "ko",
        "베트남 보건부 관계자들이 17일 하노이 시내 병원을 둘러봤다. "
        "코이카는 500만 달러 규모의 무상원조 약정을 체결했다.",
        {"kr.koica", "vn.moh"},
        "베트남 보건부",
    ),
    "앞 문장의 발주처": (
        "ko",
        "EVN은 요즘 전력이 크게 부족하다고 밝혔다. 두산에너빌리티는 까마우 발전소 건설 계약을 수주했다고 전했다.",
        {"kr.doosan-enerbility", "vn.evn"},
        "EVN",
    ),
    "상대를 밝히지 않은 은행": (
        "ko",
        "신한은행은 18일 서울 본점에서 업무협약을 체결했다. 은행은 앞으로 더 많은 고객을 만나겠다고 했다.",
        {"kr.shinhan-bank"},
        None,
    ),
}
#: Origin → language, text, the date, and the words by which it was found or None.
UNDATED = {
    "a year behind a comma": (
        "en",
        "Vietnam and South Korea hope to deepen their strategic partnership, which had been established in 2022.",
        "2022",
        "2022",
    ),
    "the next sentence says until when": (
        "en",
        "KOTRA has let lapse its letter of intent with Sacombank on a joint app. The letter was valid until June 30.",
        "2023-06-30",
        "June 30",
    ),
    "the date of an office is no deal's": (
        "en",
        "VCCI and KOTRA have a memorandum of understanding on trade. KOTRA opened its office in 1993.",
        None,
        None,
    ),
    "mệnh đề phụ của bản tin thông tấn": (
        "vi",
        "Hai hãng đã thử đường truyền ảnh theo bản ghi nhớ mà VCCI và KOTRA tái ký tháng 11/2022.",
        "2022-11",
        "tháng 11/2022",
    ),
    "năm mở văn phòng": (
        "vi",
        "VCCI và KOTRA có bản ghi nhớ về thương mại. KOTRA mở văn phòng tại Hà Nội năm 1993 và nay có 40 nhân viên.",
        None,
        None,
    ),
    "넘긴 일정": (
        "ko",
        "한국전력과 EVN은 투자 협정을 작년 12월까지 끝내려던 일정을 넘겼다. 양측은 협의를 계속한다.",
        "2022-12",
        "작년 12월",
    ),
}


def read(language: str, text: str) -> AgreementClaim:
    found = read_within(PAGES[language], text)
    check_words(found)
    (claim,) = found.agreements
    return claim


def chosen(claim: AgreementClaim, cell: str) -> str | None:
    """The words by which a cell was filled by weights."""
    (words,) = [b.span.text for b in claim.because if b.cell == cell and b.rule == RULE] or [None]
    return words


@pytest.mark.parametrize(("language", "text", "parties", "words"), LONE.values(), ids=LONE)
def test_the_other_party_is_found_where_it_is_told(
    language: str, text: str, parties: set[str], words: str | None
) -> None:
    claim = read(language, text)
    assert set(claim.parties) == parties
    assert chosen(claim, "parties") == words


@pytest.mark.parametrize(("language", "text", "date", "words"), UNDATED.values(), ids=UNDATED)
def test_the_date_is_found_where_it_is_told(language: str, text: str, date: str | None, words: str | None) -> None:
    claim = read(language, text)
    assert claim.date == date
    assert chosen(claim, "date") == words


def test_the_highest_sum_wins_and_the_first_of_equals() -> None:
    table = Weights({"good": 1.0, "bad": -1.0}, least=0.5)
    none = Option[str](None, ())
    assert likeliest([Option("a", ("bad",)), Option("b", ("good",)), Option("c", ("good",)), none], table) == "b"
    assert likeliest([Option("a", ("unknown",)), none], table) is None
    assert likeliest([none], table) is None


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=40))
def test_filling_takes_nothing_away_and_shows_its_words(words: list[str]) -> None:
    one = article(words)
    mentions = find(one)
    bodies = claim_bodies(one, mentions)
    scene = Scene(one, mentions, bodies, claim_figures(one, mentions, bodies))
    drafts = told_in(scene)
    before = [(d.ids, d.date, list(d.because), list(d.evidence)) for d in drafts]
    offered = [{o.what.id for o in candidates(scene, d, drafts) if o.what} for d in drafts]
    name_others(scene, drafts)
    date_undated(scene, drafts)
    for draft, (ids, date, because, evidence), others in zip(drafts, before, offered, strict=True):
        assert ids <= draft.ids <= ids | others
        assert len(draft.ids) == len(ids) or (len(ids) == 1 and len(draft.ids) == 2)
        assert date in (None, draft.date)
        assert draft.because[: len(because)] == because
        assert draft.evidence[: len(evidence)] == evidence
        for reason in draft.because[len(because) :]:
            reason.span.check(one.text)
            assert any(reason.span.within(e) for e in draft.evidence)
