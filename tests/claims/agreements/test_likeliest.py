"""The other party of a deal that no rule tells is chosen by weights, or nobody is."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.claims.agreements.tellings import check_words, read_within
from tests.claims.agreements.test_any_text import WORDS, article

from pactbook.claims.agreements.article import told_in
from pactbook.claims.agreements.likeliest import RULE, Option, likeliest
from pactbook.claims.agreements.lone import candidates, name_others
from pactbook.claims.agreements.scene import STATE, Named, Scene
from pactbook.claims.bodies.article import claim_bodies
from pactbook.claims.figures.article import claim_figures
from pactbook.knowledge.weights import Weights
from pactbook.mentions.find import find
from pactbook.model.claim import AgreementClaim
from pactbook.model.span import Span

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
    "a state where a firm signs is no party": (
        "en",
        "Samsung Electronics signed a memorandum of understanding in Vietnam on Tuesday.",
        {"kr.samsung-electronics"},
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


def test_the_highest_sum_wins_and_the_first_of_equals() -> None:
    table = Weights({"good": 1.0, "bad": -1.0}, least=0.5)
    none = Option(None, ())
    a, b, c = (Named.at(Span(n, n + 1, key), key, "company", "VN") for n, key in enumerate("abc"))
    assert likeliest([Option(a, ("bad",)), Option(b, ("good",)), Option(c, ("good",)), none], table) == b
    assert likeliest([Option(a, ("unknown",)), none], table) is None
    assert likeliest([none], table) is None


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(WORDS), min_size=3, max_size=40))
def test_filling_takes_nothing_away_and_shows_its_words(words: list[str]) -> None:
    one = article(words)
    mentions = find(one)
    bodies = claim_bodies(one, mentions)
    scene = Scene(one, mentions, bodies, claim_figures(one, mentions, bodies))
    drafts = told_in(scene)
    before = [(d.ids, list(d.because), list(d.evidence)) for d in drafts]
    offered = [{o.what.id for o in candidates(scene, d, drafts) if o.what} for d in drafts]
    assert all(
        o.what.kind != STATE or d.parties.names[0].kind == STATE
        for d in drafts
        for o in candidates(scene, d, drafts)
        if o.what
    )
    name_others(scene, drafts)
    for draft, (ids, because, evidence), others in zip(drafts, before, offered, strict=True):
        assert ids <= draft.ids <= ids | others
        assert len(draft.ids) == len(ids) or (len(ids) == 1 and len(draft.ids) == 2)
        assert draft.because[: len(because)] == because
        assert draft.evidence[: len(evidence)] == evidence
        for reason in draft.because[len(because) :]:
            reason.span.check(one.text)
            assert any(reason.span.within(e) for e in draft.evidence)
