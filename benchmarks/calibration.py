"""Count how often each rule was right on annotated articles, and print the tables of ``common/confidence.toml``.

    python -m benchmarks.calibration GOLD_DIR...

A claim is paired with the annotation that it is likest to, as tests/gold/score.py pairs them; a cell is right where the
annotation allows its value. Of a rule that was seen ``n`` times and right ``k`` times the share is (k + 4 s) / (n + 4),
with ``s`` the share of all rules of the cell: a rule seen seldom is drawn towards the others. Rules seen less than
three times get no line of their own.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from typing import Any

from tests.gold import score

from pactbook.errors import SourceError
from pactbook.export.codebook import codebook
from pactbook.model.source import Source
from pactbook.pipeline.crew import extract_all

#: How many sightings the share of all rules of a cell counts for, and how many give a rule a line of its own.
PRIOR, SEEN = 4, 3
Counts = dict[str, dict[str, list[bool]]]


def main() -> None:
    """Count and print."""
    counts: Counts = defaultdict(lambda: defaultdict(list))
    gold = list(score.load_gold([Path(p) for p in sys.argv[1:]]).values())
    sources = [Source(str(g["path"]), g["path"].read_bytes()) for g in gold]
    for annotated, outcome in zip(gold, extract_all(sources), strict=True):
        if not isinstance(outcome, SourceError):
            count(annotated, codebook(outcome), counts)
    for table in sorted(counts):
        print(f"[{table}]")
        for line in lines(counts[table]):
            print(line)
        print()


def count(gold: dict[str, Any], got: dict[str, Any], counts: Counts) -> None:
    """Count what is right in one article."""
    tally = score.Score()
    tally.name = gold["id"]
    linked = tally._organisations(gold, got)
    _count_bodies(gold, got, linked, counts["organisations"])
    wanted = {value for d in gold["dates"] for value in score.options(d["value"])} | set(
        score.options(gold["published"])
    )
    for date in got["dates"]:
        counts["dates"][date["rule"]].append(date["value"] in wanted)
    _count_figures(gold, got, counts)
    _count_agreements(gold, got, linked, counts)


def _count_bodies(gold: Any, got: Any, linked: Any, counts: dict[str, list[bool]]) -> None:
    known = {score.fold(n) for body in gold["organisations"] for n in body["names"]}
    for body in got["organisations"]:
        for mention in body["mentions"]:
            right = f"id:{body['id']}" in linked or score.fold(mention["text"]) in known
            counts[mention.get("rule", body["rule"])].append(right)


def _count_figures(gold: Any, got: Any, counts: Counts) -> None:
    for figure in got["figures"]:
        alike = [g for g in gold["figures"] if score.same_money(g, figure)]
        cells = ("measure", "status", "period")
        want = max(alike, key=lambda g: sum(score.slot_ok(g, figure, c) for c in cells), default=None)
        _tell(counts, "figures.amount", figure, "amount", want is not None)
        for cell in cells:
            _tell(counts, f"figures.{cell}", figure, cell, want is not None and score.slot_ok(want, figure, cell))


def _count_agreements(gold: Any, got: Any, linked: Any, counts: Counts) -> None:
    names = {score.fold(n): o["org"] for o in gold["organisations"] for n in o["names"]}

    def party(name: str) -> str:
        body = linked.get("id:" + name)
        return body["org"] if body else names.get(score.fold(name)) or score.STATE_KEYS.get(score.fold(name)) or name

    left = list(gold["agreements"])
    for claim in got["agreements"]:
        parties = {party(p) for p in claim["parties"]}
        likeness = [(_likeness(want, claim, parties), n) for n, want in enumerate(left)]
        best, n = max(likeness, default=(0.0, 0))
        want = left.pop(n) if best > 0 else None
        for cell in ("kind", "status", "date"):
            _tell(counts, f"agreements.{cell}", claim, cell, want is not None and score.slot_ok(want, claim, cell))
        _tell(counts, "agreements.parties", claim, "parties", want is not None and set(want["parties"]) == parties)


def _likeness(want: Any, claim: Any, parties: set[str]) -> float:
    shared = len(set(want["parties"]) & parties)
    if not shared:
        return 0.0
    same = sum(score.slot_ok(want, claim, cell) for cell in ("kind", "status", "date"))
    return shared / len(parties | set(want["parties"])) + 0.3 * same + 0.2 * float(score.subject_overlap(want, claim))


def _tell(counts: Counts, table: str, claim: Any, cell: str, right: bool) -> None:
    """Count a cell under its rules; of several reasons each rule once."""
    rules = {b["rule"].rpartition(":")[2] for b in claim["because"] if b["cell"] == cell}
    for rule in rules or {"untold"}:
        counts[table][rule].append(right)


def lines(rules: dict[str, list[bool]]) -> list[str]:
    """The lines of one table."""
    every = [right for seen in rules.values() for right in seen]
    share = sum(every) / len(every)
    found = {r: (sum(s) + PRIOR * share) / (len(s) + PRIOR) for r, s in rules.items() if len(s) >= SEEN}
    found.setdefault("untold", share)
    named = {"others": share} | dict(sorted(found.items()))
    return [f'"{rule}" = {min(value, 0.99):.2f}' for rule, value in named.items()]


if __name__ == "__main__":
    main()
