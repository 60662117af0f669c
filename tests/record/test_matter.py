"""What deals are about across languages: named treaties, grades of ties, matters; bodies that took another's place."""

from __future__ import annotations

import pytest

from pactbook.knowledge.matters import matters
from pactbook.record.assemble import assemble_all
from pactbook.record.candidates import filed_under, looked_up
from pactbook.record.compare import compare
from pactbook.record.identity import tellings
from pactbook.record.matter import matter_of

STATES = {"kind": "treaty", "parties": ("KR", "VN"), "sectors": ("trade",), "date": None}
MINISTRIES = {
    "kind": "memorandum",
    "parties": ("kr.motie", "vn.moit"),
    "date": "2022-12-05",
    "sectors": (),
    "published": "2022-12-06",
}


def told(make, name, **cells):
    return tellings(make.told(name, f"Article {name} tells of it.", **cells))[0]


@pytest.mark.parametrize(
    ("subject", "parties", "treaty"),
    [
        ("bilateral free trade agreement", ("KR", "VN"), "vkfta"),
        ("Hiệp định VKFTA", ("KR", "VN"), "vkfta"),
        ("한·아세안 FTA", ("KR", "xx.asean"), "akfta"),
        ("free trade agreement", ("KR", "xx.asean"), "akfta"),
        ("FTA", ("VN", "GB"), None),
        ("UKVFTA", ("KR", "VN"), "ukvfta"),
        ("customs", ("KR", "VN"), None),
    ],
)
def test_which_treaty_is_meant(make, subject, parties, treaty) -> None:
    assert matter_of(told(make, "a", **(STATES | {"subject": subject, "parties": parties}))).treaty == treaty


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        pytest.param(
            STATES | {"subject": "한·베트남 FTA", "language": "ko", "date": "2015-12-20", "status": "in_force"},
            STATES | {"subject": "free trade agreement", "status": "planned", "published": "2009-10-22"},
            True,
            id="one-treaty-over-years",
        ),
        pytest.param(
            STATES | {"subject": "RCEP", "date": "2020-11-15", "parties": ("xx.asean",), "published": "2020-11-16"},
            STATES | {"subject": "역내포괄적경제동반자협정", "language": "ko", "status": "planned"},
            True,
            id="one-treaty-other-members",
        ),
        pytest.param(STATES | {"subject": "VKFTA"}, STATES | {"subject": "UKVFTA"}, False, id="two-treaties"),
        pytest.param(
            STATES | {"subject": "VKFTA"}, STATES | {"subject": "upgrade of the VKFTA"}, False, id="its-upgrade"
        ),
        pytest.param(
            STATES | {"kind": "partnership", "subject": "comprehensive strategic partnership", "date": "2022-12-05"},
            STATES | {"kind": "partnership", "subject": "전략적 협력 동반자", "language": "ko", "date": "2022"},
            False,
            id="two-grades",
        ),
        pytest.param(
            MINISTRIES | {"subject": "critical mineral supply chains"},
            MINISTRIES | {"subject": "핵심광물 공급망 협력", "language": "ko"},
            True,
            id="one-matter-in-two-languages",
        ),
        pytest.param(
            MINISTRIES | {"subject": "khoáng sản cốt lõi", "language": "vi", "sectors": ("minerals",)},
            MINISTRIES | {"subject": "전력산업 협력", "language": "ko", "sectors": ("energy",)},
            False,
            id="two-matters-on-one-day",
        ),
        pytest.param(
            MINISTRIES | {"parties": ("kr.koica", "vn.monre"), "subject": "water supply"},
            MINISTRIES | {"parties": ("kr.koica", "vn.mae"), "subject": "water supply"},
            True,
            id="the-body-that-took-its-place",
        ),
        pytest.param(
            MINISTRIES | {"parties": ("kr.koica", "vn.monre"), "subject": "water supply"},
            MINISTRIES | {"parties": ("kr.koica", "vn.mard"), "subject": "water supply"},
            False,
            id="two-that-became-one",
        ),
    ],
)
def test_whether_they_are_one(make, one, other, same) -> None:
    left, right = told(make, "left", **one), told(make, "right", **other)
    assert (compare(left, right) is not None) is same
    assert len(assemble_all({t.id: t for t in (left, right)})) == (1 if same else 2)
    if same:
        assert looked_up(left) & filed_under(right)
        assert looked_up(right) & filed_under(left)


def test_a_chain_of_vague_accounts_joins_no_two_matters(make) -> None:
    minerals = told(make, "a", **(MINISTRIES | {"subject": "minerals", "sectors": ("minerals",)}))
    power = told(make, "b", **(MINISTRIES | {"subject": "power plants", "sectors": ("energy",)}))
    vague = told(make, "c", **(MINISTRIES | {"subject": "documents", "sectors": ("minerals", "energy")}))
    assert len(assemble_all({t.id: t for t in (minerals, power, vague)})) == 2


def test_a_word_tells_one_matter_only() -> None:
    seen: dict[str, str] = {}
    for name, matter in matters().matter.items():
        for word in matter.words():
            assert seen.setdefault(word.lower(), name) == name
