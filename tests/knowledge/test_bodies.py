"""The gazetteer's facts: what the TOML files under ``knowledge/bodies`` say of known bodies."""

from __future__ import annotations

from collections import defaultdict

import pytest

from pactbook.knowledge.gazetteer import bodies

#: Former body → what took its place, and when it ceased under its name. From the acts of both governments.
SUCCESSIONS = [
    # Korea
    ("kr.mocie", "kr.mke", "2008-02"),
    ("kr.mke", "kr.motie", "2013-03"),
    ("kr.motie", "kr.motir", "2025-10"),
    ("kr.me", "kr.mcee", "2025-10"),
    ("kr.kipo", "kr.moip", "2025-10"),
    ("kr.kcc", "kr.kmcc", "2025-10"),
    ("kr.msip", "kr.msit", "2017-07"),
    ("kr.smba", "kr.mss", "2017-07"),
    ("kr.mltm", "kr.molit", "2013-03"),
    ("kr.mifaff", "kr.mafra", "2013-03"),
    ("kr.mofat", "kr.mofa", "2013-03"),
    ("kr.keic", "kr.ksure", "2010-07"),
    ("kr.mireco", "kr.komir", "2021-09"),
    ("kr.kores", "kr.komir", "2021-09"),
    ("kr.sk-es", "kr.sk-innovation", "2024-11"),
    # Vietnam: ministries of 2007, ministries of 2025, provinces of 2025
    ("vn.motrade", "vn.moit", "2007-08"),
    ("vn.mpi", "vn.mof", "2025-03"),
    ("vn.mot", "vn.moc", "2025-03"),
    ("vn.mard", "vn.mae", "2025-03"),
    ("vn.monre", "vn.mae", "2025-03"),
    ("vn.mic", "vn.most", "2025-03"),
    ("vn.molisa", "vn.moha", "2025-03"),
    ("vn.cema", "vn.mera", "2025-03"),
    ("vn.ha-giang", "vn.tuyen-quang", "2025-07"),
    ("vn.quang-nam", "vn.danang", "2025-07"),
    ("vn.binh-duong", "vn.hcmc", "2025-07"),
    ("vn.bac-giang", "vn.bac-ninh", "2025-07"),
    ("vn.long-an", "vn.tay-ninh", "2025-07"),
]

#: Any name of the body, old or foreign → the body. One entry stands for a body that only changed its name.
NAMES = [
    ("Doosan Heavy Industries & Construction", "kr.doosan-enerbility"),
    ("두산중공업", "kr.doosan-enerbility"),
    ("Ministry of Strategy and Finance", "kr.moef"),
    ("재정경제부", "kr.moef"),
    ("Federation of Korean Industries", "kr.fki"),
    ("한국경제인협회", "kr.fki"),
    ("Vietnam Oil and Gas Group", "vn.pvn"),
    ("Tập đoàn Công nghiệp - Năng lượng Quốc gia Việt Nam", "vn.pvn"),
    ("Vietnam Confederation of Commerce and Industry", "vn.vcci"),
    ("Liên đoàn Thương mại và Công nghiệp Việt Nam", "vn.vcci"),
    ("Tổng cục Du lịch", "vn.vnat"),
    ("Daewoo International", "kr.posco-international"),
    ("전라북도", "kr.jeonbuk"),
    ("호치민시", "vn.hcmc"),
    ("대외경제협력기금", "kr.edcf"),
]

#: Letters that two bodies of one country share in print; the finder tells them apart by what stands around.
SHARED_ACRONYMS = {
    ("KR", "MOE"): {"kr.me", "kr.moe"},
    ("KR", "MoE"): {"kr.me", "kr.moe"},
    ("VN", "VCA"): {"vn.vca", "vn.vca-coop"},
    ("VN", "VFF"): {"vn.front", "vn.vff-football"},
}

#: Acronyms that mean something else in the news of Vietnam and Korea, and so must not name a body.
WORDS_OF_THEIR_OWN = ["MOU", "MoU", "FTA", "ODA", "FDI", "TS", "GS", "LS", "VPN", "BCG", "AED", "PPA", "EPC", "CEO"]


@pytest.mark.parametrize(("former", "successor", "until"), SUCCESSIONS, ids=[s[0] for s in SUCCESSIONS])
def test_former_bodies_know_their_successor(former: str, successor: str, until: str) -> None:
    assert (bodies()[former].successor, bodies()[former].until) == (successor, until)


@pytest.mark.parametrize(("name", "key"), NAMES, ids=[n[0] for n in NAMES])
def test_old_and_foreign_names_lead_to_the_body(name: str, key: str) -> None:
    body = bodies()[key]
    assert name in (*body.en, *body.vi, *body.ko)


def test_no_chain_of_successors_comes_back_to_its_start() -> None:
    known = bodies()
    for key in known:
        seen = [key]
        while (after := known[seen[-1]].successor) is not None:
            assert after not in seen, f"{key} ends up at {after} again"
            seen.append(after)


def test_every_body_with_a_successor_says_until_when() -> None:
    assert [key for key, body in bodies().items() if body.successor and not body.until] == []


def test_ministries_of_both_countries_have_names_in_three_languages() -> None:
    ours = {key: b for key, b in bodies().items() if b.kind == "ministry" and b.country in ("KR", "VN")}
    # The Korean Ministry of Labor was called by the word that is its successor's short form.
    assert [key for key, b in ours.items() if not (b.en and b.vi and b.ko)] == ["kr.mol"]
    assert len(ours) > 60


def test_acronyms_are_shared_within_a_country_only_on_purpose() -> None:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for key, body in bodies().items():
        for acronym in body.acronyms:
            owners[body.country, acronym].add(key)
    assert {letters: keys for letters, keys in owners.items() if len(keys) > 1} == SHARED_ACRONYMS


@pytest.mark.parametrize("letters", WORDS_OF_THEIR_OWN)
def test_acronyms_with_a_meaning_of_their_own_name_no_body(letters: str) -> None:
    assert [key for key, b in bodies().items() if letters in (*b.acronyms, *b.short)] == []


def test_keys_begin_with_the_country_of_the_body_or_say_that_it_is_joint() -> None:
    strays = {key for key, b in bodies().items() if key[:2].upper() != b.country}
    assert strays == {"xx.vkbia"}


def test_vietnam_had_sixty_three_provinces_of_which_thirty_four_stand() -> None:
    cities = {"vn.hanoi", "vn.hcmc", "vn.danang", "vn.hai-phong", "vn.can-tho", "vn.hue"}
    provinces = {key for key, b in bodies().items() if key.startswith("vn.") and b.vi and b.vi[0].startswith("tỉnh ")}
    merged = {key for key in provinces if bodies()[key].until == "2025-07"}
    assert (len(provinces | cities), len((provinces | cities) - merged)) == (63, 34)
