"""The words for sectors: whole words, the longest of two, hints, and phrases that are none."""

from __future__ import annotations

import pytest

from pactbook.errors import KnowledgeError
from pactbook.knowledge import sectors as knowledge
from pactbook.knowledge.agreement_words import agreement_words
from pactbook.knowledge.gazetteer import bodies
from pactbook.knowledge.sectors import sector_words, sectors, trades
from pactbook.model.article import Language
from pactbook.model.words import AGREEMENT_KINDS, SECTORS


@pytest.mark.parametrize(
    ("language", "text", "told"),
    [
        ("en", "an MoU on semiconductors", {"electronics"}),  # the star lets a word go on
        ("en", "two caravans and a shipmate", set()),  # "car" is no beginning of a word here
        ("en", "three hospitals", {"health"}),  # plural
        ("en", "a road map", set()),  # listed under [none]
        ("en", "a road to the port", {"transport"}),
        ("en", "important goods", {"trade"}),  # a hint; "import" does not begin "important"
        ("vi", "linh kiện điện tử", {"electronics"}),  # the longer phrase, not "điện"
        ("vi", "nhà máy điện khí", {"energy"}),
        ("vi", "Bà Loan hỏi ai đi", set()),  # a woman's name and "who": English loans and AI are no words here
        ("vi", "ứng dụng AI", {"ict"}),
        ("ko", "신재생에너지협력", {"energy"}),  # inside a longer word
        ("ko", "양국 관계 발전", set()),  # 발전 is growth here, not power
        ("ko", "가스복합발전", {"energy"}),
        ("ko", "EPS 업무협약", {"labour"}),
        ("ko", "별도로 만나", set()),  # no 도로
        ("ko", "한국방문단", set()),  # no 국방
        ("ko", "항공안전 협력", {"transport"}),  # no 공안
        ("ko", "다수의 소비자", set()),  # no 수의, no 비자
        ("ko", "협의대로 회원사와", set()),  # no 의대, no 원사
    ],
)
def test_a_word_tells_its_sector(language: Language, text: str, told: set[str]) -> None:
    assert {h.sign.sector for h in sector_words(language).scan(text)} == told


def test_every_hit_stands_where_it_says() -> None:
    text = "Hợp tác năng lượng, y tế và FTA; 원전 건설"
    for language in ("vi", "ko"):
        for hit in sector_words(language).scan(text):
            assert text[hit.start : hit.end].lower() == hit.sign.phrase.lower()
            assert hit.sign.rule == f"common/sectors.toml:{hit.sign.sector}.{hit.sign.phrase}"


def test_every_sector_has_words_in_three_languages() -> None:
    told = {name for name, s in sectors().items() if s.en and s.vi and s.ko}
    assert told >= set(SECTORS) - {"other"}


def test_bodies_kinds_and_matters_are_known() -> None:
    assert set(trades()) <= set(bodies())
    for sector in sectors().values():
        assert set(sector.lenders) <= set(bodies())
        assert {*sector.kinds, *sector.state_kinds} <= set(AGREEMENT_KINDS)
    named = [*agreement_words("en").deals, *agreement_words("vi").deals, *agreement_words("ko").korean.deals]
    matters = {d.matter for d in named}
    assert {m for s in sectors().values() for m in s.matters} <= matters


def test_a_sector_that_the_codebook_does_not_know_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(knowledge, "read", lambda place, shape: {"chips": knowledge.Sector()})
    with pytest.raises(KnowledgeError, match=r"common/sectors.toml: \[chips\]"):
        sectors.__wrapped__()
