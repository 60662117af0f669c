"""Short pieces of news, many and each told in another way: how many of their deals are found, and how many read whole.

A line of ``tests/gold/pieces`` is one piece: its text, the day it was published, and its agreements, whose slots hold
lists of accepted answers; a party is a list of its names in the piece, or the code of a state.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.gold import score as scorer
from training.examples import printed

from pactbook.errors import SourceError
from pactbook.export.codebook import codebook
from pactbook.pipeline.crew import extract_all

PIECES = Path(__file__).parent / "gold" / "pieces"
#: File → the least F1 of deals found and of deals read whole.
FLOORS = {
    "en-b1": (0.77, 0.55),
    "en-b2": (0.75, 0.45),
    "en-b3": (0.87, 0.65),
    "en-b4": (0.81, 0.47),
    "en-c1": (0.81, 0.52),
    "en-c2": (0.72, 0.34),
    "en-c3": (0.92, 0.7),
    "en-c4": (0.91, 0.72),
    "vi-b1": (0.92, 0.7),
    "vi-b2": (0.79, 0.44),
    "vi-c1": (0.95, 0.72),
    "ko-b1": (0.98, 0.83),
    "ko-b2": (0.83, 0.55),
    "ko-c1": (0.92, 0.84),
}
Piece = dict[str, Any]


@cache
def pieces(name: str) -> list[Piece]:
    return [json.loads(line) for line in (PIECES / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()]


def gold_of(piece: Piece) -> dict[str, Any]:
    """The piece's annotation in the form of the other gold."""
    fold, bodies, deals = scorer.fold, dict[str, list[str]](), []
    for deal in piece["agreements"]:
        parties = []
        for party in deal["parties"]:
            names = party if isinstance(party, list) else [party]
            if len(names) == 1 and len(names[0]) == 2 and names[0].isupper():
                parties.append(names[0])
                continue
            folded = set(map(fold, names))
            key = next((k for k, known in bodies.items() if folded & set(map(fold, known))), f"body-{len(bodies)}")
            bodies[key] = list(dict.fromkeys([*bodies.get(key, []), *names]))
            parties.append(key)
        slots = {"record": deal["quote"], "subject": "", "sectors": [], "value": [], "optional": False}
        deals.append(slots | deal | {"parties": parties})
    told = [{"org": k, "names": v, "kind": "other", "country": None} for k, v in bodies.items()]
    return {"organisations": told, "agreements": deals}


@cache
def scores(name: str) -> dict[str, dict[str, float]]:
    score = scorer.Score()
    outcomes = extract_all(printed(piece["language"], piece["published"], piece["text"]) for piece in pieces(name))
    for piece, outcome in zip(pieces(name), outcomes, strict=True):
        gold, got = gold_of(piece), {} if isinstance(outcome, SourceError) else codebook(outcome)
        score.name = piece["id"]
        score._agreements(gold, got, score._organisations(gold, got))
    table: dict[str, dict[str, float]] = score.table()
    return table


@pytest.mark.parametrize("name", FLOORS)
def test_deals_of_short_pieces_are_read(name: str) -> None:
    found, whole = (scores(name)[slot]["f1"] for slot in ("agreements.found", "agreements.whole"))
    least_found, least_whole = FLOORS[name]
    assert found >= least_found
    assert whole >= least_whole


@pytest.mark.parametrize("name", FLOORS)
def test_pieces_quote_themselves_and_name_their_parties(name: str) -> None:
    for piece in pieces(name):
        for deal in piece["agreements"]:
            names = [n for p in deal["parties"] for n in (p if isinstance(p, list) else [p]) if len(n) > 2]
            missing = [said for said in (deal["quote"], *names) if said not in piece["text"]]
            assert missing == [], piece["id"]
