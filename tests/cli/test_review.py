"""An analyst's word, from the command line: it stands in search, show and export, and can be taken back."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

from pactbook.search.doubts import unsure

STORY = """KOICA, MOST to build institute

HANOI, May 3, 2023 - The Korea International Cooperation Agency (KOICA) and Vietnam's Ministry of Science and Technology
signed a memorandum of understanding on a research institute in Hanoi on Tuesday. The institute will cost US$70 million.
The two sides have worked together since 2013, officials said, and they will meet again in Seoul next year.
"""


@pytest.fixture
def key(typed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("PACTBOOK_ANALYST", "Mai")
    (tmp_path / "story.txt").write_text(STORY)
    assert typed("add", tmp_path / "story.txt").exit_code == 0
    [hit] = map(json.loads, typed("search", "--json").stdout.splitlines())
    return hit["record"]["id"][:10]


def test_an_edit_is_shown_with_its_author_and_exported(typed, key: str, tmp_path: Path) -> None:
    typed("review", "edit", key, "status=in_force", "value=USD 70 million", "parties=KOICA; vn.moh", "--why", "phoned")
    shown = typed("show", key).stdout
    assert re.search(r"status: in_force  decided by Mai, \d{4}-\d\d-\d\d: phoned\n +the sources say: signed", shown)
    assert "Ministry of Health" in shown
    assert "value: USD 70 million  decided by Mai" in shown
    assert "edit value = USD 70 million" in typed("review", "log").stdout
    typed("export", "agreements", "-o", tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig") as file:
        [row] = csv.DictReader(file)
    assert re.search(r"status: Mai, [0-9-]{10} \(phoned\)", row["decided"])
    assert (row["status"], row["value_low"], row["party_ids"]) == ("in_force", "70000000", "kr.koica; vn.moh")


def test_of_several_edits_all_are_decided_or_none(typed, key: str) -> None:
    refused = typed("review", "edit", key, "place=Huế", "sectors=finance,cars")
    assert (refused.exit_code, "there is no sector 'cars'" in refused.stderr) == (2, True)
    assert typed("review", "log").stdout.strip() == "No decisions."
    assert typed("review", "edit", key, "place=Huế", "sectors=finance, automotive").exit_code == 0
    shown = typed("show", key).stdout
    assert re.search("place: Huế  decided by Mai", shown)
    assert re.search("sectors: finance, automotive  decided by Mai", shown)


def test_a_rejected_agreement_leaves_and_comes_back(typed, key: str) -> None:
    typed("review", "reject", key)
    assert "No agreement in the record" in typed("search").stdout
    complaint = typed("show", key)
    assert (complaint.exit_code, "rejected" in complaint.stderr) == (2, True)
    typed("review", "undo")
    assert key in typed("search").stdout


def test_the_log_tells_what_was_decided_and_what_was_taken_back(typed, key: str) -> None:
    typed("review", "accept", key, "--why", "checked")
    typed("review", "edit", key, "kind=contract", "--as", "Minh")
    typed("review", "undo")
    log = typed("review", "log").stdout
    assert re.search(r"accept  \w+\n  Mai · [\d-]+ [\d:]+ · checked\n    memorandum · “", log)
    assert re.search(r"edit kind = contract \(taken back\)  \w+\n  Minh", log)
    assert "Accepted by Mai" in typed("show", key).stdout


def test_a_log_goes_out_and_comes_in(typed, key: str, tmp_path: Path) -> None:
    typed("review", "accept", key)
    assert "1 decision written" in typed("review", "export", tmp_path / "log.jsonl").stdout
    assert "0 decisions new" in typed("review", "import", tmp_path / "log.jsonl").stdout
    (tmp_path / "log.jsonl").write_text("nonsense\n")
    complaint = typed("review", "import", tmp_path / "log.jsonl")
    assert (complaint.exit_code, "line 1: this is no decision" in complaint.stderr) == (2, True)


def test_the_queue_names_what_is_unsure_until_it_is_accepted(typed, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(unsure, "UNSURE", 0.0)
    assert "Unsure: nothing" in typed("review").stdout
    monkeypatch.setattr(unsure, "UNSURE", 1.0)
    assert re.search(rf"Unsure: 1\n +{key}", typed("review").stdout)
    assert json.loads(typed("review", "--json").stdout)["unsure"][0]["claim"].startswith(key)
    typed("review", "accept", key)
    assert "Unsure: nothing" in typed("review").stdout


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (("edit", "{key}", "kind"), "write FIELD=VALUE"),
        (("edit", "{key}", "kind=handshake"), "there is no kind 'handshake'"),
        (("edit", "zzzzzz", "kind=loan"), "nothing in the record is called"),
        (("merge", "{key}"), "two agreements"),
        (("split", "{key}", "{key}"), "at least one claim on each side"),
        (("undo",), "nothing to undo"),
        (("undo", "{key}"), "undo wants the id of a decision"),
        (("copy", "{key}", "{key}"), "no article"),
    ],
)
def test_a_decision_that_cannot_be_made_says_why(typed, key: str, words: tuple[str, ...], complaint: str) -> None:
    result = typed("review", *(w.format(key=key) for w in words))
    assert (result.exit_code, complaint in result.stderr) == (2, True), result.stderr


def test_rebuilding_changes_nothing(typed, key: str) -> None:
    typed("review", "edit", key, "kind=contract")
    before = typed("show", key, "--json").stdout
    assert "1 agreement put together from 1 claim" in typed("rebuild").stdout
    assert typed("show", key, "--json").stdout == before


@pytest.fixture
def figure(typed, key: str) -> str:
    [hit] = map(json.loads, typed("search", "--figures", "--json").stdout.splitlines())
    return hit["id"][:10]


def test_a_figure_is_edited_rejected_and_brought_back(typed, figure: str, tmp_path: Path) -> None:
    typed("review", "edit", figure, "measure=fund", "amount=USD 70-80 million", "to=Vietnam", "--why", "phoned")
    shown = typed("show", figure).stdout
    assert re.match(r"USD 70 million–80 million\nfund, forecast, VN · \w+\n", shown)
    assert re.search(r"measure decided by Mai, \d{4}-\d\d-\d\d: phoned\n", shown)
    assert re.search(r"the article says: USD 70 million, project capital", shown)
    assert "“US$70 million”" in typed("review", "log").stdout
    assert "edit amount = USD 70 million–80 million" in typed("review", "log").stdout
    typed("export", "figures", "-o", tmp_path / "out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8-sig") as file:
        [row] = csv.DictReader(file)
    assert (row["measure"], row["low"], row["high"], row["to"]) == ("fund", "70000000", "80000000", "VN")
    assert re.search(r"measure: Mai, [0-9-]{10} \(phoned\); amount: Mai", row["decided"])
    assert row["said"].startswith("high: 70000000; measure: project_capital")
    typed("review", "reject", figure)
    assert "No figure in the record" in typed("search", "--figures").stdout
    complaint = typed("show", figure)
    assert (complaint.exit_code, "a figure that was rejected" in complaint.stderr) == (2, True)
    typed("review", "undo")
    assert figure in typed("search", "--figures").stdout


def test_two_bodies_differ_until_that_is_taken_back(typed, key: str) -> None:
    assert "differ: " in typed("review", "differ", "KOICA", "vn.most", "--why", "of two states").stdout
    complaint = typed("review", "same", "vn.most", "KOICA")
    assert (complaint.exit_code, "Mai said on" in complaint.stderr) == (2, True)
    assert re.search(r"differ: .+ ≠ .+\n +Mai · .* · of two states\n", typed("review", "log").stdout)
    typed("review", "undo")
    assert "same: " in typed("review", "same", "vn.most", "KOICA").stdout
    assert "one with, by an analyst's word" in typed("show", "vn.most").stdout
    complaint = typed("review", "differ", "vn.most", "KOICA")
    assert (complaint.exit_code, "are the same" in complaint.stderr) == (2, True)


def test_joined_logs_that_contradict_each_other_say_so(typed, key: str, tmp_path: Path) -> None:
    typed("review", "edit", key, "kind=contract")
    typed("review", "export", tmp_path / "mai.jsonl")
    typed("review", "undo")
    typed("review", "edit", key, "kind=grant", "--as", "Minh")
    assert "No decision contradicts another" in typed("review", "contradictions").stdout
    [undo] = (
        d
        for line in typed("review", "log", "--json").stdout.splitlines()
        if (d := json.loads(line)["decision"])["undoes"]
    )
    typed("review", "undo", undo["id"])
    said = typed("review", "import", tmp_path / "mai.jsonl").stdout
    assert re.search(r"1 contradiction; the later word holds:\n  memorandum · “.*\n", said)
    assert re.search(r"edit kind = contract  Mai, .*overruled\n +edit kind = grant  Minh, .*holds\n", said)
    assert json.loads(typed("review", "contradictions", "--json").stdout)["later"]["who"] == "Minh"
    assert "Decisions that contradict each other: 1" in typed("review").stdout
