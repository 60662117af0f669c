"""Bodies outside every list, told in three scripts. Invented places, save where a real one shows the rule."""

from __future__ import annotations

import pytest

from pactbook.record.assemble import assemble_all
from pactbook.record.hearing import heard
from pactbook.record.identity import tellings


@pytest.mark.parametrize(
    "names",
    [
        pytest.param(("kr.hanbit", "kr.quan-hanbit", "kr.한빛군", "kr.hanbit-county"), id="county"),
        pytest.param(
            ("vn.lam-thuy", "vn.huyen-lam-thuy", "vn.람투이현", "vn.베트남-람투이현", "vn.lam-thuy-district"),
            id="district",
        ),
        pytest.param(("vn.xa-dong-khe", "vn.동케사"), id="commune"),
        pytest.param(("vn.phuong-tran-cau", "vn.쩐까우동"), id="ward"),
    ],
)
def test_one_place_sounds_alike_in_every_script(names: tuple[str, ...]) -> None:
    assert len({heard(name) for name in names}) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kr.hanbit", "vn.hanbit"),
        ("kr.hanbit", "kr.hansol-county"),
        ("vn.lam-thuy", "vn.lam-dien"),
        ("kr.abc", "kr.abd"),
    ],
)
def test_others_do_not(one: str, other: str) -> None:
    assert heard(one) != heard(other)


def test_a_known_body_is_heard_as_itself() -> None:
    assert heard("kr.koica") == "kr.koica"
    assert heard("VN") == "VN"


PLACES = {
    "en": ("kr.hanbit", "vn.lam-thuy"),
    "vi": ("kr.quan-hanbit", "vn.lam-thuy"),
    "ko": ("kr.한빛군", "vn.람투이현"),
}


def told(make, language: str, **cells):
    parties = cells.pop("parties", PLACES[language])
    return tellings(make.told(f"a-{language}", f"Told in {language}.", language=language, parties=parties, **cells))[0]


def test_one_deal_told_in_three_scripts_is_one_agreement_with_each_party_once(make) -> None:
    three = [told(make, language) for language in PLACES]
    [record] = assemble_all({t.id: t for t in three})
    assert len(record.tellings) == 3
    assert set(record.parties) == {"kr.hanbit", "vn.lam-thuy"}
    assert record.cell("parties").level == "confirmed"
    assert any("sound alike" in reason for link in record.links for reason in link.reasons)


def test_a_sound_alone_joins_nothing(make) -> None:
    one, other = (
        told(make, "en", date=None, sectors=("labour",)),
        told(make, "ko", date="2019-01-02", sectors=("culture",)),
    )
    assert len(assemble_all({t.id: t for t in (one, other)})) == 2
